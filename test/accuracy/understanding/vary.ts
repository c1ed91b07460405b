import { pick, randomFrom } from '../../../tools/train/random.ts';
import type { Asking } from './asking.ts';
import { forEach } from './asking.ts';
import { type JudgedText, within } from './measure.ts';
import type { Place } from './place.ts';
import { type Share, shareOf } from './shares.ts';
import { type Told, toldBy } from './verdict.ts';

/** The same question in other clothes: the answer must not change. */
export const variations = ['courtesy', 'slip', 'lowerCase', 'noMarks', 'otherNames', 'ticket'] as const;

export type Variation = (typeof variations)[number];

interface Varied {
  readonly text: string;
  /** What is to be told of it. */
  readonly told: Told;
}

export interface VariedFigures {
  readonly name: Variation;
  /** Texts of which the answer changed. */
  readonly changed: Share;
  readonly texts: readonly { readonly text: string; readonly before: Told; readonly after: Told }[];
}

const courtesies = [
  ['Hi there, hope you are well. ', ''],
  ['', ' Many thanks for your help!'],
  ['Excuse me, ', ' — much appreciated'],
  ['Good afternoon! ', ' Cheers'],
  ['When you have a moment: ', ''],
] as const;

const tickets = [
  ['INC0093127\nPriority: 4 - Low\nCategory: Access\nShort description: ', '\nAssignment group: Identity services'],
  ['Request REQ-20418\nDescription: ', '\nImpact: single user\nState: New'],
  ['#58213 [Open] ', '\nUrgency: low'],
] as const;

/** Asks texts that were answered right once more in each variation. */
export async function measureVaried(judged: readonly JudgedText[]): Promise<readonly VariedFigures[]> {
  const right = Map.groupBy(
    judged.filter(({ verdict }) => verdict.right),
    ({ place }) => place,
  );
  const all = new Map(variations.map((name) => [name, [] as { text: string; before: Told; after: Told }[]]));
  for (const [place, texts] of right) {
    await within(place, async (asking) => {
      for (const name of variations) all.get(name)?.push(...(await askVaried(name, texts, place, asking)));
    });
  }
  return [...all].map(([name, texts]) => {
    const changed = texts.filter(({ before, after }) => !isSame(before, after));
    return { name, changed: shareOf(texts, (one) => changed.includes(one)), texts: changed };
  });
}

async function askVaried(name: Variation, judged: readonly JudgedText[], place: Place, asking: Asking) {
  const random = randomFrom(variations.indexOf(name) + 1);
  const varied = judged.flatMap((one) => vary(name, one, place, random) ?? []);
  return forEach(varied, async ({ text, told }) => {
    const { answer } = await asking.ask(text);
    return { text, before: told, after: toldBy(answer, place) };
  });
}

function isSame(one: Told, other: Told): boolean {
  const ids = (told: Told) => [...told.people, ...told.apps].sort().join();
  return one.kind === other.kind && ids(one) === ids(other);
}

/** Undefined where the text cannot be varied so. */
function vary(name: Variation, judged: JudgedText, place: Place, random: () => number): Varied | undefined {
  const { text } = judged.text;
  const told = toldBy(judged.answered.answer, place);
  const as = (varied: string): Varied | undefined => (varied === text ? undefined : { text: varied, told });
  switch (name) {
    case 'courtesy':
      return as(between(pick(courtesies, random), text));
    case 'ticket':
      return as(between(pick(tickets, random), text));
    case 'lowerCase':
      return as(text.toLowerCase());
    case 'noMarks':
      return as(text.replace(/[?!.,;:…]+(?=\s|$)/g, ''));
    case 'slip':
      return as(withSlip(text, namesIn(place), random));
    case 'otherNames':
      return withOtherName(text, told, place, random);
  }
}

function between([before, after]: readonly [string, string], text: string): string {
  return `${before}${text}${after}`;
}

/** Every word of a name that the tenant has. */
function namesIn({ subjects, apps }: Place): ReadonlySet<string> {
  return new Set([...subjects, ...apps].flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
}

/** Two letters in the wrong order, one too few or one twice, in a longer word that is no name and in no address. */
function withSlip(text: string, names: ReadonlySet<string>, random: () => number): string {
  const words = [...text.matchAll(/(?<![\p{L}\p{N}@._#-])\p{Ll}{5,}(?![\p{L}\p{N}@._-])/gu)].filter(
    ([word]) => !names.has(word),
  );
  if (words.length === 0) return text;
  const { index, 0: word } = pick(words, random);
  const at = index + 1 + Math.floor(random() * (word.length - 2));
  const [a = '', b = ''] = [text[at], text[at + 1]];
  return `${text.slice(0, at)}${pick([`${b}${a}`, b, `${a}${a}${b}`], random)}${text.slice(at + 2)}`;
}

/** Somebody else of the tenant in the place of the one who is named in full. */
function withOtherName(text: string, told: Told, place: Place, random: () => number): Varied | undefined {
  const [id, ...others] = told.people;
  if (id === undefined || others.length > 0 || told.kind === 'explanations') return undefined;
  const before = place.subjects.find((one) => one.id === id);
  if (before?.type !== 'user') return undefined;
  const at = text.toLowerCase().indexOf(before.name.toLowerCase());
  if (at < 0 || /@|\.\w+@/.test(text) || mentionsElsewhere(text, before.name)) return undefined;
  const able = place.subjects.filter(
    ({ type, name, id: other }) => type === 'user' && other !== id && place.bearersOf(name).length === 1,
  );
  const other = pick(able, random);
  const written = text.slice(at, at + before.name.length);
  const name = written === written.toLowerCase() ? other.name.toLowerCase() : other.name;
  return {
    text: text.slice(0, at) + name + text.slice(at + before.name.length),
    told: { ...told, people: [other.id] },
  };
}

/** Part of the name, or the employee's number, stands there once more: it would contradict the other name. */
function mentionsElsewhere(text: string, name: string): boolean {
  const rest = text.toLowerCase().replace(name.toLowerCase(), ' ');
  const parts = name.toLowerCase().split(/[\s-]+/);
  return /[a-z]{0,3}\d{4,}/i.test(rest) || parts.some((part) => part.length > 2 && rest.includes(part));
}
