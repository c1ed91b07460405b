import { type CycleEntries, countCycle } from './count-cycle.ts';
import type { CycleProblem } from './cycle.ts';
import { entriesOfRun, ofJob, wholeCycles } from './cycles.ts';
import type { Job, LogReading } from './evidence.ts';
import type { CycleLog, TrendPoint } from './health.ts';
import { isAfter, logDelayMs, toMillis } from './time.ts';

/** How many of the last cycles make a trend. */
const mostPoints = 6;
/** Fewer say nothing. */
const leastPoints = 3;

/** What the log tells of the job's last cycle, or of a first one so far, and of those before. Pure. */
export function readCycleLog(log: LogReading, job: Job, now: string): CycleLog {
  const run = job.lastRun;
  const cycles = wholeCycles(log, job.id);
  const last = run ? entriesOfRun(log, job, run) : underWay(cycles, log);
  const ended = toMillis(run?.endedAt);
  const moment = toMillis(now);
  return {
    last: last && countCycle(last, now),
    standing: standingOf(log, job, last, now),
    trend: trendOf(cycles, run?.endedAt, now),
    settling: ended !== undefined && moment !== undefined && moment - ended < logDelayMs,
  };
}

/** A first cycle has no finished run: what it wrote so far is the newest cycle of the log. */
function underWay(cycles: readonly CycleEntries[], log: LogReading): CycleEntries | undefined {
  const [newest] = cycles;
  if (newest) return newest;
  return log.entries.length > 0 && log.truncated ? { entries: log.entries, truncated: true } : undefined;
}

/** Whoever the last cycle did not touch is still as the newest entry left things. */
function standingOf(log: LogReading, job: Job, last: CycleEntries | undefined, now: string): readonly CycleProblem[] {
  const touched = new Set(last?.entries.map(({ source }) => source.id));
  const entries = ofJob(log.entries, job.id).filter(({ source }) => !touched.has(source.id));
  const { problems } = countCycle({ entries, truncated: log.truncated }, now);
  return problems.filter(({ trouble }) => trouble !== 'warned');
}

function trendOf(cycles: readonly CycleEntries[], endedAt: string | undefined, now: string): readonly TrendPoint[] {
  // A cycle that still runs has not shown what it comes to.
  const finished = cycles.filter(({ entries }) => !isAfter(entries.at(-1)?.at, endedAt));
  const points = finished.slice(0, mostPoints).map(({ entries, truncated }): TrendPoint => {
    const { all, to = now } = countCycle({ entries, truncated }, now);
    return {
      at: to,
      written: all.created + all.updated + all.disabled + all.deleted,
      failed: all.failed,
      unexpectedSkips: all.unexpectedSkips,
    };
  });
  const isQuiet = points.every(({ written, failed, unexpectedSkips }) => written + failed + unexpectedSkips === 0);
  return points.length < leastPoints || isQuiet ? [] : points.toReversed();
}
