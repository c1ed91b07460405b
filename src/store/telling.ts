import { and, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import type { CycleSummary } from '../diagnosis/cycle.ts';
import type { Message, Outbox, Planned } from '../watch/outbox.ts';
import type { Db } from './database.ts';
import { toMessage } from './message-row.ts';
import type { Queue } from './queue.ts';
import { conversations, cycles, deliveries, deliveryMessages, messages, subscriptions } from './schema.ts';
import { toSubscription } from './subscription-row.ts';

type Telling = Pick<Outbox, 'subscriptions' | 'message' | 'past' | 'tell'>;

/** From a message to the deliveries that carry it. */
export function createTelling(db: Db, queue: Queue, newId: () => string): Telling {
  return {
    async subscriptions() {
      const rows = await db
        .select({ subscription: subscriptions, type: conversations.type })
        .from(subscriptions)
        .innerJoin(conversations, eq(conversations.id, subscriptions.conversationId))
        .where(ne(subscriptions.state, 'removed'));
      return rows.map(({ subscription, type }) => toSubscription(subscription, { type }));
    },
    async message(id) {
      const [row] = await db
        .select()
        .from(messages)
        .where(and(eq(messages.id, id), isNull(messages.toldAt)));
      return row && toMessage(row);
    },
    async past({ app, jobId }, before, most) {
      const rows = await db
        .select()
        .from(cycles)
        .where(and(eq(cycles.appId, app.id), eq(cycles.jobId, jobId), lt(cycles.endedAt, before)))
        .orderBy(desc(cycles.endedAt))
        .limit(most);
      return rows.map((row) => ({ endedAt: row.endedAt.toISOString(), summary: row.summary as CycleSummary }));
    },
    tell: (message, planned, now) =>
      db.transaction(async (tx) => {
        const [untold] = await tx
          .update(messages)
          .set({ summary: message.summary ?? null, toldAt: now })
          .where(and(eq(messages.id, message.id), isNull(messages.toldAt)))
          .returning({ id: messages.id });
        if (!untold) return;
        await keepCycle(tx, message);
        for (const one of planned) await plan(tx, message, one, now);
      }),
  };

  async function plan(tx: Db, message: Message, { subscription, digestAt }: Planned, now: Date): Promise<void> {
    const { conversationId } = subscription.place;
    const atOnce = { key: `message ${message.id} ${conversationId}`, dueAt: now };
    const digest = digestAt && { key: `digest ${subscription.id} ${digestAt.toISOString()}`, dueAt: digestAt };
    const made = await makeDelivery(tx, subscription, digest ?? atOnce, now);
    // The digest is on its way already: what comes too late for it goes by itself.
    const delivery = made.state === 'waiting' ? made : await makeDelivery(tx, subscription, atOnce, now);
    await tx.insert(deliveryMessages).values({ deliveryId: delivery.id, messageId: message.id }).onConflictDoNothing();
  }

  async function makeDelivery(
    tx: Db,
    { id: subscriptionId, place }: Planned['subscription'],
    { key, dueAt }: { readonly key: string; readonly dueAt: Date },
    now: Date,
  ): Promise<{ readonly id: string; readonly state: string }> {
    const id = newId();
    const [row] = await tx
      .insert(deliveries)
      .values({
        id,
        key,
        conversationId: place.conversationId,
        subscriptionId,
        state: 'waiting',
        dueAt,
        createdAt: now,
      })
      // Nothing changes, but the row that was there is locked and given back.
      .onConflictDoUpdate({ target: deliveries.key, set: { key: sql`excluded.key` } })
      .returning({ id: deliveries.id, state: deliveries.state });
    if (!row) throw new Error('an upsert gave no row back');
    if (row.id === id) await queue.send(tx, 'deliver', id, dueAt.getTime() - now.getTime());
    return row;
  }
}

async function keepCycle(tx: Db, { app, jobId, changes, summary }: Message): Promise<void> {
  const ended = changes
    .flatMap((change) => ('cycle' in change && change.cycle ? [change.cycle.endedAt] : []))
    .toSorted()
    .at(-1);
  if (!summary || !ended) return;
  await tx
    .insert(cycles)
    .values({ appId: app.id, jobId, endedAt: new Date(ended), summary })
    .onConflictDoNothing();
}
