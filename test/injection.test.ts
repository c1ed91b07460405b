import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Answered } from '../src/answers/answer.ts';
import type { Ask } from '../src/answers/ask.ts';
import { present } from '../src/app.ts';
import { type CoreLogger, createCore } from '../src/core.ts';
import type { Question } from '../src/questions/question.ts';
import { createSandbox, type Listening, type Sandbox } from '../src/sandbox/sandbox.ts';
import { fixture, startBot, type TestBot } from './support/bot.ts';
import { traps } from './support/hostile.ts';
import { assertDead } from './teams/cards/dead.ts';

/** Stands in every text that is planted, and may stand in no log. */
const mark = 'zqplanted';
const planted = [
  ...traps,
  `a${'\u0000\u0007\u001b[31m\u202e'}b`,
  '{"level":60,"msg":"forged"}\n',
  'x'.repeat(1_000_000),
].map((trap) => ` ${trap} ${mark}`);

/** Where outside text stands in what Graph sends. No filter and no mapping of the sample tenant reads these attributes. */
const nameFields = new Set(['displayName', 'companyName', 'officeLocation', 'streetAddress']);
const errorFields = new Set([
  'reason',
  'recommendedAction',
  'additionalDetails',
  'description',
  'oldValue',
  'newValue',
]);

function withText(value: unknown, fields: ReadonlySet<string>, text: string, key = ''): unknown {
  if (typeof value === 'string') return fields.has(key) ? value + text : value;
  if (Array.isArray(value)) return value.map((one) => withText(one, fields, text, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withText(part, fields, text, name)]));
}

describe('text that means harm', function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let tenant: Listening;
  let lines: string[];
  let bot: TestBot;
  /** What stands behind names and errors in everything that Graph sends. */
  let plant: { readonly fields: ReadonlySet<string>; readonly text: string } | undefined;
  const answers: Answered[] = [];

  const newCore = () =>
    createCore(
      { graphEndpoint: tenant.url, graphToken: 'sandbox', access: { openWithoutGroups: true } },
      {
        fetch: async (input, init) => {
          const response = await fetch(input, init);
          if (!plant || !response.ok) return response;
          const body = withText(await response.json(), plant.fields, plant.text);
          return Response.json(body, { status: response.status });
        },
        now: () => new Date(),
        elapsed: () => performance.now(),
        random: Math.random,
        newId: randomUUID,
        logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) as CoreLogger,
        patience: { patienceMs: 1000, attempts: 2 },
      },
    );
  let ask: Ask;
  const asked = (question: Question) =>
    ask({ question, signal: new AbortController().signal, correlationId: randomUUID() });

  before(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 });
    tenant = await sandbox.listen();
  });
  after(() => tenant.close());
  beforeEach(async () => {
    lines = [];
    answers.length = 0;
    plant = undefined;
    ask = newCore().ask;
    bot = await startBot({
      present,
      env: { TURNS_PER_MINUTE: '10000' },
      ask: async (request) => {
        const answered = await ask(request);
        answers.push(answered);
        return answered;
      },
      logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    });
  });
  afterEach(() => bot.close());

  const assertCleanLog = () => {
    assert.ok(lines.length > 0, 'there is a log to look at');
    for (const line of lines) {
      assert.equal(line.indexOf('\n'), line.length - 1, 'one line is one line');
      const { level } = JSON.parse(line) as { readonly level: number };
      assert.ok(level < 60, line);
      assert.ok(!line.includes(mark) && !line.includes('evil.example'), line.slice(0, 500));
      assert.ok(line.length < 20_000, `${line.length} characters in a line`);
    }
  };

  /** People whose names the answer does not depend on: they are asked for by id. */
  const cases = () =>
    sandbox.tenant.scenarios.flatMap(({ type, user, app }): Question[] => {
      const person = type === 'user' ? sandbox.tenant.directory.findPerson(user) : undefined;
      const found = sandbox.tenant.directory.findApp(app);
      return person && found ? [{ kind: 'explain', user: person.id, app: found.id, subject: 'user' }] : [];
    });

  for (const [what, fields] of [
    ['names and attributes', nameFields],
    ['error texts and values', errorFields],
  ] as const) {
    it(`changes no verdict and comes alive in no card: in ${what}`, async () => {
      const questions = cases();
      assert.ok(questions.length > 20);
      const verdicts = new Map<Question, string>();
      for (const question of questions) verdicts.set(question, verdictOf(await asked(question)));

      for (const [index, text] of planted.entries()) {
        plant = { fields, text };
        // A core of its own: nothing is remembered from before.
        ask = newCore().ask;
        for (const question of questions.filter((_, order) => order % 9 === index % 9)) {
          const answered = await asked(question);
          assert.equal(
            verdictOf(answered),
            verdicts.get(question),
            `${JSON.stringify(question)} with ${text.slice(0, 60)}`,
          );
          assertDead(answered, text.slice(0, 60));
        }
      }
      assertCleanLog();
    });
  }

  it('is a question like any other, and says nothing about anybody', async () => {
    for (const text of planted) {
      const reply = await bot.post(fixture('asked-channel', { text: `<at>Skipper</at> ${text}` }));

      assert.ok(reply.status === 200 || reply.status === 413, `${reply.status}`);
    }
    for (const answered of answers) {
      assert.ok(!['explanation', 'userOverview', 'appProblems'].includes(answered.answer.kind), answered.answer.kind);
      assertDead(answered, JSON.stringify(answered.answer).slice(0, 100));
    }
    assert.ok(answers.length >= planted.length - 1);
    assertCleanLog();
  });

  it('is a name like any other in a question', async () => {
    for (const text of planted) {
      await bot.post(fixture('asked-personal', { text: `why was ${text} skipped in Salesforce?` }));
      await bot.post(fixture('asked-personal', { text: `why was alice skipped in ${text}?` }));
    }

    for (const answered of answers) assertDead(answered, JSON.stringify(answered.answer).slice(0, 100));
    assertCleanLog();
  });

  it('is data like any other behind a button', async () => {
    const forged = (text: string): readonly unknown[] => [
      text,
      { text },
      { question: text },
      { question: { kind: text } },
      { question: { kind: 'explain', user: text, app: text } },
      { question: { kind: 'explain', user: `' or 1 eq 1 ${text}`, app: "x') or ('1' eq '1" } },
      { question: { kind: 'appStatus', app: text } },
      { question: { kind: 'userOverview', user: text } },
      { question: { kind: 'topic', topic: text } },
      { question: { kind: 'meaning', text } },
      { question: JSON.stringify({ kind: 'help', [text.slice(0, 50)]: text.slice(0, 50) }) },
      { __proto__: { question: { kind: 'help' } }, constructor: text },
    ];
    for (const text of planted)
      for (const data of forged(text)) {
        const value = { action: { type: 'Action.Execute', verb: 'checkAgain', data } };
        const reply = await bot.post(fixture('card-execute', { value }));
        assert.ok(reply.status === 200 || reply.status === 413, `${reply.status}`);
      }

    const failed = answers.filter(({ answer }) => answer.kind === 'unavailable');
    assert.deepEqual(failed, []);
    for (const answered of answers) assertDead(answered, JSON.stringify(answered.answer).slice(0, 100));
    assertCleanLog();
  });
});

function verdictOf({ answer }: Answered): string {
  return answer.kind === 'explanation' ? answer.diagnosis.verdict : answer.kind;
}
