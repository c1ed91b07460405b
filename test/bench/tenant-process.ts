import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** The tenant runs in a process of its own, so that its time and memory are not counted as ours. */
export interface TenantSize {
  readonly people: number;
  readonly apps: number;
  readonly entries?: number;
  readonly throttle: boolean;
}

export interface TenantReady {
  readonly url: string;
  /** Somebody in some app, as they would be asked about. */
  readonly cases: readonly { readonly user: string; readonly app: string; readonly question: string }[];
}

process.once('message', async (size: TenantSize) => {
  const sandbox = createSandbox({ now: () => new Date(), logDelaySeconds: 0, ...size });
  const { url } = await sandbox.listen();
  const people = sandbox.tenant.scenarios.filter((one) => one.type === 'user' && one.user.includes('@'));
  const cases = people.map(({ user, app }) => ({ user, app, question: `why was ${user} skipped in "${app}"?` }));
  process.send?.({ url, cases } satisfies TenantReady);
  // Thousands of questions are asked: what was asked is of no interest here.
  setInterval(() => sandbox.requests.splice(0), 1000).unref();
});
