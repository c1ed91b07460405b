import { type BrokenMust, type Judged, listed, musts } from './judge.ts';

export interface CauseFigures {
  readonly cause: string;
  readonly cases: number;
  readonly right: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Figures {
  readonly cases: number;
  readonly right: number;
  readonly rightShare: number;
  /** The mean of F1 over every labelled cause, each cause counting the same. */
  readonly macroF1: number;
  readonly causes: readonly CauseFigures[];
  /** Labelled cause → answered cause → how often, where they differ. */
  readonly confusion: readonly { readonly labelled: string; readonly answered: string; readonly times: number }[];
  readonly broken: readonly { readonly must: BrokenMust; readonly ids: readonly string[] }[];
}

/** An answer of another kind than was labelled counts as a class of its own, so it lowers recall. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const pairs = judged.flatMap((each) => {
    const cause = each.one.expect.cause;
    if (cause === undefined) return [];
    const accepted = listed<string>(cause);
    const labelled = accepted[0] ?? '';
    const got = each.said.cause ?? `(${each.said.kind})`;
    return [{ labelled, answered: accepted.includes(got) ? labelled : got, right: each.mismatches.length === 0 }];
  });
  const causes = [...new Set(pairs.map((pair) => pair.labelled))].sort().map((cause): CauseFigures => {
    const of = pairs.filter((pair) => pair.labelled === cause);
    const answered = pairs.filter((pair) => pair.answered === cause).length;
    const hits = of.filter((pair) => pair.answered === cause).length;
    const precision = answered === 0 ? 0 : hits / answered;
    const recall = hits / of.length;
    const right = of.filter((pair) => pair.right).length;
    return {
      cause,
      cases: of.length,
      right,
      wrong: of.length - right,
      precision,
      recall,
      f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    };
  });
  const right = judged.filter((each) => each.mismatches.length === 0).length;
  return {
    cases: judged.length,
    right,
    rightShare: judged.length === 0 ? 0 : right / judged.length,
    macroF1: causes.length === 0 ? 0 : causes.reduce((sum, each) => sum + each.f1, 0) / causes.length,
    causes,
    confusion: confusionOf(pairs),
    broken: musts.map((must) => ({
      must,
      ids: judged.filter((each) => each.broken.includes(must)).map((each) => each.one.id),
    })),
  };
}

function confusionOf(pairs: readonly { readonly labelled: string; readonly answered: string }[]): Figures['confusion'] {
  const counts = new Map<string, { labelled: string; answered: string; times: number }>();
  for (const { labelled, answered } of pairs) {
    if (labelled === answered) continue;
    const key = `${labelled} ${answered}`;
    const known = counts.get(key) ?? { labelled, answered, times: 0 };
    counts.set(key, { ...known, times: known.times + 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times || a.labelled.localeCompare(b.labelled));
}
