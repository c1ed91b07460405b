import type { App, Known, LogReading, Subject } from '../diagnosis/evidence.ts';
import { GraphError } from '../entra/errors.ts';
import type { ExplainManyQuestion, ExplainQuestion } from '../questions/question.ts';
import type { Answer, ExplanationsAnswer, PersonLine, Unanswered } from './answer.ts';
import { chooseSubject, noSuchSubject } from './choices.ts';
import { conclude } from './conclude.ts';
import { concludeFor, isKeyedByWorkers } from './conclude-for.ts';
import { type FoundInLog, findManyInLog, looksLikeId, workersOf } from './find-in-log.ts';
import { type FoundEach, findEachSubject, nearestSubjects } from './find-subject.ts';
import { entriesOf, type Gathered, gather, isInbound, type Live, readSchema, retentionStart } from './gather.ts';
import { inWhichApp } from './in-which-app.ts';
import { settleApp } from './settle-app.ts';
import { reasonOf } from './trouble.ts';
import type { Turn } from './turn.ts';

/** People of one answer: their ids fill two filters of the log. */
export const mostExplained = 20;

/** Why several people are, or are not, in one app: the log is read once for all of them. Throws GraphError. */
export async function explainMany(question: ExplainManyQuestion, turn: Turn): Promise<Answer> {
  const texts = distinct(question.users);
  if (texts.length === 0) return { kind: 'notUnderstood', question, text: '', reason: 'missing-user' };
  if (question.app === undefined) return inWhichApp(question, turn);
  const asked = texts.slice(0, mostExplained);
  const [settled, found] = await Promise.all([settleApp(question, question.app, turn), findEachSubject(asked, turn)]);
  if ('answer' in settled) return settled.answer;
  return explainIn(settled.app, question, lookedUp(asked, found, settled.app), texts.length - asked.length, turn);
}

/** As typed, each once. */
function distinct(users: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const text of users.map((one) => one.trim())) {
    if (text !== '' && !byKey.has(text.toLowerCase())) byKey.set(text.toLowerCase(), text);
  }
  return [...byKey.values()];
}

/** Whom one text means, and the question that asks for that person alone. */
interface LookedUp {
  readonly text: string;
  readonly alone: ExplainQuestion;
  readonly found: FoundEach;
  /** The one who is meant, where that is certain. */
  readonly subject?: Subject;
}

function lookedUp(texts: readonly string[], found: readonly FoundEach[], app: App): readonly LookedUp[] {
  const seen = new Set<string>();
  const failed = found.find((one) => one instanceof GraphError);
  if (failed && found.every((one) => one instanceof GraphError)) throw failed;
  return texts.flatMap((text, index): LookedUp[] => {
    const one = found[index];
    if (one === undefined) return [];
    const [only, ...others] = one instanceof GraphError ? [] : one.subjects;
    const subject = others.length === 0 && !(one instanceof GraphError) && !one.more ? only : undefined;
    // Somebody may be named twice, by name and by address.
    if (subject && seen.has(subject.id)) return [];
    if (subject) seen.add(subject.id);
    const who = subject ? { user: subject.id, subject: subject.type } : { user: text };
    return [{ text, found: one, subject, alone: { kind: 'explain', ...who, app: app.id } }];
  });
}

async function explainIn(
  app: App,
  question: ExplainManyQuestion,
  people: readonly LookedUp[],
  left: number,
  turn: Turn,
): Promise<Answer> {
  const subjects = people.flatMap(({ subject }) => subject ?? []);
  // The directory does not hold the worker ids of an HR system; the log may.
  const workerIds = people.filter(isUnknown).flatMap(({ text }) => (looksLikeId(text) ? text : []));
  const nearest = nearestOf(people, turn);
  const answerOf = (lines: readonly PersonLine[], asOf: string): ExplanationsAnswer => {
    return { kind: 'explanations', question, app, people: lines, left, asOf };
  };
  const gathered = await gatherAll(app, subjects, workerIds, turn, async (live) => {
    const unread: Gathered = { ...live, log: { known: false, why: 'notRead' } };
    const lines = await linesOf(app, people, unread, await nearest, turn);
    turn.interim(answerOf(lines.map(withoutLog), turn.now.toISOString()), { of: 'log' });
  });
  if (!gathered.log.known) {
    return { kind: 'denied', question, who: 'graph', permission: 'ProvisioningLog.Read.All', status: 403 };
  }
  const lines = await linesOf(app, people, gathered, await nearest, turn);
  for (const line of lines) await turn.row?.({ app, line });
  return answerOf(lines, asOfLines(lines, turn));
}

/** Nothing is read of nobody. */
async function gatherAll(
  app: App,
  subjects: readonly Subject[],
  workerIds: readonly string[],
  turn: Turn,
  meanwhile: (live: Live) => Promise<void>,
): Promise<Gathered> {
  const sourceIds = [...subjects.map(({ id }) => id), ...workerIds];
  const from = retentionStart(turn.now);
  const now = turn.now.toISOString();
  const nothing: LogReading = { entries: [], from: from.toISOString(), to: now, truncated: false };
  const log =
    sourceIds.length > 0
      ? turn.reads.log({ appId: app.id, sourceIds, from })
      : Promise.resolve({ known: true, value: nothing, at: now } as const);
  const gathered = await gather(app, subjects, turn, log, meanwhile);
  return { ...gathered, log: await completed(app, subjects, gathered.log, turn) };
}

