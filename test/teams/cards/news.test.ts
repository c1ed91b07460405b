import assert from 'node:assert/strict';
import type { Execute } from '../../../src/teams/cards/elements.ts';
import { renderCard } from '../../../src/teams/cards/render.ts';
import { readTap } from '../../../src/teams/payload.ts';
import { compose } from '../../../src/watch/compose.ts';
import { labelsFor } from '../../../src/words/languages.ts';
import { word } from '../../../src/words/word.ts';
import { aCycle, aMessage, anEndedRun, aProblem, aSummary, newsSamples, somebody } from '../../support/sample-news.ts';
import { aSubscription, aWatching, watchingSamples } from '../../support/sample-watching.ts';
import { assertSound, partsOf } from './house-rules.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

function cardOf(answered: (typeof newsSamples)[string]) {
  return renderCard(word(answered, reader), labelsFor(reader));
}

function buttonsOf(answered: (typeof newsSamples)[string]): readonly Execute[] {
  return partsOf(cardOf(answered)).filter(({ type }) => type === 'Action.Execute') as unknown as Execute[];
}

describe('the cards of news', () => {
  for (const [name, answered] of Object.entries({ ...newsSamples, ...watchingSamples })) {
    it(`carry in their buttons what is let in again: ${name}`, () => {
      for (const { data, title } of buttonsOf(answered)) {
        const tap = readTap(data);

        assert.ok(tap, title);
        assert.deepEqual(tap.asked, 'question' in data ? { question: data.question } : { text: data.text }, title);
      }
    });
  }

  for (const [name, answered] of Object.entries(newsSamples)) {
    it(`stay where they are when a button is pressed: ${name}`, () => {
      const buttons = buttonsOf(answered);

      assert.ok(buttons.length >= 3);
      assert.deepEqual(
        buttons.filter(({ data }) => readTap(data)?.apart !== true).map(({ title }) => title),
        [],
      );
    });
  }

  it('name every subscription, also where there are more than a card can change', () => {
    const subscriptions = Array.from({ length: 60 }, (_, index) =>
      aSubscription({ id: `s-${index}`, app: { id: `app-${index}`, name: `Line of business ${index}` } }),
    );
    const paused = aSubscription({ id: 'p', state: { is: 'paused', reason: 'blocked', at: '2026-11-17T09:00:00Z' } });

    const card = cardOf(aWatching({ subscriptions: [...subscriptions, paused] }));

    assertSound(card, 'sixty subscriptions');
    const shown = JSON.stringify(card.body);
    for (const { app } of subscriptions) assert.ok(shown.includes(app?.name ?? '?'), app?.name);
    assert.match(shown, /And 54 more apps/);
    assert.match(shown, /Skipper is blocked in this chat/, 'what cannot be delivered stands first');
  });

  it('say how many causes there are beyond those that they show', () => {
    const causes = [
      'license-limit',
      'value-conflict',
      'insufficient-rights',
      'app-throttling',
      'invalid-domain',
      'scim-incompatible',
    ] as const;
    const summary = aSummary({ problems: causes.map((cause) => aProblem([somebody(cause)], { cause })) });
    const message = aMessage({ changes: [aCycle(anEndedRun())], summary });

    const card = cardOf(
      compose(
        { messages: [message], subscription: aSubscription(), digest: false, past: [] },
        new Date(message.noticedAt),
      ),
    );

    assert.match(JSON.stringify(card.body), /And 2 more causes/);
  });
});
