import { badRequest } from './graph-error.ts';
import type { LoggedEntry } from './log.ts';
import { checkLogFilter, logCaseSensitive, narrow } from './log-filter.ts';
import { holds, within } from './odata-evaluate.ts';
import { parseFilter } from './odata-filter.ts';
import { readQuery } from './odata-query.ts';
import { type GraphReply, type GraphRequest, linkWith } from './request.ts';
import type { Resource } from './resource.ts';
import { readSkipToken, skipToken } from './skip-token.ts';
import type { Tenant } from './tenant.ts';

const defaultPage = 100;
/** What audit and sign-in pages hold at most; the limit of this one is not documented. */
const maxPage = 1000;

/** The provisioning log and the audit log. */
export function logResources(tenant: Tenant, now: () => number): Resource[] {
  return [
    {
      path: 'auditLogs/provisioning',
      permissions: ['ProvisioningLog.Read.All', 'AuditLog.Read.All', 'Directory.Read.All'],
      isLog: true,
      refusal: 'reports',
      answer: (request) => readLog(request, tenant, now()),
    },
    {
      path: 'auditLogs/directoryAudits',
      permissions: ['AuditLog.Read.All'],
      isLog: true,
      refusal: 'reports',
      answer: (request) => ({
        status: 200,
        body: { '@odata.context': `${request.base}/$metadata#auditLogs/directoryAudits`, value: [] },
      }),
    },
    {
      path: 'organization',
      permissions: ['Organization.Read.All', 'Directory.Read.All'],
      answer: (request) => ({
        status: 200,
        body: {
          '@odata.context': `${request.base}/$metadata#organization`,
          value: [
            {
              id: tenant.id,
              displayName: tenant.displayName,
              verifiedDomains: [{ name: 'contoso.com', isDefault: true, isInitial: false, type: 'Managed' }],
            },
          ],
        },
      }),
    },
  ];
}

function readLog(request: GraphRequest, tenant: Tenant, now: number): GraphReply {
  const query = readQuery(request.params, ['filter', 'orderby', 'top', 'skiptoken'], Number.MAX_SAFE_INTEGER);
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  if (filter !== undefined) checkLogFilter(filter);
  if (query.orderby !== undefined && query.orderby.property.toLowerCase() !== 'activitydatetime')
    throw badRequest(`Sorting by '${query.orderby.property}' is not supported.`);
  const ascending = query.orderby?.descending === false;
  const size = Math.min(query.top ?? defaultPage, maxPage);
  const [fromAt, fromPlace] = query.skiptoken === undefined ? [] : readSkipToken(request, query.skiptoken);
  const narrowed = filter === undefined ? {} : narrow(filter);
  const beyond = (one: LoggedEntry): boolean => {
    if (fromAt === undefined || fromPlace === undefined) return true;
    if (one.at === fromAt) return ascending ? one.place > fromPlace : one.place < fromPlace;
    return ascending ? one.at > fromAt : one.at < fromAt;
  };
  let last: LoggedEntry | undefined;
  let more = false;
  const items = function* (): Generator<object> {
    let count = 0;
    for (const one of tenant.log.read(narrowed, now, ascending)) {
      if (!beyond(one)) continue;
      if (filter !== undefined) {
        const head = one.head();
        if (!holds(filter, (path) => within(head, path), { caseSensitive: logCaseSensitive })) continue;
      }
      if (count === size) {
        more = true;
        return;
      }
      last = one;
      count++;
      yield one.whole();
    }
  };
  return {
    status: 200,
    page: {
      before: { '@odata.context': `${request.base}/$metadata#auditLogs/provisioning` },
      items: items(),
      nextLink: () =>
        more && last !== undefined ? linkWith(request, skipToken(request, [last.at, last.place])) : undefined,
    },
  };
}
