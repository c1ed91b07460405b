import type { Answered } from '../../../src/answers/answer.ts';
import { type Core, createCore } from '../../../src/core.ts';
import { serveTenant } from '../fake-graph.ts';
import { askedAt } from '../wire.ts';
import type { Place } from './place.ts';

/** A Skipper beside a tenant on loopback. */
export interface Asking {
  /** Asked at no place; texts of one conversation follow up on each other. */
  ask(text: string, conversation?: string): Promise<Answered>;
  close(): Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const patienceMs = 5_000;

/** The tenant's apps are known already, as they are behind the first question of a day. */
export async function askIn({ fixture }: Place): Promise<Asking> {
  const graph = await serveTenant(fixture);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const core: Core = createCore(
    { graphEndpoint: graph.url, graphToken: 'accuracy' },
    {
      fetch,
      now: () => new Date(askedAt),
      elapsed: () => performance.now(),
      random: () => 0.5,
      newId,
      logger: silent,
      patience: { patienceMs, attempts: 4 },
    },
  );
  const ask = (text: string, conversation?: string) =>
    core.ask({ text, conversation, signal: AbortSignal.timeout(30_000), correlationId: newId() });
  await ask('which apps have problems?');
  return { ask, close: () => graph.close() };
}

const atOnce = 8;

/** Does the same for each, several at a time; what comes of them is in the order of `items`. */
export async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  const waiting = items.entries();
  const hand = async () => {
    for (const [at, item] of waiting) done[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return done;
}
