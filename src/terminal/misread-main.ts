import { randomUUID } from 'node:crypto';
import { ConfigError } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import { endWhereNobodyReads } from './closed-pipe.ts';
import { runMisread } from './misread.ts';
import { openAuditOf } from './open-audit.ts';

endWhereNobodyReads(process.stdout, process.exit);

try {
  process.exitCode = await runMisread({
    args: process.argv.slice(2),
    stdout: process.stdout,
    stderr: process.stderr,
    open: () => openAuditOf(process.env, { now: () => new Date(), newId: randomUUID }),
  });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
