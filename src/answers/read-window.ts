import type { LogEntry } from '../diagnosis/evidence.ts';
import { GraphError } from '../entra/errors.ts';
import type { LogPage } from '../entra/reads.ts';
import type { Limit } from './people-answers.ts';
import type { Turn } from './turn.ts';

/** A part of an app's log, and what is done with it. */
export interface WindowReading {
  readonly appId: string;
  readonly from: Date;
  readonly to?: Date;
  /** Takes every entry, newest first where Graph orders them. */
  readonly take: (entry: LogEntry) => Promise<void> | undefined;
  /** Told after each page, how much of the window is behind. */
  readonly onPage?: (page: LogPage, share: number) => Promise<void> | void;
  /** Reads no further than what is older. */
  readonly until?: Date;
}

/**
 * One pass over the log, page by page, so that memory does not grow with it. What was read before it broke off counts:
 * the limit says why it did, and from when on it was read. Throws GraphError when not even the beginning can be read.
 */
export async function readWindow(reading: WindowReading, turn: Turn): Promise<Limit | undefined> {
  const { appId, from, to, take, onPage, until = from } = reading;
  const end = (to ?? turn.now).getTime();
  let oldest: number | undefined;
  let pages = 0;
  try {
    for await (const page of turn.reads.logPages({ appId, from, to, maxPages: Number.POSITIVE_INFINITY })) {
      pages += 1;
      for (const entry of page.entries) {
        const at = Date.parse(entry.at);
        if (at < (oldest ?? Number.POSITIVE_INFINITY)) oldest = at;
        const taking = take(entry);
        if (taking) await taking;
      }
      const isEnough = oldest !== undefined && oldest < until.getTime();
      await onPage?.({ ...page, more: page.more && !isEnough }, shareOf(oldest, until.getTime(), end));
      if (isEnough) break;
    }
    return undefined;
  } catch (error) {
    if (pages === 0 || !(error instanceof GraphError)) throw error;
    return { why: reasonOf(error), from: oldest === undefined ? undefined : new Date(oldest).toISOString() };
  }
}

/** How much of the window is behind: Graph gives the newest entries first. */
function shareOf(oldest: number | undefined, from: number, to: number): number {
  if (oldest === undefined || to <= from) return 0;
  return Math.min(1, Math.max(0, (to - oldest) / (to - from)));
}

function reasonOf({ code }: GraphError): Limit['why'] {
  if (code === 'throttled') return 'throttled';
  return code === 'cancelled' ? 'time' : 'unavailable';
}
