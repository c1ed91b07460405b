import { setTimeout as delay } from 'node:timers/promises';
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Answered } from '../answers/answer.ts';
import type { Reader } from '../words/worded.ts';
import { type AnsweringDeps, answerWithin, deadButton, greeting } from './answering.ts';
import type { Inbound } from './inbound.ts';
import type { Messenger } from './messenger.ts';
import {
  type CardResponse,
  cardInPlace,
  cardMessage,
  isTelling,
  lineUnderCard,
  type Present,
  type Presented,
} from './outbound.ts';
import { showTyping } from './typing.ts';

/** How long Teams waits, in milliseconds, less what the way to it may take. */
export interface Timings {
  /** A message's request is answered after this long at the latest; the answer then follows by itself. */
  readonly messageMs: number;
  /** The same for a card's button. */
  readonly invokeMs: number;
  readonly typingMs: number;
}

/** Teams gives a message 10 to 15 seconds, a card's button 5, and shows typing for 4. */
export const teamsTimings: Timings = { messageMs: 8000, invokeMs: 3500, typingMs: 3500 };

/** What is said without a card, in the reader's language. */
export interface Texts {
  readonly stillLooking: (reader: Reader) => string;
  /** The last resort, when an answer cannot be shown. */
  readonly failed: (reader: Reader, correlationId: string) => string;
}

export interface TurnDeps extends AnsweringDeps {
  readonly present: Present;
  readonly texts: Texts;
  readonly timings: Timings;
  /** Keeps the bot from stopping until the work is done, and logs what it rejects with. */
  readonly track: (work: Promise<void>, correlationId: string) => Promise<void>;
}

interface Origin {
  readonly inbound: Inbound;
  readonly correlationId: string;
}

interface Turn<Kind extends Inbound['kind']> extends Origin {
  readonly inbound: Extract<Inbound, { kind: Kind }>;
  readonly messenger: Messenger;
}

/** Greets once, when the bot is installed. */
export async function onInstalled(deps: TurnDeps, turn: Turn<'installed'>): Promise<void> {
  const { messenger } = turn;
  const greet = async () => {
    await messenger.send(messageFor(deps, turn, greeting));
  };
  await deps.track(greet(), turn.correlationId);
}

/** Answers a typed question with a message. */
export async function onQuestion(deps: TurnDeps, turn: Turn<'question'>): Promise<void> {
  const { inbound, messenger, correlationId } = turn;
  const work = whileTyping(deps, messenger, async () => {
    const answered = await answerWithin(deps, inbound, { text: inbound.text }, correlationId);
    return () => messenger.send(messageFor(deps, turn, answered));
  });
  await untilDue(deps.track(work, correlationId), deps.timings.messageMs);
}

/** Answers a button that arrives as a message (Action.Submit): the card changes in place. */
export async function onSubmit(deps: TurnDeps, turn: Turn<'tap'>): Promise<void> {
  const { inbound, messenger, correlationId } = turn;
  const work = whileTyping(deps, messenger, async () => {
    const answered = inbound.tap ? await answerWithin(deps, inbound, inbound.tap, correlationId) : deadButton;
    return () => replaceOrSend(deps, turn, answered);
  });
  await untilDue(deps.track(work, correlationId), deps.timings.messageMs);
}

/**
 * Answers a button that arrives as an invoke (Action.Execute). The response changes the card for who pressed it; the
 * message itself is then changed too, for everybody and for good. What comes too late for the response comes that way.
 */
export async function onExecute(deps: TurnDeps, turn: Turn<'tap'>): Promise<CardResponse> {
  const { inbound, correlationId } = turn;
  if (!inbound.tap) return responseFor(deps, turn, deadButton, ({ summary }) => lineUnderCard(summary));

  const answering = answerWithin(deps, inbound, inbound.tap, correlationId);
  const answered = await untilDue(answering, deps.timings.invokeMs);
  if (answered === undefined) {
    void deps.track(
      answering.then((late) => replaceOrSend(deps, turn, late)),
      correlationId,
    );
    return lineUnderCard(deps.texts.stillLooking(inbound.reader));
  }
  const response = responseFor(deps, turn, answered, cardInPlace);
  if (inbound.cardId && isTelling(answered)) void deps.track(replaceOrSend(deps, turn, answered), correlationId);
  return response;
}

/** A card is only replaced by one that tells more; and where it is gone, the answer still arrives. */
async function replaceOrSend(deps: TurnDeps, turn: Turn<'tap'>, answered: Answered): Promise<void> {
  const { inbound, messenger } = turn;
  const message = messageFor(deps, turn, answered);
  if (inbound.cardId && isTelling(answered)) {
    try {
      return await messenger.update(inbound.cardId, message);
    } catch {
      // Deleted meanwhile, or not ours to change.
    }
  }
  await messenger.send(message);
}

function messageFor(deps: TurnDeps, turn: Origin, answered: Answered): Partial<Activity> {
  const { inbound, correlationId } = turn;
  try {
    return cardMessage(deps.present(answered, inbound.reader));
  } catch (error) {
    deps.onFailure(error, correlationId);
    return { type: ActivityTypes.Message, text: deps.texts.failed(inbound.reader, correlationId) };
  }
}

function responseFor(
  deps: TurnDeps,
  { inbound, correlationId }: Origin,
  answered: Answered,
  shape: (presented: Presented) => CardResponse,
): CardResponse {
  try {
    return shape(deps.present(answered, inbound.reader));
  } catch (error) {
    deps.onFailure(error, correlationId);
    return lineUnderCard(deps.texts.failed(inbound.reader, correlationId));
  }
}

async function whileTyping(
  deps: TurnDeps,
  messenger: Messenger,
  work: () => Promise<() => Promise<unknown>>,
): Promise<void> {
  const typing = showTyping(() => messenger.typing(), deps.timings.typingMs);
  let deliver: () => Promise<unknown>;
  try {
    deliver = await work();
  } finally {
    await typing.stop();
  }
  await deliver();
}

/** The outcome of the work, or undefined once the time is up; the work goes on. */
async function untilDue<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([work, delay(ms, undefined, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}
