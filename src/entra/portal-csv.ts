import { parse } from 'csv-parse/sync';
import { isRecord } from './outside.ts';

/**
 * The columns of the portal's download under the names of Graph. The download comes as three files, joined by the change
 * id: the entries without steps, the steps, and the modified properties. Headings vary with the portal's age, so they are
 * read without case, spaces and punctuation. Source: howto-analyze-provisioning-logs, "CSV format".
 */
const columns: Readonly<Record<string, readonly [string, ...string[]]>> = {
  id: ['id'],
  provisioningid: ['id'],
  activitydatetime: ['activityDateTime'],
  date: ['activityDateTime'],
  dateutc: ['activityDateTime'],
  datetime: ['activityDateTime'],
  timestamp: ['activityDateTime'],
  timegenerated: ['activityDateTime'],
  jobid: ['jobId'],
  cycleid: ['cycleId'],
  changeid: ['changeId'],
  tenantid: ['tenantId'],
  aadtenantid: ['aadTenantId'],
  action: ['provisioningAction'],
  provisioningaction: ['provisioningAction'],
  status: ['provisioningStatusInfo', 'status'],
  statusinfostatus: ['provisioningStatusInfo', 'status'],
  provisioningstatusinfostatus: ['provisioningStatusInfo', 'status'],
  result: ['provisioningStatusInfo', 'status'],
  resulttype: ['provisioningStatusInfo', 'status'],
  errorcode: ['provisioningStatusInfo', 'errorInformation', 'errorCode'],
  statuserrorcode: ['provisioningStatusInfo', 'errorInformation', 'errorCode'],
  statusinfoerrorcode: ['provisioningStatusInfo', 'errorInformation', 'errorCode'],
  resultsignature: ['provisioningStatusInfo', 'errorInformation', 'errorCode'],
  reason: ['provisioningStatusInfo', 'errorInformation', 'reason'],
  statusreason: ['provisioningStatusInfo', 'errorInformation', 'reason'],
  statusinforeason: ['provisioningStatusInfo', 'errorInformation', 'reason'],
  errordescription: ['provisioningStatusInfo', 'errorInformation', 'reason'],
  resultdescription: ['provisioningStatusInfo', 'errorInformation', 'reason'],
  errorcategory: ['provisioningStatusInfo', 'errorInformation', 'errorCategory'],
  statuserrorcategory: ['provisioningStatusInfo', 'errorInformation', 'errorCategory'],
  additionaldetails: ['provisioningStatusInfo', 'errorInformation', 'additionalDetails'],
  recommendedaction: ['provisioningStatusInfo', 'errorInformation', 'recommendedAction'],
  serviceprincipalid: ['servicePrincipal', 'id'],
  serviceprincipalname: ['servicePrincipal', 'displayName'],
  serviceprincipaldisplayname: ['servicePrincipal', 'displayName'],
  serviceprincipal: ['servicePrincipal'],
  application: ['servicePrincipal', 'displayName'],
  applicationname: ['servicePrincipal', 'displayName'],
  sourcesystem: ['sourceSystem'],
  sourcesystemname: ['sourceSystem'],
  sourcesystemdisplayname: ['sourceSystem'],
  targetsystem: ['targetSystem'],
  targetsystemname: ['targetSystem'],
  targetsystemdisplayname: ['targetSystem'],
  sourceidentity: ['sourceIdentity'],
  sourceidentityid: ['sourceIdentity', 'id'],
  sourceid: ['sourceIdentity', 'id'],
  sourceidentityname: ['sourceIdentity', 'displayName'],
  sourceidentitydisplayname: ['sourceIdentity', 'displayName'],
  sourceidentitytype: ['sourceIdentity', 'identityType'],
  sourceidentityidentitytype: ['sourceIdentity', 'identityType'],
  sourceidentityuserprincipalname: ['sourceIdentity', 'details', 'UserPrincipalName'],
  identity: ['sourceIdentity', 'displayName'],
  targetidentity: ['targetIdentity'],
  targetidentityid: ['targetIdentity', 'id'],
  targetid: ['targetIdentity', 'id'],
  targetidentityname: ['targetIdentity', 'displayName'],
  targetidentitydisplayname: ['targetIdentity', 'displayName'],
  targetidentitytype: ['targetIdentity', 'identityType'],
  targetidentityidentitytype: ['targetIdentity', 'identityType'],
  initiatedby: ['initiatedBy', 'displayName'],
  initiatedbydisplayname: ['initiatedBy', 'displayName'],
  statusinfo: ['provisioningStatusInfo'],
  provisioningstatusinfo: ['provisioningStatusInfo'],
  provisioningsteps: ['provisioningSteps'],
  modifiedproperties: ['modifiedProperties'],
};

/** A heading that no other table has beside it makes a table a provisioning log. */
const enough = 3;

/** Records in Graph's shape from CSV with a header line; undefined for any other text. Never throws. */
export function readPortalCsv(text: string): readonly unknown[] | undefined {
  const header =
    text
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', '\t', ';'].find(
    (one) => header.split(one).filter((name) => Object.hasOwn(columns, fold(name))).length >= enough,
  );
  if (delimiter === undefined) return undefined;
  const rows = readRows(text, delimiter);
  const names = rows[0]?.map(fold);
  if (!names) return undefined;
  const records = rows.slice(1).map((row) => toRecord(names, row));
  return records.length > 0 ? records : undefined;
}

function readRows(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows;
  } catch {
    return [];
  }
}

function toRecord(names: readonly string[], row: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const place = Object.hasOwn(columns, name) ? columns[name] : undefined;
    const value = row[index];
    if (place && value !== undefined && value !== '') put(record, place, value);
  }
  return record;
}

function put(record: Record<string, unknown>, place: readonly string[], value: string): void {
  let at = record;
  for (const name of place.slice(0, -1)) {
    const held = at[name];
    const inner = isRecord(held) ? held : {};
    at[name] = inner;
    at = inner;
  }
  const last = place.at(-1);
  if (last !== undefined && at[last] === undefined) at[last] = value;
}

function fold(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
