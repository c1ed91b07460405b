import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const guid = '11111111-2222-3333-4444-555555555555';
const complete = [
  `TEAMS_APP_ID=${guid}`,
  `BOT_ID=${guid}`,
  'APP_NAME_SUFFIX=',
  'DEVELOPER_NAME=Contoso',
  'DEVELOPER_WEBSITE=https://contoso.com',
  'DEVELOPER_PRIVACY_URL=https://contoso.com/privacy',
  'DEVELOPER_TERMS_URL=https://contoso.com/terms',
];

describe('npm run package', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'skipper-package-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes a zip with the filled manifest and both icons at its root', () => {
    const { status, stdout } = packaged(complete);

    assert.equal(status, 0);
    const files = unzipSync(readFileSync(stdout.trim()));
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png']);
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    assert.equal((JSON.parse(manifest) as { readonly id: string }).id, guid);
    assert.ok(!manifest.includes('${{'));
    assert.deepEqual(sizeOf(files['color.png']), { width: 192, height: 192 });
    assert.deepEqual(sizeOf(files['outline.png']), { width: 32, height: 32 });
  });

  it('writes the same bytes for the same input', () => {
    const [first, second] = [packaged(complete), packaged(complete)].map(({ stdout }) => readFileSync(stdout.trim()));

    assert.ok(first && second?.equals(first));
  });

  it('takes a value of the user over the one that is committed', () => {
    writeFileSync(join(folder, '.env.test.user'), 'DEVELOPER_NAME=Fabrikam\n');
    const { stdout } = packaged(complete);

    const manifest = strFromU8(unzipSync(readFileSync(stdout.trim()))['manifest.json'] ?? new Uint8Array());
    assert.match(manifest, /"name": "Fabrikam"/);
  });

  it('names every value that is missing, and writes nothing', () => {
    const { status, stdout, stderr } = packaged(complete.filter((line) => !/^(BOT_ID|DEVELOPER_NAME)=/.test(line)));

    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /no value for DEVELOPER_NAME, BOT_ID: set it in env\/\.env\.test/);
  });

  it('refuses what Teams would refuse', () => {
    const { status, stderr } = packaged(complete.map((line) => (line.startsWith('BOT_ID') ? 'BOT_ID=skipper' : line)));

    assert.equal(status, 1);
    assert.match(stderr, /\/bots\/0\/botId/);
  });

  function packaged(lines: readonly string[]) {
    writeFileSync(join(folder, '.env.test'), `${lines.join('\n')}\n`);
    return spawnSync(
      process.execPath,
      ['tools/package.ts', '--env', 'test', '--folder', folder, '--out', join(folder, 'out')],
      { encoding: 'utf8', cwd: new URL('../../', import.meta.url), env: { NO_COLOR: '1' } },
    );
  }
});

/** Source: PNG, the IHDR chunk stands first and begins with width and height. */
function sizeOf(png: Uint8Array | undefined) {
  const bytes = Buffer.from(png ?? new Uint8Array());
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
