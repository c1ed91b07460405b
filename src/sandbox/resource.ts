import { GraphError } from './graph-error.ts';
import type { GraphReply, GraphRequest } from './request.ts';

/** One addressable part of the API. `{}` in the path stands for any one segment. */
export interface Resource {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  /** Any of these application permissions opens it; none listed: any token does. */
  readonly permissions: readonly string[];
  /** A log request counts against the reports' own limit. */
  readonly isLog?: boolean;
  /** The code of the refusal, where it is not the directory's. */
  readonly refusal?: 'reports';
  answer(request: GraphRequest, args: readonly string[]): GraphReply;
}

/** Finds the resource for a path. Throws 400 for a path that does not exist and 405 for a method that it does not know. */
export function matchResource(
  resources: readonly Resource[],
  request: GraphRequest,
): { readonly resource: Resource; readonly args: readonly string[] } {
  let otherMethod = false;
  for (const resource of resources) {
    const args = matchPath(resource.path, request.segments);
    if (args === undefined) continue;
    if ((resource.method ?? 'GET') === request.method) return { resource, args };
    otherMethod = true;
  }
  if (otherMethod)
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  throw new GraphError(400, 'BadRequest', `Resource not found for the segment '${request.segments.at(-1) ?? ''}'.`);
}

function matchPath(path: string, segments: readonly string[]): readonly string[] | undefined {
  const pattern = path.split('/');
  if (pattern.length !== segments.length) return undefined;
  const args: string[] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part === '{}') {
      if (segment.startsWith('$') || segment === '') return undefined;
      args.push(segment);
    } else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return args;
}

export function checkPermission(resource: Resource, granted: ReadonlySet<string>): void {
  if (resource.permissions.length === 0 || resource.permissions.some((one) => granted.has(one))) return;
  if (resource.refusal === 'reports') {
    throw new GraphError(
      403,
      'Authentication_MSGraphPermissionMissing',
      `Calling principal does not have required MSGraph permissions ${resource.permissions.join(',')}`,
    );
  }
  throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
