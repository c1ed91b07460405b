import { z } from 'zod/v4';
import type { EntryError, EntryStatus, Identity, LogEntry, Step } from '../diagnosis/evidence.ts';
import { instant, isRecord, toText, unwrapJson } from './outside.ts';

/**
 * A provisioning log entry from any of its published shapes: Microsoft Graph (provisioningObjectSummary, v1.0 and beta),
 * the diagnostic stream of Event Hubs and Log Analytics, and the reply of provisionOnDemand. They differ in the case of
 * names, in nesting, and in enums written as words or numbers, so names are read without case and every enum both ways.
 */

/** Names of one level in lower case without underscores; JSON in a text is unwrapped first. */
function fold(value: unknown): Record<string, unknown> {
  const unwrapped = unwrapJson(value);
  // Some shapes give a single object as a list of one.
  const single = Array.isArray(unwrapped) ? unwrapped[0] : unwrapped;
  // Without a prototype, so that a field called __proto__ is a field.
  const folded: Record<string, unknown> = Object.create(null);
  if (!isRecord(single)) return folded;
  for (const name of Object.keys(single))
    folded[(name.includes('_') ? name.replaceAll('_', '') : name).toLowerCase()] = single[name];
  return folded;
}

/** A text that says something: "null" is what some exports write for nothing. */
const word = z.unknown().transform((value) => {
  const written = toText(value).trim();
  return /^(null|undefined)$/i.test(written) ? '' : written;
});

const folded = z.unknown().transform(fold);
const items = z.unknown().transform((value): readonly unknown[] => {
  const unwrapped = unwrapJson(value);
  if (Array.isArray(unwrapped)) return unwrapped;
  return isRecord(unwrapped) ? [unwrapped] : [];
});
const details = z.unknown().transform(toDetails);

const identityShape = folded.pipe(
  z.object({ id: word, displayname: word, name: word, identitytype: word, type: word, details }),
);
const systemShape = folded.pipe(z.object({ id: word, displayname: word, name: word, details }));
const initiatorShape = folded.pipe(
  z.object({
    displayname: word,
    name: word,
    initiatortype: z.unknown(),
    initiatingtype: z.unknown(),
    type: z.unknown(),
  }),
);
const errorShape = folded.pipe(
  z.object({
    errorcode: word,
    code: word,
    reason: word,
    errormessage: word,
    errorcategory: z.unknown(),
    additionaldetails: word,
    recommendedaction: word,
  }),
);
const statusShape = folded.pipe(z.object({ status: z.unknown(), errorinformation: z.unknown() }));
const stepShape = folded.pipe(
  z.object({
    name: word,
    provisioningsteptype: z.unknown(),
    type: z.unknown(),
    status: z.unknown(),
    description: word,
    details,
  }),
);
const modifiedShape = folded.pipe(
  z.object({ displayname: word, name: word, oldvalue: z.unknown(), newvalue: z.unknown() }),
);

const entryShape = folded.pipe(
  z.object({
    id: word,
    activitydatetime: instant,
    timegenerated: instant,
    time: instant,
    endtime: instant,
    starttime: instant,
    jobid: word,
    cycleid: word,
    changeid: word,
    tenantid: word,
    aadtenantid: word,
    provisioningaction: z.unknown(),
    action: z.unknown(),
    provisioningstatusinfo: z.unknown(),
    statusinfo: z.unknown(),
    resulttype: z.unknown(),
    resultsignature: word,
    resultdescription: word,
    serviceprincipal: systemShape,
    sourcesystem: z.unknown(),
    targetsystem: z.unknown(),
    sourceidentity: identityShape,
    targetidentity: identityShape,
    initiatedby: initiatorShape,
    provisioningsteps: items,
    modifiedproperties: items,
  }),
);

