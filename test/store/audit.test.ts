import assert from 'node:assert/strict';
import type { AuditRecord } from '../../src/answers/audit.ts';
import type { AuditFilter } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/store.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';

const alice: AuditRecord = {
  at: '2026-11-17T09:00:00.000Z',
  correlationId: 'c-1',
  askerId: 'aaaaaaaa-0000-4000-8000-000000000001',
  askerName: 'Alex Wilber',
  placeType: 'channel',
  conversationId: '19:general@thread.tacv2',
  how: 'button',
  kind: 'explain',
  subjectType: 'user',
  subjectId: 'bbbbbbbb-0000-4000-8000-000000000002',
  subjectName: 'alice@contoso.com',
  appId: 'cccccccc-0000-4000-8000-000000000003',
  appName: 'Salesforce',
  verdict: 'skipped',
  cause: 'scoping-filter',
  outcome: 'explanation',
  graphRequestIds: ['r-1', 'r-2'],
};

onEachDatabase('the audit', (make) => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await make();
    store = await database.open();
  });
  after(async () => {
    await store?.close();
    await database?.drop();
  });
  beforeEach(() => store.audit.prune(new Date('2100-01-01')));

  const read = (filter: AuditFilter = {}) => Array.fromAsync(store.audit.read(filter));

  it('gives back what was written, down to what was not told', async () => {
    const bare: AuditRecord = {
      at: '2026-11-17T09:00:01.000Z',
      correlationId: 'c-2',
      how: 'typed',
      outcome: 'denied unidentified',
      graphRequestIds: [],
    };
    await store.audit.record(alice);
    await store.audit.record(bare);

    assert.deepEqual(await read(), [alice, bare]);
  });

  it('takes any name, whatever is in it', async () => {
    const subjectName = 'a\u0000b\ud800\n\'"; drop table skipper.audit; --';

    await store.audit.record({ ...alice, subjectName });

    const [found] = await read();
    assert.equal(found?.subjectName, 'ab\ufffd\n\'"; drop table skipper.audit; --');
  });

  it('is read by who asked, about whom, by app and by time', async () => {
    const other: AuditRecord = {
      ...alice,
      at: '2026-11-18T09:00:00.000Z',
      askerId: 'x',
      askerName: 'Bo',
      subjectId: 'y',
      subjectName: 'carol',
      appId: 'z',
      appName: 'Slack',
    };
    await store.audit.record(alice);
    await store.audit.record(other);
    const found = async (filter: AuditFilter) => (await read(filter)).map(({ appName }) => appName);

    assert.deepEqual(await found({ person: 'ALICE@contoso.com' }), ['Salesforce']);
    assert.deepEqual(await found({ person: alice.askerId }), ['Salesforce']);
    assert.deepEqual(await found({ person: 'bo' }), ['Slack']);
    assert.deepEqual(await found({ person: 'nobody' }), []);
    assert.deepEqual(await found({ app: 'slack' }), ['Slack']);
    assert.deepEqual(await found({ app: alice.appId, person: 'carol' }), []);
    assert.deepEqual(await found({ from: new Date('2026-11-18') }), ['Slack']);
    assert.deepEqual(await found({ to: new Date('2026-11-18') }), ['Salesforce']);
  });

  it('is read whole, however long it is and however many lines are of one moment', async function () {
    this.timeout(60_000);
    for (let line = 0; line < 1203; line++) await store.audit.record({ ...alice, correlationId: `c-${line}` });

    const seen = new Set((await read()).map(({ correlationId }) => correlationId));

    assert.equal(seen.size, 1203);
  });

  describe('of what was misread', () => {
    const typed: AuditRecord = {
      at: '2026-11-17T09:00:00.000Z',
      correlationId: 'asked-1',
      conversationId: 'a:1',
      how: 'typed',
      kind: 'explain',
      confidence: 0.6,
      text: 'alice salesforce state',
      outcome: 'explanation',
      graphRequestIds: [],
    };
    const tapped: AuditRecord = {
      at: '2026-11-17T09:01:00.000Z',
      correlationId: 'tapped-1',
      conversationId: 'a:1',
      how: 'button',
      kind: 'appStatus',
      corrects: 'asked-1',
      outcome: 'appStatus',
      graphRequestIds: [],
    };
    const misread = () => Array.fromAsync(store.audit.misread());

    it('lists what was understood and what was meant, newest first', async () => {
      for (const record of [
        typed,
        { ...typed, outcome: 'begun' },
        tapped,
        { ...typed, correlationId: 'asked-2', kind: undefined, confidence: undefined, text: undefined },
        { ...tapped, at: '2026-11-17T09:02:00.000Z', corrects: 'asked-2', kind: 'watch', outcome: 'begun' },
        { ...tapped, at: '2026-11-17T09:02:00.000Z', corrects: 'asked-2', kind: 'watch', outcome: 'watching' },
      ] as const)
        await store.audit.record(record);

      assert.deepEqual(await misread(), [
        { at: '2026-11-17T09:02:00.000Z', meant: 'watch' },
        {
          at: '2026-11-17T09:01:00.000Z',
          understoodAs: 'explain',
          confidence: 0.6,
          meant: 'appStatus',
          text: 'alice salesforce state',
        },
      ]);
    });

    it('leaves out who chose one of two people, but not who said which question was meant', async () => {
      await store.audit.record({ ...typed, outcome: 'choice' });
      await store.audit.record({ ...tapped, kind: 'explain' });
      assert.deepEqual(await misread(), []);

      await store.audit.record({ ...typed, correlationId: 'asked-2', outcome: 'choice question' });
      await store.audit.record({ ...tapped, kind: 'explain', corrects: 'asked-2' });
      assert.deepEqual(
        (await misread()).map(({ meant }) => meant),
        ['explain'],
      );
    });

    it('believes no tap that corrects an answer of another conversation', async () => {
      await store.audit.record(typed);
      await store.audit.record({ ...tapped, conversationId: 'a:2' });

      assert.deepEqual(await misread(), []);
    });
  });

  it('forgets what is older than it may be', async () => {
    await store.audit.record(alice);
    await store.audit.record({ ...alice, at: '2026-11-19T09:00:00.000Z' });

    assert.equal(await store.audit.prune(new Date('2026-11-18')), 1);

    assert.equal((await read()).length, 1);
  });
});
