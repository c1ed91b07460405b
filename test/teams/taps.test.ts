import assert from 'node:assert/strict';
import type { Answer } from '../../src/answers/answer.ts';
import {
  answered,
  type BotOptions,
  fixture,
  type RawActivity,
  type Reply,
  startBot,
  type TestBot,
} from '../support/bot.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const lineType = 'application/vnd.microsoft.activity.message';
const question = { kind: 'explain', user: 'alice', app: 'Salesforce' } as const;
const nothing: Answer = { kind: 'notUnderstood', text: '', reason: 'nonsense' };
const denied: Answer = { kind: 'denied', question, who: 'graph' };

function withData(data: unknown): RawActivity {
  return fixture('card-execute', {
    value: { action: { type: 'Action.Execute', verb: 'checkAgain', data }, trigger: 'manual' },
  });
}

function cardIn(reply: Reply): { readonly [key: string]: unknown } {
  assert.equal(reply.status, 200);
  assert.equal(reply.json?.statusCode, 200);
  assert.equal(reply.json.type, cardType);
  return reply.json.value as { readonly [key: string]: unknown };
}

describe("a card's button (Action.Execute)", () => {
  let bot: TestBot;
  const start = async (options?: BotOptions) => {
    bot = await startBot(options);
    return bot;
  };
  afterEach(() => bot.close());

  it('asks its question and changes the card for who pressed it, then for everybody', async () => {
    const { connector, post, asked } = await start();

    const card = cardIn(await post(fixture('card-execute')));
    await connector.until('the update', (calls) => calls.length === 1);

    assert.deepEqual(asked[0]?.question, question);
    assert.equal(asked[0]?.text, undefined);
    assert.equal(card.said, `topic: ${JSON.stringify(question)}`);
    const [update] = connector.calls;
    assert.equal(update?.how, 'update');
    assert.equal(update.id, '1795426103000');
    assert.equal(update.conversation, 'a:1-personal-chat');
    assert.deepEqual(update.activity.attachments?.[0]?.content, card);
  });

  it('changes the card in the thread of a channel', async () => {
    const { connector, post } = await start();

    cardIn(await post(fixture('card-execute-channel')));
    await connector.until('the update', (calls) => calls.length === 1);

    assert.equal(connector.calls[0]?.conversation, '19:general@thread.tacv2;messageid=1795426102000');
  });

  it('answers the question behind a choice at once', async () => {
    const { connector, post, asked } = await start();

    cardIn(await post(fixture('card-choose')));
    await connector.until('the update', (calls) => calls.length === 1);

    assert.deepEqual(asked[0]?.question, {
      kind: 'explain',
      user: 'aaaaaaaa-0000-4000-8000-00000000000b',
      app: 'Salesforce',
    });
    assert.equal(connector.calls[0]?.id, '1795426103001');
  });

  it('says which answer a choice corrects', async () => {
    const { connector, post, asked } = await start();
    const tap = fixture('card-choose');
    const { action } = tap.value as { readonly action: { readonly data: object } };

    cardIn(await post({ ...tap, value: { action: { ...action, data: { ...action.data, of: 'an-answer-1' } } } }));
    await connector.until('the update', (calls) => calls.length === 1);

    assert.equal(asked[0]?.corrects, 'an-answer-1');
  });

  it('never pushes a refusal or a failure to the others in the chat', async () => {
    const { connector, post } = await start({ ask: async () => answered(denied) });

    const card = cardIn(await post(fixture('card-execute-channel')));
    await bot.stop();

    assert.equal(card.said, 'denied');
    assert.deepEqual(connector.calls, []);
  });

  it('never shows one asker what another was answered', async () => {
    const { post } = await start({
      ask: async ({ asker }) =>
        answered({ kind: 'topic', question: { kind: 'help' }, topic: asker?.aadObjectId ?? 'nobody' }),
    });
    const from = (id: string) => fixture('card-execute', { replyToId: undefined, from: { id, aadObjectId: id } });

    const replies = await Promise.all(['one', 'two', 'three'].map((id) => post(from(id))));

    assert.deepEqual(
      replies.map((reply) => cardIn(reply).said),
      ['topic: one', 'topic: two', 'topic: three'],
    );
  });

  it('says that it is still looking when the answer takes long, and changes the card when it is there', async () => {
    const answer = Promise.withResolvers<void>();
    const { connector, post } = await start({
      timings: { messageMs: 5000, invokeMs: 30, typingMs: 1000, interimMs: 10 },
      ask: async () => {
        await answer.promise;
        return answered({ kind: 'topic', question: { kind: 'help' }, topic: 'late' });
      },
    });

    const reply = await post(fixture('card-execute'));
    const before = connector.calls.length;
    answer.resolve();
    await connector.until('the update', (calls) => calls.length === 1);

    assert.deepEqual(reply.json, { statusCode: 200, type: lineType, value: 'still looking' });
    assert.equal(before, 0);
    assert.equal(connector.calls[0]?.how, 'update');
    assert.equal(connector.calls[0]?.activity.summary, 'topic: late');
  });

  it('tells of a late failure in a message of its own, and leaves the card', async () => {
    const { connector, post } = await start({
      timings: { messageMs: 5000, invokeMs: 0, typingMs: 1000, interimMs: 10 },
      ask: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return answered(denied);
      },
    });

    await post(fixture('card-execute'));
    await connector.until('the message', (calls) => calls.length === 1);

    assert.equal(connector.calls[0]?.how, 'reply');
    assert.equal(connector.calls[0]?.activity.summary, 'denied');
  });

  const garbled: readonly (readonly [string, RawActivity])[] = [
    ['no value', fixture('card-execute', { value: undefined })],
    ['a text for a value', fixture('card-execute', { value: 'checkAgain' })],
    ['no action', fixture('card-execute', { value: {} })],
    ['no data', withData(undefined)],
    ['no question', withData({ verb: 'checkAgain' })],
    ['an unknown kind of question', withData({ question: { kind: 'dropTenant' } })],
    ['a question of another shape', withData({ question: { kind: 'explain', user: { $ne: '' } } })],
    ['a list', withData([question])],
    ['a name of endless length', withData({ question: { ...question, user: 'a'.repeat(10_000) } })],
    ['more people than one answer holds', withData({ question: manyPeople(21, 'alice') })],
    ['one of many people with a name of endless length', withData({ question: manyPeople(2, 'a'.repeat(600)) })],
    ['a kind of change that there is none of', withData({ question: { kind: 'appChanges', change: 'renamed' } })],
    ['broken JSON', withData('{"question":')],
  ];
  for (const [what, activity] of garbled) {
    it(`is answered kindly when it is forged or of long ago: ${what}`, async () => {
      const { connector, post, asked } = await start({ ask: async () => answered(nothing) });

      const reply = await post(activity);

      assert.deepEqual(reply.json, { statusCode: 200, type: lineType, value: 'notUnderstood' });
      // Who pressed it is looked at all the same.
      assert.deepEqual(
        asked.map(({ text, question }) => [text, question]),
        [[undefined, undefined]],
      );
      assert.deepEqual(connector.calls, []);
    });
  }

  it('passes on nothing but a question', async () => {
    const { post, asked } = await start();

    await post(
      withData({ question: { ...question, admin: true, __proto__: { x: 1 } }, asker: { aadObjectId: 'someone else' } }),
    );

    assert.deepEqual(asked[0]?.question, question);
    assert.equal(asked[0]?.asker?.aadObjectId, 'aaaaaaaa-0000-4000-8000-000000000001');
  });

  it('may carry its data as JSON in a text, or a question in words', async () => {
    const { post, asked } = await start();

    await post(withData(JSON.stringify({ question })));
    await post(withData({ verb: 'ask', text: 'why was bob skipped in Zoom?' }));

    assert.deepEqual(asked[0]?.question, question);
    assert.equal(asked[1]?.text, 'why was bob skipped in Zoom?');
  });
});

