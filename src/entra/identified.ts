import type { Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { groupsByIdentifiers } from './groups.ts';
import { askAll, askOne } from './optional.ts';
import { tidy } from './query.ts';
import type { Identifiers } from './reads.ts';
import { parseSubject } from './subject.ts';
import type { Turn } from './turn.ts';
import { deletedById, usersByAddresses, usersByIds } from './user-queries.ts';
import { type UserMemory, withSelect } from './users.ts';

/**
 * Users and groups that any of these addresses and object ids name, the soft-deleted among them: a few reads for all of
 * them together, where one person alone costs as many. Throws GraphError.
 */
export async function findIdentified(
  { addresses, ids }: Identifiers,
  turn: Turn,
  memory: UserMemory,
): Promise<readonly Subject[]> {
  const wanted: Identifiers = { addresses: addresses.map(tidy), ids };
  const [users, groups] = await Promise.all([
    withSelect(memory, (select) => usersAmong(wanted, select, turn)),
    groupsAmong(wanted, turn),
  ]);
  const living = [...users, ...groups];
  // Nobody is living and deleted at once: only ids that are nobody's are asked for again.
  const missing = ids.filter((id) => !living.some((one) => one.id.toLowerCase() === id));
  const deleted = await Promise.all(missing.map((id) => askOne(turn, deletedById(id))));
  const found = [
    ...living,
    ...deleted.flatMap((item) => [parseSubject(item, 'user'), parseSubject(item, 'group')].filter(isThere)),
  ];
  // The first of one id counts: an object without a type would be read as both.
  return found.filter((one, index) => found.findIndex(({ id }) => id === one.id) === index);
}

async function usersAmong({ addresses, ids }: Identifiers, select: string, turn: Turn): Promise<readonly Subject[]> {
  const byAddress = usersByAddresses(addresses, select);
  const found = await Promise.all([
    askAll(turn, byAddress.needed, byAddress.extra, 1),
    askAll(turn, usersByIds(ids, select), [], 1),
  ]);
  return found.flatMap(({ items }) => items.map((item) => parseSubject(item, 'user'))).filter(isThere);
}

/** People are found without the groups where a tenant grants no look at them. */
async function groupsAmong(wanted: Identifiers, turn: Turn): Promise<readonly Subject[]> {
  try {
    const { items } = await askAll(turn, groupsByIdentifiers(wanted), [], 1);
    return items.map((item) => parseSubject(item, 'group')).filter(isThere);
  } catch (error) {
    if (error instanceof GraphError && (error.code === 'forbidden' || error.code === 'badRequest')) return [];
    throw error;
  }
}

function isThere(subject: Subject | undefined): subject is Subject {
  return subject !== undefined;
}
