import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setImmediate as tick } from 'node:timers/promises';
import type { Answer, Answered } from '../../src/answers/answer.ts';
import { createSandbox, type Listening, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { callTerminal, tenantAt, tenantWith } from '../support/terminal.ts';

interface Printed {
  readonly kind: string;
  readonly headline: string;
  readonly cause?: string;
  readonly question?: object;
  readonly subject?: { readonly name: string; readonly userPrincipalName?: string };
}

const parsed = (stdout: string): Printed[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Printed);
const cost = { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 };
const meaning = (text: string): Answered => ({
  answer: { kind: 'notUnderstood', text, reason: 'nonsense', named: text },
  cost,
});

describe('questions on standard input', () => {
  /** What is asked of the tenant, each waiting to be answered. */
  function held() {
    const asked: { readonly text: string; readonly answer: () => void }[] = [];
    const open = tenantWith(({ text = '' }) => {
      const { promise, resolve } = Promise.withResolvers<Answered>();
      asked.push({ text, answer: () => resolve(meaning(text)) });
      return promise;
    });
    return { asked, open };
  }

  async function settled() {
    for (let count = 0; count < 200; count += 1) await tick();
  }

  async function texts(input: readonly (string | Uint8Array)[]): Promise<string[]> {
    const asked: string[] = [];
    const call = callTerminal(
      ['--json', '-'],
      tenantWith(async ({ text = '' }) => {
        asked.push(text);
        return meaning(text);
      }),
    );
    for (const chunk of input) call.stdin.write(chunk);
    call.stdin.end();
    const { stdout } = await call.ended;
    assert.equal(parsed(stdout).length, asked.length, 'an answer a line');
    return asked;
  }

  it('are read a line each, whatever ends the lines and wherever they are cut', async () => {
    const bytes = Buffer.from('why is José not in Slack?\n');

    assert.deepEqual(await texts(['one\r\n\ntwo\nthr', 'ee']), ['one', '', 'two', 'three']);
    assert.deepEqual(await texts([bytes.subarray(0, 11), bytes.subarray(11)]), ['why is José not in Slack?']);
    assert.deepEqual(await texts([]), []);
  });

  it('may be JSON strings, so that the line breaks and tabs of a paste arrive', async () => {
    assert.deepEqual(await texts(['"first\\n\\tsecond \\"quoted\\""\n']), ['first\n\tsecond "quoted"']);
    assert.deepEqual(await texts(['"Sales only" in Slack\n', '"unfinished\n', '{"a":1}\n']), [
      '"Sales only" in Slack',
      '"unfinished',
      '{"a":1}',
    ]);
  });

  it('that are too long are answered as such, and those behind them as ever', async () => {
    const asked: string[] = [];
    const call = callTerminal(
      ['--json', '-'],
      tenantWith(async ({ text = '' }) => {
        asked.push(text);
        return meaning(text);
      }),
    );
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    for (let count = 0; count < 500; count += 1) {
      if (!call.stdin.write('x'.repeat(100_000))) await once(call.stdin, 'drain');
    }
    const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before;
    call.stdin.end('\nhelp\n');

    const { code, stdout } = await call.ended;
    assert.deepEqual(
      parsed(stdout).map(({ headline }) => headline),
      ['This text is too long', 'What about “help”?'],
    );
    assert.deepEqual(asked, ['help']);
    assert.equal(code, 3);
    assert.ok(grown < 40_000_000, `${grown} bytes more`);
  });

  it('are worked on twenty at a time, and are not read far ahead of the first that has no answer', async () => {
    const { asked, open } = held();
    const call = callTerminal(['--json', '-'], open);
    for (let count = 0; count < 500; count += 1) call.stdin.write(`question ${count}\n`);
    call.stdin.end();
    await settled();
    assert.equal(asked.length, 20);

    let answered = 1;
    const rest = async () => {
      await settled();
      for (; answered < asked.length; answered += 1) asked[answered]?.answer();
      await settled();
    };
    for (let round = 0; round < 30; round += 1) await rest();
    assert.ok(asked.length < 60, `${asked.length} asked while the first waits`);

    asked[0]?.answer();
    for (let round = 0; round < 60; round += 1) await rest();
    const { stdout } = await call.ended;
    assert.deepEqual(
      parsed(stdout).map(({ headline }) => headline),
      Array.from({ length: 500 }, (_, count) => `What about “question ${count}”?`),
    );
  });

  it('get their answers in order, each as soon as it is its turn', async () => {
    const { asked, open } = held();
    const call = callTerminal(['--json', '-'], open);
    let out = '';
    call.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    const printed = async () => {
      await settled();
      return parsed(out).map(({ headline }) => headline);
    };
    call.stdin.write('one\ntwo\nthree\n');
    await settled();

    asked[1]?.answer();
    assert.deepEqual(await printed(), []);
    asked[0]?.answer();
    assert.deepEqual(await printed(), ['What about “one”?', 'What about “two”?'], 'while stdin is still open');
    asked[2]?.answer();
    call.stdin.end();
    await call.ended;
    assert.equal((await printed()).length, 3);
  });

  it('end when the asker presses Ctrl+C, also while nothing comes', async () => {
    const { asked, open } = held();
    const call = callTerminal(['--json', '-'], open);
    call.stdin.write('one\n');
    await settled();

    call.stop.abort();
    asked[0]?.answer();

    assert.equal(parsed((await call.ended).stdout).length, 1);
  });

  describe('give an exit code', () => {
    const question = { kind: 'explain', user: 'alice', app: 'Zoom' } as const;
    const answers: Readonly<Record<string, Answer>> = {
      help: { kind: 'help', question: { kind: 'help' } },
      choice: { kind: 'choice', question, of: 'subject', text: 'alice', candidates: [], total: 0 },
      notUnderstood: { kind: 'notUnderstood', text: 'x', reason: 'nonsense' },
      notFound: { kind: 'notFound', question, of: 'subject', text: 'alice', candidates: [] },
      denied: { kind: 'denied', question, who: 'graph' },
      unavailable: {
        kind: 'unavailable',
        question,
        because: 'timeout',
        retryAt: '2026-11-20T10:00:00Z',
        correlationId: 'c',
      },
    };
    for (const [kinds, wanted] of [
      [['help'], 0],
      [['choice'], 0],
      [['notUnderstood'], 3],
      [['notFound'], 3],
      [['denied'], 1],
      [['unavailable'], 1],
      [['help', 'notFound', 'help'], 3],
      [['notUnderstood', 'unavailable', 'help'], 1],
      [['unavailable', 'notFound'], 1],
    ] as const) {
      it(`${wanted} for ${kinds.join(', ')}`, async () => {
        const open = tenantWith(async ({ text = '' }) => ({ answer: answers[text] ?? meaning(text).answer, cost }));
        const lines = callTerminal(['--json', '-'], open);
        lines.stdin.end(kinds.join('\n'));
        assert.equal((await lines.ended).code, wanted);

        const [first] = kinds;
        if (kinds.length === 1) assert.equal((await callTerminal([first], open).ended).code, wanted, 'of one question');
      });
    }
  });
});

describe('questions on standard input about the sample tenant', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let listening: Listening;

  async function start(throttle: boolean) {
    sandbox = createSandbox({ now: () => new Date(), throttle, logDelaySeconds: 0 });
    listening = await sandbox.listen();
  }
  afterEach(() => listening.close());

  async function answers(lines: readonly string[]) {
    const call = callTerminal(['--json', '-'], tenantAt(listening.url));
    call.stdin.end(lines.join('\n'));
    const { code, stdout, stderr } = await call.ended;
    return { code, stderr, printed: parsed(stdout) };
  }

  it('share the reads of the log: thirty people in three apps take five, and half a minute at the most', async () => {
    await start(true);
    const people = [...sandbox.tenant.directory.people]
      .filter((one) => one.accountEnabled && one.deletedDateTime === null && one.userType === 'Member')
      .slice(100, 130);
    const apps = ['Salesforce', 'Slack', 'Zoom'];
    const began = performance.now();

    const { code, printed } = await answers(
      people.map((one, index) => `why is ${one.userPrincipalName} not in ${apps[index % apps.length]}?`),
    );

    assert.equal(code, 0);
    assert.deepEqual(
      printed.map(({ subject }) => subject?.userPrincipalName),
      people.map((one) => one.userPrincipalName),
    );
    const log = sandbox.requests.filter(({ isLog }) => isLog);
    assert.ok(log.length <= 5, `${log.length} log requests`);
    assert.ok(performance.now() - began < 30_000, `${performance.now() - began} ms`);
  });

  it('have no limit', async () => {
    await start(false);

    const { code, printed } = await answers(Array.from({ length: 70 }, () => 'what does EntryConflict mean?'));

    assert.equal(code, 0);
    assert.deepEqual(new Set(printed.map(({ kind }) => kind)), new Set(['meaning']));
    assert.equal(printed.length, 70);
  });

  it('stand by themselves', async () => {
    await start(false);

    const first = 'why was alice skipped in Salesforce?';
    const { printed } = await answers([first, 'and bob?', 'why was noah skipped in Slack?', '2']);

    assert.deepEqual(
      printed.map(({ kind }) => kind === 'explanation'),
      [true, false, false, false],
    );
  });

  for (const [name, fault] of Object.entries({
    'the log': { path: /auditLogs/, status: 429, times: 6 },
    'the directory': { path: /\/users/, status: 429, times: 60 },
    'a batch': { path: /\$batch/, status: 429, times: 9 },
    'a server that asks to wait': { path: /\/users/, status: 503, times: 60 },
  })) {
    it(`wait for ${name} rather than give up`, async () => {
      await start(false);
      const body = { error: { code: 'TooManyRequests', message: 'Please retry again later.' } };
      sandbox.faults.next({ ...fault, headers: { 'retry-after': '0.2' }, body });

      const { code, printed } = await answers([
        'why was alice@contoso.com skipped in Salesforce?',
        'why is bob@contoso.com not in Zoom?',
      ]);

      assert.equal(code, 0);
      assert.deepEqual(
        printed.map(({ subject }) => subject?.name),
        ['Alice Smith', 'Bob Jones'],
      );
    });
  }
});
