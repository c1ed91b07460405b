import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Context, Offered } from '../../src/questions/dialogue/context.ts';
import type { FollowUp } from '../../src/questions/dialogue/follow-up.ts';
import { pickFrom } from '../../src/questions/dialogue/pick.ts';
import type { Question } from '../../src/questions/question.ts';
import { appsOf, directoryOf, interpreted, reader } from '../support/reader.ts';

const apps = appsOf('Salesforce', 'Slack', 'Zoom', 'Box', 'ServiceNow');
const directory = directoryOf(['Alice Smith', 'Bob Jones', 'Carol Danvers', 'Noor Haddad']);

const noor = { id: 'id-of-noor', type: 'user' } as const;
const zoom = { id: 'id-of-zoom' };
const own = { user: noor.id, subject: noor.type };
const yesterday = { from: { day: 'yesterday' }, to: { day: 'yesterday' } };

const explained: Context = {
  question: { kind: 'explain', user: 'noor', app: 'Zoom' },
  subject: noor,
  app: zoom,
  outcome: 'skipped',
};
const status: Context = { question: { kind: 'appStatus', app: 'Zoom' }, app: zoom };
const problems: Context = { question: { kind: 'appProblems', app: 'Zoom', outcome: 'failed' }, app: zoom };
const changes: Context = { question: { kind: 'appChanges', app: 'Zoom', change: 'created' }, app: zoom };
const everywhere: Context = { question: { kind: 'userOverview', user: 'noor' }, subject: noor };
const tenant: Context = { question: { kind: 'overview', only: 'problems' } };
const noApp: Context = { question: { kind: 'explain', user: 'noor' }, missing: 'app' };

function inZoom(user: string): Question {
  return { kind: 'explain', user, app: 'Zoom' };
}

const offered: readonly Offered[] = [
  { name: 'Noor Haddad', detail: ['Sales', 'noor.haddad@contoso.com'], question: inZoom('one') },
  { name: 'Noor Hassan', detail: ['Finance', 'noor.hassan@contoso.com'], question: inZoom('two') },
  { name: 'Noor Hassan', detail: ['Logistics', 'noor.hassan2@contoso.com'], question: inZoom('three') },
];
const choice: Context = { question: inZoom('noor'), choices: offered };

function followUp(text: string, context: Context): FollowUp | undefined {
  const alone = interpreted(text, apps, directory) ?? assert.fail(text);
  return reader.followUp(alone.reading, alone, context);
}

type Case = readonly [behind: string, context: Context, text: string, question: Question | undefined];

function each(cases: readonly Case[]): void {
  for (const [behind, context, text, question] of cases)
    it(`behind ${behind}: “${text}”`, () => {
      assert.deepEqual(followUp(text, context)?.interpretation.question, question);
    });
}

describe('a follow-up about another', () => {
  each([
    ['an explanation', explained, 'and bob?', { kind: 'explain', user: 'bob', app: zoom.id }],
    ['an explanation', explained, 'what about Bob Jones?', { kind: 'explain', user: 'Bob Jones', app: zoom.id }],
    ['an explanation', explained, 'same for carol please', { kind: 'explain', user: 'carol', app: zoom.id }],
    [
      'an explanation',
      explained,
      'what about bob.jones@contoso.com',
      { kind: 'explain', user: 'bob.jones@contoso.com', app: zoom.id },
    ],
    ['an explanation', explained, 'and in Slack?', { kind: 'explain', ...own, app: 'Slack' }],
    ['an explanation', explained, 'slack?', { kind: 'explain', ...own, app: 'Slack' }],
    ['an explanation', explained, 'in Box', { kind: 'explain', ...own, app: 'Box' }],
    ['a question back', noApp, 'Slack', { kind: 'explain', user: 'noor', app: 'Slack' }],
    ['a question back', noApp, 'in Slack', { kind: 'explain', user: 'noor', app: 'Slack' }],
    ['a question back', noApp, 'restart provisioning please', undefined],
    ['a state', status, 'and Slack?', { kind: 'appStatus', app: 'Slack' }],
    ['problems', problems, 'and in Slack?', { kind: 'appProblems', app: 'Slack', outcome: 'failed' }],
    ['problems', problems, 'bob?', { kind: 'explain', user: 'bob', app: zoom.id }],
    ['a person everywhere', everywhere, 'and bob?', { kind: 'userOverview', user: 'bob' }],
    ['a person everywhere', everywhere, 'and in Zoom?', { kind: 'explain', ...own, app: 'Zoom' }],
    ['an overview', tenant, 'and Slack?', { kind: 'appStatus', app: 'Slack' }],
  ]);
});

describe('a follow-up about another time or outcome', () => {
  each([
    [
      'problems',
      problems,
      'and yesterday?',
      { kind: 'appProblems', app: zoom.id, outcome: 'failed', window: yesterday },
    ],
    [
      'problems',
      problems,
      'since Monday',
      { kind: 'appProblems', app: zoom.id, outcome: 'failed', window: { from: { day: 'monday' } } },
    ],
    ['problems', problems, 'and the skipped ones?', { kind: 'appProblems', app: zoom.id, outcome: 'skipped' }],
    ['changes', changes, 'and yesterday?', { kind: 'appChanges', app: zoom.id, change: 'created', window: yesterday }],
    ['a state', status, 'and yesterday?', { kind: 'appProblems', app: zoom.id, window: yesterday }],
  ]);
});

