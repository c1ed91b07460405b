import type { App, Subject } from '../diagnosis/evidence.ts';
import type { ExplainQuestion } from '../questions/question.ts';
import { fold } from '../questions/text/normalize.ts';
import type { Answer, Taken } from './answer.ts';
import { chooseApp, chooseSubject, noSuchApp, noSuchSubject } from './choices.ts';
import { conclude } from './conclude.ts';
import { concludeFor } from './conclude-for.ts';
import { findApp, nearestApps, onlyProvisioned } from './find-app.ts';
import { findInLog } from './find-in-log.ts';
import {
  type FoundSubjects,
  findJoinedSubjects,
  findSubjects,
  mostCompared,
  nearestSubjects,
  nearlyNamed,
  sameNamed,
} from './find-subject.ts';
import { entriesOf, type Gathered, gather, isAssigned, type Live, readSchema } from './gather.ts';
import type { Turn } from './turn.ts';
import { explainWithoutApp } from './without-app.ts';

/** Why somebody is, or is not, in an app. Throws GraphError. */
export async function explain(question: ExplainQuestion, turn: Turn): Promise<Answer> {
  const [app, subjects] = await Promise.all([
    question.app === undefined ? ({ found: 'none', nearest: [] } as const) : findApp(question.app, turn.reads),
    question.user === undefined ? { subjects: [] } : findSubjects(question.user, question.subject, turn),
  ]);
  const { user } = question;
  if (user === undefined) {
    // Whoever is named next is asked about in it.
    if (app.found === 'one') turn.found.app = app.app;
    const text = app.found === 'one' ? app.app.name : (question.app ?? '');
    return { kind: 'notUnderstood', question, text, reason: 'missing-user' };
  }
  if (question.app === undefined) return explainWithoutApp(question, user, subjects, turn);

  if (subjects.subjects.length === 0) {
    const named = await findJoinedSubjects(user, question.subject, turn);
    if (named.length > 1) return chooseSubject(question, user, app.found === 'one' ? app.app : undefined, named);
  }
  const [subject, ...others] = subjects.subjects;
  if (others.length === 0) turn.found.subject = subject;
  switch (app.found) {
    case 'one':
      return explainIn(app.app, question, user, subjects, turn);
    case 'several':
      return explainInOneOf(app.apps, question, user, subjects, turn);
    case 'none': {
      const nearest = await nearestApps(question.app, turn.reads);
      if (nearest.found === 'one') return explainIn(nearest.app, question, user, subjects, turn);
      if (nearest.found === 'several') return chooseApp(question, question.app, nearest.apps);
      return noSuchApp(question, question.app, [...app.nearest, ...nearest.nearest]);
    }
  }
}

/** Only one of them may provision at all; else they are the asker's to choose. */
async function explainInOneOf(
  apps: readonly App[],
  question: ExplainQuestion,
  user: string,
  subjects: FoundSubjects,
  turn: Turn,
): Promise<Answer> {
  const provisioned = await onlyProvisioned(apps, turn.reads);
  if (provisioned) return explainIn(provisioned, question, user, subjects, turn);
  return chooseApp(question, question.app ?? '', apps);
}

async function explainIn(
  app: App,
  question: ExplainQuestion,
  text: string,
  found: FoundSubjects,
  turn: Turn,
): Promise<Answer> {
  turn.found.app = app;
  if (found.subjects.length === 0) return explainFromLog(app, question, text, turn);
  if (found.more || question.choose || isSurname(text, found) || found.subjects.length > mostCompared)
    return chooseSubject(withoutChoice(question), text, app, found.subjects, found.more);

  const [only, ...others] = found.subjects;
  const meanwhile = only && others.length === 0 ? tellWithoutLog(app, only, question, turn) : undefined;
  const gathered = await gather(app, found.subjects, turn, undefined, meanwhile);
  if (!gathered.log.known) return withoutLog(question);
  const meant = whoIsMeant(found.subjects, gathered);
  if (!meant) return chooseSubject(question, text, app, found.subjects);

  const { subject } = meant;
  const taken: Taken | undefined = found.tier === 'fuzzy' ? { because: 'spelt-nearly', others: 0 } : meant.taken;
  return concludeFor({ app, subject, question, gathered, taken }, turn, () => findInLog(app, text, subject, turn));
}

/** A bare surname of several is nobody's in particular, whoever of them the log knows. */
function isSurname(text: string, { subjects, tier }: FoundSubjects): boolean {
  if (subjects.length < 2 || tier !== 'words') return false;
  const wanted = fold(text);
  return subjects.every(({ attributes: { surname } }) => typeof surname === 'string' && fold(surname) === wanted);
}

function withoutChoice({ choose: _, ...question }: ExplainQuestion): ExplainQuestion {
  return question;
}

/** What job, assignment, account and filter of today tell of somebody while the log is still to come. */
function tellWithoutLog(app: App, subject: Subject, question: ExplainQuestion, turn: Turn) {
  return async (live: Live): Promise<void> => {
    const gathered: Gathered = { ...live, log: { known: false, why: 'notRead' } };
    const schema = await readSchema(app, gathered, [], turn.reads);
    turn.interim({ ...conclude({ app, subject, question, gathered, schema }, turn), withoutLog: true }, { of: 'log' });
  };
}

/** Future hires and people who are gone have no account to find: the app's own log may know them. */
async function explainFromLog(app: App, question: ExplainQuestion, text: string, turn: Turn): Promise<Answer> {
  // The job and the assignments are needed whoever it is: they travel with the log.
  const [inLog] = await Promise.all([
    findInLog(app, text, undefined, turn),
    turn.reads.jobs(app.id),
    turn.reads.assignments(app.id, async () => []),
  ]);
  if (!inLog.log.known) return withoutLog(question);
  const [only] = inLog.subjects;
  if (!only) {
    const nearest = await nearestSubjects(text, question.subject, turn.reads);
    const same = sameNamed(text, nearest);
    if (same.length > 0) return explainIn(app, question, text, { tier: 'exact', subjects: same }, turn);
    const nearly = question.choose ? undefined : nearlyNamed(text, nearest);
    if (nearly) return explainIn(app, question, text, { tier: 'fuzzy', subjects: [nearly] }, turn);
    return noSuchSubject(question, text, nearest);
  }
  if (inLog.subjects.length > 1) return chooseSubject(question, text, app, inLog.subjects);
  const gathered = await gather(app, [only], turn, inLog.log);
  const schema = await readSchema(app, gathered, entriesOf(only, gathered.log), turn.reads);
  return conclude({ app, subject: only, question, gathered, schema }, turn);
}

/** Without the log there is no answer worth having: who runs Skipper must grant the permission first. */
function withoutLog(question: ExplainQuestion): Answer {
  return { kind: 'denied', question, who: 'graph', permission: 'ProvisioningLog.Read.All', status: 403 };
}

/** The one whom the app's log or assignments know outranks namesakes who have nothing to do with it. */
function whoIsMeant(subjects: readonly Subject[], gathered: Gathered): { subject: Subject; taken?: Taken } | undefined {
  const [only, ...others] = subjects;
  if (only && others.length === 0) return { subject: only };
  const inLog = subjects.filter((one) => entriesOf(one, gathered.log).length > 0);
  const related = subjects.filter((one) => inLog.includes(one) || isAssigned(one, gathered));
  const [subject] = related;
  if (!subject || related.length > 1) return undefined;
  return { subject, taken: { because: inLog.includes(subject) ? 'in-log' : 'assigned', others: subjects.length - 1 } };
}
