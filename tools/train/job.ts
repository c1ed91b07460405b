import type { ClassifierName } from '../../src/questions/model/weights.ts';
import type { Weighed } from './fit.ts';
import { readInputs } from './inputs.ts';
import { type Checked, crossValidate, train } from './training.ts';

/** A part of training that can be done beside the others. */
export type Job = { readonly name: ClassifierName } & (
  | { readonly work: 'train' }
  | { readonly work: 'check'; readonly folds: number; readonly tried: number }
);

const inputs = readInputs();

/** Does a job in a thread of its own: each has its own random numbers, so that their order does not matter. */
export function doJob(job: Job): Weighed | Checked {
  if (job.work === 'check') return crossValidate(job.name, inputs, job.folds, job.tried);
  const { classes, index, weights } = train(job.name, inputs);
  return { classes, index, weights };
}
