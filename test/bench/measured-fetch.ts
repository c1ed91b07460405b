/** What a client did on the wire, told by the one place that all its requests pass. */
export interface Wire {
  readonly fetch: typeof fetch;
  /** Milliseconds in which at least one request was under way: time that is Graph's, not ours. */
  readonly waited: () => number;
  readonly requests: () => number;
  /** Starts counting anew. */
  readonly reset: () => void;
}

/** Wraps fetch so that waiting for Graph can be told from own time. */
export function measuredFetch(elapsed: () => number): Wire {
  let underWay = 0;
  let since = 0;
  let waited = 0;
  let requests = 0;
  const begin = () => {
    requests += 1;
    if (underWay === 0) since = elapsed();
    underWay += 1;
  };
  const end = () => {
    underWay -= 1;
    if (underWay === 0) waited += elapsed() - since;
  };
  return {
    // The body is part of the wait: it is read here, and handed on whole.
    fetch: async (input, init) => {
      begin();
      try {
        const response = await fetch(input, init);
        const body = await response.arrayBuffer();
        const { status, statusText, headers } = response;
        return new Response(status === 204 || status === 304 ? null : body, { status, statusText, headers });
      } finally {
        end();
      }
    },
    waited: () => waited,
    requests: () => requests,
    reset: () => {
      waited = 0;
      requests = 0;
    },
  };
}
