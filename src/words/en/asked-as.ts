import type {
  AppChangesQuestion,
  AppProblemsQuestion,
  appTutorialTopic,
  OverviewQuestion,
  Question,
  SubjectType,
  TopicQuestion,
  WatchQuestion,
} from '../../questions/question.ts';
import { cut } from '../clean.ts';
import type { AskedNames } from '../language.ts';
import { orders, saidToSkipper } from './asked-of-skipper.ts';
import { count, quoted } from './say.ts';
import { topic } from './topics.ts';
import { atPoint, during } from './window.ts';

const appTutorial: typeof appTutorialTopic = 'app-tutorial';

/** A question as people ask it, whole: "Why isn't Alice Smith in Salesforce?" `names` says what its ids are called. */
export function askedAs(question: Question, names: AskedNames): string {
  switch (question.kind) {
    case 'explain': {
      const where = app(question, names);
      return where === undefined
        ? `Why wasn't ${who(question, names)} provisioned?`
        : `Why isn't ${who(question, names)} in ${where}?`;
    }
    case 'userOverview':
      return question.focus === 'leaver'
        ? `Does ${who(question, names)} still have an active account in any app?`
        : `Which apps is ${who(question, names)} set up in?`;
    case 'explainMany': {
      const where = app(question, names);
      const many = count(question.users.length, 'person', 'people');
      return where === undefined ? `Why weren't these ${many} provisioned?` : `Why aren't these ${many} in ${where}?`;
    }
    case 'appChanges':
      return changes(question, names);
    case 'appStatus':
      if (question.focus === 'affected')
        return `Who is affected by the problems of ${app(question, names) ?? 'an app'}?`;
      return `How is ${app(question, names) ?? 'an app'} doing?`;
    case 'appProblems':
      return problems(question, names);
    case 'overview':
      return overview(question);
    case 'credentials': {
      const whose = `the credentials for ${app(question, names) ?? 'an app'}`;
      return question.test ? `Do ${whose} work right now?` : `Is something wrong with ${whose}?`;
    }
    case 'watch':
      return watch(question, app(question, names));
    case 'unwatch': {
      if (question.all) return 'Turn off all notifications here';
      const of = app(question, names);
      return of === undefined ? 'Turn off notifications here' : `Turn off notifications for ${of}`;
    }
    case 'watching':
      return 'Which notifications are on here?';
    case 'meaning':
      return meaning(question.text.trim());
    case 'topic':
      return topicAsked(question, names);
    case 'help':
      return 'What can I ask?';
    case 'about':
      return saidToSkipper[question.of];
    case 'notMine':
      return orders[question.of](person(question, names), app(question, names) ?? 'an app');
  }
}

function topicAsked(question: TopicQuestion, names: AskedNames): string {
  if (question.topic === appTutorial) return `How do I set up ${app(question, names) ?? 'an app'}?`;
  return topic(question.topic)?.headline ?? 'How does provisioning work?';
}

/** Whom an order names: it does not say whether that is a person or a group. */
function person({ user }: { readonly user?: string }, names: AskedNames): string {
  return who({ ...(user !== undefined && { user }) }, user === undefined ? {} : names);
}

function problems(question: AppProblemsQuestion, names: AskedNames): string {
  const { outcome, window, code } = question;
  const name = app(question, names);
  const where = name === undefined ? '' : ` in ${name}`;
  const when = window ? ` ${during(window)}` : '';
  if (code !== undefined) return `Who has ${cut(code, 60)}${where}${when}?`;
  switch (outcome) {
    case 'failed':
      return `Who failed${where}${when}?`;
    case 'skipped':
      return `Who was unexpectedly skipped${where}${when}?`;
    case undefined:
      return `Who ${window ? 'had' : 'has'} problems${where}${when}?`;
  }
}

function changes({ change, window, app: said }: AppChangesQuestion, names: AskedNames): string {
  const name = app({ app: said }, names);
  const where = name === undefined ? 'in an app' : `in ${name}`;
  return `Who was ${change ?? 'changed'} ${where}${window ? ` ${during(window)}` : ''}?`;
}

function overview({ only, page = 1 }: OverviewQuestion): string {
  const further = page > 1 ? ` (page ${page})` : '';
  switch (only) {
    case 'problems':
      return `Which apps have problems?${further}`;
    case 'quarantine':
      return `Which apps are in quarantine?${further}`;
    case undefined:
      return `How are all apps doing?${further}`;
  }
}

function watch({ about, digestAt, muteMinutes, muteUntil }: WatchQuestion, name: string | undefined): string {
  const of = name === undefined ? '' : ` for ${name}`;
  if (muteUntil) return `Mute notifications${of} until ${atPoint(muteUntil)}`;
  if (muteMinutes === 0) return `Unmute notifications${of}`;
  if (muteMinutes !== undefined) return `Mute notifications${of} for ${span(muteMinutes)}`;
  if (digestAt === 'off') return `Turn off the daily summary${of}`;
  if (digestAt !== undefined) return `Send one daily summary${of} at ${digestAt}`;
  if (about === 'problems') return `Notify me only about problems${name === undefined ? '' : ` in ${name}`}`;
  if (about === 'everything') return `Notify me about every cycle${name === undefined ? '' : ` of ${name}`}`;
  return `Turn on notifications for ${name ?? 'all apps'}`;
}

function span(minutes: number): string {
  if (minutes % 1440 === 0) return count(minutes / 1440, 'day', 'days');
  return minutes % 60 === 0 ? count(minutes / 60, 'hour', 'hours') : count(minutes, 'minute', 'minutes');
}

/** A code stands by itself, and words of a message in quotation marks. */
function meaning(text: string): string {
  if (text === '') return 'What does this error mean?';
  return /^\S{1,60}$/.test(text) ? `What does ${text} mean?` : `What does ${quoted(text, 80)} mean?`;
}

const nouns: Readonly<Record<SubjectType, string>> = { user: 'person', group: 'group', worker: 'worker' };

function who(
  { user, subject = 'user' }: { readonly user?: string; readonly subject?: SubjectType },
  names: AskedNames,
): string {
  const name = readable(names.user ?? user);
  if (name !== undefined) return subject === 'user' ? name : `the ${subject} ${name}`;
  if (user !== undefined) return `this ${nouns[subject]}`;
  return subject === 'group' ? 'a group' : 'someone';
}

function app({ app: said }: { readonly app?: string }, names: AskedNames): string | undefined {
  return said === undefined ? undefined : (readable(names.app ?? said) ?? 'this app');
}

/** A name that people can read: no object id, and not empty. */
function readable(name: string | undefined): string | undefined {
  const bare = name?.trim() ?? '';
  if (bare === '' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare)) return undefined;
  return cut(bare, 80);
}
