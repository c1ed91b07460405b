import type { Evidence, Identity, LogEntry } from '../diagnosis/evidence.ts';
import { evidenceFromLog } from '../diagnosis/from-log.ts';
import type { SkipText } from '../diagnosis/skip-text.ts';

/** A pasted text names nobody: it stands for whoever it is about. */
const nobody: Identity = { id: 'pasted', name: '', type: '', details: {} };

/** The evidence that a pasted entry is by itself: everything else was not read. */
export function evidenceOfEntry(pasted: LogEntry, now: Date): Evidence {
  const entry = pasted.source.id === '' ? { ...pasted, source: { ...pasted.source, id: nobody.id } } : pasted;
  return evidenceFromLog([entry], now.toISOString());
}

/** A skipped entry as it must have been for its message to read so. */
export function entryOfSkip(text: string, skip: SkipText, now: Date): LogEntry {
  const details: Record<string, string> = {};
  if (skip.skipReason) details.SkipReason = skip.skipReason;
  if (skip.property) details.PropertyName = skip.property;
  return {
    ...blank(now),
    status: 'skipped',
    steps: [{ name: 'EntrySynchronizationSkip', type: 'export', status: 'skipped', description: text, details }],
  };
}

/** A failed entry as it must have been for its message to read so. */
export function entryOfFailure(text: string, code: string, now: Date): LogEntry {
  return { ...blank(now), status: 'failure', error: { code, reason: text } };
}

function blank(now: Date): LogEntry {
  return {
    id: 'pasted',
    at: now.toISOString(),
    action: 'other',
    status: 'unknown',
    app: {},
    source: nobody,
    target: nobody,
    sourceSystem: '',
    targetSystem: '',
    steps: [],
    modified: [],
  };
}
