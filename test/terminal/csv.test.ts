import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import type { Row } from '../../src/answers/answer.ts';
import type { ProblemRow } from '../../src/answers/people-answers.ts';
import { createSandbox, type Listening } from '../../src/sandbox/sandbox.ts';
import { csvList } from '../../src/terminal/csv.ts';
import { progressInOrder, progressOn } from '../../src/terminal/progress.ts';
import { samples } from '../support/sample-answers.ts';

const main = new URL('../../src/terminal/main.ts', import.meta.url).pathname;
const reader = { locale: 'en-GB', timeZone: 'UTC' };

function rowsOf(csv: string): readonly Record<string, string>[] {
  return parse(csv, { columns: true });
}

describe('the list of everybody in a terminal', function () {
  this.timeout(30_000);
  let listening: Listening;

  before(async () => {
    listening = await createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 }).listen();
  });
  after(() => listening.close());

  async function ask(args: readonly string[]) {
    const env = { ...process.env, GRAPH_TOKEN: 'sandbox', GRAPH_ENDPOINT: listening.url, NO_COLOR: '1' };
    const child = spawn(process.execPath, [main, ...args], { env });
    child.stdin.end();
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { code: code as number | null, stdout, stderr };
  }

  it('is a line a person on standard output, and what there is to say about it on the other', async () => {
    const question = 'who failed in Zendesk in the last 30 days?';
    const { code, stdout, stderr } = await ask(['--csv', question]);
    const answer = JSON.parse((await ask(['--json', question])).stdout) as { total: number; headline: string };

    const rows = rowsOf(stdout);
    assert.equal(code, 0);
    assert.equal(rows.length, answer.total);
    assert.ok(answer.total > 10);
    assert.equal(new Set(rows.map(({ id }) => id)).size, answer.total);
    const petra = rows.find(({ userPrincipalName }) => userPrincipalName === 'petra@contoso.com');
    assert.equal(petra?.cause, 'insufficient-rights');
    assert.equal(petra.reason, 'Zendesk does not allow provisioning this operation');
    assert.match(petra.at ?? '', /^\d{4}-\d\d-\d\dT/);
    // Nobody watches a pipe: no bar, no cursor.
    assert.equal(stderr, `${answer.headline}\n`);
  });

  it('has a header though there is nobody', async () => {
    const { code, stdout } = await ask(['--csv', 'who failed in Google Workspace today?']);

    assert.equal(code, 0);
    assert.match(stdout, /^name,userPrincipalName,id,type,app,outcome,cause,code,reason,at,ref\n$/);
  });

  it('says that there is none to another question', async () => {
    const { code, stdout, stderr } = await ask(['--csv', 'how often does provisioning run?']);

    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^This question has no list to export/);
  });

  it('goes with neither JSON nor a ticket', async () => {
    const { code, stderr } = await ask(['--csv', '--json', 'who failed in Zoom?']);

    assert.equal(code, 2);
    assert.match(stderr, /--csv with one question/);
  });

  it('makes no formula of a name', async () => {
    const output = new PassThrough();
    const list = csvList('appProblems', output, reader);
    const person = {
      type: 'user',
      id: 'p-1',
      name: '=HYPERLINK("https://evil.example")\nx',
      at: '2026-11-17T08:12:44Z',
      ref: 'e-1',
    } as const;
    const row: ProblemRow = {
      app: { id: 'a-1', name: '@app', roles: [] },
      problem: { outcome: 'failed', cause: 'unrecognised', code: '+1', person },
    };

    await list.write(row);
    await list.end();
    output.end();

    const [read] = rowsOf(await text(output));
    for (const value of [read?.name, read?.app, read?.code]) assert.match(value ?? '', /^'/);
    assert.doesNotMatch(read?.name ?? '', /\n/);
  });
});

describe('a list of several people, and one of changes', () => {
  async function csvOf(kind: 'explanations' | 'appChanges', rows: readonly Row[]) {
    const output = new PassThrough();
    const list = csvList(kind, output, reader);
    for (const row of rows) await list.write(row);
    await list.end();
    output.end();
    return text(output);
  }

  it('has a line for everybody who was asked about, those who were not found too', async () => {
    const sample = samples['several people in an app']?.answer;
    assert.ok(sample?.kind === 'explanations');

    const csv = await csvOf(
      'explanations',
      sample.people.map((line) => ({ app: sample.app, line })),
    );

    assert.match(csv, /^person,address,app,verdict,cause,reason,fix\n/);
    const rows = rowsOf(csv);
    assert.deepEqual(
      rows.map(({ person, verdict }) => [person, verdict]),
      [
        ['Olivia Hart', 'failed'],
        ['Gordon Pike', 'skipped'],
        ['Mei Watanabe', 'provisioned'],
        ['Jonas Keller', 'skipped'],
        ['Noah', 'choice'],
        ['Rupt Stone', 'notFound'],
        ['Katya Orlova', 'unanswered'],
      ],
    );
    assert.equal(rows[0]?.address, 'olivia.hart@contoso.com');
    assert.equal(rows[0].cause, 'value-conflict');
    assert.equal(rows[1]?.reason, 'the filter “Sales only” is not passed');
  });

  it('has a line for everybody who was changed', async () => {
    const sample = samples['changes of an app']?.answer;
    assert.ok(sample?.kind === 'appChanges');

    const csv = await csvOf(
      'appChanges',
      sample.people.map((change) => ({ app: sample.app, change })),
    );

    assert.match(csv, /^name,userPrincipalName,id,type,app,change,at,ref\n/);
    assert.deepEqual(
      rowsOf(csv).map(({ name, change }) => [name, change]),
      sample.people.map(({ name, change }) => [name, change]),
    );
  });
});

describe('progress in a terminal', () => {
  it('is a line that changes in place and is cleared in the end', async () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const progress = progressOn(stream as unknown as NodeJS.WriteStream);

    progress?.show('Still reading the log: 500 entries so far.', 0.25);
    progress?.stop();
    progress?.show('Still looking: 20 apps so far.', undefined);
    progress?.stop();
    stream.end();

    const written = await text(stream);
    assert.match(written, /\[=+ +\] 25% Still reading the log: 500 entries so far\./);
    assert.match(written, /Still looking: 20 apps so far\./);
    assert.doesNotMatch(written.slice(written.indexOf('Still looking')), /%/);
    // Erases the line, as a terminal understands it.
    assert.ok(
      ['K', '0K', 'J', '0J', '2K'].some(
        (how) => written.endsWith(`\u001b[${how}`) || written.includes(`\u001b[${how}`),
      ),
    );
  });

  it('of several questions is that of the answer which is printed next', async () => {
    const line: string[] = [];
    const order = progressInOrder({ show: (shown) => line.push(shown), stop: () => line.push('cleared') });
    const first = order.join();
    const second = order.join();

    second('second: 10 apps', 0.1);
    first('first: 20 apps', 0.2);
    await order.leave(async () => void line.push('first answer'));
    second('second: 30 apps', 0.3);
    await order.leave(async () => void line.push('second answer'));

    assert.deepEqual(line, [
      'first: 20 apps',
      'cleared',
      'first answer',
      'second: 10 apps',
      'second: 30 apps',
      'cleared',
      'second answer',
    ]);
  });

  it('is not there where nobody watches', () => {
    assert.equal(progressOn(new PassThrough() as unknown as NodeJS.WriteStream), undefined);
  });
});
