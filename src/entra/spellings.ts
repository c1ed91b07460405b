import { tidy } from './query.ts';

const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g;

/** A name as it may stand in a directory: as typed, with plain or typographic apostrophes, and without accents. */
export function spellings(text: string): string[] {
  const typed = tidy(text);
  const plain = typed.replace(apostrophes, "'");
  return unique([plain, typed, plain.replaceAll("'", '\u2019'), withoutAccents(plain)]);
}

/** Letters without their marks: "Núñez" is "Nunez". Letters that are no base with a mark (ø, ł, ß) are spelled out. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØłŁđĐßæÆœŒ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
};

/** A name's parts when it has several: first and last as typed, or as "Last, First" tells. */
export interface NameParts {
  readonly first: string;
  readonly last: string;
}

/** How a name of several words may be parted, likeliest first; none for a single word. */
export function parts(name: string): NameParts[] {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma?.[1] && comma[2]) return [{ first: comma[2].trim(), last: comma[1].trim() }];
  const words = name.split(' ').filter((word) => word !== '');
  const [head] = words;
  const tail = words.at(-1);
  if (words.length < 2 || head === undefined || tail === undefined) return [];
  const rest = words.slice(1).join(' ');
  const start = words.slice(0, -1).join(' ');
  const found: NameParts[] = [{ first: head, last: rest }];
  if (words.length > 2) found.push({ first: start, last: tail });
  found.push({ first: tail, last: start });
  return found;
}

/** A whole name in the orders in which directories keep it. */
export function orders(name: string): string[] {
  const found = parts(name).flatMap(({ first, last }) => [`${first} ${last}`, `${last}, ${first}`]);
  return unique([name, ...found]);
}

/** The words of a name, punctuation that parts them taken off. */
export function words(name: string): string[] {
  return unique(name.split(/[\s,;()"]+/).filter((word) => word !== '')).slice(0, 5);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
