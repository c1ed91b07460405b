import type { TopicWords } from '../topics.ts';
import { docs } from './links.ts';

export const ruleTopics = {
  'scoping-filters': {
    title: 'Scoping filters',
    text: 'A scoping filter lets only people or groups through whose attributes match; by default there is none, and one is added under Provisioning > Mappings > the mapping > Source object scope. Clauses in one filter must all be true (AND); of several filters one is enough (OR). Operators: EQUALS, NOT EQUALS, IS NULL, IS NOT NULL, IS TRUE, IS FALSE, REGEX MATCH, NOT REGEX MATCH, Includes, ENDS_WITH, Greater_Than, Greater_Than_OR_EQUALS, & and !&. Saving one starts a new initial cycle, and whoever no longer passes is disabled in the app.',
    links: [docs.filters],
  },
  'scoping-or-assignment': {
    title: 'Scoping filter or assignment',
    text: 'These are two gates, and with "sync only assigned users and groups" both must be open. Assignment says who may use the app and also serves single sign-on; it is the usual way. A scoping filter in the mapping narrows that further by attribute, or takes its place with "sync all users and groups". HR-driven jobs know no assignment: there the filter alone decides. Somebody who passes the filter but is not assigned is skipped, and the other way round.',
    links: [docs.howItWorks, docs.filters],
  },
  'sync-all-or-assigned': {
    title: 'Sync all, or only assigned',
    text: '"Sync only assigned users and groups" takes those who are assigned directly or as direct members of an assigned group. "Sync all users and groups" takes everybody in the tenant who passes the scoping filter, assigned or not, and makes cycles longer. Mappings of app roles do not work with "sync all". After switching from all to assigned, restart provisioning, or the change does not take effect. It is set under Provisioning > Settings > Scope.',
    links: [docs.knownIssues, docs.howItWorks],
  },
  'filter-case': {
    title: 'Upper case, lower case and empty values in filters',
    text: 'EQUALS, NOT EQUALS, Includes and REGEX MATCH mind upper and lower case: "Sales" and "sales" differ. For ENDS_WITH the documentation does not say. An empty attribute makes a clause false, NOT REGEX MATCH included; only IS NULL is then true. For NOT EQUALS on an empty value that follows from the general note; it has no sentence of its own.',
    links: [docs.filters],
  },
  'filter-regex': {
    title: 'Regular expressions in filters',
    text: 'REGEX MATCH and NOT REGEX MATCH take a regular expression and mind the case; the latter is false for an empty value. Which engine is used, and whether the pattern must cover the whole value, is not documented: one example begins with ".*" to match an ending, another matches a part. Write ".*" where anything may stand, and try the filter with Provision on demand. Simpler needs are met by Includes and ENDS_WITH; there is no "starts with".',
    links: [docs.filters],
  },
  'filter-dates': {
    title: 'Dates and functions in filters',
    text: 'A scoping filter compares an attribute with a fixed value; it has no functions such as now(). Attributes of type date (StatusHireDate, startDate, endDate, StatusTerminationDate, accountExpires) are not supported. Have the source supply a flag or an integer and filter on that. Expressions with Now and DateDiff exist in attribute mappings, not in filters.',
    links: [docs.knownIssues, docs.expressions],
  },
  'filter-attributes': {
    title: 'Attributes that a filter can use',
    text: "A filter can use single-valued string, integer and Boolean attributes of the source. Not supported: appRoleAssignments, userType, manager, date attributes, multi-valued attributes and extensions, and a group's members. So guests cannot be filtered by userType: use another attribute, such as a pattern in userPrincipalName, or a directory extension.",
    links: [docs.knownIssues, docs.filters],
  },
  'default-access-role': {
    title: 'The Default Access role',
    text: "Whoever is assigned without choosing a role has Default Access. Microsoft's general page says that since 16 April 2020, and for all apps since July 2020, it counts like any other role. Other sources disagree: the Salesforce tutorial still says that Default Access does not work, and a report of November 2020 saw such people skipped as not effectively entitled. If that happens, assign a real role of the app.",
    links: [docs.noUsers, docs.salesforce],
  },
  'app-roles': {
    title: 'Roles in the app',
    text: 'Roles reach the app through a mapping with SingleAppRoleAssignment (one role), AppRoleAssignmentsComplex or AssertiveAppRoleAssignmentsComplex (several). None of them works with "sync all users and groups". In Salesforce the role is the profile, and each person needs exactly one, directly or by one group. Provision on demand does not support roles, and imports of roles show in the audit logs only.',
    links: [docs.mappings, docs.salesforce],
  },
  'licence-needed': {
    title: 'Licences',
    text: "Assigning people one by one to a gallery app works with Entra ID Free; assigning groups needs P1 or P2, and so does viewing the provisioning logs by one page, while another gives free tenants 7 days of them. HR-driven provisioning and cross-tenant synchronization need P1 for every person synchronised. The app's own licences come on top: LicenseLimitExceeded means that the app has none left.",
    links: [docs.howItWorks, docs.analyse, docs.crossTenant],
  },
  matching: {
    title: 'Matching',
    text: 'Before creating anybody, Entra searches the app for an account whose matching attribute equals the person\'s value, usually user principal name against user name. Found once, it is linked, and its id is used from then on; found never, an account is created; found twice, the operation fails with DuplicateTargetEntries. Several matching attributes are tried in the order of their precedence. If the attribute is empty for somebody, nothing can be matched and the person is skipped or fails. It is set in the attribute\'s mapping: "Match objects using this attribute".',
    links: [docs.mappings, docs.howItWorks],
  },
  'attribute-mappings': {
    title: 'Attribute mappings',
    text: 'Enterprise apps > the app > Provisioning > Mappings > the mapping lists each attribute of the app with its source: an attribute, a constant or an expression, with a default for empty values. "Only during creation" writes it once, and empty values are not written, so nothing is cleared; clearing is in preview for inbound jobs only. Further attributes are added under Show advanced options > Edit attribute list. SamAccountName and userType are not available as sources; use a directory extension. Saving starts a new initial cycle.',
    links: [docs.mappings, docs.clearValues, docs.knownIssues],
  },
} as const satisfies Readonly<Record<string, TopicWords>>;
