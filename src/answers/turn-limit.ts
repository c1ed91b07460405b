import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AskRequest } from './ask.ts';

/** How long somebody has to wait, in milliseconds, before the next turn; undefined when it may begin now. */
export type TurnLimit = (asker: AskRequest['asker']) => Promise<number | undefined>;

/** At most so many turns a minute for each person. Counted by this instance alone. */
export function createTurnLimit(perMinute: number): TurnLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (asker) => {
    const who = asker?.aadObjectId ?? asker?.id ?? '';
    try {
      await limiter.consume(who);
      return undefined;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
      throw refused;
    }
  };
}
