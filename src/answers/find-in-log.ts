import type { App, Identity, Known, LogEntry, LogReading, Subject } from '../diagnosis/evidence.ts';
import { isEntra } from '../diagnosis/systems.ts';
import type { SubjectType } from '../questions/question.ts';
import { retentionStart } from './gather.ts';
import type { Turn } from './turn.ts';

/** Whom the log of one app knows under a name or id, with the entries that tell so. */
export interface FoundInLog {
  readonly subjects: readonly Subject[];
  readonly log: Known<LogReading>;
}

/**
 * Looks for somebody in the log of an app: a future hire has no Entra account yet, and a worker is keyed by the HR
 * system's id. One log request; a second, unfiltered one only where the first finds nothing. Throws GraphError.
 */
export async function findInLog(app: App, text: string, known: Subject | undefined, turn: Turn): Promise<FoundInLog> {
  const from = retentionStart(turn.now);
  const names = namesToSeek(text, known);
  const employeeId = known?.attributes['employeeId'];
  const id = typeof employeeId === 'string' && employeeId !== '' ? employeeId : looksLikeId(text) ? text : undefined;
  const narrow = await turn.reads.log({
    appId: app.id,
    from,
    ...(id ? { sourceIds: [id] } : { sourceName: names[0] }),
  });
  const found = subjectsIn(narrow, () => true);
  if (found.length > 0) return { subjects: found, log: narrow };

  const wide = await turn.reads.log({ appId: app.id, from });
  return { subjects: subjectsIn(wide, (entry) => mentions(entry, [...names, ...(id ? [id] : [])])), log: wide };
}

function namesToSeek(text: string, known: Subject | undefined): string[] {
  const names = [text, known?.name, known?.mail, known?.userPrincipalName];
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))];
}

/** Worker ids hold a digit and no space; an address is no id. */
function looksLikeId(text: string): boolean {
  return /\d/.test(text) && !/[\s@]/.test(text);
}

function mentions(entry: LogEntry, wanted: readonly string[]): boolean {
  const { source, target } = entry;
  const imported = entry.steps.filter((step) => step.type === 'import').flatMap((step) => Object.values(step.details));
  const values = [
    source.id,
    source.name,
    source.userPrincipalName,
    target.name,
    target.userPrincipalName,
    ...Object.values(source.details),
    ...imported,
  ];
  const held = new Set(values.filter((value) => value !== undefined).map((value) => value.toLowerCase()));
  return wanted.some((name) => held.has(name.toLowerCase()));
}

function subjectsIn(log: Known<LogReading>, fits: (entry: LogEntry) => boolean): Subject[] {
  if (!log.known) return [];
  const byId = new Map<string, Subject>();
  for (const entry of log.value.entries) {
    if (entry.source.id !== '' && !byId.has(entry.source.id) && fits(entry))
      byId.set(entry.source.id, toSubject(entry));
  }
  return [...byId.values()];
}

function toSubject(entry: LogEntry): Subject {
  const { source } = entry;
  return {
    type: typeOf(source, entry.sourceSystem),
    id: source.id,
    name: source.name || source.userPrincipalName || source.id,
    userPrincipalName: source.userPrincipalName,
    // What the log imported then is no evidence of what the source holds today.
    attributes: {},
  };
}

function typeOf(source: Identity, sourceSystem: string): SubjectType {
  if (/group$/i.test(source.type)) return 'group';
  return isEntra(sourceSystem) ? 'user' : 'worker';
}
