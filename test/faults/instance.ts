import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The bot as a process of its own. */
export interface Instance {
  readonly pid: number | undefined;
  /** Resolves once it listens; rejects when it ends before that. */
  readonly ready: Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  running(): boolean;
}

const script = fileURLToPath(new URL('../../src/index.ts', import.meta.url));

export function startInstance(settings: Readonly<Record<string, string>>): Instance {
  const child: ChildProcess = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      ALLOW_UNAUTHENTICATED: 'true',
      GRAPH_TOKEN: 'test',
      WATCH_INTERVAL_SECONDS: '2',
      LOG_DELAY_SECONDS: '0',
      WATCH_LOG_SHARE: '5',
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('"url":')) resolve();
      });
    }
    void exited.then((code) => reject(new Error(`the bot ended with ${code} before it listened`)));
  });
  // Whoever does not wait for it must not be brought down by it.
  ready.catch(() => undefined);
  return {
    pid: child.pid,
    ready,
    running: () => child.exitCode === null && child.signalCode === null,
    kill(signal) {
      child.kill(signal);
      return exited;
    },
  };
}
