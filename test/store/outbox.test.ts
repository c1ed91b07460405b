import assert from 'node:assert/strict';
import type { Subscription } from '../../src/answers/subscriptions.ts';
import type { Store } from '../../src/store/store.ts';
import type { Change, JobState } from '../../src/watch/change.ts';
import type { Message, Outcome } from '../../src/watch/outbox.ts';
import { aPlace, aReader } from '../support/conversation.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';

const now = new Date('2026-11-20T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const by = { name: 'Ada', aadObjectId: '00000000-0000-0000-0000-00000000000a' };
const app = { id: 'app-1', name: 'Salesforce' };
const state: JobState = {
  floor: '2026-11-20T08:00:00.000Z',
  told: [],
  failures: 0,
  firstCycle: { is: 'done' },
  on: true,
  stalled: false,
};
const started: Change = { kind: 'started' };

onEachDatabase('what the store keeps', (make) => {
  let database: TestDatabase;
  let store: Store;
  let conversation = 0;
  before(async () => {
    database = await make();
    store = await database.open();
  });
  after(async () => {
    await store?.close();
    await database?.drop();
  });

  const subscribe = async (
    changes: object = {},
  ): Promise<{ subscription: Subscription; place: ReturnType<typeof aPlace> }> => {
    conversation += 1;
    const place = aPlace(conversation);
    const [subscription] = await store.subscriptions.change(place, [{ by, reader: aReader, ...changes }], now);
    assert.ok(subscription);
    return { subscription, place };
  };

  const notice = async (jobId: string, changes: readonly Change[] = [started]): Promise<Message | undefined> => {
    const job = { app, jobId };
    const [message] = await store.outbox.look([job], now, () => [{ job, state, messages: [{ changes, dueAt: now }] }]);
    return message;
  };

  const deliveriesOf = async (
    message: Message,
    planned: readonly Subscription[],
    digestAt?: Date,
  ): Promise<string[]> => {
    const { deliveries, deliveryMessages } = await import('../../src/store/schema.ts');
    const { eq } = await import('drizzle-orm');
    await store.outbox.tell(
      message,
      planned.map((subscription) => ({ subscription, digestAt })),
      now,
    );
    const rows = await store.db
      .select({ id: deliveries.id })
      .from(deliveries)
      .innerJoin(deliveryMessages, eq(deliveryMessages.deliveryId, deliveries.id))
      .where(eq(deliveryMessages.messageId, message.id));
    return rows.map(({ id }) => id);
  };

  const settleNew = async (outcome: Outcome) => {
    const { subscription, place } = await subscribe();
    const message = await notice(`job-${conversation}`);
    assert.ok(message);
    const [id = ''] = await deliveriesOf(message, [subscription]);
    await store.outbox.delivery(id, now);
    await store.outbox.settle(id, outcome, later(1));
    const [after] = await store.subscriptions.list(place, later(1));
    return { id, after, place };
  };

  describe('of subscriptions', () => {
    it('is about problems at first, and changes only what is said', async () => {
      const { subscription, place } = await subscribe();
      const digest = { at: '09:00', timeZone: 'Europe/Dublin' };
      await store.subscriptions.change(place, [{ by: { name: 'Bob' }, reader: aReader, digest }], later(1));
      const [changed] = await store.subscriptions.change(
        place,
        [{ by: { name: 'Bob' }, reader: { locale: 'de', timeZone: 'Europe/Berlin' }, about: 'everything' }],
        later(2),
      );

      assert.equal(subscription.about, 'problems');
      assert.deepEqual(changed, {
        ...subscription,
        about: 'everything',
        digest,
        reader: { locale: 'de', timeZone: 'Europe/Berlin' },
        lastDelivery: undefined,
      });
    });

    it('stays one when two ask for it at the same moment', async () => {
      const place = aPlace(++conversation);
      const change = { by, reader: aReader, app };

      const both = await Promise.all([1, 2, 3].map(() => store.subscriptions.change(place, [change], now)));

      assert.equal(new Set(both.map(([one]) => one?.id)).size, 1);
      assert.equal((await store.subscriptions.list(place, now)).length, 1);
    });

    it('is listed with the one for all apps first, without those that somebody ended', async () => {
      const place = aPlace(++conversation);
      await store.subscriptions.change(
        place,
        [{ id: 'z', name: 'Zoom' }, { id: 'a', name: 'Asana' }, undefined, { id: 'm', name: 'Miro' }].map((one) => ({
          by,
          reader: aReader,
          app: one,
        })),
        now,
      );
      const all = await store.subscriptions.list(place, now);
      const ended = await store.subscriptions.remove(place, [all[2]?.id ?? '', 'not an id'], now);

      assert.deepEqual(
        all.map((one) => one.app?.name),
        [undefined, 'Asana', 'Miro', 'Zoom'],
      );
      assert.deepEqual(
        ended.map((one) => one.app?.name),
        ['Miro'],
      );
      assert.deepEqual(
        (await store.subscriptions.list(place, now)).map((one) => one.app?.name),
        [undefined, 'Asana', 'Zoom'],
      );
      assert.equal((await store.subscriptions.remove(place, 'all', now)).length, 3);
      assert.deepEqual(await store.subscriptions.remove(place, 'all', now), []);
    });

    it('is begun anew after it was ended', async () => {
      const { place } = await subscribe({ about: 'everything' });
      await store.subscriptions.remove(place, 'all', later(1));
      const [again] = await store.subscriptions.change(place, [{ by: { name: 'Bob' }, reader: aReader }], later(2));

      assert.equal(again?.about, 'problems');
      assert.equal(again.by.name, 'Bob');
      assert.equal(again.createdAt, later(2).toISOString());
    });

    it('is not ended from another conversation', async () => {
      const { subscription, place } = await subscribe();

      assert.deepEqual(await store.subscriptions.remove(aPlace(999), [subscription.id], now), []);
      assert.equal((await store.subscriptions.list(place, now)).length, 1);
    });

    it('keeps texts with what no database takes left out', async () => {
      const { place } = await subscribe({ by: { name: 'A\u0000da \ud800' }, app: { id: 'x', name: '\u0000' } });
      await store.conversations.seen({ ...place, reference: { name: '\u0000\udfff', deep: ['\\\\u0000'] } }, now);
      const error = { code: 'x', message: '\u0000' };
      await notice('nul', [{ kind: 'quarantineEntered', quarantine: { reason: '\u0000', error } }]);

      assert.equal((await store.subscriptions.list(place, now))[0]?.by.name, 'Ada \ufffd');
    });

    it('keeps texts as they are, whatever they hold', async () => {
      const { place } = await subscribe({
        by: { name: `Robert'); drop table skipper.messages;-- "\\ 😀 ${'x'.repeat(500)}` },
      });

      const [kept] = await store.subscriptions.list(place, now);

      assert.match(kept?.by.name ?? '', /^Robert'\); drop table .* 😀 x{500}$/);
    });
  });

  describe('of looks', () => {
    it('gives back the state that it was given', async () => {
      const job = { app, jobId: 'looked' };
      const seen: unknown[] = [];
      for (const floor of ['2026-11-20T08:00:00.000Z', '2026-11-20T09:00:00.000Z']) {
        await store.outbox.look([job], now, ([before]) => {
          seen.push(before);
          return [{ job, state: { ...state, floor }, messages: [] }];
        });
      }

      // What is read without a lock first is read again under it.
      assert.deepEqual(seen, [undefined, undefined, state, state]);
      assert.ok((await store.outbox.watched([app.id])).some(({ jobId }) => jobId === 'looked'));
    });

    it('writes neither the state nor the message when something fails on the way', async () => {
      const job = { app, jobId: 'torn' };
      const other = { app, jobId: 'torn-too' };
      const broken = { job: other, state: 1n as unknown as JobState, messages: [] };
      const looked = { job, state, messages: [{ changes: [started], dueAt: now }] };

      await assert.rejects(store.outbox.look([job, other], now, () => [looked, broken]));

      let before: unknown = 'not asked';
      const written = await store.outbox.look([job], now, ([known]) => {
        before = known;
        return [];
      });
      assert.equal(before, undefined);
      assert.deepEqual(written, []);
    });

    it('lets one of two looks at the same job see what the other wrote', async () => {
      const job = { app, jobId: 'contended' };
      const tellOnce = ([before]: readonly (JobState | undefined)[]) =>
        before ? [] : [{ job, state, messages: [{ changes: [started], dueAt: now }] }];

      const both = await Promise.all([1, 2, 3, 4].map(() => store.outbox.look([job], now, tellOnce)));

      assert.equal(both.flat().length, 1);
    });
  });

  describe('of messages', () => {
    it('is told once, to each conversation once', async () => {
      const one = await subscribe();
      const other = await subscribe();
      const message = await notice('told');
      assert.ok(message);

      const both = [one.subscription, other.subscription];
      const first = await deliveriesOf(message, both);
      const second = await deliveriesOf(message, both);

      assert.equal(first.length, 2);
      assert.deepEqual(second.toSorted(), first.toSorted());
      assert.equal(await store.outbox.message(message.id), undefined);
    });

    it('gathers in one digest what is due at one moment, and sends by itself what comes too late for it', async () => {
      const { subscription } = await subscribe({ digest: { at: '17:00', timeZone: 'UTC' } });
      const messages = [await notice('digest-1'), await notice('digest-2'), await notice('digest-3')];
      const [first, second, third] = messages;
      assert.ok(first && second && third);
      const due = new Date('2026-11-20T17:00:00Z');

      const [one = ''] = await deliveriesOf(first, [subscription], due);
      const [two] = await deliveriesOf(second, [subscription], due);
      const digest = await store.outbox.delivery(one, due);
      const [three = ''] = await deliveriesOf(third, [subscription], due);

      assert.equal(two, one);
      assert.deepEqual(digest?.messages.map(({ jobId }) => jobId).toSorted(), ['digest-1', 'digest-2']);
      assert.equal(digest.digest, true);
      assert.notEqual(three, one);
      assert.equal((await store.outbox.delivery(three, due))?.digest, false);
    });
  });

  describe('of deliveries', () => {
    it('is gone once it arrived, and is shown', async () => {
      const { id, after } = await settleNew({ is: 'delivered', activityId: 'sent-1' });

      assert.deepEqual(after?.lastDelivery, { at: later(1).toISOString(), outcome: 'delivered', code: undefined });
      assert.equal(await store.outbox.delivery(id, later(2)), undefined);
    });

    it('is there again when it is to be tried again', async () => {
      const { id, after } = await settleNew({ is: 'waiting', until: later(5), code: '412' });

      assert.equal(after?.lastDelivery?.outcome, 'waiting');
      assert.equal((await store.outbox.delivery(id, later(6)))?.attempts, 1);
    });

    it('pauses what Teams refuses for now, and goes on when somebody speaks there', async () => {
      const end = { state: 'paused', reason: 'notInRoster' } as const;
      const { after, place } = await settleNew({ is: 'failed', code: 'BotNotInConversationRoster', end });
      assert.deepEqual(after?.state, { is: 'paused', reason: 'notInRoster', at: later(1).toISOString() });

      await store.conversations.seen({ ...place, reference: { newer: true } }, later(2));

      const [woken] = await store.subscriptions.list(place, later(2));
      assert.deepEqual(woken?.state, { is: 'active' });
      assert.equal(woken.lastDelivery?.code, 'BotNotInConversationRoster');
    });

    it('ends what Teams will never take, shows why for a month, and forgets how to speak there', async () => {
      const end = { state: 'removed', reason: 'blocked' } as const;
      const { after, place } = await settleNew({ is: 'failed', code: 'ConversationBlockedByUser', end });

      assert.equal(after?.state.is, 'removed');
      assert.equal((await store.subscriptions.list(place, later(60 * 24 * 31))).length, 0);
      await store.conversations.seen(place, later(2));
      assert.equal((await store.subscriptions.list(place, later(2)))[0]?.state.is, 'removed');
    });

    it('is dropped when the subscription was muted, paused or ended meanwhile', async () => {
      for (const change of ['mute', 'end', 'uninstall'] as const) {
        const { subscription, place } = await subscribe();
        const message = await notice(`dropped-${change}`);
        assert.ok(message);
        const [id = ''] = await deliveriesOf(message, [subscription]);
        if (change === 'mute') {
          const mutedUntil = later(60).toISOString();
          await store.subscriptions.change(place, [{ by, reader: aReader, mutedUntil }], now);
        }
        if (change === 'end') await store.subscriptions.remove(place, 'all', now);
        if (change === 'uninstall') await store.conversations.removed(place.conversationId, now);

        assert.equal(await store.outbox.delivery(id, now), undefined, change);
        assert.equal(await store.outbox.delivery(id, later(120)), undefined, change);
      }
    });

    it('speaks to where the conversation was last spoken from', async () => {
      const { subscription, place } = await subscribe();
      const message = await notice('reference');
      assert.ok(message);
      const [id = ''] = await deliveriesOf(message, [subscription]);
      await store.conversations.seen({ ...place, reference: { serviceUrl: 'http://127.0.0.1/new' } }, later(1));

      assert.deepEqual((await store.outbox.delivery(id, later(1)))?.reference, { serviceUrl: 'http://127.0.0.1/new' });
    });
  });

  it('forgets what is old and settled, and nothing that is still to be sent', async () => {
    const { subscription } = await subscribe();
    const message = await notice('old');
    assert.ok(message);
    const [id = ''] = await deliveriesOf(message, [subscription]);

    await store.outbox.prune(later(10));
    assert.ok(await store.outbox.delivery(id, now));
    await store.outbox.settle(id, { is: 'delivered' }, now);
    await store.outbox.prune(later(10));

    assert.equal(await store.outbox.prune(later(10)), 0);
  });
});
