import type { Config } from './config.ts';
import { type CoreDeps, createCore } from './core.ts';
import { type BotServer, createBotServer } from './teams/server.ts';

/** How long a person in Teams waits for a throttled Graph before the answer says so. */
const patience = { patienceMs: 20_000, attempts: 4 };

/** The whole bot, not yet listening. */
export function createApp(config: Config, deps: Omit<CoreDeps, 'patience'>): BotServer {
  const { ask } = createCore(config, { ...deps, patience });
  return createBotServer({ config, ask, now: deps.now, newId: deps.newId, logger: deps.logger });
}
