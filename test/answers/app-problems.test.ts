import assert from 'node:assert/strict';
import type { Answered } from '../../src/answers/answer.ts';
import type { AppProblemsAnswer, ProblemRow } from '../../src/answers/people-answers.ts';
import type { AppProblemsQuestion } from '../../src/questions/question.ts';
import { word } from '../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const noCost = { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 };
const wholeLog = { from: { ago: 30, unit: 'day' } } as const;

function about(app: string, more: Partial<AppProblemsQuestion> = {}): AppProblemsQuestion {
  return { kind: 'appProblems', app, ...more };
}

function problems({ answer }: Answered): AppProblemsAnswer {
  assert.equal(answer.kind, 'appProblems');
  return answer;
}

function namesBy({ groups }: AppProblemsAnswer): ReadonlyMap<string, readonly string[]> {
  return new Map(groups.map(({ cause, people }) => [cause, people.map(({ name }) => name)]));
}

describe('who has problems in an app', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  it('names everybody of the sample tenant who failed, by the cause that explains the person', async () => {
    const failed = tenant.sandbox.tenant.scenarios.filter(({ verdict }) => verdict === 'failed');
    const answers = new Map<string, AppProblemsAnswer>();
    for (const app of new Set(failed.map((one) => one.app))) {
      answers.set(app, problems(await tenant.ask(about(app, { outcome: 'failed', window: wholeLog }))));
    }

    for (const { id, app, cause, also = [], type } of failed) {
      if (type === 'worker') continue;
      const truths = [cause, ...also];
      const groups = answers.get(app)?.groups ?? [];
      assert.ok(
        groups.some((group) => truths.includes(group.cause)),
        `${id} in ${app}: ${groups.map((one) => one.cause)}`,
      );
    }
  });

  it('asks in which app where none was named, those with problems first, and keeps the rest of the question', async () => {
    const { answer } = await tenant.ask({ kind: 'appProblems', outcome: 'failed' });

    assert.equal(answer.kind, 'choice');
    assert.equal(word({ answer, cost: noCost }, reader).headline, 'Which app is it about?');
    const [worst] = answer.candidates;
    assert.ok(worst?.type === 'app' && worst.question.kind === 'appProblems');
    assert.deepEqual(worst.question, { kind: 'appProblems', outcome: 'failed', app: worst.id });
  });

  it('leaves out whoever was never meant to be there, and says how many', async () => {
    const answer = problems(await tenant.ask(about('Salesforce', { window: wholeLog })));
    const expected = tenant.sandbox.tenant.scenarios.filter((one) => one.app === 'Salesforce' && one.expected === true);
    const named = new Set(
      answer.groups.flatMap(({ people }) => people.map(({ userPrincipalName }) => userPrincipalName)),
    );

    assert.ok(expected.length > 0);
    for (const { user } of expected) assert.ok(!named.has(user), user);
    assert.ok(answer.expected > 0);
  });

  it('finds somebody who is assigned only by a nested group by the assignments of today', async () => {
    const answer = problems(await tenant.ask(about('Salesforce', { outcome: 'skipped', window: wholeLog })));

    assert.ok(namesBy(answer).get('nested-group')?.includes('Dave Müller'));
  });

  it('counts many of one cause and names the first ten', async () => {
    const answer = problems(await tenant.ask(about('Zendesk', { outcome: 'failed', window: wholeLog })));

    const [group] = answer.groups;
    assert.equal(group?.cause, 'insufficient-rights');
    assert.equal(group.people.length, 10);
    assert.ok(group.count > 10);
    assert.equal(answer.job.state, 'quarantine');
    const said = word(await tenant.ask(about('Zendesk', { window: wholeLog })), reader);
    assert.match(said.kind === 'appProblems' ? said.why : '', /in quarantine/);
  });

  it('lists everybody, each once, to whoever wants the whole list', async () => {
    const rows: ProblemRow[] = [];
    const answer = problems(
      await tenant.ask(about('Zendesk', { window: wholeLog }), {
        onRow: async (row) => {
          if ('problem' in row) rows.push(row);
        },
      }),
    );

    assert.equal(rows.length, answer.total);
    assert.equal(new Set(rows.map(({ problem }) => problem.person.id)).size, answer.total);
  });

  it('takes the window by the asker’s calendar', async () => {
    const tokyo = problems(
      await tenant.ask(about('Zoom', { window: { from: { day: 'yesterday' }, to: { day: 'yesterday' } } }), {
        timeZone: 'Asia/Tokyo',
      }),
    );

    // Midnight in Tokyo is three in the afternoon in UTC, all year.
    assert.match(tokyo.window.from, /T15:00:00/);
    assert.equal(Date.parse(tokyo.window.to) - Date.parse(tokyo.window.from), 24 * 60 * 60_000);
  });

  it('asks nothing of the log about a time that is still to come, or that it does not keep', async () => {
    const future = await tenant.ask(about('Zoom', { window: { from: { day: 'tomorrow' } } }));
    const long = await tenant.ask(
      about('Zoom', { window: { from: { ago: 4, unit: 'month' }, to: { ago: 3, unit: 'month' } } }),
    );

    assert.deepEqual(
      problems(future).limits.map(({ why }) => why),
      ['future'],
    );
    assert.deepEqual(problems(long).limits, [{ why: 'retention' }]);
    assert.equal(future.cost.logRequests + long.cost.logRequests, 0);
    assert.match(word(future, reader).headline, /still to come/);
    assert.match(word(long, reader).headline, /does not reach back/);
  });

  it('says from when on it could tell where the window begins before the log', async () => {
    const answered = await tenant.ask(about('Zoom', { window: { from: { ago: 3, unit: 'month' } } }));
    const said = word(answered, reader);

    assert.equal(said.kind, 'appProblems');
    assert.equal(said.complete, false);
    assert.equal(said.partial?.reason, 'retention');
    assert.ok(said.partial.from);
    assert.ok(said.groups.length > 0);
  });

  it('says of an app without provisioning that it has none, and which have', async () => {
    const said = word(await tenant.ask(about('Figma')), reader);

    assert.equal(said.kind, 'appProblems');
    assert.match(said.headline, /not set up/);
    assert.match(said.notes.join(' '), /Apps that have provisioning: .*Box/);
  });

  it('narrows to one code, documented ones by their ends and whatever the case', async () => {
    const whole = problems(await tenant.ask(about('Salesforce', { window: wholeLog })));
    const group = whole.groups.find(({ cause }) => cause === 'license-limit');
    assert.ok(group);

    const answered = await tenant.ask(
      about('Salesforce', { window: wholeLog, code: 'salesforcelicenselimitexceeded' }),
    );

    const narrowed = problems(answered);
    assert.equal(narrowed.total, group.count);
    assert.deepEqual(
      narrowed.groups.map(({ cause }) => cause),
      ['license-limit'],
    );
    assert.equal(narrowed.others?.total, whole.total - group.count);
    const said = word(answered, reader);
    assert.match(said.headline, /with “salesforcelicenselimitexceeded”: no licence is free in Salesforce$/);
    assert.ok(said.kind === 'appProblems' && said.code === 'salesforcelicenselimitexceeded');
  });

  it('narrows to an HTTP status that the app answered', async () => {
    const answered = await tenant.ask(about('Slack', { window: wholeLog, code: '409' }));

    const { groups, others } = problems(answered);
    assert.ok(groups.length > 0 && (others?.total ?? 0) > 0);
    assert.ok(groups.every(({ common }) => common.verdict === 'failed'));
    assert.match(word(answered, reader).headline, / with HTTP 409/);
  });

  it('says what others fail with where nobody has the code', async () => {
    const rows: unknown[] = [];
    const onRow = async (row: unknown) => void rows.push(row);
    const answered = await tenant.ask(about('Slack', { window: wholeLog, code: 'SlackShardMelted' }), { onRow });

    const whole = problems(await tenant.ask(about('Slack', { window: wholeLog })));
    assert.equal(problems(answered).total, 0);
    assert.equal(problems(answered).others?.total, whole.total);
    assert.equal(problems(answered).recovered, 0);
    assert.deepEqual(rows, []);
    const said = word(answered, reader);
    assert.equal(said.headline, 'Nobody has a problem in Slack with “SlackShardMelted”');
    assert.ok(said.kind === 'appProblems');
    assert.match(said.why, /people have a problem with a different code \(.+: \d/);
  });

  it('asks back which of two apps is meant, and keeps the rest of the question', async () => {
    const { answer } = await tenant.ask(about('Workday to', { outcome: 'failed' }));

    assert.equal(answer.kind, 'choice');
    assert.ok(
      answer.candidates.every(({ question }) => question.kind === 'appProblems' && question.outcome === 'failed'),
    );
  });

  it('answers without the job where it may not be read, and names the gap', async () => {
    tenant.sandbox.permissions.delete('Synchronization.Read.All');
    try {
      const answered = await tenant.ask(about('Salesforce', { window: wholeLog }));
      assert.ok(problems(answered).total > 0);
      const said = word(answered, reader);
      assert.match(
        said.kind === 'appProblems' ? said.notes.join(' ') : '',
        /cannot be checked from here: the provisioning job/i,
      );
    } finally {
      tenant.sandbox.permissions.add('Synchronization.Read.All');
    }
  });

  it('is denied without the log', async () => {
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');
    try {
      const { answer } = await tenant.ask(about('Salesforce'));
      assert.equal(answer.kind, 'denied');
      assert.equal(answer.permission, 'ProvisioningLog.Read.All');
    } finally {
      tenant.sandbox.permissions.add('ProvisioningLog.Read.All');
    }
  });
});

