import { sql } from 'drizzle-orm';
import { createAudit } from './audit.ts';
import { createConversationMemory } from './conversation-memory.ts';
import { createConversations } from './conversations.ts';
import { type Database, openPglite, openPostgres } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { StoreError } from './errors.ts';
import { createLimits } from './limits.ts';
import { createSharedLogBudget } from './log-budget.ts';
import { createLooks } from './looks.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openQueue } from './queue.ts';
import type { Store, StoreOptions } from './store.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createTelling } from './telling.ts';

/**
 * Opens the store and brings it up to this version: the PostgreSQL server of `databaseUrl`, or the embedded database in
 * `dataDir`. Throws StoreError: the folder is another process's, the database is of a later version, or not to be reached.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataDir } = options;
  const database = await (databaseUrl ? openPostgres(databaseUrl, options) : openPglite(dataDir, options));
  try {
    await migrate(database.db, await readMigrations());
    return await assemble(database, options);
  } catch (error) {
    await database.close().catch(() => undefined);
    if (error instanceof StoreError || !databaseUrl) throw error;
    throw new StoreError('unreachable', `The database cannot be used: check DATABASE_URL. ${reasonOf(error)}`, error);
  }
}

async function assemble(database: Database, options: StoreOptions): Promise<Store> {
  const { db, kind } = database;
  const queue = await openQueue(database, options);
  return {
    kind,
    db,
    subscriptions: createSubscriptions(db, options.newId),
    conversations: createConversations(db),
    audit: createAudit(db, options.newId),
    memory: createConversationMemory(db, options.now),
    outbox: {
      ...createLooks(db, queue, options.newId),
      ...createTelling(db, queue, options.newId),
      ...createDeliveries(db, queue),
    },
    tasks: queue,
    logBudget: createSharedLogBudget(database),
    limits: createLimits(database),
    queueDepth: () => queue.depth(),
    async ping() {
      await db.execute(sql`select 1`);
    },
    async close() {
      await queue.close();
      await database.close();
    },
  };
}

/** The driver's own words, of the deepest cause: drizzle wraps them in the query. They hold no password. */
function reasonOf(error: unknown): string {
  let deepest: unknown = error;
  while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
  if (deepest instanceof AggregateError) return String(deepest.errors[0]);
  return deepest instanceof Error ? deepest.message : String(deepest);
}
