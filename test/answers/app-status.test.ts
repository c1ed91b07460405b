import assert from 'node:assert/strict';
import type { Question } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import type { Worded } from '../../src/words/worded.ts';
import type { WordedAppStatus } from '../../src/words/worded-apps.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

describe('how an app is doing', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;

  beforeEach(async () => {
    tenant = await askedTenant();
  });
  afterEach(() => tenant.close());

  const ask = async (question: Question): Promise<Worded> => word(await tenant.ask(question), reader);
  const status = async (app: string): Promise<WordedAppStatus> => {
    const told = await ask({ kind: 'appStatus', app });
    assert.equal(told.kind, 'appStatus', told.headline);
    return told;
  };

  const states = {
    Salesforce: 'running',
    Box: 'off',
    'AWS IAM Identity Center': 'off',
    'Atlassian Cloud': 'initialCycle',
    Miro: 'initialCycle',
    CRM: 'quarantine',
    'Dropbox Business': 'quarantine',
    'GitHub EMU': 'stalled',
    Figma: 'notConfigured',
    'Adobe Creative Cloud': 'notConfigured',
  } as const;
  for (const [app, state] of Object.entries(states)) {
    it(`${app}: ${state}`, async () => assert.equal((await status(app)).state, state));
  }

  it('tells what the last cycle did, and whose trouble in it is new', async () => {
    const { counts, problems } = await status('Salesforce');

    assert.deepEqual([counts?.created, counts?.updated, counts?.failed], [1, 1, 2]);
    const [licence] = problems;
    assert.equal(licence?.cause, 'license-limit');
    assert.deepEqual(
      licence.subjects.map(({ name, isNew }) => [name, isNew]),
      [
        ['Casimir Vance', true],
        ['Leopold Achterberg', false],
      ],
    );
  });

  it('leads from somebody in trouble to the explanation', async () => {
    const question = (await status('Salesforce')).problems[0]?.subjects[0]?.question;
    assert.ok(question);

    const told = await ask(question);

    assert.equal(told.kind, 'explanation');
    assert.equal(told.cause, 'license-limit');
  });

  it('says who is affected: those who failed in the last seven days and have not recovered', async () => {
    const { answer, cost } = await tenant.ask({ kind: 'appStatus', app: 'Zendesk', focus: 'affected' });
    const problems = await tenant.ask({ kind: 'appProblems', app: 'Zendesk', outcome: 'failed' });

    assert.ok(answer.kind === 'appStatus' && problems.answer.kind === 'appProblems');
    assert.ok(problems.answer.total > 10);
    assert.equal(answer.affected?.total, problems.answer.total);
    assert.equal(answer.affected.people.length, 10);
    assert.ok(cost.logRequests <= problems.cost.logRequests, JSON.stringify([cost, problems.cost]));
    const told = word({ answer, cost }, reader);
    assert.ok(told.kind === 'appStatus' && told.affected);
    assert.match(told.affected.text, /^\d+ people and groups failed since .+ and still have a problem\.$/);
    const [first] = told.affected.people;
    assert.ok(first?.question);
    assert.equal((await ask(first.question)).kind, 'explanation');
  });

  it('says the same of the app whether or not it says who is affected', async () => {
    const { affected: _affected, question: _question, cost: _cost, ...whole } = await status('Salesforce');
    const told = await ask({ kind: 'appStatus', app: 'Salesforce', focus: 'affected' });

    assert.ok(told.kind === 'appStatus');
    const { affected, question: _asked, cost: _spent, ...rest } = told;
    assert.deepEqual({ ...rest, asOf: '', evidence: [] }, { ...whole, asOf: '', evidence: [] });
    assert.ok((affected?.total ?? 0) > 0);
  });

  it('says how an app is doing though the log may not be read for who is affected', async () => {
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');

    const told = await ask({ kind: 'appStatus', app: 'Zendesk', focus: 'affected' });

    assert.ok(told.kind === 'appStatus' && told.affected === undefined);
    assert.equal(told.state, 'quarantine');
    assert.equal(told.notes.at(-1), 'Without the log I can’t tell who is affected.');
  });

  it('costs one log request, and two round trips when the app was not asked about before', async () => {
    const { cost } = await status('Salesforce');

    assert.deepEqual([cost.logRequests, cost.roundTrips], [1, 2]);
    assert.ok(cost.graphRequests <= 3, `${cost.graphRequests}`);
  });

  it('says that an app has no provisioning, and which apps have', async () => {
    const told = await status('Adobe Creative Cloud');

    assert.match(told.why, /no provisioning job/);
    assert.ok(told.candidates.length >= 5);
    assert.deepEqual(told.candidates[0]?.question, { kind: 'appStatus', app: told.candidates[0]?.id });
  });

  it('names apps of a similar name first: the one that is meant may be called otherwise', async () => {
    const told = await status('Workday');

    assert.equal(told.state, 'notConfigured');
    assert.deepEqual(
      told.candidates
        .slice(0, 2)
        .map(({ name }) => name)
        .toSorted(),
      ['Workday to AD', 'Workday to Microsoft Entra User Provisioning'],
    );
  });

  it('lets the asker choose where several apps fit, each asking the same of the one that is chosen', async () => {
    const told = await ask({ kind: 'appStatus', app: 'ServiceNow' });

    assert.equal(told.kind, 'choice');
    assert.ok(told.candidates.length >= 2);
    for (const { id, question } of told.candidates) assert.deepEqual(question, { kind: 'appStatus', app: id });
  });

  it('lets the asker choose where no app is called so, or several are', async () => {
    const none = await ask({ kind: 'appStatus', app: 'Quickbase' });
    assert.equal(none.kind, 'notFound');

    const unnamed = await ask({ kind: 'appStatus' });
    assert.equal(unnamed.kind, 'notUnderstood');
  });

  it('answers without the log where it is closed, and names the gap', async () => {
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');

    const told = await status('CRM');

    assert.equal(told.state, 'quarantine');
    assert.match(told.notes.join(' '), /missing here: Microsoft Graph does not let Skipper read it/);
  });

  it('answers from the log where the job is closed, and guesses at no state', async () => {
    tenant.sandbox.permissions.delete('Synchronization.Read.All');

    const told = await status('Salesforce');

    assert.equal(told.state, 'unknown');
    assert.match(told.headline, /cannot be read/);
    assert.match(told.notes.join(' '), /The state of the job is missing here/);
  });

  it('is denied where both are closed', async () => {
    tenant.sandbox.permissions.delete('Synchronization.Read.All');
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');

    assert.equal((await ask({ kind: 'appStatus', app: 'Salesforce' })).kind, 'denied');
  });
});

describe('how an app is doing, while the log is slow', () => {
  it('is told from the job at once, and completed when the log has come', async () => {
    const tenant = await askedTenant();
    tenant.sandbox.faults.next({ path: /auditLogs\/provisioning/, delayMs: 3000 });
    const shown: (readonly [string, number | undefined])[] = [];
    try {
      const { answer } = await tenant.ask(
        { kind: 'appStatus', app: 'Salesforce' },
        {
          onInterim: (given) => {
            const told = word(given, reader);
            assert.equal(told.kind, 'appStatus');
            shown.push([told.state, told.counts?.failed]);
            assert.deepEqual(told.notes, [], 'what is still to come is no gap');
          },
        },
      );

      assert.deepEqual(shown, [['running', undefined]]);
      assert.ok(answer.kind === 'appStatus' && answer.cycles?.last?.all.failed === 2);
    } finally {
      await tenant.close();
    }
  }).timeout(20_000);
});
