import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v4';
import { freshSkipper } from './client.ts';
import { figure, table } from './figures.ts';
import type { LongLog } from './long-log-process.ts';
import { peakMegabytes } from './memory.ts';

const people = 20_000;
const sizes = [10_000, 100_000, 1_000_000] as const;
/** A client that keeps every entry has no room for more. */
const mostForPlain = 100_000;

/** "Who failed in the app?" over logs of different lengths, beside a client that reads the log whole and then looks at it. */
export async function problemsOfAnApp(say: (title: string, body: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const entries of sizes) {
    const graph = fork(new URL('./long-log-process.ts', import.meta.url));
    graph.send({ entries, people } satisfies LongLog);
    const [url] = (await once(graph, 'message')) as [string];
    const ask = freshSkipper(url);
    let sample: Awaited<ReturnType<typeof ask>> | undefined;
    const heap = await peakMegabytes(async () => {
      sample = await ask('who failed in Fabrikam Desk in the last 30 days?');
    });
    if (sample) {
      const { graphRequests, logRequests, ms, ownMs } = sample;
      rows.push([size(entries), 'Skipper', ...[graphRequests, logRequests, ms, ownMs, heap].map(figure)]);
    }
    if (entries <= mostForPlain) {
      const begun = performance.now();
      let pages = 0;
      const plainHeap = await peakMegabytes(async () => {
        pages = await plainly(url);
      });
      rows.push([
        size(entries),
        'plain client',
        ...[pages, pages, performance.now() - begun, Number.NaN, plainHeap].map(figure),
      ]);
    }
    graph.kill();
  }
  const header = ['entries', '', 'Graph requests', 'log requests', 'ms', 'own ms', 'heap at its peak, MB'];
  say(
    `Who failed in an app, by cause (${size(people)} people in its log; Graph without its throttle)`,
    table(header, rows),
  );
}

function size(entries: number): string {
  return entries.toLocaleString('en');
}

const page = z.object({ value: z.array(z.record(z.string(), z.unknown())), '@odata.nextLink': z.string().optional() });

/** Everything first, then the newest entry of each person. */
async function plainly(endpoint: string): Promise<number> {
  const all: Record<string, unknown>[] = [];
  let pages = 0;
  for (
    let url: string | undefined = `${endpoint}/v1.0/auditLogs/provisioning?$top=500`;
    url !== undefined;
    pages += 1
  ) {
    const read: z.infer<typeof page> = page.parse(await (await fetch(url)).json());
    all.push(...read.value);
    url = read['@odata.nextLink'];
  }
  const newest = new Map(all.toReversed().map((entry) => [JSON.stringify(entry.sourceIdentity), entry]));
  if (newest.size === 0) throw new Error('the log is empty');
  return pages;
}
