/** Menu paths of the Microsoft Entra admin center, as they read today. */
export const paths = {
  provisioning: 'Entra ID > Enterprise apps > {app} > Provisioning',
  credentials: 'Entra ID > Enterprise apps > {app} > Provisioning > Admin Credentials',
  mappings: 'Entra ID > Enterprise apps > {app} > Provisioning > Mappings',
  settings: 'Entra ID > Enterprise apps > {app} > Provisioning > Settings',
  onDemand: 'Entra ID > Enterprise apps > {app} > Provisioning > Provision on demand',
  assignments: 'Entra ID > Enterprise apps > {app} > Users and groups',
  logs: 'Entra ID > Monitoring & health > Provisioning logs',
  users: 'Entra ID > Users',
  roles: 'Entra ID > App registrations > {app} > App roles',
  crossTenantAccess: 'Entra ID > External Identities > Cross-tenant access settings',
  externalCollaboration: 'Entra ID > External Identities > External collaboration settings',
  crossTenantSync: 'Entra ID > External Identities > Cross-tenant synchronization > Configurations',
} as const;
