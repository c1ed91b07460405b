import { type Audit, createAudit } from './audit.ts';
import { openPglite, openPostgres } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import type { StoreOptions } from './store.ts';

/** The audit alone, to be read beside the bot; the embedded database only while the bot is stopped. Throws StoreError. */
export async function openAudit(options: StoreOptions): Promise<Audit & { close(): Promise<void> }> {
  const { databaseUrl, dataDir, newId } = options;
  const database = await (databaseUrl ? openPostgres(databaseUrl, options) : openPglite(dataDir, options));
  try {
    await migrate(database.db, await readMigrations());
    return { ...createAudit(database.db, newId), close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}
