import removeAccents from 'remove-accents';

const zeroWidth = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const apostrophes = /['’‘ʼ`´]/g;

/**
 * A name as it is compared: lower case, without accents, apostrophes and punctuation, one space between words.
 * "Zoë O’Brien-Łukasz" gives "zoe obrien lukasz". Folding a folded name changes nothing.
 */
export function fold(text: string): string {
  const plain = isAscii(text) ? text : withoutAccents(text.replace(zeroWidth, ''));
  return plain
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a folded name. An empty name has none. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** A name without anything between its letters: "Service Now" and "ServiceNow" are the same. */
export function compact(text: string): string {
  return fold(text.replace(/&/g, ' ')).replaceAll(' ', '');
}

/**
 * The spellings that a name is looked for by: as folded, and with German and Nordic letters written out
 * ("Müller" is also "mueller", "Bjørn" also "bjoern", "Åse" also "aase").
 */
export function spellings(name: string): readonly string[] {
  const folded = fold(name);
  if (isAscii(name)) return [folded];
  const written = fold(
    name.normalize('NFC').replace(/[äöüåøæ]/gi, (letter) => writtenOut[letter.toLowerCase()] ?? letter),
  );
  return written === folded ? [folded] : [folded, written];
}

const writtenOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII means
  return /^[\x00-\x7f]*$/.test(text);
}

function withoutAccents(text: string): string {
  // Some letters only come apart after the first pass, and some capitals only fold once they are small.
  const once = removeAccents(text.normalize('NFKC').replace(/[ßẞ]/g, 'ss'))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const small = once.toLowerCase();
  return removeAccents(small.normalize('NFKC'))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}
