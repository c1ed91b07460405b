import assert from 'node:assert/strict';
import type { Answered, ExplanationsAnswer } from '../../src/answers/answer.ts';
import type { AuditRecord } from '../../src/answers/audit.ts';
import type { ExplainManyQuestion } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

function many(users: readonly string[], app?: string): ExplainManyQuestion {
  return { kind: 'explainMany', users, ...(app !== undefined && { app }) };
}

function explanations({ answer }: Answered): ExplanationsAnswer {
  assert.equal(answer.kind, 'explanations');
  return answer;
}

/** What came of somebody, as far as two answers must agree about it. */
function outcomeOf({ answer }: Pick<Answered, 'answer'>): object {
  if (answer.kind !== 'explanation') return { kind: answer.kind };
  const { verdict, cause, expected, also, fix } = answer.diagnosis;
  return { kind: answer.kind, id: answer.subject.id, verdict, cause, expected, also, fix };
}

describe('why several people are not in an app', function () {
  this.timeout(120_000);
  let tenant: AskedTenant;
  before(async () => {
    const now = new Date();
    tenant = await askedTenant({ now: () => now });
  });
  after(() => tenant.close());

  it('says of everybody of the sample tenant what the answer about that person alone says', async () => {
    const byApp = new Map<string, Set<string>>();
    for (const { user, app } of tenant.sandbox.tenant.scenarios) {
      byApp.set(app, (byApp.get(app) ?? new Set()).add(user));
    }
    let compared = 0;
    for (const [app, users] of byApp) {
      const asked = [...users].slice(0, 20);
      const { answer } = await tenant.ask(many(asked, app));
      if (answer.kind !== 'explanations') continue;
      for (const line of answer.people) {
        const alone = await tenant.ask({ kind: 'explain', user: line.text, app });
        // A name of several is settled by the log when it is asked about alone; a name that only the log knows, too.
        if (line.answer.kind !== 'explanation') continue;
        compared += 1;
        assert.deepEqual(outcomeOf({ answer: line.answer }), outcomeOf(alone), `${line.text} in ${app}`);
      }
    }

    assert.ok(compared > 60, `only ${compared} were compared`);
  });

  it('costs at most two log requests and six requests for twenty people of a known app', async () => {
    const users = addresses(tenant, 20);
    await tenant.ask(many(users.slice(0, 2), 'Salesforce'));

    const answered = await tenant.ask(many(users, 'Salesforce'));

    assert.equal(explanations(answered).people.length, 20);
    assert.ok(answered.cost.logRequests <= 2, JSON.stringify(answered.cost));
    assert.ok(answered.cost.graphRequests <= 6, JSON.stringify(answered.cost));
    const ids = explanations(answered).people.flatMap((line) =>
      line.answer.kind === 'explanation' ? [line.answer.subject.id] : [],
    );
    const again = await tenant.ask(many(ids, 'Salesforce'));
    assert.equal(explanations(again).people.length, 20);
    assert.ok(again.cost.graphRequests <= 6, JSON.stringify(again.cost));
  });

  it('reads the log once for ten people', async () => {
    const { cost } = await tenant.ask(many(addresses(tenant, 10), 'Salesforce'));

    assert.equal(cost.logRequests, 1);
  });

  it('keeps the order, and says of a name that is nobody’s whose comes near, and of one of several that it is a choice', async () => {
    const answered = await tenant.ask(many(['Alise Smith', 'noah', 'alice@contoso.com'], 'Salesforce'));
    const said = word(answered, reader);

    assert.equal(said.kind, 'explanations');
    assert.deepEqual(
      said.people.map(({ kind, text }) => [kind, text]),
      [
        ['choice', 'Alise Smith'],
        ['choice', 'noah'],
        ['explanation', 'alice@contoso.com'],
      ],
    );
    const [nobody, several, alice] = said.people;
    assert.ok(nobody?.kind === 'choice' && nobody.candidates.some(({ name }) => name === 'Alice Smith'));
    assert.match(nobody.headline, /^No one is called “Alise Smith”/);
    assert.ok(several?.kind === 'choice' && several.candidates.length > 1);
    assert.match(several.reason, /^\d+ people or groups have this name$/);
    const app = explanations(answered).app.id;
    assert.deepEqual(several.question, { kind: 'explain', user: 'noah', app });
    assert.ok(alice?.kind === 'explanation');
    assert.deepEqual(alice.question, { kind: 'explain', user: alice.subject.id, subject: 'user', app });
    assert.equal(alice.verdictName, 'Skipped');
    assert.match(said.headline, /^1 of 3 needs attention in Salesforce$/);
  });

  it('lists somebody once who is named by name and by address', async () => {
    const { people } = explanations(
      await tenant.ask(many(['Alice Smith', 'alice@contoso.com', ' ALICE@contoso.com'], 'Salesforce')),
    );

    const ids = people.flatMap(({ answer }) => (answer.kind === 'explanation' ? [answer.subject.id] : []));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(people.length < 3);
  });

  it('finds workers of an HR system by their names and by their ids, with at most two more reads of its log', async () => {
    const app = 'Workday to Microsoft Entra User Provisioning';
    const names = tenant.sandbox.tenant.scenarios.filter((one) => one.app === app).map(({ user }) => user);
    const alone = await Promise.all(names.map((user) => tenant.ask({ kind: 'explain', user, app })));
    const ids = alone.flatMap(({ answer }) => (answer.kind === 'explanation' ? [answer.subject.id] : []));
    assert.equal(ids.length, names.length);
    assert.ok(names.length > 1);

    for (const users of [names, ids]) {
      const answered = await tenant.ask(many(users, app));
      assert.deepEqual(
        explanations(answered).people.map((line) => outcomeOf({ answer: asAnswer(line) })),
        alone.map(outcomeOf),
      );
      assert.ok(answered.cost.logRequests <= 3, JSON.stringify(answered.cost));
    }
  });

  it('asks in which app where none was named, and keeps the people', async () => {
    const { answer } = await tenant.ask(many(['alice', 'bob']));

    assert.equal(answer.kind, 'choice');
    const [first] = answer.candidates;
    assert.deepEqual(first?.question, { kind: 'explainMany', users: ['alice', 'bob'], app: first?.id });
  });

  it('covers twenty people and says how many are left', async () => {
    const said = word(await tenant.ask(many(addresses(tenant, 23), 'Salesforce')), reader);

    assert.equal(said.kind, 'explanations');
    assert.equal(said.people.length, 20);
    assert.deepEqual(said.notes, ['One answer covers 20 people. Ask about the other 3 in another question.']);
  });

  it('is denied without the log', async () => {
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');
    try {
      const { answer } = await tenant.ask(many(['alice@contoso.com', 'bob@contoso.com'], 'Salesforce'));
      assert.ok(answer.kind === 'denied' && answer.permission === 'ProvisioningLog.Read.All');
    } finally {
      tenant.sandbox.permissions.add('ProvisioningLog.Read.All');
    }
  });

  it('keeps the app for what is asked next', async () => {
    const conversation = 'who else';
    await tenant.ask(many(['alice@contoso.com', 'bob@contoso.com'], 'Salesforce'), { conversation });

    const { answer } = await tenant.ask('who else?', { conversation });

    assert.ok(answer.kind === 'appProblems' && answer.app.name === 'Salesforce');
  });

  it('keeps those who were found for "check again"', async () => {
    const conversation = 'check again';
    await tenant.ask(many(['alice@contoso.com', 'zorblax', 'bob@contoso.com'], 'Salesforce'), { conversation });

    const { answer } = await tenant.ask('check again', { conversation });

    assert.deepEqual(
      answer.kind === 'explanations' &&
        answer.people.map((line) => line.answer.kind === 'explanation' && line.answer.subject.name),
      ['Alice Smith', 'Bob Jones'],
    );
  });
});

