import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { chatLog } from '../../src/app.ts';
import { word } from '../../src/words/word.ts';
import { benchCore, reader } from './client.ts';
import { figure, percentile, table } from './figures.ts';
import { plainClient } from './plain-client.ts';
import { plot } from './plot.ts';
import { type BenchTenant, startTenant } from './tenant.ts';
import type { BenchCase, LogCount } from './tenant-process.ts';

const spanMs = 10_000;

/** What one of many askers waited for, in milliseconds from the question on. */
interface Waited {
  readonly askedAt: number;
  readonly first: number;
  readonly final: number;
  readonly outcome: 'right' | 'wrongPerson' | 'lost';
}

interface Burst {
  readonly askers: number;
  readonly waited: readonly Waited[];
  readonly log: LogCount;
}

/** Many askers within ten seconds, under the limit that Graph sets, beside a client that asks for each alone. */
export async function bursts(
  say: (title: string, body: string) => void,
  report: (file: string, text: string) => Promise<void>,
) {
  const rows: string[][] = [];
  const drawn: Burst[] = [];
  for (const askers of [10, 50, 100, 300]) {
    const ours = await burst(askers, startSkipper);
    drawn.push(ours);
    rows.push(rowOf(`Skipper, ${askers} askers`, ours));
    // Five requests in ten seconds: more askers only take longer, as the two show.
    if (askers <= 50) rows.push(rowOf(`plain client, ${askers} askers`, await burst(askers, startPlain)));
  }
  const header = ['', 'log requests (refused)', 'first answer, s', 'final answer, s', 'lost', 'wrong person'];
  const body = [
    table(header, rows),
    '',
    'Times are p50 / p95 / max from the question on; lost: no answer after two minutes. The plain client asks once for',
    'each, so 100 and 300 askers would take it 200 and 600 seconds at the least. Each burst meets a process that knows',
    'nothing yet of the limit.',
    '',
    '![first and final answers](burst.svg)',
  ];
  say('Many askers within ten seconds (Graph answers 5 log requests in 10 seconds)', body.join('\n'));
  await report('burst.svg', plot(drawn.map(seriesOf)));
}

function seriesOf({ askers, waited }: Burst) {
  const sorted = (pick: (one: Waited) => number) => waited.map(pick).toSorted((one, other) => one - other);
  return { title: `${askers} askers`, first: sorted((one) => one.first), final: sorted((one) => one.final) };
}

function rowOf(name: string, { waited, log }: Burst): string[] {
  const seconds = (pick: (one: Waited) => number) => {
    const values = waited.map((one) => pick(one) / 1000);
    return [0.5, 0.95, 1].map((share) => figure(percentile(values, share))).join(' / ');
  };
  const count = (outcome: Waited['outcome']) => String(waited.filter((one) => one.outcome === outcome).length);
  return [
    name,
    `${log.logRequests} (${log.refused})`,
    seconds((one) => one.first),
    seconds((one) => one.final),
    count('lost'),
    count('wrongPerson'),
  ];
}

type Asker = (one: BenchCase) => Promise<Waited>;

/** Spreads the askers over ten seconds: the same ones for every client. */
async function burst(askers: number, start: (tenant: BenchTenant) => Promise<Asker>): Promise<Burst> {
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: true });
  const ask = await start(tenant);
  // The apps are known, as they are on a Monday; the limit's window is empty again.
  await delay(spanMs + 500);
  await tenant.logCount();
  const asking = tenant.crowd.slice(0, askers).map(async (one, index) => {
    await delay((index * spanMs) / askers);
    return ask(one);
  });
  const waited = await Promise.all(asking);
  const log = await tenant.logCount();
  tenant.stop();
  return { askers, waited, log };
}

async function startSkipper(tenant: BenchTenant): Promise<Asker> {
  const elapsed = () => performance.now();
  const { ask } = benchCore(tenant.url, { patience: { patienceMs: 60_000, attempts: 10 }, log: chatLog });
  const asker: Asker = async ({ user, question }) => {
    const askedAt = elapsed();
    let first: number | undefined;
    const signal = AbortSignal.timeout(120_000);
    const onInterim = () => {
      first ??= elapsed() - askedAt;
    };
    const worded = word(await ask({ text: question, signal, correlationId: randomUUID(), onInterim }), reader);
    const final = elapsed() - askedAt;
    const right = worded.kind === 'explanation' && worded.subject.userPrincipalName === user;
    const outcome = worded.kind !== 'explanation' ? 'lost' : right ? 'right' : 'wrongPerson';
    return { askedAt, first: first ?? final, final, outcome };
  };
  for (const one of tenant.cases.filter(({ app }) => ['Salesforce', 'Slack', 'Zoom'].includes(app)).slice(0, 3))
    await asker(one);
  return asker;
}

/** Those who are refused come back together and are refused together: it is given up on after two minutes. */
const plainMs = 120_000;

async function startPlain(tenant: BenchTenant): Promise<Asker> {
  const over = AbortSignal.timeout(plainMs + spanMs);
  const fetching: typeof fetch = (input, init) => fetch(input, { ...init, signal: over });
  return async ({ user, app }) => {
    const askedAt = performance.now();
    const outcome = await plainClient(tenant.url, fetching, () => new Date())
      .ask(user, app)
      .then(
        () => 'right' as const,
        () => 'lost' as const,
      );
    const final = performance.now() - askedAt;
    return { askedAt, first: final, final, outcome };
  };
}
