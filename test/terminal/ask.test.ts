import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Listening, type Sandbox } from '../../src/sandbox/sandbox.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const main = new URL('../../src/terminal/main.ts', import.meta.url).pathname;

describe('the terminal', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let listening: Listening;

  beforeEach(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 });
    listening = await sandbox.listen();
  });

  afterEach(() => listening.close());

  it('prints one JSON object, as it is published', async () => {
    const { code, stdout, stderr } = await ask(['--json', 'why was alice skipped in Salesforce?']);

    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.equal(stdout.trim().split('\n').length, 1);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(answer.question, { kind: 'explain', user: 'alice', app: 'Salesforce' });
    assert.equal(answer.kind, 'explanation');
    assert.equal(answer.verdict, 'skipped');
    assert.equal(answer.cause, 'scoping-filter');
    assert.equal(answer.expected, false);
    for (const part of [
      'subject',
      'app',
      'also',
      'noise',
      'headline',
      'why',
      'evidence',
      'now',
      'fix',
      'links',
      'cost',
    ]) {
      assert.ok(part in answer, part);
    }
  });

  it('asks a Graph on this machine without a sign-in of Azure', async () => {
    const { code, stdout } = await ask(['--json', 'why was alice skipped in Salesforce?'], '', {
      GRAPH_TOKEN: undefined,
    });

    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as { cause: string }).cause, 'scoping-filter');
  });

  it('answers a question a line, in the order of the lines', async () => {
    const lines = [
      'help',
      '',
      'why was alice skipped in Salesforce?',
      'what does EntryConflict mean?',
      'why was noah skipped in Slack?',
    ];

    const { code, stdout } = await ask(['--json', '-'], `${lines.join('\n')}\n`);

    assert.equal(code, 3, 'the empty line asks nothing');
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    assert.deepEqual(kinds, ['help', 'notUnderstood', 'explanation', 'meaning', 'choice']);
  });

  it('goes on from line to line in a conversation', async () => {
    const { code, stdout } = await ask(['--chat', '--json'], 'why was alice skipped in Salesforce?\nand bob?\n');

    assert.equal(code, 0);
    const people = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { subject: { name: string } }).subject.name);
    assert.deepEqual(people, ['Alice Smith', 'Bob Jones']);
  });

  it('prints text for a ticket, with the ids that support asks for', async () => {
    const { stdout } = await ask(['--ticket', 'why was alice skipped in Salesforce?']);

    assert.match(stdout, /[0-9a-f]{32}\.[0-9a-f-]{36}/);
    assert.match(stdout, /Alice Smith/);
  });

  it('explains an entry from a file', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'skipper-')), 'entry.json');
    await writeFile(
      file,
      JSON.stringify({
        id: 'one',
        activityDateTime: '2026-01-15T12:31:10Z',
        provisioningStatusInfo: {
          status: 'failure',
          errorInformation: { errorCode: 'BoxEntryConflict', reason: 'taken' },
        },
      }),
    );

    const { code, stdout } = await ask(['--json', '--file', file]);

    assert.equal(code, 0);
    const answer = JSON.parse(stdout) as { kind: string; cause: string };
    assert.deepEqual([answer.kind, answer.cause], ['meaning', 'value-conflict']);
  });

  it('says whom to tell when Graph refuses, and names the permission for the operator', async () => {
    sandbox.permissions.delete('ProvisioningLog.Read.All');

    const { code, stdout, stderr } = await ask(['--json', 'why was alice@contoso.com skipped in Salesforce?']);

    assert.equal(code, 1);
    assert.equal((JSON.parse(stdout) as { kind: string }).kind, 'denied');
    assert.match(stderr, /ProvisioningLog\.Read\.All/);
  });

  for (const [name, fault] of Object.entries({
    'a server error': { status: 500, body: { error: { code: 'generalException', message: 'x' } } },
    'something that is no JSON': { status: 200, body: '<html>proxy</html>' },
    'half an answer': { truncate: true },
    'a connection that is cut': { reset: true },
  })) {
    it(`has an answer to ${name}: when to ask again, and no stack`, async () => {
      sandbox.faults.next({ path: /batch|./, times: 1000, ...fault });

      const { code, stdout, stderr } = await ask(['--json', 'why was alice@contoso.com skipped in Salesforce?']);

      assert.equal(code, 1);
      const answer = JSON.parse(stdout) as { kind: string; retryAt?: string };
      assert.equal(answer.kind, 'unavailable');
      assert.ok(answer.retryAt);
      assert.doesNotMatch(stdout + stderr, /\bat .*\.ts:\d+/);
    });
  }

  it('waits a throttle out rather than give up', async () => {
    sandbox.faults.next({
      path: /auditLogs/,
      status: 429,
      headers: { 'retry-after': '0.4' },
      body: { error: { code: 'TooManyRequests', message: 'Please retry again later.' } },
    });

    const { code, stdout } = await ask(['--json', 'why was alice@contoso.com skipped in Salesforce?']);

    assert.equal(code, 0);
    const answer = JSON.parse(stdout) as { kind: string; cost: { logRequests: number } };
    assert.deepEqual([answer.kind, answer.cost.logRequests], ['explanation', 2]);
  });

  it('names every wrong setting at once', async () => {
    const { code, stderr } = await ask(['help'], '', { GRAPH_ENDPOINT: 'nonsense', GRAPH_TOKEN: 'a b' });

    assert.equal(code, 2);
    assert.match(stderr, /GRAPH_ENDPOINT/);
    assert.match(stderr, /GRAPH_TOKEN/);
  });

  it('shows its usage when nothing is asked', async () => {
    const { code, stderr } = await ask([]);

    assert.equal(code, 2);
    assert.match(stderr, /--json/);
  });

  it('ends quietly when nobody reads any more', async () => {
    const child = spawn(process.execPath, [main, '--json', '-'], {
      env: { PATH: process.env.PATH, GRAPH_ENDPOINT: listening.url, GRAPH_TOKEN: 'test' },
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => {
      child.stdout.destroy();
      child.stdin.end('what does EntryConflict mean?\n'.repeat(20));
    });
    child.stdin.write('what does EntryConflict mean?\n');
    const code = await new Promise((resolve) => child.once('close', resolve));

    assert.equal(code, 0);
    assert.equal(stderr, '');
  });

  function ask(
    args: readonly string[],
    input = '',
    env: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Ended> {
    const child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH, GRAPH_ENDPOINT: listening.url, GRAPH_TOKEN: 'test', ...env },
    });
    child.stdin.end(input);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
  }
});
