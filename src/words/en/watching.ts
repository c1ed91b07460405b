import type { WatchingAnswer } from '../../answers/answer.ts';
import type { Subscription, SubscriptionState, Undeliverable } from '../../answers/subscriptions.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { Said, SubscriptionActions, SubscriptionWords } from '../language.ts';
import { count, sentences } from './say.ts';

const examples: readonly string[] = ['watch Salesforce', 'watch all apps here', 'daily digest at 9'];

const aboutProblems = 'first cycles, quarantine, stops, and cycles with something new that is wrong';

/** What came of a question about subscriptions. */
export function watching(answer: WatchingAnswer, clock: Clock): Said & { readonly examples: readonly string[] } {
  return {
    headline: headline(answer, clock),
    text: text(answer),
    examples: answer.subscriptions.length === 0 && answer.outcome !== 'nowhere' ? examples : [],
  };
}

function headline(answer: WatchingAnswer, clock: Clock): string {
  const { outcome, question } = answer;
  const name = answer.app && cut(answer.app.name.trim(), 80);
  switch (outcome) {
    case 'listed':
      return listed(answer);
    case 'watched':
      return `Watching ${name ?? 'all apps'}`;
    case 'already':
      return name ? `${name} was watched in this way already` : 'Nothing had to change';
    case 'changed':
      return `${name ? `${name}: ` : ''}${name ? changed(answer, clock).toLowerCase() : changed(answer, clock)}`;
    case 'muted':
      return `${name ?? 'Everything here'} is muted until ${mutedUntil(answer, clock)}`;
    case 'unmuted':
      return `${name ?? 'Everything here'} is no longer muted`;
    case 'stopped':
      return name ? `${name} is no longer watched here` : 'Nothing is watched here any more';
    case 'nothingToMute':
    case 'nothingToStop':
      return `${name ?? 'Nothing'} is ${name ? 'not ' : ''}watched here`;
    case 'nowhere':
      return question.kind === 'watching'
        ? 'Subscriptions belong to a chat in Teams'
        : 'Watching belongs to a chat in Teams';
  }
}

function listed({ subscriptions }: WatchingAnswer): string {
  const told = subscriptions.filter(({ about, state }) => about !== 'nothing' && state.is !== 'removed');
  const [first] = told;
  if (!first) return 'Nothing is watched here';
  const where = first.place.type === 'channel' ? 'This channel' : 'This chat';
  if (told.some(({ app }) => app === undefined)) return `${where} is told about all apps`;
  const what = told.length === 1 ? cut(first.app?.name.trim() ?? '', 80) : count(told.length, 'app', 'apps');
  return `${where} is told about ${what}`;
}

function changed({ question }: WatchingAnswer, clock: Clock): string {
  if (question.kind !== 'watch') return '';
  if (question.digestAt === 'off') return 'No digest any more, each message as it comes';
  if (question.digestAt) return `One card a day at ${clock.time(question.digestAt)} from now on`;
  return question.about === 'everything' ? 'Every cycle from now on' : 'Only problems from now on';
}

function mutedUntil({ subscriptions, app }: WatchingAnswer, clock: Clock): string {
  const muted = subscriptions.find((one) => one.mutedUntil !== undefined && (!app || one.app?.id === app.id));
  return muted?.mutedUntil ? clock.moment(muted.mutedUntil) : 'later';
}

function text(answer: WatchingAnswer): string {
  const { app, unprovisioned } = answer;
  return sentences(
    unprovisioned &&
      app &&
      `${cut(app.name.trim(), 80)} has no provisioning now: there is nothing to tell until it is set up`,
    explained(answer),
  );
}

function explained({ outcome, app, subscriptions }: WatchingAnswer): string {
  const name = app && cut(app.name.trim(), 80);
  switch (outcome) {
    case 'watched':
      return 'A cycle that brings nothing new that is wrong is not told, unless every cycle is asked for.';
    case 'muted':
      return 'What happens until then is not sent afterwards.';
    case 'nothingToMute':
      return `There is nothing to mute. Say “watch ${name ?? 'Salesforce'}” to be told about it.`;
    case 'stopped':
    case 'nothingToStop':
      return subscriptions.length > 0
        ? 'What is left is listed here.'
        : `Say “watch ${name ?? 'Salesforce'}” to be told again.`;
    case 'nowhere':
      return 'Ask this in a personal chat with Skipper, or mention Skipper in a group chat or a channel: that is where the messages then come.';
    case 'listed':
      return subscriptions.length > 0 ? '' : `Skipper can write here about ${aboutProblems}.`;
    case 'already':
    case 'changed':
    case 'unmuted':
      return '';
  }
}

