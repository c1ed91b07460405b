import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const issuer = 'https://issuer.example';

export interface TokenParts {
  readonly claims?: object;
  readonly header?: object;
  readonly key?: KeyObject;
}

/** Publishes the keys that requests are signed with, as Bot Framework does, and signs. */
export interface Authority {
  readonly metadataUrl: string;
  /** A signed token for the bot, unless the parts say otherwise: `Bearer …`. */
  token(parts?: TokenParts): string;
  /** The same token with another head and no signature: algorithm `none`. */
  unsigned(claims?: object): string;
  /** A key that nobody published. */
  readonly stranger: KeyObject;
  /** A key of the same authority, for another channel (`kid` "key-2"). */
  readonly ofWebChat: KeyObject;
  close(): Promise<void>;
}

export async function startAuthority(botId: string): Promise<Authority> {
  const [own, webChat, stranger] = Array.from({ length: 3 }, () => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  if (!own || !webChat || !stranger) throw new Error('three keys were made');
  const published = (key: KeyObject, kid: string, endorsement: string) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    endorsements: [endorsement],
  });
  const keys = [published(own.publicKey, 'key-1', 'msteams'), published(webChat.publicKey, 'key-2', 'webchat')];
  const server = createServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const bodyOf = (claims: object = {}) => encode({ iss: issuer, aud: botId, nbf: now - 60, exp: now + 600, ...claims });
  return {
    metadataUrl: `http://127.0.0.1:${port}/.well-known/openidconfiguration`,
    stranger: stranger.privateKey,
    ofWebChat: webChat.privateKey,
    token({ claims, header, key = own.privateKey } = {}) {
      const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header })}.${bodyOf(claims)}`;
      return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
    },
    unsigned: (claims) => `Bearer ${encode({ alg: 'none', typ: 'JWT', kid: 'key-1' })}.${bodyOf(claims)}.`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
