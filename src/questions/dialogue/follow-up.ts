import { outcomeIn, windowIn } from '../intents/fields.ts';
import { maskedWords } from '../intents/masked-words.ts';
import { textFeatures } from '../model/text-features.ts';
import type { Weights } from '../model/weights.ts';
import type { Question, SubjectType } from '../question.ts';
import type { Interpretation, Interpreted, Reading } from '../reading.ts';
import { actFeatures } from './act-features.ts';
import type { Context, Offered } from './context.ts';
import { pickFrom } from './pick.ts';

/** How a text follows up on an answer; `own`: it stands by itself. */
export const acts = ['switch', 'pick', 'again', 'others', 'next', 'details', 'appItself', 'otherApps', 'own'] as const;

export type Act = (typeof acts)[number];

export interface FollowUp {
  readonly interpretation: Interpretation;
  /** The same once more: what was read a moment ago is to be read anew. */
  readonly again?: boolean;
}

interface Names {
  readonly user?: string;
  readonly app?: string;
}

/** Longer texts stand by themselves. */
const longest = 160;
/** From here on a reading counts, however many others there are. */
const surely = 0.55;
/** … and a whole sentence from here on. */
const plainly = 0.75;
/** … and one that asks about all apps of somebody. */
const surelyWhole = 0.95;
const shortest = 4;
/** A text of so few words can be nothing but another time or outcome. */
const shortOne = 8;

/**
 * What a text means behind the answer before it: "and bob?", "in Slack?", "since when?", "the second one". `alone` is
 * what it means by itself. Undefined where it stands by itself and points at nothing.
 */
export function followUpOf(
  reading: Reading,
  alone: Interpreted,
  context: Context,
  { classifiers }: Weights,
): FollowUp | undefined {
  const { source, words } = reading.utterance;
  const { names, spans } = alone;
  if (source.length > longest) return undefined;
  if (names.user !== undefined && names.app !== undefined) return undefined;
  if (context.question.kind === 'overview' && /^\W*(?:page\s+\d{1,4}|next(?: page)?)\W*$/i.test(source))
    return as(unnamed('next', context, source), 1);

  const masked = maskedWords(reading.utterance, spans);
  const asks = source.includes('?');
  const ranked = classifiers.act.rank(actFeatures(masked, asks, context.question.kind));
  const share = (act: Act) => ranked.find(({ name }) => name === act)?.p ?? 0;
  const choices = context.choices ?? [];
  const current = choices.find(isCurrent(context));
  const picked = pickFrom(source, choices, { current, picks: share('pick') >= surely });
  if (picked) {
    const user = current && 'user' in picked.question ? picked.question.user : undefined;
    // The app that is talked about by now may be another than when they were offered.
    return as(user === undefined ? picked.question : withUser(user, context), 1);
  }
  const [own] = alone.interpretations;
  const isAside = own !== undefined && isApart(own.question) && own.confidence >= surely;
  const two = bothOf(context);
  if (two && both.test(source) && names.user === undefined && !isAside) {
    const app = names.app ?? appOf(context);
    return as({ kind: 'explainMany', users: two, ...(app !== undefined && { app }) }, 1);
  }
  const isOwn = share('own') >= surely;
  const [likeliest] = ranked.filter(({ name }) => name !== 'own');
  const isWhole = own !== undefined && isWholeQuestion(own, likeliest?.p ?? 0);

  /** Whether the text asks something else by its words alone, rather than the same about somebody or something else. */
  function isWholeQuestion({ question: asked, confidence }: Interpretation, act: number): boolean {
    const byIntent = classifiers.intent.rank(textFeatures(masked, asks));
    const sure = Math.min(confidence, byIntent.find(({ name }) => name === asked.kind)?.p ?? 0);
    if (!isAboutSomebody(asked)) return sure >= plainly && (sure + share('own')) / 2 > act;
    // Behind an answer about an app, somebody is asked about in that app.
    return (
      !isAboutSomebody(context.question) &&
      words.length >= shortest &&
      sure >= surelyWhole &&
      (sure + share('own')) / 2 > act
    );
  }

  const isShort = words.length <= shortOne;
  const alike = context.alike?.find(
    (app) => isShort && app.words.every((word) => words.some((one) => one.folded === word)),
  );
  if (alike && names.user === undefined) return as(withApp(alike.id, context), Math.max(surely, share('switch')));
  const isRemark = likeliest !== undefined && likeliest.name !== 'switch' && likeliest.p >= surely;
  const about = singular.test(source) && !isRemark ? userOf(context) : undefined;
  if (about && names.user === undefined && own && !isApart(own.question)) {
    const where = names.app ?? (isAboutAll(own.question) ? undefined : appOf(context));
    if (names.app !== undefined || isAboutAll(own.question) || isAboutOneApp(own.question))
      return as(
        where === undefined ? { kind: 'userOverview', ...about } : { kind: 'explain', ...about, app: where },
        Math.max(surely, own.confidence),
      );
  }
  if (names.user !== undefined || names.app !== undefined) {
    if (own && isOrder(own.question) && own.confidence >= plainly && share('own') > share('switch')) return undefined;
    if (names.user !== undefined && likeliest?.name === 'otherApps' && likeliest.p >= surely)
      return as({ kind: 'userOverview', user: names.user }, likeliest.p);
    if (
      context.missing === undefined &&
      own &&
      own.confidence >= surely &&
      // Hardly small talk, where it names somebody behind an answer about another.
      (!isApart(own.question) ||
        names.user === undefined ||
        (own.confidence + share('own')) / 2 > (likeliest?.p ?? 0)) &&
      (isWhole ||
        (isOwn && !isAboutSomebody(own.question)) ||
        (own.question.kind === 'userOverview' && own.question.focus))
    )
      return filled(own, context, source);
    return as(switched(names, context), Math.max(surely, share('switch')));
  }
  if (!isOwn && !isRemark && isShort && windowIn(source) !== undefined && context.question.kind !== 'topic') {
    const then = atTime(context, source);
    if (then) return as(then, surely);
  }
  if (isAside && (own.confidence + share('own')) / 2 > (likeliest?.p ?? 0)) return undefined;
  if (isWhole && own && !isApart(own.question)) return filled(own, context, source);
  // A place in a list that has none there.
  if (context.choices && /^\W*\d{1,2}\W*$/.test(source)) return undefined;
  for (const { name, p } of ranked) {
    const act = acts.find((one) => one === name);
    if (act === undefined || act === 'own' || act === 'pick') {
      if (act === 'own') break;
      continue;
    }
    const question = unnamed(act, context, source);
    if (question)
      return { interpretation: { question, confidence: Math.max(surely, p) }, ...(act === 'again' && { again: true }) };
  }
  return filled(own, context, source);
}

