import type { Cause } from './causes.ts';
import type { CycleProblem, CycleSummary } from './cycle.ts';
import type { JobFinding, JobState } from './diagnosis.ts';
import type { Gap, JobError } from './evidence.ts';

/**
 * How much an app's provisioning needs somebody, worst first: nothing gets through; single people fail; it could not be
 * read; it was switched off; it was never set up; its first cycle is under way; all is well.
 */
export const needs = ['broken', 'failing', 'unread', 'off', 'unset', 'starting', 'fine'] as const;
export type Need = (typeof needs)[number];

/** The last run of the job, as its status tells. Times are ISO 8601 in UTC. */
export interface CycleFacts {
  readonly id?: string;
  readonly beganAt?: string;
  readonly endedAt?: string;
  readonly state: 'Succeeded' | 'Failed' | 'EntryLevelErrors' | 'unknown';
  readonly error?: JobError;
  /** People and groups who are entitled, and of whom it wrote something; those who are in trouble, old ones included. */
  readonly entitled: number;
  readonly exported: number;
  readonly escrowed: number;
}

export interface QuarantineFacts {
  /** As Graph gives it; '' when it says nothing. */
  readonly reason: string;
  /** The catalogue's code for the error or the reason. */
  readonly documented?: string;
  readonly since?: string;
  readonly nextAttemptAt?: string;
  /** The next attempt should have been made already. */
  readonly overdue: boolean;
  readonly attempts?: number;
  readonly error?: JobError;
  /** When Entra switches the job off unless the quarantine ends: 28 days after it began. */
  readonly disabledAt?: string;
  /** Whole days until then, never below 0. */
  readonly daysLeft?: number;
}

/** How far a first cycle is, and what the rest may take. */
export interface FirstCycle {
  readonly completed?: number;
  readonly total?: number;
  readonly units?: string;
  /** When the figure was taken. */
  readonly at?: string;
  /** Assigned users and groups that the range is reckoned from; group members come on top. */
  readonly objects?: number;
  /** By Microsoft's rule of thumb, 0.01 to 0.08 minutes for each. */
  readonly fromMinutes?: number;
  readonly toMinutes?: number;
}

/** What an app's provisioning job is doing and how it has been going, by the judgement that explains a person. */
export interface JobHealth {
  readonly job: JobFinding;
  readonly need: Need;
  /** The job's own trouble. */
  readonly cause?: Cause;
  readonly lastCycle?: CycleFacts;
  readonly lastGoodAt?: string;
  readonly lastWroteAt?: string;
  readonly firstCycleDoneAt?: string;
  readonly quarantine?: QuarantineFacts;
  readonly firstCycle?: FirstCycle;
  /** `kept`: the next cycle reads changes only. `none`: it reads everybody. */
  readonly watermark: 'kept' | 'none' | 'unknown';
  /** The first cycle hit the error limit: the job pauses after it. */
  readonly pausesAfterFirstCycle: boolean;
  readonly failuresInARow: number;
  /** People and groups that are linked, by mapping: "User to User". */
  readonly linked: Readonly<Record<string, number>>;
  /** Further jobs of the same app. */
  readonly others: readonly { readonly jobId: string; readonly state: JobState }[];
  /** Why the job could not be read. */
  readonly why?: Gap;
}

/** One of the last cycles that wrote something into the log. */
export interface TrendPoint {
  readonly at: string;
  readonly written: number;
  readonly failed: number;
  readonly unexpectedSkips: number;
}

/** What the log tells of the last cycle, and of those before it, oldest first. */
export interface CycleLog {
  /** Undefined: it could not be told apart in what was read. */
  readonly last?: CycleSummary;
  /** Whom earlier cycles left in trouble and the last one did not touch. */
  readonly standing: readonly CycleProblem[];
  readonly trend: readonly TrendPoint[];
  /** Entries of the last cycle may still be coming. */
  readonly settling: boolean;
}
