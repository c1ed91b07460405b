import type { UserApp, UserOverviewAnswer } from '../../answers/people-answers.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { Told } from '../language.ts';
import { gaps } from './names.ts';
import { app, capital, count, sentence, sentences, who } from './say.ts';

/** What matters most over all apps, as one sentence without a full stop. */
export function overviewHeadline(answer: UserOverviewAnswer, clock: Clock): string {
  const { apps, left } = answer;
  const name = nameOf(answer);
  const active = apps.filter(({ stillActive }) => stillActive);
  if (left) {
    const gone = answer.subject.deletedAt === undefined ? 'is disabled' : 'is deleted';
    if (active.length > 0) return `${name} ${gone} in Entra, and still active in ${listOf(active, clock)}`;
    const unsure = apps.filter(({ standing }) => standing === 'unknown');
    if (unsure.length === 0 || answer.question.focus === 'leaver')
      return `${name} ${gone} in Entra, and the log shows no account that is still active`;
  }
  if (apps.length === 0) return `The log of no app knows ${name}`;
  if (answer.question.focus === 'leaver' && !left) {
    const there = apps.filter(({ standing }) => standing === 'active');
    return `The account of ${name} is still enabled in Entra${there.length > 0 ? `, and active in ${listOf(there, clock)}` : ''}`;
  }
  const open = apps.filter(isOpen);
  const there = apps.filter(isThere);
  if (open.length === 0 && there.length > 0) return `${capital(name)} is in place in ${listOf(there, clock)}`;
  if (apps.every(isUntold))
    return `The log of the last 30 days tells nothing of ${name} in ${count(apps.length, 'app', 'apps')}`;
  if (open.length === 0) return `Nothing is wrong with ${name} in ${count(apps.length, 'app', 'apps')}`;
  return `${name} has a problem in ${listOf(open, clock)}`;
}

/** Whoever was provisioned long ago and did not change since has no entry: that alone is no problem. */
function isOpen({ diagnosis: { expected, verdict, cause } }: UserApp): boolean {
  return !expected && verdict !== 'provisioned' && verdict !== 'deprovisioned' && cause !== 'no-record';
}

/** Neither well nor wrong: nothing is known of it. */
function isUntold({ diagnosis: { verdict, cause } }: UserApp): boolean {
  return verdict === 'unknown' && cause === 'no-record';
}

function isThere({ diagnosis: { verdict, cause } }: UserApp): boolean {
  return verdict === 'provisioned' || cause === 'already-in-sync';
}

/** Up to three by name. */
function listOf(apps: readonly UserApp[], clock: Clock): string {
  const names = apps.map((one) => cut((one.app.name || one.app.galleryName || one.app.id).trim(), 40));
  if (names.length <= 3) return clock.all(names);
  return clock.all([...names.slice(0, 2), `${names.length - 2} more apps`]);
}

export function overviewWhy(answer: UserOverviewAnswer, clock: Clock): string {
  const { apps, subject, left, from } = answer;
  const there = apps.filter(isThere);
  const unsure = left ? apps.filter(({ standing, stillActive }) => !stillActive && standing === 'unknown').length : 0;
  return sentences(
    apps.length === 0 && `Nothing was logged about ${nameOf(answer)} since ${clock.moment(from)}`,
    subject.deletedAt !== undefined && `The account was deleted in Entra on ${clock.moment(subject.deletedAt)}`,
    apps.length > 0 &&
      !left &&
      `As far as the log tells, ${nameOf(answer)} is in place in ${there.length} of ${count(apps.length, 'app', 'apps')} that it or an assignment names`,
    apps.length > 0 &&
      left &&
      `The log of the last 30 days, or an assignment, names ${count(apps.length, 'app', 'apps')}`,
    unsure > 0 &&
      `For ${count(unsure, 'app', 'apps')} the log of the last 30 days does not tell whether an account is left`,
  );
}

export function overviewNotes({ truncated, unassigned, subject }: UserOverviewAnswer): readonly string[] {
  return [
    ...(truncated
      ? ['The log holds more entries than were read; apps that only older ones name are missing here.']
      : []),
    ...(unassigned !== undefined
      ? [
          sentence(
            `Apps to which ${cut(subject.name.trim(), 80)} is assigned and of which the log holds nothing are missing here, because ${gaps[unassigned]}`,
          ),
        ]
      : []),
  ];
}

/** Why it is so in one app. */
export function appReason({ stillActive, onlyAssigned, diagnosis }: UserApp, told: Told, reason: string): string {
  if (stillActive) {
    const { telling, cause } = diagnosis;
    const settled = cause === 'provisioned' || cause === 'already-in-sync' || telling === undefined;
    return settled ? 'nothing was disabled or deleted since' : reason;
  }
  if (onlyAssigned && (diagnosis.cause === 'no-record' || diagnosis.cause === 'awaiting-next-cycle'))
    return `assigned, ${reason}`;
  const trouble = diagnosis.notes.some(({ note }) => note === 'job-trouble');
  return trouble ? `${reason}; the job of ${app(told)} has a problem of its own` : reason;
}

export function stillActiveStep(told: Told): string {
  return sentence(
    `${app(told)}: check the account of ${who(told)} in the app and disable it there, or provision on demand so that Entra does`,
  );
}

function nameOf({ subject }: UserOverviewAnswer): string {
  const name = cut(subject.name.trim(), 80);
  return subject.type === 'user' ? name : `the ${subject.type} ${name}`;
}
