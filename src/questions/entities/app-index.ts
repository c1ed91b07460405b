import { slips } from '../text/edit-distance.ts';
import { compact, fold } from '../text/normalize.ts';
import { appAliases } from './app-aliases.ts';
import { galleryNames } from './gallery-names.ts';
import { type Ranked, rankApps } from './match.ts';

/** An app of the tenant as the reader knows it. */
export interface NamedApp {
  readonly id: string;
  readonly name: string;
  readonly galleryName?: string;
}

/** The apps of a tenant, so that a name is found without a look at each of them. */
export interface AppIndex {
  readonly size: number;
  /** In how many app names a folded word stands. */
  wordCount(word: string): number;
  /** Whether a folded word is a slip of the finger away from a word of an app's name. */
  isNear(word: string): boolean;
  /** Whether a text, or what it is usually called, is the whole name of an app. */
  isWhole(text: string): boolean;
  /** Apps that a text may mean, nearest first. */
  rank(text: string): readonly Ranked<NamedApp>[];
}

/** Shorter words are too near to others. */
const shortestNear = 5;
const mostRemembered = 5000;

/** What is worked out for an array of apps is kept as long as the array is. */
const kept = new WeakMap<readonly NamedApp[], AppIndex>();

export function appIndexOf(apps: readonly NamedApp[]): AppIndex {
  const known = kept.get(apps);
  if (known) return known;
  const index = createAppIndex(apps);
  kept.set(apps, index);
  return index;
}

function namesOf({ name, galleryName }: NamedApp): readonly string[] {
  return galleryName === undefined ? [name] : [name, galleryName];
}

/** The words of a name; those of "GitHub/GitLab" or "Cloud-Suite" by themselves too. */
function partsOf(name: string): readonly string[] {
  return fold(name)
    .split(' ')
    .filter((part) => part.length > 1);
}

function createAppIndex(apps: readonly NamedApp[]): AppIndex {
  const byWord = new Map<string, Set<NamedApp>>();
  const byWhole = new Map<string, Set<NamedApp>>();
  const byLength = new Map<number, string[]>();
  const add = (map: Map<string, Set<NamedApp>>, key: string, app: NamedApp) => {
    const there = map.get(key);
    if (there) there.add(app);
    else map.set(key, new Set([app]));
  };
  for (const app of apps)
    for (const name of namesOf(app)) {
      add(byWhole, compact(name), app);
      for (const part of partsOf(name)) add(byWord, part, app);
    }
  for (const word of new Set([...byWord.keys(), ...byWhole.keys()])) {
    if (word.length < shortestNear - 1) continue;
    const alike = byLength.get(word.length);
    if (alike) alike.push(word);
    else byLength.set(word.length, [word]);
  }
  const nearWords = new Map<string, readonly string[]>();
  const ranked = new Map<string, readonly Ranked<NamedApp>[]>();

  /** The words that a slip or two part from this one. */
  function near(word: string): readonly string[] {
    if (word.length < shortestNear) return [];
    const before = nearWords.get(word);
    if (before) return before;
    const most = word.length >= 9 ? 2 : 1;
    const found: string[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const other of byLength.get(length) ?? []) if (slips(word, other, most) !== undefined) found.push(other);
    if (nearWords.size >= mostRemembered) nearWords.clear();
    nearWords.set(word, found);
    return found;
  }

  function candidates(text: string): readonly NamedApp[] {
    const found = new Set<NamedApp>();
    const take = (some: Iterable<NamedApp> | undefined) => {
      for (const app of some ?? []) found.add(app);
    };
    for (const name of [text, ...appAliases(text)]) {
      take(byWhole.get(compact(name)));
      for (const part of partsOf(name)) take(byWord.get(part));
    }
    for (const part of [...partsOf(text), compact(text)])
      for (const other of near(part)) {
        take(byWord.get(other));
        take(byWhole.get(other));
      }
    if (found.size === 0)
      // An acronym by rule, or the beginning of a name.
      for (const app of apps) if (found.size < 200) found.add(app);
    return [...found];
  }

  return {
    size: apps.length,
    wordCount: (word) => byWord.get(word)?.size ?? 0,
    isNear: (word) => near(word).length > 0,
    isWhole: (text) => [text, ...appAliases(text)].some((name) => byWhole.has(compact(name))),
    rank(text) {
      const before = ranked.get(text);
      if (before) return before;
      const now = rankApps(text, candidates(text), namesOf);
      if (ranked.size >= mostRemembered) ranked.clear();
      ranked.set(text, now);
      return now;
    },
  };
}

/** The gallery's apps, for what the tenant lacks. */
export const galleryIndex: AppIndex = createAppIndex(galleryNames.map((name) => ({ id: name, name })));
