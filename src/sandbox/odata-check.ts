import type { EntityType, PropertyInfo, PropertyType, Support } from './entity-types.ts';
import { badRequest, type GraphError, unsupportedQuery } from './graph-error.ts';
import type { Filter, Literal } from './odata-filter.ts';

const advancedHint =
  'is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information';

/** Throws what Graph answers to a filter that the entity does not support, or not without the advanced query parameters. */
export function checkFilter(filter: Filter, entity: EntityType, advanced: boolean): void {
  switch (filter.is) {
    case 'and':
    case 'or':
      checkFilter(filter.left, entity, advanced);
      checkFilter(filter.right, entity, advanced);
      return;
    case 'not':
      if (!advanced) throw unsupportedQuery(`Operator 'Not' ${advancedHint}`);
      checkFilter(filter.inner, entity, advanced);
      return;
    case 'compare': {
      const info = propertyOf(entity, filter.left.path);
      if (filter.left.lower) throw unsupported(entity, filter.left.path);
      // gt and lt are refused for directory objects: the documentation lists ge and le only.
      require(info, filter.right.type === 'null' ? 'null' : filter.operator, entity, filter.left.path, advanced);
      if (filter.operator === 'ne') require(info, 'ne', entity, filter.left.path, advanced);
      if (info.type === 'Strings') throw unsupported(entity, filter.left.path);
      checkLiteral(info.type, filter.right, filter.left.path);
      return;
    }
    case 'in': {
      const info = propertyOf(entity, filter.left.path);
      require(info, 'in', entity, filter.left.path, advanced);
      // Graph takes at most 15 values in one list.
      if (filter.values.length > 15)
        throw badRequest(
          "Too many child clauses specified in search filter expression containing 'OR' operators: maximum 15.",
        );
      for (const value of filter.values) checkLiteral(info.type, value, filter.left.path);
      return;
    }
    case 'call': {
      const info = propertyOf(entity, filter.left.path);
      require(info, filter.name, entity, filter.left.path, advanced);
      if (info.type !== 'String' && info.type !== 'Guid') throw unsupported(entity, filter.left.path);
      checkLiteral('String', filter.right, filter.left.path);
      return;
    }
    case 'any': {
      const info = propertyOf(entity, filter.path);
      if (info.type !== 'Strings') throw unsupported(entity, filter.path);
      checkLambda(filter.body, filter.variable, info, entity, filter.path, advanced);
    }
  }
}

function checkLambda(
  body: Filter,
  variable: string,
  info: PropertyInfo,
  entity: EntityType,
  path: readonly string[],
  advanced: boolean,
): void {
  if ((body.is !== 'compare' && body.is !== 'call') || body.left.path.length !== 1 || body.left.path[0] !== variable)
    throw unsupported(entity, path);
  require(info, body.is === 'call' ? body.name : body.operator, entity, path, advanced);
  checkLiteral('String', body.right, path);
}

function require(
  info: PropertyInfo,
  operator: string,
  entity: EntityType,
  path: readonly string[],
  advanced: boolean,
): void {
  const support: Support | undefined = info.filter[operator];
  if (support === undefined) throw unsupported(entity, path);
  if (support === 'advanced' && !advanced) {
    throw unsupportedQuery(
      operator === 'ne' || operator === 'endswith'
        ? `Operator '${operator === 'ne' ? 'NotEqualsMatch' : 'endsWith'}' ${advancedHint}`
        : `Unsupported or invalid query filter clause specified for property '${path.join('/')}' of resource '${entity.name}'.`,
    );
  }
}

/** The property that a path names; extension attributes count as what holds them. Throws 400 for one that the type has not. */
export function propertyOf(entity: EntityType, path: readonly string[]): PropertyInfo {
  const [first = ''] = path;
  const key = Object.keys(entity.properties).find((name) => name.toLowerCase() === first.toLowerCase());
  const info = key === undefined ? undefined : entity.properties[key];
  if (info === undefined)
    throw badRequest(
      `Could not find a property named '${first}' on type 'microsoft.graph.${entity.name.charAt(0).toLowerCase()}${entity.name.slice(1)}'.`,
    );
  if (path.length > 1) {
    if (info.type !== 'Complex' || !/^extensionAttribute(1[0-5]|[1-9])$/i.test(path[1] ?? ''))
      throw unsupported(entity, path);
    return { ...info, type: 'String' };
  }
  if (info.type === 'Complex') return { ...info, filter: {} };
  return info;
}

function unsupported(entity: EntityType, path: readonly string[]): GraphError {
  return unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${path.join('/')}' of resource '${entity.name}'.`,
  );
}

function checkLiteral(type: PropertyType, literal: Literal, path: readonly string[]): void {
  if (literal.type === 'null') return;
  const name = path.join('/');
  const wrong = (): GraphError =>
    badRequest(
      `A binary operator with incompatible types was detected. Found operand types 'Edm.${type}' and 'Edm.${literal.type}' for property '${name}'.`,
    );
  switch (type) {
    case 'Boolean':
      if (literal.type !== 'boolean') throw wrong();
      return;
    case 'DateTimeOffset':
      if (literal.type !== 'date') throw wrong();
      return;
    case 'Int32':
      if (literal.type !== 'number') throw wrong();
      return;
    case 'Guid':
      if (literal.type !== 'guid' && literal.type !== 'string') throw wrong();
      return;
    case 'Enum':
      if (literal.type !== 'enum' && literal.type !== 'string') throw wrong();
      return;
    case 'String':
    case 'Strings':
      if (literal.type !== 'string') throw wrong();
      return;
    case 'Complex':
      throw badRequest(`Invalid filter clause for property '${name}'.`);
  }
}
