import type { skipReasons } from '../../../diagnosis/catalogue/entries/skip-reasons.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** Skip reasons, and the sentences that the portal gives for them. */
export const skipReasonWords: WordsFor<typeof skipReasons> = {
  NotEffectivelyEntitled: {
    title: 'One of the conditions for the app is not met',
    meaning:
      'Provisioning passed the person over because at least one condition fails: the account is not active, it is not assigned to the app, the role does not entitle, or a scoping filter says no. If all four hold, the assignment record is faulty. The code does not tell which; the scoping step of the entry does.',
    steps: [
      `Open the entry under ${paths.logs}, tab Steps, and read the scoping step: Active in the source system, Assigned to the application, User has the required role, Scoping filter evaluation passed. The first that says False is the cause.`,
      `Active is False: enable the account of {person} under ${paths.users}, if the person is to work again.`,
      `Assigned or role is False: assign {person}, or a group with {person} as direct member, under ${paths.assignments}, with a role other than Default Access.`,
      `The filter is False: ScopeEvaluationResult names the clause; correct the attribute of {person}, or change the filter under ${paths.mappings} > Source Object Scope.`,
      'All are True: remove the assignment of {person}, wait a few minutes, and assign again. The next cycle, in about 40 minutes, decides anew.',
    ],
  },
  'condition:not-assigned': {
    title: 'Not assigned to the app',
    meaning:
      'The app takes only assigned users and groups, and this person or group is not assigned, neither directly nor as a direct member of an assigned group. For people who are not meant to use the app this is normal.',
    steps: [
      `If access is wanted, add {person}, or a group with {person} as direct member, under ${paths.assignments}. Provisioning honours it after a few minutes and acts at the next cycle, in about 40 minutes.`,
      `If everybody is meant to be in the app, set Scope to "Sync all users and groups" under ${paths.settings} and restart provisioning; the initial cycle takes 20 minutes to several hours.`,
    ],
  },
  'condition:no-entitled-role': {
    title: 'The assignment does not entitle to an account',
    meaning:
      'There is no assignment with a role that this app provisions: the role is missing, or it is Default Access in an app that wants a role of its own. Beside "not assigned" the sentence only follows from that.',
    steps: [
      `Under ${paths.assignments} edit the assignment of {person}, or of the assigned group, and choose one of the roles of {app} instead of Default Access. One role only.`,
      `If the right role is not offered, add it under ${paths.roles}. The next cycle, in about 40 minutes, provisions {person}.`,
    ],
  },
  'condition:scoping-filter': {
    title: 'A scoping filter leaves the person out',
    meaning:
      'The admin of the app limited provisioning to people with certain attribute values, and at least one clause is false for this person. Clauses compare case-sensitively, and an empty attribute passes none but IS NULL.',
    steps: [
      `Read ScopeEvaluationResult in the scoping step of the entry for the false clause, and the filter under ${paths.mappings} > Source Object Scope. Changing it starts a new initial cycle for everybody.`,
      'If the attribute of {person} is wrong or empty, have it corrected in its source; the next cycle after the change takes {person} in.',
    ],
  },
  'condition:assignment-record': {
    title: 'The assignment record is faulty',
    meaning:
      'Where somebody is active, assigned with a role and passes the filter, and is still reported as not effectively entitled, the record of the assignment in Entra is damaged. If one of these conditions is not met, that is the cause instead.',
    steps: [
      `Remove {person}, or the group, under ${paths.assignments}, wait about five minutes, and assign again with the same role. In between the app may disable the account.`,
      `Provision {person} under ${paths.onDemand} to see at once whether it helped. If not, the scoping step there shows which condition fails.`,
    ],
  },
  RedundantExport: {
    title: 'Already in sync',
    meaning:
      'Entra compared the person or group with the account in the app and found nothing to change. This is how a healthy, unchanged account looks.',
    steps: [
      'Nothing to do. If {person} cannot sign in, the cause is not provisioning: look at sign-in logs, licence and role in {app}.',
      `If a value in {app} is wrong, check under ${paths.mappings} that the attribute is mapped, that it is not applied "Only during object creation", and that it is not empty in the source, for empty values are not written.`,
    ],
  },
  RedundantSoftDelete: {
    title: 'Already disabled in the app',
    meaning:
      'The person is out of scope, and the account in the app was disabled earlier, so there was nothing left to do. An earlier entry of the action Disable shows when. Microsoft does not document this skip reason; it is known from logs.',
    steps: [
      'Nothing to do, if the person is to be without access. If access is wanted again, assign {person}; the next cycle reactivates the account.',
    ],
  },
  AttributeValidationFailed: {
    title: 'A value is missing or does not pass the check',
    meaning:
      'Before writing, Entra checks the values that the app requires, and one of them is empty or not valid. The entry names the attribute of the app, in PropertyName; the value comes from a source attribute that is mapped to it.',
    steps: [
      `Find the attribute ({property}) under ${paths.mappings} in the column of the app, and read which source attribute or expression feeds it.`,
      'Fill or correct that source attribute on {person}. Watch the rules of the app: Slack, for example, takes no @ in a display name.',
      'Ask again after the next cycle, in about 40 minutes; the change of the attribute makes Entra evaluate {person} anew.',
    ],
  },
  UnableToResolveReferenceAttributeValue: {
    title: 'A member or manager is not in the app',
    meaning:
      'A group or user points to somebody (a member, a manager) who has no account in the app, so this one link could not be written. The rest of the change is unaffected.',
    steps: [
      'Ask about the member or manager that the entry names, and bring that person into scope; once provisioned, the link can be written.',
      `Then provision the group or user again under ${paths.onDemand}. Links that became possible later are not always picked up by normal cycles; Restart provisioning does it for all, in 20 minutes to several hours.`,
    ],
  },
  EntryJoiningPropertyValueIsMissing: {
    title: 'Nothing to match by',
    meaning:
      'The attribute by which Entra finds the account or group in the app has no value, so it can neither match nor create it. For a group, its members then stay out as well.',
    steps: [
      `Open ${paths.mappings} and read which attribute carries the matching precedence; for groups it is often the display name or the mail nickname.`,
      'Give {person} a value in this attribute. The change itself triggers a new evaluation at the next cycle, in about 40 minutes.',
    ],
  },
  JoinNotFound: {
    title: 'No counterpart found in the target',
    meaning:
      'Entra found nothing in the target to join this object with. Microsoft does not explain the code; in logs it was seen when an object outside the scope of cloud sync was to be deleted that never existed there, and for people whom a filter left out.',
    steps: [
      'Check the scope (organisational units, groups, filter) of the configuration. If the object is out of scope, nothing needs to be done; if it should be in scope, correct that and provision it on demand.',
    ],
  },
};
