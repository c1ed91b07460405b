/** So many in so many seconds, for each key. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** Limits that all instances on one database keep together. */
export interface Limits {
  /** Takes one from each limit: 0, or the milliseconds after which to ask again. */
  take(limits: readonly Limit[], key: string): Promise<number>;
  /** Nothing is given for this key for so long: somebody else's word outranks our own count. */
  hold(limit: Limit, key: string, ms: number): Promise<void>;
}

/**
 * What Teams takes from one bot, in any stretch of so many seconds: in one conversation, and in a tenant. Source: "Optimize
 * your bot with rate limiting in Teams".
 */
export const teamsTakes = {
  conversation: [
    { most: 7, seconds: 1 },
    { most: 8, seconds: 2 },
    { most: 60, seconds: 30 },
    { most: 1800, seconds: 3600 },
  ],
  tenant: [{ most: 30, seconds: 1 }],
} as const;

/**
 * What is sent by itself. A window begins with what is sent first, so a stretch of time can cut into one more than fit into
 * it: even then there are fewer than Teams takes, and room is left for answers. The longest first: who must wait spends
 * nothing of the shorter ones.
 */
export const conversationLimits: readonly Limit[] = [
  { name: 'conversation-10m', most: 250, seconds: 600 },
  { name: 'conversation-15s', most: 18, seconds: 15 },
  { name: 'conversation-1s', most: 2, seconds: 1 },
];
export const tenantLimits: readonly Limit[] = [{ name: 'tenant-200ms', most: 4, seconds: 0.2 }];
