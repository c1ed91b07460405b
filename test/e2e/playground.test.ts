import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';

describe('a helpdesk person in the look-alike of Teams', function () {
  this.timeout(60_000);
  let teams: TeamsPage;
  let page: Page;

  before(async function () {
    teams = await openTeamsPage(needsChromium(this));
    page = teams.page;
  });

  after(async () => {
    await teams?.close();
  });

  it('is welcomed once, with questions to tap', async () => {
    await teams.cardWith('Ask why somebody was skipped').waitFor();

    assert.equal(await teams.cardWith('Ask why somebody was skipped').count(), 1);
    await teams.picture('1-welcome');
  });

  it('reads the reason, the steps and who does them', async () => {
    await teams.say('why was alice skipped in Salesforce?');

    const card = teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').last();
    await card.waitFor();
    const text = await card.innerText();
    assert.match(text, /The filter “Sales only” is not passed/);
    assert.match(text, /Skipped/);
    assert.match(text, /“sales”.*“Sales”/);
    assert.match(text, /Helpdesk/);
    assert.doesNotMatch(text, /EntrySynchronizationScoping/, 'the proof is folded away');
    await teams.picture('2-answer');
    // The picture of the README.
    await teams.picture('card', card);
  });

  it('opens the proof, which names the log entry and its step', async () => {
    const card = teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').last();

    await card.getByRole('button', { name: 'Proof' }).click();

    await card
      .getByText(/EntrySynchronizationScoping/)
      .first()
      .waitFor();
    assert.match(await card.innerText(), /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
    await teams.picture('3-proof');
  });

  it('finds the text for the ticket', async () => {
    const card = teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').last();

    await card.getByRole('button', { name: 'Text for the ticket' }).click();

    await card.getByText('Text for the ticket').first().waitFor();
    assert.match(
      await card.innerText(),
      /[0-9a-f]{32}\.[0-9a-f-]{36}/,
      'the job id, which Microsoft support asks for first',
    );
    await teams.picture('4-ticket');
  });

  it('checks again, and the card changes in place', async () => {
    const cards = await teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').count();
    const card = teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').last();

    await card.getByRole('button', { name: 'Check again' }).click();

    // The proof was open; the new card has it folded again.
    await card
      .getByText(/EntrySynchronizationScoping/)
      .first()
      .waitFor({ state: 'hidden' });
    assert.equal(await teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').count(), cards);
    await teams.picture('5-checked-again');
  });

  it('picks one of two who bear the name, and gets the answer at once', async () => {
    await teams.say('why was noah skipped in Slack?');
    const question = page.getByText('Who is “noah”?').last();
    await question.waitFor();
    await teams.picture('6-choice');

    await page
      .getByRole('button', { name: /^Choose Noah/ })
      .first()
      .click();

    await teams
      .cardWith(/Noah .* · Slack/)
      .last()
      .waitFor();
    await teams.picture('7-chosen');
  });

  it('is shown a way forward after nonsense', async () => {
    await teams.say('🤖 🤖 🤖');

    const card = teams.cardWith('This question is not understood').last();
    await card.waitFor();
    assert.ok((await card.getByRole('button').count()) >= 3, 'examples to tap');
    await card.scrollIntoViewIfNeeded();
    await teams.picture('8-nonsense');
  });
});
