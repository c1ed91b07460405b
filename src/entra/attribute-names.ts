import type { AttributeValue } from '../diagnosis/evidence.ts';

/**
 * Names of user attributes in synchronization schemas and provisioning logs, which still speak Azure AD Graph, and the
 * Microsoft Graph property that holds each. Sources: learn.microsoft.com/graph/migrate-azure-ad-graph-property-differences;
 * default attribute mappings in application-provisioning-customize-attributes.
 */
const schemaNames: Readonly<Record<string, string>> = {
  objectId: 'id',
  dirSyncEnabled: 'onPremisesSyncEnabled',
  lastDirSyncTime: 'onPremisesLastSyncDateTime',
  immutableId: 'onPremisesImmutableId',
  facsimileTelephoneNumber: 'faxNumber',
  mobile: 'mobilePhone',
  physicalDeliveryOfficeName: 'officeLocation',
  // The whole name, where mappings strip #EXT# and the domain of a guest's userPrincipalName.
  originalUserPrincipalName: 'userPrincipalName',
  userState: 'externalUserState',
  userStateChangedOn: 'externalUserStateChangeDateTime',
};

/** Schema attributes with one value that Graph keeps as the first of several. */
const firstOf: Readonly<Record<string, string>> = {
  telephoneNumber: 'businessPhones',
  sipProxyAddress: 'imAddresses',
};

/** The attributes under both their names: Graph's, as read, and the one that schemas, filters and logs use. */
export function withSchemaNames(attributes: Readonly<Record<string, AttributeValue>>): Record<string, AttributeValue> {
  const both: Record<string, AttributeValue> = { ...attributes };
  for (const [name, property] of Object.entries(schemaNames)) {
    const value = attributes[property];
    if (value !== undefined && !(name in both)) both[name] = value;
  }
  for (const [name, property] of Object.entries(firstOf)) {
    const value = attributes[property];
    if (value !== undefined && !(name in both)) both[name] = Array.isArray(value) ? (value[0] ?? null) : value;
  }
  return both;
}
