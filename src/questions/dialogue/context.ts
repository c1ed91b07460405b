import type { AppProblemsQuestion, Question, SubjectType } from '../question.ts';

/** One of those that an answer offered. */
export interface Offered {
  readonly name: string;
  /** What tells it from the others: address, department, job. */
  readonly detail: readonly string[];
  readonly question: Question;
}

/** An app that is called much like another: "Salesforce Sandbox" beside "Salesforce". */
export interface AppAlike {
  readonly id: string;
  /** What its name has besides the other's, folded. */
  readonly words: readonly string[];
}

/** What was asked last in a conversation and what its answer was about: all that a follow-up rests on. */
export interface Context {
  readonly question: Question;
  readonly subject?: { readonly id: string; readonly type: SubjectType };
  /** Who was talked about before, an id. */
  readonly previous?: string;
  readonly app?: { readonly id: string };
  /** How it ended for the one who was asked about. */
  readonly outcome?: AppProblemsQuestion['outcome'];
  /** What the answer asked back for. */
  readonly missing?: 'user' | 'app';
  readonly choices?: readonly Offered[];
  /** Apps that begin with the same word as the one that was asked about. */
  readonly alike?: readonly AppAlike[];
}
