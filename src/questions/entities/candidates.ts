import type { LineRole } from '../text/lines.ts';
import type { Utterance, Word } from '../text/utterance.ts';
import type { AppMention } from './app-mentions.ts';
import { isCode, looksLikeCode } from './codes.ts';
import { isFunctionWord } from './function-words.ts';
import { isAbbreviation, isListedName, isNumber, isParticle } from './name-words.ts';

/** Words that may name a person or group; whether somebody bears that name, the directory tells. */
export interface Candidate {
  /** Places of the first word and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** As the directory is asked: the asker's words without quotation marks. */
  readonly text: string;
  /**
   * `identifier`: an address, an id, a nickname with a dot, a number. `comma`: "Surname, First".
   * `run`: words side by side. `part`: some words of a longer run. `rest`: all that a few words leave.
   */
  readonly kind: 'identifier' | 'comma' | 'run' | 'part' | 'rest';
  readonly role: LineRole;
  /** How likely the words name whom the text is about, from 0 to 1, by the trained look at their surroundings. */
  readonly likelihood: number;
  /** By what order the directory is asked. */
  readonly priority: number;
}

/** For each word, how likely it is a part of the name asked about. */
export type NameLikelihoods = readonly number[];

/** Below this a word is no part of a name, unless it looks like one. */
const leastLikely = 0.1;
/** A word that looks like a slip of the finger is a name only where all around says so. */
const likelySlip = 0.5;
/** A number is a person's more often than its surroundings tell. */
const leastNumber = 0.02;
const longestRun = 6;
const longestName = 4;
/** A text of so few words says nothing besides names. */
const terse = 9;

/** Everything that may be the name of a person or group, likeliest first. Generous: the directory decides. */
export function candidatesIn(
  utterance: Utterance,
  mentions: readonly AppMention[],
  likelihoods: NameLikelihoods,
): readonly Candidate[] {
  const { words } = utterance;
  const taken = new Set<number>();
  for (const { from, to, weak } of mentions) if (!weak) for (let at = from; at < to; at += 1) taken.add(at);
  const free = (at: number) =>
    words[at] !== undefined &&
    !taken.has(at) &&
    !words[at]?.isKey &&
    !isInDate(words[at - 1], words[at], words[at + 1]);
  const found: Candidate[] = [];
  const add = (
    from: number,
    to: number,
    kind: Candidate['kind'],
    bonus: number,
    text = textOf(utterance, from, to),
  ) => {
    const first = words[from];
    if (!first || text === '' || text.length > 120) return;
    const role = roleOf(from, utterance);
    const likelihood = meanOf(likelihoods, words, from, to);
    found.push({ from, to, text, kind, role, likelihood, priority: 10 * likelihood + bonus + roleBonus[role] });
  };

  for (const [at, word] of words.entries()) {
    if (!free(at)) continue;
    const likely = likelihoods[at] ?? 0;
    if (word.kind === 'email' || word.kind === 'guid') add(at, at + 1, 'identifier', 12);
    else if (
      word.kind === 'quoted' &&
      (likely > leastLikely || word.folded.split(' ').length <= 3) &&
      !isCode(word.text) &&
      !looksLikeCode(word.text)
    )
      add(at, at + 1, 'run', likely > leastLikely ? 5 : 1);
    else if (
      word.kind === 'word' &&
      /^\p{L}+[._]\p{L}+\d*$/u.test(word.text) &&
      !/\.(?:com|org|net|io|local|example|exe|pdf)$/i.test(word.text)
    )
      add(at, at + 1, 'identifier', 9);
    else if (word.kind === 'word' && isNumber(word.text) && (likely > leastNumber || /^\p{L}/u.test(word.text)))
      add(at, at + 1, 'identifier', 4);
  }
  addRuns(utterance, likelihoods, free, add);
  addGroups(utterance, free, add);
  addCommas(utterance, likelihoods, free, add);
  addRest(utterance, mentions, free, add);
  return distinct(found);
}

/** The role of the line; "Requester: Ann Lee on behalf of Jo Day" is about Jo Day. */
function roleOf(at: number, { words, lines }: Utterance): LineRole {
  const role = lines[words[at]?.line ?? 0]?.role ?? 'neutral';
  const isFor =
    words[at - 1]?.folded === 'for' || (words[at - 1]?.folded === 'of' && words[at - 2]?.folded === 'behalf');
  return role === 'sender' && isFor ? 'subject' : role;
}

const months = new Set(['january', 'april', 'may', 'june', 'august']);

