import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod/v4';

/** A text with what it asks. Names are parts of the text, letter by letter. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string;
  /** Whom it is about; not the sender. */
  readonly people: readonly string[];
  readonly apps: readonly string[];
  readonly topic?: string;
  /** Which small talk, or which order. */
  readonly matter?: string;
  readonly voice?: string;
  /** Whose hand it is of. */
  readonly from: string;
}

/** What is typed behind an answer, and what it means there. */
export interface LabelledFollowUp {
  readonly before: { readonly intent: string };
  readonly text: string;
  readonly act: string;
  readonly intent?: string;
  readonly people: readonly string[];
  readonly apps: readonly string[];
  readonly from: string;
}

const names = z.array(z.string().min(1)).default([]);
const labelledText = z.object({
  text: z.string().min(1),
  people: names,
  apps: names,
  topic: z.string().optional(),
  matter: z.string().optional(),
  voice: z.string().optional(),
  from: z.string(),
});
const labelledFollowUp = z.object({
  before: z.object({ intent: z.string() }),
  text: z.string().min(1),
  act: z.string(),
  intent: z.string().optional(),
  people: names,
  apps: names,
  from: z.string(),
});

const folder = new URL('texts/', import.meta.url);
const followUps = 'follow-ups.jsonl';

/** Every labelled text: a file of JSON lines for each intent, named by it. Throws where a line is no labelled text. */
export function readTexts(): readonly LabelledText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== followUps)
    .sort()
    .flatMap((name) =>
      linesOf(name).map((line) => ({ ...labelledText.parse(line), intent: name.replace('.jsonl', '') })),
    );
}

export function readFollowUps(): readonly LabelledFollowUp[] {
  return linesOf(followUps).map((line) => labelledFollowUp.parse(line));
}

function linesOf(name: string): readonly unknown[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
