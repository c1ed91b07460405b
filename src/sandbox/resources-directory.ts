import { type CollectionOf, countCollection, listCollection, oneOf } from './collections.ts';
import type { Directory, DirectoryRole } from './directory.ts';
import { assignmentType, directoryObjectType, groupType, userType } from './entity-types.ts';
import { badRequest, resourceNotFound } from './graph-error.ts';
import type { Group } from './groups.ts';
import type { Person } from './people.ts';
import { renderDirectoryObject, renderGroup, renderUser } from './render.ts';
import { type GraphReply, type GraphRequest, isEventual } from './request.ts';
import type { Resource } from './resource.ts';

type Member = Person | Group | DirectoryRole;

const readUsers = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const readGroups = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const readDeletedGroups = ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

/** Users, groups, their memberships and the deleted items. */
export function directoryResources(directory: Directory): Resource[] {
  const live = function* (): Generator<Person> {
    for (const one of directory.people) if (one.deletedDateTime === null) yield one;
  };
  const deleted = function* (): Generator<Person> {
    for (const one of directory.people) if (one.deletedDateTime !== null) yield one;
  };
  const liveGroups = function* (): Generator<Group> {
    for (const one of directory.groups) if (one.deletedDateTime === null) yield one;
  };
  const findUser = (id: string): Person => {
    const found = directory.findPerson(id);
    if (found === undefined || found.deletedDateTime !== null) throw resourceNotFound(id);
    return found;
  };
  const findGroup = (id: string): Group => {
    const found = directory.findGroup(id);
    if (found === undefined || found.id !== id.toLowerCase() || found.deletedDateTime !== null)
      throw resourceNotFound(id);
    return found;
  };
  const objectsById = (ids: Iterable<string>): Member[] => {
    const roles = new Map(directory.roles.map((one) => [one.id, one]));
    return [...ids]
      .flatMap((id) => directory.personById(id) ?? directory.findGroup(id) ?? roles.get(id) ?? [])
      .filter((one) => !('deletedDateTime' in one) || one.deletedDateTime === null);
  };
  const descendants = (group: Group): Set<string> => {
    const seen = new Set<string>();
    const open = [...group.memberIds];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(directory.findGroup(next)?.memberIds ?? []));
    }
    return seen;
  };

  const users: Omit<CollectionOf<Person>, 'items'> = {
    type: userType,
    render: renderUser,
    expand: {
      manager: (one) => {
        const manager = one.managerId === null ? undefined : directory.personById(one.managerId);
        return manager === undefined ? undefined : renderDirectoryObject(manager);
      },
      // Graph expands at most twenty.
      memberOf: (one) => objectsById(directory.parentsOf(one.id)).slice(0, 20).map(renderDirectoryObject),
    },
  };
  const groups: Omit<CollectionOf<Group>, 'items'> = {
    type: groupType,
    render: renderGroup,
    expand: { members: (one) => objectsById(one.memberIds).slice(0, 20).map(renderDirectoryObject) },
  };

  const related = (path: string, permissions: readonly string[], ids: (id: string) => Iterable<string>): Resource[] => [
    { path, permissions, answer: (request, [id = '']) => listObjects(request, objectsById(ids(id))) },
    {
      path: `${path}/$count`,
      permissions,
      answer: (request, [id = '']) => countCollection(request, objects(objectsById(ids(id)))),
    },
    ...(['microsoft.graph.group', 'microsoft.graph.user', 'microsoft.graph.directoryRole'] as const).map(
      (cast): Resource => ({
        path: `${path}/${cast}`,
        permissions,
        answer: (request, [id = '']) => castObjects(request, cast, objectsById(ids(id))),
      }),
    ),
  ];

  return [
    {
      path: 'users',
      permissions: readUsers,
      answer: (request) => listCollection(request, { ...users, items: live() }),
    },
    {
      path: 'users/$count',
      permissions: readUsers,
      answer: (request) => countCollection(request, { ...users, items: live() }),
    },
    { path: 'users/{}', permissions: readUsers, answer: (request, [id = '']) => oneOf(request, users, findUser(id)) },
    {
      path: 'users/{}/manager',
      permissions: readUsers,
      answer: (request, [id = '']) => {
        const manager = directory.personById(findUser(id).managerId ?? '');
        if (manager === undefined) throw resourceNotFound('manager');
        return oneOf(request, { ...users, render: renderDirectoryObject }, manager);
      },
    },
    ...related('users/{}/memberOf', readGroups, (id) => directory.parentsOf(findUser(id).id)),
    ...related('users/{}/transitiveMemberOf', readGroups, (id) => directory.ancestorsOf(findUser(id).id)),
    {
      path: 'users/{}/appRoleAssignments',
      permissions: ['Directory.Read.All', 'Directory.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All'],
      answer: (request, [id = '']) => {
        const principals = new Set([findUser(id).id, ...directory.parentsOf(findUser(id).id)]);
        const items = [...directory.apps].flatMap((app) =>
          directory.assignments(app.id).filter((one) => principals.has(one.principalId)),
        );
        return listCollection(request, { type: assignmentType, items, render: (one) => one });
      },
    },
    {
      path: 'groups',
      permissions: readGroups,
      answer: (request) => listCollection(request, { ...groups, items: liveGroups() }),
    },
    {
      path: 'groups/$count',
      permissions: readGroups,
      answer: (request) => countCollection(request, { ...groups, items: liveGroups() }),
    },
    {
      path: 'groups/{}',
      permissions: readGroups,
      answer: (request, [id = '']) => oneOf(request, groups, findGroup(id)),
    },
    ...related('groups/{}/members', readGroups, (id) => findGroup(id).memberIds),
    ...related('groups/{}/transitiveMembers', readGroups, (id) => descendants(findGroup(id))),
    ...related('groups/{}/memberOf', readGroups, (id) => directory.parentsOf(findGroup(id).id)),
    ...related('groups/{}/transitiveMemberOf', readGroups, (id) => directory.ancestorsOf(findGroup(id).id)),
    {
      path: 'directory/deletedItems',
      permissions: [],
      answer: () => {
        throw badRequest('Listing deleted items needs a type: append /microsoft.graph.user or another.');
      },
    },
    {
      path: 'directory/deletedItems/microsoft.graph.user',
      permissions: readUsers,
      answer: (request) => listCollection(request, { ...users, items: deleted() }),
    },
    {
      path: 'directory/deletedItems/microsoft.graph.group',
      permissions: readDeletedGroups,
      answer: (request) =>
        listCollection(request, {
          ...groups,
          items: [...directory.groups].filter((one) => one.deletedDateTime !== null),
        }),
    },
    {
      path: 'directory/deletedItems/{}',
      permissions: readUsers,
      answer: (request, [id = '']) => {
        const found = directory.personById(id.toLowerCase());
        if (found === undefined || found.deletedDateTime === null) throw resourceNotFound(id);
        return oneOf(request, { ...users, render: renderDirectoryObject }, found);
      },
    },
    {
      path: 'directoryObjects/{}',
      permissions: ['Directory.Read.All', 'Directory.ReadWrite.All'],
      answer: (request, [id = '']) => oneObject(request, objectsById([id.toLowerCase()]), id),
    },
  ];
}

