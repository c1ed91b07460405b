/** What kind of directory object a question is about. A worker is keyed by an HR system, not by Entra. */
export type SubjectType = 'user' | 'group' | 'worker';

/**
 * "Why was alice skipped in Salesforce?"
 * `user` and `app` are texts as the asker wrote them (a name, an address, an object id), not yet looked up.
 * Either may be missing: the answer then finds it out or asks back.
 */
export interface ExplainQuestion {
  readonly kind: 'explain';
  readonly user?: string;
  readonly app?: string;
  /** Set when the asker said which: "the group Sales Team", "worker 21023". */
  readonly subject?: SubjectType;
  /** "Not this one?": everybody of the name is to be chosen from, whoever was taken for it. */
  readonly choose?: true;
}

/**
 * "Why are alice, bob and carol not in Salesforce?" `users` are 2 to 20 texts as typed: names, addresses, object ids.
 */
export interface ExplainManyQuestion {
  readonly kind: 'explainMany';
  readonly users: readonly string[];
  readonly app?: string;
}

/** "What does EntryConflict mean?", or a pasted message or log entry. Answered without Graph. */
export interface MeaningQuestion {
  readonly kind: 'meaning';
  readonly text: string;
}

/** The topic of how a named app is set up: it has a page of documentation for each app, and no text of its own. */
export const appTutorialTopic = 'app-tutorial';

/**
 * "How often does provisioning run?" Answered without Graph. `topic` is a TopicId of questions/topics.ts.
 * "How do I set up Slack?" has the topic `appTutorialTopic` and the app; other topics are the same for every app.
 */
export interface TopicQuestion {
  readonly kind: 'topic';
  readonly topic: string;
  readonly app?: string;
}

/** "How is Salesforce doing?", "provisioning does not start for ServiceNow". */
export interface AppStatusQuestion {
  readonly kind: 'appStatus';
  readonly app?: string;
  /** `affected`: who waits, too: "who is affected by the outage of Slack?" */
  readonly focus?: 'affected';
}

/** "Which apps have problems?", "what is in quarantine?" Every provisioned app, worst first. */
export interface OverviewQuestion {
  readonly kind: 'overview';
  /** Which apps to list; all of them when absent. */
  readonly only?: 'problems' | 'quarantine';
  /** Which page of the list, from 1. */
  readonly page?: number;
}

/** "Who failed in Salesforce this week?", "top errors in Slack since Monday". */
export interface AppProblemsQuestion {
  readonly kind: 'appProblems';
  readonly app?: string;
  /** `skipped`: those who should not have been. Failed and skipped when absent. */
  readonly outcome?: 'failed' | 'skipped';
  /** Only people with this error code, skip reason or HTTP status ("409"), as typed. */
  readonly code?: string;
  /** The last seven days when absent. */
  readonly window?: TimeWindow;
}

/** What provisioning can do to somebody in an app. */
export type AppChangeKind = 'created' | 'updated' | 'disabled' | 'deleted';

/** "Who was created in Salesforce today?", "who was removed from Slack this week?" */
export interface AppChangesQuestion {
  readonly kind: 'appChanges';
  readonly app?: string;
  /** All four kinds when absent. */
  readonly change?: AppChangeKind;
  /** The last seven days when absent. */
  readonly window?: TimeWindow;
}

/** "What is wrong with alice?", "where is bob provisioned?", "offboarding check for carol". */
export interface UserOverviewQuestion {
  readonly kind: 'userOverview';
  readonly user?: string;
  readonly subject?: SubjectType;
  /** `leaver`: whether somebody who is gone is still active somewhere. */
  readonly focus?: 'leaver';
}

/** "Can't save the credentials of ServiceNow", "test the connection of Salesforce". */
export interface CredentialsQuestion {
  readonly kind: 'credentials';
  readonly app?: string;
  /** The asker wants the saved credentials tried out. */
  readonly test?: boolean;
}

