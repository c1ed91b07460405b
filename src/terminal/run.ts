import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import type { Answered, Row } from '../answers/answer.ts';
import type { Ask } from '../answers/ask.ts';
import { type ListKind, listOf } from '../words/rows.ts';
import { word } from '../words/word.ts';
import type { Reader, Worded } from '../words/worded.ts';
import { type CsvList, csvList } from './csv.ts';
import { parseOptions, type TerminalOptions, usage } from './options.ts';
import { print, type Style } from './print.ts';
import type { Progress } from './progress.ts';
import { questionsOf } from './questions.ts';

/** What the terminal is given: streams, the asker's locale and zone, and how to reach a tenant. */
export interface Terminal {
  readonly args: readonly string[];
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly style: Style;
  /** Absent where nobody watches. */
  readonly progress?: Progress;
  readonly reader: Reader;
  readonly newId: () => string;
  readonly signal: AbortSignal;
  /** Opens the tenant that the settings name, or the sample one. Throws ConfigError. */
  readonly open: () => Promise<OpenTenant>;
}

export interface OpenTenant {
  readonly ask: Ask;
  /** Said on stderr before the first answer, e.g. that the sample tenant answers. */
  readonly remark?: string;
  close(): Promise<void>;
}

/** The largest file that is read as a pasted entry, in bytes. */
const largestFile = 5_000_000;

/** Exit codes. */
const answered = 0;
const unavailable = 1;
const wrongUsage = 2;

/** Runs one call of `npm run ask` and returns its exit code. Writes answers to stdout, everything else to stderr. */
export async function run(terminal: Terminal): Promise<number> {
  const parsed = parseOptions(terminal.args);
  if (!parsed.ok) {
    terminal.stderr.write(`${parsed.fault}\n\n${usage}`);
    return wrongUsage;
  }
  const { options } = parsed;
  if (options.help) {
    terminal.stdout.write(usage);
    return answered;
  }
  const texts = await textsOf(options, terminal);
  if (!texts) return wrongUsage;
  const tenant = await terminal.open();
  try {
    if (tenant.remark) terminal.stderr.write(`${tenant.remark}\n`);
    return await answerAll(texts, options, tenant.ask, terminal);
  } finally {
    await tenant.close();
  }
}

async function textsOf(
  options: TerminalOptions,
  terminal: Terminal,
): Promise<AsyncIterable<string> | readonly string[] | undefined> {
  if (options.fromStdin) return questionsOf(terminal.stdin);
  if (options.file === undefined) return [options.question ?? ''];
  try {
    const content = await readFile(options.file);
    if (content.byteLength <= largestFile) return [content.toString('utf8')];
    terminal.stderr.write(
      `${options.file} is larger than ${largestFile / 1_000_000} MB: give one entry, not a whole export\n`,
    );
  } catch (error) {
    terminal.stderr.write(
      `${options.file} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
  return undefined;
}

async function answerAll(
  texts: AsyncIterable<string> | readonly string[],
  options: TerminalOptions,
  ask: Ask,
  terminal: Terminal,
): Promise<number> {
  let code = answered;
  for await (const text of texts) {
    if (options.csv) return askForCsv(text, ask, terminal);
    const worded = word(await askOne(text, ask, terminal), terminal.reader);
    terminal.stdout.write(options.json ? `${JSON.stringify(worded)}\n` : textOf(worded, options, terminal.style));
    if (worded.kind === 'unavailable' || worded.kind === 'denied') code = unavailable;
  }
  return code;
}

/** Only the list goes to stdout; what there is to say about it, or why there is none, goes to stderr. */
async function askForCsv(text: string, ask: Ask, terminal: Terminal): Promise<number> {
  let list: CsvList | undefined;
  const worded = word(
    await askOne(text, ask, terminal, async (row) => {
      list ??= csvList(listOf(row), terminal.stdout, terminal.reader);
      await list.write(row);
    }),
    terminal.reader,
  );
  const kind = listKindOf(worded);
  const isList = kind !== undefined;
  if (isList) list ??= csvList(kind, terminal.stdout, terminal.reader);
  await list?.end();
  if (!('notes' in worded) || !isList)
    terminal.stderr.write(`There is no list to this question. ${print(worded, terminal.style)}`);
  else terminal.stderr.write([worded.headline, ...worded.notes, ''].join('\n'));
  if (worded.kind === 'unavailable' || worded.kind === 'denied') return unavailable;
  return isList ? answered : wrongUsage;
}

/** Which list an answer has, if any. */
function listKindOf({ kind }: Worded): ListKind | undefined {
  return kind === 'appProblems' || kind === 'explanations' || kind === 'appChanges' ? kind : undefined;
}

/** What is known on the way is not printed, for it may change: only how far it has come is shown. */
async function askOne(
  text: string,
  ask: Ask,
  terminal: Terminal,
  onRow?: (row: Row) => Promise<void>,
): Promise<Answered> {
  const { signal, reader, progress } = terminal;
  const onInterim = (interim: Answered) => progress?.show(word(interim, reader).pending ?? '', shareOf(interim));
  const { timeZone } = reader;
  try {
    return await ask({ text, timeZone, onInterim, onRow, signal, correlationId: terminal.newId() });
  } finally {
    progress?.stop();
  }
}

function shareOf({ pending }: Answered): number | undefined {
  switch (pending?.of) {
    case 'log':
      return pending.share;
    case 'apps':
      return pending.total ? pending.done / pending.total : undefined;
    case undefined:
      return undefined;
  }
}

function textOf(worded: Worded, options: TerminalOptions, style: Style): string {
  if (options.ticket && worded.kind === 'explanation') return `${worded.ticket}\n`;
  return print(worded, style);
}
