import type { ChoiceAnswer, NotFoundAnswer, Unanswered } from '../answers/answer.ts';
import type {
  AppChangesAnswer,
  AppProblemsAnswer,
  Limit,
  UserApp,
  UserOverviewAnswer,
} from '../answers/people-answers.ts';
import type { ProblemGroup, ProblemOutcome } from '../diagnosis/problems.ts';
import type { AppChangeKind } from '../questions/question.ts';
import type { Clock } from './clock.ts';
import type { Told } from './language.ts';
import type { WordedOtherGroup, WordedPersonLine } from './worded-people.ts';

/** What was read of the log for a window. */
export type LogWindowRead = Pick<AppProblemsAnswer, 'window' | 'entries'>;

/** What stands in the place of verdict and reason. */
export interface LineWords {
  readonly verdictName: string;
  readonly reason: string;
}

/** The sentences about the people of an app, and about the apps of a person. */
export interface PeopleWords {
  readonly outcomes: Readonly<Record<ProblemOutcome, string>>;
  /** In place of a verdict: the person is gone, and the account is not. */
  readonly stillActive: string;
  /** What stands for everybody of a group in the sentences about one person. */
  readonly each: string;
  /** `reason`: that of the only group. */
  readonly problemsHeadline: (answer: AppProblemsAnswer, reason: string | undefined, clock: Clock) => string;
  /** `others`: what those with other codes have, where one code was asked for. */
  readonly problemsWhy: (answer: AppProblemsAnswer, others: readonly WordedOtherGroup[], clock: Clock) => string;
  readonly problemsNotes: (answer: AppProblemsAnswer, clock: Clock) => readonly string[];
  readonly problemsRead: (answer: LogWindowRead, clock: Clock) => string;
  readonly limit: (limit: Limit, clock: Clock) => string;
  readonly window: (answer: Pick<LogWindowRead, 'window'>, clock: Clock) => string;
  readonly counted: (group: ProblemGroup, clock: Clock) => string;
  /** Why the job itself could not be read, where it could not. */
  readonly jobNotes: (answer: Pick<AppProblemsAnswer, 'jobGap'>) => readonly string[];
  readonly manyHeadline: (people: readonly WordedPersonLine[], app: string, clock: Clock) => string;
  readonly manyWhy: (people: readonly WordedPersonLine[], clock: Clock) => string;
  /** `left`: how many more were asked about. */
  readonly manyNotes: (left: number, people: readonly WordedPersonLine[], clock: Clock) => readonly string[];
  /** A name that is nobody's, or several people's, as a line. */
  readonly uncertain: (answer: ChoiceAnswer | NotFoundAnswer, clock: Clock) => LineWords;
  readonly unanswered: (because: Unanswered['because'], text: string) => LineWords & { readonly headline: string };
  readonly changes: Readonly<Record<AppChangeKind, string>>;
  readonly changesHeadline: (answer: AppChangesAnswer, clock: Clock) => string;
  readonly changesWhy: (answer: AppChangesAnswer, clock: Clock) => string;
  readonly overviewHeadline: (answer: UserOverviewAnswer, clock: Clock) => string;
  readonly overviewWhy: (answer: UserOverviewAnswer, clock: Clock) => string;
  readonly overviewNotes: (answer: UserOverviewAnswer, clock: Clock) => readonly string[];
  /** Why it is so in one app, as a line of the list. */
  readonly appReason: (one: UserApp, told: Told, reason: string) => string;
  /** What to do about an account that is still there though the person is gone. */
  readonly stillActiveStep: (told: Told) => string;
}
