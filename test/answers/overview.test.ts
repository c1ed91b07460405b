import assert from 'node:assert/strict';
import type { Answered } from '../../src/answers/answer.ts';
import type { OverviewAnswer } from '../../src/answers/app-answers.ts';
import type { OverviewQuestion } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import type { WordedOverview } from '../../src/words/worded-apps.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

describe('the overview of all apps', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;
  let clock: Date;

  beforeEach(async () => {
    clock = new Date();
    tenant = await askedTenant({ apps: 500, now: () => clock });
  });
  afterEach(() => tenant.close());

  const ask = async (more: Partial<OverviewQuestion> = {}): Promise<Answered & { readonly answer: OverviewAnswer }> => {
    const answered = await tenant.ask({ kind: 'overview', ...more });
    assert.equal(answered.answer.kind, 'overview');
    return { ...answered, answer: answered.answer };
  };
  const worded = async (more: Partial<OverviewQuestion> = {}): Promise<WordedOverview> => {
    const told = word(await ask(more), reader);
    assert.equal(told.kind, 'overview');
    return told;
  };

  it('lists every app that has provisioning, worst first, with what is the matter', async () => {
    const { headline, text, apps } = await worded();

    assert.equal(apps.length, 21);
    assert.match(headline, /^Problems in \d+ of 21 provisioned apps$/);
    assert.match(text, /3 are switched off/);
    const states = apps.map(({ state }) => state);
    assert.deepEqual(states.slice(0, 4), ['quarantine', 'quarantine', 'quarantine', 'stalled']);
    assert.equal(states.at(-1), 'running');
    const days = apps.slice(0, 3).map(({ daysLeft }) => daysLeft ?? 0);
    assert.deepEqual(
      days,
      days.toSorted((a, b) => a - b),
      'whose time runs out first stands first',
    );
    assert.match(
      apps.find(({ name }) => name === 'CRM')?.text ?? '',
      /the app rejects the stored credentials, \d+ days left/,
    );
  });

  it('takes at most 60 requests of a tenant of 500 apps, and few once it knows which have provisioning', async () => {
    const cold = await ask();
    assert.ok(cold.cost.graphRequests <= 60, `${cold.cost.graphRequests} requests`);
    assert.equal(cold.cost.logRequests, 0);
    assert.equal(cold.answer.looked, 500);

    const warm = await ask();
    assert.ok(warm.cost.graphRequests <= 2, `${warm.cost.graphRequests} requests`);
    assert.deepEqual(
      warm.answer.apps.map(({ app }) => app.id),
      cold.answer.apps.map(({ app }) => app.id),
    );
  });

  it('finds an app that was set up since, once it looks again at those that had no job', async () => {
    await ask();
    clock = new Date(clock.getTime() + 61 * 60_000);

    assert.ok((await ask()).cost.graphRequests > 20);
  });

  it('shows what is known while the rest is being read', async () => {
    const shown: { readonly apps: number; readonly done: number; readonly total?: number }[] = [];
    await tenant.ask(
      { kind: 'overview' },
      {
        onInterim: ({ answer, pending }) => {
          assert.equal(answer.kind, 'overview');
          assert.equal(pending?.of, 'apps');
          shown.push({ apps: answer.apps.length, done: pending.done, total: pending.total });
        },
      },
    );

    assert.deepEqual(
      shown.map(({ done }) => done),
      [100, 200, 300, 400],
    );
    assert.ok(shown.every(({ total }) => total === 500));
  });

  it('names an app that cannot be read, and lists the others', async () => {
    const slack = tenant.sandbox.tenant.directory.app('Slack');
    tenant.sandbox.faults.next({
      path: new RegExp(`${slack.id}/synchronization/jobs`),
      status: 500,
      body: { error: { code: 'generalException' } },
      times: 9,
    });

    const { apps } = await worded();

    assert.equal(apps.length, 21);
    assert.equal(apps.find(({ name }) => name === 'Slack')?.state, 'unknown');
  });

  it('says how many could not be read, where they are too many to name', async () => {
    tenant.sandbox.faults.next({
      path: /synchronization\/jobs/,
      status: 500,
      body: { error: { code: 'generalException' } },
      times: 20,
    });

    const { apps, notes } = await worded();

    assert.ok(apps.length <= 21);
    assert.match(notes.join(' '), /^20 further apps could not be read this time/);
  });

  it('takes an app whose jobs Graph will not hear of for one without any', async () => {
    const unknown = tenant.sandbox.tenant.directory.app('Line of business 77');
    tenant.sandbox.faults.next({
      path: new RegExp(`${unknown.id}/synchronization/jobs`),
      status: 400,
      body: { error: { code: 'BadRequest' } },
    });

    const { apps, notes } = await worded();

    assert.equal(apps.length, 21);
    assert.deepEqual(notes, []);
  });

  it('says which permission is missing where no job can be read', async () => {
    tenant.sandbox.permissions.delete('Synchronization.Read.All');

    const { answer } = await tenant.ask({ kind: 'overview' });

    assert.equal(answer.kind, 'denied');
    assert.equal(answer.permission, 'Synchronization.Read.All');
  });

  it('lists problems only, or quarantine only, and offers the other ways to look', async () => {
    const quarantine = await worded({ only: 'quarantine' });
    assert.equal(quarantine.headline, 'In quarantine: 3 of 21 provisioned apps');
    assert.deepEqual(
      quarantine.apps.map(({ name }) => name),
      ['Zendesk', 'CRM', 'Dropbox Business'],
    );
    assert.deepEqual(
      quarantine.filters.map(({ title }) => title),
      ['All apps', 'Only problems'],
    );

    const problems = await worded({ only: 'problems' });
    assert.ok(problems.apps.length > 3);
    assert.ok(problems.apps.every(({ need }) => need === 'broken' || need === 'failing'));
  });

  it('comes in pages, and a page beyond the last is the last', async () => {
    const first = await worded();
    assert.deepEqual([first.page.number, first.page.of, first.page.apps.length], [1, 3, 10]);
    assert.deepEqual(first.page.next?.question, { kind: 'overview', page: 2 });
    assert.equal(first.page.before, undefined);

    const last = await worded({ page: 99 });
    assert.deepEqual([last.page.number, last.page.apps.length], [3, 1]);
    assert.deepEqual(last.page.before?.question, { kind: 'overview', page: 2 });
  });

  it('leads from each app to how it is doing', async () => {
    const [line] = (await worded()).apps;
    assert.ok(line?.question);

    const { answer } = await tenant.ask(line.question);

    assert.equal(answer.kind, 'appStatus');
    assert.equal(answer.app.name, line.name);
  });

  it('looks at so many apps at a time in a very large tenant, says so, and goes on when asked again', async () => {
    await tenant.close();
    tenant = await askedTenant({ apps: 1500, now: () => clock });

    const first = await ask();
    assert.ok(first.cost.graphRequests <= 60, `${first.cost.graphRequests} requests`);
    assert.equal(first.answer.apps.length, 21, 'those from the gallery are looked at first');
    assert.ok(first.answer.left > 0);
    const told = word(first, reader);
    assert.ok(told.kind === 'overview' && /Ask again to go on/.test(told.notes.join(' ')));

    const second = await ask();
    assert.ok(second.cost.graphRequests <= 60, `${second.cost.graphRequests} requests`);
    assert.deepEqual([second.answer.left, second.answer.looked], [0, 1500]);
  });

  it('finds an app that has just been set up when it is asked to check again', async () => {
    const { id } = tenant.sandbox.tenant.directory.app('Salesforce');
    tenant.sandbox.faults.next({ path: new RegExp(`/servicePrincipals/${id}/synchronization/jobs`), status: 404 });
    const before = await ask();
    const remembered = await ask();
    const again = await tenant.ask({ kind: 'overview' }, { fresh: true });

    assert.deepEqual([before.answer.apps.length, remembered.answer.apps.length], [20, 20]);
    assert.equal(again.answer.kind, 'overview');
    assert.equal(again.answer.apps.length, 21);
    assert.ok(again.cost.graphRequests <= 60, `${again.cost.graphRequests} requests`);
  });
});
