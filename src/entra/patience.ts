import type { EntraOptions } from './settings.ts';
import { sleepFor } from './sleep.ts';

/** How long one turn may still wait to retry. All its waits draw on the same patience. */
export interface Patience {
  /** How long to wait before attempt + 1: what Graph asked for, else doubling, both with jitter. */
  delay(attempt: number, retryAfterMs: number | undefined): number;
  /** Whether so long a wait is still within the turn's patience. */
  allows(ms: number): boolean;
  /** Waits and draws on the patience; rejects as soon as the turn is over. */
  wait(ms: number): Promise<void>;
}

/** Jitter on top of what Graph asks for, so that turns which were throttled together do not return together. */
const jitterMs = 250;

/** Doubling ends here. */
const longestBackoffMs = 30_000;

export function createPatience(options: EntraOptions, signal: AbortSignal): Patience {
  const { random, sleep = sleepFor, backoffMs = 500, patienceMs = 20_000 } = options;
  let waited = 0;
  return {
    delay(attempt, retryAfterMs) {
      if (retryAfterMs) return Math.ceil(retryAfterMs + random() * jitterMs);
      const doubled = Math.min(backoffMs * 2 ** (attempt - 1), longestBackoffMs);
      return Math.ceil(doubled * (0.5 + random() / 2));
    },
    // The jitter of an exact limit must not decide.
    allows: (ms) => waited + ms <= patienceMs + jitterMs,
    async wait(ms) {
      waited += ms;
      await sleep(ms, signal);
    },
  };
}
