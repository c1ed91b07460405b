import { hash, join } from '../model/hash.ts';
import { textFeatures } from '../model/text-features.ts';

/** What tells how a text follows up: its masked words, and what was asked before. */
export function actFeatures(words: readonly string[], asks: boolean, before: string): readonly number[] {
  const named = `${words.includes('PERSON')} ${words.includes('APP')}`;
  return [
    ...textFeatures(words, asks),
    hash(`before ${before}`),
    hash(`before ${before}, named ${named}`),
    hash(`words ${Math.min(8, words.length)}`),
    ...words.slice(0, 2).map((word, at) => join(hash(`begins ${at}`), hash(word))),
  ];
}
