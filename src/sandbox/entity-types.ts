/** How a property may be asked for. `default` works as it is, `advanced` needs ConsistencyLevel: eventual and $count=true. */
export type Support = 'default' | 'advanced';

export type PropertyType = 'String' | 'Boolean' | 'DateTimeOffset' | 'Guid' | 'Int32' | 'Enum' | 'Strings' | 'Complex';

export interface PropertyInfo {
  readonly type: PropertyType;
  /** Filter operators by what they need; one that is missing is refused. `null` stands for a comparison with null. */
  readonly filter: Readonly<Record<string, Support>>;
  readonly orderby?: Support;
  /** `words`: $search looks at the beginnings of words; `start`: at the beginning of the value. */
  readonly search?: 'words' | 'start';
  /** Returned without $select. */
  readonly standard: boolean;
}

export interface EntityType {
  /** As error messages name it. */
  readonly name: string;
  readonly set: string;
  readonly properties: Readonly<Record<string, PropertyInfo>>;
}

type Extras = Partial<Pick<PropertyInfo, 'orderby' | 'search' | 'standard'>>;

function property(type: PropertyType, byDefault: string, advanced: string, extras: Extras = {}): PropertyInfo {
  const filter: Record<string, Support> = {};
  for (const operator of advanced.split(' ')) if (operator !== '') filter[operator] = 'advanced';
  for (const operator of byDefault.split(' ')) if (operator !== '') filter[operator] = 'default';
  return { type, filter, standard: false, ...extras };
}

const standard = { standard: true } as const;
const common = property('String', 'eq in startswith ge le', 'ne not null');
const advancedOnly = property('String', '', 'eq ne not in startswith ge le null');
const unfilterable = property('String', '', '');

/** Properties that exist and that nobody in Contoso has a value for: selectable, not filterable. */
function emptyProperties(names: string, type: PropertyType = 'String'): Record<string, PropertyInfo> {
  return Object.fromEntries(names.split(' ').map((name) => [name, { ...unfilterable, type }]));
}

/** From "Support for filter by properties of directory objects" and the users' default property set. */
export const userType: EntityType = {
  name: 'User',
  set: 'users',
  properties: {
    id: property('Guid', 'eq in', 'ne not', standard),
    businessPhones: property('Strings', 'eq', 'not', standard),
    displayName: property('String', 'eq in startswith ge le', 'ne not null', {
      ...standard,
      orderby: 'default',
      search: 'words',
    }),
    givenName: { ...common, ...standard, search: 'start' },
    jobTitle: property('String', 'eq in startswith ge le', 'ne not null', standard),
    mail: property('String', 'eq in startswith ge le', 'ne not endswith null', { ...standard, search: 'start' }),
    mobilePhone: { ...advancedOnly, ...standard },
    officeLocation: { ...advancedOnly, ...standard },
    preferredLanguage: { ...advancedOnly, ...standard },
    surname: { ...common, ...standard, search: 'start' },
    userPrincipalName: property('String', 'eq in startswith ge le', 'ne not endswith', {
      ...standard,
      orderby: 'default',
      search: 'start',
    }),
    accountEnabled: property('Boolean', 'eq in', 'ne not ge le'),
    city: common,
    companyName: advancedOnly,
    country: common,
    createdDateTime: property('DateTimeOffset', 'eq ge le', 'ne not in', { orderby: 'advanced' }),
    deletedDateTime: property('DateTimeOffset', 'eq ge le', 'ne not in', { orderby: 'advanced' }),
    department: common,
    employeeId: property('String', 'eq startswith in', 'ne not ge le null'),
    employeeType: property('String', '', 'eq ne not ge le in startswith'),
    mailNickname: { ...common, search: 'start' },
    onPremisesExtensionAttributes: property('Complex', '', 'eq ne not ge le in null'),
    onPremisesImmutableId: property('String', '', 'eq ne not ge le in'),
    onPremisesSamAccountName: property('String', '', 'eq ne not ge le in startswith'),
    onPremisesSyncEnabled: property('Boolean', 'eq in', 'ne not ge le null'),
    otherMails: property('Strings', 'eq ge le in startswith', 'ne not endswith', { search: 'start' }),
    postalCode: advancedOnly,
    proxyAddresses: property('Strings', 'eq ge le startswith', 'ne not endswith null', { search: 'start' }),
    state: common,
    streetAddress: advancedOnly,
    usageLocation: property('String', 'eq ge le in startswith', 'ne not'),
    userType: property('String', 'eq in', 'ne not null'),
    ...emptyProperties(
      'aboutMe ageGroup birthday consentProvidedForMinor creationType employeeHireDate employeeLeaveDateTime employeeOrgData externalUserState externalUserStateChangeDateTime faxNumber hireDate isManagementRestricted isResourceAccount lastPasswordChangeDateTime legalAgeGroupClassification mySite onPremisesDistinguishedName onPremisesDomainName onPremisesLastSyncDateTime onPremisesSecurityIdentifier onPremisesUserPrincipalName passwordPolicies passwordProfile preferredDataLocation preferredName securityIdentifier showInAddressList signInSessionsValidFromDateTime',
    ),
    ...emptyProperties(
      'assignedLicenses assignedPlans identities imAddresses interests licenseAssignmentStates onPremisesProvisioningErrors pastProjects provisionedPlans responsibilities schools serviceProvisioningErrors skills',
      'Strings',
    ),
  },
};