/** "1 May", "June 3". */
function isInDate(before: Word | undefined, word: Word | undefined, after: Word | undefined): boolean {
  const isDay = (one: Word | undefined) => one !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(one.text);
  return word !== undefined && months.has(word.folded) && (isDay(before) || isDay(after));
}

type Add = (from: number, to: number, kind: Candidate['kind'], bonus: number, text?: string) => void;

const roleBonus: Readonly<Record<LineRole, number>> = {
  neutral: 0,
  subject: 5,
  app: -2,
  sender: -8,
  signature: -7,
  header: -4,
  greeting: -5,
};

/** "I'll", "she's". */
const isContraction = /^(?:i|you|he|she|we|they|it|that|there|what|who|where)['’]|n['’]t$/i;

function addRuns(
  { words, source, shouting }: Utterance,
  likelihoods: NameLikelihoods,
  free: (at: number) => boolean,
  add: Add,
): void {
  const isPart = (at: number): boolean => {
    const word = words[at];
    if (!word || !free(at) || word.kind !== 'word' || isCode(word.text) || /\d/.test(word.text)) return false;
    if (isContraction.test(word.text)) return false;
    if (isAbbreviation(word.text)) return (likelihoods[at] ?? 0) >= likelySlip;
    if (word.isSlip) return (likelihoods[at] ?? 0) >= likelySlip;
    // "Copy Deniz Yılmaz": the capital letter is the sentence's.
    if (word.begins && word.capital && word.band <= 4 && !isListedName(word))
      return (likelihoods[at] ?? 0) >= likelySlip;
    if ((likelihoods[at] ?? 0) >= leastLikely) return true;
    // "tom frost": everyday words, and yet a given name before a surname.
    const [before, after] = [words[at - 1], words[at + 1]];
    const pairs = (one: Word | undefined, other: Word | undefined) =>
      one?.given === true &&
      other?.surname === true &&
      one.line === other.line &&
      !isFunctionWord(one.folded) &&
      !isFunctionWord(other.folded);
    if (pairs(word, after) || pairs(before, word)) return true;
    if (isFunctionWord(word.folded)) return false;
    return (
      word.capital &&
      !shouting &&
      (!word.begins || word.band >= 4 || isListedName(word)) &&
      (word.band >= 2 || isListedName(word))
    );
  };
  const joins = (at: number): boolean => {
    const word = words[at];
    if (!word || !free(at)) return false;
    return isParticle(word.folded) && (isPart(at + 1) || (isParticle(words[at + 1]?.folded ?? '') && isPart(at + 2)));
  };
  for (let from = 0; from < words.length; from += 1) {
    if (!isPart(from) && !joins(from)) continue;
    const goesOn = from > 0 && words[from - 1]?.line === words[from]?.line && (isPart(from - 1) || joins(from - 1));
    if (
      goesOn &&
      (shouting || isParticle(words[from - 1]?.folded ?? '') || words[from - 1]?.capital === words[from]?.capital)
    )
      continue;
    let to = from + 1;
    // Whoever writes a part of a name with a capital letter writes all of it so.
    const isWrittenAlike = (at: number) =>
      shouting ||
      isParticle(words[at]?.folded ?? '') ||
      isParticle(words[at - 1]?.folded ?? '') ||
      words[at]?.capital === words[at - 1]?.capital;
    const isNext = (at: number) =>
      isWrittenAlike(at) &&
      words[at]?.line === words[from]?.line &&
      !/[()[\]]/.test(source.slice(words[at - 1]?.end, words[at]?.start));
    while (to < words.length && to - from < longestRun && isNext(to) && (isPart(to) || joins(to))) to += 1;
    for (let begin = from; begin < to; begin += 1)
      for (let end = Math.min(to, begin + longestName); end > begin; end -= 1) {
        const whole = begin === from && end === to;
        const count = end - begin;
        const last = words[end - 1];
        if (!last || (count > 1 && isParticle(last.folded) && (likelihoods[end - 1] ?? 0) < 0.5)) continue;
        if (count === 1 && (likelihoods[begin] ?? 0) < leastLikely && !isListedName(last) && last.band < 5) continue;
        const lengthBonus = count === 2 ? 2 : count === 3 ? 1.5 : 0;
        add(begin, end, whole ? 'run' : 'part', lengthBonus + (whole ? 1 : 0));
        // "deirdre tobins account": an apostrophe that nobody typed.
        if (/\p{Ll}{3}s$/u.test(last.text) && words[end]?.kind !== 'possessive' && last.band >= 4)
          add(begin, end, 'part', lengthBonus - 1.5, source.slice(words[begin]?.start, last.end - 1));
      }
  }
}

