import { badRequest } from './graph-error.ts';
import type { LogQuery } from './log.ts';
import { conjuncts, type Filter, type Literal } from './odata-filter.ts';

type LogType = 'text' | 'date' | 'number' | 'enum';

/**
 * What the log can be filtered by: the table of the 2021 list page and the resource page. errorCode stands in neither.
 * Names are taken in any case: the Location header of bulkUpload writes `jobid`.
 */
const properties: Readonly<Record<string, LogType>> = {
  id: 'text',
  activitydatetime: 'date',
  changeid: 'text',
  cycleid: 'text',
  jobid: 'text',
  tenantid: 'text',
  durationinmilliseconds: 'number',
  provisioningaction: 'enum',
  'initiatedby/id': 'text',
  'initiatedby/displayname': 'text',
  'initiatedby/initiatortype': 'enum',
  'serviceprincipal/id': 'text',
  'serviceprincipal/displayname': 'text',
  'sourceidentity/id': 'text',
  'sourceidentity/displayname': 'text',
  'sourceidentity/identitytype': 'text',
  'targetidentity/id': 'text',
  'targetidentity/displayname': 'text',
  'targetidentity/identitytype': 'text',
  'sourcesystem/displayname': 'text',
  'targetsystem/displayname': 'text',
  'provisioningstatusinfo/status': 'enum',
};

/** Throws what Graph answers to a filter that the provisioning log is not documented to support. */
export function checkLogFilter(filter: Filter): void {
  switch (filter.is) {
    case 'and':
    case 'or':
      checkLogFilter(filter.left);
      checkLogFilter(filter.right);
      return;
    case 'not':
    case 'in':
    case 'any':
      throw badRequest(`Invalid filter clause: '${filter.is}' is not supported.`);
    case 'call':
      if (filter.name !== 'contains') throw badRequest(`Invalid filter clause: '${filter.name}' is not supported.`);
      if (typeOf(filter.left.path) !== 'text' && typeOf(filter.left.path) !== 'enum')
        throw mismatch(filter.left.path, filter.right);
      checkType('text', filter.left.path, filter.right);
      return;
    case 'compare': {
      const type = typeOf(filter.left.path);
      const ordered = type === 'date' || type === 'number';
      const supported = filter.operator === 'eq' || (ordered && (filter.operator === 'gt' || filter.operator === 'lt'));
      if (!supported)
        throw badRequest(
          `Invalid filter clause: operator '${filter.operator}' is not supported for property '${filter.left.path.join('/')}'.`,
        );
      checkType(type, filter.left.path, filter.right);
    }
  }
}

/** Filters of the log mind the case, but for the status. */
export function logCaseSensitive(path: readonly string[]): boolean {
  return path.join('/').toLowerCase() !== 'provisioningstatusinfo/status';
}

/** The part of a filter that an index can answer. The whole filter is checked on each entry all the same. */
export function narrow(filter: Filter): LogQuery {
  const query: { -readonly [key in keyof LogQuery]: LogQuery[key] } = {};
  for (const part of conjuncts(filter)) {
    const anyOf = alternatives(part);
    const [path] = anyOf?.map((one) => one.path) ?? [];
    if (anyOf !== undefined && path !== undefined && anyOf.every((one) => one.path === path)) {
      const values = new Set(anyOf.map((one) => one.value));
      if (path === 'id') query.ids = values;
      if (path === 'serviceprincipal/id') query.appIds = values;
      if (path === 'sourceidentity/id') query.sourceIds = values;
      if (path === 'provisioningstatusinfo/status')
        query.statuses = new Set([...values].map((one) => one.toLowerCase()));
    }
    if (part.is !== 'compare' || part.left.path.join('/').toLowerCase() !== 'activitydatetime') continue;
    const at = Date.parse(String(part.right.value));
    if (part.operator === 'gt') query.after = Math.max(query.after ?? at, at);
    if (part.operator === 'lt') query.before = Math.min(query.before ?? at, at);
  }
  return query;
}

function alternatives(filter: Filter): { readonly path: string; readonly value: string }[] | undefined {
  if (filter.is === 'or') {
    const left = alternatives(filter.left);
    const right = alternatives(filter.right);
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  if (filter.is !== 'compare' || filter.operator !== 'eq' || filter.left.lower) return undefined;
  return [{ path: filter.left.path.join('/').toLowerCase(), value: String(filter.right.value) }];
}

function typeOf(path: readonly string[]): LogType {
  const type = properties[path.join('/').toLowerCase()];
  if (type === undefined)
    throw badRequest(
      `Could not find a filterable property named '${path.join('/')}' on type 'microsoft.graph.provisioningObjectSummary'.`,
    );
  return type;
}

function checkType(type: LogType, path: readonly string[], literal: Literal): void {
  const fits = {
    text: literal.type === 'string',
    enum: literal.type === 'string' || literal.type === 'enum',
    date: literal.type === 'date',
    number: literal.type === 'number',
  }[type];
  if (!fits) throw mismatch(path, literal);
}

function mismatch(path: readonly string[], literal: Literal): Error {
  return badRequest(
    `A binary operator with incompatible types was detected for property '${path.join('/')}': found a value of type '${literal.type}'.`,
  );
}
