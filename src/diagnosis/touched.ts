import type { AppChangeKind } from '../questions/question.ts';
import type { CycleCount, CycleSubject, CycleTrouble } from './cycle.ts';
import type { Fix } from './diagnosis.ts';
import { type Direction, findTelling, statusOf, wroteSomething } from './entry.ts';
import type { LogEntry } from './evidence.ts';
import { fixFor } from './fix.ts';
import { evidenceFromLog, isGroup, type OwnEntries } from './from-log.ts';
import { type Judged, judge } from './judge.ts';

/** What entries of a cycle, or of any other stretch of the log, say of one person or group. */
export interface Touched {
  /** Each at most once. */
  readonly counts: readonly CycleCount[];
  readonly group: boolean;
  /** Set when somebody should look at it. */
  readonly trouble?: CycleTrouble;
  readonly judged: Judged;
  /** What to do about the trouble, as far as the log tells. */
  readonly fix: readonly Fix[];
  readonly subject: CycleSubject;
  /** The trouble is an old one that was tried again. */
  readonly isRetry: boolean;
}

/**
 * The entries of one subject, newest first, taken together: what was written counts, and how it ended counts, so that
 * somebody who failed, was tried again and succeeded is no failure. Undefined when they tell nothing.
 */
export function readTouched(entries: OwnEntries, now: string): Touched | undefined {
  const evidence = evidenceFromLog(entries, now);
  const judged = judge(evidence);
  const { telling } = judged;
  if (!telling) return undefined;
  const changes = changesOf(entries);
  const trouble = troubleOf(judged);
  const ending = endingOf(judged, trouble);
  // A skip that is as it should be says nothing beside what the same cycle wrote.
  const told = ending === 'expectedSkips' && changes.length > 0 ? undefined : ending;
  const { id, name, type } = evidence.subject;
  return {
    counts: [...new Set([...changes, ...(told ? [told] : [])])],
    group: isGroup(telling.entry),
    trouble,
    judged,
    fix: trouble ? fixFor({ ...judged, evidence }) : [],
    subject: { id, name, type, entryId: telling.entry.id, at: telling.entry.at },
    isRetry: telling.retryOf !== undefined || telling.entry.steps.some((step) => /EscrowRetry/i.test(step.name)),
  };
}

/** What somebody should look at, if anything. */
export function troubleOf({ telling, logged, decision, expected }: Judged): CycleTrouble | undefined {
  if (logged?.ending === 'held') return 'held';
  switch (telling?.status) {
    case 'failure':
      return 'failed';
    case 'skipped':
      return expected ? undefined : 'skipped';
    case 'success':
    case 'warning':
      return decision.cause === 'provisioned' || decision.cause === 'deprovisioned' ? undefined : 'warned';
    case 'unknown':
    case undefined:
      return undefined;
  }
}

function endingOf({ telling }: Judged, trouble: CycleTrouble | undefined): CycleCount | undefined {
  switch (trouble) {
    case 'failed':
      return 'failed';
    case 'skipped':
      return 'unexpectedSkips';
    case 'warned':
      return 'warnings';
    case 'held':
      return 'heldDeletions';
    case undefined:
      return telling?.status === 'skipped' ? 'expectedSkips' : undefined;
  }
}

/** What was written, once each. */
function changesOf(entries: OwnEntries): readonly CycleCount[] {
  const written = entries.filter((entry) => statusOf(entry) === 'success' || statusOf(entry) === 'warning');
  return [...new Set(written.flatMap((entry) => changeWritten(entry) ?? []))];
}

/** What an entry did to somebody in the app, whatever it calls it; undefined where it wrote nothing. */
export function changeWritten(entry: LogEntry): AppChangeKind | undefined {
  if (entry.action === 'stagedDelete' || !wroteSomething(entry)) return undefined;
  return changeOf(entry, findTelling([entry])?.direction);
}

/** Disabling is an update or a delete in many apps: the step tells which it was. */
function changeOf(entry: LogEntry, direction: Direction | undefined): AppChangeKind {
  if (direction === 'down') {
    const has = (step: RegExp) => entry.steps.some(({ name }) => step.test(name));
    if (has(/SoftDelete/i)) return 'disabled';
    return entry.action === 'delete' || has(/ExportDelete/i) ? 'deleted' : 'disabled';
  }
  return entry.action === 'create' ? 'created' : 'updated';
}
