import assert from 'node:assert/strict';
import { countCycle } from '../../src/diagnosis/count-cycle.ts';
import type { CycleCounts } from '../../src/diagnosis/cycle.ts';
import { entriesOfRun, wholeCycles } from '../../src/diagnosis/cycles.ts';
import type { LogEntry, LogReading } from '../../src/diagnosis/evidence.ts';
import {
  aFailure,
  aJob,
  anEntry,
  aRun,
  aStep,
  aSuccess,
  days,
  exported,
  imported,
  minutesAgo,
  notEntitled,
  now,
  scoped,
  skip,
} from './builders.ts';

const person = (id: string, type = 'User') => ({ id, name: `Name ${id}`, type, details: {} });
const inSync = (over: Partial<LogEntry>) =>
  anEntry({ action: 'other', status: 'skipped', steps: [imported(), scoped(), skip('RedundantExport')], ...over });
const retry = (over: Partial<LogEntry>) =>
  aFailure('SalesforceLicenseLimitExceeded', 'no licence', { steps: [aStep({ name: 'EntryEscrowRetry' })], ...over });

const none: CycleCounts = {
  created: 0,
  updated: 0,
  disabled: 0,
  deleted: 0,
  failed: 0,
  unexpectedSkips: 0,
  expectedSkips: 0,
  warnings: 0,
  heldDeletions: 0,
};

function counted(entries: readonly LogEntry[], earlier?: readonly LogEntry[]) {
  return countCycle({ entries, earlier, truncated: false }, now);
}

describe('a cycle in figures', () => {
  it('counts what was written, users and groups apart', () => {
    const summary = counted([
      aSuccess({ source: person('1') }),
      aSuccess({ source: person('2'), action: 'update' }),
      aSuccess({ source: person('3'), action: 'disable' }),
      aSuccess({
        source: person('4'),
        action: 'delete',
        steps: [imported(), exported('success', 'EntryExportDelete')],
      }),
      aSuccess({
        source: person('5'),
        action: 'update',
        steps: [imported(), exported('success', 'EntryExportUpdateSoftDelete')],
      }),
      aSuccess({ source: person('6', 'Group') }),
      aSuccess({ source: person('7', 'urn:ietf:params:scim:schemas:core:2.0:Group'), action: 'update' }),
    ]);

    assert.deepEqual(summary.users, { ...none, created: 1, updated: 1, disabled: 2, deleted: 1 });
    assert.deepEqual(summary.groups, { ...none, created: 1, updated: 1 });
    assert.deepEqual(summary.all, { ...none, created: 2, updated: 2, disabled: 2, deleted: 1 });
    assert.deepEqual(summary.problems, []);
  });

  const skips: readonly (readonly [string, LogEntry, 'expected' | 'unexpected'])[] = [
    ['not assigned and never meant', notEntitled({ assigned: false, role: false }), 'expected'],
    ['disabled', notEntitled({ active: false }), 'expected'],
    ['source and app agree', inSync({}), 'expected'],
    ['nothing left to disable', inSync({ steps: [imported(), skip('RedundantSoftDelete')] }), 'expected'],
    ['assigned, but filtered', notEntitled({ filter: false }), 'unexpected'],
    ['assigned without a role that entitles', notEntitled({ role: false }), 'unexpected'],
    [
      'an attribute is missing',
      inSync({ steps: [imported(), scoped(), skip('AttributeValidationFailed', { PropertyName: 'Email' })] }),
      'unexpected',
    ],
    ['the matching attribute is empty', inSync({ steps: [imported(), skip('ImportSkipped')] }), 'unexpected'],
    ['a reason that nobody knows', inSync({ steps: [imported(), skip('SomethingNew')] }), 'unexpected'],
  ];
  for (const [why, entry, how] of skips) {
    it(`calls a skip ${how}: ${why}`, () => {
      const summary = counted([entry]);

      const expected = how === 'expected';
      assert.deepEqual(summary.all, { ...none, expectedSkips: expected ? 1 : 0, unexpectedSkips: expected ? 0 : 1 });
      assert.equal(summary.problems.length, expected ? 0 : 1);
    });
  }

  it('counts a person once, however often the cycle tried', () => {
    const source = person('1');
    const summary = counted([
      retry({ source, at: minutesAgo(10) }),
      aFailure('SalesforceLicenseLimitExceeded', 'no licence', { source, at: minutesAgo(12) }),
    ]);

    assert.deepEqual(summary.all, { ...none, failed: 1 });
  });

  it('takes the ending: who failed and then succeeded is no failure', () => {
    const source = person('1');
    const summary = counted([
      inSync({ source, at: minutesAgo(10) }),
      aSuccess({ source, at: minutesAgo(11) }),
      aFailure('Timeout', '', { source, at: minutesAgo(12) }),
    ]);

    assert.deepEqual(summary.all, { ...none, created: 1 });
  });

  it('counts an entry that was read twice once', () => {
    const entry = aSuccess();

    assert.deepEqual(counted([entry, entry]).all, { ...none, created: 1 });
  });

  it('groups the trouble by cause, failures first, and tells unknown codes apart', () => {
    const summary = counted([
      notEntitled({ filter: false }, { source: person('1') }),
      notEntitled({ filter: false }, { source: person('2') }),
      aFailure('SalesforceLicenseLimitExceeded', '', { source: person('3') }),
      aFailure('BrandNewOne', 'no idea', { source: person('4') }),
      aFailure('BrandNewTwo', 'no idea', { source: person('5') }),
      anEntry({ source: person('6'), action: 'stagedDelete', steps: [imported()] }),
    ]);

    assert.deepEqual(
      summary.problems.map(({ trouble, cause, code, subjects }) => [
        trouble,
        cause,
        code,
        subjects.map(({ id }) => id),
      ]),
      [
        ['failed', 'license-limit', 'SalesforceLicenseLimitExceeded', ['3']],
        ['failed', 'unrecognised', 'BrandNewOne', ['4']],
        ['failed', 'unrecognised', 'BrandNewTwo', ['5']],
        ['held', 'deletions-held', undefined, ['6']],
        ['skipped', 'scoping-filter', 'NotEffectivelyEntitled', ['1', '2']],
      ],
    );
    assert.deepEqual(summary.all, { ...none, failed: 3, unexpectedSkips: 2, heldDeletions: 1 });
  });

  it('tells what is new: not who had the same trouble before, and no retry', () => {
    const earlier = [
      notEntitled({ filter: false }, { source: person('1'), at: minutesAgo(60) }),
      aSuccess({ source: person('2'), at: minutesAgo(60) }),
      aFailure('Timeout', '', { source: person('4'), at: minutesAgo(60) }),
    ];
    const summary = counted(
      [
        notEntitled({ filter: false }, { source: person('1') }),
        notEntitled({ filter: false }, { source: person('2') }),
        retry({ source: person('3') }),
        aFailure('SalesforceLicenseLimitExceeded', '', { source: person('4') }),
      ],
      earlier,
    );

    const fresh = summary.problems.flatMap(({ subjects }) => subjects).map(({ id, isNew }) => [id, isNew]);
    assert.deepEqual(
      new Map(fresh as [string, boolean][]),
      new Map([
        ['1', false],
        ['2', true],
        ['3', false],
        ['4', true],
      ]),
    );
    assert.equal(summary.comparable, true);
  });

  it('calls nothing new where the past was not read', () => {
    const summary = counted([notEntitled({ filter: false })]);

    assert.equal(summary.comparable, false);
    assert.equal(summary.problems[0]?.subjects[0]?.isNew, undefined);
  });

  it('knows workers by the name where a log gives no id', () => {
    const summary = counted([
      aSuccess({ sourceSystem: 'Workday', source: { ...person(''), name: 'Ada', type: 'Worker' } }),
      aSuccess({ sourceSystem: 'Workday', source: { ...person(''), name: 'Bea', type: 'Worker' } }),
    ]);

    assert.equal(summary.users.created, 2);
  });
});