/** "Watch Salesforce", "only problems", "daily digest at 9", "mute Slack for 2 days". Concerns this conversation. */
export interface WatchQuestion {
  readonly kind: 'watch';
  /** All apps when absent. */
  readonly app?: string;
  /** `problems`: first cycles, what is new and wrong, quarantine. `everything`: every cycle. As it was when absent. */
  readonly about?: 'problems' | 'everything';
  /** One card a day at this time of the asker's, "09:00", instead of one a cycle; "off" ends that. */
  readonly digestAt?: string;
  /** Says nothing for so long, in minutes; 0 ends it. */
  readonly muteMinutes?: number;
  /** Says nothing until then: the next such time ahead (resolveAhead of time-window.ts). */
  readonly muteUntil?: TimePoint;
}

/** "Stop watching Slack", "stop". */
export interface UnwatchQuestion {
  readonly kind: 'unwatch';
  /** Without it and without `all` the asker is asked which, where there are several. */
  readonly app?: string;
  /** Everything in this conversation. */
  readonly all?: true;
}

/** "What are you watching?" */
export interface WatchingQuestion {
  readonly kind: 'watching';
}

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month';

/**
 * A point in time as people say it, by the asker's calendar; a clock and a zone turn it into an instant (time-window.ts).
 * `day`: "today", "yesterday", "tomorrow", a weekday ("monday": the last one), a date "2026-11-16", without a year "11-16"
 * (the last one), or a whole month "11". `time`: "09:30".
 * `begin`: the beginning of the current period, or of one `back` periods ago; of the next one by -1.
 */
export type TimePoint =
  | { readonly ago: number; readonly unit: TimeUnit }
  | { readonly day: string; readonly time?: string }
  | { readonly begin: TimeUnit; readonly back?: number };

/** From one point to another; to now when `to` is absent. A `to` that is a day without a time includes that day. */
export interface TimeWindow {
  readonly from: TimePoint;
  readonly to?: TimePoint;
}

export interface HelpQuestion {
  readonly kind: 'help';
}

/** What is said to Skipper, or asked about it, besides provisioning. */
export const aboutMatters = [
  'thanks',
  'greeting',
  'goodbye',
  'praise',
  'insult',
  'isAi',
  'logged',
  'access',
  'reads',
  'maker',
  'languages',
] as const;

export type AboutMatter = (typeof aboutMatters)[number];

/** "Thanks!", "are you an AI?", "who can see what I ask?" Answered without Graph. */
export interface AboutQuestion {
  readonly kind: 'about';
  readonly of: AboutMatter;
}

/** What Skipper, which only reads, is told to do; `other`: a matter that has nothing to do with provisioning. */
export const orderMatters = [
  'restart',
  'provisionNow',
  'turnOff',
  'turnOn',
  'assign',
  'unassign',
  'createAccount',
  'deleteAccount',
  'approveDeletions',
  'resetPassword',
  'openTicket',
  'changeSettings',
  'unlock',
  'licence',
  'other',
] as const;

export type OrderMatter = (typeof orderMatters)[number];

/** "Restart Salesforce", "reset bob's password", "what's the weather?" Answered without Graph: who does it, and where. */
export interface NotMineQuestion {
  readonly kind: 'notMine';
  readonly of: OrderMatter;
  readonly user?: string;
  readonly app?: string;
}

/** Everything that can be asked. A kind is added here, in intents/, in answers/ and in words/. */
export type Question =
  | ExplainQuestion
  | ExplainManyQuestion
  | AppStatusQuestion
  | OverviewQuestion
  | AppProblemsQuestion
  | AppChangesQuestion
  | UserOverviewQuestion
  | CredentialsQuestion
  | WatchQuestion
  | UnwatchQuestion
  | WatchingQuestion
  | MeaningQuestion
  | TopicQuestion
  | HelpQuestion
  | AboutQuestion
  | NotMineQuestion;

export type QuestionKind = Question['kind'];
