import { LRUCache } from 'lru-cache';

/** A memory of bounded size whose items are forgotten after a while, by the given clock. */
export function createMemory<T extends object | string>(
  now: () => Date,
  most: number,
  rememberMs: number,
): LRUCache<string, T> {
  // Resolution 0: the cache would otherwise keep a time of its own for a while, by a timer that no clock moves.
  return new LRUCache<string, T>({
    max: most,
    ttl: rememberMs,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
}
