import type { Now } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { reason } from './reasons.ts';
import { app, quoted, sentences, value, who } from './say.ts';

type Change = Now['changes'][number];

/** Then and now: what changed since the log entry, and when it should be settled. Empty where there is nothing to add. */
export function now(told: Told): string {
  const { now: today, telling, verdict, appAnswer } = told.diagnosis;
  const was = today.was
    ? `${outcome(told)}${at(told)}, the reason then: ${reason(today.was, asLogged(told))}`
    : undefined;
  const changes = today.changes.map((one) => change(one, told));
  const since = changes.length > 0 ? `Since then: ${changes.join('; ')}` : undefined;
  if (today.differs || was || since) {
    return sentences(was, since, expected(told, today.differs));
  }
  // Waiting for the next cycle is all that is left to say then, and the reason says it.
  if (today.expectedAt) return told.diagnosis.cause === 'awaiting-next-cycle' ? '' : sentences(expected(told, true));
  if (appAnswer?.retryAt)
    return sentences(`Nothing has changed since; Entra tries again about ${told.clock.soon(appAnswer.retryAt)}`);
  const settled = verdict === 'provisioned' || verdict === 'deprovisioned';
  return telling && !settled
    ? sentences(`Nothing that matters has changed since ${told.clock.moment(telling.at)}`)
    : '';
}

function outcome(told: Told): string {
  switch (told.diagnosis.verdict) {
    case 'failed':
      return `The attempt for ${who(told)} failed`;
    case 'skipped':
      return `${who(told)} was skipped`;
    case 'provisioned':
    case 'deprovisioned':
    case 'pending':
    case 'notProvisioned':
    case 'unknown':
      return `${who(told)} was left out`;
  }
}

function at({ diagnosis, clock }: Told): string {
  const when = diagnosis.now.wasAt ?? diagnosis.telling?.at;
  return when ? ` on ${clock.moment(when)}` : '';
}

/** The clauses as the log had them, so that the reason of then names the filter of then. */
function asLogged(told: Told): Told {
  const clauses = told.diagnosis.clauses.map((clause) => ({ ...clause, now: 'unknown' as const }));
  return { ...told, diagnosis: { ...told.diagnosis, clauses } };
}

function expected(told: Told, passes: boolean): string | undefined {
  const when = told.diagnosis.now.expectedAt;
  if (!when) return undefined;
  const about = `about ${told.clock.soon(when)}`;
  return passes && told.diagnosis.cause === 'awaiting-next-cycle'
    ? `Expected to pass at the next cycle, ${about}`
    : `The next cycle of ${app(told)} is expected ${about}`;
}

function change(of: Change, told: Told): string {
  switch (of.change) {
    case 'attribute': {
      const was = of.from === undefined ? '' : ` (was ${value(of.from)})`;
      return `${cut(of.name, 60)} is ${value(of.to)} now${was}`;
    }
    case 'joined':
      return `now a direct member of the assigned group ${quoted(of.group, 60)}`;
    case 'assigned':
      return `newly assigned to ${app(told)}${on(of.at, told)}`;
    case 'unassigned':
      return `not assigned to ${app(told)} any more${on(of.at, told)}`;
    case 'enabled':
      return `the account is enabled${on(of.at, told)}`;
    case 'disabled':
      return `the account is disabled${on(of.at, told)}`;
    case 'deleted':
      return `deleted in the source${on(of.at, told)}`;
    case 'filter-changed':
      return `the scoping filter has changed${on(of.at, told)}`;
  }
}

function on(when: string | undefined, told: Told): string {
  return when ? ` on ${told.clock.moment(when)}` : '';
}
