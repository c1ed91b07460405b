import assert from 'node:assert/strict';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { LogEntry } from '../../src/diagnosis/evidence.ts';
import {
  aFailure,
  anAssignment,
  anEntry,
  anEvidence,
  aStep,
  aSuccess,
  aUser,
  days,
  exported,
  gap,
  hours,
  imported,
  known,
  logged,
  minutesAgo,
  notEntitled,
  pasted,
  scoped,
  skip,
} from './builders.ts';

const redundant = (over: Partial<LogEntry> = {}) =>
  anEntry({ action: 'other', status: 'skipped', steps: [imported(), scoped(), skip('RedundantExport')], ...over });
const disabled = (over: Partial<LogEntry> = {}) =>
  anEntry({
    action: 'disable',
    steps: [imported(), scoped({ assigned: false, role: false }), exported('success', 'EntryExportUpdate')],
    ...over,
  });
const unassigned = { assignments: known([]) };

describe('what came of it', () => {
  it('is provisioned after a create, with what was written and when', () => {
    const entry = aSuccess({ modified: [{ name: 'userName', to: 'maren@fabrikam.example' }] });
    const found = diagnose(logged([entry]));

    assert.equal(found.verdict, 'provisioned');
    assert.equal(found.cause, 'provisioned');
    assert.equal(found.expected, true);
    assert.deepEqual(found.lastGood, { at: entry.at, action: 'create', changed: entry.modified, ref: entry.id });
    assert.deepEqual(found.fix, [{ step: 'nothing-to-do', owner: 'helpdesk' }]);
  });

  it('is provisioned when a redundant export follows a create or an update', () => {
    const found = diagnose(logged([redundant(), aSuccess({ at: minutesAgo(3 * days) })]));

    assert.equal(found.verdict, 'provisioned');
    assert.equal(found.cause, 'provisioned');
    assert.equal(found.lastGood?.at, minutesAgo(3 * days));
  });

  it('is already in sync, as expected, when a redundant export stands alone or after a failure', () => {
    for (const earlier of [
      [],
      [redundant({ at: minutesAgo(900) })],
      [aFailure('EntryConflict', 'exists', { at: minutesAgo(900) })],
    ]) {
      const found = diagnose(logged([redundant(), ...earlier]));

      assert.equal(found.cause, 'already-in-sync');
      assert.equal(found.verdict, 'skipped');
      assert.equal(found.expected, true);
      assert.equal(found.documented, 'RedundantExport');
    }
  });

  it('is deprovisioned after a disable, as expected for who is no longer assigned', () => {
    const found = diagnose(logged([disabled(), aSuccess({ at: minutesAgo(9 * days) })], unassigned));

    assert.equal(found.verdict, 'deprovisioned');
    assert.equal(found.cause, 'deprovisioned');
    assert.equal(found.expected, true);
  });

  it('is deprovisioned after a soft delete that is logged as an update', () => {
    const update = anEntry({
      action: 'update',
      steps: [scoped({ active: false }), exported('success', 'EntryExportUpdateSoftDelete')],
    });

    assert.equal(diagnose(logged([update], { subject: aUser({ accountEnabled: false }) })).verdict, 'deprovisioned');
    assert.equal(
      diagnose(
        logged([anEntry({ action: 'update', steps: [scoped({ active: false }), exported()] })], {
          subject: aUser({ accountEnabled: false }),
        }),
      ).verdict,
      'deprovisioned',
    );
  });

  it('is not expected that a filter took out somebody who is assigned', () => {
    const entry = anEntry({
      action: 'disable',
      steps: [scoped({ filter: false, result: { "F.department EQUALS 'HR'": false } }), exported()],
    });
    const found = diagnose(logged([entry], { schema: gap() }));

    assert.equal(found.verdict, 'deprovisioned');
    assert.equal(found.expected, false);
    assert.deepEqual(found.also, ['scoping-filter']);
  });

  it('finds the earlier disable behind a redundant soft delete', () => {
    const soft = anEntry({
      action: 'other',
      status: 'skipped',
      steps: [scoped({ assigned: false, role: false }), skip('RedundantSoftDelete')],
    });
    const before = disabled({ at: minutesAgo(4 * days) });

    const found = diagnose(logged([soft, before], unassigned));
    const alone = diagnose(logged([soft], unassigned));

    assert.deepEqual(
      [found.verdict, found.cause, found.lastGood?.ref],
      ['deprovisioned', 'already-deprovisioned', before.id],
    );
    assert.deepEqual([alone.verdict, alone.cause, alone.expected], ['skipped', 'already-deprovisioned', true]);
  });

  it('holds a staged deletion for an admin', () => {
    const found = diagnose(logged([anEntry({ action: 'stagedDelete', status: 'success' })], unassigned));

    assert.equal(found.cause, 'deletions-held');
    assert.equal(found.verdict, 'pending');
    assert.equal(found.expected, false);
  });

  it('is a failure with the cause of its code, behind an app name too', () => {
    const found = diagnose(logged([aFailure('BoxEntryConflict', 'exists already')]));

    assert.deepEqual(
      [found.verdict, found.cause, found.code, found.documented],
      ['failed', 'value-conflict', 'BoxEntryConflict', 'EntryConflict'],
    );
    assert.ok(found.fix.length > 0 && found.fix.every((step) => 'code' in step && step.code === 'EntryConflict'));
  });

  it('takes a retry for the failure that it retries, and the scope from the entry that has it', () => {
    const first = aFailure('EntryConflict', 'exists', { at: minutesAgo(9 * hours) });
    const retry = aFailure('EntryConflict', 'exists. This operation was retried 2 times.', {
      steps: [aStep({ name: 'EntryEscrowRetry' }), exported('failure')],
    });
    const found = diagnose(
      logged([
        retry,
        aFailure('EntryConflict', 'exists', {
          at: minutesAgo(5 * hours),
          steps: [aStep({ name: 'EntryEscrowRetry' })],
        }),
        first,
      ]),
    );

    assert.equal(found.cause, 'value-conflict');
    assert.equal(found.telling?.id, retry.id);
    assert.equal(found.telling?.retryOf, first.id);
    assert.ok(found.proof.some((proof) => proof.source === 'log' && proof.what === 'step' && proof.ref === first.id));
  });

  it('takes the code of the first failure when a retry has lost its own', () => {
    const retry = aFailure('', '', {
      error: undefined,
      steps: [aStep({ name: 'EntryEscrowRetry' }), exported('failure')],
    });

    assert.equal(
      diagnose(logged([retry, aFailure('EntryConflict', 'exists', { at: minutesAgo(500) })])).cause,
      'value-conflict',
    );
  });

  it('is what the newest entry says, in whatever order and however often they come', () => {
    const old = aFailure('EntryConflict', 'exists', { at: minutesAgo(5000) });
    const fresh = aSuccess({ at: minutesAgo(50) });

    assert.equal(diagnose(logged([old, fresh, old, fresh])).verdict, 'provisioned');
    assert.equal(diagnose(logged([fresh, old])).verdict, 'provisioned');
  });

  it('ignores entries of other people and of other apps, and those that only report what was read', () => {
    const other = { id: 'user-2', name: 'Maren Holt', type: 'User', details: {} };
    const entries = [
      aFailure('EntryConflict', 'x', { at: minutesAgo(1), source: other }),
      aFailure('EntryConflict', 'x', { at: minutesAgo(2), app: { id: 'app-2', name: 'Other' }, jobId: 'other' }),
      anEntry({ at: minutesAgo(3), action: 'other', steps: [imported()] }),
      aSuccess({ at: minutesAgo(400) }),
    ];

    assert.equal(diagnose(logged(entries)).cause, 'provisioned');
    assert.equal(diagnose(logged(entries.slice(0, 3))).cause, 'no-record');
  });

  it('reads the skip reason whatever the type and spelling of its step', () => {
    for (const type of ['export', 'processing', 'scoping', 'unknown'] as const) {
      assert.equal(
        diagnose(logged([redundant({ steps: [skip('RedundantExport', {}, '', type)] })])).cause,
        'already-in-sync',
      );
    }
    const other = { ...skip('RedundantExport'), name: 'EntrySynchronizationSkipped' };
    assert.equal(diagnose(logged([redundant({ steps: [other] })])).cause, 'already-in-sync');
  });

  it('names a reference that is not provisioned, whether the entry succeeded or not', () => {
    const step = aStep({
      name: 'EntryReferenceResolution',
      type: 'referenceResolution',
      status: 'failure',
      description: 'We were unable to assign x as the members of y.',
    });

    const wrote = diagnose(logged([aSuccess({ action: 'update', steps: [scoped(), exported(), step] })]));
    const failed = diagnose(logged([aFailure('UnableToResolveReferenceAttributeValue', '')]));

    assert.deepEqual([wrote.verdict, wrote.cause, wrote.expected], ['provisioned', 'reference-not-provisioned', false]);
    assert.deepEqual([failed.verdict, failed.cause], ['failed', 'reference-not-provisioned']);
  });

  it('judges an entry of unknown status by its parts, and leaves it unknown without any', () => {
    assert.equal(diagnose(logged([redundant({ status: 'unknown' })])).cause, 'already-in-sync');
    assert.equal(diagnose(logged([aFailure('EntryConflict', '', { status: 'unknown' })])).verdict, 'failed');
    assert.equal(diagnose(logged([aSuccess({ status: 'unknown' })])).verdict, 'provisioned');
  });
});

