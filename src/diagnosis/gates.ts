import { type Assigned, readAssignment, roleStanding } from './assignment.ts';
import { isFed, mappingFor, mappingInto, matchingMappings, propertyFinding } from './attribute-mapping.ts';
import { asText } from './attribute-values.ts';
import { type Gate, type GateFinding, type GateState, gates, type PropertyFinding } from './diagnosis.ts';
import { statusOf, type Telling, wroteSomething } from './entry.ts';
import type { Evidence, LogEntry } from './evidence.ts';
import { type FilterGate, readFilterGate, valueThen } from './filter-gate.ts';
import type { Logged } from './logged.ts';
import { noScopeEvidence, readScope, type ScopeEvidence } from './scope-evidence.ts';
import { isCrossTenant, isInbound } from './systems.ts';
import { isAfter } from './time.ts';

/** All gates, then and now, with what they rest on. */
export interface GateReading {
  readonly findings: readonly GateFinding[];
  readonly filter: FilterGate;
  readonly assigned: Assigned;
  readonly property?: PropertyFinding;
  readonly matching?: PropertyFinding;
  /** The app brings people in from elsewhere: no assignment, and today's facts are not the source's. */
  readonly inbound: boolean;
  /** Set where it is known or follows from the log. */
  readonly syncAll?: boolean;
  readonly scope: ScopeEvidence;
}

/** Reads every gate: from the log as it was, from the directory and the schema as it is. */
export function readGates(
  evidence: Evidence,
  entries: readonly LogEntry[],
  telling?: Telling,
  logged?: Logged,
  jobId?: string,
): GateReading {
  const inbound = isInbound(evidence, telling?.entry ?? entries[0], jobId);
  const scope = telling?.scope ?? noScopeEvidence;
  const assigned = readAssignment(evidence);
  const readable = !inbound || evidence.subject.type === 'worker';
  const filter = readFilterGate({
    evidence,
    scope,
    entry: telling?.scopeEntry,
    readable,
    schemaIsPartial: isCrossTenant(evidence, jobId),
  });
  const mapping = mappingFor(evidence.subject, evidence.schema);
  const matchings = matchingMappings(mapping).map((one) =>
    propertyFinding(one.target, one, evidence.subject, readable),
  );
  const missing = logged?.property;
  const property =
    missing === undefined
      ? undefined
      : propertyFinding(missing, mappingInto(missing, mapping), evidence.subject, readable);
  const context: Context = {
    evidence,
    telling,
    logged,
    scope,
    assigned,
    filter,
    inbound,
    syncAll: syncAllOf(evidence, entries, telling, logged),
    matchings,
    property,
  };
  return {
    // biome-ignore lint/suspicious/noThenProperty: the word for the past, never a function
    findings: gates.map((gate) => ({ gate, then: then(gate, context), now: now(gate, context) })),
    filter,
    assigned,
    property,
    matching: matchings[0],
    inbound,
    syncAll: context.syncAll,
    scope,
  };
}

interface Context {
  readonly evidence: Evidence;
  readonly telling?: Telling;
  readonly logged?: Logged;
  readonly scope: ScopeEvidence;
  readonly assigned: Assigned;
  readonly filter: FilterGate;
  readonly inbound: boolean;
  readonly syncAll?: boolean;
  /** In the order in which they are tried. */
  readonly matchings: readonly PropertyFinding[];
  readonly property?: PropertyFinding;
}

/**
 * Whether the app syncs everybody: read, logged ("Scope sync all"), or concluded: from a success for somebody who
 * was not assigned, or from a skip for want of assignment.
 */
function syncAllOf(
  evidence: Evidence,
  entries: readonly LogEntry[],
  telling?: Telling,
  logged?: Logged,
): boolean | undefined {
  if (evidence.syncAll.known) return evidence.syncAll.value;
  if (telling?.scope.syncAll !== undefined) return telling.scope.syncAll;
  if (
    telling &&
    (logged?.ending === 'gate' || logged?.ending === 'undone') &&
    !logged.passedScoping &&
    telling.scope.assigned === 'shut'
  )
    return false;
  const unassignedYetIn = entries.some((entry) => {
    if (entry.action !== 'create' || statusOf(entry) !== 'success' || !wroteSomething(entry)) return false;
    return readScope(entry).assigned === 'shut';
  });
  return unassignedYetIn ? true : undefined;
}

