import type { Abstention, ClauseFinding } from './diagnosis.ts';
import type { AttributeValue, FilterClause } from './evidence.ts';
import { readBoolean, squash } from './text.ts';

/** True, false, or not to be known from here. */
export type Tri = 'true' | 'false' | 'unknown';

export interface ClauseResult {
  readonly result: Tri;
  readonly hint?: ClauseFinding['hint'];
  readonly abstained?: Abstention;
}

/** What the schema says about a source attribute. */
export interface AttributeType {
  readonly type: string;
  readonly multivalued: boolean;
}

/** Not usable in scoping filters. Source: known-issues (2025-10-04); `members` for groups. */
const unsupported = new Set(['approleassignments', 'usertype', 'manager', 'members', 'memberof']);
const dates = new Set(['statushiredate', 'startdate', 'enddate', 'statusterminationdate', 'accountexpires']);

/**
 * Evaluates one clause on a value of today as documented (define-conditional-rules, 2025-03-04): EQUALS minds the
 * case, every clause on an empty value is false but IS NULL. What the documentation leaves open (regex anchoring,
 * several values, bit operators) is abstained from. `value` undefined: not read.
 */
export function evaluateClause(
  clause: FilterClause,
  value: AttributeValue | undefined,
  about?: AttributeType,
): ClauseResult {
  const attribute = squash(clause.attribute);
  if (unsupported.has(attribute) || /^reference$/i.test(about?.type ?? '')) return abstain('unsupported-attribute');
  if (dates.has(attribute) || /^date/i.test(about?.type ?? '')) return abstain('date');
  if (about?.multivalued || Array.isArray(value)) return abstain('multi-valued');
  const evaluate = evaluators.get(squash(clause.operator));
  if (!evaluate) return abstain('unknown-operator');
  if (value === undefined) return abstain('not-read');
  // A guest's name is stripped of #EXT# and the domain before it is compared: the stored value is not the compared one.
  if (attribute === 'userprincipalname' && /#EXT#/i.test(String(value))) return abstain('guest-name');
  const empty = value === null || value === '';
  return evaluate({
    value: empty ? null : value,
    text: empty ? '' : asCompared(value),
    wanted: clause.values,
    integer: /^int/i.test(about?.type ?? ''),
  });
}

interface Comparison {
  readonly value: AttributeValue;
  readonly text: string;
  readonly wanted: readonly string[];
  /** The schema calls the attribute an integer. */
  readonly integer: boolean;
}

type Evaluate = (comparison: Comparison) => ClauseResult;

/** By squashed operator name: case, blanks and underscores vary. `&` and `!&` squash to nothing and are not here. */
const evaluators = new Map<string, Evaluate>([
  ['isnull', ({ value }) => sure(value === null)],
  ['isnotnull', ({ value }) => (value === null ? nothing : sure(true))],
  ['istrue', (comparison) => isBoolean(comparison, true)],
  ['isfalse', (comparison) => isBoolean(comparison, false)],
  ['equals', (comparison) => eachWanted(comparison, equal)],
  ['notequals', (comparison) => eachWanted(comparison, (wanted, one) => negate(equal(wanted, one)))],
  ['regexmatch', ({ value }) => (value === null ? nothing : abstain('regex'))],
  ['notregexmatch', ({ value }) => (value === null ? nothing : abstain('regex'))],
  [
    'greaterthan',
    (comparison) =>
      eachWanted(
        comparison,
        integers((left, right) => left > right),
      ),
  ],
  [
    'greaterthanorequals',
    (comparison) =>
      eachWanted(
        comparison,
        integers((left, right) => left >= right),
      ),
  ],
  ['includes', (comparison) => eachWanted(comparison, includes)],
  ['endswith', (comparison) => eachWanted(comparison, endsWith)],
]);

const nothing: ClauseResult = { result: 'false', hint: 'empty' };

function sure(passed: boolean): ClauseResult {
  return { result: passed ? 'true' : 'false' };
}

function abstain(abstained: Abstention): ClauseResult {
  return { result: 'unknown', abstained };
}

function negate(found: ClauseResult): ClauseResult {
  if (found.result === 'unknown') return found;
  return sure(found.result === 'false');
}

function asCompared(value: AttributeValue): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** Several wanted values: All or Any is nowhere documented, so only their agreement counts. */
function eachWanted(
  comparison: Comparison,
  test: (wanted: string, comparison: Comparison) => ClauseResult,
): ClauseResult {
  if (comparison.value === null) return nothing;
  const [first, ...others] = comparison.wanted.map((wanted) => test(wanted, comparison));
  if (!first) return abstain('unknown-operator');
  return others.every((other) => other.result === first.result) ? first : abstain('multi-valued');
}

function isBoolean({ value }: Comparison, wanted: boolean): ClauseResult {
  if (value === null) return nothing;
  const actual = typeof value === 'boolean' ? value : readBoolean(String(value));
  return actual === undefined ? abstain('unsupported-attribute') : sure(actual === wanted);
}

function equal(wanted: string, { value, text, integer }: Comparison): ClauseResult {
  if (typeof value === 'boolean') {
    const asked = readBoolean(wanted);
    return sure(asked === value);
  }
  if (integer || typeof value === 'number') {
    const [left, right] = [toInteger(text), toInteger(wanted)];
    if (left !== undefined && right !== undefined) return sure(left === right);
  }
  if (text === wanted) return sure(true);
  if (text.trim() === wanted.trim()) return { result: 'false', hint: 'whitespace' };
  if (sameLetters(text.trim(), wanted.trim())) return { result: 'false', hint: 'case' };
  return sure(false);
}

/** .NET's String.Contains, which minds the case. */
function includes(wanted: string, { text }: Comparison): ClauseResult {
  if (text.includes(wanted)) return sure(true);
  return lower(text).includes(lower(wanted)) ? { result: 'false', hint: 'case' } : sure(false);
}

/** The documentation does not say whether the case counts: nothing is claimed where only the case differs. */
function endsWith(wanted: string, { text }: Comparison): ClauseResult {
  if (text.endsWith(wanted)) return sure(true);
  return lower(text).endsWith(lower(wanted)) ? { ...abstain('unknown-operator'), hint: 'case' } : sure(false);
}

function integers(holds: (left: bigint, right: bigint) => boolean) {
  return (wanted: string, { text }: Comparison): ClauseResult => {
    const [left, right] = [toInteger(text), toInteger(wanted)];
    if (left === undefined || right === undefined) return abstain('not-a-number');
    return sure(holds(left, right));
  };
}

function toInteger(text: string): bigint | undefined {
  const trimmed = text.trim();
  return /^[+-]?\d{1,40}$/.test(trimmed) ? BigInt(trimmed.replace(/^\+/, '')) : undefined;
}

function sameLetters(one: string, other: string): boolean {
  return lower(one) === lower(other);
}

function lower(text: string): string {
  return text.toLowerCase();
}
