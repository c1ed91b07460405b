import { isAskable } from '../../words/askable.ts';
import type { WordedExplanations, WordedPersonLine } from '../../words/worded-people.ts';
import type { Action, AdaptiveCard, Container, ContainerStyle, Element, Spacing } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, heading, lineOf, opening, paragraph, small, tap } from './parts.ts';

/** Why several people are, or are not, in one app: a line for each with the verdict as a word, and a tap for the whole of it. */
export function explanationsCard(worded: WordedExplanations, labels: CardLabels): AdaptiveCard {
  const { people, notes, links, headline, why, withheld } = worded;
  const body: Element[] = [
    top(worded),
    ...(why === '' ? [] : [paragraph(why, {}, 'Medium')]),
    ...people.map((line, index) => personRow(line, labels, index === 0 ? 'Medium' : 'Small')),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
  ];
  const question = sameAgain(worded);
  const actions: Action[] = [
    tap(labels.checkAgain, 'checkAgain', { question }),
    ...(withheld ? [tap(labels.showToMe, 'showToMe', { question })] : []),
    ...opening(links, labels),
  ];
  return card(headline, labels, { body, actions });
}

/** Checking again is about those who were found, and asks for the others as they were typed. */
function sameAgain({ question, app, people }: WordedExplanations): WordedExplanations['question'] {
  if (question.kind !== 'explainMany' || !isAskable(app.id)) return question;
  const users = people.map((line) => (line.kind === 'explanation' ? line.subject.id : line.text)).filter(isAskable);
  return users.length === 0 ? question : { kind: 'explainMany', users, app: app.id };
}

function top(worded: WordedExplanations): Container {
  const { app, headline } = worded;
  return {
    type: 'Container',
    style: toneOf(worded),
    bleed: true,
    items: [small(app.name), heading(headline, 'Small')],
  };
}

function toneOf({ people }: WordedExplanations): ContainerStyle {
  const known = people.filter((line) => line.kind === 'explanation');
  if (known.some(({ open, verdict }) => open && verdict === 'failed')) return 'attention';
  if (known.some(({ open }) => open)) return 'warning';
  return known.length === people.length && !known.some(({ verdict }) => verdict === 'unknown') ? 'good' : 'emphasis';
}

function personRow(line: WordedPersonLine, labels: CardLabels, spacing: Spacing): Container {
  const { verdictName, reason, question } = line;
  const name = line.kind === 'explanation' ? line.subject.name : line.text;
  return {
    type: 'Container',
    style: 'emphasis',
    spacing,
    items: [
      paragraph(name, { weight: 'Bolder', ...(question && { color: 'Accent' }) }),
      lineOf(verdictName, ` · ${reason}`, 'None'),
    ],
    ...(question && { selectAction: tap(labels.explain(name), 'open', { question }) }),
  };
}
