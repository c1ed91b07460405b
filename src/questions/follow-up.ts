import { knownApps } from './entities/known-apps.ts';
import { type Fragment, readFragment } from './fragment.ts';
import type { AppProblemsQuestion, Question, SubjectType } from './question.ts';
import { type Asks, readRemark } from './remark.ts';
import { understand } from './understand.ts';

/** What was asked last and what its answer was about: all that a follow-up rests on. */
export interface Told {
  readonly question: Question;
  readonly subject?: { readonly id: string; readonly type: SubjectType; readonly name: string };
  readonly app?: { readonly id: string; readonly name: string };
  /** How it ended for the one who was asked about. */
  readonly outcome?: AppProblemsQuestion['outcome'];
  /** What the answer asked back for. */
  readonly missing?: 'user' | 'app';
  /** What the answer left to be chosen from. */
  readonly choices?: readonly { readonly name: string; readonly question: Question }[];
}

export interface FollowUp {
  readonly readings: readonly [Question, ...Question[]];
  /** The same once more: what was read a moment ago is to be read anew. */
  readonly again?: boolean;
}

/** `loose`: in a conversation, where a bare name answers what was said. `strict`: only what is plainly a follow-up. */
export type Manner = 'loose' | 'strict';

const longest = 160;

/**
 * Reads a text as a follow-up to what was told: "and bob?", "in Slack?", "since when?", "check again". Undefined when it
 * is none; a text that stands by itself never is.
 */
export function readFollowUp(text: string, told: Told, manner: Manner): FollowUp | undefined {
  if (text.length > longest) return undefined;
  const alone = understand(text, vocabularyOf(told));
  const remark = readRemark(text);
  if (remark && (manner === 'loose' || !alone.understood || isEmpty(alone.readings[0]))) return meant(remark, told);
  if (manner === 'loose') {
    const chosen = readChoice(text, told);
    if (chosen) return { readings: [chosen] };
  }
  const stands = alone.understood && isWhole(alone.readings[0], text, told);
  const fragment = readFragment(text, told.app ? [told.app.name] : []);
  if (fragment && (fragment.led || (manner === 'loose' && (fragment.bare || told.missing !== undefined) && !stands))) {
    if (fragment.led && stands && fragment.whole) return undefined;
    return readings(continued(fragment, told));
  }
  if (stands) return undefined;
  return manner === 'loose' ? readPointing(text, told) : undefined;
}

function vocabularyOf({ app }: Told): { readonly apps?: readonly string[] } {
  return app ? { apps: [app.name] } : {};
}

/** Whether a question leaves nothing open that the conversation could fill. */
function isWhole(question: Question, text: string, { app, subject }: Told): boolean {
  const points = (app !== undefined && thing.test(text)) || (subject !== undefined && person.test(text));
  switch (question.kind) {
    case 'explain':
      // "Bob Miller" may be two names or one; an app that is known makes them two.
      return (
        question.user !== undefined && question.app !== undefined && (isSentence(text) || isKnownApp(question.app))
      );
    case 'appProblems':
    case 'credentials':
    case 'appStatus':
      return question.app !== undefined;
    case 'topic':
      return !points && !isFragment.test(text) && !(app !== undefined && concernsApp.test(text));
    case 'overview':
      return !points;
    case 'watch':
    case 'unwatch':
      return question.app !== undefined || !points || /^(?:please |pls )?stop\b.{0,12}$/i.test(text.trim());
    default:
      return true;
  }
}

/** "why?" is understood by itself, and asks about nobody. */
function isEmpty(question: Question): boolean {
  return question.kind === 'explain' && question.user === undefined && question.app === undefined;
}

/** Asked of provisioning in general, it has an answer; behind an answer about an app it is about that one. */
const concernsApp =
  /^(?:and |please |can you |could you )*(?:test|check|try) (?:the |its )?(?:connection|credentials)\b|^when (?:is|will|does|was|did) (?:the )?(?:next|last) (?:cycle|run|sync)\b.{0,20}$|\b(?:the|its) (?:credentials|connection)\b.{0,20}$/i;
const isFragment = /^(?:in|into|to|on) \S+(?: \S+){0,3}$/i;

function isSentence(text: string): boolean {
  return /\b(?:in|for|to|why|is|was|did|has|at|on)\b/i.test(text);
}

function isKnownApp(name: string): boolean {
  const known = knownApps([]).know(name);
  return known === 'tenant' || known === 'gallery';
}

