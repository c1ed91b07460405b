import type { Unanswered } from '../answers/answer.ts';
import type { Limit } from '../answers/people-answers.ts';
import type { Cause } from '../diagnosis/causes.ts';
import type { Verdict } from '../diagnosis/diagnosis.ts';
import type { ProblemOutcome } from '../diagnosis/problems.ts';
import type { AppChangeKind, Question, SubjectType } from '../questions/question.ts';
import type { Link, WordedCandidate, WordedCommon, WordedEvidence, WordedFix } from './worded.ts';
import type { WordedFact } from './worded-apps.ts';

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

/** A cause that was not asked for, as a line. */
export type WordedOtherGroup = Pick<
  WordedProblemGroup,
  'outcome' | 'outcomeName' | 'cause' | 'code' | 'title' | 'count' | 'counted'
>;

export interface WordedAppProblems extends WordedCommon {
  readonly kind: 'appProblems';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string };
  readonly window: { readonly from: string; readonly to: string };
  /** "Mon 16 Nov, 00:00 to Fri 20 Nov, 12:00". */
  readonly windowText: string;
  readonly outcome?: 'failed' | 'skipped';
  /** The code that was asked for. */
  readonly code?: string;
  readonly groups: readonly WordedProblemGroup[];
  readonly total: number;
  /** Left out as it is meant to be; failed earlier in the window and well since. */
  readonly expected: number;
  readonly recovered: number;
  /** Problems of other codes than the one that was asked for. */
  readonly others?: { readonly total: number; readonly groups: readonly WordedOtherGroup[] };
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

/** What stands in a line for every person, however it ended for them. */
interface WordedLine {
  /** What the asker wrote. */
  readonly text: string;
  readonly headline: string;
  /** "Skipped, as expected", "Not found": the verdict as a word. */
  readonly verdictName: string;
  /** The headline without the names. */
  readonly reason: string;
  /** Asks about this person alone; absent where a text is none that a button could carry. */
  readonly question?: Question;
}

/** One person of several, explained. */
export interface WordedExplained extends WordedLine {
  readonly kind: 'explanation';
  readonly subject: {
    readonly type: SubjectType;
    readonly id: string;
    readonly name: string;
    readonly userPrincipalName?: string;
  };
  readonly verdict: Verdict;
  readonly cause: Cause;
  readonly expected: boolean;
  /** Whether somebody should look at it. */
  readonly open: boolean;
  readonly fix: readonly WordedFix[];
}

/** One of several who is not certain: nobody has the name, or several do. */
export interface WordedUncertain extends WordedLine {
  readonly kind: 'notFound' | 'choice';
  readonly candidates: readonly WordedCandidate[];
}

/** One of several who could not be looked up this time. */
export interface WordedUnanswered extends WordedLine {
  readonly kind: 'unanswered';
  readonly because: Unanswered['because'];
}

export type WordedPersonLine = WordedExplained | WordedUncertain | WordedUnanswered;

/** Why several people are, or are not, in one app. */
export interface WordedExplanations extends WordedCommon {
  readonly kind: 'explanations';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string };
  readonly why: string;
  /** In the order in which they were asked about. */
  readonly people: readonly WordedPersonLine[];
  readonly links: readonly Link[];
  readonly notes: readonly string[];
  readonly asOf: string;
}

/** Somebody and what was done to them. */
export interface WordedChange extends WordedPerson {
  readonly change: AppChangeKind;
  /** "Created", in the reader's language. */
  readonly changeName: string;
}

/** Who was created, updated, disabled or deleted in an app. */
export interface WordedAppChanges extends WordedCommon {
  readonly kind: 'appChanges';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string };
  readonly window: { readonly from: string; readonly to: string };
  readonly windowText: string;
  readonly change?: AppChangeKind;
  readonly counts: Readonly<Record<AppChangeKind, number>>;
  /** The counts as lines. */
  readonly facts: readonly WordedFact[];
  /** Of the kinds that were asked for. */
  readonly total: number;
  /** The newest ten at the most. */
  readonly people: readonly WordedChange[];
  readonly complete: boolean;
  readonly partial?: Limit & { readonly reason: Limit['why']; readonly text: string };
  readonly why: string;
  readonly evidence: readonly WordedEvidence[];
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
