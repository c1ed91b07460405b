import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { renderIcon } from '../../tools/render-icon.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';

const folder = new URL('../../appPackage/', import.meta.url);

interface Pixel {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

describe('the icons', function () {
  this.timeout(60_000);
  let browser: Browser;

  before(async function () {
    const path = chromiumPath();
    if (path === undefined && process.env.CI) assert.fail('CI leaves nothing out: there is no Chromium');
    if (path === undefined) return this.skip();
    browser = await launchBrowser(path);
  });

  after(async () => {
    await browser?.close();
  });

  it('are what their drawings show: `npm run icons` draws them', async () => {
    for (const [name, size] of [
      ['color', 192],
      ['outline', 32],
    ] as const) {
      const drawn = await renderIcon(browser, readFileSync(new URL(`${name}.svg`, folder), 'utf8'), size);
      const kept = await pixelsOf(readFileSync(new URL(`${name}.png`, folder)));
      const fresh = await pixelsOf(drawn);
      const differing = kept.filter((pixel, index) => far(pixel, fresh[index])).length;

      assert.equal(kept.length, size * size);
      // Browsers differ in how they smooth an edge, not in what they draw.
      assert.ok(differing < kept.length / 100, `${name}: ${differing} pixels differ`);
    }
  });

  it('fill their square in colour, and are white on nothing in outline', async () => {
    const color = await pixelsOf(readFileSync(new URL('color.png', folder)));
    const outline = await pixelsOf(readFileSync(new URL('outline.png', folder)));
    const drawn = outline.filter(({ alpha }) => alpha > 0);

    assert.ok(color.every(({ alpha }) => alpha === 255));
    assert.ok(drawn.length > 100 && drawn.length < outline.length / 2);
    assert.ok(drawn.every(({ red, green, blue }) => red > 250 && green > 250 && blue > 250));
  });

  async function pixelsOf(png: Buffer): Promise<readonly Pixel[]> {
    const page = await browser.newPage();
    const url = `data:image/png;base64,${png.toString('base64')}`;
    // A text, for the page knows names that Node does not.
    const bytes = await page.evaluate<number[]>(`(async () => {
      const image = new Image();
      image.src = '${url}';
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return [...context.getImageData(0, 0, image.width, image.height).data];
    })()`);
    await page.close();
    return Array.from({ length: bytes.length / 4 }, (_, index) => {
      const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.slice(index * 4, index * 4 + 4);
      return { red, green, blue, alpha };
    });
  }
});

function far(one: Pixel, other: Pixel | undefined): boolean {
  if (!other) return true;
  return (['red', 'green', 'blue', 'alpha'] as const).some((part) => Math.abs(one[part] - other[part]) > 64);
}
