import type {
  App,
  Assignment,
  AttributeMapping,
  Evidence,
  FilterGroup,
  Job,
  Known,
  LogEntry,
  Membership,
  ObjectMapping,
  Run,
  Step,
  Subject,
  SyncSchema,
} from '../../src/diagnosis/evidence.ts';

/** The moment of every diagnosis here; other times are told as minutes before it. */
export const now = '2026-11-20T12:00:00.000Z';

export function minutesAgo(minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString();
}

export const hours = 60;
export const days = 24 * hours;

export function known<T>(value: T): Known<T> {
  return { known: true, value, at: now };
}

export function gap<T>(why: 'forbidden' | 'notFound' | 'notRead' | 'unavailable' = 'notRead'): Known<T> {
  return { known: false, why };
}

export const roleIds = {
  none: '00000000-0000-0000-0000-000000000000',
  user: 'a0000000-0000-4000-8000-00000000000a',
  admin: 'b0000000-0000-4000-8000-00000000000b',
  retired: 'c0000000-0000-4000-8000-00000000000c',
};

export function anApp(over: Partial<App> = {}): App {
  return {
    id: 'app-1',
    name: 'Northwind CRM',
    roles: [
      { id: roleIds.user, name: 'User', enabled: true },
      { id: roleIds.admin, name: 'Administrator', enabled: true },
      { id: roleIds.retired, name: 'Retired', enabled: false },
    ],
    ...over,
  };
}

export function aUser(over: Partial<Subject> = {}): Subject {
  return {
    type: 'user',
    id: 'user-1',
    name: 'Maren Holt',
    userPrincipalName: 'maren@fabrikam.example',
    mail: 'maren@fabrikam.example',
    accountEnabled: true,
    userType: 'Member',
    createdAt: minutesAgo(400 * days),
    attributes: { department: 'Sales', surname: 'Holt', givenName: 'Maren', employeeId: '4711' },
    ...over,
  };
}

export function aGroup(over: Partial<Subject> = {}): Subject {
  return { type: 'group', id: 'group-1', name: 'Field Sales', securityEnabled: true, attributes: {}, ...over };
}

export function aRun(over: Partial<Run> = {}): Run {
  const counts = {
    entitled: 0,
    entitledForProvisioning: 0,
    escrowed: 0,
    escrowedRaw: 0,
    exported: 0,
    exports: 0,
    imported: 0,
    importedDeltas: 0,
    importedReferenceDeltas: 0,
  };
  return { state: 'Succeeded', beganAt: minutesAgo(15), endedAt: minutesAgo(10), counts, ...over };
}

export function aJob(over: Partial<Job> = {}): Job {
  return {
    id: 'scim.1234.job-1',
    templateId: 'scim',
    schedule: { state: 'Active', interval: 'PT40M' },
    code: 'Active',
    lastRun: aRun(),
    lastSuccessfulRun: aRun(),
    steadyStateFirstAt: minutesAgo(90 * days),
    steadyStateLastAt: minutesAgo(10),
    escrowsPruned: false,
    successiveCompleteFailures: 0,
    progress: [],
    synchronizedCounts: {},
    settings: {},
    ...over,
  };
}

export function aStep(over: Partial<Step> = {}): Step {
  return { name: 'EntryImportUpdate', type: 'import', status: 'success', description: '', details: {}, ...over };
}

/** The import step, with source attributes as the log writes them. */
export function imported(details: Record<string, string> = {}): Step {
  return aStep({ name: 'EntryImportAdd', details: { objectId: 'user-1', accountEnabled: 'True', ...details } });
}

interface Scoped {
  active?: boolean;
  assigned?: boolean;
  role?: boolean;
  filter?: boolean;
  result?: Record<string, boolean> | string;
}

function word(value: boolean): string {
  return value ? 'True' : 'False';
}

/** The scoping step in today's labels; what is undefined is left out. */
export function scoped({ active = true, assigned = true, role = true, filter = true, result = {} }: Scoped = {}): Step {
  return aStep({
    name: 'EntrySynchronizationScoping',
    type: 'scoping',
    description: 'Determine if User in scope by evaluating against each scoping filter',
    details: {
      'Active in the source system': word(active),
      'Assigned to the application': word(assigned),
      'User has the required role': word(role),
      'Scoping filter evaluation passed': word(filter),
      ScopeEvaluationResult: typeof result === 'string' ? result : JSON.stringify(result),
    },
  });
}

/** The skip step; its type varies in real logs. */
export function skip(
  reason: string,
  details: Record<string, string> = {},
  description = '',
  type: Step['type'] = 'export',
): Step {
  return aStep({
    name: 'EntrySynchronizationSkip',
    type,
    status: 'skipped',
    description,
    details: { SkipReason: reason, ...details },
  });
}

export function exported(status: Step['status'] = 'success', name = 'EntryExportAdd'): Step {
  return aStep({ name, type: 'export', status, description: '' });
}

let nextId = 0;

