import type { Cost, WatchingOutcome } from '../answers/answer.ts';
import type { About, Digest, LastDelivery } from '../answers/subscriptions.ts';
import type { Cause } from '../diagnosis/causes.ts';
import type { Owner, StepId, Verdict } from '../diagnosis/diagnosis.ts';
import type { AboutMatter, OrderMatter, Question, SubjectType } from '../questions/question.ts';
import type { WordedAppChanges, WordedAppProblems, WordedExplanations, WordedUserOverview } from './worded-people.ts';

export type {
  WordedAppChanges,
  WordedAppProblems,
  WordedExplanations,
  WordedUserOverview,
} from './worded-people.ts';

import type { WordedAppStatus, WordedCredentials, WordedOverview } from './worded-apps.ts';
import type { WordedDigest, WordedNews } from './worded-news.ts';

/** Whom the words are for: BCP 47 locale and IANA time zone. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

export interface Link {
  readonly title: string;
  readonly url: string;
}

export interface WordedEvidence {
  readonly source: 'log' | 'directory' | 'schema' | 'job' | 'catalogue';
  readonly text: string;
  readonly at: string;
  /** The log entry's id, where it is one. */
  readonly ref?: string;
  /** The same moment in the reader's time zone, and the log step's name: for the card. */
  readonly when: string;
  readonly step?: string;
}

export interface WordedFix {
  readonly owner: Owner;
  /** "Entra admin", in the reader's language. */
  readonly ownerName: string;
  readonly text: string;
  /** The menu path in the admin center, and what to expect afterwards. */
  readonly path?: string;
  readonly link?: string;
  /** The two parts of `path`, for whoever sets them apart. */
  readonly menu?: string;
  readonly after?: string;
  /** Which of our own steps it is; absent for a step of a documented code. */
  readonly step?: StepId;
}

/** What every answer has. */
export interface WordedCommon {
  readonly question?: Question;
  readonly headline: string;
  readonly cost: Cost;
  /** Attribute values of people are left out, for others read it too. */
  readonly withheld?: true;
  /** That the answer is in English, in the language of the question. */
  readonly aside?: string;
  /** What is still to come, while it is: "Still reading the log: 1,500 entries so far." Never there in a final answer. */
  readonly pending?: string;
}

