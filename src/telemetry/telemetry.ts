/**
 * What can be measured of the bot while it runs. Ids, codes and counts only: no name, no value, no text of anybody. The
 * parts tell it what happened; where it goes is for start-telemetry.ts to say, which is loaded only where it is wanted.
 */
export interface Telemetry {
  turnBegan(correlationId: string): void;
  turnEnded(turn: TurnEnd): void;
  graphCalled(call: GraphCall): void;
  /** What came of handing a message to Teams: delivered, waiting, failed … */
  delivered(outcome: string): void;
  /** Asked again and again: how many tasks wait in each queue. */
  watchQueues(depth: () => Promise<Readonly<Record<string, number>>>): void;
  /** Sends what there still is. Never rejects. */
  stop(): Promise<void>;
}

export interface TurnEnd {
  readonly correlationId: string;
  /** The kind of the answer, and why there is none. */
  readonly kind: string;
  readonly because?: string;
  readonly ms: number;
}

/** One HTTP exchange with Microsoft Graph; a $batch is one. */
export interface GraphCall {
  readonly correlationId: string;
  /** What was read: "log", "jobs" … */
  readonly operations: readonly string[];
  readonly beganAt: Date;
  readonly endedAt: Date;
  /** Absent where no answer came. */
  readonly status?: number;
  /** How many of the reads Graph refused for now (429). */
  readonly throttled: number;
}