/** Entries of some can push those of others out of the page: whoever has none in it is asked for again, without the rest. */
async function completed(
  app: App,
  subjects: readonly Subject[],
  log: Known<LogReading>,
  turn: Turn,
): Promise<Known<LogReading>> {
  if (!log.known || !log.value.truncated) return log;
  const unseen = subjects.filter((one) => entriesOf(one, log).length === 0).map(({ id }) => id);
  if (unseen.length === 0) return log;
  const more = await turn.reads.log({ appId: app.id, sourceIds: unseen, from: retentionStart(turn.now) });
  if (!more.known) return log;
  return { ...log, value: { ...log.value, entries: [...log.value.entries, ...more.value.entries] } };
}

/** The nearest names to each text that is nobody's; none where they cannot be read. */
async function nearestOf(people: readonly LookedUp[], turn: Turn): Promise<ReadonlyMap<string, readonly Subject[]>> {
  const found = people.filter(isUnknown).map(async ({ text }) => {
    const nearest = await nearestSubjects(text, undefined, turn.reads).catch((error: unknown) => {
      if (error instanceof GraphError) return [];
      throw error;
    });
    return [text, nearest] as const;
  });
  return new Map(await Promise.all(found));
}

function isUnknown({ found }: LookedUp): boolean {
  return !(found instanceof GraphError) && found.subjects.length === 0;
}

async function linesOf(
  app: App,
  people: readonly LookedUp[],
  gathered: Gathered,
  nearest: ReadonlyMap<string, readonly Subject[]>,
  turn: Turn,
): Promise<readonly PersonLine[]> {
  const workers = await workersAmong(app, people, gathered, turn);
  return Promise.all(
    people.map(async (one): Promise<PersonLine> => {
      const { text, subject, found, alone } = one;
      if (found instanceof GraphError) return unanswered(text, alone, found);
      if (!subject && found.subjects.length > 0) {
        return { text, answer: chooseSubject(alone, text, app, found.subjects, found.more) };
      }
      try {
        if (subject) {
          const asWorker = async (): Promise<FoundInLog> => workers.get(text) ?? { subjects: [], log: gathered.log };
          return { text, answer: await concludeFor({ app, subject, question: alone, gathered }, turn, asWorker) };
        }
        return (
          (await workerLine(app, one, workers.get(text), turn)) ?? {
            text,
            answer: noSuchSubject(alone, text, nearest.get(text) ?? []),
          }
        );
      } catch (error) {
        if (error instanceof GraphError) return unanswered(text, alone, error);
        throw error;
      }
    }),
  );
}

function unanswered(text: string, question: ExplainQuestion, error: GraphError): PersonLine {
  const answer: Unanswered = { kind: 'unanswered', question, because: reasonOf(error) };
  return { text, answer };
}

/**
 * People as the workers that the log of an HR system knows them by, those of whom the directory holds nothing among them;
 * one look-up for all. Elsewhere the log knows a worker id, and nobody by a name alone: that is for the answer about one.
 */
async function workersAmong(
  app: App,
  people: readonly LookedUp[],
  gathered: Gathered,
  turn: Turn,
): Promise<ReadonlyMap<string, FoundInLog>> {
  const { log } = gathered;
  if (!log.known) return new Map();
  const schema = await readSchema(app, gathered, [], turn.reads);
  const byId = people.filter(isUnknown).map(({ text }): readonly [string, FoundInLog] => {
    return [text, { subjects: looksLikeId(text) ? workersOf(text, log) : [], log }];
  });
  const known = new Map(byId.filter(([, { subjects }]) => subjects.length > 0));
  const sought = people.filter((one) => {
    if (one.subject) return isKeyedByWorkers(one.subject, log, schema);
    return isUnknown(one) && !known.has(one.text) && isInbound(schema);
  });
  if (sought.length === 0) return known;
  const found = await findManyInLog(
    app,
    sought.map(({ text, subject }) => ({ text, known: subject })),
    turn,
  );
  return new Map([
    ...known,
    ...sought.map(({ text }, index) => [text, found[index] ?? { subjects: [], log }] as const),
  ]);
}

/** Somebody whom only the log knows. */
async function workerLine(
  app: App,
  { text, alone }: LookedUp,
  found: FoundInLog | undefined,
  turn: Turn,
): Promise<PersonLine | undefined> {
  const [worker, ...others] = found?.subjects ?? [];
  if (!found || !worker) return undefined;
  if (others.length > 0) return { text, answer: chooseSubject(alone, text, app, [worker, ...others]) };
  const gathered = await gather(app, [worker], turn, found.log);
  const schema = await readSchema(app, gathered, entriesOf(worker, found.log), turn.reads);
  const question: ExplainQuestion = { ...alone, user: worker.id, subject: worker.type };
  return { text, answer: conclude({ app, subject: worker, question, gathered, schema }, turn) };
}

function withoutLog(line: PersonLine): PersonLine {
  return line.answer.kind === 'explanation' ? { ...line, answer: { ...line.answer, withoutLog: true } } : line;
}

/** As old as the oldest of what it rests on. */
function asOfLines(lines: readonly PersonLine[], { now }: Turn): string {
  const times = lines.flatMap(({ answer }) => (answer.kind === 'explanation' ? [answer.asOf] : []));
  return times.toSorted()[0] ?? now.toISOString();
}
