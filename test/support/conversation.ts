import type { Place } from '../../src/answers/ask.ts';

export const aReader = { locale: 'en', timeZone: 'UTC' };

/** A conversation, by its number. */
export function aPlace(number = 1, changes: Partial<Place> = {}): Place {
  return {
    conversationId: `19:conversation-${number}@thread.v2`,
    type: 'groupChat',
    reference: {
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1/',
      conversation: { id: `19:conversation-${number}@thread.v2` },
    },
    ...changes,
  };
}
