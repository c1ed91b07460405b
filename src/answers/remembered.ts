import { z } from 'zod/v4';
import { lookUp } from '../diagnosis/catalogue/catalogue.ts';
import { tutorialBySlug } from '../diagnosis/catalogue/tutorials.ts';
import { httpStatus } from '../diagnosis/code-match.ts';
import {
  aboutMatters,
  appTutorialTopic,
  orderMatters,
  type Question,
  type QuestionKind,
} from '../questions/question.ts';
import { topicIds } from '../questions/topics/ids.ts';
import type { Remembered } from './conversation-memory.ts';

/** So many of an answer's choices are kept, as many as one lists. */
export const mostChoices = 10;

// Object ids, and the ids of an HR system: they hold a digit, and neither a space nor an @.
const id = z
  .string()
  .max(128)
  .regex(/^(?=.*\d)[\w.-]+$/);
// A setup tutorial stands for an app that the tenant need not have.
const appId = z.union([id, z.string().refine((slug) => tutorialBySlug(slug) !== undefined)]);
const subject = z.enum(['user', 'group', 'worker']);
const outcome = z.enum(['failed', 'skipped']);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const unit = z.enum(['minute', 'hour', 'day', 'week', 'month']);
const amount = z.number().int().min(0).max(100_000);
const day = z
  .string()
  .regex(/^(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d\d|\d\d-\d\d|\d{4}-\d\d-\d\d)$/);
const timePoint = z.union([
  z.object({ ago: amount, unit }),
  z.object({ day, time: clockTime.optional() }),
  z.object({ begin: unit, back: z.number().int().min(-1).max(100_000).optional() }),
]);

const timeWindow = z.object({ from: timePoint, to: timePoint.optional() });
const code = z.string().refine((one) => httpStatus(one) === Number(one) || lookUp(one)?.code === one);

/** One row for each kind of question: the compiler asks for the row of a kind that is added. */
const kinds = {
  explain: z.object({
    kind: z.literal('explain'),
    user: id.optional(),
    app: id.optional(),
    subject: subject.optional(),
  }),
  explainMany: z.object({ kind: z.literal('explainMany'), users: z.array(id).max(20), app: id.optional() }),
  appStatus: z.object({
    kind: z.literal('appStatus'),
    app: id.optional(),
    focus: z.literal('affected').optional(),
  }),
  overview: z.object({
    kind: z.literal('overview'),
    only: z.enum(['problems', 'quarantine']).optional(),
    page: z.number().int().min(1).max(10_000).optional(),
  }),
  appProblems: z.object({
    kind: z.literal('appProblems'),
    app: id.optional(),
    outcome: outcome.optional(),
    code: code.optional(),
    window: timeWindow.optional(),
  }),
  appChanges: z.object({
    kind: z.literal('appChanges'),
    app: id.optional(),
    change: z.enum(['created', 'updated', 'disabled', 'deleted']).optional(),
    window: timeWindow.optional(),
  }),
  userOverview: z.object({
    kind: z.literal('userOverview'),
    user: id.optional(),
    subject: subject.optional(),
    focus: z.literal('leaver').optional(),
  }),
  credentials: z.object({ kind: z.literal('credentials'), app: id.optional(), test: z.boolean().optional() }),
  watch: z.object({
    kind: z.literal('watch'),
    app: id.optional(),
    about: z.enum(['problems', 'everything']).optional(),
    digestAt: z.union([clockTime, z.literal('off')]).optional(),
    muteMinutes: z.number().int().min(0).max(525_600).optional(),
    muteUntil: timePoint.optional(),
  }),
  unwatch: z.object({ kind: z.literal('unwatch'), app: id.optional(), all: z.literal(true).optional() }),
  watching: z.object({ kind: z.literal('watching') }),
  meaning: z.object({ kind: z.literal('meaning'), text: z.literal('') }),
  topic: z.object({
    kind: z.literal('topic'),
    topic: z.enum([...topicIds, appTutorialTopic]),
    app: appId.optional(),
  }),
  help: z.object({ kind: z.literal('help') }),
  about: z.object({ kind: z.literal('about'), of: z.enum(aboutMatters) }),
  notMine: z.object({
    kind: z.literal('notMine'),
    of: z.enum(orderMatters),
    user: id.optional(),
    app: id.optional(),
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

const choice = z.object({
  type: z.enum(['user', 'group', 'worker', 'app', 'question']),
  id: appId.optional(),
  // A place in the list is kept even where its question cannot be: "the second one" must stay the second one.
  question: question.optional().catch(undefined),
});

const remembered: z.ZodType<Remembered> = z.object({
  question,
  subjectId: id.optional(),
  subjectType: subject.optional(),
  previousId: id.optional(),
  appId: id.optional(),
  outcome: outcome.optional(),
  missing: z.enum(['user', 'app']).optional(),
  choices: z.array(choice).max(mostChoices).optional(),
});

/** What may be kept of a conversation, and what may be believed of what was kept; undefined for anything else. */
export function readRemembered(value: unknown): Remembered | undefined {
  const read = remembered.safeParse(value);
  return read.success ? read.data : undefined;
}
