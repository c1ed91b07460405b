import type { Utterance, Word } from '../text/utterance.ts';
import type { AppMention } from './app-mentions.ts';
import type { Candidate, NameLikelihoods } from './candidates.ts';
import { isCode } from './codes.ts';
import { isForeignFunctionWord, isFunctionWord } from './function-words.ts';
import type { Tier } from './match.ts';
import { isAbbreviation, isListedName, isParticle, isTitle } from './name-words.ts';

/** Whom the directory knows under the words of a candidate. */
export interface Verified {
  readonly candidate: Candidate;
  readonly tier: Tier;
  readonly ids: readonly string[];
  readonly isGroup: boolean;
  /** Of several who bear the name, the one of whom the text tells more. */
  readonly told?: string;
}

/** Words that name somebody, known or not. */
export interface NamedPerson {
  readonly from: number;
  readonly to: number;
  /** The words that the directory is asked for. */
  readonly text: string;
  /** Nobody bears the name, or only a part of it. */
  readonly known: boolean;
}

export interface People {
  /** Whom the text is about: one, or several who stand side by side; none. */
  readonly about: readonly NamedPerson[];
  /** Every other name that was found: it says nothing about what is asked. */
  readonly others: readonly NamedPerson[];
}

export interface Surroundings {
  readonly utterance: Utterance;
  readonly mentions: readonly AppMention[];
  readonly likelihoods: NameLikelihoods;
}

const tierScores: Readonly<Record<Tier, number>> = {
  identifier: 60,
  exact: 42,
  alias: 30,
  words: 26,
  prefix: 10,
  fuzzy: 10,
};
const roleScores = {
  subject: 30,
  neutral: 0,
  app: -5,
  header: -20,
  greeting: -40,
  signature: -45,
  sender: -50,
} as const;
const perWord = 4;
const forLikelihood = 14;
const forSeveralBearers = -3;
/** Whoever scores so much less than the first is not meant beside that one. */
const besideMargin = 16;
/** A text of so few words holds little besides names. */
const terse = 4;
/** From here on words name somebody more likely than not. */
const likely = 0.5;
const joint =
  /^\s*(?:\([^()\n]{1,40}\)\s*)?(?:,?\s*(?:and|or|nor|vs\.?|versus|&|\+|und|et|y|e|i|en|as well as|along with|plus)|[,;/])\s*$/i;
const mostPeople = 20;

/**
 * Whom a text is about. Somebody who is found by one name only, where another word beside it can be a name as well, is
 * nobody found: whoever bears the whole name may be meant, and the nearest are offered.
 */
export function peopleIn(
  verified: readonly Verified[],
  candidates: readonly Candidate[],
  around: Surroundings,
): People {
  const scored = verified
    .filter((one) => counts(one, around))
    .map((one) => ({ ...one, score: scoreOf(one), longer: longerName(one, verified, around) }))
    .sort((a, b) => b.score - a.score);
  const whole = scored.filter(({ longer }) => longer === undefined);
  const parts = scored.filter(({ longer }) => longer !== undefined);
  const [first] = whole;
  const sender = (role: Candidate['role']) => role === 'sender' || role === 'signature' || role === 'greeting';
  const [part] = parts;
  const passing =
    first !== undefined &&
    part !== undefined &&
    part.candidate.likelihood >= likely &&
    first.candidate.likelihood < likely &&
    first.tier !== 'identifier' &&
    !overlap(first.candidate, part.candidate);
  const stranger = first && strangerBefore(first, candidates, verified, around);
  if (stranger) return { about: [stranger], others: whole.map(personOf) };
  // "not Declan Tully but Conor Tully": another of that name is meant, whom nobody bears.
  const rival = first && rivalOf(first.candidate, verified, around);
  if (rival) return { about: [rival], others: [] };
  if (!first || passing || sender(first.candidate.role)) {
    const unknown = unknownName(parts, candidates, around);
    // Who signs a ticket that names nobody else asks about somebody else, or about themselves.
    if (unknown) return { about: [unknown], others: [] };
    return { about: [], others: whole.map(personOf) };
  }
  const about = [first, ...besides(first, whole, around)].sort((a, b) => a.candidate.from - b.candidate.from);
  const others = whole.filter(
    (one) => !about.includes(one) && !about.some((taken) => overlap(taken.candidate, one.candidate)),
  );
  return { about: about.slice(0, mostPeople).map(personOf), others: others.map(personOf) };
}

