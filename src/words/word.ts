import type { Answer, Answered } from '../answers/answer.ts';
import { answersInEnglish } from './answers-in-english.ts';
import { appChanges } from './app-changes.ts';
import { appProblems } from './app-problems.ts';
import { appStatus } from './app-status.ts';
import { cleaned } from './clean.ts';
import { type ClockFor, clockFor as clockByItself } from './clock.ts';
import { credentials } from './credentials.ts';
import { digest } from './digest.ts';
import { explanation } from './explanation.ts';
import { explanations } from './explanations.ts';
import type { Language } from './language.ts';
import { languageOf } from './languages.ts';
import { meaning } from './meaning.ts';
import { news } from './news.ts';
import { notMine } from './not-mine.ts';
import { about, choice, help, topic, trouble } from './others.ts';
import { overview } from './overview.ts';
import { userOverview } from './user-overview.ts';
import { watching } from './watching.ts';
import { withholdValues } from './withhold.ts';
import type { Reader, Worded } from './worded.ts';

/** Who reads an answer: the asker alone, or a chat of several, which is told no attribute values of people. */
export type Audience = 'asker' | 'everybody';

/**
 * An answer in the reader's language. Pure: every text in the result is plain, and what came from outside is one line
 * of visible characters of limited length; whoever shows it escapes it for the place where it stands. Who words many
 * answers gives the clocks, which are dear to make.
 */
export function word(
  answered: Answered,
  reader: Reader,
  audience: Audience = 'asker',
  clockFor: ClockFor = clockByItself,
): Worded {
  const language = languageOf(reader);
  if (audience === 'everybody') {
    const { answer, some } = withholdValues(answered.answer, language.labels.withheld);
    const told = word({ ...answered, answer }, reader, 'asker', clockFor);
    return some ? { ...told, withheld: true } : told;
  }
  const { question } = answered.answer;
  // The question is not shown: it is asked again as it was.
  const answer: Answer = { ...cleaned(answered.answer), ...(question === undefined ? {} : { question }) } as Answer;
  const { cost, pending, correlationId } = answered;
  const aside = answered.language && { aside: answersInEnglish[answered.language] };
  const inWords = { ...worded(answer, language, reader, clockFor), ...aside };
  const isChoice = inWords.kind === 'choice' || inWords.kind === 'notFound';
  const told = isChoice && correlationId !== undefined ? { ...inWords, correlationId } : inWords;
  if (!pending) return { ...told, cost };
  return { ...told, cost, pending: language.pending(pending, clockFor(language.tag, reader, '')) };
}

type Costless<T> = T extends unknown ? Omit<T, 'cost'> : never;

function worded(answer: Answer, language: Language, reader: Reader, clockFor: ClockFor): Costless<Worded> {
  const clockAt = (moment: string) => clockFor(language.tag, reader, moment);
  switch (answer.kind) {
    case 'explanation':
      return explanation(answer, language, clockAt(answer.asOf));
    case 'explanations':
      return explanations(answer, language, clockAt(answer.asOf));
    case 'appChanges':
      return appChanges(answer, language, clockAt(answer.asOf));
    case 'appProblems':
      return appProblems(answer, language, clockAt(answer.asOf));
    case 'userOverview':
      return userOverview(answer, language, clockAt(answer.asOf));
    case 'meaning':
      return meaning(answer, language, clockAt(''));
    case 'topic':
      return topic(answer, language);
    case 'watching':
      return watching(answer, language, clockAt(answer.asOf));
    case 'news':
      return news(answer, language, clockAt(answer.asOf));
    case 'digest':
      return digest(answer, language, clockAt(answer.asOf));
    case 'appStatus':
      return appStatus(answer, language, clockAt(answer.asOf));
    case 'credentials':
      return credentials(answer, language, clockAt(answer.asOf));
    case 'overview':
      return overview(answer, language, clockAt(answer.asOf));
    case 'help':
      return help(answer, language);
    case 'about':
      return about(answer, language, clockAt(''));
    case 'notMine':
      return notMine(answer, language, clockAt(''));
    case 'choice':
    case 'notFound':
      return choice(answer, language, clockAt(''));
    case 'denied':
    case 'unavailable':
    case 'notUnderstood':
      return trouble(answer, language, clockAt(''));
  }
}
