import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withSchemaNames } from '../../src/entra/attribute-names.ts';
import { credentialFor, scopeOf } from '../../src/entra/credential.ts';
import { toInstant } from '../../src/entra/outside.ts';
import { literal, orFilters, path, searchClause, tidy, toGuid } from '../../src/entra/query.ts';
import { parseRetryAfter } from '../../src/entra/retry-after.ts';
import { beginnings, orders, spellings, withOneMark, withoutAccents } from '../../src/entra/spellings.ts';

const now = new Date('2026-11-20T10:00:00Z');

describe('Retry-After', () => {
  const cases: readonly (readonly [string | undefined, number | undefined])[] = [
    ['10', 10_000],
    ['2.128', 2128],
    ['0', 0],
    [' 3 ', 3000],
    ['Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['999999999', 86_400_000],
    ['Fri, 20 Nov 2099 10:00:00 GMT', 86_400_000],
    ['', undefined],
    [undefined, undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['1e9', undefined],
  ];
  for (const [value, expected] of cases) {
    it(`of ${JSON.stringify(value)} asks to wait ${expected} ms`, () => {
      assert.equal(parseRetryAfter(value, now), expected);
    });
  }

  it('never asks for less than nothing or more than a day', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const ms = parseRetryAfter(text, now);
        assert.ok(ms === undefined || (ms >= 0 && ms <= 86_400_000));
      }),
    );
  });
});

describe('a credential', () => {
  it('is the given token, without the word that a copy may bring along', () => {
    assert.deepEqual(credentialFor({ graphToken: ' Bearer abc.def \n' }), { token: 'abc.def' });
  });

  it('signs in only when a token is wanted', () => {
    const credential = credentialFor({ graphToken: ' ' });

    assert.ok('getToken' in credential);
  });

  it('asks for the scope of its cloud', () => {
    assert.equal(scopeOf('https://graph.microsoft.com'), 'https://graph.microsoft.com/.default');
    assert.equal(scopeOf('https://dod-graph.microsoft.us/'), 'https://dod-graph.microsoft.us/.default');
  });
});

describe('a query', () => {
  it('keeps any text inside of its literal', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inner = literal(text).slice(1, -1);
        assert.doesNotMatch(inner.replaceAll("''", ''), /'/);
        assert.equal(inner.replaceAll("''", "'"), text);
      }),
    );
  });

  it('keeps any text inside of its search clause', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        assert.equal(
          JSON.parse(`"${searchClause('p', text.replace(/[\p{Cc}]/gu, '')).slice(1, -1)}"`),
          `p:${text.replace(/[\p{Cc}]/gu, '')}`,
        ),
      ),
    );
  });

  it('keeps any text inside of its option', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const query = new URL(`http://x${path('/users', { $filter: text, $top: 5, $skip: undefined })}`).searchParams;
        assert.deepEqual(
          [query.get('$filter'), query.get('$top'), query.has('$skip')],
          [text.toWellFormed(), '5', false],
        );
      }),
    );
  });

  it('makes one line of an asker’s text, and no long one', () => {
    assert.equal(tidy(' Alice\n\tSmith\u0000\u200b '), 'Alice Smith');
    assert.ok(tidy('x'.repeat(100_000)).length <= 120);
  });

  it('knows an object id in any dress', () => {
    const id = '872a1060-499e-422c-8d81-a2c183d22f73';
    assert.deepEqual([id, ` {${id.toUpperCase()}} `, `${id}0`, 'alice'].map(toGuid), [id, id, undefined, undefined]);
  });

  it('parts clauses into filters of fifteen', () => {
    assert.deepEqual(
      orFilters(Array.from({ length: 31 }, () => 'x')).map((filter) => filter.split(' or ').length),
      [15, 15, 1],
    );
    assert.deepEqual(orFilters([]), []);
  });
});

describe('the spellings of a name', () => {
  it('are with and without marks, with plain and typographic apostrophes', () => {
    assert.deepEqual(spellings('Núñez'), ['Núñez', 'Nunez']);
    assert.deepEqual(spellings('O`Brien'), ["O'Brien", 'O`Brien', 'O’Brien']);
    assert.equal(withoutAccents('Søren Łukasz Straße Çelik'), 'Soren Lukasz Strasse Celik');
  });

  it('are in the orders of directories', () => {
    assert.deepEqual(orders('Alice Smith'), ['Alice Smith', 'Smith, Alice', 'Smith Alice', 'Alice, Smith']);
    assert.deepEqual(orders('Smith, Alice'), ['Smith, Alice', 'Alice Smith']);
    assert.deepEqual(orders('Alice'), ['Alice']);
  });

  it('bear the marks that an asker may have left out', () => {
    assert.ok(withOneMark('jose', 14).includes('josé'));
    assert.ok(withOneMark('munoz', 14).includes('muñoz'));
    assert.deepEqual(withOneMark('José', 14), []);
    assert.deepEqual(beginnings('mun', 3, 3)[0], 'mun');
    assert.ok(beginnings('munoz', 3, 12).includes('muñ'));
  });

  it('are few, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        assert.ok(spellings(text).length <= 4);
        assert.ok(withOneMark(text, 14).length <= 14);
        assert.ok(beginnings(text, 3, 12).length <= 12);
      }),
    );
  });
});

describe('names of attributes', () => {
  it('never overwrite what was read under that name', () => {
    assert.equal(withSchemaNames({ mobile: 'own', mobilePhone: 'other' }).mobile, 'own');
    assert.equal(withSchemaNames({ businessPhones: [] }).telephoneNumber, null);
  });
});

describe('an instant', () => {
  const cases: readonly (readonly [unknown, string | undefined])[] = [
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00.1234567Z', '2026-11-20T10:00:00.123Z'],
    ['2026-11-20T11:00:00+01:00', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20 10:00:00', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', undefined],
    ['2026-13-45T99:00:00Z', undefined],
    ['11/20/2026', undefined],
    ['', undefined],
    [null, undefined],
    [1_700_000_000_000, undefined],
  ];
  for (const [value, expected] of cases) {
    it(`of ${JSON.stringify(value)} is ${expected}`, () => {
      assert.equal(toInstant(value), expected);
    });
  }
});
