import assert from 'node:assert/strict';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Evidence, LogEntry, Subject } from '../../src/diagnosis/evidence.ts';
import {
  aFailure,
  aFilter,
  aGroup,
  aJob,
  aMapping,
  anAssignment,
  anEntry,
  anEvidence,
  aSchema,
  aStep,
  aUser,
  exported,
  gap,
  imported,
  known,
  logged,
  mapped,
  notEntitled,
  scoped,
  skip,
} from './builders.ts';

const aWorker: Subject = { type: 'worker', id: '21023', name: 'Tove Lind', attributes: {} };
const workerSource = { id: '21023', name: 'Tove Lind', type: 'Worker', details: {} };
const inbound: Partial<Evidence> = {
  subject: aWorker,
  assignments: gap('notFound'),
  memberships: gap('notFound'),
  schema: gap('notRead'),
};

function ofWorker(entry: LogEntry, over: Partial<Evidence> = {}) {
  return diagnose(logged([{ ...entry, source: workerSource, sourceSystem: 'Workday' }], { ...inbound, ...over }));
}

function gate(found: ReturnType<typeof diagnose>, name: string) {
  return found.gates.find((one) => one.gate === name);
}

describe('HR inbound', () => {
  it('has no gates of assignment and role: what the log says of them is noise', () => {
    const found = ofWorker(
      notEntitled({
        assigned: false,
        role: false,
        filter: false,
        result: { "Active only.StatusActive EQUALS '1'": false },
      }),
    );

    assert.deepEqual(
      [found.cause, found.also, found.noise],
      ['scoping-filter', [], ['not-assigned', 'no-entitled-role']],
    );
    assert.equal(gate(found, 'assigned')?.then, 'none');
    assert.equal(gate(found, 'assigned')?.now, 'none');
  });

  it('leaves out a future hire who is not active yet, and waits for HR', () => {
    const found = ofWorker(notEntitled({ active: false, assigned: false, role: false }));

    assert.equal(found.cause, 'disabled-in-source');
    assert.deepEqual(
      found.fix.map((fix) => fix.owner),
      ['helpdesk', 'hr'],
    );
  });

  it('does not look at the Entra account for what HR holds', () => {
    const entry = {
      ...notEntitled({ active: false }),
      source: workerSource,
      sourceSystem: 'SuccessFactors',
      target: { id: 'user-1', name: '', type: 'User', details: {} },
    };
    const found = diagnose(logged([entry]));

    assert.equal(found.cause, 'disabled-in-source');
    assert.equal(gate(found, 'active')?.now, 'unknown');
  });

  it('finds the worker of an Entra user by id of the target, address or employee id, and no namesake', () => {
    const entry = (over: Partial<LogEntry>) =>
      aFailure('EntryConflict', 'x', {
        sourceSystem: 'Workday',
        source: { id: '900', name: 'Maren Holt', type: 'Worker', details: {} },
        ...over,
      });
    const cause = (one: LogEntry) => diagnose(logged([one])).cause;
    const details = { Email: 'someone.else@fabrikam.example' };

    assert.equal(cause(entry({ target: { id: 'user-1', name: '', type: 'User', details: {} } })), 'value-conflict');
    assert.equal(cause(entry({ source: { id: '4711', name: '', type: 'Worker', details: {} } })), 'value-conflict');
    assert.equal(
      cause(
        entry({ target: { id: '', name: '', type: 'User', userPrincipalName: 'Maren@Fabrikam.example', details: {} } }),
      ),
      'value-conflict',
    );
    assert.equal(cause(entry({})), 'value-conflict');
    assert.equal(cause(entry({ source: { id: '900', name: 'Maren Holt', type: 'Worker', details } })), 'no-record');
  });

  it('sends an empty attribute back to HR', () => {
    const entry = anEntry({
      status: 'skipped',
      steps: [imported(), skip('AttributeValidationFailed', { PropertyName: 'sn' })],
    });
    const found = ofWorker(entry);

    assert.equal(found.cause, 'required-attribute');
    assert.deepEqual(found.fix[0], { step: 'fill-required-attribute', owner: 'hr' });
  });

  it('reads entries from AD, which have no fields of assignment and role', () => {
    const step = aStep({
      name: 'EntrySynchronizationScoping',
      type: 'scoping',
      details: { 'Active in the source system': 'True', 'Scoping filter evaluation passed': 'True' },
    });
    const found = diagnose(
      logged([anEntry({ sourceSystem: 'Active Directory', source: workerSource, steps: [step, exported()] })], inbound),
    );

    assert.equal(found.cause, 'provisioned');
  });
});