/** Reads one entry; undefined for what is no object. What an entry does not tell is '' or undefined. Never throws. */
export function parseLogEntry(value: unknown): LogEntry | undefined {
  if (!isRecord(value)) return undefined;
  const read = entryShape.parse(value);
  const source = readSystem(read.sourcesystem);
  const target = readSystem(read.targetsystem);
  const steps = read.provisioningsteps.filter(isRecord).map(readStep);
  const info = statusShape.parse(read.provisioningstatusinfo ?? read.statusinfo);
  const other = statusShape.parse(read.statusinfo);
  const status = firstKnown(info.status, other.status, read.resulttype);
  const principal = read.serviceprincipal;
  return {
    id: read.id,
    at: read.activitydatetime ?? read.timegenerated ?? read.time ?? read.endtime ?? read.starttime ?? '',
    jobId: read.jobid || undefined,
    cycleId: read.cycleid || undefined,
    changeId: read.changeid || undefined,
    // A row of Log Analytics calls its workspace TenantId, and the tenant AADTenantId.
    tenantId: read.aadtenantid || read.tenantid || undefined,
    action: readAction(read.provisioningaction ?? read.action),
    status,
    app: {
      id:
        principal.id ||
        detail(target.details, 'ServicePrincipalId') ||
        detail(source.details, 'ServicePrincipalId') ||
        undefined,
      name:
        principal.displayname ||
        principal.name ||
        detail(target.details, 'ServicePrincipalDisplayName') ||
        detail(source.details, 'ServicePrincipalDisplayName') ||
        undefined,
    },
    source: withImported(readIdentity(read.sourceidentity), steps),
    target: readIdentity(read.targetidentity),
    sourceSystem: source.name,
    targetSystem: target.name,
    initiatedBy: readInitiator(read.initiatedby),
    error: readError(
      status,
      info.errorinformation ?? read.provisioningstatusinfo ?? read.statusinfo,
      read.resultsignature,
      read.resultdescription,
    ),
    steps,
    modified: read.modifiedproperties
      .filter(isRecord)
      .map(readModified)
      .filter((one) => one.name !== ''),
  };
}

/** Enum members by their number, in the order of the published metadata. */
const statuses = ['success', 'failure', 'skipped', 'warning'] as const;
const stepTypes = ['import', 'scoping', 'matching', 'processing', 'referenceResolution', 'export'] as const;
const actions = ['other', 'create', 'delete', 'disable', 'update', 'stagedDelete'] as const;
const categories = ['failure', 'nonServiceFailure', 'success'] as const;
const initiators = ['user', 'application', 'system'] as const;

/** A member by its name in any case, or by its number. */
function member<T extends string>(value: unknown, members: readonly T[]): T | undefined {
  const written = toText(value).trim().toLowerCase();
  if (/^\d{1,2}$/.test(written)) return members[Number(written)];
  return members.find((one) => one.toLowerCase() === written);
}

const statusSynonyms: Readonly<Record<string, EntryStatus>> = {
  succeeded: 'success',
  failed: 'failure',
  error: 'failure',
  skip: 'skipped',
};

/** A status in any of its spellings. */
export function readStatus(value: unknown): EntryStatus {
  return member(value, statuses) ?? statusSynonyms[toText(value).trim().toLowerCase()] ?? 'unknown';
}

function firstKnown(...values: readonly unknown[]): EntryStatus {
  for (const value of values) {
    const status = readStatus(value);
    if (status !== 'unknown') return status;
  }
  return 'unknown';
}

/** An action in lower camel case; one that is not documented stays as it is told. */
function readAction(value: unknown): string {
  const known = member(value, actions);
  if (known) return known;
  const written = toText(value).trim();
  if (!/^[A-Za-z]\w{0,40}$/.test(written) || /^(null|unknownFutureValue)$/i.test(written)) return 'unknown';
  return written.charAt(0).toLowerCase() + written.slice(1);
}

function readStep(value: unknown): Step {
  const read = stepShape.parse(value);
  return {
    name: read.name,
    type: member(read.provisioningsteptype ?? read.type, stepTypes) ?? 'unknown',
    status: readStatus(read.status),
    description: read.description,
    details: read.details,
  };
}

