import { sql } from 'drizzle-orm';
import { fromDrizzle, type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Handlers, Tasks } from '../watch/outbox.ts';
import type { Database, Db } from './database.ts';
import { inTurn } from './migrate.ts';
import type { StoreOptions } from './store.ts';

/** The queue as the other files of this folder use it: a task is sent in the transaction that it follows from. */
export interface Queue extends Tasks {
  send(tx: Db, name: 'tell' | 'deliver', tasks: readonly Task[]): Promise<void>;
  /** How many tasks wait, those that are to be tried again included. */
  depth(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** `first`: before others that are due. */
export interface Task {
  readonly id: string;
  readonly dueInMs: number;
  readonly first?: boolean;
}

/**
 * A task whose instance shows no sign of life for so long is handed to another, which the others look for this often:
 * together with the interval of polling less than a minute.
 */
const heartbeatSeconds = 15;
const superviseSeconds = 10;
const pollingSeconds = 1;

/** A look or a summary may wait out Graph's throttling; a delivery may not hang. */
const expireSeconds = { look: 900, tell: 900, deliver: 120 } as const;

const queueNames = ['look', 'tell', 'deliver', 'given-up'] as const;

/**
 * Deliveries that one instance has in hand at once: enough for what Teams takes, and fewer than there are connections to the
 * database, so that what Teams took is written down without waiting for one.
 */
const deliveriesAtOnce = 8;

interface IdData {
  readonly id: string;
}

/** pg-boss on the store's own database and connections. */
export async function openQueue(database: Database, { logger }: StoreOptions): Promise<Queue> {
  const boss = new PgBoss({
    db: database.forQueue,
    backend: database.kind,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    registerInstance: false,
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'the queue could not reach the database'));
  boss.on('warning', ({ message }) => logger.warn({ warning: message }, 'the queue warns'));
  const setUp = async () => {
    await boss.start();
    await createQueues(boss);
  };
  // The embedded database has one connection, and nobody to share it with.
  await (database.kind === 'postgres' ? inTurn(database.db, setUp) : setUp());

  return {
    async send(tx, name, tasks) {
      if (tasks.length === 0) return;
      const jobs = tasks.map(({ id, dueInMs, first }) => ({
        data: { id } satisfies IdData,
        startAfter: Math.max(0, Math.ceil(dueInMs / 1000)),
        priority: first ? 1 : 0,
      }));
      await boss.insert(name, jobs, { db: fromDrizzle(tx, sql) });
    },
    async requestLook(intervalSeconds) {
      await boss.send('look', null, { singletonSeconds: intervalSeconds });
    },
    async work(handlers: Handlers) {
      const polling = { pollingIntervalSeconds: pollingSeconds };
      await boss.work('look', polling, async ([job]) => {
        if (job) await handlers.look(job.signal);
      });
      const tell = async ([job]: Job<IdData>[]) => {
        if (job) await handlers.tell(job.data.id, job.signal);
      };
      await boss.work<IdData>('tell', polling, tell);
      // Cycles wait their turn for the log: what needs no log has a lane of its own.
      await boss.work<IdData>('tell', { ...polling, minPriority: 1 }, tell);
      await boss.work<IdData>('given-up', polling, async ([job]) => {
        if (job) await handlers.giveUp(job.data.id);
      });
      await boss.work<IdData>('untold', polling, async ([job]) => {
        if (job) await handlers.leaveUntold(job.data.id);
      });
      await boss.work(
        'deliver',
        { ...polling, batchSize: deliveriesAtOnce, burstWhenBatchFull: true, perJobResults: true },
        (jobs: Job<IdData>[]) =>
          Promise.all(jobs.map((job) => settled(job, () => handlers.deliver(job.data.id, job.signal)))),
      );
    },
    async stop(timeoutMs) {
      await boss.stop({ graceful: true, close: false, timeout: timeoutMs });
    },
    async depth() {
      return Object.fromEntries(
        (await boss.getQueues([...queueNames])).map(({ name, queuedCount }) => [name, queuedCount]),
      );
    },
    async close() {
      await boss.stop({ graceful: false, close: false });
    },
  };

  async function settled(job: Job<IdData>, work: () => Promise<void>): Promise<JobResult> {
    try {
      await work();
      return { id: job.id, status: 'completed' };
    } catch (error) {
      logger.error({ err: error, task: job.name }, 'a task failed and is tried again');
      return { id: job.id, status: 'failed' };
    }
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  const retries = { retryDelay: 2, retryBackoff: true, retryDelayMax: 300, heartbeatSeconds };
  const forget = { deleteAfterSeconds: 24 * 60 * 60 };
  // One look at a time, whoever asked for it; one that fails is made up for by the next.
  await ensure(boss, 'look', 'exclusive', {
    expireInSeconds: expireSeconds.look,
    retryLimit: 2,
    retryDelay: 1,
    heartbeatSeconds,
    ...forget,
  });
  await ensure(boss, 'given-up', 'standard', { retryLimit: 100, ...retries, ...forget });
  await ensure(boss, 'untold', 'standard', { retryLimit: 100, ...retries, ...forget });
  await ensure(boss, 'tell', 'standard', {
    expireInSeconds: expireSeconds.tell,
    retryLimit: 100,
    deadLetter: 'untold',
    ...retries,
    ...forget,
  });
  await ensure(boss, 'deliver', 'standard', {
    expireInSeconds: expireSeconds.deliver,
    retryLimit: 20,
    deadLetter: 'given-up',
    ...retries,
    ...forget,
  });
}

/** Makes the queue, or gives one that was there what this version wants of it. */
async function ensure(boss: PgBoss, name: string, policy: 'standard' | 'exclusive', settings: Settings): Promise<void> {
  await boss.createQueue(name, { policy, ...settings });
  await boss.updateQueue(name, settings);
}

type Settings = Omit<NonNullable<Parameters<PgBoss['createQueue']>[1]>, 'policy' | 'partition'>;
