import assert from 'node:assert/strict';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const roles = [
  { id: 'r-1', displayName: 'User', isEnabled: true },
  { id: 'r-2', displayName: '', value: 'admin', isEnabled: false },
];
const salesforce = {
  id: 'sp-1',
  appId: 'app-1',
  displayName: 'Salesforce',
  applicationTemplateId: 't-1',
  appRoles: roles,
};
const crm = { id: 'sp-2', appId: 'app-2', displayName: 'CRM', applicationTemplateId: 't-1', appRoles: [] };
const template = { id: 't-1', displayName: 'Salesforce' };

describe('finding apps', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  /** A tenant: its first page of apps, whether there is more, and what a search by name brings. */
  function tenant(
    first: readonly object[],
    more: boolean,
    searched: readonly object[],
    templates: readonly object[] = [],
  ): void {
    graph.otherwise(({ path }) => {
      if (path.startsWith('/servicePrincipals?$select='))
        return page(first, more ? `${graph.url}/v1.0/servicePrincipals?$skiptoken=2` : undefined);
      if (path.startsWith('/servicePrincipals?$search=') || path.startsWith('/servicePrincipals?$filter=startswith'))
        return page(searched);
      return path.startsWith('/applicationTemplates?') ? page(templates) : undefined;
    });
  }

  it('searches by name, reads a first page and asks the gallery, all in one batch', async () => {
    tenant([salesforce], false, [salesforce], [template]);
    const reads = harness(graph).open();

    const found = await reads.findApps('salesforce');

    assert.deepEqual(found, [
      {
        id: 'sp-1',
        appId: 'app-1',
        name: 'Salesforce',
        galleryName: 'Salesforce',
        templateId: 't-1',
        roles: [
          { id: 'r-1', name: 'User', enabled: true },
          { id: 'r-2', name: 'admin', enabled: false },
        ],
      },
    ]);
    assert.deepEqual(reads.spent(), { graphRequests: 1, logRequests: 0, roundTrips: 1 });
  });

  it('finds an app under the name that the gallery gives it', async () => {
    tenant([crm], false, [], [template]);

    const found = await harness(graph).open().findApps('Salesforce');

    assert.deepEqual(
      found.map((app) => [app.name, app.galleryName]),
      [['CRM', 'Salesforce']],
    );
  });

  it('in a tenant that was seen in part, asks for the apps of a gallery name by their template', async () => {
    tenant([], true, [], [template]);
    graph.when("/servicePrincipals?$filter=applicationTemplateId eq 't-1'", page([crm]));
    const reads = harness(graph).open();

    const found = await reads.findApps('Salesforce');

    assert.deepEqual(
      found.map((app) => app.name),
      ['CRM'],
    );
    assert.equal(reads.spent().roundTrips, 2);
  });

  it('asks nothing for a text that was asked lately, and asks again once that is old', async () => {
    tenant([salesforce, crm], false, [salesforce], [template]);
    const { open, clock } = harness(graph);
    await open().findApps('Salesforce');

    const warm = open();
    const again = await warm.findApps('salesforce ');

    assert.deepEqual(
      again.map((app) => app.name),
      ['Salesforce', 'CRM'],
    );
    assert.equal(warm.spent().graphRequests, 0);

    clock.now = new Date(clock.now.getTime() + 11 * 60 * 1000);
    const old = open();
    await old.findApps('salesforce');
    assert.equal(old.spent().graphRequests, 1);
  });

  it('reads the apps again behind those who ask, before they are forgotten', async () => {
    tenant([salesforce], false, [salesforce], [template]);
    const { open, clock } = harness(graph);
    await open().findApps('salesforce');
    clock.now = new Date(clock.now.getTime() + 6 * 60 * 1000);
    const asked = graph.requests.length;

    const warm = open();
    await warm.findApps('salesforce');
    assert.equal(warm.spent().graphRequests, 0, 'nobody waits for it');
    while (graph.requests.length === asked) await new Promise((resolve) => setTimeout(resolve, 5));

    assert.match(graph.requests.at(-1)?.url ?? '', /servicePrincipals\?\$select=/);
    clock.now = new Date(clock.now.getTime() + 6 * 60 * 1000);
    assert.equal((await open().catalogue()).complete, true, 'remembered from then on');
  });

  it('by an id asks for the object id and the application id, and remembers the app', async () => {
    const id = '872a1060-499e-422c-8d81-a2c183d22f73';
    graph.when(`/servicePrincipals/${id}?$select=`, refused(404, 'Request_ResourceNotFound'));
    graph.when(`/servicePrincipals?$filter=appId eq '${id}'`, page([{ ...salesforce, appId: id }]));
    const { open } = harness(graph);

    const found = await open().findApps(id);
    const warm = open();

    assert.deepEqual(
      found.map((app) => app.id),
      ['sp-1'],
    );
    assert.equal((await warm.findApps(id)).length, 1);
    assert.equal(warm.spent().graphRequests, 0);
  });

  it('leaves out managed identities, to which nobody is provisioned', async () => {
    tenant([{ ...salesforce, servicePrincipalType: 'ManagedIdentity' }], false, []);

    assert.deepEqual(await harness(graph).open().findApps('Salesforce'), []);
  });

  it('goes without the gallery when it is closed', async () => {
    graph.when('/servicePrincipals?$search', page([salesforce]));
    graph.when('/servicePrincipals?$filter=startswith', page([salesforce]));
    graph.when('/servicePrincipals?$select', page([salesforce]));
    graph.when('/applicationTemplates', refused(403, 'Authorization_RequestDenied'));

    assert.equal((await harness(graph).open().findApps('Salesforce')).length, 1);
  });

  it('is forbidden without the permission to read apps', async () => {
    for (const start of ['/servicePrincipals?$search', '/servicePrincipals?$filter', '/servicePrincipals?$select']) {
      graph.when(start, refused(403, 'Authorization_RequestDenied'));
    }
    graph.when('/applicationTemplates', page([]));

    const error = await failureOf(harness(graph).open().findApps('Salesforce'), 'forbidden');

    assert.equal(error.permission, 'Application.Read.All');
  });

  it('reads the whole tenant page by page only when asked to', async () => {
    tenant([salesforce], true, []);
    graph.when('/servicePrincipals?$skiptoken=2', page([crm], `${graph.url}/v1.0/servicePrincipals?$skiptoken=3`));
    graph.when('/servicePrincipals?$skiptoken=3', page([{ ...crm, id: 'sp-3', displayName: 'Zoom' }]));
    const { open } = harness(graph);

    const part = await open().catalogue();
    const whole = await open().wholeCatalogue();
    const later = open();

    assert.deepEqual([part.apps.length, part.complete], [1, false]);
    assert.deepEqual([whole.apps.map((app) => app.name), whole.complete], [['Salesforce', 'CRM', 'Zoom'], true]);
    assert.equal((await later.wholeCatalogue()).apps.length, 3);
    assert.equal(later.spent().graphRequests, 0);
  });

  for (const link of [
    'https://evil.example/v1.0/servicePrincipals?$skiptoken=2',
    'http://127.0.0.1:1/v1.0/servicePrincipals',
    '//evil.example/v1.0/x',
    'http://u:p@HOST/v1.0/x',
    'BASE/v1.0/../beta/me',
    'BASE/other',
  ]) {
    it(`does not follow a next link to ${link}`, async () => {
      const foreign = link.replace('BASE', graph.url).replace('HOST', new URL(graph.url).host);
      graph.when('/servicePrincipals?$select', page([salesforce], foreign));

      await failureOf(harness(graph).open().wholeCatalogue(), 'garbled');

      assert.equal(graph.requests.length, 1);
    });
  }

  it('does not follow a next link in circles', async () => {
    const self = `${graph.url}/v1.0/servicePrincipals?$skiptoken=2`;
    graph.when('/servicePrincipals?$select', page([salesforce], self));
    graph.when('/servicePrincipals?$skiptoken=2', page([crm], self));

    await failureOf(harness(graph).open().wholeCatalogue(), 'garbled');
  });

  it('learns the gallery name along with the jobs, for the next answer', async () => {
    tenant([crm], false, [crm]);
    graph.when('/servicePrincipals/sp-2/synchronization/jobs', page([]));
    graph.when('/applicationTemplates/t-1?$select=id,displayName', { body: template });
    const { open } = harness(graph);
    await open().findApps('CRM');

    const reads = open();
    await reads.jobs('sp-2');
    const [app] = await open().findApps('CRM');

    assert.equal(reads.spent().graphRequests, 1);
    assert.equal(app?.galleryName, 'Salesforce');
    assert.equal(await open().galleryName({ id: 'sp-2', name: 'CRM', templateId: 't-1', roles: [] }), 'Salesforce');
  });
});
