import { mkdir, writeFile } from 'node:fs/promises';
import { bursts } from './burst.ts';
import { freshSkipper, type Sample } from './client.ts';
import { figure, percentile, table } from './figures.ts';
import { growth } from './growth.ts';
import { instances } from './instances.ts';
import { peakMegabytes } from './memory.ts';
import { overviewOfAll } from './overview.ts';
import { plainClient } from './plain-client.ts';
import { problemsOfAnApp } from './problems.ts';
import { atRest } from './rest.ts';
import { soak } from './soak.ts';
import { ownTime } from './stages.ts';
import { type BenchTenant, startTenant } from './tenant.ts';
import { deliveries, looks } from './watching.ts';

/** `npm run bench`: what an answer costs, beside a client that asks Graph one thing after the other. */
const report: string[] = ['# Skipper, measured', ''];

function say(title: string, body: string): void {
  report.push(`## ${title}`, '', body, '');
  process.stdout.write(`\n${title}\n\n${body}\n`);
}

/** In the order of the report. `npm run bench -- burst` runs one. */
const sections: Readonly<Record<string, () => Promise<void>>> = {
  cost: costPerAnswer,
  throughput,
  log: largeLog,
  overview: () => overviewOfAll(say),
  problems: () => problemsOfAnApp(say),
  growth: () => growth(say),
  stages: () => ownTime(say),
  rest: () => atRest(say),
  instances: () => instances(say),
  looks: () => looks(say),
  deliveries: () => deliveries(say),
  soak: () => soak(say),
  burst: () => bursts(say, (file, text) => writeFile(`test/output/bench/${file}`, text)),
};

await mkdir('test/output/bench', { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, section] of Object.entries(sections))
  if (wanted.length === 0 || wanted.includes(name)) await section();
await writeFile('test/output/bench/report.md', report.join('\n'));
process.stdout.write('\nWritten to test/output/bench/report.md\n');

async function costPerAnswer(): Promise<void> {
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: false });
  const cold: Sample[] = [];
  const warm: Sample[] = [];
  const plain: Sample[] = [];
  const asked = freshSkipper(tenant.url);
  for (const one of tenant.cases) await asked(one.question);
  for (const one of tenant.cases) {
    cold.push(await freshSkipper(tenant.url)(one.question));
    warm.push(await asked(one.question));
    plain.push(await plainSample(tenant, one.user, one.app));
  }
  tenant.stop();
  const rows = [rowOf('Skipper, cold', cold), rowOf('Skipper, warm', warm), rowOf('plain client', plain)];
  const ratio = (pick: (sample: Sample) => number) => figure(mean(plain.map(pick)) / mean(warm.map(pick)));
  const ratios = [
    'plain : warm',
    ratio((s) => s.logRequests),
    ratio((s) => s.graphRequests),
    ratio((s) => s.roundTrips),
    ratio((s) => s.ms),
    '',
  ];
  const header = ['', 'log requests', 'Graph requests', 'round trips', 'ms', 'own ms'];
  say(
    `Cost of an answer (p50 / p95 / max of ${tenant.cases.length} questions; 2,000 people, 400 apps)`,
    table(header, [...rows, ratios]),
  );
}

function rowOf(name: string, samples: readonly Sample[]): string[] {
  const cell = (pick: (sample: Sample) => number) => {
    const values = samples.map(pick);
    return [0.5, 0.95, 1].map((share) => figure(percentile(values, share))).join(' / ');
  };
  return [
    name,
    cell((s) => s.logRequests),
    cell((s) => s.graphRequests),
    cell((s) => s.roundTrips),
    cell((s) => s.ms),
    cell((s) => s.ownMs),
  ];
}

async function plainSample(tenant: BenchTenant, user: string, app: string): Promise<Sample> {
  const begun = performance.now();
  const cost = await plainClient(tenant.url, fetch, () => new Date()).ask(user, app);
  return { kind: 'plain', ...cost, ms: performance.now() - begun, ownMs: 0 };
}

async function throughput(): Promise<void> {
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: false });
  const ask = freshSkipper(tenant.url);
  const questions = Array.from(
    { length: 600 },
    (_, index) => tenant.cases[index % tenant.cases.length]?.question ?? '',
  );
  await ask(questions[0] ?? '');
  const rows: string[][] = [];
  for (const askers of [1, 10, 50]) {
    const waiting = questions.values();
    const begun = performance.now();
    const lane = async () => {
      for (const question of waiting) await ask(question);
    };
    await Promise.all(Array.from({ length: askers }, lane));
    rows.push([String(askers), figure(questions.length / ((performance.now() - begun) / 1000))]);
  }
  tenant.stop();
  say(
    'Questions per second (Graph without its throttle, on this machine)',
    table(['askers at once', 'answers / s'], rows),
  );
}

async function largeLog(): Promise<void> {
  const entries = 1_000_000;
  const tenant = await startTenant({ people: 20_000, apps: 400, entries, throttle: false });
  const ask = freshSkipper(tenant.url);
  const sample = tenant.cases.slice(0, 20);
  await ask(sample[0]?.question ?? '');
  const answers: Sample[] = [];
  const skipper = await peakMegabytes(async () => {
    for (const one of sample) answers.push(await ask(one.question));
  });
  const whole: Sample[] = [];
  const plain = await peakMegabytes(async () => {
    // It reads a hundred pages for each: two are enough to see it.
    for (const one of sample.slice(0, 2)) whole.push(await plainSample(tenant, one.user, one.app));
  });
  tenant.stop();
  const row = (name: string, samples: readonly Sample[], peak: number) => [
    name,
    figure(mean(samples.map((s) => s.logRequests))),
    figure(mean(samples.map((s) => s.graphRequests))),
    figure(mean(samples.map((s) => s.ms))),
    figure(peak),
  ];
  const header = ['', 'log requests', 'Graph requests', 'ms', 'heap at its peak, MB'];
  say(
    'A log of 1,000,000 entries (20,000 people; mean of an answer)',
    table(header, [row('Skipper', answers, skipper), row('plain client', whole, plain)]),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
