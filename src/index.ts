import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, loadConfig, summarise } from './config.ts';

try {
  const config = loadConfig(process.env);
  const logger = pino({ level: config.logLevel });
  const app = createApp(config, {
    fetch,
    now: () => new Date(),
    elapsed: () => performance.now(),
    random: Math.random,
    newId: randomUUID,
    logger,
  });
  const { url } = await app.listen();
  logger.info({ url, settings: summarise(config) }, 'Skipper listens');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping: what is under way is finished first');
      void app.close();
    });
  }
} catch (error) {
  // Nothing listens yet: every wrong setting is told at once, with its mend.
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