export function subscription(one: Subscription, asOf: string, clock: Clock): SubscriptionWords {
  const title = one.app ? cut(one.app.name.trim() || one.app.id, 80) : 'All apps';
  return {
    title,
    status: status(one, asOf, clock),
    lines: [what(one, asOf, clock), subscribed(one, clock), delivered(one, clock)].filter((line) => line !== ''),
  };
}

function status({ state, about, digest, mutedUntil: until }: Subscription, asOf: string, clock: Clock): string {
  if (state.is === 'removed') return 'Ended';
  if (state.is === 'paused') return 'Paused';
  if (about === 'nothing') return 'Left out';
  if (until && Date.parse(until) > Date.parse(asOf)) return 'Muted';
  if (digest) return `Daily at ${clock.time(digest.at)}`;
  return about === 'everything' ? 'Every cycle' : 'Only problems';
}

function what({ state, about, digest, mutedUntil: until }: Subscription, asOf: string, clock: Clock): string {
  if (state.is !== 'active') return halted(state, clock);
  if (about === 'nothing') return 'The subscription for all apps leaves it out.';
  const told = digest
    ? `One card a day at ${clock.time(digest.at)}${digest.timeZone === clock.zone ? '' : `, ${digest.timeZone} time`}; quarantine and stops at once`
    : about === 'everything'
      ? 'Every cycle, and whatever stops provisioning'
      : `${aboutProblems}`;
  const muted = until && Date.parse(until) > Date.parse(asOf);
  return sentences(muted && `Nothing is sent until ${clock.moment(until)}`, told);
}

function halted(state: Exclude<SubscriptionState, { is: 'active' }>, clock: Clock): string {
  const since = clock.moment(state.at);
  const why = state.reason === 'asked' ? 'somebody ended it' : reasons[state.reason];
  if (state.is === 'removed') return sentences(`Ended ${since}: ${why}`);
  return sentences(`Paused since ${since}: ${why}`, 'It goes on when somebody writes to Skipper here');
}

const reasons: Readonly<Record<Undeliverable, string>> = {
  blocked: 'Skipper is blocked in this chat',
  uninstalled: 'Skipper was uninstalled here',
  notInRoster: 'Skipper is no longer a member here',
  disabledByAdmin: 'an admin of Teams has switched Skipper off',
  gone: 'Teams no longer knows this conversation',
  refused: 'Teams refused the message',
};

function subscribed({ by, about, createdAt }: Subscription, clock: Clock): string {
  const name = by.name?.trim();
  return `${about === 'nothing' ? 'Left out' : 'Subscribed'} ${name ? `by ${cut(name, 80)} ` : ''}on ${clock.moment(createdAt)}.`;
}

function delivered({ about, lastDelivery: last }: Subscription, clock: Clock): string {
  if (about === 'nothing') return '';
  if (!last) return 'No message was due yet.';
  const code = last.code ? ` (${cut(last.code, 60)})` : '';
  const when = clock.moment(last.at);
  switch (last.outcome) {
    case 'delivered':
      return `Last message: delivered ${when}.`;
    case 'waiting':
      return `Last message: not delivered at the first try, ${when}${code}; it is tried again.`;
    case 'failed':
      return `Last message: could not be delivered, ${when}${code}.`;
  }
}

export const subscriptionActions: SubscriptionActions = {
  onlyProblems: 'Only problems',
  everyCycle: 'Every cycle',
  daily: (at) => `Daily at ${at}`,
  mute: 'Mute for a day',
  unmute: 'Unmute',
  stop: 'Stop',
  stopOne: (app) => `Stop ${cut(app.trim(), 80)}`,
  stopAll: 'Stop all of them',
  leaveOut: (app) => `Leave ${cut(app, 40)} out`,
  watchAgain: 'Watch again',
  settings: 'What is watched here',
};
