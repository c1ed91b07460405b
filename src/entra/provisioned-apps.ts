import type { LRUCache } from 'lru-cache';
import type { App } from '../diagnosis/evidence.ts';
import { wholeCatalogue } from './apps.ts';
import { batchLimit } from './batch.ts';
import type { Catalogue } from './catalogue.ts';
import { GraphError } from './errors.ts';
import { readJobs } from './job.ts';
import type { DiscoveryOptions, ProvisionedApp, ProvisionedApps } from './reads.ts';
import type { Logger } from './settings.ts';
import type { Turn } from './turn.ts';

/** By app id: whether it had a job when it was looked at last. Forgotten after a while, so that new jobs are found. */
export type JobMemory = LRUCache<string, 'job' | 'none'>;

/** Apps whose jobs are asked for in one go: some batches at once, then the next, so that what is known can be shown. */
const waveSize = 5 * batchLimit;

/** Apps that one answer looks at: with eleven pages of the catalogue it stays within 60 requests. */
const mostLooked = 48 * batchLimit;

/** So many apps that could not be read are named; of more it is said how many. */
const mostNamed = 10;

interface Parts {
  readonly turn: Turn;
  readonly catalogue: Catalogue;
  readonly memory: JobMemory;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Asks anew for apps that had no job a while ago, as far as one answer reaches. */
  readonly fresh?: boolean;
}

/**
 * Every app of the tenant that has a provisioning job, with the job's state of now. Graph lists jobs by app only, so each
 * app is asked, twenty to a request, those from the gallery first; an app that had none is not asked again for a while.
 * One app that cannot be read is named and does not stop the rest. Throws GraphError where none can be.
 */
export async function provisionedApps(parts: Parts, options: DiscoveryOptions = {}): Promise<ProvisionedApps> {
  const { turn, catalogue, memory } = parts;
  const whole = await wholeCatalogue(turn, catalogue, parts.fresh);
  const apps = options.among ? whole.apps.filter(options.among) : whole.apps;
  const askAll = parts.fresh === true && apps.length <= mostLooked;
  const candidates = apps
    .filter((app) => askAll || memory.get(app.id) !== 'none')
    .toSorted((a, b) => likelihood(b) - likelihood(a));
  const chosen = candidates.slice(0, options.most ?? mostLooked);
  const found: ProvisionedApp[] = [];
  /** Of which it is not even known whether they are provisioned. */
  const unread: ProvisionedApp[] = [];
  const settled = apps.length - candidates.length;
  const soFar = (looked: number): ProvisionedApps => ({
    apps: unread.length > mostNamed ? [...found] : [...found, ...unread],
    unread: unread.length > mostNamed ? unread.length : 0,
    looked: settled + looked,
    left: candidates.length - chosen.length,
    of: settled + chosen.length,
  });
  let answered = 0;
  let refusal: GraphError | undefined;
  for (let begin = 0; begin < chosen.length; begin += waveSize) {
    const wave = chosen.slice(begin, begin + waveSize);
    const read = await Promise.all(wave.map((app) => readOne(app, parts)));
    for (const one of read) {
      if (one.refusal) refusal = one.refusal;
      else answered += 1;
      if (one.found) (one.found.jobs.known || memory.get(one.found.app.id) === 'job' ? found : unread).push(one.found);
    }
    // Not one of so many: that is no matter of single apps.
    if (answered === 0 && refusal) throw refusal;
    options.onPart?.(soFar(Math.min(chosen.length, begin + waveSize)));
  }
  return soFar(chosen.length);

  function likelihood(app: App): number {
    if (memory.get(app.id) === 'job') return 2;
    return app.templateId === undefined ? 0 : 1;
  }
}

interface ReadOne {
  readonly found?: ProvisionedApp;
  readonly refusal?: GraphError;
}

async function readOne(app: App, { turn, memory, now, logger }: Parts): Promise<ReadOne> {
  try {
    const jobs = await readJobs(app.id, turn);
    memory.set(app.id, jobs.length > 0 ? 'job' : 'none');
    return jobs.length > 0 ? { found: { app, jobs: { known: true, value: jobs, at: now().toISOString() } } } : {};
  } catch (error) {
    if (!(error instanceof GraphError) || error.code === 'cancelled' || error.code === 'unauthenticated') throw error;
    // Graph has no such thing there, or none that can be asked for.
    if (error.code === 'notFound' || error.code === 'badRequest') {
      memory.set(app.id, 'none');
      return {};
    }
    const forbidden = error.code === 'forbidden';
    // Apps of Microsoft's own may be closed to everybody: of those, only one that is known to have a job is missed.
    if (forbidden && memory.get(app.id) !== 'job') return { refusal: error };
    const { operation, code, requestId } = error;
    logger.warn({ operation, code, requestId }, 'the job of one app could not be read: it is named in the answer');
    return { found: { app, jobs: { known: false, why: forbidden ? 'forbidden' : 'unavailable' } }, refusal: error };
  }
}
