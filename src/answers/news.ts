import type { CycleCounts, CycleProblem, CycleSummary } from '../diagnosis/cycle.ts';
import type { TrendPoint } from '../diagnosis/health.ts';
import type { AppStatusQuestion, OverviewQuestion } from '../questions/question.ts';
import type { Change } from '../watch/change.ts';
import type { Subscription, WatchedApp } from './subscriptions.ts';

/** What happened to the provisioning of one app: nobody asked, somebody subscribed. */
export interface NewsAnswer {
  readonly kind: 'news';
  /** What checking again asks. */
  readonly question: AppStatusQuestion;
  readonly app: WatchedApp;
  /** Oldest first; never empty. */
  readonly changes: readonly Change[];
  /** What the log told of the cycle; absent where there is none, or it could not be read. */
  readonly summary?: CycleSummary;
  /** This cycle and those before it that were told, oldest first. */
  readonly trend: readonly TrendPoint[];
  readonly subscription: Subscription;
  readonly noticedAt: string;
  readonly asOf: string;
}

/** What happened to one app since the last digest. */
export interface DigestApp {
  readonly app: WatchedApp;
  /** Oldest first, without the cycles that came to their end. */
  readonly changes: readonly Change[];
  readonly cycles: number;
  readonly failedCycles: number;
  readonly lastEndedAt?: string;
  /** Cycles of which the log could not be read. */
  readonly unread: number;
  /** What the cycles wrote, added up; a person who failed in several is one. */
  readonly all: CycleCounts;
  readonly users: CycleCounts;
  readonly groups: CycleCounts;
  /** Each person once, with what was told of them last. */
  readonly problems: readonly CycleProblem[];
  readonly truncated: boolean;
}

/** A day of the apps that a conversation is told about, in one card. */
export interface DigestAnswer {
  readonly kind: 'digest';
  readonly question: OverviewQuestion;
  /** Worst first. */
  readonly apps: readonly DigestApp[];
  readonly from: string;
  readonly to: string;
  readonly subscription: Subscription;
  readonly asOf: string;
}
