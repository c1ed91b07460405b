import type { Json } from './tenant.ts';
import { type App, guid, type Principal } from './wire.ts';

/**
 * Builders of provisioning log entries (provisioningObjectSummary) in the shapes that were seen: the labels of 2020 and
 * of today, both orders of the steps, sentences with drift, retries without a scoping step.
 */

/** Old: "Azure Active Directory", IsActive, Assigned. New: "Microsoft Entra ID", "Active in the source system". */
export type Form = 'new' | 'old';

export interface About {
  readonly app: App;
  readonly who: Principal;
  readonly at: string;
  readonly form?: Form;
  /** Source system, when it is not Entra. */
  readonly from?: string;
  /** Target system, when it is not the app's own name. */
  readonly to?: string;
  /** Replaces or adds top-level fields of the entry; `undefined` removes one. */
  readonly raw?: Json;
  /** Attributes as the import step tells them. */
  readonly imported?: Readonly<Record<string, string>>;
  /** Matching before scoping, as some entries have it. */
  readonly matchFirst?: boolean;
  readonly modified?: readonly (readonly [name: string, from: string | null, to: string | null])[];
}

const systemOf = (about: About): string =>
  about.from ?? (about.form === 'old' ? 'Azure Active Directory' : 'Microsoft Entra ID');
const targetOf = (about: About): string => about.to ?? about.app.target;

interface Outcome {
  readonly action: string;
  readonly status: string;
  readonly steps: readonly Json[];
  readonly error?: Json | null;
  readonly targetId?: string;
}

/** An entry of any kind. The helpers below fill it in. */
export function entry(about: About, outcome: Outcome): Json {
  const { app, who, at } = about;
  const key = `${app.name} ${who.id} ${at} ${outcome.action} ${outcome.status}`;
  const sourceDetails: Json =
    who.type === 'User'
      ? { id: who.id, odatatype: 'User', DisplayName: who.name, UserPrincipalName: who.handle }
      : who.type === 'Group'
        ? { id: who.id, odatatype: 'Group', DisplayName: who.name }
        : {};
  const made: Record<string, unknown> = {
    id: guid(`entry ${key}`),
    activityDateTime: at,
    tenantId: guid('tenant'),
    jobId: app.jobId,
    cycleId: guid(`cycle ${app.name} ${at}`),
    changeId: guid(`change ${key}`),
    provisioningAction: outcome.action,
    durationInMilliseconds: 742,
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    servicePrincipal: { id: app.id, displayName: app.name },
    sourceSystem: { id: guid('source'), displayName: systemOf(about), details: {} },
    targetSystem: {
      id: guid(`target ${app.name}`),
      displayName: targetOf(about),
      details: {
        ApplicationId: guid(`application ${app.name}`),
        ServicePrincipalId: app.id,
        ServicePrincipalDisplayName: app.name,
      },
    },
    sourceIdentity: { id: who.id, displayName: who.name, identityType: who.type, details: sourceDetails },
    targetIdentity: {
      id: outcome.targetId ?? '',
      displayName: '',
      identityType: who.type === 'Worker' ? 'User' : who.type,
      details: {},
    },
    provisioningStatusInfo: { status: outcome.status, errorInformation: outcome.error ?? null },
    provisioningSteps: outcome.steps,
    modifiedProperties: (about.modified ?? []).map(([displayName, oldValue, newValue]) => ({
      displayName,
      oldValue,
      newValue,
    })),
    ...about.raw,
  };
  for (const name of Object.keys(made)) if (made[name] === undefined) delete made[name];
  return made;
}

const step = (
  name: string,
  provisioningStepType: string,
  status: string,
  description: string,
  details: Json = {},
): Json => ({ name, provisioningStepType, status, description, details });

export function importStep(about: About, change: 'Add' | 'Update' | 'Delete' = 'Add'): Json {
  const { who } = about;
  const details: Json =
    who.type === 'User'
      ? {
          objectId: who.id,
          accountEnabled: 'True',
          displayName: who.name,
          userPrincipalName: who.handle,
          IsSoftDeleted: 'False',
          appRoleAssignments: 'User',
          ...about.imported,
        }
      : who.type === 'Group'
        ? { objectId: who.id, displayName: who.name, ...about.imported }
        : { WorkerID: who.id, ...about.imported };
  return step(
    `EntryImport${change}`,
    'import',
    'success',
    `Received ${who.type} '${who.handle}' change of type (${change}) from ${systemOf(about)}`,
    details,
  );
}

