import { roleStanding } from './assignment.ts';
import { lookUp } from './catalogue/catalogue.ts';
import type { Cause } from './causes.ts';
import type { Gate, GateFinding, JobFinding, Verdict } from './diagnosis.ts';
import type { Telling } from './entry.ts';
import type { App, Evidence } from './evidence.ts';
import type { GateReading } from './gates.ts';
import type { Logged } from './logged.ts';
import { isCrossTenant } from './systems.ts';
import { isAfter } from './time.ts';

/** What it comes to. */
export interface Decision {
  readonly verdict: Verdict;
  readonly cause: Cause;
  readonly also: readonly Cause[];
  readonly noise: readonly Cause[];
  /** The logged cause, where today's is another because something changed. */
  readonly was?: Cause;
  /** The job is in trouble, but this person is settled. */
  readonly jobIsNote: boolean;
}

export interface Deciding {
  readonly evidence: Evidence;
  readonly telling?: Telling;
  readonly logged?: Logged;
  readonly gates: GateReading;
  readonly job: JobFinding;
}

/** The job first, then the person: the order of design "How a diagnosis is reached". */
export function decide(deciding: Deciding): Decision {
  const own = decidePerson(deciding);
  const job = jobCause(deciding.job);
  if (job === undefined) return own;
  if (isSettled(deciding, own)) return { ...own, jobIsNote: true };
  const verdict = deciding.logged ? own.verdict : job === 'initial-cycle-running' ? 'pending' : 'notProvisioned';
  const also = besideJob(deciding, own).filter((cause) => cause !== job);
  return { verdict, cause: job, also, noise: own.noise, was: own.was, jobIsNote: false };
}

/** Beside the job's trouble only what is shut for this person counts, not how it ended. */
function besideJob(deciding: Deciding, own: Decision): readonly Cause[] {
  const { logged, gates } = deciding;
  if (logged?.ending === 'done' || logged?.ending === 'undone') return causesOf(scopingShut(gates), deciding);
  if (own.cause === 'no-record' || own.cause === 'awaiting-next-cycle') return own.also;
  return [own.cause, ...own.also];
}

/** The job's own trouble, which stops everyone. */
export function jobCause(job: JobFinding): Cause | undefined {
  switch (job.state) {
    case 'notConfigured':
      return 'provisioning-not-configured';
    case 'off':
      return 'provisioning-off';
    case 'initialCycle':
      return 'initial-cycle-running';
    case 'quarantine':
      return isTooManyDeletes(job) ? 'deletions-held' : 'quarantined';
    case 'stalled':
      return 'cycles-stalled';
    case 'running':
    case 'unknown':
      return undefined;
  }
}

function isTooManyDeletes({ quarantine }: JobFinding): boolean {
  return [quarantine?.reason, quarantine?.error?.code].some((code) => /^TooManyDeletes$/i.test(code?.trim() ?? ''));
}

/** Provisioned, or taken away, and unchanged since: a job that stands still changes nothing for this person. */
function isSettled({ logged, gates }: Deciding, own: Decision): boolean {
  if (own.was !== undefined) return false;
  if (logged?.ending === 'undone') return own.cause === logged.cause;
  return logged?.ending === 'done' && !scopingShut(gates).length;
}

function decidePerson(deciding: Deciding): Decision {
  const { logged } = deciding;
  if (!logged) return withoutEntry(deciding);
  switch (logged.ending) {
    case 'done':
    case 'held':
      return plain(logged);
    case 'undone':
      return undone(deciding, logged);
    case 'gate':
      return atGate(deciding, logged);
    case 'fault':
      return fault(deciding, logged);
    case 'unknown':
      return { ...plain(logged), also: causesOf(shutGates(deciding.gates, logged), deciding) };
  }
}

function plain({ verdict, cause }: Logged, also: readonly Cause[] = []): Decision {
  return { verdict, cause, also, noise: [], jobIsNote: false };
}

function undone(deciding: Deciding, logged: Logged): Decision {
  const { findings } = deciding.gates;
  const shut = shutGates(deciding.gates, logged);
  const reopened = shut.length === 0 && ['active', 'assigned', 'filter'].every((gate) => isPassable(findings, gate));
  if (reopened && deciding.telling) return awaiting(logged, logged.cause);
  return { ...plain(logged, causesOf(shut, deciding)), noise: noiseOf(shut, deciding) };
}

function isPassable(findings: readonly GateFinding[], gate: string): boolean {
  const state = findings.find((finding) => finding.gate === gate)?.now;
  return state === 'open' || state === 'none';
}