function meant(asks: Asks, told: Told): FollowUp | undefined {
  const { question } = told;
  const app = appOf(told);
  switch (asks.asks) {
    case 'again':
      return { readings: [question], again: true };
    case 'same':
      return { readings: [question] };
    case 'why':
      if (question.kind === 'appStatus' && app !== undefined) return { readings: [{ kind: 'appProblems', app }] };
      if (question.kind === 'userOverview') return readings([{ kind: 'explain', ...userOf(told) }]);
      return { readings: [question] };
    case 'people': {
      if (question.kind === 'overview' && asks.outcome === undefined)
        return meant({ asks: 'page', step: 1, rest: true }, told);
      if (app === undefined) return undefined;
      const window = question.kind === 'appProblems' ? question.window : undefined;
      const outcome = asks.outcome ?? told.outcome ?? (question.kind === 'appProblems' ? question.outcome : undefined);
      return { readings: [{ kind: 'appProblems', app, ...(outcome && { outcome }), ...(window && { window }) }] };
    }
    case 'page':
      if (question.kind === 'overview') {
        // The others of a list of problems are the apps that have none.
        if (asks.rest && question.only !== undefined) return { readings: [{ kind: 'overview' }] };
        const page = asks.page ?? (question.page ?? 1) + (asks.step ?? 1);
        return { readings: [{ ...question, page: Math.max(1, page) }] };
      }
      return asks.page === undefined && asks.step === 1 && app !== undefined && question.kind === 'explain'
        ? meant({ asks: 'people' }, told)
        : undefined;
  }
}

function continued(fragment: Fragment, told: Told): readonly Question[] {
  const { question } = told;
  const app = appOf(told);
  const { window, outcome } = fragment;
  if (window || outcome) {
    if (question.kind === 'appProblems' && fragment.names?.app !== undefined)
      return [{ ...question, app: fragment.names.app, ...(window && { window }) }];
    if (fragment.names) return [];
    if (question.kind === 'appProblems')
      return [{ ...question, ...(window && { window }), ...(outcome && { outcome }) }];
    if (app === undefined || (question.kind !== 'appStatus' && outcome === undefined)) return [];
    return [{ kind: 'appProblems', app, ...(outcome && { outcome }), ...(window && { window }) }];
  }
  const { names } = fragment;
  if (!names) return [];
  const asApp = names.app === undefined ? undefined : withApp(names.app, told);
  const asUser = names.user === undefined ? undefined : withUser(names.user, names.subject, told);
  const both = names.app !== undefined && names.user !== undefined && names.user !== names.app;
  if (fragment.whole || both) return [];
  if (told.missing === 'app') return [asApp, asUser].filter((one) => one !== undefined);
  const userFirst = names.likely === 'user' || (names.likely === 'unclear' && isAboutSomebody(question));
  return (userFirst ? [asUser, asApp] : [asApp, asUser]).filter((one) => one !== undefined);
}

function isAboutSomebody(question: Question): boolean {
  return question.kind === 'explain' || question.kind === 'userOverview';
}

/** The same question about another app. */
function withApp(app: string, told: Told): Question | undefined {
  const { question } = told;
  switch (question.kind) {
    case 'explain':
      return { ...question, ...userOf(told), app };
    case 'userOverview':
      return { kind: 'explain', ...userOf(told), app };
    case 'appStatus':
    case 'appProblems':
    case 'credentials':
    case 'watch':
    case 'unwatch':
      return { ...question, app };
    case 'overview':
      return { kind: 'appStatus', app };
    default:
      return undefined;
  }
}

/** The same question about somebody else. */
function withUser(user: string, subject: SubjectType | undefined, told: Told): Question | undefined {
  const app = appOf(told);
  const who = { user, ...(subject && { subject }) };
  switch (told.question.kind) {
    case 'explain':
    case 'appStatus':
    case 'appProblems':
      return app === undefined && told.question.kind !== 'explain'
        ? { kind: 'userOverview', ...who }
        : { kind: 'explain', ...who, ...(app !== undefined && { app }) };
    case 'userOverview':
      return { kind: 'userOverview', ...who, ...(told.question.focus && { focus: told.question.focus }) };
    case 'overview':
      return { kind: 'userOverview', ...who };
    default:
      return undefined;
  }
}

/** The one who was found, by id: the name alone might be taken for a namesake elsewhere. */
function userOf({ subject, question }: Told): { readonly user?: string; readonly subject?: SubjectType } {
  if (subject) return { user: subject.id, subject: subject.type };
  if (question.kind !== 'explain' && question.kind !== 'userOverview') return {};
  return {
    ...(question.user !== undefined && { user: question.user }),
    ...(question.subject && { subject: question.subject }),
  };
}

