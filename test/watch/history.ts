import fc from 'fast-check';
import type { Job, Run } from '../../src/diagnosis/evidence.ts';
import type { EndedRun } from '../../src/watch/change.ts';

/** What happens to a job, one thing after the other. */
export type Event =
  | { readonly kind: 'run'; readonly state: 'Succeeded' | 'Failed' | 'EntryLevelErrors'; readonly exports: boolean }
  | { readonly kind: 'quarantine'; readonly reason: string }
  | { readonly kind: 'heal' }
  | { readonly kind: 'off' }
  | { readonly kind: 'on' }
  | { readonly kind: 'look' };

const reasons = ['EncounteredQuarantineException', 'TooManyDeletes', 'EncounteredBaseEscrowThreshold', ''];

/** A history that begins with a look at a job that has `past` runs behind it; ids are missing in some tenants. */
export const history = fc.record({
  past: fc.nat(3),
  ids: fc.boolean(),
  steady: fc.boolean(),
  events: fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('run' as const),
          state: fc.constantFrom('Succeeded' as const, 'Failed' as const, 'EntryLevelErrors' as const),
          exports: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('quarantine' as const), reason: fc.constantFrom(...reasons) }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: 'heal' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'off' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'on' as const }) },
      { weight: 4, arbitrary: fc.constant({ kind: 'look' as const }) },
    ),
    { maxLength: 80 },
  ),
  /** How far our clock is from Graph's, in minutes. */
  skew: fc.integer({ min: -600, max: 600 }),
});

export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** What a look saw, and when by Graph's clock. */
export interface Look {
  readonly at: Date;
  readonly job: Job;
}

const minute = 60_000;
const cycle = 40 * minute;
const counts = {
  entitled: 0,
  entitledForProvisioning: 0,
  escrowed: 0,
  escrowedRaw: 0,
  exported: 0,
  exports: 0,
  imported: 0,
  importedDeltas: 0,
  importedReferenceDeltas: 0,
};

/** Lives a history through, and gives what every look saw; the first and the last thing is a look. */
export function looksAt({ past, ids, steady, events }: History): readonly Look[] {
  const before: Event[] = Array.from({ length: past }, () => ({ kind: 'run', state: 'Succeeded', exports: true }));
  const looks: Look[] = [];
  let at = Date.parse('2026-11-01T00:00:00Z');
  let runs: EndedRun[] = [];
  let failures = 0;
  let on = true;
  let quarantine: Job['quarantine'];
  let steadyAt: string | undefined;
  for (const event of [...before, { kind: 'look' } as const, ...events, { kind: 'look' } as const]) {
    at += cycle;
    switch (event.kind) {
      case 'run': {
        if (!on) break;
        const run = aRun(runs.length, at, event, ids);
        runs = [...runs, run];
        failures = event.state === 'Failed' ? failures + 1 : 0;
        if (event.state !== 'Failed' && steady) steadyAt ??= run.endedAt;
        break;
      }
      case 'quarantine':
        if (on) {
          const seriesBeganAt = quarantine?.seriesBeganAt ?? iso(at);
          quarantine = { reason: event.reason, beganAt: iso(at), seriesBeganAt };
        }
        break;
      case 'heal':
        quarantine = undefined;
        break;
      case 'off':
        on = false;
        break;
      case 'on':
        on = true;
        break;
      case 'look':
        looks.push({ at: new Date(at), job: show(runs, failures, on, quarantine, steadyAt) });
        break;
    }
  }
  return looks;
}

function aRun(number: number, at: number, event: Extract<Event, { kind: 'run' }>, ids: boolean): EndedRun {
  return {
    activityIdentifier: ids ? `run-${number}` : undefined,
    state: event.state,
    beganAt: iso(at - 5 * minute),
    endedAt: iso(at - minute),
    counts: { ...counts, exports: event.exports ? 1 : 0 },
  };
}

function show(
  runs: readonly EndedRun[],
  failures: number,
  on: boolean,
  quarantine: Job['quarantine'],
  steadyAt: string | undefined,
): Job {
  const good = runs.filter((run) => run.state !== 'Failed');
  const isQuarantined = on && quarantine !== undefined;
  return {
    id: 'job',
    templateId: 'salesforce',
    schedule: { state: on ? 'Active' : 'Paused', interval: on ? 'PT40M' : undefined },
    code: on ? (isQuarantined ? 'Quarantine' : runs.length > 0 ? 'Active' : 'NotRun') : 'Paused',
    lastRun: runs.at(-1),
    lastSuccessfulRun: good.at(-1),
    lastSuccessfulRunWithExports: good.findLast((run: Run) => run.counts.exports > 0),
    steadyStateFirstAt: steadyAt,
    steadyStateLastAt: steadyAt,
    escrowsPruned: false,
    successiveCompleteFailures: failures,
    progress: [],
    synchronizedCounts: {},
    // A job that is off keeps the leftovers of its quarantine.
    quarantine,
    settings: {},
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