describe('a follow-up about the same', () => {
  each([
    ['an explanation', explained, 'since when?', explained.question],
    ['an explanation', explained, 'why?', explained.question],
    ['an explanation', explained, 'what should I do?', explained.question],
    ['an overview', tenant, 'next', { kind: 'overview', only: 'problems', page: 2 }],
    ['an overview', tenant, 'page 4', { kind: 'overview', only: 'problems', page: 4 }],
  ]);

  it('is read anew when it is asked again', () => {
    for (const text of ['check again', 'try again', 'is it fixed now?', 'and now?']) {
      const followed = followUp(text, explained);

      assert.deepEqual([followed?.interpretation.question, followed?.again], [explained.question, true], text);
    }
  });
});

describe('a follow-up about what surrounds the answer', () => {
  const skipped: Question = { kind: 'appProblems', app: zoom.id, outcome: 'skipped' };
  const elsewhere: Question = { kind: 'userOverview', ...own };
  each([
    ['an explanation', explained, 'who else?', skipped],
    ['an explanation', explained, 'anyone else?', skipped],
    ['an explanation', explained, 'who failed?', { kind: 'appProblems', app: zoom.id, outcome: 'failed' }],
    ['an explanation', explained, 'other apps?', elsewhere],
    ['an explanation', explained, 'in which other apps is she?', elsewhere],
    ['a state', status, 'which other apps does Carol have?', { kind: 'userOverview', user: 'Carol' }],
    ['an explanation', explained, 'where else is she provisioned?', elsewhere],
    ['an explanation', explained, 'how is the app itself doing?', { kind: 'appStatus', app: zoom.id }],
    ['an explanation', explained, 'is the app ok?', { kind: 'appStatus', app: zoom.id }],
  ]);
});

describe('a pronoun', () => {
  each([
    ['an explanation', explained, 'is she in Slack?', { kind: 'explain', ...own, app: 'Slack' }],
    ['an explanation', explained, 'watch it', { kind: 'watch', app: zoom.id }],
    ['a person everywhere', everywhere, 'why was she skipped in Slack?', { kind: 'explain', ...own, app: 'Slack' }],
    ['a state', status, 'mute it for 2 days', { kind: 'watch', app: zoom.id, muteMinutes: 2_880 }],
  ]);
});

describe('two who were talked about', () => {
  const two: Context = { ...explained, previous: 'id-of-bob' };
  const users = ['id-of-bob', noor.id];
  each([
    ['two explanations', two, 'both of them in Slack?', { kind: 'explainMany', users, app: 'Slack' }],
    ['two explanations', two, 'is it the same for the two?', { kind: 'explainMany', users, app: zoom.id }],
  ]);
});

describe('one of those that were offered', () => {
  const picked: Context = { ...choice, subject: { id: 'one', type: 'user' }, app: zoom };
  const elsewhere: Context = { ...picked, app: { id: 'id-of-slack' } };
  each([
    ['a choice that was made', picked, 'no, the one in Finance', { kind: 'explain', user: 'two', app: zoom.id }],
    [
      'a choice that was made, and another app',
      elsewhere,
      'and the logistics one?',
      { kind: 'explain', user: 'three', app: 'id-of-slack' },
    ],
    ['a choice', choice, '1', inZoom('one')],
    ['a choice', choice, '2', inZoom('two')],
    ['a choice', choice, 'the second one', inZoom('two')],
    ['a choice', choice, 'first', inZoom('one')],
    ['a choice', choice, 'the last one', inZoom('three')],
    ['a choice', choice, 'Noor Haddad', inZoom('one')],
    ['a choice', choice, 'finance', inZoom('two')],
    ['a choice', choice, 'the one in Logistics', inZoom('three')],
    ['a choice', choice, 'the one from sales', inZoom('one')],
    ['a choice', choice, 'noor.haddad@contoso.com', inZoom('one')],
  ]);

  it('is none where a text fits several, none, or more than were offered', () => {
    for (const text of ['Noor', 'hassan', 'marketing', '4', 'the seventh', 'thanks', '', '1 or 2'])
      assert.equal(pickFrom(text, offered), undefined, text);
    assert.equal(pickFrom('1', []), undefined);
  });

  it('is never one that was not offered, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const picked = pickFrom(text, offered);

        assert.ok(picked === undefined || offered.includes(picked));
      }),
    );
  });
});

describe('a question of its own behind an answer about somebody', () => {
  each([
    ['an explanation', explained, 'how is Salesforce doing?', undefined],
    ['an explanation', explained, 'is Slack in quarantine?', undefined],
    ['problems', problems, 'what is wrong with Carol Danvers?', undefined],
  ]);
});

describe('a text that stands by itself', () => {
  const all = { explained, status, problems, everywhere, tenant, choice };

  for (const text of [
    'thanks',
    'thank you!',
    'ok great thanks',
    'lol',
    'help',
    'why was bob skipped in Slack?',
    'what does EntryConflict mean?',
    'how often does provisioning run?',
    'what are you watching?',
  ])
    for (const [behind, context] of Object.entries(all))
      it(`is no follow-up: “${text}” behind ${behind}`, () => {
        const alone = interpreted(text, apps, directory)?.interpretations[0]?.question;
        const followed = followUp(text, context)?.interpretation.question;

        if (followed !== undefined) assert.deepEqual(followed, alone);
      });

  it('is one that is long', () => {
    assert.equal(followUp(`and bob? ${'That is what we were asked this morning. '.repeat(5)}`, explained), undefined);
  });

  it('never throws, whatever is said', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 60 })),
        fc.constantFrom(...Object.values(all)),
        (text, context) => {
          const alone = interpreted(text, apps, directory);
          if (alone) reader.followUp(alone.reading, alone, context);
        },
      ),
      { numRuns: 500 },
    );
  });
});
