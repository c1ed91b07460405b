import { findTutorial } from '../diagnosis/catalogue/tutorials.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { App, Known, Subject, SyncSchema } from '../diagnosis/evidence.ts';
import type { ExplainQuestion } from '../questions/question.ts';
import type { ExplanationAnswer, Taken } from './answer.ts';
import { entriesOf, type Gathered, toEvidence } from './gather.ts';
import type { Turn } from './turn.ts';

export interface Concluding {
  readonly app: App;
  readonly subject: Subject;
  readonly question: ExplainQuestion;
  readonly gathered: Gathered;
  readonly schema: Known<SyncSchema>;
  readonly taken?: Taken;
}

/** From what was read to the answer: no more requests. */
export function conclude(
  { app, subject, question, gathered, schema, taken }: Concluding,
  turn: Turn,
): ExplanationAnswer {
  const evidence = toEvidence(app, subject, gathered, schema, turn.now);
  const [newest] = entriesOf(subject, gathered.log);
  return {
    kind: 'explanation',
    question,
    subject,
    app,
    diagnosis: diagnose(evidence),
    taken,
    asOf: asOf(gathered, turn.now),
    tutorial: findTutorial([app.galleryName, newest?.targetSystem, app.name])?.slug,
    tenantId: newest?.tenantId,
  };
}

/** A log that was read a moment ago, for somebody else, is as old as that. */
function asOf({ log }: Gathered, now: Date): string {
  return log.known && Date.parse(log.at) < now.getTime() ? log.at : now.toISOString();
}
