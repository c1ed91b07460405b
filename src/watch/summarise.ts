import { countCycle } from '../diagnosis/count-cycle.ts';
import type { CycleSummary } from '../diagnosis/cycle.ts';
import { entriesOfRun } from '../diagnosis/cycles.ts';
import type { Entra } from '../entra/reads.ts';
import type { EndedRun } from './change.ts';
import type { Limit, Limits } from './limits.ts';
import type { Message } from './outbox.ts';

export interface SummariseDeps {
  readonly entra: Entra;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Resolves after the time; rejects as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Log requests in ten seconds that watching may spend, of Graph's five. */
  readonly logShare: number;
}

/** How far back the log is read for what is new about a cycle. */
const earlierMs = 24 * 60 * 60 * 1000;
/** Pages for one cycle at the most; each is a log request. */
const mostPages = 5;

/**
 * What the log tells of the cycles of a message; undefined where it has none, or the log may not be read. Waits its turn
 * within the share of watching. Throws GraphError.
 */
export async function summarise(
  deps: SummariseDeps,
  message: Message,
  signal: AbortSignal,
): Promise<CycleSummary | undefined> {
  const run = runOf(message);
  if (!run) return undefined;
  const { entra, now, newId } = deps;
  const began = Date.parse(run.beganAt ?? run.endedAt);
  for (let maxPages = 1; ; maxPages = mostPages) {
    for (let page = 1; page <= maxPages; page += 1) await takeTurn(deps, signal);
    const reads = entra.open({ signal, correlationId: newId(), lane: 'watch', fresh: true });
    const log = await reads.log({ appId: message.app.id, from: new Date(began - earlierMs), maxPages });
    if (!log.known) return undefined;
    const entries = entriesOfRun(log.value, { id: message.jobId }, run);
    const isWhole = entries && !entries.truncated && entries.earlier !== undefined;
    if (isWhole || maxPages === mostPages) return entries && countCycle(entries, now().toISOString());
  }
}

/** Cycles run back to back: a longer pause means that some went by unseen. */
const longestPauseMs = 2 * 60 * 60 * 1000;
/** What was written as the run before ended is not counted again; see entriesOfRun's own allowance. */
const afterEndMs = 2 * 60_000;

/** The cycles of a message as one, with those that went by unseen before them. */
function runOf({ changes }: Message): EndedRun | undefined {
  const runs = changes.flatMap((change) => ('cycle' in change && change.cycle ? [change.cycle] : []));
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return undefined;
  const [change] = changes;
  const since = change?.kind === 'cycleCompleted' && change.since ? Date.parse(change.since) : undefined;
  const began = Date.parse(first.beganAt ?? first.endedAt);
  const missed = since !== undefined && began - since > longestPauseMs;
  if (runs.length === 1 && !missed) return last;
  const beganAt = missed ? new Date(since + afterEndMs).toISOString() : first.beganAt;
  return { ...last, activityIdentifier: undefined, beganAt };
}

async function takeTurn({ limits, logShare, sleep }: SummariseDeps, signal: AbortSignal): Promise<void> {
  const share: Limit = { name: 'watch-log', most: logShare, seconds: 10 };
  for (;;) {
    const ms = await limits.take([share], 'log');
    if (ms === 0) return;
    await sleep(ms, signal);
  }
}
