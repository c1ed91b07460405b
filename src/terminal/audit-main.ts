import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { ConfigError, loadConfig } from '../config.ts';
import { databasePasswordFor } from '../core.ts';
import { StoreError } from '../store/errors.ts';
import { openAudit } from '../store/open-audit.ts';
import { runAudit } from './audit.ts';
import { endWhereNobodyReads } from './closed-pipe.ts';

endWhereNobodyReads(process.stdout, process.exit);

try {
  process.exitCode = await runAudit({
    args: process.argv.slice(2),
    stdout: process.stdout,
    stderr: process.stderr,
    open: () => {
      const config = loadConfig(process.env, 'terminal');
      const { databaseUrl, dataDir } = config;
      return openAudit({
        databaseUrl,
        dataDir,
        databasePassword: databasePasswordFor(config),
        logger: pino({ level: 'silent' }),
        now: () => new Date(),
        newId: randomUUID,
      });
    },
  });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
