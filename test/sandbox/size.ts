import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** What a tenant of the largest size costs: `node --expose-gc test/sandbox/size.ts`. Prints a table; not part of the test run. */
const megabyte = 1024 * 1024;
const rows: [string, string][] = [];
const begun = performance.now();
const sandbox = createSandbox({
  now: () => new Date(),
  people: 100_000,
  entries: 1_000_000,
  apps: 10_000,
  throttle: false,
});
rows.push(['building it', `${((performance.now() - begun) / 1000).toFixed(1)} s`]);
globalThis.gc?.();
const { heapUsed, arrayBuffers } = process.memoryUsage();
rows.push(['memory', `${Math.round((heapUsed + arrayBuffers) / megabyte)} MB`]);

const listening = await sandbox.listen();
const { directory } = sandbox.tenant;
const app = directory.app('Zoom').id;
const person = directory.person('alice@contoso.com').id;
for (const [what, path] of [
  ['a page of an app’s entries', `/auditLogs/provisioning?$top=1000&$filter=servicePrincipal/id eq '${app}'`],
  ['one person’s entries', `/auditLogs/provisioning?$filter=sourceIdentity/id eq '${person}'`],
  ['a page of failures', "/auditLogs/provisioning?$top=20&$filter=provisioningStatusInfo/status eq 'failure'"],
  ['users by name', "/users?$filter=startswith(displayName,'Alice')"],
  ['apps by name', "/servicePrincipals?$filter=startswith(displayName,'Zoom')"],
  ['one user', '/users/alice@contoso.com'],
] as const) {
  const asked = performance.now();
  const response = await fetch(`${listening.url}/v1.0${path}`, { headers: { authorization: 'Bearer sandbox' } });
  const { length } = await response.text();
  rows.push([
    what,
    `${(performance.now() - asked).toFixed(0)} ms, ${Math.ceil(length / 1024)} KB, status ${response.status}`,
  ]);
}
await listening.close();
for (const [what, figure] of rows) process.stdout.write(`${what.padEnd(30)} ${figure}\n`);
