import { findTutorial } from '../diagnosis/catalogue/tutorials.ts';
import { readCycleLog } from '../diagnosis/cycle-log.ts';
import type { App, Job, Known, LogReading } from '../diagnosis/evidence.ts';
import type { CycleLog } from '../diagnosis/health.ts';
import { pickJob } from '../diagnosis/job.ts';
import { readHealth } from '../diagnosis/read-health.ts';
import type { AppStatusQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { AppStatusAnswer, PartGap } from './app-answers.ts';
import { retentionStart } from './gather.ts';
import { whileItLasts } from './meanwhile.ts';
import { otherApps } from './other-apps.ts';
import { settleApp } from './settle-app.ts';
import type { Turn } from './turn.ts';

/** How an app's provisioning is doing. Throws GraphError. */
export async function appStatus(question: AppStatusQuestion, turn: Turn): Promise<Answer> {
  if (question.app === undefined) return { kind: 'notUnderstood', question, text: '', reason: 'missing-app' };
  const settled = await settleApp(question, question.app, turn);
  return 'app' in settled ? statusOf(settled.app, question, turn) : settled.answer;
}

async function statusOf(app: App, question: AppStatusQuestion, turn: Turn): Promise<Answer> {
  const { reads } = turn;
  const reading = { jobs: reads.jobs(app.id), log: reads.log({ appId: app.id, from: retentionStart(turn.now) }) };
  void whileItLasts(reading.log, reading.jobs, async (jobs) => {
    if (jobs.known) turn.interim(await concluded(app, jobs, stillToCome, question, turn), { of: 'log' });
  });
  const [jobs, log] = await Promise.all([reading.jobs, reading.log]);
  if (!jobs.known && jobs.why === 'forbidden' && !log.known) {
    return { kind: 'denied', question, who: 'graph', permission: 'Synchronization.Read.All', status: 403 };
  }
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
