import { z } from 'zod/v4';
import type { Subject } from '../diagnosis/evidence.ts';
import { fitting, text } from './outside.ts';
import { allPages } from './pages.ts';
import { path, segment } from './query.ts';
import type { AssignedApp } from './reads.ts';
import type { Turn } from './turn.ts';

/** Nobody is assigned to more apps than fit in five pages. */
const mostPages = 5;

const assignment = z
  .object({ resourceId: z.string().min(1), resourceDisplayName: text })
  .transform((read): AssignedApp => ({ id: read.resourceId.toLowerCase(), name: read.resourceDisplayName }));

/**
 * The apps that a user or group is assigned to; those of a user's direct groups are among them.
 * Source: List appRoleAssignments granted to a user. Throws GraphError.
 */
export async function readAssignedApps(subject: Subject, turn: Turn): Promise<readonly AssignedApp[]> {
  const resource = `/${subject.type === 'group' ? 'groups' : 'users'}/${segment(subject.id)}/appRoleAssignments`;
  const { items } = await allPages(turn, { operation: 'assignedApps', path: path(resource, { $top: 999 }) }, mostPages);
  return [...new Map(fitting(items, assignment).map((one) => [one.id, one])).values()];
}
