import { compact } from '../text/normalize.ts';
import type { Utterance, Word } from '../text/utterance.ts';
import { appAliases } from './app-aliases.ts';
import { type AppIndex, galleryIndex, type NamedApp } from './app-index.ts';
import { isFunctionWord } from './function-words.ts';
import { type Ranked, suggestionScore, type Tier } from './match.ts';

/** Words of a text that name an app. */
export interface AppMention {
  /** Places of the first word and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** As the asker wrote it. */
  readonly text: string;
  readonly tier: Tier;
  /** The apps of the tenant that it may mean; none: an app of the gallery that the tenant lacks. */
  readonly apps: readonly NamedApp[];
  /** An everyday word or a part of a name: it counts only where the sentence uses it as a name. */
  readonly weak: boolean;
  /** How much of the text it accounts for, and how well; the best of overlapping ones counts. */
  readonly weight: number;
}

const longestName = 8;
const mostMeant = 4;
const joints = /^[-–—/&+(]$/;
/** By how much a misspelt name must fit better than the next one. */
const clearMargin = 0.1;

const qualities: Readonly<Record<Tier, number>> = {
  identifier: 60,
  exact: 50,
  alias: 40,
  words: 30,
  fuzzy: 16,
  prefix: 12,
};

/** Every app that a text names, in the order of the text; of overlapping names the best. */
export function appMentionsIn({ source, words, shouting }: Utterance, index: AppIndex): readonly AppMention[] {
  const found: AppMention[] = [];
  const known = words.map((word) => isNameWord(word) && knows(word, index));
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from];
    if (!first || !isNameWord(first)) continue;
    for (let to = Math.min(words.length, from + longestName); to > from; to -= 1) {
      const run = words.slice(from, to);
      const last = run.at(-1);
      if (!last || !isNameWord(last) || last.line !== first.line || !run.every(isPartOfName)) continue;
      const text = textOf(source, run);
      // "Badge System: Will Day and Ann Lee" is a field of no ticket.
      if (run.some(({ isKey }) => isKey) && !(run.length > 1 && index.isWhole(text))) continue;
      if (!known.slice(from, to).some(Boolean) && !(run.length <= 3 && index.isWhole(text))) continue;
      const mention = read(run, text, index, shouting) ?? (run.length <= 4 ? readGallery(run, text) : undefined);
      if (mention) found.push({ from, to, ...mention });
    }
  }
  return bestOf(found);
}

function isNameWord(word: Word): boolean {
  return word.kind === 'word' || word.kind === 'quoted' || word.kind === 'guid';
}

function isPartOfName(word: Word): boolean {
  return isNameWord(word) || (word.kind === 'separator' && joints.test(word.text));
}

function knows({ folded, text, kind, band }: Word, index: AppIndex): boolean {
  if (kind === 'guid') return true;
  if (folded.split(' ').some((part) => index.wordCount(part) > 0)) return true;
  if (appAliases(text).length > 0 || galleryIndex.isWhole(text)) return true;
  if (/^\p{Lu}{3,8}$/u.test(text)) return true;
  return band >= 4 && index.isNear(folded);
}

