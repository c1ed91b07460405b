import type { TopicWords } from '../topics.ts';
import { docs } from './links.ts';

export const jobTopics = {
  'what-is-provisioning': {
    title: 'What provisioning does',
    text: "Microsoft Entra ID creates, updates and disables accounts in an app, so that nobody has to do it by hand. It talks to the app over SCIM 2.0 or the app's own interface, writes what the attribute mappings say, and repeats that in cycles. Provisioning is not single sign-on: the one makes the account, the other lets its owner in.",
    links: [docs.whatIs, docs.howItWorks],
  },
  'is-it-working': {
    title: 'How to see whether provisioning works',
    text: 'Entra admin center > Entra ID > Enterprise apps > the app > Provisioning shows the current cycle, its progress, the last completed one and any quarantine. The provisioning logs beside it show every person and group with the outcome. After the initial cycle a healthy job completes an incremental one about every 40 minutes. "Steady state" means that a cycle left nothing to be done: failures that are still retried, or an initial cycle that still runs, keep a job from reaching it.',
    links: [docs.status, docs.report],
  },
  'how-often': {
    title: 'How often provisioning runs',
    text: "After the initial cycle, incremental cycles run back to back, usually every 40 minutes. Microsoft's pages disagree: most say 40 minutes, some say 20 to 40; the job itself carries the exact interval. A cycle that takes longer than the interval delays the next one, and in quarantine a job slows down to once a day.",
    links: [docs.howItWorks, docs.status],
  },
  'interval-fixed': {
    title: 'Changing how often provisioning runs',
    text: 'The time between cycles is fixed, usually 40 minutes, and cannot be configured. To serve one person at once, use Provision on demand. To shorten the cycles themselves, sync only assigned users and groups, keep the scope small, and repair the failures that are retried in every cycle.',
    links: [docs.knownIssues, docs.status],
  },
  'first-cycle': {
    title: 'How long the first cycle takes',
    text: 'From 20 minutes to several hours, by the size of the directory and of the scope. With only assigned users and groups in scope, reckon 0.01 to 0.08 minutes for each assigned user, group and group member: 10,000 take about 2 to 13 hours. It takes about twice as long when every account has to be created rather than matched, and longer when all users are in scope or the app throttles.',
    links: [docs.status, docs.noUsers],
  },
  'initial-or-incremental': {
    title: 'Initial and incremental cycles',
    text: 'The initial cycle reads every user and group, decides who is in scope, matches or creates their accounts, and stores a watermark. Each incremental cycle after it reads only what changed since the last watermark, which is why it is much quicker. Nobody has to start a full one for ordinary changes; a restart, a changed mapping or a changed scoping filter brings one about.',
    links: [docs.howItWorks],
  },
  'initial-cycle-triggers': {
    title: 'What starts a new initial cycle',
    text: 'Restart provisioning, a saved change to the attribute mappings, or a saved change to a scoping filter. Each clears the watermark, so everybody is evaluated again, and anyone who no longer passes is disabled in the app. Existing links between people and their accounts stay. Switching from "sync all" to "sync only assigned" needs a restart by hand to take effect.',
    links: [docs.howItWorks, docs.filters, docs.knownIssues],
  },
  'change-delay': {
    title: 'How long a change takes to reach the app',
    text: 'An assignment, a changed attribute or a removal is picked up by the next incremental cycle, so usually within about 40 minutes, plus the time the cycle takes. Members of a dynamic group first wait until the group has worked out its membership. While the initial cycle runs, or in quarantine, it takes longer. Provision on demand does it for one person in under 30 seconds; an assignment made just now needs a few minutes before it is honoured there.',
    links: [docs.status, docs.onDemand],
  },
  'not-starting': {
    title: 'Provisioning is on, but nothing happens',
    text: 'If the status is On and no details show, the initial cycle is most likely still running: it takes 20 minutes to several hours. Look into the provisioning logs: entries there mean that it works. If there are none, see that the credentials pass Test connection, that Provisioning Status is On, that users or groups are assigned, and that the mappings are enabled. Logs that simply stop after weeks of working point to an expired token or a job in quarantine or switched off.',
    links: [docs.noUsers, docs.status],
  },
  'progress-bar': {
    title: 'What the progress bar and the counts mean',
    text: 'The percentage counts pages of the cycle, not people, and one page can hold many users and groups; so it can stand still and then jump. The numbers of users and groups grow whenever somebody comes into scope and do not fall when accounts are deleted, until the connector\'s data store is reset. "Statistics to date" adds up everything so far, with the end and duration of the last cycle.',
    links: [docs.status],
  },
  quarantine: {
    title: 'What quarantine is',
    text: 'A job goes into quarantine when most or all of its calls to the app fail: rejected credentials or an answer that breaks SCIM are enough; otherwise it is judged from 5,000 failures on, at more than 40 % failed or more than 40,000, or 60,000 counting failed references. Too many deletions at once, or an inbound API job started without a notification e-mail, do it as well. Cycles then run ever less often, down to once a day, so changes reach the app late or not at all. Microsoft says that these limits may change.',
    links: [docs.quarantine],
  },
  'quarantine-end': {
    title: 'How quarantine ends',
    text: 'Quarantine ends by itself once the cause is repaired and the next cycle starts. As the job is retried only after 6, 12 and 24 hours and then once a day, choose Restart provisioning after the repair: that clears the quarantine and the failures and runs a new initial cycle. After 28 days in quarantine the job is switched off. If deletions are held back, settle them first: Allow deletes, or repair the assignments and only then restart.',
    links: [docs.quarantine, docs.accidental],
  },
  'quarantine-without-errors': {
    title: 'In quarantine, although the logs look fine',
    text: 'Logs show single people and groups; a quarantine can come from the job itself, such as rejected credentials or an address that does not answer, and then no entry fails, because nothing is tried. The reason stands under Provisioning > Current status > quarantine details and in the audit log under the activity "Quarantine". While in quarantine the job runs as rarely as once a day, so the overview and its errors can be days old. Repair the reason given there and restart provisioning.',
    links: [docs.quarantine, docs.report],
  },
  'restart-or-start': {
    title: 'Restart, or start?',
    text: 'Start resumes a stopped job from its last watermark: only what changed meanwhile is read. Restart clears the watermark, the recorded failures and any quarantine, and runs a new initial cycle over everybody, which can take hours; links to existing accounts stay. "Clear state and restart synchronization" is today\'s Restart provisioning. Breaking the links as well takes Graph\'s restart with resetScope Full. For one person, Provision on demand is the gentler way.',
    links: [docs.howItWorks, docs.restart],
  },
  'stop-or-pause': {
    title: 'What stopping does',
    text: 'Stop provisioning lets the running cycle finish and starts no further one. Accounts in the app stay as they are: nobody is disabled or deleted, and nothing is updated either. Start resumes where it stopped. The mode cannot be set back to manual; switched off amounts to the same.',
    links: [docs.knownIssues, docs.howItWorks],
  },
  'provision-on-demand': {
    title: 'Provision on demand',
    text: 'It runs one person through all steps at once, in under 30 seconds, and it really writes: the account is created, changed or disabled in the app. It is no dry run. Enterprise apps > the app > Provisioning > Provision on demand; one user at a time, or a group with up to five members. Apps that sign in by OAuth, such as G Suite, Box, Slack and Workplace, need the job stopped first. It cannot restore a deleted user, nor disable somebody who is disabled or deleted in Entra.',
    links: [docs.onDemand],
  },
  retries: {
    title: 'How failures are retried',
    text: 'A failed person or group is tried again in the next cycle, and then ever less often for as long as the failure stays. Several error codes are documented as retried in 40 minutes; in quarantine the intervals grow to 24 hours. Microsoft calls the failures kept for this "escrows". Repair the cause and the next retry succeeds; Restart provisioning or Provision on demand does not wait for it.',
    links: [docs.howItWorks, docs.analyse],
  },
  'credentials-expire': {
    title: 'When the credentials expire',
    text: "When the token or password that Entra uses for the app expires or is changed, calls fail, the job goes into quarantine, and the logs can simply stop; after 28 days the job is switched off. Entra sends no warning beforehand: put the expiry in a calendar. To renew: get a new token in the app, enter it under Provisioning > Admin credentials, choose Test connection, save, and restart provisioning. How long a token lives is the app's affair and stands in its tutorial.",
    links: [docs.quarantine, docs.tutorials],
  },
  'test-connection': {
    title: 'Test connection fails',
    text: "Test connection signs in to the app and asks for a user that need not exist; it fails on a wrong address, an expired or mistyped token, or an account without enough rights. Take address, kind of credentials and required rights from the app's tutorial; most apps want an administrator. It must pass before the settings can be saved. A test that passes proves the sign-in only: the app can still refuse single operations, which the logs then show.",
    links: [docs.onDemand, docs.tutorials],
  },
  'notification-email': {
    title: 'Notification e-mails',
    text: 'Under Provisioning > Settings, enter one address as Notification Email and tick "Send an email notification when a failure occurs". A mail comes once when the job enters quarantine, again if the reason changes, and when the deletion threshold is met. There is none for a single failed person and no regular summary. It comes from azure-noreply@microsoft.com and can land in spam or be unsubscribed; a distribution list reaches several people. Alerts for single events need Azure Monitor.',
    links: [docs.quarantine, docs.logAnalytics],
  },
  'other-instance': {
    title: 'Moving provisioning to another instance',
    text: 'Add a second enterprise app for the new instance, and carry the mappings over: Provisioning > Attribute mappings > Show advanced options > Review your schema lets you download and paste them as JSON. Enter the new credentials, assign the people and start; existing accounts are matched by the matching attribute. Stop the old job before you un-assign anybody there, or their accounts are disabled. Credentials and assignments do not travel with the schema. The same download is the backup of a configuration.',
    links: [docs.exportImport],
  },
  'on-premises-apps': {
    title: 'Apps on premises',
    text: 'Entra reaches an on-premises app through the provisioning agent, which only needs outbound connections; with the ECMA connector host it writes to SQL databases, LDAP directories, web services or PowerShell. The agent used for this cannot be shared with Cloud Sync or HR-driven provisioning. Groups, manager references and multi-valued attributes are not supported through the ECMA host. People come into Active Directory itself from HR-driven or API-driven inbound provisioning.',
    links: [docs.onPremises, docs.knownIssues],
  },
  'cloud-sync': {
    title: 'Cloud Sync and app provisioning',
    text: "Cloud Sync carries people from Active Directory to Entra ID with a light agent and uses the same provisioning engine and logs; app provisioning carries them from Entra ID on to apps. Intervals differ from app provisioning: a reader of the documentation reports 20 minutes shown in the portal where 2 minutes are documented, and 2 minutes concern password hashes. The job's own page shows the interval in force.",
    links: [docs.cloudSync],
  },
  'supported-apps': {
    title: 'Which apps can be provisioned',
    text: 'An app can be provisioned if its entry in the Entra gallery supports it, or if it has a SCIM 2.0 endpoint: then add it as a non-gallery app. More than 340 apps have a tutorial of their own, which also says whether groups and deletions are supported. An app registration (OIDC) gets no provisioning tab: add a second, non-gallery app for provisioning. In US Government and 21Vianet clouds only some gallery apps are available.',
    links: [docs.tutorials, docs.scim, docs.knownIssues],
  },
  'contact-support': {
    title: 'Asking Microsoft for help',
    text: 'Open a new support request in the Entra admin center. Support asks first for tenant id, job id, change id and cycle id, the time in UTC, the app and the person; the text for the ticket on a Skipper card holds them. Ideas and missing features go to aka.ms/appprovisioningfeaturerequest.',
    links: [docs.analyse, docs.knownIssues],
  },
} as const satisfies Readonly<Record<string, TopicWords>>;
