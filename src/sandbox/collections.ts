import type { EntityType } from './entity-types.ts';
import { badRequest, unsupportedQuery } from './graph-error.ts';
import { checkFilter, propertyOf } from './odata-check.ts';
import { holds, type Read, within } from './odata-evaluate.ts';
import { parseFilter } from './odata-filter.ts';
import { type QueryOptions, readQuery } from './odata-query.ts';
import { parseSearch, searchHolds } from './odata-search.ts';
import { type GraphReply, type GraphRequest, isAdvanced, isEventual, linkWith } from './request.ts';
import { readSkipToken, skipToken } from './skip-token.ts';

const directoryPage = 100;
const directoryMaxTop = 999;

export interface CollectionOf<T> {
  readonly type: EntityType;
  readonly items: Iterable<T>;
  readonly render: (item: T) => object;
  /** Navigation properties that $expand reaches. */
  readonly expand?: Readonly<Record<string, (item: T) => unknown>>;
  readonly context?: string;
}

/** Answers a collection of directory objects: $filter, $search, $select, $top, $orderby, $count, $expand, pages. Throws GraphError. */
export function listCollection<T>(request: GraphRequest, collection: CollectionOf<T>): GraphReply {
  const { type } = collection;
  const query = readQuery(
    request.params,
    ['filter', 'select', 'top', 'orderby', 'search', 'count', 'skiptoken', 'expand'],
    directoryMaxTop,
  );
  const matching = select(request, collection, query);
  const offset = query.skiptoken === undefined ? 0 : (readSkipToken(request, query.skiptoken)[0] ?? 0);
  const size = query.top ?? directoryPage;
  // Ordering and counting need everything, read once; a plain page only what is on it.
  const counts = query.count && isEventual(request);
  const found =
    query.orderby !== undefined
      ? sorted(matching, query.orderby, collection.render)
      : counts
        ? [...matching]
        : matching;
  const total = counts && offset === 0 && Array.isArray(found) ? found.length : undefined;
  let more = false;
  const page = function* (): Generator<object> {
    let place = 0;
    for (const item of found) {
      if (place >= offset + size) {
        more = true;
        return;
      }
      if (place >= offset) yield shape(collection, query, item);
      place++;
    }
  };
  const context = collection.context ?? `${request.base}/$metadata#${type.set}`;
  return {
    status: 200,
    page: {
      before: {
        '@odata.context': query.select === undefined ? context : `${context}(${query.select.join(',')})`,
        ...(total === undefined ? {} : { '@odata.count': total }),
      },
      items: page(),
      nextLink: () => (more ? linkWith(request, skipToken(request, [offset + size])) : undefined),
    },
  };
}

/** Answers `/$count`: a bare number, and only to an advanced query. */
export function countCollection<T>(request: GraphRequest, collection: CollectionOf<T>): GraphReply {
  if (!isEventual(request)) throw badRequest('$count is not currently supported.');
  const query = readQuery(request.params, ['filter', 'search'], directoryMaxTop);
  const total = [...select(request, collection, { ...query, count: true })].length;
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(total) };
}

/** Answers one object: $select and $expand. */
export function oneOf<T>(request: GraphRequest, collection: Omit<CollectionOf<T>, 'items'>, item: T): GraphReply {
  const query = readQuery(request.params, ['select', 'expand'], directoryMaxTop);
  checkSelect(collection.type, query);
  checkExpand(collection, query);
  const context = `${request.base}/$metadata#${collection.type.set}${query.select === undefined ? '' : `(${query.select.join(',')})`}/$entity`;
  return { status: 200, body: { '@odata.context': context, ...shape(collection, query, item) } };
}

function select<T>(request: GraphRequest, collection: CollectionOf<T>, query: QueryOptions): Iterable<T> {
  const { type } = collection;
  const advanced = isAdvanced(request, query.count);
  checkSelect(type, query);
  checkExpand(collection, query);
  if (query.expand !== undefined && advanced) throw unsupportedQuery('$expand is not supported with advanced queries.');
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  if (filter !== undefined) checkFilter(filter, type, advanced);
  if (query.search !== undefined && !isEventual(request)) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const search = query.search === undefined ? undefined : parseSearch(query.search, type);
  checkOrder(type, query, advanced, filter !== undefined);
  if (filter === undefined && search === undefined) return collection.items;
  const comparing = { caseSensitive: () => false };
  return {
    *[Symbol.iterator]() {
      for (const item of collection.items) {
        const read: Read = (path) => within(item, path);
        if (filter !== undefined && !holds(filter, read, comparing)) continue;
        if (search !== undefined && !searchHolds(search, read)) continue;
        yield item;
      }
    },
  };
}

function checkSelect(type: EntityType, query: QueryOptions): void {
  for (const name of query.select ?? []) {
    const known = Object.keys(type.properties).some((one) => one.toLowerCase() === name.toLowerCase());
    if (!known)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type.name.charAt(0).toLowerCase()}${type.name.slice(1)}'.`,
      );
  }
}

function checkExpand<T>(collection: Omit<CollectionOf<T>, 'items'>, query: QueryOptions): void {
  for (const name of query.expand ?? []) {
    const bare = name.replace(/\(.*$/s, '');
    if (collection.expand?.[bare] === undefined)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${bare}' on type 'microsoft.graph.${collection.type.set}'.`,
      );
  }
}

function checkOrder(type: EntityType, query: QueryOptions, advanced: boolean, filtered: boolean): void {
  if (query.orderby === undefined) return;
  const info = propertyOf(type, query.orderby.property.split('/'));
  if (info.orderby === undefined)
    throw unsupportedQuery(`Sorting by '${query.orderby.property}' is not supported for resource '${type.name}'.`);
  if (filtered && !advanced) throw unsupportedQuery('Sorting not supported for current query.');
  if (info.orderby === 'advanced' && !advanced) throw unsupportedQuery('Sorting not supported for current query.');
}

function sorted<T>(
  items: Iterable<T>,
  orderby: NonNullable<QueryOptions['orderby']>,
  render: (item: T) => object,
): T[] {
  const key = (item: T): string =>
    String(within(item, [orderby.property]) ?? within(render(item), [orderby.property]) ?? '').toLowerCase();
  const list = [...items].map((item) => ({ item, key: key(item) }));
  list.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (orderby.descending ? -1 : 1));
  return list.map(({ item }) => item);
}

function shape<T>(collection: Omit<CollectionOf<T>, 'items'>, query: QueryOptions, item: T): object {
  const rendered = collection.render(item);
  const wanted = query.select?.map((one) => one.toLowerCase());
  const shaped: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rendered)) {
    const annotation = name.startsWith('@');
    const chosen =
      wanted === undefined ? collection.type.properties[name]?.standard === true : wanted.includes(name.toLowerCase());
    if (annotation || chosen) shaped[name] = value;
  }
  if (wanted !== undefined) addEmpty(collection.type, wanted, shaped);
  for (const name of query.expand ?? []) {
    const bare = name.replace(/\(.*$/s, '');
    shaped[bare] = collection.expand?.[bare]?.(item);
  }
  return shaped;
}

/** What was asked for by name is there even where it is empty. */
function addEmpty(type: EntityType, wanted: readonly string[], shaped: Record<string, unknown>): void {
  for (const [name, info] of Object.entries(type.properties)) {
    if (!wanted.includes(name.toLowerCase()) || name in shaped) continue;
    shaped[name] = info.type === 'Strings' ? [] : null;
  }
}
