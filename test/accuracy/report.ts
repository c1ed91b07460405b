import type { Figures } from './figures.ts';
import type { Judged } from './judge.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const two = (figure: number) => figure.toFixed(2);

/** The table that the terminal shows. */
export function tableOf(figures: Figures): string {
  const rows = [
    ['cause', 'cases', 'right', 'wrong', 'precision', 'recall', 'F1'],
    ...figures.causes.map((each) => [
      each.cause,
      String(each.cases),
      String(each.right),
      String(each.wrong),
      two(each.precision),
      two(each.recall),
      two(each.f1),
    ]),
  ];
  const lines = [
    ...aligned(rows),
    '',
    `right      ${figures.right} of ${figures.cases} (${percent(figures.rightShare)})`,
    `causes     ${figures.causes.length}`,
    `macro-F1   ${figures.macroF1.toFixed(3)}`,
    ...figures.broken.map(({ must, ids }) => `${must}: ${ids.length}${ids.length === 0 ? '' : ` (${ids.join(', ')})`}`),
  ];
  if (figures.confusion.length > 0) {
    const confused = figures.confusion.map((each) => [each.labelled, each.answered, String(each.times)]);
    lines.push('', ...aligned([['labelled', 'answered', 'times'], ...confused]));
  }
  return `${lines.join('\n')}\n`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The file to read: the table, then every wrong case with what was wanted and what was said. */
export function reportOf(figures: Figures, judged: readonly Judged[]): string {
  const wrong = judged.filter((each) => each.mismatches.length > 0);
  return [
    '# Accuracy',
    '',
    '```',
    tableOf(figures).trimEnd(),
    '```',
    '',
    `## Wrong cases: ${wrong.length}`,
    ...wrong.flatMap(({ one, headline, mismatches, broken }) => [
      '',
      `### ${one.id}`,
      '',
      `Asked: \`${one.ask}\``,
      '',
      `Answered: \`${headline ?? ''}\``,
      '',
      `Rests on: ${one.from}`,
      '',
      ...broken.map((must) => `- **${must}**`),
      ...mismatches.map(({ field, wanted, got }) => `- ${field}: wanted \`${wanted}\`, got \`${got}\``),
    ]),
    '',
  ].join('\n');
}
