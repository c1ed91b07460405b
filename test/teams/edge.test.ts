import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { answered, fixture, send, startBot, type TestBot } from '../support/bot.ts';

describe('the HTTP edge', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  const healthy = async () => {
    await bot.post(fixture('asked-personal'));
    assert.equal(bot.connector.messages().length, 1);
  };

  it('refuses a body that is no JSON', async () => {
    const reply = await send(bot.url, '{"type": "message"');

    assert.equal(reply.status, 400);
    await healthy();
  });

  it('refuses a body that is too big, and says so', async () => {
    const reply = await bot.post(fixture('asked-personal', { text: 'x'.repeat(2_000_000) })).catch(() => undefined);

    // A caller that is still sending may only see the connection close.
    if (reply) assert.equal(reply.status, 413);
    assert.equal(bot.asked.length, 0);
    await healthy();
  });

  it('refuses a body that is too big and does not tell its size', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const req = request(
        `${bot.url}/api/messages`,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (res) => {
          res.resume();
          resolve(res.statusCode);
        },
      );
      req.on('error', reject);
      for (let part = 0; part < 30; part++) req.write('x'.repeat(50_000));
      req.end();
    });

    assert.equal(status, 413);
    await healthy();
  });

  it('refuses what a web page could send from a browser', async () => {
    const body = JSON.stringify({ ...fixture('asked-personal'), serviceUrl: bot.connector.serviceUrl });

    const reply = await send(bot.url, body, { 'content-type': 'text/plain' });

    assert.equal(reply.status, 415);
    assert.equal(bot.asked.length, 0);
  });

  it('outlives packed bodies, whole and broken', async () => {
    for (const body of [new Uint8Array(gzipSync('{"type":"message"}')), new Uint8Array([1, 2, 3])]) {
      const reply = await send(bot.url, body, { 'content-encoding': 'gzip' });
      assert.equal(reply.status, 415);
    }
    await healthy();
  });

  for (const field of ['type', 'channelId', 'serviceUrl', 'conversation', 'recipient', 'from']) {
    it(`names what an activity lacks: ${field}`, async () => {
      const activity = { ...fixture('asked-personal'), serviceUrl: bot.connector.serviceUrl, [field]: undefined };

      const reply = await send(bot.url, JSON.stringify(activity));

      assert.equal(reply.status, 400);
      assert.ok(String(reply.json?.message).includes(field));
      assert.equal(bot.asked.length, 0);
    });
  }

  it('refuses bodies that are no object', async () => {
    for (const body of ['[]', '"message"', '1', 'null', '']) {
      assert.equal((await send(bot.url, body)).status, 400, body);
    }
    await healthy();
  });

  it('answers without the fields that it can do without', async () => {
    const { type, id, serviceUrl, channelId, conversation, recipient, from, text } = fixture('asked-personal');
    const bare = { type, id, serviceUrl, channelId, text };

    const ids = { conversation: idOf(conversation), recipient: idOf(recipient), from: idOf(from) };
    const reply = await bot.post({ ...bare, ...ids });

    assert.equal(reply.status, 200);
    const card = bot.connector.messages()[0]?.activity.attachments?.[0]?.content;
    assert.deepEqual(card?.reader, { locale: 'en', timeZone: 'UTC' });
  });

  it('answers whatever else stands in the fields', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          text: fc.jsonValue(),
          value: fc.jsonValue(),
          entities: fc.jsonValue(),
          locale: fc.jsonValue(),
          localTimezone: fc.jsonValue(),
          channelData: fc.jsonValue(),
          attachments: fc.jsonValue(),
          replyToId: fc.jsonValue(),
        }),
        async (fields) => {
          const reply = await bot.post(fixture('asked-personal', fields));
          assert.equal(reply.status, 200);
        },
      ),
      { numRuns: 40 },
    );
    const failures = bot.logged.filter((line) => line.level >= 50);
    assert.deepEqual(failures, []);
  });

  it('has no other doors', async () => {
    assert.equal((await fetch(`${bot.url}/`)).status, 404);
    assert.equal((await fetch(`${bot.url}/api/messages`)).status, 405);
    assert.equal((await fetch(`${bot.url}/api/messages`, { method: 'HEAD' })).status, 200);
  });

  it('sends answers to this machine only, as long as nobody is authenticated', async () => {
    const reply = await bot.post(fixture('asked-personal', { serviceUrl: 'https://evil.example/' }));

    assert.equal(reply.status, 403);
    assert.equal(bot.asked.length, 0);
  });
});

describe('slow callers', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot({ patience: { headersMs: 100, requestMs: 200, idleMs: 300, lookMs: 20 } });
  });
  afterEach(() => bot.close());

  /** Sends the beginning, then a byte now and again, until the other side hangs up; gives what it said before. */
  const drip = (beginning: string) =>
    new Promise<string>((resolve, reject) => {
      const { port } = new URL(bot.url);
      let heard = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(beginning));
      const dripping = setInterval(() => socket.write('x'), 20);
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(dripping);
        resolve(heard);
      });
      setTimeout(() => reject(new Error('it never hung up')), 10_000).unref();
    });
  const head = 'POST /api/messages HTTP/1.1\r\nhost: skipper\r\ncontent-type: application/json\r\n';

  it('are hung up on while they send their headers', async () => {
    assert.match(await drip(`${head}x-slow: `), /^HTTP\/1.1 408 /);
  });

  it('are hung up on while they send their body', async () => {
    assert.match(await drip(`${head}content-length: 100000\r\n\r\n{`), /^(HTTP\/1.1 4|$)/);
  });

  it('are hung up on when they say nothing at all', async () => {
    const { port } = new URL(bot.url);
    const socket = connect(Number(port), '127.0.0.1');

    await once(socket.resume(), 'close');
  });

  it('keep nobody waiting', async () => {
    const slow = Array.from({ length: 50 }, () => drip(head));

    const reply = await bot.post(fixture('asked-personal'));

    assert.equal(reply.status, 200);
    await Promise.all(slow);
  });
});

describe('stopping', () => {
  it('finishes the questions that are under way', async () => {
    const answer = Promise.withResolvers<void>();
    const bot = await startBot({
      timings: { messageMs: 10, invokeMs: 10, typingMs: 1000, interimMs: 10 },
      ask: async () => {
        await answer.promise;
        return answered({ kind: 'help', question: { kind: 'help' } });
      },
    });
    await bot.post(fixture('asked-personal'));

    const stopping = bot.stop();
    answer.resolve();
    await stopping;

    assert.equal(bot.connector.messages().length, 1);
    await bot.close();
  });

  it('ends those that take too long, and tells their askers', async () => {
    const bot = await startBot({
      env: { STOP_TIMEOUT_SECONDS: '0' },
      timings: { messageMs: 10, invokeMs: 10, typingMs: 1000, interimMs: 10 },
      ask: ({ signal, correlationId }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve(answered({ kind: 'unavailable', question: { kind: 'help' }, because: 'cancelled', correlationId }));
          });
        }),
    });
    await bot.post(fixture('asked-personal'));

    await bot.stop();

    assert.equal(bot.connector.messages()[0]?.activity.summary, 'unavailable');
    await bot.close();
  });

  it('takes no more', async () => {
    const bot = await startBot();

    await bot.stop();

    await assert.rejects(bot.post(fixture('asked-personal')));
    await bot.close();
  });

  it('says which port is taken', async () => {
    const bot = await startBot();

    await assert.rejects(startBot({ env: { PORT: new URL(bot.url).port } }), { code: 'EADDRINUSE' });

    await bot.close();
  });
});

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : undefined;
}
