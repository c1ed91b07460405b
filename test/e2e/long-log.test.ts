import assert from 'node:assert/strict';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';

describe('a long log, in the look-alike of Teams', function () {
  this.timeout(120_000);
  let teams: TeamsPage;

  before(async function () {
    // More pages than Graph gives at once: the rest has to wait for its limit.
    teams = await openTeamsPage(needsChromium(this), { entries: 80_000 });
  });

  after(async () => {
    await teams?.close();
  });

  it('is told of while it is read, and the same card completes itself', async () => {
    await teams.say('who had problems in Slack in the last 30 days?');

    const reading = teams.cardWith(/Still reading the log: [\d,]+ entries so far\./).last();
    await reading.waitFor();
    assert.match(await reading.innerText(), /Slack/);
    await teams.picture('still-reading');

    await teams.cardWith('Still reading the log').waitFor({ state: 'detached', timeout: 90_000 });
    const cards = teams.cardWith(/ in Slack, for \d+ reasons/);
    await cards.last().waitFor();
    assert.equal(await cards.count(), 1);
    await teams.picture('read', cards.last());
  });
});
