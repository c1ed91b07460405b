/** A request as the resources see it: an HTTP request or a step of a $batch. */
export interface GraphRequest {
  readonly method: string;
  /** Segments after the version, decoded. */
  readonly segments: readonly string[];
  readonly params: URLSearchParams;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The path and query as sent, after the version. */
  readonly target: string;
  /** `http://host:port/v1.0`, for links and contexts. */
  readonly base: string;
  readonly body?: unknown;
}

/** An answer; a page's items are rendered while they are sent. */
export interface GraphReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly page?: Page;
}

export interface Page {
  /** Annotations before the value: context, count. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly items: Iterable<unknown>;
  /** Asked for once the items have been read through. */
  readonly nextLink: () => string | undefined;
}

/** The page's JSON in pieces: one for each item, so that memory does not grow with the page. */
export function* pageJson(page: Page): Generator<string> {
  const head = JSON.stringify(page.before);
  yield `${head.slice(0, -1)}${head === '{}' ? '' : ','}"value":[`;
  let first = true;
  for (const item of page.items) {
    yield `${first ? '' : ','}${JSON.stringify(item)}`;
    first = false;
  }
  const next = page.nextLink();
  // Graph writes the link before the value where it knows it; clients read it anywhere.
  yield next === undefined ? ']}' : `],"@odata.nextLink":${JSON.stringify(next)}}`;
}

/** The same query with another skip token, as an absolute link. */
export function linkWith(request: GraphRequest, token: string): string {
  const params = new URLSearchParams(request.params);
  for (const name of [...params.keys()]) if (name.toLowerCase() === '$skiptoken') params.delete(name);
  const query = [...params, ['$skiptoken', token] as const].map(
    ([name, value]) => `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`,
  );
  return `${request.base}/${request.segments.map(encodeURIComponent).join('/')}?${query.join('&')}`;
}

export function isAdvanced(request: GraphRequest, count: boolean): boolean {
  return count && isEventual(request);
}

export function isEventual(request: GraphRequest): boolean {
  return request.headers.consistencylevel?.toLowerCase() === 'eventual';
}
