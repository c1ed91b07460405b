import type { graph } from '../../../diagnosis/catalogue/entries/graph.ts';
import type { WordsFor } from './shape.ts';

/** What Microsoft Graph answers to whoever reads the log. */
export const graphWords: WordsFor<typeof graph> = {
  Authorization_RequestDenied: {
    title: 'Microsoft Graph refuses for lack of permission',
    meaning:
      'The application or user that asked Microsoft Graph lacks a consented permission or a directory role for this request (HTTP 403). It is about the caller, not about the person whom provisioning concerns.',
    steps: [
      'Grant the missing permission under Entra ID > App registrations > API permissions with admin consent; reading the log takes ProvisioningLog.Read.All. It works after a few minutes.',
    ],
  },
  'HTTP 429 TooManyRequests': {
    title: 'Microsoft Graph asks to wait',
    meaning:
      'Too many requests reached Microsoft Graph in a short time; for the provisioning log it answers five per ten seconds. Provisioning itself is not affected by it.',
    steps: ['Ask again after the time that the answer names in Retry-After, mostly some seconds.'],
  },
  Request_UnsupportedQuery: {
    title: 'Microsoft Graph does not support the query in this form',
    meaning:
      'The request used a filter or search that Microsoft Graph answers only as an advanced query, or not at all. It is a matter of the calling program.',
    steps: [
      'The developer of the calling program adds the header ConsistencyLevel: eventual and $count=true, or asks with a simpler filter.',
    ],
  },
};
