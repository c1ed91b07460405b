import type { App, Gap, Known } from '../diagnosis/evidence.ts';
import { GraphError } from '../entra/errors.ts';
import type { AppCatalogue, AssignedApp } from '../entra/reads.ts';
import type { Turn } from './turn.ts';

/** Apps that are asked one by one whom they are assigned to: three batches. */
const mostAsked = 60;

/** Apps that somebody is assigned to and that the log does not name. */
export interface FurtherApps {
  readonly apps: readonly App[];
  /** Why there may be others. */
  readonly missing?: Gap;
}

/**
 * The apps of the person's assignments where an admin granted that read; else those of a small tenant are each asked
 * whether the person or one of its groups is assigned. A larger tenant would cost too much, and the gap is named.
 */
export async function furtherApps(
  assigned: Known<readonly AssignedApp[]>,
  catalogue: AppCatalogue | undefined,
  logged: ReadonlySet<string>,
  principals: readonly string[],
  { reads }: Turn,
): Promise<FurtherApps> {
  if (assigned.known) {
    const further = assigned.value.filter(({ id }) => !logged.has(id));
    return { apps: further.map(({ id, name }) => ({ id, name, roles: [] })) };
  }
  const candidates = catalogue?.apps.filter(({ id }) => !logged.has(id)) ?? [];
  if (!catalogue?.complete || candidates.length > mostAsked) return { apps: [], missing: assigned.why };
  const asked = await Promise.all(candidates.map((app) => isAssigned(app, principals, reads)));
  return {
    apps: candidates.filter((_, index) => asked[index] === true),
    missing: asked.includes(undefined) ? 'unavailable' : undefined,
  };
}

async function isAssigned(app: App, principals: readonly string[], reads: Turn['reads']): Promise<boolean | undefined> {
  try {
    const assignments = await reads.assignments(app.id, async () => principals);
    return assignments.known ? assignments.value.length > 0 : assignments.why === 'notFound' ? false : undefined;
  } catch (error) {
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}
