import type { LRUCache } from 'lru-cache';
import type { Known, SyncSchema } from '../diagnosis/evidence.ts';
import { findApps, firstPage, galleryName, learnGalleryName, refresh, wholeCatalogue } from './apps.ts';
import { readGroupsAmong } from './asker-groups.ts';
import { readAssignedApps } from './assigned-apps.ts';
import { type AssignmentMemory, createAssignmentMemory, readAssignments } from './assignments.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { testCredentials } from './credential-test.ts';
import { GraphError } from './errors.ts';
import { known, knownInPart } from './gap.ts';
import { findGroups } from './groups.ts';
import { findIdentified } from './identified.ts';
import { readJobs } from './job.ts';
import { type LogMemory, logPages } from './log.ts';
import { createLogBudget } from './log-budget.ts';
import { createLogDesk, type LogDesk } from './log-desk.ts';
import { readMemberships } from './memberships.ts';
import { type JobMemory, provisionedApps } from './provisioned-apps.ts';
import type { Entra, Reads, TurnOptions } from './reads.ts';
import { createMemory } from './remember.ts';
import { readSchema } from './schema.ts';
import type { EntraOptions } from './settings.ts';
import { readSyncAll } from './sync-all.ts';
import { createTransport } from './transport.ts';
import { createTurn, type Turn } from './turn.ts';
import { readExtensions } from './user-attributes.ts';
import { findUsers, similarUsers, type UserMemory } from './users.ts';

/** The reads of a turn, with those that only later parts need. */
export interface EntraReads extends Reads {
  galleryName: NonNullable<Reads['galleryName']>;
}

/** For how long an app that has no job is not asked again. */
const rememberNoJobMs = 60 * 60 * 1000;

/** What is remembered between turns. */
interface Memory {
  readonly catalogue: Catalogue;
  readonly schemas: LRUCache<string, Known<SyncSchema>>;
  readonly assignments: AssignmentMemory;
  readonly log: LogMemory;
  readonly users: UserMemory;
  readonly jobs: JobMemory;
  /** Most tenants do not grant it: asked once, and not again until the next start. */
  readonly assignedApps: { refused: boolean };
}

/** A tenant whose turns give every read. */
export interface GraphEntra extends Entra {
  open(turn: Parameters<Entra['open']>[0]): EntraReads;
}

/** A tenant through Microsoft Graph. Nothing is sent before the first read. */
export function createEntra(options: EntraOptions): GraphEntra {
  const { now, logger, rememberMs = 10 * 60 * 1000, rememberAssignmentsMs = 60 * 1000 } = options;
  const transport = createTransport(options);
  const { random, sleep, logGapsMs, sharedLogBudget } = options;
  const logBudget = createLogBudget({ now, random, sleep, gapsMs: logGapsMs, shared: sharedLogBudget });
  const memory: Memory = {
    catalogue: createCatalogue(now, rememberMs),
    schemas: createMemory(now, 200, rememberMs),
    assignments: createAssignmentMemory(now, rememberAssignmentsMs),
    log: new Map(),
    users: { coreOnly: false, extensions: new Set() },
    jobs: createMemory(now, 20_000, rememberNoJobMs),
    assignedApps: { refused: false },
  };
  const never = new AbortController().signal;
  const openTurn = () => createTurn({ options, transport, logBudget, signal: never, correlationId: options.newId() });
  const desk = createLogDesk({
    budget: logBudget,
    memory: memory.log,
    now,
    openTurn,
    patienceMs: options.patienceMs ?? 20_000,
    mostShared: options.mostSharedLogReads,
  });
  let refreshing = false;

  /** While people ask, the apps are read again before they are forgotten, and nobody waits for it. */
  function refreshApps(): void {
    if (refreshing || !memory.catalogue.aging) return;
    refreshing = true;
    refresh(openTurn(), memory.catalogue)
      .catch((error: unknown) => logger.debug({ err: error }, 'the apps could not be read again'))
      .finally(() => {
        refreshing = false;
      });
  }

  return {
    open(asking) {
      refreshApps();
      return readsOf(createTurn({ options, transport, logBudget, ...asking }), asking, desk, memory, options);
    },
  };
}

