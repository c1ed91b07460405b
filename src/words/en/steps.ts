import type { StepId } from '../../diagnosis/diagnosis.ts';
import type { StepWords, Told } from '../language.ts';
import { fill } from './codes/fill.ts';
import { paths } from './codes/paths.ts';
import { app } from './say.ts';

/** Words for some of our own steps. */
export type Steps = Partial<Readonly<Record<StepId, (told: Told) => StepWords>>>;

export function nextCycle({ diagnosis, clock }: Told): string {
  const at = diagnosis.now.expectedAt ?? diagnosis.job.nextCycleAt;
  return at ? `, about ${clock.soon(at)}` : '';
}

export function nextCycleNoun(told: Told): string {
  const at = nextCycle(told);
  return at === '' ? 'the next cycle' : `the next cycle${at},`;
}

export function capitalNext(told: Told): string {
  return nextCycleNoun(told).replace(/^t/, 'T');
}

export function filterMenu(told: Told): string {
  return `${menu(paths.mappings, told)} > Source Object Scope`;
}

export function menu(path: string, told: Told): string {
  return fill(path, { app: app(told) });
}