/** What stands beside "group" or "team": names of groups are everyday words. */
function addGroups({ words }: Utterance, free: (at: number) => boolean, add: Add): void {
  for (const [at, { folded, line, kind }] of words.entries()) {
    if (kind !== 'word' || !/^(?:groups?|teams?)$/.test(folded)) continue;
    const isName = (place: number) =>
      free(place) &&
      words[place]?.line === line &&
      words[place]?.kind === 'word' &&
      !isFunctionWord(words[place]?.folded ?? '');
    let from = at;
    while (at - from < longestName && isName(from - 1)) from -= 1;
    let to = at + 1;
    while (to - at - 1 < longestName && isName(to)) to += 1;
    for (let begin = from; begin < at - 1; begin += 1) add(begin, at, begin === from ? 'run' : 'part', 1);
    if (from < at) add(from, at + 1, 'run', 0.5);
    for (let end = to; end > at + 1; end -= 1) add(at + 1, end, end === to ? 'run' : 'part', 1);
  }
}

/** "Wendt, Cosima", "van der Berg, Anna". */
function addCommas(
  { words, source }: Utterance,
  likelihoods: NameLikelihoods,
  free: (at: number) => boolean,
  add: Add,
): void {
  for (let at = 1; at + 1 < words.length; at += 1) {
    const [before, comma, after] = [words[at - 1], words[at], words[at + 1]];
    if (comma?.text !== ',' || !before || !after || before.line !== after.line) continue;
    if (!isNamed(before, likelihoods[at - 1]) || !isNamed(after, likelihoods[at + 1]) || !free(at - 1) || !free(at + 1))
      continue;
    // In a row of names the comma parts people: "Joy Waters, Fatima El Amrani".
    const isNamedToo = (place: number) =>
      words[place]?.line === comma.line &&
      words[place]?.kind === 'word' &&
      (likelihoods[place] ?? 0) >= 0.3 &&
      !isParticle(words[place]?.folded ?? '');
    if (isNamedToo(at - 2) || isNamedToo(at + 2)) continue;
    let from = at - 1;
    while (
      from > 0 &&
      free(from - 1) &&
      words[from - 1]?.line === before.line &&
      isParticle(words[from - 1]?.folded ?? '')
    )
      from -= 1;
    add(from, at + 2, 'comma', 3, `${source.slice(words[from]?.start, before.end)}, ${after.text}`);
  }
}

function isNamed(word: Word, likelihood = 0): boolean {
  if (word.kind !== 'word' || isFunctionWord(word.folded) || /\d/.test(word.text)) return false;
  return likelihood >= leastLikely || (word.capital && (isListedName(word) || word.band >= 4));
}

/** "miro – adjei": what stands beside an app in a text of a few words. */
function addRest(
  { words, source }: Utterance,
  mentions: readonly AppMention[],
  free: (at: number) => boolean,
  add: Add,
): void {
  if (mentions.length === 0 || words.filter(({ kind }) => kind === 'word').length > terse) return;
  for (let from = 0; from < words.length; from += 1) {
    if (!free(from) || words[from]?.kind !== 'word') continue;
    let to = from;
    while (
      free(to) &&
      words[to]?.kind === 'word' &&
      (to === from || !/[()[\]]/.test(source.slice(words[to - 1]?.end, words[to]?.start)))
    )
      to += 1;
    const bounded = (at: number) => words[at] === undefined || !free(at) || words[at]?.kind === 'separator';
    const run = words.slice(from, to);
    if (
      run.length <= longestName &&
      bounded(from - 1) &&
      bounded(to) &&
      run.some(({ folded }) => !isFunctionWord(folded)) &&
      run.every(({ text }) => !/\d/.test(text) || isNumber(text))
    ) {
      const named = run.filter(({ folded }) => !isFunctionWord(folded)).length;
      if (named >= run.length - 1 && words.length <= terse + 3) add(from, to, 'rest', 0.5);
    }
    from = to;
  }
}

function textOf({ source, words }: Utterance, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last) return '';
  if (to - from === 1) return first.text;
  return source
    .slice(first.start, last.end)
    .replace(/["“”„«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function meanOf(likelihoods: NameLikelihoods, words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (words[at]?.kind === 'separator') continue;
    sum += likelihoods[at] ?? 0;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Of those that read alike the likeliest. */
function distinct(found: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of found) {
    const key = one.text.toLowerCase();
    const known = best.get(key);
    if (known === undefined || known.priority < one.priority) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => b.priority - a.priority);
}
