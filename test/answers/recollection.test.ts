import assert from 'node:assert/strict';
import type { Answer } from '../../src/answers/answer.ts';
import type { AskRequest, Place } from '../../src/answers/ask.ts';
import type { ConversationMemory } from '../../src/answers/conversation-memory.ts';
import { createMemoryInProcess } from '../../src/answers/memory-in-process.ts';
import { notMine } from '../../src/answers/not-mine.ts';
import { createRecollection } from '../../src/answers/recollection.ts';
import { appTutorialTopic, type Question } from '../../src/questions/question.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const alex = { id: '29:alex', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
const kim = { id: '29:kim', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002' };
const chat: Place = { conversationId: 'a:chat', type: 'personal', reference: {} };
const group: Place = { conversationId: '19:group@thread.v2', type: 'groupChat', reference: {} };
const thread = (threadId: string): Place => ({
  conversationId: '19:general@thread.tacv2',
  threadId,
  type: 'channel',
  reference: {},
});

function asking(asker: AskRequest['asker'], place?: Place): AskRequest {
  return { text: 'x', asker, ...(place && { place }), signal: new AbortController().signal, correlationId: 'c' };
}

const zoom = '5f0c2d7e-1b34-4a8e-9d21-5e7c3b9a6f41';
const found = { app: { id: zoom, name: 'Zoom', roles: [] } };

function about(app: string): Answer {
  const question: Question = { kind: 'explain', user: 'alice', app };
  return { kind: 'notUnderstood', question, text: '', reason: 'missing-user' };
}

describe('what a conversation was told', () => {
  let minutes = 0;
  let complaints: string[];
  const remembering = (memory: ConversationMemory = createMemoryInProcess(() => minutes * 60_000)) =>
    createRecollection({
      memory,
      elapsed: () => minutes * 60_000,
      logger: { error: (_fields, message) => void complaints.push(message) },
    });
  beforeEach(() => {
    minutes = 1;
    complaints = [];
  });

  it('is remembered for a quarter of an hour', async () => {
    const recollection = remembering();
    recollection.remember(asking(alex, chat), about('Zoom'), found);

    minutes = 15.9;
    assert.equal((await recollection.recall(asking(alex, chat)))?.remembered.question.kind, 'explain');
    minutes = 16.1;
    assert.equal(await recollection.recall(asking(alex, chat)), undefined);
  });

  it('is one person’s own in a group chat', async () => {
    const recollection = remembering();
    recollection.remember(asking(alex, group), about('Zoom'), found);

    assert.ok(await recollection.recall(asking(alex, group)));
    assert.equal(await recollection.recall(asking(kim, group)), undefined);
    assert.equal(await recollection.recall(asking(alex, chat)), undefined);
  });

  it('is everybody’s who replies in the thread of a channel, and nobody else’s', async () => {
    const recollection = remembering();
    recollection.remember(asking(alex, thread('1')), about('Zoom'), found);

    assert.ok(await recollection.recall(asking(kim, thread('1'))));
    assert.equal(await recollection.recall(asking(kim, thread('2'))), undefined);
    assert.ok(await recollection.recall(asking(alex, thread('2'))), 'their own, in a new thread');
  });

  it('is kept in a terminal only where the lines are a conversation', async () => {
    const recollection = remembering();
    const chatting = (conversation: string) => ({ ...asking(undefined), conversation });
    recollection.remember(asking(undefined), about('Zoom'), found);
    recollection.remember(chatting('one'), about('Slack'), found);

    assert.equal(await recollection.recall(asking(undefined)), undefined);
    assert.equal(await recollection.recall(chatting('two')), undefined);
    assert.equal((await recollection.recall(chatting('one')))?.remembered.question.kind, 'explain');
  });

  it('stays what it was behind small talk, a topic and what is not understood, and holds what was found by its id', async () => {
    const recollection = remembering();
    recollection.remember(asking(alex, chat), about('Zoom'), found);
    for (const answer of [
      { kind: 'help', question: { kind: 'help' } },
      { kind: 'topic', topic: 'how-often', question: { kind: 'topic', topic: 'how-often' } },
      {
        kind: 'about',
        question: { kind: 'about', of: 'thanks' },
        of: 'thanks',
        permissions: [],
        mayTestCredentials: false,
      },
      notMine({ kind: 'notMine', of: 'restart', app: 'Slack' }),
      { kind: 'notUnderstood', text: 'hm', reason: 'nonsense' },
    ] as const)
      recollection.remember(asking(alex, chat), answer, {});

    assert.deepEqual((await recollection.recall(asking(alex, chat)))?.remembered, {
      question: { kind: 'explain', app: zoom },
      appId: zoom,
      missing: 'user',
    });
  });

  it('holds no text of a question that somebody typed, whatever came of it', async () => {
    const kept: unknown[] = [];
    const recollection = remembering({
      recall: async () => undefined,
      async remember(_key, value) {
        kept.push(value);
      },
    });
    const typed: readonly Question[] = [
      { kind: 'explain', user: 'Typed Text', app: 'Typed Text', subject: 'user' },
      { kind: 'appStatus', app: 'Typed Text' },
      { kind: 'appProblems', app: 'Typed Text', outcome: 'failed', window: { from: { begin: 'week' } } },
      { kind: 'userOverview', user: 'Typed Text' },
      { kind: 'credentials', app: 'Typed Text', test: true },
      { kind: 'watch', app: 'Typed Text', muteMinutes: 60 },
      { kind: 'unwatch', app: 'Typed Text' },
      { kind: 'meaning', text: 'Typed Text' },
      { kind: 'topic', topic: 'Typed Text' },
      { kind: 'topic', topic: 'app-tutorial', app: 'Typed Text' },
      { kind: 'notMine', of: 'assign', user: 'Typed Text', app: 'Typed Text' },
      { kind: 'explainMany', users: ['Typed Text', zoom], app: 'Typed Text' },
      { kind: 'appProblems', app: 'Typed Text', code: 'Typed Text' },
      { kind: 'appChanges', app: 'Typed Text', change: 'created', window: { from: { begin: 'week' } } },
    ];
    for (const question of typed) {
      const candidates = [{ type: 'question', id: '', name: 'Typed Text', detail: ['Typed Text'], question }] as const;
      for (const answer of [
        { kind: 'notUnderstood', question, text: 'Typed Text', reason: 'missing-app' },
        { kind: 'choice', of: 'question', question, text: 'Typed Text', candidates, total: 1 },
        { kind: 'notFound', of: 'subject', question, text: 'Typed Text', candidates: [] },
      ] as const)
        recollection.remember(asking(alex, chat), answer, {});
    }
    await recollection.recall(asking(alex, chat));

    assert.ok(kept.length > typed.length);
    assert.doesNotMatch(JSON.stringify(kept), /typed|text(?!":"")/i);
  });

  it('holds a code that is documented or a status, and no other', async () => {
    const recollection = remembering();
    const codes = { 'http 409': '409', entryconflict: 'EntryConflict', MeltedShard: undefined };
    for (const [typed, code] of Object.entries(codes)) {
      const question: Question = { kind: 'appProblems', app: zoom, code: typed };
      recollection.remember(
        asking(alex, chat),
        { kind: 'notUnderstood', question, text: '', reason: 'missing-app' },
        {},
      );

      const kept = (await recollection.recall(asking(alex, chat)))?.remembered.question;
      assert.equal(kept?.kind === 'appProblems' && kept.code, code, typed);
    }
  });

  it('is nothing that was put there in another shape', async () => {
    for (const value of [
      null,
      'x',
      { question: { kind: 'explain', user: 'Alice Smith' } },
      { question: { kind: 'x' } },
      { question: { kind: 'appProblems', code: 'Alice Smith' } },
      { question: { kind: 'topic', topic: 'app-tutorial', app: 'Alice Smith' } },
    ]) {
      const recollection = remembering({ recall: async () => value, remember: async () => {} });

      assert.equal(await recollection.recall(asking(alex, chat)), undefined);
    }
  });

  it('is gone without a delay and without a fault where the memory is down, and the log says so once a minute', async () => {
    const down = async (): Promise<never> => {
      throw new Error('the database went away');
    };
    const recollection = remembering({ recall: down, remember: down });

    recollection.remember(asking(alex, chat), about('Zoom'), found);
    assert.equal(await recollection.recall(asking(alex, chat)), undefined);
    minutes += 0.5;
    assert.equal(await recollection.recall(asking(alex, chat)), undefined);
    assert.deepEqual(complaints, ['conversations are not remembered: check the database']);
    minutes += 0.6;
    await recollection.recall(asking(alex, chat));
    assert.equal(complaints.length, 2);
  });

  it('is not waited for where the memory hangs', async () => {
    const hanging = () => new Promise<never>(() => {});
    const recollection = remembering({ recall: hanging, remember: hanging });
    const begun = performance.now();

    assert.equal(await recollection.recall(asking(alex, chat)), undefined);

    assert.ok(performance.now() - begun < 2000);
  });
});

describe('a conversation about the sample tenant', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  const said = async (text: string, place: Place, asker = alex): Promise<string> => {
    const { answer } = await tenant.ask(text, { place, asker });
    if (answer.kind === 'explanation') return `${answer.subject.name} in ${answer.app.name}`;
    return answer.kind;
  };

  it('goes on with another person, another app, and back', async () => {
    const place = { ...chat, conversationId: 'a:going-on' };
    assert.equal(await said('why was alice skipped in Salesforce?', place), 'Alice Smith in Salesforce');
    assert.equal(await said('and bob?', place), 'Bob Jones in Salesforce');
    assert.equal(await said('and in Slack?', place), 'Bob Jones in Slack');
    assert.equal(await said('check again', place), 'Bob Jones in Slack');
  });

  it('is not overheard by another in the same group chat', async () => {
    assert.equal(await said('why was alice skipped in Salesforce?', group), 'Alice Smith in Salesforce');
    assert.equal(await said('and bob?', group, kim), 'userOverview');
  });

  it('takes one of the names that an answer offered, by its name and by its place', async () => {
    for (const [number, reply] of ['Alice Smith', '1', 'the first one'].entries()) {
      const place = { ...chat, conversationId: `a:choosing-${number}` };
      const { answer } = await tenant.ask('how is ServiceNow doing?', { place, asker: alex });
      assert.equal(answer.kind, 'choice');
      const [first] = answer.kind === 'choice' ? answer.candidates : [];
      const chosen = await tenant.ask(reply === 'Alice Smith' ? (first?.name ?? '') : reply, { place, asker: alex });

      assert.equal(chosen.answer.kind === 'appStatus' && chosen.answer.app.id, first?.id);
    }
  });

  it('takes one of the setup tutorials that share a name, by its name and by its place', async () => {
    for (const [number, isByName] of [true, false].entries()) {
      const place = { ...chat, conversationId: `a:tutorial-${number}` };
      const { answer } = await tenant.ask(
        { kind: 'topic', topic: appTutorialTopic, app: 'Workday' },
        { place, asker: alex },
      );
      const [, second] = answer.kind === 'choice' ? answer.candidates : [];
      assert.ok(second, answer.kind);
      const chosen = await tenant.ask(isByName ? second.name : '2', { place, asker: alex });

      assert.equal(chosen.answer.kind === 'topic' && chosen.answer.tutorial, second.id);
      assert.equal(chosen.cost.graphRequests, 0);
    }
  });

  it('answers, and forgets, where nothing can be remembered', async () => {
    const hanging = () => new Promise<never>(() => {});
    const forgetful = await askedTenant({ memory: { recall: hanging, remember: hanging } });
    try {
      const place = { ...chat, conversationId: 'a:forgetful' };
      const first = await forgetful.ask('why was alice skipped in Salesforce?', { place, asker: alex });
      const second = await forgetful.ask('and bob?', { place, asker: alex });

      assert.deepEqual([first.answer.kind, second.answer.kind], ['explanation', 'userOverview']);
    } finally {
      await forgetful.close();
    }
  });
});
