import { readFile } from 'node:fs/promises';
import type { Row } from '../answers/answer.ts';
import { type ListKind, listOf } from '../words/rows.ts';
import type { Worded } from '../words/worded.ts';
import { askOne } from './asking.ts';
import { chat } from './chat.ts';
import { type CsvList, csvList } from './csv.ts';
import { answerEachLine } from './each-line.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts';
import { parseOptions, type TerminalOptions, usage } from './options.ts';
import { print } from './print.ts';
import type { OpenTenant, Terminal } from './terminal.ts';
import { writerOf } from './write.ts';

/** The largest file that is read as a pasted entry, in bytes. */
const largestFile = 5_000_000;

/** Runs one call of `npm run ask` and returns its exit code. Writes answers to stdout, everything else to stderr. */
export async function run(terminal: Terminal): Promise<ExitCode> {
  const parsed = parseOptions(terminal.args);
  if (!parsed.ok) {
    terminal.stderr.write(`${parsed.fault}\n\n${usage}`);
    return exitCodes.wrongUsage;
  }
  const { options } = parsed;
  if (options.help) {
    terminal.stdout.write(usage);
    return exitCodes.answered;
  }
  const answer = await answererOf(options, terminal);
  if (!answer) return exitCodes.wrongUsage;
  const tenant = await terminal.open({ manyAtOnce: options.eachLine });
  try {
    if (tenant.remark) terminal.stderr.write(`${tenant.remark}\n`);
    return await answer(options, tenant, terminal);
  } finally {
    await tenant.close();
  }
}

type Answerer = (options: TerminalOptions, tenant: OpenTenant, terminal: Terminal) => Promise<ExitCode>;

async function answererOf(options: TerminalOptions, terminal: Terminal): Promise<Answerer | undefined> {
  if (options.chat) return chat;
  if (options.eachLine) return answerEachLine;
  const text = options.file === undefined ? options.question : await textOfFile(options.file, terminal);
  if (text === undefined) return undefined;
  return (_options, tenant) => (options.csv ? askForCsv : askAndWrite)(text, options, tenant, terminal);
}

async function textOfFile(file: string, { stderr }: Terminal): Promise<string | undefined> {
  try {
    const content = await readFile(file);
    if (content.byteLength <= largestFile) return content.toString('utf8');
    stderr.write(`${file} is larger than ${largestFile / 1_000_000} MB: give one entry, not a whole export\n`);
  } catch (error) {
    stderr.write(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  return undefined;
}

async function askAndWrite(
  text: string,
  options: TerminalOptions,
  tenant: OpenTenant,
  terminal: Terminal,
): Promise<ExitCode> {
  const { signal, progress } = terminal;
  const worded = await askOne(text, { tenant, terminal, signal, show: progress?.show });
  progress?.stop();
  await writerOf(options, terminal)(worded);
  return exitCodeOf(worded);
}

/** Only the list goes to stdout; what there is to say about it, or why there is none, goes to stderr. */
async function askForCsv(
  text: string,
  _options: TerminalOptions,
  tenant: OpenTenant,
  terminal: Terminal,
): Promise<ExitCode> {
  const { signal, progress, reader } = terminal;
  let list: CsvList | undefined;
  const onRow = async (row: Row) => {
    list ??= csvList(listOf(row), terminal.stdout, reader);
    await list.write(row);
  };
  const worded = await askOne(text, { tenant, terminal, signal, show: progress?.show, onRow });
  progress?.stop();
  const kind = listKindOf(worded);
  if (kind) list ??= csvList(kind, terminal.stdout, reader);
  await list?.end();
  if (kind && 'notes' in worded) {
    terminal.stderr.write([worded.headline, ...worded.notes, ''].join('\n'));
    return exitCodes.answered;
  }
  terminal.stderr.write(`This question has no list to export. ${print(worded, terminal.style)}`);
  const code = exitCodeOf(worded);
  return code === exitCodes.answered ? exitCodes.wrongUsage : code;
}

/** Which list an answer has, if any. */
function listKindOf({ kind }: Worded): ListKind | undefined {
  return kind === 'appProblems' || kind === 'explanations' || kind === 'appChanges' ? kind : undefined;
}
