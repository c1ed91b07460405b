import type { Place } from '../../src/answers/ask.ts';
import type { Subscription, SubscriptionChange, Subscriptions } from '../../src/answers/subscriptions.ts';

const day = 24 * 60 * 60 * 1000;

/** Subscriptions that last as long as a test. `set` puts one in as the store would give it. */
export interface FakeSubscriptions extends Subscriptions {
  readonly all: readonly Subscription[];
  set(subscription: Subscription): void;
}

export function createFakeSubscriptions(): FakeSubscriptions {
  const all: Subscription[] = [];
  const ofPlace = ({ conversationId }: Place) => all.filter((one) => one.place.conversationId === conversationId);
  const put = (subscription: Subscription) => {
    const index = all.findIndex(({ id }) => id === subscription.id);
    if (index < 0) all.push(subscription);
    else all[index] = subscription;
    return subscription;
  };
  const changed = (place: Place, change: SubscriptionChange, now: Date): Subscription => {
    const { app, by, reader, about, digest, mutedUntil } = change;
    const known = ofPlace(place).find((one) => one.app?.id === app?.id);
    const before = known?.state.is === 'removed' ? undefined : known;
    return {
      id: known?.id ?? `subscription-${all.length + 1}`,
      place: { conversationId: place.conversationId, type: place.type },
      by: before?.by ?? by,
      app: app ?? before?.app,
      about: about ?? before?.about ?? 'problems',
      digest: digest === null ? undefined : (digest ?? before?.digest),
      reader,
      mutedUntil: mutedUntil === null ? undefined : (mutedUntil ?? before?.mutedUntil),
      state: { is: 'active' },
      lastDelivery: before?.lastDelivery,
      createdAt: before?.createdAt ?? now.toISOString(),
    };
  };
  return {
    all,
    set: put,
    list: async (place, now) =>
      ofPlace(place)
        .filter(({ state }) => state.is !== 'removed' || (state.reason !== 'asked' && isRecent(state.at, now)))
        .toSorted((one, other) => (one.app?.name ?? '').localeCompare(other.app?.name ?? '')),
    change: async (place, changes, now) => changes.map((change) => put(changed(place, change, now))),
    remove: async (place, ids, now) =>
      ofPlace(place)
        .filter(({ id, state }) => state.is !== 'removed' && (ids === 'all' || ids.includes(id)))
        .map((one) => put({ ...one, state: { is: 'removed', reason: 'asked', at: now.toISOString() } })),
  };
}

function isRecent(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) <= 30 * day;
}
