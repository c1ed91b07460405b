import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../../src/config.ts';
import type { CredentialFactory } from '../../src/teams/adapter.ts';
import { createSpeak, type SpeakDeps } from '../../src/teams/proactive.ts';
import type { Spoken } from '../../src/watch/speaking.ts';
import { startConnector } from '../support/connector.ts';

const content = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Salesforce is in quarantine' };
const config = loadConfig({ ALLOW_UNAUTHENTICATED: 'true' });
const now = () => new Date('2026-11-20T09:00:00Z');
const referenceTo = (serviceUrl: string, id = 'a:1') => ({
  channelId: 'msteams',
  serviceUrl,
  conversation: { id, type: 'personal' },
  bot: { id: '28:bot' },
  user: { id: '29:user' },
});
const speakWith = (deps: Partial<SpeakDeps> = {}) => createSpeak({ config, fetch, now, ...deps });
const patient = () => new AbortController().signal;

describe('speaking into a conversation later', () => {
  it('sends the card with its line for notifications, and gives the id that Teams gave it', async () => {
    const connector = await startConnector();
    try {
      const spoken = await speakWith()(referenceTo(connector.serviceUrl), content, patient());

      const [call] = connector.calls;
      assert.deepEqual(spoken, { is: 'accepted', activityId: 'sent-1' });
      assert.equal(call?.how, 'send');
      assert.equal(call.conversation, 'a:1');
      assert.equal(call.activity.summary, content.summary);
      assert.deepEqual(call.activity.attachments?.[0]?.content, content.card);
      assert.equal(call.activity.from?.id, '28:bot');
    } finally {
      await connector.close();
    }
  });

  it('speaks to a channel, not into the thread where it was last spoken to', async () => {
    const connector = await startConnector();
    try {
      const reference = referenceTo(connector.serviceUrl.slice(0, -1), '19:general@thread.tacv2;messageid=17');
      await speakWith()(reference, content, patient());

      assert.equal(connector.calls[0]?.conversation, '19:general@thread.tacv2');
    } finally {
      await connector.close();
    }
  });

  it('signs in as the bot, and tries again later when it cannot', async () => {
    const connector = await startConnector();
    let works = true;
    const credentials = {
      createCredentials: async () => ({
        async signRequest(request: { headers: Headers }) {
          if (!works) throw new Error('no network');
          request.headers.set('authorization', 'Bearer of-the-bot');
        },
      }),
    } as unknown as NonNullable<CredentialFactory>;
    try {
      const speak = speakWith({ credentials });
      await speak(referenceTo(connector.serviceUrl), content, patient());
      works = false;

      assert.equal(connector.calls[0]?.authorization, 'Bearer of-the-bot');
      assert.deepEqual(await speak(referenceTo(connector.serviceUrl), content, patient()), {
        is: 'again',
        code: 'no token',
      });
      assert.equal(connector.calls.length, 1);
    } finally {
      await connector.close();
    }
  });

  it('gives a conversation up that it does not know how to reach', async () => {
    const speak = speakWith();

    for (const reference of [
      undefined,
      {},
      { serviceUrl: 'file:///etc/passwd', conversation: { id: 'x' }, bot: { id: 'y' } },
    ]) {
      assert.equal((await speak(reference, content, patient())).is, 'refused');
    }
  });
});

describe('what Teams answers', () => {
  let server: Server;
  let url: string;
  let calls: number;
  let answer: (response: ServerResponse) => void;
  before(async () => {
    server = createServer((request, response) => {
      calls += 1;
      request.resume();
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  beforeEach(() => {
    calls = 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const reply = (status: number, body: object | string = {}, headers: Record<string, string> = {}) => {
    answer = (response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };
  const speak = async (deps?: Partial<SpeakDeps>): Promise<Spoken> => {
    const spoken = await speakWith(deps)(referenceTo(url), content, patient());
    assert.equal(calls, 1, 'one try, whatever comes back');
    return spoken;
  };
  const error = (code: string) => ({ error: { code, message: 'in words that may change' } });

  for (const status of [412, 429, 502, 503, 504]) {
    it(`is tried again later: ${status}`, async () => {
      reply(status, error('Busy'), { 'retry-after': '7' });

      assert.deepEqual(await speak(), { is: 'again', code: `${status} Busy`, afterMs: 7000 });
    });
  }

  it('is waited for until the date that it names', async () => {
    reply(429, {}, { 'retry-after': 'Fri, 20 Nov 2026 09:01:30 GMT' });

    assert.deepEqual(await speak(), { is: 'again', code: '429', afterMs: 90_000 });
  });

  const refusals: readonly (readonly [number, object, string, string | undefined, string | undefined])[] = [
    [403, error('ConversationBlockedByUser'), '403 ConversationBlockedByUser', 'removed', 'blocked'],
    [403, { error: { code: 'Forbidden', subCode: 'MessageWritesBlocked' } }, '403 Forbidden', 'removed', 'blocked'],
    [403, { subCode: 'MessageWritesBlocked' }, '403', 'removed', 'blocked'],
    [403, error('ForbiddenOperationException'), '403 ForbiddenOperationException', 'removed', 'uninstalled'],
    [403, error('BotNotInConversationRoster'), '403 BotNotInConversationRoster', 'paused', 'notInRoster'],
    [403, error('BotDisabledByAdmin'), '403 BotDisabledByAdmin', 'paused', 'disabledByAdmin'],
    [403, error('NotEnoughPermissions'), '403 NotEnoughPermissions', 'paused', 'refused'],
    [404, error('ConversationNotFound'), '404 ConversationNotFound', 'removed', 'gone'],
    [404, {}, '404', 'removed', 'gone'],
    [400, error('BadArgument'), '400 BadArgument', undefined, undefined],
    [401, error('BotNotRegistered'), '401 BotNotRegistered', undefined, undefined],
    [413, error('MessageSizeTooBig'), '413 MessageSizeTooBig', undefined, undefined],
    [500, {}, '500', undefined, undefined],
  ];
  for (const [status, body, code, state, reason] of refusals) {
    it(`ends it: ${status} ${JSON.stringify(body)}`, async () => {
      reply(status, body);

      assert.deepEqual(await speak(), { is: 'refused', code, ...(state ? { end: { state, reason } } : {}) });
    });
  }

  it('is a success also when its body breaks off', async () => {
    reply(201, '{"id": "17');

    assert.deepEqual(await speak(), { is: 'accepted', activityId: undefined });
  });

  it('is a refusal also when its body is no JSON', async () => {
    reply(403, '<html>proxy</html>');

    assert.equal((await speak()).is, 'refused');
  });

  it('is not known when the connection breaks, or nothing comes', async () => {
    answer = (response) => response.destroy();
    assert.deepEqual(await speak(), { is: 'again', code: 'UND_ERR_SOCKET' });

    calls = 0;
    answer = () => undefined;
    assert.deepEqual(await speak({ timeoutMs: 50 }), { is: 'again', code: 'timeout' });
  });

  it('is never followed elsewhere: the token is for Teams alone', async () => {
    reply(307, {}, { location: 'http://127.0.0.1:9/' });

    assert.equal((await speak()).is, 'again');
  });
});
