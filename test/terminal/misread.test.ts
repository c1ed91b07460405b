import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Misread } from '../../src/answers/audit.ts';
import { runMisread } from '../../src/terminal/misread.ts';

const found: readonly Misread[] = [
  { at: '2026-11-17T09:02:00.000Z', meant: 'watch' },
  {
    at: '2026-11-17T09:01:00.000Z',
    understoodAs: 'explain',
    confidence: 0.6,
    meant: 'appStatus',
    text: 'alice\u001b[2J salesforce\nstate',
  },
];

describe('npm run misread', () => {
  const run = async (...args: string[]) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    let closed = false;
    const code = await runMisread({
      args,
      stdout,
      stderr,
      open: async () => ({
        async *misread() {
          yield* found;
        },
        async close() {
          closed = true;
        },
      }),
    });
    stdout.end();
    stderr.end();
    return { code, closed, out: await text(stdout), err: await text(stderr) };
  };

  it('lists when, understood as what and meant what, with the text on one line where it is kept', async () => {
    const { code, out, closed } = await run();

    assert.equal(code, 0);
    assert.ok(closed);
    assert.equal(
      out,
      '2026-11-17T09:02:00.000Z  understood as nothing, meant watch\n' +
        '2026-11-17T09:01:00.000Z  understood as explain (60 % sure), meant appStatus: “alice[2J salesforce state”\n',
    );
  });

  it('prints an example for the reader for each text that is kept', async () => {
    const { out } = await run('--json');

    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [{ text: found[1]?.text, intent: 'appStatus', from: 'misread' }],
    );
  });

  it('says how to call it', async () => {
    const wrong = await run('--jsn');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /npm run -s misread/);
    assert.match((await run('--help')).out, /AUDIT_QUESTION_TEXT/);
  });
});
