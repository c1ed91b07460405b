import { indexOf } from './classifier.ts';
import { hash } from './hash.ts';

/** What is known of a word apart from any text. */
export interface WordClass {
  /** How common it is in speech: 0 for the most common few hundred, 5 for a word that no list has. */
  readonly band: number;
  readonly given: boolean;
  readonly surname: boolean;
}

/** Ranks below which a word of the frequency list falls into band 0, 1, 2 …; behind the last stands `unlistedBand`. */
export const bandEnds = [300, 1000, 3000, 8000, 20_000] as const;
export const unlistedBand = bandEnds.length;

/** Bits of a word's flags: three for the band, one for each list of names. */
export const givenBit = 8;
export const surnameBit = 16;

/** Looks words up in the lists that training folded into the weights. */
export interface WordClasses {
  /** `folded`: as normalize.ts folds it. */
  of(folded: string): WordClass;
}

export function createWordClasses(hashes: Uint32Array, flags: Uint8Array): WordClasses {
  return {
    of(folded) {
      const found = indexOf(hashes, hash(folded));
      const bits = found < 0 ? unlistedBand : (flags[found] ?? unlistedBand);
      return { band: bits & 7, given: (bits & givenBit) !== 0, surname: (bits & surnameBit) !== 0 };
    },
  };
}
