import { randomUUID } from 'node:crypto';
import { format } from 'node:util';
import { type Logger, pino } from 'pino';
import { createApp, StoreError } from './app.ts';
import { type Config, ConfigError, loadConfig, summarise } from './config.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

try {
  const config = loadConfig(process.env);
  const logger = pino({ level: config.logLevel });
  sayInLog(logger);
  const telemetry = await telemetryOf(config, logger);
  const app = createApp(config, {
    fetch,
    now: () => new Date(),
    elapsed: () => performance.now(),
    random: Math.random,
    newId: randomUUID,
    logger,
    telemetry,
  });
  const { url } = await app.listen();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping: what is under way is finished first');
      void app.close().then(() => logger.info({}, 'stopped'));
    });
  }
  logger.info({ url, settings: summarise(config) }, 'Skipper listens');
} catch (error) {
  const told = whatIsWrong(error);
  if (told === undefined) throw error;
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
}

/** Loaded only where it is wanted: the packages take longer than all the rest. */
async function telemetryOf({ applicationInsights }: Config, logger: Logger): Promise<Telemetry | undefined> {
  if (applicationInsights === undefined) return undefined;
  // The exporter would report about itself, to an address that nobody set.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT ??= 'true';
  const { startTelemetry } = await import('./telemetry/start-telemetry.ts');
  return startTelemetry({
    connectionString: applicationInsights,
    instanceId: randomUUID(),
    onFailure: (err) => logger.warn({ err }, 'telemetry failed'),
  });
}

/** What the operator can mend; everything else keeps its stack. Nothing listens yet. */
function whatIsWrong(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return undefined;
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port} is taken by another program. Stop that, or set PORT to another.`;
  if (error.code === 'EACCES')
    return `Port ${error.port} is not open to this user. Set PORT to one from 1024 to 65535.`;
  return undefined;
}

/** What libraries print by themselves is a line of the log like any other: botbuilder prints why it refuses a token. */
function sayInLog(logger: Logger): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[name] = (...parts: readonly unknown[]) => {
      const [error] = parts.filter((part) => part instanceof Error);
      logger.debug({ err: error, printed: error ? undefined : format(...parts) }, 'a library printed');
    };
  }
}
