import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answered } from '../../../src/answers/answer.ts';
import { coreCauses, furtherCauses } from '../../../src/diagnosis/causes.ts';
import { stepIds, type Verdict } from '../../../src/diagnosis/diagnosis.ts';
import type { Question } from '../../../src/questions/question.ts';
import { sizeOf } from '../../../src/teams/cards/budget.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { renderCard } from '../../../src/teams/cards/render.ts';
import { labelsFor } from '../../../src/words/languages.ts';
import { word } from '../../../src/words/word.ts';
import { hostile, traps, withTexts } from '../../support/hostile.ts';
import { aDiagnosis, anExplanation, samples } from '../../support/sample-answers.ts';
import { assertDead } from './dead.ts';
import { assertSound, partsOf } from './house-rules.ts';
import { createRenderer } from './rendered.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const verdicts: readonly Verdict[] = [
  'provisioned',
  'deprovisioned',
  'skipped',
  'failed',
  'pending',
  'notProvisioned',
  'unknown',
];
const render = createRenderer();

describe('the rules for cards', function () {
  this.timeout(60_000);

  it('hold for every cause under every verdict, expected or not', () => {
    for (const cause of [...coreCauses, ...furtherCauses]) {
      for (const verdict of verdicts) {
        for (const expected of [false, true]) {
          const answer = anExplanation(
            aDiagnosis({ cause, verdict, expected, fix: [{ step: 'nothing-to-do', owner: 'helpdesk' }] }),
          );
          assertSound(cardOf(answer), `${cause}, ${verdict}`);
        }
      }
    }
  });

  it('hold for every step of a fix', () => {
    for (const step of stepIds)
      assertSound(cardOf(anExplanation(aDiagnosis({ fix: [{ step, owner: 'helpdesk' }] }))), step);
  });

  for (const [name, answer] of Object.entries(samples)) {
    it(`hold for the card of "${name}", whatever text stands in it`, () => {
      assertSound(cardOf(answer), name);
      for (const text of traps) assertDead(withTexts(answer, text), `${name}: ${JSON.stringify(text.slice(0, 40))}`);
    });
  }

  it('hold for any text at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(samples)), hostile(), (answer, text) => {
        assertDead(withTexts(answer, text), JSON.stringify(text.slice(0, 60)));
      }),
      { numRuns: 400 },
    );
  });

  it('keep a card small by shortening what is folded away first, and saying so', () => {
    const proof = Array.from({ length: 60 }, (_, index) => ({
      source: 'log' as const,
      what: 'step' as const,
      step: 'EntrySynchronizationSkip',
      status: 'skipped',
      text: 'because '.repeat(40),
      details: {},
      at: '2026-11-17T08:12:44Z',
      ref: `entry-${index}`,
    }));

    const card = cardOf(anExplanation(aDiagnosis({ cause: 'not-assigned', proof })));

    assertSound(card, 'many facts');
    assert.match(render(card).text, /… shortened/);
    assert.match(
      render(card).text,
      /Alice Smith was not assigned to Salesforce|Alice Smith has no assignment to Salesforce/,
    );
  });

  it('keep any number of candidates within the budget', () => {
    const { answer } = sample('choice of many');
    assert.equal(answer.kind, 'choice');
    const candidates = Array.from({ length: 200 }, () => answer.candidates).flat();

    const card = cardOf({ ...sample('choice of many'), answer: { ...answer, candidates, total: candidates.length } });

    assertSound(card, `${sizeOf(card)} bytes`);
  });
});

