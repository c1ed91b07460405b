import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { createSandbox, type Listening, type Sandbox } from '../src/sandbox/sandbox.ts';
import type { BotServer } from '../src/teams/server.ts';
import { fixture, type LogLine, type RawActivity, type Reply, send } from './support/bot.ts';
import { type Call, type FakeConnector, startConnector } from './support/connector.ts';
import { openFakeStore } from './support/fake-store.ts';

interface CardButton {
  readonly type: string;
  readonly verb?: string;
  readonly data?: unknown;
}

/** Every text of a card, and every button that asks something. */
function readCard(card: unknown): { readonly text: string; readonly buttons: readonly CardButton[] } {
  const texts: string[] = [];
  const buttons: CardButton[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    if ('type' in node && node.type === 'Action.Execute') buttons.push(node as CardButton);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'data' || key === 'fallback') continue;
      if (key === 'text' && typeof value === 'string') texts.push(value);
      else visit(value);
    }
  };
  visit(card);
  return { text: texts.join('\n'), buttons };
}

describe('the whole bot on the sample tenant', () => {
  let sandbox: Sandbox;
  let tenant: Listening;
  let connector: FakeConnector;
  let app: BotServer;
  let url: string;
  let logged: LogLine[];

  before(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: false });
    tenant = await sandbox.listen();
  });
  after(() => tenant.close());

  const start = async (graphEndpoint: string) => {
    connector = await startConnector();
    logged = [];
    const config = loadConfig({
      PORT: '0',
      ALLOW_UNAUTHENTICATED: 'true',
      GRAPH_ENDPOINT: graphEndpoint,
      GRAPH_TOKEN: 'sandbox',
    });
    const lines = { write: (line: string) => void logged.push(JSON.parse(line) as LogLine) };
    app = createApp(config, {
      fetch,
      now: () => new Date(),
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: pino({ level: 'debug' }, lines),
      openStore: openFakeStore,
    });
    ({ url } = await app.listen());
  };
  beforeEach(() => start(tenant.url));
  afterEach(async () => {
    sandbox.faults.clear();
    await app.close();
    await connector.close();
  });

  const post = (activity: RawActivity): Promise<Reply> =>
    send(url, JSON.stringify({ ...activity, serviceUrl: connector.serviceUrl }));

  const ask = async (text: string) => {
    const reply = await post(fixture('asked-personal', { text }));
    assert.equal(reply.status, 200);
    return shown(connector.messages().at(-1));
  };

  const shown = (call: Call | undefined) => {
    const attachment = call?.activity.attachments?.[0];
    assert.equal(attachment?.contentType, 'application/vnd.microsoft.card.adaptive');
    return { ...readCard(attachment.content), summary: call?.activity.summary ?? '' };
  };

  const press = (button: CardButton | undefined, cardId = '1795426103000') => {
    const { verb, data } = button ?? {};
    return post(
      fixture('card-execute', { replyToId: cardId, value: { action: { type: 'Action.Execute', verb, data } } }),
    );
  };

  it('says why, with the wanted and the actual value, and who does what', async () => {
    const { text, summary } = await ask('why was alice skipped in Salesforce?');

    assert.match(summary, /Alice Smith was skipped in Salesforce/);
    assert.match(text, /department/);
    assert.match(text, /“sales”/);
    assert.match(text, /“Sales”/);
    assert.match(text, /Helpdesk/);
    assert.equal(connector.messages().length, 1);
    assert.ok(connector.typing().length > 0);
  });

  it('checks again from the card, in place', async () => {
    const { buttons } = await ask('why was alice skipped in Salesforce?');

    const reply = await press(buttons.find((button) => button.verb === 'checkAgain'));
    await connector.until('the update', (calls) => calls.some((call) => call.how === 'update'));

    assert.equal(reply.json?.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(readCard(reply.json.value).text, /“sales”/);
    assert.equal(connector.calls.find((call) => call.how === 'update')?.id, '1795426103000');
  });

  it('asks who is meant, and answers at a tap', async () => {
    const choice = await ask('why was noah skipped in Slack?');
    const buttons = choice.buttons.filter((button) => button.verb === 'choose');

    const reply = await press(buttons[0]);
    await connector.until('the update', (calls) => calls.some((call) => call.how === 'update'));

    assert.ok(buttons.length >= 2);
    assert.equal(reply.json?.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(readCard(reply.json.value).text, /Noah[\s\S]*Slack/);
  });

  it('answers its own examples at a tap', async () => {
    const { buttons } = await ask('help');
    const examples = buttons.filter((button) => button.verb === 'ask');

    assert.ok(examples.length >= 3);
    for (const example of examples) {
      const reply = await press(example);
      assert.equal(reply.json?.type, 'application/vnd.microsoft.card.adaptive', JSON.stringify(example.data));
      assert.doesNotMatch(readCard(reply.json.value).text, /not understood/);
    }
  });

  for (const text of ['help', 'HELP']) {
    it(`helps who says ${text}`, async () => {
      assert.match((await ask(text)).summary, /Ask why somebody was skipped/);
    });
  }

  for (const text of ['hi', 'Hello', 'hello!']) {
    it(`greets who says ${text}, with something to ask`, async () => {
      const { summary, buttons } = await ask(text);
      assert.equal(summary, 'Hi there');
      assert.ok(buttons.length > 0, 'a way forward');
    });
  }

  it('helps in a channel too, and when it is mentioned without a word', async () => {
    await post(fixture('asked-channel', { text: '<at>Skipper</at>&nbsp;help' }));
    await post(fixture('asked-channel', { text: '<at>Skipper</at>' }));

    const [help, nothing] = connector.messages().map((call) => shown(call));
    assert.match(help?.summary ?? '', /Ask why somebody was skipped/);
    assert.ok((nothing?.buttons.length ?? 0) > 0, 'a way forward');
  });

  it('gives a way forward after emoji, control characters, and 100 KB', async () => {
    for (const text of ['😀😀😀', '\u0000\u0007\u001b', 'why '.repeat(25_000)]) {
      const { buttons, text: shownText } = await ask(text);
      assert.ok(buttons.length > 0, shownText);
    }
  });

  it('takes nonsense for nobody and no app, and says what to ask', async () => {
    const { text, buttons } = await ask('flurb gnarf');

    assert.match(text, /This question is not understood/);
    assert.doesNotMatch(text, /gnarf/);
    assert.ok(buttons.length > 0, 'a way forward');
  });

  it('takes a mentioned colleague for the person', async () => {
    const named = fixture('asked-channel', {
      text: '<at>Skipper</at> why was <at>Alice Smith</at> skipped in Salesforce?',
      entities: [
        { type: 'mention', text: '<at>Skipper</at>', mentioned: { id: '28:11111111-2222-3333-4444-555555555555' } },
        { type: 'mention', text: '<at>Alice Smith</at>', mentioned: { id: '29:alice', name: 'Alice Smith' } },
      ],
    });

    await post(named);

    assert.match(shown(connector.messages()[0]).summary, /Alice Smith was skipped in Salesforce/);
  });

  it('names the nearest when nobody is called so', async () => {
    const { text, buttons } = await ask('why was alixe smyth skipped in Salesforce?');

    assert.match(text, /Alice Smith/);
    assert.ok(buttons.some((button) => button.verb === 'choose'));
  });

  it('tells the asker that it may not read, and the operator which permission is missing', async () => {
    sandbox.permissions.delete('User.Read.All');
    try {
      const { summary } = await ask('why was alice skipped in Salesforce?');

      assert.match(summary, /may not read/);
      assert.ok(logged.some((line) => line.level === 50 && /permission/.test(line.msg)));
    } finally {
      sandbox.permissions.add('User.Read.All');
    }
  });

  it('says that Graph cannot be reached, and keeps its stack for the log', async () => {
    await app.close();
    await connector.close();
    await start('http://127.0.0.1:9');

    const { summary, text } = await ask('why was alice skipped in Salesforce?');

    assert.match(summary, /cannot be reached/);
    assert.doesNotMatch(text, /ECONNREFUSED|\bat .+\(|node:/);
  });

  it('says that Graph has a fault, whatever it sends', async () => {
    for (const fault of [{ status: 500 }, { status: 200, body: '{"value": [{"id":' }, { truncate: true }]) {
      sandbox.faults.next({ path: /./, times: 1000, ...fault });
      const { summary } = await ask('why was alice skipped in Salesforce?');
      sandbox.faults.clear();

      assert.match(summary, /Microsoft Graph/, JSON.stringify(fault));
    }
  });

  it('never logs what was asked, nor the token', async () => {
    await ask('why was alice skipped in Salesforce?');

    const everything = JSON.stringify(logged);
    assert.doesNotMatch(everything, /alice/i);
    assert.doesNotMatch(everything, /Bearer/);
  });
});
