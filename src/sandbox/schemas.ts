import type { AppSpec } from './app-list.ts';
import type { SandboxApp } from './apps.ts';
import { coreGroupUrn, coreUserUrn, type Mapping } from './mappings.ts';
import { guidOf } from './random.ts';
import type { FilterGroup } from './scoping.ts';

/** Names of the two sides of an app's job, as its schema and its log have them. */
export interface Sides {
  readonly source: string;
  readonly target: string;
  readonly sourceObject: 'User' | 'Worker';
  readonly targetUser: string;
  readonly targetGroup: string;
}

export function sidesOf(spec: AppSpec): Sides {
  const entra = spec.oldShape === true ? 'Azure Active Directory' : 'Microsoft Entra ID';
  const isScim = spec.mappings.some((one) => one.target === 'userName');
  const workday = spec.kind === 'workday-to-entra' || spec.kind === 'workday-to-ad';
  return {
    source: workday ? 'Workday' : entra,
    target: spec.targetSystem,
    sourceObject: workday ? 'Worker' : 'User',
    targetUser: isScim ? coreUserUrn : 'User',
    targetGroup: isScim ? coreGroupUrn : 'Group',
  };
}

const sourceTypes: Readonly<Record<string, { readonly type: string; readonly multivalued?: boolean }>> = {
  accountEnabled: { type: 'Boolean' },
  dirSyncEnabled: { type: 'Boolean' },
  IsSoftDeleted: { type: 'Boolean' },
  Active: { type: 'Boolean' },
  manager: { type: 'Reference' },
  members: { type: 'Reference', multivalued: true },
  appRoleAssignments: { type: 'String', multivalued: true },
  otherMails: { type: 'String', multivalued: true },
  proxyAddresses: { type: 'String', multivalued: true },
  StatusHireDate: { type: 'DateTime' },
  employeeHireDate: { type: 'DateTime' },
};

const userAttributes = [
  'objectId',
  'accountEnabled',
  'alternativeSecurityIds',
  'appRoleAssignments',
  'city',
  'companyName',
  'country',
  'department',
  'dirSyncEnabled',
  'displayName',
  'employeeId',
  'givenName',
  'IsSoftDeleted',
  'jobTitle',
  'mail',
  'mailNickname',
  'manager',
  'mobile',
  'otherMails',
  'physicalDeliveryOfficeName',
  'postalCode',
  'preferredLanguage',
  'proxyAddresses',
  'state',
  'streetAddress',
  'surname',
  'telephoneNumber',
  'usageLocation',
  'userPrincipalName',
  ...Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`),
];
const workerAttributes = [
  'WorkerID',
  'FirstName',
  'LastName',
  'Active',
  'WorkerType',
  'StatusHireDate',
  'SupervisoryOrganization',
  'BusinessTitle',
  'ManagerReference',
];
const groupAttributes = [
  'objectId',
  'displayName',
  'mail',
  'mailEnabled',
  'mailNickname',
  'securityEnabled',
  'members',
];

/** The job's synchronizationSchema as Microsoft Graph gives it. */
export function renderSchema(app: SandboxApp, spec: AppSpec, version: number): object {
  const sides = sidesOf(spec);
  const entraObjects =
    sides.sourceObject === 'Worker' ? [] : [objectDefinition('Group', groupAttributes.map(sourceAttribute))];
  const sourceNames = sides.sourceObject === 'Worker' ? workerAttributes : userAttributes;
  const targets = [objectDefinition(sides.targetUser, spec.mappings.map(targetAttribute))];
  if (spec.groups !== undefined) targets.push(objectDefinition(sides.targetGroup, spec.groups.map(targetAttribute)));
  const directory = (name: string, objects: readonly object[]): object => ({
    id: guidOf('directory', app.id, name),
    name,
    version: guidOf('directoryVersion', app.id, name, version),
    discoverabilities: 'None',
    discoveryDateTime: null,
    readOnly: true,
    objects,
  });
  const objectMappings = [
    objectMapping(
      `Provision ${sides.source} ${sides.sourceObject}s`,
      sides.sourceObject,
      sides.targetUser,
      spec.mappings,
      spec.scope ?? [],
    ),
  ];
  if (spec.groups !== undefined)
    objectMappings.push(objectMapping(`Provision ${sides.source} Groups`, 'Group', sides.targetGroup, spec.groups, []));
  return {
    id: app.jobId,
    version: `Date:${guidOf('schema', app.id, version)}`,
    synchronizationRules: [
      {
        id: guidOf('rule', app.id),
        name: `${sides.sourceObject.toUpperCase()}_INBOUND_USER`,
        priority: 1,
        editable: true,
        sourceDirectoryName: sides.source,
        targetDirectoryName: sides.target,
        containerFilter: null,
        groupFilter: null,
        metadata: [],
        objectMappings,
      },
    ],
    directories: [
      directory(sides.source, [
        objectDefinition(sides.sourceObject, sourceNames.map(sourceAttribute)),
        ...entraObjects,
      ]),
      directory(sides.target, targets),
    ],
  };
}

function objectMapping(
  name: string,
  source: string,
  target: string,
  mappings: readonly Mapping[],
  scope: readonly FilterGroup[],
): object {
  return {
    enabled: true,
    flowTypes: 'Add, Update, Delete',
    name,
    sourceObjectName: source,
    targetObjectName: target,
    metadata: [],
    // A mapping without filter has no scope at all in some templates, and an empty one in others.
    scope: scope.length === 0 ? null : { categoryFilterGroups: [], groups: scope, inputFilterGroups: [] },
    attributeMappings: mappings.map(attributeMapping),
  };
}

function attributeMapping(mapping: Mapping): object {
  return {
    defaultValue: mapping.defaultValue ?? null,
    exportMissingReferences: false,
    flowBehavior: 'FlowWhenChanged',
    flowType: mapping.flowType ?? 'Always',
    matchingPriority: mapping.matching ?? 0,
    targetAttributeName: mapping.target,
    source: mappingSource(mapping),
  };
}

function mappingSource(mapping: Mapping): object {
  const { from } = mapping;
  if ('attribute' in from)
    return { expression: `[${from.attribute}]`, name: from.attribute, type: 'Attribute', parameters: [] };
  if ('constant' in from)
    return { expression: `"${from.constant}"`, name: from.constant, type: 'Constant', parameters: [] };
  return {
    expression: from.expression,
    name: from.expression.slice(0, from.expression.indexOf('(')),
    type: 'Function',
    parameters: from.reads.map((name) => ({
      key: 'source',
      value: { expression: `[${name}]`, name, type: 'Attribute', parameters: [] },
    })),
  };
}

function objectDefinition(name: string, attributes: readonly object[]): object {
  return { name, metadata: [], supportedApis: [], attributes };
}

function sourceAttribute(name: string): object {
  return attributeDefinition(
    name,
    sourceTypes[name]?.type ?? 'String',
    sourceTypes[name]?.multivalued === true,
    false,
    name === 'objectId' || name === 'WorkerID',
  );
}

function targetAttribute(mapping: Mapping): object {
  return attributeDefinition(
    mapping.target,
    mapping.target === 'members' ? 'Reference' : 'String',
    mapping.target === 'members',
    mapping.required === true,
    false,
  );
}

function attributeDefinition(
  name: string,
  type: string,
  multivalued: boolean,
  required: boolean,
  anchor: boolean,
): object {
  return {
    anchor,
    apiExpressions: [],
    caseExact: false,
    defaultValue: null,
    flowNullValues: false,
    metadata: [],
    multivalued,
    mutability: 'ReadWrite',
    name,
    required,
    referencedObjects: [],
    type,
  };
}
