import type { Cause } from '../../../src/diagnosis/causes.ts';
import { type AccuracyCase, about, fault, type OneOf } from '../case.ts';
import {
  ago,
  app,
  changed,
  filter,
  group,
  type Principal,
  person,
  quarantined,
  runs,
  schema,
  tenant,
  worker,
} from '../wire.ts';
import {
  created,
  entry,
  exportStep,
  type Failed,
  failed,
  importStep,
  matchedStep,
  notEntitled,
  redundant,
  scopingStep,
  skipped,
  unresolvedReference,
  updated,
} from '../wire-log.ts';

/** Groups, HR inbound, AD to Entra, and across tenants. */

const chat = app('Rocket.Chat', { roles: ['User'] });
const docs = app('Outline Docs', { gallery: 'Outline', roles: ['Member'] });
const house = { name: 'Larkspur Insurance' };
const claims = group('Claims Adjusters');
const nested = group('Claims Adjusters North');
const office365 = group('Summer Party', {
  securityEnabled: false,
  mailEnabled: true,
  groupTypes: ['Unified'],
  mail: 'summer@larkspur.example',
});
const imani = person('Imani Wekesa', 'imani.wekesa@larkspur.example', { department: 'Claims' });
const bruno = person('Bruno Falk', 'bruno.falk@larkspur.example', { department: 'Legal' });
const open = { active: true, assigned: true, role: true, passed: true };

