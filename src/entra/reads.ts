import type {
  App,
  Assignment,
  AttributeValue,
  Job,
  Known,
  LogEntry,
  LogReading,
  Membership,
  Subject,
  SyncSchema,
} from '../diagnosis/evidence.ts';

/** Requests spent so far by one turn. */
export interface Spent {
  readonly graphRequests: number;
  readonly logRequests: number;
  readonly roundTrips: number;
}

/** Who goes first to the log: somebody who waits for an answer, then watched cycles, then reads of many pages. */
export type Lane = 'people' | 'watch' | 'bulk';

/** Which part of the log to read: one app or all, one or several source identities, a window of time. */
export interface LogWindow {
  readonly appId?: string;
  /** Source identity ids, joined by `or` in one request. */
  readonly sourceIds?: readonly string[];
  /** Instead of ids: the source's display name contains this (HR workers and deleted people have no Entra id to ask for). */
  readonly sourceName?: string;
  readonly from: Date;
  readonly to?: Date;
  /** Pages to read at the most; each is a log request. Default 1. */
  readonly maxPages?: number;
}

/** Texts that name one object each: addresses, and object ids in lower case. */
export interface Identifiers {
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
}

/** What a search of the directory found; `more` when it holds more than was read, so that one who fits may not be the only one. */
export type Found = readonly Subject[] & { readonly more?: boolean };

/** The assignments asked for; `nobody` when the app has none at all, of whomever. */
export type Assignments = readonly Assignment[] & { readonly nobody?: boolean };
/** A page of the log: entries of the window, as Graph ordered them; `more` when the log holds further ones. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly more: boolean;
}

/** An app that somebody is assigned to, directly or by a group of which it is a direct member. */
export interface AssignedApp {
  readonly id: string;
  readonly name: string;
}

/** The apps that could be meant, and whether the tenant was seen whole. */
export interface AppCatalogue {
  readonly apps: readonly App[];
  readonly complete: boolean;
}

/** What came of trying the saved credentials. `off`: the operator has not allowed it. */
export type CredentialTest =
  | { readonly outcome: 'valid' | 'off' | 'notAsked' | 'forbidden' | 'noJob' }
  /** The app, or Entra, refused them. The message is untrusted text. */
  | { readonly outcome: 'refused'; readonly code?: string; readonly message?: string }
  /** It could not be told this time. */
  | { readonly outcome: 'unknown' };

/** An app that has a provisioning job, or had one and could not be read this time. */
export interface ProvisionedApp {
  readonly app: App;
  readonly jobs: Known<readonly Job[]>;
}

/** The provisioned apps of the tenant, as far as they were looked at. */
export interface ProvisionedApps {
  readonly apps: readonly ProvisionedApp[];
  /** Apps that were looked at, of how many, those without provisioning included. */
  readonly looked: number;
  readonly of: number;
  /** Apps that could not be read, where they are too many to be among `apps`. */
  readonly unread: number;
  /** Apps that were left for another time, because there are too many for one answer. */
  readonly left: number;
}

export interface DiscoveryOptions {
  /** Told whenever more is known. */
  readonly onPart?: (soFar: ProvisionedApps) => void;
  /** Which apps of the tenant count; all of them when absent. */
  readonly among?: (app: App) => boolean;
  /** How many apps to look at that were not looked at lately. */
  readonly most?: number;
}

/**
 * The typed reads of one turn. Reads that are asked for in the same tick travel together in one $batch.
 * Reads that give Known<T> turn 403 and 404 into a gap; whatever else goes wrong is a GraphError.
 */
export interface Reads {
  /** Apps by name, gallery name or id; a first page of the tenant's apps comes along and is remembered. */
  findApps(text: string): Promise<readonly App[]>;
  /** What is remembered of the tenant's apps; reads the first page when nothing is. */
  catalogue(): Promise<AppCatalogue>;
  /** The apps that are remembered, and no request for them; the same array until another is seen. */
  knownApps?(): readonly App[];
  /** Every app of the tenant, page by page: for the nearest names when nothing fits. */
  wholeCatalogue(): Promise<AppCatalogue>;
  /** The gallery's name of an app whose template is known; undefined when it is from no gallery, or Graph does not tell. */
  galleryName?(app: App): Promise<string | undefined>;
  /** Users by name, first name, UPN, mail, nickname, employee id or object id; the soft-deleted too. */
  findUsers(text: string): Promise<Found>;
  findGroups(text: string): Promise<Found>;
  /** Users and groups of many addresses and object ids at once, the soft-deleted too. */
  findIdentified(wanted: Identifiers): Promise<readonly Subject[]>;
  /** Users whose names begin alike: for the nearest names when nothing fits. */
  similarUsers(text: string): Promise<readonly Subject[]>;
  /** Directory extensions of a user or group by name, null where empty; an empty object where Graph does not tell. */
  extensions(subject: Subject, names: readonly string[]): Promise<Readonly<Record<string, AttributeValue>>>;
  jobs(appId: string): Promise<Known<readonly Job[]>>;
  /** Every app that has a job, by asking each app; which ones have none is remembered for a while. */
  provisionedApps(options?: DiscoveryOptions): Promise<ProvisionedApps>;
  schema(appId: string, jobId: string): Promise<Known<SyncSchema>>;
  /** Whether the operator allows to try the saved credentials. */
  readonly mayTestCredentials: boolean;
  /** Lets Entra sign in to the app with the saved credentials: `off` where that is not allowed, and nothing is sent then. */
  testCredentials(appId: string, jobId: string): Promise<CredentialTest>;
  log(window: LogWindow): Promise<Known<LogReading>>;
  /** The log page by page as it is asked for, newest first where Graph orders it: for windows that do not fit memory. Throws GraphError. */
  logPages(window: LogWindow): AsyncIterable<LogPage>;
  /**
   * Assignments of the app to these principals (a user and its groups). One page of the app's assignments is enough in
   * most tenants; a larger app is asked for the principals by filter, or paged where the filter is refused.
   */
  assignments(appId: string, principalIds: () => Promise<readonly string[]>): Promise<Known<Assignments>>;
  /** The apps that a user or group is assigned to: only where an admin granted Directory.Read.All. */
  assignedApps(subject: Subject): Promise<Known<readonly AssignedApp[]>>;
  /** Groups that the subject is in, direct ones marked. */
  memberships(subject: Subject): Promise<Known<readonly Membership[]>>;
  /** Whether the app syncs everybody: only where an admin granted more than reading. */
  syncAll(appId: string): Promise<Known<boolean>>;
  /** Which of these groups a user is in, by way of other groups too; ids in lower case. Throws where it cannot be told. */
  groupsAmong(userId: string, groupIds: readonly string[]): Promise<readonly string[]>;
  /** The ids that the requests of this turn bore, by which Microsoft finds them. */
  requestIds(): readonly string[];
  spent(): Spent;
}

/** A budget of log requests that several instances draw on, such as rows of their database. */
export interface SharedLogBudget {
  /** Takes a request: 0, or the milliseconds to wait before asking again. Rejects when it cannot be reached. */
  take(): Promise<number>;
}

export interface TurnOptions {
  readonly signal: AbortSignal;
  readonly correlationId: string;
  /** Default: people. */
  readonly lane?: Lane;
  /** Asks anew, whatever was read a moment ago. */
  readonly fresh?: boolean;
}

/** A tenant, through Microsoft Graph. `open` starts one turn: its reads share batches, a cost and a cancellation. */
export interface Entra {
  open(turn: TurnOptions): Reads;
}
