import assert from 'node:assert/strict';
import type { CredentialsQuestion } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import type { WordedCredentials } from '../../src/words/worded-apps.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const permission = 'Synchronization.ReadWrite.All';

describe('the credentials of an app', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;

  const open = async (options: { readonly allowCredentialTest?: boolean } = {}) => {
    await tenant?.close();
    tenant = await askedTenant(options);
  };
  const ask = async (app: string, more: Partial<CredentialsQuestion> = {}): Promise<WordedCredentials> => {
    const told = word(await tenant.ask({ kind: 'credentials', app, ...more }), reader);
    assert.equal(told.kind, 'credentials', told.headline);
    return told;
  };
  const tries = () => tenant.sandbox.requests.filter(({ url }) => url.includes('validateCredentials'));

  before(() => open());
  after(() => tenant.close());

  it('are refused: what was said, since when, who renews them and where', async () => {
    const told = await ask('CRM');

    assert.equal(told.cause, 'credentials-rejected');
    assert.equal(told.headline, 'CRM: the app rejects the stored credentials');
    assert.match(
      told.why,
      /InvalidCredentials\): “The credentials that provisioning uses to sign in to HubSpot were rejected\.”/,
    );
    assert.match(told.why, /It has been so since/);
    assert.deepEqual(
      told.fix.map(({ owner }) => owner),
      ['app-owner', 'entra-admin', 'entra-admin'],
    );
    assert.match(
      told.facts.find(({ name }) => name === 'Where to renew')?.text ?? '',
      /CRM > Provisioning > Admin Credentials/,
    );
    assert.deepEqual(told.meanings, []);
  });

  it('are refused by the word of the log, where the job says nothing of it', async () => {
    const { tenant: contoso } = tenant.sandbox;
    const peggy = [...contoso.directory.people].find(
      ({ userPrincipalName }) => userPrincipalName === 'peggy@contoso.com',
    );
    assert.ok(peggy);
    const entry = contoso.record('Expenses', peggy, {
      is: 'failed',
      code: 'SystemForCrossDomainIdentityManagementUnauthorized',
      reason: 'Message: The endpoint returned HTTP status code 401: {"detail":"The token has expired","status":401}',
    });

    const told = await ask('Expenses');

    assert.equal(told.cause, 'credentials-rejected');
    assert.equal(told.evidence.find(({ source }) => source === 'log')?.ref, entry.id);
  });

  it('are not blamed where nothing says so: the usual messages are explained, with the tutorial', async () => {
    const told = await ask('Slack');

    assert.equal(told.cause, undefined);
    assert.match(told.headline, /nothing shows that the credentials are at fault$/);
    const meanings = told.meanings.map(({ name, text }) => `${name} ${text}`).join(' ');
    for (const usual of [/401/, /403/, /404.*empty list/, /1 KB/]) assert.match(meanings, usual);
    assert.ok(told.links.some(({ url }) => url.endsWith('/slack-provisioning-tutorial')));
  });

  it('may be why a job has stopped without a word', async () => {
    assert.match((await ask('GitHub EMU')).why, /expired credentials can cause that/);
  });

  it('are not tried unless the operator allows it, and it says how', async () => {
    const told = await ask('CRM', { test: true });

    assert.equal(told.test.outcome, 'off');
    assert.match(told.notes.join(' '), /ALLOW_CREDENTIAL_TEST.*Synchronization\.ReadWrite\.All/);
    assert.equal(tries().length, 0);
  });

  it('say that there is no job to have credentials', async () => {
    assert.match((await ask('Adobe Creative Cloud')).headline, /not set up$/);
  });

  describe('where they may be tried', () => {
    beforeEach(() => open({ allowCredentialTest: true }));

    it('are tried only when asked for, and a button asks', async () => {
      tenant.sandbox.permissions.add(permission);

      const told = await ask('Zoom');

      assert.equal(told.test.outcome, 'notAsked');
      assert.equal(tries().length, 0);
      assert.deepEqual(told.test.ask, { kind: 'credentials', app: told.app.id, test: true });
    });

    it('work', async () => {
      tenant.sandbox.permissions.add(permission);

      const told = await ask('Zoom', { test: true });

      assert.equal(told.headline, 'Zoom: the saved credentials work');
      assert.deepEqual(
        tries().map(({ method, status }) => [method, status]),
        [['POST', 204]],
      );
    });

    it('are refused, with what the app said', async () => {
      tenant.sandbox.permissions.add(permission);

      const told = await ask('CRM', { test: true });

      assert.equal(told.test.outcome, 'refused');
      assert.match(told.why, /The test just now answered \(InvalidCredentials\)/);
      assert.equal(tries().length, 1, 'once: it is no read');
    });

    it('cannot be tried without the permission, which is named', async () => {
      const told = await ask('CRM', { test: true });

      assert.equal(told.test.outcome, 'forbidden');
      assert.match(told.test.text, /Synchronization\.ReadWrite\.All/);
      assert.equal(told.cause, 'credentials-rejected', 'the rest is answered');
    });

    it('are neither valid nor refused when no answer comes', async () => {
      tenant.sandbox.permissions.add(permission);
      tenant.sandbox.faults.next({
        path: /validateCredentials/,
        status: 503,
        body: { error: { code: 'serviceNotAvailable' } },
      });

      const told = await ask('Zoom', { test: true });

      assert.equal(told.test.outcome, 'unknown');
      assert.equal(tries().length, 1);
    });
  });
});
