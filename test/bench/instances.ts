import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { chatLog } from '../../src/app.ts';
import { openStore } from '../../src/store/open-store.ts';
import { word } from '../../src/words/word.ts';
import { hasPostgres, postgresDatabase } from '../support/databases.ts';
import { benchCore, reader } from './client.ts';
import { figure, percentile, table } from './figures.ts';
import { startTenant } from './tenant.ts';

const askers = 90;
const spanMs = 10_000;

/** Three instances on one database, each with its share of the askers: together they keep the limit of the tenant. */
export async function instances(say: (title: string, body: string) => void): Promise<void> {
  const title = `Three instances, ${askers} askers within ten seconds`;
  if (!(await hasPostgres())) return say(title, 'Left out: there is no PostgreSQL server (TEST_DATABASE_URL).');
  const rows = [await rowOf('one budget, in PostgreSQL', true), await rowOf('each by itself', false)];
  say(title, table(['', 'log requests', 'refused', 'final answer, s', 'lost', 'wrong person'], rows));
}

async function rowOf(name: string, together: boolean): Promise<string[]> {
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: true });
  const database = await postgresDatabase();
  const stores = await Promise.all(
    [1, 2, 3].map(() =>
      openStore({ ...database.settings, logger: pino({ level: 'silent' }), now: () => new Date(), newId: randomUUID }),
    ),
  );
  const cores = stores.map((store) =>
    benchCore(tenant.url, {
      patience: { patienceMs: 60_000, attempts: 10 },
      log: { ...chatLog, budget: together ? store.logBudget : undefined },
    }),
  );
  const outcomes = await Promise.all(
    tenant.crowd.slice(0, askers).map(async ({ user, question }, index) => {
      await delay((index * spanMs) / askers);
      const begun = performance.now();
      const core = cores[index % cores.length];
      if (!core) return { ms: 0, outcome: 'lost' as const };
      const signal = AbortSignal.timeout(120_000);
      const worded = word(await core.ask({ text: question, signal, correlationId: randomUUID() }), reader);
      const right = worded.kind === 'explanation' && worded.subject.userPrincipalName === user;
      const outcome = worded.kind !== 'explanation' ? 'lost' : right ? 'right' : 'wrong';
      return { ms: performance.now() - begun, outcome };
    }),
  );
  const log = await tenant.logCount();
  tenant.stop();
  await Promise.all(stores.map((store) => store.close()));
  await database.drop();
  const seconds = outcomes.map(({ ms }) => ms / 1000);
  const count = (wanted: string) => String(outcomes.filter(({ outcome }) => outcome === wanted).length);
  return [
    name,
    String(log.logRequests),
    String(log.refused),
    [0.5, 0.95, 1].map((share) => figure(percentile(seconds, share))).join(' / '),
    count('lost'),
    count('wrong'),
  ];
}
