import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GraphError } from '../../src/sandbox/graph-error.ts';
import { holds, within } from '../../src/sandbox/odata-evaluate.ts';
import { parseFilter } from '../../src/sandbox/odata-filter.ts';

const person = {
  displayName: "Carol O'Brien",
  accountEnabled: true,
  tags: ['a', 'B'],
  age: 40,
  createdDateTime: '2026-11-01T08:00:00Z',
  department: null,
  name: { given: 'Carol' },
};

function matches(filter: string, caseSensitive = false): boolean {
  return holds(parseFilter(filter), (path) => within(person, path), { caseSensitive: () => caseSensitive });
}

describe('the filter of the sandbox', () => {
  for (const [filter, expected] of [
    ["displayName eq 'carol o''brien'", true],
    ["displayName ne 'Carol O''Brien'", false],
    ["startswith(displayName,'carol') and accountEnabled eq true", true],
    ["startsWith(displayName,'x') or endsWith(displayName,'BRIEN')", true],
    ["not(contains(displayName,'zoe'))", true],
    ['NOT accountEnabled eq true', false],
    ["name/given in ('Alice','carol')", true],
    ["tags/any(t:t eq 'b')", true],
    ["tags/any(t:startswith(t,'c'))", false],
    ['department eq null', true],
    ['department ne null', false],
    ['createdDateTime gt 2026-10-31 and createdDateTime lt 2026-11-01T08:00:01Z', true],
    ['age ge 40 and age le 40', true],
    ['age gt 40', false],
    // `and` binds tighter than `or`.
    ['accountEnabled eq true or accountEnabled eq true and accountEnabled eq false', true],
    ['(accountEnabled eq true or accountEnabled eq true) and accountEnabled eq false', false],
    ["name/given eq microsoft.graph.firstName'Carol'", true],
  ] as const) {
    it(`takes ${filter} as ${expected}`, () => {
      assert.equal(matches(filter), expected);
    });
  }

  it('minds the case where it is told to, and lowers what tolower() is put around', () => {
    assert.equal(matches("displayName eq 'carol o''brien'", true), false);
    assert.equal(matches("tolower(displayName) eq 'carol o''brien'", true), true);
    assert.equal(matches("contains(tolower(displayName),'Carol')", true), false);
  });

  it('never ends in anything but a filter or a refusal', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      ',',
      "'",
      "'a'",
      'and',
      'or',
      'not',
      'eq',
      'in',
      'startswith',
      'any',
      'displayName',
      '/',
      ':',
      't',
      '1',
      'true',
      'null',
      '2026-11-01',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((list) => list.join(' ')),
        ),
        (text) => {
          try {
            parseFilter(text);
          } catch (error) {
            assert.ok(error instanceof GraphError);
            assert.equal(error.status, 400);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses a filter nested without end', () => {
    assert.throws(() => parseFilter(`${'('.repeat(5000)}a eq 1${')'.repeat(5000)}`), GraphError);
    assert.throws(() => parseFilter(`${'not '.repeat(5000)}a eq 1`), GraphError);
  });

  it('agrees with a string comparison on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (actual, wanted) => {
        const filter = parseFilter(`x eq '${wanted.replaceAll("'", "''")}'`);
        assert.equal(
          holds(filter, () => actual, { caseSensitive: () => true }),
          actual === wanted,
        );
      }),
    );
  });
});
