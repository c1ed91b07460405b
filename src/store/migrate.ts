import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod/v4';
import type { Db } from './database.ts';
import { StoreError } from './errors.ts';

export interface Migration {
  readonly number: number;
  readonly statements: readonly string[];
}

/** Any numbers that no other program on the same database is likely to lock on. */
const lockKey = 5_271_009_441;
const queueLockKey = lockKey + 1;

const folder = new URL('./migrations/', import.meta.url);

/** The migrations of this version, in order: files like 0001-begin.sql, without gaps. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file, index) => {
      const number = Number(/^(\d{4})-/.exec(file)?.[1]);
      if (number !== index + 1) throw new Error(`migrations are numbered without gaps, but ${file} is not`);
      const text = await readFile(new URL(file, folder), 'utf8');
      return { number, statements: text.split('--> statement-breakpoint') };
    }),
  );
}

/**
 * Brings the database up to this version, all steps or none. Instances that start together wait for each other here.
 * Throws StoreError `newer` for a database of a later version, and changes nothing.
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    await tx.execute(sql`create schema if not exists skipper`);
    await tx.execute(sql`create table if not exists skipper.migrations (number integer primary key)`);
    const { rows } = await tx.execute<{ number: number }>(
      sql`select coalesce(max(number), 0) as number from skipper.migrations`,
    );
    const done = z.tuple([z.object({ number: z.coerce.number() })]).parse(rows)[0].number;
    const newest = migrations.length;
    if (done > newest) {
      throw new StoreError(
        'newer',
        `The database is of a later version of Skipper (step ${done}, and this one knows ${newest}). Run that version, or restore the back-up from before the upgrade.`,
      );
    }
    for (const { number, statements } of migrations.slice(done)) {
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into skipper.migrations (number) values (${number})`);
    }
  });
}

/** Sets up what belongs to a library, one instance after the other: its own set-up is not safe from several at once. */
export async function inTurn(db: Db, setUp: () => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${queueLockKey})`);
    await setUp();
  });
}
