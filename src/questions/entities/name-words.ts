import type { Word } from '../text/utterance.ts';
import { firstNames } from './nicknames.ts';

const particles = new Set(
  'van von de der den del della di da dos das du la le el al bin bint ben ibn abu abd ould ter ten zu zur af av y e mac mc st saint o'.split(
    ' ',
  ),
);
const titles = new Set(
  'prof professor dr doctor mr mrs ms miss mx frau herr sir madam dame lord nurse sister user employee colleague student worker person member account customer patient contractor intern manager director teacher engineer officer captain chef team group the our my guest apprentice trainee monsieur madame señor señora sr sra sig signora pan pani'.split(
    ' ',
  ),
);

/** A small word inside a name: "van der Berg". */
export function isParticle(folded: string): boolean {
  return particles.has(folded);
}

/** A word before a name that is no part of it. */
export function isTitle(folded: string): boolean {
  return titles.has(folded);
}

/** Whether a list of given names or surnames has the word. */
export function isListedName({ given, surname, folded }: Word): boolean {
  return given || surname || firstNames.has(folded);
}

/** The number of an employee or worker, and not a year, an hour or a status. */
export function isNumber(text: string): boolean {
  return (
    /^[a-z]{0,3}-?\d{4,9}$/i.test(text) && !/^(?:19|20)\d\d$|^(?:inc|req|chg|prb|sr|tkt|hr|cs|ref|kb|pr)\d/i.test(text)
  );
}

/** "chk", "plz": a few consonants written small are no name. */
export function isAbbreviation(text: string): boolean {
  return /^[bcdfghjklmnpqrstvwxz]{1,5}$/.test(text);
}
