import { type DeliverDeps, deliver } from './deliver.ts';
import { type LookDeps, look } from './look.ts';
import type { Message, Tasks } from './outbox.ts';
import { type SummariseDeps, summarise } from './summarise.ts';
import { tell } from './tell.ts';

export interface WatcherDeps extends LookDeps, Omit<SummariseDeps, 'entra'>, DeliverDeps {
  readonly tasks: Tasks;
  readonly intervalMs: number;
}

/** Watching, telling and delivering, as one of however many instances share the store. */
export interface Watcher {
  /** Rejects when the store cannot be reached. */
  start(): Promise<void>;
  /** Takes no more, and waits so long for what is under way; what is left is taken up by another instance, or the next start. */
  stop(timeoutMs: number): Promise<void>;
}

/** Nothing happens before `start`. */
export function createWatcher(deps: WatcherDeps): Watcher {
  const { tasks, outbox, now, logger, intervalMs } = deps;
  const stopping = new AbortController();
  const untilStopped = (signal: AbortSignal) => AbortSignal.any([signal, stopping.signal]);
  // What merely waits is let go of, for another instance; what is being sent is finished.
  const sleep: WatcherDeps['sleep'] = (ms, signal) => deps.sleep(ms, untilStopped(signal));
  const parts = { ...deps, sleep };
  let timer: NodeJS.Timeout | undefined;
  const request = () =>
    tasks
      .requestLook(intervalMs / 1000)
      .catch((error: unknown) => logger.warn({ err: error }, 'a look could not be asked for'));
  return {
    async start() {
      await tasks.work({
        async look(signal) {
          try {
            await look(parts, untilStopped(signal));
          } catch (error) {
            if (!stopping.signal.aborted)
              logger.warn({ err: error }, 'the watched apps could not be looked at, and are at the next time');
            throw error;
          }
        },
        async tell(id, signal) {
          try {
            const completed = (message: Message, until: AbortSignal) => summarise(parts, message, until);
            await tell({ ...parts, summarise: completed }, id, untilStopped(signal));
          } catch (error) {
            if (!stopping.signal.aborted) logger.warn({ err: error, messageId: id }, 'a change could not be told yet');
            throw error;
          }
        },
        deliver: (id, signal) => deliver(parts, id, signal),
        async giveUp(id) {
          logger.error({ deliveryId: id }, 'a delivery is given up: it failed inside Skipper over and over');
          await outbox.settle(id, { is: 'failed', code: 'internal' }, now());
        },
        async leaveUntold(id) {
          logger.error({ messageId: id }, 'a change is told to nobody: telling it failed over and over');
        },
      });
      await request();
      // Every instance asks; the store sees to it that one look follows from it.
      timer = setInterval(() => void request(), intervalMs);
    },
    async stop(timeoutMs) {
      clearInterval(timer);
      stopping.abort();
      await tasks.stop(timeoutMs);
    },
  };
}
