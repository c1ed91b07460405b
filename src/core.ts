import { readFileSync } from 'node:fs';
import type { Ask } from './answers/ask.ts';
import type { AuditTrail } from './answers/audit.ts';
import type { ConversationMemory } from './answers/conversation-memory.ts';
import { type AskLogger, createAsk } from './answers/create-ask.ts';
import { createGate, type GateSettings } from './answers/gate.ts';
import { createStillTold, type StillTold } from './answers/still-told.ts';
import type { Subscriptions } from './answers/subscriptions.ts';
import { createTurnLimit } from './answers/turn-limit.ts';
import { createEntra } from './entra/create-entra.ts';
import { checkSignIn, credentialFor } from './entra/credential.ts';
import { databasePassword } from './entra/database-password.ts';
import type { Entra, SharedLogBudget } from './entra/reads.ts';
import { readWeights } from './questions/model/weights.ts';
import { createReader } from './questions/reader.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

const weightsFile = new URL('./questions/model/reader.weights', import.meta.url);

/** What the core needs of the settings. */
export interface CoreSettings {
  readonly graphEndpoint: string;
  /** A bearer token as it is; without one @azure/identity signs in. */
  readonly graphToken?: string;
  /** Whether the saved credentials of an app may be tried. */
  readonly allowCredentialTest?: boolean;
  /** The managed identity to sign in as, where there are several. */
  readonly managedIdentityClientId?: string;
  /** Who may ask. Absent in a terminal, where people ask with their own token. */
  readonly access?: GateSettings;
  /** Whether the audit holds what was typed. */
  readonly auditsText?: boolean;
  /** Absent: as many as they like. */
  readonly turnsPerMinute?: number;
  /** For how many days it is kept who asked what, where that is kept. */
  readonly auditRetentionDays?: number;
}

/** How long a throttled turn waits for Microsoft Graph before it gives up: in all, and how often it asks again. */
export interface Patience {
  readonly patienceMs: number;
  readonly attempts: number;
}

/** How the provisioning log is asked where many ask at once. Without it nothing waits before Graph says so. */
export interface LogManners {
  /** See LogBudgetOptions.gapsMs. */
  readonly gapsMs?: readonly number[];
  readonly budget?: SharedLogBudget;
  /** How many people may share a read; 1: none. */
  readonly mostShared?: number;
}

/** What the outside world gives: clocks, chance, the network and a log. */
export interface CoreDeps {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** A monotonic clock in milliseconds. */
  readonly elapsed: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly logger: CoreLogger;
  readonly patience: Patience;
  /** What conversations are told about; absent where nothing is kept. */
  readonly subscriptions?: Subscriptions;
  readonly log?: LogManners;
  readonly telemetry?: Pick<Telemetry, 'turnBegan' | 'turnEnded' | 'graphCalled'>;
  /** Where it is written down who asked what; absent in a terminal. */
  readonly audit?: AuditTrail;
  /** What conversations were last told; absent where one process alone remembers it, as in a terminal. */
  readonly memory?: ConversationMemory;
}

export interface CoreLogger extends AskLogger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Everything but a front end: from a question to an answer, over one tenant. */
export interface Core {
  readonly ask: Ask;
  /** The same tenant, for what is not asked by people. */
  readonly entra: Entra;
  /** Whether who subscribed may still be told. */
  readonly mayBeTold: StillTold;
  /** Rejects where no token for Graph is to be had. */
  readonly checkSignIn: (signal: AbortSignal) => Promise<void>;
}

/** Puts the parts together. Nothing is read or sent before the first question. */
export function createCore(settings: CoreSettings, deps: CoreDeps): Core {
  const { fetch, now, elapsed, random, newId, logger, patience, subscriptions, log, audit, memory, telemetry } = deps;
  const credential = credentialFor(settings);
  const entra = createEntra({
    endpoint: settings.graphEndpoint,
    mayTestCredentials: settings.allowCredentialTest,
    credential,
    fetch,
    now,
    random,
    newId,
    logger,
    onCall: telemetry?.graphCalled,
    ...patience,
    logGapsMs: log?.gapsMs,
    sharedLogBudget: log?.budget,
    mostSharedLogReads: log?.mostShared,
  });
  const { access, turnsPerMinute, auditRetentionDays: auditDays, auditsText } = settings;
  const gate = access && createGate(access, now);
  const limit = turnsPerMinute === undefined ? undefined : createTurnLimit(turnsPerMinute);
  const reader = createReader(readWeights(readFileSync(weightsFile)));
  const ask = createAsk({
    reader,
    entra,
    subscriptions,
    now,
    elapsed,
    logger,
    gate,
    limit,
    audit,
    auditDays,
    auditsText,
    memory,
    telemetry,
  });
  const mayBeTold = createStillTold(gate, entra);
  return { ask, entra, mayBeTold, checkSignIn: (signal) => checkSignIn(credential, settings.graphEndpoint, signal) };
}

export interface DatabaseSettings {
  readonly databaseUrl?: string;
  readonly databaseAuth: 'password' | 'entra';
  readonly managedIdentityClientId?: string;
}

/** What signs the store in to its server: nothing where the URL holds all that is needed, else the identity that reads Graph. */
export function databasePasswordFor(settings: DatabaseSettings): (() => Promise<string>) | undefined {
  const { databaseUrl, databaseAuth, managedIdentityClientId } = settings;
  if (databaseUrl === undefined || databaseAuth !== 'entra') return undefined;
  return databasePassword(databaseUrl, credentialFor({ managedIdentityClientId }));
}
