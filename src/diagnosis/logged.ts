import { readAppAnswer } from './app-answer.ts';
import { causeOfFailure, entryCode } from './app-cause.ts';
import type { CatalogueEntry } from './catalogue/catalogue.ts';
import type { Cause } from './causes.ts';
import type { AppAnswer, Gate, Verdict } from './diagnosis.ts';
import { hasReferenceTrouble, skipDescription, statusOf, type Telling, tookAway, wroteSomething } from './entry.ts';
import type { LogEntry } from './evidence.ts';
import type { ScopeEvidence } from './scope-evidence.ts';
import { detail, squash } from './text.ts';

/**
 * What kind of ending an entry tells of: `done` and `undone` need nothing more; `gate` stopped at a gate; `fault`
 * failed on the way out; `held` waits for an admin; `unknown` has a reason that nobody knows.
 */
export type Ending = 'done' | 'undone' | 'gate' | 'fault' | 'held' | 'unknown';

/** What the log alone says. */
export interface Logged {
  readonly ending: Ending;
  readonly verdict: Verdict;
  readonly cause: Cause;
  readonly documented?: CatalogueEntry;
  /** The documented code whose steps mend it. */
  readonly steps?: CatalogueEntry;
  /** The gate beyond scoping that was shut. */
  readonly gate?: Extract<Gate, 'matching' | 'required' | 'export'>;
  /** The target attribute that is missing or invalid. */
  readonly property?: string;
  readonly appAnswer?: AppAnswer;
  /** The entry got past its scoping step, so somebody unassigned means that the app may sync everybody. */
  readonly passedScoping: boolean;
  /** The cause gives way to any gate that is shut today. */
  readonly weak?: boolean;
}

/** Reads the telling entry. Nothing of today comes into it. */
export function readLogged(telling: Telling): Logged {
  if (telling.entry.action === 'stagedDelete' && telling.status !== 'failure') {
    return { ending: 'held', verdict: 'pending', cause: 'deletions-held', passedScoping: true };
  }
  switch (telling.status) {
    case 'success':
      return readSuccess(telling);
    case 'skipped':
      return readSkip(telling);
    case 'failure':
      return readFailure(telling);
    case 'warning':
      return readWarning(telling);
    case 'unknown':
      return unrecognised(telling, 'unknown');
  }
}

function readSuccess({ entry, direction }: Telling): Logged {
  if (direction === 'down')
    return { ending: 'undone', verdict: 'deprovisioned', cause: 'deprovisioned', passedScoping: false };
  if (hasReferenceTrouble(entry)) return reference('provisioned');
  return { ending: 'done', verdict: 'provisioned', cause: 'provisioned', passedScoping: true };
}

function reference(verdict: Verdict): Logged {
  const documented = entryCode('UnableToResolveReferenceAttributeValue');
  return {
    ending: 'fault',
    verdict,
    cause: 'reference-not-provisioned',
    documented,
    steps: documented,
    passedScoping: true,
  };
}

function readSkip(telling: Telling): Logged {
  const documented = entryCode(telling.code);
  const shut = isShut(telling.scope);
  if (!documented) {
    if (shut) return scopeGate(undefined);
    return hasReferenceTrouble(telling.entry) ? reference('skipped') : unrecognised(telling, 'skipped');
  }
  const known = { documented, steps: documented, verdict: 'skipped', cause: documented.cause } as const;
  const { cause } = documented;
  if (cause === 'already-in-sync') {
    return isProvisioned(telling)
      ? { ...known, ending: 'done', verdict: 'provisioned', cause: 'provisioned', passedScoping: true }
      : { ...known, ending: 'done', passedScoping: true };
  }
  if (cause === 'already-deprovisioned') {
    const verdict = telling.earlier.some(tookAway) ? 'deprovisioned' : 'skipped';
    return { ...known, ending: 'undone', verdict, passedScoping: false };
  }
  if (cause === 'required-attribute') {
    return { ...known, ending: 'gate', gate: 'required', property: propertyOf(telling.entry), passedScoping: true };
  }
  if (cause === 'matching-attribute') return { ...known, ending: 'gate', gate: 'matching', passedScoping: false };
  if (cause === 'not-entitled') return scopeGate(documented);
  const weak = cause === 'join-not-found' || cause === 'skipped-without-reason';
  if (weak && shut) return scopeGate(documented);
  return { ...known, ending: 'fault', weak, passedScoping: false };
}

