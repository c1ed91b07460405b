import assert from 'node:assert/strict';
import type { Subject } from '../../src/diagnosis/evidence.ts';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const first = '/servicePrincipals/sp-1/appRoleAssignedTo?$top=999';
const guid = 'a1b2c3d4-0000-4000-8000-000000000001';
const direct = {
  id: 'a-1',
  principalId: guid,
  principalType: 'User',
  principalDisplayName: 'Alice',
  appRoleId: 'r-1',
  createdDateTime: '2026-10-01T00:00:00Z',
};
const byGroup = { id: 'a-2', principalId: 'g-1', principalType: 'Group', principalDisplayName: 'Sales' };
const other = { ...direct, id: 'a-3', principalId: 'u-9' };

describe('the assignments of an app', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  it('are those of the person and its groups, from one page', async () => {
    graph.when(first, page([direct, byGroup, other, { id: 'no principal' }]));

    const read = await harness(graph)
      .open()
      .assignments('sp-1', async () => [guid, 'g-1']);

    assert.ok(read.known);
    assert.deepEqual(read.value, [
      {
        id: 'a-1',
        principalId: guid,
        principalType: 'User',
        principalName: 'Alice',
        roleId: 'r-1',
        createdAt: '2026-10-01T00:00:00.000Z',
      },
      {
        id: 'a-2',
        principalId: 'g-1',
        principalType: 'Group',
        principalName: 'Sales',
        roleId: '00000000-0000-0000-0000-000000000000',
        createdAt: undefined,
      },
    ]);
  });

  it('are remembered for a minute', async () => {
    graph.when(first, page([direct]), page([]));
    const { open, clock } = harness(graph);
    await open().assignments('sp-1', async () => [guid]);

    const warm = open();
    const again = await warm.assignments('sp-1', async () => [guid]);
    clock.now = new Date(clock.now.getTime() + 61_000);
    const later = await open().assignments('sp-1', async () => [guid]);

    assert.equal(warm.spent().graphRequests, 0);
    assert.ok(again.known && later.known);
    assert.deepEqual([again.value.length, later.value.length], [1, 0]);
  });

  it('of a large app are asked for by principal, in one batch', async () => {
    graph.when(first, page([other], `${graph.url}/v1.0${first}&$skiptoken=2`));
    graph.when(`/servicePrincipals/sp-1/appRoleAssignedTo?$filter=principalId eq ${guid}`, page([direct]));
    graph.when("/servicePrincipals/sp-1/appRoleAssignedTo?$filter=principalId eq 'g-1'", page([]));
    const reads = harness(graph).open();

    const read = await reads.assignments('sp-1', async () => [guid, 'g-1']);

    assert.ok(read.known);
    assert.deepEqual(
      read.value.map((one) => one.id),
      ['a-1'],
    );
    assert.deepEqual(reads.spent(), { graphRequests: 2, logRequests: 0, roundTrips: 2 });
  });

  it('of a large app are paged through where that filter is refused, which is remembered', async () => {
    const second = `${first}&$skiptoken=2`;
    graph.when(second, page([direct]), page([direct]));
    graph.when(first, page([other], `${graph.url}/v1.0${second}`), page([other], `${graph.url}/v1.0${second}`));
    graph.when('/servicePrincipals/sp-1/appRoleAssignedTo?$filter', refused(400, 'Request_UnsupportedQuery'));
    const { open, clock } = harness(graph);

    const read = await open().assignments('sp-1', async () => [guid]);
    clock.now = new Date(clock.now.getTime() + 61_000);
    const again = await open().assignments('sp-1', async () => [guid]);

    assert.ok(read.known && again.known);
    assert.deepEqual([read.value.length, again.value.length], [1, 1]);
  });
});

