import type { LogEntry, Step } from './evidence.ts';
import { type LoggedClause, readScopeEvaluation, resultOf } from './scope-clause.ts';
import { readSkipText, type Said, type SkipText } from './skip-text.ts';
import { readBoolean, squash } from './text.ts';

export type { LoggedClause } from './scope-clause.ts';
export { readSkipText, type Said, type SkipText } from './skip-text.ts';

/** What an entry's scoping and skip steps say about the gates. */
export interface ScopeEvidence {
  readonly active: Said;
  readonly assigned: Said;
  readonly role: Said;
  readonly filter: Said;
  readonly roleBy?: 'field' | 'sentence';
  /** Set where the step says whether the app syncs everybody. */
  readonly syncAll?: boolean;
  readonly clauses: readonly LoggedClause[];
}

export const noScopeEvidence: ScopeEvidence = {
  active: 'unknown',
  assigned: 'unknown',
  role: 'unknown',
  filter: 'unknown',
  clauses: [],
};

/** Keys of 2020 and of today; the role's key names the object's type. Source: log-shapes, scoping. */
const keys = {
  active: /^(?:activeinthesourcesystem|isactive)$/,
  assigned: /^(?:assignedtotheapplication|assignedtoapplication|isassigned|assigned)$/,
  role: /^(?:.*hastherequiredrole|iseffectivelyentitledforprovisioning|iseffectivelyentitled)$/,
  filter: /^(?:scopingfilterevaluationpassed|isinprovisioningscope(?:displayname)?|passedscop(?:e|ing)filter)$/,
  syncAll: /^(?:scope)?syncall$/,
} as const;

/** The role's own field. "Effectively entitled", its name in 2020, may be false for other reasons too. */
const roleField = /hastherequiredrole$/;

/** Whether the step decides about scope: by its type or its name, for either may be missing. */
export function isScoping(step: Step): boolean {
  return step.type === 'scoping' || /Scoping/i.test(step.name);
}

/** Whether the step says why nothing was done. Its type varies: export, processing, scoping. */
export function isSkip(step: Step): boolean {
  return (
    /SynchronizationSkip/i.test(step.name) || Object.keys(step.details).some((key) => squash(key) === 'skipreason')
  );
}

/** Whether the entry says anything about scope; retries of old failures do not. */
export function hasScopeEvidence(entry: LogEntry): boolean {
  return entry.steps.some((step) => isScoping(step) && Object.keys(step.details).length > 0) || tells(readScope(entry));
}

/** Reads the gates of an entry: fields of every age first, then the numbered sentences of its skip step. */
export function readScope(entry: LogEntry): ScopeEvidence {
  const steps = entry.steps.filter((step) => isScoping(step) || isSkip(step) || step.status === 'skipped');
  const texts = steps.map((step) => readSkipText(step.description)).filter((text) => text !== undefined);
  if (entry.status !== 'failure' && entry.error) {
    const text = readSkipText(`${entry.error.reason}\n${entry.error.additionalDetails ?? ''}`);
    if (text) texts.push(text);
  }
  const clauses = readClauses(steps, texts);
  const filter = combine(steps, texts, 'filter');
  const passed = resultOf(clauses);
  return {
    active: combine(steps, texts, 'active'),
    assigned: combine(steps, texts, 'assigned'),
    role: readRole(steps, texts),
    filter: filter === 'unknown' && passed !== undefined ? (passed ? 'open' : 'shut') : emptyFilter(filter, steps),
    roleBy: roleBy(steps, texts),
    syncAll: fields(steps, keys.syncAll)[0] ?? texts.find((text) => text.syncAll !== undefined)?.syncAll,
    clauses,
  };
}

/** `"{}"`: the app has no filter, so nothing can be shut. */
function emptyFilter(filter: Said, steps: readonly Step[]): Said {
  if (filter !== 'unknown') return filter;
  return results(steps).some((result) => readScopeEvaluation(result)?.length === 0) ? 'open' : 'unknown';
}

function tells(scope: ScopeEvidence): boolean {
  return [scope.active, scope.assigned, scope.role, scope.filter].some((said) => said !== 'unknown');
}

/** One False shuts: the scoping step and the skip step speak of the same decision. */
function combine(
  steps: readonly Step[],
  texts: readonly SkipText[],
  gate: 'active' | 'assigned' | 'role' | 'filter',
): Said {
  const booleans = fields(steps, keys[gate]);
  if (booleans.includes(false) || texts.some((text) => text[gate] === 'shut')) return 'shut';
  return booleans.includes(true) || texts.some((text) => text[gate] === 'open') ? 'open' : 'unknown';
}

/** "Has the required role: True" outranks the sentence about entitlement, which a faulty assignment record brings too. */
function readRole(steps: readonly Step[], texts: readonly SkipText[]): Said {
  const own = fields(steps, roleField);
  if (own.length > 0) return own.includes(false) ? 'shut' : 'open';
  return combine(steps, texts, 'role');
}

function roleBy(steps: readonly Step[], texts: readonly SkipText[]): 'field' | 'sentence' | undefined {
  const own = fields(steps, roleField);
  if (own.length > 0) return own.includes(false) ? 'field' : undefined;
  if (fields(steps, keys.role).includes(false)) return 'sentence';
  return texts.find((text) => text.roleBy !== undefined)?.roleBy;
}

function fields(steps: readonly Step[], key: RegExp): readonly boolean[] {
  return steps
    .flatMap((step) => Object.entries(step.details))
    .filter(([name]) => key.test(squash(name)))
    .map(([, value]) => readBoolean(value))
    .filter((value) => value !== undefined);
}

function results(steps: readonly Step[]): readonly string[] {
  return steps
    .flatMap((step) => Object.entries(step.details))
    .filter(([name]) => squash(name) === 'scopeevaluationresult')
    .map(([, value]) => value);
}

function readClauses(steps: readonly Step[], texts: readonly SkipText[]): readonly LoggedClause[] {
  const all = [
    ...results(steps).flatMap((result) => readScopeEvaluation(result) ?? []),
    ...texts.flatMap((text) => text.clauses),
  ];
  const seen = new Set<string>();
  return all.filter((clause) => {
    const name = JSON.stringify([clause.filter, clause.attribute, clause.operator, clause.values]);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
