import { english } from './en/english.ts';
import type { Labels, Language } from './language.ts';
import type { Reader } from './worded.ts';

/** Every language that there is, the one to fall back to first. */
const languages: readonly [Language, ...Language[]] = [english];

/** The language of a reader's locale, or else English. */
export function languageOf(reader: Reader): Language {
  const wanted = languageTag(reader.locale);
  return languages.find((language) => language.tag === wanted) ?? languages[0];
}

/** The words around an answer, for cards and the terminal, with the language they are in. */
export function labelsFor(reader: Reader): Labels & { readonly language: string } {
  const language = languageOf(reader);
  return { ...language.labels, language: language.tag };
}

/** What is said without an answer. */
export function saidTo(
  reader: Reader,
): Pick<Language, 'stillLooking' | 'below' | 'failed' | 'inYourChat' | 'noChatWithYou'> {
  return languageOf(reader);
}

function languageTag(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).language;
  } catch {
    return undefined;
  }
}
