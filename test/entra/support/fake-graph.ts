import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';

/** One answer, to a request of its own or to one inside a $batch. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What happens to the next HTTP exchange as a whole, whatever it asks. */
export type Fault =
  | 'hang'
  | 'reset'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly text: string }
  | { readonly truncated: string };

export interface Asked {
  /** Unescaped, behind the version. */
  readonly path: string;
  readonly raw: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The one request, or those inside of a $batch. */
  readonly asked: readonly Asked[];
}

export interface FakeGraph {
  readonly url: string;
  readonly requests: HttpRequest[];
  /** Answers, once each and in turn, the requests whose unescaped path begins with `start`. */
  when(start: string, ...answers: (Answer | ((asked: Asked) => Answer))[]): void;
  /** Answers, as often as they come, what no expectation is for; undefined leaves a request unmatched. */
  otherwise(answer: (asked: Asked) => Answer | undefined): void;
  fault(...faults: Fault[]): void;
  /** Gives the answers of the next batches in this order of positions; missing positions are left out. */
  shuffleBatch(order: (count: number) => number[]): void;
  /** Fails on a request that nothing was expected for, and on an expectation that nothing asked for. */
  verify(): void;
  close(): Promise<void>;
}

interface Expectation {
  readonly start: string;
  readonly answers: (Answer | ((asked: Asked) => Answer))[];
}

const batchBody = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      method: z.literal('GET'),
      url: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** A Microsoft Graph on loopback that answers only what a test expects. */
export async function startFakeGraph(): Promise<FakeGraph> {
  const requests: HttpRequest[] = [];
  const expectations: Expectation[] = [];
  const faults: Fault[] = [];
  const unmatched: string[] = [];
  const wrong: string[] = [];
  let rest: (asked: Asked) => Answer | undefined = () => undefined;
  let order = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      wrong.push(String(error));
      response.destroy();
    });
  });

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const url = request.url ?? '';
    const batch =
      request.method === 'POST' && url === '/v1.0/$batch' ? batchBody.parse(JSON.parse(text)).requests : undefined;
    const asked = batch
      ? batch.map((one) => toAsked(one.url, one.headers ?? {}))
      : [toAsked(url.replace('/v1.0', ''), headersOf(request.headers))];
    requests.push({ method: request.method ?? '', url, headers: request.headers, asked });
    if (!url.startsWith('/v1.0/')) wrong.push(`a request outside of the version: ${url}`);
    if (batch && batch.length > 20) wrong.push(`a batch of ${batch.length}`);

    const fault = faults.shift();
    if (fault) return fail(fault, response);
    if (!batch) return send(response, answer(asked[0] ?? toAsked(url, {})));
    const answers = batch.map((one, index) => {
      const { status = 200, headers = {}, body = {} } = answer(asked[index] ?? toAsked(one.url, {}));
      return { id: one.id, status, headers, body };
    });
    send(response, { body: { responses: order(answers.length).map((index) => answers[index]) } });
  }

  function answer(asked: Asked): Answer {
    const found = expectations.find((one) => one.answers.length > 0 && asked.path.startsWith(one.start));
    const next = found?.answers.shift();
    if (next) return typeof next === 'function' ? next(asked) : next;
    const other = rest(asked);
    if (other) return other;
    unmatched.push(asked.path);
    return { status: 400, body: { error: { code: 'Unexpected', message: 'nothing was expected here' } } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    when: (start, ...answers) => void expectations.push({ start, answers }),
    otherwise(next) {
      rest = next;
    },
    fault: (...next) => void faults.push(...next),
    shuffleBatch(next) {
      order = next;
    },
    verify() {
      assert.deepEqual(wrong, [], 'requests that Graph would not understand');
      assert.deepEqual(unmatched, [], 'requests that nothing was expected for');
      const unused = expectations
        .filter((one) => one.answers.length > 0)
        .map((one) => `${one.answers.length} × ${one.start}`);
      assert.deepEqual(unused, [], 'expectations that nothing asked for');
      assert.equal(faults.length, 0, 'faults that nothing ran into');
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function fail(fault: Fault, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if ('truncated' in fault) {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': String(fault.truncated.length + 100),
    });
    response.write(fault.truncated);
    response.socket?.end();
    return;
  }
  // Not chained: restify, once loaded anywhere in the process, makes writeHead return nothing.
  response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
  response.end(fault.text);
}

function send(response: ServerResponse, { status = 200, headers = {}, body = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json;odata.metadata=minimal', ...headers });
  response.end(JSON.stringify(body));
}

function toAsked(raw: string, headers: Readonly<Record<string, string>>): Asked {
  return { raw, path: decodeURIComponent(raw), headers };
}

function headersOf(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
