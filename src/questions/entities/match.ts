import { slips, slipsAllowed } from '../text/edit-distance.ts';
import { compact, fold, spellings } from '../text/normalize.ts';
import { appAliases, isAcronym } from './app-aliases.ts';
import { soundsLikeSamePerson } from './nicknames.ts';

/**
 * How a text fits a name, nearest first. `identifier`: an address or id, to the letter. `exact`: the whole name.
 * `alias`: a usual short form of it. `words`: every asked word is a whole word of it. `prefix`: every asked word begins
 * one of its words. `fuzzy`: it fits but for a slip of the finger; below `suggestionScore` it is only a suggestion.
 */
export const tiers = ['identifier', 'exact', 'alias', 'words', 'prefix', 'fuzzy'] as const;

export type Tier = (typeof tiers)[number];

export interface Ranked<T> {
  readonly item: T;
  readonly tier: Tier;
  /** From 0 to 1, comparable inside a tier. */
  readonly score: number;
}

/** A fuzzy fit that scores no more than this is a name to offer (Bob for Robert), never one to take. */
export const suggestionScore = 0.5;

/** The items that a text fits, best first; of one score, in the order given. */
export function rank<T>(
  text: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): readonly Ranked<T>[] {
  return ranked(asked(text, false), items, namesOf);
}

/** As `rank`, for apps: acronyms made by rule count as well ("GEMU"), which for people would collide with first names. */
export function rankApps<T>(
  text: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): readonly Ranked<T>[] {
  return ranked(asked(text, true), items, namesOf);
}

interface Asked {
  readonly text: string;
  readonly folded: string;
  readonly compact: string;
  readonly words: readonly string[];
  readonly aliases: readonly string[];
  readonly acronyms: boolean;
}

function asked(text: string, acronyms: boolean): Asked {
  // "Smith, Alice" is Alice Smith; the order of words does not matter further down.
  const short = text.slice(0, 256);
  const folded = fold(short);
  return {
    text: short.trim().toLowerCase(),
    folded,
    compact: compact(short),
    words: folded === '' ? [] : folded.split(' '),
    aliases: appAliases(short),
    acronyms,
  };
}

function ranked<T>(wanted: Asked, items: readonly T[], namesOf: (item: T) => readonly string[]): readonly Ranked<T>[] {
  if (wanted.words.length === 0) return [];
  const fitting: Ranked<T>[] = [];
  for (const item of items) {
    const fit = bestFit(wanted, namesOf(item));
    if (fit) fitting.push({ item, ...fit });
  }
  return fitting.sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || b.score - a.score);
}

type Fit = Omit<Ranked<never>, 'item'>;

function bestFit(wanted: Asked, names: readonly string[]): Fit | undefined {
  let best: Fit | undefined;
  for (const name of names) {
    const fit = fitOf(wanted, name);
    if (fit && (best === undefined || isBetter(fit, best))) best = fit;
  }
  return best;
}

function isBetter(one: Fit, other: Fit): boolean {
  const nearer = tiers.indexOf(one.tier) - tiers.indexOf(other.tier);
  return nearer < 0 || (nearer === 0 && one.score > other.score);
}

function fitOf(wanted: Asked, name: string): Fit | undefined {
  if (/[@\d]/.test(wanted.text) && !wanted.text.includes(' ') && name.toLowerCase() === wanted.text) {
    return { tier: 'identifier', score: 1 };
  }
  let best: Fit | undefined;
  for (const spelling of spellings(name)) {
    const fit = fitOfSpelling(wanted, name, spelling);
    if (fit && (best === undefined || isBetter(fit, best))) best = fit;
  }
  return best;
}

