import type { SubjectType } from '../questions/question.ts';

/**
 * Everything the diagnosis looks at, as plain values: what the log told and what the directory tells now.
 * entra/ fills it; the diagnosis reads nothing else. Times are ISO 8601 in UTC.
 */

/** A value that may not be readable from here. `why` names the gap: nothing is guessed in its place. */
export type Known<T> =
  | { readonly known: true; readonly value: T; readonly at: string }
  | { readonly known: false; readonly why: Gap };

/** Why a value is not known: refused by Graph, no such object, not asked for, or it could not be read this time. */
export type Gap = 'forbidden' | 'notFound' | 'notRead' | 'unavailable';

/** A user, group or worker. `attributes` is what the directory holds today, by Graph property name, as read. */
export interface Subject {
  readonly type: SubjectType;
  /** Object id in the source system; for a worker the HR system's id. */
  readonly id: string;
  readonly name: string;
  readonly userPrincipalName?: string;
  readonly mail?: string;
  /** Users only. undefined: not known. */
  readonly accountEnabled?: boolean;
  readonly userType?: string;
  /** Set when the object is soft-deleted in Entra: when that happened. */
  readonly deletedAt?: string;
  readonly createdAt?: string;
  /** Groups only. */
  readonly securityEnabled?: boolean;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** A directory value. Absent and null both mean empty; an array is a multi-valued attribute. */
export type AttributeValue = string | number | boolean | null | readonly string[];

/** An enterprise application (service principal). */
export interface App {
  readonly id: string;
  readonly appId?: string;
  /** The tenant's own name for it. */
  readonly name: string;
  /** The gallery's name (application template), where known: "Salesforce" for an app that the tenant calls "CRM". */
  readonly galleryName?: string;
  readonly templateId?: string;
  readonly roles: readonly AppRole[];
}

export interface AppRole {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
}

/** An app role assignment of the app, as servicePrincipals/{id}/appRoleAssignedTo gives it. */
export interface Assignment {
  readonly id: string;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal' | 'unknown';
  readonly principalName: string;
  /** 00000000-0000-0000-0000-000000000000 is the default access role. */
  readonly roleId: string;
  readonly createdAt?: string;
}

/** A group that the subject belongs to. `direct` false: only by way of another group, which provisioning does not read. */
export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly direct: boolean;
  readonly dynamic: boolean;
  readonly securityEnabled?: boolean;
}

/** A run of the job. Dummy runs (year-1 dates of a job that never ran) are left out where they are read. */
export interface Run {
  readonly activityIdentifier?: string;
  readonly state: 'Succeeded' | 'Failed' | 'EntryLevelErrors' | 'unknown';
  readonly beganAt?: string;
  readonly endedAt?: string;
  readonly error?: JobError;
  readonly counts: Readonly<Record<RunCount, number>>;
}

export type RunCount =
  | 'entitled'
  | 'entitledForProvisioning'
  | 'escrowed'
  | 'escrowedRaw'
  | 'exported'
  | 'exports'
  | 'imported'
  | 'importedDeltas'
  | 'importedReferenceDeltas';

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly tenantActionable?: boolean;
}

