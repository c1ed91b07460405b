import { slips, slipsAllowed } from '../text/edit-distance.ts';
import { compact, fold, spellings, wordsOf } from '../text/normalize.ts';
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

/** Gives the names of an item. */
type NamesOf<T> = (item: T) => readonly string[];

/** The items that a text fits, best first; of one score, in the order given. */
export function rank<T>(text: string, items: readonly T[], namesOf: NamesOf<T>): readonly Ranked<T>[] {
  return ranked(askedAs(text, false), items, namesOf);
}

/** As `rank`, for apps: acronyms made by rule count as well ("GEMU"), which for people would collide with first names. */
export function rankApps<T>(text: string, items: readonly T[], namesOf: NamesOf<T>): readonly Ranked<T>[] {
  return ranked(askedAs(text, true), items, namesOf);
}

type Asked = ReturnType<typeof askedAs>;

function askedAs(text: string, acronyms: boolean) {
  const short = text.slice(0, 256);
  return {
    text: short.trim().toLowerCase(),
    folded: fold(short),
    compact: compact(short),
    words: wordsOf(short),
    aliases: appAliases(short),
    acronyms,
  };
}

type Fit = Omit<Ranked<never>, 'item'>;

function ranked<T>(wanted: Asked, items: readonly T[], namesOf: NamesOf<T>): readonly Ranked<T>[] {
  if (wanted.words.length === 0) return [];
  const fitting: Ranked<T>[] = [];
  for (const item of items) {
    const fit = bestFit(wanted, namesOf(item));
    if (fit) fitting.push({ item, ...fit });
  }
  return fitting.sort(byNearness);
}

function byNearness(one: Fit, other: Fit): number {
  return tiers.indexOf(one.tier) - tiers.indexOf(other.tier) || other.score - one.score;
}

function bestFit(wanted: Asked, names: readonly string[]): Fit | undefined {
  const isIdentifier = /[@\d]/.test(wanted.text) && !wanted.text.includes(' ');
  let best: Fit | undefined;
  for (const name of names) {
    if (isIdentifier && name.toLowerCase() === wanted.text) return { tier: 'identifier', score: 1 };
    for (const spelling of spellings(name)) {
      const fit = spelling === '' ? undefined : fitOf(wanted, name, spelling);
      if (fit && (best === undefined || byNearness(fit, best) < 0)) best = fit;
    }
  }
  return best;
}

function fitOf(wanted: Asked, name: string, spelling: string): Fit | undefined {
  const words = spelling.split(' ');
  const dense = compact(spelling);
  if (spelling === wanted.folded) return { tier: 'exact', score: 1 };
  if (dense === wanted.compact) return { tier: 'exact', score: 0.99 };
  const share = wanted.words.length / words.length;
  // "Smith, Alice" is Alice Smith: the order of words does not matter.
  const all = cover(wanted.words, words, (one, other) => (one === other ? 0 : undefined)) !== undefined;
  if (all && share === 1) return { tier: 'exact', score: 0.98 };

  if (wanted.aliases.some((alias) => compact(alias) === dense)) return { tier: 'alias', score: 1 };
  if (wanted.acronyms && isAcronym(wanted.text, name)) return { tier: 'alias', score: 0.9 };

  if (all) return { tier: 'words', score: Math.min(0.99, 0.5 + share / 2) };
  if (wanted.aliases.some((alias) => wordsOf(alias).every((word) => words.includes(word))))
    return { tier: 'words', score: 0.5 };

  // One letter begins a word only as an initial beside a whole word: "J Smith".
  const shortest = wanted.words.some((word) => words.includes(word)) ? 1 : 2;
  const begins = cover(wanted.words, words, (one, other) =>
    one === other || (one.length >= shortest && other.startsWith(one)) ? 0 : undefined,
  );
  const covered = wanted.compact.length / dense.length;
  if (begins !== undefined) return { tier: 'prefix', score: Math.min(0.99, covered) };
  if (wanted.compact.length >= 3 && dense.startsWith(wanted.compact))
    return { tier: 'prefix', score: Math.min(0.9, covered) };

  return fuzzy(wanted, words, dense);
}

function fuzzy(wanted: Asked, words: readonly string[], dense: string): Fit | undefined {
  const length = Math.max(wanted.compact.length, dense.length);
  const whole = slips(wanted.compact, dense, slipsAllowed(length));
  if (whole !== undefined) return { tier: 'fuzzy', score: 1 - whole / length };

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
