import type { NamedPerson } from '../entities/people.ts';
import { textFeatures } from '../model/text-features.ts';
import type { Weights } from '../model/weights.ts';
import { aboutMatters, appTutorialTopic, orderMatters, type Question } from '../question.ts';
import type { Reading } from '../reading.ts';
import {
  asksWhoSuffers,
  asksWhy,
  changeIn,
  errorCodeIn,
  onlyIn,
  outcomeIn,
  tellsOfLeaving,
  wantsTest,
  windowIn,
} from './fields.ts';
import type { Intent } from './intents.ts';
import { maskedWords } from './masked-words.ts';
import { watchFieldsIn } from './watch-fields.ts';

type Unsettled = Omit<Reading, 'settled'>;

/** The names that a question is about. */
export interface Slots {
  readonly people: readonly NamedPerson[];
  /** By the name that the tenant gave it, or as it was typed. */
  readonly app?: string;
  /** It is about the asker. */
  readonly self: boolean;
}

/** A question, and its share of what its intent is likely by. */
export interface Share {
  readonly question: Question;
  readonly share: number;
}

const mostPeople = 20;
const mostTopics = 3;

/** The question of an intent with these names, or several where the intent leaves more than one. */
export function questionOf(intent: Intent, slots: Slots, reading: Reading, weights: Weights): readonly Share[] {
  const { source } = reading.utterance;
  const whole = (question: Question): readonly Share[] => [{ question, share: 1 }];
  const app = slots.app === undefined ? {} : { app: slots.app };
  const [first, ...others] = slots.people;
  const user = first ? { user: first.text } : slots.self ? { user: 'me' } : {};
  switch (intent) {
    case 'explain':
    case 'userOverview':
      if (others.length > 0)
        return whole({ kind: 'explainMany', users: slots.people.slice(0, mostPeople).map(({ text }) => text), ...app });
      if (slots.app !== undefined || (intent === 'explain' && (asksWhy(source) || first === undefined)))
        return whole({ kind: 'explain', ...user, ...app });
      return whole({ kind: 'userOverview', ...user, ...(tellsOfLeaving(source) && { focus: 'leaver' }) });
    case 'appStatus':
      return whole({ kind: 'appStatus', ...app, ...(asksWhoSuffers(source) && { focus: 'affected' }) });
    case 'overview': {
      const only = onlyIn(source);
      return whole({ kind: 'overview', ...(only && { only }) });
    }
    case 'appProblems': {
      const [outcome, window, code] = [outcomeIn(source), windowIn(source), errorCodeIn(source)];
      return whole({
        kind: 'appProblems',
        ...app,
        ...(outcome && code === undefined && { outcome }),
        ...(window && { window }),
        ...(code !== undefined && { code }),
      });
    }
    case 'appChanges': {
      const [change, window] = [changeIn(source), windowIn(source)];
      return whole({ kind: 'appChanges', ...app, ...(change && { change }), ...(window && { window }) });
    }
    case 'credentials':
      return whole({ kind: 'credentials', ...app, ...(wantsTest(source) && { test: true }) });
    case 'watch':
      return whole({ kind: 'watch', ...app, ...watchFieldsIn(source) });
    case 'unwatch':
      if (watchFieldsIn(source).digestAt === 'off') return whole({ kind: 'watch', ...app, digestAt: 'off' });
      return whole({
        kind: 'unwatch',
        ...app,
        ...(slots.app === undefined && /\b(?:all|everything|every)\b/i.test(source) && { all: true }),
      });
    case 'watching':
      return whole({ kind: 'watching' });
    case 'meaning':
      return whole(reading.meant?.question ?? { kind: 'meaning', text: reading.original });
    case 'tutorial':
      return slots.app === undefined ? [] : whole({ kind: 'topic', topic: appTutorialTopic, app: slots.app });
    case 'topic':
      return topicsOf(reading, weights);
    case 'help':
      return whole({ kind: 'help' });
    case 'about':
    case 'notMine':
      return whole(matterOf(intent, reading, { ...(first && { user: first.text }), ...app }, weights));
  }
}

/** One topic where it is plain; else the likeliest, each with its share. */
function topicsOf(reading: Reading, { classifiers }: Weights): readonly Share[] {
  const ranked = classifiers.topic.rank(featuresOf(reading));
  const shown = ranked.slice(0, mostTopics);
  const sum = shown.reduce((total, { p }) => total + p, 0);
  const [best] = shown;
  if (!best) return [];
  const plain = best.p >= 0.4 * sum + 0.02;
  return shown
    .slice(0, plain ? 1 : mostTopics)
    .map(({ name, p }) => ({ question: { kind: 'topic', topic: name }, share: plain ? 1 : p / sum }));
}

function matterOf(
  intent: 'about' | 'notMine',
  reading: Reading,
  names: { user?: string; app?: string },
  { classifiers }: Weights,
): Question {
  for (const { name } of classifiers.matter.rank(featuresOf(reading))) {
    const about = aboutMatters.find((one) => one === name);
    if (intent === 'about' && about) return { kind: 'about', of: about };
    const order = orderMatters.find((one) => one === name);
    if (intent === 'notMine' && order) return { kind: 'notMine', of: order, ...(order !== 'other' && names) };
  }
  return intent === 'about' ? { kind: 'about', of: 'greeting' } : { kind: 'notMine', of: 'other' };
}

/** Which order or small talk a text is, if it is any. */
export function matterIn(reading: Unsettled, { classifiers }: Weights): string | undefined {
  return classifiers.matter.rank(featuresOf(reading))[0]?.name;
}

/** Without the people: what is asked in general does not depend on them. */
function featuresOf({ utterance, mentions, likelihoods }: Unsettled): readonly number[] {
  const apps = mentions.map(({ from, to }) => ({ from, to, mask: 'APP' as const }));
  const people = [...likelihoods.keys()]
    .filter((at) => (likelihoods[at] ?? 0) >= 0.5 && !apps.some(({ from, to }) => from <= at && at < to))
    .map((at) => ({ from: at, to: at + 1, mask: 'PERSON' as const }));
  return textFeatures(maskedWords(utterance, [...apps, ...people]), utterance.source.includes('?'));
}
