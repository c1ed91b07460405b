import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Place } from '../answers/ask.ts';
import type { SubscriptionChange, Subscriptions } from '../answers/subscriptions.ts';
import type { Db } from './database.ts';
import { conversations, subscriptions } from './schema.ts';
import { type SubscriptionRow, toSubscription } from './subscription-row.ts';

/** How long a subscription that ended by itself is still listed, so that somebody can see why. */
const endedListedMs = 30 * 24 * 60 * 60 * 1000;

/** Subscriptions in the database. The rules of the port hold also where two instances change one conversation at once. */
export function createSubscriptions(db: Db, newId: () => string): Subscriptions {
  return {
    async list({ conversationId, type }, now) {
      const rows = await db.select().from(subscriptions).where(eq(subscriptions.conversationId, conversationId));
      return rows
        .filter((row) => isListed(row, now))
        .toSorted(byName)
        .map((row) => toSubscription(row, { type }));
    },
    change: (place, changes, now) =>
      db.transaction(async (tx) => {
        // Its lock makes those wait who change the same conversation at the same moment.
        await keepConversation(tx, place, now);
        const changed: SubscriptionRow[] = [];
        for (const change of changes) changed.push(await upsert(tx, place, change, now, newId));
        return changed.map((row) => toSubscription(row, place));
      }),
    remove: (place, ids, now) =>
      db.transaction(async (tx) => {
        if (ids !== 'all' && ids.length === 0) return [];
        const rows = await tx
          .update(subscriptions)
          .set({ state: 'removed', stateReason: 'asked', stateAt: now })
          .where(
            and(
              eq(subscriptions.conversationId, place.conversationId),
              ne(subscriptions.state, 'removed'),
              ids === 'all' ? undefined : inArray(subscriptions.id, ids.filter(isUuid)),
            ),
          )
          .returning();
        return rows.toSorted(byName).map((row) => toSubscription(row, place));
      }),
  };
}

async function keepConversation(tx: Db, place: Place, now: Date): Promise<void> {
  const { conversationId: id, type, reference } = place;
  const known = { type, reference: reference ?? {}, seenAt: now, removedAt: null };
  await tx
    .insert(conversations)
    .values({ id, ...known })
    .onConflictDoUpdate({ target: conversations.id, set: known });
}

async function upsert(
  tx: Db,
  { conversationId }: Place,
  change: SubscriptionChange,
  now: Date,
  newId: () => string,
): Promise<SubscriptionRow> {
  const appId = change.app?.id ?? '';
  const isThis = and(eq(subscriptions.conversationId, conversationId), eq(subscriptions.appId, appId));
  const [found] = await tx.select().from(subscriptions).where(isThis);
  const before = found?.state === 'removed' ? undefined : found;
  const row: SubscriptionRow = {
    id: found?.id ?? newId(),
    conversationId,
    appId,
    appName: change.app?.name ?? before?.appName ?? null,
    byObjectId: before ? before.byObjectId : (change.by.aadObjectId ?? null),
    byName: before ? before.byName : (change.by.name ?? null),
    about: change.about ?? before?.about ?? 'problems',
    ...digestOf(change, before),
    locale: change.reader.locale,
    timeZone: change.reader.timeZone,
    mutedUntil: mutedOf(change, before),
    state: 'active',
    stateReason: null,
    stateAt: before && before.state === 'active' ? before.stateAt : now,
    deliveryAt: before?.deliveryAt ?? null,
    deliveryOutcome: before?.deliveryOutcome ?? null,
    deliveryCode: before?.deliveryCode ?? null,
    createdAt: before?.createdAt ?? now,
  };
  const { id: _, ...set } = row;
  const [written] = await tx
    .insert(subscriptions)
    .values(row)
    .onConflictDoUpdate({ target: [subscriptions.conversationId, subscriptions.appId], set })
    .returning();
  return written ?? row;
}

function digestOf(
  { digest }: SubscriptionChange,
  before: SubscriptionRow | undefined,
): Pick<SubscriptionRow, 'digestAt' | 'digestZone'> {
  if (digest === null) return { digestAt: null, digestZone: null };
  if (digest) return { digestAt: digest.at, digestZone: digest.timeZone };
  return { digestAt: before?.digestAt ?? null, digestZone: before?.digestZone ?? null };
}

function mutedOf({ mutedUntil }: SubscriptionChange, before: SubscriptionRow | undefined): Date | null {
  if (mutedUntil === null) return null;
  return mutedUntil === undefined ? (before?.mutedUntil ?? null) : new Date(mutedUntil);
}

function isListed({ state, stateReason, stateAt }: SubscriptionRow, now: Date): boolean {
  if (state !== 'removed') return true;
  return stateReason !== 'asked' && stateAt !== null && now.getTime() - stateAt.getTime() <= endedListedMs;
}

/** The one for all apps first. */
function byName(one: SubscriptionRow, other: SubscriptionRow): number {
  if (one.appId === '' || other.appId === '') return one.appId === '' ? -1 : 1;
  return (one.appName ?? '').localeCompare(other.appName ?? '', 'en');
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
