import assert from 'node:assert/strict';
import { at, start } from './support.ts';

function responses(body: unknown): unknown[] {
  const list = at(body, 'responses');
  return Array.isArray(list) ? list : assert.fail('no responses');
}

const get = (id: string, url: string, more: object = {}): object => ({ id, method: 'GET', url, ...more });

describe('a $batch of the sandbox', () => {
  it('answers every request, in another order than asked', async () => {
    await using running = await start();
    const asked = Array.from({ length: 20 }, (_, index) => String(index + 1));

    const reply = await running.batch(asked.map((id) => get(id, '/users/alice@contoso.com?$select=displayName')));

    const ids = responses(reply.body).map((one) => String(at(one, 'id')));
    assert.equal(reply.status, 200);
    assert.notDeepEqual(ids, asked);
    assert.deepEqual([...ids].sort(), [...asked].sort());
    assert.ok(responses(reply.body).every((one) => at(one, 'body|displayName') === 'Alice Smith'));
  });

  it('succeeds as a whole where parts of it fail', async () => {
    await using running = await start();

    const reply = await running.batch([
      get('found', '/users/alice@contoso.com'),
      get('missing', '/users/nobody'),
      get('refused', '/users?$search="displayName:a"'),
      get('eventual', '/users?$search="displayName:alice"', { headers: { ConsistencyLevel: 'eventual' } }),
    ]);

    const status = Object.fromEntries(responses(reply.body).map((one) => [String(at(one, 'id')), at(one, 'status')]));
    assert.equal(reply.status, 200);
    assert.deepEqual(status, { found: 200, missing: 404, refused: 400, eventual: 200 });
  });

  it('waits for what a request depends on, and fails what depends on a failure', async () => {
    await using running = await start();

    const reply = await running.batch([
      get('b', '/users?$top=1', { dependsOn: ['a'] }),
      get('a', '/users/nobody'),
      get('c', '/groups?$top=1'),
    ]);

    const status = Object.fromEntries(responses(reply.body).map((one) => [String(at(one, 'id')), at(one, 'status')]));
    assert.deepEqual(status, { a: 404, b: 424, c: 200 });
  });

  for (const [what, requests] of [
    ['more than 20 requests', Array.from({ length: 21 }, (_, index) => get(String(index), '/users'))],
    ['two requests of one id', [get('1', '/users'), get('1', '/groups')]],
    ['a request without id', [{ method: 'GET', url: '/users' }]],
    ['a body without Content-Type', [{ id: '1', method: 'POST', url: '/users', body: {} }]],
    ['a dependency on nothing', [get('1', '/users', { dependsOn: ['2'] })]],
    ['a circle of dependencies', [get('1', '/users', { dependsOn: ['2'] }), get('2', '/users', { dependsOn: ['1'] })]],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      await using running = await start();

      const reply = await running.batch(requests);

      assert.equal(reply.status, 400);
      assert.equal(at(reply.body, 'error|code'), 'BadRequest');
    });
  }

  it('is refused when it is not JSON', async () => {
    await using running = await start();

    const reply = await running.send('/$batch', {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: '{"requests": [',
    });

    assert.equal(reply.status, 400);
  });

  it('is recorded with all that is in it', async () => {
    await using running = await start();

    await running.batch([get('1', '/users?$top=1'), get('2', '/auditLogs/provisioning?$top=1')]);

    const recorded = running.sandbox.requests.map((one) => ({ url: one.url, inBatch: one.inBatch, isLog: one.isLog }));
    assert.deepEqual(recorded, [
      { url: '/users?$top=1', inBatch: true, isLog: false },
      { url: '/auditLogs/provisioning?$top=1', inBatch: true, isLog: true },
      { url: '/$batch', inBatch: false, isLog: false },
    ]);
  });
});
