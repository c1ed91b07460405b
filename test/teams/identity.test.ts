import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CredentialFactory } from '../../src/teams/adapter.ts';
import { fixture, startBot, type TestBot } from '../support/bot.ts';

const botId = '11111111-2222-3333-4444-555555555555';
const tenantId = '99999999-8888-7777-6666-555555555555';
const issuer = 'https://issuer.example';

interface Authority {
  readonly metadataUrl: string;
  token(claims?: object, key?: KeyObject): string;
  readonly stranger: KeyObject;
  close(): Promise<void>;
}

/** Publishes the key that requests are signed with, as Bot Framework does. */
async function startAuthority(): Promise<Authority> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const server = createServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    const keys = [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements: ['msteams'] }];
    const body = req.url === '/keys' ? { keys } : { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` };
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const now = Math.floor(Date.now() / 1000);
  return {
    metadataUrl: `http://127.0.0.1:${port}/.well-known/openidconfiguration`,
    stranger,
    token(claims = {}, key = own.privateKey) {
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      const head = encode({ alg: 'RS256', typ: 'JWT', kid: 'key-1' });
      const body = encode({ iss: issuer, aud: botId, nbf: now - 60, exp: now + 600, ...claims });
      const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(key).toString('base64url');
      return `Bearer ${head}.${body}.${signature}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bot's own sign-in, without Microsoft: a token as it is. */
const credentials = {
  isValidAppId: async (appId: string) => appId === botId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { readonly headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', 'Bearer of-the-bot');
      return request;
    },
  }),
} as unknown as NonNullable<CredentialFactory>;

describe('a bot with an identity', () => {
  let authority: Authority;
  let bot: TestBot;
  beforeEach(async () => {
    authority = await startAuthority();
    bot = await startBot({
      credentials,
      env: {
        ALLOW_UNAUTHENTICATED: undefined,
        HOST: '127.0.0.1',
        BOT_ID: botId,
        BOT_TYPE: 'SingleTenant',
        BOT_TENANT_ID: tenantId,
        BOT_PASSWORD: 'secret',
        BOT_OPENID_METADATA_URL: authority.metadataUrl,
        BOT_TOKEN_ISSUER: issuer,
      },
    });
  });
  afterEach(async () => {
    await bot.close();
    await authority.close();
  });

  const signed = (claims?: object, key?: KeyObject) => ({
    authorization: authority.token({ serviceurl: bot.connector.serviceUrl, ...claims }, key),
  });

  it('answers a request that Bot Framework signed, under its own name', async () => {
    const reply = await bot.post(fixture('asked-personal'), signed());

    assert.equal(reply.status, 200);
    const [message] = bot.connector.messages();
    assert.equal(message?.activity.summary, 'topic: why was alice skipped in Salesforce?');
    assert.equal(message.authorization, 'Bearer of-the-bot');
  });

  it('changes a card under its own name', async () => {
    await bot.post(fixture('card-execute'), signed());
    await bot.connector.until('the update', (calls) => calls.length === 1);

    assert.equal(bot.connector.calls[0]?.how, 'update');
    assert.equal(bot.connector.calls[0]?.authorization, 'Bearer of-the-bot');
  });

  const refused: readonly (readonly [what: string, headers: () => Readonly<Record<string, string>>])[] = [
    ['without a token', () => ({})],
    ['with a token that is none', () => ({ authorization: 'Bearer x.y.z' })],
    ['with another scheme', () => ({ authorization: 'Basic c2tpcHBlcjpza2lwcGVy' })],
    ['for another bot', () => signed({ aud: '00000000-0000-0000-0000-000000000000' })],
    ['of another issuer', () => signed({ iss: 'https://api.botframework.com' })],
    ['that has expired', () => signed({ exp: 1_000_000, nbf: 1 })],
    ['for another service URL', () => signed({ serviceurl: 'https://smba.trafficmanager.net/uk/' })],
    ['signed by a stranger', () => signed({}, authority.stranger)],
    ['whose token is rubbish', () => ({ authorization: `Bearer ${'!'.repeat(5000)}.${'e30'}.x` })],
  ];
  for (const [what, headers] of refused) {
    it(`refuses a request ${what}`, async () => {
      const reply = await bot.post(fixture('asked-personal'), headers());

      assert.equal(reply.status, 401);
      assert.equal(reply.json?.code, 'Unauthorized');
      assert.equal(bot.asked.length, 0);
      assert.deepEqual(bot.connector.calls, []);
    });
  }

  it('says that it cannot authenticate when the keys are not to be had', async () => {
    await authority.close();

    const reply = await bot.post(fixture('asked-personal'), signed());

    assert.equal(reply.status, 503);
    assert.equal(bot.asked.length, 0);
    assert.match(bot.logged.find((line) => line.level === 50)?.msg ?? '', /BOT_OPENID_METADATA_URL/);
  });

  it('refuses to tell another tenant about its own', async () => {
    const foreign = {
      conversation: { id: 'a:2', conversationType: 'personal', tenantId: '12121212-0000-0000-0000-000000000000' },
    };

    const reply = await bot.post(fixture('asked-personal', foreign), signed());

    assert.equal(reply.status, 200);
    assert.equal(bot.asked.length, 0);
    assert.equal(bot.connector.messages()[0]?.activity.summary, 'denied');
  });
});
