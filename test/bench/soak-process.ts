import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';

/** The bot in a process of its own, with a Graph that fails now and again. */
export interface SoakStart {
  readonly graph: string;
  readonly dataDir: string;
  /** One request in so many fails. */
  readonly everyNth: number;
}

export type SoakReport =
  | { readonly url: string }
  | { readonly heap: readonly number[]; readonly resident: number; readonly requests: number; readonly failed: number };

const sampleMs = 3000;

process.once('message', async ({ graph, dataDir, everyNth }: SoakStart) => {
  const faulty = failing(everyNth);
  const app = createApp(
    loadConfig({
      PORT: '0',
      ALLOW_UNAUTHENTICATED: 'true',
      GRAPH_ENDPOINT: graph,
      GRAPH_TOKEN: 'bench',
      DATA_DIR: dataDir,
      STOP_TIMEOUT_SECONDS: '60',
    }),
    {
      fetch: faulty.fetch,
      now: () => new Date(),
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: pino({ level: 'silent' }),
    },
  );
  const { url } = await app.listen();
  const heap: number[] = [];
  const watch = setInterval(() => {
    globalThis.gc?.();
    heap.push(process.memoryUsage().heapUsed / 1_000_000);
  }, sampleMs);
  process.once('message', async () => {
    clearInterval(watch);
    await app.close();
    const resident = process.memoryUsage().rss / 1_000_000;
    process.send?.({ heap, resident, requests: faulty.requests(), failed: faulty.failed() } satisfies SoakReport, () =>
      process.exit(),
    );
  });
  process.send?.({ url } satisfies SoakReport);
});

/** Every nth request goes wrong, each time in another way. */
function failing(everyNth: number) {
  let requests = 0;
  let failed = 0;
  const soon = { 'retry-after': '1' };
  const json = { 'content-type': 'application/json' };
  const ways: readonly ((input: string | URL | Request, init?: RequestInit) => Promise<Response>)[] = [
    async () =>
      new Response('{"error":{"code":"serviceNotAvailable"}}', { status: 503, headers: { ...json, ...soon } }),
    async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
    },
    async () => new Response('{"error":{"code":"generalException"}}', { status: 500, headers: json }),
    async (input, init) => {
      await new Promise((resolve) => setTimeout(resolve, 4000));
      return fetch(input, init);
    },
    async () => new Response('<html>bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
    async () => new Response('{"value": [{"id":', { status: 200, headers: json }),
  ];
  const wrapped: typeof fetch = async (input, init) => {
    requests += 1;
    const way = requests % everyNth === 0 ? ways[failed % ways.length] : undefined;
    if (!way) return fetch(input, init);
    failed += 1;
    return way(input, init);
  };
  return { fetch: wrapped, requests: () => requests, failed: () => failed };
}
