import { fork } from 'node:child_process';
import { once } from 'node:events';
import { figure, percentile, table } from './figures.ts';
import { startTenant } from './tenant.ts';

/** What a bot in a process of its own tells: milliseconds since the process began, and megabytes. */
export interface BotFigures {
  readonly listeningMs: number;
  readonly answeredMs: number;
  /** Resident memory, and of it the heap that is in use once rubbish is collected. */
  readonly rest: { readonly resident: number; readonly heap: number };
  readonly load: { readonly resident: number; readonly heap: number };
}

/** Start-up to the first answer, and memory at rest and under load, of the whole bot in a process of its own. */
export async function atRest(say: (title: string, body: string) => void): Promise<void> {
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: false });
  const runs: BotFigures[] = [];
  for (let run = 0; run < 3; run += 1) {
    const child = fork(new URL('./bot-process.ts', import.meta.url), { execArgv: ['--expose-gc'] });
    child.send({ url: tenant.url, questions: tenant.cases.map(({ question }) => question) });
    const [figures] = (await once(child, 'message')) as [BotFigures];
    child.kill();
    runs.push(figures);
  }
  tenant.stop();
  const row = (name: string, pick: (one: BotFigures) => number) => [name, figure(percentile(runs.map(pick), 0.5))];
  const rows = [
    row('process begun to listening, ms', (one) => one.listeningMs),
    row('process begun to the first answer, ms', (one) => one.answeredMs),
    row('memory at rest: resident, MB', (one) => one.rest.resident),
    row('of it heap in use, MB', (one) => one.rest.heap),
    row('after 600 answers, 20 at a time: resident, MB', (one) => one.load.resident),
    row('of it heap in use, MB', (one) => one.load.heap),
  ];
  say('Start-up and memory of the bot (median of 3 processes)', table(['', ''], rows));
}