export interface WordedExplanation extends WordedCommon {
  readonly kind: 'explanation';
  readonly question: Question;
  readonly subject: {
    readonly type: SubjectType;
    readonly id: string;
    readonly name: string;
    readonly userPrincipalName?: string;
  };
  readonly app: { readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  /** "Skipped", in the reader's language. */
  readonly verdictName: string;
  readonly cause: Cause;
  /** The headline without the names: "The filter “Sales only” is not passed". */
  readonly reason?: string;
  readonly also: readonly Cause[];
  readonly noise: readonly Cause[];
  readonly expected: boolean;
  readonly why: string;
  readonly evidence: readonly WordedEvidence[];
  readonly now: { readonly differs: boolean; readonly text: string; readonly expectedAt?: string };
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
  /** Whom it took for the name, where others bear it too. */
  readonly taken?: string;
  /** Sentences that qualify the answer: gaps, a recent assignment, trouble of the job. */
  readonly notes: readonly string[];
  /** "Tue 17 Nov, 09:12": as of when. */
  readonly asOf: string;
  /** Plain text to paste into a ticket. */
  readonly ticket: string;
}

export interface WordedMeaning extends WordedCommon {
  readonly kind: 'meaning';
  readonly question: Question;
  readonly code?: string;
  readonly cause: Cause;
  readonly also: readonly Cause[];
  readonly noise: readonly Cause[];
  readonly verdict?: Verdict;
  readonly why: string;
  readonly evidence: readonly WordedEvidence[];
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
}

export interface WordedTopic extends WordedCommon {
  readonly kind: 'topic';
  readonly question: Question;
  readonly topic: string;
  /** The app whose setup it is about; without an id where the tenant doesn't have it. */
  readonly app?: { readonly id?: string; readonly name: string };
  readonly text: string;
  readonly links: readonly Link[];
}

/** Something that can be asked by a tap. */
export interface WordedAction {
  readonly title: string;
  readonly question: Question;
}

/** What a conversation is told about one app, or about all of them. */
export interface WordedSubscription {
  readonly id: string;
  /** Absent: all apps. */
  readonly app?: { readonly id: string; readonly name: string };
  readonly about: About;
  readonly state: 'active' | 'paused' | 'removed';
  readonly reason?: string;
  readonly digest?: Digest;
  readonly mutedUntil?: string;
  readonly lastDelivery?: LastDelivery;
  readonly subscribedBy?: string;
  readonly createdAt: string;
  /** "Salesforce", "All apps"; and in two words how it stands: "Only problems", "Muted". */
  readonly title: string;
  readonly status: string;
  /** What is told, who subscribed it, and how the last message fared: a sentence each. */
  readonly lines: readonly string[];
  readonly actions: readonly WordedAction[];
}

/** What this conversation is told about. */
export interface WordedWatching extends WordedCommon {
  readonly kind: 'watching';
  readonly question: Question;
  readonly outcome: WatchingOutcome;
  readonly text: string;
  readonly subscriptions: readonly WordedSubscription[];
  /** Questions to try, where nothing is watched yet. */
  readonly examples: readonly string[];
}

export interface WordedHelp extends WordedCommon {
  readonly kind: 'help';
  readonly question: Question;
  readonly text: string;
  /** Questions to try, to tap or to copy. */
  readonly examples: readonly string[];
}

/** A small reply about Skipper itself. */
export interface WordedAbout extends WordedCommon {
  readonly kind: 'about';
  readonly question: Question;
  readonly of: AboutMatter;
  readonly text: string;
  /** Questions to try, where there is nothing better to say. */
  readonly examples: readonly string[];
}

/** Something that Skipper doesn't do: who does it, and where. */
export interface WordedNotMine extends WordedCommon {
  readonly kind: 'notMine';
  readonly question: Question;
  readonly of: OrderMatter;
  readonly text: string;
  readonly fix: readonly WordedFix[];
  readonly links: readonly Link[];
  /** What Skipper can answer about the person and the app that were named. */
  readonly actions: readonly WordedAction[];
  /** Questions to try, where it is about another matter altogether. */
  readonly examples: readonly string[];
}

export interface WordedCandidate {
  readonly type: SubjectType | 'app' | 'question';
  readonly id: string;
  /** Of a question all of it, in words. */
  readonly name: string;
  readonly detail: string;
  readonly question: Question;
}

export interface WordedChoice extends WordedCommon {
  readonly kind: 'choice' | 'notFound';
  readonly question: Question;
  /** What is to be chosen; `user` stands for groups and workers too. */
  readonly of: 'user' | 'app' | 'question';
  /** By which a tap tells the audit which answer it corrects. */
  readonly correlationId?: string;
  readonly text: string;
  readonly candidates: readonly WordedCandidate[];
  /** Questions to try where nothing comes near. */
  readonly examples: readonly string[];
}

/** denied, unavailable, notUnderstood: one sentence, what to do next, and for the operator nothing (that is in the log). */
export interface WordedTrouble extends WordedCommon {
  readonly kind: 'denied' | 'unavailable' | 'notUnderstood';
  readonly text: string;
  readonly retryAt?: string;
  readonly correlationId?: string;
  readonly examples: readonly string[];
}

/** An answer in the reader's language: exactly what `--json` prints, and all that cards and the terminal need. */
export type Worded =
  | WordedExplanations
  | WordedAppChanges
  | WordedAppProblems
  | WordedUserOverview
  | WordedExplanation
  | WordedMeaning
  | WordedTopic
  | WordedWatching
  | WordedNews
  | WordedDigest
  | WordedAppStatus
  | WordedOverview
  | WordedCredentials
  | WordedHelp
  | WordedAbout
  | WordedNotMine
  | WordedChoice
  | WordedTrouble;
