import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { pino } from 'pino';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Demo, startDemo } from '../../src/demo/start-demo.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { freePort } from '../support/ports.ts';

const pictures = 'test/output/e2e';
const browserPath = chromiumPath();

describe('a helpdesk person in the look-alike of Teams', function () {
  this.timeout(60_000);
  let demo: Demo;
  let browser: Browser;
  let page: Page;

  before(async function () {
    if (browserPath === undefined) {
      assert.notEqual(process.env.CI, 'true', 'CI leaves nothing out: install chromium');
      process.stdout.write('    left out: no Chromium on this machine (Debian: apt-get install chromium)\n');
      this.skip();
    }
    await mkdir(pictures, { recursive: true });
    demo = await startDemo({
      botPort: String(await freePort()),
      playgroundPort: String(await freePort()),
      logger: pino({ level: 'silent' }),
    });
    browser = await launchBrowser(browserPath);
    page = await browser.newPage({ viewport: { width: 1000, height: 1500 } });
    await page.goto(demo.url);
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('is welcomed once, with questions to tap', async () => {
    await cardWith('Ask why somebody was skipped').waitFor();

    assert.equal(await cardWith('Ask why somebody was skipped').count(), 1);
    await page.screenshot({ path: `${pictures}/1-welcome.png` });
  });

  it('reads the reason, the steps and who does them', async () => {
    await say('why was alice skipped in Salesforce?');

    const card = cardWith('Alice Smith · alice@contoso.com · Salesforce').last();
    await card.waitFor();
    const text = await card.innerText();
    assert.match(text, /The filter “Sales only” is not passed/);
    assert.match(text, /Skipped/);
    assert.match(text, /“sales”.*“Sales”/);
    assert.match(text, /Helpdesk/);
    assert.doesNotMatch(text, /EntrySynchronizationScoping/, 'the proof is folded away');
    await page.screenshot({ path: `${pictures}/2-answer.png` });
    // The picture of the README.
    await card.screenshot({ path: `${pictures}/card.png` });
  });

  it('opens the proof, which names the log entry and its step', async () => {
    const card = cardWith('Alice Smith · alice@contoso.com · Salesforce').last();

    await card.getByRole('button', { name: 'Proof' }).click();

    await card
      .getByText(/EntrySynchronizationScoping/)
      .first()
      .waitFor();
    assert.match(await card.innerText(), /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
    await page.screenshot({ path: `${pictures}/3-proof.png` });
  });

  it('finds the text for the ticket', async () => {
    const card = cardWith('Alice Smith · alice@contoso.com · Salesforce').last();

    await card.getByRole('button', { name: 'Text for the ticket' }).click();

    await card.getByText('Text for the ticket').first().waitFor();
    assert.match(
      await card.innerText(),
      /[0-9a-f]{32}\.[0-9a-f-]{36}/,
      'the job id, which Microsoft support asks for first',
    );
    await page.screenshot({ path: `${pictures}/4-ticket.png` });
  });

  it('checks again, and the card changes in place', async () => {
    const cards = await cardWith('Alice Smith · alice@contoso.com · Salesforce').count();
    const card = cardWith('Alice Smith · alice@contoso.com · Salesforce').last();

    await card.getByRole('button', { name: 'Check again' }).click();

    // The proof was open; the new card has it folded again.
    await card
      .getByText(/EntrySynchronizationScoping/)
      .first()
      .waitFor({ state: 'hidden' });
    assert.equal(await cardWith('Alice Smith · alice@contoso.com · Salesforce').count(), cards);
    await page.screenshot({ path: `${pictures}/5-checked-again.png` });
  });

  it('picks one of two who bear the name, and gets the answer at once', async () => {
    await say('why was noah skipped in Slack?');
    const question = page.getByText('Who is “noah”?').last();
    await question.waitFor();
    await page.screenshot({ path: `${pictures}/6-choice.png` });

    await page
      .getByRole('button', { name: /^Choose Noah/ })
      .first()
      .click();

    await cardWith(/Noah .* · Slack/)
      .last()
      .waitFor();
    await page.screenshot({ path: `${pictures}/7-chosen.png` });
  });

  it('is shown a way forward after nonsense', async () => {
    await say('🤖 🤖 🤖');

    const card = cardWith('This question is not understood').last();
    await card.waitFor();
    assert.ok((await card.getByRole('button').count()) >= 3, 'examples to tap');
    await card.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${pictures}/8-nonsense.png` });
  });

  async function say(text: string): Promise<void> {
    const box = page.getByRole('textbox').last();
    await box.fill(text);
    await box.press('Enter');
  }

  function cardWith(text: string | RegExp): Locator {
    return page.locator('.ac-adaptiveCard').filter({ hasText: text });
  }
});
