import { type Scenario, scenario } from './scenario.ts';

/** The person's own gates: active, assigned, entitled role, scoping filter, matching and required attributes. */
export const gateScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'filter-case',
      user: 'alice@contoso.com',
      app: 'Salesforce',
      verdict: 'skipped',
      cause: 'scoping-filter',
      expected: false,
      note: 'department is "sales", the filter "Sales only" wants "Sales"',
    },
    (stage) => {
      const alice = stage.hire('Alice Smith', {
        mailNickname: 'alice',
        department: 'sales',
        jobTitle: 'Account Executive',
        employeeId: '21001',
      });
      stage.assign('Salesforce', alice, 'Standard User', 12);
      stage.log('Salesforce', alice, 11, { is: 'notEntitled' });
      stage.log('Salesforce', alice, 2, { is: 'notEntitled' });
      // Two namesakes that Salesforce has never heard of.
      stage.reserve('Salesforce', stage.hire('Alice Nguyen', { department: 'Engineering' }));
      stage.reserve('Salesforce', stage.hire('Alice Smythe', { department: 'Legal' }));
    },
  ),
  scenario(
    {
      id: 'filter-empty',
      user: 'gordon@contoso.com',
      app: 'Salesforce',
      verdict: 'skipped',
      cause: 'scoping-filter',
      expected: false,
      note: 'department is empty, and an empty value fails EQUALS',
    },
    (stage) => {
      const gordon = stage.hire('Gordon Pike', { mailNickname: 'gordon', department: null });
      stage.assign('Salesforce', gordon, 'Standard User', 6);
      stage.log('Salesforce', gordon, 5, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'filter-regex',
      user: 'hugo@contoso.com',
      app: 'IT Service Portal',
      verdict: 'skipped',
      cause: 'scoping-filter',
      expected: false,
      note: 'the filter is a regular expression on mail; the log alone can tell',
    },
    (stage) => {
      const hugo = stage.hire('Hugo Stein', { mailNickname: 'hugo', mail: 'hugo.stein@contoso-labs.com' });
      stage.log('IT Service Portal', hugo, 3, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'not-assigned',
      user: 'bob@contoso.com',
      app: 'Zoom',
      verdict: 'skipped',
      cause: 'not-assigned',
      noise: ['no-entitled-role'],
      expected: true,
      note: 'never assigned; the entitlement sentence follows from that',
    },
    (stage) => {
      const bob = stage.hire('Bob Jones', { mailNickname: 'bob' });
      stage.log('Zoom', bob, 4, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'not-assigned-and-filter',
      user: 'fiona@contoso.com',
      app: 'Salesforce',
      verdict: 'skipped',
      cause: 'not-assigned',
      also: ['scoping-filter'],
      noise: ['no-entitled-role'],
      expected: true,
      note: 'unassigned, and the filter would leave the person out too',
    },
    (stage) => {
      stage.log('Salesforce', stage.hire('Fiona Mac Lean', { mailNickname: 'fiona', department: 'Legal' }), 7, {
        is: 'notEntitled',
      });
    },
  ),
  scenario(
    {
      id: 'not-assigned-old-shape',
      user: 'iris@contoso.com',
      app: 'IT Service Portal',
      verdict: 'skipped',
      cause: 'not-assigned',
      noise: ['no-entitled-role'],
      expected: true,
      note: 'the same in the words of 2019',
    },
    (stage) => {
      stage.log('IT Service Portal', stage.hire('Iris Vance', { mailNickname: 'iris' }, false), 8, {
        is: 'notEntitled',
      });
    },
  ),
  scenario(
    {
      id: 'nested-group',
      user: 'dave.muller@contoso.com',
      app: 'Salesforce',
      verdict: 'skipped',
      cause: 'nested-group',
      noise: ['no-entitled-role'],
      expected: false,
      note: 'member of Sales EMEA, which is inside the assigned Sales Team',
    },
    (stage) => {
      const dave = stage.hire('Dave Müller', { department: 'Sales' });
      stage.directory.addMember('Sales EMEA', dave.id);
      stage.log('Salesforce', dave, 3, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'default-access',
      user: 'erin@contoso.com',
      app: 'Salesforce',
      verdict: 'skipped',
      cause: 'no-entitled-role',
      expected: false,
      note: 'assigned with default access only',
    },
    (stage) => {
      const erin = stage.hire('Erin Łukasik', { mailNickname: 'erin', department: 'Sales' });
      stage.assign('Salesforce', erin, '', 10);
      stage.log('Salesforce', erin, 9, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'disabled',
      user: 'frank@contoso.com',
      app: 'Zoom',
      verdict: 'skipped',
      cause: 'disabled-in-source',
      expected: true,
      note: 'assigned, and the account is disabled',
    },
    (stage) => {
      const frank = stage.hire('Frank Hughes', { mailNickname: 'frank', accountEnabled: false }, false);
      stage.assign('Zoom', frank, 'Basic', 20);
      stage.log('Zoom', frank, 6, { is: 'notEntitled' });
    },
  ),
  scenario(
    {
      id: 'deleted',
      user: 'jasper@contoso.com',
      app: 'Slack',
      verdict: 'deprovisioned',
      cause: 'deprovisioned',
      expected: true,
      also: undefined,
      noise: undefined,
      note: 'the account was soft-deleted, and Slack disabled it',
    },
    (stage) => {
      const jasper = stage.hire('Jasper Wood', { mailNickname: 'jasper' });
      stage.log('Slack', jasper, 20, { is: 'inSync' });
      const gone = stage.directory.deletePerson(jasper.id, stage.now - 4.1 * 86_400_000);
      stage.log('Slack', gone, 4, { is: 'disabled' });
    },
  ),
  scenario(
    {
      id: 'assignment-record',
      user: 'grace@contoso.com',
      app: 'Slack',
      verdict: 'skipped',
      cause: 'assignment-record',
      expected: false,
      note: 'every gate reads open and the log still says: not effectively entitled',
    },
    (stage) => {
      const grace = stage.hire('Grace Kim', { mailNickname: 'grace' });
      stage.assign('Slack', grace, 'User', 30);
      stage.log('Slack', grace, 1, { is: 'brokenAssignment' });
    },
  ),
  scenario(
    {
      id: 'required-attribute',
      user: 'heidi@contoso.com',
      app: 'Slack',
      verdict: 'skipped',
      cause: 'required-attribute',
      expected: false,
      note: 'no surname, which feeds name.familyName',
    },
    (stage) => {
      const heidi = stage.hire('Heidi', { mailNickname: 'heidi', surname: null });
      stage.log('Slack', heidi, 2, { is: 'invalidAttribute', property: 'name.familyName' });
    },
  ),
  scenario(
    {
      id: 'required-field',
      user: 'ivan@contoso.com',
      app: 'Salesforce',
      verdict: 'failed',
      cause: 'required-attribute',
      expected: false,
      note: 'SalesforceRequiredFieldMissing: no mail address',
    },
    (stage) => {
      const ivan = stage.hire('Ivan Horvat', { mailNickname: 'ivan', mail: null, department: 'Sales' });
      stage.assign('Salesforce', ivan, 'Standard User', 9);
      stage.log('Salesforce', ivan, 2, {
        is: 'failed',
        code: 'SalesforceRequiredFieldMissing',
        reason: 'Salesforce answered: REQUIRED_FIELD_MISSING: Required fields are missing: [Email]',
      });
    },
  ),
  scenario(
    {
      id: 'missing-values',
      user: 'ximena@contoso.com',
      app: 'IT Service Portal',
      verdict: 'failed',
      cause: 'required-attribute',
      expected: false,
      note: 'MissingValues without an app prefix',
    },
    (stage) => {
      const ximena = stage.hire('Ximena', { mailNickname: 'ximena', surname: null });
      stage.log('IT Service Portal', ximena, 3, {
        is: 'failed',
        code: 'MissingValues',
        reason: 'The following mandatory attributes have no value: last_name.',
      });
    },
  ),
  scenario(
    {
      id: 'matching-attribute',
      user: 'judy@contoso.com',
      app: 'Expenses',
      verdict: 'skipped',
      cause: 'matching-attribute',
      expected: false,
      note: 'ImportSkipped: no employee id, on which Expenses matches',
    },
    (stage) => {
      const judy = stage.hire('Judy Barnes', { mailNickname: 'judy', employeeId: null });
      stage.assign('Expenses', judy, 'User', 8);
      stage.log('Expenses', judy, 3, { is: 'importSkipped', attribute: 'externalId' });
    },
  ),
];
