import type { Need } from '../../diagnosis/health.ts';
import type { WordedAppLine, WordedOverview } from '../../words/worded-apps.ts';
import type { AdaptiveCard, Colour, Container, Execute } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, heading, paragraph, run, small, tap } from './parts.ts';

/** Every provisioned app, worst first, a page at a time; a tap on one asks how it is doing. */
export function overviewCard(worded: WordedOverview, labels: CardLabels): AdaptiveCard {
  const { page, notes, filters, question } = worded;
  const asOf = [page.text, labels.asOf(worded.asOf)].filter((part) => part !== '').join(' · ');
  const turns = [page.next, page.before].filter((one) => one !== undefined);
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      ...(worded.text === '' ? [] : [paragraph(worded.text)]),
      ...page.apps.map((line) => appLine(line, labels)),
      ...notes.map((note) => small(note, 'Medium')),
      small(asOf, 'Medium'),
    ],
    actions: [
      ...turns.map((one): Execute => tap(one.title, 'checkAgain', { question: one.question })),
      ...filters.map((one): Execute => tap(one.title, 'checkAgain', { question: one.question })),
      tap(labels.checkAgain, 'checkAgain', { question }),
    ],
  });
}

function appLine({ name, stateName, need, text, question }: WordedAppLine, labels: CardLabels): Container {
  const state = run(stateName, { size: 'Small', weight: 'Bolder', color: colourOf(need) });
  const rest = text === '' ? [] : [run(` · ${text}`, { size: 'Small', isSubtle: true })];
  return {
    type: 'Container',
    spacing: 'Small',
    separator: true,
    items: [
      paragraph(name, { weight: 'Bolder', color: question ? 'Accent' : 'Default' }),
      { type: 'RichTextBlock', inlines: [state, ...rest], spacing: 'None' },
    ],
    selectAction: question && tap(labels.statusOf(name), 'ask', { question }),
  };
}

/** Only repeats what the word says, and only where it matters: pale colours are hard to read as small text. */
function colourOf(need: Need): Colour {
  return need === 'broken' ? 'Attention' : 'Default';
}
