import type { ExplainedRow, Row } from '../answers/answer.ts';
import type { ChangeRow, ProblemRow } from '../answers/people-answers.ts';
import { cleaned } from './clean.ts';
import { clockFor } from './clock.ts';
import { firstNamed } from './explanation.ts';
import { wordLine } from './explanations.ts';
import { languageOf } from './languages.ts';
import { nameOfPerson } from './person.ts';
import { tellAlone } from './tell-alone.ts';
import type { Reader } from './worded.ts';

/** A line of a list as texts, by column. */
export type WordedRow = Readonly<Record<string, string>>;

/** The columns of the list of everybody with a problem, in order; their names are those of the JSON. */
const problemColumns = [
  'name',
  'userPrincipalName',
  'id',
  'type',
  'app',
  'outcome',
  'cause',
  'code',
  'reason',
  'at',
  'ref',
] as const;

const explainedColumns = ['person', 'address', 'app', 'verdict', 'cause', 'reason', 'fix'] as const;

const changeColumns = ['name', 'userPrincipalName', 'id', 'type', 'app', 'change', 'at', 'ref'] as const;

/** The columns of the lists that there are, by the kind of answer. */
export const columns = {
  appProblems: problemColumns,
  explanations: explainedColumns,
  appChanges: changeColumns,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListKind = keyof typeof columns;

/** Which list a line is of. */
export function listOf(row: Row): ListKind {
  if ('problem' in row) return 'appProblems';
  return 'line' in row ? 'explanations' : 'appChanges';
}

/** One line of a list; what is said in it is in the reader's language. */
export function wordRow(row: Row, reader: Reader): WordedRow {
  if ('problem' in row) return wordProblem(row, reader);
  return 'line' in row ? wordExplained(row, reader) : wordChange(row);
}

/** One person of an appProblems answer as texts, by column; the reason in the reader's language. */
function wordProblem(row: ProblemRow, reader: Reader): Readonly<Record<(typeof problemColumns)[number], string>> {
  const { app, problem } = cleaned(row);
  const { outcome, cause, code = '', documented, person } = problem;
  const language = languageOf(reader);
  const told = tellAlone({ app }, language, clockFor(language.tag, reader, person.at));
  const diagnosis = { ...told.diagnosis, cause, code: code || undefined, documented };
  return {
    name: firstNamed(person.name, person.userPrincipalName, person.id),
    userPrincipalName: person.userPrincipalName ?? '',
    id: person.id,
    type: person.type,
    app: app.name,
    outcome,
    cause,
    code,
    reason: language.reason(cause, { ...told, diagnosis }),
    at: person.at,
    ref: person.ref,
  };
}

function wordExplained(row: ExplainedRow, reader: Reader): Readonly<Record<(typeof explainedColumns)[number], string>> {
  const { app, line } = cleaned(row);
  const language = languageOf(reader);
  const asOf = line.answer.kind === 'explanation' ? line.answer.asOf : '';
  const worded = wordLine(line, language, clockFor(language.tag, reader, asOf));
  const isKnown = worded.kind === 'explanation';
  return {
    person: isKnown ? worded.subject.name : worded.text,
    address: isKnown ? (worded.subject.userPrincipalName ?? '') : '',
    app: firstNamed(app.name, app.galleryName, app.id),
    verdict: isKnown ? worded.verdict : worded.kind,
    cause: isKnown ? worded.cause : '',
    reason: isKnown ? worded.reason : worded.headline,
    fix: isKnown ? worded.fix.map(({ ownerName, text }) => `${ownerName}: ${text}`).join(' ') : '',
  };
}

function wordChange(row: ChangeRow): Readonly<Record<(typeof changeColumns)[number], string>> {
  const { app, change } = cleaned(row);
  return {
    name: nameOfPerson(change),
    userPrincipalName: change.userPrincipalName ?? '',
    id: change.id,
    type: change.type,
    app: app.name,
    change: change.change,
    at: change.at,
    ref: change.ref,
  };
}
