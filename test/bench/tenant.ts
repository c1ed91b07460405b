import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LogCount, TenantReady, TenantSize } from './tenant-process.ts';

export interface BenchTenant extends TenantReady {
  /** How often the log was asked since this was called last. */
  logCount(): Promise<LogCount>;
  stop(): void;
}

/** Starts a tenant of this size in a process of its own. */
export async function startTenant(size: TenantSize): Promise<BenchTenant> {
  const child = fork(new URL('./tenant-process.ts', import.meta.url));
  child.send(size);
  const [ready] = (await once(child, 'message')) as [TenantReady];
  return {
    ...ready,
    async logCount() {
      child.send('count');
      const [counted] = (await once(child, 'message')) as [LogCount];
      return counted;
    },
    stop: () => child.kill(),
  };
}
