import assert from 'node:assert/strict';
import { readAppAnswer } from '../../src/diagnosis/app-answer.ts';
import { causeOfFailure } from '../../src/diagnosis/app-cause.ts';

const wrapper = 'SystemForCrossDomainIdentityManagementServiceIncompatible';
const exception =
  "Message: Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the 'Response' property of this exception for details.";

function answer(reason: string, code = wrapper, modified: { name: string; to?: string }[] = []) {
  return readAppAnswer({ code, reason }, modified);
}

function cause(reason: string, code = wrapper, action = 'create') {
  return causeOfFailure(answer(reason, code), action)?.cause;
}

function scim(status: number, detail: string, scimType?: string): string {
  return JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail, status, scimType });
}

describe("the app's answer", () => {
  const conflict = `StatusCode: Conflict\r\n${exception}\r\nWeb Response: \r\n${scim(409, 'unclaimed user already exists for that email address.  Please claim user instead of provisioning them.', 'uniqueness')}. This operation was retried 3 times. It will be retried again after this date: 2026-03-24T13:23:44.9198514Z UTC`;

  it('is dug out of the wrapper: status, SCIM type, sentence, retries and the next one', () => {
    const found = answer(conflict);

    assert.equal(found.httpStatus, 409);
    assert.equal(found.scimType, 'uniqueness');
    assert.equal(
      found.sentence,
      'unclaimed user already exists for that email address. Please claim user instead of provisioning them.',
    );
    assert.equal(found.retries, 3);
    assert.equal(found.retryAt, '2026-03-24T13:23:44.919Z');
    assert.ok(!/[\r\n]/.test(found.raw));
  });

  it('is the same when the JSON is escaped once or twice', () => {
    const once = conflict.replaceAll('"', '\\"');
    const twice = once.replaceAll('\\', '\\\\');

    assert.equal(answer(once).scimType, 'uniqueness');
    assert.equal(answer(twice).scimType, 'uniqueness');
    assert.equal(answer(twice).httpStatus, 409);
  });

  it('is read field by field from broken JSON', () => {
    const found = answer(
      `StatusCode: Conflict ${exception} Web Response: {"schemas":"["urn:x"]","detail":"REQUIRED_FIELD_MISSING:user_must_have_one_entitlement;","status":409}`,
    );

    assert.equal(found.httpStatus, 409);
    assert.match(found.sentence ?? '', /^REQUIRED_FIELD_MISSING/);
  });

  it('may be plain text, or nested in errors', () => {
    assert.equal(
      answer(
        `StatusCode: BadRequest ${exception} Web Response: Value not supported for attribute department. This operation was retried 0 times. It will be retried again after this date: 2020-05-26T18:22:53.1296153Z UTC`,
      ).sentence,
      'Value not supported for attribute department',
    );
    assert.equal(
      answer('Web Response: {"Errors":[{"description":"Email is invalid","code":400}]}').sentence,
      'Email is invalid',
    );
  });

  it('is opened where it is JSON inside JSON, and keeps its quotation marks', () => {
    const inner = JSON.stringify({ Operations: { value: ['value must be a boolean or object'] } });
    assert.equal(answer(`Web Response: ${scim(400, inner)}`).sentence, 'value must be a boolean or object');
    assert.equal(
      answer(`Web Response: ${scim(400, 'the key "users_email" is taken')}`).sentence,
      'the key "users_email" is taken',
    );
  });

  it('reads dates of either form, and none where there is none', () => {
    assert.equal(
      answer(
        'x. This operation was retried 2 times. It will be retried again after this date: 3/24/2026 7:17:42 AM UTC',
      ).retryAt,
      '2026-03-24T07:17:42.000Z',
    );
    assert.equal(
      answer('x. This operation was retried 2 times. It will be retried again after this date: soon').retryAt,
      undefined,
    );
    assert.equal(answer('x').retries, undefined);
  });

  it('names the value that it is about: one it quotes, or the only property it names', () => {
    const modified = [
      { name: 'userName', to: 'kim@fabrikam.example' },
      { name: 'emails[type eq "work"].value', to: 'k.berg@fabrikam.example' },
      { name: 'active', to: 'True' },
    ];

    assert.deepEqual(answer(conflict, wrapper, modified).value, {
      property: 'emails[type eq "work"].value',
      value: 'k.berg@fabrikam.example',
    });
    assert.deepEqual(
      answer(`Web Response: ${scim(409, 'kim@fabrikam.example is taken')}`, wrapper, modified).value?.property,
      'userName',
    );
    assert.equal(answer(`Web Response: ${scim(400, 'no')}`, wrapper, modified).value, undefined);
  });

  it('outranks the code that wraps it', () => {
    assert.equal(cause(conflict), 'value-conflict');
    assert.equal(cause(`StatusCode: Unauthorized ${exception}`), 'credentials-rejected');
    assert.equal(cause(`StatusCode: Forbidden ${exception}`), 'insufficient-rights');
    assert.equal(cause('Web Response: {"status":"429"}'), 'app-throttling');
    assert.equal(cause(`StatusCode: ServiceUnavailable ${exception}`), 'app-unavailable');
    assert.equal(
      cause(`StatusCode: BadRequest ${exception} Web Response: ${scim(400, 'Invalid SCIM Patch', 'invalidSyntax')}`),
      'request-rejected',
    );
    assert.equal(
      cause(
        'Web Response: {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":2,"Resources":[]}',
      ),
      'duplicate-in-app',
    );
    assert.equal(cause(conflict, 'UnprocessableEntity'), 'value-conflict');
  });

  it('does not outrank a code that is more definite than a status', () => {
    assert.equal(cause('HTTP status code 403', 'SalesforceLicenseLimitExceeded'), 'license-limit');
    assert.equal(cause('HTTP status code 409', 'DuplicateTargetEntries'), 'duplicate-in-app');
    assert.equal(cause('StatusCode: BadRequest', 'InsufficientRights'), 'insufficient-rights');
  });

  it('leaves the wrapper its own meaning where the app said nothing', () => {
    assert.equal(cause('The response could not be parsed'), 'scim-incompatible');
  });

  it('takes a 409 that speaks of something else for a refusal, not for a conflict', () => {
    assert.equal(
      cause(`StatusCode: Conflict Web Response: ${scim(409, 'User must be Active.')}`, 'SomethingNew'),
      'request-rejected',
    );
    assert.equal(cause('returned an error response with the HTTP status code 409.', 'SomethingNew'), 'value-conflict');
  });

  for (const [detail, wanted] of [
    ['Email has already been taken', 'value-conflict'],
    ['A user with that email is already a member', 'value-conflict'],
    ['duplicate key value violates unique constraint "users_email_key"', 'value-conflict'],
    ['userName must be unique', 'value-conflict'],
    ["Required attribute 'emails' is missing", 'required-attribute'],
    ['familyName is required', 'required-attribute'],
    ['Last name must not be blank', 'required-attribute'],
    ["displayName can't be empty", 'required-attribute'],
    ['user limit reached for your plan', 'license-limit'],
    ['There are no seats left', 'license-limit'],
    ['The domain of this address is not allowed', 'invalid-domain'],
    ['Invalid format of the phone number', 'invalid-value'],
    ['The token is not allowed to create users', 'insufficient-rights'],
  ] as const)
    it(`is read in words, whatever status it came with and in whatever it is wrapped: “${detail}”`, () => {
      const told = JSON.stringify({ detail, status: '400' });
      for (const reason of [
        `StatusCode: BadRequest ${exception} Web Response: ${told}`,
        `StatusCode: UnprocessableEntity Web Response: {"detail":${JSON.stringify(detail)},"status":"422"}`,
        `StatusCode: InternalServerError Web Response: ${scim(500, detail)}`,
        `StatusCode: Forbidden Web Response: ${scim(403, detail)}`,
        `Web Response: ${JSON.stringify({ error: { message: told } })}`,
        detail,
      ])
        assert.deepEqual([cause(reason), cause(reason, 'SomethingNew')], [wanted, wanted], reason);
    });

  it('says that the caller was turned away or was too fast, whatever else it says', () => {
    assert.equal(
      cause(`StatusCode: Unauthorized Web Response: ${scim(401, 'token is required')}`),
      'credentials-rejected',
    );
    assert.equal(cause(`Web Response: ${scim(429, 'user limit reached for this minute')}`), 'app-throttling');
  });

  for (const detail of [
    'No user with the same id exists',
    'User is not already a member of the team',
    'Required permission is not set for this token',
    'The required scope users:write was not provided',
    'The authentication token value is invalid',
    'The required header Authorization is missing',
  ])
    it(`is no more than a refusal where the words speak of something else: “${detail}”`, () => {
      assert.equal(cause(`Web Response: ${scim(400, detail)}`, 'New'), 'request-rejected');
      assert.equal(cause(detail, 'New'), undefined);
    });

  it('is not read out of a sentence that denies it', () => {
    assert.equal(cause(`Web Response: ${scim(400, 'No user exists with this id')}`, 'New'), 'request-rejected');
    assert.equal(cause(`Web Response: ${scim(403, 'Admin permission is required')}`, 'New'), 'insufficient-rights');
  });

  it('takes a 404 for a lost account only when there was one to change', () => {
    assert.equal(cause('StatusCode: NotFound', 'X', 'update'), 'account-missing-in-app');
    assert.equal(cause('StatusCode: NotFound', 'X', 'disable'), 'account-missing-in-app');
    assert.equal(cause('StatusCode: NotFound', 'X', 'create'), 'request-rejected');
  });

  it("knows the app's own codes in its answer", () => {
    assert.equal(
      cause(
        'Web Response: {"detail":"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]","status":409}',
        'New',
      ),
      'required-attribute',
    );
    assert.equal(cause('DUPLICATE_USERNAME: exists', 'New'), 'value-conflict');
  });

  it('finds documented LDAP errors in the message', () => {
    assert.equal(
      cause(
        'The value violates a constraint. Error: ConstraintViolation-AtrErr: 0000200B',
        'SystemForCrossDomainIdentityManagementBadResponse',
      ),
      'invalid-value',
    );
    assert.equal(cause('OperationsError-SvcErr: problem', 'HybridNew'), 'target-ou-not-found');
    assert.equal(cause('Access is denied', 'New'), undefined);
  });

  it('says nothing of a code and a message that nobody knows', () => {
    assert.equal(cause('The flux capacitor is empty', 'FluxEmpty'), undefined);
    assert.equal(cause('', 'Unknown'), undefined);
    assert.equal(cause('', 'Paused'), undefined);
    assert.equal(cause('', 'Failed'), undefined);
  });
});
