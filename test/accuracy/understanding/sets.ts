import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod/v4';

const tenantSchema = z.object({
  name: z.string(),
  domain: z.string(),
  apps: z.array(z.string()),
  people: z.array(
    z.object({
      name: z.string(),
      upn: z.string(),
      employeeId: z.string().optional(),
      department: z.string().optional(),
    }),
  ),
  groups: z.array(z.string()).default([]),
});

const textSchema = z.object({
  text: z.string().min(1),
  /** The kinds of answer that a sensible colleague would accept. */
  accept: z.array(z.string()).min(1),
  group: z.string().optional(),
  voice: z.string().optional(),
  /** The names that it is about, as the tenant has them: "Priya Raman / Slack". */
  meant: z.string().optional(),
  /** Which of several bearers of that name. */
  meantUpn: z.string().optional(),
  /** It is about nobody and no app: the kind of the answer suffices. */
  notAbout: z.boolean().optional(),
  language: z.string().optional(),
  /** Of those that are none of Skipper's business: an order, small talk, another matter, or about Skipper itself. */
  kind: z.string().optional(),
});

const inventedSchema = z.object({
  text: z.string().min(1),
  /** Nobody is called so. */
  invented: z.string(),
  /** Who is called most alike. */
  near: z.string().nullish(),
});

const dialogueSchema = z.object({ name: z.string(), turns: z.array(textSchema).min(1) });

export type TenantSketch = z.infer<typeof tenantSchema>;
export type AskedText = z.infer<typeof textSchema>;
export type InventedName = z.infer<typeof inventedSchema>;
export type Dialogue = z.infer<typeof dialogueSchema>;

/** Texts with the tenant that they are asked in. */
export interface Utterances {
  readonly tenant: TenantSketch;
  readonly texts: readonly AskedText[];
}

/** What other hands wrote at one time. */
export interface Round {
  readonly number: number;
  readonly utterances: readonly Utterances[];
  /** Where names and other matters are asked. */
  readonly tenant: TenantSketch;
  /** Where dialogues and other languages are: the same, unless somebody else wrote them. */
  readonly tenantOfDialogues: TenantSketch;
  readonly names: readonly InventedName[];
  readonly offtopic: readonly AskedText[];
  readonly dialogues: readonly Dialogue[];
  readonly languages: readonly AskedText[];
}

const folder = new URL('./', import.meta.url);

/** Every round that is there, oldest first. A file that is not there yet holds nothing. */
export function readRounds(): readonly Round[] {
  return readdirSync(folder)
    .flatMap((name) => /^round-(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map(readRound);
}

function readRound(number: number): Round {
  const home = new URL(`round-${number}/`, folder);
  const files = readdirSync(home);
  const tenantIn = (name: string) => tenantSchema.parse(JSON.parse(readFileSync(new URL(name, home), 'utf8')));
  const lines = <T>(name: string, schema: { parse(value: unknown): T }): readonly T[] =>
    !files.includes(name)
      ? []
      : readFileSync(new URL(name, home), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => schema.parse(JSON.parse(line)));
  const utterances = files
    .flatMap((name) => /^utterances-(.+)\.jsonl$/.exec(name)?.[1] ?? [])
    .sort()
    .map((part) => ({
      tenant: tenantIn(`tenant-${part}.json`),
      texts: lines(`utterances-${part}.jsonl`, textSchema),
    }));
  const tenant = tenantIn('tenant-names.json');
  return {
    number,
    utterances,
    tenant,
    tenantOfDialogues: files.includes('tenant-dialogues.json') ? tenantIn('tenant-dialogues.json') : tenant,
    names: lines('names.jsonl', inventedSchema),
    offtopic: lines('offtopic.jsonl', textSchema),
    dialogues: lines('dialogues.jsonl', dialogueSchema),
    languages: lines('languages.jsonl', textSchema),
  };
}
