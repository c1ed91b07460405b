import type { Evidence, LogEntry } from './evidence.ts';
import { isEntra } from './systems.ts';

/** Log entries about one subject in one app, newest first. */
export type OwnEntries = readonly [LogEntry, ...LogEntry[]];

/**
 * The evidence that log entries are by themselves: everything else was not read. They must name the subject by its
 * source id.
 */
export function evidenceFromLog(entries: OwnEntries, now: string): Evidence {
  const [newest] = entries;
  const { source, app, sourceSystem, targetSystem } = newest;
  const notRead = { known: false, why: 'notRead' } as const;
  const worker = sourceSystem !== '' && !isEntra(sourceSystem);
  return {
    now,
    subject: {
      type: isGroup(newest) ? 'group' : worker ? 'worker' : 'user',
      id: source.id,
      name: source.name || source.userPrincipalName || source.id,
      userPrincipalName: source.userPrincipalName,
      attributes: {},
    },
    app: { id: app.id ?? '', name: app.name ?? targetSystem, roles: [] },
    jobs: notRead,
    schema: notRead,
    log: {
      known: true,
      at: now,
      value: { entries, from: entries.at(-1)?.at ?? newest.at, to: newest.at, truncated: false },
    },
    assignments: notRead,
    memberships: notRead,
    syncAll: notRead,
  };
}

/** Whether the entry is about a group: `Group`, `group`, or a SCIM type that ends so. */
export function isGroup(entry: LogEntry): boolean {
  return /group$/i.test(entry.source.type.trim());
}
