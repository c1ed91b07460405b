import type { Answered } from '../../src/answers/answer.ts';
import type { AppStatusAnswer, CredentialsAnswer, OverviewAnswer } from '../../src/answers/app-answers.ts';
import { countCycle } from '../../src/diagnosis/count-cycle.ts';
import { readCredentialTrouble } from '../../src/diagnosis/credentials.ts';
import type { App, LogEntry } from '../../src/diagnosis/evidence.ts';
import type { CycleLog } from '../../src/diagnosis/health.ts';
import { countNeeds, worstFirst } from '../../src/diagnosis/overview.ts';
import { readHealth } from '../../src/diagnosis/read-health.ts';
import { parseJob } from '../../src/entra/job.ts';
import { firstCycleJson, jobJson, lookedAt, offJson, quarantinedJson, runJson } from './job-json.ts';

/** Answers about apps as a whole, made of jobs in Graph's own format, all of them at the same moment. */

export const salesforce: App = {
  id: '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40',
  appId: '61a3f0d2-8c4b-4e7d-b5a6-2d9f1c0e7b83',
  name: 'Salesforce',
  galleryName: 'Salesforce',
  roles: [],
};

/** Salesforce with these jobs. */
export function anAppStatus(
  jobs: readonly object[],
  parts: Partial<AppStatusAnswer> = {},
  assigned?: number,
): Answered {
  const parsed = jobs.map(parseJob).filter((job) => job !== undefined);
  const answer: AppStatusAnswer = {
    kind: 'appStatus',
    question: { kind: 'appStatus', app: 'Salesforce' },
    app: salesforce,
    health: readHealth({ known: true, value: parsed, at: lookedAt }, lookedAt, { assigned }),
    gaps: [],
    asOf: lookedAt,
    tutorial: 'salesforce-provisioning-tutorial',
    ...parts,
  };
  return { answer, cost: { graphRequests: 2, logRequests: 1, roundTrips: 2, ms: 410 } };
}

let written = 0;

function entry(name: string, over: Partial<LogEntry>, group = false): LogEntry {
  written += 1;
  return {
    id: `7c8f6a2e-41d0-4c55-9a5e-${String(written).padStart(12, '0')}`,
    at: '2026-11-17T12:36:00Z',
    action: 'create',
    status: 'success',
    app: { id: salesforce.id, name: salesforce.name },
    source: { id: `id-of-${name}`, name, type: group ? 'Group' : 'User', details: {} },
    target: { id: '', name: '', type: 'User', details: {} },
    sourceSystem: 'Microsoft Entra ID',
    targetSystem: 'Salesforce',
    steps: [{ name: 'EntryExportAdd', type: 'export', status: 'success', description: '', details: {} }],
    modified: [],
    ...over,
  };
}

function failed(name: string, code: string): LogEntry {
  return entry(name, {
    status: 'failure',
    error: { code, reason: 'no licence' },
    steps: [{ name: 'EntryExportAdd', type: 'export', status: 'failure', description: '', details: {} }],
  });
}

function leftOut(name: string, reason: string, details: Readonly<Record<string, string>> = {}): LogEntry {
  return entry(name, {
    status: 'skipped',
    steps: [
      {
        name: 'EntrySynchronizationSkip',
        type: 'export',
        status: 'skipped',
        description: '',
        details: { SkipReason: reason, ...details },
      },
    ],
  });
}

const names = ['Ines Duarte', 'Bo Lindqvist', 'Amara Okafor', 'Chidi Eze', 'Dana Petrov', 'Farid Nasser', 'Gwen Ashby'];

/** A cycle with something of everything in it; Bo Lindqvist had the same trouble before. */
export function cyclesWithTrouble(): CycleLog {
  const entries = [
    ...Array.from({ length: 9 }, (_, index) => entry(`New ${index}`, {})),
    entry('Renamed', { action: 'update' }),
    entry('Sales EMEA', { action: 'update' }, true),
    entry('Leaver', { action: 'disable' }),
    ...names.map((name) => failed(name, 'SalesforceLicenseLimitExceeded')),
    leftOut('Heidi Baumann', 'AttributeValidationFailed', { PropertyName: 'Email' }),
    ...Array.from({ length: 31 }, (_, index) => leftOut(`Same ${index}`, 'RedundantExport')),
  ];
  const earlier = [failed('Bo Lindqvist', 'SalesforceLicenseLimitExceeded')];
  const point = (at: string, figures: readonly [written: number, failed: number, left: number]) => {
    return { at, written: figures[0], failed: figures[1], unexpectedSkips: figures[2] };
  };
  return {
    last: countCycle({ entries, earlier, truncated: false }, lookedAt),
    standing: [],
    trend: [
      point('2026-11-17T09:18:00Z', [21, 0, 0]),
      point('2026-11-17T09:58:00Z', [3, 0, 1]),
      point('2026-11-17T10:38:00Z', [0, 0, 0]),
      point('2026-11-17T11:18:00Z', [6, 1, 0]),
      point('2026-11-17T11:58:00Z', [2, 1, 0]),
      point('2026-11-17T12:38:00Z', [12, 7, 1]),
    ],
    settling: false,
  };
}

const credentials = {
  code: 'SalesforceInvalidCredentials',
  message:
    'Your Salesforce.com credentials are invalid. Please obtain a current administrative user name, password and security token.',
  tenantActionable: true,
};

const errors = runJson({ state: 'EntryLevelErrors', countEscrowed: 8 });