/** So likely is a whole name that the text is about its bearer, … */
const surelyNamed = 0.85;
/** … and so much less likely that it is about somebody else whom it names. */
const farBehind = 0.25;

/** A whole name that nobody bears, where whoever was found is named in passing: "Ana Ruiz isn't in Miro; she's with Design". */
function strangerBefore(
  { candidate: first, tier, isGroup }: Verified,
  candidates: readonly Candidate[],
  verified: readonly Verified[],
  around: Surroundings,
): NamedPerson | undefined {
  if (tier === 'identifier') return undefined;
  const stranger = candidates.find(
    (one) =>
      one.kind === 'run' &&
      one.role === first.role &&
      one.to - one.from > 1 &&
      one.likelihood >= surelyNamed &&
      first.likelihood < (isGroup || first.to - first.from === 1 ? one.likelihood - farBehind : likely) &&
      isNameLike(around.utterance.words.slice(one.from, one.to), around) &&
      !verified.some(({ candidate }) => overlap(candidate, one)),
  );
  return stranger && { from: stranger.from, to: stranger.to, text: stranger.text, known: false };
}

/** Somebody else of the same given name or surname, whom nobody bears. */
function rivalOf(
  { from, to }: Candidate,
  verified: readonly Verified[],
  around: Surroundings,
): NamedPerson | undefined {
  const { words } = around.utterance;
  const shared = new Set(words.slice(from, to).map(({ folded }) => folded));
  // What stands before a given name is hardly a surname, nor what stands behind a surname a given name.
  const [given, surname] = to - from > 1 ? [words[from]?.folded, words[to - 1]?.folded] : [];
  const isTaken = (at: number) =>
    verified.some(({ candidate, tier }) => tier !== 'words' && candidate.from <= at && at < candidate.to);
  const isHalf = (at: number) => canBeName(at, around) && (around.likelihoods[at] ?? 0) >= 0.3 && !isTaken(at);
  const found = words.findIndex(
    ({ kind, folded }, at) =>
      kind === 'word' &&
      (at < from || at >= to) &&
      shared.has(folded) &&
      !isParticle(folded) &&
      !isTaken(at) &&
      ((folded !== given && isHalf(at - 1)) || (folded !== surname && isHalf(at + 1))),
  );
  return found < 0 ? undefined : widened({ from: found, to: found + 1 }, around);
}

function personOf({ candidate: { from, to, text }, told }: Verified): NamedPerson {
  return { from, to, text: told ?? text, known: true };
}

function overlap(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one.from < other.to && other.from < one.to;
}

function scoreOf({ candidate, tier, ids }: Verified): number {
  const words = Math.min(4, candidate.to - candidate.from);
  return (
    tierScores[tier] +
    perWord * words +
    roleScores[candidate.role] +
    forLikelihood * candidate.likelihood +
    (ids.length > 1 ? forSeveralBearers : 0)
  );
}

/** Whether a name that is found is used as one: "box" or "may" in passing is not. */
function counts({ candidate, tier, isGroup }: Verified, { utterance: { words, shouting } }: Surroundings): boolean {
  const { kind, likelihood, from, to } = candidate;
  if (tier === 'identifier') return kind === 'identifier' || likelihood >= 0.1;
  if (kind === 'identifier' || kind === 'comma') return true;
  const named = words.slice(from, to).filter((word) => word.kind === 'word' || word.kind === 'quoted');
  if (named.every(({ folded }) => isFunctionWord(folded) || isTitle(folded) || isParticle(folded))) return false;
  const count = named.reduce((sum, { folded }) => sum + folded.split(' ').length, 0);
  if (isGroup) return (count > 1 && (tier === 'exact' || likelihood >= 0.2)) || (tier === 'exact' && likelihood >= 0.5);
  const [only] = named.length === 1 ? named : [];
  if (!only) return true;
  if (likelihood >= (isEveryday(only, { utterance: { shouting } }) ? 0.45 : 0.25)) return true;
  if (isEveryday(only, { utterance: { shouting } })) return false;
  // A word that hardly anybody uses, and that somebody is called, is that name.
  if (only.band >= 5 && !only.isSlip && (likelihood >= 0.02 || words.length <= terse)) return true;
  return likelihood >= 0.1 && isListedName(only);
}

