import type { CycleCount } from '../../diagnosis/cycle.ts';
import type { CycleFacts, QuarantineFacts } from '../../diagnosis/health.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { ToldHealth } from '../language-apps.ts';
import type { WordedFact } from '../worded-apps.ts';
import { runResults } from './names.ts';
import { capital, count } from './say.ts';

/** What a cycle did, as the first cell of a line. */
export const countNames: Readonly<Record<CycleCount, string>> = {
  created: 'Created',
  updated: 'Updated',
  disabled: 'Disabled',
  deleted: 'Deleted',
  failed: 'Failed',
  unexpectedSkips: 'Skipped unexpectedly',
  expectedSkips: 'Skipped as expected',
  warnings: 'Written in part',
  heldDeletions: 'Deletion held back',
};

/** The facts of a job as a small table, those only that are known and that the text does not tell already. */
export function facts({ health, told }: ToldHealth): readonly WordedFact[] {
  const { clock } = told;
  const { quarantine, lastCycle, job, firstCycle } = health;
  const isFirst = job.state === 'initialCycle';
  const found: (WordedFact | false | undefined)[] = [
    quarantine?.since !== undefined && { name: 'In quarantine since', text: clock.moment(quarantine.since) },
    ...quarantineFacts(quarantine, clock),
    isFirst &&
      firstCycle?.total !== undefined &&
      firstCycle.total > 0 && { name: 'Progress', text: progress(health.firstCycle, clock) },
    quarantine !== undefined &&
      lastCycle && { name: 'Last cycle', text: `${capital(runResults[lastCycle.state])}, ${span(lastCycle, clock)}` },
    lastCycle !== undefined &&
      lastCycle.state !== 'Succeeded' &&
      health.lastGoodAt !== undefined && {
        name: 'Last without errors',
        text: clock.moment(health.lastGoodAt),
      },
    lastCycle !== undefined &&
      lastCycle.entitled > 0 && {
        name: 'In scope',
        text: `${clock.number(lastCycle.entitled)} entitled, ${clock.number(lastCycle.exported)} written in the last cycle`,
      },
    lastCycle !== undefined &&
      lastCycle.escrowed > 0 && {
        name: 'Waiting to be retried',
        text: clock.number(lastCycle.escrowed),
      },
    health.failuresInARow > 1 && { name: 'Failed in a row', text: count(health.failuresInARow, 'cycle', 'cycles') },
  ];
  return found.filter((fact): fact is WordedFact => typeof fact === 'object');
}

function progress(first: ToldHealth['health']['firstCycle'], clock: Clock): string {
  const { completed = 0, total = 0, units, at } = first ?? {};
  const share = Math.min(100, Math.floor((completed / total) * 100));
  const when = at ? `, as of ${clock.soon(at)}` : '';
  return `${clock.number(completed)} of ${clock.number(total)} ${cut(units || 'units', 20)} (${share} %)${when}`;
}

/** "from Tue 17 Nov, 12:33, for 5 minutes"; "until …" where only one end is known. */
export function span({ beganAt, endedAt }: CycleFacts, clock: Clock): string {
  if (beganAt && endedAt) {
    const minutes = Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / 60_000);
    return `${clock.moment(beganAt)}, for ${minutes < 1 ? 'less than a minute' : duration(minutes)}`;
  }
  if (endedAt) return `until ${clock.moment(endedAt)}`;
  return beganAt ? `from ${clock.moment(beganAt)}` : 'at a time that is not told';
}

function duration(minutes: number): string {
  if (minutes < 120) return count(minutes, 'minute', 'minutes');
  const rest = minutes % 60;
  return `${count(Math.floor(minutes / 60), 'hour', 'hours')}${rest > 0 ? ` ${rest} min` : ''}`;
}

/** When Entra tries a quarantined job again, and when it gives up: for every card that shows a quarantine. */
export function quarantineFacts(quarantine: QuarantineFacts | undefined, clock: Clock): readonly WordedFact[] {
  const { nextAttemptAt, disabledAt, daysLeft, overdue } = quarantine ?? {};
  const facts: WordedFact[] = [];
  if (nextAttemptAt !== undefined) {
    const text = overdue ? `was due ${clock.moment(nextAttemptAt)}` : `about ${clock.soon(nextAttemptAt)}`;
    facts.push({ name: 'Next attempt', text });
  }
  if (disabledAt !== undefined) {
    const left = daysLeft === 0 ? 'any time now' : `${count(daysLeft ?? 0, 'day', 'days')} left`;
    facts.push({ name: 'Switched off', text: `${clock.moment(disabledAt)}, unless it ends before (${left})` });
  }
  return facts;
}
