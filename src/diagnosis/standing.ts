import { findTelling, statusOf, wroteSomething } from './entry.ts';
import type { LogEntry } from './evidence.ts';

/**
 * Whether an app still has a working account of somebody: by the newest entry that wrote one or took it away.
 * `entries`: of one person in one app, newest first. A failure changes nothing in the app.
 */
export function standingOf(entries: readonly LogEntry[]): 'active' | 'gone' | 'unknown' {
  for (const entry of entries) {
    const status = statusOf(entry);
    if (entry.action === 'stagedDelete') continue;
    if ((status === 'success' || status === 'warning') && wroteSomething(entry)) {
      return findTelling([entry])?.direction === 'down' ? 'gone' : 'active';
    }
    if (status === 'skipped' && findTelling([entry])?.code?.toLowerCase().endsWith('redundantsoftdelete'))
      return 'gone';
  }
  return 'unknown';
}