/** Redundant after a create or update that was not taken back since: the person is there. */
function isProvisioned({ earlier, scope }: Telling): boolean {
  if (isShut(scope)) return false;
  const last = earlier.find((entry) => statusOf(entry) === 'success' && wroteSomething(entry));
  if (last === undefined || tookAway(last)) return false;
  return last.action === 'create' || last.action === 'update' || last.action === 'other';
}

/** A skip for want of entitlement: which gate it was, its scoping step says. */
function scopeGate(documented: CatalogueEntry | undefined): Logged {
  return {
    ending: 'gate',
    verdict: 'skipped',
    cause: 'not-entitled',
    documented,
    steps: documented,
    passedScoping: false,
  };
}

/** Whether the log names a gate of scoping that is shut. */
export function isShut(scope: ScopeEvidence): boolean {
  return (
    [scope.active, scope.role, scope.filter].includes('shut') || (scope.assigned === 'shut' && scope.syncAll !== true)
  );
}

function readFailure(telling: Telling): Logged {
  const { entry, retryOf } = telling;
  const error = entry.error?.reason || entry.error?.code ? entry.error : (retryOf?.error ?? entry.error);
  if (!error) return hasReferenceTrouble(entry) ? reference('failed') : unrecognised(telling, 'failed');
  const appAnswer = readAppAnswer({ ...error, code: error.code || (telling.code ?? '') }, entry.modified);
  const found = causeOfFailure(appAnswer, entry.action);
  if (!found) {
    return hasReferenceTrouble(entry)
      ? { ...reference('failed'), appAnswer }
      : { ...unrecognised(telling, 'failed'), appAnswer };
  }
  const common = {
    verdict: 'failed',
    cause: found.cause,
    documented: found.documented,
    steps: found.steps,
    appAnswer,
    passedScoping: true,
  } as const;
  if (telling.direction === 'down') return { ...common, ending: 'fault', gate: 'export' };
  if (found.cause === 'required-attribute') {
    return { ...common, ending: 'gate', gate: 'required', property: propertyOf(entry) ?? propertyIn(appAnswer.raw) };
  }
  if (found.cause === 'matching-attribute')
    return { ...common, ending: 'gate', gate: 'matching', passedScoping: false };
  return { ...common, ending: 'fault', gate: 'export' };
}

/** A warning wrote something, or at least tried: its code tells what was left out. */
function readWarning(telling: Telling): Logged {
  if (hasReferenceTrouble(telling.entry)) return reference('provisioned');
  const wrote =
    wroteSomething(telling.entry) &&
    telling.entry.steps.some((step) => step.type === 'export' && step.status !== 'failure');
  if (telling.code === undefined) return wrote ? readSuccess(telling) : unrecognised(telling, 'unknown');
  const failed = readFailure(telling);
  return wrote ? { ...failed, verdict: telling.direction === 'down' ? 'deprovisioned' : 'provisioned' } : failed;
}

function unrecognised({ entry, code }: Telling, verdict: Verdict): Logged {
  const raw = entry.error?.reason || skipDescription(entry);
  return {
    ending: 'unknown',
    verdict,
    cause: 'unrecognised',
    appAnswer: readAppAnswer({ ...entry.error, code: code ?? '', reason: raw }, entry.modified),
    passedScoping: verdict === 'failed',
  };
}

function propertyOf(entry: LogEntry): string | undefined {
  for (const step of entry.steps) {
    const name = detail(step.details, 'PropertyName');
    if (name?.trim()) return name.trim();
  }
  const described = entry.steps.map(
    (step) => /\bvalue of the property (\S+?)[.,]? is missing or invalid/i.exec(step.description)?.[1],
  );
  return described.find(Boolean);
}

/** "Required fields are missing: [LastName]", "Missing required attribute 'x'": the first name after the words. */
function propertyIn(raw: string): string | undefined {
  const match =
    /\b(?:required (?:fields?|attributes?|propert(?:y|ies))|missing)\b[^[\]'":]{0,80}[:\s]{0,5}[['"]{1,2}([\w.:-]+)['"\]]/i.exec(
      raw,
    );
  // "The following mandatory attributes have no value: last_name."
  const listed = /\b(?:required|mandatory)\b[^:]{0,80}:\s*([A-Za-z][\w.:-]{1,80}?)\.?\s*(?=[,;\]\r\n]|$)/i.exec(raw);
  const name = match?.[1] ?? listed?.[1];
  return name && squash(name) !== '' ? name : undefined;
}
