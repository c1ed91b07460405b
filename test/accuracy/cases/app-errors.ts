import type { Cause } from '../../../src/diagnosis/causes.ts';
import { type AccuracyCase, about, fault, type OneOf } from '../case.ts';
import { type App, ago, app, changed, type Principal, person, runsWithErrors, tenant } from '../wire.ts';
import { type Failed, failed, retried, scimReason } from '../wire-log.ts';

/** What the app answered: documented codes, prefixed codes of apps that no fact names, and the app's own words under the wrapper. */

const sketch = app('Acme HR', { roles: ['Employee'] });
const tracker = app('BugBarn', { custom: true, roles: ['Developer'] });
const fleetlog = app('Quillstone Archive', { gallery: 'Quillstone', roles: ['Reader'] });
const house = { name: 'Andes Minería' };

const people: readonly Principal[] = [
  person('Ximena Huarcaya', 'ximena.huarcaya@andesmineria.example'),
  person('Oskar Dahlgren', 'oskar.dahlgren@andesmineria.example'),
  person('Thandiwe Mokoena', 'thandiwe.mokoena@andesmineria.example'),
  person('Ruaridh MacAskill', 'ruaridh.macaskill@andesmineria.example'),
  person('Noémie Charpentier', 'noemie.charpentier@andesmineria.example'),
  person('Goran Petrović', 'goran.petrovic@andesmineria.example'),
];

const apps = [sketch, tracker, fleetlog];
const asks: readonly ((who: Principal, where: App) => string)[] = [
  (who, where) => `why did ${who.name} fail in ${where.name}?`,
  (who, where) => `${who.handle} ${where.name}`,
  (who, where) => `why isn't ${who.name} in ${where.name}`,
  (who, where) => `what happened to ${who.handle} in ${where.name}?`,
  (who, where) => `${who.name.toLowerCase()} failing in ${where.name.toLowerCase()}`,
];

let turn = 0;

/** One failed person; who, where and how it is asked go round. */
function failing(
  id: string,
  from: string,
  how: Failed,
  cause: OneOf<Cause>,
  more: { readonly where?: App; readonly retriedTimes?: number } = {},
): AccuracyCase {
  turn += 1;
  const who = people[turn % people.length] ?? person('Nobody', 'nobody@andesmineria.example');
  const where = more.where ?? apps[turn % apps.length] ?? sketch;
  const ask = asks[turn % asks.length] ?? asks[0];
  const one = { app: where, who, at: ago(`${1 + (turn % 7)}h`) };
  return {
    id,
    from,
    tenant: tenant({
      ...house,
      apps: [{ app: where, job: runsWithErrors(where) }],
      people,
      assigned: [{ to: who, app: where }],
      log: [more.retriedTimes === undefined ? failed(one, how) : retried(one, how, more.retriedTimes)],
    }),
    ask: ask?.(who, where) ?? '',
    expect: fault(who, where, { verdict: 'failed', cause }),
  };
}

const documented: readonly (readonly [code: string, reason: string, cause: OneOf<Cause>, action?: Failed['action']])[] =
  [
    ['EntryConflict', 'The entry conflicts with another.', 'value-conflict'],
    ['TooManyRequests', 'The application is throttling.', 'app-throttling'],
    ['InternalServerError', 'An unexpected error occurred.', 'app-unavailable'],
    ['InsufficientRights', 'The integration account lacks a right.', 'insufficient-rights'],
    ['MethodNotAllowed', 'The method is not allowed.', 'insufficient-rights', 'update'],
    ['NotPermitted', 'The operation is not permitted.', 'insufficient-rights'],
    [
      'Unauthorized',
      'The operation was not authorised by the application.',
      ['insufficient-rights', 'credentials-rejected'],
    ],
    ['UnprocessableEntity', 'The field nickname is too long.', 'request-rejected'],
    ['WebExceptionProtocolError', 'The underlying connection was closed.', 'app-unavailable'],
    ['InvalidAnchor', 'The account was not found by its anchor.', 'account-missing-in-app', 'update'],
    ['NotImplemented', 'The application does not implement this.', ['scim-incompatible', 'request-rejected']],
    ['SchemaAttributeNotFound', 'The attribute costCode was not found.', 'unknown-attribute'],
    ['InternalError', 'An internal service error occurred.', 'provisioning-service-fault'],
    ['InvalidDomain', 'The domain is not accepted.', 'invalid-domain'],
    ['Timeout', 'The request timed out.', 'app-unavailable'],
    ['LicenseLimitExceeded', 'No licence is left.', 'license-limit'],
    ['DuplicateTargetEntries', 'More than one account matches.', 'duplicate-in-app'],
    ['DuplicateSourceEntries', 'More than one source user has this value.', 'duplicate-in-source'],
    [
      'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
      'The response holds several entries.',
      'duplicate-in-app',
    ],
    ['SystemForCrossDomainIdentityManagementServiceIncompatible', 'Failed to parse the response.', 'scim-incompatible'],
    ['SchemaPropertyCanOnlyAcceptValue', 'The property phone can only accept one value.', 'too-many-values'],
  ];

