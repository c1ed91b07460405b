import type { Link } from '../../worded.ts';

const entra = 'https://learn.microsoft.com/entra/identity';

function page(title: string, path: string): Link {
  return { title, url: `${entra}/${path}` };
}

/** The pages of documentation that the answers rest on. */
export const docs = {
  howItWorks: page('How application provisioning works', 'app-provisioning/how-provisioning-works'),
  whatIs: page('What is app provisioning', 'app-provisioning/user-provisioning'),
  status: page(
    'Check the status of user provisioning',
    'app-provisioning/application-provisioning-when-will-provisioning-finish-specific-user',
  ),
  report: page('Report on automatic user provisioning', 'app-provisioning/check-status-user-account-provisioning'),
  noUsers: page(
    'No users are being provisioned',
    'app-provisioning/application-provisioning-config-problem-no-users-provisioned',
  ),
  quarantine: page(
    'Application provisioning in quarantine',
    'app-provisioning/application-provisioning-quarantine-status',
  ),
  onDemand: page('On-demand provisioning', 'app-provisioning/provision-on-demand'),
  knownIssues: page('Known issues for provisioning', 'app-provisioning/known-issues'),
  filters: page('Scoping filters', 'app-provisioning/define-conditional-rules-for-provisioning-user-accounts'),
  mappings: page('Customize attribute mappings', 'app-provisioning/customize-application-attributes'),
  expressions: page(
    'Expressions for attribute mappings',
    'app-provisioning/functions-for-customizing-application-data',
  ),
  skipDeletions: page('Skip deletion of out-of-scope users', 'app-provisioning/skip-out-of-scope-deletions'),
  accidental: page('Accidental deletions prevention', 'app-provisioning/accidental-deletions'),
  unmatched: page(
    'Accounts in the app that match nobody',
    'app-provisioning/application-provisioning-application-unmatched-users',
  ),
  clearValues: page('Clear attribute values (preview)', 'app-provisioning/clear-attribute-values'),
  exportImport: page(
    'Export the provisioning configuration',
    'app-provisioning/export-import-provisioning-configuration',
  ),
  setUp: page('Set up provisioning for a gallery app', 'app-provisioning/configure-automatic-user-provisioning-portal'),
  scim: page('Build a SCIM endpoint', 'app-provisioning/use-scim-to-provision-users-and-groups'),
  logAnalytics: page('Provisioning logs in Azure Monitor', 'app-provisioning/application-provisioning-log-analytics'),
  analyse: page('Analyze the provisioning logs', 'monitoring-health/howto-analyze-provisioning-logs'),
  latency: page('Log latency in Microsoft Entra ID', 'monitoring-health/reference-log-latency'),
  retention: page('Data retention in Microsoft Entra ID', 'monitoring-health/reference-reports-data-retention'),
  tutorials: page('Tutorials for apps', 'saas-apps/tutorial-list'),
  salesforce: page('Salesforce provisioning tutorial', 'saas-apps/salesforce-provisioning-tutorial'),
  google: page('G Suite provisioning tutorial', 'saas-apps/g-suite-provisioning-tutorial'),
  workday: page('Workday inbound tutorial', 'saas-apps/workday-inbound-tutorial'),
  hrPlan: page('Plan HR-driven provisioning', 'app-provisioning/plan-cloud-hr-provision'),
  hrManager: page('HR manager update issues', 'app-provisioning/hr-manager-update-issues'),
  lookahead: page(
    'Workday termination lookahead (preview)',
    'app-provisioning/configure-workday-termination-lookahead',
  ),
  inboundApi: page('API-driven inbound provisioning', 'app-provisioning/inbound-provisioning-api-concepts'),
  inboundApiIssues: page('Troubleshoot the inbound API', 'app-provisioning/inbound-provisioning-api-issues'),
  crossTenant: page(
    'What is cross-tenant synchronization',
    'multi-tenant-organizations/cross-tenant-synchronization-overview',
  ),
  crossTenantSetUp: page(
    'Set up cross-tenant synchronization',
    'multi-tenant-organizations/cross-tenant-synchronization-configure',
  ),
  onPremises: page(
    'On-premises app provisioning',
    'app-provisioning/on-premises-application-provisioning-architecture',
  ),
  cloudSync: page('What is Microsoft Entra Cloud Sync', 'hybrid/cloud-sync/what-is-cloud-sync'),
  plan: page('Plan automatic user provisioning', 'app-provisioning/plan-auto-user-provisioning'),
  roles: page('Custom roles for enterprise apps', 'role-based-access-control/custom-enterprise-app-permissions'),
  restart: {
    title: 'Restart a synchronization job (Graph)',
    url: 'https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart',
  },
  bulkUpload: {
    title: 'bulkUpload (Graph)',
    url: 'https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload',
  },
} as const satisfies Readonly<Record<string, Link>>;
