import type { Answer } from '../../../src/answers/answer.ts';
import type { Bin } from './calibration.ts';
import firstRuns from './first-runs.json' with { type: 'json' };
import { type Figure, figureNames, type Miss } from './floors.ts';
import type { JudgedText, Measured, RoundFigures } from './measure.ts';
import { portionOf, type Share, sharesBy } from './shares.ts';
import type { VariedFigures } from './vary.ts';

const labels: Readonly<Record<Figure, string>> = {
  right: 'right at once',
  close: 'right, or offered to choose from',
  told: 'invented names: told that nobody is called so',
  offtopic: 'other matters and small talk right',
  orders: 'orders right',
  followUps: 'follow-ups in a dialogue right',
  languages: 'other languages right',
  wrongName: 'answered about a wrong person or app',
  nobodyNamed: 'answered about a person nobody named',
  somebodyElse: 'invented names: answered about somebody else',
  changes: 'other matters that change notifications',
  asked: 'refused, and Graph asked all the same',
};

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const shown = (share: Share) => (share.of === 0 ? '–' : `${share.count} of ${share.of} (${percent(portionOf(share))})`);

/** A column for each round as it is read today, and one for each first run. */
export function roundLines(rounds: readonly RoundFigures[], trained: readonly Share[] = []): readonly string[] {
  const first = (round: number, figure: Figure): string => {
    const run: Readonly<Record<string, number | null>> | undefined = firstRuns.find((one) => one.round === round);
    const value = run?.[figure];
    return typeof value === 'number' ? percent(value) : '–';
  };
  return aligned([
    ['understanding', ...rounds.flatMap(({ round }) => [`round ${round}`, 'first run'])],
    ['texts that training has by now', ...rounds.flatMap((_, at) => [shown(trained[at] ?? { count: 0, of: 0 }), ''])],
    ...figureNames.map((figure) => [
      labels[figure],
      ...rounds.flatMap((one) => [shown(one[figure]), first(one.round, figure)]),
    ]),
  ]);
}

/** The shares of each voice and of each kind of question. */
export function groupLines({ round, utterances }: Measured): readonly string[] {
  const lines = (groupOf: (one: JudgedText) => string) =>
    sharesBy(utterances, groupOf, ({ verdict }) => verdict.right).map(({ name, share }) => [name, shown(share)]);
  return aligned([
    [`voice, round ${round}`, 'right at once'],
    ...lines(({ text }) => text.voice ?? 'none'),
    ['', ''],
    [`group, round ${round}`, 'right at once'],
    ...lines(({ text }) => text.group ?? 'none'),
  ]);
}

export function variedLines(varied: readonly VariedFigures[]): readonly string[] {
  return aligned([
    ['the same question with', 'answers that change'],
    ...varied.map(({ name, changed }) => [name, shown(changed)]),
  ]);
}

export function calibrationLines(bins: readonly Bin[], error: number): readonly string[] {
  const rows = bins.map(({ from, to, mean, right }) => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    right.of === 0 ? '–' : mean.toFixed(2),
    shown(right),
  ]);
  return [...aligned([['confidence', 'mean', 'right'], ...rows]), `calibration error ${error.toFixed(3)}`];
}

export function crossValidationLines(
  checked: Readonly<Record<string, { readonly accuracy: number; readonly count: number }>>,
): readonly string[] {
  const rows = Object.entries(checked).map(([name, { accuracy, count }]) => [name, percent(accuracy), `of ${count}`]);
  return aligned([['cross-validated', 'right', ''], ...rows]);
}

export function missLines(misses: readonly Miss[]): readonly string[] {
  if (misses.length === 0) return ['Every floor of understanding is held.'];
  return misses.map(
    ({ figure, value, floor }) => `missed: ${figure} is ${percent(value)}, agreed was ${percent(floor)}`,
  );
}

/** Every text that went wrong, for a file to read. */
export function wrongLines(measured: Measured, varied: readonly VariedFigures[] = []): readonly string[] {
  const { utterances, offtopic, turns, languages, names } = measured;
  const wrong = (name: string, all: readonly JudgedText[]) => [
    '',
    `## ${name}`,
    '',
    ...all
      .filter(({ verdict }) => !verdict.right)
      .map(
        ({ text, answered, verdict }) =>
          `- ${JSON.stringify(text.text)}: wanted ${text.accept.join(' or ')}${text.meant === undefined ? '' : ` of ${text.meant}`}, got ${briefly(answered.answer)}${verdict.close ? ' (offered)' : ''}`,
      ),
  ];
  return [
    `# Understanding: what went wrong in round ${measured.round}`,
    ...wrong('Utterances', utterances),
    ...wrong('Other matters and orders', offtopic),
    ...wrong('Dialogues', turns),
    ...wrong('Other languages', languages),
    '',
    '## Invented names',
    '',
    ...names
      .filter(({ verdict }) => verdict.somebodyElse || !verdict.told)
      .map(({ name, answer }) => `- ${JSON.stringify(name.text)}: ${name.invented}, got ${briefly(answer)}`),
    ...varied.flatMap(({ name, texts }) => [
      '',
      `## Changed by ${name}`,
      '',
      ...texts.map(({ text, before, after }) => `- ${JSON.stringify(text)}: ${before.kind} became ${after.kind}`),
    ]),
    '',
  ];
}

/** The kind of an answer with the names in it. */
export function briefly(answer: Answer): string {
  switch (answer.kind) {
    case 'explanation':
      return `${answer.kind} of ${answer.subject.name} / ${answer.app.name}`;
    case 'userOverview':
      return `${answer.kind} of ${answer.subject.name}`;
    case 'explanations':
    case 'appStatus':
    case 'appProblems':
    case 'appChanges':
    case 'credentials':
      return `${answer.kind} of ${answer.app.name}`;
    case 'choice':
    case 'notFound':
      return `${answer.kind} of ${answer.of}: ${answer.candidates.map(({ name, question }) => name || question.kind).join(', ')}`;
    case 'topic':
      return `${answer.kind} ${answer.topic}`;
    case 'about':
    case 'notMine':
      return `${answer.kind} ${answer.of}`;
    default:
      return answer.kind;
  }
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
