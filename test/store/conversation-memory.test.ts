import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Place } from '../../src/answers/ask.ts';
import type { Remembered } from '../../src/answers/conversation-memory.ts';
import type { Question } from '../../src/questions/question.ts';
import { createConversationMemory } from '../../src/store/conversation-memory.ts';
import type { Store } from '../../src/store/store.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';
import { hasPostgres, onEachDatabase, postgresDatabase, type TestDatabase } from '../support/databases.ts';

const minute = 60_000;
const about = (appId: string): Remembered => ({ question: { kind: 'appStatus', app: appId }, appId });

onEachDatabase('the memory of conversations', (make) => {
  let database: TestDatabase;
  let store: Store;
  let now: Date;
  before(async () => {
    database = await make();
    store = await database.open({ now: () => now });
  });
  after(async () => {
    await store?.close();
    await database?.drop();
  });
  beforeEach(async () => {
    now = new Date('2026-11-17T09:00:00Z');
    await store.db.execute(sql`delete from skipper.conversation_memory`);
  });

  it('gives back what was kept last, and nothing of another conversation', async () => {
    await store.memory.remember('one', about('1'));
    await store.memory.remember('one', about('2'));

    assert.deepEqual(await store.memory.recall('one'), about('2'));
    assert.equal(await store.memory.recall('other'), undefined);
  });

  it('forgets after a quarter of an hour, and then deletes it', async () => {
    await store.memory.remember('one', about('1'));
    now = new Date(now.getTime() + 14 * minute);
    await store.memory.remember('two', about('2'));
    now = new Date(now.getTime() + minute);

    assert.equal(await store.memory.recall('one'), undefined);
    assert.ok(await store.memory.recall('two'));
    assert.equal(await store.memory.prune(), 1);
    assert.ok(await store.memory.recall('two'));
  });

  it('holds so many conversations and no more: the oldest go', async () => {
    const small = createConversationMemory(store.db, () => now, 2);
    for (const key of ['one', 'two', 'three']) {
      await small.remember(key, about('1'));
      now = new Date(now.getTime() + 1000);
    }

    assert.equal(await small.prune(), 1);
    assert.equal(await small.recall('one'), undefined);
    assert.ok(await small.recall('two'));
  });
});

describe('a conversation with two instances, on one PostgreSQL', function () {
  this.timeout(60_000);
  const place: Place = { conversationId: 'a:chat-with-alex', type: 'personal', reference: {} };
  const asker = { id: '29:alex', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Alex Wilber' };
  let database: TestDatabase;
  let stores: readonly [Store, Store];
  let instances: readonly [AskedTenant, AskedTenant];
  before('needs a PostgreSQL server (TEST_DATABASE_URL)', async function () {
    if (!(await hasPostgres())) this.skip();
    database = await postgresDatabase();
    stores = [await database.open(), await database.open()];
    instances = [await askedTenant({ memory: stores[0].memory }), await askedTenant({ memory: stores[1].memory })];
  });
  after(async () => {
    for (const one of [...(instances ?? []), ...(stores ?? [])]) await one.close();
    await database?.drop();
  });

  const dump = async () =>
    JSON.stringify((await stores[0].db.execute(sql`select * from skipper.conversation_memory`)).rows);
  /** Asks one instance, and waits until what it remembers of that stands in the table. */
  const say = async (instance: 0 | 1, asked: string | Question): Promise<string> => {
    const before = await dump();
    const { answer } = await instances[instance].ask(asked, { place, asker });
    for (let tries = 0; tries < 100 && (await dump()) === before; tries++) await delay(20);
    return answer.kind === 'explanation' ? `${answer.subject.name} in ${answer.app.name}` : answer.kind;
  };

  it('goes on, whichever of them is asked', async () => {
    assert.equal(await say(0, 'why was alice skipped in Salesforce?'), 'Alice Smith in Salesforce');
    assert.equal(await say(1, 'and bob?'), 'Bob Jones in Salesforce');
    assert.equal(await say(0, 'and in Slack?'), 'Bob Jones in Slack');
  });

  it('leaves no name and no typed text in the table', async () => {
    const tables: string[] = [];
    for (const asked of [
      'why was alice skipped in Salesforce?',
      'why was zorblax skipped in Salesforce?',
      'is line of business running?',
      'what is wrong with bob@contoso.com?',
      'how is Salesfarce doing?',
      'what does EntryConflict mean?',
    ]) {
      await say(0, asked);
      tables.push(await dump());
    }

    assert.match(tables[0] ?? '', /"explain"/);
    assert.equal(new Set(tables).size, tables.length - 1, 'each changed it, but for the meaning of a code');
    assert.doesNotMatch(
      tables.join(),
      /alice|smith|bob|jones|zorblax|sales|slack|line of business|EntryConflict|contoso|alex|wilber|29:|a:chat|aaaaaaaa/i,
    );
  });
});
