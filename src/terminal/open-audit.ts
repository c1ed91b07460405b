import { pino } from 'pino';
import { type Environment, loadConfig } from '../config.ts';
import { databasePasswordFor } from '../core.ts';
import { openAudit } from '../store/open-audit.ts';
import type { StoreOptions } from '../store/store.ts';

/** The audit that the settings name. Throws ConfigError, StoreError. */
export function openAuditOf(
  env: Environment,
  world: Pick<StoreOptions, 'now' | 'newId'>,
): ReturnType<typeof openAudit> {
  const config = loadConfig(env, 'terminal');
  const { databaseUrl, dataDir } = config;
  const databasePassword = databasePasswordFor(config);
  return openAudit({ databaseUrl, dataDir, databasePassword, logger: pino({ level: 'silent' }), ...world });
}
