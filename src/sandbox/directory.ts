import type { AppSpec } from './app-list.ts';
import { type Assignment, roleId, type SandboxApp } from './apps.ts';
import type { Group } from './groups.ts';
import { iso } from './moment.ts';
import { type Person, person } from './people.ts';
import { guidOf } from './random.ts';

/** A directory role, as memberships name it. */
export interface DirectoryRole {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: readonly string[];
}

/**
 * What the tenant holds now, and the ways to change it. Objects are never changed in place: who keeps one keeps the past.
 * Methods that name something that is not there throw RangeError.
 */
export class Directory {
  readonly #seed: number;
  readonly #now: () => number;
  readonly #people = new Map<string, Person>();
  readonly #byUpn = new Map<string, string>();
  readonly #groups = new Map<string, Group>();
  readonly #apps = new Map<string, SandboxApp>();
  readonly #assignments = new Map<string, Assignment[]>();
  readonly #roles: readonly DirectoryRole[];
  readonly #schemaVersions = new Map<string, number>();
  #parents: Map<string, Set<string>> | undefined;

  constructor(
    seed: number,
    now: () => number,
    people: Iterable<Person>,
    groups: Iterable<Group>,
    apps: Iterable<SandboxApp>,
  ) {
    this.#seed = seed;
    this.#now = now;
    for (const one of people) this.#put(one);
    for (const one of groups) this.#groups.set(one.id, one);
    for (const one of apps) this.#apps.set(one.id, one);
    const [first] = this.#people.keys();
    this.#roles = [
      {
        id: guidOf(seed, 'directoryRole'),
        displayName: 'Reports Reader',
        memberIds: first === undefined ? [] : [first],
      },
    ];
  }

  /** Everybody, the soft-deleted included. */
  get people(): Iterable<Person> {
    return this.#people.values();
  }

  get groups(): Iterable<Group> {
    return this.#groups.values();
  }

  get apps(): Iterable<SandboxApp> {
    return this.#apps.values();
  }

  get roles(): readonly DirectoryRole[] {
    return this.#roles;
  }

  personById(id: string): Person | undefined {
    return this.#people.get(id);
  }

  /** By object id or user principal name, in any case. */
  findPerson(idOrUpn: string): Person | undefined {
    return this.#people.get(idOrUpn.toLowerCase()) ?? this.#people.get(this.#byUpn.get(idOrUpn.toLowerCase()) ?? '');
  }

  person(idOrUpn: string): Person {
    return found(this.findPerson(idOrUpn), idOrUpn);
  }

  findGroup(idOrName: string): Group | undefined {
    return (
      this.#groups.get(idOrName.toLowerCase()) ?? [...this.#groups.values()].find((one) => one.displayName === idOrName)
    );
  }

  group(idOrName: string): Group {
    return found(this.findGroup(idOrName), idOrName);
  }

  findApp(idOrName: string): SandboxApp | undefined {
    return (
      this.#apps.get(idOrName.toLowerCase()) ??
      [...this.#apps.values()].find((one) => one.displayName === idOrName || one.spec?.key === idOrName)
    );
  }

  app(idOrNameOrKey: string): SandboxApp {
    return found(this.findApp(idOrNameOrKey), idOrNameOrKey);
  }

  assignments(appId: string): readonly Assignment[] {
    return this.#assignments.get(appId) ?? [];
  }

  /** Ids of the groups and roles that the object is a direct member of. */
  parentsOf(id: string): ReadonlySet<string> {
    this.#parents ??= this.#indexParents();
    return this.#parents.get(id) ?? none;
  }

  /** Ids of all groups and roles that the object is in, by way of others too. */
  ancestorsOf(id: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const parent of this.parentsOf(next)) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        open.push(parent);
      }
    }
    return seen;
  }

  addPerson(given: Partial<Person> & Pick<Person, 'displayName'>, key = `added-${this.#people.size}`): Person {
    const made = person(this.#seed, this.#now(), key, given);
    this.#put(made);
    return made;
  }

  changePerson(idOrUpn: string, changes: Partial<Person>): Person {
    const before = this.person(idOrUpn);
    this.#byUpn.delete(before.userPrincipalName.toLowerCase());
    const changed = { ...before, ...changes };
    this.#put(changed);
    return changed;
  }

  /** Soft-deletes: the account moves to the deleted items, and out of its groups. */
  deletePerson(idOrUpn: string, at = this.#now()): Person {
    const gone = this.changePerson(idOrUpn, { deletedDateTime: iso(at) });
    for (const parent of this.parentsOf(gone.id)) if (this.#groups.has(parent)) this.removeMember(parent, gone.id);
    return gone;
  }

  addGroup(group: Group): Group {
    this.#groups.set(group.id, group);
    this.#parents = undefined;
    return group;
  }

  changeGroup(idOrName: string, changes: Partial<Group>): Group {
    return this.addGroup({ ...this.group(idOrName), ...changes });
  }

  addMember(groupIdOrName: string, memberId: string): void {
    const group = this.group(groupIdOrName);
    if (this.parentsOf(memberId).has(group.id)) return;
    this.#groups.set(group.id, { ...group, memberIds: [...group.memberIds, memberId] });
    this.#setParent(memberId, group.id, true);
  }

  removeMember(groupIdOrName: string, memberId: string): void {
    const group = this.group(groupIdOrName);
    this.#groups.set(group.id, { ...group, memberIds: group.memberIds.filter((one) => one !== memberId) });
    this.#setParent(memberId, group.id, false);
  }

  /** Assigns a user or group to the app; `role` by name, '' is default access. */
  assign(appIdOrName: string, principal: Person | Group, role: string, at = this.#now()): Assignment {
    const app = this.app(appIdOrName);
    const made: Assignment = {
      id: guidOf(this.#seed, 'assignment', app.id, principal.id, role),
      createdDateTime: iso(at),
      deletedDateTime: null,
      appRoleId: roleId(app, role),
      principalDisplayName: principal.displayName,
      principalId: principal.id,
      principalType: 'memberIds' in principal ? 'Group' : 'User',
      resourceDisplayName: app.displayName,
      resourceId: app.id,
    };
    this.#assignments.set(app.id, [...this.assignments(app.id), made]);
    return made;
  }

  unassign(appIdOrName: string, principalId: string): void {
    const app = this.app(appIdOrName);
    this.#assignments.set(
      app.id,
      this.assignments(app.id).filter((one) => one.principalId !== principalId),
    );
  }

  addApp(app: SandboxApp): SandboxApp {
    this.#apps.set(app.id, app);
    return app;
  }

  /** Changes how the app provisions: its filter, its job's state, its mappings. A change of the schema gives it a new version. */
  changeProvisioning(appIdOrName: string, changes: Partial<AppSpec>): SandboxApp {
    const app = this.app(appIdOrName);
    if (app.spec === undefined) throw new RangeError(`${app.displayName} has no provisioning`);
    this.#schemaVersions.set(app.id, this.schemaVersion(app.id) + 1);
    return this.addApp({ ...app, spec: { ...app.spec, ...changes } });
  }

  schemaVersion(appId: string): number {
    return this.#schemaVersions.get(appId) ?? 1;
  }

  #put(one: Person): void {
    this.#people.set(one.id, one);
    this.#byUpn.set(one.userPrincipalName.toLowerCase(), one.id);
  }

  /** Keeps the index of memberships instead of building it anew: a large tenant has many. */
  #setParent(memberId: string, groupId: string, member: boolean): void {
    const parents = new Set(this.parentsOf(memberId));
    if (member) parents.add(groupId);
    else parents.delete(groupId);
    this.#parents?.set(memberId, parents);
  }

  #indexParents(): Map<string, Set<string>> {
    const parents = new Map<string, Set<string>>();
    for (const holder of [...this.#groups.values(), ...this.#roles]) {
      if ('deletedDateTime' in holder && holder.deletedDateTime !== null) continue;
      for (const id of holder.memberIds) {
        const known = parents.get(id);
        if (known === undefined) parents.set(id, new Set([holder.id]));
        else known.add(holder.id);
      }
    }
    return parents;
  }
}

const none: ReadonlySet<string> = new Set();

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the sandbox has no ${name}`);
  return value;
}
