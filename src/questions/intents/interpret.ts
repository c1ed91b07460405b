import type { AppMention } from '../entities/app-mentions.ts';
import type { NameLikelihoods } from '../entities/candidates.ts';
import { spellsCode } from '../entities/codes.ts';
import { isFunctionWord } from '../entities/function-words.ts';
import { type NamedPerson, type People, peopleIn, type Verified } from '../entities/people.ts';
import type { Classifier } from '../model/classifier.ts';
import { letterFeatures, textFeatures, wordFeature } from '../model/text-features.ts';
import type { Weights } from '../model/weights.ts';
import type { QuestionKind } from '../question.ts';
import type { Interpretation, Interpreted, Reading } from '../reading.ts';
import type { Utterance } from '../text/utterance.ts';
import { asksOfSelf, errorCodeIn } from './fields.ts';
import { type Intent, intents, needs } from './intents.ts';
import { askingPart, type MaskedSpan, maskedWords } from './masked-words.ts';
import { matterIn, questionOf, type Slots } from './question-of.ts';

export interface GuessedIntent {
  readonly intent: Intent;
  readonly p: number;
}

/** What the sentence that asks counts beside all of a long text. */
const forAsking = 0.4;

type Unsettled = Omit<Reading, 'settled'>;

/** From here on words are masked as a name before anybody has looked it up. */
const likelyName = 0.5;

/** What a text asks by its words alone, with the names as they look. */
export function guessIntent(reading: Unsettled, weights: Weights): readonly GuessedIntent[] {
  const { likelihoods, mentions, candidates, utterance } = reading;
  const spans: MaskedSpan[] = mentions.map(({ from, to }) => ({ from, to, mask: 'APP' }));
  for (const { from, to, kind } of candidates)
    if (kind === 'identifier' && !spans.some((span) => span.from < to && from < span.to))
      spans.push({ from, to, mask: 'PERSON' });
  for (let from = 0; from < likelihoods.length; from += 1) {
    let to = from;
    while ((likelihoods[to] ?? 0) >= likelyName && utterance.words[to]?.line === utterance.words[from]?.line) to += 1;
    if (to === from) continue;
    const [begin, end] = [from, to];
    if (!spans.some((span) => span.from < end && begin < span.to)) spans.push({ from, to, mask: 'PERSON' });
    from = to;
  }
  return intentsOf(reading, spans, weights);
}

function intentsOf(
  { utterance }: Unsettled,
  spans: readonly MaskedSpan[],
  { classifiers }: Weights,
): readonly GuessedIntent[] {
  const asks = utterance.source.includes('?');
  const whole = classifiers.intent.rank(textFeatures(maskedWords(utterance, spans), asks));
  const asking = askingPart(utterance);
  const part = asking && classifiers.intent.probabilities(textFeatures(maskedWords(utterance, spans, asking), asks));
  const place = (name: string) => classifiers.intent.classes.indexOf(name);
  const both = part
    ? whole
        .map(({ name, p }) => ({ name, p: (1 - forAsking) * p + forAsking * (part[place(name)] ?? 0) }))
        .sort((a, b) => b.p - a.p)
    : whole;
  return both.flatMap(({ name, p }) => {
    const intent = intents.find((one) => one === name);
    return intent ? [{ intent, p }] : [];
  });
}

/** Small talk, orders and other matters: the directory has no say in them. */
export function isApart(intent: Intent | QuestionKind): boolean {
  return intent === 'about' || intent === 'notMine';
}

/** A message of so many characters can name an app in passing. */
const longMessage = 120;

/** Whether a text is pasted evidence, which asks for its meaning: beside a person and an app it only tells about them. */
export function isEvidence({ meant, mentions, candidates, utterance: { source } }: Unsettled): boolean {
  if (meant?.manner !== 'paste') return false;
  if (meant.sureness > 0.9) return true;
  const isLong = source.length > longMessage;
  const isNobodys = isLong && candidates.every(({ likelihood }) => likelihood < likelyName);
  return !source.includes('?') && (mentions.length === 0 || isNobodys);
}

/** What is asked of nobody and no app in particular. */
export function isNameless(intent: Intent): boolean {
  return isApart(intent) || intent === 'topic' || intent === 'meaning' || intent === 'help' || intent === 'overview';
}

