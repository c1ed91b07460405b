import { softmax } from '../../src/questions/model/classifier.ts';
import { shuffled } from './random.ts';

/** Something with its hashed features and the class that it belongs to. */
export interface Example {
  readonly features: readonly number[];
  readonly label: string;
}

/** A multinomial logistic regression in plain numbers: a row of weights for each feature. */
export interface Weighed {
  readonly classes: readonly string[];
  readonly index: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
}

export interface Fitted extends Weighed {
  probabilities(features: readonly number[], temperature?: number): Float64Array;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** So many features are looked at, those that most examples have: each is a row of the file of weights. */
  readonly mostFeatures: number;
  /** How much more a rare class counts than by its number: 0 no more, 1 as much as any other. */
  readonly balance: number;
  /** By how much more a rare feature counts: 0 no more; else times the logarithm of how rare it is. */
  readonly rarity: number;
  readonly random: () => number;
}

/** Fits by stochastic descent with AdaGrad; the same examples and random numbers give the same weights. */
export function fitClassifier(examples: readonly Example[], classes: readonly string[], options: FitOptions): Fitted {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<number, number>();
  const ranked = [...counts].sort(([a, one], [b, other]) => other - one || a - b);
  for (const [feature] of ranked.slice(0, options.mostFeatures)) index.set(feature, index.size);

  const width = classes.length;
  const weights = new Float32Array(index.size * width);
  const squares = new Float32Array(index.size * width).fill(1e-6);
  const places = examples.map(({ features }) => placesOf(features, index));
  const labels = examples.map(({ label }) => classes.indexOf(label));
  const perClass = new Float64Array(width);
  for (const label of labels) perClass[label] = (perClass[label] ?? 0) + 1;
  const mean = examples.length / width;
  const weightOf = Array.from(perClass, (count) =>
    Math.min(4, Math.max(0.3, (mean / Math.max(1, count)) ** options.balance)),
  );

  const rates = new Float64Array(index.size).fill(options.rate);
  if (options.rarity > 0)
    for (const [feature, row] of index)
      rates[row] = options.rate * Math.min(2, options.rarity * Math.log(examples.length / (counts.get(feature) ?? 1)));
  const scores = new Float64Array(width);
  const order = shuffled([...examples.keys()], options.random);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const at of shuffled(order, options.random)) {
      const { at: here, length } = places[at] ?? { at: new Uint32Array(), length: 1 };
      const label = labels[at] ?? 0;
      const unit = 1 / Math.sqrt(Math.max(1, length));
      scoresOf(here, weights, unit, scores);
      softmax(scores);
      const importance = (weightOf[label] ?? 1) * unit;
      for (let to = 0; to < width; to += 1) {
        const error = ((scores[to] ?? 0) - (to === label ? 1 : 0)) * importance;
        if (Math.abs(error) < 1e-5) continue;
        for (const row of here) {
          const cell = row * width + to;
          const step = error + options.decay * (weights[cell] ?? 0);
          squares[cell] = (squares[cell] ?? 0) + step * step;
          weights[cell] = (weights[cell] ?? 0) - ((rates[row] ?? 0) * step) / Math.sqrt(squares[cell] ?? 1);
        }
      }
    }
  }
  return {
    classes,
    index,
    weights,
    probabilities(features, temperature = 1) {
      const own = new Float64Array(width);
      const { at, length } = placesOf(features, index);
      scoresOf(at, weights, 1 / Math.sqrt(Math.max(1, length)) / temperature, own);
      return softmax(own);
    },
  };
}

interface Places {
  readonly at: Uint32Array;
  /** How many features there are, unknown ones included. */
  readonly length: number;
}

function placesOf(features: readonly number[], index: ReadonlyMap<number, number>): Places {
  const at: number[] = [];
  for (const feature of features) {
    const place = index.get(feature);
    if (place !== undefined) at.push(place);
  }
  return { at: Uint32Array.from(at), length: features.length };
}

function scoresOf(rows: Uint32Array, weights: Float32Array, unit: number, scores: Float64Array): void {
  const width = scores.length;
  scores.fill(0);
  for (const row of rows) {
    const begin = row * width;
    for (let to = 0; to < width; to += 1) scores[to] = (scores[to] ?? 0) + (weights[begin + to] ?? 0);
  }
  for (let to = 0; to < width; to += 1) scores[to] = (scores[to] ?? 0) * unit;
}

/** The temperature at which probabilities of unseen examples are nearest to shares of right ones. */
export function temperatureFor(
  seen: readonly { readonly scores: (temperature: number) => Float64Array; readonly label: number }[],
): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.4; temperature <= 3; temperature += 0.1) {
    const loss = seen.reduce(
      (sum, { scores, label }) => sum - Math.log(Math.max(1e-9, scores(temperature)[label] ?? 0)),
      0,
    );
    if (loss < best.loss) best = { temperature: Math.round(temperature * 10) / 10, loss };
  }
  return best.temperature;
}
