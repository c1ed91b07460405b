import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify';
import { z } from 'zod/v4';
import type { AuditRecord } from '../answers/audit.ts';
import type { AuditFilter } from '../store/audit.ts';

export interface AuditTerminal {
  readonly args: readonly string[];
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Opens the audit that the settings name. Throws ConfigError, StoreError. */
  readonly open: () => Promise<OpenAudit>;
}

export interface OpenAudit {
  read(filter: AuditFilter): AsyncIterable<AuditRecord>;
  close(): Promise<void>;
}

const columns = [
  'at',
  'askerId',
  'askerName',
  'placeType',
  'conversationId',
  'how',
  'kind',
  'confidence',
  'corrects',
  'text',
  'subjectType',
  'subjectId',
  'subjectName',
  'appId',
  'appName',
  'verdict',
  'cause',
  'outcome',
  'correlationId',
  'graphRequestIds',
] as const satisfies readonly (keyof AuditRecord)[];

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));

export const auditUsage = `Read who asked Skipper what. One JSON object a line, oldest first.

  npm run -s audit                                everything that is kept
  npm run -s audit -- --person alice@contoso.com  who asked, or about whom: an object id, a name, an address
  npm run -s audit -- --app Salesforce            an id or a name
  npm run -s audit -- --from 2026-11-01 --to 2026-12-01T00:00:00Z
  npm run -s audit -- --csv                       for a spreadsheet

It reads the database of the settings (DATABASE_URL, else DATA_DIR, which only one process may have: stop the bot first).
Exit code: 0 read, 2 wrong usage or settings.
`;

/** Runs one call of `npm run audit` and returns its exit code. */
export async function runAudit({ args, stdout, stderr, open }: AuditTerminal): Promise<number> {
  const parsed = parse(args);
  if ('fault' in parsed) {
    stderr.write(`${parsed.fault}\n\n${auditUsage}`);
    return 2;
  }
  if (parsed.help) {
    stdout.write(auditUsage);
    return 0;
  }
  const audit = await open();
  try {
    const records = audit.read(parsed.filter);
    if (parsed.csv) await pipeline(rows(records), table(), stdout, { end: false });
    else await pipeline(lines(records), stdout, { end: false });
    return 0;
  } finally {
    await audit.close();
  }
}

type Parsed =
  | { readonly help: boolean; readonly csv: boolean; readonly filter: AuditFilter }
  | { readonly fault: string };

function parse(args: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        person: { type: 'string' },
        app: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        csv: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const from = moment.optional().safeParse(values.from);
    const to = moment.optional().safeParse(values.to);
    if (!from.success || !to.success) return { fault: 'give times as 2026-11-01 or 2026-11-01T09:00:00Z' };
    const { person, app, csv, help } = values;
    return { help, csv, filter: { person, app, from: from.data, to: to.data } };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function* lines(records: AsyncIterable<AuditRecord>): AsyncIterable<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

async function* rows(records: AsyncIterable<AuditRecord>): AsyncIterable<object> {
  for await (const record of records) yield { ...record, graphRequestIds: record.graphRequestIds.join(' ') };
}

/** Names come from outside: none of them may be a formula in a spreadsheet. */
function table() {
  return stringify({ header: true, columns: [...columns], escape_formulas: true });
}
