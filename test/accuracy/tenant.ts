/** Any JSON object of Microsoft Graph's wire. */
export type Json = Readonly<Record<string, unknown>>;

/** An app with all that Graph tells of it. */
export interface AppFixture {
  readonly servicePrincipal: Json;
  readonly template?: Json;
  readonly jobs: readonly Json[];
  /** Undefined: 404. */
  readonly schema?: Json;
  readonly assignments: readonly Json[];
}

export type Part = 'log' | 'jobs' | 'schema' | 'assignments' | 'memberships' | 'users' | 'apps';

/** A small tenant in Graph's own wire format. */
export interface TenantFixture {
  readonly id: string;
  readonly name: string;
  readonly users: readonly Json[];
  readonly deletedUsers?: readonly Json[];
  readonly groups: readonly Json[];
  /** Direct membership, of users and of groups. */
  readonly members: readonly { readonly group: string; readonly member: string }[];
  readonly apps: readonly AppFixture[];
  readonly log: readonly Json[];
  readonly logPageSize?: number;
  /** HTTP status with which a part is refused. */
  readonly refuse?: Readonly<Partial<Record<Part, number>>>;
  /** Refuse only the first so many times. */
  readonly refuseTimes?: number;
}
