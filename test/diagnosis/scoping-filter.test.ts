import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AttributeValue, FilterGroup } from '../../src/diagnosis/evidence.ts';
import { evaluateClause } from '../../src/diagnosis/filter-clause.ts';
import { evaluateFilter } from '../../src/diagnosis/scoping-filter.ts';
import { independent } from './independent-filter.ts';

function result(operator: string, values: readonly string[], value: AttributeValue | undefined, type?: string) {
  return evaluateClause(
    { attribute: 'department', operator, values },
    value,
    type === undefined ? undefined : { type, multivalued: false },
  );
}

const passed = (operator: string, values: readonly string[], value: AttributeValue | undefined, type?: string) =>
  result(operator, values, value, type).result;

describe('a clause of a scoping filter', () => {
  it('EQUALS minds the case and blanks, and says which of them differs', () => {
    assert.deepEqual(result('EQUALS', ['Sales'], 'Sales'), { result: 'true' });
    assert.deepEqual(result('EQUALS', ['Sales'], 'sales'), { result: 'false', hint: 'case' });
    assert.deepEqual(result('EQUALS', ['Sales'], 'Sales '), { result: 'false', hint: 'whitespace' });
    assert.deepEqual(result('EQUALS', ['Sales'], 'Marketing'), { result: 'false' });
  });

  it('NOT EQUALS minds the case too', () => {
    assert.equal(passed('NOT EQUALS', ['Sales'], 'sales'), 'true');
    assert.equal(passed('NOT EQUALS', ['Sales'], 'Sales'), 'false');
  });

  it('is false on an empty value, whatever the operator, but for IS NULL', () => {
    for (const operator of [
      'EQUALS',
      'NOT EQUALS',
      'IS TRUE',
      'IS FALSE',
      'REGEX MATCH',
      'NOT REGEX MATCH',
      'IS NOT NULL',
      'Includes',
      'ENDS_WITH',
      'Greater_Than',
    ]) {
      assert.deepEqual(result(operator, ['1'], null), { result: 'false', hint: 'empty' }, operator);
      assert.deepEqual(result(operator, ['1'], ''), { result: 'false', hint: 'empty' }, operator);
    }
    assert.equal(passed('IS NULL', [], null), 'true');
    assert.equal(passed('IS NULL', [], ''), 'true');
    assert.equal(passed('IS NULL', [], 'x'), 'false');
    assert.equal(passed('IS NOT NULL', [], 'x'), 'true');
  });

  it('reads booleans in every spelling', () => {
    assert.equal(passed('IS TRUE', [], true), 'true');
    assert.equal(passed('IS TRUE', [], 'true'), 'true');
    assert.equal(passed('IS FALSE', [], 'False'), 'true');
    assert.equal(passed('IS FALSE', [], true), 'false');
    assert.equal(passed('EQUALS', ['True'], true), 'true');
    assert.equal(passed('EQUALS', ['true'], false), 'false');
    assert.equal(result('IS TRUE', [], 'perhaps').result, 'unknown');
  });

  it('compares integers as numbers, however long', () => {
    assert.equal(passed('Greater_Than', ['5'], 10), 'true');
    assert.equal(passed('GREATER_THAN', ['5'], '5'), 'false');
    assert.equal(passed('Greater_Than_OR_EQUALS', ['5'], '5'), 'true');
    assert.equal(passed('greater than', ['9007199254740993'], '9007199254740994'), 'true');
    assert.equal(passed('EQUALS', ['05'], 5), 'true');
    assert.equal(passed('EQUALS', ['05'], '5'), 'false');
    assert.equal(passed('EQUALS', ['05'], '5', 'Integer'), 'true');
    assert.deepEqual(result('Greater_Than', ['5'], 'many'), { result: 'unknown', abstained: 'not-a-number' });
  });

  it('Includes minds the case; ENDS_WITH claims nothing where only the case differs', () => {
    assert.equal(passed('Includes', ['les'], 'Sales'), 'true');
    assert.deepEqual(result('INCLUDES', ['LES'], 'Sales'), { result: 'false', hint: 'case' });
    assert.equal(passed('ENDS_WITH', ['les'], 'Sales'), 'true');
    assert.equal(passed('ENDS_WITH', ['x'], 'Sales'), 'false');
    assert.equal(passed('ends with', ['LES'], 'Sales'), 'unknown');
  });

  it('never evaluates a regex on a value', () => {
    assert.deepEqual(result('REGEX MATCH', ['.*'], 'Sales'), { result: 'unknown', abstained: 'regex' });
    assert.deepEqual(result('not_regex_match', ['^x$'], 'Sales'), { result: 'unknown', abstained: 'regex' });
  });

  it('abstains from what cannot be known here, and says why', () => {
    const clause = (attribute: string, operator = 'EQUALS') => ({ attribute, operator, values: ['x'] });

    assert.equal(evaluateClause(clause('department'), undefined).abstained, 'not-read');
    assert.equal(evaluateClause(clause('otherMails'), ['x']).abstained, 'multi-valued');
    assert.equal(
      evaluateClause(clause('proxyAddresses'), 'x', { type: 'String', multivalued: true }).abstained,
      'multi-valued',
    );
    assert.equal(evaluateClause(clause('StatusHireDate'), '2026-01-01').abstained, 'date');
    assert.equal(
      evaluateClause(clause('employeeHireDate'), '2026-01-01', { type: 'DateTime', multivalued: false }).abstained,
      'date',
    );
    for (const attribute of ['userType', 'manager', 'appRoleAssignments', 'members']) {
      assert.equal(evaluateClause(clause(attribute), 'x').abstained, 'unsupported-attribute', attribute);
    }
    for (const operator of ['&', '!&', 'IsMemberOf', 'constructor', '']) {
      assert.equal(evaluateClause(clause('department', operator), 'x').abstained, 'unknown-operator', operator);
    }
    assert.equal(evaluateClause(clause('userPrincipalName'), 'a_b.example#EXT#@c.example').abstained, 'guest-name');
  });

  it('claims nothing where several wanted values disagree', () => {
    assert.equal(passed('EQUALS', ['Sales', 'Marketing'], 'Sales'), 'unknown');
    assert.equal(passed('EQUALS', ['Sales', 'Marketing'], 'HR'), 'false');
    assert.equal(passed('EQUALS', [], 'HR'), 'unknown');
  });
});

