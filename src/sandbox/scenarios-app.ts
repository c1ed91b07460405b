import { iso } from './moment.ts';
import { type Scenario, scenario } from './scenario.ts';
import { scimError, scimReason } from './sentences.ts';

/** What the apps themselves answered about somebody's values: duplicates, conflicts, credentials. */
export const appScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'duplicate-in-app',
      user: 'mallory@contoso.com',
      app: 'Salesforce',
      verdict: 'failed',
      cause: 'duplicate-in-app',
      expected: false,
      note: 'DuplicateTargetEntries: two accounts in Salesforce match',
    },
    (stage) => {
      const mallory = stage.hire('Mallory Quinn', { mailNickname: 'mallory', department: 'Sales' });
      stage.assign('Salesforce', mallory, 'Standard User', 9);
      stage.log('Salesforce', mallory, 2, {
        is: 'failed',
        during: 'matching',
        code: 'DuplicateTargetEntries',
        reason: "More than one User in Salesforce has Username 'mallory@contoso.com'. Matching needs exactly one.",
      });
    },
  ),
  scenario(
    {
      id: 'several-in-response',
      user: 'otto@contoso.com',
      app: 'Contoso People Finder',
      verdict: 'failed',
      cause: 'duplicate-in-app',
      expected: false,
      note: 'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
    },
    (stage) => {
      const otto = stage.hire('Otto Brandt', { mailNickname: 'otto', onPremisesSyncEnabled: true });
      stage.log('Contoso People Finder', otto, 2, {
        is: 'failed',
        during: 'matching',
        code: 'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
        reason: 'The service returned 2 resources for the query userName eq "otto@contoso.com" where one was expected.',
      });
    },
  ),
  scenario(
    {
      id: 'duplicate-in-source',
      user: 'niaj@contoso.com',
      app: 'Expenses',
      verdict: 'failed',
      cause: 'duplicate-in-source',
      expected: false,
      note: 'two users carry the same employee id',
    },
    (stage) => {
      const niaj = stage.hire('Niaj Rahman', { mailNickname: 'niaj', employeeId: '21777' });
      stage.hire('Niall Rahman', { mailNickname: 'niall', employeeId: '21777' });
      stage.assign('Expenses', niaj, 'User', 9);
      stage.log('Expenses', niaj, 2, {
        is: 'failed',
        during: 'matching',
        code: 'DuplicateSourceEntries',
        reason: "More than one user in the source has externalId '21777'.",
      });
    },
  ),
  scenario(
    {
      id: 'value-conflict',
      user: 'olivia@contoso.com',
      app: 'Slack',
      verdict: 'failed',
      cause: 'value-conflict',
      expected: false,
      note: 'a 409 with scimType uniqueness inside a generic SCIM code',
    },
    (stage) => {
      const olivia = stage.hire('Olivia Hart', { mailNickname: 'olivia' });
      stage.log('Slack', olivia, 1, {
        is: 'failed',
        code: 'SystemForCrossDomainIdentityManagementBadResponse',
        reason: scimReason(
          "create User 'olivia@contoso.com' in Slack",
          409,
          'Conflict',
          scimError('An unclaimed user already exists for that email address', 409, 'uniqueness'),
          { times: 3, nextAt: iso(stage.now + 5 * 3_600_000) },
        ),
        property: { name: 'emails[type eq "work"].value', value: 'olivia@contoso.com' },
      });
    },
  ),
  scenario(
    {
      id: 'entry-conflict',
      user: 'bianca@contoso.com',
      app: 'Google Workspace',
      verdict: 'failed',
      cause: 'value-conflict',
      expected: false,
      note: 'EntryConflict with an app prefix',
    },
    (stage) => {
      const bianca = stage.hire('Bianca Rossi-Hahn', { mailNickname: 'bianca', department: 'Marketing' });
      stage.assign('Google Workspace', bianca, 'User', 9);
      stage.log('Google Workspace', bianca, 2, {
        is: 'failed',
        code: 'GoogleAppsEntryConflict',
        reason:
          'Message: Google Workspace returned HTTP status code 409: a user with this primary e-mail exists already.',
      });
    },
  ),
  scenario(
    {
      id: 'credentials-rejected',
      user: 'peggy@contoso.com',
      app: 'Expenses',
      verdict: 'failed',
      cause: 'credentials-rejected',
      expected: false,
      note: 'a 401 inside the reason',
    },
    (stage) => {
      const peggy = stage.hire('Peggy Olson', { mailNickname: 'peggy' });
      stage.assign('Expenses', peggy, 'User', 9);
      stage.log('Expenses', peggy, 1, {
        is: 'failed',
        code: 'SystemForCrossDomainIdentityManagementBadResponse',
        reason: scimReason(
          "create User 'peggy@contoso.com' in customappsso",
          401,
          'Unauthorized',
          {
            detail: 'The access token expired',
            status: '401',
            schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          },
          { times: 2, nextAt: iso(stage.now + 3 * 3_600_000) },
        ),
      });
    },
  ),
];
