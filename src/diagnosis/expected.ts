import { isMeant } from './assignment.ts';
import type { Cause } from './causes.ts';
import { type Decision, jobCause } from './decide.ts';
import type { JobFinding } from './diagnosis.ts';
import type { GateReading } from './gates.ts';
import type { Logged } from './logged.ts';

/**
 * Whether all is as it is meant to be: nothing suggests that the person was meant to be in the app, the account is
 * disabled, or source and app agree. An assigned person whom a filter leaves out is not expected: two intentions of
 * the admin disagree. Nor is a worker whom one leaves out: HR inbound has no assignment that could say otherwise.
 * A failure is not, unless the account was disabled since: then there is nothing left to provision.
 */
export function isExpected(decision: Decision, gates: GateReading, job: JobFinding, logged?: Logged): boolean {
  const { cause, verdict } = decision;
  if ((verdict === 'failed' && cause !== 'disabled-in-source') || (!decision.jobIsNote && cause === jobCause(job)))
    return false;
  if (settled.has(cause)) return true;
  if (cause === 'not-assigned') return !isMeantToBeIn(gates);
  if (cause === 'scoping-filter')
    return !gates.inbound && !isMeantToBeIn(gates) && gates.assigned.finding.how === 'none';
  return logged?.ending === 'undone' && cause === logged.cause && isRightlyGone(gates);
}

/** Source and app agree, or the account is not to be used. */
const settled: ReadonlySet<Cause> = new Set<Cause>(['provisioned', 'already-in-sync', 'disabled-in-source']);

/** Somebody assigned this person: directly, by a group or by a nested one, or the log says that it was so. */
function isMeantToBeIn({ assigned, scope, inbound, syncAll }: GateReading): boolean {
  if (inbound) return false;
  return isMeant(assigned.finding) || (scope.assigned === 'open' && syncAll !== true);
}

/** Gone and meant to be gone: disabled, or no longer assigned. A filter against an assignment is not that. */
function isRightlyGone(gates: GateReading): boolean {
  const isShut = (name: string) => {
    const gate = gates.findings.find((finding) => finding.gate === name);
    return (gate?.now === 'unknown' ? gate.then : gate?.now) === 'shut';
  };
  if (isShut('active')) return true;
  return !isMeantToBeIn(gates);
}
