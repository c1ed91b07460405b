import { Readable } from 'node:stream';

/**
 * Works on so many items at once, and gives what came of them in the order of the items, each as soon as it is its turn.
 * A slow one holds back those behind it, and then no more items are taken: what waits is bounded.
 */
export function inOrder<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncIterable<R> {
  return Readable.from(items).map(work, { concurrency: atOnce });
}