describe('a scoping filter', () => {
  const values = new Map<string, AttributeValue>([
    ['department', 'Sales'],
    ['city', 'Oslo'],
    ['country', null],
  ]);
  const evaluate = (...scope: readonly FilterGroup[]) => evaluateFilter(scope, (name) => values.get(name)).result;
  const group = (...clauses: readonly (readonly [string, string, string?])[]): FilterGroup => ({
    name: 'F',
    clauses: clauses.map(([attribute, operator, value]) => ({
      attribute,
      operator,
      values: value === undefined ? [] : [value],
    })),
  });

  it('lets everybody pass when it has no groups', () => {
    assert.equal(evaluate(), 'true');
  });

  it('joins clauses by AND and groups by OR', () => {
    assert.equal(evaluate(group(['department', 'EQUALS', 'Sales'], ['city', 'EQUALS', 'Bergen'])), 'false');
    assert.equal(evaluate(group(['department', 'EQUALS', 'HR']), group(['city', 'EQUALS', 'Oslo'])), 'true');
  });

  it('is false for a false clause whatever cannot be known beside it', () => {
    assert.equal(evaluate(group(['department', 'REGEX MATCH', '.*'], ['city', 'EQUALS', 'Bergen'])), 'false');
  });

  it('is true for one surely true group whatever cannot be known beside it', () => {
    assert.equal(evaluate(group(['department', 'REGEX MATCH', '.*']), group(['city', 'EQUALS', 'Oslo'])), 'true');
  });

  it('is not known when a clause that decides is not', () => {
    assert.equal(evaluate(group(['department', 'REGEX MATCH', '.*'], ['city', 'EQUALS', 'Oslo'])), 'unknown');
    assert.equal(evaluate(group(['unread', 'EQUALS', 'x'])), 'unknown');
    assert.equal(evaluate({ name: 'empty', clauses: [] }), 'unknown');
  });

  it('agrees with an evaluator that is built otherwise, on any filter and any person', () => {
    const value = fc.oneof(
      fc.constantFrom<AttributeValue | undefined>(
        null,
        '',
        'Sales',
        'sales',
        'Sales ',
        '5',
        '10',
        'True',
        'false',
        true,
        false,
        5,
        12,
        undefined,
      ),
      fc.constant<AttributeValue>(['a', 'b']),
    );
    const clause = fc.record({
      attribute: fc.constantFrom('a', 'b', 'c', 'userType', 'startDate'),
      operator: fc.constantFrom(
        'EQUALS',
        'NOT EQUALS',
        'IS TRUE',
        'IS FALSE',
        'IS NULL',
        'IS NOT NULL',
        'REGEX MATCH',
        'NOT REGEX MATCH',
        'Greater_Than',
        'Greater_Than_OR_EQUALS',
        'Includes',
        'ENDS_WITH',
        'IsMemberOf',
      ),
      values: fc.array(fc.constantFrom('Sales', 'sales', '5', '10', 'True', 'ales', 'ALES'), {
        minLength: 1,
        maxLength: 1,
      }),
    });
    const scope = fc.array(
      fc.record({ name: fc.constant('F'), clauses: fc.array(clause, { minLength: 1, maxLength: 4 }) }),
      { maxLength: 4 },
    );

    fc.assert(
      fc.property(
        scope,
        fc.record({ a: value, b: value, c: value, userType: value, startDate: value }),
        (groups, person) => {
          const read = (name: string) => person[name as keyof typeof person];

          assert.equal(evaluateFilter(groups, read).result, independent(groups, read));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never turns from pass to fail when another group is added, nor from fail to pass when a clause is', () => {
    const clause = fc.record({
      attribute: fc.constantFrom('department', 'city', 'country', 'unread'),
      operator: fc.constantFrom('EQUALS', 'NOT EQUALS', 'IS NULL', 'REGEX MATCH'),
      values: fc.constantFrom(['Sales'], ['Oslo']),
    });
    const clauses = fc.array(clause, { minLength: 1, maxLength: 3 });

    fc.assert(
      fc.property(clauses, clauses, clause, (one, other, added) => {
        const alone = evaluate({ name: 'A', clauses: one });

        if (alone === 'true')
          assert.equal(evaluate({ name: 'A', clauses: one }, { name: 'B', clauses: other }), 'true');
        if (alone === 'false') assert.equal(evaluate({ name: 'A', clauses: [...one, added] }), 'false');
      }),
    );
  });
});