function awaiting(logged: Logged, was: Cause): Decision {
  return { verdict: logged.verdict, cause: 'awaiting-next-cycle', also: [], noise: [], was, jobIsNote: false };
}

function atGate(deciding: Deciding, logged: Logged): Decision {
  const { findings } = deciding.gates;
  const wasShut = findings.filter((finding) => finding.then === 'shut').map((finding) => finding.gate);
  const was =
    wasShut.length > 0 ? causeOf(firstOf(wasShut, deciding), deciding, 'then') : loggedWithoutGate(deciding, logged);
  const shut = shutGates(deciding.gates, logged);
  const [first, ...rest] = causesOf(shut, deciding);
  if (first !== undefined) {
    const moved = wasShut.length > 0 && firstOf(wasShut, deciding) !== firstOf(shut, deciding);
    return { ...plain(logged, rest), cause: first, noise: noiseOf(shut, deciding), was: moved ? was : undefined };
  }
  if (wasShut.length === 0 && !isReassigned(deciding)) return { ...plain(logged), cause: was };
  return awaiting(logged, was);
}

/** Not entitled, and yet the entry shuts no gate: then the record of the assignment, or a role that does not entitle. */
function loggedWithoutGate(deciding: Deciding, logged: Logged): Cause {
  const { scope, assigned, findings } = deciding.gates;
  if (logged.cause !== 'not-entitled') return logged.cause;
  const isOpen = (gate: Gate) =>
    findings.some((one) => one.gate === gate && (one.then === 'open' || one.then === 'none'));
  const wasOpen = isOpen('active') && isOpen('assigned') && isOpen('filter');
  if (wasOpen && isOpen('role')) return 'assignment-record';
  const standing = roleStanding(assigned.counting, deciding.evidence.app);
  if (wasOpen) return standing === 'named' ? 'assignment-record' : 'no-entitled-role';
  const today = (gate: Gate) => findings.some((one) => one.gate === gate && (one.now === 'open' || one.now === 'none'));
  const allOpen = today('active') && today('assigned') && today('filter') && standing === 'named';
  return allOpen && scope.role === 'unknown' ? 'assignment-record' : logged.cause;
}

/** Assigned anew since the entry was written. */
function isReassigned({ gates, telling }: Deciding): boolean {
  const { how, since } = gates.assigned.finding;
  return (how === 'direct' || how === 'group') && isAfter(since, telling?.entry.at);
}

function fault(deciding: Deciding, logged: Logged): Decision {
  if (deciding.telling?.direction === 'down') return plain(logged);
  const firm = logged.documented !== undefined && !logged.weak && logged.verdict === 'skipped';
  const shut = firm || logged.verdict === 'provisioned' ? [] : scopingShut(deciding.gates);
  const [first, ...rest] = causesOf(shut, deciding);
  if (first === undefined) return plain(logged);
  if (logged.weak) return { ...plain(logged, rest), cause: first, noise: noiseOf(shut, deciding), was: logged.cause };
  return { ...plain(logged, [...rest, logged.cause]), cause: first, noise: noiseOf(shut, deciding), was: logged.cause };
}

/** Silence: the gates of today say what it means. */
function withoutEntry(deciding: Deciding): Decision {
  const { evidence, gates } = deciding;
  const read = evidence.log.known && !evidence.log.value.truncated;
  const shut = gates.findings.filter((finding) => finding.now === 'shut').map((finding) => finding.gate);
  const [first, ...rest] = causesOf(shut, deciding);
  const base = { also: rest, noise: noiseOf(shut, deciding), jobIsNote: false };
  if (first !== undefined) return { ...base, verdict: read ? 'notProvisioned' : 'unknown', cause: first };
  if (isExternal(deciding))
    return { ...base, verdict: read ? 'notProvisioned' : 'unknown', cause: externalCause ?? 'no-record' };
  if (read && isNewerThanCycle(deciding)) return { ...base, verdict: 'pending', cause: 'awaiting-next-cycle' };
  return { ...base, verdict: 'unknown', cause: 'no-record' };
}

/** Only internal members of the source tenant can be synchronised. Source: known-issues, cross-tenant synchronisation. */
function isExternal({ evidence, job }: Deciding): boolean {
  return isCrossTenant(evidence, job.jobId) && evidence.subject.userType?.toLowerCase() === 'guest';
}

const externalCause = lookUp('condition:external-source-user')?.cause;

