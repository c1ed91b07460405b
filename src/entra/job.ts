import { z } from 'zod/v4';
import type { Job, JobError, Quarantine, Run, RunCount } from '../diagnosis/evidence.ts';
import { count, fitting, flag, instant, isRecord, list, optionalText, text, toFlag } from './outside.ts';
import { onePage } from './pages.ts';
import { path, segment } from './query.ts';
import type { Turn } from './turn.ts';

/** The app's jobs with their status. Throws GraphError. */
export async function readJobs(appId: string, turn: Turn): Promise<readonly Job[]> {
  const page = await onePage(turn, {
    operation: 'jobs',
    path: path(`/servicePrincipals/${segment(appId)}/synchronization/jobs`),
  });
  return page.items.map(parseJob).filter((job) => job !== undefined);
}

const errorShape = z.object({ code: text, message: text, tenantActionable: flag });

const runShape = z.object({
  activityIdentifier: optionalText,
  state: text,
  timeBegan: instant,
  timeEnded: instant,
  error: z.unknown(),
  countEntitled: count,
  countEntitledForProvisioning: count,
  countEscrowed: count,
  countEscrowedRaw: count,
  countExported: count,
  countExports: count,
  countImported: count,
  countImportedDeltas: count,
  countImportedReferenceDeltas: count,
});

const quarantineShape = z.object({
  reason: text,
  currentBegan: instant,
  seriesBegan: instant,
  nextAttempt: instant,
  seriesCount: z.number().int().optional().catch(undefined),
  error: z.unknown(),
});

const statusShape = z.object({
  code: text,
  lastExecution: z.unknown(),
  lastSuccessfulExecution: z.unknown(),
  lastSuccessfulExecutionWithExports: z.unknown(),
  steadyStateFirstAchievedTime: instant,
  steadyStateLastAchievedTime: instant,
  escrowsPruned: flag,
  countSuccessiveCompleteFailures: count,
  progress: list,
  synchronizedEntryCountByType: list,
  quarantine: z.unknown(),
});

const jobShape = z.object({
  id: z.string().min(1),
  templateId: text,
  schedule: z.object({ state: text, interval: optionalText }).catch({ state: '', interval: undefined }),
  status: z.unknown(),
  synchronizationJobSettings: list,
});

const progressShape = z
  .object({ completedUnits: count, totalUnits: count, units: text, progressObservationDateTime: instant })
  .transform((read) => ({
    completed: read.completedUnits,
    total: read.totalUnits,
    units: read.units,
    at: read.progressObservationDateTime,
  }));
const countShape = z.object({ key: z.string().min(1), value: count });
const settingShape = z.object({ name: z.string().min(1), value: text });

/** A synchronizationJob; undefined for anything without an id. Never throws. */
export function parseJob(value: unknown): Job | undefined {
  const parsed = jobShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { id, templateId, schedule, synchronizationJobSettings } = parsed.data;
  const status = statusShape.parse(isRecord(parsed.data.status) ? parsed.data.status : {});
  const code = oneOf(status.code, codes) ?? 'unknown';
  return {
    id,
    templateId,
    schedule: { state: oneOf(schedule.state, scheduleStates) ?? 'unknown', interval: schedule.interval },
    code,
    lastRun: parseRun(status.lastExecution),
    lastSuccessfulRun: parseRun(status.lastSuccessfulExecution),
    lastSuccessfulRunWithExports: parseRun(status.lastSuccessfulExecutionWithExports),
    steadyStateFirstAt: status.steadyStateFirstAchievedTime,
    steadyStateLastAt: status.steadyStateLastAchievedTime,
    escrowsPruned: status.escrowsPruned ?? false,
    successiveCompleteFailures: status.countSuccessiveCompleteFailures,
    progress: fitting(status.progress, progressShape),
    synchronizedCounts: Object.fromEntries(
      fitting(status.synchronizedEntryCountByType, countShape).map(({ key, value: held }) => [key, held]),
    ),
    quarantine: parseQuarantine(status.quarantine, code),
    settings: Object.fromEntries(
      fitting(synchronizationJobSettings, settingShape).map(({ name, value: held }) => [name, held]),
    ),
  };
}

const codes = ['NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine'] as const;
const scheduleStates = ['Active', 'Disabled', 'Paused'] as const;
const runStates = ['Succeeded', 'Failed', 'EntryLevelErrors'] as const;

function oneOf<T extends string>(value: string, members: readonly T[]): T | undefined {
  return members.find((member) => member.toLowerCase() === value.toLowerCase());
}

/** A run; undefined for the dummy that a job carries which never ran: failed, in year 1, without an error. */
function parseRun(value: unknown): Run | undefined {
  if (!isRecord(value)) return undefined;
  const parsed = runShape.safeParse(value);
  if (!parsed.success) return undefined;
  const read = parsed.data;
  const error = parseError(read.error);
  if (!read.timeBegan && !read.timeEnded && !error) return undefined;
  const counts: Record<RunCount, number> = {
    entitled: read.countEntitled,
    entitledForProvisioning: read.countEntitledForProvisioning,
    escrowed: read.countEscrowed,
    escrowedRaw: read.countEscrowedRaw,
    exported: read.countExported,
    exports: read.countExports,
    imported: read.countImported,
    importedDeltas: read.countImportedDeltas,
    importedReferenceDeltas: read.countImportedReferenceDeltas,
  };
  const { activityIdentifier, timeBegan, timeEnded } = read;
  return {
    activityIdentifier,
    state: oneOf(read.state, runStates) ?? 'unknown',
    beganAt: timeBegan,
    endedAt: timeEnded,
    error,
    counts,
  };
}

/** An error that tells something: the code None is how a run says that there was none. */
function parseError(value: unknown): JobError | undefined {
  // Mostly null: a parse that fails costs more than one that does not.
  if (!isRecord(value)) return undefined;
  const parsed = errorShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { code, message, tenantActionable } = parsed.data;
  const told = code === '' || code.toLowerCase() === 'none' ? '' : code;
  if (told === '' && message.trim() === '') return undefined;
  return { code: told, message, tenantActionable: toFlag(tenantActionable) };
}

/** A job that is merely paused carries a quarantine object with empty texts: the status code decides. */
function parseQuarantine(value: unknown, code: Job['code']): Quarantine | undefined {
  if (!isRecord(value) && code !== 'Quarantine') return undefined;
  const parsed = quarantineShape.safeParse(isRecord(value) ? value : {});
  if (!parsed.success) return undefined;
  const { reason, currentBegan, seriesBegan, nextAttempt, seriesCount } = parsed.data;
  const told = reason !== '' && reason.toLowerCase() !== 'unknown';
  if (code !== 'Quarantine' && !told && !currentBegan) return undefined;
  return {
    reason,
    beganAt: currentBegan,
    seriesBeganAt: seriesBegan,
    nextAttemptAt: nextAttempt,
    seriesCount,
    error: parseError(parsed.data.error),
  };
}
