import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Job } from '../../src/diagnosis/evidence.ts';
import { parseJob } from '../../src/entra/job.ts';

const never = '0001-01-01T00:00:00Z';
const run = {
  activityIdentifier: 'run-1',
  state: 'EntryLevelErrors',
  timeBegan: '2026-11-20T08:00:00Z',
  timeEnded: '2026-11-20T08:03:00.5Z',
  countEntitled: 40,
  countEscrowed: 2,
  countExported: 5,
  error: null,
};
const dummy = {
  activityIdentifier: null,
  state: 'Failed',
  timeBegan: never,
  timeEnded: never,
  countEntitled: 0,
  error: { code: 'None', message: '', tenantActionable: false },
};

function parse(status: object, rest: object = {}): Job {
  return (
    parseJob({
      id: 'scim.t.j',
      templateId: 'scim',
      schedule: { state: 'Active', interval: 'PT40M' },
      status,
      ...rest,
    }) ?? assert.fail('no job')
  );
}

describe('a synchronization job', () => {
  it('gives its schedule, runs, counts, progress and settings', () => {
    const job = parse(
      {
        code: 'Active',
        lastExecution: run,
        lastSuccessfulExecution: { ...run, state: 'Succeeded' },
        lastSuccessfulExecutionWithExports: null,
        steadyStateFirstAchievedTime: '2026-10-01T00:00:00Z',
        steadyStateLastAchievedTime: '2026-11-20T08:03:00Z',
        escrowsPruned: true,
        countSuccessiveCompleteFailures: 2,
        progress: [
          { completedUnits: 3, totalUnits: 10, units: 'pages', progressObservationDateTime: '2026-11-20T08:01:00Z' },
        ],
        synchronizedEntryCountByType: [
          { key: 'User', value: 38 },
          { key: 'Group', value: '2' },
        ],
        quarantine: null,
      },
      { synchronizationJobSettings: [{ name: 'QuarantineTooManyDeletesThreshold', value: '500' }] },
    );

    assert.deepEqual(
      [job.id, job.templateId, job.code, job.schedule],
      ['scim.t.j', 'scim', 'Active', { state: 'Active', interval: 'PT40M' }],
    );
    assert.deepEqual(
      [job.lastRun?.state, job.lastRun?.beganAt, job.lastRun?.endedAt],
      ['EntryLevelErrors', '2026-11-20T08:00:00.000Z', '2026-11-20T08:03:00.500Z'],
    );
    assert.deepEqual(
      [job.lastRun?.counts.entitled, job.lastRun?.counts.escrowed, job.lastRun?.counts.imported],
      [40, 2, 0],
    );
    assert.equal(job.lastSuccessfulRun?.state, 'Succeeded');
    assert.equal(job.lastSuccessfulRunWithExports, undefined);
    assert.deepEqual(
      [job.steadyStateFirstAt, job.escrowsPruned, job.successiveCompleteFailures],
      ['2026-10-01T00:00:00.000Z', true, 2],
    );
    assert.deepEqual(job.progress, [{ completed: 3, total: 10, units: 'pages', at: '2026-11-20T08:01:00.000Z' }]);
    assert.deepEqual(job.synchronizedCounts, { User: 38, Group: 2 });
    assert.deepEqual(job.settings, { QuarantineTooManyDeletesThreshold: '500' });
    assert.equal(job.quarantine, undefined);
  });

  it('that never ran has no run and no steady state', () => {
    const job = parse({ code: 'NotRun', lastExecution: dummy, steadyStateFirstAchievedTime: never });

    assert.equal(job.code, 'NotRun');
    assert.equal(job.lastRun, undefined);
    assert.equal(job.steadyStateFirstAt, undefined);
  });

  it('keeps a run that failed with an error, though its times are missing', () => {
    const job = parse({
      code: 'Active',
      lastExecution: { ...dummy, error: { code: 'InvalidCredentials', message: 'm', tenantActionable: true } },
    });

    assert.deepEqual(job.lastRun?.error, { code: 'InvalidCredentials', message: 'm', tenantActionable: true });
  });

  const empty = {
    currentBegan: '',
    nextAttempt: '',
    reason: '',
    seriesBegan: '',
    seriesCount: 2,
    error: { code: 'x', message: 'y' },
  };

  it('that is merely paused is not in quarantine, though it carries the object', () => {
    assert.equal(parse({ code: 'Paused', quarantine: empty }).quarantine, undefined);
  });

  it('whose code is Quarantine is in quarantine, whatever the object tells', () => {
    assert.deepEqual(parse({ code: 'Quarantine', quarantine: empty }).quarantine?.error, {
      code: 'x',
      message: 'y',
      tenantActionable: undefined,
    });
    assert.equal(parse({ code: 'Quarantine' }).quarantine?.reason, '');
  });

  it('in quarantine tells why, since when and when it is tried again', () => {
    const quarantine = {
      reason: 'TooManyDeletes',
      currentBegan: '2026-11-19T00:00:00Z',
      seriesBegan: '2026-11-18T00:00:00Z',
      nextAttempt: '2026-11-21T00:00:00Z',
      seriesCount: 3,
      error: null,
    };

    assert.deepEqual(parse({ code: 'Quarantine', quarantine }).quarantine, {
      reason: 'TooManyDeletes',
      beganAt: '2026-11-19T00:00:00.000Z',
      seriesBeganAt: '2026-11-18T00:00:00.000Z',
      nextAttemptAt: '2026-11-21T00:00:00.000Z',
      seriesCount: 3,
      error: undefined,
    });
  });

  it('of a kind that is not known says unknown', () => {
    const job = parse(
      { code: 'Hibernating', lastExecution: { ...run, state: 'Dreaming' } },
      { schedule: { state: 'Sometimes' } },
    );

    assert.deepEqual([job.code, job.schedule.state, job.lastRun?.state], ['unknown', 'unknown', 'unknown']);
  });

  it('is read from next to nothing, and not without an id', () => {
    const job = parseJob({ id: 'j' });

    assert.deepEqual(
      [job?.code, job?.schedule.state, job?.lastRun, job?.progress],
      ['unknown', 'unknown', undefined, []],
    );
    assert.equal(parseJob({ templateId: 'scim' }), undefined);
  });

  it('survives any JSON in any of its fields', () => {
    fc.assert(fc.property(fc.json(), (json) => void parseJob(JSON.parse(json))));
    const fields = ['schedule', 'status', 'synchronizationJobSettings', 'templateId'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) =>
        assert.equal(parse({}, { [field]: value }).id, 'scim.t.j'),
      ),
    );
    const statusFields = [
      'code',
      'lastExecution',
      'quarantine',
      'progress',
      'synchronizedEntryCountByType',
      'escrowsPruned',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...statusFields), fc.jsonValue(), (field, value) =>
        assert.equal(parse({ [field]: value }).id, 'scim.t.j'),
      ),
    );
  });
});
