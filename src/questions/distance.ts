import damerauLevenshtein from 'damerau-levenshtein';

/** Longer names than this are cut before they are compared: nobody types more than this with one slip. */
const longest = 64;

/**
 * How many slips of the finger part two folded words: a letter too many, missing, wrong, or two swapped.
 * Gives undefined when there are more than `most`.
 */
export function slips(asked: string, name: string, most: number): number | undefined {
  if (asked === name) return 0;
  if (most <= 0 || Math.abs(asked.length - name.length) > most) return undefined;
  const { steps } = damerauLevenshtein(asked.slice(0, longest), name.slice(0, longest));
  return steps <= most ? steps : undefined;
}

/** How many slips a word of this length may have: none below four letters, then one for every four, three at the most. */
export function slipsAllowed(length: number): number {
  return Math.min(3, Math.floor(length / 4));
}
