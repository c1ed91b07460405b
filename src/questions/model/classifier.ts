/** The parts of a trained multinomial logistic regression. */
export interface ClassifierParts {
  readonly classes: readonly string[];
  /** Hashes of the features that count, in ascending order. */
  readonly features: Uint32Array;
  /** A row for each feature, with a weight for each class. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly temperature: number;
}

/** A class and how likely it is, from 0 to 1. */
export interface Likely {
  readonly name: string;
  readonly p: number;
}

/** Tells to which of its classes something belongs, by hashed features. */
export interface Classifier {
  readonly classes: readonly string[];
  /** The probability of each class, in the order of `classes`. */
  probabilities(features: Iterable<number> & { readonly length: number }): Float64Array;
  /** Whether training has seen a feature often enough to learn from it. */
  knows(feature: number): boolean;
  /** Every class, the likeliest first. */
  rank(features: Iterable<number> & { readonly length: number }): readonly Likely[];
}

export function createClassifier(parts: ClassifierParts): Classifier {
  const { classes, features, weights, step, temperature } = parts;
  const width = classes.length;

  function probabilities(given: Iterable<number> & { readonly length: number }): Float64Array {
    const scores = new Float64Array(width);
    for (const feature of given) {
      const found = indexOf(features, feature);
      if (found < 0) continue;
      for (let to = 0; to < width; to += 1) scores[to] = (scores[to] ?? 0) + (weights[found * width + to] ?? 0);
    }
    const unit = step / Math.sqrt(Math.max(1, given.length)) / temperature;
    return softmax(scores.map((score) => score * unit));
  }

  return {
    classes,
    probabilities,
    knows: (feature) => indexOf(features, feature) >= 0,
    rank: (given) =>
      [...probabilities(given)]
        .map((p, index): Likely => ({ name: classes[index] ?? '', p }))
        .sort((a, b) => b.p - a.p),
  };
}

/** Scores as shares of one, in place. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) sum += scores[at] = Math.exp((scores[at] ?? 0) - highest);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
  return scores;
}

/** The place of a number in an ascending array; -1 where it is not there. */
export function indexOf(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = sorted[middle] ?? 0;
    if (here === wanted) return middle;
    if (here < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
