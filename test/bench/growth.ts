import { freshSkipper, type Sample } from './client.ts';
import { figure, percentile, table } from './figures.ts';
import { peakMegabytes } from './memory.ts';
import { startTenant } from './tenant.ts';

interface Size {
  readonly people: number;
  readonly apps: number;
  readonly entries: number;
}

const usual: Size = { people: 1000, apps: 100, entries: 10_000 };

/** What an answer costs in tenants that are larger in one way: flat is as it should be. */
const sizes: readonly Size[] = [
  usual,
  { ...usual, apps: 1000 },
  { ...usual, apps: 10_000 },
  { ...usual, people: 10_000 },
  { ...usual, people: 100_000 },
  { ...usual, entries: 100_000 },
  { ...usual, entries: 1_000_000 },
];

export async function growth(say: (title: string, body: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await rowOf(size));
  const header = [
    'apps',
    'people',
    'entries',
    'Graph requests, cold',
    'warm',
    'log requests',
    'ms, warm p50',
    'heap at its peak, MB',
  ];
  say('Cost of an answer against the size of the tenant', table(header, rows));
}

async function rowOf(size: Size): Promise<string[]> {
  const tenant = await startTenant({ ...size, throttle: false });
  const sample = tenant.cases.slice(0, 30);
  const ask = freshSkipper(tenant.url);
  const first = sample[0] && (await freshSkipper(tenant.url)(sample[0].question));
  for (const one of sample) await ask(one.question);
  const warm: Sample[] = [];
  const peak = await peakMegabytes(async () => {
    for (const one of sample) warm.push(await ask(one.question));
  });
  tenant.stop();
  const most = (pick: (sample: Sample) => number) => String(Math.max(...warm.map(pick)));
  return [
    size.apps.toLocaleString('en'),
    size.people.toLocaleString('en'),
    size.entries.toLocaleString('en'),
    String(first?.graphRequests ?? 0),
    most((one) => one.graphRequests),
    most((one) => one.logRequests),
    figure(
      percentile(
        warm.map((one) => one.ms),
        0.5,
      ),
    ),
    figure(peak),
  ];
}