/** An order beside a person and an app is one only where it is plain. */
const plainly = 0.8;
/** Readings that are less likely than this are not worth offering. */
const leastShown = 0.04;
const mostShown = 4;

/** What a text means, with what the directory knows of the names in it. */
export function interpret(reading: Reading, verified: readonly Verified[], weights: Weights): Interpreted {
  if (reading.meant && isEvidence(reading))
    return { interpretations: [{ question: reading.meant.question, confidence: 1 }], names: {}, spans: [] };
  const { utterance, mentions, likelihoods, candidates } = reading;
  const found =
    reading.settled && verified.length === 0
      ? guessed(reading)
      : peopleIn(verified, candidates, { utterance, mentions, likelihoods });
  const people = reading.settled ? found : withSender(found, reading, weights);
  const app = appOf(reading, people);
  const spans: MaskedSpan[] = [];
  const add = ({ from, to }: { from: number; to: number }, mask: MaskedSpan['mask']) => {
    if (!spans.some((span) => from < span.to && span.from < to)) spans.push({ from, to, mask });
  };
  for (const one of [...people.about, ...people.others]) add(one, 'PERSON');
  for (const mention of mentions) add(mention, 'APP');
  if (app && app.from !== undefined && app.to !== undefined) add({ from: app.from, to: app.to }, 'APP');

  const all = intentsOf(reading, spans, weights);
  const slots: Slots = { people: people.about, app: app?.text, self: isSelf(all, people, reading) };
  const matter = mentions.length > 0 ? matterIn(reading, weights) : undefined;
  const nameAlone = maskedWords(utterance, spans).every((word) => word === 'PERSON' || word === '|');
  const unasked = reading.settled && candidates.length > 0;
  const able = all.map((one) => ({
    ...one,
    p: unasked && !isNameless(one.intent) ? 0 : one.p * fits(one, slots, reading, matter, nameAlone),
  }));
  const sum = able.reduce((total, { p }) => total + p, 0);
  const ranked = able.map(({ intent, p }) => ({ intent, p: sum > 0 ? p / sum : 0 })).sort((a, b) => b.p - a.p);
  const interpretations = ranked
    .filter(({ p }) => p >= leastShown)
    .slice(0, mostShown)
    .flatMap(({ intent, p }): readonly Interpretation[] =>
      questionOf(intent, slots, reading, weights).map(({ question, share }) => ({ question, confidence: p * share })),
    );
  const familiar = familiarity(utterance, spans, weights);
  // What neither names anybody nor speaks in words that are known is no question to Skipper, however it looks.
  const named =
    slots.people.length > 0 ||
    app !== undefined ||
    reading.meant !== undefined ||
    utterance.words.some(({ folded }) => spellsCode(folded));
  const trust = named ? 1 : Math.min(1, familiar / enoughFamiliar);
  const trusted = merged(interpretations)
    .map((one) => ({ ...one, confidence: one.confidence * trust }))
    .sort((a, b) => b.confidence - a.confidence);
  const [first] = people.about;
  return {
    interpretations: trusted,
    names: { ...(first && { user: first.text }), ...(app && { app: app.text }) },
    spans,
  };
}

/** Less of a text is known than this: then it is trusted less. */
const enoughFamiliar = 0.6;

/** The share of the words that say something, from 0 to 1, which are everyday words or which training has seen. */
function familiarity(utterance: Utterance, spans: readonly MaskedSpan[], { words, classifiers }: Weights): number {
  const masked = maskedWords(utterance, spans);
  const telling = masked.filter((word) => /^[\p{Ll}\p{Lo}]/u.test(word) && !isFunctionWord(word));
  if (telling.length === 0) return masked.some((word) => /\p{L}/u.test(word)) ? 1 : 0;
  const isKnown = (word: string) => words.of(word).band <= everyday || isFamiliar(word, classifiers.intent);
  return telling.filter(isKnown).length / telling.length;
}

/** The few thousand words that everybody uses. */
const everyday = 2;

/** Whether training has seen the word, or one of the same stem: most of its letters, in fours. */
function isFamiliar(word: string, intent: Classifier): boolean {
  if (intent.knows(wordFeature(word))) return true;
  const parts = letterFeatures(word, 4);
  return parts.length > 1 && parts.filter((part) => intent.knows(part)).length >= 0.7 * parts.length;
}

