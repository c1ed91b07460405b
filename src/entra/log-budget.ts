import type { Lane, SharedLogBudget } from './reads.ts';
import { type Sleep, sleepFor } from './sleep.ts';

/** What Microsoft Graph answers of the provisioning log, for a whole tenant. Source: graph/throttling-limits, identity and access reports. */
export const logLimit = { requests: 5, windowMs: 10_000 } as const;

/**
 * When the next request to the provisioning log may go. Graph refuses what comes too often, and a refused request counts
 * like any other: so whoever waits here spares everybody.
 */
export interface LogBudget {
  /** Takes a request at once, or not at all. */
  tryTake(): boolean;
  /** Resolves when a request may go. Rejects with the signal's reason. `crowd`: how many would share it. */
  take(lane: Lane, signal: AbortSignal, crowd?: () => number): Promise<void>;
  /** Graph refused a request: nothing goes for so long, and the documented limit is kept for an hour. */
  refused(ms: number): void;
  /** Milliseconds for which the log is closed by Graph's own word; 0 when it is open. */
  closedFor(): number;
}

export interface LogBudgetOptions {
  readonly now: () => Date;
  readonly random: () => number;
  readonly sleep?: Sleep;
  /**
   * How long to wait after the last request, by how many went in the last ten seconds, while Graph has refused none and
   * only few wait: they then share one. Default: not at all.
   */
  readonly gapsMs?: readonly number[];
  readonly shared?: SharedLogBudget;
}

/** Under the limit two go at once, for who asks alone waits for nothing; the others are spread, so that more share each. */
const spreadMs = [0, 1500, 2500, 2500, 2500] as const;
/** From here on a wait serves more than one, and many are about to ask: the limit is kept for a while before Graph says so. */
const manyWaiting = 2;
const busyMs = 30_000;
/** Requests do not take equally long to arrive, and Graph counts arrivals. */
const marginMs = 250;
const keepsLimitMs = 60 * 60 * 1000;
const jitterMs = 250;

/** Milliseconds by which a lane stands back. Whoever has waited so long goes first all the same: none starves. */
const standsBackMs: Readonly<Record<Lane, number>> = { people: 0, watch: 5_000, bulk: 15_000 };

interface Waiter {
  readonly due: number;
  readonly crowd: () => number;
  readonly go: () => void;
}

const alone = () => 1;

export function createLogBudget(options: LogBudgetOptions): LogBudget {
  const { now, random, sleep = sleepFor, gapsMs = [], shared } = options;
  const never = new AbortController().signal;
  const waiting: Waiter[] = [];
  let sent: number[] = [];
  let closedUntil = 0;
  let keepsLimitUntil = 0;
  let pumping = false;
  let drift = 0;

  /** Never behind what was slept through, whatever the given clock says. */
  const time = () => now().getTime() + drift;

  async function pass(ms: number): Promise<void> {
    const then = time() + ms;
    await sleep(ms, never);
    drift += Math.max(then - time(), 0);
  }

  function msUntilNext(crowd: number): number {
    const at = time();
    sent = sent.filter((one) => one > at - logLimit.windowMs - marginMs);
    if (crowd >= manyWaiting) keepsLimitUntil = Math.max(keepsLimitUntil, at + busyMs);
    const strict = shared !== undefined || at < keepsLimitUntil;
    const last = sent.at(-1) ?? at;
    const gaps: readonly number[] = strict ? spreadMs : gapsMs;
    const gap = sent.length === 0 ? 0 : (gaps[Math.min(sent.length, gaps.length) - 1] ?? 0);
    const first = sent.at(-logLimit.requests);
    const full = strict && first !== undefined ? first + logLimit.windowMs + marginMs - at : 0;
    return Math.max(closedUntil - at, last + gap - at, full, 0);
  }

  function next(): Waiter | undefined {
    return waiting.reduce<Waiter | undefined>((best, one) => (best && best.due <= one.due ? best : one), undefined);
  }

  /** Lets the waiting go one by one. After a wait everything is looked at again: the crowd grew, or Graph refused. */
  async function pump(): Promise<void> {
    pumping = true;
    for (let waiter = next(); waiter; waiter = next()) {
      const ms = msUntilNext(waiter.crowd());
      if (ms > 0) {
        await pass(ms);
        continue;
      }
      // An unreachable database must not close the log: the limit is then kept for this instance alone.
      const sharedMs = shared ? await shared.take().catch(() => 0) : 0;
      if (sharedMs > 0) await pass(sharedMs + random() * jitterMs);
      else grant(next());
    }
    // Not in a promise's wake: whoever asks next must find it stopped.
    pumping = false;
  }

  function grant(waiter: Waiter | undefined): void {
    if (!waiter) return;
    waiting.splice(waiting.indexOf(waiter), 1);
    sent.push(time());
    waiter.go();
  }

  return {
    tryTake() {
      if (shared !== undefined || waiting.length > 0 || msUntilNext(1) > 0) return false;
      sent.push(time());
      return true;
    },
    take(lane, signal, crowd = alone) {
      return new Promise<void>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const leave = () => {
          waiting.splice(waiting.indexOf(waiter), 1);
          reject(signal.reason);
        };
        const go = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const waiter: Waiter = { due: time() + standsBackMs[lane], crowd, go };
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(waiter);
        if (!pumping) void pump();
      });
    },
    refused(ms) {
      closedUntil = Math.max(closedUntil, time() + ms + (ms > 0 ? Math.ceil(random() * jitterMs) : 0));
      keepsLimitUntil = time() + keepsLimitMs;
    },
    closedFor: () => Math.max(closedUntil - time(), 0),
  };
}
