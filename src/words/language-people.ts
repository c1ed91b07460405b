import type { AppProblemsAnswer, Limit, UserApp, UserOverviewAnswer } from '../answers/people-answers.ts';
import type { ProblemGroup, ProblemOutcome } from '../diagnosis/problems.ts';
import type { Clock } from './clock.ts';
import type { Told } from './language.ts';

/** The sentences about the people of an app, and about the apps of a person. */
export interface PeopleWords {
  readonly outcomes: Readonly<Record<ProblemOutcome, string>>;
  /** In place of a verdict: the person is gone, and the account is not. */
  readonly stillActive: string;
  /** What stands for everybody of a group in the sentences about one person. */
  readonly each: string;
  /** `reason`: that of the only group. */
  readonly problemsHeadline: (answer: AppProblemsAnswer, reason: string | undefined, clock: Clock) => string;
  readonly problemsWhy: (answer: AppProblemsAnswer, clock: Clock) => string;
  readonly problemsNotes: (answer: AppProblemsAnswer, clock: Clock) => readonly string[];
  readonly problemsRead: (answer: AppProblemsAnswer, clock: Clock) => string;
  readonly limit: (limit: Limit, clock: Clock) => string;
  readonly window: (answer: AppProblemsAnswer, clock: Clock) => string;
  readonly counted: (group: ProblemGroup, clock: Clock) => string;
  readonly overviewHeadline: (answer: UserOverviewAnswer, clock: Clock) => string;
  readonly overviewWhy: (answer: UserOverviewAnswer, clock: Clock) => string;
  readonly overviewNotes: (answer: UserOverviewAnswer, clock: Clock) => readonly string[];
  /** Why it is so in one app, as a line of the list. */
  readonly appReason: (one: UserApp, told: Told, reason: string) => string;
  /** What to do about an account that is still there though the person is gone. */
  readonly stillActiveStep: (told: Told) => string;
}
