import type { AddressInfo } from 'node:net';
import { createCycles } from './cycles.ts';
import { Faults } from './faults.ts';
import { secondMs } from './moment.ts';
import { appResources } from './resources-apps.ts';
import { directoryResources } from './resources-directory.ts';
import { logResources } from './resources-log.ts';
import { createGraphServer, type Recorded } from './server.ts';
import { createTenant, type Tenant } from './tenant.ts';
import { Throttle, type ThrottleOptions } from './throttle.ts';

export interface SandboxOptions {
  readonly now: () => Date;
  /** Default 1. The same seed gives the same tenant. */
  readonly seed?: number;
  /** Head count, default 300; up to 100,000. */
  readonly people?: number;
  /** Entries of the background log, default 13 for each of at most 300 people; up to 1,000,000. */
  readonly entries?: number;
  /** Service principals, default 60; up to 10,000. */
  readonly apps?: number;
  /** How many of them have provisioning. Default: the 21 that are made by hand, and no more. */
  readonly provisioned?: number;
  /** How long an entry exists before it can be read. Default 30. */
  readonly logDelaySeconds?: number;
  /** The reports' limit of 5 requests in 10 seconds. Default on. */
  readonly throttle?: boolean | ThrottleOptions;
  /** Application permissions that the token carries. Default: what Skipper asks for. */
  readonly permissions?: Iterable<string>;
  /** Runs a cycle of some apps every so many seconds, from the moment on that the tenant is made. Default: none. */
  readonly cycleEverySeconds?: number;
}

/** A tenant that can be listened to, broken, and changed. */
export interface Sandbox {
  readonly tenant: Tenant;
  readonly faults: Faults;
  /** Application permissions granted; add or delete at will. */
  readonly permissions: Set<string>;
  /** Every request answered so far, oldest first, those inside batches included. */
  readonly requests: Recorded[];
  /** Rejects when the port is taken. Port 0 takes any that is free. */
  listen(port?: number, host?: string): Promise<Listening>;
}

export interface Listening {
  /** `http://host:port`, to be used as GRAPH_ENDPOINT. */
  readonly url: string;
  readonly requests: Recorded[];
  close(): Promise<void>;
}

export const defaultPermissions = [
  'ProvisioningLog.Read.All',
  'Synchronization.Read.All',
  'Application.Read.All',
  'User.Read.All',
  'GroupMember.Read.All',
] as const;

export function createSandbox(options: SandboxOptions): Sandbox {
  const people = options.people ?? 300;
  const tenant = createTenant({
    seed: options.seed ?? 1,
    now: options.now,
    people,
    entries: options.entries ?? Math.min(people, 300) * 13,
    apps: options.apps ?? 60,
    provisioned: options.provisioned,
    logDelaySeconds: options.logDelaySeconds ?? 30,
  });
  const cycles =
    options.cycleEverySeconds === undefined ? undefined : createCycles(tenant, options.cycleEverySeconds * secondMs);
  // Time goes on when somebody looks: nothing runs by itself, so that the clock alone decides what there is.
  const clock = (): Date => {
    const at = options.now();
    cycles?.catchUp(at.getTime());
    return at;
  };
  const now = (): number => clock().getTime();
  const faults = new Faults();
  const permissions = new Set<string>(options.permissions ?? defaultPermissions);
  const requests: Recorded[] = [];
  const resources = [
    ...directoryResources(tenant.directory),
    ...appResources(tenant, now),
    ...logResources(tenant, now),
  ];
  const throttle =
    options.throttle === false ? undefined : new Throttle(typeof options.throttle === 'object' ? options.throttle : {});

  return {
    tenant,
    faults,
    permissions,
    requests,
    listen: async (port = 0, host = '127.0.0.1') => {
      const server = createGraphServer({
        now: clock,
        resources,
        permissions,
        faults,
        throttle,
        record: (one) => requests.push(one),
      });
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address() as AddressInfo;
      return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
        requests,
        close: () =>
          new Promise<void>((resolve, reject) => {
            server.close((error) => (error === undefined ? resolve() : reject(error)));
            server.closeAllConnections();
          }),
      };
    },
  };
}
