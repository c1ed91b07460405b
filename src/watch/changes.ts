import type { Job, Quarantine } from '../diagnosis/evidence.ts';
import { jobFinding } from '../diagnosis/job.ts';
import { isAfter } from '../diagnosis/time.ts';
import type { Change, EndedRun, JobState } from './change.ts';
import { endedRuns, nameOf, untold, withTold } from './runs.ts';

export interface Noticed {
  readonly state: JobState;
  /** Oldest first, as far as they have a time. */
  readonly changes: readonly Change[];
}

/** The beginning of time, for a job that never ran when it was first seen: whatever it does is news. */
const never = '1970-01-01T00:00:00.000Z';

/**
 * What is new about a job since it was last looked at, by Graph's own ids and times; our clock only says whether the job
 * is stalled. The first look tells nothing: what was before is no news. Pure; no change is told twice, and a run that went by
 * between two looks is told as long as the job still shows it.
 */
export function noticeChanges(before: JobState | undefined, job: Job, now: Date): Noticed {
  if (before === undefined) return { state: firstState(job, now), changes: [] };
  const runs = untold(endedRuns(job), before);
  const first = firstCycleOf(before, job, runs);
  const quarantine = quarantineOf(before, job);
  const on = isOn(job) ?? before.on;
  const stall = stallOf(before, job, now, on);
  const state: JobState = {
    ...withTold(runs, before),
    failures: job.successiveCompleteFailures,
    firstCycle: first.state,
    ...(quarantine.state ? { quarantine: quarantine.state } : {}),
    on,
    ...stall.state,
  };
  const changes = [
    ...(before.on === on ? [] : [on ? started : stopped(before)]),
    ...cycleChanges(before, job, runs, first.completed),
    ...stall.changes,
    ...quarantine.changes,
  ];
  return { state, changes };
}

const started: Change = { kind: 'started' };

function stopped({ quarantine }: JobState): Change {
  return { kind: 'stopped', quarantined: quarantine !== undefined };
}

function firstState(job: Job, now: Date): JobState {
  const runs = endedRuns(job);
  const stalledSince = lastSign(job, now);
  const quarantine = remembered(job.code === 'Quarantine' ? job.quarantine : undefined, job);
  return {
    floor: runs.at(-1)?.endedAt ?? never,
    told: runs.map(nameOf),
    failures: job.successiveCompleteFailures,
    firstCycle: isFirstCycleDone(job, runs) ? { is: 'done', at: job.steadyStateFirstAt } : { is: 'pending' },
    ...(quarantine ? { quarantine } : {}),
    on: isOn(job) ?? true,
    stalled: stalledSince !== undefined,
    ...(stalledSince?.at ? { stalledSince: stalledSince.at } : {}),
  };
}

/** undefined: Graph does not say. */
function isOn({ schedule, code }: Job): boolean | undefined {
  if (code === 'Paused' || code === 'NotConfigured') return false;
  if (schedule.state === 'Disabled' || schedule.state === 'Paused') return false;
  return schedule.state === 'unknown' || code === 'unknown' ? undefined : true;
}

function isGood(run: EndedRun): boolean {
  return run.state === 'Succeeded' || run.state === 'EntryLevelErrors';
}

function isFirstCycleDone(job: Job, runs: readonly EndedRun[]): boolean {
  return job.steadyStateFirstAt !== undefined || job.steadyStateLastAt !== undefined || runs.some(isGood);
}

interface FirstCycle {
  readonly state: JobState['firstCycle'];
  /** Set when it is news. */
  readonly completed?: { readonly at: string; readonly cycle?: EndedRun };
}

/** A first cycle is complete when Graph says when, or a run ended well; a later moment is that of a restarted job. */
function firstCycleOf({ firstCycle }: JobState, job: Job, runs: readonly EndedRun[]): FirstCycle {
  const steadyAt = job.steadyStateFirstAt;
  const cycle = runs.findLast(isGood) ?? runs.at(-1);
  if (firstCycle.is === 'pending') {
    const good = runs.findLast(isGood);
    const at = steadyAt ?? good?.endedAt;
    if (at === undefined) return { state: firstCycle };
    return { state: { is: 'done', at: steadyAt }, completed: { at, cycle } };
  }
  // The moment that a run stood in for comes to light: nothing new.
  if (firstCycle.at === undefined) return { state: { is: 'done', at: steadyAt } };
  if (!isAfter(steadyAt, firstCycle.at)) return { state: firstCycle };
  return { state: { is: 'done', at: steadyAt }, completed: { at: steadyAt ?? firstCycle.at, cycle } };
}