describe('why several people are not in an app, while the log is slow', () => {
  it('is told from the state of today at once, and completed when the log has come', async () => {
    const tenant = await askedTenant();
    tenant.sandbox.faults.next({ path: /auditLogs\/provisioning/, delayMs: 3000 });
    const shown: (readonly string[])[] = [];
    try {
      const answered = await tenant.ask(many(['alice@contoso.com', 'noah'], 'Salesforce'), {
        onInterim: (given) => {
          const told = word(given, reader);
          assert.equal(told.kind, 'explanations');
          shown.push(told.people.map(({ verdictName }) => verdictName));
        },
      });

      assert.deepEqual(shown, [['Not known yet', 'Which one?']]);
      const told = word(answered, reader);
      assert.deepEqual(told.kind === 'explanations' && told.people.map(({ verdictName }) => verdictName), [
        'Skipped',
        'Which one?',
      ]);
    } finally {
      await tenant.close();
    }
  }).timeout(20_000);
});

describe('the audit of a question about several people', function () {
  this.timeout(30_000);

  it('has a line for everybody who was looked up', async () => {
    const records: AuditRecord[] = [];
    const tenant = await askedTenant({ audit: { record: async (record) => void records.push(record) } });
    try {
      await tenant.ask(many(['alice@contoso.com', 'nobody.at.all@contoso.com'], 'Salesforce'));
    } finally {
      await tenant.close();
    }

    assert.deepEqual(
      records.map(({ kind, subjectName, appName, outcome }) => ({ kind, subjectName, appName, outcome })),
      ['alice@contoso.com', 'nobody.at.all@contoso.com'].map((subjectName) => ({
        kind: 'explainMany',
        subjectName,
        appName: 'Salesforce',
        outcome: 'explanations',
      })),
    );
    assert.deepEqual(
      records.map(({ verdict }) => verdict),
      ['skipped', undefined],
    );
  });
});

function addresses({ sandbox }: AskedTenant, count: number): readonly string[] {
  const people = sandbox.tenant.scenarios.map(({ user }) => user).filter((user) => user.includes('@'));
  return [...new Set(people)].slice(0, count);
}

function asAnswer(line: ExplanationsAnswer['people'][number] | undefined): Answered['answer'] {
  assert.ok(line && line.answer.kind !== 'unanswered');
  return line.answer;
}
