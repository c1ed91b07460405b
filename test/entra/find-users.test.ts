import assert from 'node:assert/strict';
import { type Answer, type Asked, type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const alice = {
  id: 'a1b2c3d4-0000-4000-8000-000000000001',
  displayName: 'Alice Smith',
  givenName: 'Alice',
  surname: 'Smith',
  userPrincipalName: 'alice@contoso.com',
  mail: 'alice@contoso.com',
  accountEnabled: true,
  userType: 'Member',
};

/** Every user search sent, unescaped. */
function sent(graph: FakeGraph): Asked[] {
  return graph.requests.flatMap((request) => request.asked);
}

function filterOf(asked: Asked | undefined): string {
  return new URL(`http://x${asked?.raw}`).searchParams.get('$filter') ?? '';
}

describe('finding users', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  /** Answers every way to ask for users, and for deleted ones. */
  function answerAll(living: (asked: Asked) => Answer, deleted: (asked: Asked) => Answer = () => page([])): void {
    graph.otherwise((asked) => {
      if (asked.path.startsWith('/users?')) return living(asked);
      if (asked.path.startsWith('/groups?')) return page([]);
      return asked.path.startsWith('/directory/deletedItems/microsoft.graph.user?') ? deleted(asked) : undefined;
    });
  }

  it('by a name asks for what begins so, for the words anywhere, and for the soft-deleted, in one batch', async () => {
    answerAll(() => page([alice]));

    const found = await harness(graph).open().findUsers('Alice');

    assert.equal(graph.requests.length, 1);
    assert.deepEqual(
      found.map((one) => one.name),
      ['Alice Smith'],
    );
    const [filter, search] = sent(graph);
    assert.match(filterOf(filter), /startswith\(givenName,'Alice'\) or startswith\(surname,'Alice'\)/);
    assert.match(filterOf(filter), /mailNickname eq 'Alice' or employeeId eq 'Alice'/);
    assert.match(search?.path ?? '', /\$search="displayName:Alice".*\$count=true/);
    assert.deepEqual(search?.headers, { ConsistencyLevel: 'eventual' });
  });

  it('by a name that many bear reads on, so that nobody is lost behind a page, and says when that was not all', async () => {
    const pageOf = (number: number) => ({ ...alice, id: `alice-${number}` });
    const next = (asked: Asked) => Number(/skiptoken=(\d+)/.exec(asked.raw)?.[1] ?? 0) + 1;
    const link = (asked: Asked) => `${graph.url}/v1.0/users?$skiptoken=${next(asked)}`;
    answerAll((asked) => page([pageOf(next(asked))], next(asked) < 3 ? link(asked) : undefined));

    const found = await harness(graph).open().findUsers('Alice');

    assert.deepEqual([found.map((one) => one.id).toSorted(), found.more], [['alice-1', 'alice-2', 'alice-3'], false]);

    answerAll((asked) => page([pageOf(next(asked))], link(asked)));
    assert.equal((await harness(graph).open().findUsers('Alice')).more, true);
  });

  it('never joins more than the 15 clauses that Graph takes', async () => {
    answerAll(() => page([]));

    for (const name of ['O’Brien', 'José María Núñez', 'jose garcia', "d'Alembert"])
      await harness(graph).open().findUsers(name);

    for (const asked of sent(graph)) assert.ok(filterOf(asked).split(' or ').length <= 15, asked.path);
  });

  it('doubles apostrophes and asks for the typographic one as well', async () => {
    answerAll(() => page([]));

    await harness(graph).open().findUsers('O’Brien');

    const filters = sent(graph).map(filterOf).join('\n');
    assert.match(filters, /startswith\(surname,'O''Brien'\)/);
    assert.match(filters, /startswith\(surname,'O’Brien'\)/);
  });

  it('escapes what would break out of the URL or the query', async () => {
    answerAll(() => page([]));

    await harness(graph).open().findUsers('a&$top=1#?"\\b\ud800');

    for (const asked of sent(graph)) {
      const query = new URL(`http://x${asked.raw}`).searchParams;
      assert.deepEqual(query.getAll('$top'), ['999']);
      assert.doesNotMatch(asked.raw, /#/);
    }
    const search = sent(graph).find((asked) => asked.path.includes('$search'));
    assert.match(search?.path ?? '', /\\\\b/);
  });

  it('by a name in another order asks for both orders', async () => {
    answerAll(() => page([]));

    await harness(graph).open().findUsers('Smith, Alice');

    const filters = sent(graph).map(filterOf).join('\n');
    assert.match(filters, /startswith\(displayName,'Alice Smith'\)/);
    assert.match(filters, /\(startswith\(givenName,'Alice'\) and startswith\(surname,'Smith'\)\)/);
  });

  it('finds a name whose marks were left out, and one without the marks that were typed', async () => {
    const jose = { ...alice, id: 'u-2', displayName: 'José Muñoz', givenName: 'José', surname: 'Muñoz' };
    const has = (asked: Asked, clause: string) => (filterOf(asked).includes(clause) ? page([jose]) : page([]));
    answerAll((asked) => has(asked, "startswith(surname,'muñoz')"));
    const { open } = harness(graph);

    assert.deepEqual(
      (await open().findUsers('munoz')).map((one) => one.name),
      ['José Muñoz'],
    );

    answerAll((asked) => has(asked, "(startswith(givenName,'jo') and startswith(surname,'mu'))"));
    assert.deepEqual(
      (await open().findUsers('jose munoz')).map((one) => one.name),
      ['José Muñoz'],
    );

    answerAll((asked) => has(asked, "startswith(surname,'Munoz')"));
    assert.deepEqual(
      (await open().findUsers('Muñoz')).map((one) => one.name),
      ['José Muñoz'],
    );
  });

  it('by an address asks for the name, the mail, the aliases and what a guest is called', async () => {
    answerAll(() => page([alice]));

    const found = await harness(graph).open().findUsers('Alice@Contoso.com');

    assert.equal(found.length, 1);
    const filters = sent(graph).map(filterOf).join('\n');
    assert.match(filters, /userPrincipalName eq 'alice@contoso.com' or mail eq 'alice@contoso.com'/);
    assert.match(filters, /proxyAddresses\/any\(p:p eq 'smtp:alice@contoso.com'\)/);
    assert.match(filters, /startswith\(userPrincipalName,'Alice_Contoso.com#EXT#'\)/);
    assert.doesNotMatch(filters, /startswith\(displayName/);
  });

  it('by an object id asks for that object, alive or deleted', async () => {
    const gone = { ...alice, '@odata.type': '#microsoft.graph.user', deletedDateTime: '2026-11-02T03:04:05Z' };
    graph.when(`/users/${alice.id}?$select=`, refused(404, 'Request_ResourceNotFound'));
    graph.when(`/directory/deletedItems/${alice.id}`, {
      body: { ...gone, userPrincipalName: 'a1b2c3d4000040008000000000000001alice@contoso.com' },
    });

    const found = await harness(graph).open().findUsers(`{${alice.id.toUpperCase()}}`);

    assert.equal(graph.requests.length, 1);
    assert.deepEqual(
      found.map((one) => [one.id, one.deletedAt, one.userPrincipalName]),
      [[alice.id, '2026-11-02T03:04:05.000Z', 'alice@contoso.com']],
    );
  });

  it('by an object id of a group finds no user', async () => {
    const deleted = { id: alice.id, displayName: 'Sales', '@odata.type': '#microsoft.graph.group' };
    graph.when('/users/', refused(404, 'Request_ResourceNotFound'));
    graph.when('/directory/deletedItems/', { body: deleted });

    assert.deepEqual(await harness(graph).open().findUsers(alice.id), []);
  });

  it('goes without a way of asking that Graph refuses', async () => {
    answerAll(
      (asked) => (asked.path.includes('$search') ? refused(400, 'Request_UnsupportedQuery') : page([alice])),
      () => refused(403, 'Authorization_RequestDenied'),
    );

    assert.equal((await harness(graph).open().findUsers('Alice')).length, 1);
  });

  it('is forbidden when no user may be read, and names the permission', async () => {
    answerAll(() => refused(403, 'Authorization_RequestDenied'));

    const error = await failureOf(harness(graph).open().findUsers('Alice'), 'forbidden');

    assert.equal(error.permission, 'User.Read.All');
  });

  it('asks with fewer properties when Graph refuses the long list, and remembers it', async () => {
    answerAll((asked) =>
      asked.path.includes('employeeHireDate') ? refused(400, 'Request_BadRequest') : page([alice]),
    );
    const { open } = harness(graph);

    const first = await open().findUsers('Alice');
    const next = open();
    await next.findUsers('Alice');

    assert.equal(first.length, 1);
    assert.equal(next.spent().graphRequests, 1);
  });

  it('lists somebody found in several ways once', async () => {
    answerAll(() => page([alice, { ...alice, id: 'u-2', displayName: 'Alice Jones' }]));

    assert.deepEqual(
      (await harness(graph).open().findUsers('Alice')).map((one) => one.id),
      [alice.id, 'u-2'],
    );
  });

  it('asks nothing for a text without a name', async () => {
    assert.deepEqual(await harness(graph).open().findUsers(' \u200b\n '), []);
    assert.equal(graph.requests.length, 0);
  });

  it('reads attributes under both names, those of Graph and those of schemas', async () => {
    const full = {
      ...alice,
      department: 'Sales',
      jobTitle: null,
      businessPhones: ['+1 555 0100', '+1 555 0101'],
      mobilePhone: '+1 555 0102',
      officeLocation: 'B2/17',
      onPremisesSyncEnabled: true,
      onPremisesExtensionAttributes: { extensionAttribute1: 'north', extensionAttribute2: null },
      employeeOrgData: { division: 'EMEA', costCenter: '4711' },
      assignedPlans: [{ service: 'x' }],
    };
    answerAll(() => page([full]));

    const [found] = await harness(graph).open().findUsers('Alice');

    const held = found?.attributes;
    assert.equal(held?.department, 'Sales');
    assert.equal(held?.jobTitle, null);
    assert.deepEqual(held?.businessPhones, ['+1 555 0100', '+1 555 0101']);
    assert.equal(held?.telephoneNumber, '+1 555 0100');
    assert.equal(held?.mobile, '+1 555 0102');
    assert.equal(held?.physicalDeliveryOfficeName, 'B2/17');
    assert.equal(held?.dirSyncEnabled, true);
    assert.equal(held?.objectId, alice.id);
    assert.equal(held?.originalUserPrincipalName, 'alice@contoso.com');
    assert.equal(held?.extensionAttribute1, 'north');
    assert.equal(held?.extensionAttribute2, null);
    assert.equal(held?.['employeeOrgData.division'], 'EMEA');
    assert.equal(held?.assignedPlans, undefined);
  });

  it('for the nearest names asks for what begins alike, marks or none', async () => {
    answerAll(() => page([alice]));

    const found = await harness(graph).open().similarUsers('Alicia Munos');

    assert.equal(found.length, 1);
    const filters = sent(graph).map(filterOf).join('\n');
    assert.match(filters, /startswith\(givenName,'ali'\)/);
    assert.match(filters, /startswith\(surname,'muñ'\)/);
  });

  it('by twenty addresses asks for all of them in one batch, filters of at most 15 clauses each', async () => {
    answerAll(() => page([alice]));
    const addresses = Array.from({ length: 20 }, (_, index) => `person${index}@contoso.com`);

    const found = await harness(graph)
      .open()
      .findIdentified({ addresses: ['alice@contoso.com', ...addresses.slice(1)], ids: [] });

    assert.equal(graph.requests.length, 1);
    assert.deepEqual(
      found.map(({ id }) => id),
      [alice.id],
    );
    const filters = sent(graph).map((asked) => filterOf(asked));
    for (const filter of filters) assert.ok(filter.split(' or ').length <= 15, filter);
    assert.ok(filters.some((filter) => filter.includes("userPrincipalName eq 'person19@contoso.com'")));
  });

  it('by ids asks again only for those that nobody living has: they may be deleted', async () => {
    const gone = '0d1e2f3a-0000-4000-8000-000000000002';
    const one = { '@odata.type': '#microsoft.graph.user', id: gone, displayName: 'Bob Jones' };
    graph.otherwise((asked) => {
      if (asked.path.startsWith('/users?')) return page([alice]);
      if (asked.path.startsWith('/groups?')) return page([]);
      return asked.path === `/directory/deletedItems/${gone}` ? { status: 200, body: one } : undefined;
    });

    const found = await harness(graph)
      .open()
      .findIdentified({ addresses: [], ids: [alice.id, gone] });

    assert.deepEqual(
      found.map(({ type, name }) => [type, name]),
      [
        ['user', 'Alice Smith'],
        ['user', 'Bob Jones'],
      ],
    );
    assert.equal(sent(graph).filter(({ path }) => path.includes('deletedItems')).length, 1);
  });
});

describe('finding groups', () => {
  it('by name, nickname or words of the name, with what a diagnosis needs', async () => {
    const graph = await startFakeGraph();
    const sales = {
      id: 'g-1',
      displayName: 'Sales Team',
      mailNickname: 'sales',
      securityEnabled: true,
      groupTypes: ['DynamicMembership'],
    };
    graph.when("/groups?$filter=startswith(displayName,'Sales') or mailNickname eq 'Sales'", page([sales]));
    graph.when('/groups?$search="displayName:Sales"', page([sales]));

    const [found, ...others] = await harness(graph).open().findGroups('Sales');

    assert.equal(others.length, 0);
    assert.equal(found?.type, 'group');
    assert.equal(found?.securityEnabled, true);
    assert.equal(found?.accountEnabled, undefined);
    assert.deepEqual(found?.attributes.groupTypes, ['DynamicMembership']);
    await graph.close();
    graph.verify();
  });
});
