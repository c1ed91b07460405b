import type { Cause } from '../diagnosis/causes.ts';
import type { CycleCounts, CycleTrouble } from '../diagnosis/cycle.ts';
import type { JobState } from '../diagnosis/diagnosis.ts';
import type { CycleFacts, Need } from '../diagnosis/health.ts';
import type { CredentialTest } from '../entra/reads.ts';
import type { Question, SubjectType } from '../questions/question.ts';
import type { Link, WordedCandidate, WordedCommon, WordedEvidence, WordedFix } from './worded.ts';

/** A name and what there is to say: a line of a table. */
export interface WordedFact {
  readonly name: string;
  readonly text: string;
}

/** Somebody in trouble; `question` asks for the whole explanation. */
export interface WordedTroubled {
  readonly type: SubjectType;
  readonly id: string;
  readonly name: string;
  readonly isNew?: boolean;
  /** Absent where the id is not one that can be asked about. */
  readonly question?: Question;
}

/** Everybody who met the same cause. */
export interface WordedProblem {
  readonly trouble: CycleTrouble;
  readonly cause: Cause;
  readonly code?: string;
  /** "Failed: no licence is free in Salesforce". */
  readonly title: string;
  /** "3 people, 1 of them new". */
  readonly text: string;
  readonly total: number;
  /** Undefined where what came before was not read. */
  readonly newOnes?: number;
  /** The first of them. */
  readonly subjects: readonly WordedTroubled[];
  readonly more: string;
  /** What to do about it first, as far as the log tells. */
  readonly fix?: WordedFix;
}

export interface WordedTrendPoint {
  readonly at: string;
  readonly when: string;
  readonly written: number;
  readonly failed: number;
  readonly unexpectedSkips: number;
  /** "12 written, 2 failed". */
  readonly text: string;
}

/** What the last cycle did, from the log. */
export interface WordedCounts extends CycleCounts {
  readonly users: CycleCounts;
  readonly groups: CycleCounts;
  /** From the job: who is entitled, and of whom something was written. */
  readonly entitled?: number;
  readonly exported?: number;
  /** The log held more than was read. */
  readonly atLeast: boolean;
}

export interface WordedQuarantine {
  readonly reason: string;
  readonly since?: string;
  readonly nextAttemptAt?: string;
  readonly disabledAt?: string;
  readonly daysLeft?: number;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface WordedProgress {
  readonly completed?: number;
  readonly total?: number;
  readonly units?: string;
  readonly at?: string;
  /** Minutes that the whole of it takes by Microsoft's rule of thumb. */
  readonly fromMinutes?: number;
  readonly toMinutes?: number;
}

/** Who failed in the last seven days and has not recovered. */
export interface WordedAffected {
  readonly total: number;
  readonly from: string;
  readonly complete: boolean;
  /** "14 people failed since Tue 10 Nov, 12:50 and are still waiting." */
  readonly text: string;
  /** The newest ten at the most. */
  readonly people: readonly WordedPersonRef[];
}

/** Somebody in a list, and when the log entry was written that tells. */
export interface WordedPersonRef {
  readonly type: SubjectType;
  readonly id: string;
  readonly name: string;
  readonly userPrincipalName?: string;
  readonly at: string;
  readonly ref: string;
  readonly when: string;
  readonly question?: Question;
}

export interface WordedAppStatus extends WordedCommon {
  readonly kind: 'appStatus';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string; readonly galleryName?: string };
  readonly state: JobState | 'unknown';
  /** "In quarantine", in the reader's language. */
  readonly stateName: string;
  readonly need: Need;
  /** The headline without the app. */
  readonly reason: string;
  readonly why: string;
  readonly lastCycle?: CycleFacts;
  readonly nextCycleAt?: string;
  readonly progress?: WordedProgress;
  readonly quarantine?: WordedQuarantine;
  readonly counts?: WordedCounts;
  readonly facts: readonly WordedFact[];
  /** The counts that are not nothing, as lines: what, users, groups. */
  readonly tally: readonly { readonly name: string; readonly users: string; readonly groups: string }[];
  readonly problems: readonly WordedProblem[];
  /** Whom earlier cycles left in trouble, and the last one did not touch. */
  readonly standing: readonly WordedProblem[];
  readonly trend: readonly WordedTrendPoint[];
  readonly evidence: readonly WordedEvidence[];
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
  readonly notes: readonly string[];
  /** Who waits, where that was asked. */
  readonly affected?: WordedAffected;
  /** Apps that have provisioning, where this one has none. */
  readonly candidates: readonly WordedCandidate[];
  readonly asOf: string;
}

/** An app as a line of the overview. */
export interface WordedAppLine {
  readonly id: string;
  readonly name: string;
  readonly state: JobState | 'unknown';
  readonly stateName: string;
  readonly need: Need;
  /** "The last cycle failed at 12:38". */
  readonly text: string;
  readonly lastCycleAt?: string;
  readonly escrowed?: number;
  /** In quarantine: whole days until Entra switches the job off. */
  readonly daysLeft?: number;
  readonly question?: Question;
}

export interface WordedOverview extends WordedCommon {
  readonly kind: 'overview';
  readonly question: Question;
  readonly text: string;
  /** All pages of them, worst first. */
  readonly apps: readonly WordedAppLine[];
  readonly counts: Readonly<Record<Need, number>>;
  readonly page: {
    readonly number: number;
    readonly of: number;
    readonly size: number;
    readonly text: string;
    readonly apps: readonly WordedAppLine[];
    readonly next?: { readonly title: string; readonly question: Question };
    readonly before?: { readonly title: string; readonly question: Question };
  };
  /** Other ways to look at the same list. */
  readonly filters: readonly { readonly title: string; readonly question: Question }[];
  readonly notes: readonly string[];
  readonly asOf: string;
}

export interface WordedCredentials extends WordedCommon {
  readonly kind: 'credentials';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string; readonly galleryName?: string };
  readonly state: JobState | 'unknown';
  /** "Refused", in the reader's language. */
  readonly stateName: string;
  readonly need: Need;
  readonly cause?: Cause;
  readonly code?: string;
  /** The headline without the app. */
  readonly reason: string;
  readonly why: string;
  /** What the app, or Entra, said; untrusted text. */
  readonly said?: string;
  readonly since?: string;
  readonly test: { readonly outcome: CredentialTest['outcome']; readonly text: string; readonly ask?: Question };
  /** What usual messages mean, where none was found that says it. */
  readonly meanings: readonly WordedFact[];
  readonly facts: readonly WordedFact[];
  readonly evidence: readonly WordedEvidence[];
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
  readonly notes: readonly string[];
  readonly asOf: string;
}
