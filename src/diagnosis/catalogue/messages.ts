import type { KnownCode } from './entries.ts';

/** How much a message tells: about one thing, about the kind of answer only, or that something is the matter. */
export type Specificity = 'exact' | 'status' | 'umbrella';

export interface Message {
  readonly code: KnownCode;
  /** Any of them, within text that is in lower case, with plain quotes and single spaces. */
  readonly patterns: readonly RegExp[];
}

/** A named value is False, as a step's details or the older audit form have it. */
function isFalse(name: string): RegExp {
  return new RegExp(`\\b${name}"?\\s*[:=]\\s*"?false\\b`);
}

/** Fragments of the messages that Microsoft documents or that its log is seen to write. Short, for people paste parts. */
export const messages: readonly Message[] = [
  // The four sentences behind NotEffectivelyEntitled.
  {
    code: 'condition:disabled-source-account',
    patterns: [/\bnot active in the source\b/, isFalse('isactive'), isFalse('active in the source system')],
  },
  {
    code: 'condition:not-assigned',
    patterns: [
      /\bobject is not assigned to the app/,
      /\bnot assigned to the application\b/,
      isFalse('assigned to the application'),
    ],
  },
  {
    code: 'condition:no-entitled-role',
    patterns: [
      /\bdoes not have (?:the )?required entitlement\b/,
      /\bentitlement of provisioning category\b/,
      isFalse('has the required role'),
      isFalse('iseffectivelyentitledforprovisioning'),
    ],
  },
  {
    code: 'condition:scoping-filter',
    patterns: [
      /\bdid not pass a scoping filter\b/,
      /\bpasses your specified scoping criteria\b/,
      isFalse('scoping filter evaluation passed'),
      isFalse('isinprovisioningscope(?:displayname)?'),
      isFalse('passed scope filter'),
    ],
  },
  { code: 'condition:assignment-record', patterns: [/\bnot effectively entitled\b/] },
  // Skips.
  {
    code: 'RedundantExport',
    patterns: [
      /\bboth the source and target systems already match\b/,
      /\bstate of the \w{1,20} in both the source\b/,
      /\bno change to the .{1,200}? currently needs to be made\b/,
    ],
  },
  {
    code: 'AttributeValidationFailed',
    patterns: [
      /\bbecause the value of the property .{1,200}? is missing or invalid\b/,
      /\bskipped because the value of the property\b/,
      /\bupdate the value of the property .{1,200}? on the object in the source\b/,
    ],
  },
  {
    code: 'UnableToResolveReferenceAttributeValue',
    patterns: [/\bunable to assign .{1,200}? as the (?:members?|manager) of\b/],
  },
  {
    code: 'ImportSkipped',
    patterns: [/\bmissing the matching property\b/, /\bevaluate scoping, matching,? or export\b/],
  },
  { code: 'EntrySynchronizationSkipped', patterns: [/\bno further action was taken on the user\b/] },
  { code: 'condition:sms-sign-in-user', patterns: [/\bfilter external users\.alternativesecurityids\b/] },
  // The table of error codes.
  { code: 'TooManyRequests', patterns: [/\boverloaded and receiving too many requests\b/] },
  { code: 'InsufficientRights', patterns: [/\b(?:wasn't|was not) authorized to perform the update\b/] },
  { code: 'WebExceptionProtocolError', patterns: [/\bhttp protocol error occurred in connecting\b/] },
  { code: 'InvalidAnchor', patterns: [/\bcreated or matched by the provisioning service no longer exists\b/] },
  { code: 'MissingValues', patterns: [/\bcouldn't be created because required values are missing\b/] },
  {
    code: 'SchemaAttributeNotFound',
    patterns: [/\battribute was specified that (?:doesn't|does not) exist in the target\b/],
  },
  { code: 'InternalError', patterns: [/\binternal service error occurred within the\b/] },
  { code: 'InvalidDomain', patterns: [/\battribute value contains an invalid domain name\b/] },
  {
    code: 'Timeout',
    patterns: [
      /\btarget application took too long to respond\b/,
      /\btimeout error when contacting the on-premises agent\b/,
    ],
  },
  { code: 'LicenseLimitExceeded', patterns: [/\bno available licenses for this user\b/] },
  { code: 'DuplicateTargetEntries', patterns: [/\bmore than one user in the target application was found\b/] },
  { code: 'DuplicateSourceEntries', patterns: [/\bmore than one user was found with the configured matching\b/] },
  {
    code: 'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
    patterns: [/\breceived multiple users or groups in the response\b/],
  },
  {
    code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
    patterns: [/\bunable to parse the response from the third party\b/],
  },
  {
    code: 'SchemaPropertyCanOnlyAcceptValue',
    patterns: [/\bproperty in the target system can only accept one value\b/],
  },
  // Across tenants.
  {
    code: 'AzureDirectoryB2BManagementPolicyCheckFailure',
    patterns: [/\bpolicy permitting auto-redemption of invitations not configured\b/],
  },
  { code: 'AzureActiveDirectoryForbidden', patterns: [/\bexternal collaboration settings blocked invitations\b/] },
  {
    code: 'AzureActiveDirectoryQuotaLimitExceeded',
    patterns: [/\bnumber of objects in the tenant exceeds the directory limit\b/],
  },
  // The job.
  {
    code: 'Quarantine',
    patterns: [/\bprovisioning has been quarantined\b/, /\bquarantined due to a high number of errors\b/],
  },
  {
    code: 'InvalidCredentials',
    patterns: [
      /\byou appear to have entered invalid credentials\b/,
      /\bindicates (?:that )?the credentials provided are invalid\b/,
    ],
  },
  { code: 'SalesforceInvalidCredentials', patterns: [/\byour salesforce\.com credentials are invalid\b/] },
  { code: 'ServiceNowInstanceInvalid', patterns: [/\byour servicenow instance name appears to be invalid\b/] },
  { code: 'condition:scim-404', patterns: [/\b404 not found response was returned rather than\b/] },
  // Into Active Directory.
  {
    code: 'InvalidAttributeSyntax-LdapErr',
    patterns: [/\binvalidattributesyntax-ldaperr\b/, /\berror in attribute conversion operation\b/],
  },
  {
    code: 'OperationsError-SvcErr (no superior reference)',
    patterns: [/\boperationserror-svcerr\b/, /\bno superior reference has been configured\b/],
  },
  {
    code: 'SystemForCrossDomainIdentityManagementBadResponse (ConstraintViolation-AtrErr)',
    patterns: [/\bconstraintviolation-atrerr\b/, /\bvalue for the attribute was not in the acceptable range\b/],
  },
  {
    code: 'HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique',
    patterns: [/\bupn value provided for addition\/modification is not unique\b/],
  },
  { code: 'condition:domain-not-verified', patterns: [/\bdomain does not exist\b/] },
  { code: 'HTTP 400 Invalid Data Format', patterns: [/\binvalid data format\b/] },
  { code: 'HTTP 403', patterns: [/\bsynchronizationdata-user\.upload\b/] },
  // On the server: agent, connector host, cloud sync.
  {
    code: 'The ECMA host is currently importing data from the target application',
    patterns: [/\bcurrently importing data from the target application\b/],
  },
  {
    code: 'Invalid LDAP style DN / ValidByLdapStyle',
    patterns: [/\binvalid ldap style\b/, /\bvalidbyldapstyle\b/],
  },
  {
    code: 'ExportErrorCustomContinueRun. objectClass',
    patterns: [/\bexporterrorcustomcontinuerun\.? ?objectclass\b/, /\bobjectclass: value number invalid per syntax\b/],
  },
  {
    code: 'Could not load file or assembly ... Access is denied',
    patterns: [/\bcould not load file or assembly .{1,500}?access is denied\b/],
  },
  { code: 'Unable to initialize metrics collector', patterns: [/\bunable to initialize metrics collector\b/] },
  { code: 'HybridIdentityServiceNoAgentsAssigned', patterns: [/\bcheck to see if the agents have been removed\b/] },
  { code: 'HybridIdentityServiceNoActiveAgents', patterns: [/\bcheck to see if the agent is running by going to\b/] },
  { code: 'HybridIdentityServiceInvalidResource', patterns: [/\bre-register your cloud sync agent\b/] },
  {
    code: 'AzureDirectoryServiceServerBusy',
    patterns: [/\b(?:microsoft entra id|azure active directory|azure ad) is currently busy\b/],
  },
  {
    code: 'AzureActiveDirectoryInvalidCredential',
    patterns: [/\bissue with the service account that is used to run\b/],
  },
  {
    code: 'AzureActiveDirectoryExpiredCredentials',
    patterns: [/\bcredentialsexpired aadsts50055\b/, /\bexchanged for an oauth token that has since expired\b/],
  },
  // Graph itself.
  { code: 'Authorization_RequestDenied', patterns: [/\binsufficient privileges to complete the operation\b/] },
  { code: 'HTTP 429 TooManyRequests', patterns: [/"toomanyrequests".{1,200}?"innererror"/] },
];

/** Codes that stand for an HTTP status: whatever else a text says tells more. */
const statusCodes: ReadonlySet<string> = new Set<KnownCode>([
  'TooManyRequests',
  'InternalServerError',
  'MethodNotAllowed',
  'NotImplemented',
  'Unauthorized',
  'UnprocessableEntity',
  'InternalError',
  'Timeout',
  'WebExceptionProtocolError',
]);

/** Codes that say that something is the matter, and leave open what. */
const umbrellas: ReadonlySet<string> = new Set<KnownCode>([
  'NotEffectivelyEntitled',
  'condition:assignment-record',
  'EntrySynchronizationSkipped',
  'InvitationCreationFailure',
  'EncounteredQuarantineException',
  'InvalidCredentials',
  'Quarantine',
  'Failed',
  'EntryLevelErrors',
  'Unknown',
]);

export function specificityOf(code: string): Specificity {
  if (umbrellas.has(code)) return 'umbrella';
  return statusCodes.has(code) ? 'status' : 'exact';
}
