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
        // Always in one order, so that two who tell at once wait for each other rather than deadlock.
        const wanted = planned.map((one) => wantedFor(message, one)).toSorted(byKey);
        for (let from = 0; from < wanted.length; from += rowsAtOnce) {
          await make(tx, message, wanted.slice(from, from + rowsAtOnce), now);
        }
      }),
  };

  async function make(tx: Db, message: Message, wanted: readonly Wanted[], now: Date): Promise<void> {
    const made = await upsert(tx, wanted, now);
    const isLate = ({ key }: Wanted) => made.get(key)?.state !== 'waiting';
    // A digest that is on its way already: what comes too late for it goes by itself.
    const alone = wanted.filter(isLate).map(({ subscription }) => wantedFor(message, { subscription }));
    const late = await upsert(tx, alone.toSorted(byKey), now);
    const ids = [
      ...wanted.filter((one) => !isLate(one)).map(({ key }) => made.get(key)?.id),
      ...[...late.values()].map(({ id }) => id),
    ];
    const links = ids.flatMap((id) => (id === undefined ? [] : [{ deliveryId: id, messageId: message.id }]));
    if (links.length > 0) await tx.insert(deliveryMessages).values(links).onConflictDoNothing();
  }

  /** Deliveries by their keys, with what sends those that are new. Nothing of one that was there changes, but it is locked. */
  async function upsert(tx: Db, wanted: readonly Wanted[], now: Date): Promise<ReadonlyMap<string, Made>> {
    if (wanted.length === 0) return new Map();
    const rows = wanted.map(({ key, dueAt, subscription }) => ({
      id: newId(),
      key,
      conversationId: subscription.place.conversationId,
      subscriptionId: subscription.id,
      state: 'waiting',
      dueAt: dueAt ?? now,
      createdAt: now,
    }));
    const made = await tx
      .insert(deliveries)
      .values(rows)
      .onConflictDoUpdate({ target: deliveries.key, set: { key: sql`excluded.key` } })
      .returning({ id: deliveries.id, key: deliveries.key, state: deliveries.state });
    const byKeys = new Map(made.map((one) => [one.key, one]));
    const fresh = rows.filter(({ id, key }) => byKeys.get(key)?.id === id);
    const dueInMs = (dueAt: Date) => dueAt.getTime() - now.getTime();
    await queue.send(
      tx,
      'deliver',
      fresh.map(({ id, dueAt }) => ({ id, dueInMs: dueInMs(dueAt) })),
    );
    return byKeys;
  }
}

/** A statement has room for so many rows, and to spare. */
const rowsAtOnce = 1000;

interface Made {
  readonly id: string;
  readonly state: string;
}

interface Wanted {
  readonly key: string;
  /** undefined: at once. */
  readonly dueAt?: Date;
  readonly subscription: Planned['subscription'];
}

/** What makes a delivery one: a message comes to a conversation once, and a subscription has one digest at a time. */
function wantedFor(message: Message, { subscription, digestAt }: Planned): Wanted {
  if (digestAt) return { key: `digest ${subscription.id} ${digestAt.toISOString()}`, dueAt: digestAt, subscription };
  return { key: `message ${message.id} ${subscription.place.conversationId}`, subscription };
}

function byKey(one: Wanted, other: Wanted): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
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
