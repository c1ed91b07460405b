import { z } from 'zod/v4';
import { codeOfStatus, GraphError, type GraphErrorDetails } from './errors.ts';
import { permissions } from './permissions.ts';
import type { Read } from './read.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Reply } from './transport.ts';

/** Codes and ids that may go into a log: whatever else stands there could be anything. */
const token = z
  .string()
  .regex(/^[\w.-]{1,100}$/)
  .optional()
  .catch(undefined);

const inner = z.object({ code: token, 'request-id': token, requestId: token });
const errorBody = z.object({
  error: z.object({
    code: token,
    innerError: inner.optional().catch(undefined),
    innererror: inner.optional().catch(undefined),
  }),
});

/** The GraphError of a reply that is no success, or is no JSON; undefined for one that may be read. */
export function failureOf(reply: Reply, read: Read, now: Date): GraphError | undefined {
  const { operation } = read;
  const succeeded = reply.status >= 200 && reply.status < 300;
  if (succeeded && !reply.garbled && typeof reply.body === 'object' && reply.body !== null) return undefined;
  const parsed = errorBody.safeParse(reply.body);
  const error = parsed.success ? parsed.data.error : undefined;
  const within = error?.innerError ?? error?.innererror;
  const details: GraphErrorDetails = {
    operation,
    permission: permissions[operation],
    status: reply.status,
    graphCode: error?.code,
    requestId: within?.['request-id'] ?? within?.requestId ?? token.parse(reply.headers['request-id']),
    retryAfterMs: parseRetryAfter(reply.headers['retry-after'], now),
  };
  return new GraphError(succeeded ? 'garbled' : codeOfStatus(reply.status), details);
}

/** Statuses that pass by themselves. Source: error handling and throttling guidance of Microsoft Graph. */
export function isPassing(error: GraphError): boolean {
  return error.status === 429 || error.status === 503 || error.status === 504;
}
