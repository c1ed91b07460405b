/**
 * Shows that the bot is at work, again and again until stopped: Teams takes the sign away after a few seconds.
 * A sign that cannot be sent ends the showing; `stop` waits for the one on its way, so that none comes after the answer.
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
    stop() {
      stopped = true;
      clearTimeout(timer);
      return sending;
    },
  };
}
