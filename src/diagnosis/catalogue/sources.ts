const entra = 'https://learn.microsoft.com/entra/identity';
const appProvisioning = `${entra}/app-provisioning`;
const saasApps = `${entra}/saas-apps`;
const multiTenant = `${entra}/multi-tenant-organizations`;
const graph = 'https://learn.microsoft.com/graph';

/** The documentation pages that the catalogue rests on, by a name of ours. */
export const pages = {
  accidentalDeletions: `${appProvisioning}/accidental-deletions`,
  advancedQueries: `${graph}/aad-advanced-queries`,
  analyzeLogs: `${entra}/monitoring-health/howto-analyze-provisioning-logs`,
  attributeMappings: `${appProvisioning}/customize-application-attributes`,
  awsTutorial: `${saasApps}/aws-single-sign-on-provisioning-tutorial`,
  cloudSyncErrors: `${entra}/hybrid/cloud-sync/reference-error-codes`,
  crossTenant: `${multiTenant}/cross-tenant-synchronization-configure`,
  crossTenantGraph: `${multiTenant}/cross-tenant-synchronization-configure-graph`,
  ecmaTroubleshooting: `${appProvisioning}/on-premises-ecma-troubleshoot`,
  expressions: `${appProvisioning}/functions-for-customizing-application-data`,
  googleTutorial: `${saasApps}/g-suite-provisioning-tutorial`,
  graphJob: `${graph}/api/synchronization-synchronizationjob-get`,
  graphProvisionOnDemand: `${graph}/api/synchronization-synchronizationjob-provisionondemand`,
  graphQuarantine: `${graph}/api/resources/synchronization-synchronizationquarantine`,
  graphRun: `${graph}/api/resources/synchronization-synchronizationtaskexecution`,
  graphStatus: `${graph}/api/resources/synchronization-synchronizationstatus`,
  graphThrottling: `${graph}/throttling`,
  howItWorks: `${appProvisioning}/how-provisioning-works`,
  hrCreation: `${appProvisioning}/hr-user-creation-issues`,
  hrManager: `${appProvisioning}/hr-manager-update-issues`,
  hrUpdate: `${appProvisioning}/hr-user-update-issues`,
  inboundApi: `${appProvisioning}/inbound-provisioning-api-issues`,
  insufficientAccess: `${appProvisioning}/insufficient-access-rights-error-troubleshooting`,
  knownIssues: `${appProvisioning}/known-issues`,
  logAnalytics: `${appProvisioning}/application-provisioning-log-analytics`,
  noUsers: `${appProvisioning}/application-provisioning-config-problem-no-users-provisioned`,
  quarantine: `${appProvisioning}/application-provisioning-quarantine-status`,
  salesforceTutorial: `${saasApps}/salesforce-provisioning-tutorial`,
  scopingFilters: `${appProvisioning}/define-conditional-rules-for-provisioning-user-accounts`,
  serviceNowTutorial: `${saasApps}/servicenow-provisioning-tutorial`,
  slackTutorial: `${saasApps}/slack-provisioning-tutorial`,
  whenFinished: `${appProvisioning}/application-provisioning-when-will-provisioning-finish-specific-user`,
  workdayTutorial: `${saasApps}/workday-inbound-tutorial`,
} as const;

export type Page = (typeof pages)[keyof typeof pages];
