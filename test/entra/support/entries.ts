/** Log entries of an invented tenant, in the published shapes. */

const scoping = {
  'Active in the source system': 'True',
  'Assigned to the application': 'False',
  'User has the required role': 'True',
  'Scoping filter evaluation passed': 'True',
  ScopeEvaluationResult: '{}',
};

/** Graph v1.0: a skip, with the reason in a step and no error. */
export const skippedUser = {
  id: 'entry-1',
  activityDateTime: '2026-11-18T07:40:05Z',
  tenantId: 'tenant-1',
  jobId: 'scim.t.j',
  cycleId: 'cycle-1',
  changeId: 'change-1',
  provisioningAction: 'other',
  durationInMilliseconds: 512,
  initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
  servicePrincipal: { id: 'sp-1', displayName: 'Fabrikam Desk' },
  sourceSystem: { id: 's', displayName: 'Microsoft Entra ID', details: {} },
  targetSystem: {
    id: 't',
    displayName: 'customappsso',
    details: { ApplicationId: 'app-1', ServicePrincipalId: 'sp-1', ServicePrincipalDisplayName: 'Fabrikam Desk' },
  },
  sourceIdentity: {
    id: 'u-1',
    displayName: 'Carmen Ruiz',
    identityType: 'User',
    details: { id: 'u-1', odatatype: 'User', DisplayName: 'Carmen Ruiz', UserPrincipalName: 'carmen@contoso.com' },
  },
  targetIdentity: { id: '', displayName: '', identityType: 'User', details: {} },
  provisioningStatusInfo: { status: 'skipped', errorInformation: null },
  provisioningSteps: [
    {
      name: 'EntryImportUpdate',
      provisioningStepType: 'import',
      status: 'success',
      description: 'Received',
      details: { objectId: 'u-1' },
    },
    {
      name: 'EntrySynchronizationScoping',
      provisioningStepType: 'scoping',
      status: 'success',
      description: 'Determine',
      details: scoping,
    },
    {
      name: 'EntrySynchronizationSkip',
      provisioningStepType: 'processing',
      status: 'skipped',
      description: 'Skipped',
      details: { SkipReason: 'NotEffectivelyEntitled' },
    },
  ],
  modifiedProperties: [],
};

/** Graph v1.0: a failure, with line breaks in its reason. */
export const failedCreate = {
  ...skippedUser,
  id: 'entry-2',
  provisioningAction: 'create',
  provisioningStatusInfo: {
    status: 'failure',
    errorInformation: {
      errorCode: 'FabrikamDeskEntryConflict',
      reason: 'Message: the name is taken.\r\nThis operation was retried 3 times.',
      additionalDetails: null,
      errorCategory: 'nonServiceFailure',
      recommendedAction: null,
    },
  },
  modifiedProperties: [{ displayName: 'userName', oldValue: null, newValue: 'carmen' }],
};

/** Diagnostic settings to an event hub: nested in properties, Id and Name, numbers for enums. */
export const eventHubRecord = {
  time: '2026-11-18T07:41:00.1234567Z',
  operationName: 'Provisioning activity',
  category: 'ProvisioningLogs',
  tenantId: 'tenant-1',
  resultType: 'Skipped',
  resultSignature: 'None',
  durationMs: 828,
  correlationId: 'change-1',
  properties: {
    id: 'entry-3',
    activityDateTime: '2026-11-18T07:40:05.0000000Z',
    jobId: 'scim.t.j',
    cycleId: 'cycle-1',
    changeId: 'change-1',
    action: 1,
    provisioningAction: 1,
    initiatedBy: { Id: '', Name: 'Azure AD Provisioning Service', Type: 2 },
    servicePrincipal: { Id: 'sp-1', Name: 'Fabrikam Desk' },
    sourceSystem: { Id: 's', Name: 'Azure Active Directory', details: {} },
    targetSystem: { Id: 't', Name: 'Fabrikam', details: { ServicePrincipalId: 'sp-1' } },
    sourceIdentity: { Id: 'u-1', Name: 'Carmen Ruiz', identityType: 'User', details: {} },
    targetIdentity: { Id: '', Name: '', identityType: 'urn:ietf:params:scim:schemas:core:2.0:User', details: {} },
    statusInfo: { Status: 2 },
    provisioningStatusInfo: { Status: 'skipped', ErrorInformation: null },
    provisioningSteps: [
      { name: 'EntryImportAdd', provisioningStepType: 0, status: 0, description: 'Received', details: {} },
      {
        name: 'EntrySynchronizationScoping',
        provisioningStepType: 1,
        status: 0,
        description: 'Determine',
        details: scoping,
      },
      {
        name: 'EntrySynchronizationSkip',
        provisioningStepType: 3,
        status: 2,
        description: 'will be skipped',
        details: { SkipReason: 'AttributeValidationFailed', PropertyName: 'name.familyName' },
      },
    ],
    modifiedProperties: [],
  },
};

/** A row of AADProvisioningLogs: columns of JSON as text, and a workspace that calls itself TenantId. */
export const logAnalyticsRow = {
  TimeGenerated: '2026-11-18T07:40:05Z',
  AADTenantId: 'tenant-1',
  TenantId: 'workspace-1',
  Id: 'entry-4',
  ProvisioningAction: 'Update',
  ResultType: 'Failure',
  ResultSignature: 'InsufficientRights',
  ResultDescription: 'The app refused the update.',
  SourceSystem: 'Azure AD',
  SourceIdentity: '{"Id":"u-1","Name":"Carmen Ruiz","identityType":"User","details":{}}',
  TargetSystem: '{"Id":"t","Name":"Fabrikam Desk"}',
  ServicePrincipal: '{"Id":"sp-1","Name":"Fabrikam Desk"}',
  ProvisioningSteps:
    '[{"name":"EntryExportUpdate","provisioningStepType":5,"status":1,"description":"Failed","details":{}}]',
  ProvisioningStatusInfo: '',
};

/** The reply of provisionOnDemand: JSON within texts. */
export const onDemandReply = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.stringKeyStringValuePair',
  key: JSON.stringify({
    result: 'Skipped',
    details: { errorCode: 'RedundantExport', errorMessage: 'Nothing to change.' },
  }),
  value: JSON.stringify({
    action: 'Other',
    changeId: 'change-1',
    startTime: '2026-11-18T07:40:04.5494971Z',
    endTime: '2026-11-18T07:40:05.7682084Z',
    modifiedProperties: [],
    provisioningSteps: [
      {
        name: 'EntrySynchronizationScoping',
        type: 'Scoping',
        status: 'Success',
        description: 'Determine',
        details: scoping,
      },
      {
        name: 'EntrySynchronizationSkip',
        type: 'Export',
        status: 'Skipped',
        description: 'Match',
        details: { SkipReason: 'RedundantExport' },
      },
    ],
    statusInfo: { status: 'Skipped', errorCode: null, reason: null, errorCategory: null },
    sourceIdentity: { id: 'u-1', type: 'User', displayName: null, details: null },
    sourceSystem: { id: null, name: 'Azure Active Directory', details: null },
    targetIdentity: { id: 'x-1', type: 'User', displayName: null, details: null },
    targetSystem: { id: null, name: 'customappsso', details: null },
  }),
};