const documentedCases = documented.map(([code, reason, cause, action]) =>
  failing(
    `app-${code}`,
    `codes: ${code}`,
    {
      code,
      reason,
      ...(action === undefined ? {} : { action }),
      ...(code.startsWith('Duplicate') || code.includes('MultipleEntries') ? { at: 'matching' as const } : {}),
    },
    cause,
  ),
);

const prefixed: readonly (readonly [code: string, reason: string, cause: OneOf<Cause>])[] = [
  [
    'AcmeHrEntryConflict',
    'Message: Acme HR returned an error response with the HTTP status code 409.',
    'value-conflict',
  ],
  ['BugBarnEntryConflict', 'A user with the same name exists.', 'value-conflict'],
  ['QuillstoneLicenseLimitExceeded', 'Seats exhausted.', 'license-limit'],
  ['AcmeHrTooManyRequests', 'Rate limit.', 'app-throttling'],
  ['QuillstoneInvalidDomain', 'andesmineria.example is not on the allow list.', 'invalid-domain'],
  ['BugBarnInsufficientRights', 'Token has no write scope.', 'insufficient-rights'],
  ['QuillstoneSchemaAttributeNotFound', 'No such attribute: shelf.', 'unknown-attribute'],
  ['AcmeHrDuplicateTargetEntries', 'Two accounts match.', 'duplicate-in-app'],
  ['AcmeHrInvalidAnchor', 'Account is gone.', 'account-missing-in-app'],
  ['BugBarnUnprocessableEntity', 'Bad input.', 'request-rejected'],
  // Documented for Salesforce alone, with a meaning that is Salesforce's own: behind another app's name two readings stand.
  ['QuillstoneDuplicateUserName', 'The user name is taken.', ['unrecognised', 'value-conflict']],
  ['SalesforceDuplicateUserName', 'Duplicate Username.', 'value-conflict'],
  ['acmehrentryconflict', 'exists', 'value-conflict'],
  ['LICENSELIMITEXCEEDED', 'none left', 'license-limit'],
];

const prefixedCases = prefixed.map(([code, reason, cause]) =>
  failing(
    `app-prefixed-${code}`,
    'codes: compare case-insensitively, strip an app-name prefix, match by suffix',
    { code, reason },
    cause,
  ),
);

const wrapper = 'SystemForCrossDomainIdentityManagementServiceIncompatible';
const badResponse = 'SystemForCrossDomainIdentityManagementBadResponse';
const scimError = (status: number, detail: string, scimType?: string) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  detail,
  status: String(status),
  ...(scimType === undefined ? {} : { scimType }),
});

