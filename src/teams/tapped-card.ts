import type { Answered } from '../answers/answer.ts';
import { answerWithin } from './answering.ts';
import { createLiveMessage } from './live-message.ts';
import { isTelling } from './outbound.ts';
import { messageFor } from './shown.ts';
import type { Turn, TurnDeps } from './turns.ts';

/** A card whose button was pressed, while its answer comes about. */
export interface TappedCard {
  answer(onInterim: (interim: Answered) => void): Promise<Answered>;
  show(interim: Answered): void;
  finish(answered: Answered): Promise<void>;
}

/** The answer to a tap, in the place of the card; in a message of its own where the button asks for that. */
export function tappedCard(deps: TurnDeps, turn: Turn<'tap'>): TappedCard {
  const { inbound, messenger, correlationId } = turn;
  const { tap } = inbound;
  const live = createLiveMessage(messenger, deps.timings.interimMs, tap?.apart ? undefined : inbound.cardId);
  return {
    answer: (onInterim) => answerWithin(deps, inbound, tap?.asked, correlationId, onInterim),
    show: (interim) => live.show(() => messageFor(deps, turn, interim)),
    async finish(answered) {
      // A card is only replaced by one that tells more, or that ends what was begun on it.
      if (isTelling(answered) || live.shown) await live.finish(() => messageFor(deps, turn, answered));
      else await messenger.send(messageFor(deps, turn, answered));
    },
  };
}