/** As the log had it. What lies before a gate that was reached must have been open. */
function then(gate: Gate, context: Context): GateState {
  const { logged, scope, inbound, syncAll } = context;
  if ((gate === 'assigned' || gate === 'role') && inbound) return 'none';
  if (!logged) return 'unknown';
  const through =
    logged.ending === 'done' ||
    (logged.passedScoping && logged.ending !== 'undone' && context.telling?.direction === 'up');
  switch (gate) {
    case 'active':
    case 'filter':
      return through ? 'open' : scope[gate];
    case 'assigned':
    case 'role':
      return through || syncAll === true ? 'open' : scope[gate];
    case 'matching':
    case 'required':
      if (logged.gate === gate) return 'shut';
      return logged.ending === 'done' || logged.gate === 'export' || (gate === 'matching' && logged.gate === 'required')
        ? 'open'
        : 'unknown';
    case 'export':
      if (logged.gate === 'export') return 'shut';
      return logged.ending === 'done' || logged.ending === 'undone' ? 'open' : 'unknown';
  }
}

/** As it is today. */
function now(gate: Gate, context: Context): GateState {
  switch (gate) {
    case 'active':
      return activeNow(context);
    case 'assigned':
      return assignedNow(context);
    case 'role':
      return roleNow(context);
    case 'filter':
      return context.filter.now;
    case 'matching':
      return matchingNow(context.matchings);
    case 'required':
      return requiredNow(context);
    case 'export':
      return 'unknown';
  }
}

/** Only users can be disabled; a group or worker that is in the directory is there. */
function activeNow({ evidence: { subject }, inbound }: Context): GateState {
  if (inbound && subject.type !== 'worker') return 'unknown';
  if (subject.deletedAt !== undefined) return 'shut';
  if (subject.type === 'group') return 'open';
  if (subject.accountEnabled === undefined) return 'unknown';
  return subject.accountEnabled ? 'open' : 'shut';
}

function assignedNow({ assigned, inbound, syncAll, logged, scope, evidence }: Context): GateState {
  if (inbound) return 'none';
  if (syncAll === true) return 'open';
  switch (assigned.finding.how) {
    case 'direct':
    case 'group':
      return 'open';
    case 'nested':
    case 'none':
      // Somebody got through without an assignment that we can see: the app may sync everybody. Who was assigned in the
      // log, in an app that has other assignments, has lost it since.
      return logged?.passedScoping && (scope.assigned !== 'open' || evidence.nobodyAssigned) ? 'unknown' : 'shut';
    case 'unknown':
      return 'unknown';
  }
}

/** Whether a role entitles is not readable; what the log said of an older assignment stands. */
function roleNow({ assigned, inbound, syncAll, scope, telling, evidence: { app } }: Context): GateState {
  if (inbound) return 'none';
  if (syncAll === true) return 'open';
  const { how, since } = assigned.finding;
  if (how !== 'direct' && how !== 'group') return 'unknown';
  switch (roleStanding(assigned.counting, app)) {
    case 'named':
      if (scope.role !== 'shut' || scope.assigned === 'shut') return 'open';
      return isAfter(since, telling?.entry.at) ? 'open' : 'unknown';
    case 'default-only':
      if (scope.assigned === 'shut') return 'unknown';
      return scope.role;
    case 'disabled':
      return 'shut';
    case 'unknown':
      return 'unknown';
  }
}

/** One matching attribute with a value is enough to look for an account. */
function matchingNow(matchings: readonly PropertyFinding[]): GateState {
  const states = matchings.map(fedState);
  if (states.length === 0) return 'unknown';
  if (states.includes('open')) return 'open';
  return states.includes('unknown') ? 'unknown' : 'shut';
}

function fedState(property: PropertyFinding | undefined): GateState {
  if (!property) return 'unknown';
  const fed = isFed(property);
  if (fed === 'unknown') return 'unknown';
  return fed ? 'open' : 'shut';
}

/** "Missing or invalid": a value that stands there as it stood then is still the wrong one. */
function requiredNow({ property, telling }: Context): GateState {
  const state = fedState(property);
  if (state !== 'open') return state;
  const source = property?.mapping === 'attribute' ? property.sources[0] : undefined;
  if (!source || source.value === undefined || source.empty !== false) return 'unknown';
  const entry = telling?.scopeEntry ?? telling?.entry;
  const imported = entry?.steps.some((step) => step.type === 'import' && Object.keys(step.details).length > 1) ?? false;
  const before = valueThen(source.name, entry);
  if (before === undefined) return imported ? 'open' : 'unknown';
  return before === asText(source.value) ? 'unknown' : 'open';
}
