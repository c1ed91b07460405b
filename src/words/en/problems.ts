import type { AppProblemsAnswer, Limit } from '../../answers/people-answers.ts';
import { httpStatus } from '../../diagnosis/code-match.ts';
import type { ProblemGroup } from '../../diagnosis/problems.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { LogWindowRead } from '../language-people.ts';
import type { WordedOtherGroup } from '../worded-people.ts';
import { gaps, jobStates } from './names.ts';
import { quoted, sentence, sentences } from './say.ts';

/** Who has trouble in an app, and why, as one sentence without a full stop. */
export function problemsHeadline(answer: AppProblemsAnswer, reason: string | undefined, clock: Clock): string {
  const { groups, total, job, entries } = answer;
  const app = name(answer);
  if (total === 0) return nobody(answer);
  if (entries === 0 && job.state === 'notConfigured') return `Provisioning to ${app} is not set up`;
  const who = `${clock.number(total)} ${peopleOf(groups, total)}`;
  const because = reason === undefined ? `, for ${clock.number(groups.length)} reasons` : `: ${reason}`;
  return `${who} ${happened(answer, total, app)}${withCode(answer)}${because}`;
}

function happened({ question, groups }: AppProblemsAnswer, total: number, app: string): string {
  const outcomes = new Set(groups.map(({ outcome }) => outcome));
  const all = (outcome: 'failed' | 'skipped') =>
    question.outcome === outcome || (outcomes.size === 1 && outcomes.has(outcome));
  if (all('failed')) return `failed in ${app}`;
  if (all('skipped')) return `${total === 1 ? 'was' : 'were'} skipped in ${app} and should not have been`;
  return `${total === 1 ? 'has' : 'have'} a problem in ${app}`;
}

function nobody(answer: AppProblemsAnswer): string {
  const app = name(answer);
  if (answer.job.state === 'notConfigured' && answer.entries === 0) return `Provisioning to ${app} is not set up`;
  const why = answer.limits.at(-1);
  if (why?.why === 'future') return `That time in ${app} is still to come`;
  if (why?.why === 'retention' && why.from === undefined) return `The log does not reach back so far in ${app}`;
  const sofar = `${withCode(answer)}${answer.limits.length > 0 ? ' in what could be read' : ''}`;
  switch (answer.question.outcome) {
    case 'failed':
      return `Nobody failed in ${app}${sofar}`;
    case 'skipped':
      return `Nobody was skipped in ${app} who should not have been${sofar}`;
    case undefined:
      return `Nobody has a problem in ${app}${sofar}`;
  }
}

/** The code that was asked for: an HTTP status says that it is one. */
function withCode({ question }: AppProblemsAnswer): string {
  if (question.code === undefined) return '';
  const status = httpStatus(question.code);
  return status === undefined ? ` with ${quoted(question.code.trim(), 60)}` : ` with HTTP ${status}`;
}

/** Groups are provisioned as people are. */
function peopleOf(groups: readonly ProblemGroup[], total: number): string {
  const types = new Set(groups.flatMap(({ people }) => people.map(({ type }) => type)));
  if (types.has('group')) {
    if (types.size === 1) return total === 1 ? 'group' : 'groups';
    return 'people and groups';
  }
  return total === 1 ? 'person' : 'people';
}

/** The job's trouble first, for it stops everyone; then who is well after all, and who was rightly left out. */
export function problemsWhy(answer: AppProblemsAnswer, others: readonly WordedOtherGroup[], clock: Clock): string {
  const why = whyOf(answer, others, clock);
  return why || `${sentence(problemsRead(answer, clock))} ${nothing(answer)}`.trim();
}

/** What the entries come to where there is nothing more to say. */
function nothing({ total, limits, question }: AppProblemsAnswer): string {
  return total === 0 && question.code === undefined && limits.length === 0
    ? 'They hold nobody who would need looking at.'
    : '';
}

function whyOf(answer: AppProblemsAnswer, others: readonly WordedOtherGroup[], clock: Clock): string {
  const { job, recovered, expected, question } = answer;
  return sentences(
    jobTrouble(answer, clock),
    answer.entries === 0 && answer.limits.length === 0 && job.state !== 'notConfigured'
      ? 'The log holds no entry of this app from that time'
      : undefined,
    otherCodes(answer, others, clock),
    recovered > 0 &&
      `${clock.number(recovered)} ${recovered === 1 ? 'other' : 'others'} failed in that time and came through since`,
    expected > 0 &&
      question.outcome !== 'failed' &&
      `${clock.number(expected)} ${expected === 1 ? 'other was' : 'others were'} left out as expected, with nothing to fix`,
  );
}

