import type { Mapping } from './mappings.ts';
import {
  crossTenantMappings,
  employeeIdMappings,
  groupByAliasMappings,
  groupMappings,
  salesforceMappings,
  scimMappings,
  serviceNowMappings,
  workdayMappings,
} from './mappings.ts';
import { clause, type FilterGroup } from './scoping.ts';

/** What the job is doing; jobs.ts writes it out as Graph gives it. Ages count back from the moment that is asked about. */
export type JobState =
  | { readonly is: 'healthy'; readonly entryErrors?: boolean; readonly escrowsPruned?: boolean }
  | { readonly is: 'paused'; readonly daysAgo: number; readonly emptyQuarantine?: boolean }
  | { readonly is: 'disabled'; readonly daysAgo: number }
  | { readonly is: 'notConfigured' }
  | { readonly is: 'notRun' }
  | { readonly is: 'initial'; readonly hoursAgo: number; readonly completed: number; readonly total: number }
  | {
      readonly is: 'quarantine';
      readonly reason: string;
      readonly daysAgo: number;
      readonly error?: { readonly code: string; readonly message: string; readonly tenantActionable: boolean };
    }
  | { readonly is: 'stalled'; readonly daysAgo: number };

export type AppKind = 'outbound' | 'workday-to-entra' | 'workday-to-ad' | 'cross-tenant';

/** An app of Contoso, shortened. */
export interface AppSpec {
  readonly key: string;
  /** The tenant's own name for it. */
  readonly name: string;
  /** The gallery's name; none: a custom app. */
  readonly gallery?: string;
  /** The template of the job; the first part of the job's id. */
  readonly template: string;
  readonly targetSystem: string;
  readonly kind: AppKind;
  readonly state: JobState;
  readonly mappings: readonly Mapping[];
  readonly groups?: readonly Mapping[];
  readonly scope?: readonly FilterGroup[];
  /** How the filter read in the past, and until how many days ago. */
  readonly formerScope?: { readonly scope: readonly FilterGroup[]; readonly untilDaysAgo: number };
  readonly roles: readonly string[];
  readonly defaultRoleEntitles: boolean;
  readonly syncAll?: boolean;
  /** Groups whose direct members are assigned, with the role that they get ('' is default access). */
  readonly assigned: readonly { readonly group: string; readonly role: string }[];
  /** Entries of this app look as they did in 2019 and 2020. */
  readonly oldShape?: boolean;
  readonly codePrefix: string;
}

const scim = { kind: 'outbound', mappings: scimMappings, roles: ['User'], defaultRoleEntitles: true } as const;
const healthy: JobState = { is: 'healthy' };
const staff = [{ group: 'All Staff', role: 'User' }];

/** A further app of the house's own, for tenants in which many are provisioned. */
export function lineOfBusiness(key: string, name: string): AppSpec {
  const target = {
    template: 'scim',
    targetSystem: 'customappsso',
    codePrefix: 'SystemForCrossDomainIdentityManagement',
  };
  return { ...scim, ...target, key, name, state: healthy, assigned: staff };
}