function as(question: Question | undefined, confidence: number): FollowUp | undefined {
  return question && { interpretation: { question, confidence } };
}

function isAboutSomebody({ kind }: Question): boolean {
  return kind === 'explain' || kind === 'userOverview' || kind === 'explainMany';
}

/** Thanks, orders and what is pasted follow up on nothing. */
function isApart({ kind }: Question): boolean {
  return kind === 'about' || kind === 'notMine' || kind === 'help' || kind === 'meaning';
}

function isOrder(question: Question): boolean {
  return question.kind === 'notMine' && question.of !== 'other';
}

function isAboutAll({ kind }: Question): boolean {
  return kind === 'overview' || kind === 'userOverview';
}

function isAboutOneApp({ kind }: Question): boolean {
  return kind === 'appStatus' || kind === 'appProblems' || kind === 'appChanges';
}

/** Whether one of those that were offered is what the conversation is about by now. */
function isCurrent({ subject, app }: Context): (offered: Offered) => boolean {
  return ({ question }) =>
    ('user' in question && question.user !== undefined && question.user === subject?.id) ||
    ('app' in question && question.app !== undefined && question.app === app?.id && !('user' in question));
}

/** What a remark asks that names nobody and no app; undefined where it can ask nothing here. */
function unnamed(act: Exclude<Act, 'own' | 'pick'>, context: Context, source: string): Question | undefined {
  const { question } = context;
  const app = appOf(context);
  switch (act) {
    case 'again':
      return question;
    case 'details':
      return question;
    case 'switch':
      return atTime(context, source) ?? question;
    case 'others': {
      if (app === undefined) return question.kind === 'overview' ? { kind: 'overview' } : undefined;
      const outcome = outcomeIn(source) ?? context.outcome;
      return { kind: 'appProblems', app, ...(outcome && { outcome }) };
    }
    case 'next': {
      if (question.kind !== 'overview') return question;
      const page = /\b(\d{1,4})\b/.exec(source)?.[1];
      return { ...question, page: page === undefined ? (question.page ?? 1) + 1 : Number(page) };
    }
    case 'appItself':
      return app === undefined ? undefined : { kind: 'appStatus', app };
    case 'otherApps': {
      const user = userOf(context);
      return user && { kind: 'userOverview', ...user };
    }
  }
}

/** The same question about another time or outcome. */
function atTime(context: Context, source: string): Question | undefined {
  const { question } = context;
  const [window, outcome] = [windowIn(source), outcomeIn(source)];
  if (window === undefined && outcome === undefined) return undefined;
  const app = appOf(context);
  const where = { ...(app !== undefined && { app }), ...(window && { window }) };
  switch (question.kind) {
    case 'appProblems':
      return { ...question, ...where, ...(outcome && { outcome }) };
    case 'appChanges':
      return { ...question, ...where };
    case 'explain':
      return question;
    default:
      return app === undefined ? undefined : { kind: 'appProblems', ...where, ...(outcome && { outcome }) };
  }
}

