import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Manner, readFollowUp, type Told } from '../../src/questions/follow-up.ts';
import { understand } from '../../src/questions/understand.ts';

const noor = { id: 'id-of-noor', type: 'user', name: 'Noor Haddad' } as const;
const zoom = { id: 'id-of-zoom', name: 'Zoom' };

const explained: Told = {
  question: { kind: 'explain', user: 'noor', app: 'Zoom' },
  subject: noor,
  app: zoom,
  outcome: 'skipped',
};
const status: Told = { question: { kind: 'appStatus', app: 'Zoom' }, app: zoom };
const problems: Told = { question: { kind: 'appProblems', app: 'Zoom', outcome: 'failed' }, app: zoom };
const everywhere: Told = { question: { kind: 'userOverview', user: 'noor' }, subject: noor };
const tenant: Told = { question: { kind: 'overview', only: 'problems' } };
const openApp: Told = { question: { kind: 'explain', user: 'noor' }, missing: 'app' };
const choice: Told = {
  question: { kind: 'explain', user: 'noor', app: 'Zoom' },
  choices: [
    { name: 'Noor Haddad', question: { kind: 'explain', user: 'a', app: 'Zoom' } },
    { name: 'Noor Hassan', question: { kind: 'explain', user: 'b', app: 'Zoom' } },
  ],
};
const own = { user: noor.id, subject: 'user' };
const yesterday = { from: { day: 'yesterday' }, to: { day: 'yesterday' } };

function read(text: string, told: Told, manner: Manner = 'loose'): unknown {
  return readFollowUp(text, told, manner)?.readings[0];
}

/** What a text means behind an answer; `undefined`: nothing, or only itself. */
const meanings: readonly (readonly [behind: string, told: Told, text: string, question: object | undefined])[] = [
  ['an explanation', explained, 'and bob?', { kind: 'explain', user: 'bob', app: 'Zoom' }],
  ['an explanation', explained, 'ok thanks, and Bob Miller?', { kind: 'explain', user: 'Bob Miller', app: 'Zoom' }],
  [
    'an explanation',
    explained,
    'what about bob@fabrikam.com',
    { kind: 'explain', user: 'bob@fabrikam.com', app: 'Zoom' },
  ],
  [
    'an explanation',
    explained,
    'what about the Sales group?',
    { kind: 'explain', user: 'Sales', subject: 'group', app: 'Zoom' },
  ],
  ['an explanation', explained, 'and in Slack?', { kind: 'explain', ...own, app: 'Slack' }],
  ['an explanation', explained, 'slack?', { kind: 'explain', ...own, app: 'slack' }],
  ['an explanation', explained, 'in Box', { kind: 'explain', ...own, app: 'Box' }],
  ['an explanation', explained, 'since when?', explained.question],
  ['an explanation', explained, 'why?', explained.question],
  ['an explanation', explained, 'what should I do?', explained.question],
  ['an explanation', explained, 'who else?', { kind: 'appProblems', app: 'Zoom', outcome: 'skipped' }],
  ['an explanation', explained, 'show me the others', { kind: 'appProblems', app: 'Zoom', outcome: 'skipped' }],
  ['an explanation', explained, 'who failed?', { kind: 'appProblems', app: 'Zoom', outcome: 'failed' }],
  ['an explanation', explained, 'is she in Slack?', { kind: 'explain', ...own, app: 'Slack' }],
  ['an explanation', explained, 'where is she provisioned?', { kind: 'userOverview', ...own }],
  ['an explanation', explained, 'is it in quarantine?', { kind: 'appStatus', app: 'Zoom' }],
  ['an explanation', explained, 'watch it', { kind: 'watch', app: 'Zoom' }],
  ['an explanation', explained, 'test the connection', { kind: 'credentials', app: 'Zoom', test: true }],
  ['a state', status, 'and Slack?', { kind: 'appStatus', app: 'Slack' }],
  ['a state', status, 'why?', { kind: 'appProblems', app: 'Zoom' }],
  ['a state', status, 'who?', { kind: 'appProblems', app: 'Zoom' }],
  ['a state', status, 'and yesterday?', { kind: 'appProblems', app: 'Zoom', window: yesterday }],
  ['problems', problems, 'and yesterday?', { ...problems.question, window: yesterday }],
  ['problems', problems, 'and the skipped ones?', { kind: 'appProblems', app: 'Zoom', outcome: 'skipped' }],
  ['problems', problems, 'and in Slack?', { ...problems.question, app: 'Slack' }],
  ['problems', problems, 'what about noor@fabrikam.com?', { kind: 'explain', user: 'noor@fabrikam.com', app: 'Zoom' }],
  ['a person everywhere', everywhere, 'and bob?', { kind: 'userOverview', user: 'bob' }],
  ['a person everywhere', everywhere, 'why in Zoom?', undefined],
  ['a person everywhere', everywhere, 'and in Zoom?', { kind: 'explain', ...own, app: 'Zoom' }],
  ['an overview', tenant, 'next', { kind: 'overview', only: 'problems', page: 2 }],
  ['an overview', tenant, 'page 4', { kind: 'overview', only: 'problems', page: 4 }],
  ['an overview', tenant, 'show me the others', { kind: 'overview' }],
  ['an overview', tenant, 'and Slack?', { kind: 'appStatus', app: 'Slack' }],
  ['a question back', openApp, 'Slack', { kind: 'explain', user: 'noor', app: 'Slack' }],
  ['a question back', openApp, 'in field desk', { kind: 'explain', user: 'noor', app: 'field desk' }],
  ['a choice', choice, 'the second one', { kind: 'explain', user: 'b', app: 'Zoom' }],
  ['a choice', choice, '1', { kind: 'explain', user: 'a', app: 'Zoom' }],
  ['a choice', choice, 'Noor Hassan', { kind: 'explain', user: 'b', app: 'Zoom' }],
];

