import type { AppSpec, JobState } from './app-list.ts';
import type { SandboxApp } from './apps.ts';
import { dayMs, hourMs, iso, minuteMs, never } from './moment.ts';
import { guidOf } from './random.ts';

export const cycleMs = 40 * minuteMs;
/** How long a cycle of the sandbox runs before it waits for the next. */
export const cycleRunMs = 5 * minuteMs;

/** When the app's cycles begin: every app at its own minute, so that they do not all run at once. */
export function cycleOffset(app: SandboxApp): number {
  return Number.parseInt(app.id.slice(0, 6), 16) % cycleMs;
}

/** The beginning of the cycle that runs, or ran last, at this moment. */
export function cycleBegin(app: SandboxApp, at: number): number {
  const offset = cycleOffset(app);
  return Math.floor((at - offset) / cycleMs) * cycleMs + offset;
}

export function cycleIdAt(app: SandboxApp, at: number): string {
  // A first cycle is one cycle, however long it takes.
  if (app.spec?.state.is === 'initial') return guidOf('cycle', app.id, 'first');
  return guidOf('cycle', app.id, cycleBegin(app, at));
}

/** The end of the last completed cycle before this moment, of a job that runs. */
export function lastCycleEnd(app: SandboxApp, at: number): number {
  const end = cycleBegin(app, at) + cycleRunMs;
  return end <= at ? end : end - cycleMs;
}

/** Until when the app has log entries, and from when; undefined: none at all. */
export function logSpan(
  app: SandboxApp,
  state: JobState,
  now: number,
): { readonly from: number; readonly to: number } | undefined {
  const from = now - 30 * dayMs;
  switch (state.is) {
    case 'healthy':
      return { from, to: lastCycleEnd(app, now) };
    case 'initial':
      return { from: now - state.hoursAgo * hourMs, to: now - 2 * minuteMs };
    case 'quarantine':
    case 'paused':
    case 'disabled':
    case 'stalled':
      return { from, to: lastCycleEnd(app, now - state.daysAgo * dayMs) };
    case 'notConfigured':
    case 'notRun':
      return undefined;
  }
}

/** A cycle that was run since the tenant was made. Times in milliseconds since 1970. */
export interface LiveRun {
  readonly id: string;
  readonly began: number;
  readonly ended: number;
  readonly state: RunState;
}

/** What came of a job's cycles since the tenant was made. */
export interface LiveJob {
  readonly last: LiveRun;
  readonly lastGood?: LiveRun;
  /** Since when the sign-in to the app is refused. */
  readonly quarantinedAt?: number;
  /** When its first cycle was completed, of a job that was still in it. */
  readonly steadyAt?: number;
}

/**
 * A synchronizationJob as Microsoft Graph gives it at this moment. `builtAt` is when the tenant was made: frozen states
 * count from there. `live`: its cycles since then, which outrank what the clock alone would say.
 */
export function renderJob(
  app: SandboxApp,
  spec: AppSpec,
  assigned: number,
  builtAt: number,
  now: number,
  live?: LiveJob,
): object {
  const { state } = spec;
  const base = {
    id: app.jobId,
    templateId: spec.template,
    schedule: schedule(state),
    status: { ...status(app, spec, assigned, builtAt, now), ...(live && liveStatus(live, assigned)) },
    synchronizationJobSettings: [
      { name: 'AzureIngestionAttributeOptimization', value: 'False' },
      { name: 'LookaheadQueryEnabled', value: 'False' },
      ...(state.is === 'quarantine' && state.reason === 'TooManyDeletes'
        ? [{ name: 'QuarantineTooManyDeletesThreshold', value: '5' }]
        : []),
    ],
  };
  return base;
}

function schedule(state: JobState): object {
  const off = state.is === 'paused' || state.is === 'disabled' || state.is === 'notConfigured';
  return {
    expiration: null,
    // The interval that Graph gives for a job that is not scheduled.
    interval: off ? 'P10675199DT2H48M5.4775807S' : 'PT40M',
    state: off ? (state.is === 'paused' ? 'Paused' : 'Disabled') : 'Active',
  };
}

