import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LogEntry } from '../../src/diagnosis/evidence.ts';
import { tallyProblems } from '../../src/diagnosis/tally-problems.ts';
import {
  aFailure,
  anEntry,
  aSuccess,
  exported,
  imported,
  minutesAgo,
  notEntitled,
  now,
  scoped,
  skip,
} from './builders.ts';

const outcomes = [
  'created',
  'inSync',
  'noLicence',
  'conflict',
  'unknownCode',
  'missingValue',
  'disabled',
  'silent',
] as const;
type Outcome = (typeof outcomes)[number];

interface Event {
  readonly person: number;
  readonly minutes: number;
  readonly outcome: Outcome;
}

function personal(person: number, minutes: number): Partial<LogEntry> {
  return {
    at: minutesAgo(minutes),
    source: { id: `PERSON-${person}`, name: `Person ${person}`, type: 'User', details: {} },
  };
}

function entryOf({ person, minutes, outcome }: Event): LogEntry {
  return shaped(personal(person, minutes), outcome);
}

function shaped(about: Partial<LogEntry>, outcome: Outcome): LogEntry {
  switch (outcome) {
    case 'created':
      return aSuccess(about);
    case 'disabled':
      return aSuccess({ ...about, action: 'disable' });
    case 'silent':
      // Only what was read: it tells nothing.
      return anEntry({ ...about, action: 'other', steps: [imported()] });
    case 'inSync':
      return anEntry({
        ...about,
        action: 'other',
        status: 'skipped',
        steps: [imported(), scoped(), skip('RedundantExport')],
      });
    case 'missingValue':
      return anEntry({ ...about, status: 'skipped', steps: [imported(), scoped(), skip('AttributeValidationFailed')] });
    case 'noLicence':
      return aFailure('SalesforceLicenseLimitExceeded', 'no licence', about);
    case 'conflict':
      return aFailure('EntryConflict', 'taken', about);
    case 'unknownCode':
      return aFailure('ShardFrozen', 'the shard is frozen', about);
  }
}

/** What each comes to, by the documentation; undefined: nothing to look at. */
const truths: Readonly<Record<Exclude<Outcome, 'silent'>, readonly ['failed' | 'skipped', string] | undefined>> = {
  created: undefined,
  disabled: undefined,
  inSync: undefined,
  missingValue: ['skipped', 'required-attribute'],
  noLicence: ['failed', 'license-limit'],
  conflict: ['failed', 'value-conflict'],
  unknownCode: ['failed', 'unrecognised ShardFrozen'],
};

/** Whoever has time and memory: all events of a person, the newest that tells something decides. */
function naive(events: readonly Event[], wanted: 'failed' | 'skipped' | undefined): Record<string, number> {
  const groups: Record<string, number> = {};
  for (const own of Map.groupBy(events, ({ person }) => person).values()) {
    const newest = own
      .toSorted((one, other) => one.minutes - other.minutes)
      .find(({ outcome }) => outcome !== 'silent');
    if (!newest || newest.outcome === 'silent') continue;
    const truth = truths[newest.outcome];
    if (!truth || (wanted && wanted !== truth[0])) continue;
    const key = truth.join(' ');
    groups[key] = (groups[key] ?? 0) + 1;
  }
  return groups;
}

function tallied(entries: readonly LogEntry[], outcome: 'failed' | 'skipped' | undefined) {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known;
  };
  const tally = tallyProblems({ outcome, now, numberOf });
  for (const entry of entries) {
    const added = tally.add(entry);
    if (added && 'doubt' in added) tally.settle(added.doubt, added.doubt.evidence);
  }
  return tally.reading();
}

describe('the problems of an app', () => {
  const event = fc.record({
    person: fc.integer({ min: 0, max: 12 }),
    minutes: fc.integer({ min: 0, max: 40_000 }),
    outcome: fc.constantFrom(...outcomes),
  });
  // Entries of one moment are in no order that anybody knows.
  const log = fc.uniqueArray(event, { maxLength: 60, selector: ({ minutes }) => minutes });

  it('are those of a naive evaluator, in whatever order the entries come', () => {
    fc.assert(
      fc.property(
        log,
        fc.constantFrom('failed', 'skipped', undefined),
        fc.boolean(),
        (events, outcome, newestFirst) => {
          const entries = events.map(entryOf);
          const ordered = newestFirst ? entries.toSorted((one, other) => (one.at < other.at ? 1 : -1)) : entries;
          const { groups, total } = tallied(ordered, outcome);
          const wanted = naive(events, outcome);

          const got = Object.fromEntries(
            groups.map((group) => {
              const { cause } = group;
              const key = `${group.outcome} ${cause}${cause === 'unrecognised' ? ` ${group.code}` : ''}`;
              return [key, group.count];
            }),
          );
          assert.deepEqual(got, wanted);
          assert.equal(
            total,
            Object.values(wanted).reduce((sum, size) => sum + size, 0),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('name the newest people of each cause, the ten newest of many', () => {
    const events = Array.from(
      { length: 40 },
      (_, index): Event => ({ person: index, minutes: index + 1, outcome: 'conflict' }),
    );

    const { groups } = tallied(events.map(entryOf), undefined);

    assert.equal(groups[0]?.count, 40);
    assert.deepEqual(
      groups[0]?.people.map(({ name }) => name),
      Array.from({ length: 10 }, (_, index) => `Person ${index}`),
    );
  });

  it('are over for somebody who came through since', () => {
    const { groups, recovered } = tallied(
      [
        entryOf({ person: 1, minutes: 10, outcome: 'created' }),
        entryOf({ person: 1, minutes: 50, outcome: 'noLicence' }),
        entryOf({ person: 2, minutes: 60, outcome: 'noLicence' }),
      ],
      'failed',
    );

    assert.deepEqual(
      groups.map(({ count, people }) => [count, people[0]?.name]),
      [[1, 'Person 2']],
    );
    assert.equal(recovered, 1);
  });

  it('are explained by the failure that is only tried again', () => {
    const retry = anEntry({
      ...personal(1, 5),
      status: 'failure',
      steps: [exported('failure', 'EscrowRetry')],
    });

    const { groups, total } = tallied([retry, entryOf({ person: 1, minutes: 50, outcome: 'noLicence' })], 'failed');

    assert.equal(total, 1);
    assert.deepEqual(
      groups.map(({ cause }) => cause),
      ['license-limit'],
    );
  });

  it('share a filter or an attribute only where all of them have it', () => {
    const left = (person: number, clause: string) =>
      notEntitled({ filter: false, result: { [clause]: false } }, personal(person, person));
    const sales = "Sales only.department EQUALS 'Sales'";

    const same = tallied([left(1, sales), left(2, sales)], 'skipped').groups[0]?.common;
    const different = tallied([left(1, sales), left(2, "Staff.country EQUALS 'NO'")], 'skipped').groups[0]?.common;

    assert.deepEqual(
      same?.clauses.map(({ attribute, wanted }) => [attribute, wanted]),
      [['department', ['Sales']]],
    );
    assert.deepEqual(different?.clauses, []);
  });
});
