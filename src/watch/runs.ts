import type { Job, Run } from '../diagnosis/evidence.ts';
import { toMillis } from '../diagnosis/time.ts';
import type { EndedRun, JobState } from './change.ts';

/** How many told runs are remembered by name; what ended before all of them is told already. */
const mostTold = 50;

type Told = Pick<JobState, 'told' | 'floor'>;

/** Every run that the job shows as ended, oldest first, each once. A job shows three at the most, which may be one. */
export function endedRuns({ lastRun, lastSuccessfulRun, lastSuccessfulRunWithExports }: Job): readonly EndedRun[] {
  const ended: EndedRun[] = [];
  for (const run of [lastRun, lastSuccessfulRun, lastSuccessfulRunWithExports]) {
    if (isEnded(run) && !ended.some((one) => isSame(one, run))) ended.push(run);
  }
  return ended.toSorted(byEnd);
}

/** The runs that nobody was told about. What ended before the job was first seen is nobody's news. */
export function untold(runs: readonly EndedRun[], { told, floor }: Told): readonly EndedRun[] {
  return runs.filter((run) => millis(run.endedAt) > millis(floor) && !told.some((one) => isSame(one, run)));
}

/** Remembers runs as told. The oldest are let go of, and the floor rises to them. */
export function withTold(runs: readonly EndedRun[], { told, floor }: Told): Told {
  const all = [...told, ...runs.map(nameOf)].toSorted(byEnd);
  const dropped = all.slice(0, Math.max(0, all.length - mostTold));
  return { told: all.slice(dropped.length), floor: dropped.at(-1)?.endedAt ?? floor };
}

/** Only the ids and the end: what tells a run from others. */
export function nameOf({ activityIdentifier, endedAt }: EndedRun): JobState['told'][number] {
  return { id: activityIdentifier || undefined, endedAt };
}

function isEnded(run: Run | undefined): run is EndedRun {
  return toMillis(run?.endedAt) !== undefined;
}

/** One job has one run at a time: those that ended at one moment are the same, whether or not both name an id. */
function isSame(one: EndedRun | JobState['told'][number], other: EndedRun): boolean {
  const id = 'activityIdentifier' in one ? one.activityIdentifier : 'id' in one ? one.id : undefined;
  if (id && id === other.activityIdentifier) return true;
  return millis(one.endedAt) === millis(other.endedAt);
}

function byEnd(one: { readonly endedAt: string }, other: { readonly endedAt: string }): number {
  return millis(one.endedAt) - millis(other.endedAt);
}

function millis(at: string): number {
  return toMillis(at) ?? Number.NEGATIVE_INFINITY;
}
