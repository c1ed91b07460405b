import { setTimeout as delay } from 'node:timers/promises';
import { ActivityTypes } from 'botbuilder';
import type { Answered } from '../answers/answer.ts';
import type { Reader } from '../words/worded.ts';
import { type AnsweringDeps, answerWithin, greeting } from './answering.ts';
import type { Inbound } from './inbound.ts';
import { createLiveMessage } from './live-message.ts';
import type { Messenger } from './messenger.ts';
import { type CardResponse, cardInPlace, isTelling, lineUnderCard, type Present } from './outbound.ts';
import { messageFor, responseFor } from './shown.ts';
import { tappedCard } from './tapped-card.ts';
import { showTyping } from './typing.ts';

/** How long Teams waits, in milliseconds, less what the way to it may take. */
export interface Timings {
  /** A message's request is answered after this long at the latest; the answer then follows by itself. */
  readonly messageMs: number;
  /** The same for a card's button. */
  readonly invokeMs: number;
  readonly typingMs: number;
  /** An answer on its way changes its message no more often than this. */
  readonly interimMs: number;
}

/** Teams gives a message 10 to 15 seconds, a card's button 5, and shows typing for 4. It takes 60 changes in 30 seconds. */
export const teamsTimings: Timings = { messageMs: 8000, invokeMs: 3500, typingMs: 3500, interimMs: 2000 };

/** What is said without a card, in the reader's language. */
export interface Texts {
  readonly stillLooking: (reader: Reader) => string;
  /** What was tapped opens in a message of its own. */
  readonly below: (reader: Reader) => string;
  /** What is for the asker alone follows in the asker's own chat; or cannot, for there is none. */
  readonly inYourChat: (reader: Reader) => string;
  readonly noChatWithYou: (reader: Reader) => string;
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

/** The turn that something is said in. */
export interface Origin {
  readonly inbound: Inbound;
  readonly correlationId: string;
}

export interface Turn<Kind extends Inbound['kind']> extends Origin {
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

/** Answers a typed question with one message, which changes while more of the answer is still to come. */
export async function onQuestion(deps: TurnDeps, turn: Turn<'question'>): Promise<void> {
  const { inbound, messenger, correlationId } = turn;
  const live = createLiveMessage(messenger, deps.timings.interimMs);
  const work = whileTyping(deps, messenger, async () => {
    const answered = await answerWithin(deps, inbound, { text: inbound.text }, correlationId, (interim) =>
      live.show(() => messageFor(deps, turn, interim)),
    );
    return () => live.finish(() => messageFor(deps, turn, answered));
  });
  await untilDue(deps.track(work, correlationId), deps.timings.messageMs);
}

/** Answers a button that arrives as a message (Action.Submit): the card changes in place. */
export async function onSubmit(deps: TurnDeps, turn: Turn<'tap'>): Promise<void> {
  const { inbound, messenger, correlationId } = turn;
  if (isForAsker(turn)) {
    const answering = answerWithin(deps, inbound, inbound.tap?.asked, correlationId);
    return untilDue(
      deps.track(
        answering.then((answered) => tellAsker(deps, turn, answered)),
        correlationId,
      ),
      deps.timings.messageMs,
    );
  }
  const tapped = tappedCard(deps, turn);
  const work = whileTyping(deps, messenger, async () => {
    const answered = await tapped.answer((interim) => tapped.show(interim));
    return () => tapped.finish(answered);
  });
  await untilDue(deps.track(work, correlationId), deps.timings.messageMs);
}

/**
 * Answers a button that arrives as an invoke (Action.Execute). The response changes the card for who pressed it; the
 * message itself is then changed too, for everybody and for good. What comes too late for the response comes that way.
 */
export async function onExecute(deps: TurnDeps, turn: Turn<'tap'>): Promise<CardResponse> {
  const { inbound, correlationId } = turn;
  if (!inbound.tap) {
    const answered = await answerWithin(deps, inbound, undefined, correlationId);
    return responseFor(deps, turn, answered, ({ summary }) => lineUnderCard(summary));
  }
  if (isForAsker(turn)) return showToAsker(deps, turn);
  if (inbound.tap.apart) {
    void deps.track(onSubmit(deps, turn), correlationId);
    return lineUnderCard(deps.texts.below(inbound.reader));
  }

  const tapped = tappedCard(deps, turn);
  let soFar: Answered | undefined;
  let tooLate = false;
  const answering = tapped.answer((interim) => {
    soFar = interim;
    if (tooLate) tapped.show(interim);
  });
  const answered = await untilDue(answering, deps.timings.invokeMs);
  if (answered === undefined) {
    tooLate = true;
    if (soFar) tapped.show(soFar);
    void deps.track(
      answering.then((late) => tapped.finish(late)),
      correlationId,
    );
    return soFar ? responseFor(deps, turn, soFar, cardInPlace) : lineUnderCard(deps.texts.stillLooking(inbound.reader));
  }
  const response = responseFor(deps, turn, answered, cardInPlace);
  if (inbound.cardId && isTelling(answered)) void deps.track(tapped.finish(answered), correlationId);
  return response;
}

/** A chat with the asker alone has no others to hide anything from. */
function isForAsker({ inbound }: Turn<'tap'>): boolean {
  return inbound.tap?.toMe === true && inbound.place.type !== 'personal';
}

/** The response changes the card for who pressed the button alone; nothing is sent that others read. */
async function showToAsker(deps: TurnDeps, turn: Turn<'tap'>): Promise<CardResponse> {
  const { inbound, correlationId } = turn;
  const answering = answerWithin(deps, inbound, inbound.tap?.asked, correlationId);
  const answered = await untilDue(answering, deps.timings.invokeMs);
  if (answered) return responseFor(deps, turn, answered, cardInPlace, 'asker');
  void deps.track(
    answering.then((late) => tellAsker(deps, turn, late)),
    correlationId,
  );
  return lineUnderCard(deps.texts.inYourChat(inbound.reader));
}

/** In the asker's own chat, or not at all: then the others read only that there is no such chat. */
async function tellAsker(deps: TurnDeps, turn: Turn<'tap'>, answered: Answered): Promise<void> {
  const { inbound, messenger } = turn;
  try {
    await messenger.sendToAsker(messageFor(deps, turn, answered, 'asker'));
  } catch {
    await messenger.send({ type: ActivityTypes.Message, text: deps.texts.noChatWithYou(inbound.reader) });
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
