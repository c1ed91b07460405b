import { entry } from '../entry.ts';
import { pages } from '../sources.ts';

/** What cross-tenant synchronization and its invitations run into. */
export const crossTenant = [
  entry('AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService', {
    cause: 'managed-elsewhere',
    level: 'entry',
    owners: ['entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.analyzeLogs,
  }),
  entry('AzureDirectoryB2BManagementPolicyCheckFailure', {
    cause: 'automatic-redemption-off',
    level: 'job',
    owners: ['entra-admin', 'entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.crossTenant,
  }),
  entry('AzureActiveDirectoryQuotaLimitExceeded', {
    cause: 'directory-quota',
    level: 'entry',
    owners: ['entra-admin', 'microsoft'],
    retry: 'until-fixed',
    source: pages.analyzeLogs,
    aliases: ['QuotaLimitExceeded'],
  }),
  entry('InvitationCreationFailure', {
    cause: 'invitation-failed',
    level: 'entry',
    owners: ['entra-admin', 'microsoft'],
    retry: 'unknown',
    source: pages.analyzeLogs,
  }),
  entry('InvitationCreationFailureUserAccountDisabled', {
    cause: 'disabled-in-target',
    level: 'entry',
    owners: ['entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.analyzeLogs,
  }),
  entry('AzureActiveDirectoryForbidden', {
    cause: 'invitations-blocked',
    level: 'entry',
    owners: ['entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.crossTenant,
  }),
  entry('InvitationCreationFailureInvalidPropertyValue', {
    cause: 'invalid-value',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.analyzeLogs,
  }),
  entry('InvitationCreationFailureAmbiguousUser', {
    cause: 'value-conflict',
    level: 'entry',
    owners: ['entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.analyzeLogs,
  }),
  entry('AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises', {
    cause: 'managed-elsewhere',
    level: 'entry',
    owners: ['entra-admin', 'entra-admin'],
    retry: 'none',
    source: pages.analyzeLogs,
  }),
  entry('EntityTypeNotSupported', {
    cause: 'unsupported-object',
    level: 'entry',
    owners: ['helpdesk'],
    retry: 'none',
    source: pages.analyzeLogs,
  }),
  entry('condition:sms-sign-in-user', {
    cause: 'sms-sign-in',
    level: 'behaviour',
    owners: ['entra-admin', 'helpdesk'],
    retry: 'until-fixed',
    source: pages.crossTenant,
  }),
  entry('condition:external-source-user', {
    cause: 'unsupported-object',
    level: 'behaviour',
    owners: ['helpdesk'],
    retry: 'none',
    source: pages.knownIssues,
  }),
] as const;
