import { readEmbedded } from './app-answer.ts';
import type { CatalogueEntry } from './catalogue/catalogue.ts';
import { entries, lookUp } from './catalogue/catalogue.ts';
import type { Cause } from './causes.ts';
import type { AppAnswer } from './diagnosis.ts';
import { squash } from './text.ts';

/** What a failed entry comes down to. */
export interface AppCause {
  readonly cause: Cause;
  /** The catalogue's entry for the code itself. */
  readonly documented?: CatalogueEntry;
  /** The documented code whose steps mend it: the code's own, or that of the cause which the app's words lead to. */
  readonly steps?: CatalogueEntry;
}

/** Causes so general that the app's own words say more. */
const wrappers: ReadonlySet<Cause> = new Set<Cause>([
  'scim-incompatible',
  'request-rejected',
  'app-unavailable',
  'provisioning-service-fault',
  'insufficient-rights',
]);

/** Codes of a log entry; the rest of the catalogue names states, runs and calls, and must not be taken for an error. */
const jobStates: ReadonlySet<Cause> = new Set<Cause>([
  'quarantined',
  'deletions-held',
  'provisioning-off',
  'provisioning-not-configured',
  'initial-cycle-running',
  'job-running',
]);

/** The documented code of a log entry: exact, by alias, or behind an app's name. */
export function entryCode(code: string | undefined): CatalogueEntry | undefined {
  const found = code ? lookUp(code) : undefined;
  if (!found || found.level === 'run' || found.level === 'api') return undefined;
  return jobStates.has(found.cause) ? undefined : found;
}

/** The cause of a failure: the app's own words outrank the code that wraps them. Undefined: nothing is known of it. */
export function causeOfFailure(answer: AppAnswer, action: string): AppCause | undefined {
  const documented = entryCode(answer.code);
  const said = saidByApp(answer, action);
  const named = namedInReason(answer.raw);
  if (documented && !wrappers.has(documented.cause)) return { cause: documented.cause, documented, steps: documented };
  if (named) return { cause: named.cause, documented: documented ?? named, steps: named };
  if (said && !(documented?.cause === 'insufficient-rights' && said !== 'credentials-rejected'))
    return { cause: said, documented, steps: documented?.cause === said ? documented : stepsFor(said) };
  return documented && { cause: documented.cause, documented, steps: documented };
}

/** Codes of the app's own that stand in its answer. Source: Salesforce status codes in published log entries. */
const appCodes: readonly (readonly [RegExp, Cause])[] = [
  [/\bREQUIRED_FIELD_MISSING\b/, 'required-attribute'],
  [/\bDUPLICATE_(?:USERNAME|VALUE)\b/, 'value-conflict'],
  [/\bLICENSE_LIMIT_EXCEEDED\b/, 'license-limit'],
];

/** Sentences with which apps say that their licences are used up; "has no licence" alone says something else. */
const licencesGone =
  /\bno\b[^.]{0,20}\b(?:licen[cs]es?|seats?)\b[^.]{0,12}\b(?:available|left|remaining|free)\b|\b(?:not enough|insufficient|(?:run )?out of)\b[^.]{0,20}\b(?:licen[cs]es?|seats?)\b|\blicen[cs]e (?:limit|quota|count)\b[^.]{0,20}\b(?:exceeded|reached)\b/i;

/** Words with which apps say that something is there already. */
const conflict = /\b(?:already|exists?|exist|duplicated?|conflicts?|conflicting|unique|uniqueness|taken|in use)\b/i;

/** What the app itself said, by status, SCIM type and its own codes (RFC 7644, section 3.12). */
function saidByApp(answer: AppAnswer, action: string): Cause | undefined {
  const named = appCodes.find(([code]) => code.test(answer.raw));
  if (named) return named[1];
  if (answer.scimType?.toLowerCase() === 'uniqueness') return 'value-conflict';
  if ((readEmbedded(answer.raw).totalResults ?? 0) > 1) return 'duplicate-in-app';
  if (answer.sentence && licencesGone.test(answer.sentence)) return 'license-limit';
  return answer.httpStatus === undefined ? undefined : causeOfStatus(answer.httpStatus, answer, action);
}

function causeOfStatus(status: number, answer: AppAnswer, action: string): Cause {
  if (status === 401) return 'credentials-rejected';
  if (status === 403 || status === 405) return 'insufficient-rights';
  if (status === 429) return 'app-throttling';
  // 409 is a conflict unless the app's sentence speaks of something else ("User must be Active").
  if (status === 409)
    return answer.sentence === undefined || conflict.test(answer.sentence) ? 'value-conflict' : 'request-rejected';
  if ((status === 404 || status === 410) && action !== 'create') return 'account-missing-in-app';
  if (status === 501) return 'scim-incompatible';
  if (status === 408 || status >= 500) return 'app-unavailable';
  return 'request-rejected';
}

/** Documented codes that stand in the message and not in the code: LDAP errors and the messages of on-premises parts. */
const inReason = entries.filter(
  (entry) => entry.level === 'entry' && !entry.code.startsWith('condition:') && /[\s-]/.test(entry.code),
);

function namedInReason(raw: string): CatalogueEntry | undefined {
  const plain = squash(raw);
  return inReason.find((entry) =>
    messagesOf(entry).some((parts) => parts.every((part) => plain.includes(squash(part)))),
  );
}

/** `OperationsError-SvcErr (no superior reference)`: what stands in brackets explains; three dots stand for anything. */
function messagesOf(entry: CatalogueEntry): readonly (readonly string[])[] {
  const own = /^SystemFor/.test(entry.code) ? [] : entry.code.replace(/\(.*\)/, '').split(' / ');
  return [...own, ...entry.aliases].map((message) => message.split('...').map((part) => part.trim()));
}

/** The documented code that stands for what an app said. */
const representative = new Map<Cause, string>([
  ['value-conflict', 'EntryConflict'],
  ['duplicate-in-app', 'DuplicateTargetEntries'],
  ['insufficient-rights', 'InsufficientRights'],
  ['app-throttling', 'TooManyRequests'],
  ['app-unavailable', 'InternalServerError'],
  ['request-rejected', 'UnprocessableEntity'],
  ['account-missing-in-app', 'InvalidAnchor'],
  ['license-limit', 'LicenseLimitExceeded'],
  ['scim-incompatible', 'SystemForCrossDomainIdentityManagementServiceIncompatible'],
  ['required-attribute', 'MandatoryFieldsMissing'],
]);

function stepsFor(cause: Cause): CatalogueEntry | undefined {
  const code = representative.get(cause);
  return code === undefined ? undefined : lookUp(code);
}
