import DataLoader from 'dataloader';
import type { LRUCache } from 'lru-cache';
import type { LogReading } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { type LogMemory, readLog, readShared } from './log.ts';
import type { LogBudget } from './log-budget.ts';
import type { LogWindow } from './reads.ts';
import { createMemory } from './remember.ts';
import type { Turn } from './turn.ts';

/**
 * Reads of the log for people who wait. One who asks alone gets a read in the turn's own batch; those who wait at the
 * same moment share one, and the same question twice at once is one read.
 */
export interface LogDesk {
  /** Throws GraphError. `fresh`: not from memory. */
  read(
    window: LogWindow,
    turn: Turn,
    asking: { readonly signal: AbortSignal; readonly fresh?: boolean },
  ): Promise<LogReadAt>;
}

/** A reading with the moment at which Graph gave it. */
export interface LogReadAt {
  readonly reading: LogReading;
  readonly at: string;
}

export interface LogDeskParts {
  readonly budget: LogBudget;
  readonly memory: LogMemory;
  readonly now: () => Date;
  /** A turn of the desk's own: its reads are nobody's in particular. */
  readonly openTurn: () => Turn;
  /** How long somebody waits for a closed log, in milliseconds. */
  readonly patienceMs: number;
  /** How many people share a read; 1 switches sharing off. Default 24: the filter then stays below 2,000 characters. */
  readonly mostShared?: number;
}

/** What a refused filter is tried with next: a shorter one, then one person alone. */
const shorter: Readonly<Record<number, number>> = { 24: 12 };
const mostShared = 24;
const rememberMs = 60_000;
const mostRemembered = 2_000;

interface Asked {
  readonly window: LogWindow;
  /** Takes what the shared read cost, where it was asked for by this one first. */
  readonly charge: Turn['charge'];
}

export function createLogDesk(parts: LogDeskParts): LogDesk {
  const { budget, memory, now, openTurn } = parts;
  const never = new AbortController().signal;
  const recent: LRUCache<string, LogReadAt> = createMemory<LogReadAt>(now, mostRemembered, rememberMs);
  const underWay = new Map<string, Promise<LogReadAt>>();
  let waiting = 0;
  let size = parts.mostShared ?? mostShared;
  let loader = newLoader();

  function newLoader(): DataLoader<Asked, LogReading> {
    return new DataLoader<Asked, LogReading>((asked) => readTogether(asked), {
      cache: false,
      maxBatchSize: size,
      batchScheduleFn: (dispatch) => void budget.take('people', never, () => waiting).then(dispatch),
    });
  }

  return {
    async read(window, turn, { signal, fresh = false }) {
      if (!isPersonal(window)) return stamped(await readLog(window, turn, memory));
      const key = keyOf(window);
      const same = underWay.get(key);
      if (same) {
        const shared = await orCancelled(same, signal).catch(unlessLeftBy(signal));
        if (shared) return shared;
      }
      if (budget.tryTake()) {
        turn.prepay();
        return orCancelled(share(key, readAlone(window, turn)), signal);
      }
      // Only while the log is busy: who can have it fresh, gets it fresh.
      const remembered = fresh ? undefined : recent.get(key);
      if (remembered) return remembered;
      return orCancelled(underWay.get(key) ?? share(key, readInTurn(window, turn)), signal);
    },
  };

  function share(key: string, reading: Promise<LogReadAt>): Promise<LogReadAt> {
    underWay.set(key, reading);
    const done = () => {
      if (underWay.get(key) === reading) underWay.delete(key);
    };
    reading.then(
      (read) => {
        recent.set(key, read);
        done();
      },
      () => done(),
    );
    return reading;
  }

  /** In the turn's own batch; where Graph refuses, with the others who wait. */
  async function readAlone(window: LogWindow, turn: Turn): Promise<LogReadAt> {
    const hasty: Turn = { ...turn, send: (read) => turn.send({ ...read, hasty: true }) };
    try {
      return stamped(await readLog(window, hasty, memory));
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'throttled' || !hasPatience()) throw error;
      return readInTurn(window, turn);
    }
  }

  function hasPatience(): boolean {
    return budget.closedFor() <= parts.patienceMs;
  }

  async function readInTurn(window: LogWindow, turn: Turn): Promise<LogReadAt> {
    const retryAfterMs = budget.closedFor();
    if (!hasPatience()) throw new GraphError('throttled', { operation: 'log', retryAfterMs });
    waiting += 1;
    try {
      return stamped(await loader.load({ window, charge: turn.charge }));
    } finally {
      waiting -= 1;
    }
  }

  /** One read for all; each gets what is its own. A filter that Graph refuses is asked shorter from then on. */
  async function readTogether(asked: readonly Asked[]): Promise<(LogReading | Error)[]> {
    const turn = openTurn();
    turn.prepay();
    try {
      return await part(
        asked.map((one) => one.window),
        turn,
        size,
      );
    } catch (error) {
      return asked.map(() => (error instanceof Error ? error : new Error('a log read failed', { cause: error })));
    } finally {
      const spent = turn.spent();
      for (const [index, one] of asked.entries()) one.charge(index === 0 ? spent : nothing, turn.requestIds());
    }
  }

  async function part(windows: readonly LogWindow[], turn: Turn, most: number): Promise<LogReading[]> {
    if (windows.length === 1 || most === 1) return Promise.all(windows.map((one) => readLog(one, turn, memory)));
    try {
      const parted = await readShared(windows, turn);
      return await Promise.all(windows.map((window, index) => parted[index] ?? readLog(window, turn, memory)));
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'badRequest') throw error;
      const fewer = shorter[most] ?? 1;
      if (fewer < size) {
        size = fewer;
        loader = newLoader();
      }
      const again = chunks(windows, fewer).map((chunk) => part(chunk, turn, fewer));
      return (await Promise.all(again)).flat();
    }
  }

  function stamped(reading: LogReading): LogReadAt {
    return { reading, at: now().toISOString() };
  }
}

const nothing = { graphRequests: 0, logRequests: 0 } as const;

/** More people than these fill a filter by themselves. */
const mostPeople = 8;

/** About certain people, up to now, on one page: what can be asked for together. */
function isPersonal(window: LogWindow): boolean {
  return (
    window.sourceIds !== undefined &&
    window.sourceIds.length > 0 &&
    window.sourceIds.length <= mostPeople &&
    window.to === undefined &&
    window.sourceName === undefined &&
    (window.maxPages ?? 1) === 1
  );
}

/** The beginning counts by its day: the retention's moves on with the clock. */
function keyOf({ appId = '', sourceIds = [], from }: LogWindow): string {
  return [appId, from.toISOString().slice(0, 10), ...sourceIds.toSorted()].join(' ');
}

/** The outcome, unless the signal is aborted first. Throws GraphError. */
async function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const left = Promise.withResolvers<never>();
  const leave = () => left.reject(new GraphError('cancelled', { operation: 'log', cause: signal.reason }));
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([work, left.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Somebody else's turn that is over takes its read with it, but not the question of who asked the same. */
function unlessLeftBy(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (signal.aborted || !(error instanceof GraphError) || error.code !== 'cancelled') throw error;
    return undefined;
  };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
