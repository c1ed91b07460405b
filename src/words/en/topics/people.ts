import type { TopicWords } from '../topics.ts';
import { docs } from './links.ts';

export const peopleTopics = {
  'why-not-provisioned': {
    title: 'Why people are not provisioned',
    text: 'Somebody gets an account only if all of this holds: the account is enabled; the person is assigned, directly or as a direct member of an assigned group (unless all users are synced); the role entitles to provisioning; the scoping filter passes; the matching attribute and those the app requires are filled. If it concerns everybody, look at the job first: off, still in its initial cycle, or in quarantine. For one person, ask with name and app, such as "why was alice skipped in Salesforce?".',
    links: [docs.noUsers, docs.howItWorks],
  },
  'why-skipped': {
    title: 'What "skipped" means',
    text: 'Skipped means that Entra looked at somebody and wrote nothing; it is an outcome, not necessarily a fault. Two kinds need no repair: people who were never meant to be in the app, and people whose account is already as it should be (RedundantExport). It is a fault when the person should be there: then the skip step of the log entry names the gate that was shut, such as assignment, role, scoping filter, a disabled account or an empty attribute. Entra reads every change in the directory, so entries of people who were never assigned are normal.',
    links: [docs.analyse, docs.noUsers],
  },
  guests: {
    title: 'Guests',
    text: 'Guests (B2B users) can be provisioned to apps like anybody else who is assigned. Where userPrincipalName is mapped, "#EXT#" and the tenant\'s domain are cut off, so the app sees the address of origin; map originalUserPrincipalName for the full value. To sign in, the guest also needs the app to use Entra as its SAML identity provider. Cross-tenant synchronization is stricter: it takes only internal members.',
    links: [docs.howItWorks],
  },
  unassigned: {
    title: 'What happens when somebody is un-assigned',
    text: 'In the next cycle the account is disabled in the app, not deleted; only an app that cannot disable gets a delete. The same holds for leaving an assigned group or no longer passing the scoping filter. Nothing happens if updates are switched off in the mapping, if the mapping has no "active" or IsSoftDeleted, or with SkipOutOfScopeDeletions. After that Entra no longer manages the account, so no delete follows when the person leaves later; a later entry "skipped, RedundantSoftDelete" only says that it was disabled before. Somebody still assigned by another group stays active.',
    links: [docs.howItWorks],
  },
  'disabled-account': {
    title: 'Disabled accounts',
    text: 'Somebody who is disabled in Entra (accountEnabled false, sign-in blocked) is not provisioned, and is skipped as not effectively entitled. If there already is an account in the app, the next cycle disables it. Enable the account in Entra and the next cycle enables it in the app, but group memberships there may need a restart to return. If the app disables people who are active in Entra, look at the mapping of "active" and at the scoping filter.',
    links: [docs.howItWorks],
  },
  'deleted-account': {
    title: 'What happens when a user is deleted',
    text: 'Deleting a user in Entra is a soft delete: the next cycle disables the account in the app, or deletes it if the app cannot disable. After 30 days, or when an admin deletes the user for good, Entra sends the delete. Restore the user within 30 days and the account is enabled again. Somebody who was un-assigned before being deleted is no longer managed, so nothing is sent.',
    links: [docs.howItWorks],
  },
  'hard-delete': {
    title: 'When an account is deleted for good',
    text: 'Users are permanently deleted in Entra 30 days after the soft delete, or at once if an admin does it by hand. Only then does Entra send a delete to the app; until then the account is disabled. It needs Delete ticked among the target object actions of the mapping, and the person still to be managed by the job: somebody un-assigned earlier gets no delete.',
    links: [docs.howItWorks],
  },
  'keep-out-of-scope': {
    title: 'Keeping accounts of people who leave the scope',
    text: 'Set SkipOutOfScopeDeletions to True: accounts that go out of scope are then left alone. There is no switch in the portal; it is set through Graph at synchronization/secrets and concerns the whole app. It does not work for cross-tenant synchronization. The other way is to remove IsSoftDeleted from the attribute mappings.',
    links: [docs.skipDeletions, docs.howItWorks],
  },
  'accidental-deletions': {
    title: 'Accidental deletions',
    text: 'Under Provisioning > Settings, "Prevent accidental deletions" holds a threshold per cycle that counts deletions and disables of users and groups. Above it the job goes into quarantine, a mail is sent, and nothing is deleted; the logs list the held ones with the action StagedDelete (one page calls it StagedAction). Look at them, then choose Allow deletes if they are right. If not, assign or restore the people first and only then restart provisioning.',
    links: [docs.accidental],
  },
  'existing-users': {
    title: 'Accounts that already exist in the app',
    text: "Entra looks in the app for an account whose matching attribute has the person's value. If one is found, it is linked and updated from Entra. If none is found, a new account is created, so a matching attribute that differs leads to duplicates, or to a conflict where names must be unique. Accounts in the app that match nobody in Entra are left alone: neither changed nor deleted.",
    links: [docs.unmatched, docs.mappings],
  },
  'rename-upn': {
    title: 'Renamed people and changed addresses',
    text: 'Once linked, Entra finds the account by the app\'s own id, so a new name, user principal name or mail address is written to the same account in the next cycle, if the mapping updates that attribute. An attribute set "only during creation" stays as it was. If the link is lost or the new value already belongs to another account, a duplicate or a conflict follows. Salesforce waits until the person confirms a changed e-mail address.',
    links: [docs.howItWorks, docs.salesforce],
  },
  'manager-attribute': {
    title: 'The manager attribute',
    text: 'The manager is a reference: it can be set only if the manager is provisioned to the same app. A manager who comes into scope later is not added by itself: restart provisioning. The ECMA connector for on-premises apps does not support it, nor does cross-cloud synchronization, and manager cannot be used in a scoping filter. HR-driven jobs resolve managers by worker id, so the manager must be in scope there too.',
    links: [docs.knownIssues, docs.hrManager],
  },
  'changes-not-syncing': {
    title: 'Changed attributes do not arrive',
    text: 'Check in this order: the change stands in Entra, not only in the HR system or Active Directory; the attribute is mapped, and not "only during creation"; Update is ticked in the mapping; the person is still in scope. An empty value is not written: the old one stays in the app. Changes arrive with the next cycle, usually within 40 minutes. The log entry\'s modified properties show what was sent, and a failed one shows what the app rejected.',
    links: [docs.mappings, docs.knownIssues],
  },
  'changes-in-the-app': {
    title: 'Changes made in the app itself',
    text: 'App provisioning goes one way: Entra does not watch the app, so changes made there are neither taken back nor undone. They are overwritten the next time the mapped attribute changes in Entra, or by a restart. An account deleted in the app by hand leads to InvalidAnchor until it is restored or matched anew. HR connectors have separate writeback jobs.',
    links: [docs.knownIssues],
  },
  passwords: {
    title: 'Passwords',
    text: 'Passwords are not provisioned. People sign in to the app through single sign-on with their Entra account, or with a password that the app itself manages. For on-premises apps an initial one-time password can be set; it is not kept in sync afterwards.',
    links: [docs.knownIssues],
  },
  'hr-timing': {
    title: 'Future hires and leavers from HR',
    text: 'HR jobs run in cycles like any other, about every 40 minutes. When a future hire gets an account is decided by the mapping and the scoping filter; date attributes such as StatusHireDate cannot be used in a filter, so have HR supply a flag. Somebody who does not work yet counts as inactive and is skipped with IsActive False unless the mapping handles it. The Workday connector acts in Pacific time, so terminations come late elsewhere; a 24-hour lookahead for terminations is in preview.',
    links: [docs.hrPlan, docs.lookahead, docs.knownIssues],
  },
  'hr-inbound': {
    title: 'HR-driven provisioning',
    text: 'Workday, SuccessFactors and other HR systems create people in Entra ID or, through the provisioning agent, in Active Directory. There is no assignment: scoping filters alone decide who is in scope. Workers are matched by employee id by default. Log entries are kept under the worker or the account created, so a future hire is found there by worker id or name, not as an Entra user. Writeback of mail and user name is a job of its own.',
    links: [docs.hrPlan, docs.workday],
  },
  'api-driven-inbound': {
    title: 'API-driven inbound provisioning',
    text: "Any system can send people to Entra ID or Active Directory by posting to the job's bulkUpload: at most 50 operations a request, as application/scim+json, with the permission SynchronizationData-User.Upload. An answer of 202 means accepted, not done; entries appear in the log after 5 to 10 minutes, provided the job runs. On limits the pages disagree: Graph says 40 requests a second, Entra 40 in 5 seconds and 6,000 in 24 hours. Set a notification e-mail first, or the job goes into quarantine.",
    links: [docs.inboundApi, docs.inboundApiIssues, docs.bulkUpload],
  },
  'cross-tenant': {
    title: 'Cross-tenant synchronization',
    text: 'It pushes internal members of the source tenant to the target, where they become external members by default, or guests if userType is mapped so. Guests and other external users of the source tenant, and people enabled for SMS sign-in, are not synchronised. Automatic redemption must be on in both tenants. On groups the pages disagree: the overview of April 2026 offers security groups with an Entra ID Governance licence, while known issues lists groups as unsupported; devices and contacts are not synchronised. Deprovisioned people are soft-deleted in the target.',
    links: [docs.crossTenant, docs.crossTenantSetUp, docs.knownIssues],
  },
} as const satisfies Readonly<Record<string, TopicWords>>;
