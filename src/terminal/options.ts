import { parseArgs } from 'node:util';

/** What the command line asked for. */
export interface TerminalOptions {
  readonly json: boolean;
  readonly ticket: boolean;
  /** Everybody whom the answer counts, a line a person. */
  readonly csv: boolean;
  readonly help: boolean;
  /** Read questions from standard input, one a line. */
  readonly fromStdin: boolean;
  /** A file that holds a pasted message or log entry. */
  readonly file?: string;
  readonly question?: string;
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: TerminalOptions }
  | { readonly ok: false; readonly fault: string };

/** Reads the arguments after the script's name. A lone "-" means: a question a line on standard input. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        ticket: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const fromStdin = positionals.length === 1 && positionals[0] === '-';
    const question = fromStdin || positionals.length === 0 ? undefined : positionals.join(' ');
    const options = {
      json: values.json,
      ticket: values.ticket,
      csv: values.csv,
      help: values.help,
      file: values.file,
      fromStdin,
      question,
    };
    if (options.help) return { ok: true, options };
    if (options.file !== undefined && (question !== undefined || fromStdin))
      return { ok: false, fault: 'give either --file or a question, not both' };
    if (options.csv && (options.json || options.ticket || fromStdin))
      return { ok: false, fault: 'give --csv with one question, and without --json or --ticket' };
    if (options.file === undefined && question === undefined && !fromStdin)
      return { ok: false, fault: 'no question given' };
    return { ok: true, options };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}

export const usage = `Ask Skipper from the terminal.

  npm run ask -- "why was alice skipped in Salesforce?"
  npm run -s ask -- --json "…"        one JSON object
  npm run -s ask -- --json -          questions on standard input, one a line; one JSON object a line;
                                      "and bob?" follows up on the line before
  npm run ask -- --ticket "…"         plain text for a ticket
  npm run -s ask -- --csv "who failed in Slack this week?"   everybody, a line a person
  npm run ask -- --file entry.json    a pasted log entry or message

Without GRAPH_TOKEN or Azure credentials in the settings it asks the sample tenant Contoso.
Exit code: 0 answered, 1 unavailable, 2 wrong usage or settings.
`;
