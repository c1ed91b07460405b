import { isDeepStrictEqual } from 'node:util';
import type { Job } from '../diagnosis/evidence.ts';
import type { Entra, Reads } from '../entra/reads.ts';
import type { Change, JobState } from './change.ts';
import { noticeChanges } from './changes.ts';
import type { Looked, NewMessage, Outbox, WatchedJob } from './outbox.ts';
import { type WatchedApps, watchedApps } from './watched-apps.ts';

export interface LookDeps {
  readonly entra: Entra;
  readonly outbox: Outbox;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly logger: WatchLogger;
  /** How long the log's entries of a cycle that ended may still be coming. */
  readonly logDelayMs: number;
}

/** Ids and counts only: never names. */
export interface WatchLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Apps that are read and written together: five batches of Graph, then one transaction where something is new. */
const appsAtOnce = 100;

/** Forgotten is what happened so long ago. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

/** What one look came to. */
export interface LookOutcome {
  readonly apps: number;
  readonly jobs: number;
  readonly messages: number;
  /** Apps that could not be read this time. */
  readonly unread: number;
  readonly graphRequests: number;
}

/**
 * Looks at every job that somebody is told about, and writes down what is new. Rejects when Graph cannot be read at all
 * (GraphError) or the store cannot be reached; what was looked at before that is written.
 */
export async function look(deps: LookDeps, signal: AbortSignal): Promise<LookOutcome> {
  const { outbox, logger } = deps;
  const now = deps.now();
  const wanted = await watchedApps(deps, now, signal);
  const sum = { apps: wanted.apps.length, jobs: 0, messages: 0, unread: 0, graphRequests: wanted.graphRequests };
  for (let begin = 0; begin < wanted.apps.length; begin += appsAtOnce) {
    signal.throwIfAborted();
    const part = await readJobs(deps, wanted.apps.slice(begin, begin + appsAtOnce), signal);
    sum.unread += part.unread;
    sum.graphRequests += part.graphRequests;
    sum.jobs += part.jobs.length;
    sum.messages += await write(deps, part.jobs, wanted, now);
  }
  if (wanted.discovered) await outbox.discovered(now);
  await outbox.prune(new Date(now.getTime() - keptMs));
  logger.info(sum, 'looked at the watched apps');
  return sum;
}

interface ReadJob extends WatchedJob {
  readonly job: Job;
}

interface ReadPart {
  readonly jobs: readonly ReadJob[];
  readonly unread: number;
  readonly graphRequests: number;
}

/** One app that cannot be read does not stop the others; when none can, that is Graph's trouble. */
async function readJobs(deps: LookDeps, apps: WatchedApps['apps'], signal: AbortSignal): Promise<ReadPart> {
  const reads: Reads = deps.entra.open({ signal, correlationId: deps.newId(), lane: 'watch' });
  const read = await Promise.allSettled(apps.map((app) => reads.jobs(app.id)));
  const failed = read.filter((one) => one.status === 'rejected');
  if (failed.length > 0 && failed.length === read.length) throw failed[0]?.reason;
  const jobs = read.flatMap((one, index) => {
    const app = apps[index];
    if (!app || one.status !== 'fulfilled' || !one.value.known) return [];
    return one.value.value.map((job) => ({ app: { id: app.id, name: app.name }, jobId: job.id, job }));
  });
  return { jobs, unread: failed.length, graphRequests: reads.spent().graphRequests };
}

async function write(deps: LookDeps, jobs: readonly ReadJob[], wanted: WatchedApps, now: Date): Promise<number> {
  const written = await deps.outbox.look(jobs, now, (before) =>
    jobs.map((read, index) => decide(read, before[index], wanted.isNew(read.app.id), deps.logDelayMs, now)),
  );
  return written.length;
}

/** What follows from one job; undefined when there is nothing to write. */
function decide(
  { app, jobId, job }: ReadJob,
  before: JobState | undefined,
  isNew: boolean,
  logDelayMs: number,
  now: Date,
): Looked | undefined {
  const { state, changes } = noticeChanges(before, job, now);
  const news: readonly Change[] = before === undefined && isNew ? [{ kind: 'appProvisioned' }] : changes;
  if (news.length === 0 && isSame(state, before)) return undefined;
  return { job: { app, jobId }, state, messages: inMessages(news, logDelayMs, now) };
}

/** As JSON, in which the store keeps it: the order of keys and what is undefined do not count. */
function isSame(state: JobState, before: JobState | undefined): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(state)), before);
}

/** What the log has nothing to say about is told at once; cycles wait for their entries, together. */
function inMessages(changes: readonly Change[], logDelayMs: number, now: Date): readonly NewMessage[] {
  const cycles = changes.filter((change) => 'cycle' in change);
  const others = changes.filter((change) => !('cycle' in change));
  const ended = Math.max(
    ...cycles.map((change) => ('cycle' in change && change.cycle ? Date.parse(change.cycle.endedAt) : 0)),
  );
  const latest = now.getTime() + logDelayMs;
  // Our clock may be behind Graph's, and a time that Graph gives may be nonsense: nobody waits longer than the delay.
  const dueAt = new Date(Math.min(Math.max(ended + logDelayMs, now.getTime()), latest));
  return [
    ...(others.length > 0 ? [{ changes: others, dueAt: now }] : []),
    ...(cycles.length > 0 ? [{ changes: cycles, dueAt }] : []),
  ];
}
