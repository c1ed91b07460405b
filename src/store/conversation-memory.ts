import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { ConversationMemory } from '../answers/conversation-memory.ts';
import type { Db } from './database.ts';
import { conversationMemory } from './schema.ts';

/** As long as a person takes for the next question about the same thing. */
const lifetimeMs = 15 * 60_000;
/** More than a company asks in that time; of more, the oldest go. */
const mostConversations = 50_000;

export interface StoredMemory extends ConversationMemory {
  /** Deletes what is over, and what is too much; gives how many. */
  prune(): Promise<number>;
}

/** What conversations were last told, for all instances that share the database. */
export function createConversationMemory(db: Db, now: () => Date, most = mostConversations): StoredMemory {
  const begin = () => new Date(now().getTime() - lifetimeMs);
  return {
    async recall(key) {
      const [row] = await db
        .select({ value: conversationMemory.value })
        .from(conversationMemory)
        .where(and(eq(conversationMemory.key, key), gt(conversationMemory.at, begin())));
      return row?.value;
    },
    async remember(key, value) {
      const row = { key, value, at: now() };
      await db
        .insert(conversationMemory)
        .values(row)
        .onConflictDoUpdate({ target: conversationMemory.key, set: { value, at: row.at } });
    },
    async prune() {
      const { key, at } = conversationMemory;
      const over = await db.delete(conversationMemory).where(lte(at, begin())).returning({ key });
      const tooMany = db.select({ key }).from(conversationMemory).orderBy(desc(at), key).offset(most);
      const further = await db.delete(conversationMemory).where(inArray(key, tooMany)).returning({ key: sql`1` });
      return over.length + further.length;
    },
  };
}
