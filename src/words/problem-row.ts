import type { ProblemRow } from '../answers/people-answers.ts';
import { cleaned } from './clean.ts';
import { clockFor } from './clock.ts';
import { firstNamed } from './explanation.ts';
import { languageOf } from './languages.ts';
import { tellAlone } from './tell-alone.ts';
import type { Reader } from './worded.ts';

/** The columns of the list of everybody, in order; their names are those of the JSON. */
export const problemColumns = [
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

/** One person of an appProblems answer as texts, by column; the reason in the reader's language. */
export function wordProblem(
  row: ProblemRow,
  reader: Reader,
): Readonly<Record<(typeof problemColumns)[number], string>> {
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
