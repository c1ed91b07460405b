import { hash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded randomness: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return {
    int: (from, to) => uniformInt(generator, from, to),
    pick<T>(list: readonly T[]): T {
      const picked = list[uniformInt(generator, 0, list.length - 1)];
      if (picked === undefined) throw new RangeError('cannot pick from an empty list');
      return picked;
    },
    chance: (probability) => uniformInt(generator, 0, 999_999) < probability * 1_000_000,
  };
}

/** A GUID that depends on nothing but the words: the same words name the same object in every run. */
export function guidOf(...words: readonly (string | number)[]): string {
  const hex = hash('sha1', words.join('\u0000'));
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
