import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openTenant } from '../../src/terminal/open-tenant.ts';
import { run } from '../../src/terminal/run.ts';
import type { OpenTenant, Terminal } from '../../src/terminal/terminal.ts';

export interface Called {
  readonly stdin: PassThrough;
  readonly stdout: PassThrough;
  readonly stop: AbortController;
  /** Everything that was written, once it is over. */
  readonly ended: Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

/** One call of `npm run ask` in this process: what is written to its stdin is the asker's. */
export function callTerminal(
  args: readonly string[],
  open: Terminal['open'],
  more: Partial<Pick<Terminal, 'isTyped' | 'stderr'>> = {},
): Called {
  const stop = new AbortController();
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const written = new PassThrough();
  stdout.pipe(written);
  const terminal: Terminal = {
    args,
    stdin,
    isTyped: false,
    stdout,
    stderr,
    style: (_style, plain) => plain,
    reader: { locale: 'en-GB', timeZone: 'UTC' },
    newId: randomUUID,
    signal: stop.signal,
    open,
    ...more,
  };
  const code = run(terminal).finally(() => {
    stdout.end();
    stderr.end();
  });
  const ended = Promise.all([code, text(written), text(stderr)]).then(([code, out, err]) => ({
    code,
    stdout: out,
    stderr: err,
  }));
  return { stdin, stdout, stop, ended };
}

/** Opens a tenant as the real terminal does. */
export function tenantAt(url: string): Terminal['open'] {
  return (use) => openTenant({ GRAPH_ENDPOINT: url, GRAPH_TOKEN: 'test' }, use);
}

/** A tenant that answers as it is told to. */
export function tenantWith(ask: OpenTenant['ask']): Terminal['open'] {
  return async () => ({ ask, close: async () => {} });
}