export const groupType: EntityType = {
  name: 'Group',
  set: 'groups',
  properties: {
    id: property('Guid', 'eq in', 'ne not', standard),
    createdDateTime: property('DateTimeOffset', '', '', standard),
    deletedDateTime: property('DateTimeOffset', '', 'eq ge le', { ...standard, orderby: 'advanced' }),
    description: property('String', 'eq ge le startswith', 'ne not', { ...standard, search: 'words' }),
    displayName: property('String', 'eq in startswith ge le', 'ne not null', {
      ...standard,
      orderby: 'default',
      search: 'words',
    }),
    groupTypes: property('Strings', 'eq', 'ne not', standard),
    isAssignableToRole: property('Boolean', 'eq', 'ne not', standard),
    mail: property('String', 'eq in startswith ge le', 'ne not null', { ...standard, search: 'start' }),
    mailEnabled: property('Boolean', 'eq', 'ne not', standard),
    mailNickname: { ...common, ...standard, search: 'start' },
    membershipRule: property('String', '', 'eq ne not ge le startswith', standard),
    membershipRuleProcessingState: property('String', '', 'eq ne not in', standard),
    onPremisesSyncEnabled: property('Boolean', 'eq in', 'ne not null', standard),
    proxyAddresses: property('Strings', 'eq ge le startswith', 'ne not endswith', standard),
    securityEnabled: property('Boolean', 'eq in', 'ne not', standard),
    visibility: { ...unfilterable, ...standard },
    ...emptyProperties(
      'classification expirationDateTime hasMembersWithLicenseErrors hideFromAddressLists hideFromOutlookClients isArchived isManagementRestricted licenseProcessingState onPremisesDomainName onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesSamAccountName onPremisesSecurityIdentifier preferredDataLocation preferredLanguage renewedDateTime securityIdentifier theme uniqueName',
    ),
    ...emptyProperties(
      'assignedLabels assignedLicenses onPremisesProvisioningErrors serviceProvisioningErrors',
      'Strings',
    ),
  },
};

export const servicePrincipalType: EntityType = {
  name: 'ServicePrincipal',
  set: 'servicePrincipals',
  properties: {
    id: property('Guid', 'eq in', 'ne not', standard),
    accountEnabled: property('Boolean', 'eq in', 'ne not', standard),
    appDisplayName: { ...unfilterable, ...standard },
    appId: property('Guid', 'eq in', 'ne not', standard),
    applicationTemplateId: property('Guid', '', 'eq ne not startswith in', standard),
    appRoleAssignmentRequired: { ...unfilterable, type: 'Boolean', ...standard },
    appRoles: { ...unfilterable, type: 'Complex', ...standard },
    createdDateTime: property('DateTimeOffset', '', 'eq ge le', { ...standard, orderby: 'advanced' }),
    deletedDateTime: property('DateTimeOffset', '', 'eq ge le', { ...standard, orderby: 'advanced' }),
    displayName: property('String', 'eq in startswith ge le', 'ne not null', {
      ...standard,
      orderby: 'advanced',
      search: 'words',
    }),
    servicePrincipalNames: property('Strings', 'eq startswith', 'ne not', standard),
    servicePrincipalType: property('String', 'eq in', 'ne not', standard),
    tags: property('Strings', 'eq ge le startswith', 'ne not', standard),
    ...emptyProperties(
      'appDescription appOwnerOrganizationId description disabledByMicrosoftStatus homepage info loginUrl logoutUrl notes preferredSingleSignOnMode preferredTokenSigningKeyThumbprint samlSingleSignOnSettings signInAudience tokenEncryptionKeyId verifiedPublisher',
    ),
    ...emptyProperties(
      'addIns alternativeNames keyCredentials notificationEmailAddresses oauth2PermissionScopes passwordCredentials replyUrls resourceSpecificApplicationPermissions',
      'Strings',
    ),
  },
};

export const assignmentType: EntityType = {
  name: 'AppRoleAssignment',
  set: 'appRoleAssignments',
  properties: {
    id: { ...unfilterable, ...standard },
    createdDateTime: { ...unfilterable, type: 'DateTimeOffset', ...standard },
    deletedDateTime: { ...unfilterable, type: 'DateTimeOffset', ...standard },
    appRoleId: { ...unfilterable, type: 'Guid', ...standard },
    principalDisplayName: property('String', 'eq startswith', '', standard),
    principalId: property('Guid', 'eq', '', standard),
    principalType: { ...unfilterable, ...standard },
    resourceDisplayName: { ...unfilterable, ...standard },
    resourceId: property('Guid', 'eq', '', standard),
  },
};

export const templateType: EntityType = {
  name: 'ApplicationTemplate',
  set: 'applicationTemplates',
  properties: {
    id: property('String', 'eq', '', standard),
    displayName: property('String', 'eq contains startswith', '', { ...standard, orderby: 'default' }),
    categories: { ...property('Strings', 'eq', ''), ...standard },
    description: { ...unfilterable, ...standard },
    homePageUrl: { ...unfilterable, ...standard },
    logoUrl: { ...unfilterable, ...standard },
    publisher: property('String', 'eq contains', '', standard),
    supportedProvisioningTypes: { ...property('Strings', 'eq', ''), ...standard },
    supportedSingleSignOnModes: { ...property('Strings', 'eq', ''), ...standard },
  },
};

/** Members and memberships: users, groups and roles together. */
export const directoryObjectType: EntityType = {
  name: 'DirectoryObject',
  set: 'directoryObjects',
  properties: {
    ...userType.properties,
    ...groupType.properties,
    id: property('Guid', '', 'eq in', standard),
    displayName: property('String', '', 'eq startswith', { ...standard, search: 'words' }),
  },
};
