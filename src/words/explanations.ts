import type { ExplanationAnswer, ExplanationsAnswer, PersonLine } from '../answers/answer.ts';
import { isAskable } from './askable.ts';
import type { Clock } from './clock.ts';
import { explanation, firstNamed } from './explanation.ts';
import type { Language } from './language.ts';
import { choice } from './others.ts';
import { portalLink } from './portal-links.ts';
import { tellAlone } from './tell-alone.ts';
import type { Link } from './worded.ts';
import type { WordedExplained, WordedExplanations, WordedPersonLine } from './worded-people.ts';

/** Why several people are, or are not, in one app: a line for each, in the order in which they were asked about. */
export function explanations(
  answer: ExplanationsAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedExplanations, 'cost'> {
  const { question, left, asOf } = answer;
  const { people: words } = language;
  const app = { ...answer.app, name: firstNamed(answer.app.name, answer.app.galleryName, answer.app.id) };
  const people = answer.people.map((line) => wordLine(line, language, clock));
  return {
    question,
    kind: 'explanations',
    app: { id: app.id, name: app.name },
    headline: words.manyHeadline(people, app.name, clock),
    why: words.manyWhy(people, clock),
    people,
    links: linksOf(app, language, clock),
    notes: words.manyNotes(left, people, clock),
    asOf: clock.moment(asOf),
  };
}

/** One line, with the very words that an answer about this person alone has. */
export function wordLine({ text, answer }: PersonLine, language: Language, clock: Clock): WordedPersonLine {
  const alone =
    answer.question.kind === 'explain' && isAskable(answer.question.user ?? '') ? answer.question : undefined;
  switch (answer.kind) {
    case 'explanation':
      return explained(text, answer, alone, language, clock);
    case 'choice':
    case 'notFound': {
      const { headline, candidates } = choice(answer, language, clock);
      const { verdictName, reason } = language.people.uncertain(answer, clock);
      return { text, kind: answer.kind, headline, verdictName, reason, candidates, question: alone };
    }
    case 'unanswered': {
      const { because } = answer;
      const { headline, verdictName, reason } = language.people.unanswered(because, text);
      return { text, kind: 'unanswered', because, headline, verdictName, reason, question: alone };
    }
  }
}

function explained(
  text: string,
  answer: ExplanationAnswer,
  question: WordedExplained['question'],
  language: Language,
  clock: Clock,
): WordedExplained {
  const worded = explanation(answer, language, clock);
  const { subject, verdict, cause, expected, headline, reason, fix } = worded;
  const verdictName =
    expected && !isInPlace(verdict) ? language.labels.asExpected(worded.verdictName) : worded.verdictName;
  return {
    text,
    kind: 'explanation',
    subject,
    verdict,
    verdictName,
    cause,
    expected,
    open: !expected && !isInPlace(verdict) && cause !== 'no-record' && answer.withoutLog !== true,
    headline,
    reason: reason ?? headline,
    fix,
    question,
  };
}

/** Nothing is left to do, whatever was expected. */
function isInPlace(verdict: WordedExplained['verdict']): boolean {
  return verdict === 'provisioned' || verdict === 'deprovisioned';
}

function linksOf(app: ExplanationsAnswer['app'], language: Language, clock: Clock): readonly Link[] {
  const url = portalLink('app-provisioning', { app });
  return url ? [{ title: language.place('app-provisioning', tellAlone({ app }, language, clock)), url }] : [];
}
