import type { inbound } from '../../../diagnosis/catalogue/entries/inbound.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** Into Active Directory or Entra: from an HR system, or through the inbound API. */
export const inboundWords: WordsFor<typeof inbound> = {
  'InvalidAttributeSyntax-LdapErr': {
    title: 'An empty value was written to Active Directory',
    meaning:
      'The HR record has an empty field, Entra passed the empty text on as it is, and Active Directory refuses empty texts. So the whole create or update of the worker fails.',
    steps: [
      `Open the entry under ${paths.logs}, tab Modified properties, and find the attribute without a value.`,
      'If the field should have a value, HR fills it for {person}.',
      `Otherwise change the mapping under ${paths.mappings}: IgnoreFlowIfNullOrEmpty([field]) leaves it out, Switch([field], [field], "", "N/A") writes a text in its place. Saving starts a new initial cycle.`,
    ],
  },
  HybridSynchronizationActiveDirectoryCannotFindAttribute: {
    title: 'Active Directory does not know the attribute',
    meaning:
      'A mapping writes to an attribute that the schema of Active Directory does not contain, or that was added after the provisioning agent last read the schema.',
    steps: [
      'If the attribute is new, the server admin restarts the service Microsoft Entra Connect Provisioning Agent; it reads the schema only when it starts.',
      `Otherwise correct or delete the mapping under ${paths.mappings}. The next cycle tries again.`,
    ],
  },
  HybridSynchronizationActiveDirectoryInsufficientAccessRights: {
    title: 'The agent may not change this user in Active Directory',
    meaning:
      'The service account of the provisioning agent lacks rights on this one user: inheritance is broken on the way to the organisational unit, or the user belongs to a protected group, whose permissions Active Directory resets again and again (AdminSDHolder).',
    steps: [
      'The Active Directory admin checks in Active Directory Users and Computers (advanced features), for the user and every organisational unit above, that Security > Advanced inherits permissions, and enables it where not.',
      'If the user is in a protected group such as Domain Admins, take the user out, or have the security team approve rights for the agent on AdminSDHolder.',
      'If users move between units, the group managed service account of the agent needs full control on both. Afterwards try {person} with Provision on demand.',
    ],
  },
  HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique: {
    title: 'The generated user principal name is taken in the forest',
    meaning:
      'The rule that builds the user principal name produced one that another account in the Active Directory forest already has. Either the person exists there without being matched, or two people get the same name.',
    steps: [
      'The Active Directory admin searches the forest for the user principal name. If it is the same person, correct the matching id (mostly employeeID) on that account, and Entra joins them.',
      `If it is somebody else, build the name with SelectUniqueValue under ${paths.mappings}, which adds a number where needed. It works for new accounts, from the next cycle on.`,
    ],
  },
  'OperationsError-SvcErr (no superior reference)': {
    title: 'The target organisational unit does not exist',
    meaning:
      'Active Directory could not place the new account: the container set for it, or the one that the mapping of parentDistinguishedName computes, is not in the domain.',
    steps: [
      `Look in the entry under ${paths.logs} which parentDistinguishedName was sent, and have the Active Directory admin check letter by letter that this unit exists.`,
      `Correct the default OU under ${paths.credentials} (Active Directory Container), or the expression of parentDistinguishedName under Mappings, with a default for values that it does not foresee.`,
    ],
  },
  'SystemForCrossDomainIdentityManagementBadResponse (ConstraintViolation-AtrErr)': {
    title: 'A value breaks a rule of the Active Directory schema',
    meaning:
      'Active Directory refused a value for its form, mostly its length: company and CN, for example, take no more than 64 characters. The message names the attribute after CONSTRAINT_ATT_TYPE.',
    steps: [
      'If the value in the HR record of {person} is a mistake, HR shortens or corrects it.',
      `Otherwise cut it in the mapping, for instance Mid([Company], 1, 64), or map it to a longer attribute, under ${paths.mappings}. Saving starts a new initial cycle.`,
    ],
  },
  EndpointUnavailable: {
    title: 'The agent could not read the user in Active Directory',
    meaning:
      'While Entra was synchronising the person, the provisioning agent could not look the account up in Active Directory, mostly because no domain controller answered it.',
    steps: [
      'The server admin opens Event Viewer on the server of the agent and reads Event ID 2 in the log of the provisioning agent.',
      'With the domain controller reachable again, restart the agent service, and provision {person} on demand.',
    ],
  },
  'condition:hr-manager-not-updated': {
    title: 'The manager from HR does not arrive',
    meaning:
      'The manager of the worker could not be set: the manager is out of scope or not processed yet, or the default anchor mapping was changed, so Entra cannot find the manager ("Invalid value").',
    steps: [
      'Bring the manager into the scope of the same provisioning job.',
      `Provision first the manager and then {person} under ${paths.onDemand}.`,
      `Keep the anchor (matching) mapping of the template, WorkerID or personIdExternal, under ${paths.mappings}; after a change of it, restart provisioning.`,
    ],
  },
  'condition:workday-weekend': {
    title: 'Workday implementation tenant is down at the weekend',
    meaning:
      'Workday takes its implementation tenants down from Friday evening to Saturday morning. A job that reads from one goes into quarantine meanwhile and recovers when Workday is back. Productive tenants are not affected.',
    steps: [
      'Wait until the tenant is back, as a rule on Saturday, and ask again.',
      'If the quarantine lasts longer, the Workday admin checks whether the integration system user is locked, or its password was changed by a tenant refresh.',
    ],
  },
  'condition:mail-not-updated': {
    title: 'The mail address is set only once',
    meaning:
      'Inbound provisioning to Entra writes the mail attribute when it creates the user, and never after, although the log shows the attribute in later entries. Exchange Online is in charge from then on.',
    steps: [
      'The Exchange admin changes the address in Exchange admin center > Recipients > Mailboxes, or with PowerShell; it shows in Entra within minutes.',
    ],
  },
  'condition:extension-attribute-matching': {
    title: 'extensionAttribute1 to 15 cannot be used for matching',
    meaning:
      'Entra cannot search by the on-premises extension attributes, so a mapping that matches people by one of them fails at the matching step, for creating as well as for updating.',
    steps: [
      `Under ${paths.mappings} choose employeeId as the matching attribute of the target instead, and fill it. Saving starts a new initial cycle.`,
    ],
  },
  AzureActiveDirectoryInvalidUserPrincipalName: {
    title: 'Entra does not accept the user principal name',
    meaning:
      'The user principal name that the mapping produced is not valid in Entra: characters that are not allowed, or nothing before the @, for instance.',
    steps: [
      `Open the entry under ${paths.logs} and read the userPrincipalName that was sent for {person}.`,
      `Change the mapping of userPrincipalName under ${paths.mappings}: strip what is not allowed with NormalizeDiacritics and Replace, append RandomString where names repeat, and DefaultDomain() for the domain.`,
    ],
  },
  'condition:domain-not-verified': {
    title: 'The domain of the user principal name is not verified',
    meaning:
      'The user would get a user principal name in a domain that this tenant has not verified ("domain does not exist"), and Entra creates no such user.',
    steps: [
      `Use DefaultDomain() for the part after the @ in the mapping of userPrincipalName under ${paths.mappings}.`,
      'Or verify the domain under Entra ID > Domain names. The record is taken up at the next cycle or upload.',
    ],
  },
  'HTTP 202 but no log entry': {
    title: 'Upload accepted, nothing in the log yet',
    meaning:
      'The inbound API takes data in first and works on them later, so 202 only means "received". Entries appear 5 to 10 minutes later, unless the job is stopped or the on-premises agent is not running.',
    steps: [
      'Wait 10 minutes and look again.',
      `Check that provisioning is started, under ${paths.provisioning}; data sent while it was stopped are worked on after Start provisioning.`,
      'If it writes to Active Directory, the server admin checks that the provisioning agent is active, and restarts it.',
    ],
  },
  'HTTP 400 Invalid Data Format': {
    title: 'The inbound API refuses the upload',
    meaning:
      'The request to bulkUpload has the wrong content type, or its body does not follow the SCIM bulk schema. Nothing of it was taken in.',
    steps: [
      'The developer of the HR integration sends the header Content-Type: application/scim+json, checks the body against the bulkUpload schema (at most 50 operations), and sends it again.',
    ],
  },
  'HTTP 403': {
    title: 'The client may not upload',
    meaning:
      'The application that calls the inbound API lacks the Microsoft Graph permission SynchronizationData-User.Upload, so its data are turned away.',
    steps: [
      'Grant the permission SynchronizationData-User.Upload to the calling application (Entra ID > App registrations > API permissions) with admin consent, and repeat the call after a few minutes.',
    ],
  },
};
