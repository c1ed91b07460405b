import { type FollowUp, readFollowUp } from '../questions/follow-up.ts';
import type { Question } from '../questions/question.ts';
import { understand } from '../questions/understand.ts';
import type { NotUnderstoodAnswer } from './answer.ts';
import type { AskRequest } from './ask.ts';
import type { Recalled } from './recollection.ts';
import { longestFollowUp, toTold } from './told.ts';
import type { Turn } from './turn.ts';

/** What a request can mean, likeliest first. */
export type Readings = readonly [Question, ...Question[]];

/**
 * What the text of a request means behind the answer before it; undefined where it stands by itself. Names are looked up
 * with the reads of the turn, which are those that the asker may make.
 */
export async function followUpOf(
  { text, question }: AskRequest,
  recalled: Recalled | undefined,
  { reads }: Pick<Turn, 'reads'>,
): Promise<FollowUp | undefined> {
  if (recalled === undefined || text === undefined || question !== undefined) return undefined;
  if (text.length > longestFollowUp) return undefined;
  return readFollowUp(text, await toTold(recalled.remembered, text, reads), recalled.manner);
}

/** What a request asks, or that it asks nothing. `apps`: names that the tenant is known to have. */
export function understood(
  { text, question }: AskRequest,
  followUp?: FollowUp,
  apps: readonly string[] = [],
): Readings | NotUnderstoodAnswer {
  if (question) return [question];
  // A button that holds nothing to ask: forged, or of a card of long ago.
  if (text === undefined) return { kind: 'notUnderstood', text: '', reason: 'nonsense' };
  if (followUp) return followUp.readings;
  const understanding = understand(text, { apps });
  if (understanding.understood) return understanding.readings;
  const { reason, app } = understanding;
  return { kind: 'notUnderstood', text, reason, ...(app !== undefined && { named: app }) };
}

export function isUnderstood(one: Readings | NotUnderstoodAnswer): one is Readings {
  return Array.isArray(one);
}
