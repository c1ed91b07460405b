import { readBoolean } from './text.ts';

/** A clause as the scoping step logged it. */
export interface LoggedClause {
  readonly filter: string;
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly passed: boolean;
}

/** Longest first, so that NOT EQUALS is not read as EQUALS. Source: define-conditional-rules, filterOperators. */
const operators = [
  'Greater_Than_OR_EQUALS',
  'GREATER THAN OR EQUALS',
  'NOT REGEX MATCH',
  'Greater_Than',
  'GREATER THAN',
  'REGEX MATCH',
  'IS NOT NULL',
  'NOT EQUALS',
  'IsMemberOf',
  'ENDS_WITH',
  'ENDS WITH',
  'IS FALSE',
  'IS NULL',
  'IS TRUE',
  'Includes',
  'EQUALS',
  '!&',
  '&',
] as const;

const unary = new Set(['IS NOT NULL', 'IS NULL', 'IS FALSE', 'IS TRUE']);

const pattern = new RegExp(
  `(?<=^|\\.)(?<attribute>urn:\\S+|[^\\s.'"]+) (?<operator>${operators.map((one) => one.replace(/[&!]/g, '\\$&').replace(/[ _]/g, '[ _]')).join('|')})(?= |$)`,
  'gi',
);

/**
 * Reads `<filter name>.<attribute> <OPERATOR> '<value>'`. Names may hold dots and quotes, values may hold operators:
 * the first place where an attribute, an operator and a whole value follow each other is taken.
 * What has no such place keeps its text as `attribute`, so that it can be shown.
 */
export function readClause(text: string, passed: boolean): LoggedClause {
  for (const match of text.matchAll(pattern)) {
    const { attribute = '', operator = '' } = match.groups ?? {};
    const rest = text.slice(match.index + match[0].length).trim();
    const values = readValues(operator, rest);
    if (!values) continue;
    return { filter: text.slice(0, match.index).replace(/\.$/, ''), attribute, operator, values, passed };
  }
  return readUnknown(text, passed);
}

function readValues(operator: string, rest: string): readonly string[] | undefined {
  if (unary.has(operator.toUpperCase())) return rest === '' ? [] : undefined;
  if (rest === '') return undefined;
  const quoted = /^'(?<value>.*)'$/s.exec(rest);
  if (quoted?.groups) return [quoted.groups.value ?? ''];
  return rest.startsWith("'") ? undefined : [rest];
}

/** An operator that no list names, in the same shape: `Name.attribute STARTS_WITH 'x'`. */
function readUnknown(text: string, passed: boolean): LoggedClause {
  const match =
    /^(?:(?<filter>.*?)\.)?(?<attribute>[^\s.'"]+) (?<operator>[A-Za-z_!&]+(?: [A-Z]+)*)(?: '(?<value>.*)')?$/s.exec(
      text,
    );
  const { filter = '', attribute = text, operator = '', value } = match?.groups ?? {};
  return { filter, attribute, operator, values: value === undefined ? [] : [value], passed };
}

/** Broken JSON is searched character by character: no real result comes near this length. */
const longestBroken = 10_000;

/**
 * The clauses of a ScopeEvaluationResult: JSON inside a string, `"{}"` where there is no filter. Broken JSON (cut off,
 * escaped twice, pasted with other quotes) is read as far as it goes. Undefined when it holds no result at all.
 */
export function readScopeEvaluation(text: string): readonly LoggedClause[] | undefined {
  const pairs = fromJson(text) ?? fromJson(text.replace(/\\"/g, '"')) ?? fromPairs(text.slice(0, longestBroken));
  if (!pairs) return undefined;
  return pairs.map(([clause, passed]) => readClause(clause.trim(), passed));
}

function fromJson(text: string): readonly (readonly [string, boolean])[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return fromJson(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.entries(value).flatMap(([key, result]) => {
      const passed = typeof result === 'boolean' ? result : readBoolean(String(result));
      return passed === undefined ? [] : [[key, passed] as const];
    });
  } catch {
    return undefined;
  }
}

function fromPairs(text: string): readonly (readonly [string, boolean])[] | undefined {
  const pairs: (readonly [string, boolean])[] = [];
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)+)"\s*:\s*"?(true|false)\b/gi)) {
    pairs.push([(match[1] ?? '').replace(/\\(.)/g, '$1'), match[2]?.toLowerCase() === 'true']);
  }
  return pairs.length > 0 ? pairs : undefined;
}

/** What the clauses amount to: AND within a filter of one name, OR between filters. Undefined without clauses. */
export function resultOf(clauses: readonly LoggedClause[]): boolean | undefined {
  if (clauses.length === 0) return undefined;
  const filters = Map.groupBy(clauses, (clause) => clause.filter);
  return [...filters.values()].some((group) => group.every((clause) => clause.passed));
}
