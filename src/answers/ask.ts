import type { Question } from '../questions/question.ts';
import type { Answered, Row } from './answer.ts';

/** The conversation that a turn belongs to. */
export interface Place {
  readonly conversationId: string;
  /** The thread of a channel that the message stands in. */
  readonly threadId?: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  /** What it takes to speak there later: plain JSON, of teams/ alone to read. */
  readonly reference: unknown;
}

/** One turn: a text as typed, or a question that a tap on a card carries; neither where the tap holds nothing to ask. */
export interface AskRequest {
  readonly text?: string;
  readonly question?: Question;
  /** Reads anew what was read a moment ago. */
  readonly fresh?: boolean;
  /** From 0 to 1: how sure the reading of the text was. */
  readonly confidence?: number;
  /** The correlation id of the answer that left this question to be chosen. */
  readonly corrects?: string;
  /** Who asks. `aadObjectId` is the verified Entra object id. */
  readonly asker?: { readonly id?: string; readonly aadObjectId?: string; readonly name?: string };
  /** IANA zone of the asker, for "since Monday"; UTC when absent. */
  readonly timeZone?: string;
  /** BCP 47 locale of the asker, for messages that come later; English when absent. */
  readonly locale?: string;
  /** Absent in a terminal. */
  readonly place?: Place;
  /** Where there is no place: turns with the same one belong together. Without either, each turn stands by itself. */
  readonly conversation?: string;
  /** Takes what is known while the rest is still being read; each replaces the one before, and says what is pending. */
  readonly onInterim?: (answered: Answered) => void;
  /** Takes everybody whom an answer counts, one by one: the answer itself names only the first. */
  readonly onRow?: (row: Row) => Promise<void>;
  /** Aborts when the asker's turn is over. */
  readonly signal: AbortSignal;
  readonly correlationId: string;
}

/** Answers one turn. Never rejects: whatever goes wrong is an answer too. */
export type Ask = (request: AskRequest) => Promise<Answered>;
