import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { demoQuestions } from '../../src/sandbox/scenarios.ts';
import { freePort, takePort } from '../support/ports.ts';

const script = fileURLToPath(new URL('../../src/demo/demo.ts', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly output: { out: string; err: string };
  readonly exit: Promise<number | null>;
  until(text: string): Promise<void>;
}

function run(env: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.err += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const until = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.out.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      void exit.then((code) => reject(new Error(`ended with ${code} before "${text}": ${output.out}${output.err}`)));
      look();
    });
  return { child, output, exit, until };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('the demo', function () {
  this.timeout(60_000);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`says where to click and what to ask, and leaves nothing behind after ${signal}`, async () => {
      const bot = await freePort();
      const playground = await freePort();
      const demo = run({ PORT: String(bot), PLAYGROUND_PORT: String(playground) });

      await demo.until('Ctrl-C');
      const page = await fetch(`http://127.0.0.1:${playground}`);
      demo.child.kill(signal);
      const code = await demo.exit;

      assert.equal(page.status, 200);
      assert.ok(demo.output.out.includes(`http://127.0.0.1:${playground}`));
      for (const question of demoQuestions) assert.ok(demo.output.out.includes(question));
      assert.equal(demo.output.err, '');
      assert.equal(code, 0);
      assert.equal(await answers(bot), false);
      assert.equal(await answers(playground), false);
    });
  }

  for (const setting of ['PORT', 'PLAYGROUND_PORT']) {
    it(`says which port is taken, and stops: ${setting}`, async () => {
      const taken = await takePort();
      const env = {
        PORT: String(await freePort()),
        PLAYGROUND_PORT: String(await freePort()),
        [setting]: String(taken.port),
      };

      const demo = run(env);
      const code = await demo.exit;
      await taken.release();

      assert.equal(code, 1);
      assert.ok(demo.output.err.includes(`Port ${taken.port} is taken`));
      assert.ok(demo.output.err.includes(`${setting}=`));
      assert.doesNotMatch(demo.output.err, /\n\s+at /);
    });

    it(`says what is wrong with a port that is none: ${setting}`, async () => {
      const demo = run({ [setting]: 'here' });
      const code = await demo.exit;

      assert.equal(code, 1);
      assert.ok(demo.output.err.includes(`${setting}: "here" will not do.`));
      assert.doesNotMatch(demo.output.err, /\n\s+at /);
    });
  }
});

describe('the start of the bot', () => {
  const start = fileURLToPath(new URL('../../src/index.ts', import.meta.url));

  const startWith = async (env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [start], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    let out = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      // Once only: a second signal ends a process at once, as an impatient operator wants it.
      if (!child.killed && out.includes('Skipper listens')) child.kill('SIGTERM');
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, err, out };
  };

  it('names every wrong setting with its mend, and ends', async () => {
    const { code, err } = await startWith({ PORT: 'x', LOG_LEVEL: 'loud', BOT_TYPE: 'SingleTenant' });

    assert.equal(code, 1);
    for (const setting of ['PORT', 'LOG_LEVEL', 'BOT_TYPE', 'BOT_ID'])
      assert.ok(err.includes(`  ${setting}: `), setting);
    assert.doesNotMatch(err, /\n\s+at /);
  });

  it('tells its settings without secrets, and ends in order when told to', async () => {
    const { code, out } = await startWith({ ALLOW_UNAUTHENTICATED: 'true', PORT: '0', GRAPH_TOKEN: 'very-secret' });

    assert.equal(code, 0);
    assert.match(out, /"GRAPH_TOKEN":"\(set\)"/);
    assert.ok(!out.includes('very-secret'));
  });

  it('says which port is taken', async () => {
    const taken = await takePort();

    const { code, err, out } = await startWith({ ALLOW_UNAUTHENTICATED: 'true', PORT: String(taken.port) });
    await taken.release();

    assert.equal(code, 1);
    assert.match(`${err}${out}`, new RegExp(`${taken.port} is taken`));
    assert.doesNotMatch(err, /\n\s+at /);
  });
});
