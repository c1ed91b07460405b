import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { type Config, isLoopback, loadConfig } from '../config.ts';
import { type CoreDeps, type CoreSettings, createCore, type LogManners } from '../core.ts';
import { plainLog } from './plain-log.ts';
import type { OpenTenant, TenantUse } from './terminal.ts';

/** A terminal waits out a throttle rather than give up: nobody else waits for it. */
const patience = { patienceMs: 10 * 60_000, attempts: 60 };

/** Nobody waits for one line alone: the log is read a little later, for all the lines that need it by then. */
const manyLines: LogManners = { gapsMs: [1000, 1000, 1500, 2000, 2500] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Any of these says which tenant is meant; without one the sample tenant answers. */
const tenantSettings = ['GRAPH_TOKEN', 'GRAPH_ENDPOINT', 'AZURE_CLIENT_ID'];

/** Opens the tenant that the settings name, or the sample tenant Contoso. Throws ConfigError. */
export async function openTenant(env: Environment, { manyAtOnce }: TenantUse): Promise<OpenTenant> {
  const config = loadConfig(env, 'terminal');
  const deps: CoreDeps = {
    fetch,
    now: () => new Date(),
    elapsed: () => performance.now(),
    random: Math.random,
    newId: randomUUID,
    logger: env.LOG_LEVEL
      ? pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
      : plainLog(process.stderr),
    patience,
    log: manyAtOnce ? manyLines : undefined,
  };
  if (tenantSettings.some((name) => env[name])) {
    return { ask: createCore(settingsOf(config), deps).ask, close: async () => {} };
  }
  // Loaded only here: who asks a real tenant does not pay for the sample.
  const { createSandbox } = await import('../sandbox/sandbox.ts');
  const sandbox = await createSandbox({ now: deps.now }).listen();
  return {
    ask: createCore({ graphEndpoint: sandbox.url, graphToken: 'sandbox' }, deps).ask,
    remark: 'No tenant is set (GRAPH_TOKEN or GRAPH_ENDPOINT): the sample tenant Contoso answers.',
    close: () => sandbox.close(),
  };
}

/**
 * People ask here with their own token, so nobody is kept out or counted. A Graph on this machine is a stand-in: no
 * sign-in of Azure fits it, and no real token belongs there.
 */
function settingsOf({ graphEndpoint, graphToken, allowCredentialTest }: Config): CoreSettings {
  const isStandIn = isLoopback(new URL(graphEndpoint).hostname);
  return { graphEndpoint, graphToken: isStandIn ? (graphToken ?? 'loopback') : graphToken, allowCredentialTest };
}