function readModified(value: unknown): LogEntry['modified'][number] {
  const read = modifiedShape.parse(value);
  return { name: read.displayname || read.name, from: optional(read.oldvalue), to: optional(read.newvalue) };
}

function optional(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : stringify(value);
}

function readIdentity(read: z.infer<typeof identityShape>): Identity {
  return {
    id: read.id || detail(read.details, 'id'),
    name: read.displayname || read.name || detail(read.details, 'DisplayName'),
    type: read.identitytype || read.type || detail(read.details, 'odatatype'),
    userPrincipalName: detail(read.details, 'UserPrincipalName') || undefined,
    details: read.details,
  };
}

/** The reply of provisionOnDemand names nobody: what its import step read of the source does. */
function withImported(source: Identity, steps: readonly Step[]): Identity {
  if (source.name !== '' || source.userPrincipalName !== undefined) return source;
  const imported = steps.find((step) => step.type === 'import')?.details ?? {};
  return {
    ...source,
    name: detail(imported, 'displayName'),
    userPrincipalName: detail(imported, 'userPrincipalName') || undefined,
  };
}

function readSystem(value: unknown): { readonly name: string; readonly details: Readonly<Record<string, string>> } {
  const unwrapped = unwrapJson(value);
  // Log Analytics has the system as JSON in a text; its own column of the same name is a plain word.
  if (typeof unwrapped === 'string') return { name: unwrapped.trim(), details: {} };
  const read = systemShape.parse(unwrapped);
  return { name: read.displayname || read.name, details: read.details };
}

function readInitiator(read: z.infer<typeof initiatorShape>): LogEntry['initiatedBy'] {
  const told = read.initiatortype ?? read.initiatingtype ?? read.type;
  const name = read.displayname || read.name || undefined;
  const type = member(told, initiators) ?? (toText(told) || undefined);
  return name || type ? { name, type } : undefined;
}

function readError(status: EntryStatus, told: unknown, signature: string, description: string): EntryError | undefined {
  const read = errorShape.parse(told);
  const written = read.errorcode || read.code || (status === 'failure' ? signature : '');
  const said = read.reason || read.errormessage;
  // The portal's table has the code alone where the app sent no text.
  const alone = written === '' && status === 'failure' && /^[A-Za-z][A-Za-z\d]{5,119}$/.test(said) ? said : '';
  const code = /^(none|0)$/i.test(written) ? '' : written || alone;
  const reason = alone ? '' : said || (code ? description : '');
  if (code === '' && reason === '') return undefined;
  return {
    code,
    reason,
    category: member(read.errorcategory, categories) ?? (toText(read.errorcategory) || undefined),
    additionalDetails: read.additionaldetails || undefined,
    recommendedAction: read.recommendedaction || undefined,
  };
}

/** Details as logged, keys untouched. Lists of key and value are details as well. */
function toDetails(value: unknown): Readonly<Record<string, string>> {
  const unwrapped = unwrapJson(value);
  if (Array.isArray(unwrapped)) {
    const pairs = unwrapped.filter(isRecord).map(fold);
    return Object.fromEntries(
      pairs
        .filter((pair) => toText(pair.key ?? pair.name) !== '')
        .map((pair) => [toText(pair.key ?? pair.name), stringify(pair.value)]),
    );
  }
  if (!isRecord(unwrapped)) return {};
  return Object.fromEntries(Object.entries(unwrapped).map(([key, held]) => [key, stringify(held)]));
}

function stringify(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : toText(value);
}

/** A detail by its key, whatever the case. */
function detail(held: Readonly<Record<string, string>>, key: string): string {
  const exact = held[key];
  if (exact !== undefined) return exact;
  const wanted = key.toLowerCase();
  for (const [name, value] of Object.entries(held)) if (name.toLowerCase() === wanted) return value;
  return '';
}