describe('what nobody knows', () => {
  it('stays unrecognised, with the raw words, for an unknown code', () => {
    const found = diagnose(logged([aFailure('QuuxBarred', 'The quux\r\nis barred')]));

    assert.deepEqual([found.verdict, found.cause, found.documented], ['failed', 'unrecognised', undefined]);
    assert.equal(found.appAnswer?.code, 'QuuxBarred');
    assert.equal(found.appAnswer?.raw, 'The quux is barred');
    assert.deepEqual(found.fix, [{ step: 'show-raw-to-admin', owner: 'entra-admin' }]);
  });

  it('stays unrecognised for an unknown skip reason, with the words of its step', () => {
    const found = diagnose(logged([redundant({ steps: [scoped(), skip('MoonPhase', {}, 'The moon is wrong.')] })]));

    assert.deepEqual([found.verdict, found.cause, found.code], ['skipped', 'unrecognised', 'MoonPhase']);
    assert.equal(found.appAnswer?.raw, 'The moon is wrong.');
  });

  it('gives the cause by a fact beside an unknown code, and says that the code is unknown', () => {
    const gate = diagnose(logged([redundant({ steps: [scoped({ assigned: false }), skip('MoonPhase')] })], unassigned));
    const status = diagnose(logged([aFailure('QuuxBarred', 'StatusCode: Unauthorized')]));

    assert.equal(gate.cause, 'not-assigned');
    assert.equal(status.cause, 'credentials-rejected');
    assert.ok(gate.notes.some((note) => note.note === 'unknown-code' && note.code === 'MoonPhase'));
    assert.ok(status.notes.some((note) => note.note === 'unknown-code'));
  });

  it('does not take names of job states and cycle results for codes of an entry', () => {
    for (const code of ['Paused', 'Failed', 'Unknown', 'Active', 'HTTP 403']) {
      assert.equal(diagnose(logged([aFailure(code, '')])).cause, 'unrecognised', code);
    }
  });
});

