import type { TopicWords } from '../topics.ts';
import { docs } from './links.ts';

export const groupTopics = {
  'nested-groups': {
    title: 'Nested groups',
    text: 'Nested groups are not read: only direct members of a group that is itself assigned are in scope. Somebody who belongs to a group inside the assigned group is skipped as not assigned. Assign the inner group as well, add the person directly, or use a dynamic group. The same limit applies to assignment for single sign-on.',
    links: [docs.howItWorks, docs.knownIssues],
  },
  'dynamic-groups': {
    title: 'Dynamic groups',
    text: "Dynamic groups can be assigned and their members are provisioned. How soon depends on when the group works out its membership: only then does the next cycle pick the person up. Losing membership counts as being un-assigned, so the account is disabled. Whether the rule has caught up shows in the group's overview as its processing status.",
    links: [docs.howItWorks],
  },
  'group-provisioning': {
    title: 'Provisioning groups',
    text: "Assigning a group always brings in its direct members; the group itself is created in the app only if the app supports groups and the group mapping is enabled. The app's tutorial says whether it does. The group must be security-enabled, and its matching attribute, often display name or mail alias, must be filled. Members who are not in scope themselves are left out. Assigning groups needs Entra ID P1 or P2.",
    links: [docs.howItWorks, docs.noUsers],
  },
  'late-group-members': {
    title: 'Members missing from a provisioned group',
    text: 'A group is provisioned without the members who are not in scope themselves. Somebody who comes into scope later is not added by itself: the change is not detected, and only Restart provisioning evaluates the group again. Microsoft advises restarting from time to time for this. The log shows such members as references that could not be resolved.',
    links: [docs.knownIssues],
  },
  'filter-by-group': {
    title: 'Filtering by group',
    text: 'IsMemberOf is not supported in scoping filters, nor is a group\'s list of members. To provision the members of one group, set the scope to "sync only assigned users and groups" and assign that group. To leave a group out, un-assign it, or filter on an attribute that only its members have. A filter on the group mapping decides which groups are created, not which people.',
    links: [docs.filters],
  },
  pim: {
    title: 'PIM and just-in-time membership',
    text: 'When somebody activates membership of a group through PIM, the account follows in 2 to 10 minutes for the first five requests in 10 seconds of an app, and otherwise with the next cycle. Deactivation is handled by the next cycle. An eligible member who has not activated is not a member and is not provisioned. This is documented for AWS and G Suite, where an error after the membership ran out is expected and can be ignored.',
    links: [docs.google],
  },
} as const satisfies Readonly<Record<string, TopicWords>>;
