import { z } from 'zod/v4';
import type { Membership, Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { fitting, flag, list, text } from './outside.ts';
import { allPages } from './pages.ts';
import { path, segment } from './query.ts';
import type { Read } from './read.ts';
import type { Turn } from './turn.ts';

/** Nobody is in more groups than fit in five pages of 999. Source: Entra service limits, about 2,000 in a token. */
const mostPages = 5;

const group = z.object({
  id: z.string().min(1),
  '@odata.type': text,
  displayName: text,
  securityEnabled: flag,
  groupTypes: list,
});

/** Groups that a user or group is in, directly or by way of others. Throws GraphError. */
export async function readMemberships(subject: Subject, turn: Turn): Promise<readonly Membership[]> {
  const resource = `/${subject.type === 'group' ? 'groups' : 'users'}/${segment(subject.id)}`;
  const [direct, all] = await Promise.all([
    groupsOf(`${resource}/memberOf`, turn),
    groupsOf(`${resource}/transitiveMemberOf`, turn),
  ]);
  const directIds = new Set(direct.map((one) => one.id));
  const byId = new Map([...all, ...direct].map((one) => [one.id, one]));
  return [...byId.values()].map((one) => ({
    id: one.id,
    name: one.displayName || one.id,
    direct: directIds.has(one.id),
    dynamic: one.groupTypes.includes('DynamicMembership'),
    securityEnabled: one.securityEnabled,
  }));
}

async function groupsOf(resource: string, turn: Turn): Promise<z.infer<typeof group>[]> {
  const read = (select?: string): Read => ({
    operation: 'memberships',
    path: path(resource, { $select: select, $top: 999 }),
  });
  try {
    return onlyGroups((await allPages(turn, read('id,displayName,groupTypes,securityEnabled'), mostPages)).items);
  } catch (error) {
    // memberOf holds directory objects: a Graph may refuse to select what only groups have.
    if (!(error instanceof GraphError) || error.code !== 'badRequest') throw error;
    return onlyGroups((await allPages(turn, read(), mostPages)).items);
  }
}

/** memberOf lists directory roles and administrative units too, which assign nobody to an app. */
function onlyGroups(items: readonly unknown[]): z.infer<typeof group>[] {
  return fitting(items, group).filter(
    (one) => one['@odata.type'] === '' || one['@odata.type'].toLowerCase().endsWith('.group'),
  );
}
