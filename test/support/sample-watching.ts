import type { Answered, WatchingAnswer } from '../../src/answers/answer.ts';
import type { Subscription } from '../../src/answers/subscriptions.ts';

const salesforce = { id: '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40', name: 'Salesforce' };
const slack = { id: '4b1f7a90-6c2d-4e83-b0a5-9d3e2f1c7b64', name: 'Slack' };
const box = { id: 'c3d9e1f2-5a4b-4c6d-8e7f-0a1b2c3d4e5f', name: 'Box' };
const moment = '2026-11-17T12:50:00Z';

/** A subscription to Salesforce in a personal chat, an hour old; the parts that matter are given. */
export function aSubscription(parts: Partial<Subscription> = {}): Subscription {
  return {
    id: 'subscription-1',
    place: { conversationId: 'a:personal', type: 'personal' },
    by: { aadObjectId: '2d1c0b9a-8f7e-4d6c-5b4a-392817161514', name: 'Kim Lee' },
    app: salesforce,
    about: 'problems',
    reader: { locale: 'en-GB', timeZone: 'Europe/London' },
    state: { is: 'active' },
    lastDelivery: { at: '2026-11-17T12:38:20Z', outcome: 'delivered' },
    createdAt: '2026-11-17T11:50:00Z',
    ...parts,
  };
}

export function aWatching(parts: Partial<WatchingAnswer> = {}): Answered {
  const answer: WatchingAnswer = {
    kind: 'watching',
    question: { kind: 'watching' },
    outcome: 'listed',
    subscriptions: [aSubscription()],
    asOf: moment,
    ...parts,
  };
  return { answer, cost: { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 2 } };
}

const channel = { conversationId: '19:channel@thread.tacv2', type: 'channel' } as const;

export const watchingSamples: Readonly<Record<string, Answered>> = {
  'watching one app': aWatching({
    question: { kind: 'watch', app: 'Salesforce' },
    outcome: 'watched',
    app: salesforce,
    subscriptions: [aSubscription({ lastDelivery: undefined, createdAt: moment })],
  }),
  'watching several': aWatching({
    subscriptions: [
      aSubscription({ id: 's-0', place: channel, app: undefined, digest: { at: '09:00', timeZone: 'Europe/London' } }),
      aSubscription({
        id: 's-1',
        place: channel,
        app: box,
        state: { is: 'paused', reason: 'notInRoster', at: '2026-11-16T22:00:00Z' },
        lastDelivery: { at: '2026-11-16T22:00:00Z', outcome: 'failed', code: 'BotNotInConversationRoster' },
      }),
      aSubscription({ id: 's-2', place: channel, about: 'everything', mutedUntil: '2026-11-19T12:50:00Z' }),
      aSubscription({ id: 's-3', place: channel, app: slack, about: 'nothing', lastDelivery: undefined }),
    ],
  }),
  'watching muted': aWatching({
    question: { kind: 'watch', app: 'Salesforce', muteMinutes: 2880 },
    outcome: 'muted',
    app: salesforce,
    subscriptions: [aSubscription({ mutedUntil: '2026-11-19T12:50:00Z' })],
  }),
  'watching nothing': aWatching({ subscriptions: [] }),
  'watching in a terminal': aWatching({ outcome: 'nowhere', subscriptions: [] }),
};
