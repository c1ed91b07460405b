import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BatchAnswer, type BatchStep, readBatch, runBatch } from './batch.ts';
import type { Fault, Faults } from './faults.ts';
import { badRequest, errorBody, GraphError } from './graph-error.ts';
import { secondMs } from './moment.ts';
import { guidOf } from './random.ts';
import { type GraphReply, type GraphRequest, pageJson } from './request.ts';
import { checkPermission, matchResource, type Resource } from './resource.ts';
import type { Throttle } from './throttle.ts';

/** A request that was answered, those inside a $batch included. */
export interface Recorded {
  readonly method: string;
  /** Path and query after the version. */
  readonly url: string;
  readonly status: number;
  /** True for a step of a $batch; the $batch itself is recorded too. */
  readonly inBatch: boolean;
  readonly isLog: boolean;
}

export interface ServerParts {
  readonly now: () => Date;
  readonly resources: readonly Resource[];
  readonly permissions: ReadonlySet<string>;
  readonly faults: Faults;
  readonly throttle: Throttle | undefined;
  readonly record: (one: Recorded) => void;
}

/** A fault that ends the connection rather than answer. */
class ConnectionCut extends Error {}

const version = 'v1.0';
const maxBodyBytes = 4 * 1024 * 1024;
const jsonType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Speaks Microsoft Graph v1.0 over HTTP. */
export function createGraphServer(parts: ServerParts): Server {
  let served = 0;
  return createServer((incoming, response) => {
    served++;
    const requestId = guidOf('request', served, parts.now().getTime());
    serve(parts, incoming, response, requestId).catch((error: unknown) => {
      if (!(error instanceof ConnectionCut)) response.destroy(error instanceof Error ? error : undefined);
      else response.destroy();
    });
  });
}

async function serve(
  parts: ServerParts,
  incoming: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const target = incoming.url ?? '/';
  if (target === '/' && (method === 'GET' || method === 'HEAD')) {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(method === 'HEAD' ? undefined : 'Contoso, a sample tenant\n');
    return;
  }
  const clientId = String(incoming.headers['client-request-id'] ?? requestId);
  const headers = {
    'request-id': requestId,
    'client-request-id': clientId,
    'odata-version': '4.0',
    'cache-control': 'no-cache',
  };
  const url = afterVersion(target);
  let fault: Fault | undefined;
  let reply: GraphReply;
  let isLog = false;
  try {
    authenticate(incoming);
    if (url === undefined) throw badRequest(`Invalid version: ${target.split('/')[1] ?? ''}`);
    const base = `http://${incoming.headers.host ?? 'localhost'}/${version}`;
    if (url.split('?')[0]?.toLowerCase() === '/$batch') {
      fault = await meet(parts.faults, method, url);
      reply =
        fault?.status !== undefined ? faultReply(fault) : await answerBatch(parts, incoming, method, base, requestId);
    } else {
      const body = method === 'POST' ? await readBody(incoming) : undefined;
      const request = readRequest(method, url, flatHeaders(incoming), base, body);
      isLog = isLogPath(parts, request);
      const answered = await answer(parts, request, isLog);
      fault = answered.fault;
      reply = answered.reply;
    }
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    reply = errorReply(error, requestId, clientId, parts.now());
  }
  parts.record({ method, url: url ?? target, status: reply.status, inBatch: false, isLog });
  await send(response, reply, headers, fault?.truncate === true);
}

async function answerBatch(
  parts: ServerParts,
  incoming: IncomingMessage,
  method: string,
  base: string,
  requestId: string,
): Promise<GraphReply> {
  if (method !== 'POST')
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  if (
    !String(incoming.headers['content-type'] ?? '')
      .toLowerCase()
      .startsWith('application/json')
  )
    throw badRequest('The Content-Type of a batch must be application/json.');
  const steps = readBatch(await readJson(incoming));
  const responses = await runBatch(steps, (step) => answerStep(parts, step, base, requestId));
  return { status: 200, body: { responses } };
}

async function answerStep(parts: ServerParts, step: BatchStep, base: string, requestId: string): Promise<BatchAnswer> {
  const url = step.url.startsWith('/') ? step.url : `/${step.url}`;
  let reply: GraphReply;
  let isLog = false;
  try {
    const request = readRequest(step.method, url, step.headers, base, step.body);
    isLog = isLogPath(parts, request);
    reply = (await answer(parts, request, isLog)).reply;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    reply = errorReply(error, requestId, requestId, parts.now());
  }
  parts.record({ method: step.method, url, status: reply.status, inBatch: true, isLog });
  const body: unknown = reply.page === undefined ? reply.body : JSON.parse([...pageJson(reply.page)].join(''));
  const headers: Record<string, string> = { 'Content-Type': jsonType };
  for (const [name, value] of Object.entries(reply.headers ?? {}))
    headers[name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())] = value;
  return { id: step.id, status: reply.status, headers, ...(body === undefined ? {} : { body }) };
}

