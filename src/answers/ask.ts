import type { Question } from '../questions/question.ts';
import type { Answered } from './answer.ts';

/** One turn: a text as typed, or a question that a tap on a card carries. */
export interface AskRequest {
  readonly text?: string;
  readonly question?: Question;
  /** Who asks. `aadObjectId` is the verified Entra object id. */
  readonly asker?: { readonly id?: string; readonly aadObjectId?: string; readonly name?: string };
  /** Aborts when the asker's turn is over. */
  readonly signal: AbortSignal;
  readonly correlationId: string;
}

/** Answers one turn. Never rejects: whatever goes wrong is an answer too. */
export type Ask = (request: AskRequest) => Promise<Answered>;
