/**
 * Codes that Microsoft documents for provisioning and whose spelling does not give them away, and the words that stand
 * before app-made ones. The catalogue of the diagnosis knows what they mean; here they only tell that a text is a code.
 */
export const codeNames = new Set(
  `conflict timeout unauthorized internalerror internalservererror notimplemented notpermitted methodnotallowed invalidanchor invaliddomain missingvalues unprocessableentity toomanyrequests insufficientrights
  entryconflict webexceptionprotocolerror mandatoryfieldsmissing schemaattributenotfound licenselimitexceeded duplicatetargetentries duplicatesourceentries importskipped entrysynchronizationskipped
  entrysynchronizationskip schemapropertycanonlyacceptvalue azuredirectoryb2bmanagementpolicycheckfailure invitationcreationfailure entitytypenotsupported noteffectivelyentitled redundantexport redundantsoftdelete
  attributevalidationfailed unabletoresolvereferenceattributevalue entryjoiningpropertyvalueismissing joinnotfound encounteredquarantineexception encounteredescrowproportionthreshold encounteredbaseescrowthreshold
  encounteredtotalescrowthreshold quarantinedondemand quarantineondemand toomanydeletes ingestioninterrupted salesforceinvalidcredentials notconfigured notrun entrylevelerrors endpointunavailable invalidlookupreference
  servicenowinstanceinvalid quotalimitexceeded azureactivedirectoryforbidden authorizationrequestdenied requestunsupportedquery invalidcredentials constraintviolationatrerr invalidattributesyntaxldaperr
  systemforcrossdomainidentitymanagementmultipleentriesinresponse systemforcrossdomainidentitymanagementserviceincompatible salesforcelicenselimitexceeded salesforceduplicateusername salesforcerequiredfieldmissing
  operationserrorsvcerr validbyldapstyle invalidresource stageddelete stagedaction`
    .split(/\s+/)
    .filter((code) => code !== ''),
);
