import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { CredentialFactory } from '../../src/teams/adapter.ts';
import { type Authority, issuer, startAuthority, type TokenParts } from '../support/authority.ts';
import { type BotOptions, fixture, type RawActivity, startBot, type TestBot } from '../support/bot.ts';

const botId = '11111111-2222-3333-4444-555555555555';
const tenantId = '99999999-8888-7777-6666-555555555555';
const foreignTenant = '12121212-0000-0000-0000-000000000000';

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

const singleTenant = { BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'secret' };

describe('a bot with an identity', () => {
  let authority: Authority;
  let bot: TestBot;
  const start = async (identity: object, options: BotOptions = { credentials }) => {
    bot = await startBot({
      ...options,
      env: {
        ALLOW_UNAUTHENTICATED: undefined,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        BOT_ID: botId,
        BOT_TENANT_ID: tenantId,
        BOT_OPENID_METADATA_URL: authority.metadataUrl,
        BOT_TOKEN_ISSUER: issuer,
        ...identity,
      },
    });
  };
  beforeEach(async () => {
    authority = await startAuthority(botId);
    await start(singleTenant);
  });
  afterEach(async () => {
    await bot.close();
    await authority.close();
  });

  const signed = ({ claims, ...parts }: TokenParts = {}) => ({
    authorization: authority.token({ claims: { serviceurl: bot.connector.serviceUrl, ...claims }, ...parts }),
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

  const soon = Math.floor(Date.now() / 1000) + 3600;
  /** With the published key taken for a shared secret, as a careless verifier would. */
  const confused = () => {
    const [head, body] = authority
      .token({ header: { alg: 'HS256' } })
      .replace('Bearer ', '')
      .split('.');
    return `Bearer ${head}.${body}.${createHmac('sha256', 'key-1').update(`${head}.${body}`).digest('base64url')}`;
  };
  const refused: readonly (readonly [what: string, headers: () => Readonly<Record<string, string>>])[] = [
    ['without a token', () => ({})],
    ['with a token that is none', () => ({ authorization: 'Bearer x.y.z' })],
    ['with another scheme', () => ({ authorization: 'Basic c2tpcHBlcjpza2lwcGVy' })],
    ['for another bot', () => signed({ claims: { aud: '00000000-0000-0000-0000-000000000000' } })],
    ['for nobody', () => signed({ claims: { aud: undefined } })],
    ['of another issuer', () => signed({ claims: { iss: 'https://api.botframework.com' } })],
    ['that has expired', () => signed({ claims: { exp: 1_000_000, nbf: 1 } })],
    ['that is not valid yet', () => signed({ claims: { nbf: soon, exp: soon + 600 } })],
    ['that never ends', () => signed({ claims: { exp: undefined } })],
    ['for another service URL', () => signed({ claims: { serviceurl: 'https://smba.trafficmanager.net/uk/' } })],
    ['for no service URL', () => signed({ claims: { serviceurl: undefined } })],
    ['signed by a stranger', () => signed({ key: authority.stranger })],
    ['signed with a key that nobody published', () => signed({ key: authority.stranger, header: { kid: 'key-9' } })],
    ['signed for another channel', () => signed({ key: authority.ofWebChat, header: { kid: 'key-2' } })],
    ['with a token that is not signed', () => ({ authorization: authority.unsigned() })],
    ['with an algorithm of its own choice', () => ({ authorization: confused() })],
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

  for (const [how, activity] of [
    ['typed', 'asked-personal'],
    ['tapped', 'card-execute'],
    ['tapped in an older client', 'card-submit'],
  ] as const) {
    it(`tells another tenant nothing, though its token is valid: ${how}`, async () => {
      const told = fixture(activity);
      const conversation = { ...(told.conversation as object), tenantId: foreignTenant };

      const reply = await bot.post({ ...told, conversation }, signed());
      await bot.stop();

      assert.equal(reply.status, 200);
      assert.equal(bot.asked.length, 0);
      const shown = JSON.stringify([reply.json, bot.connector.messages()]);
      assert.match(shown, /"said":"denied"/);
      assert.doesNotMatch(shown, /topic/);
    });
  }

  it('takes the tenant from wherever an activity tells it, and all of them must be its own', async () => {
    const told = fixture('asked-personal');
    const foreign: readonly RawActivity[] = [
      { ...told, channelData: { tenant: { id: foreignTenant } } },
      {
        ...told,
        conversation: { id: 'a:2', conversationType: 'personal' },
        channelData: { tenant: { id: foreignTenant } },
      },
      { ...told, from: { ...(told.from as object), tenantId: foreignTenant } },
      { ...told, conversation: { id: 'a:2', conversationType: 'personal' }, channelData: {} },
    ];

    for (const activity of foreign) await bot.post(activity, signed());

    assert.equal(bot.asked.length, 0);
    assert.deepEqual(
      bot.connector.messages().map((call) => call.activity.summary),
      ['denied', 'denied', 'denied', 'denied'],
    );
  });

  it('answers in Teams only: elsewhere people say themselves who they are', async () => {
    const header = { kid: 'key-2' };

    const reply = await bot.post(
      fixture('asked-personal', { channelId: 'webchat' }),
      signed({ key: authority.ofWebChat, header }),
    );

    assert.equal(reply.status, 403);
    assert.equal(bot.asked.length, 0);
    assert.deepEqual(bot.connector.calls, []);
  });

  for (const [type, identity] of [
    ['a password', singleTenant],
    ['a managed identity', { BOT_TYPE: 'UserAssignedMsi' }],
  ] as const) {
    it(`knows its own requests when it signs in with ${type}`, async () => {
      await bot.close();
      await start(identity, {});
      // Answered in the response, so that the bot need not sign in to anything itself.
      const tap = fixture('card-execute', { replyToId: undefined });

      const answered = await bot.post(tap, signed());
      const refusedToo = await bot.post(tap, signed({ claims: { aud: foreignTenant } }));

      assert.equal(answered.json?.statusCode, 200);
      assert.equal(refusedToo.status, 401);
    });
  }

  it('never writes a token into its log', async () => {
    for (const [, headers] of refused) await bot.post(fixture('asked-personal'), headers());
    await bot.post(fixture('asked-personal'), signed());

    assert.doesNotMatch(JSON.stringify(bot.logged), /eyJ|Bearer/);
  });
});
