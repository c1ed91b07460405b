import type { FurtherCause } from '../../../diagnosis/causes.ts';

export interface FurtherCauseWords {
  readonly title: string;
  /** What a card says first. `person` and `app` are names, ready to show. */
  readonly headline: (person: string, app: string) => string;
}

/** Titles and headlines of the causes that only documented codes lead to. */
export const furtherCauseWords: Readonly<Record<FurtherCause, FurtherCauseWords>> = {
  'not-entitled': {
    title: 'Not entitled',
    headline: (person, app) => `${person} is not entitled to ${app}: account, assignment, role or filter`,
  },
  'skipped-without-reason': {
    title: 'Skipped, reason not told',
    headline: (person, app) => `${person} was skipped in ${app}: out of scope, or already in sync`,
  },
  'join-not-found': {
    title: 'No counterpart in the target',
    headline: (person, app) => `${person} was skipped in ${app}: there was nothing to join with`,
  },
  'invalid-value': {
    title: 'A value is not accepted',
    headline: (person, app) => `${person} could not be written to ${app}: a value is not accepted`,
  },
  'too-many-values': {
    title: 'Several values where one is allowed',
    headline: (person, app) => `${person} could not be written to ${app}: an attribute has several values`,
  },
  'null-not-written': {
    title: 'Empty values are not written',
    headline: (person, app) => `${person} keeps an old value in ${app}: empty values are not written`,
  },
  'managed-elsewhere': {
    title: 'Managed elsewhere',
    headline: (person, app) => `${person} could not be changed in ${app}: another system is in charge of it`,
  },
  'unsupported-object': {
    title: 'Kind of object not supported',
    headline: (person, app) => `${person} cannot be provisioned to ${app}: this kind of object is not supported`,
  },
  'sms-sign-in': {
    title: 'Signs in by SMS',
    headline: (person, app) => `${person} was skipped in ${app}: people with SMS sign-in are not synchronised`,
  },
  'awaiting-confirmation': {
    title: 'Waits for the person to confirm',
    headline: (person, app) => `${person} has yet to confirm a change in ${app}`,
  },
  'automatic-redemption-off': {
    title: 'Automatic redemption is off',
    headline: (person, app) =>
      `${person} was not synchronised to ${app}: automatic redemption is not on in both tenants`,
  },
  'invitations-blocked': {
    title: 'The target tenant blocks invitations',
    headline: (person, app) => `${person} was not invited to ${app}: the target tenant blocks invitations`,
  },
  'invitation-failed': {
    title: 'The invitation failed',
    headline: (person, app) => `${person} was not invited to ${app}: the invitation failed`,
  },
  'disabled-in-target': {
    title: 'Disabled in the target',
    headline: (person, app) =>
      `${person} has a disabled account in ${app}, and it keeps the invitation from being renewed`,
  },
  'directory-quota': {
    title: 'The target directory is full',
    headline: (person, app) => `${person} was not created in ${app}: the directory has reached its quota`,
  },
  'job-running': {
    title: 'Provisioning runs',
    headline: (_person, app) => `Provisioning of ${app} runs as scheduled`,
  },
  'cycle-succeeded': {
    title: 'The last cycle succeeded',
    headline: (_person, app) => `The last cycle of ${app} ended without errors`,
  },
  'cycle-failed': {
    title: 'The last cycle failed',
    headline: (_person, app) => `The last cycle of ${app} failed`,
  },
  'cycle-with-errors': {
    title: 'The last cycle had failures',
    headline: (_person, app) => `The last cycle of ${app} ended, but some changes failed`,
  },
  'duplicate-app-roles': {
    title: 'Roles of the app are not unique',
    headline: (_person, app) => `Provisioning of ${app} is held up: two of its roles have the same name`,
  },
  'unsupported-setting': {
    title: 'A setting that provisioning does not support',
    headline: (person, app) => `${person} is affected by a setting of ${app} that provisioning does not support`,
  },
  'restart-needed': {
    title: 'A restart is needed',
    headline: (_person, app) => `Provisioning of ${app} needs a restart before a changed setting works`,
  },
  'target-ou-not-found': {
    title: 'Organisational unit not found',
    headline: (person, app) =>
      `${person} could not be created through ${app}: the target organisational unit does not exist`,
  },
  'agent-offline': {
    title: 'No agent connected',
    headline: (_person, app) => `Provisioning of ${app} stands still: no provisioning agent is connected`,
  },
  'agent-fault': {
    title: 'The agent failed',
    headline: (person, app) => `${person} could not be processed for ${app}: the provisioning agent failed`,
  },
  'connector-host-setup': {
    title: 'The connector host is not set up right',
    headline: (_person, app) => `The on-premises connector host for ${app} is not set up right`,
  },
  'connector-host-importing': {
    title: 'The connector host is still importing',
    headline: (_person, app) => `The on-premises connector host is still reading ${app}`,
  },
  'provisioning-service-fault': {
    title: "Fault on Microsoft's side",
    headline: (person, app) => `${person} could not be processed for ${app}: a fault on Microsoft's side`,
  },
  'upload-unprocessed': {
    title: 'Upload not processed yet',
    headline: (_person, app) => `The upload to ${app} was accepted, and has not been processed yet`,
  },
  'upload-rejected': {
    title: 'Upload refused',
    headline: (_person, app) => `The upload to ${app} was refused: its format is not right`,
  },
  'graph-permission-missing': {
    title: 'Permission missing',
    headline: (_person, app) => `Microsoft Graph refused a request about ${app}: a permission is missing`,
  },
  'graph-throttling': {
    title: 'Microsoft Graph throttles',
    headline: (_person, app) => `Microsoft Graph asked to wait with requests about ${app}`,
  },
  'graph-query-unsupported': {
    title: 'Query not supported',
    headline: (_person, app) => `Microsoft Graph does not support a query about ${app}`,
  },
};
