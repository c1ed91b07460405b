import assert from 'node:assert/strict';
import { mostBytes, sizeOf } from '../../src/teams/cards/budget.ts';
import type { Execute } from '../../src/teams/cards/elements.ts';
import { renderCard } from '../../src/teams/cards/render.ts';
import { readTap } from '../../src/teams/payload.ts';
import { print } from '../../src/terminal/print.ts';
import { labelsFor } from '../../src/words/languages.ts';
import { word } from '../../src/words/word.ts';
import type { Worded } from '../../src/words/worded.ts';
import { samples } from '../support/sample-answers.ts';
import { partsOf } from '../teams/cards/house-rules.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

function said<Kind extends Worded['kind']>(name: string, kind: Kind): Extract<Worded, { kind: Kind }> {
  const sample = samples[name];
  assert.ok(sample, name);
  const worded = word(sample, reader);
  assert.equal(worded.kind, kind);
  return worded as Extract<Worded, { kind: Kind }>;
}

function taps(worded: Worded): readonly Execute[] {
  const card = renderCard(worded, labelsFor(reader));
  return partsOf(card).filter(({ type }) => type === 'Action.Execute') as unknown as Execute[];
}

describe('several people in one answer', () => {
  const several = said('several people in an app', 'explanations');

  it('begin with how many need attention, and count the rest by how it ended for them', () => {
    assert.equal(several.headline, '2 of 7 need attention in Slack');
    assert.equal(
      several.why,
      'Failed: 1 · Skipped: 1 · Provisioned: 1 · Skipped, as expected: 1 · Which one?: 1 · Not found: 1 · No answer: 1.',
    );
    const fine = said('several people in an app, nothing to do', 'explanations');
    assert.equal(fine.headline, 'None of these 2 needs attention in Slack');
  });

  it('have a line each, with the verdict as a word and the reason', () => {
    assert.deepEqual(
      several.people.map(({ verdictName, reason }) => `${verdictName}: ${reason}`),
      [
        'Failed: another account in Slack already holds the same value',
        'Skipped: the filter “Sales only” is not passed',
        'Provisioned: last updated on Tue 17 Nov, 08:12',
        'Skipped, as expected: not assigned to Slack',
        'Which one?: 2 people or groups have this name',
        'Not found: the closest matches are Rupert Stone',
        'No answer: Microsoft Graph is busy, try again in a moment',
      ].map((line, index) => (index === 2 ? `Provisioned: ${several.people[2]?.reason}` : line)),
    );
  });

  it('lead by a tap to the answer about each alone, and are asked again as those who were found', () => {
    const asked = taps(several).flatMap(({ data }) => readTap(data)?.asked ?? []);
    const questions = asked.flatMap((one) => ('question' in one ? [one.question] : []));

    assert.equal(questions.length, taps(several).length);
    const explains = questions.filter(({ kind }) => kind === 'explain');
    assert.deepEqual(
      explains,
      several.people.map(({ question }) => question),
    );
    const again = questions.find(({ kind }) => kind === 'explainMany');
    assert.ok(again?.kind === 'explainMany');
    const [olivia] = several.people;
    assert.equal(again.users[0], olivia?.kind === 'explanation' && olivia.subject.id);
    assert.equal(again.users[4], 'Noah');
  });

  it('fit on one card, twenty of them', () => {
    const answered = samples['several people in an app'];
    assert.ok(answered?.answer.kind === 'explanations');
    const [first] = answered.answer.people;
    assert.ok(first?.answer.kind === 'explanation');
    const { answer } = first;
    const people = Array.from({ length: 20 }, (_, index) => ({
      text: `person${index}@contoso.com`,
      answer: { ...answer, subject: { ...answer.subject, name: `Person Number ${index} of Many` } },
    }));

    const card = renderCard(word({ ...answered, answer: { ...answered.answer, people } }, reader), labelsFor(reader));

    const shown = JSON.stringify(card);
    assert.ok(sizeOf(card) <= mostBytes);
    for (const { answer: one } of people) assert.ok(shown.includes(one.subject.name));
  });

  it('are lines of text in a terminal', () => {
    const lines = print(several, (_style, text) => text).split('\n');

    assert.ok(
      lines.includes('  Gordon Pike · gordon.pike@contoso.com: Skipped, the filter “Sales only” is not passed'),
    );
    assert.ok(lines.includes('  Rupt Stone: Not found, the closest matches are Rupert Stone'));
  });
});

describe('changes of an app in words', () => {
  it('are counts first, and then the newest people with what was done to them', () => {
    const changes = said('changes of an app', 'appChanges');

    assert.equal(changes.headline, '12 created, 431 updated and 3 disabled in Slack');
    assert.deepEqual(
      changes.facts.map(({ name, text }) => `${name} ${text}`),
      ['Created 12', 'Updated 431', 'Disabled 3'],
    );
    assert.equal(changes.people[0]?.changeName, 'Created');
    const card = JSON.stringify(renderCard(changes, labelsFor(reader)));
    assert.match(card, /Created · olivia\.hart@contoso\.com/);
    assert.match(card, /and 436 more/);
  });

  it('of one kind say what else happened, and what could not be read', () => {
    const changes = said('changes of an app, of one kind and in part', 'appChanges');

    assert.equal(changes.headline, '3 disabled in Slack');
    assert.match(changes.why, /^In the same time: 12 created and 431 updated\./);
    assert.match(changes.notes.join(' '), /This covers the time since Mon 16 Nov, 03:12/);
  });

  it('that are none say so, and that the job could not be read', () => {
    const changes = said('no changes of an app', 'appChanges');

    assert.equal(changes.headline, 'No one was changed in Slack');
    assert.match(changes.notes.join(' '), /the provisioning job/);
  });
});

describe('problems with one code in words', () => {
  it('say what the others have, by cause, with a button that asks about all', () => {
    const none = said('problems of an app, none with the code', 'appProblems');

    assert.equal(none.headline, 'Nobody failed in Slack with HTTP 429');
    assert.match(none.why, /^229 people have a problem with a different code \(.+: 224; .+; 1 more causes?\)\./);
    const asked = taps(none).flatMap(({ data }) => readTap(data)?.asked ?? []);
    assert.ok(
      asked.some((one) => 'question' in one && one.question.kind === 'appProblems' && one.question.code === undefined),
    );
  });
});
