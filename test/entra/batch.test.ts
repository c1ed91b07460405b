import assert from 'node:assert/strict';
import type { Subject } from '../../src/diagnosis/evidence.ts';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const alice: Subject = { type: 'user', id: 'u-1', name: 'Alice Smith', attributes: {} };
const jobs = '/servicePrincipals/sp-1/synchronization/jobs';
const assigned = '/servicePrincipals/sp-1/appRoleAssignedTo';
const from = new Date('2026-11-01T00:00:00Z');

describe('reads that are asked for together', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  it('travel in one batch, as paths behind the version, each with its own headers', async () => {
    graph.when(jobs, page([]));
    graph.when('/groups?$filter', page([]));
    graph.when('/groups?$search', page([]));
    const reads = harness(graph).open();

    await Promise.all([reads.jobs('sp-1'), reads.findGroups('Sales')]);

    const [request] = graph.requests;
    assert.equal(graph.requests.length, 1);
    assert.equal(request?.url, '/v1.0/$batch');
    assert.deepEqual(
      request?.asked.map((one) => [one.path.split('=')[0], one.headers]),
      [
        [jobs, {}],
        ['/groups?$filter', {}],
        ['/groups?$search', { ConsistencyLevel: 'eventual' }],
      ],
    );
    assert.deepEqual(reads.spent(), { graphRequests: 1, logRequests: 0, roundTrips: 1 });
  });

  it('get their own answers when these come in another order', async () => {
    graph.shuffleBatch((count) => Array.from({ length: count }, (_, index) => count - 1 - index));
    graph.when(jobs, page([{ id: 'job-1' }]));
    graph.when('/servicePrincipals/sp-2/', page([{ id: 'job-2' }]));
    graph.when('/servicePrincipals/sp-3/', page([{ id: 'job-3' }]));
    const reads = harness(graph).open();

    const answers = await Promise.all(['sp-1', 'sp-2', 'sp-3'].map((id) => reads.jobs(id)));

    assert.deepEqual(
      answers.map((answer) => (answer.known ? answer.value.map((job) => job.id) : answer.why)),
      [['job-1'], ['job-2'], ['job-3']],
    );
  });

  it('do not fail with a sibling', async () => {
    graph.when(jobs, refused(500, 'InternalServerError'));
    graph.when(assigned, page([{ id: 'a-1', principalId: 'u-1', principalType: 'User', appRoleId: 'r-1' }]));
    const reads = harness(graph).open();

    const [failed, assignments] = await Promise.allSettled([
      reads.jobs('sp-1'),
      reads.assignments('sp-1', async () => ['u-1']),
    ]);

    assert.equal(failed.status, 'rejected');
    assert.ok(assignments.status === 'fulfilled' && assignments.value.known);
    assert.equal(assignments.value.value.length, 1);
  });

  it('are asked again alone when one of them is throttled inside of the batch', async () => {
    graph.when('/auditLogs/provisioning', refused(429, 'TooManyRequests', { 'Retry-After': '1.5' }), page([]));
    graph.when(jobs, page([]));
    const { waits, open } = harness(graph);
    const reads = open();

    const [log] = await Promise.all([reads.log({ appId: 'sp-1', from }), reads.jobs('sp-1')]);

    assert.equal(log.known, true);
    assert.deepEqual(waits, [1500]);
    assert.deepEqual(
      graph.requests.map((request) => [request.method, request.asked.length]),
      [
        ['POST', 2],
        ['GET', 1],
      ],
    );
    assert.deepEqual(reads.spent(), { graphRequests: 2, logRequests: 2, roundTrips: 2 });
  });

  it('wait together and travel together again when several are throttled', async () => {
    graph.when(jobs, refused(429, 'x', { 'Retry-After': '1' }), page([]));
    graph.when('/servicePrincipals/sp-2/', refused(429, 'x', { 'Retry-After': '3' }), page([]));
    graph.when('/servicePrincipals/sp-3/', page([]));
    const { waits, open } = harness(graph);
    const reads = open();

    await Promise.all(['sp-1', 'sp-2', 'sp-3'].map((id) => reads.jobs(id)));

    assert.deepEqual(waits, [3000]);
    assert.deepEqual(
      graph.requests.map((request) => request.asked.length),
      [3, 2],
    );
  });

  it('are all asked again when the batch as a whole is throttled', async () => {
    graph.fault({ status: 429, headers: { 'Retry-After': '2' }, text: '{"error":{"code":"TooManyRequests"}}' });
    graph.when(jobs, page([]));
    graph.when('/servicePrincipals/sp-2/', page([]));
    const { waits, open } = harness(graph);
    const reads = open();

    await Promise.all([reads.jobs('sp-1'), reads.jobs('sp-2')]);

    assert.deepEqual(waits, [2000]);
    assert.equal(reads.spent().graphRequests, 2);
  });

  it('fail each for itself when the batch as a whole fails', async () => {
    graph.fault({ status: 401, text: '{"error":{"code":"InvalidAuthenticationToken"}}' });
    const reads = harness(graph).open();

    const [one, other] = await Promise.all([
      failureOf(reads.jobs('sp-1'), 'unauthenticated'),
      failureOf(reads.log({ appId: 'sp-1', from }), 'unauthenticated'),
    ]);

    assert.deepEqual([one.operation, other.operation], ['jobs', 'log']);
    assert.equal(other.permission, 'ProvisioningLog.Read.All');
  });

  for (const status of [400, 404, 405]) {
    it(`are asked one by one where Graph refuses the batch itself with ${status}`, async () => {
      graph.fault({ status, text: '{"error":{"code":"BadRequest"}}' });
      graph.when(jobs, page([{ id: 'job-1' }]));
      graph.when('/servicePrincipals/sp-2/', page([]));
      const reads = harness(graph).open();

      const found = await Promise.all([reads.jobs('sp-1'), reads.jobs('sp-2')]);

      assert.deepEqual(
        found.map((one) => one.known && one.value.length),
        [1, 0],
      );
    });
  }

  it('are garbled when their answer is missing, without harm to the others', async () => {
    graph.shuffleBatch(() => [0]);
    graph.when(jobs, page([]));
    graph.when('/servicePrincipals/sp-2/', page([]));
    const reads = harness(graph).open();

    const [kept] = await Promise.all([reads.jobs('sp-1'), failureOf(reads.jobs('sp-2'), 'garbled')]);

    assert.equal(kept.known, true);
  });

  it('are garbled when the batch answers with something else', async () => {
    graph.fault({ status: 200, text: '{"responses":"none"}' });
    const reads = harness(graph).open();

    await Promise.all([failureOf(reads.jobs('sp-1'), 'garbled'), failureOf(reads.jobs('sp-2'), 'garbled')]);
  });

  it('are one read when they are the same', async () => {
    graph.when(jobs, page([{ id: 'job-1' }]));
    const reads = harness(graph).open();

    const [one, other] = await Promise.all([reads.jobs('sp-1'), reads.jobs('sp-1')]);
    const later = await reads.jobs('sp-1');

    assert.deepEqual(one, other);
    assert.deepEqual(later, one);
    assert.equal(graph.requests.length, 1);
  });

  it('fill several batches of twenty when they are more', async () => {
    const ids = Array.from({ length: 45 }, (_, index) => `sp-${index}x`);
    for (const id of ids) graph.when(`/servicePrincipals/${id}/`, page([]));
    const reads = harness(graph).open();

    await Promise.all(ids.map((id) => reads.jobs(id)));

    assert.deepEqual(
      graph.requests.map((request) => request.asked.length).toSorted((a, b) => a - b),
      [5, 20, 20],
    );
    assert.deepEqual(reads.spent(), { graphRequests: 3, logRequests: 0, roundTrips: 1 });
  });

  it('count one after the other as round trips', async () => {
    graph.when(jobs, page([]));
    graph.when('/users/u-1/memberOf', page([]));
    graph.when('/users/u-1/transitiveMemberOf', page([]));
    const reads = harness(graph).open();

    await reads.jobs('sp-1');
    await reads.memberships(alice);

    assert.deepEqual(reads.spent(), { graphRequests: 2, logRequests: 0, roundTrips: 2 });
  });
});

