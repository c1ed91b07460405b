import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Place } from '../../src/answers/ask.ts';
import { type Asking, planUnwatch, planWatch } from '../../src/answers/subscription-changes.ts';
import type { Subscription, WatchedApp } from '../../src/answers/subscriptions.ts';
import type { UnwatchQuestion, WatchQuestion } from '../../src/questions/question.ts';
import { createFakeSubscriptions, type FakeSubscriptions } from '../support/subscriptions.ts';

const place: Place = { conversationId: 'a:chat', type: 'personal', reference: {} };
const apps: readonly WatchedApp[] = ['Salesforce', 'Slack', 'Zoom'].map((name) => ({ id: name.toLowerCase(), name }));
const now = new Date('2026-11-17T12:50:00Z');

const orders: fc.Arbitrary<WatchQuestion | UnwatchQuestion> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('watch' as const),
      app: fc.constantFrom(...apps.map(({ id }) => id)),
      about: fc.constantFrom('problems' as const, 'everything' as const),
      digestAt: fc.constantFrom('09:00', '17:30', 'off'),
      muteMinutes: fc.constantFrom(0, 60, 2880),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    { kind: fc.constant('unwatch' as const), app: fc.constantFrom(...apps.map(({ id }) => id)) },
    { requiredKeys: ['kind'] },
  ),
);

async function give(order: WatchQuestion | UnwatchQuestion, to: FakeSubscriptions): Promise<void> {
  const existing = await to.list(place, now);
  const app = apps.find(({ id }) => id === order.app);
  const asking: Asking = { app, by: { name: 'Kim Lee' }, reader: { locale: 'en', timeZone: 'UTC' }, now };
  const plan = order.kind === 'watch' ? planWatch(order, existing, asking) : planUnwatch(existing, asking);
  if (plan.remove === 'all' || plan.remove.length > 0) await to.remove(place, plan.remove, now);
  if (plan.changes.length > 0) await to.change(place, plan.changes, now);
}

async function left(given: readonly (WatchQuestion | UnwatchQuestion)[]): Promise<readonly Subscription[]> {
  const subscriptions = createFakeSubscriptions();
  for (const order of given) await give(order, subscriptions);
  return subscriptions.list(place, now);
}

/** What is told, without who asked and when. */
function told(subscriptions: readonly Subscription[]): readonly unknown[] {
  return subscriptions.map(({ app, about, digest, mutedUntil }) => [app?.id, about, digest?.at, mutedUntil]);
}

describe('orders about subscriptions, whatever came before', () => {
  const history = fc.array(orders, { maxLength: 8 });

  it('leave one subscription for an app at the most, and one for all', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        const ids = (await left(given)).map(({ app }) => app?.id ?? 'all');

        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('come to the same when given twice', async () => {
    await fc.assert(
      fc.asyncProperty(history, orders, async (given, order) => {
        assert.deepEqual(told(await left([...given, order, order])), told(await left([...given, order])));
      }),
    );
  });

  it('leave nothing after "stop"', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        assert.deepEqual(await left([...given, { kind: 'unwatch', all: true }]), []);
      }),
    );
  });

  it('leave an app out that is to be left out, and tell of one that is to be watched', async () => {
    const counts = (all: readonly Subscription[], id: string) =>
      all.find(({ app }) => app?.id === id) ?? all.find(({ app }) => app === undefined);
    await fc.assert(
      fc.asyncProperty(history, fc.constantFrom(...apps), async (given, { id }) => {
        const without = counts(await left([...given, { kind: 'unwatch', app: id }]), id);
        assert.ok(without === undefined || without.about === 'nothing');
        const watched = counts(await left([...given, { kind: 'watch', app: id }]), id);
        assert.ok(watched && watched.about !== 'nothing' && watched.mutedUntil === undefined);
      }),
    );
  });

  it('never begin to tell anything by a mute or the end of a digest', async () => {
    const quiet = fc.constantFrom<WatchQuestion>(
      { kind: 'watch', muteMinutes: 60 },
      { kind: 'watch', app: 'zoom', muteMinutes: 60 },
      { kind: 'watch', digestAt: 'off' },
      { kind: 'watch', app: 'zoom', digestAt: 'off' },
    );
    await fc.assert(
      fc.asyncProperty(quiet, async (order) => {
        assert.deepEqual(await left([order]), []);
      }),
    );
  });
});
