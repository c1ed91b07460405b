import { createMemoryInProcess } from '../../src/answers/memory-in-process.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeSubscriptions } from './subscriptions.ts';

/** A store that keeps subscriptions as long as a test lasts, and hands out no work. */
export async function openFakeStore(): Promise<Store> {
  const nothing = async () => undefined;
  return {
    kind: 'pglite',
    get db(): never {
      throw new Error('there is no database');
    },
    subscriptions: createFakeSubscriptions(),
    conversations: { seen: nothing, removed: nothing },
    outbox: {
      subscriptions: async () => [],
      watched: async () => [],
      lastDiscovery: nothing,
      discovered: nothing,
      look: async () => [],
      message: nothing,
      past: async () => [],
      tell: nothing,
      delivery: nothing,
      settle: nothing,
      prune: async () => 0,
    },
    tasks: { requestLook: nothing, work: nothing, stop: nothing },
    audit: { record: nothing, read: async function* () {}, misread: async function* () {}, prune: async () => 0 },
    memory: { ...createMemoryInProcess(() => performance.now()), prune: async () => 0 },
    limits: { take: async () => 0, hold: nothing },
    queueDepth: async () => ({}),
    ping: nothing,
    close: nothing,
  };
}
