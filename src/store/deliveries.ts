import { and, asc, eq, inArray, lt, ne, notExists, sql } from 'drizzle-orm';
import type { LastDelivery } from '../answers/subscriptions.ts';
import type { Delivery, Outbox, Outcome } from '../watch/outbox.ts';
import type { Db } from './database.ts';
import { toMessage } from './message-row.ts';
import type { Queue } from './queue.ts';
import { conversations, cycles, deliveries, deliveryMessages, messages, subscriptions } from './schema.ts';
import { toSubscription } from './subscription-row.ts';

type Deliveries = Pick<Outbox, 'delivery' | 'settle' | 'prune'>;

/** `sending`: handed to Teams and not yet known to have arrived; it takes no more messages, and is tried again. */
const open = ['waiting', 'sending'];

/** The deliveries and what came of them. */
export function createDeliveries(db: Db, queue: Queue): Deliveries {
  return {
    delivery: (id, now) =>
      db.transaction(async (tx) => {
        const [row] = await tx
          .update(deliveries)
          .set({ state: 'sending' })
          .where(and(eq(deliveries.id, id), inArray(deliveries.state, open)))
          .returning();
        if (!row) return undefined;
        const subscription = await subscriptionOf(tx, row.subscriptionId);
        if (!subscription || !mayBeTold(subscription.subscription, now)) {
          await tx.update(deliveries).set({ state: 'dropped', settledAt: now }).where(eq(deliveries.id, id));
          return undefined;
        }
        const carried = await tx
          .select({ message: messages })
          .from(deliveryMessages)
          .innerJoin(messages, eq(messages.id, deliveryMessages.messageId))
          .where(eq(deliveryMessages.deliveryId, id))
          .orderBy(asc(messages.noticedAt), asc(messages.id));
        return {
          id,
          ...subscription,
          messages: carried.map(({ message }) => toMessage(message)),
          digest: row.key.startsWith('digest '),
          attempts: row.attempts,
          createdAt: row.createdAt.toISOString(),
        };
      }),
    async settle(id, outcome, now) {
      // In one statement of its own: the sooner it is written down, the less there is that a crash could send again.
      if (outcome.is === 'delivered') {
        const row = await write(db, id, outcome, now);
        if (row) await noteLast(db, row.subscriptionId, lastOf(outcome, now));
        return;
      }
      await db.transaction(async (tx) => {
        const row = await write(tx, id, outcome, now);
        if (!row || outcome.is === 'dropped') return;
        if ('until' in outcome) {
          await queue.send(tx, 'deliver', [{ id, dueInMs: outcome.until.getTime() - now.getTime() }]);
        }
        if (outcome.is === 'postponed') return;
        await noteLast(tx, row.subscriptionId, lastOf(outcome, now));
        if (outcome.is === 'failed' && outcome.end) await end(tx, row.conversationId, outcome.end, now);
      });
    },
    prune: (before) =>
      db.transaction(async (tx) => {
        const stillOpen = tx
          .select({ id: deliveries.id })
          .from(deliveryMessages)
          .innerJoin(deliveries, eq(deliveries.id, deliveryMessages.deliveryId))
          .where(and(eq(deliveryMessages.messageId, messages.id), inArray(deliveries.state, open)));
        const gone = await tx
          .delete(messages)
          .where(and(lt(messages.noticedAt, before), notExists(stillOpen)))
          .returning({ id: messages.id });
        await tx.delete(deliveries).where(lt(deliveries.settledAt, before));
        await tx.delete(cycles).where(lt(cycles.endedAt, before));
        return gone.length;
      }),
  };
}

type Row = typeof deliveries.$inferSelect;

/** What came of a try; undefined for a delivery that was settled before. */
async function write(tx: Db, id: string, outcome: Outcome, now: Date): Promise<Row | undefined> {
  const tried = outcome.is === 'postponed' ? {} : { attempts: sql`${deliveries.attempts} + 1` };
  const [row] = await tx
    .update(deliveries)
    .set({ ...columnsOf(outcome, now), ...tried })
    .where(and(eq(deliveries.id, id), inArray(deliveries.state, open)))
    .returning();
  return row;
}

async function subscriptionOf(tx: Db, id: string): Promise<Pick<Delivery, 'subscription' | 'reference'> | undefined> {
  const [row] = await tx
    .select({ subscription: subscriptions, type: conversations.type, reference: conversations.reference })
    .from(subscriptions)
    .innerJoin(conversations, eq(conversations.id, subscriptions.conversationId))
    .where(eq(subscriptions.id, id));
  return row && { subscription: toSubscription(row.subscription, row), reference: row.reference };
}

function mayBeTold({ state, mutedUntil }: Delivery['subscription'], now: Date): boolean {
  return state.is === 'active' && (mutedUntil === undefined || Date.parse(mutedUntil) <= now.getTime());
}

function columnsOf(outcome: Outcome, now: Date): Partial<typeof deliveries.$inferInsert> {
  switch (outcome.is) {
    case 'delivered':
      return { state: 'delivered', activityId: outcome.activityId ?? null, code: null, settledAt: now };
    case 'waiting':
      return { state: 'sending', code: outcome.code, dueAt: outcome.until };
    case 'postponed':
      return { dueAt: outcome.until };
    case 'failed':
      return { state: 'failed', code: outcome.code, settledAt: now };
    case 'dropped':
      return { state: 'dropped', settledAt: now };
  }
}

function lastOf(outcome: Exclude<Outcome, { is: 'dropped' | 'postponed' }>, now: Date): LastDelivery {
  return { at: now.toISOString(), outcome: outcome.is, code: outcome.is === 'delivered' ? undefined : outcome.code };
}

async function noteLast(tx: Db, subscriptionId: string, { at, outcome, code }: LastDelivery): Promise<void> {
  await tx
    .update(subscriptions)
    .set({ deliveryAt: new Date(at), deliveryOutcome: outcome, deliveryCode: code ?? null })
    .where(eq(subscriptions.id, subscriptionId));
}

type End = NonNullable<Extract<Outcome, { is: 'failed' }>['end']>;

/** What Teams refuses for one subscription it refuses for all of the conversation. */
async function end(tx: Db, conversationId: string, { state, reason }: End, now: Date): Promise<void> {
  await tx
    .update(subscriptions)
    .set({ state, stateReason: reason, stateAt: now })
    .where(and(eq(subscriptions.conversationId, conversationId), ne(subscriptions.state, 'removed')));
  if (state !== 'removed') return;
  await tx.update(conversations).set({ reference: {}, removedAt: now }).where(eq(conversations.id, conversationId));
}
