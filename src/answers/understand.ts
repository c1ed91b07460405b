import { GraphError } from '../entra/errors.ts';
import type { Candidate } from '../questions/entities/candidates.ts';
import type { Verified } from '../questions/entities/people.ts';
import type { Question } from '../questions/question.ts';
import type { Reader } from '../questions/reader.ts';
import type { Interpretation, Interpreted, Reading } from '../questions/reading.ts';
import type { OtherLanguage } from '../questions/text/language.ts';
import type { Answer } from './answer.ts';
import type { AskRequest } from './ask.ts';
import { contextOf, longestFollowUp } from './context-of.ts';
import type { Remembered } from './conversation-memory.ts';
import { findEachSubject } from './find-subject.ts';
import type { Turn } from './turn.ts';
import { whoIsTold } from './who-is-told.ts';

/** What a request means; or what to answer where that cannot be said. */
export type Meant = (
  | { readonly question: Question; readonly confidence?: number /** To be read anew. */; readonly again?: boolean }
  | { readonly answer: Answer; readonly confidence?: number }
) & {
  /** The language of the text, where it is not English. */
  readonly language?: OtherLanguage;
};

/** From here on a reading is answered at once. */
const enough = 0.5;
/** Behind an answer, words that are so likely a name are looked up. */
const perhapsNamed = 0.2;
/** What changes notifications is asked about once more below this. */
const enoughToChange = 0.65;
/** Less likely readings are not worth offering. */
const leastOffered = 0.12;
const mostOffered = 3;
/** A single reading that is at least so likely is answered where there is no other. */
const enoughAlone = 0.35;

/** Works out what a request asks, with what the directory knows of the names in it. Throws GraphError. */
export async function understand(
  { text, question }: AskRequest,
  reader: Reader,
  turn: Turn,
  remembered: Remembered | undefined,
): Promise<Meant> {
  if (question) return { question };
  // A button that holds nothing to ask: forged, or of a card of long ago.
  if (text === undefined) return { answer: { kind: 'notUnderstood', text: '', reason: 'nonsense' } };
  const read = await readWithApps(text, reader, turn, remembered).catch((error: unknown) =>
    unnamed(error, text, reader, turn),
  );
  if (typeof read === 'string') return { answer: { kind: 'notUnderstood', text, reason: read } };
  const { reading, verified } = read;
  const { language } = reading;
  const alone = reader.interpret(reading, verified);
  if (remembered && text.length <= longestFollowUp) {
    const followUp = reader.followUp(reading, alone, await contextOf(remembered, text, turn.reads));
    if (followUp) {
      const { question: meant, confidence } = followUp.interpretation;
      return { question: meant, confidence, again: followUp.again, language };
    }
  }
  // What is asked back is about the app that was named: whoever is named next is asked about in it.
  const { app } = alone.names;
  const [named, ...more] = reading.mentions.flatMap(({ apps }) => apps).filter(({ name }) => name === app);
  if (named && more.length === 0) turn.found.app = turn.reads.knownApps?.().find(({ id }) => id === named.id);
  return { ...settled(alone, text), language };
}

/** What asks about nobody can be answered though nobody can be looked up. Throws what went wrong for anything else. */
function unnamed(error: unknown, text: string, reader: Reader, { reads }: Turn): Read {
  const reading = reader.read(text, reads.knownApps?.() ?? []);
  if (!(error instanceof GraphError) || typeof reading === 'string') throw error;
  const [best] = reader.interpret(reading, []).interpretations;
  const kind = best?.question.kind;
  if (kind !== 'topic' && kind !== 'meaning' && kind !== 'help' && kind !== 'about' && kind !== 'notMine') throw error;
  return { reading, verified: [] };
}

interface Read {
  readonly reading: Reading;
  readonly verified: readonly Verified[];
}

/**
 * Reads a text and asks the directory for the names in it: the likeliest ones in one wave, parts of them in a second
 * only where nobody was found for sure. Where the tenant's apps are not remembered yet, they come along with the first.
 */
async function readWithApps(
  text: string,
  reader: Reader,
  turn: Turn,
  remembered: Remembered | undefined,
): Promise<Read | Exclude<ReturnType<Reader['read']>, Reading>> {
  const { reads } = turn;
  const known = reads.knownApps?.() ?? [];
  const first = reader.read(text, known);
  if (typeof first === 'string') return first;
  // Behind an answer a name counts, whatever stands around it: "thanks, and bob?"
  const before = text.length <= longestFollowUp ? remembered : undefined;
  const follows = before !== undefined && first.candidates.some(({ likelihood }) => likelihood >= perhapsNamed);
  if (first.settled && !follows) return { reading: first, verified: [] };
  const told: Told = { text, current: before?.subjectId };
  const wave = firstWave(first.candidates);
  const [catalogue, found] = await Promise.all([
    known.length > 0 ? undefined : reads.catalogue(),
    lookUp(wave, told, turn),
  ]);
  const again = catalogue ? reader.read(text, reads.knownApps?.() ?? catalogue.apps) : first;
  if (typeof again === 'string') return again;
  if (again.settled && !follows) return { reading: again, verified: [] };
  // With the apps known, other words may be left to name somebody.
  const isAsked = ({ text: name }: Candidate) => wave.some((one) => one.text === name);
  const current = (all: readonly Verified[]) =>
    all.flatMap((one) => {
      const candidate = again.candidates.find(({ text: name }) => name === one.candidate.text);
      return candidate ? [{ ...one, candidate }] : [];
    });
  const verified = current(found);
  const missed = again === first ? [] : firstWave(again.candidates).filter((one) => !isAsked(one));
  if (missed.length === 0 && verified.some(isSure)) return { reading: again, verified };
  const parts = again.candidates.filter(
    (one) => !isAsked(one) && !verified.some(({ candidate }) => holds(candidate, one)),
  );
  const second = [...missed, ...parts.filter((one) => !missed.includes(one))].slice(
    0,
    Math.max(0, mostAsked - wave.length),
  );
  return { reading: again, verified: [...verified, ...(await lookUp(second, told, turn))] };
}

