import { hash, join } from '../model/hash.ts';
import type { Utterance, Word } from '../text/utterance.ts';
import type { AppMention } from './app-mentions.ts';
import { isCode, looksLikeCode } from './codes.ts';
import { isFunctionWord } from './function-words.ts';

/** A word is known by itself where it is at least so common; rarer ones by their shape, so that names are not learnt. */
const mostKnownBand = 3;

/**
 * What tells whether a word is a part of the name asked about: the word and its neighbours, each as itself where it is
 * common and as a shape where it is rare, and the line they stand in. One list of hashed features a word.
 */
export function nameFeatures(
  { words, lines, shouting }: Utterance,
  mentions: readonly AppMention[],
): readonly number[][] {
  const marks = new Map<number, string>();
  for (const mention of mentions)
    for (let at = mention.from; at < mention.to; at += 1)
      marks.set(at, mention.apps.length === 0 ? 'gallery' : mention.weak ? 'weak' : 'app');
  const known = words.map((word, at) => hash(marks.get(at) === 'app' ? '#app' : asKnown(word)));
  const shapes = words.map((word, at) => hash(`${shapeOf(word, shouting)} ${marks.get(at) ?? ''}`));
  const outside = hash('#outside');
  const anyApp = mentions.some(({ apps, weak }) => apps.length > 0 && !weak) ? 1 : 0;

  return words.map((word, at) => {
    const near = (array: readonly number[], step: number) =>
      words[at + step]?.line === word.line ? (array[at + step] ?? outside) : outside;
    const features: number[] = [];
    const add = (label: string, value: number) => void features.push(join(hash(label), value));
    const own = shapes[at] ?? outside;
    const self = known[at] ?? outside;
    const line = lines[word.line];
    const role = hash(`${line?.role ?? ''}`);
    add('shape', own);
    add('word', self);
    add('shape, any app', join(own, anyApp));
    for (const step of [-3, -2, -1, 1, 2]) {
      add(`word ${step}`, near(known, step));
      if (Math.abs(step) < 3) add(`shape ${step}`, near(shapes, step));
      if (Math.abs(step) < 3) add(`own shape, word ${step}`, join(own, near(known, step)));
    }
    add('own and next shape', join(own, near(shapes, 1)));
    add('own and last shape', join(own, near(shapes, -1)));
    add('word, next shape', join(self, near(shapes, 1)));
    add('word, last shape', join(self, near(shapes, -1)));
    add('word, next word', join(self, near(known, 1)));
    add('last two words, shape', join(own, join(near(known, -2), near(known, -1))));
    add('next two words, shape', join(own, join(near(known, 1), near(known, 2))));
    add('around, shape', join(own, join(near(known, -1), near(known, 1))));
    add('role, shape', join(role, own));
    for (const part of (line?.key ?? '').split(/[^\p{L}]+/u))
      if (part !== '') add('field, shape', join(hash(part), own));
    add('begins, shape', join(own, Number(word.begins)));
    add('key', Number(word.isKey));
    if (word.kind === 'word' && word.folded.length > 3) {
      add('ending', hash(word.folded.slice(-3)));
      add('ending, shape', join(hash(word.folded.slice(-2)), own));
    }
    return features;
  });
}

function asKnown(word: Word): string {
  switch (word.kind) {
    case 'word':
      if (isFunctionWord(word.folded)) return word.folded;
      if (isCode(word.text) || looksLikeCode(word.text)) return '#code';
      if (/^\d+$/.test(word.text)) return '#number';
      if (word.band <= mostKnownBand && !/\d/.test(word.text)) return word.folded;
      return word.given ? '#given' : word.surname ? '#surname' : '#rare';
    case 'separator':
      return word.text.slice(0, 2);
    case 'email':
    case 'guid':
    case 'quoted':
    case 'possessive':
      return `#${word.kind}`;
  }
}

function shapeOf(word: Word, shouting: boolean): string {
  if (word.kind === 'quoted')
    return `quoted ${word.folded.split(' ').length} ${word.given} ${word.surname} ${word.band > 3}`;
  if (word.kind !== 'word') return word.kind;
  const functional = isFunctionWord(word.folded) ? 'f' : '';
  return `${lettersOf(word.text, shouting)} ${word.band} ${word.given ? 'g' : ''}${word.surname ? 's' : ''}${functional} ${word.begins ? 'b' : ''}`;
}

function lettersOf(text: string, shouting: boolean): string {
  if (/^\d+$/.test(text)) return `d${Math.min(9, text.length)}`;
  if (/^\p{L}+[._]\p{L}+\d*$/u.test(text)) return 'x.x';
  if (/\d/.test(text)) return 'xd';
  if (/\p{Lo}/u.test(text)) return 'L';
  if (shouting) return 'S';
  if (/^\p{Lu}\.?$/u.test(text)) return 'X';
  if (/^\p{Lu}+$/u.test(text)) return 'XX';
  if (/^\p{Lu}.*\p{Ll}\p{Lu}/u.test(text)) return 'XxX';
  if (/^\p{Lu}/u.test(text)) return /-/.test(text) ? 'Xx-X' : 'Xx';
  if (/^\p{Ll}/u.test(text)) return /-/.test(text) ? 'x-x' : 'x';
  return 'o';
}
