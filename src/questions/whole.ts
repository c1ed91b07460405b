import { type KnownApps, knownApps } from './entities/known-apps.ts';
import { takeWindow } from './entities/time-window.ts';
import { isMerePaste } from './intents/pasted.ts';
import type { Asked, Bid } from './kinds.ts';
import { leftOver, opens } from './left-over.ts';
import { type Named, namedBy } from './name-slot.ts';
import { holdsSpeech, isOwnWords } from './ordinary.ts';
import { matched, type Phrase } from './phrase.ts';
import type { Question, TimeWindow } from './question.ts';
import { clausesOf, mendedCues, type Said, sentencesOf, withoutAsking } from './said.ts';
import { type Token, textOf } from './text/tokens.ts';
import { isAboutTopics, touchesTopics, yieldsToTopic } from './topic.ts';

/** A text as the questions about a whole app, person or tenant read it. */
export interface Heard {
  readonly source: string;
  readonly apps: KnownApps;
  readonly window?: TimeWindow;
  /** Its sentences without politeness and without the time; with slips mended after those without. */
  readonly sentences: readonly Said[];
  /** Their clauses, where they have several: what is asked may stand in one of them. */
  readonly clauses: readonly Said[];
  /** Whether it is one sentence and no more. */
  readonly alone: boolean;
}

/** More sentences than this are a story, and who asks in one asks about somebody in it. */
const mostSentences = 8;

const heard = new WeakMap<Asked, Heard>();

/** Reads a text once for all kinds. */
export function hearWhole(asked: Asked): Heard {
  const before = heard.get(asked);
  if (before) return before;
  const { window, rest } = takeWindow(isMerePaste(asked.source) ? '' : asked.source);
  const plain = sentencesOf(rest).slice(0, mostSentences);
  const mended = plain.flatMap((said) => mendedCues(said) ?? []);
  const clauses = clausesOf(rest).map(withoutAsking);
  const sentences = [...plain, ...mended].map(withoutAsking).filter(({ text }) => text !== '');
  const now: Heard = {
    source: rest,
    apps: knownApps(asked.apps),
    ...(window && { window }),
    sentences,
    clauses,
    alone: plain.length === 1,
  };
  heard.set(asked, now);
  return now;
}

/** A phrasing with what it makes of the name in it; undefined when it is no question of that kind after all. */
export interface Rule {
  readonly phrases: readonly Phrase[];
  readonly means: (named: Named, heard: Heard) => readonly (Question | undefined)[] | undefined;
}

/** The bid of the first rule that a sentence of the text fits, or a clause about an app or person that is known. */
export function bidByRules(asked: Asked, rules: readonly Rule[]): Bid | undefined {
  const heard = hearWhole(asked);
  const attempts = [
    ...heard.sentences.map((said) => ({ said, knownOnly: false })),
    ...heard.clauses.map((said) => ({ said, knownOnly: true })),
  ];
  for (const { said, knownOnly } of attempts) {
    for (const { phrases, means } of rules) {
      for (const phrase of phrases) {
        const found = matched(said, [phrase]);
        const place = found?.places.x && wholeName(said, found.places.x);
        const tokens = place && nameIn(withoutLead(place), heard);
        const named = tokens && namedBy(heard.source, heard.apps, tokens);
        if (!named || (knownOnly && !(named.known && named.likely === 'app'))) continue;
        const [first, ...others] = means(named, heard)?.filter((one) => one !== undefined) ?? [];
        const isCut = tokens.length < withoutLead(place ?? []).length;
        const sureness = first ? sureOf(named, asked, first, isCut) : 0;
        if (first && sureness > 0) return { readings: [first, ...others], sureness };
      }
    }
  }
  return undefined;
}

/** They tell what is named, and stay with the name. */
const labels =
  /^(?:the|an?|our|my|security|distribution|users?|groups?|workers?|employee|colleague|person|account|leaver|apps?|application|new|guest|contractor)$/;

/** "in Egnyte", "for our Zoom": what leads to a name is no part of it. */
function withoutLead(place: readonly Token[]): readonly Token[] {
  const [first] = place;
  const leads =
    first !== undefined && !first.capital && /^(?:in|into|to|for|on|at|of|with|from|our|my|the)$/.test(first.folded);
  return leads && place.length > 1 ? withoutLead(place.slice(1)) : place;
}

/** The name among words that the sentence says of itself: "until Linear syncs again". */
function nameIn(place: readonly Token[], heard: Heard): readonly Token[] | undefined {
  if (isOwnWords(place) && heard.apps.know(textOf(heard.source, place)) === 'unknown') return undefined;
  const [first, second] = place;
  const isLed =
    first !== undefined &&
    second?.capital === true &&
    (isOwnWords([first]) || opens(first)) &&
    !labels.test(first.folded);
  if (place.length < 2 || !(isLed || holdsSpeech(place)) || heard.apps.know(textOf(heard.source, place)) !== 'unknown')
    return place;
  const [name, ...others] = leftOver(place, heard);
  if (others.length === 0) return name?.tokens;
  // "Salesforce and Slack": which of them is meant, the asker is asked.
  return [name, ...others].every((one) => one?.known) ? place : undefined;
}

/** Capitals that follow a name belong to it: "Tableau | Cloud". */
function wholeName({ tokens }: Said, name: readonly Token[]): readonly Token[] {
  const last = name.at(-1);
  let end = last === undefined ? -1 : tokens.indexOf(last) + 1;
  if (!last?.capital) return name;
  while (tokens[end]?.capital && tokens[end]?.kind === 'word') end += 1;
  return tokens.slice(tokens.indexOf(name[0] ?? last), end);
}

/** A name that nobody knows may be no name: "why do jobs get quarantined?" */
function sureOf(named: Named, asked: Asked, { kind }: Question, isCut: boolean): number {
  const { topic } = asked;
  const name = named.app ?? named.user?.user ?? '';
  const identified = named.likely === 'app' || /[@\d\p{Lu}]/u.test(name);
  if (isAboutTopics(name) && !(named.known && identified)) return 0;
  if (isCut && kind === 'userOverview') return sureOfCutUser;
  if (isCut)
    return topic && yieldsToTopic(asked, identified) ? topic.sureness - 0.01 : identified ? sureOfCut : sureOfCutSmall;
  if (named.known || kind === 'credentials') return sureOfName;
  const general = topic !== undefined && (topic.score >= 0.5 || touchesTopics(name)) && topic.strange <= 0.15;
  return general ? topic.sureness - 0.01 : sureOfPhrase;
}

/** The bid when a sentence is one of these, without a name in it. */
export function bidForWhole(
  asked: Asked,
  phrases: readonly Phrase[],
  question: (heard: Heard) => Question,
): Bid | undefined {
  const heard = hearWhole(asked);
  const found = heard.sentences.some((said) => matched(said, phrases));
  return found ? { readings: [question(heard)], sureness: sureOfName } : undefined;
}

/** Above what a reading of somebody in some app, or of a topic, is worth. */
export const sureOfName = 0.96;
export const sureOfPhrase = 0.94;
/** Where the phrasing took in more than the name. */
const sureOfCut = 0.915;
/** Written small, it may have been cut wrongly: below what the words around it weigh. */
const sureOfCutSmall = 0.86;
/** As much as a question about somebody, which stands first. */
const sureOfCutUser = 0.9;