/** More than this and the address of a search grows too long. */
const mostExtensions = 10;

function learn(name: string, { extensions }: UserMemory): void {
  if (extensions.size < mostExtensions) extensions.add(name);
}

function readsOf(turn: Turn, asking: TurnOptions, desk: LogDesk, memory: Memory, options: EntraOptions): EntraReads {
  const { now, logger, mayReadSecrets = false, mayTestCredentials = false } = options;
  const { catalogue } = memory;
  // The watch looks again soon, and must know that it saw nothing.
  const part = asking.lane === 'watch' ? known : knownInPart;
  return {
    findApps: (text) => findApps(text, turn, catalogue),
    catalogue: () => firstPage(turn, catalogue),
    knownApps: () => catalogue.known(),
    wholeCatalogue: () => wholeCatalogue(turn, catalogue),
    galleryName: (app) => galleryName(app.templateId, turn, catalogue),
    findUsers: (text) => findUsers(text, turn, memory.users),
    findGroups: (text) => findGroups(text, turn),
    findIdentified: (wanted) => findIdentified(wanted, turn, memory.users),
    similarUsers: (text) => similarUsers(text, turn, memory.users),
    async extensions(subject, names) {
      const read = await readExtensions(subject, names, turn);
      if (read && subject.type === 'user') for (const name of Object.keys(read)) learn(name, memory.users);
      return read ?? {};
    },
    jobs(appId) {
      learnGalleryName(appId, turn, catalogue);
      return part(readJobs(appId, turn), now, logger);
    },
    provisionedApps: (wanted) =>
      provisionedApps({ turn, catalogue, memory: memory.jobs, now, logger, fresh: asking.fresh }, wanted),
    mayTestCredentials,
    testCredentials: async (appId, jobId) =>
      mayTestCredentials ? testCredentials(appId, jobId, turn) : { outcome: 'off' },
    async schema(appId, jobId) {
      const key = `${appId} ${jobId}`;
      if (asking.fresh) memory.schemas.delete(key);
      const remembered = memory.schemas.get(key);
      if (remembered) return remembered;
      const schema = await part(readSchema(appId, jobId, turn), now, logger);
      if (schema.known) memory.schemas.set(key, schema);
      return schema;
    },
    async log(window) {
      const read = await known(desk.read(window, turn, asking), now, logger);
      return read.known ? { known: true, value: read.value.reading, at: read.value.at } : read;
    },
    logPages: (window) => logPages(window, turn, memory.log),
    assignments(appId, principalIds) {
      if (asking.fresh) memory.assignments.pages.delete(appId);
      return part(readAssignments(appId, principalIds, turn, memory.assignments), now, logger);
    },
    async assignedApps(subject) {
      if (subject.type === 'worker') return { known: false, why: 'notRead' };
      if (memory.assignedApps.refused) return { known: false, why: 'forbidden' };
      try {
        return { known: true, value: await readAssignedApps(subject, turn), at: now().toISOString() };
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        // Nobody is told to grant it: Skipper is meant to do without.
        if (error.code === 'forbidden') memory.assignedApps.refused = true;
        return { known: false, why: error.code === 'forbidden' ? 'forbidden' : 'unavailable' };
      }
    },
    async memberships(subject) {
      if (subject.type === 'worker') return { known: false, why: 'notRead' };
      return part(readMemberships(subject, turn), now, logger);
    },
    async syncAll(appId) {
      if (!mayReadSecrets) return { known: false, why: 'forbidden' };
      const read = await part(readSyncAll(appId, turn), now, logger);
      if (!read.known) return read;
      return read.value === undefined ? { known: false, why: 'notFound' } : { ...read, value: read.value };
    },
    groupsAmong: (userId, groupIds) => readGroupsAmong(userId, groupIds, turn),
    requestIds: turn.requestIds,
    spent: turn.spent,
  };
}
