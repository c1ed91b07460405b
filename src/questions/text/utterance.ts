import type { WordClass, WordClasses } from '../model/word-classes.ts';
import { clean } from './clean.ts';
import { type Line, linesOf, withLineBreaks } from './lines.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A token with what is known of it before anybody asks what it means. */
export interface Word extends Token, WordClass {
  /** The line it stands in. */
  readonly line: number;
  /** It is the name of a field, not its value. */
  readonly isKey: boolean;
  /** It begins a line, a sentence or a field's value. */
  readonly begins: boolean;
  /** Written small, in no list, and a slip of the finger away from an everyday word: "teh", "whcih". */
  readonly isSlip: boolean;
}

/** A text in lines and words. */
export interface Utterance {
  /** Cleaned; names as the asker spelt them. */
  readonly source: string;
  readonly lines: readonly Line[];
  readonly words: readonly Word[];
  /** All capitals: a capital letter then tells nothing. */
  readonly shouting: boolean;
}

/** A quotation of more words than this is speech, and is read word by word. */
const longestQuotedName = 4;

const rareBand = 4;
/** A short word must be near a very common one; of a longer one fewer others are near. */
const everydayBand = 1;
const commonBand = 3;
const longWord = 5;
/** So many rare words of a text are looked at for slips: the rest of a paste is not typed. */
const mostLooked = 60;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Whether a letter too many, missing, wrong, or two swapped part a word from an everyday one. */
function isNearEveryday(word: string, classes: WordClasses): boolean {
  const isEveryday = (other: string) =>
    other.length > 2 && classes.of(other).band <= (word.length >= longWord ? commonBand : everydayBand);
  for (let at = 0; at < word.length; at += 1) {
    const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    if (isEveryday(before + after)) return true;
    if (after !== '' && isEveryday(`${before}${after.charAt(0)}${here}${after.slice(1)}`)) return true;
    if (word.length < 4) continue;
    for (const letter of letters)
      if (isEveryday(before + letter + after) || isEveryday(before + letter + here + after)) return true;
  }
  return false;
}

/** Reads a text as it came. Linear in its length. */
export function utteranceOf(text: string, classes: WordClasses): Utterance {
  const source = withLineBreaks(clean(text));
  const lines = linesOf(source);
  const shouting = source === source.toUpperCase() && /\p{Lu}/u.test(source);
  const words: Word[] = [];
  let line = 0;
  let looked = 0;
  for (const token of spoken(source)) {
    while ((lines[line + 1]?.start ?? Number.POSITIVE_INFINITY) <= token.start) line += 1;
    const before = words.at(-1);
    const begins =
      before === undefined || before.line !== line || (before.kind === 'separator' && /[.!?:…|]/.test(before.text));
    const isKey = token.end <= (lines[line]?.valueStart ?? 0);
    const known = classOf(token, classes);
    const canBeSlip =
      token.kind === 'word' &&
      known.band >= rareBand &&
      /^\p{Ll}{3,12}$/u.test(token.folded) &&
      /^\p{Ll}/u.test(token.text);
    const isSlip = canBeSlip && looked < mostLooked && isNearEveryday(token.folded, classes);
    if (canBeSlip) looked += 1;
    words.push({ ...token, ...known, line, isKey, begins, isSlip });
  }
  return { source, lines, words, shouting };
}

function spoken(source: string): readonly Token[] {
  return tokensOf(source).flatMap((token) => {
    if (token.kind !== 'quoted' || token.folded.split(' ').length <= longestQuotedName) return [token];
    const at = source.indexOf(token.text, token.start);
    if (at < 0) return [token];
    return tokensOf(token.text).map((one) => ({ ...one, start: one.start + at, end: one.end + at }));
  });
}

/** A word of several, "o-neill" or "mary jane", is as common as its rarest part. */
function classOf(token: Token, classes: WordClasses): WordClass {
  const parts = token.folded.split(' ').slice(0, longestQuotedName + 1);
  const all = parts.map((part) => classes.of(part));
  return {
    band: Math.max(0, ...all.map(({ band }) => band)),
    given: all.some(({ given }) => given),
    surname: all.some(({ surname }) => surname),
  };
}
