import assert from 'node:assert/strict';
import type { Answered } from '../../src/answers/answer.ts';
import type { UserOverviewAnswer } from '../../src/answers/people-answers.ts';
import type { UserOverviewQuestion } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import type { WordedUserOverview } from '../../src/words/worded.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

function about(user: string, more: Partial<UserOverviewQuestion> = {}): UserOverviewQuestion {
  return { kind: 'userOverview', user, ...more };
}

function overview({ answer }: Answered): UserOverviewAnswer {
  assert.equal(answer.kind, 'userOverview');
  return answer;
}

function worded(answered: Answered): WordedUserOverview {
  const said = word(answered, reader);
  assert.equal(said.kind, 'userOverview');
  return said;
}

function lineOf({ apps }: WordedUserOverview, name: string) {
  return apps.find(({ app }) => app.name === name);
}

describe('what is wrong with somebody', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  it('says of each app what the explanation of that app says', async () => {
    const people = tenant.sandbox.tenant.scenarios.filter(({ type, user }) => type === 'user' && user.includes('@'));
    let compared = 0;
    for (const { user, app } of people) {
      const explained = await tenant.ask({ kind: 'explain', user, app });
      if (explained.answer.kind !== 'explanation') continue;
      const { diagnosis, app: found } = explained.answer;
      const line = overview(await tenant.ask(about(user))).apps.find((one) => one.app.id === found.id);
      if (!line) {
        assert.equal(diagnosis.telling, undefined, `${user} in ${app} stands in the log`);
        continue;
      }
      const { verdict, cause, expected } = line.diagnosis;
      assert.deepEqual(
        [verdict, cause, expected],
        [diagnosis.verdict, diagnosis.cause, diagnosis.expected],
        `${user} in ${app}`,
      );
      compared += 1;
    }
    assert.ok(compared > 30, `${compared} compared`);
  });

  it('costs one request to the log, whatever the number of apps', async () => {
    const { cost } = await tenant.ask(about('carla@contoso.com'));

    assert.equal(cost.logRequests, 1);
    assert.ok(cost.graphRequests <= 10, `${cost.graphRequests} requests`);
  });

  it('puts problems first and what is as it should be last', async () => {
    const said = worded(await tenant.ask(about('alice@contoso.com')));

    const order = said.apps.map(({ expected }) => expected);
    assert.deepEqual(
      order,
      order.toSorted((one, other) => Number(one) - Number(other)),
    );
    assert.ok(order.includes(true) && order.includes(false));
    const line = lineOf(said, 'Salesforce');
    assert.deepEqual([line?.verdict, line?.cause, line?.expected], ['skipped', 'scoping-filter', false]);
    assert.match(said.headline, /^Alice Smith has a problem in .*Salesforce/);
    const question = { kind: 'explain', user: said.subject.id, app: line?.app.id, subject: 'user' };
    assert.deepEqual(line?.question, question);
  });

  it('makes a leaver stand out who is still active somewhere', async () => {
    const said = worded(await tenant.ask(about('carla', { focus: 'leaver' })));

    assert.equal(said.headline, 'Carla Fontaine is disabled in Entra, and still active in Slack Enterprise Grid');
    const [first] = said.apps;
    assert.equal(first?.app.name, 'Slack Enterprise Grid');
    assert.deepEqual([first.stillActive, first.expected, first.verdictName], [true, false, 'Still active']);
    assert.deepEqual([lineOf(said, 'Slack')?.stillActive, lineOf(said, 'Slack')?.verdict], [false, 'deprovisioned']);
    assert.match(said.fix[0]?.text ?? '', /^Slack Enterprise Grid: /);
  });

  it('does not call somebody gone whose account is in use', async () => {
    const said = worded(await tenant.ask(about('alice@contoso.com', { focus: 'leaver' })));

    assert.match(said.headline, /^The account of Alice Smith is still enabled in Entra/);
    assert.ok(said.apps.length > 0);
    assert.ok(said.apps.every(({ stillActive }) => !stillActive));
  });

  it('tells of somebody who is deleted', async () => {
    const said = worded(await tenant.ask(about('jasper@contoso.com', { focus: 'leaver' })));

    assert.match(said.headline, /^Jasper Wood is deleted in Entra, and the log shows no account that is still active$/);
    assert.equal(lineOf(said, 'Slack')?.verdict, 'deprovisioned');
  });

  it('asks back which of two people is meant, and keeps the rest of the question', async () => {
    const { answer } = await tenant.ask(about('noah', { focus: 'leaver' }));

    assert.equal(answer.kind, 'choice');
    assert.ok(
      answer.candidates.every(({ question }) => question.kind === 'userOverview' && question.focus === 'leaver'),
    );
  });

  it('names the nearest where nobody fits', async () => {
    const { answer } = await tenant.ask(about('nobodyatall'));

    assert.equal(answer.kind, 'notFound');
  });

  it('is denied without the log', async () => {
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');
    try {
      const { answer } = await tenant.ask(about('alice@contoso.com'));
      assert.equal(answer.kind, 'denied');
    } finally {
      tenant.sandbox.permissions.add('ProvisioningLog.Read.All');
    }
  });

  it('names apps without an entry that the person is assigned to, where it can ask each app', async () => {
    const answered = await tenant.ask(about('petra@contoso.com'));

    const { directory } = tenant.sandbox.tenant;
    const petra = directory.person('petra@contoso.com');
    const principals = new Set([petra.id, ...directory.ancestorsOf(petra.id)]);
    const assigned = [...directory.apps].filter(
      ({ id, spec }) => spec && directory.assignments(id).some(({ principalId }) => principals.has(principalId)),
    );
    const named = new Set(overview(answered).apps.map(({ app }) => app.id));
    assert.ok(assigned.length > 2);
    for (const { id, displayName } of assigned) assert.ok(named.has(id), displayName);
    assert.doesNotMatch(worded(answered).notes.join(' '), /missing here/);
    assert.equal(answered.cost.logRequests, 1);
  });

  it('says in a large tenant that they are missing, unless it may ask for them', async () => {
    const large = await askedTenant({ apps: 300 });
    try {
      const without = worded(await large.ask(about('petra@contoso.com')));
      assert.match(
        without.notes.join(' '),
        /the log holds nothing are missing here, because Microsoft Graph does not let/,
      );
    } finally {
      await large.close();
    }

    const granted = await askedTenant({ apps: 300 });
    granted.sandbox.permissions.add('Directory.Read.All');
    try {
      const answered = await granted.ask(about('petra@contoso.com'));
      assert.ok(overview(answered).apps.some(({ onlyAssigned }) => onlyAssigned));
      assert.doesNotMatch(worded(answered).notes.join(' '), /missing here/);
    } finally {
      await granted.close();
    }
  });

  it('finds somebody in the log whom the directory does not know', async () => {
    const worker = tenant.sandbox.tenant.scenarios.find(({ type }) => type === 'worker');
    assert.ok(worker);
    const { answer } = await tenant.ask(about(worker.user));

    assert.equal(answer.kind, 'userOverview');
    assert.equal(answer.subject.type, 'worker');
    assert.ok(answer.apps.some(({ app }) => app.name === worker.app));
  });

  it('does not call well what nothing is known of', async () => {
    const other = await askedTenant();
    try {
      other.sandbox.faults.next({ path: /^\/auditLogs/, status: 200, body: { value: [] }, times: 100 });
      const answered = await other.ask(about('alice@contoso.com'));
      const given = overview(answered);
      const apps = given.apps.filter(({ diagnosis }) => diagnosis.cause === 'no-record');
      assert.ok(apps.length > 0, 'some apps are known by the assignment alone');

      const { headline } = worded({ ...answered, answer: { ...given, apps } });
      assert.match(headline, /tells nothing of Alice Smith/);
    } finally {
      await other.close();
    }
  });
});
