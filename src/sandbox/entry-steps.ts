import type { EntryStep } from './entry.ts';
import type { EntryFacts } from './entry-facts.ts';
import type { Outcome } from './outcomes.ts';
import { sidesOf } from './schemas.ts';
import { notEntitledText } from './sentences.ts';

/** The steps of an entry, in the order in which the service writes them. */
export function steps(facts: EntryFacts): EntryStep[] {
  const { outcome, spec, subject } = facts;
  const sides = sidesOf(spec);
  const targetType = subject.type === 'Group' ? sides.targetGroup : sides.targetUser;
  const shownTarget = targetType.startsWith('urn:') ? targetType : subject.type === 'Worker' ? 'User' : subject.type;
  const imported = importStep(facts, 'Add');
  const changed = importStep(facts, 'Update');
  const scoping = scopingStep(facts);
  const willCreate: EntryStep = {
    name: 'EntrySynchronizationAdd',
    provisioningStepType: 'matching',
    status: 'success',
    description: `${subject.type} '${subject.identifier}' will be created in ${sides.target} (${subject.type} is active and assigned in ${sides.source}, but no matching ${shownTarget} was found in ${sides.target})`,
    details: {},
  };
  const matched: EntryStep = {
    name: 'EntryImport',
    provisioningStepType: 'matching',
    status: 'success',
    description: `Retrieved  '${subject.identifier}' from ${sides.target}`,
    details: { ...stripped(subject.mapped), id: facts.targetId },
  };
  const exported = (name: string, verb: string, status: 'success' | 'failure' = 'success'): EntryStep => ({
    name,
    provisioningStepType: 'export',
    status,
    description:
      status === 'success'
        ? `${shownTarget} '${subject.identifier}' was ${verb} in ${sides.target}`
        : `Failed to ${verb} ${shownTarget} '${subject.identifier}' in ${sides.target}`,
    details: { ReportableIdentifier: subject.identifier },
  });
  switch (outcome.is) {
    case 'created':
      return [imported, scoping, willCreate, exported('EntryExportAdd', 'created')];
    case 'updated':
      return [changed, matched, scoping, exported('EntryExportUpdate', 'updated')];
    case 'inSync':
      return [changed, matched, scoping, inSyncStep(facts)];
    case 'notEntitled':
    case 'brokenAssignment':
      return [imported, scoping, notEntitledStep(facts)];
    case 'disabled':
      return [changed, matched, scoping, exported('EntryExportUpdateSoftDelete', 'disabled')];
    case 'alreadyDisabled':
      return [
        changed,
        matched,
        scoping,
        skip(
          'export',
          `The ${subject.type} '${subject.identifier}' is already soft deleted in ${sides.target}. No further action is required.`,
          {
            SkipReason: 'RedundantSoftDelete',
            IsActive: text(facts.gates.active),
            'Assigned to the application': text(facts.gates.assigned),
            ReportableIdentifier: subject.identifier,
          },
        ),
      ];
    case 'deleted':
      return [importStep(facts, 'Delete'), exported('EntryExportDelete', 'deleted')];
    case 'stagedDelete':
      return [
        changed,
        scoping,
        {
          name: 'EntryExportDelete',
          provisioningStepType: 'export',
          status: 'skipped',
          description: `The deletion of ${shownTarget} '${subject.identifier}' is held: the accidental deletions threshold was exceeded`,
          details: { ReportableIdentifier: subject.identifier },
        },
      ];
    case 'invalidAttribute':
      return [
        imported,
        scoping,
        willCreate,
        skip(
          'processing',
          `${targetType} '${subject.identifier}' will be skipped because the value of the property ${outcome.property} is missing or invalid. Please update the value of the property ${outcome.property} on the object in the source system.`,
          {
            PropertyName: outcome.property,
            ReportableIdentifier: subject.identifier,
            SkipReason: 'AttributeValidationFailed',
          },
        ),
      ];
    case 'importSkipped':
      return [
        imported,
        skip(
          'import',
          `The ${subject.type} '${subject.identifier}' was skipped while it was imported: the matching property ${outcome.attribute} has no value.`,
          {
            ReportableIdentifier: subject.identifier,
            SkipReason: 'ImportSkipped',
          },
        ),
      ];
    case 'unsupportedType':
      return [
        imported,
        skip('processing', `Objects of type ${subject.type} are not synchronized to ${sides.target}.`, {
          ReportableIdentifier: subject.identifier,
          SkipReason: 'EntityTypeNotSupported',
        }),
      ];
    case 'skipped':
      return [
        imported,
        scoping,
        skip('processing', outcome.text, { ReportableIdentifier: subject.identifier, SkipReason: outcome.reason }),
      ];
    case 'unresolvedReference':
      return [
        changed,
        matched,
        scoping,
        {
          name: 'EntrySynchronizationUpdate',
          provisioningStepType: 'referenceResolution',
          status: 'failure',
          description: `We were unable to assign ${outcome.memberId} as the members of ${subject.displayName}. UnableToResolveReferenceAttributeValue`,
          details: { ReportableIdentifier: subject.identifier },
        },
      ];
    case 'failed':
      return failedSteps(facts, outcome, { imported, changed, scoping, matched, willCreate, exported });
  }
}

type Failed = Extract<Outcome, { is: 'failed' }>;

