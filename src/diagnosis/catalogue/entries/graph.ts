import { entry } from '../entry.ts';
import { pages } from '../sources.ts';

/** What Microsoft Graph answers to whoever reads the log. */
export const graph = [
  entry('Authorization_RequestDenied', {
    cause: 'graph-permission-missing',
    level: 'api',
    owners: ['entra-admin'],
    retry: 'none',
    source: pages.crossTenantGraph,
  }),
  entry('HTTP 429 TooManyRequests', {
    cause: 'graph-throttling',
    level: 'api',
    owners: ['helpdesk'],
    retry: 'automatic',
    source: pages.graphThrottling,
    aliases: ['HTTP 429', 'HTTP 429 Too Many Requests'],
  }),
  entry('Request_UnsupportedQuery', {
    cause: 'graph-query-unsupported',
    level: 'api',
    owners: ['entra-admin'],
    retry: 'none',
    source: pages.advancedQueries,
  }),
] as const;
