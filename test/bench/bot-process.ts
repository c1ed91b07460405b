import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { fixture, send } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import type { BotFigures } from './rest.ts';

const answers = 600;
const atOnce = 20;

process.once('message', async ({ url: graph, questions }: { url: string; questions: readonly string[] }) => {
  const config = loadConfig({
    PORT: '0',
    ALLOW_UNAUTHENTICATED: 'true',
    GRAPH_ENDPOINT: graph,
    GRAPH_TOKEN: 'bench',
    TURNS_PER_MINUTE: '10000',
    DATA_DIR: 'test/output/bench/data',
  });
  const app = createApp(config, {
    fetch,
    now: () => new Date(),
    elapsed: () => performance.now(),
    random: Math.random,
    newId: randomUUID,
    logger: pino({ level: 'silent' }),
  });
  const { url } = await app.listen();
  const listeningMs = performance.now();
  const connector = await startConnector();
  const ask = (text: string) =>
    send(url, JSON.stringify({ ...fixture('asked-personal', { text }), serviceUrl: connector.serviceUrl }));
  await ask(questions[0] ?? '');
  const answeredMs = performance.now();
  const megabytes = () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { resident: rss / 1_000_000, heap: heapUsed / 1_000_000 };
  };
  const rest = megabytes();
  const waiting = Array.from({ length: answers }, (_, index) => questions[index % questions.length] ?? '').values();
  const lane = async () => {
    for (const question of waiting) await ask(question);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  process.send?.({ listeningMs, answeredMs, rest, load: megabytes() } satisfies BotFigures);
});
