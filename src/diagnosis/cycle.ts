import type { SubjectType } from '../questions/question.ts';
import type { Cause } from './causes.ts';
import type { Fix } from './diagnosis.ts';

/** What a cycle can do to a person or group, in the order in which it is told. */
export const cycleCounts = [
  'created',
  'updated',
  'disabled',
  'deleted',
  'failed',
  'unexpectedSkips',
  'expectedSkips',
  'warnings',
  'heldDeletions',
] as const;
export type CycleCount = (typeof cycleCounts)[number];

/** How many people or groups it was done to: each is counted once in each, however many entries it has. */
export type CycleCounts = Readonly<Record<CycleCount, number>>;

/** Somebody whom a cycle left in trouble. Names are untrusted text. */
export interface CycleSubject {
  /** Object id in the source system. */
  readonly id: string;
  readonly name: string;
  readonly type: SubjectType;
  /** The log entry that tells, and when it was written. */
  readonly entryId: string;
  readonly at: string;
  /** Not in this trouble before; undefined where what came before was not read. */
  readonly isNew?: boolean;
}

/** `warned`: written, but not whole. `held`: a deletion that waits for an admin. */
export type CycleTrouble = 'failed' | 'skipped' | 'warned' | 'held';

/** Everybody who met the same cause in the same way. */
export interface CycleProblem {
  readonly trouble: CycleTrouble;
  readonly cause: Cause;
  /** The log's own code of the first of them, and the catalogue's name of it. */
  readonly code?: string;
  readonly documented?: string;
  /** What to do about it, as far as the log of the first of them tells. */
  readonly fix: readonly Fix[];
  /** Newest first. */
  readonly subjects: readonly CycleSubject[];
}

/** A cycle in figures, from the entries that it wrote. */
export interface CycleSummary {
  readonly jobId?: string;
  readonly cycleId?: string;
  /** The first and the last entry; absent when it wrote none. */
  readonly from?: string;
  readonly to?: string;
  readonly all: CycleCounts;
  /** Whatever is not a group is counted as a user: workers and contacts too. */
  readonly users: CycleCounts;
  readonly groups: CycleCounts;
  /** Those that concern most first. */
  readonly problems: readonly CycleProblem[];
  /** Whether it is known what came before, so that `isNew` can be told. */
  readonly comparable: boolean;
  /** The log held more than was read: every figure is "at least". */
  readonly truncated: boolean;
}
