import type { JobFinding } from '../diagnosis/diagnosis.ts';
import type { Gap, Job, Known } from '../diagnosis/evidence.ts';
import { jobFinding } from '../diagnosis/job.ts';
import { GraphError } from '../entra/errors.ts';

/** The log is what was asked about: it is told without the job where that cannot be read. */
export function withoutJobs(error: unknown): Known<readonly Job[]> {
  if (error instanceof GraphError) return { known: false, why: 'unavailable' };
  throw error;
}

/** Not asked yet while the log is being read; where Graph knows of no job there is none. */
export function jobBesideLog(
  jobs: Known<readonly Job[]> | undefined,
  now: string,
): { readonly job: JobFinding; readonly jobGap?: Gap } {
  if (!jobs) return { job: { state: 'unknown' } };
  if (jobs.known) return { job: jobFinding(jobs, now) };
  return jobs.why === 'notFound'
    ? { job: { state: 'notConfigured' } }
    : { job: { state: 'unknown' }, jobGap: jobs.why };
}
