import { type Scenario, scenario } from './scenario.ts';
import { cyclesAgo } from './stage.ts';

/** It worked, there was nothing to do, there is no record; and what was differs from what is. */
export const resultScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'provisioned',
      user: 'carol.obrien@contoso.com',
      app: 'Slack',
      question: 'did carol make it into Slack?',
      verdict: 'provisioned',
      cause: 'provisioned',
      note: 'created three days ago',
    },
    (stage) => {
      const carol = stage.hire("Carol O'Brien");
      stage.log('Slack', carol, 3, { is: 'created' });
    },
  ),
  scenario(
    {
      id: 'already-in-sync',
      user: 'ken@contoso.com',
      app: 'Zoom',

      cause: 'already-in-sync',
      expected: true,
      note: 'redundant export: both sides agree',
    },
    (stage) => {
      const ken = stage.hire('Ken Watanabe', { mailNickname: 'ken' });
      stage.assign('Zoom', ken, 'Licensed', 200);
      stage.log('Zoom', ken, 12, { is: 'inSync' });
      stage.log('Zoom', ken, 1, { is: 'inSync' });
    },
  ),
  scenario(
    {
      id: 'deprovisioned',
      user: 'amara@contoso.com',
      app: 'Zoom',
      question: 'why was amara removed from Zoom?',
      verdict: 'deprovisioned',
      cause: 'deprovisioned',
      expected: true,
      also: undefined,
      noise: undefined,
      note: 'un-assigned, and disabled in Zoom since',
    },
    (stage) => {
      const amara = stage.hire('Amara Obi', { mailNickname: 'amara' });
      stage.assign('Zoom', amara, 'Licensed', 200);
      stage.log('Zoom', amara, 15, { is: 'inSync' });
      stage.directory.unassign('Zoom', amara.id);
      stage.log('Zoom', amara, 5, { is: 'disabled' });
    },
  ),
  scenario(
    {
      id: 'already-deprovisioned',
      user: 'laura@contoso.com',
      app: 'Zoom',
      verdict: 'deprovisioned',
      cause: 'already-deprovisioned',
      expected: true,
      also: undefined,
      noise: undefined,
      note: 'disabled six days ago; nothing was left to disable yesterday',
    },
    (stage) => {
      const laura = stage.hire('Laura Vidal', { mailNickname: 'laura' });
      stage.log('Zoom', laura, 6, { is: 'disabled' });
      stage.log('Zoom', laura, 1, { is: 'alreadyDisabled' });
    },
  ),
  scenario(
    {
      id: 'no-record',
      user: 'bruno@contoso.com',
      app: 'Zoom',
      question: "why isn't bruno in Zoom?",
      verdict: 'unknown',
      cause: 'no-record',
      note: 'assigned for months, every gate open, and not a line in the log',
    },
    (stage) => {
      const bruno = stage.hire('Bruno Keller', { mailNickname: 'bruno' });
      stage.assign('Zoom', bruno, 'Licensed', 120);
      stage.reserve('Zoom', bruno);
    },
  ),
  scenario(
    {
      id: 'assigned-just-now',
      user: 'clara@contoso.com',
      app: 'Zoom',
      question: "clara isn't in Zoom yet",
      verdict: 'pending',
      cause: 'awaiting-next-cycle',
      note: 'assigned two minutes ago, after the last cycle began',
    },
    (stage) => {
      const clara = stage.hire('Clara Vogt', { mailNickname: 'clara' });
      stage.assign('Zoom', clara, 'Licensed', 2 / 1440);
      stage.reserve('Zoom', clara);
    },
  ),
  scenario(
    {
      id: 'attribute-corrected',
      user: 'zoe@contoso.com',
      app: 'Salesforce',
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      expected: false,
      note: 'department was "sales" in the log and is "Sales" today',
    },
    (stage) => {
      const zoe = stage.hire('Zoe Zimmermann', { mailNickname: 'zoe', department: 'sales' });
      stage.assign('Salesforce', zoe, 'Standard User', 6);
      stage.log('Salesforce', zoe, cyclesAgo(2), { is: 'notEntitled' });
      stage.directory.changePerson(zoe.id, { department: 'Sales' });
    },
  ),
  scenario(
    {
      id: 're-enabled',
      user: 'derek@contoso.com',
      app: 'Slack',
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      expected: false,
      note: 'the account was disabled in the log and is enabled today',
    },
    (stage) => {
      const derek = stage.hire('Derek Lund', { mailNickname: 'derek', accountEnabled: false });
      stage.log('Slack', derek, cyclesAgo(2), { is: 'notEntitled' });
      stage.directory.changePerson(derek.id, { accountEnabled: true });
    },
  ),
  scenario(
    {
      id: 'filter-changed',
      user: 'edith@contoso.com',
      app: 'Zoom',
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      expected: false,
      note: 'the filter of that time, "London office", has been replaced',
    },
    (stage) => {
      const edith = stage.hire('Edith Ng', { mailNickname: 'edith', city: 'Paris', country: 'France' });
      stage.assign('Zoom', edith, 'Licensed', 60);
      const former = stage.directory.app('Zoom').spec?.formerScope?.scope ?? [];
      stage.log('Zoom', edith, 22, { is: 'notEntitled' }, { scope: former });
    },
  ),
  scenario(
    {
      id: 'assigned-since',
      user: 'tessa@contoso.com',
      app: 'Zoom',
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      note: 'unassigned in the log, assigned two minutes ago',
    },
    (stage) => {
      const tessa = stage.hire('Tessa Grant', { mailNickname: 'tessa' });
      stage.log('Zoom', tessa, 1, { is: 'notEntitled' });
      stage.assign('Zoom', tessa, 'Licensed', 2 / 1440);
    },
  ),
  scenario(
    {
      id: 'namesakes',
      user: 'john.smith@contoso.com',
      app: 'Zoom',
      question: 'did john.smith@contoso.com make it into Zoom?',
      verdict: 'provisioned',
      cause: 'provisioned',
      note: 'one of two John Smiths in Zoom: the first name alone is a choice',
    },
    (stage) => {
      const john = stage.hire('John Smith', { mailNickname: 'john.smith', department: 'Finance' });
      stage.assign('Zoom', john, 'Licensed', 5);
      stage.log('Zoom', john, 4, { is: 'created' });
      const other = stage.hire('John Smith', { mailNickname: 'john.smith2', department: 'Operations' });
      stage.assign('Zoom', other, 'Basic', 9);
      stage.log('Zoom', other, 8, { is: 'created' });
    },
  ),
];
