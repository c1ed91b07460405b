import { z } from 'zod/v4';
import type { Config } from '../config.ts';
import type { Speak, Spoken } from '../watch/speaking.ts';
import { type CredentialFactory, createCredentialFactory } from './adapter.ts';
import { cardMessage } from './outbound.ts';
import { readRefusal } from './refusals.ts';

export interface SpeakDeps {
  readonly config: Config;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Stands in for the bot's own sign-in. */
  readonly credentials?: CredentialFactory;
  /** How long one try may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** The part of a PlaceReference that it takes to speak. */
const target = z.object({
  serviceUrl: z.string().refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url)),
  conversation: z.object({ id: z.string().min(1) }),
  bot: z.object({ id: z.string().min(1) }),
});

const accepted = z.object({ id: z.string().min(1).optional().catch(undefined) }).catch({ id: undefined });

/** Much longer than Teams ever takes, and shorter than the queue waits for a task. */
const patientMs = 15_000;

/**
 * Speaks by the connector's REST interface, one try a call. botbuilder's own client tries again by itself, unseen and unrecorded,
 * and a message that Teams took before it failed would be sent again by it.
 */
export function createSpeak({ config, fetch, now, credentials, timeoutMs = patientMs }: SpeakDeps): Speak {
  const factory = credentials ?? createCredentialFactory(config);
  return async (reference, content, signal) => {
    const read = target.safeParse(reference);
    if (!read.success) return { is: 'refused', code: 'no reference', end: { state: 'removed', reason: 'gone' } };
    const { serviceUrl, conversation, bot } = read.data;
    let headers: Headers;
    try {
      headers = await signedHeaders();
    } catch {
      return { is: 'again', code: 'no token' };
    }
    try {
      const response = await fetch(urlOf(serviceUrl, conversation.id), {
        method: 'POST',
        headers,
        body: JSON.stringify({
          ...cardMessage(content),
          from: { id: bot.id },
          conversation: { id: channelOf(conversation.id) },
        }),
        // The token is for Teams alone.
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      return await readReply(response, now());
    } catch (error) {
      // Nobody can tell whether Teams took it: better twice than never.
      return { is: 'again', code: codeOf(error) };
    }
  };

  async function signedHeaders(): Promise<Headers> {
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
    const { botId = '', botOauthScope, botLoginUrl } = config;
    const signer = await factory.createCredentials(botId, botOauthScope, botLoginUrl, true);
    // Of the request it only ever touches the headers.
    const request = { headers } as unknown as Parameters<typeof signer.signRequest>[0];
    await signer.signRequest(request);
    return headers;
  }
}

/** A channel is spoken to as a whole: in the thread of somebody's last question nobody would look for news. */
function channelOf(conversationId: string): string {
  return conversationId.replace(/;messageid=\d+$/, '');
}

function urlOf(serviceUrl: string, conversationId: string): URL {
  const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
  return new URL(`v3/conversations/${encodeURIComponent(channelOf(conversationId))}/activities`, base);
}

async function readReply(response: Response, now: Date): Promise<Spoken> {
  // A success that breaks off half-way is still one.
  const json: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { is: 'accepted', activityId: accepted.parse(json).id };
  return readRefusal(response.status, json, retryAfter(response.headers.get('retry-after'), now));
}

/** Seconds, or a date. */
function retryAfter(header: string | null, now: Date): number | undefined {
  if (!header) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

function codeOf(error: unknown): string {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause.name === 'TimeoutError') return 'timeout';
    if (cause.name === 'AbortError') return 'stopped';
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return 'unreachable';
}
