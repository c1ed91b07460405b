import type { Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { askAll, askOne } from './optional.ts';
import { literal, orFilters, path, searchClause, segment, tidy, toGuid } from './query.ts';
import { eventual, type Read } from './read.ts';
import type { Found, Identifiers } from './reads.ts';
import { spellings, words } from './spellings.ts';
import { groupProperties, parseSubject } from './subject.ts';
import type { Turn } from './turn.ts';
import { deletedById } from './user-queries.ts';

const select = groupProperties.join(',');
/** The largest page that Graph gives of groups. Source: group-list. */
const most = 999;
/** Pages of one search: about five thousand groups whose names begin alike. */
const mostPages = 5;

/** Groups by name, mail, nickname or object id. Throws GraphError. */
export async function findGroups(text: string, turn: Turn): Promise<Found> {
  const wanted = tidy(text);
  if (wanted === '') return [];
  const id = toGuid(wanted);
  const { items, more } = id
    ? { items: await byId(id, turn), more: false }
    : await askAll(turn, queriesFor(wanted), [], mostPages);
  const byKey = new Map<string, Subject>();
  for (const item of items) {
    const subject = parseSubject(item, 'group');
    if (subject && !byKey.has(subject.id)) byKey.set(subject.id, subject);
  }
  return Object.assign([...byKey.values()], { more });
}

/** The reads that find the living groups of these addresses and object ids. */
export function groupsByIdentifiers({ addresses, ids }: Identifiers): readonly Read[] {
  const clauses = [
    ...addresses.map((address) => `mail eq ${literal(address)}`),
    ...ids.map((id) => `id eq ${literal(id)}`),
  ];
  return orFilters(clauses).map((filter) => read({ $filter: filter, $select: select, $top: most }));
}

async function byId(id: string, turn: Turn): Promise<readonly unknown[]> {
  const living = turn.send(read({ $select: select }, `/groups/${segment(id)}`)).catch((error: unknown) => {
    if (error instanceof GraphError && error.code === 'notFound') return undefined;
    throw error;
  });
  return Promise.all([living, askOne(turn, deletedById(id))]);
}

function queriesFor(name: string): Read[] {
  if (name.includes('@')) return [read({ $filter: `mail eq ${literal(name)}`, $select: select, $top: most })];
  const clauses = spellings(name).flatMap((one) => {
    const begins = `startswith(displayName,${literal(one)})`;
    return one.includes(' ') ? [begins] : [begins, `mailNickname eq ${literal(one)}`];
  });
  const search = words(name)
    .map((word) => searchClause('displayName', word))
    .join(' AND ');
  const filters = orFilters(clauses).map((filter) => read({ $filter: filter, $select: select, $top: most }));
  return search === ''
    ? filters
    : [...filters, { ...read({ $search: search, $select: select, $top: most, $count: true }), headers: eventual }];
}

function read(query: Parameters<typeof path>[1], resource = '/groups'): Read {
  return { operation: 'groups', path: path(resource, query) };
}
