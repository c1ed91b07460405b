import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recognise } from '../../src/diagnosis/catalogue/catalogue.ts';
import { documentedCodes } from './catalogue-documented.ts';

function codesIn(text: string): readonly string[] {
  return recognise(text).map(({ entry }) => entry.code);
}

describe('recognising what was pasted', () => {
  it('finds every documented code when it is all that was pasted, quoted or not', () => {
    for (const code of documentedCodes) {
      assert.deepEqual(codesIn(code), [code]);
      assert.deepEqual(codesIn(`“${code}”?`), [code]);
    }
  });

  it('finds a code in the middle of a question', () => {
    assert.deepEqual(codesIn('what does entryconflict mean?'), ['EntryConflict']);
    assert.deepEqual(codesIn('the log says ContosoEntryConflict, help'), ['EntryConflict']);
    assert.deepEqual(codesIn("what does 'Timeout' mean"), ['Timeout']);
    assert.deepEqual(codesIn('entry conflict'), ['EntryConflict']);
  });

  it('reads the sentence of an unassigned person in the shape of a mail, the decisive one first', () => {
    const mail = `The User ‘bob@contoso.com’ will be skipped due to the following reasons:
      1) This object is not assigned to the application. If you did not expect the object to be
         skipped, assign the object to the application or change your scoping filter to allow all users.
      2) This object does not have required entitlement for provisioning.`;

    assert.deepEqual(codesIn(mail), ['condition:not-assigned', 'condition:no-entitled-role']);
  });

  it('reads stacked sentences in the order of the gates, whatever their order in the text', () => {
    const text =
      'did not pass a scoping filter. does not have required entitlement for provisioning. is not active in the source system.';

    assert.deepEqual(codesIn(text), [
      'condition:disabled-source-account',
      'condition:no-entitled-role',
      'condition:scoping-filter',
    ]);
  });

  it('puts a sentence that tells the reason before the code that does not', () => {
    const [first] = codesIn('SkipReason: NotEffectivelyEntitled. This object did not pass a scoping filter.');

    assert.equal(first, 'condition:scoping-filter');
  });

  it('puts the skip reason before the step that carries it', () => {
    const entry = '{"name":"EntrySynchronizationSkip","status":"skipped","details":{"SkipReason":"RedundantExport"}}';

    assert.deepEqual(codesIn(entry), ['RedundantExport', 'EntrySynchronizationSkipped']);
  });

  it('puts the code of an error before the HTTP status in its details', () => {
    const text =
      'Error code: SystemForCrossDomainIdentityManagementCredentialValidationUnavailable Details: Response Status Code: InternalServerError';

    assert.deepEqual(codesIn(text), [
      'SystemForCrossDomainIdentityManagementCredentialValidationUnavailable',
      'InternalServerError',
    ]);
  });

  const parts: readonly (readonly [string, string])[] = [
    ['RedundantExport', 'in both the source and target systems already match. No change to the'],
    ['RedundantExport', "No change to the User 'alice@contoso.com' currently needs to be made."],
    ['AttributeValidationFailed', 'because the value of the property ‘displayName’ is missing or invalid. Please'],
    [
      'AttributeValidationFailed',
      'Please update the value of the property\n“urn:ietf:params:scim:schemas:core:2.0:User.name” on the object in the source system',
    ],
    ['UnableToResolveReferenceAttributeValue', 'We were unable to assign 4711-abc as the members of Sales Team.'],
    ['condition:assignment-record', 'The user is “not effectively entitled”.'],
    ['condition:sms-sign-in-user', `{"Filter external users.alternativeSecurityIds EQUALS 'None'":false}`],
    [
      'AzureDirectoryB2BManagementPolicyCheckFailure',
      'Policy permitting auto-redemption of invitations not configured.',
    ],
    ['InvalidAttributeSyntax-LdapErr', 'Error in attribute conversion operation, data 0, v3839'],
    ['OperationsError-SvcErr (no superior reference)', 'No superior reference has been configured for the directory'],
    ['ServiceNowInstanceInvalid', 'Your ServiceNow instance name appears to be invalid.  Please provide'],
    ['SalesforceInvalidCredentials', 'Your Salesforce.com credentials are invalid.  Please obtain a current'],
    [
      'SystemForCrossDomainIdentityManagementBadResponse (ConstraintViolation-AtrErr)',
      'SystemForCrossDomainIdentityManagementBadResponse: Error: ConstraintViolation-AtrErr: A value in the request is invalid.',
    ],
    ['HybridIdentityServiceNoActiveAgents', 'Please check to see if the agent is running by going to the server'],
    ['AzureDirectoryServiceServerBusy', 'Error Code: 81. Microsoft Entra ID is currently busy.'],
    ['condition:disabled-source-account', 'IsActive=False, Assigned=True'],
    ['HTTP 429 TooManyRequests', '{"error":{"code":"TooManyRequests","innerError":{"code":"429"}}}'],
    ['LicenseLimitExceeded', 'there are no available licenses for this user'],
  ];
  for (const [code, text] of parts) {
    it(`recognises ${code} by a part of its message: ${text.slice(0, 50).replace(/\s/g, ' ')}`, () => {
      assert.equal(codesIn(text)[0], code);
    });
  }

  it('joins codes that a table or a mail broke over lines', () => {
    assert.deepEqual(codesIn('Error: SystemForCrossDomainIdentity\n  ManagementMultipleEntriesInResponse was logged'), [
      'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
    ]);
    assert.deepEqual(codesIn('InvitationCreation<br>FailureInvalidPropertyValue'), [
      'InvitationCreationFailureInvalidPropertyValue',
    ]);
    assert.deepEqual(codesIn('the code is Microsoft Entra ID\nForbidden'), ['AzureActiveDirectoryForbidden']);
  });

  it('reads through the marks of a quoted mail', () => {
    assert.deepEqual(codesIn('> This object is not\n> assigned to the\n>> application.'), ['condition:not-assigned']);
  });

  it('reads through the escapes of JSON inside JSON', () => {
    const text =
      '"errorMessage\\":\\"The state of the user in both\\r\\nthe source and target systems already match.\\""';

    assert.equal(codesIn(text)[0], 'RedundantExport');
  });

  it('shows the words that gave it away', () => {
    assert.equal(recognise('what is ContosoEntryConflict?')[0]?.matched, 'ContosoEntryConflict');
    assert.equal(
      recognise('This Object Is NOT assigned to the application.')[0]?.matched.toLowerCase(),
      'object is not assigned to the app',
    );
  });

  const nothing: readonly string[] = [
    '',
    'hello',
    'the job failed and is now active, reason: unknown, some conflict of dates',
    'Status: Failed',
    'SystemForCrossDomainIdentityManagementBadRequest',
    'ContosoSomethingElse happened',
    'Response Status Code: Unauthorized',
    'We were unable to process this request at this point. If this issue persists, please contact support.',
    'assign the object to the application',
    'Active in the source system: True, Assigned to the application: True',
    'unclaimed user already exists for that email address',
  ];
  for (const text of nothing) {
    it(`finds nothing documented in "${text.slice(0, 60)}"`, () => {
      assert.deepEqual(codesIn(text), []);
    });
  }

  it('takes a plain word for a code only where the text calls it one', () => {
    assert.deepEqual(codesIn('errorCode: "Unauthorized", again'), ['Unauthorized']);
    assert.deepEqual(codesIn('{"status":{"code":"Paused","progress":[]}}'), ['Paused']);
    assert.deepEqual(codesIn('{"quarantine":{"reason":"Unknown"}}'), ['Unknown']);
    assert.deepEqual(codesIn('{"lastExecution":{"state":"Failed"}}'), ['Failed']);
  });

  it('does not throw or report one thing twice, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...documentedCodes, '\\"', '”', '<br>', '\r\n'),
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const codes = codesIn(pieces.join(''));
        assert.equal(new Set(codes).size, codes.length);
      }),
    );
  });

  it('finds a code wherever it stands in a text of ordinary words', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const camel = fc.constantFrom(...documentedCodes.filter((code) => /^(?:[A-Z][a-z]+){2,}$/.test(code)));

    fc.assert(
      fc.property(fc.array(word), camel, fc.array(word), (before, code, after) => {
        assert.ok(codesIn([...before, code, ...after].join(' ')).includes(code));
      }),
    );
  });
});
