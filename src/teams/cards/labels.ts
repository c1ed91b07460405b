import type { Labels } from '../../words/language.ts';

/** The words around an answer, and the language that they are in. */
export type CardLabels = Labels & { readonly language: string };
