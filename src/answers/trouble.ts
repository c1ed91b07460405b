import { GraphError } from '../entra/errors.ts';
import type { Question } from '../questions/question.ts';
import type { DeniedAnswer, UnavailableAnswer } from './answer.ts';
import type { Turn } from './turn.ts';

/** What the asker reads, and what the operator does. */
export interface Trouble {
  readonly answer: DeniedAnswer | UnavailableAnswer;
  readonly message: string;
  readonly log: object;
}

/** When nothing better is known, ask again after this long. */
const defaultRetryMs = 60_000;

/** Why Graph gave no answer, in the words of an answer. */
export function reasonOf({ code }: GraphError): UnavailableAnswer['because'] | 'refused' {
  switch (code) {
    case 'unauthenticated':
    case 'forbidden':
      return 'refused';
    case 'throttled':
    case 'timeout':
    case 'unreachable':
    case 'cancelled':
    case 'garbled':
      return code;
    case 'serverError':
    case 'badRequest':
    case 'notFound':
      return 'server-error';
  }
}

/** Turns whatever went wrong into an answer for the asker and a line for the operator's log. */
export function troubleAnswer(error: unknown, question: Question, correlationId: string, turn: Turn): Trouble {
  if (!(error instanceof GraphError)) {
    return {
      answer: { kind: 'unavailable', question, because: 'internal', correlationId, ...turn.found },
      message: 'an answer failed inside Skipper: please report it with this stack',
      log: { code: 'internal', err: error },
    };
  }
  const { code, permission, status, requestId, operation } = error;
  const log = { code, permission, status, requestId, operation };
  const denied: DeniedAnswer = { kind: 'denied', question, who: 'graph', status, permission };
  const retryAt = new Date(turn.now.getTime() + (error.retryAfterMs ?? defaultRetryMs)).toISOString();
  const unavailable = (because: UnavailableAnswer['because']): UnavailableAnswer => {
    return { kind: 'unavailable', question, because, retryAt, correlationId, ...turn.found };
  };
  switch (code) {
    case 'unauthenticated':
      return {
        answer: denied,
        message: 'Microsoft Graph refused the sign-in: check GRAPH_TOKEN, or the identity that Skipper runs as',
        log,
      };
    case 'forbidden':
      return {
        answer: denied,
        message: `Microsoft Graph refused a read: grant the application permission ${permission ?? 'that it needs'} with admin consent`,
        log,
      };
    case 'throttled':
      return { answer: unavailable('throttled'), message: 'Microsoft Graph throttles, and patience ran out', log };
    case 'timeout':
      return { answer: unavailable('timeout'), message: 'Microsoft Graph did not answer in time', log };
    case 'unreachable':
      return {
        answer: unavailable('unreachable'),
        message: 'Microsoft Graph cannot be reached: check GRAPH_ENDPOINT and the network',
        log: { ...log, err: error },
      };
    case 'cancelled':
      return { answer: unavailable('cancelled'), message: 'the turn ended before its answer', log };
    case 'garbled':
      return { answer: unavailable('garbled'), message: 'Microsoft Graph sent something that is no answer', log };
    case 'serverError':
      return { answer: unavailable('server-error'), message: 'Microsoft Graph failed', log };
    case 'badRequest':
    case 'notFound':
      return {
        answer: unavailable('server-error'),
        message: 'Microsoft Graph refused a request that it should know: please report it',
        log: { ...log, err: error },
      };
  }
}
