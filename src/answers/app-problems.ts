import { findTutorial } from '../diagnosis/catalogue/tutorials.ts';
import { codeMatcher } from '../diagnosis/code-match.ts';
import type { App, Job, Known } from '../diagnosis/evidence.ts';
import type { Problem } from '../diagnosis/problems.ts';
import { type Doubt, type ProblemTally, tallyProblems } from '../diagnosis/tally-problems.ts';
import type { AppProblemsQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { inWhichApp } from './in-which-app.ts';
import { jobBesideLog, withoutJobs } from './job-beside-log.ts';
import { type ReadableWindow, readableWindow } from './log-window.ts';
import { numberOf } from './number-of.ts';
import { otherApps } from './other-apps.ts';
import type { AppProblemsAnswer, Limit } from './people-answers.ts';
import { readWindow } from './read-window.ts';
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
  const only = question.code === undefined ? undefined : codeMatcher(question.code);
  const tally = tallyProblems({ outcome: question.outcome, only, now, numberOf });
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
  const { groups, total, others, expected, recovered, entries } = tally.reading();
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
    others: question.code === undefined ? undefined : others,
    entries,
    limits: rest.limits,
    unchecked: rest.unchecked,
    ...jobBesideLog(rest.jobs, asOf),
    asOf,
    tutorial: findTutorial([app.galleryName, app.name])?.slug,
  };
}

/** Everybody of the window, and what today's assignments add about those whom the log leaves in doubt. */
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
  const limit = await readWindow(
    {
      appId: app.id,
      ...readable,
      take: (entry) => {
        const added = tally.add(entry);
        if (added === undefined) return undefined;
        if ('problem' in added) return tell(added.problem, app, turn);
        if (doubts.length < mostChecked) {
          doubts.push(added.doubt);
          return undefined;
        }
        unchecked += 1;
        return tell(tally.settle(added.doubt, added.doubt.evidence), app, turn);
      },
      onPage: ({ more }, share) => {
        if (more) onPage(share);
      },
    },
    turn,
  );
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
