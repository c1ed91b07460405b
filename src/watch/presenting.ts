import type { Subscription } from '../answers/subscriptions.ts';
import type { Message, PastCycle } from './outbox.ts';

/** What is sent: an adaptive card, and a line of plain text for notifications. */
export interface Content {
  readonly card: object;
  readonly summary: string;
}

/** What a delivery tells. `past`: cycles of the job before, newest first; none for a digest. */
export interface Telling {
  readonly messages: readonly Message[];
  readonly subscription: Subscription;
  readonly digest: boolean;
  readonly past: readonly PastCycle[];
}

/** How messages are put before people: given by app.ts, so that watch/ knows neither words nor cards. Pure. */
export interface Presenting {
  /** Whether a subscription is told of a message, and whether that may wait for its digest. */
  urgencyOf(message: Message, subscription: Subscription): Urgency;
  /** In the reader's language and time. undefined: there is nothing to say after all. */
  compose(telling: Telling): Content | undefined;
}

export type Urgency = 'atOnce' | 'canWait' | 'not';
