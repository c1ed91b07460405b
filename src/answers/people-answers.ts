import type { Diagnosis, JobFinding } from '../diagnosis/diagnosis.ts';
import type { App, Gap, Subject } from '../diagnosis/evidence.ts';
import type { Problem, ProblemGroup, ProblemPerson } from '../diagnosis/problems.ts';
import type { AppChange } from '../diagnosis/tally-changes.ts';
import type {
  AppChangeKind,
  AppChangesQuestion,
  AppProblemsQuestion,
  UserOverviewQuestion,
} from '../questions/question.ts';

/**
 * Why less than the asked window was read. `retention`: the log does not reach back so far. `future`: it has not
 * happened yet. The others broke the reading off: `throttled` by Graph's limit, `time` by the turn's end, `unavailable`
 * by a fault of Graph.
 */
export interface Limit {
  readonly why: 'retention' | 'future' | 'throttled' | 'time' | 'unavailable';
  /** What was read begins here; absent when nothing was. */
  readonly from?: string;
}

/** Who failed or was skipped in an app, by cause. */
export interface AppProblemsAnswer {
  readonly kind: 'appProblems';
  readonly question: AppProblemsQuestion;
  readonly app: App;
  /** What was asked for, as instants. */
  readonly window: { readonly from: string; readonly to: string };
  readonly groups: readonly ProblemGroup[];
  /** People, groups and workers with a problem, each once. */
  readonly total: number;
  /** Left out as it is meant to be. */
  readonly expected: number;
  /** Failed earlier in the window, and well since. */
  readonly recovered: number;
  /** People with problems of other codes, where one code was asked for. */
  readonly others?: { readonly total: number; readonly groups: readonly ProblemGroup[] };
  /** Log entries that were read. */
  readonly entries: number;
  readonly limits: readonly Limit[];
  /** People whose assignment of today was not looked at, so that the log's word alone counts for them. */
  readonly unchecked: number;
  /** The state of the app's job, and why it could not be read. */
  readonly job: JobFinding;
  readonly jobGap?: Gap;
  /** Apps that have provisioning, where this one has none; undefined where they are not known. */
  readonly provisioned?: readonly App[];
  readonly asOf: string;
  readonly tutorial?: string;
}

/** One person of an appProblems answer. */
export interface ProblemRow {
  readonly app: App;
  readonly problem: Problem;
}

/** Who was created, updated, disabled or deleted in an app. */
export interface AppChangesAnswer {
  readonly kind: 'appChanges';
  readonly question: AppChangesQuestion;
  readonly app: App;
  readonly window: { readonly from: string; readonly to: string };
  /** People, groups and workers, each once for each kind of change. */
  readonly counts: Readonly<Record<AppChangeKind, number>>;
  /** The newest ten of those that were asked for. */
  readonly people: readonly AppChange[];
  readonly entries: number;
  readonly limits: readonly Limit[];
  /** The state of the app's job, and why it could not be read. */
  readonly job: JobFinding;
  readonly jobGap?: Gap;
  readonly asOf: string;
}

/** One change of an appChanges answer, for a list. */
export interface ChangeRow {
  readonly app: App;
  readonly change: AppChange;
}

/** Who waits in an app: failed in the last seven days, and not recovered. */
export interface Affected {
  readonly total: number;
  /** The newest ten. */
  readonly people: readonly ProblemPerson[];
  /** Since when. */
  readonly from: string;
  readonly limits: readonly Limit[];
}

/** Whether an app still has a working account of somebody, as far as the log tells. */
export type Standing = 'active' | 'gone' | 'unknown';

/** One app of somebody's overview. */
export interface UserApp {
  readonly app: App;
  readonly diagnosis: Diagnosis;
  readonly standing: Standing;
  /** The person is gone, and the app still has a working account. */
  readonly stillActive: boolean;
  /** Nothing of it stands in the log: it is known by the assignment. */
  readonly onlyAssigned: boolean;
}

/** What is wrong with somebody, over all apps. */
export interface UserOverviewAnswer {
  readonly kind: 'userOverview';
  readonly question: UserOverviewQuestion;
  readonly subject: Subject;
  /** Those that concern most first. */
  readonly apps: readonly UserApp[];
  /** The account is disabled or deleted. */
  readonly left: boolean;
  /** The log of so long was looked at. */
  readonly from: string;
  /** The log holds more of this person than was read. */
  readonly truncated: boolean;
  /** Why apps that the person is assigned to, and that the log does not name, may be missing. */
  readonly unassigned?: Gap;
  readonly asOf: string;
}
