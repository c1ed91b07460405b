import type { Operation } from './permissions.ts';
import type { Lane } from './reads.ts';

/** One GET that may travel alone or in a $batch. */
export interface Read {
  readonly operation: Operation;
  /** Behind the version, escaped: "/users?$top=5". */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not asked again when Graph throttles it: whoever asked has another way. */
  readonly hasty?: boolean;
  /** Who waits for it, where that is not who waits for the turn's other reads. */
  readonly lane?: Lane;
}

/** Advanced queries on directory objects ($search, endsWith, casts) need it. Source: learn.microsoft.com/graph/aad-advanced-queries. */
export const eventual = { ConsistencyLevel: 'eventual' } as const;

/**
 * The page after `path`, with the headers of the first: Graph wants ConsistencyLevel on every page. Whoever reads one page
 * of the log waits for it; whoever reads many lets the others go first.
 */
export function following(read: Read, path: string): Read {
  return read.operation === 'log' ? { ...read, path, lane: 'bulk' } : { ...read, path };
}
