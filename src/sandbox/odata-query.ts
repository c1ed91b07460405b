import { badRequest, unsupportedQuery } from './graph-error.ts';

/** The system query options of a request, names in lower case without the dollar sign, values as sent. */
export interface QueryOptions {
  readonly filter?: string;
  readonly select?: readonly string[];
  readonly top?: number;
  readonly orderby?: { readonly property: string; readonly descending: boolean };
  readonly search?: string;
  readonly count: boolean;
  readonly skiptoken?: string;
  readonly expand?: readonly string[];
}

const known = ['filter', 'select', 'top', 'orderby', 'search', 'count', 'skiptoken', 'expand'] as const;
type Option = (typeof known)[number];

/** Reads the query options; `allowed` names those that the resource supports. Throws a 400 GraphError for any other. */
export function readQuery(params: URLSearchParams, allowed: readonly Option[], maxTop: number): QueryOptions {
  const given = new Map<Option, string>();
  for (const [name, value] of params) {
    if (!name.startsWith('$')) continue;
    const option = known.find((one) => one === name.slice(1).toLowerCase());
    if (option === undefined) throw badRequest(`The query parameter '${name}' is not supported.`);
    if (!allowed.includes(option))
      throw badRequest(`The query specified in the URI is not valid. Query option '$${option}' is not allowed.`);
    if (given.has(option))
      throw badRequest(
        `Query option '$${option}' was specified more than once, but it must be specified at most once.`,
      );
    given.set(option, value);
  }
  const filter = given.get('filter');
  const search = given.get('search');
  const skiptoken = given.get('skiptoken');
  if (filter?.trim() === '') throw badRequest("Invalid filter clause: Syntax error at position 0 in ''.");
  return {
    ...(filter === undefined ? {} : { filter }),
    ...(search === undefined ? {} : { search }),
    ...(skiptoken === undefined ? {} : { skiptoken }),
    ...optional(
      'select',
      given
        .get('select')
        ?.split(',')
        .map((one) => one.trim()),
    ),
    ...optional(
      'expand',
      given
        .get('expand')
        ?.split(',')
        .map((one) => one.trim()),
    ),
    ...optional('top', top(given.get('top'), maxTop)),
    ...optional('orderby', orderby(given.get('orderby'))),
    count: count(given.get('count')),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  // A computed key widens to an index signature; the shape is exactly this one key.
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
}

function top(text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text))
    throw badRequest(
      `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  const value = Number(text);
  if (value < 1 || value > max)
    throw unsupportedQuery(`Invalid page size specified: '${text}'. Must be between 1 and ${max} inclusive.`);
  return value;
}

function orderby(text: string | undefined): QueryOptions['orderby'] {
  if (text === undefined) return undefined;
  const [property = '', direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (property === '' || property.includes(',') || rest.length > 0 || !/^(asc|desc)$/i.test(direction))
    throw badRequest(`Syntax error in $orderby: '${text}'.`);
  return { property, descending: direction.toLowerCase() === 'desc' };
}

function count(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw badRequest(`Invalid value '${text}' for $count query option found. Valid values are 'true' and 'false'.`);
}
