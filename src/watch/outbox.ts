import type { Subscription, Undeliverable, WatchedApp } from '../answers/subscriptions.ts';
import type { CycleSummary } from '../diagnosis/cycle.ts';
import type { Change, JobState } from './change.ts';

/**
 * What watch/ asks of store/: the state of the jobs, the messages that follow from their changes, and their deliveries.
 * Every method rejects with the store's error when it cannot be reached; nothing is then changed.
 */

/** One job of one app that somebody is told about. */
export interface WatchedJob {
  readonly app: WatchedApp;
  readonly jobId: string;
}

/** What one look noticed of one job. */
export interface Message extends WatchedJob {
  readonly id: string;
  readonly changes: readonly Change[];
  readonly noticedAt: string;
  /** What the log told of the cycle; absent where there is none, or it is still to be read. */
  readonly summary?: CycleSummary;
}

/** A cycle that was summarised before. */
export interface PastCycle {
  readonly endedAt: string;
  readonly summary: CycleSummary;
}

/** What a look decided about one job. */
export interface Looked {
  readonly job: WatchedJob;
  readonly state: JobState;
  readonly messages: readonly NewMessage[];
}

/** `dueAt`: when it may be told; the log's entries of a cycle come late. */
export interface NewMessage {
  readonly changes: readonly Change[];
  readonly dueAt: Date;
}

/** One card to one conversation: one message, or those of a digest. */
export interface Delivery {
  readonly id: string;
  readonly subscription: Subscription;
  /** What it takes to speak there: plain JSON, of teams/ alone to read. */
  readonly reference: unknown;
  /** Oldest first; never empty. */
  readonly messages: readonly Message[];
  readonly digest: boolean;
  /** Tries so far. */
  readonly attempts: number;
  readonly createdAt: string;
}

/** A delivery that is to be made. */
export interface Planned {
  readonly subscription: Subscription;
  /** When a digest is due; undefined: at once. */
  readonly digestAt?: Date;
}

/** What came of a try. `end`: what follows for all subscriptions of the conversation. */
export type Outcome =
  | { readonly is: 'delivered'; readonly activityId?: string }
  | { readonly is: 'waiting'; readonly until: Date; readonly code: string }
  /** Not tried: a limit is reached. */
  | { readonly is: 'postponed'; readonly until: Date }
  | {
      readonly is: 'failed';
      readonly code: string;
      readonly end?: { readonly state: 'paused' | 'removed'; readonly reason: Undeliverable };
    }
  /** Nothing to say after all, muted meanwhile, or ended. */
  | { readonly is: 'dropped' };

export interface Outbox {
  /** Every subscription that has not ended, the paused and the muted too. */
  subscriptions(): Promise<readonly Subscription[]>;
  /** When all apps of the tenant were looked through last. */
  lastDiscovery(): Promise<Date | undefined>;
  discovered(at: Date): Promise<void>;
  /** The jobs that were looked at before, of these apps, or of all. */
  watched(appIds: readonly string[] | 'all'): Promise<readonly WatchedJob[]>;
  /**
   * Looks at jobs under a lock: `decide` gets what was known of each (undefined: never seen) and says what is now. States,
   * messages and the tasks that follow are written in one transaction. `decide` is pure and may run again.
   */
  look(
    jobs: readonly WatchedJob[],
    now: Date,
    decide: (before: readonly (JobState | undefined)[]) => readonly (Looked | undefined)[],
  ): Promise<readonly Message[]>;
  /** undefined: no such message, or it was told already. */
  message(id: string): Promise<Message | undefined>;
  /** Cycles summarised before this moment, newest first. */
  past(job: WatchedJob, before: Date, most: number): Promise<readonly PastCycle[]>;
  /** Writes the summary and the deliveries, and what sends them, in one transaction. A second call changes nothing. */
  tell(message: Message, planned: readonly Planned[], now: Date): Promise<void>;
  /** undefined: none that is still to be sent. */
  delivery(id: string, now: Date): Promise<Delivery | undefined>;
  /** Writes down what came of a try, and plans the next one, in one transaction. */
  settle(id: string, outcome: Outcome, now: Date): Promise<void>;
  /** Forgets what is older than `before` and settled: messages, deliveries, cycles. Gives how many messages that were. */
  prune(before: Date): Promise<number>;
}

/** The work that the store's queue hands out. Each task is handed to one instance at a time, and again if that one dies. */
export interface Tasks {
  /** Sees to it that there is a look in this interval, whoever asks for it. Clocks of instances may differ. */
  requestLook(intervalSeconds: number): Promise<void>;
  work(handlers: Handlers): Promise<void>;
  /** Takes no more, and waits for what is under way. */
  stop(timeoutMs: number): Promise<void>;
}

export interface Handlers {
  look(signal: AbortSignal): Promise<void>;
  tell(messageId: string, signal: AbortSignal): Promise<void>;
  deliver(deliveryId: string, signal: AbortSignal): Promise<void>;
  /** A delivery that failed inside Skipper over and over. */
  giveUp(deliveryId: string): Promise<void>;
  /** A message that could not be told, over and over. */
  leaveUntold(messageId: string): Promise<void>;
}
