// Everything in Azure that Skipper runs on. It grants nothing in Microsoft Graph: that is graphPermissions.bicep, which
// another person may have to deploy.
targetScope = 'resourceGroup'

@description('Makes the names of the resources unique in Azure: small letters and digits.')
@minLength(2)
@maxLength(12)
param resourceSuffix string

@description('Object id of the security group whose members may ask.')
@minLength(36)
@maxLength(36)
param helpdeskGroupId string

@description('Object id of the security group whose members also subscribe channels and see admin details.')
@minLength(36)
@maxLength(36)
param adminGroupId string

@description('What Azure calls the bot; in Teams the manifest names it.')
param botDisplayName string = 'Skipper'

@description('Size of the machine. Smaller ones than B1 cannot stay on.')
param planSku string = 'B1'

@description('How many machines share the work. More than one needs usePostgres.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Keep subscriptions and the audit in a PostgreSQL server; otherwise in an embedded database on the machine.')
param usePostgres bool = true

@description('What the names of PostgreSQL servers end in; national clouds have their own.')
param postgresDnsSuffix string = 'postgres.database.azure.com'

@description('Send traces and metrics to Application Insights.')
param useApplicationInsights bool = true

@description('Further settings of Skipper by name, from the table in the README.')
param furtherSettings object = {}

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-skipper-${resourceSuffix}'
  location: location
}

module network 'network.bicep' = if (usePostgres) {
  name: 'network'
  params: {
    resourceSuffix: resourceSuffix
    location: location
    postgresDnsSuffix: postgresDnsSuffix
  }
}

module postgres 'postgres.bicep' = if (usePostgres) {
  name: 'postgres'
  params: {
    resourceSuffix: resourceSuffix
    location: location
    subnetId: network!.outputs.postgresSubnetId
    privateDnsZoneId: network!.outputs.privateDnsZoneId
    identityName: identity.name
    identityPrincipalId: identity.properties.principalId
  }
}

module insights 'insights.bicep' = if (useApplicationInsights) {
  name: 'insights'
  params: {
    resourceSuffix: resourceSuffix
    location: location
  }
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-skipper-${resourceSuffix}'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: usePostgres ? instances : 1
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: 'app-skipper-${resourceSuffix}'
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: usePostgres ? network!.outputs.appSubnetId : null
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node src/index.ts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      http20Enabled: true
      healthCheckPath: '/healthz'
    }
  }
}

var identitySettings = {
  NODE_ENV: 'production'
  BOT_ID: identity.properties.clientId
  BOT_TYPE: 'UserAssignedMsi'
  BOT_TENANT_ID: tenant().tenantId
  HELPDESK_GROUP_ID: helpdeskGroupId
  ADMIN_GROUP_ID: adminGroupId
  // Signing in to Microsoft Graph and to the database is by this identity and in no other way, in a shell on the machine too.
  AZURE_CLIENT_ID: identity.properties.clientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  // The package is mounted as it is: an upgrade is whole or not at all, and nothing can write into it.
  WEBSITE_RUN_FROM_PACKAGE: '1'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
}
var storeSettings = usePostgres
  ? {
      DATABASE_URL: postgres!.outputs.databaseUrl
      DATABASE_AUTH: 'entra'
    }
  : {
      DATA_DIR: '/home/data'
    }
var insightsSettings = useApplicationInsights
  ? {
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights!.outputs.connectionString
    }
  : {}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'appsettings'
  properties: union(furtherSettings, identitySettings, storeSettings, insightsSettings)
}

// What the bot prints, for `az webapp log tail`.
resource logs 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'logs'
  properties: {
    httpLogs: {
      fileSystem: {
        enabled: true
        retentionInDays: 3
        retentionInMb: 35
      }
    }
  }
}

resource ftpPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

module bot 'botRegistration/azurebot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-skipper-${resourceSuffix}'
    displayName: botDisplayName
    identityClientId: identity.properties.clientId
    identityTenantId: tenant().tenantId
    identityResourceId: identity.id
    hostName: site.properties.defaultHostName
  }
}

// The toolkit writes these into env/.env.dev under the same names.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = tenant().tenantId
output BOT_ENDPOINT string = 'https://${site.properties.defaultHostName}'
output BOT_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = site.id