const groups: AccuracyCase[] = [
  {
    id: 'group-created',
    from: 'log-shapes: groups have no UPN; descriptions quote the object id',
    tenant: tenant({
      ...house,
      apps: [chat],
      groups: [claims],
      assigned: [{ to: claims, app: chat }],
      log: [created({ app: chat, who: claims, at: ago('5d') })],
    }),
    ask: 'did the group Claims Adjusters make it into Rocket.Chat?',
    expect: about(claims, chat, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'group-redundant',
    from: 'samples: a group, RedundantExport, "Group has the required role"',
    tenant: tenant({
      ...house,
      apps: [docs],
      groups: [claims],
      assigned: [{ to: claims, app: docs }],
      log: [redundant({ app: docs, who: claims, at: ago('5h'), matchFirst: true })],
    }),
    ask: 'why was group Claims Adjusters skipped in Outline Docs',
    expect: about(claims, docs, { verdict: ['provisioned', 'skipped'], cause: 'already-in-sync', expected: true }),
  },
  {
    id: 'group-not-assigned',
    from: 'log-shapes: "Group has the required role"',
    tenant: tenant({
      ...house,
      apps: [chat],
      groups: [claims],
      log: [
        notEntitled(
          { app: chat, who: claims, at: ago('8h') },
          { gates: { active: true, assigned: false, role: false, passed: true } },
        ),
      ],
    }),
    ask: 'why is the group Claims Adjusters not in Rocket.Chat',
    expect: about(claims, chat, {
      verdict: 'skipped',
      cause: 'not-assigned',
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'group-nested',
    from: 'scoping: nested groups: no',
    tenant: tenant({
      ...house,
      apps: [docs],
      members: [[claims, nested]],
      assigned: [{ to: claims, app: docs }],
      log: [
        notEntitled(
          { app: docs, who: nested, at: ago('8h') },
          { gates: { active: true, assigned: false, role: false, passed: true } },
        ),
      ],
    }),
    ask: 'why was the group Claims Adjusters North skipped in Outline Docs?',
    expect: fault(nested, docs, { verdict: 'skipped', cause: 'nested-group' }),
  },
  {
    id: 'group-filter',
    from: 'scoping: a filter per object mapping',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: chat,
          schema: schema(chat, { groupFilters: [filter('Public groups', ['displayName', 'EQUALS', 'Everyone'])] }),
        },
      ],
      groups: [claims],
      assigned: [{ to: claims, app: chat }],
      log: [
        notEntitled(
          { app: chat, who: claims, at: ago('8h') },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Public groups.displayName EQUALS 'Everyone'": false },
            },
          },
        ),
      ],
    }),
    ask: 'group claims adjusters skipped in rocket.chat',
    expect: fault(claims, chat, { verdict: 'skipped', cause: 'scoping-filter', also: [] }),
  },
  {
    id: 'group-member-not-provisioned',
    from: 'scoping: "We were unable to assign <id> as the members of <group>" UnableToResolveReferenceAttributeValue',
    tenant: tenant({
      ...house,
      apps: [docs],
      members: [[claims, imani, bruno]],
      assigned: [{ to: claims, app: docs }],
      log: [
        ((one) =>
          entry(one, {
            action: 'update',
            status: 'warning',
            targetId: 'g-7',
            steps: [
              importStep(one, 'Update'),
              scopingStep(one, open),
              matchedStep(one),
              unresolvedReference(one, bruno),
              exportStep(one, 'Update', 'success', 'updated'),
            ],
          }))({ app: docs, who: claims, at: ago('3h') }),
      ],
    }),
    ask: 'what is wrong with the group Claims Adjusters in Outline Docs?',
    expect: fault(claims, docs, { cause: 'reference-not-provisioned' }),
  },
  {
    id: 'group-member-reference-failure',
    from: 'codes: UnableToResolveReferenceAttributeValue',
    tenant: tenant({
      ...house,
      apps: [chat],
      members: [[claims, bruno]],
      assigned: [{ to: claims, app: chat }],
      log: [
        failed(
          { app: chat, who: claims, at: ago('3h') },
          {
            code: 'UnableToResolveReferenceAttributeValue',
            reason: `Unable to resolve the reference attribute value ${bruno.id} of members.`,
            action: 'update',
          },
        ),
      ],
    }),
    ask: 'why is the group claims adjusters failing in rocket.chat?',
    expect: fault(claims, chat, { verdict: 'failed', cause: 'reference-not-provisioned' }),
  },
  {
    id: 'user-manager-reference',
    from: 'design: a member or manager that it points to is not itself provisioned',
    tenant: tenant({
      ...house,
      apps: [docs],
      people: [bruno],
      assigned: [{ to: imani, app: docs }],
      log: [
        failed(
          { app: docs, who: imani, at: ago('3h') },
          { code: 'UnableToResolveReferenceAttributeValue', reason: 'manager could not be resolved', action: 'update' },
        ),
      ],
    }),
    ask: 'why is imani wekesa failing in Outline Docs',
    expect: fault(imani, docs, { verdict: 'failed', cause: 'reference-not-provisioned' }),
  },
  {
    id: 'group-conflict',
    from: 'samples: ContosoEntryConflict of a group; here another app',
    tenant: tenant({
      ...house,
      apps: [chat],
      groups: [claims],
      assigned: [{ to: claims, app: chat }],
      log: [
        failed(
          { app: chat, who: claims, at: ago('6h') },
          {
            code: 'RocketChatEntryConflict',
            reason:
              'Message: HTTP status code 409. This response indicates that a user or a group already exists with the same name.',
          },
        ),
      ],
    }),
    ask: 'why is the group Claims Adjusters not in Rocket.Chat?',
    expect: fault(claims, chat, { verdict: 'failed', cause: 'value-conflict' }),
  },
  {
    id: 'group-beside-person-of-like-name',
    from: 'design: never answer about somebody the asker may not have meant; the asker said group',
    tenant: tenant({
      ...house,
      apps: [chat],
      groups: [claims],
      people: [person('Claims Adjusters', 'claims@larkspur.example')],
      assigned: [{ to: claims, app: chat }],
      log: [created({ app: chat, who: claims, at: ago('5d') })],
    }),
    ask: 'is the group Claims Adjusters in rocket.chat?',
    expect: about(claims, chat, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'group-no-entry-assigned',
    from: 'design: no-record',
    tenant: tenant({
      ...house,
      apps: [chat],
      groups: [claims],
      assigned: [{ to: claims, app: chat, since: ago('9d') }],
    }),
    ask: 'why isn’t the group Claims Adjusters in Rocket.Chat?',
    expect: fault(claims, chat, { cause: 'no-record' }),
  },
  {
    id: 'group-matching-mail-alias',
    from: 'troubleshooting page: the matching attribute can be the mail alias',
    tenant: (() => {
      const bare = group('Claims Adjusters', { mail: null });
      return tenant({
        ...house,
        apps: [
          {
            app: docs,
            schema: schema(docs, {
              groupMappings: [
                ['displayName', 'mail', { matchingPriority: 1 }],
                ['members', 'members'],
              ],
            }),
          },
        ],
        groups: [bare],
        assigned: [{ to: bare, app: docs }],
        log: [skipped({ app: docs, who: bare, at: ago('4h') }, 'ImportSkipped', 'Skipped on import')],
      });
    })(),
    ask: 'why was the group Claims Adjusters skipped in outline docs?',
    expect: fault(claims, docs, { verdict: 'skipped', cause: 'matching-attribute' }),
  },
  {
    id: 'group-microsoft-365-unassigned',
    from: 'scoping: the group must be security enabled; here it is simply not assigned',
    tenant: tenant({
      ...house,
      apps: [docs],
      groups: [office365],
      log: [
        notEntitled(
          { app: docs, who: office365, at: ago('4h') },
          { gates: { active: true, assigned: false, role: false, passed: true } },
        ),
      ],
    }),
    ask: 'why was the group summer party skipped in outline docs',
    expect: about(office365, docs, { verdict: 'skipped', cause: 'not-assigned', expected: true }),
  },
];

