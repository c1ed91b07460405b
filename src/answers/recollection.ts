import { LRUCache } from 'lru-cache';
import type { Manner, Told } from '../questions/follow-up.ts';
import type { Question } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { AskRequest } from './ask.ts';

/** What the asker was last told here. */
export interface Recalled {
  readonly told: Told;
  readonly manner: Manner;
}

/** Remembers, for a while, what each conversation was last told, so that "and bob?" can be understood. */
export interface Recollection {
  recall(request: AskRequest): Recalled | undefined;
  remember(request: AskRequest, answer: Answer): void;
}

/** As long as a person takes for the next question about the same thing. */
const lifetimeMs = 15 * 60_000;
const mostConversations = 5_000;
const mostChoices = 10;

/** `elapsed`: a monotonic clock in milliseconds. Names and ids of what was asked are kept, and nothing else. */
export function createRecollection(elapsed: () => number): Recollection {
  const told = new LRUCache<string, Told>({
    max: mostConversations,
    ttl: lifetimeMs,
    ttlResolution: 0,
    perf: { now: elapsed },
  });
  return {
    recall(request) {
      const found = keysOf(request)
        .map((key) => told.get(key))
        .find((one) => one !== undefined);
      return found && { told: found, manner: 'loose' };
    },
    remember(request, answer) {
      const about = toldBy(answer);
      if (about) for (const key of keysOf(request)) told.set(key, about);
    },
  };
}

/**
 * Whose questions belong together, the nearest first: everybody's who replies in one thread of a channel, elsewhere
 * those of one person. None where each question stands by itself.
 */
function keysOf({ place, conversation, asker }: AskRequest): readonly string[] {
  if (!place) return conversation === undefined ? [] : [JSON.stringify(['terminal', conversation])];
  const own = JSON.stringify([place.conversationId, asker?.aadObjectId ?? asker?.id]);
  const thread = place.type === 'channel' && place.threadId !== undefined;
  return thread ? [JSON.stringify([place.conversationId, 'thread', place.threadId]), own] : [own];
}

/** What of an answer a follow-up may rest on; undefined when it leaves the conversation where it was. */
function toldBy(answer: Answer): Told | undefined {
  switch (answer.kind) {
    case 'help':
    case 'about':
    case 'notMine':
    case 'denied':
    case 'topic':
    case 'meaning':
      return undefined;
    case 'notUnderstood':
      if (answer.question === undefined) return undefined;
      return {
        question: answer.question,
        ...(answer.reason === 'missing-app' && { missing: 'app' }),
        ...(answer.reason === 'missing-user' && { missing: 'user' }),
      };
    case 'choice':
    case 'notFound':
      return {
        question: answer.question,
        choices: answer.candidates.slice(0, mostChoices).map(({ name, question }) => ({ name, question })),
      };
    default:
      return { question: questionOf(answer), ...subjectOf(answer), ...appOf(answer), ...outcomeOf(answer) };
  }
}

type Telling = Exclude<
  Answer,
  { kind: 'help' | 'about' | 'notMine' | 'denied' | 'topic' | 'meaning' | 'notUnderstood' | 'choice' | 'notFound' }
>;

function questionOf({ question }: Telling): Question {
  return question;
}

function subjectOf(answer: Telling): Pick<Told, 'subject'> {
  if (!('subject' in answer) || answer.subject === undefined) return {};
  const { id, type, name } = answer.subject;
  return { subject: { id, type, name } };
}

function appOf(answer: Telling): Pick<Told, 'app'> {
  if (!('app' in answer) || answer.app === undefined) return {};
  const { id, name } = answer.app;
  return { app: { id, name } };
}

function outcomeOf(answer: Telling): Pick<Told, 'outcome'> {
  if (answer.kind !== 'explanation') return {};
  const { verdict } = answer.diagnosis;
  return verdict === 'failed' || verdict === 'skipped' ? { outcome: verdict } : {};
}
