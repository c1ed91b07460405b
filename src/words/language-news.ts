import type { DigestAnswer, DigestApp, NewsAnswer } from '../answers/news.ts';
import type { Subscription } from '../answers/subscriptions.ts';
import type { CycleCount, CycleSummary } from '../diagnosis/cycle.ts';
import type { Change } from '../watch/change.ts';
import type { Clock } from './clock.ts';
import type { Told } from './language.ts';

/** What happened to one app, with the change that the headline is about; every text in it is clean. */
export interface ToldNews {
  readonly answer: NewsAnswer;
  readonly lead: Change;
  /** The app and the clock, for sentences that are shared with the explanation of one person. */
  readonly told: Told;
}

/** What a language gives for messages that nobody asked for. */
export interface NewsWords {
  /** As the word on a card: "Cycle complete". */
  readonly word: (change: Change) => string;
  /** "Salesforce: 2 newly failed". */
  readonly headline: (app: string, reason: string) => string;
  /** The headline without the app. */
  readonly reason: (news: ToldNews) => string;
  /** "Tue 17 Nov, 12:33 to 12:38, 5 minutes". */
  readonly when: (news: ToldNews) => string;
  readonly text: (news: ToldNews) => string;
  readonly notes: (news: ToldNews) => readonly string[];
  /** What a figure counts, short enough to stand under it. */
  readonly figure: Readonly<Record<CycleCount, string>>;
  readonly apart: (summary: CycleSummary, clock: Clock) => string;
  /** The button that asks how the app is doing. */
  readonly status: string;
  readonly subscribed: (subscription: Subscription, clock: Clock) => string;
  readonly digestHeadline: (answer: DigestAnswer, clock: Clock) => string;
  readonly digestText: (answer: DigestAnswer, clock: Clock) => string;
  readonly digestWhen: (answer: DigestAnswer, clock: Clock) => string;
  readonly digestReason: (app: DigestApp, clock: Clock) => string;
  readonly digestApp: (app: DigestApp, clock: Clock) => string;
}
