import type { jobs } from '../../../diagnosis/catalogue/entries/jobs.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** Why a job is in quarantine, what state it is in, and how its last run ended. */
export const jobWords: WordsFor<typeof jobs> = {
  EncounteredQuarantineException: {
    title: 'Quarantine: Entra cannot connect to the app',
    meaning:
      'Entra could not establish the connection to the app, nearly always because the stored credentials are no longer valid. It stops everybody; Entra tries again ever more rarely, down to once a day, and switches the job off after 28 days.',
    steps: [
      `Open ${paths.credentials}, enter valid credentials, press Test connection, and save.`,
      'Check in {app} that the integration account is active, has kept its role, and that its token or password has not expired.',
      `Press Restart provisioning under ${paths.provisioning}; a new initial cycle starts and takes 20 minutes to several hours.`,
    ],
  },
  EncounteredEscrowProportionThreshold: {
    title: 'Quarantine: more than 40 % of the changes failed',
    meaning:
      'From 5,000 failures on Entra looks at the share of failed changes, and here it passed 40 %. Most of them usually have one common cause. Failed links to managers and members do not count.',
    steps: [
      `Under ${paths.logs} filter by {app} and status Failure, group by error code, and mend the cause behind the largest group first.`,
      `Then press Restart provisioning under ${paths.provisioning}; it empties the list of failed changes and ends the quarantine.`,
    ],
  },
  EncounteredBaseEscrowThreshold: {
    title: 'Quarantine: too many changes failed',
    meaning:
      'The number of failed changes, without failed links to managers and members, reached the limit. Microsoft speaks of 40,000 failures, but does not say expressly that this reason stands for that figure.',
    steps: [
      `Export the failures of {app} from ${paths.logs}, sort by error code, and start with the code that occurs most.`,
      `With the cause mended, press Restart provisioning under ${paths.provisioning} and watch the first hour for the same code.`,
    ],
  },
  EncounteredTotalEscrowThreshold: {
    title: 'Quarantine: too many failures in all',
    meaning:
      'All failures together, those of manager and member links included, reached the limit. Microsoft speaks of 60,000, but does not say expressly that this reason stands for that figure.',
    steps: [
      `Count the failures of {app} under ${paths.logs} by error code, the failed references among them.`,
      'If references dominate, bring the managers and members into scope, or delete the mapping of manager or members.',
      `Press Restart provisioning under ${paths.provisioning} afterwards; the initial cycle takes 20 minutes to several hours.`,
    ],
  },
  QuarantinedOnDemand: {
    title: 'Quarantine: set by Microsoft',
    meaning:
      'Microsoft noticed a problem with this job and put it in quarantine by hand. Nobody in the organisation did it.',
    steps: [
      'Look for a notice in Microsoft 365 admin center > Health > Message center, and for mail from azure-noreply@microsoft.com at the notification address.',
      'Open a support case with the job id and ask why the job was stopped, and when it may be restarted.',
    ],
  },
  TooManyDeletes: {
    title: 'Deletions are held back',
    meaning:
      'One cycle would have deleted or disabled more accounts than the limit set for accidental deletions, so Entra stopped and marked them as staged instead. Until an admin decides, the job stays in quarantine and nothing goes through.',
    steps: [
      `Under ${paths.logs} filter by {app} and the action StagedDelete, and see who would lose access and why.`,
      `If it is wanted (a department leaves), press Allow deletes under ${paths.provisioning}; the held changes are carried out in the following cycle.`,
      'If not, repair the assignment, group or filter first, and only then press Restart provisioning. In the reverse order the deletions may happen.',
    ],
  },
  IngestionInterrupted: {
    title: 'Quarantine: taking in changes was interrupted',
    meaning:
      'Microsoft lists this quarantine reason without explaining it. By its name, reading changes from the source broke off.',
    steps: [
      `Read the quarantine message under ${paths.provisioning}, check that the source system is reachable, and press Restart provisioning.`,
      'If the job falls back into quarantine, open a support case with the job id and the message.',
    ],
  },
  Unknown: {
    title: 'Quarantine: reason not given',
    meaning: 'The job is in quarantine, and Entra did not classify why. The error message beside it may still tell.',
    steps: [
      `Read the quarantine message and the last failures of {app} under ${paths.provisioning} and ${paths.logs}; test the connection under Admin Credentials; then press Restart provisioning.`,
    ],
  },
  InvalidCredentials: {
    title: 'The app rejects the stored credentials',
    meaning:
      'The user name, password, token or authorisation that Entra holds for the app is wrong, expired or revoked. Nobody is provisioned until it is renewed.',
    steps: [
      'Create a new token or password for the integration account in {app}, and note when it expires.',
      `Enter it under ${paths.credentials}, press Test connection, and save.`,
      `If the app is in quarantine, press Restart provisioning under ${paths.provisioning}; otherwise the next cycle goes on, in about 40 minutes.`,
    ],
  },
  'condition:scim-404': {
    title: 'The app answers a search with "not found"',
    meaning:
      'For a search without result SCIM wants an empty list with status 200; this app returned 404, or the address leads nowhere. Entra takes it as an unhealthy interface and quarantines the job, whatever the number of failures.',
    steps: [
      `Compare the Tenant URL under ${paths.credentials} letter by letter with the setup tutorial, and press Test connection.`,
      'If the address is right, the vendor of {app} has to answer searches as RFC 7644, section 3.4.2, says. Then restart provisioning.',
    ],
  },
  'condition:duplicate-roles': {
    title: 'Two roles of the app have the same name',
    meaning:
      'Roles that Entra imports from the app, as with Salesforce and Zendesk, must be unique, and two are not. The job goes into quarantine until one is gone.',
    steps: [
      'Open Entra ID > App registrations > {app} > Manifest, find the role that appears twice under appRoles, set isEnabled of the superfluous one to false, save, then delete it.',
      `Press Restart provisioning under ${paths.provisioning}.`,
    ],
  },
  'condition:notification-email-missing': {
    title: 'No notification address for API-driven provisioning',
    meaning:
      'A job of API-driven inbound provisioning that is started without a notification address goes into quarantine at once. The uploaded data are not at fault.',
    steps: [
      `Under ${paths.settings} tick "Send an email notification when a failure occurs", enter a Notification Email, and save.`,
      `Press Restart provisioning under ${paths.provisioning}; uploads are processed again within minutes.`,
    ],
  },
  NotConfigured: {
    title: 'Provisioning was never set up',
    meaning:
      'The app has a provisioning job without authorisation, so it never ran. Nobody can have been created by it.',
    steps: [
      `Follow the setup tutorial: under ${paths.credentials} authorise Entra, press Test connection, and save; check the mappings.`,
      `Press Start provisioning under ${paths.provisioning}. The initial cycle takes 20 minutes to several hours.`,
    ],
  },
  NotRun: {
    title: 'The initial cycle has not ended yet',
    meaning:
      'The job is set up and perhaps started, but its first cycle has not been completed. Microsoft gives 20 minutes to several hours for it, depending on the number of people in scope. The last run may be shown as failed with a date of the year 1; that is a placeholder.',
    steps: [
      'Wait, and ask again in an hour. People appear one by one while the cycle runs.',
      `Watch the progress under ${paths.provisioning}. If it stands still for a day, look at the failures under ${paths.logs}.`,
    ],
  },
  Active: {
    title: 'The job runs as scheduled',
    meaning:
      'Provisioning is switched on and runs at its interval, about every 40 minutes for most apps. It says nothing about one person.',
    steps: ['Nothing to do. If somebody is missing in {app}, ask about that person by name.'],
  },
  Paused: {
    title: 'Provisioning is stopped',
    meaning:
      'Somebody, as a rule an admin, stopped the job. Its settings and its memory of who is linked to which account are kept, but no change reaches the app.',
    steps: [
      `If that is not on purpose, press Start provisioning under ${paths.provisioning}. The job goes on where it stopped; the audit log (activity "Disable/pause provisioning configuration") names who stopped it.`,
    ],
  },
  Quarantine: {
    title: 'The job is in quarantine',
    meaning:
      'Too many calls to the app failed, or a critical one did, and Entra now runs the job ever more rarely, down to once a day. After about four weeks it is switched off. New and changed people wait meanwhile.',
    steps: [
      `Read the quarantine reason under ${paths.provisioning} and mend that: mostly credentials, or one error that hits many.`,
      'Press Restart provisioning there. It clears the quarantine and starts an initial cycle, which takes 20 minutes to several hours.',
    ],
  },
  Succeeded: {
    title: 'The last cycle ended without errors',
    meaning: 'Everything that the cycle had to do was done. Skipped people are not errors and may still be among it.',
    steps: ['Nothing to do. If somebody is missing all the same, ask about that person: a skip has its own reason.'],
  },
  Failed: {
    title: 'The last cycle failed',
    meaning:
      'The cycle as a whole broke off; the error beside it says why. Exception: a job that never ran shows Failed as well, with times in the year 1 and the error code None, and there is nothing wrong with it.',
    steps: [
      `Read the error of the last cycle under ${paths.provisioning}; connection errors are mended under Admin Credentials.`,
      'Wait for the next cycle, in about 40 minutes. If it fails too, restart provisioning, and open a support case with the job id if that does not help.',
    ],
  },
  EntryLevelErrors: {
    title: 'The last cycle ended, some changes failed',
    meaning:
      'The cycle came to its end, but single people or groups could not be written. Each of them has a log entry with its own error code, and is tried again.',
    steps: [
      'Ask about the person who is missing; the reason stands in that entry, not in the cycle.',
      `Look at the failures of {app} under ${paths.logs}, the most frequent error code first.`,
    ],
  },
};
