import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compileFilter, FilterError } from './odata-filter.ts';
import { compileSearch } from './odata-search.ts';
import type { Json, TenantFixture } from './tenant.ts';

/** A tenant on loopback. */
export interface FakeGraph {
  readonly url: string;
  /** Paths that no rule of the tenant answers: a sign that this stand-in lacks something. */
  readonly unknownPaths: readonly string[];
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Call {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
}

const usersByDefault = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** Serves one tenant as Microsoft Graph v1.0 documents it, as far as reading goes. Port 0, loopback only. */
export async function serveTenant(tenant: TenantFixture): Promise<FakeGraph> {
  const unknownPaths: string[] = [];
  let origin = '';
  const refusals = new Map<string, number>();

  const answer = (call: Call): Reply => {
    const [first, second, third, fourth, fifth, sixth] = call.path;
    const refused = refusal(tenant, call, refusals);
    if (refused !== undefined) return refused;

    if (first === 'auditLogs' && second === 'provisioning') {
      if (third !== undefined) return one(tenant.log, third);
      return list(tenant.log, call, {
        ignoreCase: false,
        origin,
        pageSize: tenant.logPageSize ?? 1000,
        newestFirst: true,
      });
    }
    if (first === 'users') {
      if (second === undefined) return list(tenant.users, call, { ignoreCase: true, origin, defaults: usersByDefault });
      const user = find(tenant.users, decodeURIComponent(second), ['id', 'userPrincipalName']);
      if (user === undefined) return notFound(second);
      if (third === undefined) return { status: 200, body: select(user, call, usersByDefault) };
      return memberships(tenant, String(user.id), third, fourth, call, origin) ?? unknown(call);
    }
    if (first === 'groups') {
      if (second === undefined) return list(tenant.groups, call, { ignoreCase: true, origin });
      const group = find(tenant.groups, decodeURIComponent(second), ['id']);
      if (group === undefined) return notFound(second);
      if (third === undefined) return { status: 200, body: select(group, call) };
      if (third === 'members' || third === 'transitiveMembers') {
        return list(members(tenant, String(group.id), third === 'transitiveMembers'), call, {
          ignoreCase: true,
          origin,
        });
      }
      return memberships(tenant, String(group.id), third, fourth, call, origin) ?? unknown(call);
    }
    if (first === 'directory' && second === 'deletedItems') {
      const deleted = tenant.deletedUsers ?? [];
      if (third === undefined || third.toLowerCase().startsWith('microsoft.graph.')) {
        const items = third?.toLowerCase() === 'microsoft.graph.group' ? [] : deleted;
        return list(items, call, { ignoreCase: true, origin });
      }
      return one(deleted, third);
    }
    if (first === 'servicePrincipals') {
      if (second === undefined) {
        return list(
          tenant.apps.map((app) => app.servicePrincipal),
          call,
          { ignoreCase: true, origin },
        );
      }
      const app = tenant.apps.find((each) => each.servicePrincipal.id === second);
      if (app === undefined) return notFound(second);
      if (third === undefined) return { status: 200, body: select(app.servicePrincipal, call) };
      if (third === 'appRoleAssignedTo') return list(app.assignments, call, { ignoreCase: true, origin });
      if (third === 'synchronization' && fourth === 'jobs') {
        if (fifth === undefined) return list(app.jobs, call, { ignoreCase: true, origin });
        const job = find(app.jobs, decodeURIComponent(fifth), ['id']);
        if (job === undefined) return notFound(fifth);
        if (sixth === undefined) return { status: 200, body: select(job, call) };
        if (sixth === 'schema')
          return app.schema === undefined ? notFound('schema') : { status: 200, body: app.schema };
      }
      return unknown(call);
    }
    if (first === 'applicationTemplates') {
      const templates = tenant.apps.flatMap((app) => (app.template === undefined ? [] : [app.template]));
      return second === undefined ? list(templates, call, { ignoreCase: true, origin }) : one(templates, second);
    }
    if (first === 'organization')
      return list([{ id: tenant.id, displayName: tenant.name }], call, { ignoreCase: true, origin });
    return unknown(call);
  };

  const unknown = (call: Call): Reply => {
    unknownPaths.push(`/${call.path.join('/')}`);
    return fault(404, 'Request_ResourceNotFound', `Resource not found for the segment '${call.path.at(-1) ?? ''}'.`);
  };

  const safely = (call: Call): Reply => {
    try {
      return answer(call);
    } catch (error) {
      if (error instanceof FilterError) return fault(400, 'Request_UnsupportedQuery', error.message);
      throw error;
    }
  };

  const server = createServer(async (request, response) => {
    const call = parse(request.url ?? '/', request.headers);
    let reply: Reply;
    if (request.headers.authorization === undefined) {
      reply = fault(401, 'InvalidAuthenticationToken', 'Access token is empty.');
    } else if (call.path[0] === '$batch') {
      reply = batch(await bodyOf(request), safely);
    } else if (request.method !== 'GET') {
      reply = fault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    } else {
      reply = safely(call);
    }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    unknownPaths,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parse(url: string, headers: IncomingMessage['headers'] | Readonly<Record<string, string>>): Call {
  const parsed = new URL(url, 'http://graph.invalid');
  const path = parsed.pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part));
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) plain[name.toLowerCase()] = String(value);
  return {
    path: path[0] === 'v1.0' || path[0] === 'beta' ? path.slice(1) : path,
    query: parsed.searchParams,
    headers: plain,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The inner replies come in reverse: Graph promises no order. */
function batch(text: string, answer: (call: Call) => Reply): Reply {
  const { requests } = JSON.parse(text) as {
    requests: readonly { id: string; method?: string; url: string; headers?: Record<string, string> }[];
  };
  if (requests.length > 20) return fault(400, 'BadRequest', 'Number of batch requests exceeds the maximum of 20.');
  const responses = requests.map(({ id, url, headers }) => {
    const reply = answer(parse(url.startsWith('/') ? url : `/${url}`, headers ?? {}));
    return {
      id,
      status: reply.status,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
      body: reply.body,
    };
  });
  return { status: 200, body: { responses: responses.reverse() } };
}

interface ListOptions {
  readonly ignoreCase: boolean;
  readonly origin: string;
  readonly pageSize?: number;
  readonly defaults?: readonly string[];
  readonly newestFirst?: boolean;
}

function list(all: readonly Json[], call: Call, options: ListOptions): Reply {
  let items = all;
  const filter = call.query.get('$filter');
  if (filter !== null && filter.trim() !== '') items = items.filter(compileFilter(filter, options));
  const search = call.query.get('$search');
  if (search !== null) {
    if (call.headers.consistencylevel?.toLowerCase() !== 'eventual') {
      return fault(
        400,
        'Request_UnsupportedQuery',
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    }
    items = items.filter(compileSearch(search));
  }
  if (options.newestFirst === true) {
    items = items.toSorted((a, b) => Date.parse(String(b.activityDateTime)) - Date.parse(String(a.activityDateTime)));
  }
  const skip = Number(call.query.get('$skiptoken') ?? 0);
  const top = Math.min(Number(call.query.get('$top') ?? options.pageSize ?? 100), options.pageSize ?? 999);
  const page = items.slice(skip, skip + top).map((item) => select(item, call, options.defaults));
  const body: Record<string, unknown> = {
    '@odata.context': `${options.origin}/v1.0/$metadata#${call.path.join('/')}`,
    value: page,
  };
  if (call.query.get('$count') === 'true') body['@odata.count'] = items.length;
  if (skip + top < items.length) {
    const following = new URLSearchParams(call.query);
    following.set('$skiptoken', String(skip + top));
    body['@odata.nextLink'] = `${options.origin}/v1.0/${call.path.map(encodeURIComponent).join('/')}?${following}`;
  }
  return { status: 200, body };
}

function select(item: Json, call: Call, defaults?: readonly string[]): Json {
  const wanted = call.query.get('$select');
  if (wanted === null || wanted.trim() === '' || wanted.includes('*')) {
    return defaults === undefined
      ? item
      : Object.fromEntries(Object.entries(item).filter(([key]) => defaults.includes(key)));
  }
  const keys = wanted.split(',').map((key) => key.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(item).filter(
      ([key]) =>
        key === 'id' ||
        key.startsWith('@') ||
        keys.includes(key.toLowerCase()) ||
        keys.some((each) => each.startsWith(`${key.toLowerCase()}/`)),
    ),
  );
}

function find(items: readonly Json[], key: string, by: readonly string[]): Json | undefined {
  return items.find((item) => by.some((property) => String(item[property] ?? '').toLowerCase() === key.toLowerCase()));
}

function one(items: readonly Json[], id: string): Reply {
  const item = find(items, id, ['id']);
  return item === undefined ? notFound(id) : { status: 200, body: item };
}

/** memberOf is direct membership, transitiveMemberOf every group above. */
function memberships(
  tenant: TenantFixture,
  id: string,
  relation: string,
  cast: string | undefined,
  call: Call,
  origin: string,
): Reply | undefined {
  if (relation !== 'memberOf' && relation !== 'transitiveMemberOf') return undefined;
  const ids = relation === 'memberOf' ? groupsOf(tenant, id) : groupsAbove(tenant, id);
  const groups = tenant.groups
    .filter((group) => ids.has(String(group.id)))
    .map((group) => ({ '@odata.type': '#microsoft.graph.group', ...group }));
  return list(groups, call, { ignoreCase: true, origin, ...(cast === undefined ? {} : {}) });
}

function groupsOf(tenant: TenantFixture, id: string): Set<string> {
  return new Set(tenant.members.filter((each) => each.member === id).map((each) => each.group));
}

function groupsAbove(tenant: TenantFixture, id: string): Set<string> {
  const found = new Set<string>();
  const queue = [...groupsOf(tenant, id)];
  for (let group = queue.pop(); group !== undefined; group = queue.pop()) {
    if (found.has(group)) continue;
    found.add(group);
    queue.push(...groupsOf(tenant, group));
  }
  return found;
}

function members(tenant: TenantFixture, group: string, transitive: boolean): readonly Json[] {
  const ids = new Set<string>();
  const queue = [group];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    for (const { member, group: holder } of tenant.members) {
      if (holder !== each || ids.has(member)) continue;
      ids.add(member);
      if (transitive) queue.push(member);
    }
  }
  return [
    ...tenant.users
      .filter((user) => ids.has(String(user.id)))
      .map((user) => ({ '@odata.type': '#microsoft.graph.user', ...user })),
    ...tenant.groups
      .filter((each) => ids.has(String(each.id)))
      .map((each) => ({ '@odata.type': '#microsoft.graph.group', ...each })),
  ];
}

/** What the read-only grant does not reach, and what this tenant refuses on top. */
function refusal(tenant: TenantFixture, call: Call, counts: Map<string, number>): Reply | undefined {
  const joined = call.path.join('/');
  const part = partOf(joined);
  const status = part === undefined ? undefined : tenant.refuse?.[part];
  if (part !== undefined && status !== undefined) {
    const times = tenant.refuseTimes;
    const count = (counts.get(part) ?? 0) + 1;
    counts.set(part, count);
    if (times === undefined || count <= times) return refused(status);
  }
  const beyondGrant =
    /\/synchronization\/secrets$|\/appRoleAssignments$|filterOperators$|^auditLogs\/directoryAudits|getByIds$/.test(
      joined,
    );
  return beyondGrant ? refused(403) : undefined;
}

function partOf(path: string): keyof NonNullable<TenantFixture['refuse']> | undefined {
  if (path.startsWith('auditLogs/provisioning')) return 'log';
  if (/\/synchronization\/jobs\/[^/]+\/schema$/.test(path)) return 'schema';
  if (/\/synchronization\/jobs/.test(path)) return 'jobs';
  if (path.endsWith('/appRoleAssignedTo')) return 'assignments';
  if (/emberOf(\/|$)/.test(path)) return 'memberships';
  if (path.startsWith('users')) return 'users';
  if (path.startsWith('servicePrincipals')) return 'apps';
  return undefined;
}

function refused(status: number): Reply {
  if (status === 429)
    return { ...fault(429, 'TooManyRequests', 'Please retry again later.'), headers: { 'Retry-After': '0.02' } };
  if (status === 401)
    return fault(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
  if (status === 403)
    return fault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return fault(status, 'ServiceUnavailable', 'The service is not available.');
}

function notFound(id: string): Reply {
  return fault(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function fault(status: number, code: string, message: string): Reply {
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: { date: '2026-03-11T10:00:00', 'request-id': 'f1f1f1f1-0000-4000-8000-000000000000' },
      },
    },
  };
}
