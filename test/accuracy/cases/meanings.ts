import type { Cause } from '../../../src/diagnosis/causes.ts';
import { type AccuracyCase, means, type OneOf } from '../case.ts';

/** What a code or a pasted text means: answered without Graph. */
const asked: readonly (readonly [id: string, ask: string, cause: OneOf<Cause>])[] = [
  ['entry-conflict', 'what does EntryConflict mean?', 'value-conflict'],
  ['prefixed', 'what does SalesforceLicenseLimitExceeded mean', 'license-limit'],
  ['unseen-prefix', 'what does MeridianLicenseLimitExceeded mean?', 'license-limit'],
  ['redundant-export', 'what is RedundantExport?', 'already-in-sync'],
  ['redundant-soft-delete', 'RedundantSoftDelete meaning', 'already-deprovisioned'],
  ['joining', 'what does EntryJoiningPropertyValueIsMissing mean?', 'matching-attribute'],
  ['attribute', 'explain AttributeValidationFailed', 'required-attribute'],
  ['mandatory', 'what does MandatoryFieldsMissing mean?', 'required-attribute'],
  ['duplicate-target', 'what does DuplicateTargetEntries mean?', 'duplicate-in-app'],
  ['duplicate-source', 'what does DuplicateSourceEntries mean?', 'duplicate-in-source'],
  ['invalid-anchor', 'what does InvalidAnchor mean?', 'account-missing-in-app'],
  ['invalid-domain', 'what does InvalidDomain mean?', 'invalid-domain'],
  ['throttling', 'what does TooManyRequests mean?', 'app-throttling'],
  ['unknown', 'what does MeridianTidalSurge mean?', 'unrecognised'],
  ['unknown-alike', 'what does EntryConflictDeferredByBoard mean?', 'unrecognised'],
];

export const meaningCases: readonly AccuracyCase[] = asked.map(([id, ask, cause]) => ({
  id: `meaning-${id}`,
  from: 'codes: the documented meaning; design: unknown codes are shown as they are',
  ask,
  expect: means(cause),
}));
