import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import type { Subscription, SubscriptionChange } from '../../src/answers/subscriptions.ts';
import { loadConfig } from '../../src/config.ts';
import { createEntra } from '../../src/entra/create-entra.ts';
import type { Store } from '../../src/store/store.ts';
import { createSpeak } from '../../src/teams/proactive.ts';
import { look } from '../../src/watch/look.ts';
import type { Content, Presenting } from '../../src/watch/presenting.ts';
import { createWatcher, type Watcher, type WatcherDeps } from '../../src/watch/watcher.ts';
import { type Call, type FakeConnector, startConnector } from '../support/connector.ts';
import { aPlace, aReader } from '../support/conversation.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';
import { appIdOf, startWatchedGraph, type WatchedGraph } from '../support/watched-graph.ts';

const by = { name: 'Ada' };

/** Says which app, and what happened to it. */
const plain: Presenting = {
  urgencyOf: (_message, { about, digest }) => (about === 'nothing' ? 'not' : digest ? 'canWait' : 'atOnce'),
  compose: ({ messages, digest }): Content => {
    const said = messages.map(({ app, changes }) => `${app.name}: ${changes.map(({ kind }) => kind).join(', ')}`);
    return {
      card: { type: 'AdaptiveCard', version: '1.5', body: [] },
      summary: `${digest ? 'today ' : ''}${said.join('; ')}`,
    };
  },
};

