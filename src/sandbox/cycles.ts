import { type Act, acts, type Played } from './cycle-acts.ts';
import type { LiveJob, LiveRun } from './jobs.ts';
import { secondMs } from './moment.ts';
import { guidOf } from './random.ts';
import type { Tenant } from './tenant.ts';

/** The further life of a tenant: cycles that write entries and move the status of their jobs on. */
export interface Cycles {
  /** Runs whatever should have been run by `now`, in milliseconds since 1970. */
  catchUp(now: number): void;
}

/** How many cycles are run at once after a long sleep; older ones are left out. */
const mostAtOnce = 20;

/** One cycle of each app with acts in every `everyMs`. The same tenant and the same moments give the same cycles. */
export function createCycles(tenant: Tenant, everyMs: number): Cycles {
  let done = 0;
  const play = new Map<string, Played>();
  return {
    catchUp(now) {
      const due = Math.floor((now - tenant.builtAt) / everyMs);
      for (let number = Math.max(done + 1, due - mostAtOnce + 1); number <= due; number++) {
        const ended = Math.floor((tenant.builtAt + number * everyMs) / secondMs) * secondMs;
        for (const [app, act] of Object.entries(acts)) runOne(tenant, app, act, number, ended, everyMs, play);
      }
      done = Math.max(done, due);
    },
  };
}

function runOne(
  tenant: Tenant,
  name: string,
  act: Act,
  number: number,
  ended: number,
  everyMs: number,
  play: Map<string, Played>,
): void {
  const app = tenant.directory.app(name);
  const id = guidOf('live cycle', app.id, number);
  const began = ended - Math.floor(everyMs / 2 / secondMs) * secondMs;
  const stage = tenant.stage(`cycle ${number} ${name}`);
  const played = play.get(name) ?? { waiting: [], present: [], joined: 0 };
  play.set(name, played);
  const before = tenant.cycles.get(app.id);
  const outcome = act({ number, app: name, stage, played, writing: { at: ended - secondMs, cycleId: id } });
  if (outcome.is === 'idle') return;
  for (const entry of stage.entries) tenant.log.append(entry);
  const last: LiveRun = { id, began, ended, state: outcome.is === 'ran' ? outcome.state : 'Failed' };
  tenant.cycles.set(app.id, jobAfter(before, last, outcome));
}

function jobAfter(
  before: LiveJob | undefined,
  last: LiveRun,
  outcome: Exclude<ReturnType<Act>, { is: 'idle' }>,
): LiveJob {
  if (outcome.is === 'quarantined') return { ...before, last, quarantinedAt: before?.quarantinedAt ?? last.ended };
  const steadyAt = outcome.first ? last.ended : before?.steadyAt;
  return { last, lastGood: last.state === 'Succeeded' ? last : before?.lastGood, steadyAt };
}
