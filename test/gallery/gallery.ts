import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { renderCard } from '../../src/teams/cards/render.ts';
import { labelsFor } from '../../src/words/languages.ts';
import { word } from '../../src/words/word.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { samples } from '../support/sample-answers.ts';
import { hostConfigOf, type Theme, themes } from './themes.ts';

/**
 * Renders sample answers as Teams would, in every theme, wide and narrow, and takes a picture of each. A word on the
 * command line keeps to the samples that have it in their names.
 */

const target = 'test/output/gallery';
const widths = { wide: 600, narrow: 320 } as const;
const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

interface Picture {
  readonly name: string;
  readonly theme: string;
  readonly width: keyof typeof widths;
  readonly file: string;
}

const wanted = process.argv[2] ?? '';
const chosen = Object.entries(samples).filter(([name]) => name.includes(wanted));
const executable = chromiumPath();
if (executable === undefined) {
  process.stderr.write('The gallery needs Chromium (Debian: apt-get install chromium; else set CHROMIUM_PATH).\n');
  process.exitCode = 1;
} else {
  const pictures = await photograph(executable);
  await writeFile(join(target, 'index.html'), pageOf(pictures, await takenInTeams()));
  process.stdout.write(`${pictures.length} pictures of ${chosen.length} cards: ${target}/index.html\n`);
}

async function photograph(browserPath: string): Promise<readonly Picture[]> {
  await mkdir(target, { recursive: true });
  const browser = await launchBrowser(browserPath);
  const pictures: Picture[] = [];
  try {
    for (const theme of themes) {
      for (const width of ['wide', 'narrow'] as const) {
        const page = await browser.newPage({
          viewport: { width: widths[width] + 32, height: 900 },
          deviceScaleFactor: 1,
        });
        await page.setContent(await hostPage(theme, widths[width]));
        for (const [name, answer] of chosen) {
          const card = renderCard(word(answer, reader), labelsFor(reader));
          for (const unfolded of theme.name === 'light' && name === 'scoping filter' ? [false, true] : [false]) {
            const file = `${[...name.split(/\W+/), unfolded ? 'unfolded' : '', theme.name, width].filter(Boolean).join('-')}.png`;
            await show(page, card, unfolded);
            await page.locator('#host').screenshot({ path: join(target, file) });
            pictures.push({ name: unfolded ? `${name}, unfolded` : name, theme: theme.name, width, file });
          }
        }
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  return pictures;
}

async function show(page: Page, card: object, unfolded: boolean): Promise<void> {
  await page.evaluate(
    ([json, all]) => (globalThis as unknown as { show: (json: string, all: boolean) => void }).show(json, all),
    [JSON.stringify(card), unfolded] as const,
  );
}

async function hostPage(theme: Theme, width: number): Promise<string> {
  const require = createRequire(import.meta.url);
  const script = (name: string) => readFile(require.resolve(name), 'utf8');
  const { colours } = theme;
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: ${theme.canvas}; font-family: 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
    #host { width: ${width}px; padding: 16px; }
    .ac-adaptiveCard { background: ${colours.background}; border: 1px solid ${colours.border}; border-radius: 6px; }
    .ac-textBlock p, .ac-richTextBlock p { margin: 0; }
    .ac-pushButton { background: ${colours.background}; color: ${colours.text}; border: 1px solid ${colours.border};
      border-radius: 4px; padding: 6px 12px; font: 600 14px 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
    .ac-pushButton.style-positive { border-color: ${colours.accent}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-container, .ac-columnSet { border-radius: 4px; }
    .ac-selectable { cursor: pointer; }
    ${theme.name === 'high-contrast' ? `.ac-container[style*="background"] { outline: 1px solid ${colours.border}; outline-offset: -1px; }` : ''}
  </style><div id="host"></div>
  <script>${await script('adaptivecards/dist/adaptivecards.min.js')}</script>
  <script>${await script('markdown-it/dist/markdown-it.min.js')}</script>
  <script>
    const config = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfigOf(theme))});
    const markdown = window.markdownit();
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdown.render(text);
      result.didProcess = true;
    };
    window.show = (json, all) => {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = config;
      card.parse(JSON.parse(json));
      document.getElementById('host').replaceChildren(card.render());
      if (all) for (const button of document.querySelectorAll('button')) if (/Proof|ticket/.test(button.textContent)) button.click();
    };
  </script>`;
}

/** What the tests of the look-alike of Teams have taken, if they were run. */
async function takenInTeams(): Promise<readonly string[]> {
  const files = await readdir('test/output/e2e').catch(() => []);
  return files.filter((file) => file.endsWith('.png')).toSorted();
}

function pageOf(pictures: readonly Picture[], inTeams: readonly string[]): string {
  const names = [...new Set(pictures.map(({ name }) => name))];
  const sections = names.map((name) => {
    const images = pictures.filter((picture) => picture.name === name);
    const figures = images.map(
      ({ file, theme, width }) =>
        `<figure><figcaption>${theme}, ${width}</figcaption><img src="${file}" alt="${name}, ${theme}, ${width}"></figure>`,
    );
    return `<section><h2>${name}</h2><div>${figures.join('')}</div></section>`;
  });
  const shots = inTeams.map(
    (file) => `<figure><figcaption>${file}</figcaption><img src="../e2e/${file}" alt="${file}" width="500"></figure>`,
  );
  const taken =
    shots.length > 0 ? `<section><h2>In the look-alike of Teams</h2><div>${shots.join('')}</div></section>` : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Skipper: the cards</title><style>
    body { font: 14px 'Segoe UI', sans-serif; margin: 24px; background: #eee; }
    div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
    figure { margin: 0; } figcaption { color: #555; margin-bottom: 4px; }
  </style><h1>The cards</h1>${sections.join('\n')}${taken}</html>
`;
}
