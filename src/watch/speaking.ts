import type { Undeliverable } from '../answers/subscriptions.ts';
import type { Content } from './presenting.ts';

/**
 * What came of speaking. `again`: it may be tried again, no sooner than `afterMs`; `refused`: trying again mends nothing,
 * and `end` says what follows for the conversation.
 */
export type Spoken =
  | { readonly is: 'accepted'; readonly activityId?: string }
  | { readonly is: 'again'; readonly code: string; readonly afterMs?: number }
  | {
      readonly is: 'refused';
      readonly code: string;
      readonly end?: { readonly state: 'paused' | 'removed'; readonly reason: Undeliverable };
    };

/** Sends one message into the conversation that `reference` tells of, in one try. Never rejects. */
export type Speak = (reference: unknown, content: Content, signal: AbortSignal) => Promise<Spoken>;
