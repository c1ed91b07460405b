import type { AppMention } from './entities/app-mentions.ts';
import type { Candidate, NameLikelihoods } from './entities/candidates.ts';
import type { Verified } from './entities/people.ts';
import type { MaskedSpan } from './intents/masked-words.ts';
import type { Meant } from './intents/meaning.ts';
import type { Question } from './question.ts';
import type { OtherLanguage } from './text/language.ts';
import type { Utterance } from './text/utterance.ts';

/** A text as far as it can be read without a look at the directory. */
export interface Reading {
  /** As it came, for what was pasted. */
  readonly original: string;
  readonly utterance: Utterance;
  /** Apps that it names, of the tenant or of the gallery. */
  readonly mentions: readonly AppMention[];
  /** Words that may name somebody, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** For each word, how likely it is a part of the name asked about, and of an app's name. */
  readonly likelihoods: NameLikelihoods;
  readonly appLikelihoods: NameLikelihoods;
  /** A code, message or entry that it asks about or holds. */
  readonly meant?: Meant;
  /** The language, where it is not English. */
  readonly language?: OtherLanguage;
  /** It is about nobody and no app, or orders what Skipper does not do: the directory need not be asked. */
  readonly settled: boolean;
}

/** Why a text is no question at all. */
export type Unreadable = 'empty' | 'nonsense' | 'tooLong';

/** What a text may mean, and how likely. */
export interface Interpretation {
  readonly question: Question;
  /** From 0 to 1: of a hundred such readings so many are right. */
  readonly confidence: number;
}

/** What a text means, likeliest first; empty where nothing can be made of it. */
export interface Interpreted {
  readonly interpretations: readonly Interpretation[];
  /** The names that it holds: the one it is about, and the app. */
  readonly names: { readonly user?: string; readonly app?: string };
  /** Where they stand. */
  readonly spans: readonly MaskedSpan[];
}

export type { Verified };
