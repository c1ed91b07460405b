import { isAskable } from '../../words/askable.ts';
import type { WordedAppChanges, WordedChange } from '../../words/worded-people.ts';
import { factRows } from './app-status.ts';
import type { AdaptiveCard, Container, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, folded, heading, listRow, opening, paragraph, sectionTitle, small, tap, unfold } from './parts.ts';
import { proofItems } from './proof.ts';

/** Who was created, updated, disabled or deleted in an app: how many, and the newest to tap. */
export function appChangesCard(worded: WordedAppChanges, labels: CardLabels): AdaptiveCard {
  const { headline, why, facts, people, total, notes, evidence, links } = worded;
  const more = total - people.length;
  const body: Element[] = [
    top(worded),
    ...(why === '' ? [] : [paragraph(why, {}, 'Medium')]),
    ...factRows(facts),
    ...(people.length > 0 ? [sectionTitle(labels.changes)] : []),
    ...people.map((one) => changeRow(one, labels)),
    ...(more > 0 ? [small(labels.more(String(more)), 'Small')] : []),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    folded('proof', labels.proof, proofItems(evidence, labels)),
  ];
  return card(headline, labels, {
    body,
    actions: [
      tap(labels.checkAgain, 'checkAgain', { question: sameAgain(worded) }),
      unfold('proof', labels.proof),
      ...opening(links, labels),
    ],
  });
}

/** Checking again is about the app that was found. */
function sameAgain({ question, app }: WordedAppChanges): WordedAppChanges['question'] {
  return question.kind === 'appChanges' && isAskable(app.id) ? { ...question, app: app.id } : question;
}

function top({ app, windowText, headline }: WordedAppChanges): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    bleed: true,
    items: [small(`${app.name} · ${windowText}`), heading(headline, 'Small')],
  };
}

/** What was done is a word before the address, so that it is not told by its place alone. */
function changeRow(
  { name, userPrincipalName, changeName, when, question }: WordedChange,
  labels: CardLabels,
): Container {
  const detail = [changeName, userPrincipalName, when].filter((part) => part !== undefined && part !== '').join(' · ');
  return listRow(name, detail, question && tap(labels.explain(name), 'open', { question }));
}