/** Whoever reports that there is no account, and names nobody else, has none. */
function withSender(people: People, reading: Reading, weights: Weights): People {
  const [sender, ...more] = people.others.filter(
    ({ from }) => reading.utterance.lines[reading.utterance.words[from]?.line ?? 0]?.role === 'sender',
  );
  if (people.about.length > 0 || !sender || more.length > 0 || reading.mentions.length === 0) return people;
  if (
    /\b(?:users?|people|everyone|several|nobody|team|colleagues?|he|she|they|his|her|their|someone|somebody)\b/i.test(
      reading.utterance.source,
    )
  )
    return people;
  const spans = reading.mentions.map(({ from, to }) => ({ from, to, mask: 'APP' as const }));
  const [best] = intentsOf(reading, spans, weights);
  return best?.intent === 'explain' && best.p >= likelyName ? { about: [sender], others: [] } : people;
}

/** The likelier of those that ask the same. */
function merged(all: readonly Interpretation[]): readonly Interpretation[] {
  const byQuestion = new Map<string, Interpretation>();
  for (const one of all) {
    const key = JSON.stringify(one.question);
    const known = byQuestion.get(key);
    byQuestion.set(key, known ? { ...known, confidence: known.confidence + one.confidence } : one);
  }
  return [...byQuestion.values()].sort((a, b) => b.confidence - a.confidence);
}

/** Names as they look, where nobody is asked whether somebody bears them. */
function guessed({ candidates }: Reading): People {
  const [best] = candidates.filter(
    ({ likelihood, role, kind }) =>
      likelihood >= likelyName && kind !== 'part' && role !== 'sender' && role !== 'signature',
  );
  return { about: best ? [{ from: best.from, to: best.to, text: best.text, known: false }] : [], others: [] };
}

function isSelf(all: readonly GuessedIntent[], people: People, { utterance }: Reading): boolean {
  if (people.about.length > 0) return false;
  const personal = all.reduce(
    (sum, { intent, p }) => sum + (intent === 'explain' || intent === 'userOverview' ? p : 0),
    0,
  );
  return personal >= 0.4 && asksOfSelf(utterance.source);
}

/** Somebody who is found counts from here on as whom the text is about, … */
const surelyFound = 0.45;
/** … and a name that nobody bears. */
const surelyUnknown = 0.8;

function isByName(known: boolean, likelihoods: NameLikelihoods): boolean {
  const mean = likelihoods.reduce((sum, one) => sum + one, 0) / Math.max(1, likelihoods.length);
  return likelihoods.length > 1 || !known ? mean >= (known ? 0.3 : surelyUnknown) : mean >= surelyFound;
}

/** By how much an intent counts with these names; 0: it cannot be meant. */
function fits(
  { intent, p }: GuessedIntent,
  { people, app, self }: Slots,
  { meant, likelihoods, utterance }: Reading,
  matter: string | undefined,
  nameAlone: boolean,
): number {
  const person = people.length > 0;
  const known = people.some((one) => one.known);
  const byName = people.some(({ from, to, known: found }) => isByName(found, likelihoods.slice(from, to)));
  const both = person && app !== undefined;
  switch (intent) {
    case 'explain':
      if (both) return byName ? 8 : known ? 2 : 1.2;
      if (person) return 1;
      return self ? 1 : 0.12;
    case 'userOverview':
      if (both) return 0.02;
      // Nothing but a name.
      if (known && nameAlone) return 30;
      return person ? 2 : self ? 1 : 0.03;
    case 'notMine':
    case 'about':
      if (both && p < plainly) return 0.1;
      // Another matter altogether seldom names an app of the tenant.
      return app !== undefined && intent === 'notMine' && matter === 'other' ? 0.3 : 1;
    case 'watch':
    case 'unwatch':
    case 'watching':
      return known ? 0.3 : 1;
    case 'topic':
      return known && both ? 0.15 : known || app !== undefined ? 0.4 : 1;
    case 'meaning':
      if (both) return 0.1;
      return meant && meant.manner !== 'asked' && !person ? (app === undefined ? 12 : 4) : known ? 0.3 : 1;
    case 'tutorial':
      return app === undefined ? 0.02 : 0.7;
    default: {
      const wanted = needs[intent];
      // "who got 409 in Zoom this week?"
      if (intent === 'appChanges' && errorCodeIn(utterance.source) !== undefined) return 0.1;
      if (known && wanted.person === 'no') return byName ? 0.05 : 0.4;
      if (person && wanted.person === 'no') return byName ? 0.2 : 0.5;
      if (app !== undefined && wanted.app === 'no') return 0.15;
      return 1;
    }
  }
}

