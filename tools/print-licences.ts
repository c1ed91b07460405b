import { readFileSync } from 'node:fs';
import { installed } from './licences.ts';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
for (const { name, version, licence } of installed(lock)) process.stdout.write(`${licence}\t${name}@${version}\n`);
