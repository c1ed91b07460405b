import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createCore } from '../../src/core.ts';
import { examples } from '../../src/questions/examples.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { demoQuestions } from '../../src/sandbox/scenarios.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
}

/** What a request asks of Graph: itself, or the requests in its batch. */
function asked(url: URL, init: RequestInit): readonly Sent[] {
  if (!url.pathname.endsWith('/$batch')) return [{ method: init.method ?? 'GET', path: url.pathname }];
  const { requests } = JSON.parse(String(init.body)) as {
    readonly requests: readonly { readonly method: string; readonly url: string }[];
  };
  return requests.map((one) => ({ method: one.method, path: one.url }));
}

describe('every question', () => {
  it('only reads: nothing but GET reaches Graph, alone or in a batch', async () => {
    const sent: Sent[] = [];
    const sandbox = await createSandbox({ now: () => new Date(), throttle: false }).listen();
    const { ask } = createCore(
      { graphEndpoint: sandbox.url, graphToken: 'sandbox' },
      {
        fetch: async (input, init = {}) => {
          sent.push(...asked(new URL(String(input)), init));
          return fetch(input, init);
        },
        now: () => new Date(),
        elapsed: () => performance.now(),
        random: Math.random,
        newId: randomUUID,
        logger: pino({ level: 'silent' }),
        patience: { patienceMs: 60_000, attempts: 20 },
      },
    );

    for (const text of [...demoQuestions, ...examples.flatMap(({ examples: some }) => some)])
      await ask({ text, signal: new AbortController().signal, correlationId: randomUUID() });
    await sandbox.close();

    assert.ok(sent.length > 20);
    assert.deepEqual(
      sent.filter(({ method }) => method.toUpperCase() !== 'GET'),
      [],
    );
  });
});
