import type { Credential } from './settings.ts';

/**
 * Whom a token for Azure Database for PostgreSQL is for, by the end of the server's name; the first one else.
 * Source: Microsoft's page on connecting with Entra ID, and the endpoints of the national clouds.
 */
const audiences = [
  { host: '.postgres.database.azure.com', audience: 'https://ossrdbms-aad.database.windows.net' },
  { host: '.postgres.database.usgovcloudapi.net', audience: 'https://ossrdbms-aad.database.usgovcloudapi.net' },
  { host: '.postgres.database.chinacloudapi.cn', audience: 'https://ossrdbms-aad.database.chinacloudapi.cn' },
] as const;

/**
 * Signs in to a PostgreSQL server of Azure: a token of the identity stands in for the password, a fresh one for each new
 * connection (the credential remembers it while it is good). The function rejects when nobody can sign in.
 */
export function databasePassword(databaseUrl: string, credential: Credential): () => Promise<string> {
  const scope = `${audienceFor(new URL(databaseUrl).hostname)}/.default`;
  return async () => {
    if ('token' in credential) return credential.token;
    const got = await credential.getToken(scope);
    if (!got) throw new Error('no identity signed in to the database');
    return got.token;
  };
}

function audienceFor(hostname: string): string {
  return (audiences.find(({ host }) => hostname.endsWith(host)) ?? audiences[0]).audience;
}
