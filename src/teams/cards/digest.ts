import type { WordedDigest, WordedDigestApp } from '../../words/worded-news.ts';
import type { AdaptiveCard, Colour, Container, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { buttons } from './news.ts';
import { card, heading, lineOf, paragraph, run, small, tap } from './parts.ts';

/** So many apps are told one by one; what is beyond them fares no worse. */
const mostApps = 12;
const mostCauses = 3;

/** A day in one card: the app that needs somebody most first, each to tap. */
export function digestCard(worded: WordedDigest, labels: CardLabels): AdaptiveCard {
  const { apps, when, text, subscribed } = worded;
  const rest = apps.slice(mostApps);
  return card(worded.headline, labels, {
    body: [
      small(when),
      heading(worded.headline, 'None'),
      paragraph(text, {}, 'Small'),
      ...apps.slice(0, mostApps).map((app, index) => row(app, index, labels)),
      ...(rest.length > 0
        ? [lineOf(labels.moreApps(rest.length), ` · ${rest.map(({ name }) => name).join(', ')}`)]
        : []),
      small(subscribed, 'Medium'),
    ],
    actions: buttons(worded.actions),
  });
}

function row(app: WordedDigestApp, index: number, labels: CardLabels): Container {
  const { name, reason, tone, text, problems, question } = app;
  const more = problems.length - mostCauses;
  const colour: Colour = tone === 'stopped' ? 'Attention' : tone === 'wrong' ? 'Warning' : 'Good';
  const title: Element = {
    type: 'RichTextBlock',
    inlines: [run(name, { weight: 'Bolder' }), run(` · ${reason}`, { color: colour, weight: 'Bolder' })],
    spacing: 'None',
  };
  return {
    type: 'Container',
    separator: true,
    spacing: index === 0 ? 'Medium' : 'Small',
    items: [
      title,
      ...(text === '' ? [] : [small(text)]),
      ...problems.slice(0, mostCauses).map((problem) => small(`${problem.title} (${problem.text})`)),
      ...(more > 0 ? [small(labels.moreCauses(more))] : []),
    ],
    selectAction: tap(name, 'open', { question }),
  };
}
