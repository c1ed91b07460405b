import type { Context } from './dialogue/context.ts';
import { type FollowUp, followUpOf } from './dialogue/follow-up.ts';
import { type AppIndex, appIndexOf, type NamedApp } from './entities/app-index.ts';
import { type AppMention, appMentionsIn } from './entities/app-mentions.ts';
import { type Candidate, candidatesIn } from './entities/candidates.ts';
import { nameFeatures } from './entities/name-features.ts';
import { isListedName } from './entities/name-words.ts';
import type { Verified } from './entities/people.ts';
import type { Intent } from './intents/intents.ts';
import { type GuessedIntent, guessIntent, interpret, isApart, isEvidence, isNameless } from './intents/interpret.ts';
import { readMeaning } from './intents/meaning.ts';
import { pastedness } from './intents/pasted.ts';
import { matterIn } from './intents/question-of.ts';
import type { Weights } from './model/weights.ts';
import type { Interpreted, Reading, Unreadable } from './reading.ts';
import { clean, withoutInvisible } from './text/clean.ts';
import { otherLanguageOf } from './text/language.ts';
import { type Utterance, utteranceOf } from './text/utterance.ts';

/** Understands what people type: first by itself, then with what the directory knows of the names in it. */
export interface Reader {
  /** `apps`: those of the tenant, the same array as long as they are the same. In time linear in the text. */
  read(text: string, apps: readonly NamedApp[]): Reading | Unreadable;
  /** `verified`: whom the directory knows of the reading's candidates. */
  interpret(reading: Reading, verified: readonly Verified[]): Interpreted;
  /** What it means behind the answer before it; undefined where it stands by itself. */
  followUp(reading: Reading, alone: Interpreted, context: Context): FollowUp | undefined;
}

/** The longest text that is read as a question, in characters: a long ticket. */
const longestQuestion = 4_000;
/** The longest paste that is taken for a log entry: the largest seen in public is about 40,000 characters. */
const longestPaste = 256_000;

/** Small talk and orders surer than this are answered without a look at the directory. */
const surelyApart = 0.6;
/** … and where no app is named, as soon as nothing else is likelier. */
const likelyApart = 0.5;
/** What is asked of nobody in particular is so from here on. */
const surely = 0.9;
const terse = 4;
/** From here on a word may be an app's name, as long as nobody knows what the tenant's apps are called. */
const perhapsApp = 0.2;
/** Beside a person and an app they must be surer. */
const plainlyApart = 0.65;

export function createReader(weights: Weights): Reader {
  return {
    read(text, apps) {
      if (text.length > longestPaste) return 'tooLong';
      const original = withoutInvisible(text).trim();
      if (original === '') return 'empty';
      if (text.length > longestQuestion && pastedness(original) === 0) return 'tooLong';
      return readText(original, appIndexOf(apps), weights);
    },
    interpret: (reading, verified) => interpret(reading, verified, weights),
    followUp: (reading, alone, context) => followUpOf(reading, alone, context, weights),
  };
}

function readText(original: string, index: AppIndex, weights: Weights): Reading | Unreadable {
  const utterance = utteranceOf(withoutBot(original).slice(0, longestQuestion), weights.words);
  const { source } = utterance;
  if (source === '') return 'empty';
  if (!/[\p{L}\p{N}?]/u.test(source)) return 'nonsense';
  const named = appMentionsIn(utterance, index);
  const [likelihoods, appLikelihoods] = likelihoodsOf(utterance, named, weights);
  const mentions = named.filter((mention) => isMeant(mention, named, appLikelihoods, utterance.words.length));
  const candidates = candidatesIn(utterance, mentions, likelihoods);
  const meant = readMeaning(clean(original).slice(0, longestQuestion), original);
  const language = otherLanguageOf(
    source,
    utterance.words.map(({ folded }) => folded),
  );
  const reading = { original, utterance, mentions, candidates, likelihoods, appLikelihoods, meant, language };
  const matter = matterIn(reading, weights);
  const guesses = guessIntent(reading, weights);
  const [best] = guesses;
  const isPlain = best !== undefined && isApart(best.intent) && best.p >= surely;
  const isOther = isBothNamed(reading) && matter === 'other' && !isPlain && !isEvidence(reading);
  const settled = !isOther && isSettled(guesses, reading, { isKnown: index.size > 0, matter });
  return { ...reading, settled };
}

