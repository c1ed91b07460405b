import { isDeepStrictEqual } from 'node:util';
import { answerCase, answerShared } from './answer-case.ts';
import type { AccuracyCase } from './case.ts';
import { type Judged, judge } from './judge.ts';

/** Below these the run fails. They only ever rise. */
export const floors = { macroF1: 0.99, rightShare: 0.99 } as const;

/** Asks every case, one after the other, and judges the answers. */
export async function measure(cases: readonly AccuracyCase[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const one of cases) {
    const { answer, headline, strayRequests } = await answerCase(one);
    const verdict = judge(one, answer);
    const stray = strayRequests.map((path) => ({ field: 'requests', wanted: 'none that Graph lacks', got: path }));
    judged.push({ ...verdict, headline, mismatches: [...verdict.mismatches, ...stray] });
  }
  return judged;
}

/** What became of the cases whose reads of the log were shared with those of other askers. */
export interface SharedFigures {
  /** Cases of which the log was read together with that of somebody else. */
  readonly shared: number;
  /** Ids of those judged otherwise than alone. */
  readonly different: readonly string[];
}

/** Asks the cases again, each among other askers, and compares with what was said to each alone. */
export async function measureShared(judged: readonly Judged[]): Promise<SharedFigures> {
  const different: string[] = [];
  let shared = 0;
  for (const { one, said } of judged) {
    // A tenant that refuses so many times in all refuses others instead.
    if (one.tenant === undefined || one.tenant.refuseTimes !== undefined) continue;
    // A whole app is asked about without sharing, and counts the other askers' people too.
    if (said.kind !== 'explanation') continue;
    // The others would be among the people who are counted.
    if (one.expect.kind === 'appProblems') continue;
    const { answer, wasShared } = await answerShared(one, one.tenant);
    if (!wasShared) continue;
    shared += 1;
    if (!isDeepStrictEqual(judge(one, answer).said, said)) different.push(one.id);
  }
  return { shared, different };
}