/** Two whom the whole text is about, wherever they stand. */
const surelyMeant = 0.6;

/** Two who stand side by side, parted by "and" or a comma only, or a line each, are asked about together. */
function besides(first: Scored, whole: readonly Scored[], { utterance }: Surroundings): readonly Scored[] {
  const together: Scored[] = [];
  const same = (one: Scored, other: Scored) => one.ids.some((id) => other.ids.includes(id));
  const rest = whole.filter(
    (one) =>
      one.score > first.score - besideMargin - (one.tier === 'identifier' || first.tier === 'identifier' ? 34 : 0) &&
      one.candidate.role === first.candidate.role,
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of rest) {
      const all = [first, ...together];
      if (all.some((other) => other === one || same(other, one) || overlap(other.candidate, one.candidate))) continue;
      const sure = [one, first].every(
        ({ tier, candidate }) => (tier === 'exact' || tier === 'identifier') && candidate.likelihood >= surelyMeant,
      );
      if (
        !(sure && isSameSentence(one.candidate, first.candidate, utterance)) &&
        !all.some((other) => isBeside(one.candidate, other.candidate, utterance))
      )
        continue;
      together.push(one);
      grown = true;
    }
  }
  return together;
}

interface Place {
  readonly from: number;
  readonly to: number;
  /** The name, where its halves stand apart. */
  readonly apart?: string;
}

/** `longer`: where another name is begun of which this is a part only. */
type Scored = Verified & { readonly score: number; readonly longer?: Place };

function isSameSentence(one: Candidate, other: Candidate, { source, words }: Utterance): boolean {
  const [left, right] = one.from < other.from ? [one, other] : [other, one];
  return !/[.!?]\s|\n/.test(source.slice(words[left.to - 1]?.end, words[right.from]?.start));
}

function isBeside(one: Candidate, other: Candidate, { source, words }: Utterance): boolean {
  const [left, right] = one.from < other.from ? [one, other] : [other, one];
  const between = source.slice(words[left.to - 1]?.end, words[right.from]?.start);
  if (joint.test(between)) return true;
  // A list, a line each.
  return /^[\s,;•*-]*\n[\s,;•*-]*$/.test(between);
}

/**
 * Where another word that can be a name stands beside the one that was found, on either side or across a comma: there is
 * a longer name, of which this is a part. A single name yields to any such word; a whole one only to what a list of
 * names has. Undefined where the name stands by itself.
 */
