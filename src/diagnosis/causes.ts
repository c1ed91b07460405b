/** The causes that every part agrees on. Their ids are part of the published JSON and do not change. */
export const coreCauses = [
  'scoping-filter',
  'not-assigned',
  'nested-group',
  'no-entitled-role',
  'disabled-in-source',
  'assignment-record',
  'required-attribute',
  'matching-attribute',
  'already-in-sync',
  'already-deprovisioned',
  'reference-not-provisioned',
  'duplicate-in-app',
  'duplicate-in-source',
  'value-conflict',
  'credentials-rejected',
  'insufficient-rights',
  'app-throttling',
  'app-unavailable',
  'request-rejected',
  'scim-incompatible',
  'license-limit',
  'invalid-domain',
  'account-missing-in-app',
  'unknown-attribute',
  'provisioning-not-configured',
  'provisioning-off',
  'initial-cycle-running',
  'quarantined',
  'deletions-held',
  'awaiting-next-cycle',
  'cycles-stalled',
  'no-record',
  'provisioned',
  'deprovisioned',
  'unrecognised',
] as const;

export type CoreCause = (typeof coreCauses)[number];

/** Causes of documented codes that fit none of the above. */
export const furtherCauses = [
  // One person, group or worker.
  'not-entitled',
  'skipped-without-reason',
  'join-not-found',
  'invalid-value',
  'too-many-values',
  'null-not-written',
  'managed-elsewhere',
  'unsupported-object',
  'sms-sign-in',
  'awaiting-confirmation',
  // Invitations across tenants.
  'automatic-redemption-off',
  'invitations-blocked',
  'invitation-failed',
  'disabled-in-target',
  'directory-quota',
  // The job, its cycles and its settings.
  'job-running',
  'cycle-succeeded',
  'cycle-failed',
  'cycle-with-errors',
  'duplicate-app-roles',
  'unsupported-setting',
  'restart-needed',
  // On-premises parts.
  'target-ou-not-found',
  'agent-offline',
  'agent-fault',
  'connector-host-setup',
  'connector-host-importing',
  // Microsoft's side, and calls to its interfaces.
  'provisioning-service-fault',
  'upload-unprocessed',
  'upload-rejected',
  'graph-permission-missing',
  'graph-throttling',
  'graph-query-unsupported',
] as const;

export type FurtherCause = (typeof furtherCauses)[number];

/** Why: a stable kebab-case id. */
export type Cause = CoreCause | FurtherCause;
