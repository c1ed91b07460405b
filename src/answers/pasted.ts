import type { Evidence, Identity, LogEntry } from '../diagnosis/evidence.ts';
import type { SkipText } from '../diagnosis/skip-text.ts';
import { isEntra } from '../diagnosis/systems.ts';

/** A pasted text names nobody: it stands for whoever it is about. */
const nobody: Identity = { id: 'pasted', name: '', type: '', details: {} };

/** The evidence that a pasted entry is by itself: everything else was not read. */
export function evidenceOfEntry(pasted: LogEntry, now: Date): Evidence {
  const entry = pasted.source.id === '' ? { ...pasted, source: { ...pasted.source, id: nobody.id } } : pasted;
  const notRead = { known: false, why: 'notRead' } as const;
  const worker = !isEntra(entry.sourceSystem) && entry.sourceSystem !== '';
  const group = /group$/i.test(entry.source.type);
  return {
    now: now.toISOString(),
    subject: {
      type: group ? 'group' : worker ? 'worker' : 'user',
      id: entry.source.id,
      name: entry.source.name || entry.source.userPrincipalName || entry.source.id,
      userPrincipalName: entry.source.userPrincipalName,
      attributes: {},
    },
    app: { id: entry.app.id ?? '', name: entry.app.name ?? entry.targetSystem, roles: [] },
    jobs: notRead,
    schema: notRead,
    log: {
      known: true,
      at: now.toISOString(),
      value: { entries: [entry], from: entry.at, to: entry.at, truncated: false },
    },
    assignments: notRead,
    memberships: notRead,
    syncAll: notRead,
  };
}

/** A skipped entry as it must have been for its message to read so. */
export function entryOfSkip(text: string, skip: SkipText, now: Date): LogEntry {
  const details: Record<string, string> = {};
  if (skip.skipReason) details['SkipReason'] = skip.skipReason;
  if (skip.property) details['PropertyName'] = skip.property;
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