const workday = app('Workday to Entra ID', {
  gallery: 'Workday to Microsoft Entra User Provisioning',
  template: 'WD2AAD',
  roles: [],
});
const toAd = app('SuccessFactors to AD', {
  gallery: 'SuccessFactors to Active Directory User Provisioning',
  template: 'SF2AD',
  roles: [],
});
const api = app('HR feed', {
  gallery: 'API-driven provisioning to Microsoft Entra ID',
  template: 'API2AAD',
  roles: [],
});
const workerSchema = (of: typeof workday, filters = [filter('Present', ['Active', 'EQUALS', '1'])]) =>
  schema(of, {
    filters,
    groups: 'none',
    sourceDirectory: 'Workday',
    sourceObject: 'Worker',
    targetDirectory: 'Azure Active Directory',
    mappings: [
      ['employeeId', 'WorkerID', { matchingPriority: 1 }],
      ['displayName', 'PreferredNameData'],
    ],
    types: { Active: 'String', WorkerID: 'String' },
  });
const hire = worker('Saoirse Kinsella', '41877');
const other = worker('Teun Hoekstra', '41902');
const inbound = { from: 'Workday', to: 'Microsoft Entra ID' } as const;

const hrFailures: readonly (readonly [code: string, reason: string, cause: OneOf<Cause>])[] = [
  [
    'AzureActiveDirectoryInvalidUserPrincipalName',
    'userPrincipalName is not valid',
    ['invalid-value', 'invalid-domain'],
  ],
  [
    'HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique',
    'UPN is not unique in the forest',
    'value-conflict',
  ],
  ['HybridSynchronizationActiveDirectoryInsufficientAccessRights', 'Access denied on the OU', 'insufficient-rights'],
  ['HybridSynchronizationActiveDirectoryCannotFindAttribute', 'extensionAttribute99', 'unknown-attribute'],
  [
    'OperationsError-SvcErr',
    'The operation could not be performed because the object’s parent is missing: no superior reference',
    'target-ou-not-found',
  ],
];

