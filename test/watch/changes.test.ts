import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Job } from '../../src/diagnosis/evidence.ts';
import type { Change, JobState } from '../../src/watch/change.ts';
import { noticeChanges } from '../../src/watch/changes.ts';
import { endedRuns } from '../../src/watch/runs.ts';
import { aJob, aRun, minutesAgo, now } from '../diagnosis/builders.ts';
import { type History, history, type Look, looksAt } from './history.ts';

const moment = new Date(now);

/** Looks one after the other; gives what was told at each, the first aside. */
function watch(...jobs: readonly Job[]): readonly (readonly Change[])[] {
  let state: JobState | undefined;
  const told = jobs.map((job) => {
    const noticed = noticeChanges(state, job, moment);
    state = noticed.state;
    return noticed.changes;
  });
  assert.deepEqual(told[0], [], 'the first look tells nothing');
  return told.slice(1);
}

const kinds = (changes: readonly (readonly Change[])[]) => changes.map((one) => one.map(({ kind }) => kind));

const ended = (id: string, minutes: number, over: object = {}) =>
  aRun({ activityIdentifier: id, beganAt: minutesAgo(minutes + 5), endedAt: minutesAgo(minutes), ...over });
const newer = aJob({ lastRun: ended('two', 10), lastSuccessfulRun: ended('two', 10) });
const older = aJob({ lastRun: ended('one', 50), lastSuccessfulRun: ended('one', 50) });
const neverRan = aJob({
  code: 'NotRun',
  lastRun: undefined,
  lastSuccessfulRun: undefined,
  lastSuccessfulRunWithExports: undefined,
  steadyStateFirstAt: undefined,
  steadyStateLastAt: undefined,
});