/** Names that are asked for at once, and in all. Addresses and ids travel in a few reads, however many there are. */
const mostFirst = 4;
const mostAsked = 8;
const mostIdentified = 20;

function firstWave(candidates: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const identified = candidates
    .filter(({ kind, text }) => kind === 'identifier' && /@|^[0-9a-f-]{36}$/i.test(text))
    .slice(0, mostIdentified);
  // Whole runs of words before parts of them.
  const others = candidates
    .filter((one) => !identified.includes(one))
    .toSorted((a, b) => Number(a.kind === 'part') - Number(b.kind === 'part'));
  const isAside = ({ role }: Candidate) => role === 'sender' || role === 'signature' || role === 'greeting';
  const onlyAside = candidates.every(isAside);
  for (const one of others) {
    if (chosen.length >= mostFirst) break;
    if (isAside(one) && !onlyAside) continue;
    if (one.kind !== 'comma' && chosen.some((other) => other.from < one.to && one.from < other.to)) continue;
    chosen.push(one);
  }
  return [...identified, ...chosen];
}

function holds(whole: Candidate, part: Candidate): boolean {
  return whole.from <= part.from && part.to <= whole.to;
}

function isSure({ tier, candidate }: Verified): boolean {
  return (tier === 'exact' || tier === 'identifier') && candidate.role !== 'sender' && candidate.role !== 'signature';
}

/** What tells namesakes apart: the text, and the id of whoever the conversation is about. */
interface Told {
  readonly text: string;
  readonly current?: string;
}

/** Whom the directory knows under each of the names. Throws GraphError where one cannot be asked for. */
async function lookUp(
  candidates: readonly Candidate[],
  { text, current }: Told,
  turn: Turn,
): Promise<readonly Verified[]> {
  if (candidates.length === 0) return [];
  const found = await findEachSubject(
    candidates.map(({ text }) => text),
    turn,
  );
  return candidates.flatMap((candidate, index): readonly Verified[] => {
    const one = found[index];
    if (one === undefined) return [];
    if (isFailure(one)) throw one;
    const { tier, subjects } = one;
    if (tier === undefined || subjects.length === 0) return [];
    // A bare surname of several is a choice, whatever else is told.
    const told = tier === 'exact' || current !== undefined ? whoIsTold(subjects, text, current) : undefined;
    return [
      {
        candidate,
        tier,
        ids: subjects.map(({ id }) => id),
        isGroup: subjects.every(({ type }) => type === 'group'),
        ...(told && { told: told.id }),
      },
    ];
  });
}

function isFailure(one: Awaited<ReturnType<typeof findEachSubject>>[number]): one is GraphError {
  return one instanceof Error;
}

/** The question that is meant; where that is not sure enough, the likeliest ones to choose from. */
function settled({ interpretations, names }: Interpreted, text: string): Meant {
  const [best, next] = interpretations;
  if (best === undefined) return { answer: notUnderstood(text, names.app) };
  const changes = best.question.kind === 'watch' || best.question.kind === 'unwatch';
  // Small talk and what is none of its business have harmless answers.
  const isHarmless = best.question.kind === 'about' || best.question.kind === 'notMine';
  if (isHarmless && best.confidence >= enoughAlone) return best;
  if (best.confidence >= (changes ? enoughToChange : enough)) return best;
  const offered = interpretations
    .filter(
      ({ question: { kind }, confidence }) => confidence >= leastOffered && kind !== 'about' && kind !== 'notMine',
    )
    .slice(0, mostOffered);
  if (offered.length < 2 && !changes) {
    return best.confidence >= enoughAlone && (next === undefined || next.confidence < leastOffered)
      ? best
      : { answer: notUnderstood(text, names.app), confidence: best.confidence };
  }
  if (offered.length === 0) return { answer: notUnderstood(text, names.app), confidence: best.confidence };
  return { answer: whichQuestion(offered, best, text), confidence: best.confidence };
}

function notUnderstood(text: string, app: string | undefined): Answer {
  return { kind: 'notUnderstood', text, reason: 'nonsense', ...(app !== undefined && { named: app }) };
}

/** "Did you mean": whole questions, a tap answers at once. */
function whichQuestion(offered: readonly Interpretation[], best: Interpretation, text: string): Answer {
  return {
    kind: 'choice',
    question: best.question,
    of: 'question',
    text,
    candidates: offered.map(({ question }) => ({ type: 'question', id: '', name: '', detail: [], question })),
    total: offered.length,
  };
}
