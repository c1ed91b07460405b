import assert from 'node:assert/strict';
import { at, items, type Running, start } from './support.ts';

const begun = new Date('2026-11-20T09:30:00Z');

/** A tenant whose cycles come every 40 seconds, with a clock to be moved on. */
async function living() {
  let now = begun;
  const running = await start({ now: () => now, cycleEverySeconds: 40 });
  const app = (name: string) => running.sandbox.tenant.directory.app(name);
  return {
    running,
    after: (seconds: number) => {
      now = new Date(begun.getTime() + seconds * 1000);
    },
    job: async (name: string) =>
      items(await running.get(`/servicePrincipals/${app(name).id}/synchronization/jobs`))[0] as object,
    log: (name: string) => entriesOf(running, app(name).id),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

async function entriesOf(running: Running, appId: string): Promise<readonly string[]> {
  const filter = encodeURIComponent(`servicePrincipal/id eq '${appId}' and activityDateTime gt 2026-11-20T09:30:00Z`);
  return items(await running.get(`/auditLogs/provisioning?$filter=${filter}&$top=500`)).map((entry) =>
    [
      at(entry, 'cycleId'),
      at(entry, 'activityDateTime'),
      at(entry, 'provisioningAction'),
      at(entry, 'provisioningStatusInfo|status'),
      at(entry, 'sourceIdentity|displayName'),
    ].join(' '),
  );
}

describe('cycles that go on in the sandbox', () => {
  it('come with the clock: new entries, and a status that names the cycle that wrote them', async () => {
    await using tenant = await living();
    assert.deepEqual(await tenant.log('Salesforce'), []);

    tenant.after(41);
    const first = await tenant.job('Salesforce');
    const entries = await tenant.log('Salesforce');

    const id = String(at(first, 'status|lastExecution|activityIdentifier'));
    assert.equal(at(first, 'status|lastExecution|timeEnded'), '2026-11-20T09:30:40Z');
    assert.equal(at(first, 'status|lastExecution|state'), 'EntryLevelErrors');
    assert.equal(entries.length, 3);
    assert.ok(entries.every((entry) => entry.startsWith(`${id} 2026-11-20T09:30:39Z create`)));
    assert.equal(entries.filter((entry) => entry.includes(' failure ')).length, 1);

    tenant.after(81);
    const second = await tenant.job('Salesforce');
    assert.notEqual(at(second, 'status|lastExecution|activityIdentifier'), id);
    assert.ok((await tenant.log('Salesforce')).length > entries.length);
  });

  it('have something that went wrong in every cycle of Salesforce, for whoever watches it', async () => {
    await using tenant = await living();
    tenant.after(40 * 12 + 1);

    const entries = await tenant.log('Salesforce');

    const wrong = new Set(
      entries.filter((entry) => /(failure|skipped) /.test(entry)).map((entry) => entry.split(' ')[0]),
    );
    assert.equal(wrong.size, 12);
  });

  it('lose the sign-in to Zoom, and get it back', async () => {
    await using tenant = await living();
    const codes: unknown[] = [];
    for (let cycle = 1; cycle <= 8; cycle++) {
      tenant.after(40 * cycle + 1);
      codes.push(at(await tenant.job('Zoom'), 'status|code'));
    }

    assert.deepEqual(codes, ['Active', 'Active', 'Active', 'Active', 'Quarantine', 'Quarantine', 'Active', 'Active']);
  });

  it('complete the first cycle of Atlassian Cloud', async () => {
    await using tenant = await living();
    assert.equal(at(await tenant.job('Atlassian Cloud'), 'status|code'), 'NotRun');

    tenant.after(121);

    const job = await tenant.job('Atlassian Cloud');
    assert.equal(at(job, 'status|code'), 'Active');
    assert.equal(at(job, 'status|steadyStateFirstAchievedTime'), '2026-11-20T09:32:00Z');
  });

  it('are the same each time, however often somebody looks', async () => {
    await using often = await living();
    await using once = await living();
    for (let seconds = 5; seconds < 300; seconds += 5) {
      often.after(seconds);
      await often.job('Salesforce');
    }
    once.after(295);

    assert.deepEqual(await once.log('Salesforce'), await often.log('Salesforce'));
    assert.deepEqual(await once.job('Zoom'), await often.job('Zoom'));
  });

  it('do not come unless asked for', async () => {
    let now = begun;
    await using running = await start({ now: () => now });
    now = new Date(begun.getTime() + 3_600_000);

    assert.deepEqual(await entriesOf(running, running.sandbox.tenant.directory.app('Salesforce').id), []);
  });

  it('are not all run at once after a long sleep', async () => {
    await using tenant = await living();
    tenant.after(40 * 5000);

    const cycles = new Set((await tenant.log('Slack')).map((entry) => entry.split(' ')[0]));
    assert.equal(cycles.size, 20);
  });
});