describe('what a look notices', () => {
  it('is a cycle that ended since the look before, once', () => {
    const [changes, again] = watch(older, newer, newer);

    assert.equal(changes?.length, 1);
    const [change] = changes;
    assert.ok(change?.kind === 'cycleCompleted');
    assert.equal(change.cycle.activityIdentifier, 'two');
    assert.equal(change.since, minutesAgo(50));
    assert.deepEqual(again, []);
  });

  it('is every cycle that the job still shows, oldest first, and how many failed unseen', () => {
    const after = aJob({
      lastRun: ended('five', 5, { state: 'Failed' }),
      lastSuccessfulRun: ended('two', 45),
      successiveCompleteFailures: 3,
    });

    const [changes = []] = watch(older, after);

    assert.deepEqual(
      changes.map(
        (change) => change.kind === 'cycleCompleted' && [change.cycle.activityIdentifier, change.unseenFailures],
      ),
      [
        ['two', 0],
        ['five', 2],
      ],
    );
  });

  it('is nothing new when Graph shows an older moment for once', () => {
    assert.deepEqual(kinds(watch(older, newer, older, newer)), [['cycleCompleted'], [], []]);
  });

  it('is one cycle where Graph names it at one look and not at the next', () => {
    const nameless = aJob({
      lastRun: ended('', 10, { activityIdentifier: undefined }),
      lastSuccessfulRun: ended('two', 10),
    });

    assert.deepEqual(kinds(watch(older, nameless, newer)), [['cycleCompleted'], []]);
  });

  it('is the first cycle, whether its end is told by a run or by steady state', () => {
    const steady = { steadyStateFirstAt: minutesAgo(9), steadyStateLastAt: minutesAgo(9) };
    const ran = aJob({ ...neverRan, code: 'Active', lastRun: ended('one', 10), lastSuccessfulRun: ended('one', 10) });
    const ranSteady = aJob({ ...ran, ...steady });
    const restarted = aJob({ ...ranSteady, steadyStateFirstAt: minutesAgo(1) });

    assert.deepEqual(kinds(watch(neverRan, ran, ranSteady, ranSteady)), [['firstCycleCompleted'], [], []]);
    assert.deepEqual(kinds(watch(neverRan, ranSteady, ranSteady)), [['firstCycleCompleted'], []]);
    assert.deepEqual(kinds(watch(neverRan, aJob({ ...neverRan, code: 'Active', ...steady }))), [
      ['firstCycleCompleted'],
    ]);
    assert.deepEqual(kinds(watch(ranSteady, restarted, ranSteady, restarted)), [['firstCycleCompleted'], [], []]);
  });

  it('is no first cycle when the first run failed, and one when a later run ends well', () => {
    const failed = aJob({ ...neverRan, code: 'Active', lastRun: ended('one', 50, { state: 'Failed' }) });
    const good = aJob({ ...neverRan, code: 'Active', lastRun: ended('two', 10), lastSuccessfulRun: ended('two', 10) });

    assert.deepEqual(kinds(watch(neverRan, failed, good)), [['cycleCompleted'], ['firstCycleCompleted']]);
  });

  describe('of quarantine', () => {
    const quarantined = (reason: string, over: object = {}): Job =>
      aJob({ ...older, code: 'Quarantine', quarantine: { reason, seriesBeganAt: minutesAgo(30), ...over } });
    const refused = quarantined('EncounteredQuarantineException');

    it('is that it began, that its reason changed, and that it ended', () => {
      const told = watch(older, refused, refused, quarantined('EncounteredBaseEscrowThreshold'), older);

      assert.deepEqual(kinds(told), [['quarantineEntered'], [], ['quarantineReasonChanged'], ['quarantineLeft']]);
    });

    it('is held deletions, also when that is the new reason', () => {
      const held = quarantined('TooManyDeletes');

      assert.deepEqual(kinds(watch(older, held, older)), [['deletionsHeld'], ['quarantineLeft']]);
      assert.deepEqual(kinds(watch(refused, held)), [['deletionsHeld']]);
    });

    it('is nothing when Graph leaves the reason out, or imposes the same one again', () => {
      const again = quarantined('EncounteredQuarantineException', { beganAt: minutesAgo(1), seriesCount: 7 });

      assert.deepEqual(kinds(watch(refused, quarantined(''), again, refused)), [[], [], []]);
    });

    it('is told again when it was left and entered between two looks', () => {
      const again = quarantined('EncounteredQuarantineException', { seriesBeganAt: minutesAgo(2) });

      assert.deepEqual(kinds(watch(refused, again)), [['quarantineEntered']]);
    });

    it('is that the job is off, not healed, when Entra disables it', () => {
      const off = aJob({ ...refused, code: 'Paused', schedule: { state: 'Paused' } });
      const [changes] = watch(refused, off);

      assert.deepEqual(changes, [{ kind: 'stopped', quarantined: true }]);
      assert.deepEqual(kinds(watch(refused, off, refused)), [['stopped'], ['started']]);
      assert.deepEqual(kinds(watch(refused, off, older)), [['stopped'], ['started', 'quarantineLeft']]);
    });

    it('is not read from the empty shell of a job that is merely paused', () => {
      const paused = aJob({ ...older, code: 'Paused', quarantine: { reason: '' } });

      assert.deepEqual(kinds(watch(older, paused)), [['stopped']]);
    });
  });

  it('is that provisioning was stopped and started, and nothing where Graph does not say', () => {
    const off = aJob({ ...older, schedule: { state: 'Disabled' } });
    const unsaid = aJob({ ...older, schedule: { state: 'unknown' } });

    assert.deepEqual(kinds(watch(older, off, unsaid, older)), [['stopped'], [], ['started']]);
  });

  it('is that cycles stalled, once, and that they go on', () => {
    const silent = (id: string, minutes: number) =>
      aJob({
        lastRun: ended(id, minutes),
        lastSuccessfulRun: ended(id, minutes),
        steadyStateLastAt: minutesAgo(minutes),
      });
    const longAgo = silent('one', 13 * 60);
    let state: JobState | undefined;
    const told = [
      { job: longAgo, at: minutesAgo(12 * 60) },
      { job: longAgo, at: now },
      { job: longAgo, at: now },
      { job: silent('two', 10), at: now },
    ].map(({ job, at }) => {
      const noticed = noticeChanges(state, job, new Date(at));
      state = noticed.state;
      return noticed.changes.map(({ kind }) => kind);
    });

    assert.deepEqual(told, [[], ['stalled'], [], ['cycleCompleted', 'resumed']]);
  });
});

