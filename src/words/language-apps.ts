import type { CredentialsAnswer, OverviewAnswer, PartGap } from '../answers/app-answers.ts';
import type { Affected } from '../answers/people-answers.ts';
import type { CredentialTrouble } from '../diagnosis/credentials.ts';
import type { CycleCount, CycleProblem } from '../diagnosis/cycle.ts';
import type { CycleLog, JobHealth, TrendPoint } from '../diagnosis/health.ts';
import type { CredentialTest } from '../entra/reads.ts';
import type { Clock } from './clock.ts';
import type { Told } from './language.ts';
import type { WordedFact } from './worded-apps.ts';

/** What there is to tell about an app as a whole; every text in it is clean. */
export interface ToldHealth {
  /** The app and the clock, for sentences that are shared with the explanation of one person. */
  readonly told: Told;
  readonly health: JobHealth;
  readonly cycles?: CycleLog;
}

/** What a language gives for the state of an app. */
export interface HealthWords {
  /** As the word on a card: "In quarantine", "Running, with errors". */
  readonly state: (health: JobHealth) => string;
  /** "Salesforce: provisioning runs, but 3 people fail". */
  readonly headline: (app: ToldHealth) => string;
  /** The headline without the app. */
  readonly reason: (app: ToldHealth) => string;
  readonly why: (app: ToldHealth) => string;
  readonly facts: (app: ToldHealth) => readonly WordedFact[];
  /** The job and its last run as a fact of the proof. */
  readonly proof: (app: ToldHealth) => string;
  readonly notes: (app: ToldHealth, gaps: readonly PartGap[]) => readonly string[];
  readonly count: Readonly<Record<CycleCount, string>>;
  /** A figure of a reading that was cut short: "at least 500". */
  readonly atLeast: (figure: string) => string;
  readonly problem: (
    problem: CycleProblem,
    app: Pick<ToldHealth, 'told'>,
  ) => { readonly title: string; readonly text: string; readonly more: string };
  /** That nobody can say who waits, for the log cannot be read. */
  readonly affectedUnknown: string;
  /** Who waits, as a sentence or two. */
  readonly affected: (affected: Affected, app: ToldHealth) => string;
  readonly trend: (point: TrendPoint, app: Pick<ToldHealth, 'told'>) => string;
}

/** What a language gives for the list of all apps. */
export interface OverviewWords {
  readonly headline: (answer: OverviewAnswer, clock: Clock) => string;
  readonly text: (answer: OverviewAnswer, clock: Clock) => string;
  /** What there is to say about an app behind the name of its state. */
  readonly line: (app: ToldHealth) => string;
  readonly page: (number: number, of: number) => string;
  readonly next: string;
  readonly before: string;
  readonly filter: Readonly<Record<'all' | 'problems' | 'quarantine', string>>;
  readonly notes: (answer: OverviewAnswer, clock: Clock) => readonly string[];
}

/** What there is to tell about the sign-in of provisioning to an app. */
export interface ToldCredentials extends Pick<ToldHealth, 'told' | 'health'> {
  readonly trouble?: CredentialTrouble;
  readonly test: CredentialTest;
  readonly log: CredentialsAnswer['log'];
}

/** What a language gives for the credentials of an app. */
export interface CredentialWords {
  /** As the word on a card: "Refused". */
  readonly state: (app: ToldCredentials) => string;
  readonly headline: (app: ToldCredentials) => string;
  /** The headline without the app. */
  readonly reason: (app: ToldCredentials) => string;
  readonly why: (app: ToldCredentials) => string;
  /** What came of trying the saved credentials, or why they were not tried. */
  readonly test: (app: ToldCredentials) => string;
  readonly facts: (app: ToldCredentials) => readonly WordedFact[];
  readonly proof: (app: ToldCredentials) => string;
  readonly notes: (app: ToldCredentials) => readonly string[];
  /** What the usual messages of a failed connection mean. */
  readonly meanings: readonly WordedFact[];
}
