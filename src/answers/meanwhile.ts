import { setTimeout as delay } from 'node:timers/promises';

/** How long the log may take before the asker is told what is known without it: a first answer is due within three seconds. */
const patienceMs = 1_800;

/**
 * Calls `tell` with what is there already when `slow` keeps the asker waiting. Never rejects: whatever goes wrong on the
 * way goes wrong in the answer too.
 */
export async function whileItLasts<T>(
  slow: Promise<unknown>,
  ready: Promise<T>,
  tell: (ready: T) => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  slow.then(
    () => over.abort(),
    () => over.abort(),
  );
  try {
    await delay(patienceMs, undefined, { signal: over.signal });
    const known = await ready;
    if (!over.signal.aborted) await tell(known);
  } catch {
    // The slow one came in time, or the answer itself will say what is wrong.
  }
}
