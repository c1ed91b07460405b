import type {
  App,
  Evidence,
  Job,
  Known,
  LogEntry,
  LogReading,
  Membership,
  Subject,
  SyncSchema,
} from '../diagnosis/evidence.ts';
import { pickJob } from '../diagnosis/job.ts';
import { isEntra } from '../diagnosis/systems.ts';
import type { Assignments, Reads } from '../entra/reads.ts';
import { whileItLasts } from './meanwhile.ts';
import type { Turn } from './turn.ts';

/** How far back the log is asked: its retention with a premium licence, in days. Source: howto-analyze-provisioning-logs. */
const retentionDays = 30;

/** The beginning of the window that the log can tell about. */
export function retentionStart(now: Date): Date {
  return new Date(now.getTime() - retentionDays * 24 * 60 * 60 * 1000);
}

/** What is read about everybody who may be meant, in one wave with the job and the log. */
export interface Gathered {
  readonly jobs: Known<readonly Job[]>;
  readonly log: Known<LogReading>;
  readonly assignments: Known<Assignments>;
  readonly memberships: ReadonlyMap<string, Known<readonly Membership[]>>;
  readonly syncAll: Known<boolean>;
}

/** What is read beside the log: the state of today. */
export type Live = Omit<Gathered, 'log'>;

/**
 * Reads the job, the log, the assignments and the memberships of all candidates: independent reads, so one wave.
 * `meanwhile` is called when the log makes the asker wait although the rest is there.
 */
export async function gather(
  app: App,
  subjects: readonly Subject[],
  turn: Turn,
  log?: Known<LogReading> | Promise<Known<LogReading>>,
  meanwhile?: (live: Live) => Promise<void>,
): Promise<Gathered> {
  const { reads } = turn;
  const reading = subjects.map(async (one) => [one.id, await membershipsOf(one, reads)] as const);
  const principals = async () => {
    const all = await Promise.all(reading);
    return all.flatMap(([id, groups]) => [id, ...(groups.known ? groups.value.map((group) => group.id) : [])]);
  };
  // In this order, so that all of it is asked for in one tick and travels together.
  const jobs = reads.jobs(app.id);
  const entries =
    log ?? reads.log({ appId: app.id, sourceIds: subjects.map((one) => one.id), from: retentionStart(turn.now) });
  const live = readLive(jobs, reads.assignments(app.id, principals), Promise.all(reading), reads.syncAll(app.id));
  if (meanwhile && entries instanceof Promise) void whileItLasts(entries, live, meanwhile);
  const [today, logged] = await Promise.all([live, entries]);
  return { ...today, log: logged };
}

async function readLive(
  jobs: Promise<Known<readonly Job[]>>,
  assignments: Promise<Known<Assignments>>,
  memberships: Promise<readonly (readonly [string, Known<readonly Membership[]>])[]>,
  syncAll: Promise<Known<boolean>>,
): Promise<Live> {
  const read = await Promise.all([jobs, assignments, memberships, syncAll]);
  return { jobs: read[0], assignments: read[1], memberships: new Map(read[2]), syncAll: read[3] };
}

/** An HR worker has no groups in Entra. */
async function membershipsOf(subject: Subject, reads: Reads): Promise<Known<readonly Membership[]>> {
  if (subject.type === 'worker' || subject.deletedAt !== undefined) return { known: false, why: 'notFound' };
  return reads.memberships(subject);
}

/** Whether the job brings people into Entra or Active Directory from elsewhere, so that its log is keyed by workers. */
export function isInbound(schema: Known<SyncSchema>): boolean {
  return (
    schema.known &&
    schema.value.mappings.length > 0 &&
    schema.value.mappings.every((one) => !isEntra(one.sourceDirectory))
  );
}

/** The entries that are about one subject. */
export function entriesOf(subject: Subject, log: Known<LogReading>): readonly LogEntry[] {
  if (!log.known) return [];
  const id = subject.id.toLowerCase();
  return log.value.entries.filter(
    (entry) => entry.source.id.toLowerCase() === id || entry.target.id.toLowerCase() === id,
  );
}

/** Whether the app's assignments concern the subject, by itself or by one of its groups, nested ones included. */
export function isAssigned(subject: Subject, gathered: Gathered): boolean {
  if (!gathered.assignments.known) return false;
  const memberships = gathered.memberships.get(subject.id);
  const ids = new Set([subject.id, ...(memberships?.known ? memberships.value.map((group) => group.id) : [])]);
  return gathered.assignments.value.some((assignment) => ids.has(assignment.principalId));
}

/** The schema of the job that tells: a wave of its own, and none when it is remembered. */
export async function readSchema(
  app: App,
  gathered: Gathered,
  entries: readonly LogEntry[],
  reads: Reads,
): Promise<Known<SyncSchema>> {
  if (!gathered.jobs.known) return { known: false, why: 'notRead' };
  const job = pickJob(gathered.jobs.value, entries[0]?.jobId);
  if (!job) return { known: false, why: 'notFound' };
  return reads.schema(app.id, job.id);
}

/** Puts together what is known of one subject in one app. */
export function toEvidence(
  app: App,
  subject: Subject,
  gathered: Gathered,
  schema: Known<SyncSchema>,
  now: Date,
): Evidence {
  const memberships = gathered.memberships.get(subject.id) ?? { known: false, why: 'notRead' };
  const known = memberships.known ? memberships.value.map((group) => group.id) : [];
  const principals = new Set([subject.id, ...known]);
  return {
    now: now.toISOString(),
    subject,
    app,
    jobs: gathered.jobs,
    schema,
    log: gathered.log.known
      ? { ...gathered.log, value: { ...gathered.log.value, entries: entriesOf(subject, gathered.log) } }
      : gathered.log,
    assignments: gathered.assignments.known
      ? { ...gathered.assignments, value: gathered.assignments.value.filter((one) => principals.has(one.principalId)) }
      : gathered.assignments,
    nobodyAssigned: gathered.assignments.known ? gathered.assignments.value.nobody : undefined,
    memberships,
    syncAll: gathered.syncAll,
  };
}
