import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { openStore } from '../../src/store/open-store.ts';
import type { Store, StoreOptions } from '../../src/store/store.ts';

/** A database of a test's own, gone afterwards. */
export interface TestDatabase {
  readonly settings: Pick<StoreOptions, 'databaseUrl' | 'dataDir'>;
  open(options?: Partial<StoreOptions>): Promise<Store>;
  drop(): Promise<void>;
}

/** A server that tests may make databases on. CI must have one; elsewhere its absence is said. */
const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A queue is polled, and an embedded database takes seconds to start on a busy machine. */
const patientMs = 60_000;

let reachable: Promise<boolean> | undefined;

/** Whether there is a PostgreSQL server to test on. Rejects in CI when there is none: nothing is left out there. */
export function hasPostgres(): Promise<boolean> {
  reachable ??= withServer(async () => true).catch((error: unknown) => {
    if (process.env.CI) throw error;
    return false;
  });
  return reachable;
}

export async function pgliteDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'skipper-store-'));
  return database({ dataDir }, () => rm(dataDir, { recursive: true, force: true }));
}

export async function postgresDatabase(): Promise<TestDatabase> {
  const name = `skipper_test_${randomUUID().replaceAll('-', '')}`;
  await withServer((client) => client.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return database({ databaseUrl: url.href, dataDir: '' }, async () => {
    await withServer((client) => client.query(`drop database ${name} with (force)`));
  });
}

function database(settings: TestDatabase['settings'], drop: () => Promise<void>): TestDatabase {
  return {
    settings,
    drop,
    open: (options = {}) =>
      openStore({
        ...settings,
        logger: pino({ level: 'silent' }),
        now: () => new Date(),
        newId: randomUUID,
        ...options,
      }),
  };
}

async function withServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs the same tests on both databases; without a server it says what it leaves out. */
export function onEachDatabase(what: string, tests: (make: () => Promise<TestDatabase>) => void): void {
  describe(`${what}, on the embedded database`, function () {
    this.timeout(patientMs);
    tests(pgliteDatabase);
  });
  describe(`${what}, on PostgreSQL`, function () {
    this.timeout(patientMs);
    before('needs a PostgreSQL server (TEST_DATABASE_URL)', async function () {
      if (!(await hasPostgres())) this.skip();
    });
    tests(postgresDatabase);
  });
}
