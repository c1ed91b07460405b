import { entry } from '../entry.ts';
import { pages } from '../sources.ts';

/** Codes and cases that the tutorial of one app describes. */
export const apps = [
  entry('SalesforceInvalidCredentials', {
    cause: 'credentials-rejected',
    level: 'job',
    owners: ['app-owner', 'entra-admin', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.graphJob,
  }),
  entry('SalesforceLicenseLimitExceeded', {
    cause: 'license-limit',
    level: 'entry',
    owners: ['app-owner', 'entra-admin'],
    retry: 'next-cycle',
    source: pages.salesforceTutorial,
  }),
  entry('SalesforceDuplicateUserName', {
    cause: 'value-conflict',
    level: 'entry',
    owners: ['app-owner', 'entra-admin'],
    retry: 'next-cycle',
    source: pages.salesforceTutorial,
  }),
  entry('SalesforceRequiredFieldMissing', {
    cause: 'required-attribute',
    level: 'entry',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'next-cycle',
    source: pages.salesforceTutorial,
  }),
  entry('condition:salesforce-default-access', {
    cause: 'no-entitled-role',
    level: 'entry',
    owners: ['helpdesk', 'helpdesk'],
    retry: 'on-change',
    source: pages.salesforceTutorial,
  }),
  entry('condition:salesforce-email-update', {
    cause: 'awaiting-confirmation',
    level: 'behaviour',
    owners: ['helpdesk'],
    retry: 'automatic',
    source: pages.salesforceTutorial,
  }),
  entry('InvalidLookupReference', {
    cause: 'invalid-value',
    level: 'entry',
    owners: ['app-owner', 'helpdesk'],
    retry: 'until-fixed',
    source: pages.serviceNowTutorial,
    suffix: true,
  }),
  entry('ServiceNowInstanceInvalid', {
    cause: 'credentials-rejected',
    level: 'job',
    owners: ['entra-admin', 'app-owner'],
    retry: 'until-fixed',
    source: pages.serviceNowTutorial,
  }),
  entry('condition:aws-missing-attributes', {
    cause: 'required-attribute',
    level: 'entry',
    owners: ['helpdesk'],
    retry: 'until-fixed',
    source: pages.awsTutorial,
  }),
  entry('condition:aws-multi-valued', {
    cause: 'too-many-values',
    level: 'entry',
    owners: ['entra-admin'],
    retry: 'until-fixed',
    source: pages.awsTutorial,
  }),
  entry('condition:aws-invalid-characters', {
    cause: 'invalid-value',
    level: 'entry',
    owners: ['helpdesk'],
    retry: 'until-fixed',
    source: pages.awsTutorial,
  }),
  entry('condition:google-pim-removal', {
    cause: 'already-deprovisioned',
    level: 'entry',
    owners: ['helpdesk'],
    retry: 'none',
    source: pages.googleTutorial,
  }),
] as const;
