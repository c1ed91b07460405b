/** One attribute mapping of an app, shortened; schemas.ts writes it out as Graph gives it. */
export interface Mapping {
  readonly target: string;
  /** A source attribute; or an expression and what it reads; or a constant. */
  readonly from:
    | { readonly attribute: string }
    | { readonly expression: string; readonly reads: readonly string[] }
    | { readonly constant: string };
  readonly matching?: number;
  readonly required?: boolean;
  readonly defaultValue?: string;
  readonly flowType?: 'Always' | 'ObjectAddOnly';
}

const from = (target: string, attribute: string, more: Partial<Mapping> = {}): Mapping => ({
  target,
  from: { attribute },
  ...more,
});
const by = (target: string, expression: string, reads: readonly string[], more: Partial<Mapping> = {}): Mapping => ({
  target,
  from: { expression, reads },
  ...more,
});

export const enterpriseUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const coreUserUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const coreGroupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export const salesforceMappings: readonly Mapping[] = [
  from('Username', 'userPrincipalName', { matching: 1, required: true }),
  by('IsActive', 'Not([IsSoftDeleted])', ['IsSoftDeleted']),
  from('Email', 'mail', { required: true }),
  from('FirstName', 'givenName'),
  from('LastName', 'surname', { required: true }),
  by('Alias', 'Mid([mailNickname], 1, 8)', ['mailNickname'], { required: true }),
  from('Department', 'department'),
  from('Title', 'jobTitle'),
  by('ProfileId', 'SingleAppRoleAssignment([appRoleAssignments])', ['appRoleAssignments'], { required: true }),
  { target: 'EmailEncodingKey', from: { constant: 'UTF-8' } },
  from('LocaleSidKey', 'preferredLanguage', { defaultValue: 'en_US' }),
];

/** What the SCIM apps of the gallery and custom apps map out of the box. */
export const scimMappings: readonly Mapping[] = [
  from('userName', 'userPrincipalName', { matching: 1, required: true }),
  by('active', 'Switch([IsSoftDeleted], , "False", "True", "True", "False")', ['IsSoftDeleted']),
  from('displayName', 'displayName'),
  from('title', 'jobTitle'),
  from('emails[type eq "work"].value', 'mail', { required: true }),
  from('name.givenName', 'givenName', { required: true }),
  from('name.familyName', 'surname', { required: true }),
  from('externalId', 'mailNickname'),
  from(`${enterpriseUrn}:department`, 'department'),
  from(`${enterpriseUrn}:manager`, 'manager'),
];

/** A custom app that joins on the employee id. */
export const employeeIdMappings: readonly Mapping[] = [
  from('externalId', 'employeeId', { matching: 1, required: true }),
  ...scimMappings.filter((one) => one.target !== 'externalId').map((one) => ({ ...one, matching: 0 })),
];

export const serviceNowMappings: readonly Mapping[] = [
  from('user_name', 'userPrincipalName', { matching: 1, required: true }),
  from('email', 'mail', { matching: 2 }),
  by('active', 'Not([IsSoftDeleted])', ['IsSoftDeleted']),
  from('first_name', 'givenName'),
  from('last_name', 'surname', { required: true }),
  by('name', 'Join(" ", [givenName], [surname])', ['givenName', 'surname']),
  from('employee_number', 'employeeId'),
  from('department', 'department'),
  from('manager', 'manager'),
  { target: 'source', from: { constant: 'Entra' }, flowType: 'ObjectAddOnly' },
];

export const crossTenantMappings: readonly Mapping[] = [
  from('alternativeSecurityIds', 'alternativeSecurityIds', { matching: 1 }),
  from('displayName', 'displayName', { required: true }),
  from('mailNickname', 'mailNickname', { required: true }),
  by('userPrincipalName', 'AddExtToUpn([userPrincipalName])', ['userPrincipalName']),
  from('department', 'department'),
  { target: 'userType', from: { constant: 'Member' } },
  { target: 'showInAddressList', from: { constant: 'True' } },
];

/** Worker attributes of Workday onto users of Entra or Active Directory. */
export const workdayMappings: readonly Mapping[] = [
  from('employeeId', 'WorkerID', { matching: 1, required: true }),
  by('accountEnabled', 'Switch([Active], , "1", "True", "0", "False")', ['Active']),
  by('displayName', 'Join(" ", [FirstName], [LastName])', ['FirstName', 'LastName'], { required: true }),
  by(
    'userPrincipalName',
    'SelectUniqueValue(Join("@", NormalizeDiacritics(Join(".", [FirstName], [LastName])), "contoso.com"))',
    ['FirstName', 'LastName'],
    { required: true, flowType: 'ObjectAddOnly' },
  ),
  from('department', 'SupervisoryOrganization'),
  from('jobTitle', 'BusinessTitle'),
];

export const groupMappings: readonly Mapping[] = [
  from('displayName', 'displayName', { matching: 1, required: true }),
  from('externalId', 'objectId'),
  from('members', 'members'),
];

/** ServiceNow's groups join on the mail alias, which security groups without mail may lack. */
export const groupByAliasMappings: readonly Mapping[] = [
  from('externalId', 'mailNickname', { matching: 1, required: true }),
  from('displayName', 'displayName'),
  from('members', 'members'),
];
