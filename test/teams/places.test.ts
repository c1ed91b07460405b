import assert from 'node:assert/strict';
import type { Place } from '../../src/answers/ask.ts';
import { fixture, startBot, type TestBot } from '../support/bot.ts';

describe('the way to a conversation', () => {
  let bot: TestBot;
  let kept: (readonly [what: string, place: Place])[];
  const start = async (fails = false) => {
    kept = [];
    const keep = (what: string) => async (place: Place) => {
      kept.push([what, place]);
      if (fails) throw new Error('the database is away');
    };
    bot = await startBot({ places: { seen: keep('seen'), removed: keep('removed') } });
  };
  beforeEach(() => start());
  afterEach(() => bot.close());

  it('is kept anew with every activity', async () => {
    await bot.post(fixture('asked-personal'));
    await bot.post(fixture('card-execute'));
    await bot.post(fixture('installed-personal'));

    assert.deepEqual(
      kept.map(([what]) => what),
      ['seen', 'seen', 'seen'],
    );
    const [first] = kept;
    assert.ok(first);
    assert.equal((first[1].reference as { serviceUrl: string }).serviceUrl, bot.connector.serviceUrl);
  });

  it('is let go of when the bot is uninstalled, in either way that Teams tells it', async () => {
    await bot.post(fixture('removed-personal'));
    const { recipient } = fixture('asked-channel');
    await bot.post(fixture('asked-channel', { type: 'conversationUpdate', membersRemoved: [recipient] }));
    await bot.post(fixture('asked-channel', { type: 'conversationUpdate', membersRemoved: [{ id: '29:somebody' }] }));

    assert.deepEqual(
      kept.map(([what]) => what),
      ['removed', 'removed'],
    );
  });

  it('is nothing that an answer depends on', async () => {
    await bot.close();
    await start(true);

    await bot.post(fixture('asked-personal'));

    assert.equal(bot.connector.messages().length, 1);
    assert.ok(bot.logged.some(({ msg }) => msg === 'the way to a conversation could not be kept'));
  });
});
