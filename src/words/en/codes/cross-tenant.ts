import type { crossTenant } from '../../../diagnosis/catalogue/entries/cross-tenant.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** What cross-tenant synchronization and its invitations run into. */
export const crossTenantWords: WordsFor<typeof crossTenant> = {
  AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService: {
    title: 'The attribute belongs to Exchange in the target tenant',
    meaning:
      'Entra may not write this attribute in the target tenant, because another service there is its authority: Exchange Online for extensionAttribute1 to 15 and mail, or the rules around showInAddressList. Sometimes the rest of the change is written without it.',
    steps: [
      'The Exchange admin of the target tenant sets the attribute there, for instance with Set-MailUser in Exchange Online PowerShell; the log entry names it ({property}).',
      `The admin of the source tenant deletes the mapping of this attribute under ${paths.crossTenantSync} > {app} > Provisioning > Mappings, so that it stops failing. Saving starts a new initial cycle.`,
    ],
  },
  AzureDirectoryB2BManagementPolicyCheckFailure: {
    title: 'Automatic redemption is not on in both tenants',
    meaning:
      'Cross-tenant synchronization needs invitations to be redeemed automatically: allowed for outbound access in the source tenant and for inbound access in the target tenant. At least one side is missing, so nobody is synchronised. Test connection then speaks of invalid credentials, which misleads.',
    steps: [
      `The admin of the target tenant opens ${paths.crossTenantAccess}, edits Inbound access of the source organisation, and on Trust settings ticks Automatically redeem invitations.`,
      `The admin of the source tenant does the same for Outbound access of the target organisation under ${paths.crossTenantAccess}.`,
      'Press Test connection in the configuration again; it should pass within a few minutes. Then the next cycle goes on.',
    ],
  },
  AzureActiveDirectoryQuotaLimitExceeded: {
    title: 'The target directory is full',
    meaning:
      'The directory of the target tenant has reached the number of objects that it may hold. No further user can be created there.',
    steps: [
      'The admin of the target tenant reads the quota in Entra ID > Overview, deletes stale guests and devices, and adds a verified custom domain if none is there yet, for it raises the limit.',
      'If that does not suffice, Microsoft support raises the quota on request. Provisioning goes on at the next cycle.',
    ],
  },
  InvitationCreationFailure: {
    title: 'The invitation into the target tenant failed',
    meaning:
      'Entra tried to invite the person into the target tenant, and the invitation did not come about. The code gives no cause; more specific variants of it do.',
    steps: [
      `Note the job id, the change id and the time of the entry under ${paths.logs}, and check whether inviting {person} by hand in the target tenant works.`,
      'Open a support case with these ids; only Microsoft can see why the invitation was refused.',
    ],
  },
  InvitationCreationFailureUserAccountDisabled: {
    title: 'The account in the target tenant is disabled',
    meaning:
      'The person already has an account in the target tenant, with an invitation that was never redeemed, and that account is disabled. The invitation therefore cannot be renewed.',
    steps: [
      `The admin of the target tenant finds {person} under ${paths.users} and switches Account enabled on.`,
      'The admin of the source tenant provisions {person} on demand, or waits for the next cycle.',
    ],
  },
  AzureActiveDirectoryForbidden: {
    title: 'The target tenant forbids invitations',
    meaning:
      'The external collaboration settings of the target tenant do not let guests be invited, or not from this domain. It stops everybody who would be new there.',
    steps: [
      `The admin of the target tenant opens ${paths.externalCollaboration} and loosens Guest invite settings, and checks Collaboration restrictions for the source domain.`,
      'The admin of the source tenant provisions one person on demand to confirm; the others follow at the next cycle.',
    ],
  },
  InvitationCreationFailureInvalidPropertyValue: {
    title: 'Address or user type does not suit an invitation',
    meaning:
      'The invitation was refused for one of three reasons: the primary mail address is not valid, the mapped userType is neither Guest nor Member, or the address belongs to a group in the target tenant.',
    steps: [
      'Check the mail attribute of {person} and correct a malformed or empty address.',
      `The admin of the source tenant checks that the userType mapping yields Guest or Member, under ${paths.crossTenantSync} > {app} > Provisioning > Mappings.`,
      'If a group in the target tenant has the same address, the admin there changes one of the two. Then provision {person} on demand.',
    ],
  },
  InvitationCreationFailureAmbiguousUser: {
    title: 'An internal user of the target tenant has the address',
    meaning:
      'One of the proxy addresses of the invited person already belongs to an internal user of the target tenant, so Entra cannot tell whether the two are the same.',
    steps: [
      'The admin of the target tenant finds the internal user with that proxy address, and removes the address or, if the account is obsolete, the user.',
      'If both must stay, the admin of the source tenant leaves {person} out by assignment or scoping filter.',
    ],
  },
  AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises: {
    title: 'The target user is kept in an on-premises directory',
    meaning:
      'The account in the target tenant is synchronised from an Active Directory there and can be changed only in that. Cross-tenant synchronization cannot update such users; this is by design.',
    steps: [
      'The Active Directory admin of the target organisation changes the attributes there; they reach the target tenant with its own directory synchronisation, mostly within 30 minutes.',
      'The admin of the source tenant takes {person} out of scope, so that the failure does not return every cycle.',
    ],
  },
  EntityTypeNotSupported: {
    title: 'Groups are not synchronised across tenants',
    meaning:
      'Cross-tenant synchronization copies users only. An assigned group decides which users are in scope, but the group object itself is always skipped. Nothing is broken.',
    steps: ['Nothing to do. To try somebody with Provision on demand, choose a user instead of the group.'],
  },
  'condition:sms-sign-in-user': {
    title: 'People with SMS sign-in are not synchronised across tenants',
    meaning:
      'A filter that Microsoft built into cross-tenant synchronization leaves out users who can sign in with a text message: the clause "alternativeSecurityIds EQUALS \'None\'" is false for them.',
    steps: [
      'Switch SMS sign-in off for {person}: under Entra ID > Authentication methods > Policies > SMS clear Use for sign-in for the group that contains {person}, and disable SMS sign-in on the phone number of the account.',
      'Tell {person} to use another method to sign in. The next cycle, in about 40 minutes, takes the change up.',
    ],
  },
  'condition:external-source-user': {
    title: 'Guests of the source tenant are not synchronised further',
    meaning:
      'Cross-tenant synchronization takes only internal members of the source tenant. Somebody who is a guest or external there cannot be passed on to another tenant. This is by design.',
    steps: ['Nothing to repair: invite {person} from the home tenant, or synchronise from that tenant directly.'],
  },
};
