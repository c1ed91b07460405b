/** Why a read failed. Closed: whoever handles one handles all. */
export type GraphErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'badRequest'
  | 'throttled'
  | 'serverError'
  | 'timeout'
  | 'unreachable'
  | 'garbled'
  | 'cancelled';

export interface GraphErrorDetails {
  /** Which read failed: a key of permissions.ts, never a URL, for those hold names. */
  readonly operation: string;
  readonly status?: number;
  /** Graph's own error code, e.g. Authorization_RequestDenied. */
  readonly graphCode?: string;
  readonly requestId?: string;
  /** How long Graph asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The application permission that the read needs. */
  readonly permission?: string;
  readonly cause?: unknown;
}

/** A read of Microsoft Graph that failed. The message holds no URL, token, name or attribute value. */
export class GraphError extends Error {
  readonly code: GraphErrorCode;
  readonly operation: string;
  readonly status: number | undefined;
  readonly graphCode: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly permission: string | undefined;

  constructor(code: GraphErrorCode, details: GraphErrorDetails) {
    const status = details.status === undefined ? '' : ` (HTTP ${details.status})`;
    super(`Microsoft Graph, ${details.operation}: ${code}${status}`, { cause: details.cause });
    this.name = 'GraphError';
    this.code = code;
    this.operation = details.operation;
    this.status = details.status;
    this.graphCode = details.graphCode;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.permission = details.permission;
  }
}

/** The code for an HTTP status that is no success. */
export function codeOfStatus(status: number): GraphErrorCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 429) return 'throttled';
  if (status === 408) return 'timeout';
  if (status >= 500) return 'serverError';
  // A redirect is nothing that Graph sends to a read of JSON.
  return status >= 400 ? 'badRequest' : 'garbled';
}
