import type { Question } from '../questions/question.ts';
import { understand } from '../questions/understand.ts';
import type { NotUnderstoodAnswer } from './answer.ts';
import type { AskRequest } from './ask.ts';

/** What a request can mean, likeliest first. */
export type Readings = readonly [Question, ...Question[]];

/** What a request asks, or that it asks nothing. */
export function understood({ text, question }: AskRequest): Readings | NotUnderstoodAnswer {
  if (question) return [question];
  // A button that holds nothing to ask: forged, or of a card of long ago.
  if (text === undefined) return { kind: 'notUnderstood', text: '', reason: 'nonsense' };
  const understanding = understand(text);
  if (understanding.understood) return understanding.readings;
  return { kind: 'notUnderstood', text, reason: understanding.reason };
}

export function isUnderstood(one: Readings | NotUnderstoodAnswer): one is Readings {
  return Array.isArray(one);
}
