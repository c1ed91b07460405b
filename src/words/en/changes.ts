import type { AppChangesAnswer } from '../../answers/people-answers.ts';
import { changeKinds } from '../../diagnosis/tally-changes.ts';
import type { AppChangeKind } from '../../questions/question.ts';
import type { Clock } from '../clock.ts';
import { inside } from './counted.ts';
import { jobTrouble, name, problemsRead } from './problems.ts';
import { sentences } from './say.ts';

export const changes: Readonly<Record<AppChangeKind, string>> = {
  created: 'Created',
  updated: 'Updated',
  disabled: 'Disabled',
  deleted: 'Deleted',
};

/** Who was changed in an app and how, as one sentence without a full stop. */
export function changesHeadline(answer: AppChangesAnswer, clock: Clock): string {
  const { question, counts } = answer;
  const app = name(answer);
  const kinds = (question.change === undefined ? changeKinds : [question.change]).filter(
    (change) => counts[change] > 0,
  );
  if (kinds.length === 0) return nothing(answer);
  return `${clock.all(kinds.map((change) => `${clock.number(counts[change])} ${inside[change]}`))} in ${app}`;
}

function nothing(answer: AppChangesAnswer): string {
  const { question, limits, job, entries } = answer;
  const app = name(answer);
  if (job.state === 'notConfigured' && entries === 0) return `Provisioning to ${app} is not set up`;
  const why = limits.at(-1);
  if (why?.why === 'future') return `That time in ${app} hasn’t come yet`;
  if (why?.why === 'retention' && why.from === undefined) return `The log of ${app} doesn’t go back that far`;
  const soFar = limits.length > 0 ? ' in the part of the log that could be read' : '';
  return `No one was ${question.change === undefined ? 'changed' : inside[question.change]} in ${app}${soFar}`;
}

/** What concerns everybody, what else was done where one kind was asked for, and on what it rests. */
export function changesWhy(answer: AppChangesAnswer, clock: Clock): string {
  const { question, counts } = answer;
  const others = changeKinds.filter((change) => change !== question.change && counts[change] > 0);
  return sentences(
    jobTrouble(answer, clock),
    question.change !== undefined &&
      others.length > 0 &&
      `In the same time: ${clock.all(others.map((change) => `${clock.number(counts[change])} ${inside[change]}`))}`,
    `Based on ${problemsRead(answer, clock)}`,
  );
}
