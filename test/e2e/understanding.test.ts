import assert from 'node:assert/strict';
import { needsChromium, openTeamsPage, type TeamsPage } from '../support/teams-page.ts';
import { unsureText } from '../support/unsure.ts';

const ticket = `Number: INC0042317
Requested by: Bob Jones
Affected user: Alice Smith
Application: Salesforce
Short description: No account in Salesforce

Hi team, she still cannot sign in. Could you look into it?

Kind regards,
Bob Jones
IT Service Desk`;

describe('what people type and paste, in the look-alike of Teams', function () {
  this.timeout(60_000);
  let teams: TeamsPage;

  before(async function () {
    teams = await openTeamsPage(needsChromium(this), { cycleEverySeconds: 3600 });
  });

  after(async () => {
    await teams?.close();
  });

  it('offers whole questions where it is unsure, and a tap answers at once', async () => {
    await teams.say(unsureText());
    const card = teams.cardWith('Which of these do you mean?').last();
    await card.waitFor();
    await teams.picture('understanding-did-you-mean', card);
    const people = card.getByRole('button', { name: 'Who has problems in Zendesk?' });

    await people.click();

    await teams
      .cardWith(/\d+ people (failed|have a problem) in Zendesk/)
      .last()
      .waitFor();
    await teams.picture('understanding-did-you-mean-tapped');
  });

  it('answers a pasted ticket about the affected user, not about who wrote it', async () => {
    await teams.say(ticket);

    const card = teams.cardWith('Alice Smith · alice@contoso.com · Salesforce').last();
    await card.waitFor();
    assert.match(await card.innerText(), /The filter “Sales only” is not passed/);
    assert.equal(await teams.cardWith(/Bob Jones · .* · Salesforce/).count(), 0);
    await teams.picture('understanding-ticket');
  });

  it('answers about several people in one card, with a tap for each', async () => {
    await teams.say('alice smith and bob jones in Zoom');
    const card = teams.cardWith('None of these 2 needs attention in Zoom').last();
    await card.waitFor();
    await teams.picture('understanding-several', card);
    assert.equal(await card.getByRole('button', { name: /^Explain / }).count(), 2);

    await card.getByRole('button', { name: 'Explain Bob Jones' }).click();

    await teams
      .cardWith(/Bob Jones · .* · Zoom/)
      .last()
      .waitFor();
    assert.equal(await teams.cardWith('None of these 2 needs attention in Zoom').count(), 1, 'the list stays');
  });

  it('takes words for a tap where somebody is to be chosen', async () => {
    await teams.say('why is alice not in Zoom?');
    const card = teams.cardWith('Who is “alice”?').last();
    await card.waitFor();
    assert.match(await card.innerText(), /Alice Nguyen\n+alice\.nguyen@contoso\.com · Engineering/);

    await teams.say('the one in Engineering');

    await teams.cardWith('Alice Nguyen · alice.nguyen@contoso.com · Zoom').last().waitFor();
    await teams.picture('understanding-chosen-by-words');
  });

  it('takes an address for a tap, too', async () => {
    await teams.say('why is alice not in Zoom?');
    await teams.cardWith('Who is “alice”?').nth(1).waitFor();

    await teams.say('alice.smythe@contoso.com');

    await teams.cardWith('Alice Smythe · alice.smythe@contoso.com · Zoom').last().waitFor();
  });

  it('asks which notifications to stop where there are several, and stops the one that is tapped', async () => {
    await teams.say('watch Salesforce');
    await teams.cardWith('Watching Salesforce').last().waitFor();
    await teams.say('watch Slack');
    await teams.cardWith('Watching Slack').last().waitFor();

    await teams.say('stop');
    const card = teams.cardWith('Which notifications should I stop?').last();
    await card.waitFor();
    await teams.picture('understanding-stop', card);
    await card.getByRole('button', { name: 'Stop Slack' }).click();

    await teams.cardWith('Slack is no longer watched here').last().waitFor();
    await teams.picture('understanding-stopped');
  });

  it('changes nothing when told to delete an account, and still watches what it watched', async () => {
    await teams.say('Please delete my account and personal information');
    await teams.cardWith("That's not something I can help with").last().waitFor();
    await teams.picture('understanding-delete-my-account');

    await teams.say('what are you watching?');

    await teams.cardWith('This chat is told about Salesforce').last().waitFor();
  });
});
