import type { behaviours } from '../../../diagnosis/catalogue/entries/behaviours.ts';
import { paths } from './paths.ts';
import type { WordsFor } from './shape.ts';

/** How provisioning behaves by design. */
export const behaviourWords: WordsFor<typeof behaviours> = {
  'condition:nested-group': {
    title: 'Members of nested groups are not taken in',
    meaning:
      'Provisioning reads only the direct members of an assigned group. Somebody who belongs to a group inside the assigned group is not in scope.',
    steps: [
      'Have the owner of the assigned group add {person} as a direct member.',
      `Or assign the inner group itself under ${paths.assignments}. The next cycle, in about 40 minutes, takes its direct members in.`,
    ],
  },
  'condition:disabled-source-account': {
    title: 'The account is not active in the source',
    meaning:
      'Provisioning creates no accounts for people whose account is disabled or deleted at the source, and it disables those that exist. For leavers this is how it should be.',
    steps: [
      `If {person} is to work again, enable the account under ${paths.users} (or in Active Directory, where it comes from there). The next cycle, in about 40 minutes, brings the account in {app} back.`,
    ],
  },
  'condition:null-attribute': {
    title: 'Empty values are not written',
    meaning:
      'When an attribute becomes empty in the source, Entra leaves the old value in the app as it is, because it sends no empty values by default.',
    steps: [
      `Give the mapping a default or an expression that yields a text for "empty" under ${paths.mappings}; or clear the value in {app} by hand.`,
    ],
  },
  'condition:special-character-in-matching-value': {
    title: 'A special character spoils the matching',
    meaning:
      'Entra searches the app by the matching value, and some special characters in it break that search. Then the existing account is not found, or the search fails.',
    steps: [
      'Remove the special character from the matching attribute of {person} in the source, if possible.',
      `Otherwise match by an attribute without special characters, such as employeeId, under ${paths.mappings}. Saving re-evaluates everybody.`,
    ],
  },
  'condition:manager-in-scope-later': {
    title: 'The manager came into scope later',
    meaning:
      'The person was provisioned while the manager was not in scope. When the manager follows later, the link between the two is not written by itself.',
    steps: [
      `Press Restart provisioning under ${paths.provisioning}; the new initial cycle writes the missing links too, and takes 20 minutes to several hours.`,
    ],
  },
  'condition:group-member-in-scope-later': {
    title: 'The group member came into scope later',
    meaning:
      'The group was provisioned while this member was out of scope. When the member comes into scope, the membership in the app is not added at once.',
    steps: [
      `Press Restart provisioning under ${paths.provisioning} once {person} has an account in {app}; the initial cycle compares the members of every group again.`,
    ],
  },
  'condition:sync-all-to-assigned': {
    title: 'A change of scope takes a restart',
    meaning:
      'When Scope is changed from "Sync all users and groups" to "Sync only assigned users and groups", normal cycles go on as before. Only a restart applies it.',
    steps: [
      `Press Restart provisioning under ${paths.provisioning}. Unassigned people are then disabled in {app}, so look at the limit for accidental deletions under Settings first.`,
    ],
  },
  'condition:unsupported-scoping-attribute': {
    title: 'The filter uses an attribute that filters do not support',
    meaning:
      'Scoping filters cannot work with appRoleAssignments, userType, manager, date attributes or directory extensions with several values. A clause on one of them does not do what it says.',
    steps: [
      `Rebuild the clause on another attribute, such as department or an extension attribute with one value, under ${paths.mappings} > Source Object Scope. Saving starts a new initial cycle.`,
    ],
  },
  'condition:role-mapping-with-sync-all': {
    title: 'Role mappings need "assigned only"',
    meaning:
      'The functions SingleAppRoleAssignment, AppRoleAssignmentsComplex and AssertiveAppRoleAssignmentsComplex read the roles of assignments, and do not work while the scope is "Sync all users and groups".',
    steps: [
      `Set Scope to "Sync only assigned users and groups" under ${paths.settings}, assign people with roles, and restart provisioning.`,
    ],
  },
};
