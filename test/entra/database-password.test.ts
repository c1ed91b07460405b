import assert from 'node:assert/strict';
import { databasePassword } from '../../src/entra/database-password.ts';

const at = (host: string) => `postgres://id-skipper@${host}:5432/skipper?sslmode=verify-full`;

describe('signing in to a PostgreSQL server of Azure', () => {
  const clouds = [
    ['psql.postgres.database.azure.com', 'https://ossrdbms-aad.database.windows.net/.default'],
    ['psql.postgres.database.usgovcloudapi.net', 'https://ossrdbms-aad.database.usgovcloudapi.net/.default'],
    ['psql.postgres.database.chinacloudapi.cn', 'https://ossrdbms-aad.database.chinacloudapi.cn/.default'],
    ['10.20.0.68', 'https://ossrdbms-aad.database.windows.net/.default'],
  ] as const;
  for (const [host, scope] of clouds) {
    it(`asks for a token for the cloud of the server: ${host}`, async () => {
      const asked: string[] = [];
      const getToken = async (wanted: string) => {
        asked.push(wanted);
        return { token: `token ${asked.length}` };
      };
      const password = databasePassword(at(host), { getToken });

      assert.deepEqual([await password(), await password()], ['token 1', 'token 2']);
      assert.deepEqual(asked, [scope, scope]);
    });
  }

  it('rejects when nobody can sign in', async () => {
    await assert.rejects(databasePassword(at('x.postgres.database.azure.com'), { getToken: async () => null })());
  });
});
