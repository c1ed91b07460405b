import assert from 'node:assert/strict';
import type { Subject } from '../../src/diagnosis/evidence.ts';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { harness, page, refused } from './support/harness.ts';

const region = 'extension_4f1c2ab96e1d4ab38f0c7d1e2b3a4c5d_region';
const grade = 'extension_4f1c2ab96e1d4ab38f0c7d1e2b3a4c5d_grade';
const alice: Subject = { type: 'user', id: 'user-1', name: 'Alice', attributes: {} };

describe('directory extensions', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  it('are asked for by name; one that does not come back is empty', async () => {
    graph.when('/users/user-1?', { body: { id: 'user-1', [region]: 'North' } });

    const read = await harness(graph).open().extensions(alice, [region, grade, 'department&$expand=manager']);

    assert.deepEqual(read, { [region]: 'North', [grade]: null });
    const asked = new URL(`http://x${graph.requests[0]?.asked[0]?.raw}`).searchParams;
    assert.equal(asked.get('$select'), `id,${region},${grade}`);
  });

  it('are asked for beside rare properties, of which one that does not come back stays unknown', async () => {
    graph.when('/users/user-1?', { body: { id: 'user-1', preferredDataLocation: 'EUR' } });

    const read = await harness(graph).open().extensions(alice, ['preferredDataLocation', 'ageGroup', 'department']);

    assert.deepEqual(read, { preferredDataLocation: 'EUR' });
  });

  it('come with the next search, and are left out again once Graph does not know them', async () => {
    graph.when('/users/user-1?', { body: { id: 'user-1', [region]: 'North' } });
    let known = true;
    graph.otherwise((asked) => {
      if (!known && asked.raw.includes(region)) return refused(400, 'Request_BadRequest');
      return page(asked.path.startsWith('/users?') ? [{ id: 'user-1', displayName: 'Alice', [region]: 'South' }] : []);
    });
    const { open } = harness(graph);
    await open().extensions(alice, [region]);

    const [found] = await open().findUsers('Alice');
    assert.equal(found?.attributes[region], 'South');

    known = false;
    assert.equal((await open().findUsers('Alice'))[0]?.name, 'Alice');
    const last = graph.requests.at(-1)?.asked[0]?.raw ?? '';
    assert.match(last, /officeLocation/);
    assert.doesNotMatch(last, /extension_/);
  });

  it('stay unknown where Graph refuses a name', async () => {
    graph.when('/users/user-1?', refused(400, 'Request_BadRequest'));

    assert.deepEqual(await harness(graph).open().extensions(alice, [region]), {});
  });
});