/** A synchronization job with its status; source: synchronizationJob and synchronizationStatus of Microsoft Graph. */
export interface Job {
  readonly id: string;
  readonly templateId: string;
  readonly schedule: { readonly state: 'Active' | 'Disabled' | 'Paused' | 'unknown'; readonly interval?: string };
  readonly code: 'NotConfigured' | 'NotRun' | 'Active' | 'Paused' | 'Quarantine' | 'unknown';
  readonly lastRun?: Run;
  readonly lastSuccessfulRun?: Run;
  readonly lastSuccessfulRunWithExports?: Run;
  /** Undefined: steady state was never reached, so the first cycle has not completed. */
  readonly steadyStateFirstAt?: string;
  readonly steadyStateLastAt?: string;
  readonly escrowsPruned: boolean;
  readonly successiveCompleteFailures: number;
  readonly progress: readonly {
    readonly completed: number;
    readonly total: number;
    readonly units: string;
    readonly at?: string;
  }[];
  readonly synchronizedCounts: Readonly<Record<string, number>>;
  /** Present only where it holds something: the quarantine object of a job that is merely paused is not a quarantine. */
  readonly quarantine?: Quarantine;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Quarantine {
  /** As Graph gives it: TooManyDeletes, EncounteredQuarantineException …; '' when it says nothing. */
  readonly reason: string;
  readonly beganAt?: string;
  readonly seriesBeganAt?: string;
  readonly nextAttemptAt?: string;
  readonly seriesCount?: number;
  readonly error?: JobError;
}

/** The part of a job's synchronization schema that a diagnosis needs. */
export interface SyncSchema {
  readonly id: string;
  readonly version?: string;
  readonly mappings: readonly ObjectMapping[];
}

export interface ObjectMapping {
  readonly name: string;
  readonly enabled: boolean;
  readonly sourceDirectory: string;
  readonly targetDirectory: string;
  readonly sourceObject: string;
  readonly targetObject: string;
  /** Whether Add, Update and Delete flow. */
  readonly flows: { readonly add: boolean; readonly update: boolean; readonly delete: boolean };
  /** OR between groups; no groups: no filter. */
  readonly scope: readonly FilterGroup[];
  /** inputFilterGroups: whoever fails is not read at all, and not taken away later. */
  readonly inputScope?: readonly FilterGroup[];
  /** categoryFilterGroups: whether somebody belongs to this mapping. */
  readonly categoryScope?: readonly FilterGroup[];
  readonly attributes: readonly AttributeMapping[];
  /** Types of the source attributes, where the schema's directories name them: 'String', 'Boolean', 'Integer', 'DateTime', 'Reference' …; multi-valued ones are marked. */
  readonly sourceAttributes: Readonly<Record<string, { readonly type: string; readonly multivalued: boolean }>>;
  /** Target attributes that the app requires, by name, where the schema's directories name them. */
  readonly requiredTargets: readonly string[];
}

/** Clauses of one group are joined by AND. */
export interface FilterGroup {
  readonly name: string;
  readonly clauses: readonly FilterClause[];
}

export interface FilterClause {
  readonly attribute: string;
  /** As the schema spells it: EQUALS, NOT EQUALS, IS NULL, REGEX MATCH … */
  readonly operator: string;
  readonly values: readonly string[];
}

export interface AttributeMapping {
  readonly target: string;
  readonly source: MappingSource;
  readonly defaultValue?: string;
  /** 0: not a matching attribute; else the order of matching, lowest first. */
  readonly matchingPriority: number;
  readonly flowType: string;
}

export interface MappingSource {
  readonly type: 'Attribute' | 'Constant' | 'Function' | 'unknown';
  /** The attribute's or function's name. */
  readonly name?: string;
  readonly expression?: string;
  /** Every source attribute that the expression reads. */
  readonly inputs: readonly string[];
}

export type EntryStatus = 'success' | 'failure' | 'skipped' | 'warning' | 'unknown';

/** One provisioning log entry, from any of its published shapes. Keys of `details` are as logged, values are strings. */
export interface LogEntry {
  readonly id: string;
  readonly at: string;
  readonly jobId?: string;
  readonly cycleId?: string;
  readonly changeId?: string;
  readonly tenantId?: string;
  /** create, update, delete, disable, stagedDelete, other … in lower camel case, as Graph spells them. */
  readonly action: string;
  readonly status: EntryStatus;
  readonly app: { readonly id?: string; readonly name?: string };
  readonly source: Identity;
  readonly target: Identity;
  readonly sourceSystem: string;
  readonly targetSystem: string;
  readonly initiatedBy?: { readonly name?: string; readonly type?: string };
  readonly error?: EntryError;
  readonly steps: readonly Step[];
  readonly modified: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
}

export interface Identity {
  readonly id: string;
  readonly name: string;
  /** User, Group, Worker, urn:ietf:params:scim:…; '' when not told. */
  readonly type: string;
  readonly userPrincipalName?: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface EntryError {
  readonly code: string;
  readonly reason: string;
  readonly category?: string;
  readonly additionalDetails?: string;
  readonly recommendedAction?: string;
}

export interface Step {
  readonly name: string;
  readonly type: 'import' | 'scoping' | 'matching' | 'processing' | 'referenceResolution' | 'export' | 'unknown';
  readonly status: EntryStatus;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

/** What was read of the log: entries newest first, and the window they come from. */
export interface LogReading {
  readonly entries: readonly LogEntry[];
  readonly from: string;
  readonly to: string;
  /** True when the log held more than was read. */
  readonly truncated: boolean;
}

export interface Evidence {
  /** The moment of the diagnosis. */
  readonly now: string;
  readonly subject: Subject;
  readonly app: App;
  /** Every job of the app; empty: the app has no provisioning. */
  readonly jobs: Known<readonly Job[]>;
  readonly schema: Known<SyncSchema>;
  readonly log: Known<LogReading>;
  /** The app's assignments that concern the subject: its own and those of groups it belongs to, direct or not. */
  readonly assignments: Known<readonly Assignment[]>;
  /** True when the app has no assignment of anybody: whoever got in, got in without one. */
  readonly nobodyAssigned?: boolean;
  readonly memberships: Known<readonly Membership[]>;
  /** Whether the app syncs everybody; only readable where the grant reaches synchronization/secrets. */
  readonly syncAll: Known<boolean>;
}
