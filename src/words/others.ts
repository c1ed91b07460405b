import type {
  AboutAnswer,
  Candidate,
  ChoiceAnswer,
  DeniedAnswer,
  HelpAnswer,
  NotFoundAnswer,
  NotUnderstoodAnswer,
  TopicAnswer,
  UnavailableAnswer,
} from '../answers/answer.ts';
import type { Question } from '../questions/question.ts';
import { cut } from './clean.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { Language } from './language.ts';
import { tutorialLink } from './portal-links.ts';
import type { WordedAbout, WordedCandidate, WordedChoice, WordedHelp, WordedTopic, WordedTrouble } from './worded.ts';

/** How provisioning works; a topic that the language does not know is not understood. */
export function topic(
  answer: TopicAnswer,
  language: Language,
): Omit<WordedTopic, 'cost'> | Omit<WordedTrouble, 'cost'> {
  const { question } = answer;
  if (answer.app) return appTutorial(answer, answer.app, language);
  const said = language.topic(answer.topic);
  if (!said)
    return {
      question,
      kind: 'notUnderstood',
      ...language.notUnderstood({ ...answer, kind: 'notUnderstood', text: answer.topic, reason: 'nonsense' }),
    };
  return { question, kind: 'topic', topic: answer.topic, headline: said.headline, text: said.text, links: said.links };
}

/** How an app is set up: its own tutorial first, where there is one. */
function appTutorial(
  { question, topic, tutorial }: TopicAnswer,
  { id, name }: NonNullable<TopicAnswer['app']>,
  language: Language,
): Omit<WordedTopic, 'cost'> {
  const app = { id, name: firstNamed(name, id) };
  const { title, headline, text, links } = language.appTutorial(app.name, tutorial !== undefined);
  const own = tutorial === undefined ? [] : [{ title, url: tutorialLink(tutorial) }];
  return { question, kind: 'topic', topic, app, headline, text, links: [...own, ...links] };
}

export function about(answer: AboutAnswer, language: Language, clock: Clock): Omit<WordedAbout, 'cost'> {
  return { question: answer.question, kind: 'about', of: answer.of, ...language.about(answer, clock) };
}

export function help(answer: HelpAnswer, language: Language): Omit<WordedHelp, 'cost'> {
  return { question: answer.question, kind: 'help', ...language.help(answer) };
}

export function choice(
  answer: ChoiceAnswer | NotFoundAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedChoice, 'cost'> {
  const { question, kind } = answer;
  const kinds = new Set(answer.candidates.map(({ type }) => type));
  const candidates = answer.candidates.map((candidate) =>
    candidate.type === 'question'
      ? wordedQuestion(candidate, question, language)
      : worded(candidate, language, kinds.size > 1),
  );
  const of = answer.of === 'subject' ? 'user' : answer.of;
  return { question, kind, of, ...language.choice(answer, clock), candidates };
}

/** The kind is said only where the list mixes kinds; what sets somebody apart is always said, and comes first. */
function worded(candidate: Candidate, language: Language, mixed: boolean): WordedCandidate {
  const { type, id, name, detail, flags = [], question } = candidate;
  const marks = flags.filter((flag) => flag !== 'group').map((flag) => language.flags[flag]);
  const kind = mixed || flags.includes('group') ? language.candidate(type) : '';
  const parts = [kind, ...marks, ...detail].filter((part) => part.trim() !== '');
  return { type, id, name: firstNamed(name, detail[0], id), detail: cut(parts.join(' · '), 200), question };
}

/** Its name is the whole question; of those that stop something, what it stops. */
function wordedQuestion(candidate: Candidate, asked: Question, language: Language): WordedCandidate {
  const { type, id, name, names = {}, detail, question } = candidate;
  const { stopOne, stopAll } = language.subscriptionActions;
  const inWords = () => {
    if (asked.kind !== 'unwatch' || question.kind !== 'unwatch') return language.askedAs(question, names);
    return names.app === undefined ? stopAll : stopOne(names.app);
  };
  return { type, id, name: name.trim() === '' ? inWords() : name, detail: cut(detail.join(' · '), 200), question };
}

export function trouble(
  answer: DeniedAnswer | UnavailableAnswer | NotUnderstoodAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedTrouble, 'cost'> {
  const { question } = answer;
  switch (answer.kind) {
    case 'denied':
      return { question, kind: 'denied', ...language.denied(answer), examples: [] };
    case 'unavailable': {
      const { retryAt, correlationId } = answer;
      return {
        question,
        kind: 'unavailable',
        ...language.unavailable(answer, clock),
        retryAt,
        correlationId,
        examples: [],
      };
    }
    case 'notUnderstood':
      return { question, kind: 'notUnderstood', ...language.notUnderstood(answer) };
  }
}
