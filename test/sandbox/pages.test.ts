import assert from 'node:assert/strict';
import { at, eventual, items, pages, start, texts } from './support.ts';

describe('pages of the sandbox', () => {
  it('lead through all users once, by links that nobody needs to understand', async () => {
    await using running = await start();

    const read = await pages(running, '/users?$select=id&$top=90');

    const live = [...running.sandbox.tenant.directory.people]
      .filter((one) => one.deletedDateTime === null)
      .map((one) => one.id);
    assert.deepEqual(
      read.map((page) => items(page).length),
      [90, 90, 90, live.length - 270],
    );
    assert.deepEqual(read.flatMap((page) => texts(page, 'id')).sort(), live.sort());
  });

  it('are of 100 objects unless asked otherwise', async () => {
    await using running = await start();

    const reply = await running.get('/users');

    assert.equal(items(reply).length, 100);
    assert.match(
      String(at(reply.body, '@odata.nextLink')),
      /^http:\/\/127\.0\.0\.1:\d+\/v1\.0\/users\?\$skiptoken=[\w-]+$/,
    );
  });

  it('count on the first page only, and want ConsistencyLevel again on each', async () => {
    await using running = await start();

    const [first, second] = await pages(running, '/users?$search="mail:a"&$count=true&$top=5', eventual);
    const bare = await running.get(String(at(first?.body, '@odata.nextLink')));

    assert.ok(Number(at(first?.body, '@odata.count')) > 5);
    assert.equal(at(second?.body, '@odata.count'), undefined);
    assert.equal(bare.status, 400);
  });

  it('of another query are refused', async () => {
    await using running = await start();
    const first = await running.get('/users?$top=5');
    const link = String(at(first.body, '@odata.nextLink'));

    const other = await running.get(link.replace('/users?', '/groups?'));

    assert.equal(other.status, 400);
  });

  it('of the log lead through all entries once, newest first, and hold a thousand at most', async () => {
    await using running = await start();

    const read = await pages(running, '/auditLogs/provisioning?$top=5000');

    const ids = read.flatMap((page) => texts(page, 'id'));
    const times = read.flatMap((page) => texts(page, 'activityDateTime'));
    assert.equal(items(read[0] ?? assert.fail()).length, 1000);
    assert.equal(ids.length, running.sandbox.tenant.log.size);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(times, [...times].sort().reverse());
  });

  it('of the log run oldest first where that is asked for', async () => {
    await using running = await start();
    const app = running.sandbox.tenant.directory.app('Salesforce').id;

    const read = await pages(
      running,
      `/auditLogs/provisioning?$filter=servicePrincipal/id eq '${app}'&$orderby=activityDateTime asc&$top=50`,
    );

    const times = read.flatMap((page) => texts(page, 'activityDateTime'));
    assert.ok(read.length > 2);
    assert.deepEqual(times, [...times].sort());
  });

  it('of the log are not disturbed by an entry that comes while they are read', async () => {
    await using running = await start();
    const { tenant } = running.sandbox;
    const first = await running.get('/auditLogs/provisioning?$top=20');
    tenant.record('Zoom', tenant.directory.person('bob@contoso.com'), { is: 'notEntitled' });

    const second = await running.get(String(at(first.body, '@odata.nextLink')));

    const seen = new Set(texts(first, 'id'));
    assert.ok(texts(second, 'id').every((id) => !seen.has(id)));
    assert.ok(texts(second, 'sourceIdentity|displayName').length === 20);
  });

  it('are found by an index as by a search through everything', async () => {
    await using running = await start();
    const { directory, log } = running.sandbox.tenant;
    const zoom = directory.app('Zoom').id;
    const ken = directory.person('ken@contoso.com').id;
    const heads = [...log.read({}, running.sandbox.tenant.builtAt)].map((one) => one.head());
    const [some] = heads.filter((one) => one.servicePrincipal.id === zoom);
    assert.ok(some !== undefined);

    const byBoth = await pages(
      running,
      `/auditLogs/provisioning?$filter=servicePrincipal/id eq '${zoom}' and (sourceIdentity/id eq '${ken}' or sourceIdentity/id eq '${some.sourceIdentity.id}')`,
    );
    const byId = await running.get(`/auditLogs/provisioning?$filter=id eq '${some.id}'`);
    const bySuccess = await pages(
      running,
      "/auditLogs/provisioning?$top=1000&$filter=provisioningStatusInfo/status eq 'SUCCESS'",
    );
    const byTime = await pages(
      running,
      '/auditLogs/provisioning?$filter=activityDateTime gt 2026-11-10T00:00:00Z and activityDateTime lt 2026-11-12T00:00:00Z',
    );

    const wanted = heads.filter(
      (one) => one.servicePrincipal.id === zoom && [ken, some.sourceIdentity.id].includes(one.sourceIdentity.id),
    );
    const inTime = heads.filter(
      (one) => one.activityDateTime > '2026-11-10T00:00:00Z' && one.activityDateTime < '2026-11-12T00:00:00Z',
    );
    assert.deepEqual(
      byBoth.flatMap((page) => texts(page, 'id')),
      wanted.map((one) => one.id),
    );
    assert.deepEqual(texts(byId, 'id'), [some.id]);
    assert.deepEqual(
      byTime.flatMap((page) => texts(page, 'id')),
      inTime.map((one) => one.id),
    );
    assert.ok(inTime.length > 50);
    assert.deepEqual(
      bySuccess.flatMap((page) => texts(page, 'id')),
      heads.filter((one) => one.provisioningStatusInfo.status === 'success').map((one) => one.id),
    );
  });
});
