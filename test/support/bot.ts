import { readFileSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Answer, Answered } from '../../src/answers/answer.ts';
import type { Ask, AskRequest } from '../../src/answers/ask.ts';
import { type Environment, loadConfig } from '../../src/config.ts';
import type { Present } from '../../src/teams/outbound.ts';
import { type BotServerDeps, createBotServer } from '../../src/teams/server.ts';
import { type FakeConnector, startConnector } from './connector.ts';

export type RawActivity = { readonly [key: string]: unknown };

/** A real activity, anonymised, by the step that it was seen at. */
export function fixture(name: string, changes: RawActivity = {}): RawActivity {
  const url = new URL(`../fixtures/activities/${name}.json`, import.meta.url);
  return { ...(JSON.parse(readFileSync(url, 'utf8')) as RawActivity), ...changes };
}

export interface TestBot {
  readonly connector: FakeConnector;
  readonly url: string;
  /** What was asked of the stub, in order. */
  readonly asked: readonly AskRequest[];
  readonly logged: readonly LogLine[];
  /** Posts an activity whose replies go to the connector. */
  post(activity: RawActivity, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: { readonly [key: string]: unknown } | undefined;
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

export type BotOptions = Partial<Omit<BotServerDeps, 'config'>> & { readonly env?: Environment };

export function answered(answer: Answer): Answered {
  return { answer, cost: { graphRequests: 1, logRequests: 1, roundTrips: 1, ms: 1 } };
}

/** A stub of the core: a topic answer that repeats what was asked. */
export const echo: Ask = async ({ text, question }) =>
  answered({ kind: 'topic', question: { kind: 'help' }, topic: text ?? JSON.stringify(question) });

/** A stub of words and cards, in which a test can read what was answered to whom. */
export const plainCard: Present = ({ answer, pending }, reader, audience) => {
  const topic = answer.kind === 'topic' ? `${answer.kind}: ${answer.topic}` : answer.kind;
  const said = pending ? `${topic}, ${pending.of} pending` : topic;
  return { summary: said, card: { type: 'AdaptiveCard', version: '1.5', said, answer, reader, audience } };
};

/** The bot on a port of its own, speaking to a connector of its own. */
export async function startBot(options: BotOptions = {}): Promise<TestBot> {
  const { env, ask = echo, ...deps } = options;
  const connector = await startConnector();
  const asked: AskRequest[] = [];
  const logged: LogLine[] = [];
  let ids = 0;
  const server = createBotServer({
    config: loadConfig({ ALLOW_UNAUTHENTICATED: 'true', PORT: '0', ...env }),
    present: plainCard,
    texts: {
      stillLooking: () => 'still looking',
      below: () => 'below',
      inYourChat: () => 'in your chat',
      noChatWithYou: () => 'no chat with you',
      failed: (_reader, id) => `failed ${id}`,
    },
    logger: loggerInto(logged),
    newId: () => `id-${++ids}`,
    retryMs: 5,
    ask: (request) => {
      asked.push(request);
      return ask(request);
    },
    ...deps,
  });
  const { url } = await server.listen().catch(async (error: unknown) => {
    await connector.close();
    throw error;
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= server.close();
    return stopping;
  };
  return {
    connector,
    url,
    asked,
    logged,
    post: (activity, headers) =>
      send(
        url,
        JSON.stringify({
          ...activity,
          serviceUrl: activity.serviceUrl === 'http://127.0.0.1/' ? connector.serviceUrl : activity.serviceUrl,
        }),
        headers,
      ),
    stop,
    async close() {
      await stop();
      await connector.close();
    },
  };
}

/** Posts a body as it is. */
export async function send(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
}

function loggerInto(lines: LogLine[]): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line) as LogLine) });
}
