import { type Activity, ActivityTypes } from 'botbuilder';
import type { Answered } from '../answers/answer.ts';
import type { Audience } from '../words/word.ts';
import type { Inbound } from './inbound.ts';
import { type CardResponse, cardMessage, lineUnderCard, type Presented } from './outbound.ts';
import type { Origin, TurnDeps } from './turns.ts';

type Showing = Pick<TurnDeps, 'present' | 'texts' | 'onFailure'>;

/** What is said in a chat of several is read by all of them. */
function audienceOf({ place }: Inbound): Audience {
  return place.type === 'personal' ? 'asker' : 'everybody';
}

/** An answer as a message; one that cannot be shown says so. */
export function messageFor(deps: Showing, turn: Origin, answered: Answered, audience?: Audience): Partial<Activity> {
  const { inbound, correlationId } = turn;
  try {
    return cardMessage(deps.present(answered, inbound.reader, audience ?? audienceOf(inbound)));
  } catch (error) {
    deps.onFailure(error, correlationId);
    return { type: ActivityTypes.Message, text: deps.texts.failed(inbound.reader, correlationId) };
  }
}

/** An answer as what a button is answered with; one that cannot be shown says so. */
export function responseFor(
  deps: Showing,
  { inbound, correlationId }: Origin,
  answered: Answered,
  shape: (presented: Presented) => CardResponse,
  audience?: Audience,
): CardResponse {
  try {
    return shape(deps.present(answered, inbound.reader, audience ?? audienceOf(inbound)));
  } catch (error) {
    deps.onFailure(error, correlationId);
    return lineUnderCard(deps.texts.failed(inbound.reader, correlationId));
  }
}
