import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createEntra } from '../../src/entra/create-entra.ts';
import { type LookDeps, look } from '../../src/watch/look.ts';
import type { Message } from '../../src/watch/outbox.ts';
import type { Speak } from '../../src/watch/speaking.ts';
import { createWatcher } from '../../src/watch/watcher.ts';
import { aPlace, aReader } from '../support/conversation.ts';
import { hasPostgres, pgliteDatabase, postgresDatabase, type TestDatabase } from '../support/databases.ts';
import { silent } from './client.ts';
import { figure, table } from './figures.ts';
import { peakMegabytes } from './memory.ts';

type Say = (title: string, body: string) => void;

const by = { name: 'bench' };
const sizes = [100, 2000, 10_000];

/** What a look at the watched jobs costs, and how it grows. */
export async function looks(say: Say): Promise<void> {
  const rows: string[][] = [];
  for (const [name, make] of await databases()) {
    for (const apps of sizes) rows.push([name, apps.toLocaleString('en'), ...(await lookRow(apps, make))]);
  }
  const header = [
    '',
    'jobs',
    'Graph requests',
    'ms, nothing new',
    'ms, every tenth cycle new',
    'messages',
    'heap at its peak, MB',
  ];
  say('A look at the watched jobs (Graph in a process of its own)', table(header, rows));
}

async function lookRow(apps: number, make: () => Promise<TestDatabase>): Promise<string[]> {
  const graph = fork(new URL('./watched-graph-process.ts', import.meta.url));
  const database = await make();
  const store = await database.open();
  graph.send({ apps });
  const [{ url }] = (await once(graph, 'message')) as [{ url: string }];
  await store.subscriptions.change(aPlace(), [{ by, reader: aReader, about: 'everything' }], new Date());
  const deps: LookDeps = {
    entra: createEntra({
      endpoint: url,
      credential: { token: 'bench' },
      fetch,
      now,
      random: Math.random,
      newId: randomUUID,
      logger: silent,
    }),
    outbox: store.outbox,
    now,
    newId: randomUUID,
    logger: silent,
    logDelayMs: 0,
  };
  const lookOnce = async () => {
    const begun = performance.now();
    const outcome = await look(deps, new AbortController().signal);
    return { ...outcome, ms: performance.now() - begun };
  };
  await lookOnce();
  const nothing = await lookOnce();
  graph.send({ end: apps / 10 });
  await once(graph, 'message');
  let some = nothing;
  const peak = await peakMegabytes(async () => {
    some = await lookOnce();
  });
  await store.close();
  await database.drop();
  graph.kill();
  return [String(nothing.graphRequests), figure(nothing.ms), figure(some.ms), String(some.messages), figure(peak)];
}

/** Deliveries to conversations that are enough of them not to be the limit, within the limits of Teams and without. */
export async function deliveries(say: Say): Promise<void> {
  const rows: string[][] = [];
  for (const [name, make] of await databases()) {
    // Ten thousand take six minutes under the limits, whichever the database.
    for (const count of name === 'PGlite' ? [100, 1000] : [100, 1000, 10_000]) {
      rows.push([name, count.toLocaleString('en'), ...(await deliveryRow(count, make))]);
    }
  }
  const header = [
    '',
    'deliveries',
    'plain, s',
    'a second',
    'under Teams’ limits, s',
    'a second',
    'most in a second',
    'came twice',
    'lost',
  ];
  say('Deliveries, from the message to Teams’ acceptance (a connector that takes 20 ms)', table(header, rows));
}

async function deliveryRow(count: number, make: () => Promise<TestDatabase>): Promise<string[]> {
  const plain = await deliver(count, make, false);
  const limited = await deliver(count, make, true);
  return [
    figure(plain.seconds),
    figure(count / plain.seconds),
    figure(limited.seconds),
    figure(count / limited.seconds),
    String(limited.most),
    String(plain.twice + limited.twice),
    String(plain.lost + limited.lost),
  ];
}

async function deliver(count: number, make: () => Promise<TestDatabase>, limited: boolean) {
  const database = await make();
  const store = await database.open();
  const taken = new Map<string, number>();
  const at: number[] = [];
  const speak: Speak = async (reference) => {
    await delay(20);
    const { key } = reference as { key: string };
    taken.set(key, (taken.get(key) ?? 0) + 1);
    at.push(performance.now());
    return { is: 'accepted', activityId: 'sent' };
  };
  for (let index = 0; index < count; index += 1) {
    const place = aPlace(index, { reference: { key: String(index) } });
    await store.subscriptions.change(place, [{ by, reader: aReader, about: 'everything' }], now());
  }
  const job = { app: { id: 'app', name: 'App' }, jobId: 'job' };
  const state = {
    floor: now().toISOString(),
    told: [],
    failures: 0,
    firstCycle: { is: 'pending' },
    on: true,
    stalled: false,
  } as const;
  const messages: readonly Message[] = await store.outbox.look([job], now(), () => [
    { job, state, messages: [{ changes: [{ kind: 'started' }], dueAt: now() }] },
  ]);
  const watcher = createWatcher({
    entra: {
      open: () => {
        throw new Error('nothing is read here');
      },
    },
    outbox: store.outbox,
    tasks: { ...store.tasks, requestLook: async () => undefined },
    limits: limited ? store.limits : { take: async () => 0, hold: async () => undefined },
    presenting: { urgencyOf: () => 'atOnce', compose: () => ({ card: {}, summary: 'started' }) },
    speak,
    now,
    random: Math.random,
    newId: randomUUID,
    sleep: (ms, signal) => delay(ms, undefined, { signal }),
    logger: silent,
    intervalMs: 60_000,
    logDelayMs: 0,
    logShare: 1,
  });
  const begun = performance.now();
  await watcher.start();
  while (taken.size < count && performance.now() - begun < 900_000) await delay(50);
  const seconds = (performance.now() - begun) / 1000;
  await watcher.stop(10_000);
  await store.close();
  await database.drop();
  const twice = [...taken.values()].reduce((sum, times) => sum + times - 1, 0);
  return { seconds, twice, lost: count * messages.length - taken.size, most: busiestSecond(at) };
}

/** How many fell into the busiest second, wherever it begins. */
function busiestSecond(at: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (let to = 0; to < at.length; to += 1) {
    while ((at[to] ?? 0) - (at[from] ?? 0) >= 1000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

async function databases(): Promise<readonly (readonly [string, () => Promise<TestDatabase>])[]> {
  const embedded = ['PGlite', pgliteDatabase] as const;
  return (await hasPostgres()) ? [embedded, ['PostgreSQL', postgresDatabase]] : [embedded];
}

function now(): Date {
  return new Date();
}
