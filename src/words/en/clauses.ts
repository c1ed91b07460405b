import type { ClauseFinding, Diagnosis } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import { quoted, value } from './say.ts';

/** The clauses that shut the filter: those false today, or, where none is, those false in the log. */
export function decisive({ clauses }: Diagnosis): readonly ClauseFinding[] {
  const now = clauses.filter((clause) => clause.now === 'false');
  return now.length > 0 ? now : clauses.filter((clause) => clause.then === 'false');
}

/** The false clauses of the filter that takes the fewest changes: passing one filter in full is enough. */
export function nearest(diagnosis: Diagnosis): readonly ClauseFinding[] {
  const filters = [...Map.groupBy(decisive(diagnosis), ({ filter }) => filter).values()];
  return filters.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

/** "the filter “Sales only” is not passed". */
export function filterReason(clauses: readonly ClauseFinding[]): string {
  const names = [...new Set(clauses.map(({ filter }) => filter.trim()).filter((name) => name !== ''))];
  if (names.length === 0) return 'the scoping filter is not passed';
  const [only] = names;
  if (names.length === 1 && only !== undefined) return `the filter ${quoted(only, 60)} is not passed`;
  if (names.length > 3) return `none of ${names.length} scoping filters is passed`;
  return `no scoping filter is passed (${names.map((name) => quoted(name, 40)).join(', ')})`;
}

/** "department is “sales”, the filter wants “Sales”: EQUALS minds the case". */
export function clauseSentence(clause: ClauseFinding): string {
  return `${isOrWas(clause)}, the filter wants ${wanted(clause)}${hint(clause)}`;
}

/** The clause as the admin center writes it: department EQUALS 'Sales'. */
export function clauseNotation({ attribute, operator, wanted: values }: ClauseFinding): string {
  const list = values.map((one) => `'${cut(one, 120)}'`).join(', ');
  return [cut(attribute, 120), cut(operator, 40), list].filter((part) => part !== '').join(' ');
}

function isOrWas(clause: ClauseFinding): string {
  const attribute = cut(clause.attribute, 80);
  // The stored name is not what is compared, and would seem to pass.
  if (clause.abstained === 'guest-name') return `${attribute} of a guest is compared without #EXT# and the domain`;
  if (clause.actual !== undefined) return `${attribute} is ${value(clause.actual)}`;
  if (clause.actualThen !== undefined) return `${attribute} was ${value(clause.actualThen)}`;
  if (clause.hint === 'empty') return `${attribute} is empty`;
  return `${attribute} does not pass`;
}

function wanted({ operator, wanted: values }: ClauseFinding): string {
  const list = values.map((one) => quoted(one, 80)).join(' or ');
  switch (plain(operator)) {
    case 'EQUALS':
      return list;
    case 'NOT EQUALS':
      return `any value but ${list}`;
    case 'IS NULL':
      return 'it empty';
    case 'IS NOT NULL':
      return 'it filled';
    case 'IS TRUE':
      return 'true';
    case 'IS FALSE':
      return 'false';
    case 'REGEX MATCH':
      return `a match of the pattern ${list}`;
    case 'NOT REGEX MATCH':
      return `no match of the pattern ${list}`;
    case 'GREATER THAN':
      return `more than ${list}`;
    case 'GREATER THAN OR EQUALS':
      return `${list} or more`;
    case 'INCLUDES':
      return `a value that includes ${list}`;
    case 'ENDS WITH':
      return `a value that ends with ${list}`;
  }
  return list === '' ? cut(operator, 40) : `${cut(operator, 40)} ${list}`;
}

function hint(clause: ClauseFinding): string {
  switch (clause.hint) {
    case 'case':
      return `: ${cut(clause.operator, 40)} minds the case`;
    case 'whitespace':
      return ': a space at the beginning or end makes the difference';
    case 'empty':
      // IS TRUE and its kin say so themselves.
      return plain(clause.operator) === 'IS NOT NULL' ? '' : ': an empty value does not pass it';
    case undefined:
      return '';
  }
}

function plain(operator: string): string {
  return operator
    .trim()
    .toUpperCase()
    .replace(/[\s_]+/g, ' ');
}
