import { z } from 'zod/v4';
import type { LastDelivery, Subscription, SubscriptionState, Undeliverable } from '../answers/subscriptions.ts';
import type { conversations, subscriptions } from './schema.ts';

export type SubscriptionRow = typeof subscriptions.$inferSelect;
type ConversationType = Pick<typeof conversations.$inferSelect, 'type'>;

const placeType = z.enum(['personal', 'groupChat', 'channel']).catch('personal');
const about = z.enum(['problems', 'everything', 'nothing']).catch('problems');
const outcome = z.enum(['delivered', 'waiting', 'failed']);
const undeliverable = z
  .enum(['blocked', 'uninstalled', 'notInRoster', 'disabledByAdmin', 'gone', 'refused'])
  .catch('refused') satisfies z.ZodType<Undeliverable>;

/** A row as the rest of the bot speaks of it. */
export function toSubscription(row: SubscriptionRow, conversation: ConversationType): Subscription {
  return {
    id: row.id,
    place: { conversationId: row.conversationId, type: placeType.parse(conversation.type) },
    by: { aadObjectId: row.byObjectId ?? undefined, name: row.byName ?? undefined },
    app: row.appId === '' ? undefined : { id: row.appId, name: row.appName ?? row.appId },
    about: about.parse(row.about),
    digest: row.digestAt && row.digestZone ? { at: row.digestAt, timeZone: row.digestZone } : undefined,
    reader: { locale: row.locale, timeZone: row.timeZone },
    mutedUntil: row.mutedUntil?.toISOString(),
    state: stateOf(row),
    lastDelivery: lastDeliveryOf(row),
    createdAt: row.createdAt.toISOString(),
  };
}

function stateOf({ state, stateReason, stateAt, createdAt }: SubscriptionRow): SubscriptionState {
  const at = (stateAt ?? createdAt).toISOString();
  if (state === 'paused') return { is: 'paused', reason: undeliverable.parse(stateReason), at };
  if (state !== 'removed') return { is: 'active' };
  return { is: 'removed', reason: stateReason === 'asked' ? 'asked' : undeliverable.parse(stateReason), at };
}

function lastDeliveryOf({ deliveryAt, deliveryOutcome, deliveryCode }: SubscriptionRow): LastDelivery | undefined {
  const read = outcome.safeParse(deliveryOutcome);
  if (!deliveryAt || !read.success) return undefined;
  return { at: deliveryAt.toISOString(), outcome: read.data, code: deliveryCode ?? undefined };
}
