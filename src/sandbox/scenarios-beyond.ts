import type { Worker } from './entry-subject.ts';
import { dayMs, iso } from './moment.ts';
import { type Scenario, scenario } from './scenario.ts';
import { retryTail } from './sentences.ts';

/** Groups, workers of the HR system, and another tenant. */
export const beyondScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'group-provisioned',
      type: 'group',
      user: 'Support',
      app: 'Slack',
      question: 'is the group Support in Slack?',
      verdict: 'provisioned',
      cause: 'provisioned',
      note: 'a group that was created a week ago',
    },
    (stage) => {
      const support = stage.directory.group('Support');
      stage.assign('Slack', support, 'User', 8);
      stage.log('Slack', support, 7, { is: 'created' });
    },
  ),
  scenario(
    {
      id: 'group-reference',
      type: 'group',
      user: 'Sales Team',
      app: 'Slack',
      question: 'why is the group Sales Team not in Slack?',
      verdict: 'failed',
      cause: 'reference-not-provisioned',
      expected: false,
      note: 'a member is not itself provisioned',
    },
    (stage) => {
      const team = stage.directory.group('Sales Team');
      stage.assign('Slack', team, 'User', 8);
      const member = stage.hire('Rosalind Frey', { mailNickname: 'rosalind', department: 'Sales' }, false);
      stage.directory.addMember('Sales Team', member.id);
      stage.log('Slack', stage.directory.group('Sales Team'), 2, { is: 'unresolvedReference', memberId: member.id });
    },
  ),
  scenario(
    {
      id: 'group-matching',
      type: 'group',
      user: 'Équipe Café',
      app: 'IT Service Portal',
      question: 'why was the group Équipe Café skipped in the IT Service Portal?',
      verdict: 'failed',
      cause: 'matching-attribute',
      expected: false,
      note: 'no mail alias, on which the portal matches groups',
    },
    (stage) => {
      const cafe = stage.directory.group('Équipe Café');
      stage.assign('IT Service Portal', cafe, 'Requester', 8);
      stage.log('IT Service Portal', cafe, 3, {
        is: 'failed',
        during: 'matching',
        code: 'EntryJoiningPropertyValueIsMissing',
        reason: 'The joining property externalId has no value on the source object.',
      });
    },
  ),
  scenario(
    {
      id: 'group-not-assigned',
      type: 'group',
      user: 'Contractors',
      app: 'Slack',
      question: 'why was the group Contractors skipped in Slack?',
      verdict: 'skipped',
      cause: 'not-assigned',
      noise: ['no-entitled-role'],
      expected: true,
      note: 'the group was never assigned',
    },
    (stage) => {
      stage.log('Slack', stage.directory.group('Contractors'), 6, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'group-in-sync',
      type: 'group',
      user: 'Legal',
      app: 'Slack',
      question: 'what happened to the group Legal in Slack?',

      cause: 'already-in-sync',
      expected: true,
      note: 'redundant export of a group, quoted by object id',
    },
    (stage) => {
      const legal = stage.directory.group('Legal');
      stage.assign('Slack', legal, 'User', 100);
      stage.log('Slack', legal, 2, { is: 'inSync' });
    },
  ),
  scenario(
    {
      id: 'worker-future-hire',
      type: 'worker',
      user: 'Noor Haddad',
      app: 'Workday to Microsoft Entra User Provisioning',
      question: 'why was worker 21023 skipped in Workday to Microsoft Entra User Provisioning?',
      verdict: 'skipped',
      cause: 'disabled-in-source',
      expected: true,
      note: 'starts in two weeks; Entra has no such user yet',
    },
    (stage) => {
      stage.log(
        'workday',
        worker('21023', 'Noor', 'Haddad', { active: false, hireDate: iso(stage.now + 14 * dayMs) }),
        1,
        { is: 'notEntitled' },
      );
    },
  ),
  scenario(
    {
      id: 'worker-filter',
      type: 'worker',
      user: 'Tamsin Cole',
      app: 'Workday to Microsoft Entra User Provisioning',
      question: 'why was Tamsin Cole skipped in Workday to Microsoft Entra User Provisioning?',
      verdict: 'skipped',
      cause: 'scoping-filter',

      note: 'a contingent worker, whom the filter leaves out',
    },
    (stage) => {
      stage.log('workday', worker('21024', 'Tamsin', 'Cole', { workerType: 'Contingent' }), 3, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'worker-provisioned',
      type: 'worker',
      user: 'Ines-Marie Roth',
      app: 'Workday to Microsoft Entra User Provisioning',
      question: 'what happened to Ines-Marie Roth in Workday to Microsoft Entra User Provisioning?',
      verdict: 'provisioned',
      cause: 'provisioned',
      note: 'created from Workday',
    },
    (stage) => {
      stage.hire('Ines-Marie Roth', { mailNickname: 'ines-marie.roth', employeeId: '21025' });
      stage.log('workday', worker('21025', 'Ines-Marie', 'Roth'), 5, { is: 'created' });
    },
  ),
  scenario(
    {
      id: 'worker-ad-rights',
      type: 'worker',
      user: 'Gideon Marsh',
      app: 'Workday to AD',
      question: 'why did Gideon Marsh fail in Workday to AD?',
      verdict: 'failed',
      cause: 'insufficient-rights',
      expected: false,
      note: 'the provisioning agent may not write the object',
    },
    (stage) => {
      stage.log('workday-ad', worker('21026', 'Gideon', 'Marsh'), 1, {
        is: 'failed',
        during: 'update',
        code: 'HybridSynchronizationActiveDirectoryInsufficientAccessRights',
        reason: `Access is denied (INSUFF_ACCESS_RIGHTS) while writing the object.\r\n${retryTail(4, iso(stage.now + dayMs / 4))}`,
      });
    },
  ),
  scenario(
    {
      id: 'cross-tenant-sms',
      user: 'ursula@contoso.com',
      app: 'Fabrikam',
      verdict: 'skipped',
      cause: 'scoping-filter',
      expected: false,
      note: 'signs in by SMS: the built-in filter on alternativeSecurityIds is false',
    },
    (stage) => {
      const ursula = stage.hire('Ursula Brandt', { mailNickname: 'ursula', alternativeSecurityIds: 'phone' });
      stage.assign('Fabrikam', ursula, 'msiam_access', 9);
      stage.log('Fabrikam', ursula, 2, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'cross-tenant-provisioned',
      user: 'vera@contoso.com',
      app: 'Fabrikam',
      verdict: 'provisioned',
      cause: 'provisioned',
      note: 'invited into the other tenant',
    },
    (stage) => {
      const vera = stage.hire('Vera Lind', { mailNickname: 'vera' });
      stage.assign('Fabrikam', vera, 'msiam_access', 9);
      stage.log('Fabrikam', vera, 6, { is: 'created' });
    },
  ),
];

function worker(workerId: string, firstName: string, lastName: string, given: Partial<Worker> = {}): Worker {
  return {
    workerId,
    firstName,
    lastName,
    active: true,
    workerType: 'Regular',
    hireDate: '2021-03-01T00:00:00Z',
    organization: 'Operations',
    title: 'Planner',
    ...given,
  };
}
