import type { WatchedApp } from '../answers/subscriptions.ts';
import type { LookDeps } from './look.ts';

/** The apps that a look reads. */
export interface WatchedApps {
  readonly apps: readonly WatchedApp[];
  /** All apps of the tenant are looked through this time. */
  readonly discovered: boolean;
  /** Whether an app that was never seen with a job is news: all apps were looked through before. */
  readonly isNew: (appId: string) => boolean;
  readonly graphRequests: number;
}

/** Graph lists jobs by app only, so a new one is found by asking every app: that is done this often. */
const discoverEveryMs = 60 * 60 * 1000;

/** The apps that somebody named, and for who watches all of them every app that has a job. */
export async function watchedApps(
  { entra, outbox, newId }: LookDeps,
  now: Date,
  signal: AbortSignal,
): Promise<WatchedApps> {
  const subscriptions = await outbox.subscriptions();
  const named = subscriptions.flatMap(({ app, about }) => (app && about !== 'nothing' ? [app] : []));
  const none = { discovered: false, isNew: () => false, graphRequests: 0 };
  if (subscriptions.every(({ app }) => app)) return { ...none, apps: distinct(named) };

  const [watched, last] = await Promise.all([outbox.watched('all'), outbox.lastDiscovery()]);
  const known = [...watched.map(({ app }) => app), ...named];
  if (last && now.getTime() - last.getTime() < discoverEveryMs) return { ...none, apps: distinct(known) };

  const reads = entra.open({ signal, correlationId: newId(), lane: 'watch' });
  const { apps } = await reads.wholeCatalogue();
  const seen = new Set(watched.map(({ app }) => app.id));
  return {
    apps: distinct([...apps.map(({ id, name }) => ({ id, name })), ...known]),
    discovered: true,
    isNew: (appId) => last !== undefined && !seen.has(appId),
    graphRequests: reads.spent().graphRequests,
  };
}

/** Each once, by the name that comes first: the tenant's own of today before one that is remembered. */
function distinct(apps: readonly WatchedApp[]): readonly WatchedApp[] {
  const byId = new Map<string, WatchedApp>();
  for (const app of apps) if (!byId.has(app.id)) byId.set(app.id, app);
  return [...byId.values()];
}
