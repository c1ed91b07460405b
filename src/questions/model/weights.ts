import { type Classifier, createClassifier } from './classifier.ts';
import { createWordClasses, type WordClasses } from './word-classes.ts';

/** The classifiers of the reader, by what they tell apart. */
export const classifierNames = ['intent', 'matter', 'topic', 'act', 'name'] as const;

export type ClassifierName = (typeof classifierNames)[number];

/** What the file begins with: the first line names the format, the second is this as JSON. */
export interface WeightsHeader {
  /** From how many labelled texts it was trained. */
  readonly texts: number;
  /** Shares of unseen texts that were right in cross-validation, by classifier. */
  readonly accuracy: Readonly<Partial<Record<ClassifierName, number>>>;
  readonly words: SectionSize;
  readonly classifiers: Readonly<Record<ClassifierName, ClassifierHeader>>;
}

interface SectionSize {
  readonly count: number;
}

export interface ClassifierHeader extends SectionSize {
  readonly classes: readonly string[];
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Scores are divided by it, so that a probability is a share of right answers. */
  readonly temperature: number;
}

/** All that training knows and the reader needs. */
export interface Weights {
  readonly header: WeightsHeader;
  readonly words: WordClasses;
  readonly classifiers: Readonly<Record<ClassifierName, Classifier>>;
}

export const formatLine = 'skipper reader weights, format 2';

/**
 * Reads the file that `npm run train` writes: two lines of text, then little-endian arrays in the order of the header.
 * Nothing is copied. Throws RangeError where the file is of another format.
 */
export function readWeights(bytes: Uint8Array): Weights {
  const text = new TextDecoder();
  const firstEnd = bytes.indexOf(10);
  const secondEnd = bytes.indexOf(10, firstEnd + 1);
  if (text.decode(bytes.subarray(0, firstEnd)) !== formatLine)
    throw new RangeError('these are no weights of this version of Skipper: run npm run train');
  const header = headerOf(text.decode(bytes.subarray(firstEnd + 1, secondEnd)));

  let at = aligned(secondEnd + 1);
  const take = <T>(
    kind: { new (buffer: ArrayBufferLike, offset: number, length: number): T },
    length: number,
    size: number,
  ): T => {
    const taken = new kind(bytes.buffer, bytes.byteOffset + at, length);
    at = aligned(at + length * size);
    return taken;
  };
  const words = createWordClasses(take(Uint32Array, header.words.count, 4), take(Uint8Array, header.words.count, 1));
  const classifierOf = (name: ClassifierName): Classifier => {
    const { classes, count, step, temperature } = header.classifiers[name];
    return createClassifier({
      classes,
      step,
      temperature,
      features: take(Uint32Array, count, 4),
      weights: take(Int8Array, count * classes.length, 1),
    });
  };
  const classifiers = Object.fromEntries(classifierNames.map((name) => [name, classifierOf(name)]));
  return { header, words, classifiers: classifiers as Record<ClassifierName, Classifier> };
}

function headerOf(line: string): WeightsHeader {
  try {
    return JSON.parse(line) as WeightsHeader;
  } catch (cause) {
    throw new RangeError('the weights are cut short: run npm run train', { cause });
  }
}

/** Arrays begin at multiples of four bytes. */
export function aligned(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}
