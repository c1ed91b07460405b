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
  const id = idOf(text, known);
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

/** Somebody to look for: by what the asker wrote, and by what the directory holds of them. */
export interface Sought {
  readonly text: string;
  readonly known?: Subject;
}

/**
 * The same for several people of one app: one log request for all who have an id in the source, and one more where
 * somebody is not found by it. Throws GraphError.
 */
export async function findManyInLog(app: App, people: readonly Sought[], turn: Turn): Promise<readonly FoundInLog[]> {
  const from = retentionStart(turn.now);
  const sought = people.map(({ text, known }) => ({ names: namesToSeek(text, known), id: idOf(text, known) }));
  const ids = sought.flatMap(({ id }) => id ?? []);
  const narrow = ids.length > 0 ? await turn.reads.log({ appId: app.id, from, sourceIds: ids }) : undefined;
  const byId = sought.map(({ names, id }) =>
    narrow && id !== undefined ? subjectsIn(entriesFrom(id, narrow), [...names, id]) : [],
  );
  if (narrow && byId.every((subjects) => subjects.length > 0))
    return byId.map((subjects) => ({ subjects, log: narrow }));
  const wide = await turn.reads.log({ appId: app.id, from });
  return sought.map(({ names, id }, index) => {
    const subjects = byId[index] ?? [];
    if (narrow && subjects.length > 0) return { subjects, log: narrow };
    return { subjects: subjectsIn(wide, id === undefined ? names : [...names, id]), log: wide };
  });
}

/** Whom a log that was read by ids knows under a worker id that the directory does not hold. */
export function workersOf(id: string, log: Known<LogReading>): readonly Subject[] {
  return subjectsIn(entriesFrom(id, log), [id]);
}

function entriesFrom(id: string, log: Known<LogReading>): Known<LogReading> {
  if (!log.known) return log;
  const entries = log.value.entries.filter(({ source }) => source.id.toLowerCase() === id.toLowerCase());
  return { ...log, value: { ...log.value, entries } };
}

function idOf(text: string, known: Subject | undefined): string | undefined {
  const employeeId = known?.attributes.employeeId;
  if (typeof employeeId === 'string' && employeeId !== '') return employeeId;
  return looksLikeId(text) ? text : undefined;
}

function namesToSeek(text: string, known: Subject | undefined): string[] {
  const names = [text, known?.name, known?.mail, known?.userPrincipalName];
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))];
}

/** Worker ids hold a digit and no space; an address is no id. */
export function looksLikeId(text: string): boolean {
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