const words: readonly (readonly [id: string, code: string, reason: string, cause: OneOf<Cause>])[] = [
  [
    '409-uniqueness',
    wrapper,
    scimReason(409, scimError(409, 'unclaimed user already exists for that email address', 'uniqueness')),
    'value-conflict',
  ],
  [
    '409-uniqueness-integer-status',
    badResponse,
    scimReason(409, { ...scimError(409, 'User name taken', 'uniqueness'), status: 409 }),
    'value-conflict',
  ],
  [
    '409-by-name',
    wrapper,
    'StatusCode: Conflict Message: Processing of the HTTP request resulted in an exception. Web Response: {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"uniqueness","detail":"One or more of the attribute values are already in use or are reserved.","status":409}',
    'value-conflict',
  ],
  [
    '409-without-type',
    wrapper,
    scimReason(409, scimError(409, 'A member with this address exists already')),
    'value-conflict',
  ],
  ['401', wrapper, scimReason(401, scimError(401, 'The access token is expired')), 'credentials-rejected'],
  [
    '401-by-name',
    wrapper,
    'StatusCode: Unauthorized Message: Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the \'Response\' property of this exception for details.\r\nWeb Response: \r\n{"error":"invalid_token"}',
    'credentials-rejected',
  ],
  ['403', wrapper, scimReason(403, scimError(403, 'Plan does not include user management')), 'insufficient-rights'],
  ['429', wrapper, scimReason(429, scimError(429, 'Slow down')), 'app-throttling'],
  ['500', wrapper, scimReason(500, scimError(500, 'Oops')), 'app-unavailable'],
  [
    '502-html',
    wrapper,
    'Error: StatusCode: 502 Message: Processing of the HTTP request resulted in an exception.\r\nWeb Response: \r\n<html><head><title>502 Bad Gateway</title></head></html>',
    'app-unavailable',
  ],
  ['503', badResponse, scimReason(503, scimError(503, 'Down for maintenance')), 'app-unavailable'],
  [
    'several-entries',
    wrapper,
    'The SCIM response for GET /Users?filter=userName eq "x" contained multiple entries where one was expected. Multiple entries in response.',
    ['duplicate-in-app', 'scim-incompatible'],
  ],
  [
    'unparseable',
    wrapper,
    "An HTTP 200 response returned from https://scim.app.example/v2/Users could not be parsed as a SCIM resource: Unexpected character encountered while parsing value: <. Path '', line 0, position 0.",
    'scim-incompatible',
  ],
];

const wordCases = [
  ...words.map(([id, code, reason, cause]) =>
    failing(`words-${id}`, 'design: the app’s own words outrank the wrapper', { code, reason }, cause),
  ),
  failing(
    'words-404-on-update',
    'design: the app’s own words outrank the wrapper; account-missing-in-app',
    {
      code: wrapper,
      reason: scimReason(404, scimError(404, 'Resource 7f3 not found'), 'PATCH', 'Users/7f3'),
      action: 'update',
    },
    'account-missing-in-app',
  ),
  failing(
    'words-400-invalid-value',
    'design: request-rejected: what the app answered',
    { code: wrapper, reason: scimReason(400, scimError(400, 'phoneNumbers[0] is not a phone number', 'invalidValue')) },
    ['request-rejected', 'invalid-value'],
  ),
  failing(
    'words-409-retried',
    'log-shapes: the reason ends in a retry tail',
    { code: wrapper, reason: scimReason(409, scimError(409, 'email has been taken', 'uniqueness')) },
    'value-conflict',
    { retriedTimes: 6 },
  ),
  failing(
    'words-401-retried',
    'log-shapes: EntryEscrowRetry',
    { code: wrapper, reason: scimReason(401, scimError(401, 'bad token')) },
    'credentials-rejected',
    { retriedTimes: 2 },
  ),
];

const story = people[0] ?? person('Nobody', 'nobody@andesmineria.example');
const conflict: Failed = { code: 'QuillstoneEntryConflict', reason: 'Message: the address is in use' };

