import { LRUCache } from 'lru-cache';
import type { ConversationMemory, Remembered } from './conversation-memory.ts';

/** As long as a person takes for the next question about the same thing. */
const lifetimeMs = 15 * 60_000;
const mostConversations = 5_000;

/** The memory of one process, for a terminal and for tests. `elapsed`: a monotonic clock in milliseconds. */
export function createMemoryInProcess(elapsed: () => number): ConversationMemory {
  const kept = new LRUCache<string, Remembered>({
    max: mostConversations,
    ttl: lifetimeMs,
    ttlResolution: 0,
    perf: { now: elapsed },
  });
  return {
    recall: async (key) => kept.get(key),
    async remember(key, value) {
      kept.set(key, value);
    },
  };
}
