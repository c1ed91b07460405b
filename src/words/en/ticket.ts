import type { GateFinding } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { TicketParts, Told } from '../language.ts';
import { gateNames, gateStates, jobStates, runResults, verdictName, verdicts } from './names.ts';
import { app, who } from './say.ts';

interface Event {
  readonly at: string;
  readonly text: string;
}

/** Plain text to paste into a ticket, with all that Microsoft support asks for first. */
export function ticket(told: Told, parts: TicketParts): string {
  const { diagnosis } = told;
  const code = diagnosis.code ? `, code ${cut(diagnosis.code, 120)}` : '';
  return [
    parts.headline,
    '',
    `Verdict: ${verdictName(diagnosis)}${diagnosis.expected ? ' (expected, nothing to fix)' : ''}`,
    `Cause: ${diagnosis.cause}${code}`,
    `Why: ${parts.why}`,
    ...(parts.now === '' ? [] : [`Then and now: ${parts.now}`]),
    ...section(
      told.clock.zone === 'UTC' ? 'Timeline (UTC)' : `Timeline (${told.clock.zone}, UTC in brackets)`,
      timeline(told).map((event) => eventLine(event, told)),
    ),
    ...section('Ids', ids(told, parts.tenantId)),
    ...section('Checked', diagnosis.gates.map(checked)),
    ...section('Ruled out', ruledOut(diagnosis.gates)),
    ...section(
      'Proof',
      parts.evidence.map(({ text, when, ref }) => [text, when, ref && `log entry ${ref}`].filter(Boolean).join(' | ')),
    ),
    ...raw(told),
    ...section(
      'To be done',
      parts.fix.map(
        ({ ownerName, text, path }, index) => `${index + 1}. ${ownerName}: ${text}${path ? ` (${path})` : ''}`,
      ),
    ),
    ...section('Notes', parts.notes),
    ...section(
      'Links',
      parts.links.map(({ title, url }) => `${title}: ${url}`),
    ),
    '',
    `As of ${told.clock.moment(parts.asOf)} (${parts.asOf})`,
  ].join('\n');
}

function timeline(told: Told): readonly Event[] {
  const { assignment, job, lastGood, now, telling } = told.diagnosis;
  const events: (Event | undefined)[] = [
    lastGood && { at: lastGood.at, text: `last success: ${lastGood.action} (log entry ${lastGood.ref})` },
    assignment.since ? { at: assignment.since, text: `assigned to ${app(told)}` } : undefined,
    telling && {
      at: telling.at,
      text: `${telling.action} in the log: ${verdicts[told.diagnosis.verdict].toLowerCase()}${telling.retryOf ? `, a retry of ${telling.retryOf}` : ''}`,
    },
    job.quarantine?.since
      ? { at: job.quarantine.since, text: `quarantine began (${job.quarantine.reason || 'no reason given'})` }
      : undefined,
    job.lastCycleAt
      ? { at: job.lastCycleAt, text: `last cycle${job.lastCycleResult ? `, ${runResults[job.lastCycleResult]}` : ''}` }
      : undefined,
    ...now.changes.map((change) => ('at' in change && change.at ? { at: change.at, text: change.change } : undefined)),
    now.expectedAt ? { at: now.expectedAt, text: 'next cycle expected' } : undefined,
  ];
  return events.filter((event) => event !== undefined).toSorted((one, other) => one.at.localeCompare(other.at));
}

function eventLine({ at, text }: Event, { clock }: Told): string {
  return `${clock.moment(at)} (${at}): ${text}`;
}

function ids(told: Told, tenantId: string | undefined): readonly string[] {
  const { subject, diagnosis } = told;
  const { telling, job } = diagnosis;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['Tenant', tenantId],
    [`Source ${subject.type}`, [who(told), subject.userPrincipalName, subject.id].filter(Boolean).join(', ')],
    ['App', told.app.appId ? `${app(told)}, application ${told.app.appId}` : app(told)],
    ['Service principal', told.app.id],
    ['Job', telling?.jobId ?? job.jobId],
    ['Job state', jobStates[job.state]],
    ['Cycle', telling?.cycleId],
    ['Change', telling?.changeId],
    ['Log entry', telling?.id],
  ];
  return pairs.flatMap(([name, id]) => (id ? [`${name}: ${id}`] : []));
}

function checked({ gate, then, now }: GateFinding): string {
  return `${gateNames[gate]}: ${gateStates[now]} today, ${gateStates[then]} in the log`;
}

function ruledOut(gates: readonly GateFinding[]): readonly string[] {
  const open = gates.filter(({ now }) => now === 'open').map(({ gate }) => gateNames[gate]);
  return open.length === 0 ? [] : [`These stand open today: ${open.join(', ')}`];
}

function raw({ diagnosis }: Told): readonly string[] {
  const text = diagnosis.appAnswer?.raw;
  return text ? section('Error text as logged', [cut(text, 1000)]) : [];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${line}`.replace(/^- (\d+\.)/, '$1'))];
}