function cycleChanges(
  before: JobState,
  job: Job,
  runs: readonly EndedRun[],
  first: FirstCycle['completed'],
): readonly Change[] {
  let since = before.told.at(-1)?.endedAt;
  const failed = runs.filter((run) => run.state === 'Failed').length;
  // The count begins anew with every run that succeeds, so that a smaller one tells nothing of what was before.
  const more = Math.max(0, job.successiveCompleteFailures - before.failures);
  let failedBefore = before.failures > 0;
  const changes: Change[] = [];
  for (const cycle of runs) {
    const unseenFailures = cycle === runs.at(-1) ? Math.max(0, more - failed) : 0;
    const failing = failedBefore ? { failedBefore } : {};
    if (cycle !== first?.cycle) changes.push({ kind: 'cycleCompleted', cycle, since, unseenFailures, ...failing });
    else changes.push({ kind: 'firstCycleCompleted', ...first });
    since = cycle.endedAt;
    failedBefore = cycle.state === 'Failed';
  }
  if (first && first.cycle === undefined) changes.push({ kind: 'firstCycleCompleted', at: first.at });
  return changes;
}

interface Stall {
  readonly state: Pick<JobState, 'stalled' | 'stalledSince'>;
  readonly changes: readonly Change[];
}

function stallOf(before: JobState, job: Job, now: Date, on: boolean): Stall {
  const sign = lastSign(job, now);
  if (sign) {
    const since = sign.at ? { stalledSince: sign.at } : {};
    const state = { stalled: true, ...since };
    return { state, changes: before.stalled ? [] : [{ kind: 'stalled', since: sign.at }] };
  }
  // What was switched off, or is in quarantine, has other troubles than to be slow.
  const resumed = before.stalled && on && job.code !== 'Quarantine';
  return { state: { stalled: false }, changes: resumed ? [{ kind: 'resumed', since: before.stalledSince }] : [] };
}

/** The last sign of life of a job that is stalled; undefined for one that is not. */
function lastSign(job: Job, now: Date): { readonly at?: string } | undefined {
  const finding = jobFinding({ known: true, value: [job], at: now.toISOString() }, now.toISOString());
  return finding.state === 'stalled' ? { at: finding.lastCycleAt } : undefined;
}

interface InQuarantine {
  readonly state: JobState['quarantine'];
  readonly changes: readonly Change[];
}

function quarantineOf({ quarantine: was }: JobState, job: Job): InQuarantine {
  if (job.code !== 'Quarantine') {
    // A job that is off stays where it was: it is neither in quarantine nor healed.
    if (!was || job.code === 'unknown' || isOn(job) === false) return { state: was, changes: [] };
    return { state: undefined, changes: [{ kind: 'quarantineLeft', was: was.reason }] };
  }
  const quarantine: Quarantine = job.quarantine ?? { reason: '' };
  const state = remembered(quarantine, job);
  // A series begins when a quarantine is first imposed, and ends as soon as it is lifted.
  const again = was && isAfter(quarantine.seriesBeganAt, was.seriesBeganAt);
  if (!was || again) return { state, changes: [entered(quarantine)] };
  const { reason } = quarantine;
  if (reason === '' || reason.toLowerCase() === was.reason.toLowerCase()) {
    // What Graph leaves out this time is not forgotten.
    return {
      state: { reason: reason || was.reason, seriesBeganAt: quarantine.seriesBeganAt ?? was.seriesBeganAt },
      changes: [],
    };
  }
  if (isHeld(quarantine)) return { state, changes: [entered(quarantine)] };
  return { state, changes: [{ kind: 'quarantineReasonChanged', quarantine, was: was.reason }] };
}

function remembered(quarantine: Quarantine | undefined, { code }: Job): JobState['quarantine'] {
  if (code !== 'Quarantine') return undefined;
  return { reason: quarantine?.reason ?? '', seriesBeganAt: quarantine?.seriesBeganAt };
}

function entered(quarantine: Quarantine): Change {
  return isHeld(quarantine) ? { kind: 'deletionsHeld', quarantine } : { kind: 'quarantineEntered', quarantine };
}

function isHeld({ reason }: Quarantine): boolean {
  return reason.toLowerCase() === 'toomanydeletes';
}
