import assert from 'node:assert/strict';
import type { WatchingAnswer } from '../../src/answers/answer.ts';
import type { Place } from '../../src/answers/ask.ts';
import type { Subscription } from '../../src/answers/subscriptions.ts';
import { subscriptionFor } from '../../src/answers/subscriptions.ts';
import type { Question } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';
import { createFakeSubscriptions, type FakeSubscriptions } from '../support/subscriptions.ts';

const chat: Place = { conversationId: 'a:chat', type: 'personal', reference: {} };
const channel: Place = { conversationId: '19:channel@thread.tacv2', type: 'channel', reference: {} };
const kim = { id: '29:kim', aadObjectId: '2d1c0b9a-8f7e-4d6c-5b4a-392817161514', name: 'Kim Lee' };

describe('watching', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;
  let subscriptions: FakeSubscriptions;
  let clock: Date;

  before(async () => {
    clock = new Date('2026-11-17T12:50:00Z');
    tenant = await askedTenant({
      now: () => clock,
      subscriptions: {
        list: (...given) => subscriptions.list(...given),
        change: (...given) => subscriptions.change(...given),
        remove: (...given) => subscriptions.remove(...given),
      },
    });
  });
  beforeEach(() => {
    clock = new Date('2026-11-17T12:50:00Z');
    subscriptions = createFakeSubscriptions();
  });
  after(() => tenant.close());

  const ask = (question: Question, place = chat) =>
    tenant.ask(question, { place, asker: kim, timeZone: 'Europe/London', locale: 'en-GB' });
  const watching = async (question: Question, place = chat): Promise<WatchingAnswer> => {
    const { answer } = await ask(question, place);
    assert.equal(answer.kind, 'watching');
    return answer as WatchingAnswer;
  };
  const told = async (place = chat): Promise<readonly string[]> => {
    const { subscriptions: listed } = await watching({ kind: 'watching' }, place);
    return listed.map(({ app, about, digest, mutedUntil }) =>
      [app?.name ?? 'all', about, digest?.at, mutedUntil && 'muted'].filter(Boolean).join(' '),
    );
  };

  it('subscribes a conversation to an app, about problems, and tells who asked and in whose time', async () => {
    const { outcome, subscriptions: listed } = await watching({ kind: 'watch', app: 'salesforce' });

    const [one] = listed;
    assert.equal(outcome, 'watched');
    assert.deepEqual(
      [one?.app?.name, one?.about, one?.by],
      ['Salesforce', 'problems', { aadObjectId: kim.aadObjectId, name: 'Kim Lee' }],
    );
    assert.deepEqual(one?.reader, { locale: 'en-GB', timeZone: 'Europe/London' });
    assert.deepEqual(await told(channel), [], 'another conversation is told nothing of it');
  });

  it('asks which app where two fit, and a tap on one watches it', async () => {
    const { answer } = await ask({ kind: 'watch', app: 'line of business', about: 'everything' });
    assert.equal(answer.kind, 'choice');

    const [first] = answer.kind === 'choice' ? answer.candidates : [];
    assert.ok(first);
    const { outcome } = await watching(first.question);
    assert.equal(outcome, 'watched');
    assert.deepEqual(await told(), [`${first.name} everything`]);
  });

  it('says that an app is not there, with the nearest names', async () => {
    const { answer } = await ask({ kind: 'watch', app: 'Qwertzuiop' });

    assert.equal(answer.kind, 'notFound');
    assert.deepEqual(await told(), []);
  });

  it('says so where the app has no provisioning, and watches it all the same', async () => {
    const answered = await ask({ kind: 'watch', app: 'Adobe Creative Cloud' });

    const worded = word(answered, { locale: 'en-GB', timeZone: 'Europe/London' });
    assert.equal(worded.headline, 'Watching Adobe Creative Cloud');
    assert.match(worded.kind === 'watching' ? worded.text : '', /^Adobe Creative Cloud has no provisioning now/);
    assert.deepEqual(await told(), ['Adobe Creative Cloud problems']);
  });

  it('belongs to a conversation: in a terminal it says so', async () => {
    const { answer } = await tenant.ask({ kind: 'watch', app: 'Salesforce' });

    assert.equal(answer.kind === 'watching' && answer.outcome, 'nowhere');
  });

  const rows: readonly (readonly [
    what: string,
    asked: readonly Question[],
    outcome: string,
    told: readonly string[],
  ])[] = [
    ['everything here', [{ kind: 'watch' }], 'watched', ['all problems']],
    [
      'the same twice',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', app: 'Zoom' },
      ],
      'already',
      ['Zoom problems'],
    ],
    ['every cycle of one', [{ kind: 'watch', app: 'Zoom', about: 'everything' }], 'watched', ['Zoom everything']],
    [
      'only problems, after every cycle',
      [
        { kind: 'watch', app: 'Zoom', about: 'everything' },
        { kind: 'watch', about: 'problems' },
      ],
      'changed',
      ['Zoom problems'],
    ],
    [
      'settings where nothing is watched: all apps',
      [{ kind: 'watch', digestAt: '09:00' }],
      'watched',
      ['all problems 09:00'],
    ],
    [
      'a digest for all that is watched',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', app: 'Slack' },
        { kind: 'watch', digestAt: '08:30' },
      ],
      'changed',
      ['Slack problems 08:30', 'Zoom problems 08:30'],
    ],
    [
      'each cycle as it comes ends a digest',
      [
        { kind: 'watch', app: 'Zoom', digestAt: '08:30' },
        { kind: 'watch', app: 'Zoom', about: 'everything' },
      ],
      'changed',
      ['Zoom everything'],
    ],
    [
      'a mute',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', app: 'Zoom', muteMinutes: 2880 },
      ],
      'muted',
      ['Zoom problems muted'],
    ],
    [
      'a mute of everything here',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', app: 'Slack' },
        { kind: 'watch', muteMinutes: 60 },
      ],
      'muted',
      ['Slack problems muted', 'Zoom problems muted'],
    ],
    [
      'the end of a mute',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', muteMinutes: 60 },
        { kind: 'watch', app: 'Zoom', muteMinutes: 0 },
      ],
      'unmuted',
      ['Zoom problems'],
    ],
    [
      'to watch what is muted ends the mute',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', muteMinutes: 60 },
        { kind: 'watch', app: 'Zoom' },
      ],
      'unmuted',
      ['Zoom problems'],
    ],
    [
      'the end of a digest',
      [
        { kind: 'watch', app: 'Zoom', about: 'everything', digestAt: '08:30' },
        { kind: 'watch', digestAt: 'off' },
      ],
      'changed',
      ['Zoom everything'],
    ],
    ['the end of a digest where nothing is watched', [{ kind: 'watch', digestAt: 'off' }], 'nothingToStop', []],
    ['a mute of what is not watched', [{ kind: 'watch', app: 'Zoom', muteMinutes: 60 }], 'nothingToMute', []],
    ['a mute where nothing is watched', [{ kind: 'watch', muteMinutes: 60 }], 'nothingToMute', []],
    [
      'a mute of one of all: its own from then on',
      [
        { kind: 'watch', about: 'everything' },
        { kind: 'watch', app: 'Zoom', muteMinutes: 60 },
      ],
      'muted',
      ['all everything', 'Zoom everything muted'],
    ],
    [
      'an app that all apps have in them',
      [{ kind: 'watch' }, { kind: 'watch', app: 'Zoom' }],
      'already',
      ['all problems'],
    ],
    ['all but one', [{ kind: 'watch' }, { kind: 'unwatch', app: 'Zoom' }], 'stopped', ['all problems', 'Zoom nothing']],
    [
      'the one again',
      [{ kind: 'watch' }, { kind: 'unwatch', app: 'Zoom' }, { kind: 'watch', app: 'Zoom' }],
      'watched',
      ['all problems'],
    ],
    [
      'all again, with what was left out',
      [{ kind: 'watch' }, { kind: 'unwatch', app: 'Zoom' }, { kind: 'watch' }],
      'watched',
      ['all problems'],
    ],
    [
      'the end of one',
      [
        { kind: 'watch', app: 'Zoom' },
        { kind: 'watch', app: 'Slack' },
        { kind: 'unwatch', app: 'Zoom' },
      ],
      'stopped',
      ['Slack problems'],
    ],
    [
      'the end of all',
      [{ kind: 'watch' }, { kind: 'watch', app: 'Slack', about: 'everything' }, { kind: 'unwatch', all: true }],
      'stopped',
      [],
    ],
    ['the end of nothing', [{ kind: 'unwatch' }], 'nothingToStop', []],
    ['the end of all where nothing is watched', [{ kind: 'unwatch', all: true }], 'nothingToStop', []],
    ['the end of the only one', [{ kind: 'watch', app: 'Zoom' }, { kind: 'unwatch' }], 'stopped', []],
    [
      'the end of all apps, with those that they leave out',
      [{ kind: 'watch' }, { kind: 'unwatch', app: 'Zoom' }, { kind: 'unwatch' }],
      'stopped',
      [],
    ],
    [
      'the end of what is not watched',
      [
        { kind: 'watch', app: 'Slack' },
        { kind: 'unwatch', app: 'Zoom' },
      ],
      'nothingToStop',
      ['Slack problems'],
    ],
  ];
  for (const [what, asked, outcome, expected] of rows) {
    it(`can be asked for: ${what}`, async () => {
      const outcomes: string[] = [];
      for (const question of asked) outcomes.push((await watching(question)).outcome);

      assert.equal(outcomes.at(-1), outcome);
      assert.deepEqual(await told(), expected);
    });
  }

  it('says which one it stopped where only one was on', async () => {
    await watching({ kind: 'watch', app: 'Zoom' });

    const worded = word(await ask({ kind: 'unwatch' }), { locale: 'en-GB', timeZone: 'Europe/London' });

    assert.equal(worded.headline, 'Zoom is no longer watched here');
  });

  it('asks which of several to stop, and stops the one that is tapped, or all of them', async () => {
    for (const app of ['Zoom', 'Slack']) await watching({ kind: 'watch', app });

    const answered = await ask({ kind: 'unwatch' });
    const worded = word(answered, { locale: 'en-GB', timeZone: 'Europe/London' });

    assert.ok(worded.kind === 'choice');
    assert.deepEqual(
      [worded.of, worded.headline, worded.candidates.map(({ name }) => name)],
      ['question', 'Which notifications should I stop?', ['Stop Slack', 'Stop Zoom', 'Stop all of them']],
    );
    assert.deepEqual(await told(), ['Slack problems', 'Zoom problems'], 'nothing is stopped before it is chosen');

    const [slack, , all] = worded.candidates;
    assert.ok(slack && all);
    assert.equal((await watching(slack.question)).outcome, 'stopped');
    assert.deepEqual(await told(), ['Zoom problems']);
    assert.equal((await watching(all.question)).outcome, 'stopped');
    assert.deepEqual(await told(), []);
  });

  it('stops everything by the button of the subscription for all apps', async () => {
    await watching({ kind: 'watch', app: 'Zoom' });
    const worded = word(await ask({ kind: 'watch' }), { locale: 'en-GB', timeZone: 'Europe/London' });
    const all = worded.kind === 'watching' ? worded.subscriptions.find(({ app }) => app === undefined) : undefined;
    const stop = all?.actions.find(({ title }) => title === 'Stop');
    assert.deepEqual(stop?.question, { kind: 'unwatch', all: true });

    await watching(stop.question);

    assert.deepEqual(await told(), []);
  });

  it('lets a mute run out by itself', async () => {
    await watching({ kind: 'watch', app: 'Zoom' });
    await watching({ kind: 'watch', app: 'Zoom', muteMinutes: 60 });
    clock = new Date('2026-11-17T14:00:00Z');

    const answered = await ask({ kind: 'watch', app: 'Zoom' });

    assert.equal(answered.answer.kind === 'watching' && answered.answer.outcome, 'already');
    const worded = word(answered, { locale: 'en-GB', timeZone: 'Europe/London' });
    assert.deepEqual(worded.kind === 'watching' && worded.subscriptions.map(({ status }) => status), ['Only problems']);
  });

  it('mutes until a time of the asker', async () => {
    await watching({ kind: 'watch', app: 'Zoom' });

    const { subscriptions: listed } = await watching({
      kind: 'watch',
      app: 'Zoom',
      muteUntil: { day: '2026-11-20', time: '09:00' },
    });

    assert.equal(listed[0]?.mutedUntil, '2026-11-20T09:00:00.000Z');
  });

  it('goes on with what was paused, once somebody asks for it', async () => {
    const { subscriptions: listed } = await watching({ kind: 'watch', app: 'Zoom' });
    const paused: Subscription = {
      ...(listed[0] as Subscription),
      state: { is: 'paused', reason: 'blocked', at: clock.toISOString() },
    };
    subscriptions.set(paused);

    const { outcome } = await watching({ kind: 'watch', app: 'Zoom' });

    assert.equal(outcome, 'watched');
    assert.deepEqual(
      subscriptions.all.map(({ state }) => state.is),
      ['active'],
    );
  });

  it('stops an app that the tenant no longer has', async () => {
    await subscriptions.change(
      chat,
      [{ app: { id: 'gone', name: 'Old CRM' }, by: {}, reader: { locale: 'en', timeZone: 'UTC' } }],
      clock,
    );

    assert.equal((await watching({ kind: 'unwatch', app: 'old crm' })).outcome, 'stopped');
    assert.deepEqual(await told(), []);
  });

  it('offers by taps what can be said', async () => {
    const answered = await ask({ kind: 'watch', app: 'Zoom' });
    const worded = word(answered, { locale: 'en-US', timeZone: 'Europe/London' });
    assert.equal(worded.kind, 'watching');
    const [one] = worded.kind === 'watching' ? worded.subscriptions : [];
    assert.deepEqual(
      one?.actions.map(({ title }) => title),
      ['Every cycle', 'Daily at 09:00 AM', 'Mute for a day', 'Stop'],
    );

    for (const { question } of one?.actions ?? []) await watching(question);
    assert.deepEqual(await told(), []);
  });

  it('finds the one that counts for an app', () => {
    const base = {
      about: 'problems',
      state: { is: 'active' },
      createdAt: '',
      by: {},
      reader: { locale: 'en', timeZone: 'UTC' },
      place: chat,
    } as const;
    const all: Subscription = { ...base, id: 'all' };
    const own: Subscription = { ...base, id: 'own', app: { id: 'zoom', name: 'Zoom' }, about: 'nothing' };
    const ended: Subscription = { ...own, id: 'ended', state: { is: 'removed', reason: 'asked', at: '' } };

    assert.equal(subscriptionFor('zoom', [all, own])?.id, 'own');
    assert.equal(subscriptionFor('slack', [all, own])?.id, 'all');
    assert.equal(subscriptionFor('zoom', [all, ended])?.id, 'all');
    assert.equal(subscriptionFor('slack', [own]), undefined);
  });
});
