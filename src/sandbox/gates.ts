import type { AppSpec } from './app-list.ts';
import { defaultRoleId, type SandboxApp } from './apps.ts';
import type { Directory } from './directory.ts';
import type { Mapping } from './mappings.ts';
import type { Person } from './people.ts';
import { evaluateFilter, type FilterGroup, sourceText } from './scoping.ts';

/** How each gate stands for a person, as the provisioning service sees it. */
export interface Gates {
  readonly active: boolean;
  readonly assigned: boolean;
  readonly role: boolean;
  readonly filter: boolean;
  readonly clauses: Readonly<Record<string, boolean>>;
  /** Names of the roles that the person gets; '' is default access. */
  readonly roles: readonly string[];
}

export function gatesOf(
  directory: Directory,
  app: SandboxApp,
  spec: AppSpec,
  one: Person,
  scope: readonly FilterGroup[] = spec.scope ?? [],
): Gates {
  const parents = directory.parentsOf(one.id);
  const roles: string[] = [];
  for (const assignment of directory.assignments(app.id)) {
    const own =
      assignment.principalId === one.id ||
      (assignment.principalType === 'Group' && parents.has(assignment.principalId));
    if (own)
      roles.push(
        assignment.appRoleId === defaultRoleId
          ? ''
          : (app.appRoles.find((role) => role.id === assignment.appRoleId)?.displayName ?? ''),
      );
  }
  const filter = evaluateFilter(scope, one);
  const assigned = spec.syncAll === true || roles.length > 0;
  return {
    active: one.accountEnabled && one.deletedDateTime === null,
    assigned,
    role: spec.syncAll === true || roles.some((role) => role !== '' || spec.defaultRoleEntitles),
    filter: filter.passed,
    clauses: filter.clauses,
    roles,
  };
}

export function entitled(gates: Gates): boolean {
  return gates.active && gates.assigned && gates.role && gates.filter;
}

/** The first mapping of this kind that has nothing to feed on: the matching one, or a required one. */
export function emptyMapping(
  one: Person,
  mappings: readonly Mapping[],
  kind: 'matching' | 'required',
): Mapping | undefined {
  return mappings.find((mapping) => {
    const wanted = kind === 'matching' ? mapping.matching === 1 : mapping.required === true;
    if (!wanted || mapping.defaultValue !== undefined) return false;
    if ('constant' in mapping.from) return false;
    const reads = 'attribute' in mapping.from ? [mapping.from.attribute] : mapping.from.reads;
    return reads.every((name) => name !== 'appRoleAssignments' && sourceText(one, name) === '');
  });
}
