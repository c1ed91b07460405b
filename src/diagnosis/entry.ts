import type { EntryStatus, LogEntry, Step } from './evidence.ts';
import { hasScopeEvidence, isSkip, noScopeEvidence, readScope, type ScopeEvidence } from './scope-evidence.ts';
import { readSkipText } from './skip-text.ts';
import { detail } from './text.ts';

/** The way an entry wants to change the app: `down` takes an account away. */
export type Direction = 'up' | 'down';

/** The newest entry that says what came of it, with what belongs to it. */
export interface Telling {
  readonly entry: LogEntry;
  readonly status: EntryStatus;
  /** SkipReason or error code, verbatim. */
  readonly code?: string;
  /** The failure that this is only a retry of. */
  readonly retryOf?: LogEntry;
  /** The entry whose scoping step counts: this one, or the newest earlier one that has one. */
  readonly scopeEntry?: LogEntry;
  readonly scope: ScopeEvidence;
  readonly direction: Direction;
  /** Older entries, newest first. */
  readonly earlier: readonly LogEntry[];
}

/** The newest entry that tells something. `entries`: newest first. */
export function findTelling(entries: readonly LogEntry[]): Telling | undefined {
  const index = entries.findIndex(isTelling);
  const entry = entries[index];
  if (!entry) return undefined;
  const earlier = entries.slice(index + 1);
  const scopeEntry = [entry, ...earlier].find(hasScopeEvidence);
  const scope = scopeEntry ? readScope(scopeEntry) : noScopeEvidence;
  const retryOf = isRetry(entry) ? originOf(entry, earlier) : undefined;
  const status = statusOf(entry);
  return {
    entry,
    status,
    code: codeOf(entry, status) ?? (retryOf && codeOf(retryOf, 'failure')),
    retryOf,
    scopeEntry,
    scope: status === 'failure' || scopeEntry === entry ? scope : noScopeEvidence,
    direction: directionOf(entry, status, scopeEntry === entry ? scope : noScopeEvidence),
    earlier,
  };
}

/** An entry that only reports what was read, or that says nothing at all, does not tell. */
function isTelling(entry: LogEntry): boolean {
  switch (statusOf(entry)) {
    case 'failure':
    case 'warning':
    case 'skipped':
      return true;
    case 'success':
      return wroteSomething(entry);
    case 'unknown':
      return entry.action === 'stagedDelete';
  }
}

/** Whether a success changed the app. A trimmed entry may have lost its export step: then its action counts. */
export function wroteSomething(entry: LogEntry): boolean {
  if (entry.action === 'stagedDelete') return true;
  if (entry.steps.some((step) => isExport(step) && step.status !== 'skipped')) return true;
  if (entry.steps.length > 0 && entry.steps.every((step) => step.type === 'import')) return false;
  return ['create', 'update', 'delete', 'disable'].includes(entry.action);
}

function isExport(step: Step): boolean {
  return (step.type === 'export' && !isSkip(step)) || /^EntryExport/i.test(step.name);
}

/** The status as logged; where that is not known, what the entry's own parts say. */
export function statusOf(entry: LogEntry): EntryStatus {
  if (entry.status !== 'unknown') return entry.status;
  if (entry.steps.some((step) => isSkip(step))) return 'skipped';
  if (entry.error && entry.error.code !== '') return 'failure';
  const exported = entry.steps.filter(isExport);
  if (exported.some((step) => step.status === 'failure')) return 'failure';
  return exported.some((step) => step.status === 'success') ? 'success' : 'unknown';
}

export function isRetry(entry: LogEntry): boolean {
  return entry.steps.some((step) => /EscrowRetry/i.test(step.name));
}

/** The failure that is being retried: the first of its unbroken series. */
function originOf(entry: LogEntry, earlier: readonly LogEntry[]): LogEntry | undefined {
  let origin: LogEntry | undefined;
  for (const one of earlier) {
    if (statusOf(one) !== 'failure') break;
    if (one.error?.code && entry.error?.code && one.error.code !== entry.error.code) break;
    origin = one;
    if (!isRetry(one)) break;
  }
  return origin;
}

/** SkipReason, whichever type the skip step has; else the error code; else what a known description stands for. */
function codeOf(entry: LogEntry, status: EntryStatus): string | undefined {
  const reasons = entry.steps.map((step) => detail(step.details, 'SkipReason')?.trim()).filter(Boolean);
  const error = entry.error?.code.trim() || undefined;
  if (status !== 'skipped') return error ?? reasons.at(-1);
  const skips = entry.steps.filter((step) => isSkip(step) || step.status === 'skipped');
  const described = skips.map((step) => readSkipText(step.description)?.skipReason).find(Boolean);
  const step = skips.find((one) => /EntrySynchronizationSkip/i.test(one.name))?.name;
  return reasons.at(-1) ?? error ?? described ?? step;
}

/** Disabling is an update in many apps: the soft delete is then in the step, the changed values, or the scope. */
function directionOf(entry: LogEntry, status: EntryStatus, scope: ScopeEvidence): Direction {
  if (['disable', 'delete', 'stagedDelete'].includes(entry.action)) return 'down';
  if (entry.steps.some((step) => /SoftDelete|ExportDelete/i.test(step.name))) return 'down';
  if (entry.modified.some((one) => one.name === 'IsSoftDeleted' && one.to?.toLowerCase() === 'true')) return 'down';
  if (entry.action === 'create' || status === 'skipped') return 'up';
  if (scope.active === 'shut' || scope.filter === 'shut') return 'down';
  return scope.assigned === 'shut' && switchesOff(entry) ? 'down' : 'up';
}

/** Whether an entry took the account away, by whichever action: disabling is an update in many apps. */
export function tookAway(entry: LogEntry): boolean {
  return (
    statusOf(entry) === 'success' && wroteSomething(entry) && directionOf(entry, 'success', readScope(entry)) === 'down'
  );
}

function switchesOff(entry: LogEntry): boolean {
  return entry.modified.some(
    (one) => /^(?:active|isactive|accountenabled)$/i.test(one.name) && one.to?.toLowerCase() === 'false',
  );
}

/** The skip step's own words, for a reason that nobody knows. */
export function skipDescription(entry: LogEntry): string {
  const skips = entry.steps.filter((step) => isSkip(step) || step.status === 'skipped');
  return skips
    .map((step) => step.description)
    .filter(Boolean)
    .join(' ');
}

/** A member or manager that could not be resolved. Source: log-shapes, UnableToResolveReferenceAttributeValue. */
export function hasReferenceTrouble(entry: LogEntry): boolean {
  return entry.steps.some((step) => {
    if (step.type === 'referenceResolution' && step.status !== 'success' && step.status !== 'unknown') return true;
    const texts = [step.description, ...Object.values(step.details)];
    return texts.some((text) =>
      /UnableToResolveReferenceAttributeValue|unable to assign .{1,200} as the members? of/is.test(text),
    );
  });
}
