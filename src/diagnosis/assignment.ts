import type { AssignmentFinding } from './diagnosis.ts';
import type { App, Assignment, Evidence, Known, Membership } from './evidence.ts';
import { sameId } from './text.ts';
import { toMillis } from './time.ts';

/** Assigned without a specific role: the default access role. Source: Microsoft Graph, appRoleAssignment. */
export const defaultRoleId = '00000000-0000-0000-0000-000000000000';

export interface Assigned {
  readonly finding: AssignmentFinding;
  /** The assignments that count: direct ones and those of direct groups; for `nested` those of the outer groups. */
  readonly counting: readonly Assignment[];
  /** No assigning group is known to be security-enabled, and only such groups count. */
  readonly securityUnknown: boolean;
}

/**
 * How the subject is assigned: by itself, by a group it is a direct member of, or only by a nested group, which
 * provisioning does not read. A group inside an assigned group is nested too. Groups that are not security-enabled
 * do not count. Source: scoping (how-provisioning-works, Assignment-based scoping).
 */
export function readAssignment({ subject, app, assignments, memberships }: Evidence): Assigned {
  if (!assignments.known) return unknown(assignments.why);
  const own = assignments.value.filter((one) => sameId(one.principalId, subject.id));
  const byGroup = assignments.value.filter(
    (one) => one.principalType === 'Group' && !sameId(one.principalId, subject.id),
  );
  const pairs = pair(byGroup, memberships);
  const outer = pairs.filter(({ group }) => group.securityEnabled !== false);
  const direct = subject.type === 'group' ? [] : outer.filter(({ group }) => group.direct);
  if (own.length > 0)
    return found('direct', [...own, ...direct.map((one) => one.assignment)], direct, app, memberships);
  if (direct.length > 0)
    return found(
      'group',
      direct.map((one) => one.assignment),
      direct,
      app,
      memberships,
    );
  if (!memberships.known) return unknown(memberships.why);
  if (outer.length > 0)
    return found(
      'nested',
      outer.map((one) => one.assignment),
      outer,
      app,
      memberships,
    );
  const uncounted = pairs.map(({ group, assignment }) => group.name || assignment.principalName);
  const finding = { how: 'none', groups: [], roles: [], ...(uncounted.length > 0 ? { uncounted } : {}) } as const;
  return { finding, counting: [], securityUnknown: false };
}

interface Pair {
  readonly assignment: Assignment;
  readonly group: Membership;
}

function pair(assignments: readonly Assignment[], memberships: Known<readonly Membership[]>): readonly Pair[] {
  if (!memberships.known) return [];
  const { value } = memberships;
  return assignments.flatMap((assignment) => {
    const same = value.filter((one) => sameId(one.id, assignment.principalId));
    const group = same.find((one) => one.direct) ?? same[0];
    return group ? [{ assignment, group }] : [];
  });
}

function unknown(why: AssignmentFinding['why']): Assigned {
  return { finding: { how: 'unknown', groups: [], roles: [], why }, counting: [], securityUnknown: false };
}

function found(
  how: 'direct' | 'group' | 'nested',
  counting: readonly Assignment[],
  pairs: readonly Pair[],
  app: App,
  memberships: Known<readonly Membership[]>,
): Assigned {
  const groups = new Map(
    pairs.map(({ group, assignment }) => [group.id, describe(group, assignment, how, memberships)]),
  );
  return {
    finding: {
      how,
      groups: [...groups.values()],
      roles: [...new Set(counting.map((one) => roleName(one.roleId, app)))],
      since: newest(counting.map((one) => one.createdAt)),
    },
    counting,
    securityUnknown: how === 'group' && pairs.every(({ group }) => group.securityEnabled === undefined),
  };
}

function describe(group: Membership, assignment: Assignment, how: string, memberships: Known<readonly Membership[]>) {
  const via = how === 'nested' ? onlyDirect(memberships) : undefined;
  return {
    id: group.id,
    name: group.name || assignment.principalName,
    dynamic: group.dynamic,
    ...(via ? { via } : {}),
  };
}

/** Every way into an outer group begins with a direct membership: where there is only one, that is the way. */
function onlyDirect(memberships: Known<readonly Membership[]>): string | undefined {
  if (!memberships.known) return undefined;
  const direct = memberships.value.filter((one) => one.direct);
  return direct.length === 1 ? direct[0]?.name : undefined;
}

function roleName(id: string, app: App): string {
  if (sameId(id, defaultRoleId)) return '';
  return app.roles.find((role) => sameId(role.id, id))?.name ?? id;
}

function newest(dates: readonly (string | undefined)[]): string | undefined {
  const known = dates.filter((date) => date !== undefined);
  return known.toSorted((one, other) => (toMillis(other) ?? 0) - (toMillis(one) ?? 0))[0];
}

/** Whether somebody meant the subject to be in the app, though the assignment may be of a kind that does not count. */
export function isMeant(finding: AssignmentFinding): boolean {
  const { how, uncounted = [] } = finding;
  return how === 'direct' || how === 'group' || how === 'nested' || uncounted.length > 0;
}

/** Whether a role of these assignments entitles, as far as the app's roles tell. */
export function roleStanding(
  counting: readonly Assignment[],
  app: App,
): 'named' | 'default-only' | 'disabled' | 'unknown' {
  if (counting.length === 0) return 'unknown';
  const named = counting.filter((one) => !sameId(one.roleId, defaultRoleId));
  const roles = named.map((one) => app.roles.find((role) => sameId(role.id, one.roleId)));
  if (roles.some((role) => role?.enabled)) return 'named';
  if (roles.some((role) => role === undefined)) return 'unknown';
  return named.length < counting.length ? 'default-only' : 'disabled';
}
