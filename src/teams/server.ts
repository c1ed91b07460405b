import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import restify, { type Request, type Response } from 'restify';
import type { Ask } from '../answers/ask.ts';
import { type Config, isLoopback } from '../config.ts';
import { type CredentialFactory, createAdapter, NotAuthenticated } from './adapter.ts';
import { createBot } from './bot.ts';
import { guardBody, maxBodyBytes } from './guard.ts';
import { addHealthRoutes, type HealthChecks } from './health.ts';
import { envelope } from './inbound.ts';
import type { Present } from './outbound.ts';
import type { Places } from './place.ts';
import { createTracker } from './tracker.ts';
import { type Texts, type Timings, teamsTimings } from './turns.ts';

export interface BotServerDeps {
  readonly config: Config;
  readonly ask: Ask;
  readonly present: Present;
  readonly texts: Texts;
  readonly logger: Logger;
  readonly newId: () => string;
  readonly places?: Places;
  readonly timings?: Timings;
  /** What /readyz looks at. */
  readonly checks?: HealthChecks;
  /** How long callers may take. */
  readonly patience?: CallerPatience;
  /** Wait before a message is tried again, in milliseconds. */
  readonly retryMs?: number;
  /** Stands in for the bot's own sign-in. */
  readonly credentials?: CredentialFactory;
}

export interface BotServer {
  /** Rejects with the system's error (EADDRINUSE, EACCES) when the port cannot be had. */
  listen(): Promise<{ readonly port: number; readonly url: string }>;
  /** Takes no more, finishes what is under way within STOP_TIMEOUT_SECONDS, and ends what is left. */
  close(): Promise<void>;
}

/** In milliseconds, and how often it is looked whether somebody is over it. */
export interface CallerPatience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly lookMs: number;
}

/** Teams sends a request at once, and keeps its connections for a minute. */
const patience: CallerPatience = { headersMs: 10_000, requestMs: 30_000, idleMs: 65_000, lookMs: 5000 };

/** How long an aborted question may still take to say so, in milliseconds. */
const graceMs = 1000;

/** The bot behind POST /api/messages. Nothing happens before `listen`. */
export function createBotServer(deps: BotServerDeps): BotServer {
  const { config, logger, newId } = deps;
  const adapter = createAdapter(config, deps.credentials);
  const stopping = new AbortController();
  const tracker = createTracker((error, correlationId) => {
    logger.error({ err: error, correlationId }, 'an answer could not be delivered');
  });
  const app = createBot({
    adapter,
    ask: deps.ask,
    present: deps.present,
    texts: deps.texts,
    timings: deps.timings ?? teamsTimings,
    retryMs: deps.retryMs ?? 500,
    botId: config.botId ?? '',
    tenantId: config.botTenantId,
    stopping: stopping.signal,
    turnTimeoutMs: config.turnTimeoutSeconds * 1000,
    graceMs,
    places: deps.places,
    track: tracker.track,
    onFailure: (error, correlationId) => logger.error({ err: error, correlationId }, 'a turn failed inside Skipper'),
    newId,
    logger,
  });

  // restify 12 takes pino; its types are those of 8 and still ask for another logger.
  const log = logger.child({ component: 'restify' }) as unknown as restify.ServerOptions['log'];
  const server = restify.createServer({ name: 'skipper', log });
  setPatience(server.server, deps.patience ?? patience);

  const leaving = new AbortController();
  addHealthRoutes(server, { checks: deps.checks ?? {}, stopping: leaving.signal, logger });
  // The Playground looks whether somebody is there before it sends.
  server.head('/api/messages', async (_req: Request, res: Response) => {
    res.send(200);
  });
  const { bodyReader, jsonBodyParser } = restify.plugins;
  const parseBody = [bodyReader({ maxBodySize: maxBodyBytes }), ...jsonBodyParser({ bodyReader: true })];
  server.post('/api/messages', guardBody, parseBody, async (req: Request, res: Response) => {
    await tracker.hold(receive(req, res));
  });

  async function receive(req: Request, res: Response): Promise<void> {
    const read = envelope.safeParse(req.body);
    if (!read.success)
      return res.send(400, { code: 'BadRequest', message: `the activity lacks: ${lacking(read.error.issues)}` });
    // Without authentication the service URL is anybody's word, and replies go where it says.
    if (config.botId === undefined && !isLoopback(new URL(read.data.serviceUrl).hostname)) {
      return res.send(403, {
        code: 'Forbidden',
        message: 'without BOT_ID only a serviceUrl on this machine is answered',
      });
    }
    // Only Teams verifies who somebody is: in Web Chat and on Direct Line people say it themselves.
    if (config.botId !== undefined && read.data.channelId !== 'msteams') {
      return res.send(403, { code: 'Forbidden', message: 'only Microsoft Teams is answered' });
    }
    try {
      const invoked = await adapter.receive(
        req.header('authorization') ?? '',
        read.data as unknown as Activity,
        async (context) => {
          await app.run(context);
        },
      );
      // Without a body restify would send "null" after the status, and the Teams client takes that for an answer.
      if (invoked?.body === undefined) res.send(invoked?.status ?? 200);
      else res.send(invoked.status, invoked.body);
    } catch (error) {
      if (error instanceof NotAuthenticated && error.code === 'refused') {
        logger.warn({ err: error }, 'a request was refused');
        return res.send(401, { code: 'Unauthorized', message: error.message });
      }
      const correlationId = newId();
      if (error instanceof NotAuthenticated) {
        logger.error(
          { err: error, correlationId },
          'no request can be authenticated: check BOT_OPENID_METADATA_URL and the network',
        );
        return res.send(503, { code: 'ServiceUnavailable', message: error.message, correlationId });
      }
      logger.error({ err: error, correlationId }, 'an activity could not be handled');
      res.send(500, { code: 'InternalError', message: 'the activity could not be handled', correlationId });
    }
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject);
        // restify tells it a second time, and ends the process when nobody listens to that.
        server.once('error', reject);
        server.listen(config.port, config.host, () => {
          server.server.off('error', reject);
          server.removeListener('error', reject);
          const { port } = server.server.address() as AddressInfo;
          const host = config.host.includes(':') ? `[${config.host}]` : config.host;
          resolve({ port, url: `http://${host}:${port}` });
        });
      }),
    async close() {
      leaving.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      const patience = setTimeout(() => stopping.abort(), config.stopTimeoutSeconds * 1000);
      await tracker.idle();
      clearTimeout(patience);
      stopping.abort();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

/** Slow or idle callers do not hold a socket for long. */
function setPatience(server: HttpServer, { headersMs, requestMs, idleMs, lookMs }: CallerPatience): void {
  server.headersTimeout = headersMs;
  server.requestTimeout = requestMs;
  server.keepAliveTimeout = idleMs;
  // Else a socket without a request is never looked at.
  server.timeout = idleMs;
  // An option of Node's createServer, which restify calls without any; it is read when the server begins to listen.
  Object.assign(server, { connectionsCheckingInterval: lookMs });
}

function lacking(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const paths = issues.map((issue) => issue.path.join('.')).filter((path) => path !== '');
  return paths.length > 0 ? paths.join(', ') : 'everything';
}
