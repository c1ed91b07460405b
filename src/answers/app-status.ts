import { findTutorial } from '../diagnosis/catalogue/tutorials.ts';
import { readCycleLog } from '../diagnosis/cycle-log.ts';
import type { App, Job, Known, LogEntry, LogReading } from '../diagnosis/evidence.ts';
import type { CycleLog } from '../diagnosis/health.ts';
import { pickJob } from '../diagnosis/job.ts';
import { readHealth } from '../diagnosis/read-health.ts';
import { type ProblemTally, tallyProblems } from '../diagnosis/tally-problems.ts';
import { GraphError } from '../entra/errors.ts';
import type { LogPage } from '../entra/reads.ts';
import type { AppStatusQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { AppStatusAnswer, PartGap } from './app-answers.ts';
import { retentionStart } from './gather.ts';
import { whileItLasts } from './meanwhile.ts';
import { numberOf } from './number-of.ts';
import { otherApps } from './other-apps.ts';
import type { Affected, Limit } from './people-answers.ts';
import { readWindow } from './read-window.ts';
import { settleApp } from './settle-app.ts';
import type { Turn } from './turn.ts';

/** How an app's provisioning is doing. Throws GraphError. */
export async function appStatus(question: AppStatusQuestion, turn: Turn): Promise<Answer> {
  if (question.app === undefined) return { kind: 'notUnderstood', question, text: '', reason: 'missing-app' };
  const settled = await settleApp(question, question.app, turn);
  if ('answer' in settled) return settled.answer;
  return question.focus === 'affected'
    ? statusWithAffected(settled.app, question, turn)
    : statusOf(settled.app, question, turn);
}

/** People who are named; the others are counted. */
const mostAffected = 10;
const affectedMs = 7 * 24 * 60 * 60_000;

/**
 * The status first, and then who waits: one pass over the log tells both. Its first page is what the status alone reads,
 * and the pages end where the last seven days do.
 */
async function statusWithAffected(app: App, question: AppStatusQuestion, turn: Turn): Promise<Answer> {
  const from = retentionStart(turn.now);
  const since = new Date(turn.now.getTime() - affectedMs);
  const tally = tallyProblems({ outcome: 'failed', now: turn.now.toISOString(), numberOf });
  const jobs = turn.reads.jobs(app.id);
  let log: Known<LogReading> = stillToCome;
  const onPage = async (page: LogPage, share: number): Promise<void> => {
    if (log === stillToCome) log = firstReading(page, from, turn.now);
    if (!page.more) return;
    const soFar = await concluded(app, await jobs, log, question, turn);
    turn.interim(
      { ...soFar, affected: affectedOf(tally, since, []) },
      { of: 'log', done: tally.reading().entries, share },
    );
  };
  const take = (entry: LogEntry): undefined => {
    if (Date.parse(entry.at) >= since.getTime()) tally.add(entry);
  };
  const reading = readWindow({ appId: app.id, from, until: since, take, onPage }, turn).catch(asGap);
  void whileItLasts(reading, jobs, async (known) => {
    // Once a page is there, that says more.
    if (log === stillToCome) turn.interim(await concluded(app, known, stillToCome, question, turn), { of: 'log' });
  });
  const [known, limit] = await Promise.all([jobs, reading]);
  if (limit !== undefined && 'known' in limit) {
    if (!known.known && known.why === 'forbidden') return mayNotRead(question);
    return concluded(app, known, limit, question, turn);
  }
  const status = await concluded(app, known, log, question, turn);
  return { ...status, affected: affectedOf(tally, since, limit ? [limit] : []) };
}

/** What may not be read is a gap of the answer, as in the status alone. */
function asGap(error: unknown): Extract<Known<LogReading>, { readonly known: false }> {
  if (error instanceof GraphError && (error.code === 'forbidden' || error.code === 'notFound')) {
    return { known: false, why: error.code };
  }
  throw error;
}

function firstReading({ entries, more }: LogPage, from: Date, now: Date): Known<LogReading> {
  const newest = entries.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  const to = now.toISOString();
  return { known: true, value: { entries: newest, from: from.toISOString(), to, truncated: more }, at: to };
}

function affectedOf(tally: ProblemTally, since: Date, limits: readonly Limit[]): Affected {
  const { groups, total } = tally.reading();
  const people = groups
    .flatMap((group) => group.people)
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .slice(0, mostAffected);
  return { total, people, from: since.toISOString(), limits };
}

function mayNotRead(question: AppStatusQuestion): Answer {
  return { kind: 'denied', question, who: 'graph', permission: 'Synchronization.Read.All', status: 403 };
}

async function statusOf(app: App, question: AppStatusQuestion, turn: Turn): Promise<Answer> {
  const { reads } = turn;
  const reading = { jobs: reads.jobs(app.id), log: reads.log({ appId: app.id, from: retentionStart(turn.now) }) };
  void whileItLasts(reading.log, reading.jobs, async (jobs) => {
    if (jobs.known) turn.interim(await concluded(app, jobs, stillToCome, question, turn), { of: 'log' });
  });
  const [jobs, log] = await Promise.all([reading.jobs, reading.log]);
  if (!jobs.known && jobs.why === 'forbidden' && !log.known) return mayNotRead(question);
  return concluded(app, jobs, log, question, turn);
}

const stillToCome: Known<LogReading> = { known: false, why: 'notRead' };

async function concluded(
  app: App,
  jobs: Known<readonly Job[]>,
  log: Known<LogReading>,
  question: AppStatusQuestion,
  turn: Turn,
): Promise<AppStatusAnswer> {
  const now = turn.now.toISOString();
  const health = readHealth(jobs, now, { assigned: await assignedTo(app, jobs, now, turn) });
  const [newest] = log.known ? log.value.entries : [];
  return {
    kind: 'appStatus',
    question,
    app,
    health,
    cycles: cyclesOf(jobs, health.job.jobId, log, now),
    gaps: log === stillToCome ? [] : gapsOf(jobs, log),
    provisioned: health.need === 'unset' && health.job.jobId === undefined ? await otherApps(app, turn) : undefined,
    asOf: now,
    tutorial: findTutorial([app.galleryName, newest?.targetSystem, app.name])?.slug,
    tenantId: newest?.tenantId,
  };
}

/** How many users and groups are assigned: only a first cycle is reckoned from it, so only then is it read. */
async function assignedTo(app: App, jobs: Known<readonly Job[]>, now: string, turn: Turn): Promise<number | undefined> {
  if (readHealth(jobs, now).need !== 'starting') return undefined;
  const assignments = await turn.reads.assignments(app.id, async () => []);
  return assignments.known ? new Set(assignments.value.map((one) => one.principalId)).size : undefined;
}

function cyclesOf(
  jobs: Known<readonly Job[]>,
  jobId: string | undefined,
  log: Known<LogReading>,
  now: string,
): CycleLog | undefined {
  if (!jobs.known || !log.known) return undefined;
  const job = pickJob(jobs.value, jobId);
  return job && readCycleLog(log.value, job, now);
}

export function gapsOf(jobs: Known<readonly Job[]>, log: Known<LogReading>): readonly PartGap[] {
  return [
    ...(!jobs.known && jobs.why !== 'notFound' ? [{ part: 'jobs', why: jobs.why } as const] : []),
    ...(log.known ? [] : [{ part: 'log', why: log.why } as const]),
  ];
}
