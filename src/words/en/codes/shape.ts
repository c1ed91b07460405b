import type { Owner } from '../../../diagnosis/diagnosis.ts';

/**
 * What is said about one code. Sentences may hold {app}, {person} and {property}, never at their beginning;
 * fill.ts puts names in their place.
 */
export interface CodeWords<Owners extends readonly Owner[] = readonly Owner[]> {
  readonly title: string;
  /** One to three sentences. */
  readonly meaning: string;
  /** One for each owner of the catalogue's entry, in its order. */
  readonly steps: { readonly [Index in keyof Owners]: string };
}

interface Coded {
  readonly code: string;
  readonly owners: readonly Owner[];
}

/** Words for every one of these entries: the compiler misses the one that has none, and a step too many or too few. */
export type WordsFor<Entries extends readonly Coded[]> = {
  readonly [Each in Entries[number] as Each['code']]: CodeWords<Each['owners']>;
};
