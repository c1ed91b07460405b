import type { PartGap } from '../../answers/app-answers.ts';
import type { Affected } from '../../answers/people-answers.ts';
import type { CycleProblem, CycleSummary, CycleTrouble } from '../../diagnosis/cycle.ts';
import type { JobState } from '../../diagnosis/diagnosis.ts';
import type { JobHealth, TrendPoint } from '../../diagnosis/health.ts';
import { mostNamed } from '../app-status.ts';
import { cut } from '../clean.ts';
import type { HealthWords, ToldHealth } from '../language-apps.ts';
import { codeWords } from './code-words.ts';
import { countNames, facts, span } from './health-facts.ts';
import { gaps, jobStates, runResults } from './names.ts';
import { limit as limitWords } from './problems.ts';
import { reason as causeReason } from './reasons.ts';
import { app, capital, count, quoted, sentences } from './say.ts';

export const health: HealthWords = {
  state,
  headline: (about) => `${app(about.told)}: ${reason(about)}`,
  reason,
  why,
  facts,
  proof,
  notes,
  count: countNames,
  atLeast: (figure) => `at least ${figure}`,
  problem,
  affectedUnknown: 'Without the log I can’t tell who is affected.',
  affected,
  trend,
};

const states: Readonly<Record<JobState | 'unknown', string>> = {
  notConfigured: 'Not set up',
  off: 'Off',
  initialCycle: 'First cycle',
  running: 'Running',
  quarantine: 'In quarantine',
  stalled: 'Stalled',
  unknown: 'Not known',
};

function state({ job, need }: JobHealth): string {
  if (job.state !== 'running' || need === 'fine') return states[job.state];
  return need === 'broken' ? 'Failing' : 'Running, with errors';
}

/** What is the matter, as the end of the headline. */
export function reason(about: ToldHealth): string {
  const { health: job, told } = about;
  const { clock } = told;
  switch (job.job.state) {
    case 'notConfigured':
      return 'provisioning is not set up';
    case 'off':
      return 'provisioning is switched off';
    case 'initialCycle':
      return `the first cycle is not complete${progressOf(job, about)}`;
    case 'quarantine':
      return quarantineReason(about);
    case 'stalled':
      return job.job.lastCycleAt
        ? `no cycle has run since ${clock.moment(job.job.lastCycleAt)}`
        : 'no cycle is running';
    case 'running':
      return runningReason(about);
    case 'unknown':
      return 'the state of provisioning cannot be read';
  }
}

function progressOf({ firstCycle }: JobHealth, { told }: ToldHealth): string {
  if (!firstCycle?.total) return '';
  const { number } = told.clock;
  return `: ${number(firstCycle.completed ?? 0)} of ${number(firstCycle.total)} ${cut(firstCycle.units || 'units', 20)}`;
}

function quarantineReason(about: ToldHealth): string {
  if (about.health.cause === 'deletions-held') return 'deletions are held back, and provisioning waits for an admin';
  const said = quarantineTitle(about);
  return said ? `provisioning is in quarantine: ${said}` : 'provisioning is in quarantine';
}

/** What the quarantine is for, as part of a sentence; undefined for a reason that is not documented. */
export function quarantineTitle({ health: job, told }: ToldHealth): string | undefined {
  const documented = job.quarantine?.documented;
  const title = codeWords(documented, told)?.title;
  // The titles of quarantine reasons begin with the word.
  return title && lower(title.replace(/^Quarantine: /, ''));
}

