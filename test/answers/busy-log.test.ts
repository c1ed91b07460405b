import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createSandbox, type Listening, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { BotServer } from '../../src/teams/server.ts';
import { fixture, send } from '../support/bot.ts';
import { type Call, type FakeConnector, startConnector } from '../support/connector.ts';
import { openFakeStore } from '../support/fake-store.ts';

/** What a card says, as one text. */
function textOf(call: Call): string {
  return JSON.stringify(call.activity.attachments);
}

describe('people who ask while the log is throttled', () => {
  let sandbox: Sandbox;
  let tenant: Listening;
  let connector: FakeConnector;
  let app: BotServer;
  let url: string;

  beforeEach(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: { requests: 1, windowMs: 4_000 } });
    tenant = await sandbox.listen();
    connector = await startConnector();
    const config = loadConfig({
      PORT: '0',
      ALLOW_UNAUTHENTICATED: 'true',
      GRAPH_ENDPOINT: tenant.url,
      GRAPH_TOKEN: 'sandbox',
    });
    app = createApp(config, {
      fetch,
      now: () => new Date(),
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: pino({ level: 'silent' }),
      openStore: openFakeStore,
    });
    ({ url } = await app.listen());
  });
  afterEach(async () => {
    await app.close();
    await connector.close();
    await tenant.close();
  });

  const updates = () => connector.calls.filter(({ how }) => how === 'update');
  const ask = (text: string) =>
    send(url, JSON.stringify({ ...fixture('asked-personal', { text }), serviceUrl: connector.serviceUrl }));

  it('are told at once what stands today, and on the same card what came of it', async () => {
    await ask('why was alice skipped in Salesforce?');
    await ask('why was carol skipped in Salesforce?');

    const [, first] = connector.messages();
    assert.ok(first);
    assert.match(textOf(first), /The log is still to come/);
    assert.match(textOf(first), /Not known yet/);
    assert.doesNotMatch(textOf(first), /What to do/);
    const last = updates().at(-1);
    assert.ok(last);
    assert.doesNotMatch(textOf(last), /still to come/);
    const sent = connector.messages().map(({ how }) => how);
    assert.deepEqual(sent, ['reply', 'reply', 'update'], 'one message each');
  });

  it('share what Graph answers, and everybody gets the answer about whom they asked', async () => {
    const people = sandbox.tenant.scenarios
      .filter(({ type, user, app: of }) => type === 'user' && user.includes('@') && of === 'Salesforce')
      .slice(0, 8);
    assert.ok(people.length >= 5);
    await ask('why was alice skipped in Salesforce?');
    sandbox.requests.splice(0);

    await Promise.all(people.map(({ user, app: of }) => ask(`why was ${user} skipped in "${of}"?`)));

    const finals = [...connector.messages(), ...updates()].map(textOf).filter((text) => !/still to come/.test(text));
    for (const { user } of people)
      assert.ok(
        finals.some((text) => text.includes(user)),
        user,
      );
    const asked = sandbox.requests.filter(({ url: of }) => of.includes('/auditLogs/provisioning'));
    assert.ok(asked.length <= 4, `${asked.length} requests for ${people.length} people`);
  });
});
