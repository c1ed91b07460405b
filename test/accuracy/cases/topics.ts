import type { AccuracyCase } from '../case.ts';
import { app, person, tenant } from '../wire.ts';

/** How provisioning works, in many phrasings. The theme is ours; themes.ts says which topic ids answer it. */

const phrasings: readonly (readonly [theme: string, ...asks: string[]])[] = [
  [
    'how often',
    'how often does provisioning run?',
    'What is the sync interval?',
    'every how many minutes do changes sync',
    'how long until a change shows up in the app?',
  ],
  [
    'first cycle',
    'how long does the first cycle take?',
    'why does the initial sync take hours',
    'how long does initial provisioning take',
  ],
  [
    'quarantine',
    'what is quarantine?',
    'In addition, it is difficult to determine what Quarantine is, and what is its practical effect?',
    'how does a job get out of quarantine',
    'when does quarantine end?',
  ],
  [
    'nested groups',
    'are nested groups provisioned?',
    'Does provisioning support groups inside groups',
    'do members of sub-groups get accounts?',
  ],
  ['guests', 'can guests be provisioned?', 'do B2B guest users sync to apps'],
  [
    'deprovisioning',
    'what happens when a user is unassigned?',
    'what happens when an account is disabled in Entra?',
    'Deprovisioning users?',
    'What happens if somebody is deleted in the directory?',
    "What steps need to be taken to disable/delete the user's account?",
  ],
  [
    'scope',
    'what is the difference between scoping filters and assignment?',
    'Can someone please elaborate on the scoping settings. I can do it as described here (in the synchronization mappings) or i can choose to only sync assigned users under the provisioning settings (scope). What are the differences?',
  ],
  [
    'filters',
    'how do scoping filters work?',
    'Do scoping filters support functions like now()? Can you calculate a date or other similar functions?',
    'are scoping filters case sensitive?',
  ],
  ['matching', 'how does matching work?', 'how does Entra find an existing account in the app?'],
  [
    'restart',
    'what is the difference between restart and start provisioning?',
    'Did "Clear state and restart synchronization" go away?',
    'what does restart provisioning do',
  ],
  [
    'on demand',
    'what is provision on demand?',
    'is provision on demand a dry run?',
    'how do I test provisioning for one user',
  ],
  [
    'credentials',
    'Admin credentials expire and auto provisioning stops. What is the suggested way to handle this?',
    'what happens when the token expires?',
    'Test connection fails.',
  ],
  ['notification', 'who gets the notification e-mail?', 'does provisioning send an email when it fails'],
  [
    'retention',
    'how long are provisioning logs kept?',
    'Retention of Azure AD reports',
    'how far back do the logs go?',
  ],
  [
    'is it working',
    'how can I see whether provisioning is working?',
    'how do I know if provisioning is running',
    'Provisioning service does not appear to start',
  ],
  ['manager', 'Is there a reason why the "manager" attribute cannot be synced?'],
  ['accidental deletions', 'what is accidental deletion prevention?', 'how do I stop too many deletions'],
  [
    'default access',
    'does the default access role work?',
    'Users associated with the default access role are still not being synced like this page says they will be.',
  ],
  ['dynamic groups', 'are dynamic groups supported?'],
  [
    'existing accounts',
    'Will all the existing users that do not match still remain unaffected in the G Suite user directory after running the user provisioning?',
  ],
];

export const topicCases: readonly AccuracyCase[] = phrasings.flatMap(([theme, ...asks]) =>
  asks.map(
    (ask, index) =>
      ({
        id: `topic-${theme.replaceAll(' ', '-')}-${index + 1}`,
        from: 'public questions on how provisioning works',
        ask,
        expect: { kind: 'topic', theme },
      }) satisfies AccuracyCase,
  ),
);

/** Any two words could be a person and an app, so a tenant is there to say that they are not. */
const anyTenant = tenant({
  apps: [app('Rubymine Ledger')],
  people: [person('Solveig Aune', 'solveig.aune@fjell.example')],
});

const help: readonly string[] = ['hi', 'hello', 'help', 'what can you do?'];
const nonsense: readonly string[] = [
  '',
  '   ',
  '????',
  'asdf qwerty zxcv',
  '🦆🦆🦆',
  "what's the weather tomorrow",
  'lorem ipsum dolor sit amet consectetur',
];

export const smallTalkCases: readonly AccuracyCase[] = [
  ...help.map(
    (ask, index): AccuracyCase => ({
      id: `help-${index + 1}`,
      from: 'requirement: hi, hello and help work',
      ask,
      expect: { kind: ['help', 'about'] },
    }),
  ),
  ...nonsense.map(
    (ask, index): AccuracyCase => ({
      id: `nonsense-${index + 1}`,
      from: 'requirement: nonsense gets a way forward',
      tenant: anyTenant,
      ask,
      expect: { kind: ['notUnderstood', 'notFound', 'notMine', 'help'] },
    }),
  ),
];
