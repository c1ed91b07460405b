import assert from 'node:assert/strict';
import { answered, type BotOptions, fixture, startBot, type TestBot } from '../support/bot.ts';

const question = { kind: 'explain', user: 'alice', app: 'Salesforce' } as const;
const data = { verb: 'showToMe', v: 1, question };
const inChannel = fixture('card-execute-channel', {
  value: { action: { type: 'Action.Execute', verb: 'showToMe', data } },
});
const olderClient = fixture('asked-channel', { text: undefined, value: data, replyToId: '1795426103000' });
const ownChat = 'a:chat-with-29:1aBcD-asker';

describe('what is for the asker alone', () => {
  let bot: TestBot;
  const start = async (options?: BotOptions) => {
    bot = await startBot(options);
    return bot;
  };
  afterEach(() => bot.close());

  it('is told from what everybody reads', async () => {
    const { post, connector } = await start();

    await post(fixture('asked-personal'));
    await post(fixture('asked-channel'));
    await post(fixture('asked-group'));

    const audiences = connector.messages().map((call) => call.activity.attachments?.[0]?.content.audience);
    assert.deepEqual(audiences, ['asker', 'everybody', 'everybody']);
  });

  it('is shown in the response to the button, and nothing is sent that others read', async () => {
    const { post, connector, asked } = await start();

    const reply = await post(inChannel);
    await bot.stop();

    assert.deepEqual(asked[0]?.question, question);
    assert.match(reply.text, /"audience":"asker"/);
    assert.deepEqual(connector.calls, []);
  });

  it('comes in their own chat when the response cannot wait for it', async () => {
    const answer = Promise.withResolvers<void>();
    const { post, connector } = await start({
      timings: { messageMs: 5000, invokeMs: 20, typingMs: 1000, interimMs: 10 },
      ask: async ({ onInterim }) => {
        onInterim?.(answered({ kind: 'topic', question, topic: 'interim' }));
        await answer.promise;
        return answered({ kind: 'topic', question, topic: 'late' });
      },
    });

    const reply = await post(inChannel);
    answer.resolve();
    await connector.until('the message', (calls) => calls.length === 2);

    assert.equal(reply.json?.value, 'in your chat');
    assert.deepEqual(
      connector.calls.map(({ how, conversation }) => [how, conversation]),
      [
        ['create', ownChat],
        ['send', ownChat],
      ],
    );
    assert.equal(connector.calls[1]?.activity.attachments?.[0]?.content.audience, 'asker');
  });

  it('comes there in an older client', async () => {
    const { post, connector } = await start();

    await post(olderClient);

    const [message, ...more] = connector.messages();
    assert.equal(message?.conversation, ownChat);
    assert.equal(more.length, 0);
    assert.deepEqual(connector.typing(), []);
  });

  it('is not told at all where they have no chat with Skipper, and how to open one is', async () => {
    const { post, connector } = await start();
    const body = { error: { code: 'ForbiddenOperationException', message: 'not installed' } };
    connector.answerWith((call) => call.how === 'create', [{ status: 403, body }]);

    await post(olderClient);

    const [hint, ...more] = connector.messages();
    assert.equal(hint?.activity.text, 'no chat with you');
    assert.equal(hint.activity.attachments, undefined);
    assert.equal(more.length, 0);
  });

  it('is nothing apart in their own chat: the card changes as ever', async () => {
    const { post, connector } = await start();

    await post(fixture('card-execute', { value: { action: { type: 'Action.Execute', verb: 'showToMe', data } } }));
    await connector.until('the update', (calls) => calls.length === 1);

    assert.equal(connector.calls[0]?.how, 'update');
  });
});
