import type { AttributeValue, FilterClause, FilterGroup } from './evidence.ts';
import { type AttributeType, type ClauseResult, evaluateClause, type Tri } from './filter-clause.ts';

export type { Tri } from './filter-clause.ts';

export interface EvaluatedClause extends ClauseResult {
  readonly filter: string;
  readonly clause: FilterClause;
  readonly actual?: AttributeValue;
}

export interface EvaluatedFilter {
  readonly result: Tri;
  readonly clauses: readonly EvaluatedClause[];
}

/** Today's value of a source attribute; undefined: not read. */
export type ValueOf = (attribute: string) => AttributeValue | undefined;

/**
 * Evaluates a scoping filter on today's attributes: OR between groups, AND within one, in three values. A false
 * clause makes its group false whatever the unknown ones; one surely true group is enough. No groups: no filter.
 */
export function evaluateFilter(
  scope: readonly FilterGroup[],
  valueToday: ValueOf,
  types: Readonly<Record<string, AttributeType>> = {},
): EvaluatedFilter {
  const groups = scope.map((group) => group.clauses.map((clause) => evaluate(group.name, clause, valueToday, types)));
  return { result: scope.length === 0 ? 'true' : any(groups.map((group) => all(group))), clauses: groups.flat() };
}

function evaluate(
  filter: string,
  clause: FilterClause,
  valueToday: ValueOf,
  types: Readonly<Record<string, AttributeType>>,
): EvaluatedClause {
  const actual = valueToday(clause.attribute);
  const type = Object.hasOwn(types, clause.attribute) ? types[clause.attribute] : undefined;
  return { filter, clause, actual, ...evaluateClause(clause, actual, type) };
}

/** A group without clauses says nothing that is documented. */
function all(clauses: readonly ClauseResult[]): Tri {
  if (clauses.some((clause) => clause.result === 'false')) return 'false';
  if (clauses.length === 0 || clauses.some((clause) => clause.result === 'unknown')) return 'unknown';
  return 'true';
}

function any(groups: readonly Tri[]): Tri {
  if (groups.includes('true')) return 'true';
  return groups.includes('unknown') ? 'unknown' : 'false';
}
