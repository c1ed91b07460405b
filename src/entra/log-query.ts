import { literal, path } from './query.ts';
import type { Read } from './read.ts';
import type { LogWindow } from './reads.ts';

/**
 * How to ask the log, from the narrowest way to the widest. Graph documents eq, contains, gt and lt, and Microsoft's own
 * examples add `or`, tolower and $orderby, but not every cloud takes them all; whatever the server does not filter is
 * filtered here. Source: provisioningobjectsummary-list; cross-tenant-synchronization-configure-graph.
 */
export interface LogPlan {
  readonly reads: readonly Read[];
  /** Whether Graph filters by the app, so that an entry which names none is of it. */
  readonly byApp: boolean;
}

/** $orderby with $top 500 is what Microsoft's own example sends; the largest page is not documented. */
const pageSize = 500;
/** Filters beyond this burst the URL; Graph takes 15 clauses joined by or. */
const mostIds = 15;
/** More apps than that lengthen a shared filter by more than they spare. */
const mostApps = 5;

/** The plans for a window, each less demanding than the one before. Never empty. */
export function plansFor(window: LogWindow): readonly LogPlan[] {
  const app = window.appId === undefined ? [] : [`servicePrincipal/id eq ${literal(window.appId)}`];
  const when = times(window);
  const ids = window.sourceIds ?? [];
  const plan = (filters: readonly (readonly string[])[], ordered: boolean): LogPlan => ({
    reads: filters.map((clauses) => read(clauses.join(' and '), ordered)),
    byApp: app.length > 0 && filters.every((clauses) => clauses.some((clause) => app.includes(clause))),
  });
  const widest = plan([[...app, ...when]], false);
  if (ids.length > 0) {
    const chunks = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, index) =>
      ids.slice(index * mostIds, (index + 1) * mostIds),
    );
    const joined = chunks.map((chunk) => [...app, either(chunk.map(sourceIs)), ...when]);
    const single = ids.slice(0, mostIds).map((id) => [...app, sourceIs(id), ...when]);
    const personOnly = ids.slice(0, mostIds).map((id) => [sourceIs(id), ...when]);
    return unique([plan(joined, true), plan(joined, false), plan(single, false), plan(personOnly, false), widest]);
  }
  const name = window.sourceName?.trim();
  if (name && !name.includes('@')) {
    // Filters mind the case, and an asker does not. A worker may be asked for by id as well.
    const lower = `contains(tolower(sourceIdentity/displayName),${literal(name.toLowerCase())})`;
    const asTyped = `contains(sourceIdentity/displayName,${literal(name)})`;
    const named = [[...app, either([lower, sourceIs(name)]), ...when]];
    const plain = [[...app, asTyped, ...when]];
    return unique([plan(named, true), plan(named, false), plan(plain, false), widest]);
  }
  return unique([plan([[...app, ...when]], true), widest]);
}

/** The windows of several people, asked for in one read. Each has ids and no end. */
export function sharedPlan(windows: readonly LogWindow[]): LogPlan {
  const apps = [...new Set(windows.map((window) => window.appId))];
  const ofApps = apps.filter((app) => app !== undefined);
  const narrowed = ofApps.length === apps.length && apps.length <= mostApps;
  const clauses = narrowed ? [either(ofApps.map((app) => `servicePrincipal/id eq ${literal(app)}`))] : [];
  const ids = [...new Set(windows.flatMap((window) => window.sourceIds ?? []))];
  const from = windows.reduce((least, window) => (window.from < least ? window.from : least), new Date(8.64e15));
  const filter = [...clauses, either(ids.map(sourceIs)), ...times({ from })].join(' and ');
  return { reads: [read(filter, true)], byApp: narrowed && apps.length === 1 };
}

function sourceIs(id: string): string {
  return `sourceIdentity/id eq ${literal(id)}`;
}

function either(clauses: readonly string[]): string {
  return clauses.length === 1 ? (clauses[0] ?? '') : `(${clauses.join(' or ')})`;
}

/** Whole seconds, and gt and lt only: ge, le and fractions are not documented for the log. */
function times(window: LogWindow): string[] {
  const from = `activityDateTime gt ${seconds(window.from)}`;
  return window.to === undefined ? [from] : [from, `activityDateTime lt ${seconds(window.to)}`];
}

function seconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function read(filter: string, ordered: boolean): Read {
  const query = { $filter: filter, $top: pageSize, $orderby: ordered ? 'activityDateTime desc' : undefined };
  return { operation: 'log', path: path('/auditLogs/provisioning', query) };
}

function unique(plans: readonly LogPlan[]): LogPlan[] {
  const byPaths = new Map(plans.map((plan) => [plan.reads.map((one) => one.path).join(' '), plan]));
  return [...byPaths.values()];
}

/** Windows of one shape are refused alike. */
export function shapeOf(window: LogWindow): string {
  const ids = window.sourceIds?.length ?? 0;
  const who = ids > 1 ? 'several' : ids === 1 ? 'one' : window.sourceName ? 'name' : 'all';
  return `${window.appId === undefined ? 'any' : 'app'} ${who}`;
}
