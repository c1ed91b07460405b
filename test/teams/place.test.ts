import assert from 'node:assert/strict';
import { fixture, startBot, type TestBot } from '../support/bot.ts';

describe('where a turn takes place', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  it('is told with the time zone of who asks', async () => {
    await bot.post(fixture('asked-personal'));

    const [request] = bot.asked;
    assert.equal(request?.timeZone, 'Europe/London');
    assert.equal(request.place?.type, 'personal');
    assert.equal(request.place.conversationId, 'a:1-personal-chat');
    assert.equal(request.place.threadId, undefined);
    assert.deepEqual(request.place.reference, {
      channelId: 'msteams',
      serviceUrl: bot.connector.serviceUrl,
      conversation: { id: 'a:1-personal-chat', type: 'personal', tenantId: '99999999-8888-7777-6666-555555555555' },
      bot: { id: '28:11111111-2222-3333-4444-555555555555' },
      user: { id: '29:1aBcD-asker', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
    });
  });

  it('parts the thread of a channel from the channel', async () => {
    await bot.post(fixture('asked-channel'));
    await bot.post(fixture('card-execute-channel'));

    for (const { place } of bot.asked) {
      assert.equal(place?.type, 'channel');
      assert.equal(place.conversationId, '19:general@thread.tacv2');
      assert.equal(place.threadId, '1795426102000');
    }
  });

  it('is taken for a chat of several where nobody says what it is', async () => {
    for (const conversation of [{ id: 'c' }, { id: 'c', conversationType: 'hall' }, { id: 'c', conversationType: 7 }]) {
      await bot.post(fixture('asked-personal', { conversation }));
    }

    assert.deepEqual(
      bot.asked.map(({ place }) => place?.type),
      ['groupChat', 'groupChat', 'groupChat'],
    );
  });
});
