/** What kind of directory object a question is about. A worker is keyed by an HR system, not by Entra. */
export type SubjectType = 'user' | 'group' | 'worker';

/**
 * "Why was alice skipped in Salesforce?"
 * `user` and `app` are texts as the asker wrote them (a name, an address, an object id), not yet looked up.
 * Either may be missing: the answer then finds it out or asks back.
 */
export interface ExplainQuestion {
  readonly kind: 'explain';
  readonly user?: string;
  readonly app?: string;
  /** Set when the asker said which: "the group Sales Team", "worker 21023". */
  readonly subject?: SubjectType;
}

/** "What does EntryConflict mean?", or a pasted message or log entry. Answered without Graph. */
export interface MeaningQuestion {
  readonly kind: 'meaning';
  readonly text: string;
}

/** "How often does provisioning run?" Answered without Graph. `topic` is a TopicId of questions/topics.ts. */
export interface TopicQuestion {
  readonly kind: 'topic';
  readonly topic: string;
}

export interface HelpQuestion {
  readonly kind: 'help';
}

/** Everything that can be asked. A kind is added here, in the grammar's table, in answers/ and in words/. */
export type Question = ExplainQuestion | MeaningQuestion | TopicQuestion | HelpQuestion;

export type QuestionKind = Question['kind'];

/**
 * What the grammar made of a text. "alice salesforce" can be read in more than one way, and only the tenant can tell
 * which: readings are in order of likelihood, all of the same kind, never empty when understood.
 */
export type Understanding =
  | { readonly understood: true; readonly readings: readonly [Question, ...Question[]] }
  | { readonly understood: false; readonly reason: 'empty' | 'nonsense' | 'tooLong' };
