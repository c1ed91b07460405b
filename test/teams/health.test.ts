import assert from 'node:assert/strict';
import { type BotOptions, startBot, type TestBot } from '../support/bot.ts';

describe('the health of the bot', () => {
  let bot: TestBot;
  const get = async (path: string, options?: BotOptions) => {
    bot = await startBot(options);
    return again(path);
  };
  const again = async (path: string) => {
    const response = await fetch(`${bot.url}${path}`);
    return { status: response.status, body: await response.json() };
  };
  afterEach(() => bot.close());

  it('is alive, whatever it can reach', async () => {
    const broken = async () => {
      throw new Error('the database is at 10.1.2.3');
    };

    assert.deepEqual(await get('/healthz', { checks: { store: broken } }), { status: 200, body: { status: 'alive' } });
  });

  it('is ready when everything that it needs is there', async () => {
    const fine = async () => {};

    const { status, body } = await get('/readyz', { checks: { graph: fine, store: fine } });

    assert.equal(status, 200);
    assert.deepEqual(body, { status: 'ready', checks: { graph: 'ok', store: 'ok' } });
  });

  it('is not ready when a part is away: says which to anybody, and why to its operator only', async () => {
    const fine = async () => {};
    const broken = async () => {
      throw new Error('the database is at 10.1.2.3');
    };

    const { status, body } = await get('/readyz', { checks: { graph: fine, store: broken } });

    assert.equal(status, 503);
    assert.deepEqual(body, { status: 'notReady', checks: { graph: 'ok', store: 'failed' } });
    const told = bot.logged.filter(({ msg }) => /not ready/.test(msg));
    assert.match(JSON.stringify(told), /10\.1\.2\.3/);
  });

  it('is looked at once for all who ask at the same time', async () => {
    let looks = 0;
    await get('/readyz', {
      checks: {
        graph: async () => {
          looks += 1;
        },
      },
    });

    await Promise.all(Array.from({ length: 20 }, () => again('/readyz')));

    assert.equal(looks, 1);
  });
});
