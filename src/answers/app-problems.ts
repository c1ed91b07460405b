import { findTutorial } from '../diagnosis/catalogue/tutorials.ts';
import type { App, Job, Known } from '../diagnosis/evidence.ts';
import { jobFinding } from '../diagnosis/job.ts';
import type { Problem } from '../diagnosis/problems.ts';
import { type Doubt, type ProblemTally, tallyProblems } from '../diagnosis/tally-problems.ts';
import { GraphError } from '../entra/errors.ts';
import type { AppProblemsQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { inWhichApp } from './in-which-app.ts';
import { type ReadableWindow, readableWindow } from './log-window.ts';
import { numberOf } from './number-of.ts';
import { otherApps } from './other-apps.ts';
import type { AppProblemsAnswer, Limit } from './people-answers.ts';
import { settleApp } from './settle-app.ts';
import { settleDoubts } from './settle-doubts.ts';
import type { Turn } from './turn.ts';

/** People whose assignments are looked at: their reads are a few batches. */
const mostChecked = 20;

/** Who failed or was skipped in an app, by cause. Throws GraphError when not even the beginning can be read. */
export async function appProblems(question: AppProblemsQuestion, turn: Turn): Promise<Answer> {
  if (question.app === undefined) return inWhichApp(question, turn);
  const settled = await settleApp(question, question.app, turn);
  if ('answer' in settled) return settled.answer;
  return problemsOf(settled.app, question, turn);
}

async function problemsOf(app: App, question: AppProblemsQuestion, turn: Turn): Promise<AppProblemsAnswer> {
  const window = readableWindow(question.window, turn);
  const now = turn.now.toISOString();
  const tally = tallyProblems({ outcome: question.outcome, now, numberOf });
  // Asked for at once, so that it travels with the first page.
  const jobs = turn.reads.jobs(app.id).catch(withoutJobs);
  const reading = readAll(app, window, tally, turn, (share) => {
    const soFar = answerOf({ app, question, window, turn }, tally, { limits: window.limits, unchecked: 0 });
    turn.interim(soFar, { of: 'log', done: soFar.entries, share });
  });
  const [known, { limit, unchecked }] = await Promise.all([jobs, reading]);
  const limits = limit ? [...window.limits.filter(({ why }) => why !== 'retention'), limit] : window.limits;
  const answer = answerOf({ app, question, window, turn }, tally, { limits, unchecked, jobs: known });
  const isUnset = answer.job.state === 'notConfigured' && answer.entries === 0;
  return isUnset ? { ...answer, provisioned: await otherApps(app, turn) } : answer;
}

/** The log is what was asked about: it is told without the job where that cannot be read. */
function withoutJobs(error: unknown): Known<readonly Job[]> {
  if (error instanceof GraphError) return { known: false, why: 'unavailable' };
  throw error;
}

interface Asked {
  readonly app: App;
  readonly question: AppProblemsQuestion;
  readonly window: ReadableWindow;
  readonly turn: Turn;
}

interface Rest {
  readonly limits: readonly Limit[];
  readonly unchecked: number;
  readonly jobs?: Known<readonly Job[]>;
}

function answerOf({ app, question, window, turn }: Asked, tally: ProblemTally, rest: Rest): AppProblemsAnswer {
  const { groups, total, expected, recovered, entries } = tally.reading();
  const asOf = turn.now.toISOString();
  return {
    kind: 'appProblems',
    question,
    app,
    window: { from: window.asked.from.toISOString(), to: window.asked.to.toISOString() },
    groups,
    total,
    expected,
    recovered,
    entries,
    limits: rest.limits,
    unchecked: rest.unchecked,
    ...jobOf(rest.jobs, asOf),
    asOf,
    tutorial: findTutorial([app.galleryName, app.name])?.slug,
  };
}

/** Not asked yet while the log is being read; where Graph knows of no job there is none. */
function jobOf(jobs: Known<readonly Job[]> | undefined, now: string): Pick<AppProblemsAnswer, 'job' | 'jobGap'> {
  if (!jobs) return { job: { state: 'unknown' } };
  if (jobs.known) return { job: jobFinding(jobs, now) };
  return jobs.why === 'notFound'
    ? { job: { state: 'notConfigured' } }
    : { job: { state: 'unknown' }, jobGap: jobs.why };
}

/** One pass over the log; what was read before it broke off counts. */
async function readAll(
  app: App,
  { readable }: ReadableWindow,
  tally: ProblemTally,
  turn: Turn,
  onPage: (share: number) => void,
): Promise<{ readonly limit?: Limit; readonly unchecked: number }> {
  if (!readable) return { unchecked: 0 };
  const doubts: Doubt[] = [];
  let unchecked = 0;
  let limit: Limit | undefined;
  let pages = 0;
  try {
    const all = { appId: app.id, ...readable, maxPages: Number.POSITIVE_INFINITY };
    for await (const { entries, more } of turn.reads.logPages(all)) {
      pages += 1;
      for (const entry of entries) {
        const added = tally.add(entry);
        if (added === undefined) continue;
        if ('problem' in added) await tell(added.problem, app, turn);
        else if (doubts.length < mostChecked) doubts.push(added.doubt);
        else {
          unchecked += 1;
          await tell(tally.settle(added.doubt, added.doubt.evidence), app, turn);
        }
      }
      if (more) onPage(shareRead(readable, tally));
    }
  } catch (error) {
    if (pages === 0 || !(error instanceof GraphError)) throw error;
    limit = { why: reasonOf(error), from: tally.reading().oldest };
  }
  const isOver = limit?.why === 'time';
  const { settled, checked } = await settleDoubts(app, doubts, isOver ? undefined : turn);
  if (!checked) unchecked += doubts.length;
  for (const [doubt, evidence] of settled) {
    await tell(tally.settle(doubt, evidence), app, turn);
  }
  return { limit, unchecked };
}

async function tell(problem: Problem | undefined, app: App, turn: Turn): Promise<void> {
  if (problem) await turn.row?.({ app, problem });
}

/** How much of the window is behind: Graph gives the newest entries first. */
function shareRead({ from, to }: { readonly from: Date; readonly to: Date }, tally: ProblemTally): number {
  const oldest = tally.reading().oldest;
  const span = to.getTime() - from.getTime();
  if (oldest === undefined || span <= 0) return 0;
  return Math.min(1, Math.max(0, (to.getTime() - Date.parse(oldest)) / span));
}

function reasonOf({ code }: GraphError): Limit['why'] {
  if (code === 'throttled') return 'throttled';
  return code === 'cancelled' ? 'time' : 'unavailable';
}
