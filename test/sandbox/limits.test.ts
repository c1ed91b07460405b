import assert from 'node:assert/strict';
import { at, start, texts } from './support.ts';

describe('the limit on log requests', () => {
  it('admits five in ten seconds and then tells how long to wait, with a fraction', async () => {
    let clock = 1000;
    await using running = await start({ throttle: { clock: () => clock } });
    const statuses: number[] = [];
    for (let asked = 0; asked < 5; asked++) {
      statuses.push((await running.get('/auditLogs/provisioning?$top=1')).status);
      clock += 250;
    }

    const refused = await running.get('/auditLogs/provisioning?$top=1');

    assert.deepEqual(statuses, [200, 200, 200, 200, 200]);
    assert.equal(refused.status, 429);
    assert.equal(at(refused.body, 'error|code'), 'TooManyRequests');
    assert.equal(at(refused.body, 'error|innerError|status'), '429');
    assert.match(refused.headers.get('retry-after') ?? '', /^\d+\.\d+$/);
  });

  it('admits again whoever waited as told', async () => {
    let clock = 0;
    await using running = await start({ throttle: { clock: () => clock } });
    for (let asked = 0; asked < 6; asked++) await running.get('/auditLogs/provisioning?$top=1');
    const refused = await running.get('/auditLogs/provisioning?$top=1');

    clock += Number(refused.headers.get('retry-after')) * 1000;
    const admitted = await running.get('/auditLogs/provisioning?$top=1');

    assert.equal(refused.status, 429);
    assert.equal(admitted.status, 200);
  });

  it('counts refused requests too: who does not wait never gets through', async () => {
    let clock = 0;
    await using running = await start({ throttle: { clock: () => clock } });
    const statuses: number[] = [];
    for (let asked = 0; asked < 20; asked++) {
      statuses.push((await running.get('/auditLogs/provisioning?$top=1')).status);
      clock += 1500;
    }

    assert.deepEqual(
      statuses.slice(5).filter((status) => status !== 429),
      [],
    );
  });

  it('counts each log request inside a batch, and none of the others', async () => {
    await using running = await start({ throttle: { clock: () => 0 } });
    const log = Array.from({ length: 7 }, (_, index) => ({
      id: `log${index}`,
      method: 'GET',
      url: '/auditLogs/provisioning?$top=1',
    }));
    const users = Array.from({ length: 8 }, (_, index) => ({
      id: `user${index}`,
      method: 'GET',
      url: '/users?$top=1',
    }));

    const reply = await running.batch([...log, ...users]);

    const list = at(reply.body, 'responses');
    assert.ok(Array.isArray(list));
    const refused = list.filter((one: unknown) => at(one, 'status') === 429);
    assert.equal(reply.status, 200);
    assert.deepEqual(
      refused.map((one: unknown) => String(at(one, 'id')).slice(0, 3)),
      ['log', 'log'],
    );
    assert.ok(refused.every((one: unknown) => /^\d+\.\d+$/.test(String(at(one, 'headers|Retry-After')))));
  });
});

describe('the delay of the log', () => {
  it('hides an entry until its time has come', async () => {
    let now = new Date('2026-11-20T09:30:00Z');
    await using running = await start({ now: () => now, logDelaySeconds: 300 });
    const { tenant } = running.sandbox;
    const bob = tenant.directory.person('bob@contoso.com');
    const path = `/auditLogs/provisioning?$filter=sourceIdentity/id eq '${bob.id}' and activityDateTime gt 2026-11-20T09:00:00Z`;
    tenant.record('Zoom', bob, { is: 'notEntitled' });

    const early = await running.get(path);
    now = new Date('2026-11-20T09:35:00Z');
    const late = await running.get(path);

    assert.deepEqual(texts(early, 'id'), []);
    assert.deepEqual(texts(late, 'activityDateTime'), ['2026-11-20T09:30:00Z']);
  });
});

describe('faults of the sandbox', () => {
  it('answer in place of Graph, as often as told', async () => {
    await using running = await start();
    running.sandbox.faults.next({
      path: /^\/users/,
      status: 503,
      headers: { 'retry-after': '1.5' },
      body: { error: { code: 'ServiceUnavailable' } },
      times: 2,
    });

    const statuses = [];
    for (let asked = 0; asked < 3; asked++) statuses.push((await running.get('/users?$top=1')).status);

    assert.deepEqual(statuses, [503, 503, 200]);
  });

  it('reach into a batch', async () => {
    await using running = await start();
    running.sandbox.faults.next({ path: /^\/groups/, status: 504 });

    const reply = await running.batch([{ id: '1', method: 'GET', url: '/groups' }]);

    assert.equal(at(reply.body, 'responses|0|status'), 504);
  });

  it('garble an answer', async () => {
    await using running = await start();
    running.sandbox.faults.next({
      path: /users/,
      status: 200,
      body: '<html>Sign in',
      headers: { 'content-type': 'text/html' },
    });

    const reply = await running.get('/users');

    assert.equal(reply.body, '<html>Sign in');
  });

  it('cut an answer in the middle, or the connection before it', async () => {
    await using running = await start();
    running.sandbox.faults.next({ path: /users/, truncate: true });
    running.sandbox.faults.next({ path: /groups/, reset: true });

    await assert.rejects(running.get('/users'));
    await assert.rejects(running.get('/groups'));
    assert.equal((await running.get('/groups?$top=1')).status, 200);
  });
});
