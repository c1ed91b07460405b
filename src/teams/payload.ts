import { z } from 'zod/v4';
import type { Question, QuestionKind } from '../questions/question.ts';

/** What a button of a card asks for. */
export type Tap = { readonly question: Question } | { readonly text: string };

const short = z.string().max(512);
const long = z.string().max(24_000);

/** One row for each kind of question: the compiler asks for the row of a kind that is added. */
const kinds = {
  explain: z.object({
    kind: z.literal('explain'),
    user: short.optional(),
    app: short.optional(),
    subject: z.enum(['user', 'group', 'worker']).optional(),
  }),
  meaning: z.object({ kind: z.literal('meaning'), text: long }),
  topic: z.object({ kind: z.literal('topic'), topic: short }),
  help: z.object({ kind: z.literal('help') }),
} satisfies { readonly [Kind in QuestionKind]: z.ZodType<Extract<Question, { kind: Kind }>> };

const question: z.ZodType<Question> = z.discriminatedUnion('kind', [
  kinds.explain,
  kinds.meaning,
  kinds.topic,
  kinds.help,
]);

// Some clients send the data of a button as JSON in a string.
const payload = z.preprocess(parseText, z.object({ question: z.preprocess(parseText, question) }));
const typed = z.preprocess(parseText, z.object({ text: long.trim().min(1) }));

/**
 * The question in a button's data, or undefined when there is none that can be asked.
 * Anybody in the conversation can forge the data: only the fields of a question come through.
 */
export function readTap(data: unknown): Tap | undefined {
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
