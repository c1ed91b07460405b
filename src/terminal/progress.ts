import { SingleBar } from 'cli-progress';

/** How far an answer has come, for whoever waits at a terminal. */
export interface Progress {
  /** `share` from 0 to 1; undefined where nobody can tell how much is left. */
  show(text: string, share: number | undefined): void;
  /** Clears the line. */
  stop(): void;
}

const width = 24;

/** A line on the stream that changes in place; undefined where nobody watches: a pipe or a file. */
export function progressOn(stream: NodeJS.WriteStream): Progress | undefined {
  if (!stream.isTTY) return undefined;
  let bar: SingleBar | undefined;
  return {
    show(text, share) {
      const shown = { text, known: share !== undefined };
      if (bar) return bar.update(share ?? 0, shown);
      bar = new SingleBar({ stream, clearOnComplete: true, hideCursor: true, barsize: width, format: lineOf });
      bar.start(1, share ?? 0, shown);
    },
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}

function lineOf(_options: unknown, { progress }: { readonly progress: number }, shown: unknown): string {
  const { text, known } = shown as { readonly text: string; readonly known: boolean };
  if (!known) return text;
  const done = Math.round(progress * width);
  return `[${'='.repeat(done)}${' '.repeat(width - done)}] ${Math.floor(progress * 100)}% ${text}`;
}

/** Progress of several questions whose answers are printed in order. */
export interface ProgressInOrder {
  /** Takes the next question in, and gives where its progress is shown. */
  join(): Progress['show'];
  /** Prints the answer of the first question, which then makes room for the one behind it. */
  leave(print: () => Promise<void>): Promise<void>;
}

/** On the one line that there is, shows how far the answer has come that is printed next. */
export function progressInOrder(progress: Progress | undefined): ProgressInOrder {
  const latest = new Map<number, Parameters<Progress['show']>>();
  let joined = 0;
  let first = 0;
  return {
    join() {
      const place = joined;
      joined += 1;
      return (...shown) => {
        latest.set(place, shown);
        if (place === first) progress?.show(...shown);
      };
    },
    async leave(print) {
      progress?.stop();
      await print();
      latest.delete(first);
      first += 1;
      const shown = latest.get(first);
      if (shown) progress?.show(...shown);
    },
  };
}
