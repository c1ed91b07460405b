import type { SandboxApp } from './apps.ts';
import type { DirectoryRole } from './directory.ts';
import type { Group } from './groups.ts';
import type { Person } from './people.ts';

/** A user resource: everything but what only navigation reaches. */
export function renderUser(one: Person): object {
  const { managerId: _manager, alternativeSecurityIds: _ids, ...user } = one;
  return user;
}

export function renderGroup(group: Group): object {
  const { memberIds: _members, ...rest } = group;
  return rest;
}

export function renderServicePrincipal(app: SandboxApp): object {
  return {
    id: app.id,
    deletedDateTime: null,
    accountEnabled: true,
    appDisplayName: app.displayName,
    appId: app.appId,
    applicationTemplateId: app.applicationTemplateId,
    appRoleAssignmentRequired: app.spec !== undefined,
    appRoles: app.appRoles,
    createdDateTime: app.createdDateTime,
    displayName: app.displayName,
    servicePrincipalNames: [app.appId],
    servicePrincipalType: 'Application',
    tags: app.tags,
  };
}

/** A member or membership, typed. A role tells nothing but its id to who may not read roles. */
export function renderDirectoryObject(object: Person | Group | DirectoryRole): object {
  if ('userPrincipalName' in object) return { '@odata.type': '#microsoft.graph.user', ...renderUser(object) };
  if ('securityEnabled' in object) return { '@odata.type': '#microsoft.graph.group', ...renderGroup(object) };
  return { '@odata.type': '#microsoft.graph.directoryRole', id: object.id, displayName: null };
}