function longerName(
  { candidate, tier }: Verified,
  verified: readonly Verified[],
  around: Surroundings,
): Place | undefined {
  if (tier === 'identifier' || candidate.kind === 'identifier') return undefined;
  const { words } = around.utterance;
  const named = words
    .slice(candidate.from, candidate.to)
    .filter(({ kind, folded }) => kind === 'word' && !isParticle(folded));
  const [only] = named.length === 1 ? named : [];
  // A part of somebody's name, or all of it: "Lo Presti" is as much a part as "Presti".
  const isPart = only !== undefined || tier !== 'exact';
  // Whoever writes one part of a name with a capital letter writes every part so.
  const capital = named.some((word) => word.capital);
  const isAlike = (at: number) => {
    const word = words[at];
    return only !== undefined || !capital || (word !== undefined && (word.capital || isListedName(word)));
  };
  const beside = (at: number) => isAlike(at) && (isPart ? canBeName(at, around) : isSurelyName(at, around));
  if (beside(lastBefore(candidate.from, around)) || beside(firstAfter(candidate.to, around))) return candidate;
  // "Aune, Sandy": a comma parts a surname from a given name more often than two people.
  const line = words[candidate.from]?.line;
  const acrossComma = (comma: number, at: number, further: number) =>
    words[comma]?.text === ',' && words[at]?.line === line && canBeName(at, around) && !isListed(further, around);
  const isCommaName =
    acrossComma(candidate.to, candidate.to + 1, candidate.to + 2) ||
    acrossComma(candidate.from - 1, candidate.from - 2, candidate.from - 3);
  // "D. Petrović, Assembly" has a given name already.
  const hasInitial = named.some(({ text }) => initials.test(text.replace(/\.$/, '')));
  if (isPart && only === undefined && !hasInitial && isCommaName) return candidate;
  if (only === undefined) return undefined;
  const previous = words[candidate.from - 1];
  if (isEveryday(only, around) && previous?.line === only.line && isForeignFunctionWord(previous.folded))
    return { from: candidate.from - 1, to: candidate.to };
  const elsewhere = words.findIndex(
    (word, at) =>
      Math.abs(at - candidate.from) <= nearby &&
      at !== candidate.from &&
      isOtherHalf(word, at, candidate, around) &&
      !verified.some((other) => other.candidate.from <= at && at < other.candidate.to),
  );
  if (elsewhere >= 0) {
    const place = { from: Math.min(elsewhere, candidate.from), to: Math.max(elsewhere + 1, candidate.to) };
    return place.to - place.from <= 2
      ? place
      : { from: candidate.from, to: candidate.to, apart: `${words[elsewhere]?.text} ${only.text}` };
  }
  return isCommaName ? candidate : undefined;
}

/** "F. Bakker (Finance)": what stands in brackets is no part of the name. */
function isBracketed(at: number, { from, to }: Place, { utterance: { words, source } }: Surroundings): boolean {
  // "Ms Frost (Geraldine)"
  if (words[at]?.given === true) return false;
  const [left, right] = at < from ? [at, from] : [to - 1, at];
  return /[()[\]]/.test(source.slice(words[left]?.end, words[right]?.start));
}

/** Words so far from a single name can still be its other half: "Mr Knight, first name Alasdair". */
const nearby = 6;

function isOtherHalf(word: Word, at: number, { from }: Candidate, around: Surroundings): boolean {
  const { words, shouting, source } = around.utterance;
  const behindColon = words[at - 1]?.text === ':';
  if (word.line !== words[from]?.line || !word.capital || shouting || isTitle(word.folded)) return false;
  if (word.begins && !behindColon) return false;
  if (around.mentions.some((mention) => mention.from <= at && at < mention.to)) return false;
  const [left, right] = at < from ? [at, from] : [from, at];
  if (/[.!?\n]\s/.test(source.slice(words[left]?.end, words[right]?.start))) return false;
  if (word.kind === 'quoted') return !word.folded.includes(' ') && Math.abs(at - from) === 1;
  // "Ms Frost (Geraldine)"
  if (word.given && words[at - 1]?.text === '(') return true;
  const likelihood = around.likelihoods[at] ?? 0;
  return (
    word.kind === 'word' && (likelihood >= likely || (likelihood >= 0.15 && (isListedName(word) || word.band >= 5)))
  );
}

/** The place behind a name, particles passed over: "bin" in "Faisal bin Sultan". */
function firstAfter(to: number, { utterance: { words } }: Surroundings): number {
  let at = to;
  const isInside = (place: number): boolean => {
    const [here, next] = [words[place], words[place + 1]];
    if (here?.kind !== 'word' || !isParticle(here.folded) || here.line !== words[to - 1]?.line) return false;
    return !isFunctionWord(here.folded) || (next !== undefined && (next.capital || isParticle(next.folded)));
  };
  while (isInside(at)) at += 1;
  return at;
}

const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u;

