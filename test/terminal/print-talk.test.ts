import assert from 'node:assert/strict';
import { print } from '../../src/terminal/print.ts';
import { word } from '../../src/words/word.ts';
import { answered } from '../support/sample-answers.ts';
import { anOrder, talkSamples } from '../support/sample-talk.ts';

const reader = { locale: 'en-US', timeZone: 'UTC' };
const plain = (_style: string, text: string) => text;

describe('small talk and orders in a terminal', () => {
  for (const [name, answer] of Object.entries(talkSamples(answered))) {
    it(`are lines of text: ${name}`, () => {
      const worded = word(answer, reader);
      const text = print(worded, plain);

      assert.ok(text.startsWith(worded.headline));
      assert.doesNotMatch(text, /undefined|\[object/);
    });
  }

  it('say who does it, where to click, the page and what else to ask', () => {
    const text = print(word(answered(anOrder({ of: 'assign', user: 'bob', app: 'Slack' })), reader), plain);

    assert.match(text, /\(Entra admin\)/);
    assert.match(text, /Enterprise apps > Slack > Users and groups/);
    assert.match(text, /https:\/\/entra\.microsoft\.com\/#view/);
    assert.match(text, /Try\n {2}Find out why bob isn't in Slack/);
  });
});

describe('an order as JSON', () => {
  it('has the parts that are published', () => {
    const worded = word(answered(anOrder({ of: 'restart', app: 'Slack' })), reader);
    const json = JSON.parse(JSON.stringify(worded)) as Record<string, unknown>;

    assert.equal(json.kind, 'notMine');
    assert.equal(json.of, 'restart');
    assert.deepEqual(json.question, { kind: 'notMine', of: 'restart', app: 'Slack' });
    for (const part of ['headline', 'text', 'fix', 'links', 'actions', 'examples', 'cost'])
      assert.ok(part in json, part);
    const [step] = json.fix as Record<string, unknown>[];
    for (const part of ['owner', 'ownerName', 'text', 'path', 'link']) assert.ok(step && part in step, part);
  });
});
