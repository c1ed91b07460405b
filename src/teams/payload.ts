import { z } from 'zod/v4';
import type { Question, QuestionKind } from '../questions/question.ts';

/** What is asked: a question, or words. */
export type Asked = ({ readonly question: Question } | { readonly text: string }) & {
  /** Not from memory: "check again" was pressed. */
  readonly fresh?: boolean;
  /** The correlation id of the answer that left this to be chosen. */
  readonly corrects?: string;
};

/**
 * What a button of a card asks for. `apart`: the answer goes into a message of its own, and the card stays. `toMe`: it
 * is for who presses the button, and for nobody else in the chat.
 */
export interface Tap {
  readonly asked: Asked;
  readonly apart: boolean;
  readonly toMe: boolean;
}

const short = z.string().max(512);
const long = z.string().max(24_000);
const aboutMatter = z.enum([
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
]);
const orderMatter = z.enum([
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
]);
const subject = z.enum(['user', 'group', 'worker']);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const unit = z.enum(['minute', 'hour', 'day', 'week', 'month']);
const amount = z.number().int().min(0).max(100_000);
const timePoint = z.union([
  z.object({ ago: amount, unit }),
  z.object({ day: z.string().max(20), time: clockTime.optional() }),
  z.object({ begin: unit, back: z.number().int().min(-1).max(100_000).optional() }),
]);

const timeWindow = z.object({ from: timePoint, to: timePoint.optional() });

/** One row for each kind of question: the compiler asks for the row of a kind that is added. */
const kinds = {
  explain: z.object({
    kind: z.literal('explain'),
    user: short.optional(),
    app: short.optional(),
    subject: subject.optional(),
    choose: z.literal(true).optional(),
  }),
  explainMany: z.object({
    kind: z.literal('explainMany'),
    users: z.array(short).min(1).max(20),
    app: short.optional(),
  }),
  appStatus: z.object({
    kind: z.literal('appStatus'),
    app: short.optional(),
    focus: z.literal('affected').optional(),
  }),
  overview: z.object({
    kind: z.literal('overview'),
    only: z.enum(['problems', 'quarantine']).optional(),
    page: z.number().int().min(1).max(10_000).optional(),
  }),
  appProblems: z.object({
    kind: z.literal('appProblems'),
    app: short.optional(),
    outcome: z.enum(['failed', 'skipped']).optional(),
    code: short.optional(),
    window: timeWindow.optional(),
  }),
  appChanges: z.object({
    kind: z.literal('appChanges'),
    app: short.optional(),
    change: z.enum(['created', 'updated', 'disabled', 'deleted']).optional(),
    window: timeWindow.optional(),
  }),
  userOverview: z.object({
    kind: z.literal('userOverview'),
    user: short.optional(),
    subject: subject.optional(),
    focus: z.literal('leaver').optional(),
  }),
  credentials: z.object({ kind: z.literal('credentials'), app: short.optional(), test: z.boolean().optional() }),
  watch: z.object({
    kind: z.literal('watch'),
    app: short.optional(),
    about: z.enum(['problems', 'everything']).optional(),
    digestAt: z.union([clockTime, z.literal('off')]).optional(),
    muteMinutes: z.number().int().min(0).max(525_600).optional(),
    muteUntil: timePoint.optional(),
  }),
  unwatch: z.object({ kind: z.literal('unwatch'), app: short.optional(), all: z.literal(true).optional() }),
  watching: z.object({ kind: z.literal('watching') }),
  meaning: z.object({ kind: z.literal('meaning'), text: long }),
  topic: z.object({ kind: z.literal('topic'), topic: short, app: short.optional() }),
  help: z.object({ kind: z.literal('help') }),
  about: z.object({ kind: z.literal('about'), of: aboutMatter }),
  notMine: z.object({
    kind: z.literal('notMine'),
    of: orderMatter,
    user: short.optional(),
    app: short.optional(),
  }),
} satisfies { readonly [Kind in QuestionKind]: z.ZodType<Extract<Question, { kind: Kind }>> };

const question: z.ZodType<Question> = z.discriminatedUnion('kind', [
  kinds.explain,
  kinds.explainMany,
  kinds.appStatus,
  kinds.overview,
  kinds.appProblems,
  kinds.appChanges,
  kinds.userOverview,
  kinds.credentials,
  kinds.watch,
  kinds.unwatch,
  kinds.watching,
  kinds.meaning,
  kinds.topic,
  kinds.help,
  kinds.about,
  kinds.notMine,
]);

// Some clients send the data of a button as JSON in a string.
const payload = z.preprocess(parseText, z.object({ question: z.preprocess(parseText, question) }));
const typed = z.preprocess(parseText, z.object({ text: long.trim().min(1) }));
const opening = z.preprocess(parseText, z.object({ verb: z.literal('open') }));
const toMe = z.preprocess(parseText, z.object({ verb: z.literal('showToMe') }));
const corrected = z.preprocess(parseText, z.object({ of: z.string().regex(/^[\w-]{1,64}$/) }));
const again = z.preprocess(parseText, z.object({ verb: z.literal('checkAgain') }));

/**
 * The question in a button's data, or undefined when there is none that can be asked.
 * Anybody in the conversation can forge the data: only the fields of a question come through.
 */
export function readTap(data: unknown): Tap | undefined {
  const asked = readAsked(data);
  if (!asked) return undefined;
  const fresh = again.safeParse(data).success ? { fresh: true } : {};
  const corrects = corrected.safeParse(data);
  const apart = opening.safeParse(data).success;
  const of = corrects.success ? { corrects: corrects.data.of } : {};
  return { asked: { ...asked, ...fresh, ...of }, apart, toMe: toMe.safeParse(data).success };
}

function readAsked(data: unknown): Asked | undefined {
  const asked = payload.safeParse(data);
  if (asked.success) return { question: asked.data.question };
  const said = typed.safeParse(data);
  return said.success ? { text: said.data.text } : undefined;
}

function parseText(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > 100_000) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
