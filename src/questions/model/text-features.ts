import { hash, join } from './hash.ts';

const mostLetters = 24;
const alone = hash('1');

/** The feature that a word is by itself. */
export function wordFeature(word: string): number {
  return join(alone, hash(word));
}

/** The letters of a word in runs of one length, its ends marked. */
export function letterFeatures(word: string, length: number): readonly number[] {
  const letters = `_${word.slice(0, mostLetters)}_`;
  const features: number[] = [];
  for (let at = 0; at + length <= letters.length; at += 1) features.push(hash(letters.slice(at, at + length), length));
  return features;
}

/**
 * What a classifier sees of a text in masked words: words alone, in twos and threes, around one word, and the letters of
 * each word in threes to fives, so that a slip of the finger leaves most of it. Hashed; each feature once.
 */
export function textFeatures(words: readonly string[], asks: boolean): readonly number[] {
  const seen = new Set<number>();
  const numbers = ['<s>', ...words, '</s>'].map((word) => hash(word));
  const one = alone;
  const two = hash('2');
  const three = hash('3');
  const around = hash('around');
  for (let at = 0; at < numbers.length; at += 1) {
    const [a, b, c] = [numbers[at] ?? 0, numbers[at + 1], numbers[at + 2]];
    seen.add(join(one, a));
    if (b === undefined) continue;
    const pair = join(a, b);
    seen.add(join(two, pair));
    if (c === undefined) continue;
    seen.add(join(three, join(pair, c)));
    seen.add(join(around, join(a, c)));
  }
  for (const word of new Set(words)) {
    if (!/^\p{Ll}/u.test(word) && !/^\p{Lo}/u.test(word)) continue;
    const shortest = /^\p{Lo}/u.test(word) ? 1 : 3;
    for (let length = shortest; length <= 5; length += 1)
      for (const feature of letterFeatures(word, length)) seen.add(feature);
  }
  const has = (word: string) => Number(words.includes(word));
  seen.add(hash(`names ${has('PERSON')}${has('APP')}${has('CODE')}`));
  seen.add(hash(`length ${Math.min(6, Math.floor(words.length / 4))}`));
  seen.add(hash(`asks ${asks}`));
  return [...seen];
}
