import assert from 'node:assert/strict';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused, token } from './support/harness.ts';

const jobs = '/servicePrincipals/sp-1/synchronization/jobs';

describe('a read of Microsoft Graph', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  it('carries the token and an id of its own, and asks for nothing but the path', async () => {
    graph.when(jobs, page([]));

    const answer = await harness(graph).open().jobs('sp-1');

    assert.deepEqual(answer, { known: true, value: [], at: '2026-11-20T10:00:00.000Z' });
    const [request] = graph.requests;
    assert.equal(request?.method, 'GET');
    assert.equal(request?.url, '/v1.0/servicePrincipals/sp-1/synchronization/jobs');
    assert.equal(request?.headers.authorization, `Bearer ${token}`);
    assert.equal(request?.headers['client-request-id'], 'new-id');
  });

  it('is refused with 401: unauthenticated, with what an operator needs', async () => {
    graph.when(jobs, refused(401, 'InvalidAuthenticationToken'));

    const error = await failureOf(harness(graph).open().jobs('sp-1'), 'unauthenticated');

    assert.equal(error.status, 401);
    assert.equal(error.graphCode, 'InvalidAuthenticationToken');
    assert.equal(error.requestId, 'request-1');
    assert.equal(error.operation, 'jobs');
  });

  it('that gives Known turns 403 into a gap and names the permission in the log', async () => {
    graph.when(jobs, refused(403, 'Authorization_RequestDenied'));
    const { lines, open } = harness(graph);

    const answer = await open().jobs('sp-1');

    assert.deepEqual(answer, { known: false, why: 'forbidden' });
    assert.deepEqual(
      lines.filter((line) => line.level !== 'debug').map((line) => [line.level, line.fields]),
      [
        [
          'warn',
          {
            operation: 'jobs',
            permission: 'Synchronization.Read.All',
            graphCode: 'Authorization_RequestDenied',
            requestId: 'request-1',
          },
        ],
      ],
    );
  });

  it('that gives Known turns 404 into a gap', async () => {
    graph.when(jobs, refused(404, 'Request_ResourceNotFound'));

    assert.deepEqual(await harness(graph).open().jobs('sp-1'), { known: false, why: 'notFound' });
  });

  it('waits as long as a fractional Retry-After says, and asks again', async () => {
    graph.when(jobs, refused(429, 'TooManyRequests', { 'Retry-After': '2.128' }), page([]));
    const { waits, open } = harness(graph);
    const reads = open();

    const answer = await reads.jobs('sp-1');

    assert.equal(answer.known, true);
    assert.deepEqual(waits, [2128]);
    assert.deepEqual(reads.spent(), { graphRequests: 2, logRequests: 0, roundTrips: 2 });
  });

  it('waits until the HTTP date of a Retry-After', async () => {
    graph.when(jobs, refused(503, 'ServiceUnavailable', { 'Retry-After': 'Fri, 20 Nov 2026 10:00:07 GMT' }), page([]));
    const { waits, open } = harness(graph);

    await open().jobs('sp-1');

    assert.deepEqual(waits, [7000]);
  });

  it('backs off longer each time when 503 and 504 name no time', async () => {
    graph.when(jobs, refused(503, 'x'), refused(504, 'x'), refused(503, 'x'), page([]));
    const { waits, open } = harness(graph, { backoffMs: 400 });

    await open().jobs('sp-1');

    assert.deepEqual(waits, [200, 400, 800]);
  });

  it('gives up after its attempts, with the wait that Graph asked for last', async () => {
    const answers = [1, 2, 3].map((seconds) => refused(429, 'TooManyRequests', { 'Retry-After': String(seconds) }));
    graph.when(jobs, ...answers);
    const { waits, open } = harness(graph, { attempts: 3 });

    const error = await failureOf(open().jobs('sp-1'), 'throttled');

    assert.deepEqual(waits, [1000, 2000]);
    assert.equal(error.retryAfterMs, 3000);
    assert.equal(error.permission, 'Synchronization.Read.All');
  });

  it('waits a throttle out for as many attempts as it is given, but no outage', async () => {
    const throttled = Array.from({ length: 9 }, () => refused(429, 'TooManyRequests', { 'Retry-After': '10' }));
    graph.when(jobs, ...throttled, page([]));
    graph.when('/servicePrincipals/sp-2/', ...Array.from({ length: 4 }, () => refused(503, 'ServiceUnavailable')));
    const { waits, open } = harness(graph, { attempts: 60, patienceMs: 600_000 });
    const reads = open();

    const waitedOut = await reads.jobs('sp-1');
    const before = waits.length;
    await failureOf(reads.jobs('sp-2'), 'serverError');

    assert.equal(waitedOut.known, true);
    assert.deepEqual([before, waits.length - before], [9, 3]);
  });

  it('backs off, but never for minutes, when a throttle names no time or none to wait', async () => {
    const answers = Array.from({ length: 9 }, (_, index) =>
      refused(429, 'TooManyRequests', index % 2 ? { 'Retry-After': '0' } : {}),
    );
    graph.when(jobs, ...answers, page([]));
    const { waits, open } = harness(graph, { attempts: 60, patienceMs: 600_000 });

    await open().jobs('sp-1');

    assert.deepEqual(waits, [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('does not wait at all for longer than the turn has patience', async () => {
    graph.when(jobs, refused(429, 'TooManyRequests', { 'Retry-After': '30' }));
    const { waits, open } = harness(graph, { patienceMs: 10_000 });

    const error = await failureOf(open().jobs('sp-1'), 'throttled');

    assert.deepEqual(waits, []);
    assert.equal(error.retryAfterMs, 30_000);
  });

  it('draws all waits of a turn on one patience', async () => {
    graph.when(jobs, refused(429, 'x', { 'Retry-After': '6' }), page([]));
    graph.when('/servicePrincipals/sp-2/', refused(429, 'x', { 'Retry-After': '6' }));
    const { waits, open } = harness(graph, { patienceMs: 10_000 });
    const reads = open();

    await reads.jobs('sp-1');
    await failureOf(reads.jobs('sp-2'), 'throttled');

    assert.deepEqual(waits, [6000]);
  });

  it('is not asked again after 500, which does not pass by waiting', async () => {
    graph.when(jobs, refused(500, 'InternalServerError'));

    const error = await failureOf(harness(graph).open().jobs('sp-1'), 'serverError');

    assert.equal(error.status, 500);
    assert.equal(graph.requests.length, 1);
  });

  it('asks again over a connection that was reset', async () => {
    graph.fault('reset');
    graph.when(jobs, page([]));

    const answer = await harness(graph).open().jobs('sp-1');

    assert.equal(answer.known, true);
    assert.equal(graph.requests.length, 2);
  });

  it('asks again when the connection ends amid a body', async () => {
    graph.fault({ truncated: '{"value":[' });
    graph.when(jobs, page([]));

    assert.equal((await harness(graph).open().jobs('sp-1')).known, true);
  });

  it('is unreachable when nobody listens, with the cause', async () => {
    const error = await failureOf(harness({ url: 'http://127.0.0.1:9' }).open().jobs('sp-1'), 'unreachable');

    assert.ok(error.cause instanceof Error);
  });

  it('ends at its time limit when Graph does not answer', async () => {
    graph.fault('hang');

    const error = await failureOf(harness(graph, { timeoutMs: 50 }).open().jobs('sp-1'), 'timeout');

    assert.equal(error.operation, 'jobs');
  });

  it('ends at once when the turn is over', async () => {
    graph.fault('hang');
    const turn = new AbortController();

    const reading = failureOf(harness(graph).open(turn.signal).jobs('sp-1'), 'cancelled');
    setTimeout(() => turn.abort(), 500);

    await reading;
  });

  it('ends at once when the turn is over amid a wait', async () => {
    graph.when(jobs, refused(429, 'TooManyRequests', { 'Retry-After': '10' }));
    const turn = new AbortController();
    const { open } = harness(graph, { sleep: undefined, patienceMs: 60_000 });

    const reading = failureOf(open(turn.signal).jobs('sp-1'), 'cancelled');
    setTimeout(() => turn.abort(), 50);

    await reading;
  });

  it('sends nothing in a turn that is over', async () => {
    await failureOf(harness(graph).open(AbortSignal.abort()).jobs('sp-1'), 'cancelled');

    assert.equal(graph.requests.length, 0);
  });

  const broken: { what: string; text: string; headers: Record<string, string> }[] = [
    { what: 'truncated JSON', text: '{"value":[{"id":"x"', headers: {} },
    { what: 'HTML with the status of success', text: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } },
    { what: 'an empty body', text: '', headers: {} },
    { what: 'JSON under another content type', text: '{"value":[]}', headers: { 'content-type': 'text/plain' } },
    { what: 'a list instead of an object', text: '[]', headers: {} },
    { what: 'a collection without its value', text: '{"values":[]}', headers: {} },
    { what: 'null', text: 'null', headers: {} },
  ];
  for (const { what, text, headers } of broken) {
    it(`is garbled when Graph sends ${what}`, async () => {
      graph.fault({ status: 200, headers, text });

      await failureOf(harness(graph).open().jobs('sp-1'), 'garbled');
    });
  }

  it('goes by the status when the body of an error is no JSON', async () => {
    graph.fault({ status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>Bad gateway</h1>' });

    const error = await failureOf(harness(graph).open().jobs('sp-1'), 'serverError');

    assert.equal(error.graphCode, undefined);
  });

  it('does not follow a redirect, for the token would go along', async () => {
    const other = await startFakeGraph();
    graph.fault({ status: 302, headers: { location: `${other.url}/v1.0/me` }, text: '{}' });

    await failureOf(harness(graph).open().jobs('sp-1'), 'garbled');

    assert.equal(other.requests.length, 0);
    await other.close();
  });

  it('keeps names, tokens and messages of Graph out of its error', async () => {
    graph.otherwise(() => refused(403, 'x"> Alice'));

    const { open, lines } = harness(graph);

    const error = await failureOf(open().findUsers('Alice'), 'forbidden');

    assert.equal(error.permission, 'User.Read.All');
    assert.ok(lines.length > 0);
    assert.doesNotMatch(JSON.stringify(lines), /Alice|secret-token|for nobody/);
    assert.doesNotMatch(`${error.message} ${JSON.stringify(error)} ${error.stack}`, /Alice|secret-token|for nobody/);
  });

  it('signs in with a credential, in the scope of its cloud', async () => {
    graph.when(jobs, page([]));
    const scopes: string[] = [];
    const credential = {
      getToken: async (scope: string) => {
        scopes.push(scope);
        return { token: 'from-the-credential' };
      },
    };

    await harness(graph, { credential }).open().jobs('sp-1');

    assert.deepEqual(scopes, [`${graph.url}/.default`]);
    assert.equal(graph.requests[0]?.headers.authorization, 'Bearer from-the-credential');
  });

  it('is unauthenticated, and sends nothing, when signing in fails', async () => {
    const reason = new Error('no managed identity here');
    const credential = { getToken: () => Promise.reject(reason) };
    const reads = harness(graph, { credential }).open();

    const error = await failureOf(reads.jobs('sp-1'), 'unauthenticated');

    assert.equal(error.cause, reason);
    assert.equal(reads.spent().graphRequests, 0);
    assert.equal(graph.requests.length, 0);
  });
});
