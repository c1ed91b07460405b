import type { WatchingAnswer } from '../answers/answer.ts';
import type { Subscription } from '../answers/subscriptions.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { Language } from './language.ts';
import type { WordedAction, WordedSubscription, WordedWatching } from './worded.ts';

/** When a digest comes that is asked for by a tap, and for how long a tap mutes. */
const usualDigest = '09:00';
const dayOfMinutes = 24 * 60;

/** What this conversation is told about, and what can be changed about it. */
export function watching(answer: WatchingAnswer, language: Language, clock: Clock): Omit<WordedWatching, 'cost'> {
  // What was asked about is seen first, then what cannot be delivered.
  const isAsked = ({ app }: Subscription) => answer.app !== undefined && app?.id === answer.app.id;
  const rank = (one: Subscription) => (isAsked(one) ? 0 : one.state.is !== 'active' ? 1 : 2);
  return {
    question: answer.question,
    kind: 'watching',
    outcome: answer.outcome,
    ...language.watching(answer, clock),
    subscriptions: answer.subscriptions
      .toSorted((one, other) => rank(one) - rank(other))
      .map((one) => worded(one, answer.asOf, language, clock)),
  };
}

function worded(subscription: Subscription, asOf: string, language: Language, clock: Clock): WordedSubscription {
  const { id, app, about, state, digest, mutedUntil, lastDelivery, by, createdAt } = subscription;
  return {
    id,
    app: app && { id: app.id, name: firstNamed(app.name, app.id) },
    about,
    state: state.is,
    reason: state.is === 'active' ? undefined : state.reason,
    digest,
    mutedUntil: isMuted(subscription, asOf) ? mutedUntil : undefined,
    lastDelivery,
    subscribedBy: by.name,
    createdAt,
    ...language.subscription(subscription, asOf, clock),
    actions: actionsOf(subscription, asOf, language, clock),
  };
}

/** Whether nothing is sent for it at the moment `asOf`. */
export function isMuted({ mutedUntil }: Pick<Subscription, 'mutedUntil'>, asOf: string): boolean {
  return mutedUntil !== undefined && Date.parse(mutedUntil) > Date.parse(asOf);
}

function actionsOf(
  subscription: Subscription,
  asOf: string,
  { subscriptionActions: titles }: Language,
  clock: Clock,
): readonly WordedAction[] {
  const { about, digest, state } = subscription;
  const app = subscription.app && { app: subscription.app.id };
  const watch = (title: string, settings: object): WordedAction => ({
    title,
    question: { kind: 'watch', ...app, ...settings },
  });
  const stop: WordedAction = { title: titles.stop, question: { kind: 'unwatch', ...(app ?? { all: true }) } };
  if (state.is === 'removed' || about === 'nothing') return [watch(titles.watchAgain, {})];
  if (state.is === 'paused') return [watch(titles.watchAgain, {}), stop];
  return [
    ...(about !== 'problems' || digest ? [watch(titles.onlyProblems, { about: 'problems' })] : []),
    ...(about !== 'everything' || digest ? [watch(titles.everyCycle, { about: 'everything' })] : []),
    ...(digest ? [] : [watch(titles.daily(clock.time(usualDigest)), { digestAt: usualDigest })]),
    isMuted(subscription, asOf)
      ? watch(titles.unmute, { muteMinutes: 0 })
      : watch(titles.mute, { muteMinutes: dayOfMinutes }),
    stop,
  ];
}
