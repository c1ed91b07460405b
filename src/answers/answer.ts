import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis, Fix, Owner } from '../diagnosis/diagnosis.ts';
import type { App, LogEntry, Subject } from '../diagnosis/evidence.ts';
import type {
  AboutMatter,
  ExplainManyQuestion,
  ExplainQuestion,
  OrderMatter,
  Question,
  SubjectType,
  UnwatchQuestion,
  WatchingQuestion,
  WatchQuestion,
} from '../questions/question.ts';
import type { OtherLanguage } from '../questions/text/language.ts';
import type { Refusal } from './access.ts';
import type { AppStatusAnswer, CredentialsAnswer, OverviewAnswer } from './app-answers.ts';
import type { DigestAnswer, NewsAnswer } from './news.ts';
import type {
  AppChangesAnswer,
  AppProblemsAnswer,
  ChangeRow,
  ProblemRow,
  UserOverviewAnswer,
} from './people-answers.ts';
import type { Subscription, WatchedApp } from './subscriptions.ts';

/** What an answer cost. Log requests are the scarce ones: Graph answers 5 per 10 seconds for a whole tenant. */
export interface Cost {
  /** HTTP requests to Graph; a $batch is one. */
  readonly graphRequests: number;
  /** Reads of the provisioning log, those inside a $batch included. */
  readonly logRequests: number;
  /** Requests that had to wait for an earlier one. */
  readonly roundTrips: number;
  readonly ms: number;
}

/** Why this person and nobody else was taken, when a name fitted several, or nobody to the letter. */
export interface Taken {
  readonly because: 'in-log' | 'assigned' | 'only-match' | 'spelt-nearly';
  /** How many others bear the name. */
  readonly others: number;
}

export interface ExplanationAnswer {
  readonly kind: 'explanation';
  readonly question: Question;
  readonly subject: Subject;
  readonly app: App;
  readonly diagnosis: Diagnosis;
  readonly taken?: Taken;
  readonly asOf: string;
  /** The slug of the app's setup tutorial on learn.microsoft.com, where one exists. */
  readonly tutorial?: string;
  readonly tenantId?: string;
  /** It rests on the state of today alone: what came of it is not known before the log is read. */
  readonly withoutLog?: true;
}

/** What a code, message or pasted entry means. */
export interface MeaningAnswer {
  readonly kind: 'meaning';
  readonly question: Question;
  /** The catalogue's code, when a documented one was found. */
  readonly documented?: string;
  /** The code as the asker gave it. */
  readonly code?: string;
  readonly cause: Cause;
  readonly also: readonly Cause[];
  readonly noise: readonly Cause[];
  /** Present when a whole log entry was pasted: the diagnosis that rests on it alone. */
  readonly entry?: LogEntry;
  readonly diagnosis?: Diagnosis;
  /** The words of the asker that were recognised, or all of them when nothing was. Untrusted text. */
  readonly raw: string;
}

export interface TopicAnswer {
  readonly kind: 'topic';
  readonly question: Question;
  readonly topic: string;
  /** The app whose setup was asked about; without an id where the tenant doesn't have it. */
  readonly app?: { readonly id?: string; readonly name: string };
  /** The slug of that app's setup tutorial on learn.microsoft.com; absent where none is known. */
  readonly tutorial?: string;
}

/**
 * What came of a question about subscriptions. `already`: all was so before. `nothingTo…`: nothing here could be changed
 * in that way. `nowhere`: it was not asked in a conversation that could be told anything.
 */
export type WatchingOutcome =
  | 'listed'
  | 'watched'
  | 'changed'
  | 'muted'
  | 'unmuted'
  | 'stopped'
  | 'already'
  | 'nothingToMute'
  | 'nothingToStop'
  | 'nowhere';

/** What this conversation is told about, once done what was asked. */
export interface WatchingAnswer {
  readonly kind: 'watching';
  readonly question: WatchQuestion | UnwatchQuestion | WatchingQuestion;
  readonly outcome: WatchingOutcome;
  /** The app that it was about; absent: all that is watched here. */
  readonly app?: WatchedApp;
  /** That app has no provisioning now, so that there is nothing to tell yet. */
  readonly unprovisioned?: boolean;
  readonly subscriptions: readonly Subscription[];
  readonly asOf: string;
}

export interface HelpAnswer {
  readonly kind: 'help';
  readonly question: Question;
}

/** A small reply about Skipper itself, with what depends on how it is run. */
export interface AboutAnswer {
  readonly kind: 'about';
  readonly question: Question;
  readonly of: AboutMatter;
  /** Present where questions are recorded, with for how many days and whether with their text; absent in a terminal. */
  readonly audit?: { readonly days?: number; readonly keepsText: boolean };
  /** The permissions that Skipper reads Microsoft Graph with. */
  readonly permissions: readonly string[];
  /** Whether the operator lets people have Entra try saved credentials, which takes a permission that could write. */
  readonly mayTestCredentials: boolean;
}

/** Something that Skipper doesn't do, with who does it and where. */
export interface NotMineAnswer {
  readonly kind: 'notMine';
  readonly question: Question;
  readonly of: OrderMatter;
  /** Whom and what it is about, as the asker wrote it and not looked up. Untrusted text. */
  readonly about: { readonly user?: string; readonly app?: string };
  /** Empty for a matter that nobody of ours can be named for. */
  readonly fix: readonly Fix[];
}

