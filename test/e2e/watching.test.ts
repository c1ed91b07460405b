import assert from 'node:assert/strict';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';

const soon = { timeout: 45_000 };

describe('an admin who watches an app in the look-alike of Teams', function () {
  this.timeout(90_000);
  let teams: TeamsPage;

  before(async function () {
    teams = await openTeamsPage(needsChromium(this), { cycleEverySeconds: 8 });
  });

  after(async () => {
    await teams?.close();
  });

  it('subscribes by a sentence, and sees what is told', async () => {
    await teams.say('watch Salesforce');

    const card = teams.cardWith('Watching Salesforce').last();
    await card.waitFor();
    assert.match(await card.innerText(), /Salesforce · Only problems/);
    await teams.picture('watching-1-subscribed');
  });

  it('is told when a cycle brings something new that is wrong', async () => {
    const card = teams.cardWith(/Cycle complete —/).last();
    await card.waitFor(soon);

    const text = await card.innerText();
    assert.match(text, /newly (failed|left out)/);
    assert.match(text, /Created/);
    assert.match(text, /subscribed this chat to Salesforce|this chat is subscribed to Salesforce/);
    await card.scrollIntoViewIfNeeded();
    await teams.picture('watching-2-told');
    await teams.picture('watching-message', card);
  });

  it('taps a person in it, and reads why, below the message that stays', async () => {
    const told = await teams.cardWith(/Cycle complete —/).count();
    const person = teams.page.getByRole('button', { name: /^Explain / }).last();
    const name = (await person.getAttribute('aria-label'))?.replace('Explain ', '') ?? '';

    await person.click();

    const why = teams.cardWith(new RegExp(`— ${name} .*Salesforce`)).last();
    await why.waitFor(soon);
    assert.match(await why.innerText(), /Skipped|Failed|Provisioned/);
    assert.ok((await teams.cardWith(/Cycle complete —/).count()) >= told, 'the message is still there');
    await why.scrollIntoViewIfNeeded();
    await teams.picture('watching-3-explained');
  });

  it('mutes it for a day from the message', async () => {
    const card = teams.cardWith(/Cycle complete —/).last();

    await card.getByRole('button', { name: 'Mute for a day' }).click();

    const muted = teams.cardWith('Salesforce is muted until').last();
    await muted.waitFor(soon);
    assert.match(await muted.innerText(), /Salesforce · Muted/);
    await muted.scrollIntoViewIfNeeded();
    await teams.picture('watching-4-muted');
  });

  it('sees the list of what is watched, and how the last message fared', async () => {
    await teams.say('watch Slack');
    await teams.cardWith('Watching Slack').last().waitFor(soon);
    await teams.say('what are you watching?');

    const list = teams.cardWith('This chat is told about 2 apps').last();
    await list.waitFor(soon);
    const text = await list.innerText();
    assert.match(text, /Salesforce · Muted/);
    assert.match(text, /Last message: delivered/);
    assert.match(text, /Slack · Only problems/);
    await list.scrollIntoViewIfNeeded();
    await teams.picture('watching-5-list');
  });

  it('is asked which of them to stop, and stops everything by a tap', async () => {
    await teams.say('stop');
    const choice = teams.cardWith('Which notifications should I stop?').last();
    await choice.waitFor(soon);

    await choice.getByRole('button', { name: 'Stop all of them' }).click();

    const card = teams.cardWith('Nothing is watched here any more').last();
    await card.waitFor(soon);
    await teams.picture('watching-6-stopped');
  });
});
