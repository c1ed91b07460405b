import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Questions of a stream, one a line; an empty line is a question too, so that answers keep the order of lines. */
export async function* questionsOf(input: Readable): AsyncIterable<string> {
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
