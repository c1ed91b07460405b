import type {
  AboutAnswer,
  Candidate,
  CandidateFlag,
  ChoiceAnswer,
  DeniedAnswer,
  HelpAnswer,
  MeaningAnswer,
  NotFoundAnswer,
  NotUnderstoodAnswer,
  Pending,
  Taken,
  UnavailableAnswer,
  WatchingAnswer,
} from '../answers/answer.ts';
import type { Subscription } from '../answers/subscriptions.ts';
import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis, Fix, Note, Owner, Proof } from '../diagnosis/diagnosis.ts';
import type { OrderMatter, Question, SubjectType } from '../questions/question.ts';
import type { Clock } from './clock.ts';
import type { CredentialWords, HealthWords, OverviewWords } from './language-apps.ts';
import type { NewsWords } from './language-news.ts';
import type { PeopleWords } from './language-people.ts';
import type { Place } from './portal-links.ts';
import type { Link, WordedEvidence } from './worded.ts';

/** What there is to tell about one person, group or worker in one app; every text in it is clean. */
export interface Told {
  readonly subject: {
    readonly type: SubjectType;
    readonly id: string;
    readonly name: string;
    readonly userPrincipalName?: string;
  };
  readonly app: { readonly id: string; readonly appId?: string; readonly name: string };
  readonly diagnosis: Diagnosis;
  readonly clock: Clock;
  /** False when it is about a code or message and not about somebody: the names are then placeholders. */
  readonly named: boolean;
}

/** A step of the fix in words. */
export interface StepWords {
  readonly text: string;
  /** Where to click, from the admin center's menu on. */
  readonly menu?: string;
  /** What to expect afterwards, and how long it takes. */
  readonly after?: string;
  readonly place?: Place;
}

/** What a subscription is called, how it stands in two words, and what there is to tell about it. */
export interface SubscriptionWords {
  readonly title: string;
  readonly status: string;
  readonly lines: readonly string[];
}

/** What can be done with a subscription by a tap. */
export interface SubscriptionActions {
  readonly onlyProblems: string;
  readonly everyCycle: string;
  readonly daily: (at: string) => string;
  readonly mute: string;
  readonly unmute: string;
  readonly stop: string;
  /** One of several to stop, and all of them. */
  readonly stopOne: (app: string) => string;
  readonly stopAll: string;
  /** For one app of a subscription for all. */
  readonly leaveOut: (app: string) => string;
  readonly watchAgain: string;
  readonly settings: string;
}

/** What the ids of a question are called, where that is known. */
export interface AskedNames {
  readonly user?: string;
  readonly app?: string;
}

export interface Said {
  readonly headline: string;
  readonly text: string;
}

/** All that goes into a ticket besides the facts. */
export interface TicketParts {
  readonly headline: string;
  readonly why: string;
  readonly now: string;
  readonly evidence: readonly WordedEvidence[];
  readonly fix: readonly { readonly ownerName: string; readonly text: string; readonly path?: string }[];
  readonly notes: readonly string[];
  readonly links: readonly Link[];
  readonly tenantId?: string;
  readonly asOf: string;
}

/** The words of a card and of a terminal that are not part of the answer itself. */
export interface Labels {
  /** A verdict that is as it should be: "Skipped, as expected". */
  readonly asExpected: (verdict: string) => string;
  readonly whatToDo: string;
  readonly nothingToFix: string;
  readonly ifWanted: string;
  readonly sinceThen: string;
  readonly today: string;
  readonly proof: string;
  readonly notes: string;
  readonly links: string;
  readonly ticket: string;
  readonly lastCycle: string;
  readonly users: string;
  readonly groups: string;
  readonly soFar: string;
  readonly trouble: string;
  readonly standing: string;
  readonly affected: string;
  /** Problems of other codes than the one that was asked for, and the button that asks about all. */
  readonly otherProblems: string;
  readonly allProblems: string;
  readonly changes: string;
  readonly trend: string;
  readonly newOne: string;
  readonly whoHasProblems: string;
  readonly credentials: string;
  readonly explain: (name: string) => string;
  readonly statusOf: (app: string) => string;
  readonly usualMessages: string;
  readonly tryCredentials: string;
  readonly howIsIt: string;
  readonly otherApps: string;
  readonly checkAgain: string;
  /** Stands in the place of a value that is left out for others. */
  readonly withheld: string;
  /** The button that shows those values to who presses it. */
  readonly showToMe: string;
  readonly openInEntra: string;
  readonly source: string;
  readonly tryThese: string;
  readonly tryAgain: string;
  /** Beside whom it took for a name of several. */
  readonly notThisOne: string;
  readonly candidates: string;
  readonly choose: (name: string) => string;
  readonly asOf: (moment: string) => string;
  readonly shortened: string;
  /** Of a list that names only the first. */
  readonly more: (count: string) => string;
  /** The folded part of a list: what is as it should be. */
  readonly expectedOnes: (count: string) => string;
  readonly cannotBeShown: string;
  readonly reference: string;
  readonly log: string;
  readonly where: string;
  readonly when: string;
  readonly what: string;
  readonly step: string;
  readonly change: string;
  /** "And 3 more causes". */
  readonly moreCauses: (count: number) => string;
  /** "And 3 more apps". */
  readonly moreApps: (count: number) => string;
  readonly sources: Readonly<Record<WordedEvidence['source'], string>>;
}

