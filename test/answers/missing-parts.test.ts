import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Question } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import type { Worded } from '../../src/words/worded.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const always = 1_000_000;

const explain: Question = { kind: 'explain', user: 'alice@contoso.com', app: 'Salesforce' };
const ofAlice: Question = { kind: 'userOverview', user: 'alice@contoso.com' };

describe('an answer of which Graph does not give a part', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;

  beforeEach(async () => {
    tenant = await askedTenant();
  });
  afterEach(() => tenant.close());

  const ask = async (question: Question): Promise<Worded> => word(await tenant.ask(question), reader);

  const parts = {
    assignments: /appRoleAssignedTo/,
    memberships: /transitiveMemberOf|memberOf/,
    schema: /\/schema/,
    jobs: /\/synchronization\/jobs(\?|$)/,
  } as const;
  for (const [part, path] of Object.entries(parts)) {
    for (const status of [400, 500, 503]) {
      it(`tells the rest where the ${part} fail with ${status}, and names the gap`, async () => {
        tenant.sandbox.faults.next({ path, status, body: { error: { code: 'x', message: 'm' } }, times: always });
        const told = await ask(explain);

        assert.equal(told.kind, 'explanation', told.headline);
        assert.deepEqual([told.verdict, told.cause], ['skipped', 'scoping-filter']);
        assert.match(JSON.stringify(told.notes), /did not give it this time/);
      });
    }
  }

  it('tells of the other apps where the jobs of one fail', async () => {
    const whole = await ask(ofAlice);
    assert.equal(whole.kind, 'userOverview');
    const [first] = whole.apps;
    assert.ok(first);
    tenant.sandbox.faults.next({
      path: new RegExp(`/servicePrincipals/${first.app.id}/synchronization/jobs`),
      status: 500,
      times: always,
    });
    const told = await ask(ofAlice);

    assert.equal(told.kind, 'userOverview', told.headline);
    assert.deepEqual(told.apps.map(({ app }) => app.name).toSorted(), whole.apps.map(({ app }) => app.name).toSorted());
  });

  for (const question of [explain, ofAlice]) {
    it(`${question.kind}: finds the person where groups may not be read`, async () => {
      tenant.sandbox.permissions.delete('GroupMember.Read.All');
      const told = await ask(question);

      assert.equal(told.kind, question.kind === 'explain' ? 'explanation' : 'userOverview', told.headline);
    });
  }

  it('finds an app that could be a person or a group where groups may not be read', async () => {
    tenant.sandbox.permissions.delete('GroupMember.Read.All');
    const told = word(await tenant.ask('how is Salesforce doing?'), reader);
    const other = word(await tenant.ask('salesforce alice@contoso.com'), reader);

    assert.deepEqual([told.kind, other.kind], ['appStatus', 'explanation']);
  });

  it('says that groups may not be read where no person has the name', async () => {
    tenant.sandbox.permissions.delete('GroupMember.Read.All');
    const told = await ask({ kind: 'explain', user: 'Zyxwv Nobody', app: 'Salesforce' });

    assert.equal(told.kind, 'denied');
    assert.match(JSON.stringify(told), /GroupMember\.Read\.All/);
  });

  it('takes an app of which Graph knows no synchronization for one that is not set up', async () => {
    tenant.sandbox.faults.next({ path: /\/synchronization\/jobs/, status: 404, times: always });
    tenant.sandbox.faults.next({ path: /^\/auditLogs/, status: 200, body: { value: [] }, times: always });
    const told = await ask(explain);
    const overall = await ask(ofAlice);

    assert.equal(told.kind, 'explanation');
    assert.equal(told.cause, 'provisioning-not-configured');
    assert.equal(overall.kind, 'userOverview');
    assert.deepEqual(overall.apps, []);
  });

  it('does without the gallery', async () => {
    tenant.sandbox.faults.next({ path: /^\/applicationTemplates/, status: 503, times: always });

    assert.equal((await ask(explain)).kind, 'explanation');
  });

  it('tells of the apps that the log names where apps may not be read', async () => {
    tenant.sandbox.permissions.delete('Application.Read.All');
    const told = await ask(ofAlice);

    assert.equal(told.kind, 'userOverview', told.headline);
    assert.ok(told.apps.some(({ app }) => app.name === 'Salesforce'));
  });

  it('says whose assignments were not looked at, and leaves no failure unheard', async () => {
    const unheard: unknown[] = [];
    const note = (error: unknown) => void unheard.push(error);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
    try {
      for (const path of [/appRoleAssignedTo/, /emberOf/])
        tenant.sandbox.faults.next({ path, status: 429, headers: { 'Retry-After': '100' }, times: always });
      const { answer } = await tenant.ask({ kind: 'appProblems', app: 'Salesforce', outcome: 'skipped' });
      await delay(50);

      assert.equal(answer.kind, 'appProblems');
      assert.ok(answer.unchecked > 0);
      assert.deepEqual(unheard, []);
    } finally {
      process.removeAllListeners('unhandledRejection');
      for (const other of others) process.on('unhandledRejection', other);
    }
  });
});