const hr: AccuracyCase[] = [
  {
    id: 'hr-future-hire-by-name',
    from: 'design: a future hire has no Entra user: find by name in that app’s log; no assignment gate',
    tenant: tenant({
      ...house,
      apps: [{ app: workday, schema: workerSchema(workday) }],
      people: [bruno],
      log: [
        notEntitled(
          { app: workday, who: hire, at: ago('4h'), ...inbound, imported: { Active: '0' } },
          { gates: { active: false, passed: true } },
        ),
      ],
    }),
    ask: 'why was Saoirse Kinsella skipped in Workday to Entra ID?',
    expect: about(hire, workday, { verdict: 'skipped', cause: 'disabled-in-source', also: [] }),
  },
  {
    id: 'hr-future-hire-by-worker-id',
    from: 'design: find them by worker id',
    tenant: tenant({
      ...house,
      apps: [{ app: workday, schema: workerSchema(workday) }],
      log: [
        notEntitled({ app: workday, who: hire, at: ago('4h'), ...inbound }, { gates: { active: false, passed: true } }),
        created({ app: workday, who: other, at: ago('4h'), ...inbound }, { active: true, passed: true }),
      ],
    }),
    ask: 'why was worker 41877 skipped in Workday to Entra ID?',
    expect: about(hire, workday, { verdict: 'skipped', cause: 'disabled-in-source' }),
  },
  {
    id: 'hr-filter',
    from: 'scoping: assignment is not used for HR inbound; the filter is',
    tenant: tenant({
      ...house,
      apps: [
        { app: workday, schema: workerSchema(workday, [filter('Staff only', ['WorkerType', 'EQUALS', 'Employee'])]) },
      ],
      log: [
        notEntitled(
          { app: workday, who: other, at: ago('9h'), ...inbound, imported: { WorkerType: 'Contingent' } },
          { gates: { active: true, passed: false, result: { "Staff only.WorkerType EQUALS 'Employee'": false } } },
        ),
      ],
    }),
    ask: 'why was teun hoekstra skipped in workday to entra id',
    expect: fault(other, workday, { verdict: 'skipped', cause: 'scoping-filter', also: [] }),
  },
  {
    id: 'hr-created',
    from: 'design: provisioned; there is no assignment gate',
    tenant: tenant({
      ...house,
      apps: [{ app: workday, schema: workerSchema(workday) }],
      log: [created({ app: workday, who: other, at: ago('3d'), ...inbound }, { active: true, passed: true })],
    }),
    ask: 'did worker 41902 make it into Workday to Entra ID?',
    expect: about(other, workday, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'hr-quarantined',
    from: 'codes: Workday tenant downtime: quarantine; job first',
    tenant: tenant({
      ...house,
      apps: [
        { app: workday, job: quarantined(workday, 'EncounteredQuarantineException'), schema: workerSchema(workday) },
      ],
      log: [
        failed(
          { app: workday, who: other, at: ago('2d'), ...inbound },
          { code: 'InternalServerError', reason: 'Workday is down' },
        ),
      ],
    }),
    ask: 'why is teun hoekstra failing in Workday to Entra ID?',
    expect: fault(other, workday, { verdict: 'failed', cause: 'quarantined' }),
  },
  ...hrFailures.map(
    ([code, reason, cause]): AccuracyCase => ({
      id: `hr-${code}`,
      from: `codes: ${code}`,
      tenant: tenant({
        ...house,
        apps: [toAd],
        log: [
          failed(
            { app: toAd, who: hire, at: ago('5h'), from: 'SuccessFactors', to: 'Active Directory' },
            { code, reason },
          ),
        ],
      }),
      ask: 'why did saoirse kinsella fail in SuccessFactors to AD?',
      expect: fault(hire, toAd, { verdict: 'failed', cause }),
    }),
  ),
  {
    id: 'hr-constraint-violation',
    from: 'codes: SystemForCrossDomainIdentityManagementBadResponse (ConstraintViolation-AtrErr): a value too long',
    tenant: tenant({
      ...house,
      apps: [toAd],
      log: [
        failed(
          { app: toAd, who: other, at: ago('5h'), from: 'SuccessFactors', to: 'Active Directory' },
          {
            code: 'SystemForCrossDomainIdentityManagementBadResponse',
            reason:
              'ConstraintViolation-AtrErr: 0000207D: AtrErr: DSID-03151904, #1: problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att company',
          },
        ),
      ],
    }),
    ask: 'teun hoekstra failing in SuccessFactors to AD',
    expect: fault(other, toAd, { verdict: 'failed', cause: ['invalid-value', 'request-rejected'] }),
  },
  {
    id: 'hr-api-driven-unknown-code',
    from: 'design: unknown codes are shown as they are',
    tenant: tenant({
      ...house,
      apps: [api],
      log: [
        failed(
          { app: api, who: hire, at: ago('5h'), from: 'API', to: 'Microsoft Entra ID' },
          { code: 'PayrollLedgerOutOfStep', reason: 'Ledger 12' },
        ),
      ],
    }),
    ask: 'why did Saoirse Kinsella fail in HR feed?',
    expect: fault(hire, api, { verdict: 'failed', cause: 'unrecognised' }),
  },
];

const cloudSync = app('larkspur.local', {
  gallery: 'Active Directory to Microsoft Entra ID Provisioning',
  template: 'AD2AADProvisioning',
  roles: [],
});
const adUser = (name: string, anchor: string): Principal => ({
  type: 'User',
  id: anchor,
  name,
  handle: `${name.split(' ')[0]?.toLowerCase()}@larkspur.local`,
  wire: {},
});
const wout = adUser('Wout Peeters', 'b3BlcmF0aW9uYWw9PQ==');

const ad: AccuracyCase[] = [
  {
    id: 'ad-created-without-assignment-keys',
    from: 'log-shapes: assignment, role and ScopeEvaluationResult are absent for AD to Entra; keyed by the on-premises object',
    tenant: tenant({
      ...house,
      apps: [{ app: cloudSync, job: runs(cloudSync, { interval: 'PT2M', lastEnded: ago('3m') }) }],
      log: [
        created(
          { app: cloudSync, who: wout, at: ago('5h'), from: 'Active Directory', to: 'Microsoft Entra ID' },
          { active: true, passed: true },
        ),
      ],
    }),
    ask: 'did Wout Peeters make it into larkspur.local?',
    expect: { kind: 'explanation', app: cloudSync.id, verdict: 'provisioned', cause: 'provisioned' },
  },
  {
    id: 'ad-join-not-found',
    from: 'log-shapes: JoinNotFound: nothing to delete',
    tenant: tenant({
      ...house,
      apps: [{ app: cloudSync, job: runs(cloudSync, { interval: 'PT2M', lastEnded: ago('3m') }) }],
      log: [
        skipped(
          { app: cloudSync, who: wout, at: ago('5h'), from: 'Active Directory', to: 'Microsoft Entra ID' },
          'JoinNotFound',
          'No join was found.',
        ),
      ],
    }),
    ask: 'why was wout peeters skipped in larkspur.local?',
    expect: { kind: 'explanation', app: cloudSync.id, verdict: 'skipped', cause: 'join-not-found' },
  },
  {
    id: 'ad-unknown-skip-reason',
    from: 'design: a skip reason that nobody documents is unrecognised',
    tenant: tenant({
      ...house,
      apps: [{ app: cloudSync, job: runs(cloudSync, { interval: 'PT2M', lastEnded: ago('3m') }) }],
      log: [
        skipped(
          { app: cloudSync, who: wout, at: ago('5h'), from: 'Active Directory', to: 'Microsoft Entra ID' },
          'TombstoneQuarried',
          'The tombstone was quarried.',
        ),
      ],
    }),
    ask: 'wout peeters skipped larkspur.local',
    expect: { kind: 'explanation', app: cloudSync.id, verdict: 'skipped', cause: 'unrecognised', expected: false },
  },
];

const partner = app('Larkspur to Willowbank', {
  gallery: 'Cross-tenant synchronization',
  template: 'Azure2Azure',
  roles: ['User'],
});
const across = { to: 'Microsoft Entra ID (target tenant)' } as const;

const crossFailures: readonly (readonly [
  code: string,
  reason: string,
  cause: OneOf<Cause>,
  action?: Failed['action'],
])[] = [
  [
    'AzureDirectoryB2BManagementPolicyCheckFailure',
    'Policy permitting auto-redemption of invitations was not detected',
    'automatic-redemption-off',
  ],
  ['AzureActiveDirectoryQuotaLimitExceeded', 'The directory object quota limit is reached', 'directory-quota'],
  ['InvitationCreationFailure', 'The invitation failed', 'invitation-failed'],
  ['InvitationCreationFailureUserAccountDisabled', 'Invited user account is disabled', 'disabled-in-target'],
  ['AzureActiveDirectoryForbidden', 'Guest invitations are not allowed for your company', 'invitations-blocked'],
  ['InvitationCreationFailureInvalidPropertyValue', 'proxyAddresses is invalid', 'invalid-value'],
  [
    'AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService',
    'extensionAttribute1',
    'managed-elsewhere',
    'update',
  ],
  ['AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises', 'mastered on premises', 'managed-elsewhere', 'update'],
  [
    'InvitationCreationFailureAmbiguousUser',
    'The user matches an internal user',
    ['value-conflict', 'duplicate-in-app', 'invitation-failed'],
  ],
];

const cross: AccuracyCase[] = [
  ...crossFailures.map(
    ([code, reason, cause, action]): AccuracyCase => ({
      id: `cross-${code}`,
      from: `codes: ${code}, cross-tenant`,
      tenant: tenant({
        ...house,
        apps: [partner],
        assigned: [{ to: imani, app: partner }],
        log: [
          failed(
            { app: partner, who: imani, at: ago('5h'), ...across },
            { code, reason, ...(action === undefined ? {} : { action }) },
          ),
        ],
      }),
      ask: 'why is imani wekesa failing in Larkspur to Willowbank?',
      expect: fault(imani, partner, { verdict: 'failed', cause }),
    }),
  ),
  {
    id: 'cross-group-not-supported',
    from: 'codes: EntityTypeNotSupported: groups only define scope across tenants',
    tenant: tenant({
      ...house,
      apps: [partner],
      groups: [claims],
      assigned: [{ to: claims, app: partner }],
      log: [
        skipped(
          { app: partner, who: claims, at: ago('5h'), ...across },
          'EntityTypeNotSupported',
          'Groups are not supported.',
        ),
      ],
    }),
    ask: 'why was the group Claims Adjusters skipped in Larkspur to Willowbank',
    expect: about(claims, partner, { verdict: 'skipped', cause: 'unsupported-object' }),
  },
  {
    id: 'cross-sms-sign-in',
    from: 'codes: SMS sign-in user: filter external users.alternativeSecurityIds EQUALS None is false',
    tenant: tenant({
      ...house,
      apps: [partner],
      assigned: [{ to: bruno, app: partner }],
      log: [
        notEntitled(
          { app: partner, who: bruno, at: ago('5h'), ...across, form: 'old' },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Filter external users.alternativeSecurityIds EQUALS 'None'": false },
            },
          },
        ),
      ],
    }),
    ask: 'why was bruno falk skipped in larkspur to willowbank?',
    expect: fault(bruno, partner, { verdict: 'skipped', cause: ['sms-sign-in', 'scoping-filter'] }),
  },
  {
    id: 'cross-created',
    from: 'samples: cross-tenant success with a scope evaluation',
    tenant: tenant({
      ...house,
      apps: [partner],
      assigned: [{ to: imani, app: partner }],
      log: [
        created(
          { app: partner, who: imani, at: ago('5d'), ...across, form: 'old' },
          { ...open, result: { "Claims department filter.department EQUALS 'Claims'": true } },
        ),
      ],
    }),
    ask: 'did imani wekesa make it to Larkspur to Willowbank',
    expect: about(imani, partner, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'guest-to-saas',
    from: 'scoping: guests can be provisioned to SaaS',
    tenant: (() => {
      const guest = person('Paloma Iriarte', 'paloma_partner.example#EXT#@larkspur.example', {
        userType: 'Guest',
        mail: 'paloma@partner.example',
      });
      return tenant({
        ...house,
        apps: [docs],
        assigned: [{ to: guest, app: docs }],
        log: [updated({ app: docs, who: guest, at: ago('2d') })],
      });
    })(),
    ask: 'is paloma@partner.example in Outline Docs?',
    expect: {
      ...about(person('Paloma Iriarte', 'paloma_partner.example#EXT#@larkspur.example'), docs, {
        verdict: 'provisioned',
        cause: 'provisioned',
      }),
    },
  },
  {
    id: 'cross-disabled-source',
    from: 'scoping: object must be active; design: expected when disabled',
    tenant: tenant({
      ...house,
      apps: [partner],
      assigned: [{ to: changed(imani, { accountEnabled: false }), app: partner }],
      log: [
        notEntitled(
          { app: partner, who: imani, at: ago('5h'), ...across },
          { gates: { active: false, assigned: true, role: true, passed: true } },
        ),
      ],
    }),
    ask: 'why was imani wekesa skipped in Larkspur to Willowbank?',
    expect: about(imani, partner, { verdict: 'skipped', cause: 'disabled-in-source', also: [], expected: true }),
  },
];

const skipReasons: AccuracyCase[] = [
  'MoonPhaseUnfavourable',
  'PendingApprovalByAbbot',
  'RedundantExportDeferred',
  'NotEffectivelyEntitledByTreaty',
].map((reason) => ({
  id: `unknown-skip-${reason}`,
  from: 'design: a cause it has not seen must come out as unrecognised',
  tenant: tenant({
    ...house,
    apps: [docs],
    assigned: [{ to: imani, app: docs }],
    log: [
      skipped({ app: docs, who: imani, at: ago('5h') }, reason, 'It was skipped for reasons of its own.', {
        gates: open,
      }),
    ],
  }),
  ask: 'why was imani wekesa skipped in outline docs?',
  expect: fault(imani, docs, { verdict: 'skipped', cause: 'unrecognised' }),
}));

export const elsewhereCases: readonly AccuracyCase[] = [...groups, ...hr, ...ad, ...cross, ...skipReasons];
