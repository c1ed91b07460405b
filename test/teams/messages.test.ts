import assert from 'node:assert/strict';
import { answered, type BotOptions, fixture, startBot, type TestBot } from '../support/bot.ts';
import type { Call } from '../support/connector.ts';

function cardOf(call: Call | undefined): { readonly [key: string]: unknown } {
  const attachment = call?.activity.attachments?.[0];
  assert.equal(attachment?.contentType, 'application/vnd.microsoft.card.adaptive');
  return attachment.content;
}

describe('a message from Teams', () => {
  let bot: TestBot;
  const start = async (options?: BotOptions) => {
    bot = await startBot(options);
    return bot;
  };
  afterEach(() => bot.close());

  it('is answered in a personal chat with one card and a line for the notification', async () => {
    const { connector, post, asked } = await start();

    const reply = await post(fixture('asked-personal'));

    assert.equal(reply.status, 200);
    assert.equal(reply.text, '');
    const [message, ...more] = connector.messages();
    assert.equal(more.length, 0);
    assert.equal(message?.how, 'reply');
    assert.equal(message.conversation, 'a:1-personal-chat');
    assert.equal(message.id, '1795426102926');
    assert.equal(message.activity.from?.id, '28:11111111-2222-3333-4444-555555555555');
    assert.equal(message.activity.summary, 'topic: why was alice skipped in Salesforce?');
    assert.equal(cardOf(message).said, 'topic: why was alice skipped in Salesforce?');
    assert.equal(asked[0]?.text, 'why was alice skipped in Salesforce?');
    assert.deepEqual(asked[0]?.asker, {
      id: '29:1aBcD-asker',
      name: 'Alex Wilber',
      aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001',
    });
  });

  it('is answered in the words of the locale and time zone of the asker', async () => {
    const { connector, post } = await start();

    await post(fixture('asked-personal'));

    assert.deepEqual(cardOf(connector.messages()[0]).reader, { locale: 'en-GB', timeZone: 'Europe/London' });
  });

  it('loses the mention of the bot in a group chat', async () => {
    const { connector, post, asked } = await start();

    await post(fixture('asked-group'));

    assert.equal(asked[0]?.text, 'why was alice skipped in Salesforce?');
    assert.equal(connector.messages()[0]?.conversation, '19:group-chat@thread.v2');
  });

  it('is answered in its thread of a channel', async () => {
    const { connector, post, asked } = await start();

    await post(fixture('asked-channel'));

    assert.equal(asked[0]?.text, 'why was alice skipped in Salesforce?');
    assert.equal(connector.messages()[0]?.conversation, '19:general@thread.tacv2;messageid=1795426102000');
    for (const sign of connector.typing())
      assert.equal(sign.conversation, '19:general@thread.tacv2;messageid=1795426102000');
  });

  it('names a mentioned colleague in quotes', async () => {
    const { post, asked } = await start();

    await post(fixture('asked-with-colleague'));

    assert.equal(asked[0]?.text, 'why was "Niamh O\'Brien" skipped in Salesforce?');
  });

  it('is answered when it is empty, or only an image', async () => {
    const { connector, post, asked } = await start();

    await post(fixture('pasted-image'));
    await post(fixture('asked-personal', { text: '   ' }));

    assert.deepEqual(
      asked.map((one) => one.text),
      ['', ''],
    );
    assert.equal(connector.messages().length, 2);
  });

  it('may hold 100 KB of text, control characters and emoji', async () => {
    const { connector, post, asked } = await start();
    const long = 'é'.repeat(100_000);
    const odd = 'why\u0000 \u001b[31m \u202e 😀 \ud800?';

    assert.equal((await post(fixture('asked-personal', { text: long }))).status, 200);
    assert.equal((await post(fixture('asked-personal', { text: odd }))).status, 200);

    assert.equal(asked[0]?.text?.length, 100_000);
    assert.equal(connector.messages().length, 2);
  });

  it('shows typing until the answer, and not after it', async () => {
    const answer = Promise.withResolvers<void>();
    const { connector, post } = await start({
      timings: { messageMs: 5000, invokeMs: 5000, typingMs: 20, interimMs: 10 },
      ask: async () => {
        await answer.promise;
        return answered({ kind: 'help', question: { kind: 'help' } });
      },
    });

    const posting = post(fixture('asked-personal'));
    await connector.until('typing three times', () => connector.typing().length >= 3);
    answer.resolve();
    await posting;

    const types = connector.calls.map((call) => call.activity.type);
    assert.deepEqual(types.slice(0, 3), ['typing', 'typing', 'typing']);
    assert.equal(types.at(-1), 'message');
    assert.equal(types.indexOf('message'), types.length - 1);
  });

  it('shows typing for each of two turns at once, whichever ends first', async () => {
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const { connector, post } = await start({
      timings: { messageMs: 5000, invokeMs: 5000, typingMs: 20, interimMs: 10 },
      ask: async ({ text }) => {
        await (text === 'first' ? first : second).promise;
        return answered({ kind: 'help', question: { kind: 'help' } });
      },
    });
    const signs = (conversation: string) =>
      connector.typing().filter((call) => call.conversation === conversation).length;

    const one = post(fixture('asked-personal', { text: 'first', conversation: { id: 'a:first' } }));
    const two = post(fixture('asked-personal', { text: 'second', conversation: { id: 'a:second' } }));
    await connector.until('typing in both', () => signs('a:first') > 0 && signs('a:second') > 0);
    first.resolve();
    await one;
    const soFar = signs('a:second');
    await connector.until('typing in the second to go on', () => signs('a:second') >= soFar + 2);
    const ended = signs('a:first');
    second.resolve();
    await two;

    assert.equal(signs('a:first'), ended);
    assert.equal(connector.messages().length, 2);
  });

  it('stops typing when the answer fails', async () => {
    const { connector, post, logged } = await start({
      timings: { messageMs: 5000, invokeMs: 5000, typingMs: 20, interimMs: 10 },
      ask: () => Promise.reject(new Error('out of order')),
    });

    const reply = await post(fixture('asked-personal'));

    assert.equal(reply.status, 200);
    const answer = cardOf(connector.messages()[0]).answer;
    assert.deepEqual(answer, {
      kind: 'unavailable',
      question: { kind: 'help' },
      because: 'internal',
      correlationId: 'id-1',
    });
    assert.equal(connector.calls.at(-1)?.activity.type, 'message');
    const line = logged.find((one) => one.level === 50);
    assert.equal(line?.correlationId, 'id-1');
    assert.ok(!JSON.stringify(connector.calls).includes('out of order'));
  });

  it('gets a last word with a reference when the answer cannot be shown', async () => {
    const { connector, post, logged } = await start({
      present: () => {
        throw new Error('no words');
      },
    });

    await post(fixture('asked-personal'));

    assert.equal(connector.messages()[0]?.activity.text, 'failed id-1');
    assert.equal(logged.find((one) => one.level === 50)?.correlationId, 'id-1');
  });

  it('is acknowledged in time when the answer takes long, and answered afterwards', async () => {
    const answer = Promise.withResolvers<void>();
    const { connector, post } = await start({
      timings: { messageMs: 30, invokeMs: 30, typingMs: 1000, interimMs: 10 },
      ask: async () => {
        await answer.promise;
        return answered({ kind: 'help', question: { kind: 'help' } });
      },
    });

    const reply = await post(fixture('asked-channel'));
    const before = connector.messages().length;
    answer.resolve();
    await connector.until('the answer', () => connector.messages().length === 1);

    assert.equal(reply.status, 200);
    assert.equal(before, 0);
    assert.equal(connector.messages()[0]?.conversation, '19:general@thread.tacv2;messageid=1795426102000');
    assert.equal(connector.messages()[0]?.id, '1795426102928');
  });

  it('is given up after its time, even by an answer that never comes', async () => {
    const { connector, post, asked } = await start({
      env: { TURN_TIMEOUT_SECONDS: '1' },
      ask: () => new Promise(() => {}),
    });

    await post(fixture('asked-personal'));

    assert.equal(asked[0]?.signal.aborted, true);
    const { answer } = cardOf(connector.messages()[0]);
    assert.deepEqual(answer, {
      kind: 'unavailable',
      question: { kind: 'help' },
      because: 'timeout',
      correlationId: 'id-1',
    });
  });

  it('is answered again after 412 and 429, and once only', async () => {
    const { connector, post } = await start();
    connector.answerWith(
      (call) => call.activity.type === 'message',
      [
        { status: 412, body: { error: { code: 'PreconditionFailed' } } },
        { status: 429, headers: { 'retry-after': '0' } },
      ],
    );

    await post(fixture('asked-personal'));

    assert.equal(connector.messages().length, 3);
  });

  it('is not sent again after a refusal, which goes to the log', async () => {
    const { connector, post, logged } = await start();
    connector.answerWith(
      (call) => call.activity.type === 'message',
      [{ status: 403, body: { error: { code: 'BotDisabledByAdmin' } } }],
    );

    const reply = await post(fixture('asked-personal'));

    assert.equal(reply.status, 200);
    assert.equal(connector.messages().length, 1);
    assert.equal(logged.find((line) => line.level === 50)?.msg, 'an answer could not be delivered');
  });

  it('is logged without what was said', async () => {
    const { post, logged } = await start();

    await post(fixture('asked-personal'));

    assert.ok(logged.some((line) => line.msg === 'received'));
    assert.ok(!JSON.stringify(logged).includes('alice'));
  });
});

describe('what is not a question', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  it('is greeted once when the bot is installed', async () => {
    await bot.post(fixture('installed-personal'));
    await bot.post(fixture('members-added-personal'));

    const [welcome, ...more] = bot.connector.calls;
    assert.equal(cardOf(welcome).said, 'help');
    assert.equal(more.length, 0);
    assert.equal(bot.asked.length, 0);
  });

  for (const step of ['upgraded-personal', 'removed-personal', 'edited', 'deleted', 'reacted']) {
    it(`is left without a word: ${step}`, async () => {
      const reply = await bot.post(fixture(step));

      assert.equal(reply.status, 200);
      assert.deepEqual(bot.connector.calls, []);
      assert.equal(bot.asked.length, 0);
    });
  }

  it('is told apart when it is an invoke of another feature', async () => {
    const reply = await bot.post(fixture('unknown-invoke'));

    assert.equal(reply.status, 501);
    assert.deepEqual(bot.connector.calls, []);
  });
});