/** The bot's own name before a question is nobody's. */
function withoutBot(text: string): string {
  return text
    .replace(/^(?:<at[^<>]{0,200}>[^<>]{0,200}<\/at>|\s)+/i, '')
    .replace(/(^|[\s,])@?skipper(?: bot)?\b(?=[\s,:!?.]|$)[,:]?/gi, '$1');
}

function likelihoodsOf(
  utterance: Utterance,
  mentions: readonly AppMention[],
  { classifiers }: Weights,
): readonly [number[], number[]] {
  const person = classifiers.name.classes.indexOf('person');
  const app = classifiers.name.classes.indexOf('app');
  const people: number[] = [];
  const apps: number[] = [];
  for (const features of nameFeatures(utterance, mentions)) {
    const probabilities = classifiers.name.probabilities(features);
    people.push(probabilities[person] ?? 0);
    apps.push(probabilities[app] ?? 0);
  }
  return [people, apps];
}

/** How likely the words of a weak mention must name an app, beside a sure one and without. */
const likelyBeside = 0.6;
const likelyAlone = 0.3;
/** … and in a text that holds little else. */
const likelyTerse = 0.08;

function isMeant(
  mention: AppMention,
  all: readonly AppMention[],
  appLikelihoods: readonly number[],
  count: number,
): boolean {
  if (!mention.weak) return true;
  const likely = Math.max(...appLikelihoods.slice(mention.from, mention.to));
  if (count <= terse && mention.tier === 'exact' && all.length === 1) return likely >= likelyTerse;
  return likely >= (all.some((other) => !other.weak && other.apps.length > 0) ? likelyBeside : likelyAlone);
}

function isSettled(
  guesses: readonly GuessedIntent[],
  reading: Omit<Reading, 'settled'>,
  { isKnown, matter }: { readonly isKnown: boolean; readonly matter: string | undefined },
): boolean {
  const { mentions, candidates, utterance } = reading;
  if (isEvidence(reading)) return true;
  const share = (of: (intent: Intent) => boolean) =>
    guesses.reduce((sum, { intent, p }) => sum + (of(intent) ? p : 0), 0);
  const nameless = share(isNameless);
  // An overview asks for the tenant's apps anyway.
  const appless = share((intent) => isNameless(intent) && intent !== 'overview');
  // As long as the tenant's apps are not known, any word may be one.
  const perhapsNamed = utterance.words.some(
    ({ kind }, at) => kind === 'word' && (reading.appLikelihoods[at] ?? 0) >= perhapsApp,
  );
  if (!isKnown && (appless < surely || perhapsNamed)) return false;
  if (candidates.length === 0) return true;
  // A few words that may be nothing but a name.
  const isShort = utterance.words.length <= terse;
  const fills = ({ from, to }: Candidate) => 2 * (to - from) >= utterance.words.length;
  const isListed = ({ from, to }: Candidate) => utterance.words.slice(from, to).every(isListedName);
  if (isShort && candidates.some((one) => one.kind === 'run' && (one.likelihood >= 0.4 || isListed(one)) && fills(one)))
    return false;
  const [best] = guesses;
  // An address or an id is somebody's.
  const identified = candidates.some(({ kind, text }) => kind === 'identifier' && /@|^[0-9a-f-]{36}$/i.test(text));
  const named = isBothNamed(reading);
  if ((named || identified) && best?.intent !== 'notMine') return false;
  const apart = share(isApart);
  // A whole name of somebody is worth a look, unless it is plain that nothing is asked about them.
  const person = candidates.some(
    ({ kind, likelihood, from, to }) => kind === 'run' && likelihood >= 0.8 && to - from > 1,
  );
  if (identified || (person && !isKnown))
    return best?.intent === 'notMine' && matter !== 'other' && apart >= plainlyApart;
  if (person && apart < plainlyApart) return false;
  if (apart >= (named ? plainlyApart : mentions.length > 0 ? surelyApart : likelyApart)) return true;
  return !named && nameless >= surely && candidates.every(({ likelihood }) => likelihood < 0.3);
}

function isBothNamed({ mentions, candidates }: Omit<Reading, 'settled'>): boolean {
  return (
    mentions.some(({ apps }) => apps.length > 0) &&
    candidates.some(({ likelihood, kind }) => likelihood >= 0.5 || (kind === 'identifier' && likelihood >= 0.1))
  );
}
