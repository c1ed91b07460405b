import { bidForApp } from './about-app.ts';
import { bidForProblems } from './app-problems.ts';
import { bidForCredentials } from './credentials.ts';
import { bidForExplain } from './explain-bid.ts';
import { readHelp } from './help.ts';
import { readMeaning } from './intents/meaning.ts';
import { bidForOverview } from './overview.ts';
import type { Question, QuestionKind } from './question.ts';
import type { TopicRead } from './topic.ts';
import { bidForUser } from './user-overview.ts';
import { bidForWatching } from './watch.ts';

/** A text as the kinds read it. */
export interface Asked {
  /** Cleaned of what clients add; names as the asker spelt them. */
  readonly source: string;
  /** As it came, for what was pasted. */
  readonly original: string;
  /** Names of the tenant's apps, where they are remembered. */
  readonly apps: readonly string[];
  /** What the text asks about provisioning in general, worked out once for all kinds. */
  readonly topic: TopicRead | undefined;
}

/** What a kind made of a text. */
export interface Bid {
  readonly readings: readonly [Question, ...Question[]];
  /** From 0 to 1; the highest bid is the answer, and of equal ones the kind that stands first. */
  readonly sureness: number;
}

/** One kind of question: what to show for it, and how it reads a text. */
export interface Kind {
  readonly kind: QuestionKind;
  /** Questions to try; names are made up. */
  readonly examples: readonly string[];
  /** Undefined when the text is not of this kind. Never throws. */
  readonly read: (asked: Asked) => Bid | undefined;
}

/** Every kind of question. A kind is added as a row here and a file of its own. */
export const kinds: readonly Kind[] = [
  {
    kind: 'help',
    examples: ['help'],
    read: ({ source }) => {
      const question = readHelp(source);
      return question && { readings: [question], sureness: 1 };
    },
  },
  {
    kind: 'explain',
    examples: ['why was alice skipped in Salesforce?', 'did carol make it into Slack?', 'bob@contoso.com Zoom'],
    read: bidForExplain,
  },
  {
    kind: 'overview',
    examples: ['which apps have problems?', 'what is in quarantine?', 'give me an overview'],
    read: bidForOverview,
  },
  {
    kind: 'credentials',
    examples: ["can't save the credentials of ServiceNow", 'test the connection of Salesforce'],
    read: bidForCredentials,
  },
  {
    kind: 'appProblems',
    examples: ['who failed in Salesforce this week?', 'top errors in Slack since Monday'],
    read: bidForProblems,
  },
  {
    kind: 'userOverview',
    examples: ['where is bob provisioned?', 'offboarding check for carol'],
    read: bidForUser,
  },
  {
    kind: 'appStatus',
    examples: ['how is Salesforce doing?', 'is provisioning running for Slack?'],
    read: bidForApp,
  },
  {
    kind: 'watch',
    examples: ['watch Salesforce', 'only problems', 'daily digest at 9', 'mute Slack for 2 days'],
    read: (asked) => bidForWatching(asked, 'watch'),
  },
  {
    kind: 'unwatch',
    examples: ['stop watching Slack', 'stop'],
    read: (asked) => bidForWatching(asked, 'unwatch'),
  },
  {
    kind: 'watching',
    examples: ['what are you watching?'],
    read: (asked) => bidForWatching(asked, 'watching'),
  },
  {
    kind: 'meaning',
    examples: ['what does EntryConflict mean?'],
    read: ({ source, original }) => {
      const meant = readMeaning(source, original);
      return meant && { readings: [meant.question], sureness: meant.sureness };
    },
  },
  {
    kind: 'topic',
    examples: ['how often does provisioning run?', 'are nested groups provisioned?'],
    read: ({ topic }) => topic && { readings: [{ kind: 'topic', topic: topic.topic }], sureness: topic.sureness },
  },
];
