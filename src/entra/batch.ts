import { z } from 'zod/v4';
import type { Read } from './read.ts';
import type { Reply } from './transport.ts';

/** Graph takes no more requests in one $batch. Source: learn.microsoft.com/graph/json-batching. */
export const batchLimit = 20;

/** The body of a POST to /$batch. Ids are the positions of the reads. */
export function toBatchBody(reads: readonly Read[]): object {
  return {
    requests: reads.map((read, index) => ({
      id: String(index),
      method: 'GET',
      url: read.path,
      ...(read.headers ? { headers: read.headers } : {}),
    })),
  };
}

const answers = z.object({
  responses: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      status: z.number().int(),
      headers: z.record(z.string(), z.unknown()).nullish().catch(undefined),
      body: z.unknown(),
    }),
  ),
});

/** Answers in the order of the reads, whatever order they came in; undefined where one is missing. Throws on another shape. */
export function fromBatchBody(body: unknown, count: number): (Reply | undefined)[] {
  const replies = new Array<Reply | undefined>(count).fill(undefined);
  for (const { id, status, headers, body: inner } of answers.parse(body).responses) {
    const index = Number(id);
    if (!Number.isInteger(index) || index < 0 || index >= count) continue;
    replies[index] = {
      status,
      headers: lowerNames(headers ?? {}),
      body: inner ?? undefined,
      garbled: typeof inner === 'string',
    };
  }
  return replies;
}

function lowerNames(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