onEachDatabase('watching and telling', (make) => {
  let database: TestDatabase;
  let store: Store;
  let graph: WatchedGraph;
  let connector: FakeConnector;
  let watcher: Watcher | undefined;
  let clock: Date;
  let conversation = 0;
  const forward = (minutes: number) => {
    clock = new Date(clock.getTime() + minutes * 60_000);
  };

  before(async () => {
    database = await make();
  });
  after(() => database?.drop());
  beforeEach(async () => {
    clock = new Date('2026-11-20T09:00:00Z');
    store = await database.open({ now: () => clock });
    await store.db.execute(
      'truncate skipper.subscriptions, skipper.watched_jobs, skipper.messages, skipper.deliveries, skipper.moments cascade',
    );
    await store.db.execute('delete from pgboss.job');
    graph = await startWatchedGraph(['Salesforce', 'Slack', 'Zoom'], clock);
    connector = await startConnector();
  });
  afterEach(async () => {
    await watcher?.stop(5000);
    watcher = undefined;
    await store.close();
    await connector.close();
    await graph.close();
  });

  const depsOf = (over: Partial<WatcherDeps> = {}): WatcherDeps => ({
    entra: createEntra({
      endpoint: graph.url,
      credential: { token: 'test' },
      fetch,
      now: () => clock,
      random: Math.random,
      newId: randomUUID,
      logger: pino({ level: 'silent' }),
      sleep: async () => undefined,
    }),
    outbox: store.outbox,
    tasks: store.tasks,
    limits: store.limits,
    presenting: plain,
    speak: createSpeak({
      config: loadConfig({ ALLOW_UNAUTHENTICATED: 'true' }),
      fetch,
      now: () => clock,
    }),
    now: () => clock,
    random: () => 0,
    newId: randomUUID,
    sleep: (ms, signal) => delay(ms, undefined, { signal }),
    logger: pino({ level: 'silent' }),
    intervalMs: 1000,
    logDelayMs: 0,
    logShare: 5,
    ...over,
  });
  const start = async (over: Partial<WatcherDeps> = {}) => {
    watcher = createWatcher(depsOf(over));
    await watcher.start();
  };
  const lookOnce = () => look(depsOf(), new AbortController().signal);
  const subscribe = async (change: Partial<SubscriptionChange> = {}) => {
    conversation += 1;
    const place = aPlace(conversation, {
      reference: {
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        conversation: { id: aPlace(conversation).conversationId },
        bot: { id: '28:bot' },
        user: { id: '29:user' },
      },
    });
    const [subscription] = await store.subscriptions.change(
      place,
      [{ by, reader: aReader, about: 'everything', ...change }],
      clock,
    );
    assert.ok(subscription);
    return { place, subscription, id: place.conversationId };
  };
  const said = (calls: readonly Call[], id?: string) =>
    calls.filter((call) => id === undefined || call.conversation === id).map(({ activity }) => activity.summary);
  const stateOf = async (place: ReturnType<typeof aPlace>): Promise<Subscription | undefined> =>
    (await store.subscriptions.list(place, clock))[0];
  const eventually = async (what: string, holds: () => Promise<boolean>) => {
    for (let tries = 0; tries < 400; tries += 1) {
      if (await holds()) return;
      await delay(100);
    }
    assert.fail(`waited in vain: ${what}`);
  };

  it('tells each conversation what it asked for, once', async () => {
    const all = await subscribe();
    const one = await subscribe({ app: { id: appIdOf('Slack'), name: 'Slack' } });
    await lookOnce();
    forward(5);
    graph.endCycle('Salesforce', clock);
    graph.endCycle('Slack', clock);

    await start();
    await connector.until('three messages', (calls) => calls.length === 3);
    forward(5);
    await lookOnce();
    await delay(1500);

    assert.deepEqual(said(connector.calls, all.id).toSorted(), ['Salesforce: cycleCompleted', 'Slack: cycleCompleted']);
    assert.deepEqual(said(connector.calls, one.id), ['Slack: cycleCompleted']);
    await eventually('it is shown', async () => (await stateOf(all.place))?.lastDelivery?.outcome === 'delivered');
  });

  it('looks only at what is watched, and finds a new app when all are', async () => {
    await subscribe({ app: { id: appIdOf('Slack'), name: 'Slack' } });
    assert.deepEqual(
      [await lookOnce()].map(({ apps, jobs }) => [apps, jobs]),
      [[1, 1]],
    );

    const all = await subscribe();
    assert.equal((await lookOnce()).jobs, 3);
    graph.addApp('Miro');
    forward(5);
    assert.equal((await lookOnce()).messages, 0, 'new apps are looked for once an hour');
    forward(60);
    assert.equal((await lookOnce()).messages, 1);
    const written = await store.db.execute(
      'select app_id, state, changed_at, xmin from skipper.watched_jobs order by 1',
    );
    forward(1);
    assert.equal((await lookOnce()).messages, 0);
    const unchanged = await store.db.execute(
      'select app_id, state, changed_at, xmin from skipper.watched_jobs order by 1',
    );
    assert.deepEqual(unchanged.rows, written.rows, 'nothing is written when nothing is new');

    await start();
    await connector.until('the news', (calls) => calls.length > 0);
    assert.deepEqual(said(connector.calls, all.id), ['Miro: appProvisioned']);
  });

  it('tells what happened while Graph was away for an hour, as soon as it is back', async () => {
    const { id } = await subscribe();
    await lookOnce();
    graph.away = true;
    for (let looks = 0; looks < 12; looks += 1) {
      forward(5);
      await assert.rejects(lookOnce());
    }
    graph.endCycle('Zoom', clock);
    graph.away = false;
    await lookOnce();
    await lookOnce();

    await start();
    await connector.until('the news', (calls) => calls.length > 0);
    assert.deepEqual(said(connector.calls, id), ['Zoom: cycleCompleted']);
  });

  it('waits for the log as long as it is away, but no longer than two hours', async () => {
    const { id } = await subscribe();
    await lookOnce();
    forward(5);
    graph.endCycle('Zoom', clock);
    await lookOnce();
    graph.away = true;

    await start();
    await delay(2500);
    assert.deepEqual(said(connector.calls, id), []);
    forward(121);
    await connector.until('the news', (calls) => calls.length > 0);
    assert.deepEqual(said(connector.calls, id), ['Zoom: cycleCompleted']);
  });

  it('tells what needs no log while others wait for it', async () => {
    const { id } = await subscribe();
    await lookOnce();
    forward(5);
    graph.endCycle('Zoom', clock);
    graph.quarantine('Slack', clock);
    await lookOnce();

    await start({
      limits: { take: async ([limit]) => (limit?.name === 'watch-log' ? 60_000 : 0), hold: async () => undefined },
    });
    await connector.until('the news', (calls) => calls.length > 0);
    assert.deepEqual(said(connector.calls, id), ['Slack: quarantineEntered']);
  });

  it('gathers a digest, and sends it when it is due', async () => {
    const digest = { at: '09:30', timeZone: 'UTC' };
    const { id } = await subscribe({ digest });
    await lookOnce();
    forward(1);
    graph.endCycle('Zoom', clock);
    graph.endCycle('Slack', clock);
    await lookOnce();
    await start();
    await eventually('both are told', async () => {
      const { rows } = await store.db.execute('select 1 from skipper.delivery_messages');
      return rows.length === 2;
    });
    assert.deepEqual(said(connector.calls, id), []);

    await store.db.execute("update pgboss.job set start_after = now() where name = 'deliver'");
    await connector.until('the digest', (calls) => calls.length > 0);

    assert.match(
      said(connector.calls, id)[0] ?? '',
      /^today (Zoom|Slack): cycleCompleted; (Zoom|Slack): cycleCompleted$/,
    );
  });

  it('says nothing of what happened while it was muted, or before it was asked', async () => {
    const muted = await subscribe({ mutedUntil: new Date(clock.getTime() + 10 * 60_000).toISOString() });
    await lookOnce();
    forward(5);
    graph.endCycle('Zoom', clock);
    await lookOnce();
    forward(10);
    const late = await subscribe();
    await start();
    await eventually('it is told to nobody', async () => {
      const { rows } = await store.db.execute('select 1 from skipper.messages where told_at is not null');
      return rows.length === 1;
    });
    forward(5);
    graph.quarantine('Zoom', clock);
    await connector.until('both hear the next', (calls) => calls.length === 2);

    for (const { id } of [muted, late]) assert.deepEqual(said(connector.calls, id), ['Zoom: quarantineEntered']);
  });

  it('arrives once, whatever the connector answers first', async () => {
    const { id, place } = await subscribe();
    await lookOnce();
    connector.answerWith(
      () => true,
      [{ status: 429, headers: { 'retry-after': '1' } }, { status: 412 }, { status: 502 }, { status: 503 }],
    );
    forward(5);
    graph.endCycle('Zoom', clock);
    await lookOnce();
    await start({ random: () => 0 });
    await eventually('it arrived', async () => {
      // Pauses are shortened for the test: what counts is that there is one, and that it comes back.
      await store.db.execute("update pgboss.job set start_after = now() where name = 'deliver' and state = 'created'");
      return (await stateOf(place))?.lastDelivery?.outcome === 'delivered';
    });

    assert.equal(connector.calls.length, 5);
    assert.deepEqual(new Set(said(connector.calls, id)), new Set(['Zoom: cycleCompleted']));
  });

  it('is given up in the end when Skipper itself fails at it, and that is shown', async () => {
    const { place } = await subscribe();
    await lookOnce();
    forward(5);
    graph.endCycle('Zoom', clock);
    await lookOnce();
    const broken = () => {
      throw new Error('a fault of ours');
    };
    await start({ presenting: { ...plain, compose: broken } });
    await eventually('it is given up', async () => {
      await store.db.execute("update pgboss.job set retry_limit = 1, start_after = now() where name = 'deliver'");
      return (await stateOf(place))?.lastDelivery?.code === 'internal';
    });

    assert.equal((await stateOf(place))?.lastDelivery?.outcome, 'failed');
    assert.equal(connector.calls.length, 0);
  });

  it('is named in the log when it can be told to nobody', async () => {
    const logged: string[] = [];
    await subscribe();
    await lookOnce();
    forward(5);
    graph.endCycle('Zoom', clock);
    await lookOnce();
    const broken = () => {
      throw new Error('a fault of ours');
    };
    const note = (_fields: object, message: string) => void logged.push(message);
    await start({
      presenting: { ...plain, urgencyOf: broken },
      logger: { debug: note, info: note, warn: note, error: note },
    });
    await eventually('it is given up', async () => {
      await store.db.execute("update pgboss.job set retry_limit = 1, start_after = now() where name = 'tell'");
      return logged.some((message) => message.startsWith('a change is told to nobody'));
    });

    assert.ok(logged.includes('a change could not be told yet'));
  });

  const refusals = [
    [403, 'ConversationBlockedByUser', 'removed', 'blocked'],
    [403, 'BotNotInConversationRoster', 'paused', 'notInRoster'],
    [404, 'ConversationNotFound', 'removed', 'gone'],
  ] as const;
  for (const [status, code, state, reason] of refusals) {
    it(`is told to the others when one conversation refuses it: ${code}`, async () => {
      const refusing = await subscribe();
      const other = await subscribe();
      await lookOnce();
      connector.answerWith(
        (call) => call.conversation === refusing.id,
        [{ status, body: { error: { code, message: '' } } }],
      );
      forward(5);
      graph.endCycle('Zoom', clock);
      await lookOnce();
      await start();
      await eventually('it ended', async () => (await stateOf(refusing.place))?.state.is === state);
      await connector.until('the other heard it', (calls) => calls.some((call) => call.conversation === other.id));
      forward(5);
      graph.endCycle('Slack', clock);
      await connector.until('the other hears more', (calls) => said(calls, other.id).length === 2);

      const shown = await stateOf(refusing.place);
      assert.equal(shown?.state.is !== 'active' && shown?.state.reason, reason);
      assert.deepEqual([shown?.lastDelivery?.outcome, shown?.lastDelivery?.code], ['failed', `${status} ${code}`]);
      assert.equal(said(connector.calls, refusing.id).length, 1);
    });
  }
});
