import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Playground {
  readonly url: string;
  /** Resolves when the process is gone, however that came. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

/** How long the look-alike may take to serve its page, in milliseconds. */
const patienceMs = 60_000;

/** Starts Microsoft's local look-alike of Teams for a bot at `endpoint`. Throws when it does not come up. */
export async function startPlayground(endpoint: string, port: number, signal?: AbortSignal): Promise<Playground> {
  const child = spawn(process.execPath, [binary(), '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'], {
    // It must not open a browser of its own: the reader of the terminal does that.
    env: { ...process.env, BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilServed(url, child, signal);
  } catch (error) {
    child.kill();
    throw new Error(`the look-alike of Teams did not start: ${output.join('').slice(-2000)}`, { cause: error });
  }
  return { url, gone, stop: () => stop(child, gone) };
}

async function untilServed(url: string, child: ChildProcess, signal: AbortSignal | undefined): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    signal?.throwIfAborted();
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await delay(200, undefined, { signal });
  }
  throw new Error('it served no page in time');
}

/** Asked to go first; made to go when it does not. */
async function stop(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const stubborn = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(stubborn);
}

function binary(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = require(manifest) as { readonly bin: Readonly<Record<string, string>> };
  const script = bin.agentsplayground;
  if (script === undefined) throw new Error('@microsoft/m365agentsplayground has no command agentsplayground');
  return join(dirname(manifest), script);
}
