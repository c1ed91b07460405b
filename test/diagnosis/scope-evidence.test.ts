import assert from 'node:assert/strict';
import { readClause, readScopeEvaluation } from '../../src/diagnosis/scope-clause.ts';
import { readScope, readSkipText } from '../../src/diagnosis/scope-evidence.ts';
import { anEntry, aStep, scoped, skip } from './builders.ts';

const sentence = {
  active: 'This object is not active in the source system.',
  assigned:
    'This object is not assigned to the application. If you did not expect the object to be skipped, assign the object to the application or change your scoping filter to allow all users and groups to be in scope for provisioning.',
  role: "This object does not have required entitlement for provisioning. If you did not expect the object to be skipped, update the provisioning scope to 'Sync all users and groups' or assign the object to the application with entitlement of provisioning category",
  filter:
    'This object did not pass a scoping filter. If you did not expect the object to be skipped, please review your scoping filters and ensure that the object passes your specified scoping criteria.',
};

function numbered(...sentences: readonly string[]): string {
  return `The User 'x' will be skipped due to the following reasons: ${sentences.map((one, index) => `${index + 1}) ${one}`).join(' ')}`;
}

function gatesOf(found: { active: string; assigned: string; role: string; filter: string } | undefined) {
  return found && [found.active, found.assigned, found.role, found.filter];
}

