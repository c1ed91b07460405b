import assert from 'node:assert/strict';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';

describe('who has trouble, in the look-alike of Teams', function () {
  this.timeout(60_000);
  let teams: TeamsPage;

  before(async function () {
    teams = await openTeamsPage(needsChromium(this));
  });

  after(async () => {
    await teams?.close();
  });

  it('reads who failed in an app, by cause, with the first ten and how many more', async () => {
    await teams.say('who failed in Zendesk?');

    const card = teams.cardWith(/\d+ people failed in Zendesk/).last();
    await card.waitFor();
    const text = await card.innerText();
    assert.match(text, /does not allow provisioning this operation/);
    assert.match(text, /in quarantine/);
    assert.match(text, /and \d+ more/);
    assert.equal(await card.getByRole('button', { name: /^Explain / }).count(), 10);
    await teams.picture('app-problems', card);
  });

  it('unfolds what mends it once for all of them', async () => {
    const card = teams.cardWith(/\d+ people failed in Zendesk/).last();

    await card.getByRole('button', { name: 'What to do' }).click();

    await card.getByText('App owner').first().waitFor();
    await teams.picture('app-problems-steps', card);
  });

  it('taps somebody and reads why below, and the list stays', async () => {
    const card = teams.cardWith(/\d+ people failed in Zendesk/).last();
    const row = card.getByRole('button', { name: /^Explain / }).first();
    const name = ((await row.getAttribute('title')) ?? (await row.getAttribute('aria-label')) ?? '').replace(
      /^Explain /,
      '',
    );
    assert.notEqual(name, '');

    await row.click();

    const explained = teams.cardWith(new RegExp(`${name} · .* · Zendesk`)).last();
    await explained.waitFor();
    assert.equal(await teams.cardWith(/\d+ people failed in Zendesk/).count(), 1);
    await teams.picture('app-problems-explained');
  });

  it('reads what groups of people have in common', async () => {
    await teams.say('who had problems in Salesforce in the last 30 days?');

    const card = teams.cardWith(/have a problem in Salesforce, for \d+ reasons/).last();
    await card.waitFor();
    const text = await card.innerText();
    assert.match(text, /The filter “Sales only” is not passed/);
    assert.match(text, /left out as expected, with nothing to fix/);
    await teams.picture('app-problems-groups', card);
  });

  it('reads where somebody has a problem, and where not', async () => {
    await teams.say('what is wrong with alice@contoso.com?');

    const card = teams.cardWith(/Alice Smith has a problem in/).last();
    await card.waitFor();
    await teams.picture('user-overview', card);
    await card.getByRole('button', { name: /^As expected/ }).click();
    await card
      .getByText(/not assigned to/i)
      .last()
      .waitFor();
  });

  it('sees a leaver who is still active somewhere stand out, and opens that app', async () => {
    await teams.say('offboarding check for carla');

    const card = teams
      .cardWith('Carla Fontaine is disabled in Entra, and still active in Slack Enterprise Grid')
      .last();
    await card.waitFor();
    assert.match(await card.innerText(), /Still active/);
    await teams.picture('user-overview-leaver', card);

    await card.getByRole('button', { name: 'Explain Slack Enterprise Grid' }).click();

    await teams.cardWith('Carla Fontaine · carla@contoso.com · Slack Enterprise Grid').last().waitFor();
    assert.equal(await teams.cardWith('still active in Slack Enterprise Grid').count(), 1);
  });
});
