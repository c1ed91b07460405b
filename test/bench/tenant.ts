import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TenantReady, TenantSize } from './tenant-process.ts';

export interface BenchTenant extends TenantReady {
  stop(): void;
}

/** Starts a tenant of this size in a process of its own. */
export async function startTenant(size: TenantSize): Promise<BenchTenant> {
  const child = fork(new URL('./tenant-process.ts', import.meta.url));
  child.send(size);
  const [ready] = (await once(child, 'message')) as [TenantReady];
  return { ...ready, stop: () => child.kill() };
}
