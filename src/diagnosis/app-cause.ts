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
  const named = namedInReason(answer.raw);
  if (documented && !wrappers.has(documented.cause)) return { cause: documented.cause, documented, steps: documented };
  if (named) return { cause: named.cause, documented: documented ?? named, steps: named };
  const said = saidByApp(answer) ?? saidByStatus(answer, action, documented?.cause);
  if (said) return { cause: said, documented, steps: documented?.cause === said ? documented : stepsFor(said) };
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
  /\bno\b[^.]{0,20}\b(?:licen[cs]es?|seats?)\b[^.]{0,12}\b(?:available|left|remaining|free)\b|\b(?:not enough|insufficient|(?:run )?out of)\b[^.]{0,20}\b(?:licen[cs]es?|seats?)\b|\b(?:licen[cs]es?|seats?|users?|members?) (?:limit|quota|count)\b[^.]{0,20}\b(?:exceeded|reached)\b|\b(?:maximum|max)\b[^.]{0,20}\b(?:users|seats|licen[cs]es|members)\b/i;

/** Words with which apps say that something is there already; with a 409 fewer of them suffice. */
const taken =
  /\balready (?:been )?(?:taken|in use|used|exist(?:s|ed)?|registered|assigned|claimed|linked|a member)\b|\bexists already\b|\b(?:has|have) been taken\b|\bin use by (?:another|a different)\b|\b(?:must be|is not|are not|not) unique\b|\bduplicate (?:key|values?|entry|user ?names?|e-?mails?|records?|accounts?)\b|\b(?:another|same)\b[^.]{0,80}\bexists\b/i;
const conflict = /\b(?:already|exists?|exist|duplicated?|conflicts?|conflicting|unique|uniqueness|taken|in use)\b/i;

/** Words with which apps say that a value is wanted. */
const absent =
  /\b(?:required|mandatory)\b[^.]{0,80}\b(?:(?:is|are|was|were) missing|not (?:provided|present|supplied|set)|empty|blank)\b|\bmissing (?:a |the )?(?:required|mandatory) (?:attributes?|fields?|propert(?:y|ies)|values?|parameters?)\b|\b(?:attributes?|fields?|propert(?:y|ies)|values?)\b[^.]{0,60}\b(?:is|are) (?:missing|required|mandatory)\b|\b(?:is|are) (?:a )?(?:required|mandatory) (?:attributes?|fields?|propert(?:y|ies)|values?)\b|^[\w.'"-]{2,60} is (?:required|missing)\.?$|(?:not|n['’]t) be (?:left )?(?:blank|empty|null)\b/i;

/** Words with which apps refuse a value as it is written. */
const illFormed =
  /\binvalid (?:format|values?|e-?mail(?: address)?|phone(?: number)?|date|time ?zone|locale|country|language|user ?names?|characters?)\b|\bnot (?:a |in a )?valid (?:format|values?|e-?mail|phone|date|time ?zone|locale|country|language|user ?name)\b|\b(?:e-?mail|phone|address|number|name|date|locale|country|time ?zone|language|value)\b[^.]{0,40}\b(?:is|are) (?:invalid|not valid|malformed)\b/i;

const foreignDomain =
  /\bdomain\b[^.]{0,60}\b(?:(?:is|are) (?:invalid|not (?:verified|allowed|accepted|permitted|whitelisted))|must be verified)\b|\bverified domain\b/i;

const refused =
  /\bnot (?:allowed|permitted|authori[sz]ed) to\b|\b(?:operation|action|request|update|creation|deletion) (?:is |was )?(?:not (?:allowed|permitted)|denied|forbidden)\b|\bpermission denied\b|\binsufficient[ _](?:rights|privileges|permissions?|access|scope)/i;

/** "No user exists", "not already a member": the opposite of a conflict. */
const denied = /\b(?:no|not|never)\b[^.]{0,60}\b(?:exists?|already)\b|n['’]t (?:already|exist)\b/i;

/** What the caller shows or lacks, rather than what is written to an account. */
const ofTheCaller =
  /\b(?:tokens?|permissions?|scopes?|privileges?|credentials?|api keys?|headers?|signatures?|authenticat\w{1,10}|authori[sz]\w{1,10})\b/i;

interface Saying {
  readonly says: RegExp;
  /** Words beside which it says something else. */
  readonly unless?: RegExp;
  readonly cause: Cause;
}

/** What apps say in words, whatever status they send with it; the first that fits counts. */
const sayings: readonly Saying[] = [
  { says: licencesGone, cause: 'license-limit' },
  { says: taken, unless: denied, cause: 'value-conflict' },
  { says: absent, unless: ofTheCaller, cause: 'required-attribute' },
  { says: foreignDomain, cause: 'invalid-domain' },
  { says: illFormed, unless: ofTheCaller, cause: 'invalid-value' },
  { says: refused, cause: 'insufficient-rights' },
];

/** What the app itself said: by its own codes, by SCIM type (RFC 7644, section 3.12), in words. */
function saidByApp(answer: AppAnswer): Cause | undefined {
  const named = appCodes.find(([code]) => code.test(answer.raw));
  if (named) return named[1];
  const scimType = answer.scimType?.toLowerCase();
  if (scimType === 'uniqueness') return 'value-conflict';
  if ((readEmbedded(answer.raw).totalResults ?? 0) > 1) return 'duplicate-in-app';
  // Who is not let in at all is told nothing about a value.
  if (answer.httpStatus === 401 || answer.httpStatus === 429) return undefined;
  const words = answer.sentence ?? answer.raw;
  const said = sayings.find(({ says, unless }) => says.test(words) && !unless?.test(words));
  return said?.cause ?? (scimType === 'invalidvalue' ? 'invalid-value' : undefined);
}

/** What the status tells where the app's words do not. */
function saidByStatus(answer: AppAnswer, action: string, documented: Cause | undefined): Cause | undefined {
  if (answer.httpStatus === undefined) return undefined;
  const cause = causeOfStatus(answer.httpStatus, answer, action);
  if (documented === 'insufficient-rights' && cause !== 'credentials-rejected') return undefined;
  // A refusal without a word says less than the code that wraps it.
  if (documented === 'scim-incompatible' && cause === 'request-rejected' && answer.sentence === undefined)
    return undefined;
  return cause;
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
