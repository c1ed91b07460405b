import { answerCase } from './answer-case.ts';
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
