import assert from 'node:assert/strict';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Evidence, LogEntry } from '../../src/diagnosis/evidence.ts';
import {
  aFilter,
  aMapping,
  aMembership,
  anAssignment,
  anEntry,
  aSchema,
  aUser,
  gap,
  hours,
  imported,
  known,
  logged,
  mapped,
  minutesAgo,
  notEntitled,
  roleIds,
  scoped,
  skip,
  viaGroup,
} from './builders.ts';

const unassigned = { assignments: known([]) };
const salesOnly = aSchema(aMapping({ scope: [aFilter('department', 'EQUALS', ['Sales'])] }));
const logsSales = { filter: false, result: { "Sales only.department EQUALS 'Sales'": false } };
const lowercase = { subject: aUser({ attributes: { department: 'sales' } }) };

function of(entry: LogEntry, over: Partial<Evidence> = {}) {
  return diagnose(logged([entry], over));
}

function steps(found: ReturnType<typeof diagnose>): readonly string[] {
  return found.fix.map((fix) => ('step' in fix ? fix.step : fix.code));
}

describe('not entitled', () => {
  it('is not-assigned, and the entitlement sentence only follows from it', () => {
    const found = of(notEntitled({ assigned: false, role: false }), unassigned);

    assert.deepEqual(
      [found.verdict, found.cause, found.also, found.noise, found.expected],
      ['skipped', 'not-assigned', [], ['no-entitled-role'], true],
    );
    assert.deepEqual(steps(found), ['nothing-to-do', 'if-wanted-assign']);
  });

  it('names the filter beside the missing assignment when both must be opened', () => {
    const entry = notEntitled({
      assigned: false,
      role: false,
      filter: false,
      result: { 'On-prem.dirSyncEnabled IS TRUE': false },
    });
    const schema = aSchema(aMapping({ scope: [aFilter('dirSyncEnabled', 'IS TRUE', [], 'On-prem')] }));
    const found = of(entry, { ...unassigned, schema, subject: aUser({ attributes: { onPremisesSyncEnabled: null } }) });

    assert.deepEqual(
      [found.cause, found.also, found.noise],
      ['not-assigned', ['scoping-filter'], ['no-entitled-role']],
    );
  });

  it('is nested-group, and not expected, when only an outer group is assigned', () => {
    const memberships = known([aMembership({ direct: false }), aMembership({ id: 'inner', name: 'Inner' })]);
    const found = of(notEntitled({ assigned: false, role: false }), { assignments: known([viaGroup()]), memberships });

    assert.deepEqual([found.cause, found.expected, found.now.was], ['nested-group', false, undefined]);
    assert.deepEqual(steps(found), ['assign-inner-group-or-add-member']);
  });

  it('is disabled-in-source, as expected, for a disabled account, assigned or not', () => {
    const subject = aUser({ accountEnabled: false });
    const assigned = of(notEntitled({ active: false }), { subject });
    const neither = of(notEntitled({ active: false, assigned: false, role: false }), { subject, ...unassigned });

    assert.deepEqual([assigned.cause, assigned.also, assigned.expected], ['disabled-in-source', [], true]);
    assert.deepEqual(
      [neither.cause, neither.also, neither.noise],
      ['disabled-in-source', ['not-assigned'], ['no-entitled-role']],
    );
  });

  it('is no-entitled-role for the default access role, and not expected', () => {
    const found = of(notEntitled({ role: false }), { assignments: known([anAssignment({ roleId: roleIds.none })]) });

    assert.deepEqual([found.cause, found.expected], ['no-entitled-role', false]);
    assert.deepEqual(steps(found), ['assign-with-role']);
  });

  it('is no-entitled-role for a role that does not entitle, for only the log knows which do', () => {
    assert.equal(of(notEntitled({ role: false })).cause, 'no-entitled-role');
  });

  it('is assignment-record when active, assigned, with a role and past the filter', () => {
    const found = of(notEntitled({}));

    assert.deepEqual([found.cause, found.expected, steps(found)], ['assignment-record', false, ['reassign']]);
  });

  it('tells a faulty record from a missing role by the role of the assignment, where only the sentence speaks', () => {
    const sentence = 'This object does not have required entitlement for provisioning.';
    const fields = { IsActive: 'True', 'Assigned to the application': 'True', IsInProvisioningScope: 'True' };
    const entry = anEntry({
      status: 'skipped',
      action: 'other',
      steps: [skip('NotEffectivelyEntitled', fields, sentence)],
    });

    assert.equal(of(entry).cause, 'assignment-record');
    assert.equal(of(entry, { assignments: known([anAssignment({ roleId: roleIds.none })]) }).cause, 'no-entitled-role');
    assert.equal(of(entry, { assignments: gap() }).cause, 'no-entitled-role');
  });

  it('takes the entitlement for missing when none of the three fields is false', () => {
    const fields = { IsActive: 'True', 'Assigned to the application': 'True', IsInProvisioningScope: 'True' };
    const entry = anEntry({ status: 'skipped', steps: [skip('NotEffectivelyEntitled', fields)] });

    assert.equal(of(entry, { assignments: gap() }).cause, 'no-entitled-role');
  });

  it('is not told apart when the log says no more than that', () => {
    const entry = anEntry({ status: 'skipped', steps: [skip('NotEffectivelyEntitled')] });

    assert.equal(
      of(entry, { assignments: gap(), subject: aUser({ accountEnabled: undefined }), schema: gap() }).cause,
      'not-entitled',
    );
    assert.equal(of(entry, unassigned).cause, 'not-assigned');
  });

  it('needs no assignment where the step says that everybody is synchronised', () => {
    const step = scoped({ active: false, assigned: false, role: false });
    const entry = anEntry({
      status: 'skipped',
      steps: [{ ...step, details: { ...step.details, 'Scope sync all': 'True' } }, skip('NotEffectivelyEntitled')],
    });
    const found = of(entry, { ...unassigned, subject: aUser({ accountEnabled: false }) });

    assert.deepEqual([found.cause, found.also], ['disabled-in-source', []]);
  });

  it('concludes that everybody is synchronised from a create of somebody unassigned', () => {
    const created = anEntry({
      at: minutesAgo(20 * hours),
      steps: [scoped({ assigned: false, role: false }), { ...imported(), name: 'EntryExportAdd', type: 'export' }],
    });
    const found = diagnose(logged([created], unassigned));

    assert.equal(found.cause, 'provisioned');
    assert.equal(found.gates.find((gate) => gate.gate === 'assigned')?.now, 'open');
    assert.equal(found.now.differs, false);
  });
});

