import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { WordedExplanation } from '../../words/worded.ts';
import type { AdaptiveCard, Container, ContainerStyle, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, evidenceItems, folded, open, paragraph, sectionTitle, small, steps, tap, unfold } from './parts.ts';

/** Why somebody is, or is not, in an app: who and where, the verdict with its reason, then and now, steps, and the proof folded away. */
export function explanationCard(worded: WordedExplanation, labels: CardLabels): AdaptiveCard {
  const { subject, app, fix, evidence, notes, links } = worded;
  const who = [subject.name, subject.userPrincipalName, app.name].filter(Boolean).join(' · ');
  const body: Element[] = [
    small(who),
    verdict(worded),
    paragraph(worded.why, {}, 'Small'),
    ...thenAndNow(worded, labels),
    ...(fix.length > 0 ? [sectionTitle(worded.expected ? labels.nothingToFix : labels.whatToDo), ...steps(fix)] : []),
    ...notes.map((note) => small(note, 'Small')),
    small(labels.asOf(worded.asOf), 'Small'),
    folded('proof', labels.proof, evidenceItems(evidence, labels)),
    folded('ticket', labels.ticket, ticketLines(worded.ticket)),
  ];
  return card(worded.headline, labels, {
    body,
    actions: [
      tap(labels.checkAgain, 'checkAgain', { question: sameAgain(worded) }),
      unfold('proof', labels.proof),
      unfold('ticket', labels.ticket),
      ...open(labels.openInEntra, links[0]),
    ],
  });
}

/** Checking again is about the one who was found, not about whoever bears the name by then. */
function sameAgain({ question, subject, app }: WordedExplanation): WordedExplanation['question'] {
  if (question.kind !== 'explain' || subject.id === '' || app.id === '') return question;
  return { ...question, user: subject.id, app: app.id, subject: subject.type };
}

function verdict(worded: WordedExplanation): Element {
  const badge: Container = {
    type: 'Container',
    style: toneOf(worded),
    items: [{ type: 'TextBlock', text: worded.verdictName, wrap: true, weight: 'Bolder', size: 'Small' }],
  };
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'Center',
        items: [paragraph(reasonOf(worded), { size: 'Large', weight: 'Bolder' })],
      },
      { type: 'Column', width: 'auto', items: [badge] },
    ],
  };
}

/** The names stand above it already. */
function reasonOf({ reason, headline }: WordedExplanation): string {
  const text = reason ?? headline;
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function thenAndNow(worded: WordedExplanation, labels: CardLabels): Element[] {
  const { now } = worded;
  if (now.text === '') return [];
  if (!now.differs && now.expectedAt === undefined) return [small(now.text, 'Small')];
  const title = paragraph(now.differs ? labels.sinceThen : labels.today, { size: 'Small', weight: 'Bolder' });
  return [{ type: 'Container', style: 'emphasis', spacing: 'Medium', items: [title, paragraph(now.text, {}, 'None')] }];
}

/** The colour only repeats what the word says. */
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
  unknown: 'default',
};

/** One block a line, so that what is copied keeps its lines. */
function ticketLines(ticket: string): Element[] {
  const lines = ticket.split('\n').map((line) => line.trimEnd());
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .map((line) => paragraph(line, { fontType: 'Monospace', size: 'Small' }, 'None'));
}
