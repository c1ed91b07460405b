import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setImmediate as tick } from 'node:timers/promises';
import type { Answered } from '../../src/answers/answer.ts';
import { createSandbox, type Listening } from '../../src/sandbox/sandbox.ts';
import { callTerminal, tenantAt, tenantWith } from '../support/terminal.ts';

const cost = { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 };
const helped: Answered = { answer: { kind: 'help', question: { kind: 'help' } }, cost };

async function settled() {
  for (let count = 0; count < 100; count += 1) await tick();
}

describe('a conversation in a terminal', function () {
  this.timeout(30_000);
  let listening: Listening;

  before(async () => {
    listening = await createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 }).listen();
  });
  after(() => listening.close());

  async function said(lines: readonly string[]): Promise<readonly string[]> {
    const call = callTerminal(['--chat', '--json'], tenantAt(listening.url));
    call.stdin.end(lines.join('\n'));
    const { stdout } = await call.ended;
    return stdout
      .trim()
      .split('\n')
      .map((line) => {
        const { kind, subject, app } = JSON.parse(line) as {
          kind: string;
          subject?: { name: string };
          app?: { name: string };
        };
        return subject && app ? `${subject.name} in ${app.name}` : kind;
      });
  }

  it('goes on from one line to the next', async () => {
    assert.deepEqual(await said(['why was alice skipped in Salesforce?', 'and bob?', 'and in Slack?']), [
      'Alice Smith in Salesforce',
      'Bob Jones in Salesforce',
      'Bob Jones in Slack',
    ]);
  });

  it('numbers what there is to choose from, and takes a number or a name', async () => {
    const call = callTerminal(['--chat'], tenantAt(listening.url));
    call.stdin.end('why was noah skipped in Slack?');
    const { stdout, code } = await call.ended;
    const [first = '', second = ''] = [...stdout.matchAll(/^ {2}\d+\. ([^·]+) · /gm)].map(([, name]) => name ?? '');

    assert.match(stdout, /^ {2}1\. .+\n {2}2\. /m);
    assert.equal(code, 0);
    assert.deepEqual(await said(['why was noah skipped in Slack?', '2']), ['choice', `${second} in Slack`]);
    assert.deepEqual(await said(['why was noah skipped in Slack?', first]), ['choice', `${first} in Slack`]);
  });

  it('is remembered by nobody else', async () => {
    assert.equal((await said(['why was alice skipped in Salesforce?'])).length, 1);
    assert.doesNotMatch((await said(['and bob?'])).join(), / in Salesforce/);
  });

  it('has an exit code for scripts, the worst of its lines', async () => {
    const lost: Answered = { answer: { kind: 'notUnderstood', text: '', reason: 'nonsense' }, cost };
    const call = callTerminal(
      ['--chat', '--json'],
      tenantWith(async ({ text }) => (text === 'help' ? helped : lost)),
    );
    call.stdin.end('help\nqwertz\nhelp\n');

    assert.equal((await call.ended).code, 3);
  });

  it('is answered strictly one line after the other', async () => {
    const waiting: ((answered: Answered) => void)[] = [];
    const ids: (string | undefined)[] = [];
    const call = callTerminal(
      ['--chat', '--json'],
      tenantWith(({ conversation }) => {
        ids.push(conversation);
        return new Promise((resolve) => waiting.push(resolve));
      }),
    );
    call.stdin.end('help\nhelp\n');
    await settled();

    assert.equal(waiting.length, 1);
    waiting[0]?.(helped);
    await settled();
    assert.equal(waiting.length, 2);
    waiting[1]?.(helped);
    await call.ended;
    assert.equal(new Set(ids).size, 1);
    assert.ok(ids[0]);
  });

  it('takes no question, file or list with it', async () => {
    for (const args of [
      ['--chat', 'help'],
      ['--chat', '--file', 'x.json'],
      ['--chat', '--csv'],
    ]) {
      const { code, stderr } = await callTerminal(
        args,
        tenantWith(async () => helped),
      ).ended;
      assert.equal(code, 2);
      assert.match(stderr, /^give --c/);
    }
  });
});

describe('a conversation at a prompt', () => {
  function typing(ask = async () => helped) {
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    let shown = '';
    stderr.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
    });
    const asked: string[] = [];
    const open = tenantWith(({ text = '' }) => {
      asked.push(text);
      return ask();
    });
    const call = callTerminal(['--chat', '--json'], open, { isTyped: true, stderr });
    return { call, asked, shown: () => shown };
  }

  it('asks for a line, passes over an empty one, and ends with Ctrl+D', async () => {
    const { call, asked, shown } = typing();
    await settled();
    assert.match(shown(), /> /);

    call.stdin.write('help\r');
    await settled();
    call.stdin.write('\r  \rhelp\r');
    await settled();
    call.stdin.write('\u0004');

    const { code, stdout } = await endedOf(call);
    assert.deepEqual(asked, ['help', 'help']);
    assert.equal(stdout.trim().split('\n').length, 2);
    assert.equal(code, 0);
    assert.doesNotMatch(stdout, />/);
  });

  it('ends with 0 whatever was said, for whoever typed has read it', async () => {
    const { call } = typing(async () => ({
      answer: { kind: 'notUnderstood', text: '', reason: 'nonsense' },
      cost,
    }));
    call.stdin.write('qwertz\r');
    await settled();
    call.stdin.write('\u0004');

    assert.equal((await endedOf(call)).code, 0);
  });

  it('ends with Ctrl+C, also while an answer is being looked for', async () => {
    const waiting: ((answered: Answered) => void)[] = [];
    const { call, asked } = typing(() => new Promise((resolve) => waiting.push(resolve)));
    call.stdin.write('help\r');
    await settled();
    call.stdin.write('\u0003');
    await settled();
    waiting[0]?.(helped);

    const { code, stdout } = await endedOf(call);
    assert.deepEqual(asked, ['help']);
    assert.equal(stdout, '');
    assert.equal(code, 0);
  });

  const endedOf = (call: ReturnType<typeof callTerminal>) => call.ended;
});
