import { isAskable } from '../../words/askable.ts';
import type { WordedCredentials } from '../../words/worded-apps.ts';
import { factRows, stateHead } from './app-status.ts';
import type { AdaptiveCard, Element, Execute } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, folded, opening, paragraph, sectionTitle, small, steps, tap, unfold } from './parts.ts';
import { proofItems } from './proof.ts';

/** Whether the app accepts Entra's credentials, what was said, and what to renew where. */
export function credentialsCard(worded: WordedCredentials, labels: CardLabels): AdaptiveCard {
  const { app, fix, meanings, notes, evidence, links, test } = worded;
  const body: Element[] = [
    stateHead(worded),
    paragraph(worded.why, {}, 'Medium'),
    paragraph(test.text, {}, 'Small'),
    ...factRows(worded.facts),
    ...(fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : []),
    ...(meanings.length > 0 ? [sectionTitle(labels.usualMessages), ...factRows(meanings)] : []),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    folded('proof', labels.proof, proofItems(evidence, labels)),
  ];
  const asks: Execute[] = [
    ...(test.ask ? [tap(labels.tryCredentials, 'checkAgain', { question: test.ask })] : []),
    ...(isAskable(app.id)
      ? [
          tap(labels.checkAgain, 'checkAgain', { question: { kind: 'credentials', app: app.id } }),
          tap(labels.howIsIt, 'ask', { question: { kind: 'appStatus', app: app.id } }),
        ]
      : []),
  ];
  return card(worded.headline, labels, {
    body,
    actions: [...asks, unfold('proof', labels.proof), ...opening(links, labels)].slice(0, 6),
  });
}
