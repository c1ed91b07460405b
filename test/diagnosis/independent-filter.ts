import type { AttributeValue, FilterClause, FilterGroup } from '../../src/diagnosis/evidence.ts';

/**
 * The documented semantics once more, built otherwise: a clause is a set of the outcomes that the documentation
 * allows, AND and OR work on such sets, and what is left with both outcomes is unknown.
 */
type Possible = ReadonlySet<boolean>;

const yes: Possible = new Set([true]);
const no: Possible = new Set([false]);
const either: Possible = new Set([true, false]);

export function independent(scope: readonly FilterGroup[], read: (name: string) => AttributeValue | undefined): string {
  if (scope.length === 0) return 'true';
  const groups = scope.map((group) =>
    group.clauses.map((clause) => outcomes(clause, read(clause.attribute))).reduce(both),
  );
  const [only, another] = groups.reduce(eitherOf);
  return another === undefined ? String(only) : 'unknown';
}

function both(one: Possible, other: Possible): Possible {
  return combine(one, other, (left, right) => left && right);
}

function eitherOf(one: Possible, other: Possible): Possible {
  return combine(one, other, (left, right) => left || right);
}

function combine(one: Possible, other: Possible, join: (left: boolean, right: boolean) => boolean): Possible {
  return new Set([...one].flatMap((left) => [...other].map((right) => join(left, right))));
}

function outcomes(
  { attribute, operator, values: [wanted = ''] }: FilterClause,
  value: AttributeValue | undefined,
): Possible {
  if (['userType', 'startDate'].includes(attribute) || Array.isArray(value) || value === undefined) return either;
  if (operator === 'IsMemberOf') return either;
  if (value === null || value === '') return operator === 'IS NULL' ? yes : no;
  const text = value === true ? 'True' : value === false ? 'False' : `${value}`;
  if (operator === 'IS NULL') return no;
  if (operator === 'IS NOT NULL') return yes;
  if (operator.endsWith('REGEX MATCH')) return either;
  if (operator === 'IS TRUE' || operator === 'IS FALSE') {
    const truth = text.toUpperCase();
    if (truth !== 'TRUE' && truth !== 'FALSE') return either;
    return truth === operator.slice(3) ? yes : no;
  }
  if (operator.startsWith('Greater')) {
    if (!/^\d+$/.test(text) || !/^\d+$/.test(wanted)) return either;
    const difference = Number(text) - Number(wanted);
    return difference > 0 || (difference === 0 && operator.endsWith('EQUALS')) ? yes : no;
  }
  if (operator === 'Includes') return text.split(wanted).length > 1 ? yes : no;
  if (operator === 'ENDS_WITH') {
    const end = text.slice(-wanted.length);
    if (end === wanted) return yes;
    return end.toUpperCase() === wanted.toUpperCase() ? either : no;
  }
  const same = typeof value === 'boolean' ? wanted.toUpperCase() === text.toUpperCase() : text === wanted;
  return same === (operator === 'EQUALS') ? yes : no;
}
