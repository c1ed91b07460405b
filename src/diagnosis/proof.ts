import type { Decision } from './decide.ts';
import type { ClauseFinding, JobFinding, Proof } from './diagnosis.ts';
import type { Telling } from './entry.ts';
import type { Evidence, Step } from './evidence.ts';
import type { GateReading } from './gates.ts';
import type { Logged } from './logged.ts';
import { isScoping, isSkip } from './scope-evidence.ts';

/** The facts that the finding rests on, each with where it came from and when: the log first, then the directory. */
export function proofOf(
  evidence: Evidence,
  decision: Decision,
  gates: GateReading,
  job: JobFinding,
  telling?: Telling,
  logged?: Logged,
): readonly Proof[] {
  return [
    ...logProof(evidence, gates, telling),
    ...directoryProof(evidence, gates),
    ...schemaProof(evidence, gates, decision, logged),
    ...(evidence.jobs.known ? [{ source: 'job', what: 'job', job, at: evidence.jobs.at } as const] : []),
  ];
}

function logProof({ log }: Evidence, gates: GateReading, telling?: Telling): readonly Proof[] {
  if (!telling)
    return log.known ? [{ source: 'log', what: 'none', from: log.value.from, to: log.value.to, at: log.at }] : [];
  const { entry, scopeEntry } = telling;
  const written: Proof = {
    source: 'log',
    what: 'entry',
    action: entry.action,
    status: telling.status,
    code: telling.code,
    at: entry.at,
    ref: entry.id,
    cycleId: entry.cycleId,
    changeId: entry.changeId,
  };
  const of = scopeEntry ?? entry;
  const clauses = gates.filter.clauses.filter((clause) => clause.then !== 'unknown');
  const decided = clauses.filter((clause) => clause.then === 'false');
  const steps = entry.steps.filter((step) => isScoping(step) || isSkip(step) || step.status === 'failure');
  const earlier = scopeEntry && scopeEntry !== entry ? scopeEntry.steps.filter(isScoping) : [];
  return [
    written,
    ...(decided.length > 0 ? decided : clauses).map((clause) => logged(clause, of.at, of.id)),
    ...steps.map((step) => stepProof(step, entry.at, entry.id)),
    ...earlier.map((step) => stepProof(step, of.at, of.id)),
  ];
}

function logged(clause: ClauseFinding, at: string, ref: string): Proof {
  return { source: 'log', what: 'clause', clause, at, ref };
}

function stepProof(step: Step, at: string, ref: string): Proof {
  return {
    source: 'log',
    what: 'step',
    step: step.name,
    status: step.status,
    text: step.description,
    details: step.details,
    at,
    ref,
  };
}

function directoryProof({ assignments, subject, now }: Evidence, gates: GateReading): readonly Proof[] {
  const { finding } = gates.assigned;
  const isRead = subject.accountEnabled !== undefined || subject.deletedAt !== undefined;
  return [
    ...(isRead && !gates.inbound
      ? [
          {
            source: 'directory',
            what: 'account',
            enabled: subject.accountEnabled,
            deletedAt: subject.deletedAt,
            at: now,
          } as const,
        ]
      : []),
    ...(assignments.known && !gates.inbound && finding.how !== 'unknown'
      ? [{ source: 'directory', what: 'assignment', assignment: finding, at: assignments.at } as const]
      : []),
  ];
}

/** The filter of today where it decides or differs, and the attribute that is wanted. */
function schemaProof({ schema }: Evidence, gates: GateReading, decision: Decision, logged?: Logged): readonly Proof[] {
  if (!schema.known) return [];
  const { at } = schema;
  const clauses = gates.filter.clauses.filter((clause) => clause.now !== 'unknown' || clause.abstained !== undefined);
  const causes = [decision.cause, ...decision.also, decision.was];
  const wanted = causes.includes('required-attribute') || logged?.gate === 'required' ? gates.property : undefined;
  const matching = causes.includes('matching-attribute') || logged?.gate === 'matching' ? gates.matching : undefined;
  return [
    ...clauses.map((clause) => ({ source: 'schema', what: 'clause', clause, at }) as const),
    ...[wanted, matching]
      .filter((one) => one !== undefined)
      .map((property) => ({ source: 'schema', what: 'property', property, at }) as const),
  ];
}
