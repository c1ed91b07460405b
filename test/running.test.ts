import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Listening, type Sandbox } from '../src/sandbox/sandbox.ts';
import { fixture, type LogLine, type RawActivity, send } from './support/bot.ts';
import { startCollector, trusted } from './support/collector.ts';
import { type FakeConnector, startConnector } from './support/connector.ts';

interface Running {
  readonly url: string;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  /** The exit code, once it is gone. */
  readonly gone: Promise<number | null>;
  readonly process: ChildProcess;
}

describe('the bot as a process', function () {
  // The embedded database takes its time on a busy machine.
  this.timeout(120_000);
  let sandbox: Sandbox;
  let tenant: Listening;
  let connector: FakeConnector;
  let dataDir: string;
  let bot: Running;
  before(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 });
    tenant = await sandbox.listen();
    dataDir = await mkdtemp(join(tmpdir(), 'skipper-running-'));
  });
  after(async () => {
    await tenant.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    connector = await startConnector();
  });
  afterEach(async () => {
    sandbox.faults.clear();
    bot.process.kill('SIGKILL');
    await bot.gone;
    await connector.close();
  });

  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<Running> => {
    const child = spawn(process.execPath, ['src/index.ts'], {
      cwd: new URL('..', import.meta.url),
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        ALLOW_UNAUTHENTICATED: 'true',
        GRAPH_ENDPOINT: tenant.url,
        GRAPH_TOKEN: 'sandbox',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'debug',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const errors: string[] = [];
    const gone = once(child, 'exit').then(([code]) => code as number | null);
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      let rest = '';
      child.stdout.on('data', (chunk: Buffer) => {
        const parts = (rest + chunk.toString()).split('\n');
        rest = parts.pop() ?? '';
        for (const line of parts) {
          lines.push(line);
          const [, at] = /"url":"(http:[^"]+)"/.exec(line) ?? [];
          if (at) resolve(at);
        }
      });
      void gone.then((code) => reject(new Error(`it ended with ${code}: ${errors.join('')}`)));
    });
    return { url, lines, errors, gone, process: child };
  };
  const post = (activity: RawActivity) =>
    send(bot.url, JSON.stringify({ ...activity, serviceUrl: connector.serviceUrl }), {
      authorization: 'Bearer not.a.token',
    });
  const logged = () => bot.lines.map((line) => JSON.parse(line) as LogLine);

  it('is alive and ready, answers, and keeps what it answered through a restart', async () => {
    bot = await start();
    const [alive, ready] = await Promise.all([fetch(`${bot.url}/healthz`), fetch(`${bot.url}/readyz`)]);
    await post(fixture('asked-personal'));
    bot.process.kill('SIGTERM');

    assert.equal(alive.status, 200);
    assert.deepEqual(await ready.json(), { status: 'ready', checks: { graph: 'ok', store: 'ok' } });
    assert.equal(await bot.gone, 0);
    assert.match(connector.messages()[0]?.activity.summary ?? '', /Alice Smith was skipped/);
    bot = await start();
  });

  it('finishes what it took on when it is told to stop under load, and drops nothing', async () => {
    bot = await start({ STOP_TIMEOUT_SECONDS: '30', TURNS_PER_MINUTE: '1000' });
    sandbox.faults.next({ path: /auditLogs/, times: 30, delayMs: 700 });
    const asked = Array.from({ length: 30 }, (_, index) =>
      post(
        fixture('asked-personal', {
          id: `activity-${index}`,
          conversation: { id: `a:chat-${index}`, conversationType: 'personal' },
          text: 'why was alice skipped in Salesforce?',
        }),
      ).then(
        ({ status }) => ({ index, status }),
        () => ({ index, status: 0 }),
      ),
    );
    await connector.until('work to be under way', (calls) => calls.length > 3);

    bot.process.kill('SIGTERM');
    const taken = (await Promise.all(asked)).filter(({ status }) => status === 200);
    const code = await bot.gone;

    assert.equal(code, 0);
    assert.ok(taken.length > 0);
    const answered = new Map(connector.messages().map((call) => [call.conversation, call.activity.summary]));
    for (const { index } of taken)
      assert.match(answered.get(`a:chat-${index}`) ?? 'nothing', /Alice Smith was skipped/);
    assert.ok(logged().some(({ msg }) => msg === 'stopped'));
  });

  it('writes nothing but lines of JSON, each turn by one correlation id, and neither texts nor tokens', async () => {
    bot = await start();

    await post(fixture('asked-personal'));
    await post(fixture('asked-personal', { text: 'zorblax "}\n{"level":60,"msg":"forged"} \u001b[31m' }));
    bot.process.kill('SIGTERM');
    await bot.gone;

    assert.deepEqual(bot.errors, []);
    const lines = logged();
    const received = lines.find(({ msg }) => msg === 'received')?.correlationId;
    assert.ok(lines.some(({ msg, correlationId }) => msg === 'answered' && correlationId === received));
    assert.ok(lines.some(({ msg, correlationId }) => msg === 'asked Graph' && correlationId === received));
    assert.ok(lines.every(({ level }) => level < 60));
    assert.doesNotMatch(bot.lines.join('\n'), /alice|zorblax|Bearer|not\.a\.token/i);
    assert.ok(!bot.lines.join('').includes('\u001b'));
  });

  it('tells Application Insights of turns and calls of Graph, by ids and counts, when that is set', async () => {
    const collector = await startCollector();
    try {
      bot = await start({
        APPLICATIONINSIGHTS_CONNECTION_STRING: collector.connectionString,
        NODE_EXTRA_CA_CERTS: trusted,
      });
      sandbox.faults.next({ path: /auditLogs/, status: 429, headers: { 'retry-after': '1' } });
      await post(fixture('asked-personal'));
      await connector.until('the answer', (calls) => calls.some(({ activity }) => activity.attachments !== undefined));
      bot.process.kill('SIGTERM');
      assert.equal(await bot.gone, 0);

      const of = (type: string) =>
        collector.sent.filter(({ data }) => data.baseType === type).map(({ data }) => data.baseData);
      assert.deepEqual(
        of('RequestData').map(({ name }) => name),
        ['turn explanation'],
      );
      const calls = of('RemoteDependencyData').map(({ name }) => String(name));
      assert.ok(
        calls.some((name) => /^graph .*log/.test(name)),
        calls.join(),
      );
      const metrics = JSON.stringify(of('MetricData'));
      for (const name of ['turn.duration', 'graph.duration', 'graph.throttled', 'queue.depth'])
        assert.ok(metrics.includes(`skipper.${name}`), `${name} in ${metrics.slice(0, 2000)}`);
      assert.doesNotMatch(JSON.stringify(collector.sent), /alice|Salesforce|Alex Wilber|Bearer|sandbox"/i);
    } finally {
      await collector.close();
    }
  });

  it('says in one line what keeps it from starting', async () => {
    bot = await start();

    const second = await start().then(
      () => 'it started',
      (error: Error) => error.message,
    );

    assert.match(second, /ended with 1: /);
    assert.match(second, new RegExp(dataDir));
    assert.doesNotMatch(second, /\bat .+\(/);
  });
});
