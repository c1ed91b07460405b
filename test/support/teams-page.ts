import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Demo, type DemoOptions, startDemo } from '../../src/demo/start-demo.ts';
import { chromiumPath, launchBrowser } from './browser.ts';
import { freePort } from './ports.ts';

const pictures = 'test/output/e2e';

/** The demo as a person sees it: the look-alike of Teams in a browser, with the bot behind it. */
export interface TeamsPage {
  readonly page: Page;
  /** Types a message and sends it. */
  say(text: string): Promise<void>;
  /** Cards that hold the text; `.last()` is the newest. */
  cardWith(text: string | RegExp): Locator;
  /** Takes a picture, of the whole page or of a part of it. */
  picture(name: string, of?: Locator): Promise<void>;
  close(): Promise<void>;
}

/** Where this machine has no Chromium, says so and skips the suite; CI leaves nothing out. */
export function needsChromium(suite: Mocha.Context): string {
  const path = chromiumPath();
  if (path !== undefined) return path;
  assert.notEqual(process.env.CI, 'true', 'CI leaves nothing out: install chromium');
  process.stdout.write('    left out: no Chromium on this machine (Debian: apt-get install chromium)\n');
  return suite.skip();
}

/** Starts the demo on free ports and opens it. Close it, whatever comes of the test. */
export async function openTeamsPage(
  browserPath: string,
  options: Pick<DemoOptions, 'cycleEverySeconds' | 'entries'> = {},
): Promise<TeamsPage> {
  await mkdir(pictures, { recursive: true });
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await demo?.stop();
  };
  try {
    demo = await startDemo({
      botPort: String(await freePort()),
      playgroundPort: String(await freePort()),
      logger: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
      ...options,
    });
    browser = await launchBrowser(browserPath);
    const page = await browser.newPage({ viewport: { width: 1000, height: 1500 } });
    await page.goto(demo.url);
    return { ...actionsOn(page), page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function actionsOn(page: Page): Pick<TeamsPage, 'say' | 'cardWith' | 'picture'> {
  return {
    async say(text) {
      const box = page.getByRole('textbox').last();
      await box.fill(text);
      await box.press('Enter');
    },
    cardWith: (text) => page.locator('.ac-adaptiveCard').filter({ hasText: text }),
    async picture(name, of) {
      await (of ?? page).screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}
