import type { apps } from '../../../diagnosis/catalogue/entries/apps.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** Codes and cases that the tutorial of one app describes. */
export const appWords: WordsFor<typeof apps> = {
  SalesforceInvalidCredentials: {
    title: 'Salesforce rejects user, password or security token',
    meaning:
      'Entra signs in to Salesforce with an administrative user, its password and its security token, and Salesforce no longer accepts them. A new password voids the token as well.',
    steps: [
      'In Salesforce, sign in as the integration user, open Settings > Reset My Security Token, and take the new token from the mail. Set the password to never expire for its profile.',
      `Enter user, password and token under ${paths.credentials}, press Test connection, and save.`,
      `If the job is in quarantine, press Restart provisioning under ${paths.provisioning}.`,
    ],
  },
  SalesforceLicenseLimitExceeded: {
    title: 'No free Salesforce licence',
    meaning:
      'The profile that the person gets in Salesforce needs a user licence of its kind, and all of them are in use.',
    steps: [
      'In Salesforce, open Setup > Company Information > User Licenses, see which kind is used up, and deactivate unused users or buy licences.',
      `Review under ${paths.assignments} who has which Salesforce profile role. Once a licence is free, the next cycle creates {person}.`,
    ],
  },
  SalesforceDuplicateUserName: {
    title: 'The Salesforce user name is taken',
    meaning:
      'A user name in Salesforce must be unique over all Salesforce organisations of the world, sandboxes and trials included, and the user principal name is what Entra sends by default. Another organisation or sandbox already has it.',
    steps: [
      'Find the user in the other Salesforce organisation and change its Username there (for instance with a suffix); or decide that {person} is not to be in this one, and have the assignment removed.',
      `If many are affected, map Username to a value with a suffix of its own, for instance Append([userPrincipalName], ".crm"), under ${paths.mappings}.`,
    ],
  },
  SalesforceRequiredFieldMissing: {
    title: 'A field that Salesforce requires is empty',
    meaning:
      'Salesforce creates no user without certain fields, such as Email, Alias or LastName, and the source had nothing for one of them.',
    steps: [
      'Fill the field that the entry names ({property}) on {person} in the source; for Alias it is mailNickname as a rule. The next cycle tries again.',
      `Or leave such people out with a scoping filter (for instance mail IS NOT NULL) under ${paths.mappings} > Source Object Scope.`,
    ],
  },
  'condition:salesforce-default-access': {
    title: 'Default Access does not count for Salesforce',
    meaning:
      'In Salesforce every user has a profile, and Entra takes it from the role of the assignment. Whoever is assigned with Default Access, or with several roles, is skipped as not entitled.',
    steps: [
      `Under ${paths.assignments} change the assignment of {person} or of the group to one role that is named after a Salesforce profile, such as Standard User.`,
      'See that {person} has exactly one such role, directly or through one group. The next cycle, in about 40 minutes, creates the user.',
    ],
  },
  'condition:salesforce-email-update': {
    title: 'Salesforce waits until the e-mail change is confirmed',
    meaning:
      'Salesforce changes an e-mail address only after the user has confirmed it by mail. Until then the old address stays, and Entra reports the same update in every cycle. That is normal.',
    steps: ['Ask {person} to open the mail from Salesforce and confirm the change; the repeated entries then end.'],
  },
  InvalidLookupReference: {
    title: 'The value is not in the reference table of the app',
    meaning:
      'Fields such as department or location point to a table in ServiceNow, and the value that Entra sent is not in that table. ServiceNow then refuses the user.',
    steps: [
      'Add the missing value of {property} to its table in {app}, for instance User Administration > Departments, spelled exactly as in Entra.',
      'Or correct the attribute of {person} in the source to a value that exists there. The next cycle tries again.',
    ],
  },
  ServiceNowInstanceInvalid: {
    title: 'Entra cannot talk to the ServiceNow instance',
    meaning:
      'The name of the instance or the admin account is wrong, or two security settings of ServiceNow keep the SOAP calls of Entra out.',
    steps: [
      `Check instance name, user and password under ${paths.credentials}, and press Test connection.`,
      'In ServiceNow, set to No: System Security > High Security Settings > Require basic authentication for incoming SCHEMA requests, and System Properties > Web Services > Require basic authorization for incoming SOAP requests.',
    ],
  },
  'condition:aws-missing-attributes': {
    title: 'AWS wants four names',
    meaning:
      'AWS IAM Identity Center creates a user only if first name, last name, display name and user name all have a value; one of them is empty.',
    steps: [
      'Fill given name, surname, display name and user principal name of {person} in the source. The next cycle, in about 40 minutes, creates the user.',
    ],
  },
  'condition:aws-multi-valued': {
    title: 'AWS takes one address and one phone number',
    meaning:
      'AWS IAM Identity Center stores a single e-mail address and a single phone number per user; the mappings deliver several, and the change is refused.',
    steps: [
      `Keep one mapping for e-mails and one for phoneNumbers under ${paths.mappings} and delete the others. Saving starts a new initial cycle.`,
    ],
  },
  'condition:aws-invalid-characters': {
    title: 'AWS does not take these characters',
    meaning:
      'AWS IAM Identity Center refuses attribute values that hold tabs, line breaks or one of the characters < > ; : %.',
    steps: ['Remove these characters from the attribute of {person} in the source; the next cycle sends it again.'],
  },
  'condition:google-pim-removal': {
    title: 'The group membership was already gone in Google',
    meaning:
      'When a time-limited membership from Privileged Identity Management ends, Google Workspace may have removed it before Entra gets to it, and the removal is logged as failed. It is expected.',
    steps: ['Nothing to do. Check in the Google Admin console, if in doubt, that {person} is no longer in the group.'],
  },
};
