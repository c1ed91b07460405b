import type { Question } from '../../questions/question.ts';
import type {
  Link,
  WordedAbout,
  WordedChoice,
  WordedHelp,
  WordedMeaning,
  WordedNotMine,
  WordedTopic,
  WordedTrouble,
} from '../../words/worded.ts';
import type { AdaptiveCard, OpenUrl } from './elements.ts';
import type { CardLabels } from './labels.ts';
import {
  card,
  examples,
  folded,
  heading,
  listRow,
  opening,
  paragraph,
  row,
  sectionTitle,
  small,
  steps,
  tap,
  unfold,
} from './parts.ts';
import { inert } from './plain-text.ts';
import { proofItems } from './proof.ts';

/** What a code or a pasted message means. */
export function meaningCard(worded: WordedMeaning, labels: CardLabels): AdaptiveCard {
  const { fix, evidence, links } = worded;
  const proof = evidence.length > 0;
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      paragraph(worded.why),
      ...(fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : []),
      ...(proof ? [folded('proof', labels.proof, proofItems(evidence, labels))] : []),
    ],
    actions: [...(proof ? [unfold('proof', labels.proof)] : []), ...sources(links)],
  });
}

/** How provisioning works. */
export function topicCard(worded: WordedTopic, labels: CardLabels): AdaptiveCard {
  return card(worded.headline, labels, {
    body: [heading(worded.headline), paragraph(worded.text)],
    actions: sources(worded.links),
  });
}

/** What can be asked, each to tap. */
export function helpCard(worded: WordedHelp, labels: CardLabels): AdaptiveCard {
  return card(worded.headline, labels, {
    body: [heading(worded.headline), paragraph(worded.text), ...examples(worded.examples, labels)],
  });
}

/** A small reply about Skipper itself. */
export function aboutCard(worded: WordedAbout, labels: CardLabels): AdaptiveCard {
  return card(worded.headline, labels, {
    body: [heading(worded.headline), paragraph(worded.text), ...examples(worded.examples, labels)],
  });
}

/** Who does what Skipper doesn't, and where; and what it can answer instead, in a message below. */
export function notMineCard(worded: WordedNotMine, labels: CardLabels): AdaptiveCard {
  const { fix, links, actions } = worded;
  const page = fix.find(({ link }) => link !== undefined)?.link;
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      paragraph(worded.text),
      ...(fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : []),
      ...(actions.length > 0 ? [sectionTitle(labels.tryThese)] : []),
      ...actions.map(({ title, question }) => row(title, '', tap(title, 'open', { question }))),
      ...examples(worded.examples, labels),
    ],
    actions: opening([...(page ? [{ title: labels.openInEntra, url: page }] : []), ...links], labels),
  });
}

/** Up to so many candidates each get a field of their own; more become a list. */
const mostFields = 5;

/** Who or what is meant: a tap on one answers the question at once. */
export function choiceCard(worded: WordedChoice, labels: CardLabels): AdaptiveCard {
  const asRow = worded.candidates.length > mostFields ? listRow : row;
  const of = worded.correlationId === undefined ? {} : { of: worded.correlationId };
  const rows = worded.candidates.map(({ type, name, detail, question }) =>
    asRow(name, detail, tap(type === 'question' ? name : labels.choose(name), 'choose', { question, ...of })),
  );
  return card(worded.headline, labels, {
    body: [heading(worded.headline), paragraph(worded.text), ...rows, ...examples(worded.examples, labels)],
    actions: worded.withheld ? [tap(labels.showToMe, 'showToMe', { question: worded.question })] : [],
  });
}

/** Why there is no answer, and the way on. */
export function troubleCard(worded: WordedTrouble, labels: CardLabels): AdaptiveCard {
  const { question } = worded;
  const again = worded.kind !== 'notUnderstood' && question && question.kind !== 'help' && isShort(question);
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      paragraph(worded.text),
      ...(worded.correlationId ? [small(`${labels.reference} ${worded.correlationId}`, 'Small')] : []),
      ...examples(worded.examples, labels),
    ],
    actions: again ? [tap(labels.tryAgain, 'checkAgain', { question })] : [],
  });
}

/** A pasted page is not carried in a button, twice; it can be pasted again. */
function isShort(question: Question): boolean {
  return JSON.stringify(question).length <= 4000;
}

/** What the answer rests on, each page a button with its own name. */
function sources(links: readonly Link[]): OpenUrl[] {
  return links.slice(0, 3).map(({ title, url }) => ({ type: 'Action.OpenUrl', title: inert(title), url }));
}
