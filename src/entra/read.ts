import type { Operation } from './permissions.ts';

/** One GET that may travel alone or in a $batch. */
export interface Read {
  readonly operation: Operation;
  /** Behind the version, escaped: "/users?$top=5". */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not asked again when Graph throttles it: whoever asked has another way. */
  readonly hasty?: boolean;
}

/** Advanced queries on directory objects ($search, endsWith, casts) need it. Source: learn.microsoft.com/graph/aad-advanced-queries. */
export const eventual = { ConsistencyLevel: 'eventual' } as const;

/** The page after `path`, with the headers of the first: Graph wants ConsistencyLevel on every page. */
export function following(read: Read, path: string): Read {
  return { ...read, path };
}
