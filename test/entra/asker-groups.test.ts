import assert from 'node:assert/strict';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const user = 'a1b2c3d4-0000-4000-8000-000000000001';
const helpdesk = 'b1b2c3d4-0000-4000-8000-000000000002';
const admins = 'c1b2c3d4-0000-4000-8000-000000000003';
const filtered = `/users/${user}/transitiveMemberOf/microsoft.graph.group?$filter=id in ('${helpdesk}','${admins}')&$select=id&$count=true`;
const listed = `/users/${user}/transitiveMemberOf?$select=id&$top=999`;

describe("an asker's groups", () => {
  let graph: FakeGraph;
  beforeEach(async () => {
    graph = await startFakeGraph();
  });
  afterEach(async () => {
    await graph.close();
    graph.verify();
  });
  const among = (groups = [helpdesk, admins], id = user) => harness(graph).open().groupsAmong(id, groups);

  it('are those of the given ones that the asker is in, by one filtered read', async () => {
    graph.when(filtered, page([{ id: helpdesk.toUpperCase() }, { id: 'somewhere-else' }]));

    assert.deepEqual(await among(), [helpdesk]);
  });

  it('are picked from the whole list where Graph refuses the filter', async () => {
    graph.when(filtered, refused(400, 'Request_UnsupportedQuery'));
    graph.when(listed, page([{ id: 'x' }, { id: admins }]));

    assert.deepEqual(await among(), [admins]);
  });

  it('are none for somebody whom the tenant does not know', async () => {
    graph.when(filtered, refused(404, 'Request_ResourceNotFound'));

    assert.deepEqual(await among(), []);
  });

  it('are none, without a request, for an id that is none', async () => {
    assert.deepEqual(await among([helpdesk], "x' or 1 eq 1"), []);
    assert.deepEqual(await among([]), []);
  });

  it('cannot be told when Graph refuses, and never pass for none', async () => {
    graph.when(filtered, refused(403, 'Authorization_RequestDenied'));

    const failure = await failureOf(among(), 'forbidden');

    assert.equal(failure.permission, 'GroupMember.Read.All');
  });

  it('cannot be told from a list that was not seen to its end', async () => {
    graph.when(filtered, refused(400, 'Request_UnsupportedQuery'));
    for (let number = 0; number < 5; number++) {
      const path = number === 0 ? listed : `/users/${user}/transitiveMemberOf?page=${number}`;
      graph.when(
        path,
        page([{ id: `g-${number}` }], `${graph.url}/v1.0/users/${user}/transitiveMemberOf?page=${number + 1}`),
      );
    }

    await failureOf(among(), 'garbled');
  });
});
