import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The values of one environment: env/.env.<name>, then env/.env.<name>.user, then those that the caller adds. */
export function environmentValues(
  folder: URL,
  name: string,
  more: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const files = [`.env.${name}`, `.env.${name}.user`].map((file) => new URL(file, folder));
  const read = files.filter((file) => existsSync(file)).map((file) => parseEnv(readFileSync(file, 'utf8')));
  return Object.assign({}, ...read, more);
}
