import type { WordedAction } from '../../words/worded.ts';
import type { NewsTone, WordedFigure, WordedNews } from '../../words/worded-news.ts';
import { problems, trend } from './cycle-parts.ts';
import type { Action, AdaptiveCard, Colour, Column, ColumnSet, Container, ContainerStyle } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, heading, lineOf, opening, paragraph, run, sectionTitle, small, steps, tap } from './parts.ts';

/** What happened to an app: what the cycle wrote, who is newly in trouble and why, what to do, and how to hear less of it. */
export function newsCard(worded: WordedNews, labels: CardLabels): AdaptiveCard {
  const { text, apart, fix, notes, subscribed, links } = worded;
  return card(worded.headline, labels, {
    body: [
      head(worded),
      ...(text === '' ? [] : [paragraph(text, {}, 'Medium')]),
      ...figures(worded.figures),
      ...(apart === '' ? [] : [small(apart, 'Small')]),
      ...(fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : []),
      ...problems(labels.trouble, worded.problems, labels, 'open'),
      ...(worded.trend.length > 1 ? trend(worded.trend, labels) : []),
      ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
      small(subscribed, 'Medium'),
    ],
    actions: [...buttons(worded.actions), ...opening(links, labels)].slice(0, 6),
  });
}

/** What it is as a word, and when; then which app and what is new, for it stands alone between other messages. */
function head({ word, when, headline, tone }: WordedNews): Container {
  return {
    type: 'Container',
    style: styleOf[tone],
    bleed: true,
    items: [lineOf(word, ` — ${when}`), heading(headline, 'Small')],
  };
}

export const styleOf: Readonly<Record<NewsTone, ContainerStyle>> = {
  stopped: 'attention',
  wrong: 'warning',
  fine: 'good',
};

/** These keep the card, and are answered below it: news is not to be lost by a tap. */
export function buttons(actions: readonly WordedAction[]): Action[] {
  return actions.map(({ title, question }) => tap(title, 'open', { question }));
}

/** So many figures stand side by side on a phone. */
const inRow = 4;

/** What was written above, what was not below: each figure large, over its name. */
function figures(all: readonly WordedFigure[]): ColumnSet[] {
  const rows: (readonly WordedFigure[])[] = [];
  for (let start = 0; start < all.length; start += inRow) rows.push(all.slice(start, start + inRow));
  return rows.map((row, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Medium' : 'Small',
    columns: Array.from({ length: inRow }, (_, place) => tile(row[place])),
  }));
}

function tile(figure: WordedFigure | undefined): Column {
  if (!figure) return { type: 'Column', width: 'stretch', items: [small(' ')] };
  const isNone = figure.all === '0';
  const colour = isNone ? undefined : colours[figure.count];
  const number = run(figure.all, {
    size: 'Large',
    weight: 'Bolder',
    ...(isNone ? { isSubtle: true } : {}),
    ...(colour ? { color: colour } : {}),
  });
  return {
    type: 'Column',
    width: 'stretch',
    items: [{ type: 'RichTextBlock', inlines: [number], spacing: 'None' }, small(figure.name)],
  };
}

/** A colour only repeats what the name under the figure says. */
const colours: Partial<Readonly<Record<WordedFigure['count'], Colour>>> = {
  failed: 'Attention',
  unexpectedSkips: 'Warning',
  warnings: 'Warning',
  heldDeletions: 'Attention',
  created: 'Good',
};
