import type { Place } from './ask.ts';

/**
 * What a conversation is told about. This file is the port: answers/ changes and lists subscriptions through it, watch/
 * reads them to know whom to tell what, and store/ keeps them.
 *
 * A conversation has at most one subscription for all apps and at most one for each app; where both speak of an app, its
 * own counts (`subscriptionFor`). A channel is one conversation, whichever of its threads it is spoken to in.
 */
export interface Subscription {
  readonly id: string;
  readonly place: Pick<Place, 'conversationId' | 'type'>;
  /** Who subscribed it first. The name is untrusted text. */
  readonly by: Person;
  /** All apps when absent. The name as it was when it was subscribed. */
  readonly app?: WatchedApp;
  /**
   * `problems`: first cycles, cycles with something new that is wrong, quarantine, held deletions, stops, stalls.
   * `everything`: every cycle as well. `nothing`: an app that the subscription for all apps leaves out.
   */
  readonly about: About;
  /** One card a day in place of one a cycle; what cannot wait until then is told at once all the same. */
  readonly digest?: Digest;
  /** In which language, and in whose time, it is told: those of who spoke last. */
  readonly reader: { readonly locale: string; readonly timeZone: string };
  /** ISO 8601. Nothing is sent before, and what happened meanwhile is not sent afterwards. */
  readonly mutedUntil?: string;
  readonly state: SubscriptionState;
  /** The last message to this conversation on behalf of this subscription, and what came of it. */
  readonly lastDelivery?: LastDelivery;
  readonly createdAt: string;
}

export interface Person {
  /** The verified Entra object id; absent where Teams does not tell one, as its local look-alike does. */
  readonly aadObjectId?: string;
  readonly name?: string;
}

export interface WatchedApp {
  /** Object id of the service principal. */
  readonly id: string;
  readonly name: string;
}

export type About = 'problems' | 'everything' | 'nothing';

/** `at`: "09:00", by the calendar and the clock of `timeZone` (IANA). */
export interface Digest {
  readonly at: string;
  readonly timeZone: string;
}

/**
 * `paused`: it cannot be delivered for now, and is active again as soon as somebody speaks to Skipper there.
 * `removed`: it cannot be delivered any more, or somebody ended it.
 */
export type SubscriptionState =
  | { readonly is: 'active' }
  | { readonly is: 'paused'; readonly reason: Undeliverable; readonly at: string }
  | { readonly is: 'removed'; readonly reason: Undeliverable | 'asked'; readonly at: string };

/** Why Teams takes no message for a conversation. Source: "Status codes from bot conversational APIs" of Teams' docs. */
export type Undeliverable =
  /** ConversationBlockedByUser, MessageWritesBlocked. */
  | 'blocked'
  /** Skipper was uninstalled there; ForbiddenOperationException. */
  | 'uninstalled'
  /** BotNotInConversationRoster. */
  | 'notInRoster'
  /** BotDisabledByAdmin. */
  | 'disabledByAdmin'
  /** ConversationNotFound: the chat or channel is gone. */
  | 'gone'
  /** Any other refusal that trying again does not mend. */
  | 'refused';

/** `waiting`: it is to be tried again. `failed`: it was given up; the state says whether anything follows from that. */
export interface LastDelivery {
  readonly at: string;
  readonly outcome: 'delivered' | 'waiting' | 'failed';
  /** Teams' own code or the HTTP status of the last try, where it did not succeed. */
  readonly code?: string;
}

/** What is wanted for one app, or for all of them without `app`. What is absent stays as it was. */
export interface SubscriptionChange {
  readonly app?: WatchedApp;
  readonly by: Person;
  readonly reader: Subscription['reader'];
  readonly about?: About;
  /** null: no digest any more. */
  readonly digest?: Digest | null;
  /** ISO 8601; null: muted no more. */
  readonly mutedUntil?: string | null;
}

/** Rejects with the store's error when it cannot be reached; nothing is then changed. `now` is the moment of the turn. */
export interface Subscriptions {
  /**
   * Those of this conversation: the one for all apps first, the others by the app's name. Those that somebody ended are
   * left out; those that ended by themselves (`removed` with another reason) are listed for 30 days from then.
   */
  list(place: Place, now: Date): Promise<readonly Subscription[]>;
  /**
   * Creates or changes subscriptions of this conversation, all of them or none, and gives them as they then are, in the
   * order of the changes. A new one is about problems, without a digest, not muted, created at `now` by `by`. A paused
   * one is active again; a removed one is begun anew, with nothing left of its settings. The same change twice leaves
   * one subscription, also when both come at the same moment. Keeps `place.reference` for the messages to come.
   */
  change(place: Place, changes: readonly SubscriptionChange[], now: Date): Promise<readonly Subscription[]>;
  /**
   * Ends these subscriptions of the conversation (`removed`, `asked`, at `now`), or all of them, and gives those that
   * were ended by it. Messages that are still to be sent for them are not sent. Ids of other conversations are ignored.
   */
  remove(place: Place, ids: readonly string[] | 'all', now: Date): Promise<readonly Subscription[]>;
}

/** The one of a conversation's subscriptions that counts for an app: its own, or else the one for all apps. */
export function subscriptionFor(appId: string, subscriptions: readonly Subscription[]): Subscription | undefined {
  const live = subscriptions.filter(({ state }) => state.is === 'active');
  return live.find(({ app }) => app?.id === appId) ?? live.find(({ app }) => app === undefined);
}
