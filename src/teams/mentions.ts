import { z } from 'zod/v4';

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1).optional().catch(undefined),
  mentioned: z.object({
    id: z.string(),
    name: z.string().optional().catch(undefined),
    aadObjectId: z.string().optional().catch(undefined),
  }),
});
type Mention = z.infer<typeof mention>;

// Bounded, so that a long text of opening tags takes no longer than any other.
const tag = /<at(?:\s[^<>]{0,200})?>([^<>]{0,512})<\/at>/gi;
const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The text as the asker meant it: the bot's own mention is gone, a colleague's is the object id where Teams tells it,
 * else the name in quotes; HTML's blanks and ampersands are characters again.
 */
export function plainText(
  text: string,
  entities: readonly unknown[],
  bot: { readonly id: string; readonly name?: string },
): string {
  const mentions = entities.flatMap((entity) => {
    const read = mention.safeParse(entity);
    return read.success ? [read.data] : [];
  });
  const said = text.replace(tag, (whole: string, name: string) => {
    const entity =
      mentions.find((one) => one.text === whole) ?? mentions.find((one) => one.mentioned.name === decode(name));
    if (entity) return entity.mentioned.id === bot.id ? ' ' : named(entity, name);
    return decode(name) === bot.name ? ' ' : quoted(name);
  });
  return decode(said).trim();
}

function named({ mentioned }: Mention, name: string): string {
  if (mentioned.aadObjectId && objectId.test(mentioned.aadObjectId)) return mentioned.aadObjectId;
  return quoted(mentioned.name ?? name);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '').trim()}"`;
}

const entitiesOfHtml: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  amp: '&',
};

function decode(text: string): string {
  return text.replace(/&(nbsp|lt|gt|quot|apos|#39|amp);/g, (whole, name: string) => entitiesOfHtml[name] ?? whole);
}
