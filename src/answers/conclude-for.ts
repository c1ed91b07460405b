import type { App, Known, LogReading, Subject, SyncSchema } from '../diagnosis/evidence.ts';
import type { ExplainQuestion } from '../questions/question.ts';
import type { ExplanationAnswer, Taken } from './answer.ts';
import { conclude } from './conclude.ts';
import type { FoundInLog } from './find-in-log.ts';
import { entriesOf, type Gathered, isInbound, readSchema } from './gather.ts';
import type { Turn } from './turn.ts';
import { withExtensions } from './with-extensions.ts';

/** Somebody of the directory in one app, with what was read of both. */
export interface Meant {
  readonly app: App;
  readonly subject: Subject;
  readonly question: ExplainQuestion;
  readonly gathered: Gathered;
  readonly taken?: Taken;
}

/**
 * Why that person is, or is not, in the app: the same whether one is asked about or many. `asWorkers` looks the person up
 * in the log of an app that is keyed by an HR system. Throws GraphError.
 */
export async function concludeFor(
  { app, subject, question, gathered, taken }: Meant,
  turn: Turn,
  asWorkers: () => Promise<FoundInLog>,
): Promise<ExplanationAnswer> {
  const schema = await readSchema(app, gathered, entriesOf(subject, gathered.log), turn.reads);
  if (isKeyedByWorkers(subject, gathered.log, schema)) {
    // The HR system's log knows the worker, not the Entra user that the worker becomes.
    const { subjects, log } = await asWorkers();
    const [worker, ...others] = subjects;
    if (worker && others.length === 0) {
      const both = { ...worker, attributes: { ...subject.attributes, ...worker.attributes } };
      return conclude({ app, subject: both, question, gathered: { ...gathered, log }, schema, taken }, turn);
    }
  }
  const whole = await withExtensions(subject, schema, turn);
  return conclude({ app, subject: whole, question, gathered, schema, taken }, turn);
}

/** Whether somebody of whom the log holds nothing may stand in it as a worker. */
export function isKeyedByWorkers(subject: Subject, log: Known<LogReading>, schema: Known<SyncSchema>): boolean {
  return entriesOf(subject, log).length === 0 && isInbound(schema);
}
