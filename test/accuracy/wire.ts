import { createHash } from 'node:crypto';
import type { AppFixture, Json, TenantFixture } from './tenant.ts';

/**
 * Builders of Microsoft Graph's wire JSON: people, groups, apps, jobs and schemas. The log has its own file, wire-log.ts.
 * Everything is told relative to one moment, so that a case reads "skipped two hours ago".
 */

/** The moment at which every case is asked: a Wednesday. */
export const askedAt = '2026-03-11T10:00:00.000Z';

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `ago('90m')`, `ago('2h')`, `ago('3d')`: an ISO time before the question. */
export function ago(text: string): string {
  const match = /^(\d+)([mhd])$/.exec(text);
  const unit = units[match?.[2] ?? ''];
  if (match === null || unit === undefined) throw new RangeError(`No span of time: ${text}`);
  return new Date(Date.parse(askedAt) - Number(match[1]) * unit).toISOString();
}

/** The same GUID for the same text. */
export function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Anything that the log can be about. `wire` is what the directory holds; a worker has none. */
export interface Principal {
  readonly type: 'User' | 'Group' | 'Worker';
  readonly id: string;
  readonly name: string;
  /** Of a user the UPN; of a group its id, as log descriptions quote it; of a worker the worker id. */
  readonly handle: string;
  readonly wire: Json;
}

/** A user whose names and addresses follow from name and UPN unless told otherwise. */
export function person(name: string, upn: string, more: Json = {}): Principal {
  const id = guid(`user ${upn}`);
  const [givenName, ...rest] = name.split(' ');
  const wire: Json = {
    id,
    displayName: name,
    givenName,
    surname: rest.join(' ') || null,
    userPrincipalName: upn,
    mail: upn,
    mailNickname: upn.split('@')[0],
    accountEnabled: true,
    userType: 'Member',
    employeeId: null,
    department: null,
    jobTitle: null,
    officeLocation: null,
    companyName: null,
    country: null,
    city: null,
    createdDateTime: '2022-02-14T08:00:00Z',
    onPremisesSyncEnabled: null,
    ...more,
  };
  return {
    type: 'User',
    id: String(wire.id),
    name: String(wire.displayName),
    handle: String(wire.userPrincipalName),
    wire,
  };
}

/** The same person with other attributes: what the directory holds today. */
export function changed(who: Principal, more: Json): Principal {
  return { ...who, wire: { ...who.wire, ...more } };
}

export function group(name: string, more: Json = {}): Principal {
  const id = guid(`group ${name}`);
  const wire: Json = {
    id,
    displayName: name,
    description: null,
    securityEnabled: true,
    mailEnabled: false,
    mailNickname: name.replace(/\W+/g, '').toLowerCase(),
    mail: null,
    groupTypes: [],
    membershipRule: null,
    createdDateTime: '2021-05-03T08:00:00Z',
    ...more,
  };
  return { type: 'Group', id, name, handle: id, wire };
}

/** A group whose membership follows a rule. */
export function dynamicGroup(name: string, membershipRule: string): Principal {
  return group(name, { groupTypes: ['DynamicMembership'], membershipRule, membershipRuleProcessingState: 'On' });
}

/** A worker of an HR system: no Entra user need exist. */
export function worker(name: string, workerId: string): Principal {
  return { type: 'Worker', id: workerId, name, handle: workerId, wire: {} };
}

export const defaultAccess = '00000000-0000-0000-0000-000000000000';
/** The template id that every non-gallery app carries. */
const customTemplate = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621';

export interface AppOptions {
  /** The gallery's name, where the tenant calls the app something else. */
  readonly gallery?: string;
  /** Not from the gallery: target system "customappsso". */
  readonly custom?: boolean;
  readonly roles?: readonly string[];
  /** The job's template and so the beginning of its id. */
  readonly template?: string;
}

export interface App {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly jobId: string;
  readonly template: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly servicePrincipal: Json;
  readonly applicationTemplate: Json;
}

