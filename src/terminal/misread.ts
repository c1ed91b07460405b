import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Misread } from '../answers/audit.ts';
import { clean } from '../words/clean.ts';

export interface MisreadTerminal {
  readonly args: readonly string[];
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Opens the audit that the settings name. Throws ConfigError, StoreError. */
  readonly open: () => Promise<{ misread(): AsyncIterable<Misread>; close(): Promise<void> }>;
}

export const misreadUsage = `List the questions that Skipper misread and that people then corrected by a tap, newest first.

  npm run -s misread             when, understood as, meant; and what was typed, if it is kept
  npm run -s misread -- --json   examples to train the reader on, one JSON object per line; only those with text

Text is kept only with AUDIT_QUESTION_TEXT=true.
It reads the database in the settings (DATABASE_URL, or DATA_DIR, which only one process can use: stop the bot first).
Exit code: 0 read, 2 wrong usage or settings.
`;

/** Runs one call of `npm run misread` and returns its exit code. */
export async function runMisread({ args, stdout, stderr, open }: MisreadTerminal): Promise<number> {
  const parsed = parse(args);
  if ('fault' in parsed) {
    stderr.write(`${parsed.fault}\n\n${misreadUsage}`);
    return 2;
  }
  if (parsed.help) {
    stdout.write(misreadUsage);
    return 0;
  }
  const audit = await open();
  try {
    const found = audit.misread();
    await pipeline(parsed.json ? examples(found) : lines(found), stdout, { end: false });
    return 0;
  } finally {
    await audit.close();
  }
}

type Parsed = { readonly help: boolean; readonly json: boolean } | { readonly fault: string };

function parse(args: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function* lines(found: AsyncIterable<Misread>): AsyncIterable<string> {
  for await (const { at, understoodAs, confidence, meant, text } of found) {
    const sure = confidence === undefined ? '' : ` (${Math.round(confidence * 100)} % sure)`;
    const typed = text === undefined ? '' : `: “${clean(text, 300)}”`;
    yield `${at}  understood as ${understoodAs ?? 'nothing'}${sure}, meant ${meant}${typed}\n`;
  }
}

async function* examples(found: AsyncIterable<Misread>): AsyncIterable<string> {
  for await (const { text, meant } of found)
    if (text !== undefined) yield `${JSON.stringify({ text, intent: meant, from: 'misread' })}\n`;
}
