import type { CycleCount, CycleCounts } from '../diagnosis/cycle.ts';
import type { Question } from '../questions/question.ts';
import type { ChangeKind } from '../watch/change.ts';
import type { Link, WordedAction, WordedCommon, WordedFix } from './worded.ts';
import type { WordedProblem, WordedTrendPoint } from './worded-apps.ts';

/** How much news needs somebody: `stopped`: nothing gets through; `wrong`: single people; `fine`: nothing to do. */
export type NewsTone = 'stopped' | 'wrong' | 'fine';

/** A figure of a cycle, as text: "3", "at least 3". */
export interface WordedFigure {
  readonly count: CycleCount;
  readonly name: string;
  readonly all: string;
  readonly users: string;
  readonly groups: string;
}

/** What happened to the provisioning of one app. */
export interface WordedNews extends WordedCommon {
  readonly kind: 'news';
  readonly question: Question;
  readonly app: { readonly id: string; readonly name: string };
  readonly changes: readonly ChangeKind[];
  readonly tone: NewsTone;
  /** As the word on a card: "Cycle complete", "Quarantine". */
  readonly word: string;
  /** The headline without the app. */
  readonly reason: string;
  /** "Tue 17 Nov, 12:33 to 12:38, 5 minutes": when it happened, in the reader's zone. */
  readonly when: string;
  /** What it means; may be empty. */
  readonly text: string;
  readonly cycle?: {
    readonly id?: string;
    readonly beganAt?: string;
    readonly endedAt: string;
    readonly state: string;
  };
  readonly counts?: CycleCounts & {
    readonly users: CycleCounts;
    readonly groups: CycleCounts;
    readonly atLeast: boolean;
  };
  readonly figures: readonly WordedFigure[];
  /** Users and groups apart, where there are groups: "Users: 3 created, 1 failed. Groups: 2 updated." */
  readonly apart: string;
  /** Those with somebody new in them first. */
  readonly problems: readonly WordedProblem[];
  /** What to do about the job itself. */
  readonly fix: readonly WordedFix[];
  /** Oldest first. */
  readonly trend: readonly WordedTrendPoint[];
  readonly notes: readonly string[];
  readonly links: readonly Link[];
  /** Who subscribed, and how to stop. */
  readonly subscribed: string;
  readonly actions: readonly WordedAction[];
  readonly asOf: string;
}

/** What happened to one app since the last digest. */
export interface WordedDigestApp {
  readonly id: string;
  readonly name: string;
  readonly tone: NewsTone;
  /** "2 newly failed". */
  readonly reason: string;
  /** "36 cycles: 14 created, 2 failed". */
  readonly text: string;
  readonly cycles: number;
  readonly counts: CycleCounts;
  /** By cause: "Failed: no licence is free in Salesforce (2 people, new)". */
  readonly problems: readonly WordedProblem[];
  readonly question: Question;
}

export interface WordedDigest extends WordedCommon {
  readonly kind: 'digest';
  readonly question: Question;
  readonly when: string;
  readonly text: string;
  /** Worst first. */
  readonly apps: readonly WordedDigestApp[];
  readonly subscribed: string;
  readonly actions: readonly WordedAction[];
  readonly asOf: string;
}