export function app(name: string, options: AppOptions = {}): App {
  const id = guid(`app ${name}`);
  const gallery = options.gallery ?? name;
  const template = options.template ?? (options.custom === true ? 'scim' : gallery.replace(/\W+/g, ''));
  const roles = (options.roles ?? ['User']).map((role) => ({ id: guid(`role ${role} of ${name}`), name: role }));
  const templateId = options.custom === true ? customTemplate : guid(`template ${gallery}`);
  return {
    id,
    name,
    target: options.custom === true ? 'customappsso' : gallery,
    template,
    jobId: `${template}.${guid(`tenant of ${name}`).replaceAll('-', '')}.${guid(`job ${name}`)}`,
    roles,
    servicePrincipal: {
      id,
      appId: guid(`application ${name}`),
      displayName: name,
      appDisplayName: gallery,
      applicationTemplateId: templateId,
      servicePrincipalType: 'Application',
      accountEnabled: true,
      appRoleAssignmentRequired: true,
      tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
      appRoles: [
        ...roles.map((role) => ({
          id: role.id,
          displayName: role.name,
          value: null,
          description: role.name,
          isEnabled: true,
          allowedMemberTypes: ['User'],
        })),
        {
          id: guid(`msiam of ${name}`),
          displayName: 'msiam_access',
          value: null,
          description: 'msiam_access',
          isEnabled: true,
          allowedMemberTypes: ['User'],
        },
      ],
    },
    applicationTemplate: {
      id: templateId,
      displayName: options.custom === true ? 'Custom' : gallery,
      supportedProvisioningTypes: ['sync'],
    },
  };
}

/** A run of a job, as status.lastExecution tells it. */
export function run(
  endedAt: string,
  state: 'Succeeded' | 'Failed' | 'EntryLevelErrors' = 'Succeeded',
  more: Json = {},
): Json {
  return {
    activityIdentifier: guid(`run ${endedAt}`),
    countEntitled: 40,
    countEntitledForProvisioning: 38,
    countEscrowed: state === 'EntryLevelErrors' ? 3 : 0,
    countEscrowedRaw: state === 'EntryLevelErrors' ? 3 : 0,
    countExported: 2,
    countExports: 2,
    countImported: 9,
    countImportedDeltas: 9,
    countImportedReferenceDeltas: 0,
    state,
    timeBegan: new Date(Date.parse(endedAt) - 120_000).toISOString(),
    timeEnded: endedAt,
    error: null,
    ...more,
  };
}

const never = '0001-01-01T00:00:00Z';

function jobOf(of: App, schedule: Json, status: Json): Json {
  return {
    id: of.jobId,
    templateId: of.template,
    schedule: { expiration: null, interval: 'PT40M', state: 'Active', ...schedule },
    status: {
      code: 'Active',
      countSuccessiveCompleteFailures: 0,
      escrowsPruned: false,
      lastExecution: run(ago('18m')),
      lastSuccessfulExecution: run(ago('18m')),
      lastSuccessfulExecutionWithExports: run(ago('3h')),
      progress: [],
      quarantine: null,
      steadyStateFirstAchievedTime: '2025-06-02T03:04:05Z',
      steadyStateLastAchievedTime: ago('18m'),
      synchronizedEntryCountByType: [{ key: 'User to User', value: 38 }],
      troubleshootingUrl: '',
      ...status,
    },
    synchronizationJobSettings: [{ name: 'AzureIngestionAttributeOptimization', value: 'False' }],
  };
}

/** Runs and is well; the last cycle ended 18 minutes ago. */
export function runs(
  of: App,
  more: { readonly lastEnded?: string; readonly interval?: string; readonly status?: Json } = {},
): Json {
  const last =
    more.lastEnded === undefined
      ? {}
      : {
          lastExecution: run(more.lastEnded),
          lastSuccessfulExecution: run(more.lastEnded),
          steadyStateLastAchievedTime: more.lastEnded,
        };
  return jobOf(of, more.interval === undefined ? {} : { interval: more.interval }, { ...last, ...more.status });
}

/** Runs, and some objects fail in it. */
export function runsWithErrors(of: App): Json {
  return jobOf(of, {}, { lastExecution: run(ago('18m'), 'EntryLevelErrors') });
}

