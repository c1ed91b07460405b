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
 * What Teams takes from one bot: in a conversation 7 in a second, 8 in two, 60 in thirty and 1,800 in an hour, and in a tenant
 * 30 in a second. Source: "Optimize your bot with rate limiting in Teams". The longest first: who must wait spends
 * nothing of the shorter ones.
 */
export const conversationLimits: readonly Limit[] = [
  { name: 'conversation-1h', most: 1800, seconds: 3600 },
  { name: 'conversation-30s', most: 60, seconds: 30 },
  { name: 'conversation-2s', most: 8, seconds: 2 },
  { name: 'conversation-1s', most: 7, seconds: 1 },
];
export const tenantLimits: readonly Limit[] = [{ name: 'tenant-1s', most: 30, seconds: 1 }];
