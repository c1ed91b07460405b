import assert from 'node:assert/strict';
import { installed, isPermissive } from '../../tools/licences.ts';
import { filesIn, fileText } from '../support/infra.ts';

const lock = JSON.parse(fileText('package-lock.json')) as Parameters<typeof installed>[0];
const manifest = JSON.parse(fileText('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};

/** A statement that imports at run time; what is only a type is gone by then. */
const imports = /^\s*(?:import|export)\s+(?!type\b)[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The least version without a known advisory, of packages that the Bot Framework chain brings along. */
const floors = [
  { name: 'uuid', least: '11.1.1', advisory: 'the advisory against uuid before 11.1.1' },
  { name: 'axios', least: '1.12.0', advisory: 'GHSA-4hjh-wcwx-xvwj: no limit for data: URLs' },
  { name: 'ws', least: '7.5.10', advisory: 'GHSA-3h5v-q93c-6h6q: many headers stop the server' },
  { name: 'jsonwebtoken', least: '9.0.0', advisory: 'GHSA-8cf7-32gw-wr33: keys of the wrong kind' },
  { name: 'form-data', least: '4.0.4', advisory: 'GHSA-fjxv-7rqg-78g4: boundaries that can be guessed' },
  { name: 'find-my-way', least: '9.0.1', advisory: 'GHSA-rrr8-f88r-h8q6: slow regular expressions' },
  { name: 'qs', least: '6.14.1', advisory: 'GHSA-6rw7-vpxh-498p: arrays without a limit' },
] as const;

describe('the dependencies', () => {
  it('ask for no more than a notice, all that the bot runs on', () => {
    const all = installed(lock);

    assert.ok(all.length > 100);
    assert.deepEqual(
      all.filter(({ licence }) => !isPermissive(licence)),
      [],
    );
  });

  it('are told from those that ask for more', () => {
    for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT']) assert.ok(isPermissive(licence), licence);
    for (const licence of ['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-3.0', 'unknown', 'SEE LICENSE IN x', ''])
      assert.ok(!isPermissive(licence), licence);
  });

  for (const { name, least, advisory } of floors) {
    it(`are past ${advisory}`, () => {
      const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));

      assert.ok(found.length > 0, `${name} is gone: take its row away`);
      for (const [path, { version = '' }] of found) assert.ok(atLeast(version, least), `${path} is ${version}`);
    });
  }

  it('run no script of a package on installing, but those that were looked at', () => {
    const withScript = Object.entries(lock.packages)
      .filter(([, entry]) => 'hasInstallScript' in entry)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));

    assert.deepEqual(
      withScript.filter((name) => !(name in manifest.allowScripts)),
      [],
    );
  });

  it('are pinned', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  });

  it('are all there where the bot runs: what is imported is no dependency of development', () => {
    const files = filesIn('src', '.ts').filter((path) => !path.startsWith('src/demo/'));
    const imported = files.flatMap((path) =>
      [...fileText(path).matchAll(imports)]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .map((name) => ({ path, name: packageOf(name) })),
    );

    assert.ok(imported.length > 20);
    assert.deepEqual(
      imported.filter(({ name }) => !(name in manifest.dependencies)),
      [],
    );
  });
});

function atLeast(version: string, least: string): boolean {
  const [one = [], other = []] = [version, least].map((text) => text.split('.').map(Number));
  const first = one.findIndex((part, index) => part !== other[index]);
  return first === -1 || (one[first] ?? 0) > (other[first] ?? 0);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
