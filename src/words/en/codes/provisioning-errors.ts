import type { provisioningErrors } from '../../../diagnosis/catalogue/entries/provisioning-errors.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** Error codes of the provisioning log, whatever the app. */
export const provisioningErrorWords: WordsFor<typeof provisioningErrors> = {
  EntryConflict: {
    title: 'Another account in the app holds the value',
    meaning:
      'Entra tried to create or change the account, and the app refused because another of its accounts already has the same value, mostly the user name or the e-mail address. Apps answer so with HTTP 409.',
    steps: [
      'Search {app} for the user name and e-mail address of {person}, deactivated accounts included, and find the account that holds the clashing value.',
      `Is it the same person? Then under ${paths.mappings} choose a matching attribute whose value is equal on both sides, and Entra takes the account over at the next cycle. Is it somebody else? Then change the value of one of the two.`,
      'If {person} does not need the app, remove the assignment; otherwise look again after the next cycle, in about 40 minutes. Entra repeats the attempt by itself, at growing intervals.',
    ],
  },
  TooManyRequests: {
    title: 'The app slows Entra down',
    meaning:
      'The app received more calls than it allows in a period and turned this one away (HTTP 429). Nothing is wrong with the person or the configuration, and the attempt is repeated without anyone doing anything.',
    steps: [
      'Wait: Entra tries again in one of the next cycles, mostly within a few hours. Microsoft is told of the throttling automatically.',
      'If it still happens after a day, ask the vendor of {app} which rate limit applies to the provisioning account, and have it raised.',
    ],
  },
  InternalServerError: {
    title: 'The app failed inside',
    meaning:
      'The app answered with a server error of its own (HTTP 500), so this change was not made. Entra repeats it at the next cycle.',
    steps: [
      'Wait one cycle, about 40 minutes, and ask again.',
      'If it comes back, look at the status page of {app} and open a ticket with the vendor, with the time and the change id of the log entry.',
    ],
  },
  InsufficientRights: {
    title: 'The integration account lacks rights',
    meaning:
      'The sign-in to the app works, but the account or token that Entra uses there may not carry out this operation, for instance create users or set a role.',
    steps: [
      'In {app}, compare the role and scopes of the integration account with the setup tutorial and add what is missing.',
      `Under ${paths.credentials} authorise again or enter a new token, press Test connection, and save.`,
      `Try {person} under ${paths.onDemand}; it really writes, and shows the result within a minute.`,
    ],
  },
  MethodNotAllowed: {
    title: 'The app does not allow this operation',
    meaning:
      'The app accepted the sign-in but refuses this kind of call (HTTP 405), for instance deleting a user or patching a group. Either the integration account may not do it, or the address of the interface is not the right one.',
    steps: [
      'Ask the vendor of {app} whether the integration account may create, update, disable and delete, and on which plan the interface offers it.',
      `If the app is never to do it, clear that action (Create, Update or Delete) under ${paths.mappings} > Target Object Actions; otherwise compare the Tenant URL under Admin Credentials with the setup tutorial. Either way the next cycle shows the effect.`,
    ],
  },
  NotPermitted: {
    title: 'The app forbids this change',
    meaning:
      'The app knows the integration account and still declines the change to this one account. The account may be protected there, as owners and administrators often are.',
    steps: [
      'Look in {app} whether {person} is an owner, an administrator or otherwise protected; either change the account by hand or give the integration account the right to.',
      `Try {person} again under ${paths.onDemand}. If nothing should be written to such accounts, leave them out with a scoping filter.`,
    ],
  },
  Unauthorized: {
    title: 'The app refuses the call of the integration account',
    meaning:
      'Entra reached the app and signed in, but the account or token that it uses is not authorised for the update. A token that was replaced, or whose scopes were narrowed, looks like this.',
    steps: [
      `Create a new token in {app}, enter it under ${paths.credentials}, press Test connection, and save.`,
      'Check in {app} that the owner of the token is still active and still an administrator.',
      `Try {person} under ${paths.onDemand}; everybody else follows at the next cycle, in about 40 minutes.`,
    ],
  },
  UnprocessableEntity: {
    title: 'The app does not accept the content',
    meaning:
      'The call arrived, but the app could not use what it contained (HTTP 422): a value has the wrong form, or the app is not set up for it. The reason in the log entry usually names the attribute.',
    steps: [
      `Read the reason under ${paths.logs}, find the attribute that it names, and compare its mapping under ${paths.mappings} with the setup tutorial.`,
      'If the value of {person} is at fault, correct it on the user in its source (Entra, Active Directory or HR). The next cycle takes it up.',
      'If value and mapping are right, give {app} the reason and the time: the vendor can say what was refused.',
    ],
  },
  WebExceptionProtocolError: {
    title: 'The connection to the app broke',
    meaning:
      'Something went wrong at the level of HTTP while Entra talked to the app: a broken connection, a certificate, an unexpected redirect. Entra repeats the attempt at the next cycle.',
    steps: [
      'Wait one cycle, about 40 minutes; single failures of this kind heal by themselves.',
      'If it stays, check that the provisioning address of {app} can be reached from the internet, with a valid certificate and TLS 1.2, and without a redirect.',
    ],
  },
  InvalidAnchor: {
    title: 'The linked account is gone from the app',
    meaning:
      'Entra remembers which account in the app belongs to this person, and that account no longer exists. It was deleted or replaced in the app, past Entra.',
    steps: [
      'Find out in {app} whether the account was deleted or merged; restore it if it should exist.',
      `If it is gone for good, restart provisioning through Microsoft Graph (synchronizationJob: restart, resetScope Full), so that Entra looks for a match again. All users are evaluated anew, which takes 20 minutes to several hours, and a few pending changes may be lost.`,
      `Then provision {person} under ${paths.onDemand}, or wait for the cycle to end.`,
    ],
  },
  NotImplemented: {
    title: 'The app does not know this call',
    meaning:
      'The app answered that it does not support what Entra asked for (HTTP 501). Either its interface lacks the operation, or Entra talks to the wrong address.',
    steps: [
      `Compare the Tenant URL under ${paths.credentials} and the prerequisites (plan, provisioning enabled) with the setup tutorial of {app}.`,
      'Ask the vendor whether the operation in the log entry is supported; if not, the mapping or action behind it has to be switched off.',
    ],
  },
  MandatoryFieldsMissing: {
    title: 'A field that the app demands is empty',
    meaning:
      'The app creates no account without certain fields, and at least one of them had no value for this person. Entra sends no empty values, so the field was simply absent.',
    steps: [
      'See which field the reason names ({property}) and fill it on {person} where it is kept: Entra, Active Directory or the HR system.',
      `If many people lack it, give the mapping a default value or an expression under ${paths.mappings}. Saving re-evaluates everybody in a new initial cycle.`,
    ],
  },
  MissingValues: {
    title: 'The record is not complete enough for the app',
    meaning:
      'The account could not be created because values that the app needs did not arrive: they are empty in the source, or no mapping delivers them.',
    steps: [
      'Complete the record of {person} in its source ({property}). The next cycle, in about 40 minutes, sends it.',
      `Check under ${paths.mappings} that every attribute marked as required in the setup tutorial has a mapping.`,
    ],
  },
  SchemaAttributeNotFound: {
    title: 'A mapping names an attribute that the app does not have',
    meaning:
      'An attribute mapping writes to a target attribute that does not exist in the app, so the whole change fails. It fails for everybody with that mapping, not only for one person.',
    steps: [
      `Open ${paths.mappings} and find the target attribute that the reason names ({property}).`,
      'Correct or delete the mapping. An attribute that exists in the app but not in the list is added under Show advanced options > Edit attribute list. Saving starts a new initial cycle, which takes 20 minutes to several hours.',
    ],
  },
  InternalError: {
    title: 'Fault inside the provisioning service',
    meaning:
      'The fault is in the provisioning service of Microsoft, not in the person, the app or the configuration. The attempt is repeated at the next cycle.',
    steps: [
      'Wait one cycle, about 40 minutes, and ask again.',
      'If it stays, have an Entra admin open a support case with the job id, the change id and the time of the entry; Microsoft can trace it by them.',
    ],
  },
  InvalidDomain: {
    title: 'The app does not accept the domain',
    meaning:
      'A value that was sent, mostly the user name or the e-mail address, ends in a domain that is not on the list of domains that the app accepts.',
    steps: [
      'Look at the domain of the user principal name and the mail address of {person}; correct it if it is a leftover such as onmicrosoft.com or a former brand.',
      'If the address is right, add its domain to the verified or permitted domains of {app}. The next cycle tries again.',
    ],
  },
  Timeout: {
    title: 'The answer took too long',
    meaning:
      'The app, or the on-premises agent in front of it, did not answer in time (the agent has 10 minutes). Entra repeats the attempt at the next cycle.',
    steps: [
      'Wait one cycle, about 40 minutes, and ask again.',
      'If it repeats, ask the vendor of {app} about slow requests at the times in the log; with an on-premises agent, look at the load and network of its server.',
    ],
  },
  LicenseLimitExceeded: {
    title: 'No free licence in the app',
    meaning:
      'The app has no licence left of the kind that this account needs, so it creates no account. Everybody who comes after waits for the same reason.',
    steps: [
      'Free a licence in {app} by deactivating unused accounts, or buy more of the right type.',
      `Review under ${paths.assignments} who really needs the app, and with which role. Once a licence is free, the next cycle creates the account of {person}.`,
    ],
  },
  DuplicateTargetEntries: {
    title: 'Several accounts in the app match',
    meaning:
      'Entra looked for the one account in the app with the matching value and found more than one. It changes none of them rather than the wrong one.',
    steps: [
      'Search {app} for the matching value shown in the log entry; delete, merge or rename the account that is too many, deactivated ones included.',
      `If the attribute is not unique by nature, choose another one for matching under ${paths.mappings}. Entra tries again at the next cycle.`,
    ],
  },
  DuplicateSourceEntries: {
    title: 'Several people carry the matching value',
    meaning:
      'The value by which people are matched belongs to more than one person in the source, so Entra cannot tell whose account in the app it is.',
    steps: [
      'Find the people who share the matching value (an employee id copied by mistake, a reused address) and correct the wrong record.',
      `If the value may be shared, choose a unique attribute for matching under ${paths.mappings}. Saving re-evaluates everybody.`,
    ],
  },
  ImportSkipped: {
    title: 'The matching attribute is empty in the source',
    meaning:
      'Entra could not take the person up for evaluation, most often because the attribute used for matching has no value. Scope and assignment were not even looked at, so it does not tell whether the person belongs in the app.',
    steps: [
      `Open ${paths.mappings} and read which source attribute has a matching precedence.`,
      'Fill this attribute on {person} in its source. The change itself makes Entra look again at the next cycle.',
      `Confirm with ${paths.onDemand}. If many people lack the value, choose a matching attribute that everybody has.`,
    ],
  },
  EntrySynchronizationSkipped: {
    title: 'Read, but nothing was done',
    meaning:
      'Entra read the person and then left things as they were: either the person is out of scope, or the account in the app already agrees. The code alone does not tell which; the skip reason in the entry does.',
    steps: [
      'Ask about {person} and {app} by name, or paste the whole log entry: the skip reason in it decides between "out of scope" and "already in sync".',
      `Or open the entry under ${paths.logs}, tab Steps, and read SkipReason in the step with the status skipped. RedundantExport means in sync; NotEffectivelyEntitled means out of scope.`,
    ],
  },
  SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: {
    title: 'The app returned several objects instead of one',
    meaning:
      'Entra asked the SCIM interface of the app for one user or group and got several. Either the matching value exists twice there, or the interface ignores the filter, or it lists members although they were excluded.',
    steps: [
      'Search {app} for the matching value and remove the duplicate, if there is one.',
      'If there is none, give the vendor the GET request and its answer: the interface must honour filter and excludedAttributes. Entra repeats the attempt until that is mended.',
    ],
  },
  SystemForCrossDomainIdentityManagementServiceIncompatible: {
    title: 'The SCIM interface answers in a form that Entra cannot read',
    meaning:
      'The app answered, but the answer does not follow SCIM as the Entra client expects it, so the operation counts as failed. The mistake is in the interface of the app.',
    steps: [
      'Give the vendor the answer from the log entry and the SCIM reference of Microsoft; the interface has to be corrected.',
      `Check the Tenant URL under ${paths.credentials}: for some apps the flag ?aadOptscim062020 at its end switches Entra to stricter SCIM behaviour. Test connection shows at once whether it helps.`,
    ],
  },
  SchemaPropertyCanOnlyAcceptValue: {
    title: 'Several values for an attribute that takes one',
    meaning:
      'The source attribute holds a list of values, and the attribute in the app takes a single one. The app therefore refuses the whole change.',
    steps: [
      'If only {person} is affected, reduce the attribute ({property}) to one value in the source.',
      `Otherwise map a source attribute with a single value under ${paths.mappings}, pick one value with an expression, or delete the mapping. Saving starts a new initial cycle.`,
    ],
  },
};
