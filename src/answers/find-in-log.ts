import type { App, Identity, Known, LogEntry, LogReading, Subject } from '../diagnosis/evidence.ts';
import { isEntra } from '../diagnosis/systems.ts';
import { rank } from '../questions/entities/match.ts';
import type { SubjectType } from '../questions/question.ts';
import { retentionStart } from './gather.ts';
import type { Turn } from './turn.ts';

/** Whom the log of one app knows under a name or id, with the entries that tell so. */
export interface FoundInLog {
  readonly subjects: readonly Subject[];
  readonly log: Known<LogReading>;
}

/**
 * Looks for somebody in the log of an app, or of all: a future hire has no Entra account yet, and a worker is keyed by
 * the HR system's id. One log request; a second, unfiltered one only where the first finds nothing in an app. Throws
 * GraphError.
 */
export async function findInLog(
  app: App | undefined,
  text: string,
  known: Subject | undefined,
  turn: Turn,
): Promise<FoundInLog> {
  const from = retentionStart(turn.now);
  const names = namesToSeek(text, known);
  const employeeId = known?.attributes.employeeId;
  const id = typeof employeeId === 'string' && employeeId !== '' ? employeeId : looksLikeId(text) ? text : undefined;
  const narrow = await turn.reads.log({
    appId: app?.id,
    from,
    ...(id ? { sourceIds: [id] } : { sourceName: names[0] }),
  });
  // Graph's `contains` finds Hannah for "anna": only whole names count.
  const wanted = id ? [...names, id] : names;
  const found = subjectsIn(narrow, wanted);
  if (found.length > 0 || app === undefined) return { subjects: found, log: narrow };

  const wide = await turn.reads.log({ appId: app.id, from });
  return { subjects: subjectsIn(wide, wanted), log: wide };
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
  return wanted.some((text) => (isIdentifier(text) ? holds(entry, text) : bears(entry, text)));
}

/** Only what names one object may be looked for among all values: "sales" is a department of many. */
function isIdentifier(text: string): boolean {
  return looksLikeId(text) || /^\S+@\S+$/.test(text);
}

function holds({ source, target, steps }: LogEntry, identifier: string): boolean {
  const imported = steps.filter((step) => step.type === 'import').flatMap((step) => Object.values(step.details));
  const values = [
    source.id,
    source.userPrincipalName,
    target.userPrincipalName,
    ...Object.values(source.details),
    ...imported,
  ];
  return values.some((value) => value?.toLowerCase() === identifier.toLowerCase());
}

function bears({ source }: LogEntry, name: string): boolean {
  const [fit] = rank(name, [source], (identity) => [identity.name, ...displayNames(identity)]);
  return fit !== undefined && (fit.tier === 'exact' || fit.tier === 'words');
}

function displayNames({ details }: Identity): string[] {
  return Object.entries(details).flatMap(([key, value]) => (/^displayname$/i.test(key) ? [value] : []));
}

function subjectsIn(log: Known<LogReading>, wanted: readonly string[]): Subject[] {
  if (!log.known) return [];
  const byId = new Map<string, Subject>();
  for (const entry of log.value.entries) {
    const { id } = entry.source;
    if (id !== '' && !byId.has(id) && mentions(entry, wanted)) byId.set(id, toSubject(entry));
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
