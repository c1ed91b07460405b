import type { Told } from '../language.ts';
import { furtherCauseWords } from './codes/further-causes.ts';
import { isFurther } from './reasons.ts';
import { app, capital, failedRemoval, who } from './say.ts';

/** Who, what came of it, where, and why, as one sentence without a full stop. */
export function headline(told: Told, reason: string): string {
  const { cause } = told.diagnosis;
  if (isFurther(cause)) return capital(furtherCauseWords[cause].headline(who(told), app(told)));
  return `${capital(opening(told))}: ${reason}`;
}

function opening(told: Told): string {
  const name = who(told);
  const where = app(told);
  if (told.diagnosis.cause === 'already-in-sync') return `${name} is up to date in ${where}`;
  switch (told.diagnosis.verdict) {
    case 'provisioned':
      return `${name} is provisioned in ${where}`;
    case 'deprovisioned':
      return `${name} was deprovisioned from ${where}`;
    case 'skipped':
      return `${name} was skipped in ${where}`;
    case 'failed':
      if (told.diagnosis.telling?.action === 'update') return `Updating ${name} in ${where} failed`;
      return failedRemoval(told)
        ? `Taking ${name} away from ${where} failed`
        : `Provisioning ${name} to ${where} failed`;
    case 'pending':
      if (told.diagnosis.telling?.action === 'stagedDelete') return `${name} is still in ${where}`;
      return `${name} is not in ${where} yet`;
    case 'notProvisioned':
      return `${name} was not provisioned to ${where}`;
    case 'unknown':
      return `What became of ${name} in ${where} is not known`;
  }
}
