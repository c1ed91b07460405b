import { cut } from '../../words/clean.ts';
import type { WordedProblem, WordedTrendPoint, WordedTroubled } from '../../words/worded-apps.ts';
import type { ColumnSet, Element, RichTextBlock, Verb } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { lineOf, listRow, paragraph, run, sectionTitle, small, tap } from './parts.ts';

/** The first column of a table of names or moments. */
export const nameWidth = '128px';

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Each cause once, with the first of those who met it; a tap asks for the whole explanation. */
export function problems(
  title: string,
  found: readonly WordedProblem[],
  labels: CardLabels,
  verb: Verb = 'ask',
): Element[] {
  if (found.length === 0) return [];
  const shown = found.slice(0, mostProblems);
  const rest = found.length - shown.length;
  return [
    sectionTitle(title),
    ...shown.flatMap(({ title, text, subjects, more, fix }) => [
      paragraph(title, { weight: 'Bolder' }, 'Small'),
      small(text),
      ...(fix ? [lineOf(fix.ownerName, ` · ${fix.text}`, 'None')] : []),
      ...subjects.map((one) => person(one, labels, verb)),
      ...(more === '' ? [] : [small(more, 'Small')]),
    ]),
    ...(rest > 0 ? [small(labels.moreCauses(rest), 'Medium')] : []),
  ];
}

/** The same, two lines a cause: for those whom earlier cycles left behind. A button beside asks for all of them. */
export function problemLines(title: string, found: readonly WordedProblem[]): Element[] {
  if (found.length === 0) return [];
  return [
    sectionTitle(title),
    ...found
      .slice(0, mostProblems)
      .flatMap(({ title, subjects, more }) => [
        paragraph(title, {}, 'Small'),
        small([...subjects.map(({ name }) => cut(name, 80)), more].filter((part) => part !== '').join(', ')),
      ]),
  ];
}

function person({ name, isNew, question }: WordedTroubled, labels: CardLabels, verb: Verb): Element {
  const shown = cut(name, 80);
  const title = isNew ? `${shown} (${labels.newOne})` : shown;
  return question ? listRow(title, '', tap(labels.explain(shown), verb, { question })) : paragraph(title, {}, 'Small');
}

const mostProblems = 4;

/** Bars of text: pictures inside a card do not reach every client of Teams. */
export function trend(points: readonly WordedTrendPoint[], labels: CardLabels): Element[] {
  if (points.length === 0) return [];
  // Moments of the same day are times only.
  const width = points.every(({ when }) => when.length <= 8) ? '72px' : nameWidth;
  const most = Math.max(...points.map(({ written, failed, unexpectedSkips }) => written + failed + unexpectedSkips), 1);
  return [
    sectionTitle(labels.trend),
    ...points.map(
      (point): ColumnSet => ({
        type: 'ColumnSet',
        spacing: 'Small',
        columns: [
          { type: 'Column', width, items: [small(point.when)] },
          { type: 'Column', width: 'stretch', items: [bar(point, most)] },
        ],
      }),
    ),
  ];
}

const barLength = 10;

function bar({ failed, unexpectedSkips, written, text }: WordedTrendPoint, most: number): RichTextBlock {
  const part = (count: number) => '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * barLength)));
  const runs = [
    run(part(failed), { size: 'Small', color: 'Attention' }),
    run(part(unexpectedSkips), { size: 'Small', color: 'Warning' }),
    run(part(written), { size: 'Small', color: 'Good' }),
  ].filter((one) => one.text.trim() !== '');
  return {
    type: 'RichTextBlock',
    inlines: [...runs, run(runs.length > 0 ? ` ${text}` : text, { size: 'Small' })],
    spacing: 'None',
  };
}