async function answer(
  parts: ServerParts,
  request: GraphRequest,
  isLog: boolean,
): Promise<{ readonly reply: GraphReply; readonly fault?: Fault }> {
  const fault = await meet(parts.faults, request.method, request.target);
  // The gateway counts before it looks at anything else, and counts what it refuses.
  const wait = isLog ? parts.throttle?.ask() : undefined;
  if (fault?.status !== undefined) return { reply: faultReply(fault), fault };
  if (wait !== undefined)
    throw new GraphError(429, 'TooManyRequests', 'Please retry again later.', {
      'retry-after': wait.toFixed(3),
    });
  const { resource, args } = matchResource(parts.resources, request);
  checkPermission(resource, parts.permissions);
  return { reply: resource.answer(request, args), ...(fault === undefined ? {} : { fault }) };
}

/** Waits out the fault's delay; cuts the connection if it says so. */
async function meet(faults: Faults, method: string, target: string): Promise<Fault | undefined> {
  const fault = faults.take(method, target);
  if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault?.reset === true) throw new ConnectionCut();
  return fault;
}

function faultReply(fault: Fault): GraphReply {
  return {
    status: fault.status ?? 200,
    ...(fault.body === undefined ? {} : { body: fault.body }),
    ...(fault.headers === undefined ? {} : { headers: fault.headers }),
  };
}

function isLogPath(parts: ServerParts, request: GraphRequest): boolean {
  return parts.resources.some(
    (one) => one.isLog === true && one.path.toLowerCase() === request.segments.join('/').toLowerCase(),
  );
}

function authenticate(incoming: IncomingMessage): void {
  const token = /^Bearer\s+(\S+)$/i.exec(incoming.headers.authorization ?? '');
  if (token === null)
    throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty.', {
      'www-authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    });
}

function afterVersion(target: string): string | undefined {
  const prefix = `/${version}`;
  return target === prefix || target.startsWith(`${prefix}/`) ? target.slice(prefix.length) : undefined;
}

function readRequest(
  method: string,
  url: string,
  headers: GraphRequest['headers'],
  base: string,
  body?: unknown,
): GraphRequest {
  const [path = '', ...query] = url.split('?');
  let segments: string[];
  try {
    segments = path
      .split('/')
      .filter((part) => part !== '')
      .flatMap((part) => keyed(decodeURIComponent(part)));
  } catch {
    throw badRequest('The request URI is not valid: it has a malformed escape.');
  }
  return {
    method,
    segments,
    params: new URLSearchParams(query.join('?')),
    headers,
    target: url,
    base,
    ...(body === undefined ? {} : { body }),
  };
}

/** `servicePrincipals(appId='x')` and `users('x')` name the same as a segment of their own. */
function keyed(segment: string): string[] {
  const match = /^(\w+)\((?:(appId)=)?'((?:[^']|'')*)'\)$/.exec(segment);
  if (match === null) return [segment];
  const value = (match[3] ?? '').replaceAll("''", "'");
  return [match[1] ?? '', match[2] === undefined ? value : `appId:${value}`];
}

function flatHeaders(incoming: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

/** The body of a call that may do without one. */
async function readBody(incoming: IncomingMessage): Promise<unknown> {
  if (incoming.headers['transfer-encoding'] === undefined && Number(incoming.headers['content-length'] ?? 0) === 0)
    return undefined;
  if (!/^application\/json\b/i.test(String(incoming.headers['content-type'] ?? '')))
    throw new GraphError(415, 'Request_BadRequest', 'The Content-Type of the request must be application/json.');
  return readJson(incoming);
}

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) throw new GraphError(413, 'RequestEntityTooLarge', 'The request is too large.');
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw badRequest('Invalid batch payload format: the body is not JSON.');
  }
}

function errorReply(error: GraphError, requestId: string, clientId: string, now: Date): GraphReply {
  return {
    status: error.status,
    headers: error.headers,
    body: errorBody(
      error,
      requestId,
      clientId,
      new Date(Math.floor(now.getTime() / secondMs) * secondMs).toISOString().slice(0, 19),
    ),
  };
}

async function send(
  response: ServerResponse,
  reply: GraphReply,
  headers: Record<string, string>,
  truncate: boolean,
): Promise<void> {
  const all = { 'content-type': jsonType, ...headers, ...reply.headers };
  if (reply.page !== undefined && !truncate) {
    response.writeHead(reply.status, all);
    await pipeline(Readable.from(pageJson(reply.page)), response);
    return;
  }
  const text =
    reply.page !== undefined
      ? [...pageJson(reply.page)].join('')
      : reply.body === undefined
        ? ''
        : typeof reply.body === 'string'
          ? reply.body
          : JSON.stringify(reply.body);
  if (!truncate) {
    // Not chained: restify, once loaded into the process, patches every response's writeHead to return nothing.
    response.writeHead(reply.status, all);
    response.end(text);
    return;
  }
  response.writeHead(reply.status, { ...all, 'content-length': String(Buffer.byteLength(text)) });
  await new Promise((resolve) => response.write(text.slice(0, Math.floor(text.length / 2)), resolve));
  throw new ConnectionCut();
}
