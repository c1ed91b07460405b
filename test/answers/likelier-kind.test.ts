import assert from 'node:assert/strict';
import type { Answer } from '../../src/answers/answer.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

describe('a name that can be an app’s or a person’s', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  const answerTo = async (text: string): Promise<Answer> => (await tenant.ask(text)).answer;

  it('is the app’s where the tenant has an app of that name', async () => {
    assert.equal((await answerTo('how is Salesforce doing?')).kind, 'appStatus');
  });

  it('is the person’s where the directory knows somebody so called and no app is', async () => {
    const answer = await answerTo('how is bob doing?');

    assert.equal(answer.kind, 'userOverview');
  });

  it('is nobody’s where neither is known, and the answer says what was looked for', async () => {
    const answer = await answerTo('how is Qwertzuiop doing?');

    assert.equal(answer.kind, 'notFound');
    assert.equal(answer.kind === 'notFound' && answer.text, 'Qwertzuiop');
  });
});

describe('two names where one was to be given', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  const choices = async (text: string): Promise<readonly string[]> => {
    const { answer } = await tenant.ask(text);
    return answer.kind === 'choice' ? answer.candidates.map(({ name }) => name) : [answer.kind];
  };

  it('are the asker’s to choose from, when they are apps', async () => {
    const both = ['Salesforce', 'Slack'];

    assert.deepEqual(await choices('why was alice skipped in Salesforce and Slack?'), both);
    assert.deepEqual(await choices('alice was skipped in Salesforce and in Slack'), both);
    assert.deepEqual(await choices('status of Salesforce and Slack'), both);
  });

  it('are the asker’s to choose from, when they are people', async () => {
    const names = await choices('why were alice smith and bob jones skipped in Salesforce?');

    assert.deepEqual(names, ['Alice Smith', 'Bob Jones']);
  });
});
