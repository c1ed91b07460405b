import type { Cause } from './causes.ts';
import type { AttributeValue, Gap, JobError } from './evidence.ts';

/** What came of it. */
export type Verdict = 'provisioned' | 'deprovisioned' | 'skipped' | 'failed' | 'pending' | 'notProvisioned' | 'unknown';

/** Who does a step. */
export type Owner = 'helpdesk' | 'entra-admin' | 'app-owner' | 'hr' | 'microsoft';

/** The gates that somebody passes on the way into an app, in order. */
export const gates = ['active', 'assigned', 'role', 'filter', 'matching', 'required', 'export'] as const;
export type Gate = (typeof gates)[number];

/** `unknown`: cannot be evaluated here, and is never called open. `none`: there is no such gate (HR inbound has no assignment). */
export type GateState = 'open' | 'shut' | 'unknown' | 'none';

export interface GateFinding {
  readonly gate: Gate;
  /** As the log had it; unknown where no entry tells. */
  readonly then: GateState;
  /** As the directory has it today. */
  readonly now: GateState;
}

/** One clause of a scoping filter, evaluated by the log, by us on today's attributes, or by both. */
export interface ClauseFinding {
  /** The filter's (group's) name as the admin gave it; '' when it has none. */
  readonly filter: string;
  readonly attribute: string;
  readonly operator: string;
  readonly wanted: readonly string[];
  /** Today's value; undefined where the directory was not read or does not tell. */
  readonly actual?: AttributeValue;
  /** The value at the time of the entry, where its import step tells. */
  readonly actualThen?: string;
  readonly then: 'true' | 'false' | 'unknown';
  readonly now: 'true' | 'false' | 'unknown';
  /** What a person should notice about a false clause. */
  readonly hint?: 'case' | 'whitespace' | 'empty';
  /** Why it cannot be evaluated here. */
  readonly abstained?: Abstention;
}

export type Abstention =
  | 'regex'
  | 'multi-valued'
  | 'date'
  | 'unsupported-attribute'
  /** Entra compares a guest's sign-in name without #EXT# and the domain. */
  | 'guest-name'
  | 'unknown-attribute'
  | 'unknown-operator'
  | 'not-a-number'
  | 'not-read';

/** How the subject is assigned to the app. */
export interface AssignmentFinding {
  readonly how: 'direct' | 'group' | 'nested' | 'none' | 'unknown';
  /** Groups that assign it directly, or, for `nested`, the assigned outer groups. */
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly dynamic: boolean;
    readonly via?: string;
  }[];
  /** Names of groups that are assigned and do not count, for they are not security-enabled. */
  readonly uncounted?: readonly string[];
  /** Role names; '' is the default access role. */
  readonly roles: readonly string[];
  /** The newest assignment's creation. */
  readonly since?: string;
  readonly why?: Gap;
}

/** An attribute that the app needs, and what feeds it. */
export interface PropertyFinding {
  /** The target attribute as the app or the log names it. */
  readonly target: string;
  readonly mapping?: 'attribute' | 'expression' | 'constant' | 'unmapped';
  readonly expression?: string;
  readonly defaultValue?: string;
  /** What feeds it, with today's values; `value` undefined where not read. */
  readonly sources: readonly {
    readonly name: string;
    readonly value?: AttributeValue;
    readonly empty: boolean | 'unknown';
  }[];
}

/** What the app itself said, dug out of the reason. */
export interface AppAnswer {
  /** The code as logged, with its prefix. */
  readonly code: string;
  readonly httpStatus?: number;
  readonly scimType?: string;
  /** The app's own sentence; untrusted text. */
  readonly sentence?: string;
  /** The whole reason, tidied of line breaks; untrusted text. */
  readonly raw: string;
  /** The value that the sentence is about, where the modified properties name it. */
  readonly value?: { readonly property: string; readonly value: string };
  readonly retries?: number;
  readonly retryAt?: string;
}

/** The job's state in the words of the published JSON. */
export type JobState = 'notConfigured' | 'off' | 'initialCycle' | 'running' | 'quarantine' | 'stalled';

export interface JobFinding {
  readonly jobId?: string;
  readonly state: JobState | 'unknown';
  readonly lastCycleAt?: string;
  readonly lastCycleResult?: 'Succeeded' | 'Failed' | 'EntryLevelErrors' | 'unknown';
  /** When the next cycle is expected to begin, and the interval it comes from. */
  readonly nextCycleAt?: string;
  readonly intervalMinutes?: number;
  readonly quarantine?: {
    readonly reason: string;
    readonly since?: string;
    readonly nextAttemptAt?: string;
    readonly error?: JobError;
  };
  readonly progress?: { readonly completed: number; readonly total: number; readonly units: string };
}

/** A fact with where it came from and when. Values only; words/ makes the sentence. */
export type Proof =
  | {
      readonly source: 'log';
      readonly what: 'clause';
      readonly clause: ClauseFinding;
      readonly at: string;
      readonly ref: string;
    }
  | {
      readonly source: 'log';
      readonly what: 'step';
      readonly step: string;
      readonly status: string;
      readonly text: string;
      readonly details: Readonly<Record<string, string>>;
      readonly at: string;
      readonly ref: string;
    }
  | {
      readonly source: 'log';
      readonly what: 'entry';
      readonly action: string;
      readonly status: string;
      readonly code?: string;
      readonly at: string;
      readonly ref: string;
      readonly cycleId?: string;
      readonly changeId?: string;
    }
  | { readonly source: 'log'; readonly what: 'none'; readonly from: string; readonly to: string; readonly at: string }
  | {
      readonly source: 'directory';
      readonly what: 'assignment';
      readonly assignment: AssignmentFinding;
      readonly at: string;
    }
  | {
      readonly source: 'directory';
      readonly what: 'account';
      readonly enabled?: boolean;
      readonly deletedAt?: string;
      readonly at: string;
    }
  | { readonly source: 'schema'; readonly what: 'clause'; readonly clause: ClauseFinding; readonly at: string }
  | { readonly source: 'schema'; readonly what: 'property'; readonly property: PropertyFinding; readonly at: string }
  | { readonly source: 'job'; readonly what: 'job'; readonly job: JobFinding; readonly at: string };

