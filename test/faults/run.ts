import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { aPlace, aReader } from '../support/conversation.ts';
import { postgresDatabase } from '../support/databases.ts';
import { startWatchedGraph } from '../support/watched-graph.ts';
import { type Instance, startInstance } from './instance.ts';
import { startProxy } from './proxy.ts';
import { type Behaviour, startReceiver } from './receiver.ts';

export interface FaultRun {
  readonly cycles: number;
  readonly instances: number;
  readonly subscribers: number;
  /** Milliseconds between two kills, at random around this; 0: none. */
  readonly killEveryMs: number;
  /** How long to look for what comes twice, once everything arrived: a killed bot's tasks are taken up again. */
  readonly lateMs?: number;
  /** What the connector does with its calls, by their number. */
  readonly behave?: (call: number) => Behaviour;
  /** How long the database goes away, in the middle of the run. */
  readonly databaseAwayMs?: number;
  /** Seeds nothing in the bots: chance here only says when whom is killed. */
  readonly random: () => number;
  readonly onProgress?: (text: string) => void;
}

export interface FaultResult {
  readonly wanted: number;
  readonly arrived: number;
  readonly lost: readonly string[];
  /** How often a message came more than once, */
  readonly duplicates: number;
  /** and how often of these a bot was killed, or the database went, while the first was on its way or not yet written down. */
  readonly inTheGap: number;
  /** Milliseconds from the first acceptance to the nearest break, and to the second acceptance; for those outside the gap. */
  readonly unexplained: readonly (readonly [toBreak: number, toAgain: number])[];
  readonly kills: number;
  readonly calls: number;
  readonly seconds: number;
}

/** Cycles that end between two looks, so that a message carries one app each. */
const betweenCyclesMs = 150;
/** From sending to Teams' acceptance, and from there to our commit, on a machine that is busy. */
const gapMs = 1000;
/** A run in which nothing more arrives for so long is over, unless something is still to be tried again. */
const silenceMs = 120_000;
const longestMs = 30 * 60_000;

/**
 * Runs bots as processes of their own on one PostgreSQL database, ends cycles, and counts what arrives at the connector
 * while bots are killed and everything else fails as told. Every cycle is one app's, and its message names the app.
 */
export async function runFaults(run: FaultRun): Promise<FaultResult> {
  const begun = performance.now();
  const database = await postgresDatabase();
  const server = new URL(database.settings.databaseUrl ?? '');
  const proxy = await startProxy({ host: server.hostname, port: Number(server.port || 5432) });
  const throughProxy = new URL(server);
  throughProxy.host = `127.0.0.1:${proxy.port}`;
  const names = Array.from({ length: run.cycles }, (_, index) => `App ${String(index).padStart(4, '0')}`);
  const graph = await startWatchedGraph(names, new Date());
  const receiver = await startReceiver(run.behave ?? (() => ({ status: 201 })), () => 5 + run.random() * 25);
  const conversations = await subscribe(run.subscribers);
  const settings = { DATABASE_URL: throughProxy.href, GRAPH_ENDPOINT: graph.url };
  const bots: Instance[] = Array.from({ length: run.instances }, () => startInstance(settings));
  const breaks: number[] = [];
  let kills = 0;
  let over = false;
  const killing = killAtRandom();
  try {
    await Promise.all(bots.map(({ ready }) => ready.catch(() => undefined)));
    await baseline();
    for (const [index, name] of names.entries()) {
      graph.endCycle(name, new Date());
      if (index === Math.floor(names.length / 2) && run.databaseAwayMs) await takeDatabaseAway(run.databaseAwayMs);
      await delay(betweenCyclesMs * (0.5 + run.random()));
    }
    await everythingArrived();
  } finally {
    over = true;
    await killing;
    await Promise.all(bots.map((bot) => bot.kill('SIGKILL')));
    await receiver.close();
    await graph.close();
    await proxy.close();
    await database.drop();
  }
  const keys = conversations.flatMap((conversation) => names.map((name) => `${conversation} ${name}`));
  // Of each that came again, when it was taken and when it was taken next.
  const again = [...receiver.taken.values()].flatMap((times) =>
    times.slice(1).map((next, index) => [times[index] ?? next, next] as const),
  );
  const toBreak = (at: number) => Math.round(Math.min(...breaks.map((broke) => Math.abs(broke - at))));
  const lost = keys.filter((key) => !receiver.taken.has(key));
  return {
    wanted: keys.length,
    arrived: keys.length - lost.length,
    lost,
    duplicates: again.length,
    inTheGap: again.filter(([at]) => toBreak(at) < gapMs).length,
    unexplained: again.filter(([at]) => toBreak(at) >= gapMs).map(([at, next]) => [toBreak(at), Math.round(next - at)]),
    kills,
    calls: receiver.calls.count,
    seconds: Math.round((performance.now() - begun) / 1000),
  };

  async function subscribe(count: number): Promise<string[]> {
    const store = await database.open();
    const places = Array.from({ length: count }, (_, index) => {
      const { conversationId: id } = aPlace(index + 1);
      const reference = {
        channelId: 'msteams',
        serviceUrl: receiver.serviceUrl,
        conversation: { id },
        bot: { id: '28:bot' },
        user: { id: '29:user' },
      };
      return aPlace(index + 1, { reference });
    });
    const change = { by: { name: 'Ada' }, reader: aReader, about: 'everything' } as const;
    for (const place of places) await store.subscriptions.change(place, [change], new Date());
    await store.close();
    return places.map(({ conversationId }) => conversationId);
  }

  /** Every app was looked at once, so that what follows is news. */
  async function baseline(): Promise<void> {
    const store = await database.open({ newId: randomUUID });
    while ((await store.outbox.watched('all')).length < names.length) await delay(200);
    await store.close();
  }

  async function stillToSend(): Promise<number> {
    const client = new pg.Client({ connectionString: database.settings.databaseUrl });
    await client.connect();
    try {
      const open = `select count(*)::int as open from skipper.deliveries where state in ('waiting', 'sending')`;
      const { rows } = await client.query<{ open: number }>(open);
      return rows[0]?.open ?? 0;
    } finally {
      await client.end();
    }
  }

  async function killAtRandom(): Promise<void> {
    if (run.killEveryMs === 0) return;
    while (!over) {
      await delay(run.killEveryMs * (0.5 + run.random()));
      if (over) return;
      const index = Math.floor(run.random() * bots.length);
      const killed = bots[index]?.kill('SIGKILL');
      breaks.push(performance.now());
      kills += 1;
      await killed;
      bots[index] = startInstance(settings);
    }
  }

  async function takeDatabaseAway(ms: number): Promise<void> {
    proxy.cut();
    breaks.push(performance.now());
    await delay(ms);
    proxy.restore();
  }

  async function everythingArrived(): Promise<void> {
    const wanted = names.length * conversations.length;
    let [size, since] = [0, performance.now()];
    while (receiver.taken.size < wanted && performance.now() - begun < longestMs) {
      if (performance.now() - since > silenceMs && (await stillToSend()) === 0) break;
      await delay(500);
      if (receiver.taken.size > size) [size, since] = [receiver.taken.size, performance.now()];
      run.onProgress?.(`${receiver.taken.size} of ${wanted} arrived, ${kills} kills`);
    }
    if (run.killEveryMs > 0) await delay(run.lateMs ?? 35_000);
  }
}
