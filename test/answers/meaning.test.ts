import assert from 'node:assert/strict';
import { meaning } from '../../src/answers/meaning.ts';
import { word } from '../../src/words/word.ts';
import { asked } from '../support/reader.ts';

/** A text as typed, to the headline that is read. */
function ask(text: string): { readonly cause: string; readonly headline: string; readonly text: string } {
  const question = asked(text);
  assert.ok(question?.kind === 'meaning', `${question?.kind}: ${text}`);
  const answer = meaning(question, new Date('2026-03-11T09:00:00Z'));
  const cost = { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 };
  const worded = word({ answer, cost }, { locale: 'en-GB', timeZone: 'UTC' });
  return { cause: answer.cause, headline: worded.headline, text: JSON.stringify(worded) };
}

const web = 'Message: Processing of the HTTP request resulted in an exception. Web Response:';

describe('what a pasted text means', () => {
  const parts: readonly (readonly [string, string, RegExp])[] = [
    ['what does "This object did not pass a scoping filter" mean?', 'scoping-filter', /scoping filter/],
    ['what does “not assigned to the application” mean', 'not-assigned', /Not assigned/],
    ['What does “object isn’t active in the source system” mean?', 'disabled-in-source', /not active/],
    ["what does 'does not have required entitlement' mean?", 'no-entitled-role', /does not entitle/],
    ['what does it mean when the log says the object did not pass a scoping filter?', 'scoping-filter', /scoping/],
    ['what does "will be skipped because the value of the property" mean?', 'required-attribute', /^Attribute/],
  ];
  for (const [text, cause, headline] of parts) {
    it(`reads part of a message: ${text}`, () => {
      const answer = ask(text);

      assert.equal(answer.cause, cause);
      assert.match(answer.headline, headline);
      assert.doesNotMatch(answer.headline, /EntrySynchronizationSkip/);
    });
  }

  const words: readonly (readonly [string, string])[] = [
    [`StatusCode: 409 ${web} {"detail":"email taken","status":"409","scimType":"uniqueness"}`, 'value-conflict'],
    [`StatusCode: 401 ${web} {"detail":"token expired","status":"401"}`, 'credentials-rejected'],
    [`StatusCode: 400 ${web} {"detail":"No licenses available","status":"400"}`, 'license-limit'],
    ['StatusCode: UnprocessableEntity Web Response: {"detail":"Email has already been taken"}', 'value-conflict'],
    ['StatusCode: Conflict Web Response: {"detail":"User must be Active.","status":"409"}', 'request-rejected'],
    ['StatusCode: Forbidden Web Response: {"detail":"user limit reached for your plan"}', 'license-limit'],
    [`StatusCode: 400 ${web} {"detail":"user has no license","status":"400"}`, 'request-rejected'],
    ['what does error 409 mean?', 'value-conflict'],
    ['error 503', 'app-unavailable'],
    ['what does 404 mean?', 'unrecognised'],
    ['what does 403 mean', 'unrecognised'],
  ];
  for (const [text, cause] of words) {
    it(`takes the words of the app where no code stands beside them: ${text.slice(-60)}`, () => {
      assert.equal(ask(text).cause, cause);
    });
  }

  it('shows the sentence of the app, and says who mends it', () => {
    const { text } = ask(`StatusCode: 409 ${web} {"detail":"email taken","status":"409","scimType":"uniqueness"}`);

    assert.match(text, /email taken/);
    assert.match(text, /"owner":"app-owner"/);
  });

  const phrased: readonly (readonly [string, string])[] = [
    ['What is “QuarantinedOnDemand”?', 'quarantined'],
    ['we get the error Timeout for many users, what is that?', 'app-unavailable'],
    ['explain error code Conflict', 'value-conflict'],
    ['we get the error InvalidAttributeSyntax-LdapErr for many users, what is that?', 'invalid-value'],
    ['ExportErrorCustomContinueRun. objectClass', 'invalid-value'],
    ['HTTP 429 TooManyRequests', 'graph-throttling'],
    ['we keep seeing the error Authorization_RequestDenied, any idea?', 'graph-permission-missing'],
  ];
  for (const [text, cause] of phrased) {
    it(`knows a code among other words: ${text}`, () => {
      assert.equal(ask(text).cause, cause);
    });
  }

  it('names what else a stacked message says', () => {
    const stacked =
      '1) This object is not assigned to the application. 2) This object does not have required entitlement for provisioning. 3) This object did not pass a scoping filter.';

    assert.match(ask(stacked).text, /It also says: the scoping filter is not passed/);
    assert.match(ask(stacked).text, /entitlement only follows/);
  });

  it('says with which status an app answered that sent no words of its own', () => {
    const { text } = ask(`StatusCode: BadGateway ${web} <html><body>502</body></html>`);

    assert.match(text, /answered with HTTP 502/);
    assert.doesNotMatch(text, /The log says/);
  });

  const head = 'Date,Identity,Action,Source System,Target System,Status,Status Reason\n';
  const rows: readonly (readonly [string, string])[] = [
    ['GauchoLicenseLimitExceeded', 'license-limit'],
    ['GauchoAsadoBurnt', 'unrecognised'],
    ['"The attribute value contains an invalid domain name"', 'invalid-domain'],
  ];
  for (const [reason, cause] of rows) {
    it(`reads a row of the portal's table whose reason is ${reason}`, () => {
      const row = `2026-03-09T07:15:00Z,ana@pampa.example,Create,Microsoft Entra ID,customappsso,Failure,${reason}`;

      assert.equal(ask(head + row).cause, cause);
    });
  }
});