function objects(items: readonly Member[]): CollectionOf<Member> {
  return { type: directoryObjectType, items, render: renderDirectoryObject };
}

function oneObject(request: GraphRequest, [found]: readonly Member[], id: string): GraphReply {
  if (found === undefined) throw resourceNotFound(id);
  return oneOf(request, objects([]), found);
}

/** Members and memberships. A membership of another type leaves out the properties that it has not. */
function listObjects(request: GraphRequest, items: readonly Member[]): GraphReply {
  return listCollection(request, objects(items));
}

function castObjects(request: GraphRequest, cast: string, items: readonly Member[]): GraphReply {
  // "Use of OData cast" counts among the queries that need the advanced parameters.
  if (!isEventual(request))
    throw badRequest(`The cast to ${cast} needs the header ConsistencyLevel: eventual and $count=true.`);
  if (cast === 'microsoft.graph.group')
    return listCollection(request, {
      type: groupType,
      items: items.filter((one): one is Group => 'securityEnabled' in one),
      render: renderGroup,
    });
  if (cast === 'microsoft.graph.user')
    return listCollection(request, {
      type: userType,
      items: items.filter((one): one is Person => 'userPrincipalName' in one),
      render: renderUser,
    });
  return listCollection(request, objects(items.filter((one) => !('deletedDateTime' in one))));
}