/** What a person should know of a candidate before choosing; words/ has the words. */
export type CandidateFlag = 'group' | 'guest' | 'deleted' | 'disabled';

export interface Candidate {
  readonly type: SubjectType | 'app' | 'question';
  /** '' for a question. */
  readonly id: string;
  /** '' for a question: words/ puts it into words. */
  readonly name: string;
  /** What is called how in a question that names by id. */
  readonly names?: { readonly user?: string; readonly app?: string };
  /** What tells it from the others: address, department, job. Parts are joined by words/. */
  readonly detail: readonly string[];
  readonly flags?: readonly CandidateFlag[];
  /** The question that a tap on it asks. */
  readonly question: Question;
}

export interface ChoiceAnswer {
  readonly kind: 'choice';
  readonly question: Question;
  /** `question`: which question is meant. */
  readonly of: 'subject' | 'app' | 'question';
  /** What was asked for. Untrusted text. */
  readonly text: string;
  readonly candidates: readonly Candidate[];
  /** How many fit, when more than are listed. */
  readonly total: number;
  /** The directory holds more people of such names than were read. */
  readonly more?: boolean;
  /** Nobody bears the name; these bear it but for a slip of the finger or a short form. */
  readonly near?: true;
}

export interface NotFoundAnswer {
  readonly kind: 'notFound';
  readonly question: Question;
  readonly of: 'subject' | 'app';
  readonly text: string;
  /** The nearest names, to choose from. */
  readonly candidates: readonly Candidate[];
}

/** Skipper itself, or the asker, may not. */
export interface DeniedAnswer {
  readonly kind: 'denied';
  readonly question: Question;
  /** `graph`: Graph refused Skipper. `asker`: the asker may not ask this. */
  readonly who: 'graph' | 'asker';
  /** Why the asker may not. */
  readonly refusal?: Refusal;
  /** The application permission that the operator should look at, e.g. ProvisioningLog.Read.All. */
  readonly permission?: string;
  readonly status?: number;
}

export interface UnavailableAnswer {
  readonly kind: 'unavailable';
  readonly question: Question;
  readonly because:
    | 'throttled'
    | 'unreachable'
    | 'timeout'
    | 'server-error'
    | 'garbled'
    | 'cancelled'
    | 'internal'
    /** This person asked too often. */
    | 'tooManyTurns'
    /** It could not be written down who asked what. */
    | 'notAudited';
  /** When to ask again. */
  readonly retryAt?: string;
  /** What is known all the same. */
  readonly subject?: Subject;
  readonly app?: App;
  /** For the operator's log and for a ticket. */
  readonly correlationId: string;
}

/** One person, group or worker of an answer about several, as the answer about that one alone. */
export interface PersonLine {
  /** What the asker wrote. Untrusted text. */
  readonly text: string;
  readonly answer: ExplanationAnswer | ChoiceAnswer | NotFoundAnswer | Unanswered;
}

/** Why nothing can be said of one of several. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly question: ExplainQuestion;
  readonly because: UnavailableAnswer['because'] | 'refused';
}

/** Why several people are, or are not, in one app. */
export interface ExplanationsAnswer {
  readonly kind: 'explanations';
  readonly question: ExplainManyQuestion;
  readonly app: App;
  /** In the order in which they were asked about. */
  readonly people: readonly PersonLine[];
  /** How many more were asked about than one answer holds. */
  readonly left: number;
  readonly asOf: string;
}

/** One person of an answer about several, for a list. */
export interface ExplainedRow {
  readonly app: App;
  readonly line: PersonLine;
}

/** A line of the list of everybody whom an answer counts. */
export type Row = ProblemRow | ExplainedRow | ChangeRow;

export interface NotUnderstoodAnswer {
  readonly kind: 'notUnderstood';
  readonly question?: Question;
  readonly text: string;
  readonly reason: 'empty' | 'nonsense' | 'tooLong' | 'missing-user' | 'missing-app';
  /** An app that the text names, though not what is asked about it. */
  readonly named?: string;
}

export type Answer =
  | ExplanationAnswer
  | MeaningAnswer
  | TopicAnswer
  | ExplanationsAnswer
  | AppProblemsAnswer
  | AppChangesAnswer
  | UserOverviewAnswer
  | WatchingAnswer
  | NewsAnswer
  | DigestAnswer
  | AppStatusAnswer
  | OverviewAnswer
  | CredentialsAnswer
  | HelpAnswer
  | AboutAnswer
  | NotMineAnswer
  | ChoiceAnswer
  | NotFoundAnswer
  | DeniedAnswer
  | UnavailableAnswer
  | NotUnderstoodAnswer;

/**
 * What an answer still waits for. `log`: the provisioning log, of which `done` entries were read so far, or nothing yet
 * when absent. `apps`: the state of `total` apps.
 */
export type Pending =
  | { readonly of: 'log'; readonly done?: number /** From 0 to 1, where it can be told. */; readonly share?: number }
  | { readonly of: 'apps'; readonly done: number; readonly total?: number };

/** An answer and its price. */
export interface Answered {
  readonly answer: Answer;
  readonly cost: Cost;
  /** By which the audit knows the turn: a tap on a choice says which answer it corrects. */
  readonly correlationId?: string;
  /** The language that was asked in, where it is not English and that was not said before. */
  readonly language?: OtherLanguage;
  /** Present while more is to come: the answer holds what is known so far, and another one replaces it. */
  readonly pending?: Pending;
}

export type { Owner };
