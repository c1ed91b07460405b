import { resolveAhead } from '../questions/entities/time-window.ts';
import type { WatchQuestion } from '../questions/question.ts';
import type { WatchingOutcome } from './answer.ts';
import type { Subscription, SubscriptionChange, WatchedApp } from './subscriptions.ts';

/** What to do with the subscriptions of a conversation, and what has come of the question once it is done. */
export interface Plan {
  readonly changes: readonly SubscriptionChange[];
  /** Ids of those to end, or all of them. */
  readonly remove: readonly string[] | 'all';
  readonly outcome: WatchingOutcome;
}

/** Who asks, and when; `app` is the one that the question names. */
export interface Asking {
  readonly app?: WatchedApp;
  readonly by: SubscriptionChange['by'];
  readonly reader: SubscriptionChange['reader'];
  readonly now: Date;
}

type Settings = Pick<SubscriptionChange, 'about' | 'digest' | 'mutedUntil'>;

const minute = 60_000;
const nothing: Plan = { changes: [], remove: [], outcome: 'already' };

/** "Watch Salesforce", "only problems", "daily digest at 9", "mute Slack for 2 days". Asked twice it changes nothing more. */
export function planWatch(question: WatchQuestion, existing: readonly Subscription[], asking: Asking): Plan {
  const live = liveAt(existing, asking.now);
  if (question.digestAt === 'off' && !hearsOf(asking.app, live)) return { ...nothing, outcome: 'nothingToStop' };
  const settings = settingsOf(question, asking);
  const plan = asking.app ? watchApp(asking.app, settings, live) : watchAll(settings, live);
  const changes = plan.changes.map((change) => ({ ...change, by: asking.by, reader: asking.reader }));
  const needed = changes.filter((change) => changesSomething(change, live));
  if (needed.length === 0 && plan.remove.length === 0 && plan.outcome !== 'nothingToMute') return nothing;
  return { ...plan, changes: needed };
}

/** What "stop" may mean: everything that is told here. What a subscription for all apps leaves out is told nothing. */
export function stoppable(existing: readonly Subscription[], now: Date): readonly Subscription[] {
  return liveAt(existing, now).filter(({ about }) => about !== 'nothing');
}

/** "Stop watching Slack"; without an app everything. */
export function planUnwatch(existing: readonly Subscription[], asking: Asking): Plan {
  const live = liveAt(existing, asking.now);
  const { app, by, reader } = asking;
  if (!app) return { changes: [], remove: 'all', outcome: live.length > 0 ? 'stopped' : 'nothingToStop' };
  const own = live.find((one) => one.app?.id === app.id);
  // Without its own subscription an app falls under the one for all: to leave it out is a setting of its own.
  if (forAll(live)) {
    if (own?.about === 'nothing') return { ...nothing, outcome: 'nothingToStop' };
    const out = { app, by, reader, about: 'nothing', digest: null, mutedUntil: null } as const;
    return { changes: [out], remove: [], outcome: 'stopped' };
  }
  return own
    ? { changes: [], remove: [own.id], outcome: 'stopped' }
    : { changes: [], remove: [], outcome: 'nothingToStop' };
}

type Draft = Omit<Plan, 'changes'> & { readonly changes: readonly (Settings & { readonly app?: WatchedApp })[] };

function watchApp(app: WatchedApp, settings: Settings, live: readonly Subscription[]): Draft {
  const own = live.find((one) => one.app?.id === app.id);
  const all = forAll(live);
  const watched = own === undefined ? all !== undefined : own.about !== 'nothing';
  if (isMuting(settings) && !watched) return { changes: [], remove: [], outcome: 'nothingToMute' };

  // Only where the subscription for all apps is not muted does it tell of this one too.
  const underAll = all !== undefined && isPlain(settings) && all.mutedUntil === undefined;
  const inherited = all ? { about: all.about, digest: all.digest, mutedUntil: all.mutedUntil } : {};
  if (own?.about === 'nothing') {
    // An exception from all apps is taken back; what else is wanted is then a subscription of its own.
    if (underAll) return { changes: [], remove: [own.id], outcome: 'watched' };
    return { changes: [{ app, about: 'problems', ...inherited, ...settings }], remove: [], outcome: 'watched' };
  }
  if (own) return { changes: [{ app, ...settings }], remove: [], outcome: outcomeOf(settings, own) };
  if (underAll) return { changes: [], remove: [], outcome: 'already' };
  const outcome = all ? outcomeOf(settings, all) : 'watched';
  return { changes: [{ app, ...inherited, ...settings }], remove: [], outcome };
}

