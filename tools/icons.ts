import { readFileSync, writeFileSync } from 'node:fs';
import { chromiumPath, launchBrowser } from '../test/support/browser.ts';
import { renderIcon } from './render-icon.ts';

const executable = chromiumPath();
if (executable === undefined) throw new Error('The icons are drawn by Chromium, and there is none on this machine.');
const browser = await launchBrowser(executable);
for (const [name, size] of [
  ['color', 192],
  ['outline', 32],
] as const) {
  const svg = readFileSync(new URL(`../appPackage/${name}.svg`, import.meta.url), 'utf8');
  writeFileSync(new URL(`../appPackage/${name}.png`, import.meta.url), await renderIcon(browser, svg, size));
}
await browser.close();
