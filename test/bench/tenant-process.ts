import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** The tenant runs in a process of its own, so that its time and memory are not counted as ours. */
export interface TenantSize {
  readonly people: number;
  readonly apps: number;
  readonly provisioned?: number;
  readonly entries?: number;
  readonly throttle: boolean;
}

export interface TenantReady {
  readonly url: string;
  /** Somebody in some app, as they would be asked about. */
  readonly cases: readonly BenchCase[];
  /** Ordinary people of the tenant, for questions by the hundred. */
  readonly crowd: readonly BenchCase[];
}

export interface BenchCase {
  readonly user: string;
  readonly app: string;
  readonly question: string;
}

process.once('message', async (size: TenantSize) => {
  const sandbox = createSandbox({ now: () => new Date(), logDelaySeconds: 0, ...size });
  const { url } = await sandbox.listen();
  const people = sandbox.tenant.scenarios.filter((one) => one.type === 'user' && one.user.includes('@'));
  const cases = people.map(({ user, app }) => caseOf(user, app));
  const apps = ['Salesforce', 'Slack', 'Zoom'];
  const crowd = [...sandbox.tenant.directory.people]
    .filter(({ userPrincipalName }) => !people.some(({ user }) => user === userPrincipalName))
    .slice(0, 1000)
    .map(({ userPrincipalName }, index) => caseOf(userPrincipalName, apps[index % apps.length] ?? ''));
  let logRequests = 0;
  let refused = 0;
  // Thousands of questions are asked: what was asked is of no interest here, only how often the log was.
  const count = () => {
    for (const { isLog, status } of sandbox.requests.splice(0)) {
      if (!isLog) continue;
      logRequests += 1;
      if (status === 429) refused += 1;
    }
  };
  setInterval(count, 1000).unref();
  process.on('message', () => {
    count();
    process.send?.({ logRequests, refused } satisfies LogCount);
    logRequests = 0;
    refused = 0;
  });
  process.send?.({ url, cases, crowd } satisfies TenantReady);
});

/** Reads of the log that reached Graph since the last count. */
export interface LogCount {
  readonly logRequests: number;
  readonly refused: number;
}

function caseOf(user: string, app: string): BenchCase {
  return { user, app, question: `why was ${user} skipped in "${app}"?` };
}
