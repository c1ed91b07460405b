import { z } from 'zod/v4';
import { GraphError } from './errors.ts';
import { fitting } from './outside.ts';
import { allPages } from './pages.ts';
import { permissions } from './permissions.ts';
import { literal, path, segment, toGuid } from './query.ts';
import { eventual, type Read } from './read.ts';
import type { Turn } from './turn.ts';

/** Nobody is in more groups than fit in so many pages of 999. Source: as for memberships. */
const mostPages = 5;
/** Values of one `in` filter. Source: learn.microsoft.com/graph/aad-advanced-queries. */
const mostValues = 15;

const group = z.object({ id: z.string().min(1) });

/**
 * Which of these groups somebody is in, by way of other groups too; ids in lower case. Nobody of that id: none.
 * Throws GraphError where it cannot be told.
 */
export async function readGroupsAmong(
  userId: string,
  groupIds: readonly string[],
  turn: Turn,
): Promise<readonly string[]> {
  const id = toGuid(userId);
  if (id === undefined || groupIds.length === 0) return [];
  const wanted = groupIds.map((one) => one.toLowerCase());
  try {
    return await filtered(id, wanted, turn);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.code === 'notFound') return [];
    // A Graph that does not filter a cast still lists: the list is longer, and says the same.
    if (error.code !== 'badRequest') throw error;
    return listed(id, wanted, turn);
  }
}

async function filtered(id: string, wanted: readonly string[], turn: Turn): Promise<readonly string[]> {
  const found: string[] = [];
  for (let start = 0; start < wanted.length; start += mostValues) {
    const values = wanted.slice(start, start + mostValues);
    const read: Read = {
      operation: 'memberships',
      path: path(`/users/${segment(id)}/transitiveMemberOf/microsoft.graph.group`, {
        $filter: `id in (${values.map(literal).join(',')})`,
        $select: 'id',
        $count: true,
      }),
      headers: eventual,
    };
    const { items } = await allPages(turn, read, mostPages);
    found.push(...idsOf(items).filter((one) => values.includes(one)));
  }
  return found;
}

async function listed(id: string, wanted: readonly string[], turn: Turn): Promise<readonly string[]> {
  const resource = `/users/${segment(id)}/transitiveMemberOf`;
  const read: Read = { operation: 'memberships', path: path(resource, { $select: 'id', $top: 999 }) };
  const { items, more } = await allPages(turn, read, mostPages);
  const found = idsOf(items).filter((one) => wanted.includes(one));
  // What was not seen cannot be denied, nor allowed.
  if (more && found.length < wanted.length) {
    throw new GraphError('garbled', { operation: read.operation, permission: permissions[read.operation] });
  }
  return found;
}

function idsOf(items: readonly unknown[]): string[] {
  return fitting(items, group).map((one) => one.id.toLowerCase());
}
