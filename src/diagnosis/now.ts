import { asText } from './attribute-values.ts';
import type { Decision } from './decide.ts';
import type { AssignmentFinding, ClauseFinding, Gate, JobFinding, Now, PropertyFinding } from './diagnosis.ts';
import type { Telling } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { valueThen } from './filter-gate.ts';
import type { GateReading } from './gates.ts';
import type { Logged } from './logged.ts';
import { isAfter } from './time.ts';

type Change = Now['changes'][number];

/** What has changed since the entry was written, and when the next cycle should settle it. */
export function readNow(
  evidence: Evidence,
  decision: Decision,
  gates: GateReading,
  job: JobFinding,
  telling?: Telling,
  logged?: Logged,
): Now {
  const changes = telling
    ? [...gateChanges(evidence, gates, telling), ...attributeChanges(gates, telling, logged)]
    : [];
  const opened = gates.findings.some((gate) => moved(gate.then, gate.now));
  const differs = telling !== undefined && (changes.length > 0 || opened || decision.was !== undefined);
  const waits = decision.cause === 'awaiting-next-cycle' || differs;
  return {
    differs,
    was: decision.was,
    wasAt: decision.was === undefined ? undefined : telling?.entry.at,
    changes,
    expectedAt: waits ? job.nextCycleAt : undefined,
  };
}

function moved(then: string, now: string): boolean {
  return (then === 'open' && now === 'shut') || (then === 'shut' && now === 'open');
}

function gateChanges({ subject }: Evidence, gates: GateReading, telling: Telling): readonly Change[] {
  const to = (gate: Gate) => {
    const finding = gates.findings.find((one) => one.gate === gate);
    return finding && moved(finding.then, finding.now) ? finding.now : undefined;
  };
  const changes: Change[] = [];
  if (to('active') === 'open') changes.push({ change: 'enabled' });
  if (to('active') === 'shut')
    changes.push(
      subject.deletedAt === undefined ? { change: 'disabled' } : { change: 'deleted', at: subject.deletedAt },
    );
  const reassigned = to('assigned') === 'open' || (to('assigned') === undefined && to('role') === 'open');
  if (reassigned) changes.push(...newAssignment(gates.assigned.finding, telling.entry.at));
  if (to('assigned') === 'shut') changes.push({ change: 'unassigned' });
  if (gates.filter.changed) changes.push({ change: 'filter-changed' });
  return changes;
}

/** Assigned since the entry was written, or in a group since that was assigned before. */
function newAssignment({ how, since, groups }: AssignmentFinding, entryAt: string): readonly Change[] {
  if (how !== 'direct' && how !== 'group') return [];
  if (isAfter(since, entryAt)) return [{ change: 'assigned', at: since }];
  const [group] = groups;
  return [how === 'group' && group ? { change: 'joined', group: group.name } : { change: 'assigned' }];
}

/** Attributes that decide and hold something else today: those of clauses, and those that feed a missing attribute. */
function attributeChanges(gates: GateReading, telling: Telling, logged: Logged | undefined): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const clause of gates.filter.clauses) {
    const change = clauseChange(clause);
    if (change) changes.set(clause.attribute, change);
  }
  const needed =
    logged?.gate === 'required' ? gates.property : logged?.gate === 'matching' ? gates.matching : undefined;
  for (const change of sourceChanges(needed, telling)) if (!changes.has(change.name)) changes.set(change.name, change);
  return [...changes.values()];
}

function clauseChange(clause: ClauseFinding): Change | undefined {
  const { attribute: name, actual: to, actualThen: from } = clause;
  if (to === undefined) return undefined;
  if (from !== undefined) return from === asText(to) ? undefined : { change: 'attribute', name, from, to };
  // The import step shows only mapped attributes; the clause itself says that the value must have been another.
  return moved(
    clause.then === 'true' ? 'open' : clause.then === 'false' ? 'shut' : '',
    clause.now === 'true' ? 'open' : clause.now === 'false' ? 'shut' : '',
  )
    ? { change: 'attribute', name, to }
    : undefined;
}

function sourceChanges(
  property: PropertyFinding | undefined,
  telling: Telling,
): readonly (Change & { readonly name: string })[] {
  const entry = telling.scopeEntry ?? telling.entry;
  const imported = entry.steps.some((step) => step.type === 'import' && Object.keys(step.details).length > 1);
  return (property?.sources ?? []).flatMap((source) => {
    if (source.value === undefined) return [];
    const from = valueThen(source.name, entry);
    const before = from ?? (imported ? '' : undefined);
    if (before === undefined || before === asText(source.value)) return [];
    return [{ change: 'attribute' as const, name: source.name, from: before, to: source.value }];
  });
}
