import assert from 'node:assert/strict';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';

describe('a conversation that goes on, in the look-alike of Teams', function () {
  this.timeout(60_000);
  let teams: TeamsPage;

  before(async function () {
    teams = await openTeamsPage(needsChromium(this));
  });

  after(async () => {
    await teams?.close();
  });

  it('asks about somebody else in the same app, without naming it again', async () => {
    await teams.say('why was alice@contoso.com skipped in Salesforce?');
    await teams
      .cardWith(/Alice Smith · .* · Salesforce/)
      .last()
      .waitFor();

    await teams.say('and bob@contoso.com?');

    const card = teams.cardWith(/Bob Jones · .* · Salesforce/).last();
    await card.waitFor();
    await teams.picture('follow-up');
  });

  it('asks about the same one in another app', async () => {
    await teams.say('and in Slack?');

    const card = teams.cardWith(/Bob Jones · .* · Slack/).last();
    await card.waitFor();
    assert.match(await card.innerText(), /Up to date/);
  });

  it('goes on from an app to who has trouble in it', async () => {
    await teams.say('how is Salesforce doing?');
    await teams.cardWith('What the last cycle did').last().waitFor();

    await teams.say('who failed?');

    await teams
      .cardWith(/failed in Salesforce/)
      .last()
      .waitFor();
    await teams.picture('follow-up-who');
  });
});