export function anEntry(over: Partial<LogEntry> = {}): LogEntry {
  nextId += 1;
  return {
    id: `entry-${nextId}`,
    at: minutesAgo(2 * hours),
    jobId: 'scim.1234.job-1',
    cycleId: 'cycle-1',
    changeId: 'change-1',
    action: 'create',
    status: 'success',
    app: { id: 'app-1', name: 'Northwind CRM' },
    source: { id: 'user-1', name: 'Maren Holt', type: 'User', details: {} },
    target: { id: '', name: '', type: 'User', details: {} },
    sourceSystem: 'Microsoft Entra ID',
    targetSystem: 'customappsso',
    steps: [],
    modified: [],
    ...over,
  };
}

export function aSuccess(over: Partial<LogEntry> = {}): LogEntry {
  return anEntry({ steps: [imported(), scoped(), exported()], ...over });
}

/** Skipped for want of entitlement, with the scoping step and the skip step of today. */
export function notEntitled(
  scope: Scoped,
  over: Partial<LogEntry> = {},
  importedDetails: Record<string, string> = {},
): LogEntry {
  const { active = true, assigned = true, filter = true } = scope;
  const details = {
    IsActive: word(active),
    'Assigned to the application': word(assigned),
    IsInProvisioningScope: word(filter),
  };
  return anEntry({
    action: 'other',
    status: 'skipped',
    steps: [imported(importedDetails), scoped(scope), skip('NotEffectivelyEntitled', details, '', 'processing')],
    ...over,
  });
}

export function aFailure(code: string, reason = '', over: Partial<LogEntry> = {}): LogEntry {
  return anEntry({
    status: 'failure',
    error: { code, reason },
    steps: [imported(), scoped(), exported('failure')],
    ...over,
  });
}

export function anAssignment(over: Partial<Assignment> = {}): Assignment {
  return {
    id: 'assignment-1',
    principalId: 'user-1',
    principalType: 'User',
    principalName: 'Maren Holt',
    roleId: roleIds.user,
    createdAt: minutesAgo(60 * days),
    ...over,
  };
}

export function aMembership(over: Partial<Membership> = {}): Membership {
  return { id: 'group-1', name: 'Field Sales', direct: true, dynamic: false, securityEnabled: true, ...over };
}

export function viaGroup(over: Partial<Assignment> = {}): Assignment {
  return anAssignment({
    id: 'assignment-2',
    principalId: 'group-1',
    principalType: 'Group',
    principalName: 'Field Sales',
    ...over,
  });
}

export function mapped(target: string, source: string, over: Partial<AttributeMapping> = {}): AttributeMapping {
  return {
    target,
    source: { type: 'Attribute', name: source, inputs: [source] },
    matchingPriority: 0,
    flowType: 'Always',
    ...over,
  };
}

export function aMapping(over: Partial<ObjectMapping> = {}): ObjectMapping {
  return {
    name: 'Provision Users',
    enabled: true,
    sourceDirectory: 'Azure Active Directory',
    targetDirectory: 'customappsso',
    sourceObject: 'User',
    targetObject: 'User',
    flows: { add: true, update: true, delete: true },
    scope: [],
    attributes: [
      mapped('userName', 'userPrincipalName', { matchingPriority: 1 }),
      mapped('name.familyName', 'surname'),
    ],
    sourceAttributes: {},
    requiredTargets: [],
    ...over,
  };
}

export function aFilter(
  attribute: string,
  operator: string,
  values: readonly string[] = [],
  name = 'Sales only',
): FilterGroup {
  return { name, clauses: [{ attribute, operator, values }] };
}

export function aSchema(...mappings: readonly ObjectMapping[]): Known<SyncSchema> {
  return known({ id: 'scim.1234.job-1', mappings: mappings.length > 0 ? mappings : [aMapping()] });
}

export function aLog(...entries: readonly LogEntry[]): Evidence['log'] {
  return known({ entries, from: minutesAgo(30 * days), to: now, truncated: false });
}

/** An assigned, enabled user of an app whose job runs well and has no filter; nothing is logged. */
export function anEvidence(over: Partial<Evidence> = {}): Evidence {
  return {
    now,
    subject: aUser(),
    app: anApp(),
    jobs: known([aJob()]),
    schema: aSchema(),
    log: aLog(),
    assignments: known([anAssignment()]),
    memberships: known([]),
    syncAll: gap('forbidden'),
    ...over,
  };
}

/** Evidence with these entries, newest first. */
export function logged(entries: readonly LogEntry[], over: Partial<Evidence> = {}): Evidence {
  return anEvidence({ log: aLog(...entries), ...over });
}

/** What a pasted entry gives: nothing but itself. */
export function pasted(entry: LogEntry, over: Partial<Evidence> = {}): Evidence {
  return anEvidence({
    log: aLog(entry),
    subject: { type: 'user', id: entry.source.id, name: entry.source.name, attributes: {} },
    app: { id: entry.app.id ?? '', name: entry.app.name ?? '', roles: [] },
    jobs: gap(),
    schema: gap(),
    assignments: gap(),
    memberships: gap(),
    syncAll: gap(),
    ...over,
  });
}
