/**
 * The reads and the application permission that each needs, the narrowest that answers it.
 * Source: permission tables of learn.microsoft.com/graph/api and of permissions.json in microsoft-graph-devx-content.
 */
export const permissions = {
  users: 'User.Read.All',
  deletedUsers: 'User.Read.All',
  groups: 'GroupMember.Read.All',
  memberships: 'GroupMember.Read.All',
  apps: 'Application.Read.All',
  appTemplates: 'Application.Read.All',
  assignments: 'Application.Read.All',
  assignedApps: 'Directory.Read.All',
  jobs: 'Synchronization.Read.All',
  schema: 'Synchronization.Read.All',
  secrets: 'Synchronization.ReadWrite.All',
  credentialTest: 'Synchronization.ReadWrite.All',
  log: 'ProvisioningLog.Read.All',
} as const;

/** What a read is for; it names the read in errors and logs. */
export type Operation = keyof typeof permissions;