describe('the entries of a run', () => {
  const job = aJob({ id: 'job-1' });
  const log = (entries: readonly LogEntry[], truncated = false): LogReading => {
    return { entries, from: minutesAgo(30 * days), to: now, truncated };
  };
  const at = (minutes: number, over: Partial<LogEntry> = {}) =>
    anEntry({ at: minutesAgo(minutes), jobId: 'job-1', cycleId: undefined, ...over });
  const run = aRun({ activityIdentifier: 'run-2', beganAt: minutesAgo(15), endedAt: minutesAgo(10) });

  it('go by the cycle id where it is the run’s', () => {
    const inside = at(40, { cycleId: 'run-2' });
    const found = entriesOfRun(log([at(12, { cycleId: 'run-3' }), inside, at(60)]), job, run);

    assert.deepEqual(found?.entries, [inside]);
  });

  it('go by the run’s times where the ids say nothing', () => {
    const inside = [at(10), at(15)];
    const before = at(55);
    const found = entriesOfRun(log([at(1), ...inside, before]), job, run);

    assert.deepEqual(found?.entries, inside);
    assert.deepEqual(found?.earlier, [before]);
  });

  it('are none for a run that had nothing to do', () => {
    const found = entriesOfRun(log([at(600)]), job, run);

    assert.deepEqual(found?.entries, []);
    assert.equal(found?.truncated, false);
  });

  it('leave out another job of the same app', () => {
    assert.deepEqual(entriesOfRun(log([at(12, { jobId: 'job-2' })]), job, run)?.entries, []);
  });

  it('are “at least” when the log was not read to the run’s beginning', () => {
    const found = entriesOfRun(log([at(10), at(11)], true), job, run);

    assert.equal(found?.truncated, true);
    assert.equal(found?.earlier, undefined);
  });

  it('are not known when the reading ends after the run', () => {
    assert.equal(entriesOfRun(log([at(1)], true), job, run), undefined);
  });

  it('compare only with a cycle that was read whole', () => {
    const cycles = [at(12, { cycleId: 'run-2' }), at(52, { cycleId: 'run-1' })];
    assert.equal(entriesOfRun(log(cycles, true), job, run)?.earlier, undefined);
    assert.equal(entriesOfRun(log([...cycles, at(90, { cycleId: 'run-0' })], true), job, run)?.earlier?.length, 2);
  });

  it('are parted by cycle, the newest first, the broken one left out', () => {
    const entries = [
      at(12, { cycleId: 'c' }),
      at(50, { cycleId: 'b' }),
      at(51, { cycleId: 'b' }),
      at(99, { cycleId: 'a' }),
    ];

    assert.deepEqual(
      wholeCycles(log(entries), 'job-1').map((cycle) => cycle.entries.length),
      [1, 2, 1],
    );
    assert.equal(wholeCycles(log(entries, true), 'job-1').length, 2);
  });
});