/** The place before a name, particles passed over: "van der" in "Pieter van der Heijden". */
function lastBefore(from: number, { utterance: { words } }: Surroundings): number {
  let at = from - 1;
  while (
    at > 0 &&
    words[at]?.kind === 'word' &&
    isParticle(words[at]?.folded ?? '') &&
    words[at]?.line === words[from]?.line
  )
    at -= 1;
  // "C.J. Banks": the full stop is the initials'.
  if (words[at]?.text === '.' && initials.test(words[at - 1]?.text ?? '')) at -= 1;
  return at;
}

/** Whether a row of names goes on there: "Aune, Adjei and Long". */
function isListed(at: number, around: Surroundings): boolean {
  const word = around.utterance.words[at];
  if (word === undefined) return false;
  if (/^(?:and|or|&|und|et|y|e|en|i)$/.test(word.text)) return true;
  return (
    word.text === ',' &&
    (canBeName(at + 1, around) || canBeName(at - 1, around)) &&
    (around.likelihoods[at + 1] ?? around.likelihoods[at - 1] ?? 0) >= 0.5
  );
}

/** A misspelt everyday word is no name where its surroundings make it as unlikely as this. */
const likelyTypo = 0.02;
/** Shorter ones are as often a name. */
const shortestTypo = 5;

