import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What the connector does with a message: takes it, refuses it, or takes it and does not say so. */
export type Behaviour =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'hang'
  | 'reset';

/** Teams' side for a fault run: counts what it took, by conversation and app. */
export interface Receiver {
  readonly serviceUrl: string;
  /** When each message was taken: "conversation app" → moments of performance.now(). */
  readonly taken: ReadonlyMap<string, readonly number[]>;
  /** Calls so far, refused ones too. */
  readonly calls: { count: number };
  close(): Promise<void>;
}

const subject = /\b(App \d{4})\b/;

export async function startReceiver(behave: (call: number) => Behaviour, thinkMs: () => number): Promise<Receiver> {
  const taken = new Map<string, number[]>();
  const calls = { count: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const [, conversation = ''] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? [];
    const { summary = '' } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { summary?: string };
    const behaviour = behave(calls.count);
    calls.count += 1;
    await delay(thinkMs());
    if (behaviour === 'reset') return void response.destroy();
    if (behaviour === 'hang') return;
    if (behaviour.status === 201) {
      const [, app = 'no app'] = subject.exec(summary) ?? [];
      const key = `${decodeURIComponent(conversation)} ${app}`;
      taken.set(key, [...(taken.get(key) ?? []), performance.now()]);
    }
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
    response.end(JSON.stringify({ id: `sent-${calls.count}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
