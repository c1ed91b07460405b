import { iso } from './moment.ts';
import { type Scenario, scenario } from './scenario.ts';
import { retryTail, scimReason } from './sentences.ts';

/** Refusals and outages: by documented code, and by codes that no documentation has. */
export const appErrorScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'insufficient-rights',
      user: 'quentin@contoso.com',
      app: 'Zoom',
      verdict: 'failed',
      cause: 'insufficient-rights',
      expected: false,
      note: 'InsufficientRights',
    },
    (stage) => {
      const quentin = stage.hire('Quentin Marsh', { mailNickname: 'quentin' });
      stage.assign('Zoom', quentin, 'Licensed', 9);
      stage.log('Zoom', quentin, 2, {
        is: 'failed',
        code: 'InsufficientRights',
        reason: 'Zoom answered 403: the integration account may not create users of type Licensed.',
      });
    },
  ),
  scenario(
    {
      id: 'app-throttling',
      user: 'rupert@contoso.com',
      app: 'Slack',
      verdict: 'failed',
      cause: 'app-throttling',
      expected: false,
      note: 'TooManyRequests',
    },
    (stage) => {
      const rupert = stage.hire('Rupert Stone', { mailNickname: 'rupert' });
      stage.log('Slack', rupert, 1, {
        is: 'failed',
        code: 'TooManyRequests',
        reason: 'Slack answered 429: ratelimited.',
      });
    },
  ),
  scenario(
    {
      id: 'app-unavailable-retry',
      user: 'sybil@contoso.com',
      app: 'IT Service Portal',
      verdict: 'failed',
      cause: 'app-unavailable',
      expected: false,
      note: 'retried from the escrow: the newest entry has no scoping step',
    },
    (stage) => {
      const sybil = stage.hire('Sybil Crane', { mailNickname: 'sybil' });
      const reason = 'ServiceNow answered 500 Internal Server Error.';
      stage.log('IT Service Portal', sybil, 4, { is: 'failed', code: 'InternalServerError', reason });
      stage.log('IT Service Portal', sybil, 1, {
        is: 'failed',
        code: 'InternalServerError',
        retries: 8,
        reason: `${reason}\r\n${retryTail(8, iso(stage.now + 7 * 3_600_000))}`,
      });
    },
  ),
  scenario(
    {
      id: 'request-rejected',
      user: 'trent@contoso.com',
      app: 'Expenses',
      verdict: 'failed',
      cause: 'request-rejected',
      expected: false,
      note: 'UnprocessableEntity',
    },
    (stage) => {
      const trent = stage.hire('Trent Cole', { mailNickname: 'trent' });
      stage.assign('Expenses', trent, 'User', 9);
      stage.log('Expenses', trent, 2, {
        is: 'failed',
        code: 'UnprocessableEntity',
        reason: scimReason("create User 'trent@contoso.com' in customappsso", 422, 'UnprocessableEntity', {
          error: 'costCentre must be four digits',
        }),
      });
    },
  ),
  scenario(
    {
      id: 'scim-incompatible',
      user: 'uma@contoso.com',
      app: 'Expenses',
      verdict: 'failed',
      cause: 'scim-incompatible',
      expected: false,
      note: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
    },
    (stage) => {
      const uma = stage.hire('Uma Shah', { mailNickname: 'uma' });
      stage.assign('Expenses', uma, 'User', 9);
      stage.log('Expenses', uma, 2, {
        is: 'failed',
        during: 'import',
        code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
        reason: 'The SCIM endpoint is not fully compatible with the Microsoft Entra SCIM client: the response is HTML.',
      });
    },
  ),
  scenario(
    {
      id: 'license-limit',
      user: 'victor@contoso.com',
      app: 'Salesforce',
      verdict: 'failed',
      cause: 'license-limit',
      expected: false,
      note: 'SalesforceLicenseLimitExceeded',
    },
    (stage) => {
      const victor = stage.hire('Victor Hale', { mailNickname: 'victor', department: 'Sales' });
      stage.assign('Salesforce', victor, 'Standard User', 9);
      stage.log('Salesforce', victor, 1, {
        is: 'failed',
        code: 'SalesforceLicenseLimitExceeded',
        reason: 'LICENSE_LIMIT_EXCEEDED: You have no remaining Salesforce licenses to assign.',
      });
    },
  ),
  scenario(
    {
      id: 'invalid-domain',
      user: 'wendy@contoso.com',
      app: 'Zoom',
      verdict: 'failed',
      cause: 'invalid-domain',
      expected: false,
      note: 'InvalidDomain',
    },
    (stage) => {
      const wendy = stage.hire('Wendy Park', { mailNickname: 'wendy', mail: 'wendy@contoso-labs.com' });
      stage.assign('Zoom', wendy, 'Licensed', 9);
      stage.log('Zoom', wendy, 2, {
        is: 'failed',
        code: 'InvalidDomain',
        reason: 'Zoom does not accept addresses of the domain contoso-labs.com.',
      });
    },
  ),
  scenario(
    {
      id: 'account-missing',
      user: 'xavier@contoso.com',
      app: 'IT Service Portal',
      verdict: 'failed',
      cause: 'account-missing-in-app',
      expected: false,
      note: 'InvalidAnchor: the linked account is gone',
    },
    (stage) => {
      const xavier = stage.hire('Xavier Roy', { mailNickname: 'xavier' });
      stage.log('IT Service Portal', xavier, 20, { is: 'created' });
      stage.log('IT Service Portal', xavier, 2, {
        is: 'failed',
        during: 'update',
        code: 'InvalidAnchor',
        reason: 'The account that was created or matched earlier no longer exists in ServiceNow.',
      });
    },
  ),
  scenario(
    {
      id: 'unknown-attribute',
      user: 'yvonne@contoso.com',
      app: 'Slack',
      verdict: 'failed',
      cause: 'unknown-attribute',
      expected: false,
      note: 'SchemaAttributeNotFound',
    },
    (stage) => {
      const yvonne = stage.hire('Yvonne Adair', { mailNickname: 'yvonne' });
      stage.log('Slack', yvonne, 2, {
        is: 'failed',
        code: 'SchemaAttributeNotFound',
        reason:
          'The attribute urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge is not part of the schema of Slack.',
      });
    },
  ),
  scenario(
    {
      id: 'service-fault',
      user: 'liam@contoso.com',
      app: 'Zoom',
      verdict: 'failed',
      cause: 'provisioning-service-fault',
      expected: false,
      note: 'InternalError of the provisioning service itself',
    },
    (stage) => {
      const liam = stage.hire('Liam Byrne', { mailNickname: 'liam' });
      stage.assign('Zoom', liam, 'Basic', 9);
      stage.log('Zoom', liam, 1, {
        is: 'failed',
        code: 'InternalError',
        reason: 'An internal error occurred in the provisioning service.',
      });
    },
  ),
  scenario(
    {
      id: 'unrecognised-code',
      user: 'katya@contoso.com',
      app: 'Zoom',
      verdict: 'failed',
      cause: 'unrecognised',
      expected: false,
      note: 'a code that no documentation has',
    },
    (stage) => {
      const katya = stage.hire('Katya Orlova', { mailNickname: 'katya' });
      stage.assign('Zoom', katya, 'Licensed', 9);
      stage.log('Zoom', katya, 2, {
        is: 'failed',
        code: 'ZoomTenantShardFrozen',
        reason: 'Shard eu-7 of the account is frozen (ZX-4471).',
      });
    },
  ),
  scenario(
    {
      id: 'unrecognised-skip',
      user: 'magnus@contoso.com',
      app: 'Slack',
      verdict: 'skipped',
      cause: 'unrecognised',
      expected: false,
      note: 'a skip reason that no documentation has',
    },
    (stage) => {
      const magnus = stage.hire('Magnus Ek', { mailNickname: 'magnus' });
      stage.log('Slack', magnus, 2, {
        is: 'skipped',
        reason: 'WatermarkDeferred',
        text: "The User 'magnus@contoso.com' was deferred to a later watermark.",
      });
    },
  ),
];