const whole = [
  'why was bob skipped in Slack?',
  'how is Slack doing?',
  'and why was bob skipped in Slack?',
  'what does EntryConflict mean?',
  'which apps have problems?',
  'how often does provisioning run?',
  'who failed in Slack yesterday?',
  'where is bob provisioned?',
  'watch Slack',
  'stop',
  'help',
  'what are you watching?',
];

describe('a follow-up', () => {
  for (const [behind, told, text, question] of meanings)
    it(`behind ${behind}: “${text}”`, () => assert.deepEqual(read(text, told), question));

  it('is no text that stands by itself, whatever was told before', () => {
    for (const text of whole) {
      assert.ok(understand(text).understood, text);
      for (const told of [explained, status, problems, everywhere, tenant, choice])
        assert.equal(read(text, told), undefined, text);
    }
  });

  it('is no chatter', () => {
    for (const text of ['thanks', 'lol', 'ok', 'great, that helped', 'no worries', '👍', 'asdf qwer', 'tell me a joke'])
      for (const told of [explained, status, tenant]) assert.equal(read(text, told), undefined, text);
  });

  it('asks for what is new when the same is asked again', () => {
    for (const text of ['check again', 'is it fixed now?', 'and now?', 'any change?', 'retry please']) {
      const followed = readFollowUp(text, explained, 'loose');

      assert.deepEqual(followed, { readings: [explained.question], again: true }, text);
    }
  });

  it('offers both readings of a name that can be an app or a person', () => {
    const followed = readFollowUp('and Zephyr?', status, 'loose');

    assert.deepEqual(followed?.readings, [
      { kind: 'appStatus', app: 'Zephyr' },
      { kind: 'explain', user: 'Zephyr', app: 'Zoom' },
    ]);
  });

  it('is only taken where it is plain, in lines that need not belong together', () => {
    for (const text of ['and bob?', 'what about Slack', 'why?', 'who else?', 'check again'])
      assert.ok(read(text, explained, 'strict'), text);
    for (const text of ['bob?', 'Slack', 'why was she skipped in Slack?', 'who failed?', 'test the connection', 'Bob'])
      assert.equal(read(text, explained, 'strict'), undefined, text);
  });

  it('never throws, and is quick, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(explained, status, tenant, choice),
        (text, told) => {
          read(text, told);
        },
      ),
      { numRuns: 500 },
    );
  });
});
