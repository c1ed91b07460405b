import assert from 'node:assert/strict';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Evidence, Job } from '../../src/diagnosis/evidence.ts';
import {
  aFailure,
  aJob,
  anEntry,
  anEvidence,
  aRun,
  aSuccess,
  aUser,
  days,
  exported,
  gap,
  known,
  logged,
  minutesAgo,
  notEntitled,
  scoped,
} from './builders.ts';

const unassigned = { assignments: known([]) };
const never = {
  steadyStateFirstAt: undefined,
  steadyStateLastAt: undefined,
  lastRun: undefined,
  lastSuccessfulRun: undefined,
};
const long = aRun({ beganAt: minutesAgo(3 * days), endedAt: minutesAgo(3 * days) });

const troubles: readonly (readonly [string, readonly Job[]])[] = [
  ['provisioning-not-configured', []],
  ['provisioning-off', [aJob({ code: 'Paused' })]],
  ['initial-cycle-running', [aJob({ code: 'NotRun', ...never })]],
  ['quarantined', [aJob({ code: 'Quarantine', quarantine: { reason: 'EncounteredQuarantineException' } })]],
  ['deletions-held', [aJob({ code: 'Quarantine', quarantine: { reason: 'TooManyDeletes' } })]],
  ['cycles-stalled', [aJob({ lastRun: long, lastSuccessfulRun: undefined, steadyStateLastAt: long.endedAt })]],
];

function withJobs(jobs: readonly Job[], over: Partial<Evidence> = {}): Partial<Evidence> {
  return { jobs: known(jobs), ...over };
}

describe('the job first', () => {
  for (const [cause, jobs] of troubles) {
    it(`${cause} outranks the person, whose own gates are named beside it`, () => {
      const found = diagnose(logged([notEntitled({ assigned: false, role: false })], withJobs(jobs, unassigned)));

      assert.deepEqual(
        [found.verdict, found.cause, found.also, found.expected],
        ['skipped', cause, ['not-assigned'], false],
      );
    });

    it(`${cause} has a verdict of its own without an entry`, () => {
      const found = diagnose(anEvidence(withJobs(jobs)));

      assert.deepEqual(
        [found.verdict, found.cause],
        [cause === 'initial-cycle-running' ? 'pending' : 'notProvisioned', cause],
      );
      assert.ok(found.fix.length > 0);
    });

    it(`${cause} is only a note for somebody who is provisioned and unchanged`, () => {
      const found = diagnose(logged([aSuccess()], withJobs(jobs)));

      assert.deepEqual([found.verdict, found.cause], ['provisioned', 'provisioned']);
      assert.ok(found.notes.some((note) => note.note === 'job-trouble'));
    });

    it(`${cause} is the cause for somebody who is provisioned but has changed since`, () => {
      const found = diagnose(logged([aSuccess()], withJobs(jobs, { subject: aUser({ accountEnabled: false }) })));

      assert.deepEqual([found.verdict, found.cause, found.now.differs], ['provisioned', cause, true]);
    });
  }

  it('names the failure beside the quarantine, for it must be mended too', () => {
    const found = diagnose(logged([aFailure('EntryConflict', 'exists')], withJobs([aJob({ code: 'Quarantine' })])));

    assert.deepEqual([found.verdict, found.cause, found.also], ['failed', 'quarantined', ['value-conflict']]);
  });

  it('leaves who was rightly taken out alone', () => {
    const entry = anEntry({ action: 'disable', steps: [scoped({ assigned: false }), exported()] });
    const found = diagnose(logged([entry], withJobs([aJob({ code: 'Quarantine' })], unassigned)));

    assert.deepEqual([found.verdict, found.cause], ['deprovisioned', 'deprovisioned']);
    assert.ok(found.notes.some((note) => note.note === 'job-trouble'));
  });

  it('asks for new credentials first when the quarantine is about them', () => {
    const error = { code: 'SalesforceInvalidCredentials', message: 'Your credentials are invalid.' };
    const found = diagnose(
      anEvidence(
        withJobs([aJob({ code: 'Quarantine', quarantine: { reason: 'EncounteredQuarantineException', error } })]),
      ),
    );

    assert.deepEqual(found.fix[0], { step: 'renew-credentials', owner: 'entra-admin' });
    assert.equal(found.job.quarantine?.error?.code, 'SalesforceInvalidCredentials');
  });

  it('keeps what changed since, under the trouble of the job', () => {
    const found = diagnose(logged([notEntitled({ active: false })], withJobs([aJob({ code: 'Paused' })])));

    assert.deepEqual([found.cause, found.now.was, found.also], ['provisioning-off', 'disabled-in-source', []]);
  });

  it('is no cause where it could not be read, only a gap', () => {
    const found = diagnose(
      logged([notEntitled({ assigned: false, role: false })], { ...unassigned, jobs: gap('forbidden') }),
    );

    assert.equal(found.cause, 'not-assigned');
    assert.ok(found.notes.some((note) => note.note === 'gap' && note.part === 'jobs'));
  });
});
