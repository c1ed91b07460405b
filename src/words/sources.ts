import { lookUp } from '../diagnosis/catalogue/catalogue.ts';
import { pages } from '../diagnosis/catalogue/sources.ts';
import type { Cause, CoreCause } from '../diagnosis/causes.ts';

/** The page of Microsoft's documentation on each cause that can be found without a code. */
const byCause: Readonly<Record<CoreCause, string>> = {
  'scoping-filter': pages.scopingFilters,
  'not-assigned': pages.howItWorks,
  'nested-group': pages.howItWorks,
  'no-entitled-role': pages.noUsers,
  'disabled-in-source': pages.howItWorks,
  'assignment-record': pages.noUsers,
  'required-attribute': pages.attributeMappings,
  'matching-attribute': pages.attributeMappings,
  'already-in-sync': pages.analyzeLogs,
  'already-deprovisioned': pages.howItWorks,
  'reference-not-provisioned': pages.knownIssues,
  'duplicate-in-app': pages.analyzeLogs,
  'duplicate-in-source': pages.analyzeLogs,
  'value-conflict': pages.analyzeLogs,
  'credentials-rejected': pages.quarantine,
  'insufficient-rights': pages.analyzeLogs,
  'app-throttling': pages.analyzeLogs,
  'app-unavailable': pages.analyzeLogs,
  'request-rejected': pages.analyzeLogs,
  'scim-incompatible': pages.analyzeLogs,
  'license-limit': pages.analyzeLogs,
  'invalid-domain': pages.analyzeLogs,
  'account-missing-in-app': pages.analyzeLogs,
  'unknown-attribute': pages.analyzeLogs,
  'provisioning-not-configured': pages.howItWorks,
  'provisioning-off': pages.whenFinished,
  'initial-cycle-running': pages.whenFinished,
  quarantined: pages.quarantine,
  'deletions-held': pages.accidentalDeletions,
  'awaiting-next-cycle': pages.whenFinished,
  'cycles-stalled': pages.whenFinished,
  'no-record': pages.noUsers,
  provisioned: pages.howItWorks,
  deprovisioned: pages.howItWorks,
  unrecognised: pages.analyzeLogs,
};

const known = new Map<string, string>(Object.entries(byCause));

/** Where a code is documented, else its cause. */
export function sourceOfCode(documented: string | undefined, cause: Cause): string | undefined {
  return (documented === undefined ? undefined : lookUp(documented)?.source) ?? known.get(cause);
}

/** Where a cause is documented. The page of its code only serves where no page is about the cause: it may be one app's tutorial. */
export function sourceOfCause(cause: Cause, documented: string | undefined): string | undefined {
  return known.get(cause) ?? sourceOfCode(documented, cause);
}
