import { freshSkipper, type Sample } from './client.ts';
import { figure, table } from './figures.ts';
import { peakMegabytes } from './memory.ts';
import { plainClient } from './plain-client.ts';
import { startTenant } from './tenant.ts';

/** Apps of the tenant, and how many of them have provisioning. */
const sizes = [
  { apps: 60, provisioned: 21 },
  { apps: 500, provisioned: 21 },
  { apps: 500, provisioned: 500 },
  { apps: 10_000, provisioned: 500 },
] as const;

/** A plain client would be at it for too long beyond this. */
const mostForPlain = 500;

/** "Which apps have problems?" in tenants of different sizes, beside a client that asks for one app after the other. */
export async function overviewOfAll(say: (title: string, body: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await rowsOf(size)));
  const header = [
    'apps',
    'provisioned',
    '',
    'Graph requests',
    'log requests',
    'round trips',
    'ms',
    'own ms',
    'heap at its peak, MB',
  ];
  say('An overview of all apps (goal: at most 60 requests at 500 apps)', table(header, rows));
}

async function rowsOf(size: (typeof sizes)[number]): Promise<string[][]> {
  const tenant = await startTenant({ people: 300, entries: 2000, throttle: false, ...size });
  const ask = freshSkipper(tenant.url);
  let asked: Sample | undefined;
  const once = async () => {
    asked = await ask('give me an overview');
  };
  const rows: string[][] = [];
  const row = (name: string, heap: number) => {
    if (!asked) return;
    const { graphRequests, logRequests, roundTrips, ms, ownMs } = asked;
    const figures = [graphRequests, logRequests, roundTrips, ms, ownMs, heap].map(figure);
    rows.push([size.apps.toLocaleString('en'), String(size.provisioned), name, ...figures]);
  };
  row('Skipper, first time', await peakMegabytes(once));
  row('Skipper, again', await peakMegabytes(once));
  if (size.apps <= mostForPlain) {
    const plain = plainClient(tenant.url, fetch, () => new Date());
    const begun = performance.now();
    let graphRequests = 0;
    const heap = await peakMegabytes(async () => {
      ({ graphRequests } = await plain.overview());
    });
    asked = {
      kind: 'plain',
      graphRequests,
      logRequests: 0,
      roundTrips: graphRequests,
      ms: performance.now() - begun,
      ownMs: Number.NaN,
    };
    row('plain client', heap);
  }
  tenant.stop();
  return rows;
}
