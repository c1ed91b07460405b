import { createSandbox, type Listening, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; a text where it is not JSON. */
  readonly body: unknown;
}

export interface Running extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly listening: Listening;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  batch(requests: readonly object[]): Promise<Reply>;
  send(path: string, init: RequestInit): Promise<Reply>;
}

/** A sandbox on a free port, without throttle and delay unless asked for, with a clock that stands still. */
export async function start(options: Partial<SandboxOptions> = {}): Promise<Running> {
  const moment = new Date('2026-11-20T09:30:00Z');
  const sandbox = createSandbox({ now: () => moment, throttle: false, logDelaySeconds: 0, ...options });
  const listening = await sandbox.listen();
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(path.startsWith('http') ? path : `${listening.url}/v1.0${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' || !/json/.test(response.headers.get('content-type') ?? '') ? text : JSON.parse(text),
    };
  };
  return {
    sandbox,
    listening,
    send,
    get: (path, headers = {}) => send(path, { headers: { authorization: 'Bearer sandbox', ...headers } }),
    batch: (requests) =>
      send('/$batch', {
        method: 'POST',
        headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
        body: JSON.stringify({ requests }),
      }),
    [Symbol.asyncDispose]: () => listening.close(),
  };
}

/** The value at a path of a parsed body, names and places parted by dots. */
export function at(body: unknown, path: string): unknown {
  let value = body;
  for (const name of path.split('|'))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return value;
}

export function items(reply: Reply): unknown[] {
  const value = at(reply.body, 'value');
  if (!Array.isArray(value)) throw new Error(`no collection: ${JSON.stringify(reply.body)}`);
  return value;
}

export function texts(reply: Reply, path: string): string[] {
  return items(reply).map((one) => String(at(one, path)));
}

/** Every page of a collection. */
export async function pages(running: Running, path: string, headers: Record<string, string> = {}): Promise<Reply[]> {
  const read: Reply[] = [];
  for (let next: unknown = path; typeof next === 'string'; next = at(read.at(-1)?.body, '@odata.nextLink'))
    read.push(await running.get(next, headers));
  return read;
}

export const eventual = { ConsistencyLevel: 'eventual' };
