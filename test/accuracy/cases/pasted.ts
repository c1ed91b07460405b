import type { Cause } from '../../../src/diagnosis/causes.ts';
import { type AccuracyCase, means, type OneOf } from '../case.ts';
import { app, guid, person } from '../wire.ts';
import {
  attributeInvalid,
  created,
  failed,
  notEntitled,
  redundant,
  retried,
  scimReason,
  sentences,
  skipped,
} from '../wire-log.ts';

/** What does this mean? A code, a message or an entry that somebody pastes; answered without Graph. */

const who = person('Ignacio Beltrán', 'ignacio.beltran@pampanet.example');
const where = app('Gaucho Portal', { custom: true });
const one = { app: where, who, at: '2026-03-09T07:15:00Z' };

const asked: readonly (readonly [text: string, cause: OneOf<Cause>])[] = [
  ['what does EntryConflict mean?', 'value-conflict'],
  ['What is a RedundantExport?', 'already-in-sync'],
  ['meaning of RedundantSoftDelete', 'already-deprovisioned'],
  ['what does AttributeValidationFailed mean', 'required-attribute'],
  ['explain EntryJoiningPropertyValueIsMissing', 'matching-attribute'],
  ['what does “UnableToResolveReferenceAttributeValue” mean?', 'reference-not-provisioned'],
  ['DuplicateSourceEntries?', 'duplicate-in-source'],
  ['what does duplicatetargetentries mean', 'duplicate-in-app'],
  ['error LicenseLimitExceeded', 'license-limit'],
  ['What does GauchoEntryConflict mean?', 'value-conflict'],
  ['what does AzureDirectoryB2BManagementPolicyCheckFailure mean?', 'automatic-redemption-off'],
  ['Users fail to provision with error "AzureActiveDirectoryForbidden"', 'invitations-blocked'],
  ['what is EncounteredEscrowProportionThreshold', 'quarantined'],
  ['what does TooManyDeletes mean?', 'deletions-held'],
  ['what does ImportSkipped mean', 'matching-attribute'],
  ['what does JoinNotFound mean?', 'join-not-found'],
  ['what does SchemaPropertyCanOnlyAcceptValue mean', 'too-many-values'],
  ['what does HybridIdentityServiceNoActiveAgents mean?', 'agent-offline'],
  ['what does InternalError mean?', 'provisioning-service-fault'],
  ['what does InvalidAnchor mean?', 'account-missing-in-app'],
  ['what does SystemForCrossDomainIdentityManagementServiceIncompatible mean?', 'scim-incompatible'],
  ['SystemForCrossDomainIdentityManagementMultipleEntriesInResponse', 'duplicate-in-app'],
  ['what does FluxCapacitorDrained mean?', 'unrecognised'],
  ['what does GauchoAsadoBurnt mean?', 'unrecognised'],
  ['what does BackupFailed mean?', 'unrecognised'],
];

const codes: AccuracyCase[] = asked.map(([ask, cause], index) => ({
  id: `pasted-code-${index + 1}`,
  from: 'codes: meaning of a code; unknown ones stay unknown',
  ask,
  expect: means(cause),
}));

const curly = (text: string): string => text.replaceAll("'", '’').replaceAll('"', '”');