/** Switched off by an admin. */
export function off(of: App, more: Json = {}): Json {
  return jobOf(
    of,
    { state: 'Disabled', interval: 'P10675199DT2H48M5.4775807S' },
    { code: 'Paused', lastExecution: run(ago('9d')), lastSuccessfulExecution: run(ago('9d')), ...more },
  );
}

export function notConfigured(of: App): Json {
  return jobOf(of, { state: 'Disabled' }, { code: 'NotConfigured', ...neverRan });
}

const neverRan: Json = {
  lastExecution: run(never, 'Failed', {
    activityIdentifier: null,
    timeBegan: never,
    error: { code: 'None', message: '', tenantActionable: false },
  }),
  lastSuccessfulExecution: null,
  lastSuccessfulExecutionWithExports: null,
  steadyStateFirstAchievedTime: never,
  steadyStateLastAchievedTime: never,
  synchronizedEntryCountByType: [],
};

/** On, the initial cycle not yet finished. */
export function firstCycle(of: App, progress: readonly Json[] = []): Json {
  return jobOf(of, {}, { code: 'NotRun', ...neverRan, progress });
}

/** In quarantine, with Graph's reason. */
export function quarantined(of: App, reason: string, error: Json | null = null): Json {
  return jobOf(
    of,
    {},
    {
      code: 'Quarantine',
      countSuccessiveCompleteFailures: 4,
      lastExecution: run(ago('11h'), 'Failed'),
      lastSuccessfulExecution: run(ago('4d')),
      steadyStateLastAchievedTime: ago('4d'),
      quarantine: {
        currentBegan: ago('2d'),
        nextAttempt: '2026-03-11T21:15:00Z',
        reason,
        seriesBegan: ago('3d'),
        seriesCount: 4,
        error,
      },
    },
  );
}

/** Should run every 40 minutes, and has not for days. */
export function stalled(of: App, since = '4d'): Json {
  return runs(of, { lastEnded: ago(since), status: { lastSuccessfulExecutionWithExports: run(ago('6d')) } });
}

export type Clause = readonly [attribute: string, operator: string, ...values: string[]];

export interface FilterGroup {
  readonly name: string;
  readonly clauses: readonly Clause[];
}

/** One filter of the admin: clauses joined by AND. */
export function filter(name: string, ...clauses: readonly Clause[]): FilterGroup {
  return { name, clauses };
}

export type Mapping = readonly [target: string, source: string | Json, more?: Json];

const usualMappings: readonly Mapping[] = [
  ['userName', 'userPrincipalName', { matchingPriority: 1 }],
  [
    'active',
    {
      type: 'Function',
      name: 'Switch',
      expression: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
      parameters: [
        {
          key: 'source',
          value: { type: 'Attribute', name: 'IsSoftDeleted', expression: '[IsSoftDeleted]', parameters: [] },
        },
      ],
    },
  ],
  ['displayName', 'displayName'],
  ['name.givenName', 'givenName'],
  ['name.familyName', 'surname'],
  ['emails[type eq "work"].value', 'mail'],
  ['title', 'jobTitle'],
];

const usualTypes: Readonly<Record<string, string>> = {
  accountEnabled: 'Boolean',
  city: 'String',
  companyName: 'String',
  country: 'String',
  department: 'String',
  dirSyncEnabled: 'Boolean',
  displayName: 'String',
  employeeHireDate: 'DateTime',
  employeeId: 'String',
  employeeType: 'String',
  givenName: 'String',
  IsSoftDeleted: 'String',
  jobTitle: 'String',
  mail: 'String',
  mailNickname: 'String',
  manager: 'Reference',
  objectId: 'String',
  officeLocation: 'String',
  otherMails: 'String',
  physicalDeliveryOfficeName: 'String',
  proxyAddresses: 'String',
  surname: 'String',
  telephoneNumber: 'String',
  usageLocation: 'String',
  userPrincipalName: 'String',
  userType: 'String',
};

