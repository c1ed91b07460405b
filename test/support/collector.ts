import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod/v4';

const item = z.looseObject({
  name: z.string(),
  data: z.looseObject({ baseType: z.string(), baseData: z.looseObject({}) }),
});
export type Sent = z.infer<typeof item>;

const loopback = new URL('../fixtures/loopback/', import.meta.url);

/** Whoever sends to the collector must trust it: NODE_EXTRA_CA_CERTS. */
export const trusted = fileURLToPath(new URL('certificate.pem', loopback));

/** Stands in for Application Insights, on loopback. The exporter speaks TLS whatever it is told. */
export interface Collector {
  readonly connectionString: string;
  readonly sent: readonly Sent[];
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const sent: Sent[] = [];
  const tls = { key: readFileSync(new URL('key.pem', loopback)), cert: readFileSync(trusted) };
  const server = createServer(tls, async (req, res) => {
    const body = await buffer(req);
    const text = (req.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
    const items = z
      .array(item)
      .parse(text.startsWith('[') ? JSON.parse(text) : text.split('\n').map((line) => JSON.parse(line)));
    sent.push(...items);
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ itemsReceived: items.length, itemsAccepted: items.length, errors: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: `InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://127.0.0.1:${port}/`,
    sent,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
