import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after the time; rejects as soon as the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** A real timer. */
export const sleepFor: Sleep = (ms, signal) => wait(ms, undefined, { signal });
