import { and, eq, inArray } from 'drizzle-orm';
import type { Place } from '../answers/ask.ts';
import type { Db } from './database.ts';
import { conversations, subscriptions } from './schema.ts';

/** The conversations that Skipper may speak into. Only those that were ever subscribed are kept. */
export interface Conversations {
  /** Somebody spoke there: keeps the newest way to answer, and wakes what was paused. */
  seen(place: Place, now: Date): Promise<void>;
  /** Skipper was uninstalled there: forgets the way, and ends what was subscribed. */
  removed(conversationId: string, now: Date): Promise<void>;
}

export function createConversations(db: Db): Conversations {
  return {
    seen: (place, now) =>
      db.transaction(async (tx) => {
        const known = await tx
          .update(conversations)
          .set({ reference: place.reference, type: place.type, seenAt: now, removedAt: null })
          .where(eq(conversations.id, place.conversationId))
          .returning({ id: conversations.id });
        if (known.length === 0) return;
        await tx
          .update(subscriptions)
          .set({ state: 'active', stateReason: null, stateAt: now })
          .where(and(eq(subscriptions.conversationId, place.conversationId), eq(subscriptions.state, 'paused')));
      }),
    removed: (conversationId, now) =>
      db.transaction(async (tx) => {
        await tx
          .update(conversations)
          .set({ reference: {}, removedAt: now })
          .where(eq(conversations.id, conversationId));
        await tx
          .update(subscriptions)
          .set({ state: 'removed', stateReason: 'uninstalled', stateAt: now })
          .where(
            and(eq(subscriptions.conversationId, conversationId), inArray(subscriptions.state, ['active', 'paused'])),
          );
      }),
  };
}
