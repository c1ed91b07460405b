/** A refusal as Microsoft Graph words it. Thrown anywhere below the server, which writes the error body. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function errorBody(error: GraphError, requestId: string, clientRequestId: string, date: string): object {
  if (error.status === 429) {
    return {
      error: {
        code: error.code,
        innerError: { code: '429', date, message: 'Please retry after', 'request-id': requestId, status: '429' },
        message: error.message,
      },
    };
  }
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: { date, 'request-id': requestId, 'client-request-id': clientRequestId },
    },
  };
}

export function badRequest(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}

export function unsupportedQuery(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message);
}

export function resourceNotFound(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
