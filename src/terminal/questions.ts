import type { Readable } from 'node:stream';

/** One line of standard input. A line that is too long is not kept. */
export type Line = { readonly text: string } | { readonly tooLong: true };

/** The longest line that is read, in characters: the longest log entry, with room for its escapes. */
const longestLine = 300_000;

/**
 * Questions of a stream, one a line. An empty line is a question too, so that there is an answer for each line. Once the
 * signal is aborted there are no more.
 */
export async function* questionsOf(input: Readable, signal: AbortSignal): AsyncGenerator<Line, void, undefined> {
  const stop = () => void input.destroy();
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop, { once: true });
  const cut = lineCutter();
  try {
    for await (const chunk of input) yield* cut.add(chunk);
    yield* cut.end();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export function lineOf(text: string): Line {
  return text.length > longestLine ? { tooLong: true } : { text: decoded(text) };
}

/** A text as typed, or the text that a JSON string encodes, so that line breaks and tabs of a paste fit on a line. */
function decoded(line: string): string {
  if (!/^\s*"/.test(line)) return line;
  try {
    const text: unknown = JSON.parse(line);
    return typeof text === 'string' ? text : line;
  } catch {
    return line;
  }
}

/** Cuts chunks into lines, and holds no more of the last one than may be of use. */
function lineCutter() {
  const decoder = new TextDecoder();
  let rest = '';
  let isTooLong = false;

  const hold = (part: string): void => {
    isTooLong ||= rest.length + part.length > longestLine;
    rest = isTooLong ? '' : rest + part;
  };
  const take = (): Line => {
    const line: Line = isTooLong ? { tooLong: true } : lineOf(rest.replace(/\r$/, ''));
    rest = '';
    isTooLong = false;
    return line;
  };
  function* lines(text: string): Generator<Line, void, undefined> {
    const [first = '', ...others] = text.split('\n');
    hold(first);
    for (const other of others) {
      yield take();
      hold(other);
    }
  }
  return {
    add: (chunk: Uint8Array | string) =>
      lines(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })),
    *end(): Generator<Line, void, undefined> {
      yield* lines(decoder.decode());
      if (rest !== '' || isTooLong) yield take();
    },
  };
}
