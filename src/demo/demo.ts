import { pino } from 'pino';
import { ConfigError } from '../config.ts';
import { demoQuestions } from '../sandbox/scenarios.ts';
import { PortTaken, startDemo, usualCycleSeconds } from './start-demo.ts';

/** `npm run demo`: everything on this machine, nothing to set up. */
const botPort = process.env.PORT || '3978';
const playgroundPort = process.env.PLAYGROUND_PORT || '56150';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

try {
  process.stdout.write('Starting the sample tenant Contoso, the bot, and the look-alike of Teams …\n');
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
  const demo = await startDemo({ botPort, playgroundPort, logger, signal: stopping.signal });
  process.stdout.write(
    `\nOpen ${demo.url} in a browser, and ask:\n\n${demoQuestions.map((one) => `  ${one}\n`).join('')}
To be told what happens, say:\n\n  watch Salesforce\n
A cycle runs there every ${usualCycleSeconds} seconds, so that a message comes within a minute.\nCtrl-C stops everything.\n`,
  );
  const stopped = new Promise<void>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  await Promise.race([stopped, demo.ended]);
  await demo.stop();
} catch (error) {
  if (error instanceof PortTaken) {
    const setting = String(error.port) === botPort ? 'PORT' : 'PLAYGROUND_PORT';
    process.stderr.write(
      `${error.message} Stop that program, or choose another port: ${setting}=${error.port + 1} npm run demo\n`,
    );
    process.exitCode = 1;
  } else if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else if (!stopping.signal.aborted) {
    throw error;
  }
}
