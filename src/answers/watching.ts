import type { UnwatchQuestion, WatchingQuestion, WatchQuestion } from '../questions/question.ts';
import type { Answer, Candidate, ChoiceAnswer, WatchingAnswer, WatchingOutcome } from './answer.ts';
import type { Place } from './ask.ts';
import { settleApp } from './settle-app.ts';
import { type Asking, type Plan, planUnwatch, planWatch, stoppable } from './subscription-changes.ts';
import type { Subscription, Subscriptions, WatchedApp } from './subscriptions.ts';
import type { Turn } from './turn.ts';

/** Changes and lists what a conversation is told about. Throws GraphError, and what the store throws. */
export async function watching(
  question: WatchQuestion | UnwatchQuestion | WatchingQuestion,
  turn: Turn,
): Promise<Answer> {
  const answer = (
    outcome: WatchingOutcome,
    subscriptions: readonly Subscription[],
    app?: WatchedApp,
  ): WatchingAnswer => ({
    kind: 'watching',
    question,
    outcome,
    app,
    subscriptions: subscriptions.map((one) => forAsker(one, turn)),
    asOf: turn.now.toISOString(),
  });
  const { place, subscriptions } = turn;
  if (!place || !subscriptions) return answer('nowhere', []);
  if (question.kind === 'watching') return answer('listed', await subscriptions.list(place, turn.now));

  const existing = await subscriptions.list(place, turn.now);
  const settled = await settleWatched(question, existing, turn);
  if ('answer' in settled) return settled.answer;
  const { app } = settled;
  const asking: Asking = {
    app,
    by: { aadObjectId: turn.asker?.aadObjectId, name: turn.asker?.name },
    reader: { locale: turn.locale, timeZone: turn.timeZone },
    now: turn.now,
  };
  const plan = question.kind === 'watch' ? planWatch(question, existing, asking) : planUnwatch(existing, asking);
  await carryOut(plan, place, subscriptions, turn.now);
  const told = answer(plan.outcome, await subscriptions.list(place, turn.now), app);
  return question.kind === 'watch' && app && (await hasNoJob(app, turn)) ? { ...told, unprovisioned: true } : told;
}

/** What Teams said to a delivery in a chat of several is for its admins; in their own chat people see it. */
function forAsker(subscription: Subscription, { isAdmin, place }: Turn): Subscription {
  return isAdmin || place?.type === 'personal' ? subscription : { ...subscription, lastDelivery: undefined };
}

/** Where the jobs cannot be read, nothing is said about them: the subscription stands all the same. */
async function hasNoJob({ id }: WatchedApp, { reads }: Turn): Promise<boolean> {
  const jobs = await reads.jobs(id);
  return jobs.known ? jobs.value.length === 0 : jobs.why === 'notFound';
}

/** An app that is watched here is known by its id without a look at the tenant: it can be stopped even where it is gone. */
async function settleWatched(question: WatchQuestion | UnwatchQuestion, existing: readonly Subscription[], turn: Turn) {
  if (question.app === undefined) {
    const { app, answer } = question.kind === 'unwatch' ? whichToStop(question, existing, turn) : nothingNamed;
    return answer ? { answer } : { app };
  }
  const wanted = question.app.toLowerCase();
  const own = existing.find(({ app }) => app?.id.toLowerCase() === wanted || app?.name.toLowerCase() === wanted);
  if (own?.app) return { app: own.app };
  const settled = await settleApp(question, question.app, turn);
  return 'answer' in settled ? settled : { app: { id: settled.app.id, name: settled.app.name } };
}

interface ToStop {
  readonly app?: WatchedApp;
  readonly answer?: ChoiceAnswer;
}

const nothingNamed: ToStop = {};

/** "Stop" where one thing is on is about that one; of several the asker chooses. */
function whichToStop(question: UnwatchQuestion, existing: readonly Subscription[], { now }: Turn): ToStop {
  const on = stoppable(existing, now);
  const [only, ...others] = on;
  if (question.all || only === undefined) return nothingNamed;
  if (others.length === 0) return { app: only.app };
  const each = on.flatMap(({ app }) => (app ? [stopping({ kind: 'unwatch', app: app.id }, app.name)] : []));
  const candidates = [...each.slice(0, mostStopped), stopping({ kind: 'unwatch', all: true })];
  return { answer: { kind: 'choice', question, of: 'question', text: '', candidates, total: each.length + 1 } };
}

/** A choice lists ten at the most, the last of them all. */
const mostStopped = 9;

function stopping(question: UnwatchQuestion, app?: string): Candidate {
  return { type: 'question', id: '', name: '', detail: [], question, ...(app !== undefined && { names: { app } }) };
}

async function carryOut(plan: Plan, place: Place, subscriptions: Subscriptions, now: Date): Promise<void> {
  if (plan.remove === 'all' || plan.remove.length > 0) await subscriptions.remove(place, plan.remove, now);
  if (plan.changes.length > 0) await subscriptions.change(place, plan.changes, now);
}
