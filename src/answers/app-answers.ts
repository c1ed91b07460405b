import type { CredentialTrouble } from '../diagnosis/credentials.ts';
import type { App, Gap } from '../diagnosis/evidence.ts';
import type { CycleLog, JobHealth, Need } from '../diagnosis/health.ts';
import type { CredentialTest } from '../entra/reads.ts';
import type { AppStatusQuestion, CredentialsQuestion, OverviewQuestion } from '../questions/question.ts';
import type { Affected } from './people-answers.ts';

/** How an app's provisioning is doing. */
export interface AppStatusAnswer {
  readonly kind: 'appStatus';
  readonly question: AppStatusQuestion;
  readonly app: App;
  readonly health: JobHealth;
  readonly cycles?: CycleLog;
  readonly gaps: readonly PartGap[];
  /** Who waits, where that was asked; absent while the log is read, and where it cannot be. */
  readonly affected?: Affected;
  /** Apps that have provisioning, where this one has none; undefined where they are not known. */
  readonly provisioned?: readonly App[];
  readonly asOf: string;
  /** The slug of the app's setup tutorial on learn.microsoft.com, where one exists. */
  readonly tutorial?: string;
  readonly tenantId?: string;
}

/** A part that could not be read, so that the answer stands without it. */
export interface PartGap {
  readonly part: 'jobs' | 'log';
  readonly why: Gap;
}

/** An app with provisioning, as a line of the overview. */
export interface AppLine {
  readonly app: App;
  readonly health: JobHealth;
}

/** The provisioned apps of the tenant. */
export interface OverviewAnswer {
  readonly kind: 'overview';
  readonly question: OverviewQuestion;
  /** Worst first: those that the question wants, all pages of them. */
  readonly apps: readonly AppLine[];
  /** Which of them are on the page that was asked for. */
  readonly page: { readonly number: number; readonly of: number; readonly size: number };
  /** All provisioned apps by need, those that were not asked for included. */
  readonly counts: Readonly<Record<Need, number>>;
  /** Apps that were looked at, and those that were left for another time because the tenant has too many. */
  readonly looked: number;
  readonly left: number;
  /** Apps that could not be read, where they are too many to be listed. */
  readonly unread: number;
  readonly asOf: string;
}

/** What is wrong with the credentials with which Entra provisions to an app, if anything. */
export interface CredentialsAnswer {
  readonly kind: 'credentials';
  readonly question: CredentialsQuestion;
  readonly app: App;
  readonly health: JobHealth;
  readonly trouble?: CredentialTrouble;
  readonly test: CredentialTest;
  /** How much of the log was looked through. */
  readonly log: 'whole' | 'part' | 'none';
  readonly gaps: readonly PartGap[];
  readonly asOf: string;
  readonly tutorial?: string;
}