describe('who has problems in an app with a long log', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant({ entries: 40_000 });
  });
  after(() => tenant.close());

  const question = about('Salesforce', { window: wholeLog });

  it('tells how far it has come, and ends with what a single reading tells', async () => {
    const states: Answered[] = [];
    const answered = await tenant.ask(question, { onInterim: (state) => states.push(state) });

    assert.ok(states.length > 2, `${states.length} states`);
    assert.ok(states.every(({ pending }) => pending?.of === 'log' && (pending.share ?? 0) <= 1));
    const counts = states.map(({ pending }) => (pending?.of === 'log' ? (pending.done ?? 0) : 0));
    assert.deepEqual(
      counts,
      counts.toSorted((one, other) => one - other),
    );
    assert.equal(answered.pending, undefined);
    assert.ok(problems(answered).entries > 1500);
    const said = word(states.at(-1) ?? answered, reader);
    assert.match(said.pending ?? '', /^Still reading the log: [\d,]+ entries so far\.$/);
  });

  it('tells what it has read when the time is over, and from when on that is', async () => {
    const over = new AbortController();
    let pages = 0;
    const answered = await tenant.ask(question, {
      signal: over.signal,
      onInterim: () => {
        pages += 1;
        if (pages === 2) over.abort();
      },
    });

    const { limits, entries } = problems(answered);
    assert.equal(limits.length, 1);
    assert.equal(limits[0]?.why, 'time');
    assert.ok(limits[0].from);
    assert.ok(entries >= 1000);
    const said = word(answered, reader);
    assert.equal(said.kind === 'appProblems' && said.complete, false);
  });

  it('tells what it has read when Graph asks to wait longer than anybody would', async () => {
    const closed = await askedTenant({ entries: 40_000, throttle: { requests: 2, windowMs: 600_000 } });
    try {
      const answered = await closed.ask(question);

      const { limits, entries, total } = problems(answered);
      assert.deepEqual(
        limits.map(({ why }) => why),
        ['throttled'],
      );
      assert.equal(entries, 1000);
      assert.ok(total > 0);
      const said = word(answered, reader);
      assert.match(said.kind === 'appProblems' ? (said.partial?.text ?? '') : '', /This covers the time since /);
    } finally {
      await closed.close();
    }
  });
});
