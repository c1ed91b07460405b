import { z } from 'zod/v4';
import type { Undeliverable } from '../answers/subscriptions.ts';
import type { Spoken } from '../watch/speaking.ts';

const text = z.string().max(200).optional().catch(undefined);
const body = z
  .object({
    error: z.object({ code: text, subCode: text }).optional().catch(undefined),
    code: text,
    subCode: text,
  })
  .catch({ error: undefined, code: undefined, subCode: undefined });

type End = NonNullable<Extract<Spoken, { is: 'refused' }>['end']>;

/** Whether the conversation can come back: then it is paused, and active again as soon as somebody speaks there. */
const ends: Readonly<Record<string, End>> = {
  ConversationBlockedByUser: removed('blocked'),
  MessageWritesBlocked: removed('blocked'),
  ForbiddenOperationException: removed('uninstalled'),
  BotNotInConversationRoster: paused('notInRoster'),
  BotDisabledByAdmin: paused('disabledByAdmin'),
  ConversationNotFound: removed('gone'),
};

/** Statuses after which Teams asks to try again, and no others: 412, 429, 502, 503, 504. */
const passing = new Set([412, 429, 502, 503, 504]);

/**
 * What an answer of Teams that is no success means. Codes decide; a code that is not documented goes by its status.
 * Source: "Status codes from bot conversational APIs" of Teams' docs.
 */
export function readRefusal(status: number, json: unknown, retryAfterMs: number | undefined): Spoken {
  const read = body.parse(json);
  const told = read.error?.code ?? read.code;
  const subCode = read.error?.subCode ?? read.subCode;
  const code = told ? `${status} ${told}` : String(status);
  if (passing.has(status)) return { is: 'again', code, afterMs: retryAfterMs };
  const end = ends[subCode ?? ''] ?? ends[told ?? ''] ?? byStatus(status);
  return end ? { is: 'refused', code, end } : { is: 'refused', code };
}

/** 400 and 413 are about the message, 401 about the bot: the conversation is none the worse for them. */
function byStatus(status: number): End | undefined {
  if (status === 404) return removed('gone');
  return status === 403 ? paused('refused') : undefined;
}

function paused(reason: Undeliverable): End {
  return { state: 'paused', reason };
}

function removed(reason: Undeliverable): End {
  return { state: 'removed', reason };
}
