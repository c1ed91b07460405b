import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';

/** What must work for questions to be answered, by a name that may be told to anybody. Each rejects when it does not. */
export type HealthChecks = Readonly<Record<string, (signal: AbortSignal) => Promise<void>>>;

interface HealthDeps {
  readonly checks: HealthChecks;
  /** Aborted once the bot is told to stop: it is alive then, and not to be sent anything. */
  readonly stopping: AbortSignal;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
}

type Outcome = Readonly<Record<string, 'ok' | 'failed'>>;

/** How long a check may take, and how long its outcome is told again, in milliseconds: anybody may ask, as often as they like. */
const checkMs = 5000;
const rememberMs = 5000;

/** GET /healthz: the process is alive. GET /readyz: what it needs can be reached. Neither says more than names. */
export function addHealthRoutes(server: Server, deps: HealthDeps): void {
  const { checks, stopping, logger } = deps;
  let remembered: Promise<Outcome> | undefined;
  let failing = '';

  const outcome = (): Promise<Outcome> => {
    if (remembered) return remembered;
    remembered = runAll();
    void remembered.then(() => {
      setTimeout(() => {
        remembered = undefined;
      }, rememberMs).unref();
    });
    return remembered;
  };

  async function runAll(): Promise<Outcome> {
    const entries = Object.entries(checks).map(async ([name, check]) => {
      try {
        await withinTime(check);
        return [name, 'ok'] as const;
      } catch (error) {
        if (!failing.split(' ').includes(name)) logger.warn({ err: error, check: name }, 'not ready: a check failed');
        return [name, 'failed'] as const;
      }
    });
    const found = await Promise.all(entries);
    const failed = found.filter(([, how]) => how === 'failed').map(([name]) => name);
    if (failing !== '' && failed.length === 0) logger.info({}, 'ready again');
    failing = failed.join(' ');
    return Object.fromEntries(found);
  }

  server.get('/healthz', async (_req: Request, res: Response) => {
    res.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    const found = stopping.aborted ? {} : await outcome();
    const ready = !stopping.aborted && Object.values(found).every((how) => how === 'ok');
    res.send(ready ? 200 : 503, {
      status: ready ? 'ready' : stopping.aborted ? 'stopping' : 'notReady',
      checks: found,
    });
  });
}

/** A check that hangs has failed, whether or not it heeds the signal. */
async function withinTime(check: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const signal = AbortSignal.timeout(checkMs);
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  await Promise.race([check(signal), late]);
}