interface StepKit {
  readonly imported: EntryStep;
  readonly changed: EntryStep;
  readonly scoping: EntryStep;
  readonly matched: EntryStep;
  readonly willCreate: EntryStep;
  readonly exported: (name: string, verb: string, status: 'success' | 'failure') => EntryStep;
}

function failedSteps(facts: EntryFacts, outcome: Failed, kit: StepKit): EntryStep[] {
  const { subject } = facts;
  const failedExport =
    outcome.during === 'update'
      ? kit.exported('EntryExportUpdate', 'update', 'failure')
      : kit.exported('EntryExportAdd', 'create', 'failure');
  if (outcome.retries !== undefined) {
    // A retry starts from the escrow: the object is not imported and scoped again.
    const retry: EntryStep = {
      name: 'EntryEscrowRetry',
      provisioningStepType: 'import',
      status: 'success',
      description: `We are retrying an operation that previously failed.\r\nIdentifier: ${subject.identifier}`,
      details: {},
    };
    return [retry, outcome.during === 'update' ? kit.matched : kit.willCreate, failedExport];
  }
  switch (outcome.during) {
    case 'import':
      return [{ ...kit.imported, status: 'failure' }];
    case 'matching':
      return [
        kit.imported,
        kit.scoping,
        {
          name: 'EntryImport',
          provisioningStepType: 'matching',
          status: 'failure',
          description: `Failed to match ${subject.type} '${subject.identifier}'`,
          details: { ReportableIdentifier: subject.identifier },
        },
      ];
    case 'update':
      return [kit.changed, kit.matched, kit.scoping, failedExport];
    case 'create':
    case undefined:
      return [kit.imported, kit.scoping, kit.willCreate, failedExport];
  }
}

function importStep(facts: EntryFacts, change: 'Add' | 'Update' | 'Delete'): EntryStep {
  const { subject, spec } = facts;
  const sides = sidesOf(spec);
  return {
    name: `EntryImport${change}`,
    provisioningStepType: 'import',
    status: 'success',
    description: `Received ${subject.type} '${subject.identifier}' change of type (${change}) from ${sides.source}`,
    details: subject.imported,
  };
}

/** The scoping step: four labels and the clauses, in words of 2022 and later, or in those of 2019 and 2020. */
function scopingStep(facts: EntryFacts): EntryStep {
  const { gates, spec, subject } = facts;
  const clauses = JSON.stringify(gates.clauses);
  const details: Record<string, string> =
    subject.type === 'Worker'
      ? {
          'Active in the source system': text(gates.active),
          'Scoping filter evaluation passed': text(gates.filter),
          ScopeEvaluationResult: clauses,
        }
      : spec.oldShape === true
        ? {
            IsActive: text(gates.active),
            Assigned: text(gates.assigned),
            IsEffectivelyEntitledForProvisioning: text(gates.assigned && gates.role),
            IsInProvisioningScopeDisplayName: text(gates.filter),
            ScopeEvaluationResult: clauses,
          }
        : {
            'Active in the source system': text(gates.active),
            'Assigned to the application': text(gates.assigned),
            [`${subject.type} has the required role`]: text(gates.assigned && gates.role),
            'Scoping filter evaluation passed': text(gates.filter),
            ScopeEvaluationResult: clauses,
          };
  return {
    name: 'EntrySynchronizationScoping',
    provisioningStepType: 'scoping',
    // The step succeeds even where it finds somebody out of scope.
    status: 'success',
    description: `Determine if ${subject.type} in scope by evaluating against each scoping filter`,
    details,
  };
}

function notEntitledStep(facts: EntryFacts): EntryStep {
  const { gates, subject, outcome } = facts;
  const hasAssignments = subject.type !== 'Worker';
  // A broken assignment record has no sentence of its own: every gate reads open.
  const reasons =
    outcome.is === 'brokenAssignment'
      ? `The ${subject.type} '${subject.identifier}' will be skipped because it is not effectively entitled for provisioning.`
      : notEntitledText(subject.type, subject.identifier, gates, hasAssignments);
  return skip('processing', reasons, {
    SkipReason: 'NotEffectivelyEntitled',
    IsActive: text(gates.active),
    ...(hasAssignments ? { 'Assigned to the application': text(gates.assigned) } : {}),
    IsInProvisioningScope: text(gates.filter),
    ScopeEvaluationResult: JSON.stringify(gates.clauses),
    ReportableIdentifier: subject.identifier,
  });
}

function inSyncStep(facts: EntryFacts): EntryStep {
  const { subject, spec } = facts;
  const what = spec.oldShape === true ? subject.type.toLowerCase() : 'entry';
  return skip(
    'export',
    `The state of the ${what} in both the source and target systems already match. No change to the ${subject.type} '${subject.identifier}' currently needs to be made.`,
    { SkipReason: 'RedundantExport', ...(spec.oldShape === true ? {} : { ReportableIdentifier: subject.identifier }) },
  );
}

function skip(
  type: EntryStep['provisioningStepType'],
  description: string,
  details: Record<string, string>,
): EntryStep {
  return { name: 'EntrySynchronizationSkip', provisioningStepType: type, status: 'skipped', description, details };
}

/** Step details lose the punctuation of attribute names; modified properties keep it. */
function stripped(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/[^A-Za-z0-9_]/g, ''), value]));
}

function text(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}
