import type { SubjectType } from '../questions/question.ts';
import type { Cause } from './causes.ts';
import type { CycleTrouble } from './cycle.ts';
import type { Diagnosis } from './diagnosis.ts';

/** How somebody ended who needs looking at: failed, skipped without good reason, or a deletion that waits for an admin. */
export type ProblemOutcome = Exclude<CycleTrouble, 'warned'>;

/** Somebody whom the log of an app shows in trouble. Names are untrusted text. */
export interface ProblemPerson {
  readonly type: SubjectType;
  /** Object id in the source system. */
  readonly id: string;
  readonly name: string;
  readonly userPrincipalName?: string;
  /** When the entry was written that decides, and its id. */
  readonly at: string;
  readonly ref: string;
}

/** One person's problem, as its newest telling entry has it. */
export interface Problem {
  readonly outcome: ProblemOutcome;
  readonly cause: Cause;
  /** The log's own code, and the catalogue's name of it where it is documented. */
  readonly code?: string;
  readonly documented?: string;
  readonly person: ProblemPerson;
}

/** Everybody who met the same cause. */
export interface ProblemGroup {
  readonly outcome: ProblemOutcome;
  readonly cause: Cause;
  /** The log's own code, where all of them have the same. */
  readonly code?: string;
  readonly documented?: string;
  /** People, groups and workers, each counted once. */
  readonly count: number;
  /** The newest of them, ten at the most. */
  readonly people: readonly ProblemPerson[];
  /** What is true of all of them: the cause with its steps, and the filter or attribute only where it is the same. */
  readonly common: Diagnosis;
}
