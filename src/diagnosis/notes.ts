import type { Decision } from './decide.ts';
import type { JobFinding, Note } from './diagnosis.ts';
import type { Telling } from './entry.ts';
import type { Evidence } from './evidence.ts';
import type { GateReading } from './gates.ts';
import type { Logged } from './logged.ts';
import { toMillis } from './time.ts';

/** An assignment needs some minutes to be honoured: replication. Source: scoping. */
const recently = 30 * 60_000;

/** What qualifies the answer. */
export function notesFor(
  evidence: Evidence,
  decision: Decision,
  gates: GateReading,
  job: JobFinding,
  telling?: Telling,
  logged?: Logged,
): readonly Note[] {
  return [
    ...(decision.jobIsNote ? [{ note: 'job-trouble', job } as const] : []),
    ...gapNotes(evidence, gates),
    ...assignmentNotes(evidence, decision, gates, telling),
    ...gateNotes(evidence, decision, gates, telling, logged),
    ...(evidence.log.known && evidence.log.value.truncated && !telling ? [{ note: 'log-truncated' } as const] : []),
    ...(telling?.code && logged && !logged.documented && decision.cause !== 'unrecognised'
      ? [{ note: 'unknown-code', code: telling.code } as const]
      : []),
  ];
}

/** Parts that were asked for and refused; what was never asked for (a pasted entry) or is not there needs no word. */
function gapNotes(evidence: Evidence, gates: GateReading): readonly Note[] {
  const parts = ['jobs', 'schema', 'log', 'assignments', 'memberships'] as const;
  return parts.flatMap((part): Note[] => {
    const known = evidence[part];
    if (known.known || known.why === 'notRead' || known.why === 'notFound') return [];
    if (gates.inbound && (part === 'assignments' || part === 'memberships')) return [];
    return [{ note: 'gap', part, why: known.why }];
  });
}

function assignmentNotes(
  { now }: Evidence,
  decision: Decision,
  gates: GateReading,
  telling?: Telling,
): readonly Note[] {
  if (gates.inbound) return [];
  const { finding } = gates.assigned;
  const notes: Note[] = [];
  const age = (toMillis(now) ?? 0) - (toMillis(finding.since) ?? Number.NEGATIVE_INFINITY);
  if (finding.since !== undefined && age >= 0 && age < recently)
    notes.push({ note: 'assigned-recently', at: finding.since });
  const late = gates.scope.assigned === 'shut' || (!telling && decision.cause !== 'not-assigned');
  if (finding.how === 'group' && late) {
    notes.push(
      ...finding.groups
        .filter((group) => group.dynamic)
        .map((group) => ({ note: 'dynamic-group', group: group.name }) as const),
    );
  }
  if ((finding.how === 'direct' || finding.how === 'group') && finding.roles.length > 1)
    notes.push({ note: 'duplicate-role', roles: finding.roles });
  const causes = [decision.cause, ...decision.also];
  const rests = causes.includes('not-assigned') || causes.includes('nested-group') || isInThough(gates, decision);
  if (rests && gates.syncAll === undefined) notes.push({ note: 'sync-all-unknown' });
  return notes;
}

/** Got as far as the app without an assignment that can be seen: then the app may provision everybody. */
function isInThough({ assigned, findings }: GateReading, { verdict }: Decision): boolean {
  const gate = findings.find((finding) => finding.gate === 'assigned');
  const left = verdict === 'failed' || verdict === 'skipped';
  return left && assigned.finding.how === 'none' && gate?.now === 'unknown';
}

/** Gates that decide the answer and cannot be looked at from here. */
function gateNotes(
  evidence: Evidence,
  decision: Decision,
  gates: GateReading,
  telling?: Telling,
  logged?: Logged,
): readonly Note[] {
  if (logged?.ending === 'done' || logged?.ending === 'held' || !isAboutToday(evidence)) return [];
  const open = decision.cause === 'awaiting-next-cycle' || decision.cause === 'no-record';
  return gates.findings.flatMap((finding): Note[] => {
    if (finding.now !== 'unknown' || finding.gate === 'export') return [];
    if (finding.gate === 'role' && decision.noise.includes('no-entitled-role')) return [];
    if (finding.gate === 'assigned' && decision.noise.includes('not-assigned')) return [];
    const wasShut = finding.then === 'shut' && telling !== undefined;
    const { roles } = gates.assigned.finding;
    // Whether default access entitles is the app's own affair.
    const byDefault = finding.gate === 'role' && roles.length > 0 && roles.every((role) => role === '');
    const matters = open && (byDefault || (finding.gate === 'filter' && gates.filter.abstained !== undefined));
    if (!wasShut && !matters) return [];
    return [
      {
        note: 'gate-unknown',
        gate: finding.gate,
        abstained: finding.gate === 'filter' ? gates.filter.abstained : undefined,
      },
    ];
  });
}

/** A pasted entry was never meant to be compared with today. */
function isAboutToday({ assignments, schema, jobs }: Evidence): boolean {
  return [assignments, schema, jobs].some((part) => part.known || part.why !== 'notRead');
}
