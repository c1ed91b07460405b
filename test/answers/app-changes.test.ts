import assert from 'node:assert/strict';
import type { Answered } from '../../src/answers/answer.ts';
import type { AppChangesAnswer, ChangeRow } from '../../src/answers/people-answers.ts';
import type { AppChangesQuestion } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const wholeLog = { from: { ago: 30, unit: 'day' } } as const;

function about(app: string, more: Partial<AppChangesQuestion> = {}): AppChangesQuestion {
  return { kind: 'appChanges', app, ...more };
}

function changes({ answer }: Answered): AppChangesAnswer {
  assert.equal(answer.kind, 'appChanges');
  return answer;
}

async function rowsOf(tenant: AskedTenant, question: AppChangesQuestion) {
  const rows: ChangeRow[] = [];
  const answered = await tenant.ask(question, {
    onRow: async (row) => {
      if ('change' in row) rows.push(row);
    },
  });
  return { answered, rows };
}

describe('what changed in an app', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  it('counts everybody once for each kind of change, newest first, and lists all to whoever wants them', async () => {
    const { answered, rows } = await rowsOf(tenant, about('Salesforce', { window: wholeLog }));

    const { counts, people } = changes(answered);
    assert.ok(counts.created > 0 && counts.updated > 0);
    assert.equal(rows.length, counts.created + counts.updated + counts.disabled + counts.deleted);
    assert.equal(new Set(rows.map(({ change }) => `${change.change} ${change.id}`)).size, rows.length);
    assert.ok(people.length <= 10);
    const newest = rows
      .map(({ change }) => change.at)
      .toSorted()
      .toReversed();
    assert.deepEqual(
      people.map(({ at }) => at),
      newest.slice(0, people.length),
    );
  });

  it('agrees with what the explanation of a person says', async () => {
    const { rows } = await rowsOf(tenant, about('Zoom', { window: wholeLog }));
    const provisioned = tenant.sandbox.tenant.scenarios.filter(
      ({ app, verdict, cause }) => app === 'Zoom' && verdict === 'provisioned' && cause === 'provisioned',
    );

    assert.ok(provisioned.length > 0);
    for (const { user } of provisioned) {
      const told = await tenant.ask({ kind: 'explain', user, app: 'Zoom' });
      assert.ok(told.answer.kind === 'explanation');
      const { id } = told.answer.subject;
      assert.ok(
        rows.some(({ change }) => change.id === id),
        user,
      );
    }
  });

  it('names only people of the kind that was asked for, and still counts the others', async () => {
    const whole = changes(await tenant.ask(about('Salesforce', { window: wholeLog })));
    const { answered, rows } = await rowsOf(tenant, about('Salesforce', { window: wholeLog, change: 'created' }));

    const { counts, people } = changes(answered);
    assert.deepEqual(counts, whole.counts);
    assert.equal(rows.length, counts.created);
    assert.ok(people.every(({ change }) => change === 'created'));
    const said = word(answered, reader);
    assert.match(said.headline, /^\d+ created in Salesforce$/);
    assert.ok(said.kind === 'appChanges' && said.total === counts.created);
    assert.match(said.why, /^In the same time: \d+ updated/);
  });

  it('leads from somebody to the explanation', async () => {
    const said = word(await tenant.ask(about('Salesforce', { window: wholeLog })), reader);
    assert.ok(said.kind === 'appChanges');
    const [first] = said.people;
    assert.ok(first?.question);

    const { answer } = await tenant.ask(first.question);

    assert.ok(answer.kind === 'explanation' && answer.subject.id === first.id);
  });

  it('takes the last seven days where no time was named', async () => {
    const { window } = changes(await tenant.ask(about('Salesforce')));

    assert.equal(Date.parse(window.to) - Date.parse(window.from), 7 * 24 * 60 * 60_000);
  });

  it('asks in which app where none was named, and keeps the rest of the question', async () => {
    const { answer } = await tenant.ask({ kind: 'appChanges', change: 'deleted' });

    assert.equal(answer.kind, 'choice');
    const [first] = answer.candidates;
    assert.deepEqual(first?.question, { kind: 'appChanges', change: 'deleted', app: first?.id });
  });

  it('says what the log cannot tell: a time to come, one that it has forgotten, and an app without provisioning', async () => {
    const future = await tenant.ask(about('Zoom', { window: { from: { day: 'tomorrow' } } }));
    const long = { from: { ago: 4, unit: 'month' }, to: { ago: 3, unit: 'month' } } as const;
    const forgotten = await tenant.ask(about('Zoom', { window: long }));
    const unset = await tenant.ask(about('Figma'));

    assert.equal(future.cost.logRequests + forgotten.cost.logRequests, 0);
    assert.equal(word(future, reader).headline, 'That time in Zoom hasn’t come yet');
    assert.equal(word(forgotten, reader).headline, 'The log of Zoom doesn’t go back that far');
    assert.equal(word(unset, reader).headline, 'Provisioning to Figma is not set up');
  });

  it('is denied without the log', async () => {
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');
    try {
      const { answer } = await tenant.ask(about('Salesforce'));
      assert.ok(answer.kind === 'denied' && answer.permission === 'ProvisioningLog.Read.All');
    } finally {
      tenant.sandbox.permissions.add('ProvisioningLog.Read.All');
    }
  });
});

describe('what changed in an app with a long log', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant({ entries: 40_000 });
  });
  after(() => tenant.close());

  it('tells how far it has come, and says from when on it could tell where the time was over', async () => {
    const over = new AbortController();
    const states: Answered[] = [];
    const answered = await tenant.ask(about('Salesforce', { window: wholeLog }), {
      signal: over.signal,
      onInterim: (state) => {
        states.push(state);
        if (states.length === 2) over.abort();
      },
    });

    assert.ok(states.every(({ pending }) => pending?.of === 'log' && (pending.share ?? 0) <= 1));
    const { limits } = changes(answered);
    assert.deepEqual(
      limits.map(({ why }) => why),
      ['time'],
    );
    const said = word(answered, reader);
    assert.ok(said.kind === 'appChanges' && !said.complete);
    assert.match(said.partial?.text ?? '', /This covers the time since /);
  });
});