interface MeantApp {
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
}

const joint = /^\s*(?:and|or|&|\+|,|\/|und|et|y|e|en|i)\s*$/i;

/** The app that a text is about: one of the tenant, one of the gallery, or words that look like an app's name. */
function appOf({ mentions, appLikelihoods, utterance, original }: Reading, people: People): MeantApp | undefined {
  const free = mentions.filter(({ from, to }) => !people.about.some((one) => one.from < to && from < one.to));
  const meant = free.filter(({ from }) => !isNegated(from, utterance));
  const own = (meant.length > 0 ? meant : free).filter(({ apps }) => apps.length > 0);
  const worth = (mention: AppMention): number => {
    const role = utterance.lines[utterance.words[mention.from]?.line ?? 0]?.role;
    const likely = Math.max(...appLikelihoods.slice(mention.from, mention.to));
    const byRole = role === 'app' ? 30 : role === 'sender' || role === 'signature' ? -30 : 0;
    const [person] = people.about;
    const away = person ? Math.min(20, Math.abs(mention.from - person.from)) / 4 : 0;
    return byRole + 40 * likely + (mention.weak ? -15 : 0) + mention.weight / 10 - away;
  };
  const [best] = (own.length > 0 ? own : free).toSorted((a, b) => worth(b) - worth(a));
  if (best) {
    const beside = own.find((other) => other !== best && isJoined(best, other, utterance));
    if (beside) {
      const [left, right] = best.from < beside.from ? [best, beside] : [beside, best];
      return { text: `${nameOf(left)} and ${nameOf(right)}`, from: best.from, to: best.to };
    }
    return { text: nameOf(best), from: best.from, to: best.to };
  }
  return unknownApp({ appLikelihoods, utterance, original }, people);
}

/** "not Front, Figma". */
function isNegated(from: number, { words }: Reading['utterance']): boolean {
  return /^(?:not|nicht|pas|no|niet|nie|non)$/.test(words[from - 1]?.folded ?? '');
}

function isJoined(one: AppMention, other: AppMention, { source, words }: Reading['utterance']): boolean {
  const [left, right] = one.from < other.from ? [one, other] : [other, one];
  return joint.test(source.slice(words[left.to - 1]?.end, words[right.from]?.start)) && !sameApp(one, other);
}

function sameApp(one: AppMention, other: AppMention): boolean {
  return one.apps.some((app) => other.apps.some(({ id }) => id === app.id));
}

/** An app that is meant alone by its own name; words that fit several as they were typed. */
function nameOf({ apps, text }: AppMention): string {
  const [only] = apps.length === 1 ? apps : [];
  return only?.name ?? text;
}

const likelyApp = 0.6;
/** … and written with a capital letter. */
const likelyWritten = 0.4;
const longestAppName = 5;

function unknownApp(
  { appLikelihoods, utterance: { words, source } }: Pick<Reading, 'appLikelihoods' | 'utterance' | 'original'>,
  people: People,
): MeantApp | undefined {
  for (let from = 0; from < words.length; from += 1) {
    const isPart = (at: number) =>
      (appLikelihoods[at] ?? 0) >= (words[at]?.capital ? likelyWritten : likelyApp) &&
      words[at]?.kind !== 'separator' &&
      words[at]?.line === words[from]?.line &&
      !people.about.some((one) => one.from <= at && at < one.to);
    if (!isPart(from)) continue;
    let to = from + 1;
    while (isPart(to) && to - from < longestAppName) to += 1;
    if (words.slice(from, to).every(({ folded }) => isFunctionWord(folded))) continue;
    const text = source
      .slice(words[from]?.start, words[to - 1]?.end)
      .replace(/["“”„«»]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return { text, from, to };
  }
  return undefined;
}

export type { NamedPerson };
