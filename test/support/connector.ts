import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';

/** What the bot sent to Teams: a new activity, one in place of `id`, or that `id` is taken back. */
export interface Call {
  /** `create`: the chat with one person, whose id is the conversation's. */
  readonly how: 'send' | 'reply' | 'update' | 'remove' | 'create';
  readonly conversation: string;
  /** The activity that is replied to or replaced. */
  readonly id?: string;
  readonly authorization?: string;
  readonly activity: SentActivity;
}

export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly conversation?: { readonly id: string };
  readonly from?: { readonly id: string };
  readonly recipient?: { readonly id: string };
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly content: { readonly [key: string]: unknown };
  }[];
}

export interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Teams' side of the conversation, on loopback: takes what a bot may send, and holds on to what it may not. */
export interface FakeConnector {
  readonly serviceUrl: string;
  readonly calls: readonly Call[];
  /** All but typing. */
  messages(): readonly Call[];
  typing(): readonly Call[];
  /** Waits until the calls are as wanted; fails with what came instead. */
  until(what: string, wanted: (calls: readonly Call[]) => boolean): Promise<void>;
  /** Answers the next calls that fit with something else than success. */
  answerWith(fits: (call: Call) => boolean, answers: readonly Answer[]): void;
  /** Fails if anything came that no bot should send, and closes. */
  close(): Promise<void>;
}

/** What Teams wants for a chat with one person. */
const createsChat = z.object({
  isGroup: z.literal(false),
  bot: z.object({ id: z.string().min(1) }),
  members: z.tuple([z.object({ id: z.string().min(1) })]),
  tenantId: z.string().min(1),
});
const personalChat = (userId: string) => `a:chat-with-${userId}`;

const routes = [
  { how: 'reply', method: 'POST', path: /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/ },
  { how: 'send', method: 'POST', path: /^\/v3\/conversations\/([^/]+)\/activities$/ },
  { how: 'update', method: 'PUT', path: /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/ },
  { how: 'remove', method: 'DELETE', path: /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/ },
] as const;

const patienceMs = 8000;

export async function startConnector(): Promise<FakeConnector> {
  const calls: Call[] = [];
  const unmatched: string[] = [];
  const waiting = new Set<() => void>();
  let planned: { readonly fits: (call: Call) => boolean; readonly answers: Answer[] }[] = [];

  const server = createServer(async (req, res) => {
    const reply = ({ status, body, headers }: Answer) => {
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(body ? JSON.stringify(body) : undefined);
    };
    const path = new URL(req.url ?? '/', 'http://loopback').pathname.replace('//', '/');
    if (req.method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) return create(await readJson(req), reply);
    const route = routes.find((one) => one.method === req.method && one.path.test(path));
    const [, conversation, id] = route?.path.exec(path) ?? [];
    const activity = req.method === 'DELETE' ? { type: 'message' } : await readJson(req);
    if (!route || !conversation || !isActivity(activity)) {
      unmatched.push(`${req.method} ${req.url}`);
      return reply({ status: 404 });
    }
    const call: Call = {
      how: route.how,
      conversation: decodeURIComponent(conversation),
      id: id === undefined ? undefined : decodeURIComponent(id),
      authorization: req.headers.authorization,
      activity,
    };
    take(call, reply);
  });

  function take(call: Call, reply: (answer: Answer) => void): void {
    calls.push(call);
    const plan = planned.find((one) => one.answers.length > 0 && one.fits(call));
    reply(
      plan?.answers.shift() ?? {
        status: call.how === 'update' ? 200 : 201,
        body: { id: call.how === 'create' ? call.conversation : `sent-${calls.length}` },
      },
    );
    for (const look of waiting) look();
  }

  function create(asked: unknown, reply: (answer: Answer) => void): void {
    const read = createsChat.safeParse(asked);
    if (!read.success) {
      unmatched.push('a chat with nobody');
      reply({ status: 400 });
      return;
    }
    const { members, tenantId } = read.data;
    take(
      { how: 'create', conversation: personalChat(members[0].id), id: tenantId, activity: { type: 'create' } },
      reply,
    );
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    calls,
    messages: () => calls.filter((call) => call.activity.type !== 'typing' && call.how !== 'create'),
    typing: () => calls.filter((call) => call.activity.type === 'typing'),
    until: (what, wanted) =>
      new Promise((resolve, reject) => {
        const end = () => {
          waiting.delete(look);
          clearTimeout(timer);
        };
        const look = () => {
          if (!wanted(calls)) return;
          end();
          resolve();
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`waited in vain for ${what}; what came: ${JSON.stringify(calls)}`));
        }, patienceMs);
        waiting.add(look);
        look();
      }),
    answerWith(fits, answers) {
      planned = [...planned, { fits, answers: [...answers] }];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      assert.deepEqual(unmatched, [], 'the bot called what no connector has');
      const unused = planned.flatMap((plan) => plan.answers);
      assert.deepEqual(unused, [], 'an answer was planned for a call that never came');
    },
  };
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(Buffer.from(chunk));
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function isActivity(value: unknown): value is SentActivity {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