describe('scope evidence', () => {
  it("reads today's labels, whatever the type of object in the role's label", () => {
    const step = scoped({ assigned: false });
    const group = {
      ...step,
      details: { ...step.details, 'Group has the required role': 'False', 'User has the required role': 'False' },
    };

    assert.deepEqual(gatesOf(readScope(anEntry({ status: 'skipped', steps: [group] }))), [
      'open',
      'shut',
      'shut',
      'open',
    ]);
  });

  it('reads the labels of 2020', () => {
    const details = {
      IsActive: 'True',
      Assigned: 'False',
      IsEffectivelyEntitledForProvisioning: 'False',
      IsInProvisioningScopeDisplayName: 'False',
    };
    const steps = [aStep({ name: 'EntrySynchronizationScoping', type: 'scoping', details })];

    assert.deepEqual(gatesOf(readScope(anEntry({ status: 'skipped', steps }))), ['open', 'shut', 'shut', 'shut']);
  });

  it('minds neither case nor blanks of labels and values, nor the type of the step', () => {
    const details = { 'active  in the Source System': 'true', 'ASSIGNED TO THE APPLICATION': ' FALSE ' };
    const steps = [aStep({ name: 'EntrySynchronizationScoping', type: 'unknown', details })];

    assert.deepEqual(gatesOf(readScope(anEntry({ status: 'skipped', steps }))), ['open', 'shut', 'unknown', 'unknown']);
  });

  it('reads the fields of the skip step where there is no scoping step', () => {
    const steps = [
      skip('NotEffectivelyEntitled', {
        IsActive: 'True',
        'Assigned to the application': 'True',
        IsInProvisioningScope: 'False',
      }),
    ];

    assert.deepEqual(gatesOf(readScope(anEntry({ status: 'skipped', steps }))), ['open', 'open', 'unknown', 'shut']);
  });

  it('does not take exported attributes for gates', () => {
    const steps = [aStep({ name: 'EntryExportAdd', type: 'export', details: { active: 'False', Assigned: 'False' } })];

    assert.deepEqual(gatesOf(readScope(anEntry({ steps }))), ['unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('takes "{}" for an app without a filter', () => {
    const steps = [
      aStep({ name: 'EntrySynchronizationScoping', type: 'scoping', details: { ScopeEvaluationResult: '{}' } }),
    ];

    assert.equal(readScope(anEntry({ steps })).filter, 'open');
  });

  it('finds the filter shut when every named filter has a false clause, and open when one passes', () => {
    const result = (value: Record<string, boolean>) =>
      readScope(
        anEntry({
          steps: [
            aStep({
              name: 'EntrySynchronizationScoping',
              type: 'scoping',
              details: { ScopeEvaluationResult: JSON.stringify(value) },
            }),
          ],
        }),
      ).filter;

    assert.equal(result({ "A.city EQUALS 'Oslo'": true, "A.department EQUALS 'Sales'": false }), 'shut');
    assert.equal(result({ "A.city EQUALS 'Oslo'": false, "B.department EQUALS 'Sales'": true }), 'open');
  });

  it('lets the role field outrank the entitlement sentence', () => {
    const steps = [scoped(), skip('NotEffectivelyEntitled', {}, numbered(sentence.role))];

    assert.equal(readScope(anEntry({ status: 'skipped', steps })).role, 'open');
  });

  it('notes when the step says that everybody is synchronised', () => {
    const step = scoped({ assigned: false });
    const steps = [{ ...step, details: { ...step.details, 'Scope sync all': 'True' } }];

    assert.equal(readScope(anEntry({ steps })).syncAll, true);
  });
});

describe('a clause of ScopeEvaluationResult', () => {
  const parts = (text: string) => {
    const { filter, attribute, operator, values } = readClause(text, false);
    return [filter, attribute, operator, ...values];
  };

  it('is split into filter, attribute, operator and value', () => {
    assert.deepEqual(parts("Marketing department filter.department EQUALS 'Marketing'"), [
      'Marketing department filter',
      'department',
      'EQUALS',
      'Marketing',
    ]);
    assert.deepEqual(parts('On-prem Owned Users.dirSyncEnabled IS TRUE'), [
      'On-prem Owned Users',
      'dirSyncEnabled',
      'IS TRUE',
    ]);
  });

  it('may have dots, quotes and apostrophes in its names', () => {
    assert.deepEqual(parts("v2.1 \"Bob's\" filter.country NOT EQUALS 'NO'"), [
      'v2.1 "Bob\'s" filter',
      'country',
      'NOT EQUALS',
      'NO',
    ]);
    assert.deepEqual(parts("Sales.EMEA.department EQUALS 'x'"), ['Sales.EMEA', 'department', 'EQUALS', 'x']);
  });

  it('may have operators, quotes and dots inside its value', () => {
    assert.deepEqual(parts("F.jobTitle EQUALS 'Head of a.b EQUALS 'c''"), [
      'F',
      'jobTitle',
      'EQUALS',
      "Head of a.b EQUALS 'c'",
    ]);
    assert.deepEqual(parts("F.mail REGEX MATCH '.*@o'neil\\.example'"), [
      'F',
      'mail',
      'REGEX MATCH',
      ".*@o'neil\\.example",
    ]);
    assert.deepEqual(parts("F.department EQUALS ''"), ['F', 'department', 'EQUALS', '']);
  });

  it('may have no name, another spelling of the operator, or a number', () => {
    assert.deepEqual(parts(".department equals 'x'"), ['', 'department', 'equals', 'x']);
    assert.deepEqual(parts("department EQUALS 'x'"), ['', 'department', 'EQUALS', 'x']);
    assert.deepEqual(parts("F.level Greater_Than_OR_EQUALS '5'"), ['F', 'level', 'Greater_Than_OR_EQUALS', '5']);
    assert.deepEqual(parts('F.level Greater_Than 5'), ['F', 'level', 'Greater_Than', '5']);
  });

  it('keeps an operator that nobody knows', () => {
    assert.deepEqual(parts("F.department STARTS_WITH 'S'"), ['F', 'department', 'STARTS_WITH', 'S']);
  });

  it('is read from JSON that is escaped twice or cut off', () => {
    assert.equal(readScopeEvaluation('{\\"F.city IS NULL\\":false}')?.[0]?.attribute, 'city');
    assert.equal(readScopeEvaluation('{"F.city IS NULL":false,"F.dep')?.length, 1);
    assert.deepEqual(readScopeEvaluation('{}'), []);
    assert.equal(readScopeEvaluation('nothing'), undefined);
  });
});

describe('a pasted message about a skip', () => {
  it('gives the gate of each numbered sentence', () => {
    assert.deepEqual(gatesOf(readSkipText(numbered(sentence.active))), ['shut', 'unknown', 'unknown', 'unknown']);
    assert.deepEqual(gatesOf(readSkipText(numbered(sentence.assigned, sentence.role))), [
      'unknown',
      'shut',
      'shut',
      'unknown',
    ]);
    assert.deepEqual(gatesOf(readSkipText(numbered(sentence.assigned, sentence.role, sentence.filter))), [
      'unknown',
      'shut',
      'shut',
      'shut',
    ]);
  });

  it('does not take the advice inside a sentence for another reason', () => {
    assert.deepEqual(gatesOf(readSkipText(sentence.role)), ['unknown', 'unknown', 'shut', 'unknown']);
    assert.deepEqual(gatesOf(readSkipText(sentence.filter)), ['unknown', 'unknown', 'unknown', 'shut']);
  });

  it('bears drift of the wording and the quotes of a mail client', () => {
    const drifted =
      'The User ‘kim’ will be skipped due to the following reasons: 1) This object isn’t assigned to the app.\r\n2) The object doesn’t have the required entitlement for provisioning.';

    assert.deepEqual(gatesOf(readSkipText(drifted)), ['unknown', 'shut', 'shut', 'unknown']);
    assert.equal(readSkipText(drifted)?.skipReason, 'NotEffectivelyEntitled');
  });

  it('reads a whole log page as somebody copied it into a forum', () => {
    const found = readSkipText(
      [
        'EntrySynchronizationSkip',
        'Result: Skipped',
        "Description: The user 'x' was skipped for the following reasons:",
        'This object is not assigned to the application. If this behavior is not expected, assign the object to the application.',
        'This object does not have the required entitlement for provisioning.',
        'This object did not pass a scoping filter.',
        'Scope evaluation result:',
        '{“On-prem Owned Users.dirSyncEnabled IS TRUE”: false}',
        'SkipReason: NotEffectivelyEntitled',
        'IsActive: True',
        'Assigned to the application: False',
        'IsInProvisioningScope: False',
      ].join('\n\n'),
    );

    assert.equal(found?.skipReason, 'NotEffectivelyEntitled');
    assert.deepEqual(gatesOf(found), ['open', 'shut', 'shut', 'shut']);
    assert.deepEqual(found?.clauses[0], {
      filter: 'On-prem Owned Users',
      attribute: 'dirSyncEnabled',
      operator: 'IS TRUE',
      values: [],
      passed: false,
    });
  });

  it('reads the audit form of 2019', () => {
    const found = readSkipText(
      'User details: Skip reason = NotEffectivelyEntitled, Active = True, Assigned = False, Passed scope filter: True;',
    );

    assert.equal(found?.skipReason, 'NotEffectivelyEntitled');
    assert.deepEqual(gatesOf(found), ['open', 'shut', 'unknown', 'open']);
  });

  it('reads a table copied from the portal', () => {
    const found = readSkipText(
      'SkipReason\tNotEffectivelyEntitled\nIsActive\tTrue\nAssigned to the application\tTrue\nIsInProvisioningScope\tFalse\nScopeEvaluationResult\t{"Nurses.department EQUALS \'Ward 3\'":false}',
    );

    assert.deepEqual(gatesOf(found), ['open', 'open', 'unknown', 'shut']);
    assert.deepEqual(
      found?.clauses.map((clause) => [clause.filter, clause.attribute, clause.passed]),
      [['Nurses', 'department', false]],
    );
  });

  it('knows the templates of the other skip reasons, and the property one of them names', () => {
    const invalid = readSkipText(
      "User 'x@y.example' will be skipped because the value of the property name.familyName is missing or invalid. Please update the value.",
    );

    assert.equal(invalid?.skipReason, 'AttributeValidationFailed');
    assert.equal(invalid?.property, 'name.familyName');
    assert.equal(
      readSkipText('The state of the user in both the source and target systems already match.')?.skipReason,
      'RedundantExport',
    );
  });

  it('makes nothing of a text that is not about a skip', () => {
    assert.equal(readSkipText('why was alice skipped in the app?'), undefined);
    assert.equal(readSkipText(''), undefined);
    assert.equal(readSkipText('Determine if User in scope by evaluating against each scoping filter'), undefined);
  });
});
