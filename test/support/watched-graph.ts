import { type FakeGraph, startFakeGraph } from '../entra/support/fake-graph.ts';

/** A Microsoft Graph of apps whose jobs a test moves on. The provisioning log is empty. */
export interface WatchedGraph {
  readonly url: string;
  readonly graph: FakeGraph;
  /** Requests so far; a $batch is one. */
  requests(): number;
  /** Ends a cycle of the app at this moment. */
  endCycle(app: string, at: Date, state?: 'Succeeded' | 'Failed'): void;
  quarantine(app: string, at: Date, reason?: string): void;
  addApp(app: string): void;
  /** Every request is refused while it is away. */
  away: boolean;
  close(): Promise<void>;
}

interface WatchedApp {
  readonly name: string;
  cycle: number;
  endedAt: string;
  state: 'Succeeded' | 'Failed';
  quarantine?: { readonly reason: string; readonly seriesBegan: string };
}

export const appIdOf = (name: string) => `id-${name.replaceAll(' ', '-')}`;

export async function startWatchedGraph(names: readonly string[], now: Date): Promise<WatchedGraph> {
  const graph = await startFakeGraph();
  const apps = new Map<string, WatchedApp>();
  const add = (name: string) => {
    apps.set(appIdOf(name), { name, cycle: 1, endedAt: minutesBefore(now, 30), state: 'Succeeded' });
  };
  for (const name of names) add(name);
  const appNamed = (name: string): WatchedApp => {
    const app = apps.get(appIdOf(name));
    if (!app) throw new Error(`no app ${name}`);
    return app;
  };
  const watched: WatchedGraph = {
    url: graph.url,
    graph,
    away: false,
    requests: () => graph.requests.length,
    endCycle(name, at, state = 'Succeeded') {
      const app = appNamed(name);
      app.cycle += 1;
      app.endedAt = at.toISOString();
      app.state = state;
    },
    quarantine(name, at, reason = 'EncounteredQuarantineException') {
      appNamed(name).quarantine = { reason, seriesBegan: at.toISOString() };
    },
    addApp: add,
    close: () => graph.close(),
  };
  graph.otherwise(({ path }) => {
    if (watched.away) return { status: 503, body: { error: { code: 'ServiceUnavailable', message: 'away' } } };
    const [, id = ''] = /^\/servicePrincipals\/([^/]+)\/synchronization\/jobs/.exec(path) ?? [];
    const app = apps.get(id);
    if (app) return { body: { value: [jobOf(id, app)] } };
    if (path.startsWith('/servicePrincipals?'))
      return { body: { value: [...apps].map(([key, one]) => spOf(key, one)) } };
    return { body: { value: [] } };
  });
  return watched;
}

function spOf(id: string, { name }: WatchedApp): object {
  return { id, appId: `app-${id}`, displayName: name, servicePrincipalType: 'Application', appRoles: [] };
}

function jobOf(id: string, { cycle, endedAt, state, quarantine }: WatchedApp): object {
  const run = {
    activityIdentifier: `${id}-cycle-${cycle}`,
    state,
    timeBegan: minutesBefore(new Date(endedAt), 5),
    timeEnded: endedAt,
  };
  return {
    id: `job-${id}`,
    templateId: 'salesforce',
    schedule: { state: 'Active', interval: 'PT40M' },
    status: {
      code: quarantine ? 'Quarantine' : 'Active',
      lastExecution: run,
      lastSuccessfulExecution: state === 'Succeeded' ? run : null,
      steadyStateFirstAchievedTime: '2026-01-01T00:00:00Z',
      steadyStateLastAchievedTime: endedAt,
      quarantine: quarantine ?? null,
    },
  };
}

function minutesBefore(at: Date, minutes: number): string {
  return new Date(at.getTime() - minutes * 60_000).toISOString();
}
