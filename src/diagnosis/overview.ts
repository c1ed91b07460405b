import type { App } from './evidence.ts';
import { type JobHealth, type Need, needs } from './health.ts';

/** An app with what its job is doing. */
export interface AppHealth {
  readonly app: App;
  readonly health: JobHealth;
}

/** Apps that need somebody come first, then those that may: by how little time is left, then by how many are in trouble. */
export function worstFirst<T extends AppHealth>(apps: readonly T[]): readonly T[] {
  return apps.toSorted((one, other) => {
    const [a, b] = [one.health, other.health];
    return (
      needs.indexOf(a.need) - needs.indexOf(b.need) ||
      daysLeft(a) - daysLeft(b) ||
      (b.lastCycle?.escrowed ?? 0) - (a.lastCycle?.escrowed ?? 0) ||
      one.app.name.localeCompare(other.app.name)
    );
  });
}

/** A quarantine ends the job when its time is up; other troubles wait. */
function daysLeft({ quarantine }: JobHealth): number {
  return quarantine?.daysLeft ?? Number.MAX_SAFE_INTEGER;
}

/** Whether nothing gets through, single people fail, or it is not known. An app that is switched off may be meant to be. */
export function isProblem({ need }: JobHealth): boolean {
  return need === 'broken' || need === 'failing' || need === 'unread';
}

/** How many apps there are of each need. */
export function countNeeds(apps: readonly AppHealth[]): Readonly<Record<Need, number>> {
  const counts = Object.fromEntries(needs.map((need) => [need, 0])) as Record<Need, number>;
  for (const { health } of apps) counts[health.need] += 1;
  return counts;
}
