import assert from 'node:assert/strict';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';

describe('somebody who asks about apps, in the look-alike of Teams', function () {
  this.timeout(60_000);
  let teams: TeamsPage;

  before(async function () {
    teams = await openTeamsPage(needsChromium(this), { cycleEverySeconds: 3600 });
  });

  after(async () => {
    await teams?.close();
  });

  it('reads how an app is doing, and what the last cycle did', async () => {
    await teams.say('how is Salesforce doing?');

    const card = teams.cardWith('What the last cycle did').last();
    await card.waitFor();
    const text = await card.innerText();
    assert.match(text, /Running, with errors — Salesforce/);
    assert.match(text, /2 failed in the last cycle/);
    assert.match(text, /Failed: no licence is free in Salesforce/);
    assert.match(text, /Casimir Vance \(new\)/);
    assert.doesNotMatch(text, /undefined|NaN|0001/);
    await teams.picture('app-status', card);
  });

  it('taps somebody in trouble, and reads why', async () => {
    const card = teams.cardWith('What the last cycle did').last();

    await card.getByRole('button', { name: 'Explain Casimir Vance' }).click();

    const explained = teams.cardWith('Casimir Vance · casimir@contoso.com · Salesforce').last();
    await explained.waitFor();
    assert.match(await explained.innerText(), /licence/);
  });

  it('reads which apps need somebody, worst first', async () => {
    await teams.say('which apps have problems?');

    const card = teams.cardWith(/Problems in \d+ of 21 provisioned apps/).last();
    await card.waitFor();
    const text = await card.innerText();
    assert.ok(text.indexOf('Zendesk') < text.indexOf('Expenses'), 'quarantine before single errors');
    await teams.picture('overview', card);
  });

  it('turns the page, and the card changes in place', async () => {
    await teams.say('give me an overview');
    const card = teams.cardWith('Page 1 of 3').last();
    await card.waitFor();

    await card.getByRole('button', { name: 'Next page' }).click();

    const second = teams.cardWith('Page 2 of 3').last();
    await second.waitFor();
    assert.equal(await teams.cardWith('Page 1 of 3').count(), 0);
    await teams.picture('overview-second-page', second);
  });

  it('goes from the list to one app', async () => {
    await teams.say('what is in quarantine?');
    const list = teams.cardWith('In quarantine: 3 of 21 provisioned apps').last();
    await list.waitFor();

    await list.getByRole('button', { name: 'How is CRM doing?' }).click();

    const card = teams.cardWith('Provisioning is in quarantine: the app rejects the stored credentials').last();
    await card.waitFor();
    assert.match(await card.innerText(), /Switched off/);
    await teams.picture('app-status-quarantine', card);
  });

  it('goes on to the credentials: what was said, since when, and what to renew where', async () => {
    const card = teams.cardWith('Provisioning is in quarantine: the app rejects the stored credentials').last();

    await card.getByRole('button', { name: 'About the credentials' }).click();

    const credentials = teams.cardWith('Where to renew').last();
    await credentials.waitFor();
    const text = await credentials.innerText();
    assert.match(text, /Refused — CRM · HubSpot/);
    assert.match(text, /were rejected/);
    assert.match(text, /CRM > Provisioning > Admin Credentials/);
    await teams.picture('credentials', credentials);
  });

  it('asks about credentials in words', async () => {
    await teams.say('can’t save the credentials of Slack');

    const card = teams.cardWith('What usual messages mean').last();
    await card.waitFor();
    assert.match(await card.innerText(), /empty list/);
  });

  it('is told that an app has no provisioning, and which apps have', async () => {
    await teams.say('is provisioning running for Adobe Creative Cloud?');

    const card = teams.cardWith('Apps that have provisioning').last();
    await card.waitFor();
    assert.ok((await card.getByRole('button', { name: /^Choose / }).count()) >= 5);
    await teams.picture('app-status-not-set-up', card);
  });
});