/** How the service judged the gates. A gate left out has no key: AD and HR sources have no assignment. */
export interface Gates {
  readonly active?: boolean;
  readonly assigned?: boolean;
  readonly role?: boolean;
  readonly passed?: boolean;
  /** Clauses as `ScopeEvaluationResult` names them. */
  readonly result?: Readonly<Record<string, boolean>>;
}

const text = (value: boolean): string => (value ? 'True' : 'False');

export function scopingStep(about: About, gates: Gates): Json {
  const old = about.form === 'old';
  const type = about.who.type;
  const details: Record<string, string> = {};
  if (gates.active !== undefined) details[old ? 'IsActive' : 'Active in the source system'] = text(gates.active);
  if (gates.assigned !== undefined) details[old ? 'Assigned' : 'Assigned to the application'] = text(gates.assigned);
  if (gates.role !== undefined)
    details[old ? 'IsEffectivelyEntitledForProvisioning' : `${type} has the required role`] = text(gates.role);
  if (gates.passed !== undefined)
    details[old ? 'IsInProvisioningScopeDisplayName' : 'Scoping filter evaluation passed'] = text(gates.passed);
  details.ScopeEvaluationResult = JSON.stringify(gates.result ?? {});
  return step(
    'EntrySynchronizationScoping',
    'scoping',
    'success',
    `Determine if ${type} in scope by evaluating against each scoping filter`,
    details,
  );
}

export function noMatchStep(about: About): Json {
  const { who } = about;
  return step(
    'EntrySynchronizationAdd',
    'matching',
    'success',
    `${who.type} '${who.handle}' will be created in ${targetOf(about)} (${who.type} is active and assigned in ${systemOf(about)}, but no matching ${who.type} was found in ${targetOf(about)})`,
  );
}

export function matchedStep(about: About): Json {
  return step('EntryImport', 'matching', 'success', `Retrieved  '${about.who.handle}' from ${targetOf(about)}`, {
    active: 'True',
    displayName: about.who.name,
    id: guid(`account ${about.who.id}`),
    userName: about.who.handle,
  });
}

export function skipStep(
  about: About,
  reason: string,
  description: string,
  details: Json = {},
  type = 'processing',
): Json {
  const identifier = about.form === 'old' ? {} : { ReportableIdentifier: about.who.handle };
  return step('EntrySynchronizationSkip', type, 'skipped', description, {
    SkipReason: reason,
    ...identifier,
    ...details,
  });
}

const open: Gates = { active: true, assigned: true, role: true, passed: true };

const arrange = (about: About, scoping: Json, match: Json): Json[] =>
  about.matchFirst === true ? [match, scoping] : [scoping, match];

/** The four sentences of NotEffectivelyEntitled. */
export const sentences = {
  inactive: 'This object is not active in the source system.',
  unassigned:
    'This object is not assigned to the application. If you did not expect the object to be skipped, assign the object to the application or change your scoping filter to allow all users and groups to be in scope for provisioning.',
  entitlement:
    "This object does not have required entitlement for provisioning. If you did not expect the object to be skipped, update provisioning scope to 'Sync all users and groups' or assign the object to the application with entitlement of provisioning category",
  filter:
    'This object did not pass a scoping filter. If you did not expect the object to be skipped, please review your scoping filters and ensure that the object passes your specified scoping criteria.',
} as const;

export type Sentence = keyof typeof sentences;

export interface NotEntitled {
  readonly gates: Gates;
  /** Sentences in the order of the skip; without them those that follow from the gates. */
  readonly says?: readonly (Sentence | { readonly verbatim: string })[];
  /** Leave the scoping step out: the skip's own keys must do. */
  readonly noScopingStep?: boolean;
  /** Leave the skip's keys out: the scoping step or the sentences must do. */
  readonly noKeys?: boolean;
  readonly action?: string;
}

