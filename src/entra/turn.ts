import DataLoader from 'dataloader';
import { batchLimit, fromBatchBody, toBatchBody } from './batch.ts';
import { GraphError } from './errors.ts';
import { failureOf, isPassing } from './failures.ts';
import type { LogBudget } from './log-budget.ts';
import { createPatience } from './patience.ts';
import { type Operation, permissions } from './permissions.ts';
import type { Read } from './read.ts';
import type { Lane, Spent } from './reads.ts';
import type { EntraOptions } from './settings.ts';
import { type Exchange, isReset, type Reply, type Transport } from './transport.ts';

/** Sends the reads of one turn. Reads asked for in the same tick travel together; the same read is sent once. */
export interface Turn {
  readonly now: () => Date;
  /** The JSON of a successful answer. Throws GraphError. */
  send(read: Read): Promise<unknown>;
  /** Sends something that must not be done twice: alone, and once. Gives whatever came back. Throws GraphError where nothing did. */
  post(act: Act): Promise<Reply>;
  /** Lets go of an answer, so that a long collection is not held page by page. */
  forget(read: Read): void;
  spent(): Spent;
  /** The ids of the requests sent so far. */
  requestIds(): readonly string[];
  /** A log request of this turn was taken from the budget already. */
  prepay(): void;
  /** Adds what was spent elsewhere for this turn, as one more round trip, and the ids of those requests. */
  charge(spent: Pick<Spent, 'graphRequests' | 'logRequests'>, ids: readonly string[]): void;
  /** See Transport.toPath. */
  toPath(link: string): string | undefined;
}

/** A call that is no read. */
export interface Act {
  readonly operation: Operation;
  readonly path: string;
  readonly body: object;
}

export interface TurnParts {
  readonly options: EntraOptions;
  readonly transport: Transport;
  readonly logBudget: LogBudget;
  readonly signal: AbortSignal;
  readonly correlationId: string;
  readonly lane?: Lane;
}

/** A try of a read. */
interface Try {
  readonly read: Read;
  readonly attempt: number;
}

/** `pause` is there when the read may be tried again, and is shared by all that wait together, so that they travel together. */
type Outcome = { readonly body: unknown } | { readonly error: GraphError; readonly pause?: Promise<void> };

