import {
  type CycleCount,
  type CycleCounts,
  type CycleProblem,
  type CycleSubject,
  type CycleSummary,
  type CycleTrouble,
  cycleCounts,
} from './cycle.ts';
import type { LogEntry } from './evidence.ts';
import type { OwnEntries } from './from-log.ts';
import { readTouched, type Touched } from './touched.ts';

/** The entries of one cycle, and those of the same job that came before it. */
export interface CycleEntries {
  readonly entries: readonly LogEntry[];
  /** Older entries; undefined when they were not read, so that nothing can be called new. */
  readonly earlier?: readonly LogEntry[];
  /** The cycle wrote more entries than these. */
  readonly truncated: boolean;
}

/**
 * A cycle in figures and causes: one count for each person or group and thing that happened, the expected skips apart
 * from those that somebody should look at. A trouble is new when the same person did not have it before and it is no
 * retry of an older one. Pure; never throws.
 */
export function countCycle({ entries, earlier, truncated }: CycleEntries, now: string): CycleSummary {
  const touched = [...bySubject(entries)].flatMap(([key, own]) => {
    const read = readTouched(own, now);
    return read ? [{ key, read }] : [];
  });
  const before = earlier && bySubject(earlier);
  const isNew = (key: string, read: Touched): boolean | undefined => {
    if (read.isRetry) return false;
    if (!before) return undefined;
    const own = before.get(key);
    const was = own && readTouched(own, now);
    return was?.trouble !== read.trouble || was?.judged.decision.cause !== read.judged.decision.cause;
  };
  const troubled = touched.filter(({ read }) => read.trouble !== undefined);
  const times = entries.map(({ at }) => at).toSorted();
  const newest = newestFirst(entries)[0];
  return {
    jobId: newest?.jobId,
    cycleId: newest?.cycleId,
    from: times[0],
    to: times.at(-1),
    all: countsOf(touched.map(({ read }) => read)),
    users: countsOf(touched.map(({ read }) => read).filter(({ group }) => !group)),
    groups: countsOf(touched.map(({ read }) => read).filter(({ group }) => group)),
    problems: problemsOf(troubled.map(({ key, read }) => ({ read, isNew: isNew(key, read) }))),
    comparable: before !== undefined,
    truncated,
  };
}

/** Entries by whom they are about, newest first within. HR and log shapes without a source id go by the target or the name. */
export function bySubject(entries: readonly LogEntry[]): ReadonlyMap<string, OwnEntries> {
  const grouped = new Map<string, [LogEntry, ...LogEntry[]]>();
  const seen = new Set<string>();
  for (const entry of newestFirst(entries)) {
    if (entry.id !== '' && seen.has(entry.id)) continue;
    seen.add(entry.id);
    const id = entry.source.id || entry.target.id || entry.source.name || entry.id;
    const own = entry.source.id === id ? entry : { ...entry, source: { ...entry.source, id } };
    const key = id.toLowerCase();
    const known = grouped.get(key);
    if (known) known.push(own);
    else grouped.set(key, [own]);
  }
  return grouped;
}

function newestFirst(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function countsOf(touched: readonly Touched[]): CycleCounts {
  const counts = Object.fromEntries(cycleCounts.map((count) => [count, 0])) as Record<CycleCount, number>;
  for (const { counts: own } of touched) for (const count of own) counts[count] += 1;
  return counts;
}

interface Troubled {
  readonly read: Touched;
  readonly isNew: boolean | undefined;
}

function problemsOf(troubled: readonly Troubled[]): readonly CycleProblem[] {
  const grouped = new Map<string, { problem: Omit<CycleProblem, 'subjects'>; subjects: CycleSubject[] }>();
  for (const { read, isNew } of troubled) {
    const { trouble, judged, subject } = read;
    if (trouble === undefined) continue;
    const { cause } = judged.decision;
    const code = judged.telling?.code;
    // What nobody knows is told apart by its code.
    const key = [trouble, cause, cause === 'unrecognised' ? code : ''].join(' ');
    const documented = judged.logged?.documented?.code;
    const group = grouped.get(key) ?? { problem: { trouble, cause, code, documented, fix: read.fix }, subjects: [] };
    group.subjects.push({ ...subject, isNew });
    grouped.set(key, group);
  }
  return [...grouped.values()]
    .map(({ problem, subjects }) => ({ ...problem, subjects }))
    .toSorted((one, other) => rank(one.trouble) - rank(other.trouble) || other.subjects.length - one.subjects.length);
}

/** Failures before skips, skips before what was written in part. */
function rank(trouble: CycleTrouble): number {
  const order: readonly CycleTrouble[] = ['failed', 'held', 'skipped', 'warned'];
  return order.indexOf(trouble);
}
