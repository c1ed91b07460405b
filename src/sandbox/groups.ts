import { dayMs, iso } from './moment.ts';
import { departments, type Person } from './people.ts';
import { guidOf, type Random } from './random.ts';

/** A group as Microsoft Graph describes one, with its members' ids. Members can be groups. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mail: string | null;
  readonly mailEnabled: boolean;
  readonly mailNickname: string | null;
  readonly securityEnabled: boolean;
  readonly groupTypes: readonly string[];
  readonly membershipRule: string | null;
  readonly membershipRuleProcessingState: string | null;
  readonly isAssignableToRole: boolean | null;
  readonly onPremisesSyncEnabled: true | null;
  readonly proxyAddresses: readonly string[];
  readonly visibility: string | null;
  readonly createdDateTime: string;
  readonly deletedDateTime: string | null;
  readonly memberIds: readonly string[];
}

export function group(
  seed: number,
  now: number,
  displayName: string,
  memberIds: readonly string[],
  given: Partial<Group> = {},
): Group {
  return {
    id: guidOf(seed, 'group', displayName),
    displayName,
    description: null,
    mail: null,
    mailEnabled: false,
    mailNickname: guidOf(seed, 'nickname', displayName).slice(0, 10),
    securityEnabled: true,
    groupTypes: [],
    membershipRule: null,
    membershipRuleProcessingState: null,
    isAssignableToRole: null,
    onPremisesSyncEnabled: null,
    proxyAddresses: [],
    visibility: null,
    createdDateTime: iso(now - 500 * dayMs),
    deletedDateTime: null,
    memberIds,
    ...given,
  };
}

/** Groups by department and purpose. Scenario people join by hand (scenarios.ts); those of the background belong where their data says. */
export function backgroundGroups(seed: number, now: number, random: Random, people: readonly Person[]): Group[] {
  const members = people.filter((one) => one.userType === 'Member');
  const ids = (list: readonly Person[]): string[] => list.map((one) => one.id);
  const of = (department: string): Person[] => members.filter((one) => one.department === department);
  const byDepartment = departments
    .filter((department) => department !== 'Sales')
    .map((department) =>
      group(seed, now, department, ids(of(department)), {
        mail: `${department.toLowerCase().replace(' ', '-')}@contoso.com`,
        mailEnabled: true,
        mailNickname: department.toLowerCase().replace(' ', '-'),
      }),
    );
  const sales = of('Sales');
  const emea = group(seed, now, 'Sales EMEA', ids(sales.slice(-4)), { mailNickname: 'sales-emea' });
  return [
    group(seed, now, 'Sales Team', [...ids(sales.slice(0, -4)), emea.id], {
      mailNickname: 'sales-team',
      mail: 'sales-team@contoso.com',
      mailEnabled: true,
    }),
    emea,
    ...byDepartment,
    group(seed, now, 'All Staff', ids(members.filter((one) => one.accountEnabled)), {
      groupTypes: ['DynamicMembership'],
      membershipRule: '(user.userType -eq "Member") and (user.accountEnabled -eq true)',
      membershipRuleProcessingState: 'On',
      mailNickname: 'all-staff',
    }),
    group(seed, now, 'License: Zoom', ids(members.filter(() => random.chance(0.5)))),
    group(seed, now, 'Finance & Audit', ids(of('Finance').filter((one) => one.employeeId !== null))),
    group(seed, now, 'Fabrikam project', ids(of('Engineering').slice(0, 12)), { mailNickname: 'fabrikam-project' }),
    group(seed, now, 'Marketing Crew', ids(of('Marketing')), {
      groupTypes: ['Unified'],
      mail: 'marketing.crew@contoso.com',
      mailEnabled: true,
      mailNickname: 'marketing.crew',
      securityEnabled: false,
      visibility: 'Private',
    }),
    group(seed, now, 'Équipe Café', ids(members.slice(0, 9)), { mailNickname: null }),
    group(seed, now, 'sg-app-salesforce-admins', ids(of('Engineering').slice(0, 3)), { isAssignableToRole: true }),
    group(seed, now, 'Contractors', ids(members.filter((one) => one.companyName !== 'Contoso')), {
      mailNickname: null,
    }),
  ];
}
