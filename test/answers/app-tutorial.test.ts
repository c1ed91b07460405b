import assert from 'node:assert/strict';
import { appTutorialTopic, type Question } from '../../src/questions/question.ts';
import { renderCard } from '../../src/teams/cards/render.ts';
import { labelsFor } from '../../src/words/languages.ts';
import { word } from '../../src/words/word.ts';
import type { Worded, WordedTopic } from '../../src/words/worded.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';
import { assertSound } from '../teams/cards/house-rules.ts';

const reader = { locale: 'en-US', timeZone: 'UTC' };
const tutorialOf = (slug: string) => `https://learn.microsoft.com/entra/identity/saas-apps/${slug}`;

describe('how an app is set up', function () {
  this.timeout(30_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  const ask = async (question: Question): Promise<Worded> => word(await tenant.ask(question), reader);
  const setup = async (app: string): Promise<WordedTopic> => {
    const told = await ask({ kind: 'topic', topic: appTutorialTopic, app });
    assert.equal(told.kind, 'topic', told.headline);
    assertSound(renderCard(told, labelsFor(reader)), app);
    return told;
  };

  it('is in its tutorial, with what every app needs said at once', async () => {
    const { topic, app, headline, text, links } = await setup('Slack');

    assert.equal(topic, 'app-tutorial');
    assert.equal(app?.name, 'Slack');
    assert.equal(headline, 'How to set up provisioning to Slack');
    for (const needed of [/tenant URL/, /secret token/, /OAuth/, /matching attribute/, /assign/, /start provisioning/])
      assert.match(text, needed);
    assert.deepEqual(links[0], { title: 'Setup tutorial for Slack', url: tutorialOf('slack-provisioning-tutorial') });
  });

  it('is answered without Graph where the name is in the list, whether the tenant has the app or not', async () => {
    for (const name of ['Slack', 'slack (prod)', '15Five', 'Asana']) {
      const { cost, links } = await setup(name);
      assert.equal(cost.graphRequests, 0, name);
      assert.match(links[0]?.url ?? '', /-tutorial$/, name);
    }
  });

  it('is found by the gallery name, where the tenant calls the app otherwise', async () => {
    const { app, links } = await setup('IT Service Portal');

    assert.equal(app?.name, 'IT Service Portal');
    assert.ok(app.id);
    assert.equal(links[0]?.url, tutorialOf('servicenow-provisioning-tutorial'));
  });

  it('is not known for a custom app: then it says how a SCIM endpoint is built', async () => {
    const { headline, text, links } = await setup('Contoso People Finder');

    assert.equal(headline, "I don't know a setup tutorial for Contoso People Finder");
    assert.match(text, /SCIM 2\.0/);
    assert.match(links[0]?.url ?? '', /use-scim-to-provision-users-and-groups$/);
    assert.ok(!links.some(({ url }) => url.includes('people-finder')));
  });

  it('is not known for a name that nobody has: that is no reason to ask for another one', async () => {
    const { headline, app } = await setup('Frobnicator 3000');

    assert.match(headline, /^I don't know a setup tutorial/);
    assert.deepEqual(app, { id: undefined, name: 'Frobnicator 3000' });
  });

  it('is a choice where tutorials share a name, and a tap on one leads to it', async () => {
    for (const app of ['SuccessFactors', 'Workday']) {
      const told = await ask({ kind: 'topic', topic: appTutorialTopic, app });
      assert.equal(told.kind, 'choice', told.headline);
      assert.ok(told.candidates.length > 1);
      for (const { question } of told.candidates) assert.equal((await ask(question)).kind, 'topic');
    }
  });

  it('is found for a short form and for a slip of the finger', async () => {
    for (const name of ['SFDC', 'Salesfarce'])
      assert.equal((await setup(name)).links[0]?.url, tutorialOf('salesforce-provisioning-tutorial'), name);
    assert.equal((await setup('Contoso Peple Finder')).app?.name, 'Contoso People Finder');
  });

  it('asks which app, where none was named', async () => {
    const told = await ask({ kind: 'topic', topic: appTutorialTopic });

    assert.equal(told.kind, 'notUnderstood');
    assert.match(told.headline, /app/i);
  });

  it('leaves other topics as they are, whatever app is named with them', async () => {
    const told = await ask({ kind: 'topic', topic: 'how-often', app: 'Slack' });

    assert.equal(told.kind, 'topic');
    assert.equal(told.app, undefined);
  });
});
