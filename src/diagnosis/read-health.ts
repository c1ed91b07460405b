import { lookUp } from './catalogue/catalogue.ts';
import { jobCause } from './decide.ts';
import type { Job, JobError, Known, Run } from './evidence.ts';
import type { CycleFacts, FirstCycle, JobHealth, Need, QuarantineFacts } from './health.ts';
import { jobFinding, pickTelling } from './job.ts';
import { isAfter, toIso, toMillis } from './time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A job that is in quarantine for longer is switched off. Source: application-provisioning-quarantine-status. */
const quarantineDays = 28;

/** Minutes that the first cycle takes for each assigned object. Source: when-will-provisioning-finish-specific-user. */
const minutesPerObject = { least: 0.01, most: 0.08 } as const;

/** What is beside the job and helps to judge it. */
export interface HealthEvidence {
  /** Assigned users and groups, where they were read. */
  readonly assigned?: number;
}

/** How the job of an app is doing. An app without a job has none set up. Pure; never throws. */
export function readHealth(jobs: Known<readonly Job[]>, now: string, beside: HealthEvidence = {}): JobHealth {
  const known: Known<readonly Job[]> =
    !jobs.known && jobs.why === 'notFound' ? { known: true, value: [], at: now } : jobs;
  const job = known.known ? pickTelling(known.value, now) : undefined;
  const found = jobFinding(known, now, job?.id);
  const nothing = {
    watermark: 'unknown',
    pausesAfterFirstCycle: false,
    failuresInARow: 0,
    linked: {},
    others: [],
  } as const;
  if (!known.known) return { ...nothing, job: found, need: 'unread', why: known.why };
  if (!job) return { ...nothing, job: found, need: 'unset', cause: jobCause(found) };
  // What a status that nobody has documented stands for is not known, however well the cycles look.
  const finding = job.code === 'unknown' && found.state === 'running' ? { ...found, state: 'unknown' as const } : found;
  const isFirst = finding.state === 'initialCycle';
  const health: Omit<JobHealth, 'need'> = {
    job: finding,
    cause: jobCause(finding),
    lastCycle: job.lastRun && cycleFacts(job.lastRun),
    lastGoodAt: endOf(job.lastSuccessfulRun),
    lastWroteAt: endOf(job.lastSuccessfulRunWithExports),
    firstCycleDoneAt: job.steadyStateFirstAt,
    quarantine: finding.state === 'quarantine' ? quarantineFacts(finding.quarantine, job, now) : undefined,
    firstCycle: isFirst ? firstCycle(job, beside) : undefined,
    watermark: watermarkOf(job, isFirst),
    pausesAfterFirstCycle: job.escrowsPruned,
    failuresInARow: job.successiveCompleteFailures,
    linked: job.synchronizedCounts,
    others: known.value.filter((one) => one !== job).map((one) => ({ jobId: one.id, state: stateOf(one, now) })),
  };
  return { ...health, need: needOf(health) };
}

function stateOf(job: Job, now: string): JobHealth['others'][number]['state'] {
  const { state } = jobFinding({ known: true, value: [job], at: now }, now);
  return state === 'unknown' ? 'notConfigured' : state;
}

function endOf(run: Run | undefined): string | undefined {
  return run?.endedAt ?? run?.beganAt;
}

function cycleFacts({ activityIdentifier, beganAt, endedAt, state, error, counts }: Run): CycleFacts {
  return {
    id: activityIdentifier,
    beganAt,
    endedAt,
    state,
    error,
    entitled: counts.entitled,
    exported: counts.exported,
    escrowed: counts.escrowed,
  };
}

function quarantineFacts(told: JobHealth['job']['quarantine'], job: Job, now: string): QuarantineFacts {
  const since = toMillis(told?.since);
  const end = since === undefined ? undefined : since + quarantineDays * day;
  const moment = toMillis(now);
  const left = end === undefined || moment === undefined ? undefined : Math.max(0, Math.floor((end - moment) / day));
  return {
    reason: told?.reason ?? '',
    documented: documentedOf(told?.error, told?.reason),
    since: told?.since,
    nextAttemptAt: told?.nextAttemptAt,
    overdue: isAfter(now, told?.nextAttemptAt),
    attempts: job.quarantine?.seriesCount,
    error: told?.error,
    disabledAt: end === undefined ? undefined : toIso(end),
    daysLeft: left,
  };
}

/** What the error names says more than the reason, which is the same for many errors. */
function documentedOf(error: JobError | undefined, reason: string | undefined): string | undefined {
  for (const code of [error?.code, reason]) {
    const entry = code ? lookUp(code) : undefined;
    if (entry && entry.level !== 'run' && entry.level !== 'api') return entry.code;
  }
  return undefined;
}

function firstCycle(job: Job, { assigned }: HealthEvidence): FirstCycle {
  const progress = job.progress.at(-1);
  const entitled = job.lastRun?.counts.entitled ?? 0;
  const objects = entitled > 0 ? entitled : assigned;
  return {
    completed: progress?.completed,
    total: progress?.total,
    units: progress?.units,
    at: progress?.at,
    objects,
    fromMinutes: objects === undefined ? undefined : Math.round(objects * minutesPerObject.least),
    toMinutes: objects === undefined ? undefined : Math.round(objects * minutesPerObject.most),
  };
}

/** Whether the job remembers where it stopped: a first cycle, and one after a restart, reads everybody. */
function watermarkOf(job: Job, isFirst: boolean): JobHealth['watermark'] {
  if (isFirst || job.code === 'NotConfigured') return 'none';
  return toMillis(job.steadyStateFirstAt) === undefined ? 'unknown' : 'kept';
}

function needOf(health: Omit<JobHealth, 'need'>): Need {
  const { job, lastCycle, failuresInARow } = health;
  switch (job.state) {
    case 'quarantine':
    case 'stalled':
      return 'broken';
    case 'off':
      return 'off';
    case 'notConfigured':
      return 'unset';
    case 'initialCycle':
      return health.pausesAfterFirstCycle ? 'failing' : 'starting';
    case 'unknown':
      return 'unread';
    case 'running':
      if (lastCycle?.state === 'Failed' || (!lastCycle && failuresInARow > 0)) return 'broken';
      return lastCycle?.state === 'EntryLevelErrors' || (lastCycle?.escrowed ?? 0) > 0 ? 'failing' : 'fine';
  }
}
