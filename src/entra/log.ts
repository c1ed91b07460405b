import type { LogEntry, LogReading } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { parseLogEntry } from './log-entry.ts';
import { type LogPlan, plansFor, shapeOf, sharedPlan } from './log-query.ts';
import { type Page, pages } from './pages.ts';
import type { LogPage, LogWindow } from './reads.ts';
import { withoutAccents } from './spellings.ts';
import type { Turn } from './turn.ts';

/** By the shape of a window: the first plan that Graph did not refuse. */
export type LogMemory = Map<string, number>;

/** The window's entries, newest first, each once. Throws GraphError. */
export async function readLog(window: LogWindow, turn: Turn, memory: LogMemory): Promise<LogReading> {
  const byId = new Map<string, LogEntry>();
  let truncated = false;
  let nameless = 0;
  for await (const page of logPages(window, turn, memory)) {
    for (const entry of page.entries) {
      nameless += 1;
      byId.set(entry.id || `#${nameless}`, entry);
    }
    truncated = page.more;
  }
  const entries = [...byId.values()].toSorted(newestFirst);
  return { entries, from: window.from.toISOString(), to: (window.to ?? turn.now()).toISOString(), truncated };
}

/** How many pages a read for several people may take: each is a log request. */
const mostSharedPages = 4;

/**
 * The windows of several people in one read, parted by person; undefined where the log holds more than was read and
 * nothing was seen of one of them. Throws GraphError: badRequest where Graph refuses so long a filter.
 */
export async function readShared(
  windows: readonly LogWindow[],
  turn: Turn,
): Promise<readonly (LogReading | undefined)[]> {
  const plan = sharedPlan(windows);
  const byId = new Map<string, LogEntry>();
  let truncated = false;
  for await (const page of pagesOf(plan, turn, mostSharedPages)) {
    for (const entry of toEntries(page, () => true)) byId.set(entry.id || `#${byId.size}`, entry);
    truncated = page.more;
  }
  const all = [...byId.values()].toSorted(newestFirst);
  return windows.map((window) => {
    const entries = all.filter(matcherOf(window, plan.byApp));
    if (truncated && entries.length === 0) return undefined;
    return { entries, from: window.from.toISOString(), to: turn.now().toISOString(), truncated };
  });
}

function newestFirst(one: LogEntry, other: LogEntry): number {
  return one.at < other.at ? 1 : one.at > other.at ? -1 : 0;
}

/**
 * The window page by page, as they are asked for, so that memory does not grow with the log. A query that Graph refuses
 * is asked in a wider way, which is remembered. Throws GraphError.
 */
export async function* logPages(
  window: LogWindow,
  turn: Turn,
  memory: LogMemory,
): AsyncGenerator<LogPage, void, undefined> {
  const plans = plansFor(window);
  const shape = shapeOf(window);
  const start = Math.min(memory.get(shape) ?? 0, plans.length - 1);
  for (let level = start; level < plans.length; level += 1) {
    const plan = plans[level];
    if (!plan) return;
    let answered = false;
    try {
      for await (const page of pagesOf(plan, turn, window.maxPages ?? 1)) {
        answered = true;
        if (level > start) memory.set(shape, level);
        yield { entries: toEntries(page, matcherOf(window, plan.byApp)), more: page.more };
      }
      return;
    } catch (error) {
      const refused = error instanceof GraphError && error.code === 'badRequest';
      // A page that is refused after others were given is no matter of how the question was put.
      if (!refused || answered || level === plans.length - 1) throw error;
    }
  }
}

/** The pages of all reads of a plan in turn; those of the first pages travel together. */
async function* pagesOf(plan: LogPlan, turn: Turn, most: number): AsyncGenerator<Page, void, undefined> {
  // Asked for at once, so that they share a batch; the generators below find them answered.
  const together = await Promise.allSettled(plan.reads.map((read) => turn.send(read)));
  for (const one of together) if (one.status === 'rejected') throw one.reason;
  let more = false;
  for (const [index, read] of plan.reads.entries()) {
    for await (const page of pages(turn, read, most)) {
      const last = index === plan.reads.length - 1;
      yield { items: page.items, more: page.more || (last && more) };
      if (!last && page.more) more = true;
    }
  }
}

function toEntries(page: Page, fits: (entry: LogEntry) => boolean): LogEntry[] {
  const entries: LogEntry[] = [];
  for (const item of page.items) {
    const entry = parseLogEntry(item);
    // An entry without a time cannot be put in order, and Graph gives none.
    if (entry && entry.at !== '' && fits(entry)) entries.push(entry);
  }
  return entries;
}

/** Whether an entry is of the window: what Graph filtered is looked at again, for a wider plan may have been asked. */
function matcherOf(window: LogWindow, byApp: boolean): (entry: LogEntry) => boolean {
  const app = window.appId?.toLowerCase();
  const ids =
    window.sourceIds && window.sourceIds.length > 0
      ? new Set(window.sourceIds.map((id) => id.toLowerCase()))
      : undefined;
  const name = window.sourceName?.trim() ? fold(window.sourceName) : undefined;
  const from = window.from.getTime();
  const to = window.to?.getTime() ?? Number.POSITIVE_INFINITY;
  return (entry) => {
    const at = Date.parse(entry.at);
    if (at < from - 1000 || at > to) return false;
    if (app !== undefined && !(entry.app.id === undefined ? byApp : entry.app.id.toLowerCase() === app)) return false;
    if (ids) return ids.has(entry.source.id.toLowerCase());
    return name === undefined || mentions(entry, name);
  };
}

/** Whether the source bears the name, or is known by it as an id or address. */
function mentions(entry: LogEntry, name: string): boolean {
  const { source } = entry;
  if (fold(source.name).includes(name)) return true;
  const identifiers = [source.id, source.userPrincipalName ?? '', ...Object.values(source.details)];
  if (identifiers.some((one) => fold(one) === name)) return true;
  return entry.steps.some(
    (step) => step.type === 'import' && Object.values(step.details).some((one) => fold(one) === name),
  );
}

function fold(name: string): string {
  return withoutAccents(name).toLowerCase().trim();
}
