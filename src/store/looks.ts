import { asc, eq, inArray } from 'drizzle-orm';
import type { JobState } from '../watch/change.ts';
import type { Looked, Message, Outbox, WatchedJob } from '../watch/outbox.ts';
import type { Db } from './database.ts';
import type { Queue } from './queue.ts';
import { messages, moments, watchedJobs } from './schema.ts';

type Looks = Pick<Outbox, 'watched' | 'look' | 'lastDiscovery' | 'discovered'>;

const discovery = 'discovery';

/** What was last seen of the jobs, and the messages that follow from what is seen now. */
export function createLooks(db: Db, queue: Queue, newId: () => string): Looks {
  return {
    async watched(appIds) {
      if (appIds !== 'all' && appIds.length === 0) return [];
      const rows = await db
        .select({ appId: watchedJobs.appId, jobId: watchedJobs.jobId, name: watchedJobs.appName })
        .from(watchedJobs)
        .where(appIds === 'all' ? undefined : inArray(watchedJobs.appId, [...appIds]))
        .orderBy(asc(watchedJobs.appId), asc(watchedJobs.jobId));
      return rows.map(({ appId, jobId, name }) => ({ app: { id: appId, name }, jobId }));
    },
    async look(jobs, now, decide) {
      if (jobs.length === 0) return [];
      // Mostly nothing is new, and nothing need be locked for that.
      if (decide(await readStates(db, jobs)).every((one) => one === undefined)) return [];
      return db.transaction(async (tx) => {
        const before = await lockStates(tx, jobs, now);
        const written: Message[] = [];
        for (const looked of decide(before)) {
          if (looked) written.push(...(await write(tx, looked, now)));
        }
        return written;
      });
    },
    async lastDiscovery() {
      const [row] = await db.select().from(moments).where(eq(moments.name, discovery));
      return row?.at;
    },
    async discovered(at) {
      await db
        .insert(moments)
        .values({ name: discovery, at })
        .onConflictDoUpdate({ target: moments.name, set: { at } });
    },
  };

  async function write(tx: Db, { job, state, messages: planned }: Looked, now: Date): Promise<Message[]> {
    const { app, jobId } = job;
    await tx
      .insert(watchedJobs)
      .values({ appId: app.id, jobId, appName: app.name, state, changedAt: now })
      .onConflictDoUpdate({
        target: [watchedJobs.appId, watchedJobs.jobId],
        set: { state, appName: app.name, changedAt: now },
      });
    const written: Message[] = [];
    for (const { changes, dueAt } of planned) {
      const id = newId();
      await tx.insert(messages).values({ id, appId: app.id, jobId, appName: app.name, changes, noticedAt: now });
      const needsLog = changes.some((change) => 'cycle' in change);
      await queue.send(tx, 'tell', [{ id, dueInMs: dueAt.getTime() - now.getTime(), first: !needsLog }]);
      written.push({ ...job, id, changes, noticedAt: now.toISOString() });
    }
    return written;
  }
}

/** The states in the order of the jobs. */
async function readStates(db: Db, jobs: readonly WatchedJob[]): Promise<(JobState | undefined)[]> {
  return inOrder(await statesOf(db, jobs), jobs);
}

/** The same, held until the transaction ends. Rows are made for the lock to hold on to. */
async function lockStates(tx: Db, jobs: readonly WatchedJob[], now: Date): Promise<(JobState | undefined)[]> {
  // Always in one order, so that two looks wait for each other rather than deadlock.
  const ordered = jobs.toSorted((one, other) => compare(one.app.id, other.app.id) || compare(one.jobId, other.jobId));
  await tx
    .insert(watchedJobs)
    .values(ordered.map(({ app, jobId }) => ({ appId: app.id, jobId, appName: app.name, changedAt: now })))
    .onConflictDoNothing();
  return inOrder(await statesOf(tx, jobs).for('update'), jobs);
}

/** Every job of these apps: by the first column of the key, which the planner looks up also in a table that has just grown. */
function statesOf(db: Db, jobs: readonly WatchedJob[]) {
  const appIds = [...new Set(jobs.map(({ app }) => app.id))];
  return db
    .select()
    .from(watchedJobs)
    .where(inArray(watchedJobs.appId, appIds))
    .orderBy(asc(watchedJobs.appId), asc(watchedJobs.jobId));
}

function inOrder(
  rows: readonly (typeof watchedJobs.$inferSelect)[],
  jobs: readonly WatchedJob[],
): (JobState | undefined)[] {
  const known = new Map(rows.map((row) => [`${row.appId} ${row.jobId}`, row.state as JobState | null]));
  return jobs.map(({ app, jobId }) => known.get(`${app.id} ${jobId}`) ?? undefined);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
