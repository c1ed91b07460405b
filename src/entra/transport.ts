import { Client, GraphClientError, type Middleware, ResponseType } from '@microsoft/microsoft-graph-client';
import { scopeOf } from './credential.ts';
import { GraphError } from './errors.ts';
import type { Credential, EntraOptions } from './settings.ts';

/** What came back, whatever the status. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; undefined for an empty body. */
  readonly body: unknown;
  /** True when there was a body that is not the JSON that Graph speaks. */
  readonly garbled: boolean;
}

export interface Exchange {
  readonly method: 'GET' | 'POST';
  /** Behind the version, as it goes over the wire: "/users?$top=5". */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Caller {
  /** Named in errors. */
  readonly operation: string;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Told when the request leaves, not when it was merely wished for. */
  readonly onSend: () => void;
}

/** One HTTP exchange with Graph, without any retry. */
export interface Transport {
  /** Throws GraphError: unauthenticated (no token), timeout, unreachable or cancelled. */
  exchange(exchange: Exchange, caller: Caller): Promise<Reply>;
  /** The part of a nextLink behind the version, or undefined when it leads away from the endpoint. */
  toPath(link: string): string | undefined;
}

const version = 'v1.0';

/** Tells the middleware the exact URL: the client's own builder reorders what a nextLink says. */
class ExactUrl {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
}

/** A transport on Microsoft's Graph client, with the given fetch beneath it. */
export function createTransport(options: EntraOptions): Transport {
  const base = options.endpoint.replace(/\/+$/, '');
  const timeoutMs = options.timeoutMs ?? 20_000;
  const client = Client.initWithMiddleware({
    middleware: sender(options.fetch),
    baseUrl: base,
    defaultVersion: version,
  });
  const scope = scopeOf(base);
  return {
    toPath: (link) => pathOf(link, base),
    async exchange(exchange, caller) {
      const limit = AbortSignal.timeout(timeoutMs);
      const signal = AbortSignal.any([caller.signal, limit]);
      try {
        caller.signal.throwIfAborted();
        const token = await signIn(options.credential, scope, signal, caller.operation);
        const request = client
          .api('/')
          .middlewareOptions([new ExactUrl(`${base}/${version}${exchange.path}`)])
          .responseType(ResponseType.RAW)
          .headers({
            ...exchange.headers,
            Accept: 'application/json',
            Authorization: `Bearer ${token}`,
            'client-request-id': caller.requestId,
          })
          // A redirect could lead anywhere: it is never followed.
          .options({ signal, redirect: 'manual' });
        caller.onSend();
        const response: Response = await (exchange.method === 'GET' ? request.get() : request.post(exchange.body));
        return await readReply(response);
      } catch (error) {
        throw failure(error, caller, limit);
      }
    },
  };
}

function sender(fetch: typeof globalThis.fetch): Middleware {
  return {
    async execute(context) {
      const exact: unknown = context.middlewareControl?.getMiddlewareOptions(ExactUrl);
      if (!(exact instanceof ExactUrl)) throw new GraphClientError('a request without an exact URL');
      try {
        context.response = await fetch(exact.url, context.options);
      } catch (error) {
        // Anything else would be rebuilt by the client, without its cause.
        throw Object.assign(new GraphClientError('fetch failed'), { cause: error });
      }
    },
  };
}

async function signIn(credential: Credential, scope: string, signal: AbortSignal, operation: string): Promise<string> {
  if ('token' in credential) return credential.token;
  try {
    const found = await credential.getToken(scope, { abortSignal: signal });
    if (found?.token) return found.token;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new GraphError('unauthenticated', { operation, cause: error });
  }
  throw new GraphError('unauthenticated', { operation });
}

async function readReply(response: Response): Promise<Reply> {
  const headers = Object.fromEntries(response.headers);
  const text = await response.text();
  if (text.trim() === '')
    return { status: response.status, headers, body: undefined, garbled: response.status !== 204 };
  if (!/\bjson\b/i.test(headers['content-type'] ?? '')) {
    return { status: response.status, headers, body: undefined, garbled: true };
  }
  try {
    return { status: response.status, headers, body: JSON.parse(text), garbled: false };
  } catch {
    return { status: response.status, headers, body: undefined, garbled: true };
  }
}

function failure(error: unknown, caller: Caller, limit: AbortSignal): GraphError {
  const { operation } = caller;
  if (caller.signal.aborted) return new GraphError('cancelled', { operation, cause: caller.signal.reason });
  if (limit.aborted) return new GraphError('timeout', { operation, cause: limit.reason });
  if (error instanceof GraphError) return error;
  const cause = error instanceof GraphClientError && error.cause !== undefined ? error.cause : error;
  return new GraphError('unreachable', { operation, cause });
}

/** Connections that broke while in use, by the codes of Node and undici. Asking again may well work. */
const resets = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET']);

/** Whether a failure is a connection that broke, rather than one that could not be made. */
export function isReset(error: GraphError): boolean {
  if (error.code !== 'unreachable') return false;
  for (
    let cause: unknown = error.cause, depth = 0;
    cause instanceof Error && depth < 5;
    cause = cause.cause, depth += 1
  ) {
    if ('code' in cause && typeof cause.code === 'string' && resets.has(cause.code)) return true;
  }
  return false;
}

function pathOf(link: string, base: string): string | undefined {
  const root = `${base}/${version}/`;
  let wanted: URL;
  try {
    wanted = new URL(link, root);
  } catch {
    return undefined;
  }
  const allowed = new URL(root);
  if (wanted.origin !== allowed.origin || wanted.username !== '' || wanted.password !== '') return undefined;
  if (!wanted.pathname.startsWith(allowed.pathname)) return undefined;
  // Cut from the link itself where it can be, so that its escapes stay as they are.
  if (link.startsWith(root)) return link.slice(root.length - 1);
  return wanted.href.slice(wanted.origin.length + allowed.pathname.length - 1);
}
