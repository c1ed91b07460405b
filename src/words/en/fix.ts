import type { Fix, StepId } from '../../diagnosis/diagnosis.ts';
import type { StepWords, Told } from '../language.ts';
import { codeWords } from './code-words.ts';
import { orderSteps } from './steps-orders.ts';
import { personSteps } from './steps-person.ts';
import { settingsSteps } from './steps-settings.ts';

const steps: Readonly<Record<StepId, (told: Told) => StepWords>> = { ...personSteps, ...settingsSteps, ...orderSteps };

/** A step of the fix: one of ours, or one of a documented code. */
export function step(fix: Fix, told: Told): StepWords | undefined {
  if ('step' in fix) return steps[fix.step](told);
  const text = codeWords(fix.code, told)?.steps[fix.index];
  if (text === undefined) return undefined;
  return { text, place: text.includes('Users and groups') ? 'app-users' : 'app-provisioning' };
}
