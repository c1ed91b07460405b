import { setTimeout as delay } from 'node:timers/promises';

/**
 * Shows that the bot is at work, again and again until stopped: Teams takes the sign away after a few seconds.
 * A sign that cannot be sent ends the showing; `stop` waits for the one on its way, so that none comes after the
 * answer, but no longer than `everyMs`: one that hangs must not keep the answer back.
 */
export function showTyping(send: () => Promise<void>, everyMs: number): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();

  const show = () => {
    sending = send().then(
      () => {
        if (!stopped) timer = setTimeout(show, everyMs);
      },
      () => {
        stopped = true;
      },
    );
  };
  show();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      const patience = new AbortController();
      try {
        await Promise.race([sending, delay(everyMs, undefined, { signal: patience.signal })]);
      } finally {
        patience.abort();
      }
    },
  };
}
