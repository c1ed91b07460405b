import type { Answered, Cost } from '../answers/answer.ts';
import type { AskRequest } from '../answers/ask.ts';
import { word } from '../words/word.ts';
import type { Worded } from '../words/worded.ts';
import type { Progress } from './progress.ts';
import type { Line } from './questions.ts';
import type { OpenTenant, Terminal } from './terminal.ts';

/** How one question is asked. */
export interface Asking extends Pick<AskRequest, 'conversation' | 'onRow'> {
  readonly tenant: OpenTenant;
  readonly terminal: Pick<Terminal, 'reader' | 'newId'>;
  readonly signal: AbortSignal;
  readonly show?: Progress['show'];
}

const nothing: Cost = { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 };

/** The answer to a line, in words. */
export async function askLine(line: Line, asking: Asking): Promise<Worded> {
  if ('text' in line) return askOne(line.text, asking);
  return word(
    { answer: { kind: 'notUnderstood', text: '', reason: 'tooLong' }, cost: nothing },
    asking.terminal.reader,
  );
}

/** The answer to a text, in words. What is known on the way may still change: only how far it has come is shown. */
export async function askOne(
  text: string,
  { tenant, terminal, signal, show, conversation, onRow }: Asking,
): Promise<Worded> {
  const { reader, newId } = terminal;
  const { timeZone } = reader;
  const onInterim = (interim: Answered) => show?.(word(interim, reader).pending ?? '', shareOf(interim));
  const request = { text, timeZone, conversation, onInterim, onRow, signal, correlationId: newId() };
  return word(await tenant.ask(request), reader);
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