/** Sentences that a card adds, each true only when listed. */
export type Note =
  /** A part could not be read; the answer stands without it. */
  | {
      readonly note: 'gap';
      readonly part: 'jobs' | 'schema' | 'log' | 'assignments' | 'memberships' | 'syncAll';
      readonly why: Gap;
    }
  /** The job is in trouble though this person is fine. */
  | { readonly note: 'job-trouble'; readonly job: JobFinding }
  /** The assignment is only minutes old. */
  | { readonly note: 'assigned-recently'; readonly at: string }
  /** A dynamic group's membership may not have caught up. */
  | { readonly note: 'dynamic-group'; readonly group: string }
  /** The gate decides, but cannot be checked from here. */
  | { readonly note: 'gate-unknown'; readonly gate: Gate; readonly abstained?: Abstention }
  /** Whether the app syncs everybody cannot be read with this grant. */
  | { readonly note: 'sync-all-unknown' }
  | { readonly note: 'log-truncated' }
  /** Assigned more than once, with different roles. */
  | { readonly note: 'duplicate-role'; readonly roles: readonly string[] }
  /** Codes of the entry that the catalogue does not know, beside a known cause. */
  | { readonly note: 'unknown-code'; readonly code: string };

/** Then and now. */
export interface Now {
  /** True when today's facts differ from the log's in a way that matters. */
  readonly differs: boolean;
  /** The logged cause, when today's is another. */
  readonly was?: Cause;
  readonly wasAt?: string;
  /** What changed since. */
  readonly changes: readonly (
    | { readonly change: 'attribute'; readonly name: string; readonly from?: string; readonly to: AttributeValue }
    /** In a group by now that was assigned already when the entry was written. */
    | { readonly change: 'joined'; readonly group: string }
    | {
        readonly change: 'assigned' | 'unassigned' | 'enabled' | 'disabled' | 'deleted' | 'filter-changed';
        readonly at?: string;
      }
  )[];
  /** When the next cycle should settle it. */
  readonly expectedAt?: string;
}

/** A step of the fix: one of ours, or a step of a code's catalogue entry. words/ has the sentence for each. */
export type Fix =
  | { readonly step: StepId; readonly owner: Owner }
  | { readonly code: string; readonly index: number; readonly owner: Owner };

/** Steps that the gates and the job lead to. */
export const stepIds = [
  'nothing-to-do',
  'wait-next-cycle',
  'wait-initial-cycle',
  'wait-log',
  'assign-direct-or-group',
  'assign-inner-group-or-add-member',
  'assign-with-role',
  'remove-extra-role',
  'reassign',
  'enable-account',
  'restore-account',
  'correct-attribute-for-filter',
  'change-filter',
  'review-filter',
  'fill-required-attribute',
  'add-mapping-default',
  'map-required-attribute',
  'fill-matching-attribute',
  'change-matching-attribute',
  'provision-reference-first',
  'start-provisioning',
  'configure-provisioning',
  'resolve-quarantine',
  'renew-credentials',
  'review-held-deletions',
  'allow-deletions',
  'restart-provisioning',
  'provision-on-demand',
  'check-in-app',
  'contact-microsoft',
  'show-raw-to-admin',
  'if-wanted-assign',
  'if-wanted-change-filter',
  'if-wanted-enable',
  'grant-permission',
  'stop-provisioning',
  'change-provisioning-settings',
  'unassign',
  'create-user',
  'delete-user',
  'delete-in-app',
  'reset-password',
  'unblock-sign-in',
  'assign-license',
  'free-license-in-app',
  'open-ticket',
] as const;
export type StepId = (typeof stepIds)[number];

/** The finding of one person (group, worker) in one app. */
export interface Diagnosis {
  readonly verdict: Verdict;
  readonly cause: Cause;
  /** The log's own code or skip reason, verbatim, where there is one. */
  readonly code?: string;
  /** The catalogue's name of that code, when it is a documented one. */
  readonly documented?: string;
  /** Further gates that are shut and must be opened too, in order. */
  readonly also: readonly Cause[];
  /** What the log listed but which only follows from the cause. */
  readonly noise: readonly Cause[];
  readonly expected: boolean;
  readonly gates: readonly GateFinding[];
  /** When the telling entry was written, and its ids. */
  readonly telling?: {
    readonly id: string;
    readonly at: string;
    readonly cycleId?: string;
    readonly changeId?: string;
    readonly jobId?: string;
    readonly action: string;
    readonly retryOf?: string;
  };
  /** Clauses that decide, false ones first. */
  readonly clauses: readonly ClauseFinding[];
  readonly assignment: AssignmentFinding;
  readonly property?: PropertyFinding;
  readonly matching?: PropertyFinding;
  readonly appAnswer?: AppAnswer;
  readonly job: JobFinding;
  /** The last time it worked, and what was written then. */
  readonly lastGood?: {
    readonly at: string;
    readonly action: string;
    readonly changed: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
    readonly ref: string;
  };
  readonly proof: readonly Proof[];
  readonly now: Now;
  readonly fix: readonly Fix[];
  readonly notes: readonly Note[];
}