/** Causes of others that are named. */
const mostCauses = 3;

/** What the others have whose code was not asked for. */
function otherCodes(
  { others, total }: AppProblemsAnswer,
  groups: readonly WordedOtherGroup[],
  clock: Clock,
): string | undefined {
  if (others === undefined || others.total === 0) return undefined;
  const named = groups.slice(0, mostCauses).map(({ title, count, code }) => {
    const which = code === undefined ? '' : ` (${cut(code, 60)})`;
    return `${title}${which}: ${clock.number(count)}`;
  });
  const more = groups.length > mostCauses ? [`${clock.number(groups.length - mostCauses)} more causes`] : [];
  const who = `${clock.number(others.total)} ${others.total === 1 ? 'person has' : 'people have'}`;
  return `${who} ${total === 0 ? 'a problem' : 'another problem'} with a different code (${[...named, ...more].join('; ')})`;
}

/** What concerns everybody, whatever was asked about the log. */
export function jobTrouble(
  answer: Pick<AppProblemsAnswer, 'app' | 'job' | 'entries'>,
  clock: Clock,
): string | undefined {
  const { job } = answer;
  switch (job.state) {
    case 'quarantine': {
      const since = job.quarantine?.since ? ` since ${clock.moment(job.quarantine.since)}` : '';
      return `Provisioning to ${name(answer)} is in quarantine${since}, which concerns everybody`;
    }
    case 'off':
    case 'stalled':
    case 'initialCycle':
      return `Provisioning to ${name(answer)} is ${jobStates[job.state]}, which concerns everybody`;
    case 'notConfigured':
      return answer.entries === 0
        ? `${name(answer)} has no provisioning, so nobody could fail or be skipped`
        : undefined;
    case 'running':
    case 'unknown':
      return undefined;
  }
}

export function jobNotes({ jobGap }: Pick<AppProblemsAnswer, 'jobGap'>): readonly string[] {
  if (jobGap === undefined) return [];
  return [sentence(`Cannot be checked from here: the provisioning job, because ${gaps[jobGap]}`)];
}

export function problemsNotes(
  { unchecked, jobGap, provisioned = [] }: AppProblemsAnswer,
  clock: Clock,
): readonly string[] {
  return [
    ...(unchecked > 0
      ? [
          sentence(
            `For ${clock.number(unchecked)} who are not assigned by the log's word, the assignments of today were not looked at`,
          ),
        ]
      : []),
    ...jobNotes({ jobGap }),
    ...(provisioned.length > 0
      ? [sentence(`Apps that have provisioning: ${clock.all(provisioned.map((one) => cut(one.name.trim(), 60)))}`)]
      : []),
  ];
}

export function problemsRead(answer: LogWindowRead, clock: Clock): string {
  const { entries } = answer;
  return `${clock.number(entries)} ${entries === 1 ? 'entry' : 'entries'} of the provisioning log, ${windowOf(answer, clock)}`;
}

/** Why less was read than was asked for. */
export function limit({ why, from }: Limit, clock: Clock): string {
  const back = from === undefined ? '' : ` This covers the time since ${clock.moment(from)}.`;
  switch (why) {
    case 'future':
      return 'That time has not come yet, so the log holds nothing of it.';
    case 'retention':
      return `Entra keeps the provisioning log for 30 days, and for 7 without a premium licence.${back}`;
    case 'throttled':
      return `Microsoft Graph gives five pages of the log in ten seconds and asked to wait.${back}`;
    case 'time':
      return `The time for one answer was over before the whole log was read.${back}`;
    case 'unavailable':
      return `Microsoft Graph failed before the whole log was read.${back}`;
  }
}

export function windowOf({ window }: Pick<LogWindowRead, 'window'>, clock: Clock): string {
  return `${clock.moment(window.from)} to ${clock.moment(window.to)}`;
}

export function counted({ count, people }: ProblemGroup, clock: Clock): string {
  const groups = people.filter(({ type }) => type === 'group').length;
  if (groups === people.length && groups > 0) return `${clock.number(count)} ${count === 1 ? 'group' : 'groups'}`;
  if (groups > 0) return `${clock.number(count)} people and groups`;
  return `${clock.number(count)} ${count === 1 ? 'person' : 'people'}`;
}

export function name({ app }: Pick<AppProblemsAnswer, 'app'>): string {
  return cut(app.name.trim(), 80);
}