/** Apps with provisioning. Names are confusable on purpose, and some differ from the gallery's. */
export const provisionedApps: readonly AppSpec[] = [
  {
    key: 'salesforce',
    name: 'Salesforce',
    gallery: 'Salesforce',
    template: 'SalesforceOutDelta',
    targetSystem: 'Salesforce',
    kind: 'outbound',
    codePrefix: 'Salesforce',
    state: { is: 'healthy', entryErrors: true },
    mappings: salesforceMappings,
    scope: [{ name: 'Sales only', clauses: [clause('department', 'EQUALS', 'Sales')] }],
    roles: ['Standard User', 'Chatter Free User', 'System Administrator'],
    defaultRoleEntitles: false,
    assigned: [{ group: 'Sales Team', role: 'Standard User' }],
  },
  {
    key: 'salesforce-sandbox',
    name: 'Salesforce Sandbox',
    gallery: 'Salesforce Sandbox',
    template: 'SalesforceSandboxOutDelta',
    targetSystem: 'Salesforce Sandbox',
    kind: 'outbound',
    codePrefix: 'SalesforceSandbox',
    state: healthy,
    mappings: salesforceMappings,
    roles: ['Standard User', 'System Administrator'],
    defaultRoleEntitles: false,
    assigned: [{ group: 'Engineering', role: 'Standard User' }],
  },
  {
    ...scim,
    key: 'slack',
    name: 'Slack',
    gallery: 'Slack',
    template: 'slack',
    targetSystem: 'Slack',
    codePrefix: 'Slack',
    state: { is: 'healthy', entryErrors: true },
    groups: groupMappings,
    assigned: staff,
  },
  {
    ...scim,
    key: 'slack-grid',
    name: 'Slack Enterprise Grid',

    template: 'scim',
    targetSystem: 'customappsso',
    codePrefix: 'SystemForCrossDomainIdentityManagement',
    state: { is: 'paused', daysAgo: 12 },
    groups: groupMappings,
    assigned: [{ group: 'Engineering', role: 'User' }],
  },
  {
    ...scim,
    key: 'zoom',
    name: 'Zoom',
    gallery: 'Zoom',
    template: 'zoom',
    targetSystem: 'Zoom',
    codePrefix: 'Zoom',
    state: { is: 'healthy', entryErrors: true },
    roles: ['Licensed', 'Basic'],
    assigned: [{ group: 'License: Zoom', role: 'Licensed' }],
    scope: [
      {
        name: 'Employees',
        clauses: [clause('companyName', 'NOT EQUALS', 'Fabrikam'), clause('country', 'IS NOT NULL')],
      },
      { name: 'Invited consultants', clauses: [clause('extensionAttribute1', 'EQUALS', 'Zoom')] },
    ],
    formerScope: {
      scope: [{ name: 'London office', clauses: [clause('city', 'EQUALS', 'London')] }],
      untilDaysAgo: 20,
    },
  },
  {
    key: 'servicenow',
    name: 'IT Service Portal',
    gallery: 'ServiceNow',
    template: 'servicenow',
    targetSystem: 'ServiceNow',
    kind: 'outbound',
    codePrefix: 'ServiceNow',
    oldShape: true,
    state: { is: 'healthy', entryErrors: true },
    mappings: serviceNowMappings,
    groups: groupByAliasMappings,
    roles: ['ITIL User', 'Requester'],
    defaultRoleEntitles: true,
    assigned: [{ group: 'All Staff', role: 'Requester' }],
    scope: [
      { name: 'Company mail', clauses: [clause('mail', 'REGEX MATCH', '^.*@contoso\\.com$')] },
      { name: 'Badge 90000 and up', clauses: [clause('employeeId', 'Greater_Than', '90000')] },
    ],
  },
  {
    ...scim,
    key: 'crm',
    name: 'CRM',
    gallery: 'HubSpot',
    template: 'hubSpot',
    targetSystem: 'HubSpot',
    codePrefix: 'HubSpot',
    assigned: [{ group: 'Sales Team', role: 'User' }],
    state: {
      is: 'quarantine',
      reason: 'EncounteredQuarantineException',
      daysAgo: 3,
      error: {
        code: 'InvalidCredentials',
        message: 'The credentials that provisioning uses to sign in to HubSpot were rejected.',
        tenantActionable: true,
      },
    },
  },
  {
    key: 'workday',
    name: 'Workday to Microsoft Entra User Provisioning',
    gallery: 'Workday to Microsoft Entra user provisioning',
    template: 'WorkdayToAad',
    targetSystem: 'Microsoft Entra ID',
    kind: 'workday-to-entra',
    codePrefix: 'AzureActiveDirectory',
    state: { is: 'healthy', entryErrors: true },
    mappings: workdayMappings,
    roles: ['User'],
    defaultRoleEntitles: true,
    assigned: [],
    scope: [{ name: 'Regular workers', clauses: [clause('WorkerType', 'NOT EQUALS', 'Contingent')] }],
  },
  {
    key: 'workday-ad',
    name: 'Workday to AD',
    gallery: 'Workday to Active Directory User Provisioning',
    template: 'Workday2AD',
    targetSystem: 'corp.contoso.com',
    kind: 'workday-to-ad',
    codePrefix: 'HybridSynchronizationActiveDirectory',
    state: { is: 'healthy', entryErrors: true },
    mappings: workdayMappings,
    roles: ['User'],
    defaultRoleEntitles: true,
    assigned: [],
  },
  {
    key: 'fabrikam',
    name: 'Fabrikam',
    template: 'Azure2Azure',
    targetSystem: 'Microsoft Entra ID (target tenant)',
    kind: 'cross-tenant',
    codePrefix: 'AzureActiveDirectory',
    state: healthy,
    mappings: crossTenantMappings,
    roles: ['msiam_access'],
    defaultRoleEntitles: true,
    assigned: [{ group: 'Fabrikam project', role: 'msiam_access' }],
    scope: [{ name: 'Filter external users', clauses: [clause('alternativeSecurityIds', 'EQUALS', 'None')] }],
  },
  {
    ...scim,
    key: 'expenses',
    name: 'Expenses',
    template: 'scim',
    targetSystem: 'customappsso',
    codePrefix: 'SystemForCrossDomainIdentityManagement',
    state: { is: 'healthy', entryErrors: true },
    mappings: employeeIdMappings,
    groups: groupMappings,
    assigned: [{ group: 'Finance & Audit', role: 'User' }],
  },
  {
    ...scim,
    key: 'dropbox',
    name: 'Dropbox Business',
    gallery: 'Dropbox Business',
    template: 'DropboxSCIMOutDelta',
    targetSystem: 'Dropbox',
    codePrefix: 'Dropbox',
    state: { is: 'quarantine', reason: 'TooManyDeletes', daysAgo: 2 },
    assigned: [{ group: 'Marketing', role: 'User' }],
  },
  {
    ...scim,
    key: 'box',
    name: 'Box',
    gallery: 'Box',
    template: 'BoxOutDelta',
    targetSystem: 'Box',
    codePrefix: 'Box',
    state: { is: 'paused', daysAgo: 9, emptyQuarantine: true },
    assigned: [{ group: 'Legal', role: 'User' }],
  },
  {
    ...scim,
    key: 'atlassian',
    name: 'Atlassian Cloud',
    gallery: 'Atlassian Cloud',
    template: 'atlassianCloud',
    targetSystem: 'Atlassian Cloud',
    codePrefix: 'AtlassianCloud',
    state: { is: 'initial', hoursAgo: 2, completed: 37, total: 120 },
    groups: groupMappings,
    assigned: [{ group: 'Engineering', role: 'User' }],
  },
  {
    ...scim,
    key: 'miro',
    name: 'Miro',
    gallery: 'Miro',
    template: 'miro',
    targetSystem: 'Miro',
    codePrefix: 'Miro',
    state: { is: 'notRun' },
    assigned: [{ group: 'Marketing', role: 'User' }],
  },
  {
    ...scim,
    key: 'github',
    name: 'GitHub EMU',
    gallery: 'GitHub Enterprise Managed User',
    template: 'gitHubEMU',
    targetSystem: 'GitHub Enterprise Managed User',
    codePrefix: 'GitHubEMU',
    state: { is: 'stalled', daysAgo: 9 },
    groups: groupMappings,
    assigned: [{ group: 'Engineering', role: 'User' }],
  },
  {
    ...scim,
    key: 'figma',
    name: 'Figma',
    gallery: 'Figma',
    template: 'figma',
    targetSystem: 'Figma',
    codePrefix: 'Figma',
    state: { is: 'notConfigured' },
    assigned: [{ group: 'Marketing', role: 'User' }],
  },
  {
    ...scim,
    key: 'zendesk',
    name: 'Zendesk',
    gallery: 'Zendesk',
    template: 'ZendeskOutDelta',
    targetSystem: 'Zendesk',
    codePrefix: 'Zendesk',
    assigned: [{ group: 'Support', role: 'User' }],
    state: { is: 'quarantine', reason: 'EncounteredEscrowProportionThreshold', daysAgo: 5 },
  },
  {
    ...scim,
    key: 'aws',
    name: 'AWS IAM Identity Center',
    gallery: 'AWS IAM Identity Center',
    template: 'aws',
    targetSystem: 'AWS IAM Identity Center',
    codePrefix: 'AWSIAMIdentityCenter',
    state: { is: 'disabled', daysAgo: 21 },
    groups: groupMappings,
    assigned: [{ group: 'Engineering', role: 'User' }],
  },
  {
    ...scim,
    key: 'gsuite',
    name: 'Google Workspace',
    gallery: 'Google Cloud / G Suite Connector by Microsoft',
    template: 'GoogleAppsV2',
    targetSystem: 'Google Workspace',
    codePrefix: 'GoogleApps',
    state: { is: 'healthy', escrowsPruned: true },
    assigned: [{ group: 'Marketing', role: 'User' }],
  },
  {
    ...scim,
    key: 'directory',
    name: 'Contoso People Finder',
    template: 'customappsso',
    targetSystem: 'customappsso',
    codePrefix: 'SystemForCrossDomainIdentityManagement',
    state: healthy,
    syncAll: true,
    assigned: [],
    scope: [{ name: 'On-prem Owned Users', clauses: [clause('dirSyncEnabled', 'IS TRUE')] }],
  },
];
