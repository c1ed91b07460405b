import { entry } from '../entry.ts';
import { pages } from '../sources.ts';

/** Skip reasons of an entry's steps, and the sentences that a portal message gives for them. */
export const skipReasons = [
  entry('NotEffectivelyEntitled', {
    cause: 'not-entitled',
    level: 'entry',
    owners: ['entra-admin', 'helpdesk', 'helpdesk', 'entra-admin', 'helpdesk'],
    retry: 'on-change',
    source: pages.noUsers,
  }),
  entry('condition:not-assigned', {
    cause: 'not-assigned',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'on-change',
    source: pages.noUsers,
  }),
  entry('condition:no-entitled-role', {
    cause: 'no-entitled-role',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'on-change',
    source: pages.howItWorks,
  }),
  entry('condition:scoping-filter', {
    cause: 'scoping-filter',
    level: 'entry',
    owners: ['entra-admin', 'helpdesk'],
    retry: 'on-change',
    source: pages.scopingFilters,
  }),
  entry('condition:assignment-record', {
    cause: 'assignment-record',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'on-change',
    source: pages.noUsers,
  }),
  entry('RedundantExport', {
    cause: 'already-in-sync',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'on-change',
    source: pages.graphProvisionOnDemand,
  }),
  entry('RedundantSoftDelete', {
    cause: 'already-deprovisioned',
    level: 'entry',
    owners: ['helpdesk'],
    retry: 'on-change',
    source: pages.howItWorks,
    confidence: 'third-party',
  }),
  entry('AttributeValidationFailed', {
    cause: 'required-attribute',
    level: 'entry',
    owners: ['entra-admin', 'helpdesk', 'helpdesk'],
    retry: 'on-change',
    source: pages.slackTutorial,
  }),
  entry('UnableToResolveReferenceAttributeValue', {
    cause: 'reference-not-provisioned',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'unknown',
    source: pages.logAnalytics,
  }),
  entry('EntryJoiningPropertyValueIsMissing', {
    cause: 'matching-attribute',
    level: 'entry',
    owners: ['entra-admin', 'helpdesk'],
    retry: 'on-change',
    source: pages.serviceNowTutorial,
  }),
  entry('JoinNotFound', {
    cause: 'join-not-found',
    level: 'entry',
    owners: ['entra-admin'],
    retry: 'unknown',
    source: pages.analyzeLogs,
    confidence: 'third-party',
  }),
] as const;
