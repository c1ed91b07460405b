import { setTimeout as delay } from 'node:timers/promises';
import { BurstyRateLimiter, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { SharedLogBudget } from '../entra/reads.ts';
import type { Database } from './database.ts';

/**
 * Reads of the provisioning log that Microsoft Graph answers a whole tenant: 5 in any 10 seconds. One every 2.5 seconds
 * and a further one every 10 never are more, wherever one begins to count.
 */
const steady = { points: 1, duration: 2.5, keyPrefix: 'steady' } as const;
const burst = { points: 1, duration: 10, keyPrefix: 'burst' } as const;

/** A server that hangs must not close the log for as long as its connection takes to break. */
const patientMs = 3_000;

/** The budget that all instances on one PostgreSQL server draw on; an embedded database has a single instance. */
export function createSharedLogBudget(
  { kind, forQueue }: Pick<Database, 'kind' | 'forQueue'>,
  patienceMs = patientMs,
): SharedLogBudget | undefined {
  if (kind !== 'postgres') return undefined;
  const storeClient = {
    query: (query: { readonly text: string; readonly values: unknown[] }) =>
      forQueue.executeSql(query.text, query.values),
  };
  const table = {
    storeClient,
    storeType: 'client',
    schemaName: 'skipper',
    tableName: 'log_budget',
    tableCreated: true,
  };
  const limiter = new BurstyRateLimiter(
    new RateLimiterPostgres({ ...table, ...steady, clearExpiredByTimeout: false }),
    new RateLimiterPostgres({ ...table, ...burst, clearExpiredByTimeout: false }),
  );
  return {
    async take() {
      try {
        await withTimeout(limiter.consume('provisioning-log'), patienceMs);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(refused.msBeforeNext, 1);
        throw refused;
      }
    },
  };
}

/** Rejects when the work takes longer. */
async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  const done = new AbortController();
  const late = delay(ms, undefined, { signal: done.signal }).then(() => {
    throw new Error(`the database did not answer within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    late.catch(() => {});
  }
}
