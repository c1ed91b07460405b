import type { App, Evidence, Identity, Job, Known, LogEntry, Subject } from './evidence.ts';
import { isEntra } from './systems.ts';
import { sameId, squash } from './text.ts';
import { toMillis } from './time.ts';

/** The entries about this subject in this app, newest first, each once. */
export function entriesAbout({ subject, app, log, jobs }: Evidence): readonly LogEntry[] {
  if (!log.known) return [];
  const seen = new Set<string>();
  const about = log.value.entries.filter((entry) => {
    if (!isOfApp(entry, app, jobs) || !isOfSubject(entry, subject)) return false;
    if (entry.id !== '' && seen.has(entry.id)) return false;
    seen.add(entry.id);
    return true;
  });
  return about.toSorted((one, other) => (toMillis(other.at) ?? 0) - (toMillis(one.at) ?? 0));
}

function isOfApp(entry: LogEntry, app: App, jobs: Known<readonly Job[]>): boolean {
  if (entry.app.id && app.id) return sameId(entry.app.id, app.id);
  if (jobs.known && jobs.value.some((job) => job.id === entry.jobId)) return true;
  const names = [entry.app.name, entry.targetSystem].map((name) => squash(name ?? '')).filter(Boolean);
  const wanted = [app.name, app.galleryName].map((name) => squash(name ?? '')).filter(Boolean);
  // A pasted entry may name no app at all: nothing speaks against it then.
  return names.length === 0 || wanted.length === 0 || wanted.some((name) => names.includes(name));
}

/**
 * An entry from Entra is the subject's by object id. From HR or AD it is keyed by the worker: then the target's id,
 * an address or an employee id tells, and the name only where nothing else does.
 */
function isOfSubject(entry: LogEntry, subject: Subject): boolean {
  if (sameId(entry.source.id, subject.id)) return true;
  if (isEntra(entry.sourceSystem) && entry.source.id !== '') return false;
  if (sameId(entry.target.id, subject.id)) return true;
  const identities = [entry.source, entry.target];
  const ids = [subject.attributes.employeeId, subject.attributes.onPremisesImmutableId].filter(isText);
  if (ids.some((id) => sameId(id, entry.source.id))) return true;
  const addresses = [subject.userPrincipalName, subject.mail].filter((one) => one !== undefined);
  const theirs = identities.flatMap(addressesOf);
  if (theirs.length > 0 && addresses.length > 0) return theirs.some((one) => addresses.some((own) => sameId(own, one)));
  return identities.some((one) => one.name !== '' && squash(one.name) === squash(subject.name));
}

function addressesOf(identity: Identity): readonly string[] {
  return [identity.userPrincipalName, ...Object.values(identity.details)].filter(
    (one) => one !== undefined && /^[^\s@]+@[^\s@]+$/.test(one),
  ) as string[];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
