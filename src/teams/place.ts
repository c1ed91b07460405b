import { z } from 'zod/v4';
import type { Place } from '../answers/ask.ts';

const text = z.string().optional().catch(undefined);

/** The parts of an activity that say where it stands and what it takes to speak there again. */
const located = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  from: z.object({ id: z.string(), aadObjectId: text }),
  recipient: z.object({ id: z.string() }),
  conversation: z.object({ id: z.string(), conversationType: text, tenantId: text }),
});

/** What it takes to speak in a conversation later: plain JSON, so that it outlives the library. */
export interface PlaceReference {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly type: Place['type']; readonly tenantId?: string };
  readonly bot: { readonly id: string };
  readonly user: { readonly id: string; readonly aadObjectId?: string };
}

/** Who keeps the way to conversations, for messages to come. */
export interface Places {
  /** Somebody spoke there. */
  seen(place: Place): Promise<void>;
  /** Skipper was taken out of it. */
  removed(place: Place): Promise<void>;
}

/** Where an activity that has passed `envelope` stands. Throws on one that has not. */
export function readPlace(raw: unknown): Place {
  const { channelId, serviceUrl, from, recipient, conversation } = located.parse(raw);
  const type = typeOf(conversation.conversationType);
  // Teams marks the thread of a channel in the conversation's id: "19:…@thread.tacv2;messageid=1795426102000".
  const [, id = conversation.id, threadId] = /^(.*);messageid=(\d+)$/.exec(conversation.id) ?? [];
  const reference: PlaceReference = {
    channelId,
    serviceUrl,
    conversation: { id: conversation.id, type, tenantId: conversation.tenantId },
    bot: { id: recipient.id },
    user: { id: from.id, aadObjectId: from.aadObjectId },
  };
  return { conversationId: id, threadId, type, reference };
}

/** Where it is not said who else listens, others do. */
function typeOf(told: string | undefined): Place['type'] {
  switch (told) {
    case 'personal':
    case 'channel':
      return told;
    default:
      return 'groupChat';
  }
}
