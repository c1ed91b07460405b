import type { Quarantine, Run } from '../diagnosis/evidence.ts';

/** A run that came to its end. */
export interface EndedRun extends Run {
  readonly endedAt: string;
}

/** What a look at a job noticed that an earlier look had not seen. Times are Graph's own, ISO 8601. */
export type Change =
  /** An app that had no job when all apps were looked at before. */
  | { readonly kind: 'appProvisioned' }
  /** The first cycle since the job was made or restarted is complete. `cycle`: its last run, where Graph tells. */
  | { readonly kind: 'firstCycleCompleted'; readonly at: string; readonly cycle?: EndedRun }
  | {
      readonly kind: 'cycleCompleted';
      readonly cycle: EndedRun;
      /** The end of the newest run that was known before: what the log holds since then belongs to this change. */
      readonly since?: string;
      /** How many failed runs went by between two looks, at the least. */
      readonly unseenFailures: number;
      /** The run before it failed too, so that another failure is no news. */
      readonly failedBefore?: boolean;
    }
  | { readonly kind: 'quarantineEntered'; readonly quarantine: Quarantine }
  | { readonly kind: 'quarantineReasonChanged'; readonly quarantine: Quarantine; readonly was: string }
  | { readonly kind: 'quarantineLeft'; readonly was: string }
  /** Quarantine for too many deletions: they wait for an admin. */
  | { readonly kind: 'deletionsHeld'; readonly quarantine: Quarantine }
  /** `quarantined`: it was in quarantine, and is off now: Entra disables a job after four weeks of it. */
  | { readonly kind: 'stopped'; readonly quarantined: boolean }
  | { readonly kind: 'started' }
  /** Nothing was heard of the job for long. `since`: its last sign of life. */
  | { readonly kind: 'stalled'; readonly since?: string }
  | { readonly kind: 'resumed'; readonly since?: string };

export type ChangeKind = Change['kind'];

/** The cycle that a change is about, where it is about one. */
export function cycleOf(change: Change): EndedRun | undefined {
  return change.kind === 'cycleCompleted' || change.kind === 'firstCycleCompleted' ? change.cycle : undefined;
}

/**
 * What is remembered of a job between two looks. Plain JSON, kept by store/.
 * `told`: the runs that were told, newest last; a run that ended up to `floor` is older than all that counts.
 */
export interface JobState {
  readonly floor: string;
  readonly told: readonly { readonly id?: string; readonly endedAt: string }[];
  readonly failures: number;
  /** `at`: when steady state was first reached; absent where a run told of it before Graph showed the time. */
  readonly firstCycle: { readonly is: 'pending' } | { readonly is: 'done'; readonly at?: string };
  readonly quarantine?: { readonly reason: string; readonly seriesBeganAt?: string };
  readonly on: boolean;
  readonly stalledSince?: string;
  readonly stalled: boolean;
}
