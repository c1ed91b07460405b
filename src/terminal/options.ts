import { parseArgs } from 'node:util';

/** What the command line asked for. */
export interface TerminalOptions {
  readonly json: boolean;
  readonly ticket: boolean;
  /** Everybody whom the answer counts, a line a person. */
  readonly csv: boolean;
  readonly help: boolean;
  /** Questions on standard input, one a line, each by itself. */
  readonly eachLine: boolean;
  /** A conversation, at a prompt or a line at a time from standard input. */
  readonly chat: boolean;
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
        chat: { type: 'boolean', default: false },
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const isStdin = positionals.length === 1 && positionals[0] === '-';
    const options: TerminalOptions = {
      json: values.json,
      ticket: values.ticket,
      csv: values.csv,
      chat: values.chat,
      help: values.help,
      file: values.file,
      eachLine: isStdin && !values.chat,
      question: isStdin || positionals.length === 0 ? undefined : positionals.join(' '),
    };
    const fault = options.help ? undefined : faultOf(options);
    if (fault !== undefined) return { ok: false, fault };
    return { ok: true, options };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}

function faultOf({ json, ticket, csv, chat, eachLine, file, question }: TerminalOptions): string | undefined {
  const isAsked = question !== undefined;
  if (chat && (isAsked || file !== undefined)) return 'give --chat without a question or --file: ask at the prompt';
  if (file !== undefined && (isAsked || eachLine)) return 'give either --file or a question, not both';
  if (csv && (json || ticket || eachLine || chat))
    return 'give --csv with one question, and without --json or --ticket';
  if (!isAsked && file === undefined && !eachLine && !chat) return 'no question given';
  return undefined;
}

export const usage = `Ask Skipper from the terminal.

  npm run ask -- "why was alice skipped in Salesforce?"
  npm run ask -- --chat               a conversation: "and bob?" follows up on the answer before it, a number picks
                                      from a list; Ctrl+D ends it; without a prompt it reads standard input
  npm run -s ask -- --json "…"        one JSON object
  npm run -s ask -- --json -          questions on standard input, one a line, each by itself; one JSON object a line,
                                      in the same order; a line may be a JSON string, for text with line breaks
  npm run ask -- --ticket "…"         plain text for a ticket
  npm run -s ask -- --csv "who failed in Slack this week?"   everybody, a line a person
  npm run ask -- --file entry.json    a pasted log entry or message

Without GRAPH_TOKEN or Azure credentials in the settings it asks the sample tenant Contoso.
Exit code: 0 answered, 1 unavailable or denied, 2 wrong usage or settings, 3 not understood or not found.
Of several lines the worst counts: 1, then 3, then 0. A conversation at a prompt ends with 0.
`;