/** Skipped as NotEffectivelyEntitled, one code for four different answers. */
export function notEntitled(about: About, how: NotEntitled): Json {
  const { gates } = how;
  const following: Sentence[] = [];
  if (gates.active === false) following.push('inactive');
  if (gates.assigned === false) following.push('unassigned');
  if (gates.role === false) following.push('entitlement');
  if (gates.passed === false) following.push('filter');
  const says = how.says ?? following;
  const numbered = says
    .map((each, index) => `${index + 1}) ${typeof each === 'string' ? sentences[each] : each.verbatim}`)
    .join(' ');
  const keys: Record<string, string> = {};
  if (how.noKeys !== true) {
    if (gates.active !== undefined) keys.IsActive = text(gates.active);
    if (gates.assigned !== undefined) keys['Assigned to the application'] = text(gates.assigned);
    if (gates.passed !== undefined) keys.IsInProvisioningScope = text(gates.passed);
  }
  return entry(about, {
    action: how.action ?? 'other',
    status: 'skipped',
    steps: [
      importStep(about, 'Update'),
      ...(how.noScopingStep === true ? [] : [scopingStep(about, gates)]),
      skipStep(
        about,
        'NotEffectivelyEntitled',
        `The ${about.who.type} '${about.who.handle}' will be skipped due to the following reasons: ${numbered}`,
        keys,
      ),
    ],
  });
}

/** Created in the app. */
export function created(about: About, gates: Gates = open): Json {
  return entry(about, {
    action: 'create',
    status: 'success',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about),
      ...arrange(about, scopingStep(about, gates), noMatchStep(about)),
      exportStep(about, 'Add', 'success', `${about.who.type} '${about.who.handle}' was created in ${targetOf(about)}`),
    ],
  });
}

export function updated(about: About): Json {
  return entry(about, {
    action: 'update',
    status: 'success',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about, 'Update'),
      ...arrange(about, scopingStep(about, open), matchedStep(about)),
      exportStep(
        about,
        'Update',
        'success',
        `${about.who.type} '${about.who.handle}' was updated in ${targetOf(about)}`,
      ),
    ],
  });
}

/** Disabled in the app because a gate shut. */
export function disabled(about: About, gates: Gates): Json {
  return entry(about, {
    action: 'disable',
    status: 'success',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about, 'Update'),
      ...arrange(about, scopingStep(about, gates), matchedStep(about)),
      exportStep(
        about,
        'UpdateSoftDelete',
        'success',
        `${about.who.type} '${about.who.handle}' was disabled in ${targetOf(about)}`,
      ),
    ],
  });
}

export function deleted(about: About): Json {
  return entry(about, {
    action: 'delete',
    status: 'success',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about, 'Delete'),
      exportStep(
        about,
        'Delete',
        'success',
        `${about.who.type} '${about.who.handle}' was deleted in ${targetOf(about)}`,
      ),
    ],
  });
}

/** Held back by accidental deletion prevention. */
export function stagedDelete(
  about: About,
  spelling: 'stagedDelete' | 'stageddelete' | 'StagedDelete' = 'stagedDelete',
): Json {
  return entry(about, {
    action: spelling,
    status: 'skipped',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about, 'Delete'),
      scopingStep(about, { active: false, assigned: true, role: true, passed: true }),
    ],
  });
}

export function exportStep(
  about: About,
  kind: 'Add' | 'Update' | 'Delete' | 'UpdateSoftDelete',
  status: string,
  description: string,
): Json {
  return step(`EntryExport${kind}`, 'export', status, description, { ReportableIdentifier: about.who.handle });
}

/** Nothing to change. */
export function redundant(about: About): Json {
  const what = about.form === 'old' ? 'user' : 'entry';
  return entry(about, {
    action: 'other',
    status: 'skipped',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about, 'Update'),
      ...arrange(about, scopingStep(about, open), matchedStep(about)),
      skipStep(
        about,
        'RedundantExport',
        `The state of the ${what} in both the source and target systems already match. No change to the ${about.who.type} '${about.who.handle}' currently needs to be made.`,
        {},
        'export',
      ),
    ],
  });
}

/** Nothing left to disable. */
export function redundantSoftDelete(
  about: About,
  gates: Gates = { active: true, assigned: false, role: false, passed: true },
): Json {
  return entry(about, {
    action: 'other',
    status: 'skipped',
    targetId: guid(`account ${about.who.id}`),
    steps: [
      importStep(about, 'Update'),
      scopingStep(about, gates),
      skipStep(about, 'RedundantSoftDelete', 'Nothing to disable.', {
        IsActive: text(gates.active ?? true),
        'Assigned to the application': text(gates.assigned ?? false),
      }),
    ],
  });
}

