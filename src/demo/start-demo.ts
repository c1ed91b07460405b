import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from '../app.ts';
import { ConfigError, loadConfig } from '../config.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { startPlayground } from './playground.ts';

export interface DemoOptions {
  /** As in the environment: checked like every setting. */
  readonly botPort: string;
  readonly playgroundPort: string;
  readonly logger: Logger;
  /** How often a cycle of the sample tenant's liveliest apps runs; half a minute when absent. */
  readonly cycleEverySeconds?: number;
  /** How many entries the log of the sample tenant has besides those that show something; some thousands when absent. */
  readonly entries?: number;
  readonly signal?: AbortSignal;
}

export interface Demo {
  /** Where to click. */
  readonly url: string;
  /** Resolves when the look-alike is gone by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A port that the demo needs and that somebody else has. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is taken by another program.`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

/** A real cycle takes some 40 minutes, which nobody who tries it out waits for. */
export const usualCycleSeconds = 30;

/** Starts the sample tenant, the bot and the look-alike of Teams, all on this machine only. Throws PortTaken, ConfigError. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { botPort, playgroundPort, logger, cycleEverySeconds = usualCycleSeconds, entries, signal } = options;
  const ports = { bot: portOf('PORT', botPort), playground: portOf('PLAYGROUND_PORT', playgroundPort) };
  for (const port of [ports.bot, ports.playground]) if (await isTaken(port)) throw new PortTaken(port);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const now = () => new Date();
    const tenant = await createSandbox({ now, cycleEverySeconds, entries, logDelaySeconds: 0 }).listen();
    stops.push(() => tenant.close());
    const config = loadConfig({
      PORT: botPort,
      ALLOW_UNAUTHENTICATED: 'true',
      GRAPH_ENDPOINT: tenant.url,
      GRAPH_TOKEN: 'sandbox',
      DATA_DIR: 'memory:',
      WATCH_INTERVAL_SECONDS: '3',
      LOG_DELAY_SECONDS: '1',
    });
    const elapsed = () => performance.now();
    const bot = createApp(config, { fetch, now, elapsed, random: Math.random, newId: randomUUID, logger });
    const listening = await bot.listen();
    stops.push(() => bot.close());
    const playground = await startPlayground(`${listening.url}/api/messages`, ports.playground, signal);
    stops.push(() => playground.stop());
    return { url: playground.url, ended: playground.gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portOf(setting: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  const problem = `"${text.slice(0, 100)}" will not do.`;
  throw new ConfigError([{ setting, problem, mend: 'Set it to a whole number from 1 to 65535, or leave it out.' }]);
}

/** Whether somebody answers there, on either loopback address: a program on ::1 takes the name localhost away as well. */
async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => answersAt(host, port)));
  return answers.includes(true);
}

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
