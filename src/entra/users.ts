import type { Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { askEveryWay, askOne } from './optional.ts';
import { tidy, toGuid } from './query.ts';
import { coreUserProperties, parseSubject, userProperties } from './subject.ts';
import type { Turn } from './turn.ts';
import { deletedById, type UserQueries, usersAlike, usersByAddress, usersById, usersByName } from './user-queries.ts';

/** What is remembered of how this tenant's Graph may be asked. */
export interface UserMemory {
  /** True once Graph refused the long list of properties. */
  coreOnly: boolean;
}

/** Users that a text may mean, the soft-deleted among them. Throws GraphError. */
export async function findUsers(text: string, turn: Turn, memory: UserMemory): Promise<readonly Subject[]> {
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

async function ask(queries: UserQueries, turn: Turn): Promise<readonly Subject[]> {
  return toUsers(await askEveryWay(turn, queries.needed, queries.extra));
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
async function withSelect<T>(memory: UserMemory, read: (select: string) => Promise<T>): Promise<T> {
  const core = coreUserProperties.join(',');
  if (memory.coreOnly) return read(core);
  try {
    return await read(userProperties.join(','));
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'badRequest') throw error;
    const found = await read(core);
    memory.coreOnly = true;
    return found;
  }
}

function toUsers(items: readonly unknown[]): readonly Subject[] {
  const byId = new Map<string, Subject>();
  for (const item of items) {
    const subject = parseSubject(item, 'user');
    if (subject && !byId.has(subject.id)) byId.set(subject.id, subject);
  }
  return [...byId.values()];
}