/** An explanation before the log was read: it has a state of today, and neither verdict nor fix. */
export interface SoFar {
  readonly verdict: string;
  readonly headline: (told: Told) => string;
  readonly reason: (told: Told) => string;
  readonly why: (told: Told) => string;
}

/**
 * What a language folder gives. Adding a language is a folder that satisfies this, and its line in languages.ts.
 * All of it is pure; texts from outside arrive cleaned, and the results are plain text.
 */
export interface Language {
  /** BCP 47 language, "en". */
  readonly tag: string;
  verdictName(diagnosis: Pick<Diagnosis, 'verdict' | 'cause'>): string;
  readonly owners: Readonly<Record<Owner, string>>;
  readonly labels: Labels;
  /** What stands for a name that is not known. */
  readonly unnamed: { readonly person: string; readonly app: string };
  /** "Alice Smith was skipped in Salesforce: …"; `reason` comes from below. */
  readonly headline: (told: Told, reason: string) => string;
  /** The cause as the end of that sentence. */
  readonly reason: (cause: Cause, told: Told) => string;
  readonly why: (told: Told) => string;
  readonly now: (told: Told) => string;
  readonly proof: (proof: Proof, told: Told) => { readonly text: string; readonly step?: string };
  /** The app's own sentence, quoted as the app's. Undefined when it said nothing. */
  readonly quote: (told: Told) => string | undefined;
  /** Undefined for a step that the language has no words for: a code of no catalogue. */
  readonly step: (fix: Fix, told: Told) => StepWords | undefined;
  readonly note: (note: Note, told: Told) => string;
  readonly taken: (taken: Taken, told: Told) => string | undefined;
  readonly ticket: (told: Told, parts: TicketParts) => string;
  /** Title of a portal page as a link. */
  readonly place: (place: Place, told: Told) => string;
  readonly tutorial: (told: Told) => string;
  readonly documentation: string;
  /** A code's own title and meaning; undefined for one that the catalogue does not know. */
  readonly code: (code: string, told: Told) => { readonly title: string; readonly meaning: string } | undefined;
  readonly meaning: (answer: MeaningAnswer, told: Told) => Said;
  readonly topic: (topic: string) => (Said & { readonly links: readonly Link[] }) | undefined;
  /** How an app is set up, with a tutorial of its own or without; `title` is that of the link to it. */
  readonly appTutorial: (
    app: string,
    hasTutorial: boolean,
  ) => Said & { readonly title: string; readonly links: readonly Link[] };
  readonly health: HealthWords;
  readonly overview: OverviewWords;
  readonly news: NewsWords;
  readonly credentials: CredentialWords;
  readonly watching: (answer: WatchingAnswer, clock: Clock) => Said & { readonly examples: readonly string[] };
  readonly subscription: (subscription: Subscription, asOf: string, clock: Clock) => SubscriptionWords;
  readonly subscriptionActions: SubscriptionActions;
  readonly about: (answer: AboutAnswer, clock: Clock) => Said & { readonly examples: readonly string[] };
  /** That Skipper doesn't do it, and who does: the owner of the first step, if there is one. */
  readonly notMine: (
    of: OrderMatter,
    owner: Owner | undefined,
    told: Told,
  ) => Said & { readonly links: readonly Link[] };
  readonly notMineExamples: readonly string[];
  /** Taps that lead from an order to what can be answered about the person and the app in it. */
  readonly askInstead: {
    readonly explain: (told: Told) => string;
    readonly person: (told: Told) => string;
    readonly app: (told: Told) => string;
  };
  readonly help: (answer: HelpAnswer) => Said & { readonly examples: readonly string[] };
  /** Examples only where nothing comes near. */
  readonly choice: (
    answer: ChoiceAnswer | NotFoundAnswer,
    clock: Clock,
  ) => Said & { readonly examples: readonly string[] };
  readonly candidate: (type: Candidate['type']) => string;
  /** A question of any kind as people ask it, whole. */
  readonly askedAs: (question: Question, names: AskedNames) => string;
  /** What a person should know of a candidate before choosing. */
  readonly flags: Readonly<Record<CandidateFlag, string>>;
  readonly denied: (answer: DeniedAnswer) => Said;
  readonly unavailable: (answer: UnavailableAnswer, clock: Clock) => Said;
  readonly notUnderstood: (answer: NotUnderstoodAnswer) => Said & { readonly examples: readonly string[] };
  readonly people: PeopleWords;
  /** What an answer still waits for. */
  readonly soFar: SoFar;
  readonly pending: (pending: Pending, clock: Clock) => string;
  /** Lines while the work goes on, and the last resort when an answer cannot be shown. */
  readonly stillLooking: string;
  readonly below: string;
  readonly failed: (correlationId: string) => string;
  /** What is for the asker alone comes later, in the asker's own chat. */
  readonly inYourChat: string;
  /** It cannot: there is no such chat yet. */
  readonly noChatWithYou: string;
}
