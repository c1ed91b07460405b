/** Synchronization jobs in Microsoft Graph's own wire format, as its documentation and published replies show them. */

type Json = Readonly<Record<string, unknown>>;

export const never = '0001-01-01T00:00:00Z';

/** The moment that the jobs below are looked at. */
export const lookedAt = '2026-11-17T12:50:00Z';

const run = {
  activityIdentifier: '4457c2aa-90b1-47a3-8d7c-5f1be0aa3f21',
  countEntitled: 248,
  countEntitledForProvisioning: 248,
  countEscrowed: 0,
  countEscrowedRaw: 0,
  countExported: 14,
  countExports: 14,
  countImported: 260,
  countImportedDeltas: 16,
  countImportedReferenceDeltas: 0,
  state: 'Succeeded',
  timeBegan: '2026-11-17T12:33:00Z',
  timeEnded: '2026-11-17T12:38:00Z',
  error: null,
};

/** What a job that never ran carries in place of a run. */
export const dummyRun = {
  activityIdentifier: null,
  countEntitled: 0,
  countEscrowed: 0,
  countExported: 0,
  state: 'Failed',
  timeBegan: never,
  timeEnded: never,
  error: { code: 'None', message: '', tenantActionable: false },
};

export function runJson(over: Json = {}): Json {
  return { ...run, ...over };
}

/** A job that runs well, with these parts of its status, and these of itself. */
export function jobJson(status: Json = {}, over: Json = {}): Json {
  return {
    id: 'Salesforce.3f1a5c7e9b2d4f6081a3c5e7092b4d6f.5d2f9f0e-6f3a-4e55-8f0c-2c1e8a7b9d31',
    templateId: 'Salesforce',
    schedule: { expiration: null, interval: 'PT40M', state: 'Active' },
    status: {
      code: 'Active',
      countSuccessiveCompleteFailures: 0,
      escrowsPruned: false,
      lastExecution: run,
      lastSuccessfulExecution: run,
      lastSuccessfulExecutionWithExports: run,
      progress: [],
      quarantine: null,
      steadyStateFirstAchievedTime: '2026-04-02T08:00:00Z',
      steadyStateLastAchievedTime: '2026-11-17T12:38:00Z',
      synchronizedEntryCountByType: [{ key: 'User to User', value: 248 }],
      troubleshootingUrl: '',
      ...status,
    },
    synchronizationJobSettings: [],
    ...over,
  };
}

/** A job whose first cycle has not ended. */
export function firstCycleJson(status: Json = {}): Json {
  return jobJson({
    code: 'NotRun',
    lastExecution: dummyRun,
    lastSuccessfulExecution: null,
    lastSuccessfulExecutionWithExports: null,
    steadyStateFirstAchievedTime: never,
    steadyStateLastAchievedTime: never,
    synchronizedEntryCountByType: [],
    ...status,
  });
}

/** A job in quarantine since five days. */
export function quarantinedJson(reason: string, error: Json | null = null): Json {
  const failed = runJson({
    state: 'Failed',
    timeBegan: '2026-11-17T03:05:00Z',
    timeEnded: '2026-11-17T03:10:00Z',
    countExported: 0,
    error: { code: 'EncounteredQuarantineException', message: '', tenantActionable: true },
  });
  const good = runJson({ timeBegan: '2026-11-12T05:55:00Z', timeEnded: '2026-11-12T06:00:00Z' });
  return jobJson({
    code: 'Quarantine',
    countSuccessiveCompleteFailures: 6,
    lastExecution: failed,
    lastSuccessfulExecution: good,
    lastSuccessfulExecutionWithExports: good,
    quarantine: {
      currentBegan: '2026-11-17T03:10:00Z',
      seriesBegan: '2026-11-12T06:40:00Z',
      seriesCount: 6,
      nextAttempt: '2026-11-18T03:10:00Z',
      reason,
      error,
    },
  });
}

/** A job that is switched off, with what Graph gives for a schedule that is none. */
export function offJson(status: Json = {}, over: Json = {}): Json {
  return jobJson(
    { code: 'Paused', ...status },
    { schedule: { expiration: null, interval: 'P10675199DT2H48M5.4775807S', state: 'Disabled' }, ...over },
  );
}