function status(app: SandboxApp, spec: AppSpec, assigned: number, builtAt: number, now: number): object {
  const { state } = spec;
  const empty = {
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    code: 'NotRun',
    lastExecution: dummyRun,
    lastSuccessfulExecution: null,
    lastSuccessfulExecutionWithExports: null,
    progress: [],
    quarantine: null,
    steadyStateFirstAchievedTime: never,
    steadyStateLastAchievedTime: never,
    synchronizedEntryCountByType: [],
    troubleshootingUrl: '',
  };
  const counts = [{ key: 'User to User', value: assigned }];
  const ran = (at: number, state: RunState) => {
    const end = lastCycleEnd(app, at);
    const good = state === 'Succeeded' ? end : lastCycleEnd(app, at - 2 * dayMs);
    return {
      ...empty,
      code: 'Active',
      lastExecution: run(app, end, state, assigned),
      lastSuccessfulExecution: run(app, good, 'Succeeded', assigned),
      lastSuccessfulExecutionWithExports: run(app, lastCycleEnd(app, good - 3 * hourMs), 'Succeeded', assigned),
      steadyStateFirstAchievedTime: iso(builtAt - 200 * dayMs),
      steadyStateLastAchievedTime: iso(end),
      synchronizedEntryCountByType: counts,
    };
  };
  switch (state.is) {
    case 'notConfigured':
      return { ...empty, code: 'NotConfigured', lastExecution: null, troubleshootingUrl: null };
    case 'notRun':
      return empty;
    case 'initial':
      return {
        ...empty,
        progress: [
          {
            completedUnits: state.completed,
            totalUnits: state.total,
            units: 'pages',
            progressObservationDateTime: iso(now - 3 * minuteMs),
          },
        ],
      };
    case 'healthy':
      return {
        ...ran(now, state.entryErrors === true ? 'EntryLevelErrors' : 'Succeeded'),
        escrowsPruned: state.escrowsPruned === true,
      };
    case 'stalled':
      return ran(builtAt - state.daysAgo * dayMs, 'Succeeded');
    case 'paused':
    case 'disabled':
      return {
        ...ran(builtAt - state.daysAgo * dayMs, 'Succeeded'),
        code: 'Paused',
        quarantine: state.is === 'paused' && state.emptyQuarantine === true ? emptyQuarantine : null,
      };
    case 'quarantine': {
      const began = lastCycleEnd(app, builtAt - state.daysAgo * dayMs);
      return {
        ...ran(now - 11 * hourMs, 'Failed'),
        code: 'Quarantine',
        countSuccessiveCompleteFailures: state.daysAgo,
        lastSuccessfulExecution: run(app, lastCycleEnd(app, began - cycleMs), 'Succeeded', assigned),
        quarantine: {
          currentBegan: iso(began),
          nextAttempt: iso(now + 13 * hourMs),
          reason: state.reason,
          seriesBegan: iso(began),
          seriesCount: state.daysAgo,
          error: state.error ?? null,
        },
      };
    }
  }
}

function liveStatus({ last, lastGood, quarantinedAt, steadyAt }: LiveJob, assigned: number): object {
  const good = lastGood && renderRun(lastGood, assigned);
  return {
    lastExecution: renderRun(last, assigned),
    ...(good && { lastSuccessfulExecution: good, lastSuccessfulExecutionWithExports: good }),
    ...(steadyAt !== undefined && { code: 'Active', progress: [], steadyStateFirstAchievedTime: iso(steadyAt) }),
    ...(last.state !== 'Failed' && { steadyStateLastAchievedTime: iso(last.ended) }),
    ...(quarantinedAt !== undefined && {
      code: 'Quarantine',
      countSuccessiveCompleteFailures: 1,
      quarantine: {
        currentBegan: iso(quarantinedAt),
        nextAttempt: iso(quarantinedAt + 6 * hourMs),
        reason: 'EncounteredQuarantineException',
        seriesBegan: iso(quarantinedAt),
        seriesCount: 1,
        error: {
          code: 'InvalidCredentials',
          message: 'The credentials that provisioning uses to sign in were rejected.',
          tenantActionable: true,
        },
      },
    }),
  };
}

export type RunState = 'Succeeded' | 'Failed' | 'EntryLevelErrors';

function run(app: SandboxApp, end: number, state: RunState, assigned: number): object {
  return renderRun({ id: cycleIdAt(app, end), began: end - cycleRunMs, ended: end, state }, assigned);
}

function renderRun({ id, began, ended, state }: LiveRun, assigned: number): object {
  const failed = state === 'EntryLevelErrors' ? 3 : 0;
  return {
    activityIdentifier: id,
    countEntitled: assigned,
    countEntitledForProvisioning: assigned,
    countEscrowed: failed,
    countEscrowedRaw: failed,
    countExported: 2,
    countExports: 2,
    countImported: 6,
    countImportedDeltas: 6,
    countImportedReferenceDeltas: 0,
    state,
    timeBegan: iso(began),
    timeEnded: iso(ended),
    error:
      state === 'Failed'
        ? { code: 'EncounteredQuarantineException', message: 'The cycle ended in quarantine.', tenantActionable: true }
        : null,
  };
}

/** What a job that never ran carries in place of a run. */
const dummyRun = {
  activityIdentifier: null,
  countEntitled: 0,
  countEntitledForProvisioning: 0,
  countEscrowed: 0,
  countEscrowedRaw: 0,
  countExported: 0,
  countExports: 0,
  countImported: 0,
  countImportedDeltas: 0,
  countImportedReferenceDeltas: 0,
  state: 'Failed',
  timeBegan: never,
  timeEnded: never,
  error: { code: 'None', message: '', tenantActionable: false },
} as const;

/** A job that was once in quarantine and is merely paused now keeps an empty shell. */
const emptyQuarantine = {
  currentBegan: '',
  nextAttempt: '',
  reason: '',
  seriesBegan: '',
  seriesCount: 0,
  error: null,
} as const;
