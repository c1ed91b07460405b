import { entry } from '../entry.ts';
import { pages } from '../sources.ts';

/** How provisioning behaves by design, described by Microsoft without a code. */
export const behaviours = [
  entry('condition:nested-group', {
    cause: 'nested-group',
    level: 'behaviour',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'on-change',
    source: pages.howItWorks,
  }),
  entry('condition:disabled-source-account', {
    cause: 'disabled-in-source',
    level: 'behaviour',
    owners: ['helpdesk'],
    retry: 'on-change',
    source: pages.howItWorks,
  }),
  entry('condition:null-attribute', {
    cause: 'null-not-written',
    level: 'behaviour',
    owners: ['entra-admin'],
    retry: 'none',
    source: pages.knownIssues,
  }),
  entry('condition:special-character-in-matching-value', {
    cause: 'invalid-value',
    level: 'behaviour',
    owners: ['helpdesk', 'entra-admin'],
    retry: 'until-fixed',
    source: pages.knownIssues,
  }),
  entry('condition:manager-in-scope-later', {
    cause: 'reference-not-provisioned',
    level: 'behaviour',
    owners: ['entra-admin'],
    retry: 'none',
    source: pages.knownIssues,
  }),
  entry('condition:group-member-in-scope-later', {
    cause: 'reference-not-provisioned',
    level: 'behaviour',
    owners: ['entra-admin'],
    retry: 'none',
    source: pages.knownIssues,
  }),
  entry('condition:sync-all-to-assigned', {
    cause: 'restart-needed',
    level: 'behaviour',
    owners: ['entra-admin'],
    retry: 'none',
    source: pages.knownIssues,
  }),
  entry('condition:unsupported-scoping-attribute', {
    cause: 'unsupported-setting',
    level: 'behaviour',
    owners: ['entra-admin'],
    retry: 'until-fixed',
    source: pages.knownIssues,
  }),
  entry('condition:role-mapping-with-sync-all', {
    cause: 'unsupported-setting',
    level: 'behaviour',
    owners: ['entra-admin'],
    retry: 'until-fixed',
    source: pages.attributeMappings,
  }),
] as const;
