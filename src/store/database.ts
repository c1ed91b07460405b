import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import type { ConstructorOptions } from 'pg-boss';
import { lockFolder } from './folder-lock.ts';
import type { StoreOptions } from './store.ts';

/** Drizzle over either database; a transaction is one too. */
export type Db = PgDatabase<Result, Record<string, never>>;

/** What both drivers give. */
interface Result extends PgQueryResultHKT {
  readonly type: { readonly rows: unknown[] };
}

/** A database that is open, whichever it is. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Db;
  /** The same database as pg-boss speaks to it. */
  readonly forQueue: NonNullable<ConstructorOptions['db']>;
  /** The connections to a server; absent for the embedded database. */
  readonly pool?: Pool;
  close(): Promise<void>;
}

/** Connections of one instance to a PostgreSQL server. */
const mostConnections = 10;

/** A PostgreSQL server. Connections are made when they are needed, and again after they broke. */
export async function openPostgres(url: string, { databasePassword, logger }: StoreOptions): Promise<Database> {
  const [{ default: pg }, { parseIntoClientConfig }, { drizzle }] = await Promise.all([
    import('pg'),
    import('pg-connection-string'),
    import('drizzle-orm/node-postgres'),
  ]);
  const pool = new pg.Pool({
    // Not as `connectionString`: the empty password of a URL would win over the function.
    ...parseIntoClientConfig(url),
    ...(databasePassword && { password: databasePassword }),
    max: mostConnections,
    application_name: 'skipper',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; unheard, it would end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'a connection to the database broke'));
  return {
    kind: 'postgres',
    db: drizzle(pool) as unknown as Db,
    forQueue: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    pool,
    close: () => pool.end(),
  };
}

/** Stands for a folder: nothing is kept. */
const inMemory = 'memory:';

/** The embedded database in a folder that no other process has. Throws StoreError `locked`. */
export async function openPglite(folder: string, { logger, now }: StoreOptions): Promise<Database> {
  const lock = folder === inMemory ? undefined : await lockFolder(folder, now);
  try {
    const [{ PGlite }, { drizzle }, { fromPglite }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('drizzle-orm/pglite'),
      import('pg-boss'),
    ]);
    const client = await PGlite.create(lock ? { dataDir: `${folder}/database` } : {});
    return {
      kind: 'pglite',
      db: drizzle(client) as unknown as Db,
      forQueue: fromPglite(client),
      async close() {
        await client.close();
        await lock
          ?.release()
          .catch((error: unknown) => logger.warn({ err: error }, 'the lock file could not be removed'));
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}