function fitOfSpelling(wanted: Asked, name: string, spelling: string): Fit | undefined {
  if (spelling === '') return undefined;
  const words = spelling.split(' ');
  const dense = compact(spelling);
  if (spelling === wanted.folded) return { tier: 'exact', score: 1 };
  if (dense === wanted.compact) return { tier: 'exact', score: 0.99 };
  const each = wanted.words.length === words.length && cover(wanted.words, words, equal) !== undefined;
  if (each) return { tier: 'exact', score: 0.98 };

  if (wanted.aliases.some((alias) => compact(alias) === dense)) return { tier: 'alias', score: 1 };
  if (wanted.acronyms && isAcronym(wanted.text, name)) return { tier: 'alias', score: 0.9 };

  const share = wanted.words.length / words.length;
  if (cover(wanted.words, words, equal) !== undefined) return { tier: 'words', score: Math.min(0.99, 0.5 + share / 2) };
  if (wanted.aliases.some((alias) => isPartOf(alias, words))) return { tier: 'words', score: 0.5 };

  const wholes = wanted.words.filter((word) => words.includes(word)).length;
  const begins = cover(wanted.words, words, (one, other) => (beginning(one, other, wholes > 0) ? 0 : undefined));
  if (begins !== undefined) return { tier: 'prefix', score: Math.min(0.99, wanted.compact.length / dense.length) };
  if (wanted.compact.length >= 3 && dense.startsWith(wanted.compact))
    return { tier: 'prefix', score: Math.min(0.9, wanted.compact.length / dense.length) };

  return fuzzy(wanted, words, dense);
}

function fuzzy(wanted: Asked, words: readonly string[], dense: string): Fit | undefined {
  const allowed = slipsAllowed(Math.max(wanted.compact.length, dense.length));
  const whole = slips(wanted.compact, dense, allowed);
  if (whole !== undefined) return { tier: 'fuzzy', score: 1 - whole / Math.max(wanted.compact.length, dense.length) };

  const total = cover(wanted.words, words, (one, other) =>
    slips(one, other, slipsAllowed(Math.max(one.length, other.length))),
  );
  if (total !== undefined) {
    // A name with words to spare is less likely meant than one that is whole but for the slip.
    const spare = Math.min(2, words.length - wanted.words.length);
    const score = 0.95 - total / wanted.compact.length - 0.12 * spare;
    return { tier: 'fuzzy', score: Math.max(suggestionScore + 0.01, score) };
  }

  const nearly = cover(wanted.words, words, (one, other) =>
    one === other || soundsLikeSamePerson(one, other) ? 0 : undefined,
  );
  if (nearly !== undefined) return { tier: 'fuzzy', score: suggestionScore };
  if (words.every((word) => wanted.words.includes(word)) && dense.length >= 3) {
    return { tier: 'fuzzy', score: (suggestionScore * words.length) / wanted.words.length };
  }
  return undefined;
}

function isPartOf(alias: string, words: readonly string[]): boolean {
  const parts = fold(alias).split(' ');
  return parts.every((part) => words.includes(part));
}

function equal(one: string, other: string): number | undefined {
  return one === other ? 0 : undefined;
}

/** One letter begins a word only as an initial beside a whole word: "J Smith". */
function beginning(one: string, other: string, besideWhole: boolean): boolean {
  if (one === other) return true;
  return (one.length >= 2 || besideWhole) && other.startsWith(one);
}

/**
 * Gives every asked word a word of its own among `words`, cheapest first, and the sum of what that costs; undefined
 * when one finds none.
 */
function cover(
  wanted: readonly string[],
  words: readonly string[],
  cost: (one: string, other: string) => number | undefined,
): number | undefined {
  if (wanted.length > words.length) return undefined;
  const free = new Set(words.keys());
  let sum = 0;
  for (const one of wanted) {
    let best: { at: number; price: number } | undefined;
    for (const at of free) {
      const price = cost(one, words[at] ?? '');
      if (price !== undefined && (best === undefined || price < best.price)) best = { at, price };
      if (best?.price === 0 && words[best.at] === one) break;
    }
    if (best === undefined) return undefined;
    free.delete(best.at);
    sum += best.price;
  }
  return sum;
}