export function createTurn(parts: TurnParts): Turn {
  const { options, transport, signal, correlationId } = parts;
  const patience = createPatience(options, signal);
  const asked = new Map<string, Promise<unknown>>();
  const spent = { graphRequests: 0, logRequests: 0, roundTrips: 0 };
  const requestIds: string[] = [];
  let finished = 0;
  let prepaid = 0;
  let batchRefused = false;
  const loader = new DataLoader<Try, Outcome>((tries) => dispatch(tries), { cache: false, maxBatchSize: batchLimit });

  return {
    now: options.now,
    send(read) {
      const key = keyOf(read);
      const known = asked.get(key);
      if (known) return known;
      const answer = persist(read);
      asked.set(key, answer);
      return answer;
    },
    async post({ operation, path, body }) {
      const requestId = options.newId();
      const depth = finished + 1;
      const exchange: Exchange = { method: 'POST', path, body, headers: { 'Content-Type': 'application/json' } };
      const onSend = () => {
        spent.graphRequests += 1;
        requestIds.push(requestId);
        spent.roundTrips = Math.max(spent.roundTrips, depth);
      };
      const reply = await transport.exchange(exchange, { operation, requestId, signal, onSend });
      finished = Math.max(finished, depth);
      options.logger.debug({ correlationId, requestId, operations: [operation], status: reply.status }, 'asked Graph');
      return reply;
    },
    forget: (read) => void asked.delete(keyOf(read)),
    spent: () => ({ ...spent }),
    requestIds: () => [...requestIds],
    prepay() {
      prepaid += 1;
    },
    charge({ graphRequests, logRequests }, ids) {
      requestIds.push(...ids);
      spent.graphRequests += graphRequests;
      spent.logRequests += logRequests;
      finished += 1;
      spent.roundTrips = Math.max(spent.roundTrips, finished);
    },
    toPath: (link) => transport.toPath(link),
  };

  async function persist(read: Read): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      if (read.operation === 'log') await admission(read.lane);
      const outcome = await loader.load({ read, attempt });
      if ('body' in outcome) return outcome.body;
      if (!outcome.pause) throw outcome.error;
      await outcome.pause;
    }
  }

  /** Waits until the log may be asked. Throws GraphError: throttled where that is longer than patience lasts, or cancelled. */
  async function admission(lane = parts.lane ?? 'people'): Promise<void> {
    if (prepaid > 0) {
      prepaid -= 1;
      return;
    }
    if (parts.logBudget.tryTake()) return;
    const of = { operation: 'log', permission: permissions.log } as const;
    const ms = parts.logBudget.closedFor();
    if (!patience.allows(ms)) throw new GraphError('throttled', { ...of, retryAfterMs: ms });
    await parts.logBudget.take(lane, signal).catch((cause: unknown) => {
      throw new GraphError('cancelled', { ...of, cause });
    });
  }

  async function dispatch(tries: readonly Try[]): Promise<Outcome[]> {
    // Whatever has come back may have been waited for: the depth of this wave is one more.
    const depth = finished + 1;
    const outcomes = await attempt(tries.map((one) => one.read));
    finished = Math.max(finished, depth);
    spent.roundTrips = Math.max(spent.roundTrips, depth);
    return withPause(tries, outcomes);
  }

  async function attempt(reads: readonly Read[]): Promise<Outcome[]> {
    const [first] = reads;
    if (!first) return [];
    const alone = reads.length === 1;
    if (!alone && batchRefused) return singly(reads);
    const exchange: Exchange = alone
      ? { method: 'GET', path: first.path, headers: first.headers }
      : { method: 'POST', path: '/$batch', body: toBatchBody(reads) };
    const requestId = options.newId();
    const operations = reads.map((read) => read.operation);
    const sent = { correlationId, requestId, operations };
    const beganAt = options.now();
    const tell = (status?: number, throttled = 0) =>
      options.onCall?.({ correlationId, operations, beganAt, endedAt: options.now(), status, throttled });
    try {
      const reply = await transport.exchange(exchange, {
        operation: first.operation,
        requestId,
        signal,
        onSend: () => {
          spent.graphRequests += 1;
          requestIds.push(requestId);
          spent.logRequests += reads.filter((read) => read.operation === 'log').length;
        },
      });
      options.logger.debug({ ...sent, status: reply.status }, 'asked Graph');
      if (!alone && isNoBatch(reply)) {
        tell(reply.status);
        batchRefused = true;
        return await singly(reads);
      }
      const outcomes = alone ? [outcomeOf(reply, first)] : spread(reply, reads);
      tell(reply.status, outcomes.filter((one) => 'error' in one && one.error.code === 'throttled').length);
      return outcomes;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      options.logger.debug({ ...sent, code: error.code }, 'asked Graph in vain');
      tell();
      return reads.map((read) => ({ error: namedFor(error, read) }));
    }
  }

  async function singly(reads: readonly Read[]): Promise<Outcome[]> {
    return (await Promise.all(reads.map((read) => attempt([read])))).flat();
  }

  function spread(reply: Reply, reads: readonly Read[]): Outcome[] {
    const failed = reads.map((read) => failureOf(reply, read, options.now()));
    if (failed.every((error) => error !== undefined)) return failed.map((error) => ({ error }));
    let replies: (Reply | undefined)[];
    try {
      replies = fromBatchBody(reply.body, reads.length);
    } catch (cause) {
      return reads.map((read) => ({ error: garbled(read, cause) }));
    }
    return reads.map((read, index) => {
      const inner = replies[index];
      return inner ? outcomeOf(inner, read) : { error: garbled(read, undefined) };
    });
  }

  function outcomeOf(reply: Reply, read: Read): Outcome {
    const error = failureOf(reply, read, options.now());
    if (!error) return { body: reply.body };
    if (error.code === 'throttled' && read.operation === 'log') parts.logBudget.refused(error.retryAfterMs ?? 0);
    return { error };
  }

  /** Gives those that may be tried again one pause, as long as the longest of them needs. */
  function withPause(tries: readonly Try[], outcomes: readonly Outcome[]): Outcome[] {
    let longest = -1;
    const again = outcomes.map((outcome, index) => {
      const tried = tries[index];
      if (!tried || 'body' in outcome || tried.attempt >= attemptsFor(outcome.error, options.attempts)) return false;
      if (tried.read.hasty && outcome.error.code === 'throttled') return false;
      const ms = patience.delay(tried.attempt, outcome.error.retryAfterMs);
      if (!patience.allows(ms)) return false;
      longest = Math.max(longest, ms);
      return true;
    });
    if (longest < 0) return [...outcomes];
    const waiting = patience.wait(longest);
    options.logger.debug(
      { correlationId, waitMs: longest, reads: again.filter(Boolean).length },
      'waiting to ask Graph again',
    );
    return outcomes.map((outcome, index) => {
      if (!again[index] || 'body' in outcome) return outcome;
      const { operation, permission } = outcome.error;
      const pause = waiting.catch((cause: unknown) => {
        throw new GraphError('cancelled', { operation, permission, cause });
      });
      return { error: outcome.error, pause };
    });
  }
}

/** Tries of a read that is not throttled: what has not passed by then is an outage. */
const fewAttempts = 4;

/** How often a read may be tried that fails so; 1 for a failure that waiting does not mend. */
function attemptsFor(error: GraphError, most = fewAttempts): number {
  // What passes for sure, or when Graph says: whoever has the patience waits it out.
  if (error.status === 429 || (isPassing(error) && error.retryAfterMs !== undefined)) return most;
  return isPassing(error) || isReset(error) ? Math.min(most, fewAttempts) : 1;
}

/** The batch itself was refused, which says nothing of what it held: least of all that there is no such thing. */
function isNoBatch({ status }: Reply): boolean {
  return status === 400 || status === 404 || status === 405 || status === 501;
}

function keyOf(read: Read): string {
  return `${read.path} ${JSON.stringify(read.headers ?? {})}`;
}

function garbled(read: Read, cause: unknown): GraphError {
  return new GraphError('garbled', { operation: read.operation, permission: permissions[read.operation], cause });
}

/** The failure of a whole exchange, told of each read that travelled in it. */
function namedFor(error: GraphError, read: Read): GraphError {
  return new GraphError(error.code, {
    ...error,
    operation: read.operation,
    permission: permissions[read.operation],
    cause: error.cause,
  });
}
