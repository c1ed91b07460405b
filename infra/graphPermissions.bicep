// What Skipper may read in Microsoft Graph: the whole of it, by name. Nothing here writes. Whoever deploys this must be
// allowed to consent for the tenant (Privileged Role Administrator), which a deployer of Azure resources often is not.
targetScope = 'resourceGroup'

extension microsoftGraphV1

@description('Object id of the identity that Skipper runs as: BOT_IDENTITY_PRINCIPAL_ID of azure.bicep.')
@minLength(36)
@maxLength(36)
param principalId string

// Each is explained in docs/operating.md.
var permissions = [
  'Application.Read.All'
  'GroupMember.Read.All'
  'ProvisioningLog.Read.All'
  'Synchronization.Read.All'
  'User.Read.All'
]

resource microsoftGraph 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  // The id of Microsoft Graph, the same in every tenant and cloud.
  appId: '00000003-0000-0000-c000-000000000000'
}

resource grants 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [for permission in permissions: {
  principalId: principalId
  resourceId: microsoftGraph.id
  // The same name can stand for a role of people, too: only that of applications is meant.
  appRoleId: filter(microsoftGraph.appRoles, role => role.value == permission && contains(role.allowedMemberTypes, 'Application'))[0].id
}]
