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
  if (apart(asked, name) > 2 * most) return undefined;
  const { steps } = damerauLevenshtein(asked.slice(0, longest), name.slice(0, longest));
  return steps <= most ? steps : undefined;
}

/** Shorter words, and other changes than these, are as often another name: Larsen and Larson, Jon and John. */
const shortestTypo = 6;

/** Whether a folded word is another but for two swapped letters, or one inside it that is missing or too many. */
export function isTypo(asked: string, name: string): boolean {
  if (Math.min(asked.length, name.length) < shortestTypo - 1 || Math.max(asked.length, name.length) < shortestTypo)
    return false;
  if (asked[0] !== name[0] || asked.at(-1) !== name.at(-1) || slips(asked, name, 1) !== 1) return false;
  return asked.length !== name.length || apart(asked, name) === 0;
}

/** How many slips a word of this length may have: none below five letters, then one for every four, three at the most. */
export function slipsAllowed(length: number): number {
  return length < 5 ? 0 : Math.min(3, Math.floor(length / 4));
}

/** How many letters occur in only one of the two: a slip accounts for two of them at the most. */
function apart(one: string, other: string): number {
  let bits = lettersOf(one) ^ lettersOf(other);
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}
