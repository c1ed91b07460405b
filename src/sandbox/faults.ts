/** What shall go wrong with the next request that fits. */
export interface Fault {
  /** Compared with the path and query after the version. */
  readonly path: RegExp;
  readonly method?: string;
  /** An answer in place of the real one. */
  readonly status?: number;
  /** A text is sent as it is, be it garbled; anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Waits before anything else. */
  readonly delayMs?: number;
  /** Cuts the connection in the middle of the answer. */
  readonly truncate?: boolean;
  /** Cuts the connection without an answer. */
  readonly reset?: boolean;
  /** How many requests it befalls. Default 1. */
  readonly times?: number;
}

/** Faults that wait for their request. */
export class Faults {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  next(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault that fits, taken off the list when it has befallen as many as it should. */
  take(method: string, target: string): Fault | undefined {
    const found = this.#waiting.find(({ fault }) => (fault.method ?? method) === method && fault.path.test(target));
    if (found === undefined) return undefined;
    found.left--;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((one) => one !== found);
    return found.fault;
  }
}
