/** What can be asked, as the reader tells it apart. A new one is a file of texts in tools/train/texts and a row here. */
export const intents = [
  'explain',
  'userOverview',
  'appStatus',
  'overview',
  'appProblems',
  'appChanges',
  'credentials',
  'watch',
  'unwatch',
  'watching',
  'meaning',
  'topic',
  'tutorial',
  'help',
  'about',
  'notMine',
] as const;

export type Intent = (typeof intents)[number];

/** What an intent needs: a person, an app, or neither. `maybe`: with one it says more. */
export interface Needs {
  readonly person: 'yes' | 'maybe' | 'no';
  readonly app: 'yes' | 'maybe' | 'no';
}

/**
 * Which names fit which intent: somebody who is named in an app is never asked about as all apps are, and an app alone
 * never about a person.
 */
export const needs: Readonly<Record<Intent, Needs>> = {
  explain: { person: 'yes', app: 'maybe' },
  userOverview: { person: 'yes', app: 'no' },
  appStatus: { person: 'no', app: 'maybe' },
  overview: { person: 'no', app: 'no' },
  appProblems: { person: 'no', app: 'maybe' },
  appChanges: { person: 'no', app: 'maybe' },
  credentials: { person: 'no', app: 'maybe' },
  watch: { person: 'no', app: 'maybe' },
  unwatch: { person: 'no', app: 'maybe' },
  watching: { person: 'no', app: 'maybe' },
  meaning: { person: 'no', app: 'maybe' },
  topic: { person: 'no', app: 'maybe' },
  tutorial: { person: 'no', app: 'yes' },
  help: { person: 'no', app: 'no' },
  about: { person: 'maybe', app: 'maybe' },
  notMine: { person: 'maybe', app: 'maybe' },
};