/** A title inside a sentence. */
export function lower(title: string): string {
  // Anything else could be a name.
  return /^(?:A|All|An|Deletions|Failed|More|No|Reason|Set|Taking|The|Too|Two)\b/i.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

function runningReason({ health: job, cycles }: ToldHealth): string {
  if (job.need === 'broken') return 'provisioning runs, but the last cycle failed';
  const failed = cycles?.last?.all.failed ?? 0;
  const left = cycles?.last?.all.unexpectedSkips ?? 0;
  const parts = [
    failed > 0 && `${count(failed, 'failed', 'failed')} in the last cycle`,
    left > 0 && `${count(left, 'was left out', 'were left out')} that should not be`,
  ].filter((part) => part !== false);
  if (parts.length > 0) return `provisioning runs, but ${parts.join(' and ')}`;
  if (job.need === 'failing') return 'provisioning runs, with errors of single people or groups';
  return 'provisioning runs as it should';
}

function why(about: ToldHealth): string {
  const { health: job, told } = about;
  const { clock } = told;
  const where = app(told);
  const last = job.lastCycle
    ? `The last cycle ran ${span(job.lastCycle, clock)}, ${runResults[job.lastCycle.state]}`
    : undefined;
  const next = job.job.nextCycleAt
    ? `The next is expected about ${clock.soon(job.job.nextCycleAt)}${every(job.job.intervalMinutes)}`
    : undefined;
  switch (job.job.state) {
    case 'notConfigured':
      return sentences(
        job.job.jobId
          ? `${where} has a provisioning job that was never authorised, so it never ran`
          : `${where} has no provisioning job: nobody is created, changed or removed there by Entra`,
      );
    case 'off':
      return sentences(
        `Somebody switched provisioning to ${where} off, or Entra did after four weeks in quarantine. No cycle runs until it is started`,
        last,
        job.watermark === 'kept' &&
          'Started again, it goes on where it stopped and catches up with what changed meanwhile',
      );
    case 'initialCycle':
      return sentences(
        `The first cycle reads everybody in scope, which takes from 20 minutes to several hours; people appear in ${where} one by one while it runs`,
        estimate(about),
        Boolean(job.firstCycle?.total) &&
          'The share counts pages and not people, so the rest cannot be told to the minute',
      );
    case 'quarantine':
      return quarantineWhy(about);
    case 'stalled':
      return sentences(
        `Provisioning to ${where} is switched on, and yet nothing has been heard of it for longer than its cycles take`,
        last,
        'Expired credentials can do that, and so can a fault on Microsoft’s side',
      );
    case 'running':
      return sentences(
        last,
        errorOf(job),
        next,
        job.watermark === 'kept' && 'It reads what has changed since the one before, not everybody',
      );
    case 'unknown':
      return sentences(
        job.why
          ? `${capital(gaps[job.why])}, so it cannot be told whether provisioning to ${where} runs`
          : `Microsoft Graph gives a status that is not documented, so it cannot be told whether provisioning to ${where} runs`,
        last,
      );
  }
}

function every(minutes: number | undefined): string {
  return minutes === undefined ? '' : `, for there is one every ${count(minutes, 'minute', 'minutes')}`;
}

/** The rule of thumb only says something where there are many. */
function estimate({ health: { firstCycle }, told }: ToldHealth): string | undefined {
  const { objects, fromMinutes, toMinutes } = firstCycle ?? {};
  if (objects === undefined || toMinutes === undefined || toMinutes <= 20) {
    return 'Microsoft’s rule of thumb is 0.01 to 0.08 minutes for each assigned user, group and group member';
  }
  const { number } = told.clock;
  const range = `${duration(Math.max(20, fromMinutes ?? 0))} to ${duration(toMinutes)}`;
  return `By Microsoft’s rule of thumb ${number(objects)} assigned users and groups take about ${range}, and group members come on top`;
}

function duration(minutes: number): string {
  return minutes < 120
    ? count(Math.round(minutes), 'minute', 'minutes')
    : count(Math.round(minutes / 60), 'hour', 'hours');
}

function errorOf({ lastCycle }: JobHealth): string | undefined {
  const error = lastCycle?.error;
  if (!error) return undefined;
  return [error.code && `It reported ${cut(error.code, 80)}`, error.message && quoted(error.message, 240)]
    .filter(Boolean)
    .join(': ');
}

function quarantineWhy({ health: job, told }: ToldHealth): string {
  const { quarantine } = job;
  const { clock } = told;
  const words = codeWords(quarantine?.documented, told);
  const error = quarantine?.error;
  const said = error?.message
    ? `Entra reports${error.code ? ` ${cut(error.code, 80)}` : ''}: ${quoted(error.message, 240)}`
    : undefined;
  const raw =
    !words && quarantine?.reason
      ? `The reason that Entra gives is ${quoted(quarantine.reason, 80)}, which is not documented`
      : undefined;
  return sentences(
    words?.meaning ??
      `Entra has put provisioning to ${app(told)} into quarantine: it tries ever more rarely, down to once a day`,
    raw,
    said,
    quarantine?.disabledAt &&
      `Unless it is mended, Entra switches the job off about ${clock.moment(quarantine.disabledAt)}`,
  );
}

function proof({ health: job, told }: ToldHealth): string {
  const { clock } = told;
  const last = job.lastCycle;
  const parts = [
    `Provisioning is ${jobStates[job.job.state]}`,
    last && `last cycle ${span(last, clock)}, ${runResults[last.state]}`,
    last?.id && `activity ${cut(last.id, 80)}`,
    job.job.jobId && `job ${cut(job.job.jobId, 160)}`,
  ];
  return parts.filter(Boolean).join('; ');
}

const parts: Readonly<Record<PartGap['part'], string>> = {
  jobs: 'The state of the job is missing here',
  log: 'What the cycles did to single people is missing here',
};

function notes(about: ToldHealth, missing: readonly PartGap[]): readonly string[] {
  const { health: job, cycles, told } = about;
  const said: (string | false | undefined)[] = [
    ...missing.map(({ part, why: gap }) => `${parts[part]}: ${gaps[gap]}.`),
    cycles?.settling && 'The last cycle ended only minutes ago: some of its log entries may still be coming.',
    cycles?.last?.truncated &&
      'The last cycle wrote more log entries than were read for this answer: the figures are the least.',
    cycles !== undefined &&
      !cycles.last &&
      job.lastCycle !== undefined &&
      'What the last cycle did cannot be told from the part of the log that was read.',
    cycles?.last !== undefined &&
      job.lastCycle !== undefined &&
      isQuiet(cycles.last) &&
      !cycles.settling &&
      'The log holds no entries of the last cycle.',
    job.pausesAfterFirstCycle &&
      `The first cycle of ${app(told)} met so many errors that Entra cleared them and pauses the job after it.`,
    job.others.length > 0 &&
      `${app(told)} has ${count(job.others.length, 'more job', 'more jobs')}: ${told.clock.all(job.others.map(({ state }) => jobStates[state]))}.`,
  ];
  return said.filter((one) => typeof one === 'string');
}

function isQuiet({ from }: CycleSummary): boolean {
  return from === undefined;
}

const troubles: Readonly<Record<CycleTrouble, string>> = {
  failed: 'Failed',
  skipped: 'Skipped',
  warned: 'Written in part',
  held: 'Held back',
};

function problem(of: CycleProblem, { told }: Pick<ToldHealth, 'told'>) {
  const { subjects, trouble, cause, code, documented } = of;
  const its = { ...told, diagnosis: { ...told.diagnosis, cause, code, documented } };
  const fresh = subjects.filter(({ isNew }) => isNew).length;
  const known = subjects.some(({ isNew }) => isNew !== undefined);
  const whom = whomOf(of);
  const news = !known
    ? ''
    : fresh === 0
      ? ', none of them new'
      : fresh === subjects.length
        ? ', new'
        : `, ${fresh} of them new`;
  const rest = subjects.length - Math.min(mostNamed, subjects.length);
  return {
    title: `${troubles[trouble]}: ${causeReason(cause, its)}`,
    text: `${whom}${subjects.length === 1 && known && fresh === 0 ? ', not new' : news}`,
    more: rest > 0 ? `and ${told.clock.number(rest)} more` : '',
  };
}

function whomOf({ subjects }: CycleProblem): string {
  const groups = subjects.filter(({ type }) => type === 'group').length;
  const people = subjects.length - groups;
  const said = [people > 0 && count(people, 'person', 'people'), groups > 0 && count(groups, 'group', 'groups')];
  return said.filter(Boolean).join(' and ');
}

/** Who waits, and since when they were counted. */
function affected({ total, from, limits }: Affected, { told }: ToldHealth): string {
  const since = told.clock.moment(from);
  const limit = limits.at(-1);
  return sentences(
    total === 0
      ? `The log shows no one who failed since ${since} and still has a problem`
      : `${told.clock.number(total)} ${total === 1 ? 'person or group' : 'people and groups'} failed since ${since} and still ${total === 1 ? 'has' : 'have'} a problem`,
    limit && limitWords(limit, told.clock),
  );
}

function trend({ written, failed, unexpectedSkips }: TrendPoint, { told }: Pick<ToldHealth, 'told'>): string {
  const { number } = told.clock;
  const said = [
    failed > 0 && `${number(failed)} failed`,
    unexpectedSkips > 0 && `${number(unexpectedSkips)} left out`,
    written > 0 && `${number(written)} written`,
  ].filter(Boolean);
  return said.length > 0 ? said.join(', ') : 'nothing to write';
}
