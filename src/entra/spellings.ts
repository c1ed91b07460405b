import { tidy } from './query.ts';

const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g;

/** A name as it may stand in a directory: as typed, with plain or typographic apostrophes, and without accents. */
export function spellings(text: string): string[] {
  const typed = tidy(text);
  const plain = typed.replace(apostrophes, "'");
  return unique([plain, typed, plain.replaceAll("'", '\u2019'), withoutAccents(plain)]);
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

/** Letters without their marks: "Núñez" is "Nunez". Letters that are no base with a mark (ø, ł, ß) are spelled out. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØłŁđĐßæÆœŒ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/** Letters with marks, commonest in names first. */
const marks = 'éáíóñüöäçøåúèëãâôšłčžïîìýêûàćśźż';

/** The same letters without their marks. */
const unmarked = [...marks].map((mark) => [mark, withoutAccents(mark)] as const);

/**
 * A plain word with a mark on one of its letters: "jose" may be José. Commonest marks first, `most` at the most; none
 * for a word that has marks already, since whoever types them types them all.
 */
export function withOneMark(word: string, most: number): string[] {
  if (!/^[a-z'-]+$/i.test(word)) return [];
  const letters = [...word.toLowerCase()];
  const found = unmarked.flatMap(([mark, plain]) =>
    letters.flatMap((letter, index) => (letter === plain ? [letters.with(index, mark).join('')] : [])),
  );
  return found.slice(0, most);
}

/** The first letters of a word, plain and with every usual mark on any of them: "mun" may be the beginning of Muñoz. */
export function beginnings(word: string, length: number, most: number): string[] {
  const letters = [...word.toLowerCase()].slice(0, length);
  let found = [''];
  for (const letter of letters) {
    const spelled = [
      letter,
      ...unmarked
        .filter(([, plain]) => plain === letter)
        .map(([mark]) => mark)
        .slice(0, 3),
    ];
    found = spelled.flatMap((one) => found.map((start) => start + one));
  }
  // Those with the fewest marks first: they are the likeliest.
  const count = (text: string) => [...text].filter((letter, index) => letter !== letters[index]).length;
  return found.toSorted((one, other) => count(one) - count(other)).slice(0, most);
}

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
