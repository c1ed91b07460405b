import assert from 'node:assert/strict';
import type { Answered, ChoiceAnswer } from '../../src/answers/answer.ts';
import { print } from '../../src/terminal/print.ts';
import { word } from '../../src/words/word.ts';
import { jobJson, quarantinedJson } from '../support/job-json.ts';
import { samples } from '../support/sample-answers.ts';
import { anAppStatus, appSamples, cyclesWithTrouble } from '../support/sample-apps.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const plain = (_style: string, text: string) => text;

describe('answers about apps in a terminal', () => {
  for (const [name, answer] of Object.entries(appSamples)) {
    it(`are lines of text: ${name}`, () => {
      const worded = word(answer, reader);
      const text = print(worded, plain);

      assert.ok(text.startsWith(worded.headline) || text.includes(`\n${worded.headline}\n`));
      assert.doesNotMatch(text, /undefined|NaN|\[object|0001-01-01/);
    });
  }

  it('show the figures of the last cycle, who is in trouble, and the trend', () => {
    const text = print(word(anAppStatus([jobJson()], { cycles: cyclesWithTrouble() }), reader), plain);

    assert.match(text, /Created {2,}9 users, 0 groups/);
    assert.match(text, /Failed: no licence is free in Salesforce \(7 people, 6 of them new\)/);
    assert.match(text, /Ines Duarte \(new\), Amara Okafor \(new\), Chidi Eze \(new\), and 4 more/);
    assert.match(text, /Tue 17 Nov, 12:38 {2}7 failed, 1 left out, 12 written/);
  });
});

describe('a choice of questions in a terminal', () => {
  it('numbers the questions, so that one can be chosen by its number', () => {
    const text = print(word(samples['choice of questions'] as Answered, reader), plain);

    assert.match(
      text,
      /1\. Why isn't Alice Smith in Salesforce\?\n {2}2\. Which apps is Alice Smith set up in\?\n {2}3\. How is Salesforce doing\?\n/,
    );
  });

  it('is published as JSON with the questions in words and as they are asked', () => {
    const json = JSON.parse(JSON.stringify(word(samples['choice of questions'] as Answered, reader))) as {
      readonly of: string;
      readonly candidates: readonly unknown[];
    };

    assert.equal(json.of, 'question');
    assert.deepEqual(json.candidates[2], {
      type: 'question',
      id: '',
      name: 'How is Salesforce doing?',
      detail: '',
      question: (samples['choice of questions'] as { readonly answer: ChoiceAnswer }).answer.candidates[2]?.question,
    });
  });
});

describe('the status of an app as JSON', () => {
  it('has the parts that are published', () => {
    const worded = word(anAppStatus([quarantinedJson('TooManyDeletes')], { cycles: cyclesWithTrouble() }), reader);
    const json = JSON.parse(JSON.stringify(worded)) as Record<string, unknown>;

    assert.equal(json.kind, 'appStatus');
    assert.equal(json.state, 'quarantine');
    assert.deepEqual(Object.keys(json.lastCycle as object).toSorted(), [
      'beganAt',
      'endedAt',
      'entitled',
      'error',
      'escrowed',
      'exported',
      'id',
      'state',
    ]);
    const quarantine = json.quarantine as Record<string, unknown>;
    assert.deepEqual(
      [quarantine.reason, quarantine.since, quarantine.nextAttemptAt, quarantine.daysLeft],
      ['TooManyDeletes', '2026-11-12T06:40:00.000Z', '2026-11-18T03:10:00.000Z', 22],
    );
    const counts = json.counts as Record<string, unknown>;
    assert.deepEqual([counts.created, counts.failed, counts.expectedSkips, counts.atLeast], [9, 7, 31, false]);
    assert.ok('users' in counts && 'groups' in counts && 'entitled' in counts && 'exported' in counts);
    for (const part of ['app', 'headline', 'why', 'problems', 'trend', 'evidence', 'fix', 'links', 'cost'])
      assert.ok(part in json, part);
  });
});