export interface SchemaOptions {
  readonly filters?: readonly FilterGroup[];
  readonly mappings?: readonly Mapping[];
  /** Filters at the time of reading: whoever fails them is in no log. */
  readonly inputFilters?: readonly FilterGroup[];
  /** Filters of the group mapping. */
  readonly groupFilters?: readonly FilterGroup[];
  readonly groupMappings?: readonly Mapping[];
  /** Source attributes of other types than the usual ones. */
  readonly types?: Readonly<Record<string, string>>;
  /** No group mapping at all, or one that is switched off. */
  readonly groups?: 'on' | 'off' | 'none';
  readonly sourceDirectory?: string;
  readonly sourceObject?: string;
  readonly targetDirectory?: string;
}

/** A job's schema: user and group mapping, the filters, and the directories' attribute definitions. */
export function schema(of: App, options: SchemaOptions = {}): Json {
  const source = options.sourceDirectory ?? 'Azure Active Directory';
  const target = options.targetDirectory ?? of.target;
  const mapping = (
    object: string,
    targetObject: string,
    mappings: readonly Mapping[],
    filters: readonly FilterGroup[],
    enabled: boolean,
    inputFilters: readonly FilterGroup[] = [],
  ): Json => ({
    enabled,
    flowTypes: 'Add,Update,Delete',
    name: `Synchronize ${source} ${object}s to ${target}`,
    sourceObjectName: object,
    targetObjectName: targetObject,
    scope:
      filters.length + inputFilters.length === 0
        ? null
        : {
            groups: filters.map(scopeGroup),
            inputFilterGroups: inputFilters.map(scopeGroup),
            categoryFilterGroups: [],
          },
    metadata: [],
    attributeMappings: mappings.map(attributeMapping),
  });
  const groups = options.groups ?? 'on';
  return {
    id: of.jobId,
    version: 'v2.1',
    provisioningTaskIdentifier: null,
    synchronizationRules: [
      {
        id: guid(`rule ${of.name}`),
        name: 'USER_OUTBOUND_USER',
        priority: 1,
        editable: true,
        sourceDirectoryName: source,
        targetDirectoryName: target,
        objectMappings: [
          mapping(
            options.sourceObject ?? 'User',
            'User',
            options.mappings ?? usualMappings,
            options.filters ?? [],
            true,
            options.inputFilters,
          ),
          ...(groups === 'none'
            ? []
            : [
                mapping(
                  'Group',
                  'Group',
                  options.groupMappings ?? [
                    ['displayName', 'displayName', { matchingPriority: 1 }],
                    ['externalId', 'objectId'],
                    ['members', 'members'],
                  ],
                  options.groupFilters ?? [],
                  groups === 'on',
                ),
              ]),
        ],
      },
    ],
    directories: [
      {
        id: guid(`source of ${of.name}`),
        name: source,
        objects: [
          {
            name: options.sourceObject ?? 'User',
            attributes: Object.entries({ ...usualTypes, ...options.types }).map(([name, type]) => ({
              name,
              type,
              multivalued: ['proxyAddresses', 'otherMails'].includes(name),
              required: false,
              caseExact: false,
              anchor: name === 'objectId',
              mutability: 'ReadWrite',
            })),
          },
        ],
      },
      {
        id: guid(`target of ${of.name}`),
        name: target,
        objects: [
          { name: 'User', attributes: [{ name: 'userName', type: 'String', multivalued: false, required: true }] },
        ],
      },
    ],
  };
}

function scopeGroup(each: FilterGroup): Json {
  return {
    name: each.name,
    clauses: each.clauses.map(([sourceOperandName, operatorName, ...values]) => ({
      sourceOperandName,
      operatorName,
      targetOperand: values.length === 0 ? null : { values },
    })),
  };
}

function attributeMapping([targetAttributeName, source, more]: Mapping): Json {
  return {
    targetAttributeName,
    source:
      typeof source === 'string'
        ? { type: 'Attribute', name: source, expression: `[${source}]`, parameters: [] }
        : source,
    defaultValue: null,
    exportMissingReferences: false,
    flowBehavior: 'FlowWhenChanged',
    flowType: 'Always',
    matchingPriority: 0,
    ...more,
  };
}

