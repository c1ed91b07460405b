import { z } from 'zod/v4';
import type { AttributeValue, Subject } from '../diagnosis/evidence.ts';
import { withSchemaNames } from './attribute-names.ts';
import { flag, instant, isRecord, optionalText } from './outside.ts';

/** User properties that a diagnosis reads. All are answered to User.Read.All. Source: user resource type, Graph v1.0. */
export const userProperties = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'userPrincipalName',
  'mail',
  'mailNickname',
  'employeeId',
  'accountEnabled',
  'userType',
  'department',
  'jobTitle',
  'companyName',
  'officeLocation',
  'city',
  'state',
  'country',
  'postalCode',
  'streetAddress',
  'usageLocation',
  'preferredLanguage',
  'mobilePhone',
  'businessPhones',
  'faxNumber',
  'otherMails',
  'proxyAddresses',
  'imAddresses',
  'employeeType',
  'employeeHireDate',
  'employeeOrgData',
  'externalUserState',
  'onPremisesSyncEnabled',
  'onPremisesExtensionAttributes',
  'onPremisesSamAccountName',
  'onPremisesUserPrincipalName',
  'onPremisesDistinguishedName',
  'onPremisesDomainName',
  'onPremisesImmutableId',
  'onPremisesSecurityIdentifier',
  'createdDateTime',
  'deletedDateTime',
] as const;

/** What every Graph knows of a user: asked for when the long list is refused. */
export const coreUserProperties = userProperties.slice(0, userProperties.indexOf('officeLocation'));

/** Group properties that a diagnosis reads; all are answered to GroupMember.Read.All. */
export const groupProperties = [
  'id',
  'displayName',
  'description',
  'mail',
  'mailNickname',
  'mailEnabled',
  'securityEnabled',
  'groupTypes',
  'onPremisesSyncEnabled',
  'onPremisesSamAccountName',
  'proxyAddresses',
  'createdDateTime',
  'deletedDateTime',
] as const;

const directoryObject = z.object({
  id: z.string().min(1),
  '@odata.type': optionalText,
  displayName: optionalText,
  userPrincipalName: optionalText,
  mail: optionalText,
  accountEnabled: flag,
  userType: optionalText,
  deletedDateTime: instant,
  createdDateTime: instant,
  securityEnabled: flag,
});

/** A user or group as Graph gives it; undefined for anything without an id, or of another kind than wanted. */
export function parseSubject(value: unknown, type: 'user' | 'group'): Subject | undefined {
  const parsed = directoryObject.safeParse(value);
  if (!parsed.success || !isRecord(value)) return undefined;
  const { id, displayName, mail, deletedDateTime, createdDateTime, ...rest } = parsed.data;
  if (rest['@odata.type'] && !rest['@odata.type'].toLowerCase().endsWith(`.${type}`)) return undefined;
  const userPrincipalName = type === 'user' ? undeletedName(rest.userPrincipalName, deletedDateTime) : undefined;
  const attributes = withSchemaNames(flatten(value));
  if (userPrincipalName) {
    attributes.userPrincipalName = userPrincipalName;
    attributes.originalUserPrincipalName = userPrincipalName;
  }
  return {
    type,
    id,
    name: displayName ?? userPrincipalName ?? mail ?? id,
    userPrincipalName,
    mail,
    accountEnabled: type === 'user' ? rest.accountEnabled : undefined,
    userType: type === 'user' ? rest.userType : undefined,
    deletedAt: deletedDateTime,
    createdAt: createdDateTime,
    securityEnabled: type === 'group' ? rest.securityEnabled : undefined,
    attributes,
  };
}

/** Entra puts the object id, without dashes, before the name of somebody soft-deleted. */
function undeletedName(name: string | undefined, deletedAt: string | undefined): string | undefined {
  return deletedAt ? name?.replace(/^[0-9a-f]{32}(?=[^@]+@)/i, '') : name;
}

/** Properties of one level: extensionAttribute1..15 and the parts of employeeOrgData become attributes of their own. */
function flatten(value: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  const attributes: [string, AttributeValue][] = [];
  for (const [name, held] of Object.entries(value)) {
    if (name.includes('@')) continue;
    if (isRecord(held)) {
      const prefix = name === 'onPremisesExtensionAttributes' ? '' : `${name}.`;
      for (const [part, inner] of Object.entries(held)) push(attributes, `${prefix}${part}`, inner);
    } else push(attributes, name, held);
  }
  return Object.fromEntries(attributes);
}

function push(attributes: [string, AttributeValue][], name: string, value: unknown): void {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    attributes.push([name, value]);
  } else if (Array.isArray(value) && value.every((one) => typeof one === 'string')) attributes.push([name, value]);
}