/** The app as the asker called it, and by its id where nobody did. */
function appOf({ app, question }: Told): string | undefined {
  return ('app' in question ? question.app : undefined) ?? app?.id;
}

/** "the second one", "2", "Alice Jones": one of those that the answer offered. */
function readChoice(text: string, { choices }: Told): Question | undefined {
  if (!choices || choices.length === 0) return undefined;
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s@.-]/gu, '')
    .replace(/[.\s]+$/, '')
    .trim();
  const ordinal =
    /^(?:the |no |number |option |nr |i mean the )*(\d{1,2}|first|second|third|fourth|fifth|last)(?:st|nd|rd|th)?(?: one| please| option)*$/.exec(
      said,
    );
  if (ordinal) {
    const words = ['first', 'second', 'third', 'fourth', 'fifth'];
    const at = ordinal[1] === 'last' ? choices.length : words.indexOf(ordinal[1] ?? '') + 1 || Number(ordinal[1]);
    return choices[at - 1]?.question;
  }
  const wanted = said.replace(/^(?:the |i mean |i meant |it is |its |no )+/, '');
  const fitting = choices.filter(({ name }) => name.toLowerCase() === wanted);
  return fitting.length === 1 ? fitting[0]?.question : undefined;
}

const person =
  /\b(?:she|he|him|her|his|this person|that person|this user|that user|the user|the person|this group|the group)\b/i;
const thing =
  /\b(?:it|its|this app|that app|the app|this one|that one|there)\b|\b(?:watch|mute|unmute|test|follow|with|about|of|in|for) (?:this|that)[?.!]*$/i;

/** "is it running?", "where is she provisioned?": the name stands in for the pronoun, and the text is read again. */
function readPointing(text: string, told: Told): FollowUp | undefined {
  const { app, subject } = told;
  let said = text;
  if (subject && person.test(said)) {
    const name = subject.name.replaceAll('"', '');
    said = said
      .replace(
        /\b(?:his|her)\b(?= (?:\w+ )?(?:accounts?|access|apps?|provisioning|status|licen[cs]e|profile|groups?)\b)/gi,
        `${name}'s`,
      )
      .replace(new RegExp(person.source, 'gi'), `"${name}"`);
  }
  if (!app) said = said.replace(/ (?:in )?there\b(?!'| is| are)/i, '');
  else {
    const name = `"${app.name.replaceAll('"', '')}"`;
    if (thing.test(said))
      said = said
        .replace(/\b(?:in )?there\b(?!'| is| are)/i, `in ${name}`)
        .replace(/\b(?:it|this app|that app|the app|this one|that one)\b|\b(?:this|that)(?=[?.!]*$)/i, name)
        .replace(/\bits\b/i, `${app.name}'s`);
    else if (concernsApp.test(said)) said = `${said.replace(/[?.!\s]+$/, '')} of ${name}`;
  }
  const pointed = said !== text;
  const standing = understand(said, vocabularyOf(told));
  if (!standing.understood) return undefined;
  const [first] = standing.readings;
  const filled = fill(first, told, pointed);
  return filled && { readings: [filled] };
}

/** Puts in the one who was found, and what is missing. */
function fill(question: Question, told: Told, pointed: boolean): Question | undefined {
  const app = appOf(told);
  const named = 'app' in question && question.app !== undefined && question.app === told.app?.name.replaceAll('"', '');
  const open = 'app' in question ? question.app === undefined : true;
  const theApp = app !== undefined && (named || open) ? { app } : {};
  switch (question.kind) {
    case 'explain': {
      const isTold = question.user === undefined || question.user === told.subject?.name;
      if (!pointed && question.user !== undefined) return undefined;
      const filled = { ...question, ...(isTold && userOf(told)), ...theApp };
      return filled.user === undefined ? undefined : filled;
    }
    case 'userOverview':
      return pointed && question.user === told.subject?.name ? { ...question, ...userOf(told) } : undefined;
    case 'appStatus':
    case 'appProblems':
    case 'credentials':
      return theApp.app === undefined ? undefined : { ...question, ...theApp };
    case 'watch':
    case 'unwatch':
      return pointed && named ? { ...question, ...theApp } : undefined;
    default:
      return undefined;
  }
}

function readings(questions: readonly Question[]): FollowUp | undefined {
  const [first, ...others] = questions;
  return first && { readings: [first, ...others] };
}
