import { randomUUID } from 'node:crypto';
import { ConfigError } from '../config.ts';
import { endWhereNobodyReads } from './closed-pipe.ts';
import { openTenant } from './open-tenant.ts';
import { styleFor } from './print.ts';
import { progressOn } from './progress.ts';
import { run } from './run.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

endWhereNobodyReads(process.stdout, process.exit);

const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();

try {
  process.exitCode = await run({
    args: process.argv.slice(2),
    stdin: process.stdin,
    isTyped: process.stdin.isTTY === true,
    stdout: process.stdout,
    stderr: process.stderr,
    style: styleFor(process.stdout),
    progress: progressOn(process.stderr),
    reader: { locale, timeZone },
    newId: randomUUID,
    signal: stop.signal,
    open: (use) => openTenant(process.env, use),
  });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