function wordBeside(at: number, { utterance, mentions, likelihoods }: Surroundings): Word | undefined {
  const word = utterance.words[at];
  if (!word || word.isKey || word.kind !== 'word' || isCode(word.text) || !/^\P{N}*\p{L}\P{N}*$/u.test(word.text))
    return undefined;
  if (/n['’]t$/i.test(word.text)) return undefined;
  // What joins Japanese words is written in a script of its own.
  if (/^\p{Script=Hiragana}{1,2}$/u.test(word.text)) return undefined;
  if (mentions.some(({ from, to }) => from <= at && at < to)) return undefined;
  const isTypo =
    word.isSlip && word.text.length >= shortestTypo && !isListedName(word) && (likelihoods[at] ?? 0) < likelyTypo;
  if ((isTypo || isAbbreviation(word.text)) && !word.capital) return undefined;
  return isTitle(word.folded) ? undefined : word;
}

/** A word that may be somebody's name where it stands. */
function canBeName(at: number, around: Surroundings): boolean {
  const word = wordBeside(at, around);
  if (!word) return false;
  const { shouting } = around.utterance;
  const likely = around.likelihoods[at] ?? 0;
  if (/^(?:\p{Lu}\.)*\p{Lu}\.?$/u.test(word.text) && !shouting && !/^[IA]$/.test(word.text)) return true;
  if (isFunctionWord(word.folded))
    return likely >= 0.3 || (word.capital && !word.begins && !shouting && likely >= 0.1 && isListedName(word));
  if (likely >= 0.1) return true;
  if (word.capital && !shouting && !word.begins) return true;
  if (word.capital && !shouting && isListedName(word)) return true;
  if (isListedName(word) && (word.band >= 3 || likely >= 0.04)) return true;
  return word.band >= 5 || (word.band >= 4 && likely >= 0.03);
}

/** An everyday word in small letters names somebody only where nothing beside it could be the other half of a name. */
function isEveryday(
  word: Word,
  { utterance: { shouting } }: { readonly utterance: Pick<Utterance, 'shouting'> },
): boolean {
  return word.band <= 3 && (!word.capital || shouting);
}

function isSurelyName(at: number, around: Surroundings): boolean {
  const word = wordBeside(at, around);
  if (!word || isFunctionWord(word.folded) || isParticle(word.folded)) return false;
  const likely = around.likelihoods[at] ?? 0;
  const written = word.capital && !around.utterance.shouting;
  // "Copy Deniz Yılmaz": the capital letter is the sentence's.
  if (word.begins && !isListedName(word) && word.band <= 4) return false;
  return (isListedName(word) && (written || likely >= 0.4)) || (likely >= 0.6 && (written || word.band >= 5));
}

/** The name of somebody whom nobody bears: the whole of it, so that the nearest are looked for. */
function unknownName(
  partial: readonly Scored[],
  candidates: readonly Candidate[],
  around: Surroundings,
): NamedPerson | undefined {
  const shadow = partial.find(({ candidate: { role } }) => role !== 'signature' && role !== 'greeting');
  if (shadow) return widened(shadow.longer ?? shadow.candidate, around);
  const able = candidates.filter(
    ({ role }) => role !== 'sender' && role !== 'signature' && role !== 'greeting' && role !== 'header',
  );
  const identifier = able.find(({ kind, likelihood }) => kind === 'identifier' && likelihood >= 0.15);
  const probable = able.find(
    ({ kind, likelihood, from, to }) =>
      (kind === 'run' || kind === 'comma') &&
      likelihood >= leastUnknown(around.utterance.words.slice(from, to)) &&
      isNameLike(around.utterance.words.slice(from, to), around),
  );
  // "alcie salesforce": what a few words leave beside an app is somebody's name.
  const left =
    around.utterance.words.length <= terse && around.mentions.length > 0
      ? able.find(
          ({ kind, from, to }) =>
            (kind === 'rest' || kind === 'run') &&
            around.utterance.words
              .slice(from, to)
              .every((word) => word.kind === 'word' && word.band >= 5 && !word.isSlip && !isAbbreviation(word.text)),
        )
      : undefined;
  const best = identifier ?? probable ?? left;
  return best && { from: best.from, to: best.to, text: best.text, known: false };
}

/** How likely words must be a name that nobody bears: surer where no list has any of them, or there is but one. */
function leastUnknown(named: readonly Word[]): number {
  const telling = named.filter(({ kind }) => kind === 'word' || kind === 'quoted');
  const written = telling.some(({ capital }) => capital);
  if (telling.length > 1) return written || telling.some(isListedName) ? 0.45 : 0.6;
  if (telling.some(isListedName)) return 0.45;
  return telling.some(({ begins, capital }) => begins || !capital) ? 0.75 : 0.6;
}

/** Whether words that nobody bears look like a name: everyday words by themselves do not. */
function isNameLike(named: readonly Word[], { utterance: { shouting } }: Surroundings): boolean {
  const telling = named.filter(
    (word) => word.kind !== 'separator' && !isTitle(word.folded) && !isParticle(word.folded),
  );
  if (telling.every(({ folded }) => isFunctionWord(folded))) return false;
  const like = (word: Word) =>
    isListedName(word) ||
    (!word.isSlip && ((word.capital && !shouting && !word.begins) || word.band >= 5 || word.kind !== 'word'));
  return telling.length > 1 ? telling.some(like) : telling.every(like);
}

/** A name with the words beside it that can be a part of it: never the single name alone, for that is somebody's. */
function widened({ from, to, apart }: Place, around: Surroundings): NamedPerson {
  const { words, source } = around.utterance;
  if (apart !== undefined) return { from, to, text: apart, known: false };
  const place = widenedBy({ from, to }, (at) => canBeName(at, around), around);
  const text = source
    .slice(words[place.from]?.start, words[place.to - 1]?.end)
    .replace(/["“”„«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { ...place, text, known: false };
}

const longestWhole = 5;

function widenedBy({ from, to }: Place, isPart: (at: number) => boolean, around: Surroundings): Place {
  const { words } = around.utterance;
  const line = words[from]?.line;
  let [begin, end] = [from, to];
  const joins = (at: number) => !isBracketed(at, { from: begin, to: end }, around);
  if (words[to]?.text === ',' && isPart(to + 1)) end = to + 2;
  else if (words[from - 1]?.text === ',' && isPart(from - 2)) begin = from - 2;
  const before = lastBefore(begin, around);
  if (before < begin - 1 && wordBeside(before, around) && words[before]?.line === line) begin = before;
  while (
    begin > 0 &&
    words[begin - 1]?.line === line &&
    isPart(begin - 1) &&
    joins(begin - 1) &&
    end - begin < longestWhole
  )
    begin -= 1;
  const after = firstAfter(end, around);
  if (after > end && isPart(after) && joins(after) && words[after]?.line === line) end = after + 1;
  while (words[end]?.line === line && isPart(end) && joins(end) && end - begin < longestWhole) end += 1;
  return { from: begin, to: end };
}