describe('silence', () => {
  it('is a finding: nobody assigned the person, as far as can be seen', () => {
    const found = diagnose(anEvidence(unassigned));

    assert.deepEqual([found.verdict, found.cause, found.expected], ['notProvisioned', 'not-assigned', true]);
    assert.ok(found.notes.some((note) => note.note === 'sync-all-unknown'));
    assert.ok(found.proof.some((proof) => proof.source === 'log' && proof.what === 'none'));
  });

  it('is nothing about the assignment where everybody is synchronised', () => {
    assert.equal(diagnose(anEvidence({ ...unassigned, syncAll: known(true) })).cause, 'no-record');
  });

  it('is a disabled or deleted account, a shut filter, an empty matching attribute', () => {
    assert.equal(diagnose(anEvidence({ subject: aUser({ accountEnabled: false }) })).cause, 'disabled-in-source');
    assert.equal(diagnose(anEvidence({ subject: aUser({ deletedAt: minutesAgo(99) }) })).cause, 'disabled-in-source');
  });

  it('is not yet anything when the assignment is newer than the last cycle', () => {
    const found = diagnose(anEvidence({ assignments: known([anAssignment({ createdAt: minutesAgo(4) })]) }));

    assert.deepEqual([found.verdict, found.cause], ['pending', 'awaiting-next-cycle']);
    assert.equal(found.now.expectedAt, minutesAgo(-30));
    assert.ok(found.notes.some((note) => note.note === 'assigned-recently'));
  });

  it('stays unexplained when nothing explains it, and claims no verdict', () => {
    const found = diagnose(anEvidence());

    assert.deepEqual([found.verdict, found.cause, found.expected], ['unknown', 'no-record', false]);
  });

  it('is not taken for silence when the log could not be read', () => {
    const found = diagnose(anEvidence({ log: gap('forbidden') }));

    assert.equal(found.verdict, 'unknown');
    assert.ok(found.notes.some((note) => note.note === 'gap' && note.part === 'log'));
    assert.ok(found.fix.some((step) => 'step' in step && step.step === 'grant-permission'));
  });
});

describe('a pasted entry', () => {
  it('is explained by itself, and nothing is said about today', () => {
    const found = diagnose(pasted(notEntitled({ assigned: false, role: false })));

    assert.deepEqual([found.verdict, found.cause, found.noise], ['skipped', 'not-assigned', ['no-entitled-role']]);
    assert.equal(found.now.differs, false);
    assert.deepEqual(found.notes, []);
  });
});