/** The same question about somebody else, or about another app. */
function switched({ user, app }: Names, context: Context): Question | undefined {
  if (app !== undefined) return withApp(app, context);
  return user === undefined ? undefined : withUser(user, context);
}

function withApp(app: string, context: Context): Question | undefined {
  const { question } = context;
  switch (question.kind) {
    case 'explain':
    case 'userOverview': {
      const user = userOf(context);
      return user === undefined ? { kind: 'appStatus', app } : { kind: 'explain', ...user, app };
    }
    case 'explainMany':
    case 'appStatus':
    case 'appProblems':
    case 'appChanges':
    case 'credentials':
    case 'watch':
    case 'unwatch':
      return { ...question, app };
    case 'topic':
      return question.app === undefined ? { kind: 'appStatus', app } : { ...question, app };
    case 'overview':
    case 'watching':
    case 'help':
    case 'about':
    case 'notMine':
    case 'meaning':
      return { kind: 'appStatus', app };
  }
}

function withUser(user: string, context: Context): Question | undefined {
  const { question } = context;
  const app = appOf(context);
  if (question.kind === 'userOverview')
    return { kind: 'userOverview', user, ...(question.focus && { focus: question.focus }) };
  if (app === undefined && question.kind !== 'explain') return { kind: 'userOverview', user };
  return { kind: 'explain', user, ...(app !== undefined && { app }) };
}

const both = /\b(?:both|(?:the|these|those) two|two of them)\b/i;

/** The last two who were talked about, by id. */
function bothOf({ subject, previous }: Context): readonly string[] | undefined {
  return subject && previous !== undefined ? [previous, subject.id] : undefined;
}

const person =
  /\b(?:he|she|they|him|her|his|hers|them|their|this (?:person|user|one|guy)|that (?:person|user|guy)|the (?:user|person|guy|group|same person))\b/i;
const singular = /\b(?:he|she|him|her|his|hers)\b/i;
const thing = /\b(?:it|its|there|this app|that app|the app|this one|that one|same app|that|them|those)\b/i;

/** A question of its own, with the person and the app that it points at; undefined where it points at nothing. */
function filled(own: Interpretation | undefined, context: Context, source: string): FollowUp | undefined {
  if (!own) return undefined;
  const { question, confidence } = own;
  const app = appOf(context);
  const user = userOf(context);
  const points = thing.test(source);
  switch (question.kind) {
    case 'explain':
      if (question.user === undefined && user) {
        const where = question.app ?? app;
        return as(
          where === undefined ? { kind: 'userOverview', ...user } : { kind: 'explain', ...user, app: where },
          confidence,
        );
      }
      return question.app === undefined && app !== undefined ? as({ ...question, app }, confidence) : undefined;
    case 'userOverview':
      if (question.user === undefined && user && person.test(source)) return as({ ...question, ...user }, confidence);
      return question.user !== undefined && app !== undefined && points
        ? as({ kind: 'explain', user: question.user, app }, confidence)
        : undefined;
    case 'appStatus':
    case 'appProblems':
    case 'appChanges':
    case 'credentials':
      return question.app === undefined && app !== undefined ? as({ ...question, app }, confidence) : undefined;
    case 'watch':
    case 'unwatch': {
      // "once a day is enough" is about what was just watched; a bare "stop" may be about anything that is.
      const isSetting = question.kind === 'watch' && context.question.kind === 'watch';
      return question.app === undefined && app !== undefined && (points || isSetting)
        ? as({ ...question, app }, confidence)
        : undefined;
    }
    case 'overview':
      return app !== undefined && points ? as({ kind: 'appStatus', app }, confidence) : undefined;
    case 'explainMany':
    case 'watching':
    case 'help':
    case 'about':
    case 'notMine':
    case 'meaning':
    case 'topic':
      return undefined;
  }
}

/** The one who was found, by id: the name alone might be taken for a namesake elsewhere. */
function userOf({ subject, question }: Context): { readonly user: string; readonly subject?: SubjectType } | undefined {
  if (subject) return { user: subject.id, subject: subject.type };
  if (question.kind !== 'explain' && question.kind !== 'userOverview') return undefined;
  return question.user === undefined
    ? undefined
    : { user: question.user, ...(question.subject && { subject: question.subject }) };
}

function appOf({ app, question }: Context): string | undefined {
  return app?.id ?? ('app' in question ? question.app : undefined);
}
