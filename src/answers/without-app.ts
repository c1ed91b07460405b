import type { App, LogEntry } from '../diagnosis/evidence.ts';
import type { ExplainQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { chooseApp, chooseSubject, noSuchSubject } from './choices.ts';
import { conclude } from './conclude.ts';
import { type FoundSubjects, nearestSubjects } from './find-subject.ts';
import { entriesOf, gather, readSchema, retentionStart } from './gather.ts';
import type { Turn } from './turn.ts';
import { withExtensions } from './with-extensions.ts';

/**
 * "Why was alice skipped?" names no app. The log of all apps, one request, tells which apps know the person: the only
 * one is meant, several are the asker's to choose. Throws GraphError.
 */
export async function explainWithoutApp(
  question: ExplainQuestion,
  text: string,
  found: FoundSubjects,
  turn: Turn,
): Promise<Answer> {
  const [subject, ...others] = found.subjects;
  if (!subject) return noSuchSubject(question, text, await nearestSubjects(text, question.subject, turn.reads));
  if (found.more || others.length > 0) return chooseSubject(question, text, undefined, found.subjects, found.more);
  turn.found.subject = subject;

  const log = await turn.reads.log({ sourceIds: [subject.id], from: retentionStart(turn.now) });
  const apps = appsOf(entriesOf(subject, log));
  const [app] = apps;
  if (!app) return { kind: 'notUnderstood', question, text, reason: 'missing-app' };
  if (apps.length > 1) return chooseApp({ ...question, user: subject.id }, '', apps);

  const [whole] = (await turn.reads.findApps(app.id)).filter((one) => one.id === app.id);
  const gathered = await gather(whole ?? app, [subject], turn, log);
  const schema = await readSchema(app, gathered, entriesOf(subject, log), turn.reads);
  const known = await withExtensions(subject, schema, turn);
  return conclude({ app: whole ?? app, subject: known, question, gathered, schema }, turn);
}

/** The apps that entries tell of, the one with the newest entry first. */
function appsOf(entries: readonly LogEntry[]): App[] {
  const apps = new Map<string, App>();
  for (const { app } of entries) {
    if (app.id && !apps.has(app.id)) apps.set(app.id, { id: app.id, name: app.name ?? app.id, roles: [] });
  }
  return [...apps.values()];
}
