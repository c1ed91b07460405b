import type { AppSpec } from './app-list.ts';
import type { Gates } from './gates.ts';
import type { Group } from './groups.ts';
import type { Mapping } from './mappings.ts';
import type { Person } from './people.ts';
import { sourceText } from './scoping.ts';

/** What an entry is about, in the words of the source system at that time. */
export interface EntrySubject {
  readonly type: 'User' | 'Group' | 'Worker';
  readonly id: string;
  readonly displayName: string;
  /** How descriptions quote it: a user by address, a group by object id, a worker by worker id. */
  readonly identifier: string;
  readonly identityDetails: Readonly<Record<string, string>>;
  /** The import step's details. */
  readonly imported: Readonly<Record<string, string>>;
  /** Target attributes as the mappings fill them. */
  readonly mapped: Readonly<Record<string, string>>;
}

export function userSubject(one: Person, spec: AppSpec, gates: Gates): EntrySubject {
  const imported: Record<string, string> = {
    objectId: one.id,
    accountEnabled: sourceText(one, 'accountEnabled'),
  };
  const names = new Set<string>(spec.mappings.flatMap((mapping) => readsOf(mapping)));
  for (const group of spec.scope ?? []) for (const clause of group.clauses) names.add(clause.sourceOperandName);
  for (const name of names) {
    if (name === 'appRoleAssignments' || name === 'manager') continue;
    const value = sourceText(one, name);
    if (value !== '') imported[name] = value;
  }
  imported.IsSoftDeleted = one.deletedDateTime !== null || !gates.active ? 'True' : 'False';
  const roles = gates.roles.filter((role) => role !== '');
  if (roles.length > 0) imported.appRoleAssignments = roles.join(',');
  return {
    type: 'User',
    id: one.id,
    displayName: one.displayName,
    identifier: one.userPrincipalName,
    identityDetails: {
      id: one.id,
      odatatype: 'User',
      DisplayName: one.displayName,
      UserPrincipalName: one.userPrincipalName,
    },
    imported,
    mapped: mappedValues(spec.mappings, (name) =>
      name === 'appRoleAssignments' ? roles.join(',') : sourceText(one, name),
    ),
  };
}

export function groupSubject(one: Group, spec: AppSpec): EntrySubject {
  const values: Record<string, string> = {
    objectId: one.id,
    displayName: one.displayName,
    mailNickname: one.mailNickname ?? '',
    securityEnabled: one.securityEnabled ? 'True' : 'False',
  };
  return {
    type: 'Group',
    id: one.id,
    displayName: one.displayName,
    identifier: one.id,
    identityDetails: { id: one.id, odatatype: 'Group', DisplayName: one.displayName },
    imported: filled(values),
    mapped: mappedValues(spec.groups ?? [], (name) => values[name] ?? ''),
  };
}

/** A worker of the HR system; many have no account in Entra yet. */
export interface Worker {
  readonly workerId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly active: boolean;
  readonly workerType: string;
  readonly hireDate: string;
  readonly organization: string;
  readonly title: string;
}

export function workerSubject(worker: Worker, spec: AppSpec): EntrySubject {
  const values: Record<string, string> = {
    WorkerID: worker.workerId,
    FirstName: worker.firstName,
    LastName: worker.lastName,
    Active: worker.active ? '1' : '0',
    WorkerType: worker.workerType,
    StatusHireDate: worker.hireDate,
    SupervisoryOrganization: worker.organization,
    BusinessTitle: worker.title,
  };
  return {
    type: 'Worker',
    id: worker.workerId,
    displayName: `${worker.firstName} ${worker.lastName}`,
    identifier: worker.workerId,
    identityDetails: {
      id: worker.workerId,
      odatatype: 'Worker',
      DisplayName: `${worker.firstName} ${worker.lastName}`,
    },
    imported: filled(values),
    mapped: mappedValues(spec.mappings, (name) => values[name] ?? ''),
  };
}

function readsOf(mapping: Mapping): readonly string[] {
  if ('attribute' in mapping.from) return [mapping.from.attribute];
  return 'reads' in mapping.from ? mapping.from.reads : [];
}

function mappedValues(mappings: readonly Mapping[], value: (name: string) => string): Record<string, string> {
  const mapped: Record<string, string> = {};
  for (const mapping of mappings) mapped[mapping.target] = mappedValue(mapping, value);
  return filled(mapped);
}

/** What a mapping's expression makes of its inputs, for the functions that the sandbox's apps use. */
function mappedValue(mapping: Mapping, value: (name: string) => string): string {
  const { from } = mapping;
  if ('constant' in from) return from.constant;
  if ('attribute' in from) {
    const read = value(from.attribute);
    return read === '' ? (mapping.defaultValue ?? '') : read;
  }
  const inputs = from.reads.map(value);
  if (from.expression.startsWith('Switch([IsSoftDeleted]') || from.expression.startsWith('Not('))
    return inputs[0] === 'True' ? 'False' : 'True';
  if (from.expression.startsWith('Switch([Active]')) return inputs[0] === '1' ? 'True' : 'False';
  if (from.expression.startsWith('Mid(')) return inputs.join('').slice(0, 8);
  if (from.expression.startsWith('SelectUniqueValue('))
    return `${inputs
      .join('.')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z.-]/g, '')}@contoso.com`;
  if (from.expression.startsWith('AddExtToUpn('))
    return `${inputs.join('').replace('@', '_')}#EXT#@fabrikam.onmicrosoft.com`;
  return inputs.join(' ').trim();
}

function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