describe('a scoping filter that leaves somebody out', () => {
  it('is named with its clause, the wanted and the actual value', () => {
    const found = of(notEntitled(logsSales, {}, { department: 'sales' }), { ...lowercase, schema: salesOnly });

    assert.deepEqual([found.cause, found.expected], ['scoping-filter', false]);
    assert.deepEqual(found.clauses, [
      {
        filter: 'Sales only',
        attribute: 'department',
        operator: 'EQUALS',
        wanted: ['Sales'],
        actual: 'sales',
        actualThen: 'sales',
        // biome-ignore lint/suspicious/noThenProperty: the word for the past, never a function
        then: 'false',
        now: 'false',
        hint: 'case',
        abstained: undefined,
      },
    ]);
    assert.deepEqual(steps(found), ['correct-attribute-for-filter', 'change-filter']);
  });

  it('is known from the log alone where the schema cannot be read', () => {
    const found = of(notEntitled(logsSales), { ...lowercase, schema: gap('forbidden') });

    assert.equal(found.cause, 'scoping-filter');
    assert.equal(found.clauses[0]?.now, 'false');
    assert.ok(found.notes.some((note) => note.note === 'gap' && note.part === 'schema'));
  });

  it('asks nobody to correct an attribute that is not theirs to correct', () => {
    const entry = notEntitled({ filter: false, result: { 'F.dirSyncEnabled IS TRUE': false } });

    assert.deepEqual(
      steps(of(entry, { subject: aUser({ attributes: { onPremisesSyncEnabled: null } }), schema: gap() })),
      ['change-filter'],
    );
  });

  it('is expected for somebody whom nobody assigned, where everybody is synchronised', () => {
    const found = of(notEntitled(logsSales), { ...lowercase, ...unassigned, schema: salesOnly, syncAll: known(true) });

    assert.deepEqual([found.cause, found.expected], ['scoping-filter', true]);
  });

  it('is to be looked at when the log names no clause', () => {
    const entry = anEntry({
      status: 'skipped',
      steps: [skip('NotEffectivelyEntitled', { IsInProvisioningScope: 'False' })],
    });
    const found = of(entry, { schema: gap() });

    assert.equal(found.cause, 'scoping-filter');
    assert.deepEqual(steps(found), ['review-filter']);
  });

  it('leads to SMS sign-in for the filter of cross-tenant synchronisation', () => {
    const entry = notEntitled({
      filter: false,
      result: { "Filter external users.alternativeSecurityIds EQUALS 'None'": false },
    });
    const found = of(entry, { schema: gap() });

    assert.equal(found.cause, 'scoping-filter');
    assert.ok(steps(found).every((step) => step === 'condition:sms-sign-in-user'));
  });
});

