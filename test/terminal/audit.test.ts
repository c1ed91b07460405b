import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import type { AuditRecord } from '../../src/answers/audit.ts';
import type { AuditFilter } from '../../src/store/audit.ts';
import { runAudit } from '../../src/terminal/audit.ts';

const record: AuditRecord = {
  at: '2026-11-17T09:00:00.000Z',
  correlationId: 'c-1',
  askerId: 'a-1',
  askerName: '=HYPERLINK("https://evil.example")',
  how: 'typed',
  kind: 'explain',
  subjectName: 'Smith, "Al"\n',
  outcome: 'explanation',
  graphRequestIds: ['r-1', 'r-2'],
};

describe('npm run audit', () => {
  const run = async (...args: string[]) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    let asked: AuditFilter | undefined;
    let closed = false;
    const code = await runAudit({
      args,
      stdout,
      stderr,
      open: async () => ({
        async *read(filter) {
          asked = filter;
          yield record;
          yield { ...record, correlationId: 'c-2' };
        },
        async close() {
          closed = true;
        },
      }),
    });
    stdout.end();
    stderr.end();
    return { code, asked, closed, out: await text(stdout), err: await text(stderr) };
  };

  it('writes one JSON object a line', async () => {
    const { code, out, closed } = await run();

    assert.equal(code, 0);
    assert.ok(closed);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [record, { ...record, correlationId: 'c-2' }],
    );
  });

  it('writes a table in which no name is a formula', async () => {
    const { out } = await run('--csv');

    const rows = parse(out, { columns: true }) as readonly Readonly<Record<string, string>>[];
    assert.equal(rows.length, 2);
    assert.equal(rows[0]?.subjectName, 'Smith, "Al"\n');
    assert.equal(rows[0].graphRequestIds, 'r-1 r-2');
    assert.doesNotMatch(rows[0].askerName ?? '', /^[=+@-]/);
  });

  it('asks for a person, an app and a time', async () => {
    const { asked } = await run(
      '--person',
      'alice',
      '--app',
      'Slack',
      '--from',
      '2026-11-01',
      '--to',
      '2026-11-02T10:00:00+01:00',
    );

    assert.deepEqual(asked, {
      person: 'alice',
      app: 'Slack',
      from: new Date('2026-11-01T00:00:00Z'),
      to: new Date('2026-11-02T09:00:00Z'),
    });
  });

  for (const args of [['--from', 'yesterday'], ['--frm', '2026-11-01'], ['alice']]) {
    it(`says how to call it after: ${args.join(' ')}`, async () => {
      const { code, err, out, asked } = await run(...args);

      assert.equal(code, 2);
      assert.match(err, /npm run -s audit/);
      assert.equal(out, '');
      assert.equal(asked, undefined);
    });
  }
});
