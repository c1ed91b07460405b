import type { Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { askAll, askOne } from './optional.ts';
import { tidy, toGuid } from './query.ts';
import type { Found } from './reads.ts';
import { coreUserProperties, parseSubject, userProperties } from './subject.ts';
import type { Turn } from './turn.ts';
import { deletedById, type UserQueries, usersAlike, usersByAddress, usersById, usersByName } from './user-queries.ts';

/** What is remembered of how this tenant's Graph may be asked. */
export interface UserMemory {
  /** True once Graph refused the long list of properties. */
  coreOnly: boolean;
  /** Directory extensions that this tenant's filters and mappings read: asked for with the rest from then on. */
  readonly extensions: Set<string>;
}

/** Users that a text may mean, the soft-deleted among them. Throws GraphError. */
export async function findUsers(text: string, turn: Turn, memory: UserMemory): Promise<Found> {
  const wanted = tidy(text);
  if (wanted === '') return [];
  const id = toGuid(wanted);
  if (id) return withSelect(memory, (select) => byId(id, select, turn));
  const queries = /\S@\S/.test(wanted) ? usersByAddress : usersByName;
  return withSelect(memory, (select) => ask(queries(wanted, select), turn));
}

/** Users whose names begin alike. Throws GraphError. */
export async function similarUsers(text: string, turn: Turn, memory: UserMemory): Promise<readonly Subject[]> {
  return withSelect(memory, (select) => ask(usersAlike(text, select), turn));
}

/** Pages of one search: about five thousand people whose names begin alike. */
const mostPages = 5;

async function ask(queries: UserQueries, turn: Turn): Promise<Found> {
  const { items, more } = await askAll(turn, queries.needed, queries.extra, mostPages);
  return Object.assign(toUsers(items), { more });
}

async function byId(id: string, select: string, turn: Turn): Promise<readonly Subject[]> {
  const living = turn.send(usersById(id, select)).catch((error: unknown) => {
    if (error instanceof GraphError && error.code === 'notFound') return undefined;
    throw error;
  });
  const found = await Promise.all([living, askOne(turn, deletedById(id))]);
  return toUsers(found);
}

/** Asks with every property that a diagnosis can use, and with those that every Graph knows when that is refused. */
export async function withSelect<T>(memory: UserMemory, read: (select: string) => Promise<T>): Promise<T> {
  const core = coreUserProperties.join(',');
  if (memory.coreOnly) return read(core);
  const { extensions } = memory;
  try {
    return await read([...userProperties, ...extensions].join(','));
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'badRequest') throw error;
    if (extensions.size > 0) {
      // One of them may be gone from the tenant: the rest is asked without, and learned anew.
      extensions.clear();
      return withSelect(memory, read);
    }
    const found = await read(core);
    memory.coreOnly = true;
    return found;
  }
}

function toUsers(items: readonly unknown[]): Subject[] {
  const byId = new Map<string, Subject>();
  for (const item of items) {
    const subject = parseSubject(item, 'user');
    if (subject && !byId.has(subject.id)) byId.set(subject.id, subject);
  }
  return [...byId.values()];
}