describe('groups', () => {
  const groupEntry = (over: Partial<LogEntry>) =>
    anEntry({ source: { id: 'group-1', name: 'Field Sales', type: 'Group', details: {} }, ...over });
  const group: Partial<Evidence> = {
    subject: aGroup({ attributes: { mailNickname: null } }),
    assignments: known([anAssignment({ principalId: 'group-1', principalType: 'Group' })]),
    schema: aSchema(
      aMapping(),
      aMapping({
        name: 'Groups',
        sourceObject: 'Group',
        attributes: [mapped('displayName', 'mailNickname', { matchingPriority: 1 })],
      }),
    ),
  };

  it('are matched by their own mapping, and skipped while its attribute is empty', () => {
    const found = diagnose(
      logged([groupEntry({ status: 'skipped', steps: [skip('EntryJoiningPropertyValueIsMissing')] })], group),
    );

    assert.equal(found.cause, 'matching-attribute');
    assert.deepEqual(found.matching?.sources, [{ name: 'mailNickname', value: null, empty: true }]);
  });

  it('cannot be disabled: only assignment, filter and mapping count', () => {
    const found = diagnose(anEvidence({ ...group, subject: aGroup(), assignments: known([]) }));

    assert.equal(found.cause, 'not-assigned');
    assert.equal(gate(found, 'active')?.now, 'open');
  });

  it('are passed by the filter of their own mapping', () => {
    const schema = aSchema(
      aMapping({ scope: [aFilter('department', 'EQUALS', ['X'])] }),
      aMapping({ sourceObject: 'Group' }),
    );

    assert.equal(gate(diagnose(anEvidence({ ...group, schema })), 'filter')?.now, 'open');
  });

  it('tell of members that are not provisioned', () => {
    const step = aStep({
      name: 'x',
      type: 'referenceResolution',
      status: 'failure',
      description: 'UnableToResolveReferenceAttributeValue',
    });
    const found = diagnose(logged([groupEntry({ action: 'update', steps: [scoped(), exported(), step] })], group));

    assert.deepEqual([found.verdict, found.cause], ['provisioned', 'reference-not-provisioned']);
  });
});

describe('cross-tenant synchronisation', () => {
  const jobs = known([aJob({ id: 'Azure2Azure.1.2', templateId: 'Azure2Azure' })]);

  it('has causes of its own', () => {
    assert.equal(
      diagnose(logged([aFailure('AzureActiveDirectoryForbidden', 'Guest invitations not allowed')], { jobs })).cause,
      'invitations-blocked',
    );
    assert.equal(
      diagnose(logged([anEntry({ status: 'skipped', steps: [skip('EntityTypeNotSupported')] })], { jobs })).cause,
      'unsupported-object',
    );
  });

  it('takes only internal members', () => {
    const found = diagnose(anEvidence({ jobs, subject: aUser({ userType: 'Guest' }) }));

    assert.equal(found.cause, 'unsupported-object');
  });

  it('keeps a logged filter that the schema does not show', () => {
    const entry = notEntitled(
      { filter: false, result: { "Filter external users.alternativeSecurityIds EQUALS 'None'": false } },
      { jobId: 'Azure2Azure.1.2' },
    );

    assert.equal(diagnose(logged([entry], { jobs, schema: aSchema() })).cause, 'scoping-filter');
  });
});
