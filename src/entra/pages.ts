import { z } from 'zod/v4';
import { GraphError } from './errors.ts';
import { permissions } from './permissions.ts';
import { following, type Read } from './read.ts';
import type { Turn } from './turn.ts';

const collection = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().min(1).optional().catch(undefined),
});

/** A page of a collection; `more` when Graph has a further one. */
export interface Page {
  readonly items: readonly unknown[];
  readonly more: boolean;
}

/**
 * Pages of a collection, read as they are asked for, `most` of them. A link that leads away from the endpoint is never
 * followed, for the token would go with it. Throws GraphError.
 */
export async function* pages(turn: Turn, first: Read, most = 1): AsyncGenerator<Page, void, undefined> {
  let read = first;
  const seen = new Set<string>();
  for (let page = 1; page <= most; page += 1) {
    seen.add(read.path);
    const parsed = collection.safeParse(await turn.send(read));
    if (!parsed.success) throw broken(read);
    if (page > 1) turn.forget(read);
    const link = parsed.data['@odata.nextLink'];
    yield { items: parsed.data.value, more: link !== undefined };
    if (link === undefined || page === most) return;
    const path = turn.toPath(link);
    if (path === undefined || seen.has(path)) throw broken(read);
    read = following(read, path);
  }
}

/** The first page. */
export async function onePage(turn: Turn, read: Read): Promise<Page> {
  for await (const page of pages(turn, read)) return page;
  throw broken(read);
}

/** All pages up to `most`, in one list. */
export async function allPages(turn: Turn, read: Read, most: number): Promise<Page> {
  const items: unknown[] = [];
  let more = false;
  for await (const page of pages(turn, read, most)) {
    items.push(...page.items);
    more = page.more;
  }
  return { items, more };
}

function broken(read: Read): GraphError {
  return new GraphError('garbled', { operation: read.operation, permission: permissions[read.operation] });
}
