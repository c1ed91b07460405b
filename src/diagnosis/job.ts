import type { JobFinding, JobState } from './diagnosis.ts';
import type { Job, Known } from './evidence.ts';
import { toIso, toMillis, toMinutes } from './time.ts';

const minute = 60_000;

/** A job is stalled when nothing was heard of it for three intervals, and for six hours at the least: long cycles are ordinary. */
const stalledIntervals = 3;
const stalledAtLeastMinutes = 6 * 60;

/** Without an interval to measure by. */
const stalledWithoutIntervalMinutes = 24 * 60;

/**
 * What the job is doing, by the rules of status (synchronizationStatus): the code outranks leftovers such as the
 * quarantine object of a paused job. `jobId`: the job that the log entry names.
 */
export function jobFinding(jobs: Known<readonly Job[]>, now: string, jobId?: string): JobFinding {
  // Graph knows no synchronization of an app that has none.
  if (!jobs.known) return { state: jobs.why === 'notFound' ? 'notConfigured' : 'unknown' };
  const job = pickJob(jobs.value, jobId);
  if (!job) return { state: 'notConfigured' };
  const state = stateOf(job, now);
  const progress = job.progress.at(-1);
  return {
    jobId: job.id,
    state,
    lastCycleAt: job.lastRun?.endedAt ?? job.lastRun?.beganAt,
    lastCycleResult: job.lastRun?.state,
    nextCycleAt: nextCycle(job, state, now),
    intervalMinutes: toMinutes(job.schedule.interval),
    quarantine: job.code === 'Quarantine' ? quarantineOf(job) : undefined,
    progress: progress && { completed: progress.completed, total: progress.total, units: progress.units },
  };
}

/** The job that the entry names; else the livest one, by id where several are alike. */
export function pickJob(jobs: readonly Job[], jobId?: string): Job | undefined {
  const named = jobId === undefined ? undefined : jobs.find((job) => job.id === jobId);
  return named ?? jobs.toSorted((one, other) => liveness(other) - liveness(one) || compare(one.id, other.id))[0];
}

/**
 * The job that tells how the app is doing: of several that are switched on, one that lets nobody through concerns more
 * than one that runs.
 */
export function pickTelling(jobs: readonly Job[], now: string): Job | undefined {
  const stopped = (['quarantine', 'stalled'] as const).map((state) =>
    pickJob(jobs.filter((job) => stateOf(job, now) === state)),
  );
  return stopped.find((job) => job !== undefined) ?? pickJob(jobs);
}

function liveness(job: Job): number {
  const order: readonly Job['code'][] = ['NotConfigured', 'unknown', 'Paused', 'NotRun', 'Quarantine', 'Active'];
  return order.indexOf(job.code) + (job.schedule.state === 'Active' ? order.length : 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function stateOf(job: Job, now: string): JobState {
  if (job.code === 'NotConfigured') return 'notConfigured';
  if (job.code === 'Paused' || job.schedule.state === 'Disabled' || job.schedule.state === 'Paused') return 'off';
  if (job.code === 'Quarantine') return 'quarantine';
  if (isInitial(job)) return 'initialCycle';
  return isStalled(job, now) ? 'stalled' : 'running';
}

/** Steady state never reached and no cycle finished: the first one is still under way. */
function isInitial(job: Job): boolean {
  if (job.code === 'NotRun') return true;
  const finished = [job.lastRun, job.lastSuccessfulRun, job.lastSuccessfulRunWithExports].some((run) =>
    toMillis(run?.endedAt),
  );
  return toMillis(job.steadyStateFirstAt) === undefined && toMillis(job.steadyStateLastAt) === undefined && !finished;
}

function isStalled(job: Job, now: string): boolean {
  const lastSign = Math.max(...signs(job).map((at) => toMillis(at) ?? Number.NEGATIVE_INFINITY));
  const moment = toMillis(now);
  if (moment === undefined || !Number.isFinite(lastSign)) return false;
  const interval = toMinutes(job.schedule.interval);
  const patience =
    interval === undefined
      ? stalledWithoutIntervalMinutes
      : Math.max(interval * stalledIntervals, stalledAtLeastMinutes);
  return moment - lastSign > patience * minute;
}

/** Every moment at which the job is known to have been at work. */
function signs(job: Job): readonly (string | undefined)[] {
  const runs = [job.lastRun, job.lastSuccessfulRun, job.lastSuccessfulRunWithExports];
  return [
    ...runs.flatMap((run) => [run?.beganAt, run?.endedAt]),
    job.steadyStateLastAt,
    ...job.progress.map((one) => one.at),
  ];
}

/** The first beginning that is still to come, counted in intervals from the last run; in quarantine the next attempt. */
function nextCycle(job: Job, state: JobState, now: string): string | undefined {
  if (state === 'quarantine') return job.quarantine?.nextAttemptAt;
  if (state !== 'running') return undefined;
  const last = toMillis(job.lastRun?.endedAt) ?? toMillis(job.lastRun?.beganAt);
  const interval = toMinutes(job.schedule.interval);
  const moment = toMillis(now);
  if (last === undefined || interval === undefined || moment === undefined) return undefined;
  const steps = Math.max(1, Math.ceil((moment - last) / (interval * minute)));
  return toIso(last + steps * interval * minute);
}

function quarantineOf(job: Job): JobFinding['quarantine'] {
  const { quarantine } = job;
  return {
    reason: quarantine?.reason ?? '',
    // `currentBegan` is when it was imposed last; the series is what people mean by the quarantine.
    since: quarantine?.seriesBeganAt ?? quarantine?.beganAt,
    nextAttemptAt: quarantine?.nextAttemptAt,
    error: quarantine?.error,
  };
}