describe('memberships', () => {
  const alice: Subject = { type: 'user', id: 'u-1', name: 'Alice', attributes: {} };
  const inner = {
    '@odata.type': '#microsoft.graph.group',
    id: 'g-1',
    displayName: 'Sales EMEA',
    securityEnabled: true,
    groupTypes: [],
  };
  const outer = { ...inner, id: 'g-2', displayName: 'Sales', groupTypes: ['DynamicMembership'] };
  const role = { '@odata.type': '#microsoft.graph.directoryRole', id: 'd-1', displayName: 'Reports Reader' };
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  it('tell direct groups from those of groups, in one batch, and leave out what is no group', async () => {
    graph.when('/users/u-1/memberOf?', page([inner, role]));
    graph.when('/users/u-1/transitiveMemberOf?', page([inner, outer, role]));
    const reads = harness(graph).open();

    const read = await reads.memberships(alice);

    assert.ok(read.known);
    assert.deepEqual(read.value, [
      { id: 'g-1', name: 'Sales EMEA', direct: true, dynamic: false, securityEnabled: true },
      { id: 'g-2', name: 'Sales', direct: false, dynamic: true, securityEnabled: true },
    ]);
    assert.equal(reads.spent().graphRequests, 1);
  });

  it('of a group are asked for at the group', async () => {
    graph.when('/groups/g-1/memberOf?', page([outer]));
    graph.when('/groups/g-1/transitiveMemberOf?', page([outer]));

    const read = await harness(graph)
      .open()
      .memberships({ ...alice, type: 'group', id: 'g-1' });

    assert.ok(read.known);
    assert.deepEqual(
      read.value.map((one) => one.name),
      ['Sales'],
    );
  });

  it('follow further pages', async () => {
    graph.when('/users/u-1/memberOf?$skiptoken=2', page([outer]));
    graph.when('/users/u-1/memberOf?', page([inner], `${graph.url}/v1.0/users/u-1/memberOf?$skiptoken=2`));
    graph.when('/users/u-1/transitiveMemberOf?', page([inner, outer]));

    const read = await harness(graph).open().memberships(alice);

    assert.ok(read.known);
    assert.deepEqual(
      read.value.map((one) => one.direct),
      [true, true],
    );
  });

  it('are asked for without properties where Graph refuses to select them', async () => {
    for (const resource of ['memberOf', 'transitiveMemberOf']) {
      graph.when(`/users/u-1/${resource}?$select`, refused(400, 'Request_BadRequest'));
      graph.when(`/users/u-1/${resource}?$top=999`, page([inner]));
    }

    const read = await harness(graph).open().memberships(alice);

    assert.ok(read.known && read.value.length === 1);
  });

  it('are a gap where Graph refuses them, and for a worker', async () => {
    graph.when('/users/u-1/memberOf', refused(403, 'Authorization_RequestDenied'));
    graph.when('/users/u-1/transitiveMemberOf', refused(403, 'Authorization_RequestDenied'));
    const reads = harness(graph).open();

    assert.deepEqual(await reads.memberships(alice), { known: false, why: 'forbidden' });
    assert.deepEqual(await reads.memberships({ ...alice, type: 'worker', id: '21023' }), {
      known: false,
      why: 'notRead',
    });
  });
});

describe('whether an app syncs everybody', () => {
  const secrets = '/servicePrincipals/sp-1/synchronization/secrets';

  it('is not asked for with a grant that only reads', async () => {
    const graph = await startFakeGraph();

    assert.deepEqual(await harness(graph).open().syncAll('sp-1'), { known: false, why: 'forbidden' });

    assert.equal(graph.requests.length, 0);
    await graph.close();
  });

  for (const [value, expected] of [
    ['true', true],
    ['False', false],
    [true, true],
  ] as const) {
    it(`is ${expected} where more is granted and the setting says ${JSON.stringify(value)}`, async () => {
      const graph = await startFakeGraph();
      graph.when(
        secrets,
        page([
          { key: 'SecretToken', value: 'hush' },
          { key: 'SyncAll', value },
        ]),
      );

      const read = await harness(graph, { mayReadSecrets: true }).open().syncAll('sp-1');

      assert.deepEqual(read, { known: true, value: expected, at: '2026-11-20T10:00:00.000Z' });
      await graph.close();
      graph.verify();
    });
  }

  it('is not known where the settings do not tell', async () => {
    const graph = await startFakeGraph();
    graph.when(secrets, page([{ key: 'BaseAddress', value: 'https://app.example' }]));

    assert.deepEqual(await harness(graph, { mayReadSecrets: true }).open().syncAll('sp-1'), {
      known: false,
      why: 'notFound',
    });
    await graph.close();
    graph.verify();
  });

  it('fails when Graph does', async () => {
    const graph = await startFakeGraph();
    graph.when(secrets, refused(500, 'InternalServerError'));

    await failureOf(harness(graph, { mayReadSecrets: true }).open().syncAll('sp-1'), 'serverError');
    await graph.close();
    graph.verify();
  });
});
