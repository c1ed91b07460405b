import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { pino } from 'pino';
import { StoreError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';

/** Source: PostgreSQL, Frontend/Backend Protocol, message formats. */
const askForPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const passwordMessage = 'p'.charCodeAt(0);

/** A server that asks for the password, notes it, and hangs up. */
async function passwordServer() {
  const passwords: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (data[0] !== passwordMessage) return void socket.write(askForPassword);
      passwords.push(data.subarray(5, -1).toString());
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { passwords, port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe('signing in to a PostgreSQL server', () => {
  const options = { dataDir: '', logger: pino({ level: 'silent' }), now: () => new Date(), newId: randomUUID };

  it('sends what the function gives, not the empty password of the URL', async () => {
    const { passwords, port, close } = await passwordServer();
    const databaseUrl = `postgres://skipper@127.0.0.1:${port}/skipper`;

    const opening = openStore({ ...options, databaseUrl, databasePassword: async () => 'a token' });

    await assert.rejects(opening, (error) => error instanceof StoreError && error.code === 'unreachable');
    assert.deepEqual(passwords, ['a token']);
    close();
  });

  it('sends the password of the URL otherwise', async () => {
    const { passwords, port, close } = await passwordServer();
    const databaseUrl = `postgres://skipper:in-the-url@127.0.0.1:${port}/skipper`;

    await assert.rejects(openStore({ ...options, databaseUrl }), StoreError);

    assert.deepEqual(passwords, ['in-the-url']);
    close();
  });

  it('tells the operator why nobody could sign in', async () => {
    const { passwords, port, close } = await passwordServer();
    const databaseUrl = `postgres://skipper@127.0.0.1:${port}/skipper`;
    const refused = async () => Promise.reject(new Error('no managed identity here'));

    await assert.rejects(
      openStore({ ...options, databaseUrl, databasePassword: refused }),
      (error) => error instanceof StoreError && error.message.includes('no managed identity here'),
    );
    assert.deepEqual(passwords, []);
    close();
  });
});