const pasted: AccuracyCase[] = [
  {
    id: 'pasted-portal-not-assigned',
    from: 'log-shapes: sentences of NotEffectivelyEntitled',
    ask: `The User 'ignacio.beltran@pampanet.example' will be skipped due to the following reasons: 1) ${sentences.unassigned} 2) ${sentences.entitlement}`,
    expect: means('not-assigned', { noise: ['no-entitled-role'] }),
  },
  {
    id: 'pasted-portal-not-assigned-curly',
    from: 'requirement: typographic quotes that a mail client makes',
    ask: curly(
      `The User 'ignacio.beltran@pampanet.example' will be skipped due to the following reasons: 1) ${sentences.unassigned} 2) ${sentences.entitlement} 3) ${sentences.filter}`,
    ),
    expect: means('not-assigned', { also: ['scoping-filter'], noise: ['no-entitled-role'] }),
  },
  {
    id: 'pasted-portal-inactive',
    from: 'log-shapes: inactive',
    ask: sentences.inactive,
    expect: means('disabled-in-source'),
  },
  {
    id: 'pasted-portal-filter-in-part',
    from: 'requirement: whole or in part',
    ask: 'what does "This object did not pass a scoping filter" mean?',
    expect: means('scoping-filter'),
  },
  {
    id: 'pasted-portal-entitlement',
    from: 'log-shapes: entitlement sentence alone: no or default role',
    ask: sentences.entitlement,
    expect: means('no-entitled-role'),
  },
  {
    id: 'pasted-portal-attribute',
    from: 'log-shapes: description of AttributeValidationFailed',
    ask: "User 'ignacio.beltran@pampanet.example' will be skipped because the value of the property name.familyName is missing or invalid. Please update the value of the property name.familyName on the object in the source system.",
    expect: means('required-attribute'),
  },
  {
    id: 'pasted-portal-redundant',
    from: 'log-shapes: description of RedundantExport',
    ask: 'The state of the entry in both the source and target systems already match. No change to the User ‘ignacio.beltran@pampanet.example’ currently needs to be made.',
    expect: means('already-in-sync'),
  },
  {
    id: 'pasted-audit-2019',
    from: 'log-shapes: 2019 audit form',
    ask: 'User details: Skip reason = NotEffectivelyEntitled, Active = True, Assigned = False, Passed scope filter: True;',
    expect: means('not-assigned'),
  },
  {
    id: 'pasted-reason-409',
    from: 'design: the app’s own words',
    ask: scimReason(409, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      detail: 'email taken',
      status: '409',
      scimType: 'uniqueness',
    }),
    expect: means('value-conflict'),
  },
  {
    id: 'pasted-reference-text',
    from: 'log-shapes: referenceResolution',
    ask: 'We were unable to assign 8d2f as the members of Gauchos. UnableToResolveReferenceAttributeValue',
    expect: means('reference-not-provisioned'),
  },
  {
    id: 'pasted-json-conflict',
    from: 'requirement: a pasted log entry in Graph form',
    ask: JSON.stringify(failed(one, { code: 'GauchoEntryConflict', reason: 'exists' }), null, 2),
    expect: means('value-conflict', { verdict: 'failed' }),
  },
  {
    id: 'pasted-json-created',
    from: 'requirement: a pasted log entry in Graph form',
    ask: JSON.stringify(created(one)),
    expect: means('provisioned', { verdict: 'provisioned' }),
  },
  {
    id: 'pasted-json-redundant',
    from: 'samples: RedundantExport',
    ask: JSON.stringify(redundant({ ...one, form: 'old' })),
    expect: means('already-in-sync'),
  },
  {
    id: 'pasted-json-attribute',
    from: 'samples: AttributeValidationFailed',
    ask: JSON.stringify({ value: [attributeInvalid(one, 'name.familyName')] }, null, 1),
    expect: means('required-attribute', { verdict: 'skipped' }),
  },
  {
    id: 'pasted-json-filter',
    from: 'log-shapes: ScopeEvaluationResult',
    ask: JSON.stringify(
      notEntitled(one, {
        gates: {
          active: true,
          assigned: true,
          role: true,
          passed: false,
          result: { "Gauchos.city EQUALS 'Salta'": false },
        },
      }),
    ),
    expect: means('scoping-filter', { verdict: 'skipped' }),
  },
  {
    id: 'pasted-json-stacked',
    from: 'public reports',
    ask: JSON.stringify(
      notEntitled(one, {
        gates: {
          active: true,
          assigned: false,
          role: false,
          passed: false,
          result: { 'On-prem.dirSyncEnabled IS TRUE': false },
        },
      }),
    ),
    expect: means('not-assigned', { also: ['scoping-filter'], noise: ['no-entitled-role'] }),
  },
  {
    id: 'pasted-json-retry',
    from: 'log-shapes: EntryEscrowRetry',
    ask: JSON.stringify(retried(one, { code: 'LicenseLimitExceeded', reason: 'none' }, 3)),
    expect: means('license-limit', { verdict: 'failed' }),
  },
  {
    id: 'pasted-json-unknown',
    from: 'design: unknown codes are shown as they are',
    ask: JSON.stringify(failed(one, { code: 'GauchoLassoTangled', reason: 'Knots.' })),
    expect: means('unrecognised', { verdict: 'failed' }),
  },
  {
    id: 'pasted-json-unknown-skip',
    from: 'design: unknown skip reasons',
    ask: JSON.stringify(skipped(one, 'SiestaTime', 'Later.')),
    expect: means('unrecognised', { verdict: 'skipped' }),
  },
  {
    id: 'pasted-event-hub',
    from: 'log-shapes: Event Hub: Id, Name, integers for enums',
    ask: JSON.stringify({
      time: '2022-01-19T12:00:00Z',
      category: 'ProvisioningLogs',
      operationName: 'Provisioning activity',
      resultType: 'Skipped',
      properties: {
        id: guid('event'),
        activityDateTime: '2022-01-19T12:00:00Z',
        action: 'Create',
        provisioningAction: 'create',
        servicePrincipal: { Id: where.id, Name: where.name },
        sourceIdentity: {
          Id: who.id,
          Name: who.name,
          identityType: 'User',
          details: { UserPrincipalName: who.handle },
        },
        targetIdentity: { Id: '', Name: '', identityType: 'User', details: {} },
        sourceSystem: { Id: guid('s'), Name: 'Azure Active Directory', details: {} },
        targetSystem: { Id: guid('t'), Name: 'customappsso', details: {} },
        statusInfo: { Status: 2 },
        provisioningStatusInfo: { Status: 'skipped', errorInformation: null },
        provisioningSteps: [
          { name: 'EntryImportAdd', provisioningStepType: 0, status: 0, description: 'Received', details: {} },
          {
            name: 'EntrySynchronizationSkip',
            provisioningStepType: 3,
            status: 2,
            description: `User '${who.handle}' will be skipped because the value of the property name.givenName is missing or invalid.`,
            details: { SkipReason: 'AttributeValidationFailed', PropertyName: 'name.givenName' },
          },
        ],
      },
    }),
    expect: means('required-attribute', { verdict: 'skipped' }),
  },
  {
    id: 'pasted-provision-on-demand',
    from: 'samples: JSON inside JSON strings, PascalCase, type and action',
    ask: JSON.stringify({
      key: JSON.stringify({
        result: 'Skipped',
        details: {
          errorCode: 'RedundantExport',
          errorMessage: 'The state of the user in both the source and target systems already match.',
        },
      }),
      value: JSON.stringify({
        action: 'Other',
        changeId: guid('c'),
        modifiedProperties: [],
        provisioningSteps: [
          {
            name: 'EntrySynchronizationScoping',
            type: 'Scoping',
            status: 'Success',
            description: 'Determine if User in scope by evaluating against each scoping filter',
            details: {
              IsActive: 'True',
              Assigned: 'True',
              IsEffectivelyEntitledForProvisioning: 'True',
              IsInProvisioningScopeDisplayName: 'True',
              ScopeEvaluationResult: '{}',
            },
          },
          {
            name: 'EntrySynchronizationSkip',
            type: 'Export',
            status: 'Skipped',
            description: 'The state of the user in both the source and target systems already match.',
            details: { SkipReason: 'RedundantExport' },
          },
        ],
        reportableIdentifier: who.handle,
        statusInfo: { status: 'Skipped', errorCode: null, reason: null },
        sourceIdentity: { id: who.id, type: 'User', displayName: null, details: null },
        sourceSystem: { id: null, name: 'Azure Active Directory', details: null },
        targetIdentity: { id: 'x', type: 'User', displayName: null },
        targetSystem: { id: null, name: 'customappsso', details: null },
      }),
    }),
    expect: means('already-in-sync'),
  },
  {
    id: 'pasted-provision-on-demand-failure',
    from: 'log-shapes: the outcome also stands in key; value can be "{}"',
    ask: JSON.stringify({
      key: JSON.stringify({
        result: 'Failure',
        details: { errorCode: 'DuplicateTargetEntries', errorMessage: 'More than one.' },
      }),
      value: '{}',
    }),
    expect: means('duplicate-in-app'),
  },
  {
    id: 'pasted-csv-row',
    from: 'requirement: a CSV row of the portal’s download',
    ask: `Date,Identity,Action,Source System,Target System,Status,Status Reason\n2026-03-09T07:15:00Z,${who.handle},Create,Microsoft Entra ID,customappsso,Failure,GauchoLicenseLimitExceeded`,
    expect: means('license-limit'),
  },
  {
    id: 'pasted-csv-row-alone',
    from: 'requirement: a CSV row, without its head',
    ask: `"2026-03-09T07:15:00Z","${guid('row')}","Ignacio Beltrán","Create","Failure","DuplicateSourceEntries","More than one source user"`,
    expect: means('duplicate-in-source'),
  },
  {
    id: 'pasted-scim-401',
    from: 'design: a 401 inside is credentials-rejected',
    ask: scimReason(401, { detail: 'token expired', status: '401' }),
    expect: means('credentials-rejected'),
  },
  {
    id: 'pasted-json-truncated',
    from: 'requirement: text that somebody pastes, whole or in part',
    ask: `${JSON.stringify(failed(one, { code: 'LicenseLimitExceeded', reason: 'none left' }), null, 2).split('"provisioningSteps"')[0]}`,
    expect: means('license-limit'),
  },
  {
    id: 'pasted-json-fenced',
    from: 'requirement: pasted with a code fence',
    ask: `what does this mean?\n\`\`\`json\n${JSON.stringify(failed(one, { code: 'InvalidDomain', reason: 'x' }), null, 2)}\n\`\`\``,
    expect: means('invalid-domain'),
  },
];

export const pastedCases: readonly AccuracyCase[] = [...codes, ...pasted];
