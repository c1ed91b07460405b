import assert from 'node:assert/strict';
import type { Answer } from '../../src/answers/answer.ts';
import type { AskRequest, Place } from '../../src/answers/ask.ts';
import { notMine } from '../../src/answers/not-mine.ts';
import { createRecollection } from '../../src/answers/recollection.ts';
import type { Question } from '../../src/questions/question.ts';
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

function about(app: string): Answer {
  const question: Question = { kind: 'explain', user: 'alice', app };
  return { kind: 'notUnderstood', question, text: '', reason: 'missing-app' };
}

describe('what a conversation was told', () => {
  let minutes = 0;
  const remembering = () => createRecollection(() => minutes * 60_000);
  beforeEach(() => {
    minutes = 1;
  });

  it('is remembered for a quarter of an hour', () => {
    const recollection = remembering();
    recollection.remember(asking(alex, chat), about('Zoom'));

    minutes = 15.9;
    assert.equal(recollection.recall(asking(alex, chat))?.told.question.kind, 'explain');
    minutes = 16.1;
    assert.equal(recollection.recall(asking(alex, chat)), undefined);
  });

  it('is one person’s own in a group chat', () => {
    const recollection = remembering();
    recollection.remember(asking(alex, group), about('Zoom'));

    assert.ok(recollection.recall(asking(alex, group)));
    assert.equal(recollection.recall(asking(kim, group)), undefined);
    assert.equal(recollection.recall(asking(alex, chat)), undefined);
  });

  it('is everybody’s who replies in the thread of a channel, and nobody else’s', () => {
    const recollection = remembering();
    recollection.remember(asking(alex, thread('1')), about('Zoom'));

    assert.ok(recollection.recall(asking(kim, thread('1'))));
    assert.equal(recollection.recall(asking(kim, thread('2'))), undefined);
    assert.ok(recollection.recall(asking(alex, thread('2'))), 'their own, in a new thread');
  });

  it('is kept in a terminal only where the lines are a conversation', () => {
    const recollection = remembering();
    const chatting = (conversation: string) => ({ ...asking(undefined), conversation });
    recollection.remember(asking(undefined), about('Zoom'));
    recollection.remember(chatting('one'), about('Slack'));

    assert.equal(recollection.recall(asking(undefined)), undefined);
    assert.equal(recollection.recall(chatting('two')), undefined);
    assert.equal(recollection.recall(chatting('one'))?.manner, 'loose');
  });

  it('stays what it was behind help, thanks and orders', () => {
    const recollection = remembering();
    recollection.remember(asking(alex, chat), about('Zoom'));
    recollection.remember(asking(alex, chat), { kind: 'help', question: { kind: 'help' } });
    recollection.remember(asking(alex, chat), {
      kind: 'about',
      question: { kind: 'about', of: 'thanks' },
      of: 'thanks',
      permissions: [],
      mayTestCredentials: false,
    });
    recollection.remember(asking(alex, chat), notMine({ kind: 'notMine', of: 'restart', app: 'Slack' }));
    recollection.remember(asking(alex, chat), { kind: 'notUnderstood', text: 'hm', reason: 'nonsense' });

    assert.deepEqual(recollection.recall(asking(alex, chat))?.told.question, {
      kind: 'explain',
      user: 'alice',
      app: 'Zoom',
    });
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
    assert.equal(await said('and bob?', group, kim), 'notUnderstood');
  });
});
