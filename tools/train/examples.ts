import { actFeatures } from '../../src/questions/dialogue/act-features.ts';
import { appIndexOf } from '../../src/questions/entities/app-index.ts';
import { type AppMention, appMentionsIn } from '../../src/questions/entities/app-mentions.ts';
import { galleryNames } from '../../src/questions/entities/gallery-names.ts';
import { nameFeatures } from '../../src/questions/entities/name-features.ts';
import { askingPart, type MaskedSpan, maskedWords } from '../../src/questions/intents/masked-words.ts';
import { textFeatures } from '../../src/questions/model/text-features.ts';
import type { WordClasses } from '../../src/questions/model/word-classes.ts';
import { type Utterance, utteranceOf } from '../../src/questions/text/utterance.ts';
import type { LabelledText } from './corpus.ts';
import type { Example } from './fit.ts';
import { pick } from './random.ts';

type Named = Pick<LabelledText, 'text' | 'people' | 'apps'>;

/** A labelled text as the reader sees it: in a small tenant that mostly has the app that it names. */
export interface Seen {
  readonly utterance: Utterance;
  readonly mentions: readonly AppMention[];
  readonly people: readonly MaskedSpan[];
  readonly apps: readonly MaskedSpan[];
}

const otherApps = 4;
/** So often the tenant has the app that somebody names. */
const shareKnown = 0.8;

export function see(one: Named, classes: WordClasses, random: () => number): Seen {
  const utterance = utteranceOf(one.text, classes);
  const tenant = Array.from({ length: otherApps }, () => pick(galleryNames, random));
  if (random() < shareKnown) tenant.push(...one.apps);
  const index = appIndexOf(tenant.map((name, at) => ({ id: String(at), name })));
  const mentions = appMentionsIn(utterance, index);
  const people = spansOf(utterance, one.people, 'PERSON');
  const apps = spansOf(utterance, one.apps, 'APP').filter((app) => !people.some((person) => overlap(app, person)));
  return { utterance, mentions, people, apps };
}

/** Every place where a name stands in a text. */
function spansOf(
  { source, words }: Utterance,
  names: readonly string[],
  mask: MaskedSpan['mask'],
): readonly MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  const lower = source.toLowerCase();
  for (const name of names) {
    const wanted = name.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
      if (isLetter(lower[at - 1]) || isLetter(lower[at + wanted.length])) continue;
      const end = at + wanted.length;
      const inside = words.flatMap((word, place) =>
        word.start < end && word.end > at && word.kind !== 'possessive' ? [place] : [],
      );
      const [from] = inside;
      const last = inside.at(-1);
      const span = from !== undefined && last !== undefined ? { from, to: last + 1, mask } : undefined;
      if (span && !spans.some((other) => overlap(other, span))) spans.push(span);
    }
  }
  return spans;
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

function overlap(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Names in passing, in texts that are about nobody: the directory may know them all the same. */
export function inPassing({ utterance }: Seen): readonly MaskedSpan[] {
  return utterance.words.flatMap((word, from): readonly MaskedSpan[] =>
    word.kind === 'word' &&
    word.capital &&
    !utterance.shouting &&
    (word.given || word.surname) &&
    (!word.begins || word.band >= 3)
      ? [{ from, to: from + 1, mask: 'PERSON' }]
      : [],
  );
}

/** What the classifier of follow-ups sees; `intent` is that of the question before. */
export function actExample(seen: Seen, one: LabelledText, label: string): Example {
  const { utterance } = seen;
  return {
    label,
    features: actFeatures(maskedWords(utterance, maskedSpans(seen)), utterance.source.includes('?'), one.intent),
  };
}

/** The sentence of a long text that asks, by itself; undefined where a text has no background. */
export function askingExample(seen: Seen, label: string): Example | undefined {
  const { utterance } = seen;
  const asking = askingPart(utterance);
  return (
    asking && {
      label,
      features: textFeatures(maskedWords(utterance, maskedSpans(seen), asking), utterance.source.includes('?')),
    }
  );
}

/** What the classifiers of intents, topics and matters see: names masked as the directory would have them. */
export function textExample(seen: Seen, label: string): Example {
  const { utterance } = seen;
  return { label, features: textFeatures(maskedWords(utterance, maskedSpans(seen)), utterance.source.includes('?')) };
}

function maskedSpans({ mentions, people, apps }: Seen): readonly MaskedSpan[] {
  const spans: MaskedSpan[] = [...people, ...apps];
  for (const { from, to, weak } of mentions)
    if (!weak && !spans.some((span) => overlap(span, { from, to }))) spans.push({ from, to, mask: 'APP' });
  return spans;
}

/** What the classifier of names sees: an example a word. */
export function nameExamples({ utterance, mentions, people, apps }: Seen): readonly Example[] {
  const features = nameFeatures(utterance, mentions);
  return utterance.words.flatMap((word, at) => {
    if (word.kind === 'separator' || word.kind === 'possessive') return [];
    const within = (spans: readonly MaskedSpan[]) => spans.some(({ from, to }) => from <= at && at < to);
    const label = within(people) ? 'person' : within(apps) ? 'app' : 'other';
    return [{ label, features: features[at] ?? [] }];
  });
}
