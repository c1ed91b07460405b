import { z } from 'zod/v4';
import type { Place } from '../answers/ask.ts';
import type { Reader } from '../words/worded.ts';
import { plainText } from './mentions.ts';
import { readTap, type Tap } from './payload.ts';
import { readPlace } from './place.ts';
import { readerOf } from './reader.ts';

/** Who asks. */
export interface Asker {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly name?: string;
}

interface Common {
  readonly asker: Asker;
  readonly reader: Reader;
  readonly place: Place;
  /** Every tenant that the activity speaks of: one of another than the bot's makes it foreign. */
  readonly tenantIds: readonly string[];
}

/**
 * What came in, in our own words.
 * `tap`: a button of a card, its message being `cardId`; without `tap` it holds nothing that can be asked.
 */
export type Inbound =
  | (Common & { readonly kind: 'question'; readonly text: string })
  | (Common & {
      readonly kind: 'tap';
      readonly how: 'execute' | 'submit';
      readonly tap?: Tap;
      readonly cardId?: string;
    })
  | (Common & { readonly kind: 'installed' })
  /** Skipper was taken out of the conversation. */
  | (Common & { readonly kind: 'uninstalled' })
  | (Common & { readonly kind: 'ignored' });

const text = z.string().optional().catch(undefined);

/** What every activity must have to be answered at all. */
export const envelope = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), 'not a URL'),
  conversation: z.looseObject({ id: z.string().min(1), name: text, tenantId: text, conversationType: text }),
  recipient: z.looseObject({ id: z.string().min(1), name: text }),
  from: z.looseObject({ id: z.string().min(1), name: text, aadObjectId: text }),
  // botbuilder copies these into the reply and then refuses to send one that is no text.
  id: text,
  replyToId: text,
  locale: text,
});

/** The parts that are read; whatever is missing or of another shape is left out. */
const activity = z.object({
  type: z.string(),
  name: text,
  action: text,
  text,
  value: z.unknown(),
  replyToId: text,
  locale: text,
  localTimezone: text,
  entities: z.array(z.unknown()).catch([]),
  from: z.object({ id: z.string(), aadObjectId: text, name: text, tenantId: text }),
  recipient: z.object({ id: z.string(), name: text }),
  conversation: z.object({ tenantId: text }),
  membersRemoved: z.array(z.object({ id: text }).catch({ id: undefined })).catch([]),
  channelData: z
    .object({ tenant: z.object({ id: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

const executed = z.object({ action: z.object({ data: z.unknown() }) });

/** Reads an activity that has passed `envelope`. Never throws. */
export function readInbound(raw: unknown): Inbound {
  const told = activity.parse(raw);
  const common: Common = {
    asker: { id: told.from.id, aadObjectId: told.from.aadObjectId, name: told.from.name },
    reader: readerOf(told),
    place: readPlace(raw),
    tenantIds: [told.conversation.tenantId, told.channelData?.tenant?.id, told.from.tenantId].filter(
      (id) => id !== undefined,
    ),
  };
  switch (told.type) {
    case 'message':
      return readMessage(told, common);
    case 'invoke':
      if (told.name !== 'adaptiveCard/action') return { ...common, kind: 'ignored' };
      return {
        ...common,
        kind: 'tap',
        how: 'execute',
        tap: executedTap(told.value),
        cardId: told.replyToId || undefined,
      };
    case 'installationUpdate':
      // An upgrade is `add-upgrade`, and no reason to greet again.
      if (told.action === 'remove') return { ...common, kind: 'uninstalled' };
      return { ...common, kind: told.action === 'add' ? 'installed' : 'ignored' };
    case 'conversationUpdate':
      return { ...common, kind: isWithoutBot(told) ? 'uninstalled' : 'ignored' };
    default:
      return { ...common, kind: 'ignored' };
  }
}

function isWithoutBot({ membersRemoved, recipient }: z.infer<typeof activity>): boolean {
  return membersRemoved.some(({ id }) => id === recipient.id);
}

function readMessage(told: z.infer<typeof activity>, common: Common): Inbound {
  const said = plainText(told.text ?? '', told.entities, told.recipient);
  const tap = readTap(told.value);
  const garbled = said === '' && told.value !== undefined && told.value !== null;
  if (tap || garbled) return { ...common, kind: 'tap', how: 'submit', tap, cardId: told.replyToId || undefined };
  return { ...common, kind: 'question', text: said };
}

function executedTap(value: unknown): Tap | undefined {
  const read = executed.safeParse(value);
  return read.success ? readTap(read.data.action.data) : undefined;
}
