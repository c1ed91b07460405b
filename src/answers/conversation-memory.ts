import type { AppProblemsQuestion, Question, SubjectType } from '../questions/question.ts';

/** Something that an answer left to be chosen from: what it is, and the question that choosing it asks. */
export interface RememberedChoice {
  readonly type: SubjectType | 'app' | 'question';
  readonly id?: string;
  readonly question?: Question;
}

/**
 * What a conversation was last told, in ids alone: no name, and no text that somebody typed. A question is kept by its
 * kind, its settings and the ids of whom it was about.
 */
export interface Remembered {
  readonly question: Question;
  readonly subjectId?: string;
  readonly subjectType?: SubjectType;
  /** Who was talked about before that, for "both of them". */
  readonly previousId?: string;
  readonly appId?: string;
  /** How it ended for the one who was asked about. */
  readonly outcome?: AppProblemsQuestion['outcome'];
  /** What the answer asked back for. */
  readonly missing?: 'user' | 'app';
  readonly choices?: readonly RememberedChoice[];
}

/** Where it is kept for a quarter of an hour. Both methods may reject: nobody waits long for it, and nothing rests on it. */
export interface ConversationMemory {
  /** What was kept under a key, or undefined; whoever recalls it checks its shape (remembered.ts). */
  recall(key: string): Promise<unknown>;
  remember(key: string, value: Remembered): Promise<void>;
}
