import type { Limit } from '../answers/people-answers.ts';
import type { Cause } from '../diagnosis/causes.ts';
import type { Verdict } from '../diagnosis/diagnosis.ts';
import type { ProblemOutcome } from '../diagnosis/problems.ts';
import type { Question, SubjectType } from '../questions/question.ts';
import type { Link, WordedCommon, WordedEvidence, WordedFix } from './worded.ts';

/** Somebody in a list, and the question that a tap asks. */
export interface WordedPerson {
  readonly id: string;
  readonly name: string;
  readonly userPrincipalName?: string;
  readonly type: SubjectType;
  /** When the deciding log entry was written, and its id. */
  readonly at: string;
  readonly ref: string;
  /** The same moment in the reader's time zone. */
  readonly when: string;
  /** Absent where an id is none that a button could carry. */
  readonly question?: Question;
}

/** Everybody who met the same cause. */
export interface WordedProblemGroup {
  readonly outcome: ProblemOutcome;
  /** "Failed", in the reader's language. */
  readonly outcomeName: string;
  readonly cause: Cause;
  /** The log's own code, where all of them have the same. */
  readonly code?: string;
  readonly title: string;
  readonly why: string;
  readonly count: number;
  /** "226 people". */
  readonly counted: string;
  /** The newest ten at the most. */
  readonly people: readonly WordedPerson[];
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
}

export interface WordedAppProblems extends WordedCommon {
  readonly kind: 'appProblems';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string };
  readonly window: { readonly from: string; readonly to: string };
  /** "Mon 16 Nov, 00:00 to Fri 20 Nov, 12:00". */
  readonly windowText: string;
  readonly outcome?: 'failed' | 'skipped';
  readonly groups: readonly WordedProblemGroup[];
  readonly total: number;
  /** Left out as it is meant to be; failed earlier in the window and well since. */
  readonly expected: number;
  readonly recovered: number;
  /** Whether all of the window was read. */
  readonly complete: boolean;
  /** Why not, and from when on it was. */
  readonly partial?: Limit & { readonly reason: Limit['why']; readonly text: string };
  readonly why: string;
  readonly evidence: readonly WordedEvidence[];
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
  readonly notes: readonly string[];
  readonly asOf: string;
}

/** One app of somebody's overview. */
export interface WordedUserApp {
  readonly app: { readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  readonly verdictName: string;
  readonly cause: Cause;
  /** Nothing to look at here. */
  readonly expected: boolean;
  /** The person is gone, and the app still has a working account. */
  readonly stillActive: boolean;
  readonly reason: string;
  readonly at?: string;
  readonly ref?: string;
  readonly when?: string;
  /** Absent where an id is none that a button could carry. */
  readonly question?: Question;
}

export interface WordedUserOverview extends WordedCommon {
  readonly kind: 'userOverview';
  readonly question: Question;
  readonly subject: {
    readonly type: SubjectType;
    readonly id: string;
    readonly name: string;
    readonly userPrincipalName?: string;
  };
  /** Those that concern most first. */
  readonly apps: readonly WordedUserApp[];
  /** The account is disabled or deleted in Entra. */
  readonly left: boolean;
  readonly why: string;
  readonly evidence: readonly WordedEvidence[];
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
  readonly notes: readonly string[];
  readonly asOf: string;
}