/** Created or assigned after the last cycle began: nothing could have been logged yet. */
function isNewerThanCycle({ evidence, gates, job }: Deciding): boolean {
  const { since } = gates.assigned.finding;
  return [since, evidence.subject.createdAt].some((at) => isAfter(at, job.lastCycleAt));
}

/** Gates of scoping that are shut today, or were and cannot be looked at. */
function scopingShut(gates: GateReading): readonly Gate[] {
  return gates.findings
    .filter((one) => scopingGates.has(one.gate) && today(one, gates) === 'shut')
    .map((one) => one.gate);
}

const scopingGates: ReadonlySet<Gate> = new Set<Gate>(['active', 'assigned', 'role', 'filter']);

function shutGates(gates: GateReading, logged: Logged): readonly Gate[] {
  return gates.findings
    .filter((one) => today(one, gates) === 'shut' && (scopingGates.has(one.gate) || one.gate === logged.gate))
    .map((one) => one.gate);
}

/** Today's state where it can be seen, else the logged one. */
function today({ gate, then, now }: GateFinding, { findings }: GateReading): GateFinding['now'] {
  if (now !== 'unknown') return now;
  // The role that somebody lacked for want of an assignment says nothing about the assignment of today.
  if (gate === 'role' && findings.some((one) => one.gate === 'assigned' && one.then === 'shut' && one.now === 'open'))
    return 'unknown';
  return then;
}

/** The gates to open, in order, without those that only follow from an earlier one. */
function causesOf(shut: readonly Gate[], deciding: Deciding): readonly Cause[] {
  const noise = noiseGates(shut, deciding);
  return shut.filter((gate) => !noise.has(gate)).map((gate) => causeOf(gate, deciding, 'now'));
}

function noiseOf(shut: readonly Gate[], deciding: Deciding): readonly Cause[] {
  const noise = noiseGates(shut, deciding);
  const unneeded = deciding.gates.inbound && deciding.logged?.ending === 'gate' ? inboundNoise(deciding) : [];
  const follow = [
    ...(noise.has('assigned') ? (['not-assigned'] as const) : []),
    ...(noise.has('role') ? (['no-entitled-role'] as const) : []),
  ];
  return [...unneeded, ...follow];
}

/** HR jobs log "not assigned" and "no entitlement" though they have no such gates. */
function inboundNoise({ gates: { scope } }: Deciding): readonly Cause[] {
  return [
    ...(scope.assigned === 'shut' ? (['not-assigned'] as const) : []),
    ...(scope.role === 'shut' ? (['no-entitled-role'] as const) : []),
  ];
}

/** Whoever is not assigned has no role; who is not active is not entitled, unless the role's own field says more. */
function noiseGates(shut: readonly Gate[], { evidence, gates: { scope, findings } }: Deciding): ReadonlySet<Gate> {
  // Deleting somebody takes the assignments away, and restoring gives them back: only the log still tells of them.
  const seen = findings.some(({ gate, now }) => gate === 'assigned' && now !== 'unknown');
  if (evidence.subject.deletedAt !== undefined && !seen && shut.includes('active'))
    return new Set((['assigned', 'role'] as const).filter((gate) => shut.includes(gate)));
  if (!shut.includes('role')) return new Set();
  if (shut.includes('assigned')) return new Set(['role']);
  return shut.includes('active') && scope.roleBy === 'sentence' ? new Set(['role']) : new Set();
}

function firstOf(gates: readonly Gate[], deciding: Deciding): Gate {
  const noise = noiseGates(gates, deciding);
  return gates.find((gate) => !noise.has(gate)) ?? gates[0] ?? 'export';
}

/** Only the sentence about entitlement, though a role that is no default stands there: the assignment's record. */
function isRecordAtFault({ scope, assigned }: GateReading, app: App): boolean {
  return scope.roleBy === 'sentence' && scope.assigned !== 'shut' && roleStanding(assigned.counting, app) === 'named';
}

function causeOf(gate: Gate, { evidence, gates, logged }: Deciding, when: 'then' | 'now'): Cause {
  switch (gate) {
    case 'active':
      return 'disabled-in-source';
    case 'assigned':
      return when === 'now' && gates.assigned.finding.how === 'nested' ? 'nested-group' : 'not-assigned';
    case 'role':
      return isRecordAtFault(gates, evidence.app) ? 'assignment-record' : 'no-entitled-role';
    case 'filter':
      return 'scoping-filter';
    case 'matching':
      return 'matching-attribute';
    case 'required':
      return 'required-attribute';
    case 'export':
      return logged?.cause ?? 'unrecognised';
  }
}