const stories: readonly AccuracyCase[] = [
  {
    id: 'app-retry-of-an-old-failure',
    from: 'design: a retry of an old failure is still that failure',
    tenant: tenant({
      ...house,
      apps: [fleetlog],
      assigned: [{ to: story, app: fleetlog }],
      log: [
        failed({ app: fleetlog, who: story, at: ago('6d') }, conflict),
        ...['4d', '2d', '5h'].map((when, index) =>
          retried({ app: fleetlog, who: story, at: ago(when) }, conflict, index + 1),
        ),
      ],
    }),
    ask: 'why is ximena huarcaya failing in Quillstone Archive?',
    expect: fault(story, fleetlog, { verdict: 'failed', cause: 'value-conflict' }),
  },
  {
    id: 'app-failure-then-disabled',
    from: 'design: gates in order; the account is disabled today',
    tenant: tenant({
      ...house,
      apps: [fleetlog],
      assigned: [{ to: changed(story, { accountEnabled: false }), app: fleetlog }],
      log: [
        failed({ app: fleetlog, who: story, at: ago('3d') }, { code: 'LicenseLimitExceeded', reason: 'none left' }),
      ],
    }),
    ask: 'ximena huarcaya quillstone archive',
    expect: about(story, fleetlog, {
      verdict: 'failed',
      cause: 'disabled-in-source',
      expected: true,
      nowDiffers: true,
    }),
  },
  {
    id: 'app-failure-not-explained-by-an-older-skip',
    from: 'design: the newest telling entry',
    tenant: tenant({
      ...house,
      apps: [sketch],
      assigned: [{ to: story, app: sketch }],
      log: [
        failed({ app: sketch, who: story, at: ago('2h') }, { code: 'AcmeHrLicenseLimitExceeded', reason: 'no seats' }),
        failed({ app: sketch, who: story, at: ago('9d') }, { code: 'AcmeHrEntryConflict', reason: 'exists' }),
      ],
    }),
    ask: 'ximena huarcaya failing in acme hr',
    expect: fault(story, sketch, { verdict: 'failed', cause: 'license-limit' }),
  },
  {
    id: 'app-app-owner-is-named',
    from: 'codes: no free licence: the app owner frees or buys one',
    tenant: tenant({
      ...house,
      apps: [tracker],
      assigned: [{ to: story, app: tracker }],
      log: [
        failed(
          { app: tracker, who: story, at: ago('2h') },
          { code: 'BugBarnLicenseLimitExceeded', reason: 'no seats' },
        ),
      ],
    }),
    ask: 'why does ximena huarcaya fail in bugbarn',
    expect: fault(story, tracker, {
      verdict: 'failed',
      cause: 'license-limit',
      owners: ['app-owner'],
      notOwners: ['hr'],
    }),
  },
  {
    id: 'app-category-is-not-the-cause',
    from: 'graph-api: errorCategory nonServiceFailure says nothing of the cause',
    tenant: tenant({
      ...house,
      apps: [tracker],
      assigned: [{ to: story, app: tracker }],
      log: [
        failed(
          { app: tracker, who: story, at: ago('2h') },
          { code: 'InvalidDomain', reason: 'x', category: 'unknownFutureValue', recommendedAction: 'Ask somebody' },
        ),
      ],
    }),
    ask: 'ximena.huarcaya@andesmineria.example bugbarn',
    expect: fault(story, tracker, { verdict: 'failed', cause: 'invalid-domain' }),
  },
];

/** Codes that nobody documents: shown as they are, guessed at never. Some end in, or speak of, what is documented. */
const unknownCodes: readonly (readonly [code: string, reason: string])[] = [
  ['QuillstoneVellumJam', 'The vellum feeder is jammed.'],
  ['AcmeHrUploadFailed', 'Upload of the portrait did not finish.'],
  ['AcmeHrEmployeeNotActive', 'State of the dossier.'],
  ['BugBarnErrorUnknown', 'See the server log.'],
  ['EntryConflictResolutionPending', 'A steward is looking into it.'],
  ['BugBarnFlagged', 'The licence plate of the visitor could not be read; access was not authorised by the guard.'],
  ['QuillstoneShelfFull', 'Record 401 and record 409 stand on shelf 500.'],
  ['AcmeHr-0x80f1', ''],
  ['PolicyGate.Rejected.ByCouncil', 'duplicate? conflict? nobody knows'],
  ['AcmeHrCyclePaused', 'Payroll cycle paused'],
];

const unknownCases = [
  ...unknownCodes.map(([code, reason]) =>
    failing(`unknown-${code}`, 'design: unknown codes are shown as they are', { code, reason }, 'unrecognised'),
  ),
  failing(
    'unknown-retried',
    'design: unknown codes, retried or not',
    { code: 'BugBarnHiveCollapsed', reason: 'All queens lost.' },
    'unrecognised',
    { retriedTimes: 4 },
  ),
  failing(
    'unknown-update',
    'design: unknown codes',
    { code: 'AcmeHrSabbaticalLock', reason: 'Dossier is locked until autumn.', action: 'update' },
    'unrecognised',
  ),
];

export const appErrorCases: readonly AccuracyCase[] = [
  ...documentedCases,
  ...prefixedCases,
  ...wordCases,
  ...stories,
  ...unknownCases,
];
