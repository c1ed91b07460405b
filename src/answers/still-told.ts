import { GraphError } from '../entra/errors.ts';
import type { Entra } from '../entra/reads.ts';
import type { Gate } from './gate.ts';
import { scopedReads } from './scoped-reads.ts';
import type { Subscription } from './subscriptions.ts';

/** Whether who subscribed may still be told; `unknown` where it cannot be looked up just now. */
export type StillTold = (
  subscription: Pick<Subscription, 'by' | 'place' | 'app'>,
  turn: Parameters<Entra['open']>[0],
) => Promise<boolean | 'unknown'>;

/**
 * Who leaves the groups is told nothing more in their own chat. A channel stays subscribed: an admin decided it for
 * everybody there. Rejects only with what is no GraphError.
 */
export function createStillTold(gate: Gate | undefined, entra: Entra): StillTold {
  return async ({ by, place, app }, turn) => {
    if (gate === undefined || place.type !== 'personal') return true;
    const reads = entra.open(turn);
    const standing = await gate(by, reads);
    if (standing.role === 'none') return standing.refusal === 'notChecked' ? 'unknown' : false;
    if (standing.apps === undefined) return true;
    if (app === undefined) return false;
    try {
      return (await scopedReads(reads, standing.apps).findApps(app.id)).length > 0;
    } catch (error) {
      if (error instanceof GraphError) return 'unknown';
      throw error;
    }
  };
}
