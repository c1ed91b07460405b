import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { WordedExplanation } from '../../words/worded.ts';
import type { AdaptiveCard, Container, ContainerStyle, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import {
  card,
  folded,
  heading,
  lineOf,
  opening,
  paragraph,
  row,
  sectionTitle,
  small,
  steps,
  tap,
  unfold,
} from './parts.ts';
import { proofItems } from './proof.ts';

/** Why somebody is, or is not, in an app: the verdict with its reason, then and now, steps, and the proof folded away. */
export function explanationCard(worded: WordedExplanation, labels: CardLabels): AdaptiveCard {
  const { evidence, notes, links, ticket } = worded;
  const hasTicket = ticket !== '';
  const body: Element[] = [
    verdict(worded, labels),
    ...whomItTook(worded, labels),
    paragraph(worded.why, {}, 'Medium'),
    ...thenAndNow(worded, labels),
    ...whatToDo(worded, labels),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    folded('proof', labels.proof, proofItems(evidence, labels)),
    ...(hasTicket ? [folded('ticket', labels.ticket, ticketLines(worded))] : []),
  ];
  return card(worded.headline, labels, {
    body,
    // What there is to read gives way to what there is to do.
    actions: [
      tap(labels.checkAgain, 'checkAgain', { question: sameAgain(worded) }),
      ...(worded.withheld ? [tap(labels.showToMe, 'showToMe', { question: sameAgain(worded) })] : []),
      unfold('proof', labels.proof),
      ...(hasTicket ? [unfold('ticket', labels.ticket)] : []),
      ...opening(links, labels),
    ].slice(0, mostActions),
  });
}

/** Whom it took for a name of several; a tap shows the others. */
function whomItTook({ taken, question }: WordedExplanation, labels: CardLabels): Element[] {
  if (taken === undefined) return [];
  if (question.kind !== 'explain') return [small(taken, 'Small')];
  return [row(labels.notThisOne, taken, tap(labels.notThisOne, 'choose', { question: { ...question, choose: true } }))];
}

/** Teams shows no more. */
const mostActions = 6;

/** Checking again is about the one who was found, not about whoever bears the name by then. */
function sameAgain({ question, subject, app }: WordedExplanation): WordedExplanation['question'] {
  if (question.kind !== 'explain' || subject.id === '' || app.id === '') return question;
  return { ...question, user: subject.id, app: app.id, subject: subject.type };
}

/** The verdict as a word, whom and what it is about, and the reason, on a tint that only repeats what the word says. */
function verdict(worded: WordedExplanation, labels: CardLabels): Container {
  const { subject, app, verdictName } = worded;
  const isLeftOut = worded.verdict === 'skipped' || worded.verdict === 'notProvisioned';
  const word = worded.expected && isLeftOut ? labels.asExpected(verdictName) : verdictName;
  const who = [subject.name, subject.userPrincipalName, app.name].filter(Boolean).join(' · ');
  return {
    type: 'Container',
    style: toneOf(worded),
    bleed: true,
    items: [lineOf(word, ` — ${who}`), heading(reasonOf(worded), 'Small')],
  };
}

/** The names stand above it already. */
function reasonOf({ reason, headline }: WordedExplanation): string {
  const text = reason ?? headline;
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function thenAndNow({ now }: WordedExplanation, labels: CardLabels): Element[] {
  if (now.text === '') return [];
  if (!now.differs && now.expectedAt === undefined) return [small(now.text, 'Small')];
  const title = paragraph(now.differs ? labels.sinceThen : labels.today, { size: 'Small', weight: 'Bolder' });
  return [{ type: 'Container', style: 'emphasis', spacing: 'Medium', items: [title, paragraph(now.text, {}, 'None')] }];
}

/** Where nothing is to be fixed, that is said first and plainly; the steps are then for whoever wants it otherwise. */
function whatToDo({ fix, expected }: WordedExplanation, labels: CardLabels): Element[] {
  const nothing = fix.filter(({ step }) => step === 'nothing-to-do');
  const rest = fix.filter(({ step }) => step !== 'nothing-to-do');
  const title = expected || nothing.length > 0 ? labels.ifWanted : labels.whatToDo;
  const plainly = nothing.map(({ text }) => text);
  if (expected && nothing.length === 0) plainly.push(labels.nothingToFix);
  return [
    ...plainly.map((text) => paragraph(text, { weight: 'Bolder' }, 'Medium')),
    ...(rest.length > 0 ? [sectionTitle(title), ...steps(rest)] : []),
  ];
}

function toneOf({ verdict: is, expected }: WordedExplanation): ContainerStyle {
  if (expected && is !== 'failed') return 'good';
  return tones[is];
}

const tones: Readonly<Record<Verdict, ContainerStyle>> = {
  provisioned: 'good',
  deprovisioned: 'accent',
  pending: 'accent',
  skipped: 'warning',
  notProvisioned: 'warning',
  failed: 'attention',
  unknown: 'emphasis',
};

/** One block a line, so that what is copied keeps its lines. Our own links stand alone: only a TextBlock breaks them where they are too long. */
function ticketLines({ ticket, links }: WordedExplanation): Element[] {
  const ours = new Set(links.map(({ url }) => url));
  const look = { fontType: 'Monospace', size: 'Small' } as const;
  return ticket.split('\n').flatMap((line, index): Element[] => {
    const spacing = index === 0 ? 'Small' : 'None';
    const [, before = '', url = ''] = /^(.*?)(https:\/\/\S+)$/.exec(line) ?? [];
    if (!ours.has(url)) return [paragraph(line.trim() === '' ? '\u00a0' : line.trimEnd(), look, spacing)];
    return [paragraph(before.trimEnd(), look, spacing), { type: 'TextBlock', text: url, wrap: true, ...look, spacing }];
  });
}