describe('an attribute that is wanted', () => {
  const invalid = (property: string, importedDetails: Record<string, string> = { givenName: 'Maren' }) =>
    anEntry({
      status: 'skipped',
      steps: [imported(importedDetails), scoped(), skip('AttributeValidationFailed', { PropertyName: property })],
    });
  const withoutSurname = { subject: aUser({ attributes: { surname: null, givenName: 'Maren' } }) };

  it('is named with what feeds it, and what of that is empty', () => {
    const found = of(invalid('name.familyName'), withoutSurname);

    assert.deepEqual([found.verdict, found.cause, found.expected], ['skipped', 'required-attribute', false]);
    assert.deepEqual(found.property?.sources, [{ name: 'surname', value: null, empty: true }]);
    assert.deepEqual(steps(found), ['fill-required-attribute', 'add-mapping-default']);
  });

  it('is found whatever punctuation and schema its name has lost', () => {
    const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';
    const schema = aSchema(aMapping({ attributes: [mapped('name.familyName', 'surname'), mapped(urn, 'department')] }));

    assert.equal(of(invalid('namefamilyName'), { ...withoutSurname, schema }).property?.target, 'name.familyName');
    assert.equal(
      of(invalid('urnietfparamsscimschemasextensionenterprise20Userdepartment'), { schema }).property?.target,
      urn,
    );
    assert.equal(of(invalid('department'), { schema }).property?.target, urn);
  });

  it('may be fed by an expression or a constant, which are not ours to evaluate', () => {
    const attributes = [
      mapped('title', '', {
        source: {
          type: 'Function',
          name: 'Join',
          expression: 'Join(" ", [givenName], [surname])',
          inputs: ['givenName', 'surname'],
        },
      }),
    ];
    const found = of(invalid('title'), { ...withoutSurname, schema: aSchema(aMapping({ attributes })) });

    assert.equal(found.cause, 'required-attribute');
    assert.equal(found.property?.expression, 'Join(" ", [givenName], [surname])');
    assert.deepEqual(
      found.property?.sources.map((source) => source.empty),
      [false, true],
    );
  });

  it('still stands when the value is there and was there: then it is the wrong one', () => {
    assert.equal(of(invalid('name.familyName', { surname: 'Holt' })).cause, 'required-attribute');
  });

  it('is read out of the message of a failure', () => {
    const entry = anEntry({
      status: 'failure',
      error: { code: 'SalesforceRequiredFieldMissing', reason: 'Required fields are missing: [LastName]' },
      steps: [imported(), scoped()],
    });
    const schema = aSchema(aMapping({ attributes: [mapped('LastName', 'surname')] }));
    const found = of(entry, { ...withoutSurname, schema });

    assert.deepEqual(
      [found.verdict, found.cause, found.property?.target],
      ['failed', 'required-attribute', 'LastName'],
    );
  });

  it('may be the matching one: then nobody can be found by it', () => {
    const entry = anEntry({ status: 'skipped', steps: [imported(), skip('ImportSkipped')] });
    const schema = aSchema(aMapping({ attributes: [mapped('externalId', 'employeeId', { matchingPriority: 1 })] }));
    const found = of(entry, { schema, subject: aUser({ attributes: { employeeId: null } }) });

    assert.deepEqual([found.cause, found.matching?.target], ['matching-attribute', 'externalId']);
    assert.deepEqual(steps(found), ['fill-matching-attribute', 'change-matching-attribute']);
  });

  it('matches by the lowest priority above 0, and one attribute with a value is enough', () => {
    const attributes = [
      mapped('b', 'mail', { matchingPriority: 2 }),
      mapped('c', 'surname'),
      mapped('a', 'employeeId', { matchingPriority: 1 }),
    ];
    const entry = anEntry({ status: 'skipped', steps: [skip('EntryJoiningPropertyValueIsMissing')] });
    const found = of(entry, {
      schema: aSchema(aMapping({ attributes })),
      subject: aUser({ attributes: { employeeId: null } }),
    });

    assert.equal(found.matching?.target, 'a');
    assert.equal(found.gates.find((gate) => gate.gate === 'matching')?.now, 'open');
  });
});