function textOf(source: string, run: readonly Word[]): string {
  const [first] = run;
  if (first && run.length === 1) return first.text;
  const of = run.findIndex(({ folded }) => folded === 'of');
  if (of > 0 && of < run.length - 1 && run[of + 1]?.capital)
    return `${textOf(source, run.slice(of + 1))} ${textOf(source, run.slice(0, of))}`;
  const text = source
    .slice(first?.start, run.at(-1)?.end)
    .replace(/["“”„«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const opens = text.lastIndexOf('(');
  return opens >= 0 && !text.includes(')', opens) ? `${text})` : text;
}

type Read = Omit<AppMention, 'from' | 'to'>;

function read(run: readonly Word[], text: string, index: AppIndex, shouting: boolean): Read | undefined {
  const named = run.filter(isNameWord);
  const parts = named.flatMap(({ folded }) => folded.split(' '));
  const [only] = named.length === 1 ? named : [];
  if (!parts.some((part) => part !== '')) return undefined;
  const joined = index.isWhole(text);
  const edge = (word: Word | undefined) =>
    word !== undefined && isFunctionWord(word.folded) && index.wordCount(word.folded) === 0;
  if (!only && !joined && (edge(named[0]) || edge(named.at(-1)))) return undefined;

  const ranked = index.rank(text);
  const level = levelOf(ranked, text);
  const tier = level[0]?.tier;
  if (tier === undefined) return undefined;
  const share = Math.max(...level.map(({ item }) => shareOf(text, item)));
  const band = Math.max(...named.map((word) => word.band));
  const capital = named.some((word) => word.capital) && !shouting;
  const acronym = only !== undefined && /^\p{Lu}{2,}$/u.test(text) && !shouting;
  const rare = named.some((word) => word.band >= 3 && index.wordCount(word.folded) > 0);
  const functional = parts.every((part) => isFunctionWord(part));

  const counts = ((): boolean => {
    switch (tier) {
      case 'identifier':
        return true;
      case 'exact':
        return !functional || named.length > 1 || capital;
      case 'alias':
        if (functional && !acronym) return named.length > 1;
        return !only || band >= 1 || acronym || only.text.length > 3;
      case 'words':
        if (level.length > mostMeant && !capital) return false;
        if (only) return acronym || rare;
        return rare || (share > 0.55 && level.length === 1);
      case 'prefix':
        return text.length >= 5 && band >= 5 && level.length <= mostMeant && share > 0.4;
      case 'fuzzy':
        return (
          text.length >= 5 &&
          named.some((word) => word.band >= 4 && index.wordCount(word.folded) === 0) &&
          parts.every((part) => !isFunctionWord(part) || index.wordCount(part) > 0)
        );
    }
  })();
  if (!counts) return undefined;
  const everyday = only !== undefined && parts.length === 1 && !acronym && !only.capital && band <= 3;
  const listed = named.some((word) => word.given || word.surname);
  const weak =
    tier === 'prefix' ||
    (tier === 'fuzzy' && (listed || text.length < 5)) ||
    (tier === 'words' && only !== undefined && !capital) ||
    everyday ||
    (functional && !acronym);
  return { text, tier, apps: level.map(({ item }) => item), weak, weight: qualities[tier] + 2 * compact(text).length };
}

/** Those that fit equally well; of apps of the gallery's name the ones that bear it themselves. */
function levelOf(ranked: readonly Ranked<NamedApp>[], text: string): readonly Ranked<NamedApp>[] {
  const [best, next] = ranked;
  if (!best) return [];
  if (best.tier === 'fuzzy') {
    const rival = next && next.tier === 'fuzzy' ? next.score : 0;
    if (best.score <= suggestionScore) return [];
    return best.score - rival >= clearMargin
      ? [best]
      : ranked.filter(({ score }) => best.score - score < clearMargin).slice(0, mostMeant);
  }
  const level = ranked.filter(({ tier }) => tier === best.tier);
  const own = level.filter(({ item }) => compact(item.name) === compact(text));
  return own.length > 0 ? own : level;
}

function shareOf(text: string, { name, galleryName = name }: NamedApp): number {
  const length = compact(text).length;
  return Math.max(
    ...[name, galleryName].map((one) => length / Math.max(1, compact(one.replace(/\(.*?\)/g, '')).length)),
  );
}

/** An app that the gallery has and the tenant lacks: only by its whole name. */
function readGallery(run: readonly Word[], text: string): Read | undefined {
  if (!galleryIndex.isWhole(text)) return undefined;
  const [first] = run;
  const everyday = run.length === 1 && first !== undefined && (first.band <= 4 || isFunctionWord(first.folded));
  if (everyday && !first.capital) return undefined;
  return { text, tier: 'exact', apps: [], weak: everyday, weight: 12 + compact(text).length };
}

function bestOf(found: readonly AppMention[]): readonly AppMention[] {
  const best: AppMention[] = [];
  for (const one of found.toSorted((a, b) => b.weight - a.weight))
    if (!best.some(({ from, to }) => one.from < to && from < one.to)) best.push(one);
  return best.sort((a, b) => a.from - b.from);
}
