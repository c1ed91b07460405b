import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { type ClassifierName, classifierNames } from '../../src/questions/model/weights.ts';
import type { Weighed } from './fit.ts';
import type * as jobs from './job.ts';
import type { Job } from './job.ts';
import type { Checked } from './training.ts';

/** Trains and checks the classifiers, as many at a time as there are processors. */
export interface Training {
  train(): Promise<ReadonlyMap<ClassifierName, Weighed>>;
  /** Trains on all but a part and tries that part, for `tried` of `folds` parts. */
  crossValidate(folds: number, tried?: number): Promise<Readonly<Record<ClassifierName, Checked>>>;
  close(): Promise<void>;
}

/** What takes longest begins first. */
const longestFirst: readonly ClassifierName[] = ['intent', 'name', 'topic', 'matter', 'act'];

export function createTraining(): Training {
  const pool = new Tinypool({
    filename: new URL('job.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.min(availableParallelism(), classifierNames.length),
  });
  const run = async <T>(jobOf: (name: ClassifierName) => Job): Promise<readonly (readonly [ClassifierName, T])[]> =>
    Promise.all(
      longestFirst.map(
        async (name) =>
          [name, (await pool.run(jobOf(name), { name: 'doJob' satisfies keyof typeof jobs })) as T] as const,
      ),
    );
  return {
    train: async () => new Map(await run<Weighed>((name) => ({ work: 'train', name }))),
    crossValidate: async (folds, tried = folds) =>
      Object.fromEntries(await run<Checked>((name) => ({ work: 'check', name, folds, tried }))) as Record<
        ClassifierName,
        Checked
      >,
    close: () => pool.destroy(),
  };
}
