import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['src/sandbox/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the sandbox alone', () => {
  it('says where it listens, answers there, and stops cleanly with Ctrl-C', async () => {
    const child = run('--port', '0', '--people', '120', '--entries', '50');
    const [first] = await once(child.stdout ?? assert.fail(), 'data');
    const url = /GRAPH_ENDPOINT=(\S+) GRAPH_TOKEN=sandbox/.exec(String(first))?.[1];

    const reply = await fetch(`${url}/v1.0/users?$top=1`, { headers: { authorization: 'Bearer sandbox' } });
    await reply.text();
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');

    assert.equal(reply.status, 200);
    assert.equal(code, 0);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const child = run('--port', String(port));

    const said = await text(child.stderr ?? assert.fail());
    other.close();

    assert.equal(said, `Port ${port} is taken. Choose another with --port.\n`);
  });

  it('refuses a size that is no number', async () => {
    const child = run('--people', 'many');

    const said = await text(child.stderr ?? assert.fail());

    assert.equal(said, 'Not a whole number: --people\n');
  });
});
