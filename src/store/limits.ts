import { createHash } from 'node:crypto';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Limit, Limits } from '../watch/limits.ts';
import type { Database } from './database.ts';

/**
 * Limits on the database that instances share; with the embedded one, which one process has, in memory. A database that
 * does not answer leaves each instance to its own count.
 */
export function createLimits({ pool }: Pick<Database, 'pool'>): Limits {
  const limiters = new Map<string, RateLimiterAbstract>();

  function limiterFor({ name, most, seconds }: Limit): RateLimiterAbstract {
    const known = limiters.get(name);
    if (known) return known;
    const common = { keyPrefix: name, points: most, duration: seconds };
    const own = new RateLimiterMemory(common);
    const limiter = pool
      ? new RateLimiterPostgres({
          ...common,
          storeClient: pool,
          storeType: 'pool',
          schemaName: 'skipper',
          tableName: 'limits',
          tableCreated: true,
          inMemoryBlockOnConsumed: most,
          insuranceLimiter: own,
        })
      : own;
    limiters.set(name, limiter);
    return limiter;
  }

  return {
    async take(limits, name) {
      const key = keyOf(name);
      for (const limit of limits) {
        try {
          await limiterFor(limit).consume(key);
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          return Math.max(1, refused.msBeforeNext);
        }
      }
      return 0;
    },
    async hold(limit, name, ms) {
      await limiterFor(limit).block(keyOf(name), Math.max(1, Math.ceil(ms / 1000)));
    },
  };
}

/** Ids of conversations may be longer than the column. */
function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