describe('what a look notices, through any history', () => {
  const live = (lived: History): { readonly look: Look; readonly told: readonly Change[] }[] => {
    let state: JobState | undefined;
    return looksAt(lived).map((look) => {
      const ours = new Date(look.at.getTime() + lived.skew * 60_000);
      const noticed = noticeChanges(state, look.job, ours);
      // As the store keeps it.
      state = JSON.parse(JSON.stringify(noticed.state)) as JobState;
      const again = noticeChanges(state, look.job, ours);
      assert.deepEqual(again.changes, [], 'a second look at the same tells nothing');
      return { look, told: noticed.changes };
    });
  };
  const cyclesOf = (changes: readonly Change[]) =>
    changes.flatMap((change) => ('cycle' in change && change.cycle ? [change.cycle.endedAt] : []));
  const check = (property: (lived: History) => void) =>
    fc.assert(fc.property(history, property), { numRuns: process.env.CI ? 2000 : 500 });

  it('no cycle is told twice, and none is lost that a look can see', () => {
    check((lived) => {
      const looks = live(lived);
      const [first, ...later] = looks;
      const news = new Set<string>();
      const known = new Set(first ? endedRuns(first.look.job).map(({ endedAt }) => endedAt) : []);
      const told: string[] = [];
      for (const { look, told: changes } of later) {
        for (const { endedAt } of endedRuns(look.job)) if (!known.has(endedAt)) news.add(endedAt);
        told.push(...cyclesOf(changes));
        assert.deepEqual(told.toSorted(), [...news].toSorted());
      }
    });
  });

  it('whoever heard everything knows whether it is on, and whether it is in quarantine', () => {
    check((lived) => {
      const [first, ...later] = live(lived);
      assert.ok(first);
      let on = first.look.job.code !== 'Paused';
      let quarantined = first.look.job.code === 'Quarantine';
      for (const { look, told } of later) {
        for (const { kind } of told) {
          if (kind === 'started' || kind === 'stopped') {
            assert.notEqual(on, kind === 'started', 'is no news');
            on = kind === 'started';
          }
          if (kind === 'quarantineEntered' || kind === 'deletionsHeld') quarantined = true;
          if (kind === 'quarantineLeft') {
            assert.ok(quarantined, 'is no news');
            quarantined = false;
          }
        }
        assert.equal(on, look.job.code !== 'Paused');
        if (on) assert.equal(quarantined, look.job.code === 'Quarantine');
      }
    });
  });

  it('the first cycle is told once, when it is over', () => {
    check((lived) => {
      const looks = live(lived);
      const told = looks.flatMap(({ told }) => told.filter(({ kind }) => kind === 'firstCycleCompleted'));
      const isDone = ({ job }: Look) => endedRuns(job).some(({ state }) => state !== 'Failed');
      const wanted = looks[0] && !isDone(looks[0].look) && looks.some(({ look }) => isDone(look)) ? 1 : 0;

      assert.equal(told.length, wanted);
    });
  });

  it('the state stays small, and a run that the job shows for ever is not told again', () => {
    const many: History = {
      past: 0,
      ids: true,
      steady: true,
      skew: 0,
      // The first of them stays the last one that exported something.
      events: Array.from({ length: 600 }, (_, index) =>
        index % 2 === 0 ? { kind: 'run', state: 'Succeeded', exports: index === 0 } : { kind: 'look' },
      ),
    };
    let state: JobState | undefined;
    const told: string[] = [];
    for (const { job, at } of looksAt(many)) {
      const noticed = noticeChanges(state, job, at);
      state = noticed.state;
      told.push(...cyclesOf(noticed.changes));
    }

    assert.ok(JSON.stringify(state).length < 6000);
    assert.equal(told.length, 300);
    assert.equal(new Set(told).size, 300);
  });
});
