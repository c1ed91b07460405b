import type { Logger } from 'pino';
import type { Subscriptions } from '../answers/subscriptions.ts';
import type { SharedLogBudget } from '../entra/reads.ts';
import type { Limits } from '../watch/limits.ts';
import type { Outbox, Tasks } from '../watch/outbox.ts';
import type { Audit } from './audit.ts';
import type { StoredMemory } from './conversation-memory.ts';
import type { Conversations } from './conversations.ts';
import type { Db } from './database.ts';

export interface StoreOptions {
  /** A PostgreSQL server; without it the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  /** Gives the password of each new connection to that server, where the URL holds none. */
  readonly databasePassword?: () => Promise<string>;
  readonly dataDir: string;
  readonly logger: Logger;
  readonly now: () => Date;
  /** UUIDs. */
  readonly newId: () => string;
}

/** Everything that outlives a restart. */
export interface Store {
  readonly kind: 'pglite' | 'postgres';
  /** For the other files of this folder. */
  readonly db: Db;
  readonly subscriptions: Subscriptions;
  readonly conversations: Conversations;
  readonly audit: Audit;
  readonly memory: StoredMemory;
  readonly outbox: Outbox;
  readonly tasks: Tasks;
  /** Present where several instances can share the database. */
  readonly logBudget?: SharedLogBudget;
  readonly limits: Limits;
  /** How many tasks wait in each queue, by its name. */
  queueDepth(): Promise<Readonly<Record<string, number>>>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Ends the connections; work that `tasks` handed out must have been stopped before. */
  close(): Promise<void>;
}
