import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { skippedUser } from '../entra/support/entries.ts';

/**
 * A Graph whose one app has as long a log as is asked for, in a process of its own: entries are made as they are read, so
 * that neither its time nor its memory grows with the log.
 */
export interface LongLog {
  readonly entries: number;
  readonly people: number;
}

const pageSize = 500;
const app = {
  id: '0a1b2c3d-0000-4000-8000-0000000000aa',
  appId: '0a1b2c3d-0000-4000-8000-0000000000ab',
  displayName: 'Fabrikam Desk',
  appRoles: [],
  tags: [],
};

process.once('message', ({ entries, people }: LongLog) => {
  const begun = Date.now();
  const step = (29 * 24 * 60 * 60_000) / entries;
  const template = JSON.stringify(skippedUser);
  const failure = JSON.stringify({
    ...skippedUser,
    provisioningAction: 'create',
    provisioningStatusInfo: {
      status: 'failure',
      errorInformation: { errorCode: 'EntryConflict', reason: 'taken', errorCategory: 'failure' },
    },
  });
  const inSync = template.replace('NotEffectivelyEntitled', 'RedundantExport');

  const entry = (index: number): string => {
    const person = (index * 7919) % people;
    const text = person % 50 === 0 ? failure : inSync;
    const id = `0a1b2c3d-1111-4000-8000-${person.toString(16).padStart(12, '0')}`;
    return text
      .replace('"entry-1"', `"e-${index}"`)
      .replaceAll('"u-1"', `"${id}"`)
      .replaceAll('"sp-1"', `"${app.id}"`)
      .replace('Carmen Ruiz', `Person ${person}`)
      .replace(/"activityDateTime":"[^"]+"/, `"activityDateTime":"${new Date(begun - index * step).toISOString()}"`);
  };
  const logPage = (from: number, host: string): string => {
    const until = Math.min(entries, from + pageSize);
    const rows = Array.from({ length: until - from }, (_, index) => entry(from + index));
    const next =
      until < entries ? `,"@odata.nextLink":"http://${host}/v1.0/auditLogs/provisioning?$skiptoken=${until}"` : '';
    return `{"value":[${rows.join(',')}]${next}}`;
  };
  const answer = (path: string, host: string): string => {
    if (path.startsWith('/auditLogs/provisioning'))
      return logPage(Number(/skiptoken=(\d+)/.exec(path)?.[1] ?? 0), host);
    if (path.startsWith(`/servicePrincipals/${app.id}/`)) return '{"value":[]}';
    if (path.startsWith(`/servicePrincipals/${app.id}`)) return JSON.stringify(app);
    return path.startsWith('/servicePrincipals') ? JSON.stringify({ value: [app] }) : '{"value":[]}';
  };

  const server = createServer(async (req, res) => {
    const host = req.headers.host ?? '';
    res.setHeader('content-type', 'application/json');
    const path = (req.url ?? '').replace(/^\/v1\.0/, '');
    if (path !== '/$batch') return void res.end(answer(decodeURIComponent(path), host));
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { requests } = JSON.parse(Buffer.concat(chunks).toString()) as { requests: { id: string; url: string }[] };
    const responses = requests.map(
      ({ id, url }) =>
        `{"id":"${id}","status":200,"headers":{"Content-Type":"application/json"},"body":${answer(decodeURIComponent(url), host)}}`,
    );
    res.end(`{"responses":[${responses.join(',')}]}`);
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
});