describe('a throttled log', () => {
  it('is left alone by every turn until Graph takes requests again', async () => {
    const graph = await startFakeGraph();
    graph.when('/auditLogs/provisioning', refused(429, 'TooManyRequests', { 'Retry-After': '8' }), page([]));
    const { waits, open } = harness(graph, { attempts: 1 });

    await failureOf(open().log({ appId: 'sp-1', from }), 'throttled');
    const later = await open().log({ appId: 'sp-1', from });

    assert.equal(later.known, true);
    assert.deepEqual(waits, [8000]);
    await graph.close();
    graph.verify();
  });

  it('is not even asked by a turn without the patience to wait', async () => {
    const graph = await startFakeGraph();
    graph.when('/auditLogs/provisioning', refused(429, 'TooManyRequests', { 'Retry-After': '8' }));
    const { open } = harness(graph, { attempts: 1, patienceMs: 1000 });

    await failureOf(open().log({ appId: 'sp-1', from }), 'throttled');
    const reads = open();
    const error = await failureOf(reads.log({ appId: 'sp-1', from }), 'throttled');

    assert.equal(error.retryAfterMs, 8000);
    assert.deepEqual(reads.spent(), { graphRequests: 0, logRequests: 0, roundTrips: 0 });
    await graph.close();
    graph.verify();
  });
});
