import type { App, Job, Known } from '../diagnosis/evidence.ts';
import { type AppChange, type ChangeTally, tallyChanges } from '../diagnosis/tally-changes.ts';
import type { AppChangesQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { inWhichApp } from './in-which-app.ts';
import { jobBesideLog, withoutJobs } from './job-beside-log.ts';
import { type ReadableWindow, readableWindow } from './log-window.ts';
import { numberOf } from './number-of.ts';
import type { AppChangesAnswer, Limit } from './people-answers.ts';
import { readWindow } from './read-window.ts';
import { settleApp } from './settle-app.ts';
import type { Turn } from './turn.ts';

/** Who was created, updated, disabled or deleted in an app. Throws GraphError when not even the beginning can be read. */
export async function appChanges(question: AppChangesQuestion, turn: Turn): Promise<Answer> {
  if (question.app === undefined) return inWhichApp(question, turn);
  const settled = await settleApp(question, question.app, turn);
  if ('answer' in settled) return settled.answer;
  const { app } = settled;
  const window = readableWindow(question.window, turn);
  const tally = tallyChanges({ change: question.change, numberOf });
  const asked: Asked = { app, question, window, turn };
  // Asked for at once, so that it travels with the first page.
  const jobs = turn.reads.jobs(app.id).catch(withoutJobs);
  const [known, limit] = await Promise.all([jobs, readAll(asked, tally)]);
  const limits = limit ? [...window.limits.filter(({ why }) => why !== 'retention'), limit] : window.limits;
  return answerOf(asked, tally, limits, known);
}

interface Asked {
  readonly app: App;
  readonly question: AppChangesQuestion;
  readonly window: ReadableWindow;
  readonly turn: Turn;
}

async function readAll(asked: Asked, tally: ChangeTally): Promise<Limit | undefined> {
  const { app, window, turn } = asked;
  const { readable, limits } = window;
  if (!readable) return undefined;
  return readWindow(
    {
      appId: app.id,
      ...readable,
      take: (entry) => {
        const change = tally.add(entry);
        return change && turn.row && tell(app, change, turn.row);
      },
      onPage: ({ more }, share) => {
        if (!more) return;
        const soFar = answerOf(asked, tally, limits, undefined);
        turn.interim(soFar, { of: 'log', done: soFar.entries, share });
      },
    },
    turn,
  );
}

async function tell(app: App, change: AppChange, row: NonNullable<Turn['row']>): Promise<void> {
  await row({ app, change });
}

function answerOf(
  { app, question, window, turn }: Asked,
  tally: ChangeTally,
  limits: readonly Limit[],
  jobs: Known<readonly Job[]> | undefined,
): AppChangesAnswer {
  const asOf = turn.now.toISOString();
  return {
    kind: 'appChanges',
    question,
    app,
    window: { from: window.asked.from.toISOString(), to: window.asked.to.toISOString() },
    ...tally.reading(),
    limits,
    ...jobBesideLog(jobs, asOf),
    asOf,
  };
}
