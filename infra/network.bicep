// A network in which the bot reaches its database, and nobody else does.
param resourceSuffix string
param location string
param postgresDnsSuffix string

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-skipper-${resourceSuffix}'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.20.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'postgres'
        properties: {
          addressPrefix: '10.20.0.64/28'
          delegations: [
            {
              name: 'postgres'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource postgres 'subnets' existing = {
    name: 'postgres'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'skipper-${resourceSuffix}.private.${postgresDnsSuffix}'
  location: 'global'
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: 'skipper'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

output appSubnetId string = network::app.id
output postgresSubnetId string = network::postgres.id
output privateDnsZoneId string = zone.id
