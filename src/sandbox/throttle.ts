import { secondMs } from './moment.ts';

export interface ThrottleOptions {
  /** Requests that a window admits. Default 5, as documented for identity and access reports. */
  readonly requests?: number;
  /** Default 10 seconds. */
  readonly windowMs?: number;
  /** Milliseconds that only move forward. Default: the machine's own, for the wait is real. */
  readonly clock?: () => number;
}

/** A sliding window. Whoever is refused has asked all the same: refused requests count too. */
export class Throttle {
  readonly #requests: number;
  readonly #windowMs: number;
  readonly #clock: () => number;
  #asked: number[] = [];

  constructor(options: ThrottleOptions = {}) {
    this.#requests = options.requests ?? 5;
    this.#windowMs = options.windowMs ?? 10 * secondMs;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** Undefined: admitted. Else the seconds to wait, with a fraction. */
  ask(): number | undefined {
    const now = this.#clock();
    this.#asked = this.#asked.filter((at) => at > now - this.#windowMs);
    this.#asked.push(now);
    if (this.#asked.length <= this.#requests) return undefined;
    const clearing = this.#asked.at(-this.#requests) ?? now;
    return Math.max(1, Math.ceil(clearing + this.#windowMs - now)) / secondMs;
  }
}