/** A formula of several attributes. */
export function formula(expression: string, ...inputs: readonly string[]): Json {
  return {
    type: 'Function',
    name: expression.slice(0, expression.indexOf('(')),
    expression,
    parameters: inputs.map((name) => ({
      key: 'source',
      value: { type: 'Attribute', name, expression: `[${name}]`, parameters: [] },
    })),
  };
}

/** Who holds which role of which app; without a role the first one. `since` is when it was assigned. */
export interface Assigned {
  readonly to: Principal;
  readonly app: App;
  readonly role?: string | 'default';
  readonly since?: string;
}

function assignmentWire({ to, app: of, role, since }: Assigned): Json {
  const roleId =
    role === 'default'
      ? defaultAccess
      : ((of.roles.find((each) => each.name === role) ?? of.roles[0])?.id ?? defaultAccess);
  return {
    id: guid(`assignment ${to.id} ${of.id} ${roleId}`).replaceAll('-', ''),
    deletedDateTime: null,
    appRoleId: roleId,
    createdDateTime: since ?? '2025-11-03T09:00:00Z',
    principalDisplayName: to.name,
    principalId: to.id,
    principalType: to.type,
    resourceDisplayName: of.name,
    resourceId: of.id,
  };
}

export interface Setup extends Pick<TenantFixture, 'refuse' | 'refuseTimes' | 'logPageSize'> {
  readonly name?: string;
  readonly people?: readonly Principal[];
  readonly deleted?: readonly Principal[];
  readonly groups?: readonly Principal[];
  /** Direct membership: the group, then its members. */
  readonly members?: readonly (readonly [Principal, ...Principal[]])[];
  /** Each app with its job (or none) and its schema; without either it runs and has no filter. */
  readonly apps: readonly (App | { readonly app: App; readonly job?: Json | 'none'; readonly schema?: Json })[];
  readonly assigned?: readonly Assigned[];
  readonly log?: readonly Json[];
}

/** Puts a tenant together. Whoever is assigned or logged need not be listed again, except today's form of a person. */
export function tenant(setup: Setup): TenantFixture {
  const name = setup.name ?? 'Kestrel Rail';
  const members = (setup.members ?? []).flatMap(([holder, ...each]) =>
    each.map((member) => ({ group: holder.id, member: member.id })),
  );
  const known = [
    ...(setup.people ?? []),
    ...(setup.groups ?? []),
    ...(setup.members ?? []).flat(),
    ...(setup.assigned ?? []).map((each) => each.to),
  ];
  const unique = (type: Principal['type']): Json[] => [
    ...new Map(
      known
        .filter((each) => each.type === type)
        .toReversed()
        .map((each) => [each.id, each.wire]),
    ).values(),
  ];
  const deletedIds = new Set((setup.deleted ?? []).map((each) => each.id));
  const apps = setup.apps.map((each): AppFixture => {
    const { app: of, job, schema: shape } = 'app' in each ? each : { app: each, job: undefined, schema: undefined };
    return {
      servicePrincipal: of.servicePrincipal,
      template: of.applicationTemplate,
      jobs: job === 'none' ? [] : [job ?? runs(of)],
      ...(job === 'none' ? {} : { schema: shape ?? schema(of) }),
      assignments: (setup.assigned ?? []).filter((one) => one.app.id === of.id).map(assignmentWire),
    };
  });
  return {
    id: guid(`tenant ${name}`),
    name,
    users: unique('User').filter((user) => !deletedIds.has(String(user.id))),
    deletedUsers: (setup.deleted ?? []).map((each) => ({ deletedDateTime: ago('5d'), ...each.wire })),
    groups: unique('Group'),
    members,
    apps,
    log: setup.log ?? [],
    ...(setup.refuse === undefined ? {} : { refuse: setup.refuse }),
    ...(setup.refuseTimes === undefined ? {} : { refuseTimes: setup.refuseTimes }),
    ...(setup.logPageSize === undefined ? {} : { logPageSize: setup.logPageSize }),
  };
}
