import type { OverviewAnswer } from '../../answers/app-answers.ts';
import type { Need } from '../../diagnosis/health.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { OverviewWords, ToldHealth } from '../language-apps.ts';
import { quarantineTitle } from './health.ts';
import { gaps } from './names.ts';
import { count, sentences } from './say.ts';

export const overview: OverviewWords = {
  headline,
  text,
  line,
  page: (number, of) => `Page ${number} of ${of}`,
  next: 'Next page',
  before: 'Page before',
  filter: { all: 'All apps', problems: 'Only problems', quarantine: 'Only quarantine' },
  notes,
};

function headline({ question, apps, counts }: OverviewAnswer, { number }: Clock): string {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const all = total === 1 ? '1 provisioned app' : `${number(total)} provisioned apps`;
  if (total === 0) return 'No app with provisioning was found';
  if (question.only === 'quarantine') {
    return apps.length === 0 ? `None of ${all} is in quarantine` : `In quarantine: ${number(apps.length)} of ${all}`;
  }
  const trouble = counts.broken + counts.failing;
  if (trouble > 0) return `Problems in ${number(trouble)} of ${all}`;
  return counts.unread > 0 ? `No problem is known in ${all}` : `No problems in ${all}`;
}

const said: Readonly<Record<Need, readonly [one: string, many: string]>> = {
  broken: ['lets nobody through', 'let nobody through'],
  failing: ['fails for single people or groups', 'fail for single people or groups'],
  unread: ['could not be read', 'could not be read'],
  off: ['is switched off', 'are switched off'],
  unset: ['is not set up', 'are not set up'],
  starting: ['is in its first cycle', 'are in their first cycle'],
  fine: ['runs as it should', 'run as they should'],
};

function text({ counts }: OverviewAnswer, clock: Clock): string {
  const parts = (Object.keys(said) as Need[])
    .filter((need) => counts[need] > 0)
    .map((need) => `${clock.number(counts[need])} ${said[need][counts[need] === 1 ? 0 : 1]}`);
  return sentences(parts.length > 0 && clock.all(parts));
}

/** What there is to say behind the state, in a few words. */
function line(about: ToldHealth): string {
  const { health, told } = about;
  const { clock } = told;
  const last = health.job.lastCycleAt;
  const lastCycle = last ? `last cycle ${clock.soon(last)}` : '';
  switch (health.need) {
    case 'broken':
      return brokenLine(about);
    case 'failing': {
      const escrowed = health.lastCycle?.escrowed ?? 0;
      return escrowed > 0
        ? `${clock.number(escrowed)} waiting to be retried, ${lastCycle}`
        : `errors in the last cycle, ${clock.soon(last ?? '')}`;
    }
    case 'unread':
      return health.why ? gaps[health.why] : 'its status is not one that is documented';
    case 'off':
    case 'fine':
      return lastCycle;
    case 'unset':
      return 'has a job that was never authorised';
    case 'starting': {
      const { completed, total, units } = health.firstCycle ?? {};
      return total
        ? `${clock.number(completed ?? 0)} of ${clock.number(total)} ${cut(units || 'units', 20)}`
        : 'not complete yet';
    }
  }
}

function brokenLine({ health, told }: ToldHealth): string {
  const { clock } = told;
  const { job, quarantine } = health;
  if (quarantine) {
    const left = quarantine.daysLeft === undefined ? '' : `, ${count(quarantine.daysLeft, 'day', 'days')} left`;
    return `${quarantineTitle({ health, told }) ?? 'reason not documented'}${left}`;
  }
  const last = job.lastCycleAt;
  if (job.state === 'stalled') return last ? `no cycle since ${clock.moment(last)}` : 'no cycle is running';
  return last ? `the last cycle failed, ${clock.soon(last)}` : 'cycles fail';
}

function notes({ left, looked, unread }: OverviewAnswer, { number }: Clock): readonly string[] {
  return [
    ...(unread > 0 ? [`${number(unread)} further apps could not be read this time. Ask again in a minute.`] : []),
    ...(left > 0
      ? [
          `${number(left)} further apps of the tenant were not looked at, because one answer looks at ${number(looked)} at the most. Ask again to go on.`,
        ]
      : []),
  ];
}
