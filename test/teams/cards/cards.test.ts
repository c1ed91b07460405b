import assert from 'node:assert/strict';
import type { Answered } from '../../../src/answers/answer.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { renderCard } from '../../../src/teams/cards/render.ts';
import { labelsFor } from '../../../src/words/languages.ts';
import { word } from '../../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../../support/answers.ts';
import { assertSound } from './house-rules.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

describe('cards of the sample tenant', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  const answers = new Map<string, Answered>();

  before(async () => {
    tenant = await askedTenant();
    for (const { id, user, app } of tenant.sandbox.tenant.scenarios) {
      answers.set(id, await tenant.ask(`why was "${user}" skipped in "${app}"?`));
    }
    for (const text of [
      'why was noah skipped in Slack?',
      'why was nobodyatall skipped in Slack?',
      'alice in Salesfarce',
      'what does EntryConflict mean?',
      'help',
      '',
    ]) {
      answers.set(text, await tenant.ask(text));
    }
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');
    answers.set('denied', await tenant.ask('why was alice@contoso.com skipped in Salesforce?'));
    await tenant.close();
    answers.set('unavailable', await tenant.ask('why was olivia@contoso.com skipped in Zoom?'));
  });

  it('come of every kind of answer that can be asked for here', () => {
    const kinds = new Set([...answers.values()].map(({ answer }) => answer.kind));
    for (const kind of [
      'explanation',
      'choice',
      'notFound',
      'meaning',
      'help',
      'denied',
      'unavailable',
      'notUnderstood',
    ]) {
      assert.ok(kinds.has(kind as Answered['answer']['kind']), kind);
    }
  });

  it('are valid, small, readable without the card, and have few buttons', () => {
    for (const [name, answered] of answers) assertSound(cardOf(answered), name);
  });

  it('put the verdict as a word and the reason on top', () => {
    const card = JSON.stringify(cardOf(answers.get('filter-case')));
    const body = JSON.stringify(cardOf(answers.get('filter-case')).body.slice(0, 2));

    assert.match(body, /Skipped/);
    assert.match(body, /Sales only/);
    assert.match(card, /Helpdesk/);
  });

  it('ask again about the one who was found, not about the name', () => {
    const { answer } = answers.get('filter-case') ?? {};
    assert.equal(answer?.kind, 'explanation');
    const again = cardOf(answers.get('filter-case')).actions?.find((action) => action.type === 'Action.Execute');

    assert.deepEqual(again?.data.question, {
      kind: 'explain',
      user: answer.subject.id,
      app: answer.app.id,
      subject: 'user',
    });
  });
});

function cardOf(answered: Answered | undefined): AdaptiveCard {
  assert.ok(answered);
  return renderCard(word(answered, reader), labelsFor(reader));
}
