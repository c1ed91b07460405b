import { mappingsFor } from './attribute-mapping.ts';
import { asText, valueToday } from './attribute-values.ts';
import type { Abstention, ClauseFinding, GateState } from './diagnosis.ts';
import type { AttributeValue, Evidence, FilterGroup, LogEntry, ObjectMapping } from './evidence.ts';
import type { LoggedClause, ScopeEvidence } from './scope-evidence.ts';
import { type EvaluatedClause, type EvaluatedFilter, evaluateFilter } from './scoping-filter.ts';
import { squash } from './text.ts';

/** The scoping filter as the log had it and as it is today. */
export interface FilterGate {
  readonly now: GateState;
  /** False ones first. */
  readonly clauses: readonly ClauseFinding[];
  /** The filter itself is another than the one that was logged. */
  readonly changed: boolean;
  readonly abstained?: Abstention;
}

interface Reading {
  readonly evidence: Evidence;
  readonly scope: ScopeEvidence;
  /** The entry that the scope evidence comes from. */
  readonly entry?: LogEntry;
  /** Today's attributes are those of the source system. */
  readonly readable: boolean;
  /** A logged clause that the schema does not hold may still be in force (cross-tenant synchronisation). */
  readonly schemaIsPartial: boolean;
}

/** Evaluates the filter on today's attributes, and sets every clause beside what the log said of it. */
export function readFilterGate(reading: Reading): FilterGate {
  const { evidence, scope, readable } = reading;
  const value = (attribute: string) => (readable ? valueToday(evidence.subject, attribute) : undefined);
  const mappings = mappingsFor(evidence.subject, evidence.schema);
  const filter =
    mappings.length > 0 ? evaluateMappings(mappings, value) : evaluateFilter(asGroups(scope.clauses), value);
  const rests = mappings.length > 0 || scope.clauses.length > 0;
  const clauses = join(filter.clauses, reading, mappings.length > 0);
  const missing =
    mappings.length > 0 && scope.clauses.some((logged) => !filter.clauses.some((one) => isSame(one, logged)));
  const state = rests ? stateOf(filter, clauses, missing && reading.schemaIsPartial, scope) : 'unknown';
  return {
    now: state,
    clauses: clauses.toSorted((one, other) => weight(one) - weight(other)),
    changed: missing && !reading.schemaIsPartial,
    abstained: state === 'unknown' ? clauses.find((clause) => clause.abstained)?.abstained : undefined,
  };
}

/** Somebody is in scope by any one of several mappings of the same kind. */
function evaluateMappings(
  mappings: readonly ObjectMapping[],
  value: (attribute: string) => AttributeValue | undefined,
): EvaluatedFilter {
  const filters = mappings.map((mapping) => evaluateMapping(mapping, value));
  const results = filters.map((filter) => filter.result);
  const result = results.includes('true') ? 'true' : results.includes('unknown') ? 'unknown' : 'false';
  return { result, clauses: filters.flatMap((filter) => filter.clauses) };
}

/** A mapping's three filters: whoever fails one of them is out. */
function evaluateMapping(
  { scope, inputScope = [], categoryScope = [], sourceAttributes }: ObjectMapping,
  value: (attribute: string) => AttributeValue | undefined,
): EvaluatedFilter {
  const filters = [scope, inputScope, categoryScope].map((one) => evaluateFilter(one, value, sourceAttributes));
  const results = filters.map((filter) => filter.result);
  const result = results.includes('false') ? 'false' : results.includes('unknown') ? 'unknown' : 'true';
  return { result, clauses: filters.flatMap((filter) => filter.clauses) };
}

/** Without the schema the logged clauses stand for the filter: AND within one name, OR between names. */
function asGroups(clauses: readonly LoggedClause[]): readonly FilterGroup[] {
  return [...Map.groupBy(clauses, (clause) => clause.filter)].map(([name, group]) => ({ name, clauses: group }));
}

/** A clause that we read as true though the log found it false on the same value: then our reading does not count. */
function stateOf(
  filter: EvaluatedFilter,
  clauses: readonly ClauseFinding[],
  doubtful: boolean,
  scope: ScopeEvidence,
): GateState {
  if (doubtful && scope.filter === 'shut') return 'unknown';
  const contradicted = clauses.some(contradicts);
  if (filter.result === 'unknown' || contradicted) return 'unknown';
  return filter.result === 'true' ? 'open' : 'shut';
}

function contradicts(clause: ClauseFinding): boolean {
  if (clause.then === 'unknown' || clause.now === 'unknown' || clause.then === clause.now) return false;
  return clause.actualThen !== undefined && clause.actual !== undefined && clause.actualThen === asText(clause.actual);
}

function join(evaluated: readonly EvaluatedClause[], reading: Reading, fromSchema: boolean): readonly ClauseFinding[] {
  const { scope, entry } = reading;
  const findings = evaluated.map((one): ClauseFinding => {
    const logged = scope.clauses.find((clause) => isSame(one, clause));
    return {
      filter: one.filter,
      attribute: one.clause.attribute,
      operator: one.clause.operator,
      wanted: one.clause.values,
      actual: one.actual,
      actualThen: valueThen(one.clause.attribute, entry),
      // biome-ignore lint/suspicious/noThenProperty: the word for the past, never a function
      then: logged ? (logged.passed ? 'true' : 'false') : 'unknown',
      now: one.result,
      hint: one.hint,
      abstained: one.abstained,
    };
  });
  return fromSchema ? [...findings, ...onlyLogged(evaluated, scope, entry)] : findings;
}

/** Clauses that the log names and the filter of today does not hold. */
function onlyLogged(
  evaluated: readonly EvaluatedClause[],
  scope: ScopeEvidence,
  entry: LogEntry | undefined,
): readonly ClauseFinding[] {
  return scope.clauses
    .filter((logged) => !evaluated.some((one) => isSame(one, logged)))
    .map((logged) => ({
      filter: logged.filter,
      attribute: logged.attribute,
      operator: logged.operator,
      wanted: logged.values,
      actualThen: valueThen(logged.attribute, entry),
      // biome-ignore lint/suspicious/noThenProperty: the word for the past, never a function
      then: logged.passed ? 'true' : 'false',
      now: 'unknown',
    }));
}

/** The same condition, whatever the filter is called by now. */
function isSame(one: EvaluatedClause, logged: LoggedClause): boolean {
  return (
    squash(one.clause.attribute) === squash(logged.attribute) &&
    squash(one.clause.operator) === squash(logged.operator) &&
    one.clause.values.join('\n') === logged.values.join('\n')
  );
}

/** The value at the time of the entry, where its import step tells. */
export function valueThen(attribute: string, entry: LogEntry | undefined): string | undefined {
  const wanted = squash(attribute);
  for (const step of entry?.steps ?? []) {
    if (step.type !== 'import' && !/^EntryImport/i.test(step.name)) continue;
    const found = Object.entries(step.details).find(([key]) => squash(key) === wanted);
    if (found) return found[1];
  }
  return undefined;
}

function weight(clause: ClauseFinding): number {
  if (clause.now === 'false') return 0;
  if (clause.then === 'false') return clause.now === 'unknown' ? 1 : 2;
  return clause.now === 'unknown' ? 3 : 4;
}
