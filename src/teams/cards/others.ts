import type { WordedChoice, WordedHelp, WordedMeaning, WordedTopic, WordedTrouble } from '../../words/worded.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, evidenceItems, folded, open, paragraph, row, sectionTitle, steps, tap, unfold } from './parts.ts';

/** What a code or a pasted message means. */
export function meaningCard(worded: WordedMeaning, labels: CardLabels): AdaptiveCard {
  const { fix, evidence, links } = worded;
  const proof = evidence.length > 0;
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      paragraph(worded.why),
      ...(fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : []),
      ...(proof ? [folded('proof', labels.proof, evidenceItems(evidence, labels))] : []),
    ],
    actions: [...(proof ? [unfold('proof', labels.proof)] : []), ...open(labels.source, links.at(0))],
  });
}

/** How provisioning works. */
export function topicCard(worded: WordedTopic, labels: CardLabels): AdaptiveCard {
  return card(worded.headline, labels, {
    body: [heading(worded.headline), paragraph(worded.text)],
    actions: worded.links.slice(0, 2).flatMap((link) => open(labels.source, link)),
  });
}

/** What can be asked, each to tap. */
export function helpCard(worded: WordedHelp, labels: CardLabels): AdaptiveCard {
  return card(worded.headline, labels, {
    body: [heading(worded.headline), paragraph(worded.text), ...examples(worded.examples, labels)],
  });
}

/** Who or what is meant: a tap on one answers the question at once. */
export function choiceCard(worded: WordedChoice, labels: CardLabels): AdaptiveCard {
  const rows = worded.candidates.map(({ name, detail, question }) =>
    row(name, detail, tap(labels.choose(name), 'choose', { question })),
  );
  return card(worded.headline, labels, { body: [heading(worded.headline), paragraph(worded.text), ...rows] });
}

/** Why there is no answer, and the way on. */
export function troubleCard(worded: WordedTrouble, labels: CardLabels): AdaptiveCard {
  const again = worded.kind === 'unavailable' && worded.question;
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      paragraph(worded.text),
      ...(worded.correlationId
        ? [paragraph(`${labels.reference} ${worded.correlationId}`, { size: 'Small', isSubtle: true })]
        : []),
      ...examples(worded.examples, labels),
    ],
    actions: again ? [tap(labels.tryAgain, 'checkAgain', { question: again })] : [],
  });
}

function heading(text: string): Element {
  return paragraph(text, { size: 'Large', weight: 'Bolder' });
}

function examples(texts: readonly string[], labels: CardLabels): Element[] {
  if (texts.length === 0) return [];
  return [sectionTitle(labels.tryThese), ...texts.map((text) => row(text, '', tap(text, 'ask', { text })))];
}
