import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options } = parseArgs({ options: { out: { type: 'string', default: `${root}deploy` } } });

/** What the bot runs on, before its packages are installed. Tests stay behind, and the demo, which only runs beside them. */
const files = ['package.json', 'package-lock.json', 'LICENSE', 'src'];
const left = ['src/demo'];

rmSync(options.out, { recursive: true, force: true });
mkdirSync(options.out, { recursive: true });
for (const file of files) cpSync(`${root}${file}`, `${options.out}/${file}`, { recursive: true });
for (const file of left) rmSync(`${options.out}/${file}`, { recursive: true, force: true });
