import type { CycleEntries } from './count-cycle.ts';
import type { Job, LogEntry, LogReading, Run } from './evidence.ts';
import { toMillis } from './time.ts';

/** What is allowed for clocks that differ and for entries that are written as the cycle ends. */
const slackMs = 2 * 60_000;

/**
 * The part of the log that the job's last finished run wrote, and what came before. A cycle without anything to do
 * writes nothing. Whether cycleId and activityIdentifier are the same is not documented: where they are, they decide,
 * else the run's times do. Undefined when the log does not reach back to the run, so that nothing is known of it.
 */
export function entriesOfRun(log: LogReading, job: Pick<Job, 'id'>, run: Run): CycleEntries | undefined {
  const own = ofJob(log.entries, job.id);
  const { activityIdentifier, beganAt, endedAt } = run;
  const named = activityIdentifier ? own.filter((entry) => entry.cycleId === activityIdentifier) : [];
  const began = toMillis(beganAt) ?? toMillis(endedAt);
  const entries = named.length > 0 ? named : between(own, began, toMillis(endedAt));
  const first = Math.min(
    began ?? Number.POSITIVE_INFINITY,
    ...entries.map(({ at }) => toMillis(at) ?? Number.POSITIVE_INFINITY),
  );
  const earlier = own.filter((entry) => !entries.includes(entry) && (toMillis(entry.at) ?? 0) < first);
  const oldest = toMillis(own.at(-1)?.at);
  const reached = !log.truncated || (oldest !== undefined && oldest < first);
  if (!reached && entries.length === 0) return undefined;
  return { entries, earlier: isEnough(earlier, log) ? earlier : undefined, truncated: !reached };
}

/** What is new can only be told where the whole cycle before was read. */
function isEnough(earlier: readonly LogEntry[], log: LogReading): boolean {
  return !log.truncated || new Set(earlier.map(({ cycleId }) => cycleId)).size > 1;
}

function between(entries: readonly LogEntry[], from: number | undefined, to: number | undefined): readonly LogEntry[] {
  if (from === undefined) return [];
  const end = to ?? Number.POSITIVE_INFINITY;
  // A run of seconds must not reach into the one before it.
  const slack = end > from ? Math.min(slackMs, end - from) : slackMs;
  return entries.filter(({ at }) => {
    const millis = toMillis(at) ?? 0;
    return millis >= from - slack && millis <= end + slack;
  });
}

/** Cycles by their ids, newest first, those only that were read whole. */
export function wholeCycles(log: LogReading, jobId: string): readonly CycleEntries[] {
  const grouped = new Map<string, LogEntry[]>();
  const own = ofJob(log.entries, jobId);
  for (const entry of own) {
    const id = entry.cycleId ?? '';
    if (id === '') continue;
    const known = grouped.get(id);
    if (known) known.push(entry);
    else grouped.set(id, [entry]);
  }
  const cycles = [...grouped.values()].map((entries) => ({ entries, truncated: false }));
  // The oldest may have begun before what was read.
  return log.truncated ? cycles.slice(0, -1) : cycles;
}

/** Entries of other jobs of the app are left out; one that names no job is anybody's. Newest first, as the log is read. */
export function ofJob(entries: readonly LogEntry[], jobId: string): readonly LogEntry[] {
  return entries.filter((entry) => entry.jobId === undefined || entry.jobId === '' || entry.jobId === jobId);
}
