import type { Answer, Answered } from '../answers/answer.ts';
import type { Ask } from '../answers/ask.ts';
import type { Question } from '../questions/question.ts';
import type { Inbound } from './inbound.ts';
import type { Asked } from './payload.ts';

export interface AnsweringDeps {
  readonly ask: Ask;
  /** The tenant that the bot answers for; undefined: whoever is on this machine. */
  readonly tenantId?: string;
  /** Aborts when the bot stops and patience is over. */
  readonly stopping: AbortSignal;
  readonly turnTimeoutMs: number;
  /** How long an answer may still take after the turn was aborted. */
  readonly graceMs: number;
  readonly onFailure: (error: unknown, correlationId: string) => void;
}

const help: Question = { kind: 'help' };

/** An answer that cost nothing. */
export function free(answer: Answer): Answered {
  return { answer, cost: { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 } };
}

export const greeting: Answered = free({ kind: 'help', question: help });

/**
 * Answers one turn within its time. Never rejects: an `ask` that fails or hangs is an answer too. `asked` is undefined for
 * a button that holds nothing to ask, forged or of a card of long ago: that is for whoever may ask to be told.
 */
export async function answerWithin(
  deps: AnsweringDeps,
  from: Inbound,
  asked: Asked | undefined,
  correlationId: string,
  onInterim?: (answered: Answered) => void,
): Promise<Answered> {
  if (isForeign(deps.tenantId, from.tenantIds)) {
    return free({ kind: 'denied', question: help, who: 'asker', refusal: 'foreign' });
  }
  const question = asked && 'question' in asked ? asked.question : help;
  const unavailable = (because: 'internal' | 'timeout' | 'cancelled') =>
    free({ kind: 'unavailable', question, because, correlationId });

  const signal = AbortSignal.any([deps.stopping, AbortSignal.timeout(deps.turnTimeoutMs)]);
  let grace: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Answered>((resolve) => {
    const giveUp = () => resolve(unavailable(deps.stopping.aborted ? 'cancelled' : 'timeout'));
    const onAbort = () => {
      grace = setTimeout(giveUp, deps.graceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    const { asker, place, reader } = from;
    const answering = deps.ask({ ...asked, asker, place, ...reader, onInterim, signal, correlationId });
    return await Promise.race([answering, tooLate]);
  } catch (error) {
    deps.onFailure(error, correlationId);
    return unavailable('internal');
  } finally {
    clearTimeout(grace);
  }
}

/**
 * Whether an activity is of another tenant, or does not say of which. A domain cannot be compared with an id: then the
 * bot's registration alone decides.
 */
export function isForeign(own: string | undefined, theirs: readonly string[]): boolean {
  if (own === undefined || own.includes('.')) return false;
  return theirs.length === 0 || theirs.some((id) => id.toLowerCase() !== own.toLowerCase());
}
