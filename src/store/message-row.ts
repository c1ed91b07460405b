import type { CycleSummary } from '../diagnosis/cycle.ts';
import type { Change } from '../watch/change.ts';
import type { Message } from '../watch/outbox.ts';
import type { messages } from './schema.ts';

export type MessageRow = typeof messages.$inferSelect;

/** A row as the rest of the bot speaks of it. What stands in the columns of JSON was written by this code alone. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    app: { id: row.appId, name: row.appName },
    jobId: row.jobId,
    changes: row.changes as readonly Change[],
    noticedAt: row.noticedAt.toISOString(),
    summary: (row.summary as CycleSummary | null) ?? undefined,
  };
}
