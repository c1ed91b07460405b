import assert from 'node:assert/strict';
import type { Job } from '../../src/diagnosis/evidence.ts';
import { jobFinding, pickJob } from '../../src/diagnosis/job.ts';
import { readHealth } from '../../src/diagnosis/read-health.ts';
import { aJob, aRun, days, gap, hours, known, minutesAgo, now } from './builders.ts';

function finding(over: Partial<Job>) {
  return jobFinding(known([aJob(over)]), now);
}

const never = {
  steadyStateFirstAt: undefined,
  steadyStateLastAt: undefined,
  lastRun: undefined,
  lastSuccessfulRun: undefined,
};

describe('the job', () => {
  it('is not configured when the app has none, or its code says so', () => {
    assert.equal(jobFinding(known([]), now).state, 'notConfigured');
    assert.equal(finding({ code: 'NotConfigured', ...never }).state, 'notConfigured');
  });

  it('is unknown when it could not be read, and nothing is claimed about it', () => {
    assert.deepEqual(jobFinding(gap('forbidden'), now), { state: 'unknown' });
  });

  it('is not configured where Graph knows no synchronization of the app', () => {
    assert.equal(jobFinding(gap('notFound'), now).state, 'notConfigured');
  });

  it('of several tells by the one that lets nobody through, unless that is switched off', () => {
    const runs = aJob({ id: 'a' });
    const stuck = aJob({ id: 'b', code: 'Quarantine', quarantine: { reason: 'EncounteredBaseEscrowThreshold' } });
    const off = aJob({ ...stuck, id: 'c', schedule: { state: 'Disabled' } });

    const health = readHealth(known([runs, stuck]), now);

    assert.deepEqual([health.job.jobId, health.job.state, health.need], ['b', 'quarantine', 'broken']);
    assert.deepEqual(health.others, [{ jobId: 'a', state: 'running' }]);
    assert.equal(readHealth(known([runs, off]), now).job.jobId, 'a');
  });

  it('is off when its schedule is disabled or paused, or its code says paused', () => {
    assert.equal(finding({ code: 'Paused' }).state, 'off');
    assert.equal(finding({ schedule: { state: 'Disabled', interval: 'PT40M' } }).state, 'off');
    assert.equal(finding({ schedule: { state: 'Paused' } }).state, 'off');
  });

  it('trusts the code of a paused job over the quarantine object it still carries', () => {
    const job = finding({ code: 'Paused', quarantine: { reason: 'EncounteredQuarantineException' } });

    assert.equal(job.state, 'off');
    assert.equal(job.quarantine, undefined);
  });

  it('is in its first cycle when it never ran, and promises no next cycle', () => {
    const job = finding({ code: 'NotRun', ...never });

    assert.equal(job.state, 'initialCycle');
    assert.equal(job.nextCycleAt, undefined);
  });

  it('is in its first cycle when it is active but never reached steady state nor ended a run', () => {
    assert.equal(finding({ ...never, lastRun: aRun({ endedAt: undefined }) }).state, 'initialCycle');
    assert.equal(finding({ ...never, lastRun: aRun() }).state, 'running');
  });

  it('in quarantine tells the reason and the next attempt, not the interval', () => {
    const nextAttemptAt = minutesAgo(-5 * hours);
    const job = finding({
      code: 'Quarantine',
      quarantine: { reason: 'EncounteredQuarantineException', nextAttemptAt },
    });

    assert.equal(job.state, 'quarantine');
    assert.equal(job.quarantine?.reason, 'EncounteredQuarantineException');
    assert.equal(job.nextCycleAt, nextAttemptAt);
  });

  it('expects the next cycle one interval after the end of the last run', () => {
    const job = finding({ lastRun: aRun({ endedAt: minutesAgo(10) }) });

    assert.equal(job.state, 'running');
    assert.equal(job.intervalMinutes, 40);
    assert.equal(job.nextCycleAt, minutesAgo(-30));
  });

  it('never expects a cycle in the past: an overdue one is counted on by whole intervals', () => {
    assert.equal(finding({ lastRun: aRun({ endedAt: minutesAgo(50) }) }).nextCycleAt, minutesAgo(-30));
  });

  it('reads the interval, and takes the absurd one of an unscheduled job for none', () => {
    const job = finding({ schedule: { state: 'Active', interval: 'P10675199DT2H48M5.4775807S' } });

    assert.equal(job.intervalMinutes, undefined);
    assert.equal(job.nextCycleAt, undefined);
    assert.equal(finding({ schedule: { state: 'Active', interval: 'nonsense' } }).intervalMinutes, undefined);
  });

  it('is stalled when nothing was heard of it for far longer than its interval', () => {
    const silent = {
      lastRun: aRun({ beganAt: minutesAgo(2 * days), endedAt: minutesAgo(2 * days) }),
      lastSuccessfulRun: undefined,
    };

    assert.equal(finding({ ...silent, steadyStateLastAt: minutesAgo(2 * days) }).state, 'stalled');
    assert.equal(
      finding({ ...silent, steadyStateLastAt: undefined, schedule: { state: 'Active', interval: 'P1D' } }).state,
      'running',
    );
  });

  it('is not stalled while a long cycle reports fresh progress', () => {
    const old = minutesAgo(2 * days);
    const job = finding({
      lastRun: aRun({ beganAt: old, endedAt: old }),
      lastSuccessfulRun: undefined,
      steadyStateLastAt: old,
      progress: [{ completed: 3, total: 9, units: 'pages', at: minutesAgo(4) }],
    });

    assert.equal(job.state, 'running');
    assert.deepEqual(job.progress, { completed: 3, total: 9, units: 'pages' });
  });

  it('is the one that the entry names, else the livest, whatever the order', () => {
    const off = aJob({ id: 'a', code: 'Paused' });
    const live = aJob({ id: 'b' });
    const other = aJob({ id: 'c' });

    assert.equal(pickJob([off, other, live])?.id, 'b');
    assert.equal(pickJob([live, off, other])?.id, 'b');
    assert.equal(pickJob([live, off, other], 'a')?.id, 'a');
    assert.equal(pickJob([live, off], 'gone')?.id, 'b');
  });
});
