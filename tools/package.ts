import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipAppPackage } from './app-package.ts';
import { environmentValues } from './environment.ts';
import { faultsOfManifest, manifestPath } from './manifest.ts';
import { fillJson, UnfilledError } from './placeholders.ts';

const { values: options } = parseArgs({
  options: {
    env: { type: 'string', default: 'dev' },
    folder: { type: 'string', default: fileURLToPath(new URL('../env/', import.meta.url)) },
    out: { type: 'string', default: fileURLToPath(new URL('../appPackage/build/', import.meta.url)) },
  },
});

/** Writes the package of one environment and says where; says what is missing and writes nothing otherwise. */
function main(env: string, folder: string, out: string): string {
  const values = environmentValues(new URL(`file://${folder.replace(/\/?$/, '/')}`), env, process.env);
  const manifest = fillJson(readFileSync(manifestPath, 'utf8'), values);
  const faults = faultsOfManifest(JSON.parse(manifest));
  if (faults.length > 0) throw new Error(`Teams would refuse this manifest:\n  ${faults.join('\n  ')}`);
  const icon = (name: string) => readFileSync(new URL(name, manifestPath));
  mkdirSync(out, { recursive: true });
  const zip = `${out.replace(/\/?$/, '/')}appPackage.${env}.zip`;
  writeFileSync(zip, zipAppPackage({ manifest, color: icon('color.png'), outline: icon('outline.png') }));
  return zip;
}

try {
  process.stdout.write(`${main(options.env, options.folder, options.out)}\n`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const mend = error instanceof UnfilledError ? `: set it in env/.env.${options.env}, or run \`atk provision\`` : '';
  process.stderr.write(`${error.message}${mend}\n`);
  process.exitCode = 1;
}
