import { randomUUID } from 'node:crypto';
import { type Core, type CoreDeps, createCore } from '../../src/core.ts';
import { clocksWith } from '../../src/words/clock.ts';
import { word } from '../../src/words/word.ts';
import { measuredFetch } from './measured-fetch.ts';

export const reader = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
export const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** One answer's price, and how much of its time was ours rather than Graph's. */
export interface Sample {
  readonly kind: string;
  readonly graphRequests: number;
  readonly logRequests: number;
  readonly roundTrips: number;
  readonly ms: number;
  readonly ownMs: number;
}

/** Skipper on a tenant, without a log of its own; the clocks and the network are this machine's unless given. */
export function benchCore(endpoint: string, given: Partial<CoreDeps> = {}): Core {
  return createCore(
    { graphEndpoint: endpoint, graphToken: 'bench' },
    {
      fetch,
      now: () => new Date(),
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: silent,
      patience: { patienceMs: 600_000, attempts: 100 },
      ...given,
    },
  );
}

/** A fresh Skipper that knows nothing of the tenant yet: its first answer about an app is a cold one. */
export function freshSkipper(endpoint: string) {
  const elapsed = () => performance.now();
  const wire = measuredFetch(elapsed);
  const clockFor = clocksWith(new Map());
  const { ask } = benchCore(endpoint, { fetch: wire.fetch, elapsed });
  return async (text: string): Promise<Sample> => {
    wire.reset();
    const begun = elapsed();
    const answered = await ask({ text, signal: new AbortController().signal, correlationId: randomUUID() });
    const worded = word(answered, reader, 'asker', clockFor);
    const ms = elapsed() - begun;
    const { graphRequests, logRequests, roundTrips } = answered.cost;
    return { kind: worded.kind, graphRequests, logRequests, roundTrips, ms, ownMs: Math.max(0, ms - wire.waited()) };
  };
}

/** The answers themselves, of a Skipper that remembers what it was asked before. */
export function answersOf(endpoint: string) {
  const { ask } = benchCore(endpoint);
  return (text: string) => ask({ text, signal: new AbortController().signal, correlationId: randomUUID() });
}
