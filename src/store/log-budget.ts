import { BurstyRateLimiter, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { SharedLogBudget } from '../entra/reads.ts';
import type { Database } from './database.ts';

/**
 * Reads of the provisioning log that Microsoft Graph answers a whole tenant: 5 in any 10 seconds. One every 2.5 seconds
 * and a further one every 10 never are more, wherever one begins to count.
 */
const steady = { points: 1, duration: 2.5, keyPrefix: 'steady' } as const;
const burst = { points: 1, duration: 10, keyPrefix: 'burst' } as const;

/** The budget that all instances on one PostgreSQL server draw on; an embedded database has a single instance. */
export function createSharedLogBudget({ kind, forQueue }: Database): SharedLogBudget | undefined {
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
        await limiter.consume('provisioning-log');
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(refused.msBeforeNext, 1);
        throw refused;
      }
    },
  };
}