function watchAll(settings: Settings, live: readonly Subscription[]): Draft {
  const exceptions = live.filter(({ about }) => about === 'nothing').map(({ id }) => id);
  const all = forAll(live);
  if (isPlain(settings)) {
    const outcome = all && exceptions.length === 0 ? outcomeOf(settings, all) : 'watched';
    return { changes: [settings], remove: exceptions, outcome };
  }
  const watched = live.filter(({ about }) => about !== 'nothing');
  const [first] = watched;
  if (!first) {
    if (isMuting(settings)) return { changes: [], remove: [], outcome: 'nothingToMute' };
    return { changes: [settings], remove: exceptions, outcome: 'watched' };
  }
  return {
    changes: watched.map(({ app }) => ({ app, ...settings })),
    remove: [],
    outcome: outcomeOf(settings, first),
  };
}

/** Whoever asks to be told, wants to be told from now on: unless a mute is asked for, it ends one. */
function settingsOf(question: WatchQuestion, { reader, now }: Asking): Settings {
  const { about, digestAt, muteMinutes, muteUntil } = question;
  if (muteMinutes !== undefined || muteUntil) {
    const until = muteUntil
      ? resolveAhead(muteUntil, now, reader.timeZone)
      : new Date(now.getTime() + (muteMinutes ?? 0) * minute);
    return { ...(about && { about }), mutedUntil: until > now ? until.toISOString() : null };
  }
  if (digestAt === 'off') return { ...(about && { about }), digest: null };
  if (digestAt !== undefined)
    return { ...(about && { about }), digest: { at: digestAt, timeZone: reader.timeZone }, mutedUntil: null };
  // To be told of each cycle as it comes is the other choice, so it ends a digest.
  if (about !== undefined) return { about, digest: null, mutedUntil: null };
  return { mutedUntil: null };
}

/** Only to be told, whatever the settings are. */
function isPlain({ about, digest, mutedUntil }: Settings): boolean {
  return about === undefined && digest === undefined && mutedUntil === null;
}

function isMuting({ mutedUntil }: Settings): boolean {
  return typeof mutedUntil === 'string';
}

function outcomeOf(settings: Settings, before: Subscription): WatchingOutcome {
  if (isMuting(settings)) return 'muted';
  if (settings.about === undefined && settings.digest === undefined) return before.mutedUntil ? 'unmuted' : 'watched';
  return 'changed';
}

function changesSomething(change: SubscriptionChange, live: readonly Subscription[]): boolean {
  const before = live.find((one) => one.app?.id === change.app?.id);
  if (before?.state.is !== 'active') return true;
  const { about, digest, mutedUntil } = change;
  if (about !== undefined && about !== before.about) return true;
  if (mutedUntil !== undefined && (mutedUntil ?? undefined) !== before.mutedUntil) return true;
  if (digest === undefined) return false;
  return digest?.at !== before.digest?.at || digest?.timeZone !== before.digest?.timeZone;
}

/** Those that still are, without mutes that are over. */
function liveAt(existing: readonly Subscription[], now: Date): readonly Subscription[] {
  return existing
    .filter(({ state }) => state.is !== 'removed')
    .map((one) =>
      one.mutedUntil && Date.parse(one.mutedUntil) <= now.getTime() ? { ...one, mutedUntil: undefined } : one,
    );
}

/** Whether anything is told here: about the app, or at all. */
function hearsOf(app: WatchedApp | undefined, live: readonly Subscription[]): boolean {
  const own = live.find((one) => app !== undefined && one.app?.id === app.id);
  if (own) return own.about !== 'nothing';
  return app ? forAll(live) !== undefined : live.some(({ about }) => about !== 'nothing');
}

function forAll(live: readonly Subscription[]): Subscription | undefined {
  return live.find(({ app }) => app === undefined);
}
