import type { Entry, EntryHead } from './entry.ts';
import type { EntryFacts } from './entry-facts.ts';
import { steps } from './entry-steps.ts';
import type { EntrySubject } from './entry-subject.ts';
import { cycleIdAt } from './jobs.ts';
import { iso } from './moment.ts';
import { actionOf, type Outcome, statusOf } from './outcomes.ts';
import { guidOf } from './random.ts';
import { sidesOf } from './schemas.ts';

export function renderHead(facts: EntryFacts): EntryHead {
  const { app, spec, subject, outcome, at } = facts;
  const sides = sidesOf(spec);
  const existing = outcome.is === 'created' || targetExists(outcome);
  return {
    id: facts.id,
    activityDateTime: iso(at),
    tenantId: facts.tenantId,
    jobId: app.jobId ?? '',
    cycleId: facts.cycleId ?? cycleIdAt(app, at),
    changeId: guidOf('change', facts.id),
    provisioningAction: actionOf(outcome),
    durationInMilliseconds: 300 + (Number.parseInt(facts.id.slice(0, 4), 16) % 4000),
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    servicePrincipal: { id: app.id, displayName: app.displayName },
    sourceSystem: { id: guidOf('system', app.id, 'source'), displayName: sides.source, details: {} },
    targetSystem: {
      id: guidOf('system', app.id, 'target'),
      displayName: sides.target,
      details: { ApplicationId: app.appId, ServicePrincipalId: app.id, ServicePrincipalDisplayName: app.displayName },
    },
    sourceIdentity: {
      id: subject.id,
      displayName: subject.displayName,
      identityType: subject.type,
      // Group entries of 2019 came without details.
      details: spec.oldShape === true && subject.type === 'Group' ? {} : subject.identityDetails,
    },
    targetIdentity: {
      id: existing ? facts.targetId : '',
      displayName: '',
      identityType: subject.type === 'Group' ? sides.targetGroup : sides.targetUser,
      details: {},
    },
    provisioningStatusInfo: {
      status: statusOf(outcome),
      errorInformation: errorOf(outcome, subject),
    },
  };
}

export function renderEntry(facts: EntryFacts): Entry {
  return { ...renderHead(facts), provisioningSteps: steps(facts), modifiedProperties: modified(facts) };
}

function targetExists(outcome: Outcome): boolean {
  switch (outcome.is) {
    case 'updated':
    case 'inSync':
    case 'disabled':
    case 'alreadyDisabled':
    case 'deleted':
    case 'stagedDelete':
    case 'unresolvedReference':
      return true;
    case 'failed':
      return outcome.during === 'update';
    case 'created':
    case 'notEntitled':
    case 'brokenAssignment':
    case 'invalidAttribute':
    case 'importSkipped':
    case 'unsupportedType':
    case 'skipped':
      return false;
  }
}

function errorOf(outcome: Outcome, subject: EntrySubject): EntryHead['provisioningStatusInfo']['errorInformation'] {
  const shared = { additionalDetails: null, errorCategory: 'nonServiceFailure', recommendedAction: null } as const;
  if (outcome.is === 'failed') return { errorCode: outcome.code, reason: outcome.reason, ...shared };
  if (outcome.is === 'unresolvedReference') {
    return {
      errorCode: 'UnableToResolveReferenceAttributeValue',
      reason: `We were unable to assign ${outcome.memberId} as the members of ${subject.displayName}.`,
      ...shared,
    };
  }
  return null;
}

function modified(facts: EntryFacts): Entry['modifiedProperties'] {
  const { outcome, subject } = facts;
  if (outcome.is === 'updated')
    return [{ displayName: outcome.property, oldValue: outcome.from, newValue: outcome.to }];
  if (outcome.is === 'disabled') return [{ displayName: 'IsSoftDeleted', oldValue: 'False', newValue: 'True' }];
  const created =
    outcome.is === 'created' ||
    (outcome.is === 'failed' && outcome.during !== 'import' && outcome.during !== 'matching');
  if (!created) return [];
  const values = {
    objectId: subject.id,
    ...subject.mapped,
    ...(outcome.is === 'failed' && outcome.property !== undefined
      ? { [outcome.property.name]: outcome.property.value }
      : {}),
  };
  return Object.entries(values).map(([displayName, newValue]) => ({ displayName, oldValue: null, newValue }));
}
