import type { GraphCall } from '../telemetry/telemetry.ts';
import type { SharedLogBudget } from './reads.ts';
import type { Sleep } from './sleep.ts';

/** A bearer token as it is, or anything that fetches one, such as a credential of @azure/identity. */
export type Credential = { readonly token: string } | TokenSource;

/** The part of @azure/identity's TokenCredential that is used here. */
export interface TokenSource {
  getToken(scope: string, options?: { readonly abortSignal?: AbortSignal }): Promise<{ readonly token: string } | null>;
}

/** Fields first, then a message that never varies. Fields hold no token, name or attribute value. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What a tenant's reads are built from. Times are milliseconds. */
export interface EntraOptions {
  /** e.g. https://graph.microsoft.com; national clouds have others. */
  readonly endpoint: string;
  readonly credential: Credential;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Ids of requests, by which Microsoft finds them in its own logs. */
  readonly newId: () => string;
  readonly logger: Logger;
  /** Resolves after the time; rejects as soon as the signal is aborted. Default: a real timer. */
  readonly sleep?: Sleep;
  /** The limit of one HTTP exchange, its body included. Default 20,000. */
  readonly timeoutMs?: number;
  /** How often a throttled read is tried at the most; one that fails otherwise is tried 4 times. Default 4. */
  readonly attempts?: number;
  /** How long one turn waits to retry, all waits together. Default 20,000. */
  readonly patienceMs?: number;
  /** The first wait when Graph names none; it doubles with every attempt. Default 500. */
  readonly backoffMs?: number;
  /** See LogBudgetOptions.gapsMs. */
  readonly logGapsMs?: readonly number[];
  /** The budget that all instances on one database draw on; without one this instance keeps to what Graph says. */
  readonly sharedLogBudget?: SharedLogBudget;
  /** How many people's questions may share a read of the log. Default 24; 1: none. */
  readonly mostSharedLogReads?: number;
  /** How long apps and schemas are remembered. Default ten minutes. */
  readonly rememberMs?: number;
  /** How long an app's assignments are remembered. Default one minute. */
  readonly rememberAssignmentsMs?: number;
  /** Told of every exchange with Graph. */
  readonly onCall?: (call: GraphCall) => void;
  /** Whether an admin granted more than reading, so that synchronization/secrets may be asked. Default false. */
  readonly mayReadSecrets?: boolean;
  /** Whether the saved credentials of an app may be tried; it takes Synchronization.ReadWrite.All. Default false. */
  readonly mayTestCredentials?: boolean;
}