describe('the card of an answer', () => {
  it('has the reason as its heading, and the verdict, the person and the app as words above it', () => {
    const { headings, text } = render(cardOf(sample('scoping filter')));

    assert.equal(headings[0]?.trim(), 'The filter “Sales only” is not passed');
    assert.match(text, /^Skipped — Alice Smith · alice@contoso\.com · Salesforce/);
  });

  it('says who does each step, where to click and what to expect', () => {
    const { text } = render(cardOf(sample('scoping filter')));

    assert.match(text, /Helpdesk · Entra ID > Users > Alice Smith > Edit properties/);
    assert.match(text, /Entra admin · Entra ID > Enterprise apps > Salesforce > Provisioning > Mappings/);
    assert.match(text, /Saving starts a new initial cycle/);
  });

  it('says plainly that there is nothing to fix, and does not number it', () => {
    const card = cardOf(sample('not assigned, as expected'));

    assert.match(render(card).text, /^Skipped, as expected/);
    assert.match(render(card).text, /Nothing to fix: nothing shows that Alice Smith was meant to be in Salesforce/);
    assert.ok(!runsOf(card).includes('2'), 'one step to number');
  });

  it('sets then and now apart only where they differ', () => {
    const boxed = (name: string) =>
      cardOf(sample(name)).body.some(
        (part) =>
          part.type === 'Container' &&
          part.style === 'emphasis' &&
          part.id === undefined &&
          part.selectAction === undefined,
      );

    assert.equal(boxed('mended since'), true);
    assert.equal(boxed('scoping filter'), false);
  });

  it('folds the proof and the text for the ticket, and unfolds them by a button', () => {
    const card = cardOf(sample('scoping filter'));
    const folded = card.body.flatMap((part) =>
      part.type === 'Container' && part.isVisible === false ? [part.id] : [],
    );
    const toggled = (card.actions ?? []).flatMap((action) =>
      action.type === 'Action.ToggleVisibility' ? action.targetElements : [],
    );

    assert.deepEqual(folded, ['proof', 'ticket']);
    assert.deepEqual(toggled, folded);
  });

  it('names the log entry, the step and the local time in the proof', () => {
    const { text } = render(cardOf(sample('scoping filter')));

    assert.match(text, /Log · Tue 17 Nov, 08:12 · 7c8f6a2e-41d0-4c55-9a5e-0b1f9d2c6a10/);
    assert.match(text, /department EQUALS 'Sales' is false/);
    assert.match(text, /EntrySynchronizationScoping/);
  });

  it('checks again the very person and app that it is about', () => {
    const [again] = cardOf(sample('scoping filter')).actions ?? [];

    assert.equal(again?.type, 'Action.Execute');
    assert.deepEqual(again.data, {
      verb: 'checkAgain',
      v: 1,
      question: {
        kind: 'explain',
        user: '9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c2e88',
        app: '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40',
        subject: 'user',
      },
    });
  });

  it('keeps what there is to read in the overflow menu', () => {
    const links = (cardOf(sample('scoping filter')).actions ?? []).filter((action) => action.type === 'Action.OpenUrl');

    assert.deepEqual(
      links.map(({ title, mode }) => [title, mode]),
      [
        ['Open in Entra', undefined],
        ['Microsoft’s documentation', 'secondary'],
        ['Setup tutorial of Salesforce', 'secondary'],
      ],
    );
  });
});

describe('the card of a choice', () => {
  it('answers a tap on a candidate with that candidate’s question, and tells candidates apart', () => {
    const card = cardOf(sample('choice'));
    const rows = card.body.flatMap((part) =>
      part.type === 'Container' && part.selectAction ? [part.selectAction] : [],
    );

    assert.deepEqual(
      rows.map(({ verb, data }) => [verb, data.question]),
      [
        ['choose', { kind: 'explain', user: 'alice@contoso.com', app: 'Salesforce' }],
        ['choose', { kind: 'explain', user: 'alice.brown@contoso.com', app: 'Salesforce' }],
        ['choose', { kind: 'explain', user: 'alice.tran@contoso.com', app: 'Salesforce' }],
      ],
    );
    assert.match(render(card).text, /alice\.brown@contoso\.com · Finance · Controller/);
  });

  it('asks a question by a tap on it, and says which answer that corrects', () => {
    const card = cardOf(sample('choice of questions'));
    const taps = card.body.flatMap((part) =>
      part.type === 'Container' && part.selectAction ? [part.selectAction] : [],
    );

    assert.deepEqual(
      taps.map(({ title, data }) => [title, (data.question as Question).kind, data.of]),
      [
        ["Why isn't Alice Smith in Salesforce?", 'explain', '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11'],
        ['Which apps is Alice Smith set up in?', 'userOverview', '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11'],
        ['How is Salesforce doing?', 'appStatus', '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11'],
      ],
    );
    assert.match(render(card).text, /Which of these do you mean\?/);
  });

  it('is a list where there are many', () => {
    const tinted = (name: string) =>
      cardOf(sample(name)).body.filter((part) => part.type === 'Container' && part.style === 'emphasis').length;

    assert.equal(tinted('choice'), 3);
    assert.equal(tinted('choice of many'), 0);
  });
});

describe('the cards without an answer', () => {
  it('offer examples to tap when the question was not understood', () => {
    const asks = partsOf(cardOf(sample('not understood'))).filter(({ verb }) => verb === 'ask');

    assert.ok(asks.length >= 3);
  });

  it('offer to try again, with the reference for the operator', () => {
    const card = cardOf(sample('unavailable'));

    assert.deepEqual(
      card.actions?.map(({ title }) => title),
      ['Try again'],
    );
    assert.match(render(card).text, /5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11/);
  });

  it('do not carry a pasted page in a button', () => {
    const question = { kind: 'meaning', text: 'x'.repeat(20_000) } as const;

    const card = cardOf({
      ...sample('unavailable'),
      answer: { kind: 'unavailable', question, because: 'internal', correlationId: 'c' },
    });

    assert.deepEqual(card.actions, []);
    assertSound(card, 'a pasted page');
  });
});

function cardOf(answer: Answered): AdaptiveCard {
  return renderCard(word(answer, reader), labelsFor(reader));
}

function sample(name: keyof typeof samples): Answered {
  const found = samples[name];
  assert.ok(found, name);
  return found;
}

function runsOf(card: AdaptiveCard): string[] {
  return partsOf(card).flatMap(({ type, text }) => (type === 'TextRun' ? [String(text)] : []));
}
