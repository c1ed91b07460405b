/** A package that is installed where the bot runs, as package-lock.json tells of it. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, e.g. MIT. */
  readonly licence: string;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean }>
  >;
}

/** Licences that ask for no more than a notice. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Packages whose package.json names no licence, and what their own licence file says. */
const readByHand: Readonly<Record<string, string>> = { cldrjs: 'MIT', 'escape-regexp-component': 'MIT' };

/** The packages of a lockfile that the bot runs on, by name. Development's own are left out. */
export function installed(lock: Lock): readonly Installed[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev)
    .map(([path, { version = '', license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return { name, version, licence: license ?? readByHand[name] ?? 'unknown' };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en') || one.version.localeCompare(other.version, 'en'));
}

/** Whether a licence may be had by a permissive choice: of `A OR B` one is enough, of `A AND B` both are needed. */
export function isPermissive(licence: string): boolean {
  const choices = licence.replace(/[()]/g, '').split(/\s+OR\s+/);
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((one) => permissive.includes(one)));
}