/** Apps by name with their jobs, as an overview. */
export function anOverview(
  jobs: Readonly<Record<string, object | undefined>>,
  parts: Partial<OverviewAnswer> = {},
): Answered {
  const lines = Object.entries(jobs).map(([name, json]) => {
    const job = parseJob(json);
    const known = job
      ? ({ known: true, value: [job], at: lookedAt } as const)
      : ({ known: false, why: 'unavailable' } as const);
    return { app: { id: `id-of-${name}`, name, roles: [] }, health: readHealth(known, lookedAt) };
  });
  const apps = worstFirst(lines);
  const answer: OverviewAnswer = {
    kind: 'overview',
    question: { kind: 'overview' },
    apps,
    page: { number: 1, of: Math.max(1, Math.ceil(apps.length / 10)), size: 10 },
    counts: countNeeds(lines),
    looked: 500,
    left: 0,
    unread: 0,
    asOf: lookedAt,
    ...parts,
  };
  return { answer, cost: { graphRequests: 26, logRequests: 0, roundTrips: 6, ms: 2900 } };
}

const tenant = {
  Zendesk: quarantinedJson('EncounteredEscrowProportionThreshold'),
  Salesforce: quarantinedJson('EncounteredQuarantineException', credentials),
  'Dropbox Business': quarantinedJson('TooManyDeletes'),
  Slack: jobJson({ lastExecution: errors }),
  'GitHub Enterprise Managed User (Engineering, North America)': jobJson({ lastExecution: errors }),
  Workday: undefined,
  Box: offJson(),
  Figma: jobJson({ code: 'NotConfigured' }),
  Miro: firstCycleJson(),
  Zoom: jobJson(),
  Asana: jobJson(),
  DocuSign: jobJson(),
};

/** The credentials of Salesforce with this job. */
export function aCredentials(job: object | undefined, parts: Partial<CredentialsAnswer> = {}): Answered {
  const parsed = parseJob(job);
  const health = readHealth({ known: true, value: parsed ? [parsed] : [], at: lookedAt }, lookedAt);
  const answer: CredentialsAnswer = {
    kind: 'credentials',
    question: { kind: 'credentials', app: 'Salesforce' },
    app: salesforce,
    health,
    trouble: readCredentialTrouble(health, undefined, lookedAt),
    test: { outcome: 'off' },
    log: 'whole',
    gaps: [],
    asOf: lookedAt,
    tutorial: 'salesforce-provisioning-tutorial',
    ...parts,
  };
  return { answer, cost: { graphRequests: 2, logRequests: 1, roundTrips: 2, ms: 410 } };
}

/** By name, in the order of the gallery. */
export const appSamples: Readonly<Record<string, Answered>> = {
  'app: runs well': anAppStatus([jobJson()], {
    cycles: { last: countCycle({ entries: [], truncated: false }, lookedAt), standing: [], trend: [], settling: true },
  }),
  'app: people in trouble': anAppStatus([jobJson({ lastExecution: errors })], { cycles: cyclesWithTrouble() }),
  'app: who is affected': anAppStatus([quarantinedJson('EncounteredQuarantineException', credentials)], {
    question: { kind: 'appStatus', app: 'Salesforce', focus: 'affected' },
    affected: {
      total: 14,
      people: names.map((name, index) => ({
        type: 'user',
        id: `id-of-${name}`,
        name,
        userPrincipalName: `${name.toLowerCase().replace(' ', '.')}@contoso.com`,
        at: `2026-11-17T1${2 - Math.floor(index / 4)}:3${index}:00Z`,
        ref: `7c8f6a2e-41d0-4c55-9a5e-00000000000${index}`,
      })),
      from: '2026-11-10T12:50:00Z',
      limits: [],
    },
  }),
  'app: nobody affected': anAppStatus([jobJson()], {
    question: { kind: 'appStatus', app: 'Salesforce', focus: 'affected' },
    affected: {
      total: 0,
      people: [],
      from: '2026-11-10T12:50:00Z',
      limits: [{ why: 'throttled', from: '2026-11-16T03:12:00Z' }],
    },
  }),
  'app: quarantine': anAppStatus([quarantinedJson('EncounteredQuarantineException', credentials)]),
  'app: deletions held': anAppStatus([quarantinedJson('TooManyDeletes')]),
  'app: first cycle': anAppStatus(
    [
      firstCycleJson({
        progress: [
          { completedUnits: 37, totalUnits: 120, units: 'pages', progressObservationDateTime: '2026-11-17T12:47:00Z' },
        ],
      }),
    ],
    {},
    12_400,
  ),
  'app: off': anAppStatus([offJson()]),
  'app: stalled': anAppStatus([
    jobJson({
      lastExecution: runJson({ timeBegan: '2026-11-08T09:00:00Z', timeEnded: '2026-11-08T09:04:00Z' }),
      lastSuccessfulExecution: null,
      lastSuccessfulExecutionWithExports: null,
      steadyStateLastAchievedTime: '2026-11-08T09:04:00Z',
    }),
  ]),
  'app: not set up': anAppStatus([], {
    provisioned: ['Box', 'Slack', 'Zoom'].map((name): App => ({ id: `id-of-${name}`, name, roles: [] })),
  }),
  'overview, first page': anOverview(tenant),
  'overview, nothing in quarantine': anOverview(
    { Zoom: jobJson() },
    { question: { kind: 'overview', only: 'quarantine' }, apps: [] },
  ),
  'overview, too many apps': anOverview({ Zoom: jobJson() }, { looked: 960, left: 9040, unread: 14 }),
  'credentials refused': aCredentials(quarantinedJson('EncounteredQuarantineException', credentials)),
  'credentials in order': aCredentials(jobJson(), { test: { outcome: 'valid' } }),
  'credentials, nothing found': aCredentials(jobJson(), { test: { outcome: 'notAsked' } }),
};