describe("a card's button in an older client (Action.Submit)", () => {
  let bot: TestBot;
  const start = async (options?: BotOptions) => {
    bot = await startBot(options);
    return bot;
  };
  afterEach(() => bot.close());

  it('asks its question, shows typing and changes the card in place', async () => {
    const { connector, post, asked } = await start();

    const reply = await post(fixture('card-submit'));

    assert.equal(reply.status, 200);
    assert.deepEqual(asked[0]?.question, question);
    assert.ok(connector.typing().length > 0);
    const [update, ...more] = connector.messages();
    assert.equal(update?.how, 'update');
    assert.equal(update.id, '1795426103000');
    assert.equal(more.length, 0);
  });

  it('answers with a message where the card is gone', async () => {
    const { connector, post } = await start();
    connector.answerWith(
      (call) => call.how === 'update',
      [{ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } }],
    );

    await post(fixture('card-submit'));

    assert.deepEqual(
      connector.messages().map((call) => call.how),
      ['update', 'reply'],
    );
  });

  it('answers with a message where no card is named', async () => {
    const { connector, post } = await start();

    await post({ ...fixture('card-submit'), replyToId: '' });

    assert.deepEqual(
      connector.messages().map((call) => call.how),
      ['reply'],
    );
  });

  it('keeps the card when there is nothing better to show', async () => {
    const { connector, post } = await start({ ask: async () => answered(denied) });

    await post(fixture('card-submit'));

    assert.deepEqual(
      connector.messages().map((call) => call.how),
      ['reply'],
    );
  });

  it('is answered kindly when it is forged', async () => {
    const { connector, post, asked } = await start({ ask: async () => answered(nothing) });

    await post(fixture('card-submit', { value: { verb: 'checkAgain', question: { kind: 'x' } } }));

    assert.equal(connector.messages()[0]?.activity.summary, 'notUnderstood');
    assert.equal(asked[0]?.question, undefined);
  });
});

function manyPeople(count: number, name: string): object {
  return { kind: 'explainMany', users: Array.from({ length: count }, () => name), app: 'Salesforce' };
}