/** A target attribute has no valid value. */
export function attributeInvalid(
  about: About,
  property: string,
  kind = 'urn:ietf:params:scim:schemas:core:2.0:User',
): Json {
  return entry(about, {
    action: 'create',
    status: 'skipped',
    steps: [
      importStep(about),
      ...arrange(about, scopingStep(about, open), noMatchStep(about)),
      skipStep(
        about,
        'AttributeValidationFailed',
        `${kind} '${about.who.handle}' will be skipped because the value of the property ${property} is missing or invalid. Please update the value of the property ${property} on the object in the source system.`,
        { PropertyName: property },
      ),
    ],
  });
}

/** Skipped with a reason of any name. */
export function skipped(
  about: About,
  reason: string,
  description: string,
  more: { readonly gates?: Gates; readonly details?: Json; readonly action?: string; readonly type?: string } = {},
): Json {
  return entry(about, {
    action: more.action ?? 'other',
    status: 'skipped',
    steps: [
      importStep(about, 'Update'),
      ...(more.gates === undefined ? [] : [scopingStep(about, more.gates)]),
      skipStep(about, reason, description, more.details ?? {}, more.type),
    ],
  });
}

export interface Failed {
  readonly code: string;
  readonly reason: string;
  readonly action?: 'create' | 'update' | 'disable' | 'delete';
  readonly category?: string;
  readonly recommendedAction?: string;
  /** Where it failed; default export. */
  readonly at?: 'export' | 'matching' | 'import' | 'referenceResolution';
  readonly status?: string;
}

/** Failed: the code and the reason stand in errorInformation. */
export function failed(about: About, how: Failed): Json {
  const action = how.action ?? 'create';
  const last =
    how.at === 'matching'
      ? step(
          'EntryImport',
          'matching',
          'failure',
          `Failed to retrieve ${about.who.type} '${about.who.handle}' from ${targetOf(about)}`,
        )
      : how.at === 'import'
        ? step(
            'EntryImport',
            'import',
            'failure',
            `Failed to import ${about.who.type} '${about.who.handle}' from ${systemOf(about)}`,
          )
        : exportStep(
            about,
            action === 'create' ? 'Add' : action === 'delete' ? 'Delete' : 'Update',
            'failure',
            `Failed to ${action} ${about.who.type} '${about.who.handle}' in ${targetOf(about)}`,
          );
  const before = how.at === 'import' ? [] : [importStep(about), scopingStep(about, open)];
  return entry(about, {
    action,
    status: how.status ?? 'failure',
    steps: [...before, ...(how.at === undefined && action === 'create' ? [noMatchStep(about)] : []), last],
    error: errorOf(how),
  });
}

function errorOf(how: Failed): Json {
  return {
    errorCode: how.code,
    reason: how.reason,
    additionalDetails: null,
    errorCategory: how.category ?? 'nonServiceFailure',
    recommendedAction: how.recommendedAction ?? null,
  };
}

/** A later try of a failed operation: no scoping step any more, and the reason tells how often it was retried. */
export function retried(about: About, how: Failed, times: number, again = '3/12/2026 4:10:00 AM UTC'): Json {
  const action = how.action ?? 'create';
  return entry(about, {
    action,
    status: 'failure',
    steps: [
      step(
        'EntryEscrowRetry',
        'import',
        'success',
        `We are retrying an operation that previously failed.\r\nIdentifier: ${about.who.handle}`,
        { ReportableIdentifier: about.who.handle },
      ),
      exportStep(
        about,
        action === 'create' ? 'Add' : 'Update',
        'failure',
        `Failed to ${action} ${about.who.type} '${about.who.handle}' in ${targetOf(about)}`,
      ),
    ],
    error: errorOf({
      ...how,
      reason: `${how.reason}\r\nThis operation was retried ${times} times. It will be retried again after this date: ${again}`,
    }),
  });
}

/** A step that says which reference could not be written. */
export function unresolvedReference(about: About, of: Principal): Json {
  return step(
    'EntrySynchronizationUpdate',
    'referenceResolution',
    'skipped',
    `We were unable to assign ${of.id} as the members of ${about.who.name}. UnableToResolveReferenceAttributeValue`,
    { SkipReason: 'UnableToResolveReferenceAttributeValue', ReportableIdentifier: of.id },
  );
}

/** A SCIM error body as it stands, escaped, in a reason. */
export function scimReason(status: number, body: Json, operation = 'POST', what = 'Users'): string {
  return `Error: StatusCode: ${status} Message: Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the 'Response' property of this exception for details.\r\nWeb Response: \r\n${JSON.stringify(body)}\r\nRequest: ${operation} https://scim.app.example/v2/${what}`;
}
