import assert from 'node:assert/strict';
import type { Question, TimeWindow } from '../../../src/questions/question.ts';
import { askedAs } from '../../../src/words/en/asked-as.ts';
import { during } from '../../../src/words/en/window.ts';

const id = '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40';
const names = { user: 'Alice Smith', app: 'Salesforce' };

describe('a question in words', () => {
  const rows: readonly (readonly [question: Question, asked: string])[] = [
    [{ kind: 'explain', user: id, app: id }, "Why isn't Alice Smith in Salesforce?"],
    [{ kind: 'explain', user: id, subject: 'group', app: id }, "Why isn't the group Alice Smith in Salesforce?"],
    [{ kind: 'explain', user: id }, "Why wasn't Alice Smith provisioned?"],
    [{ kind: 'userOverview', user: id }, 'Which apps is Alice Smith set up in?'],
    [{ kind: 'userOverview', user: id, focus: 'leaver' }, 'Does Alice Smith still have an active account in any app?'],
    [{ kind: 'appStatus', app: id }, 'How is Salesforce doing?'],
    [{ kind: 'appProblems', app: id }, 'Who has problems in Salesforce?'],
    [
      { kind: 'appProblems', app: id, outcome: 'failed', window: { from: { begin: 'week' } } },
      'Who failed in Salesforce this week?',
    ],
    [
      { kind: 'appProblems', app: id, outcome: 'skipped', window: { from: { day: 'monday' } } },
      'Who was unexpectedly skipped in Salesforce since Monday?',
    ],
    [{ kind: 'appProblems', app: id, code: 'EntryConflict' }, 'Who has EntryConflict in Salesforce?'],
    [{ kind: 'explainMany', users: [id, 'bob'], app: id }, "Why aren't these 2 people in Salesforce?"],
    [{ kind: 'explainMany', users: [id, 'bob'] }, "Why weren't these 2 people provisioned?"],
    [{ kind: 'appStatus', app: id, focus: 'affected' }, 'Who is affected by the problems of Salesforce?'],
    [
      { kind: 'appChanges', app: id, change: 'created', window: { from: { day: 'today' } } },
      'Who was created in Salesforce today?',
    ],
    [{ kind: 'appChanges', app: id }, 'Who was changed in Salesforce?'],
    [{ kind: 'overview', only: 'problems' }, 'Which apps have problems?'],
    [{ kind: 'overview', only: 'quarantine' }, 'Which apps are in quarantine?'],
    [{ kind: 'overview', page: 2 }, 'How are all apps doing? (page 2)'],
    [{ kind: 'credentials', app: id }, 'Is something wrong with the credentials for Salesforce?'],
    [{ kind: 'credentials', app: id, test: true }, 'Do the credentials for Salesforce work right now?'],
    [{ kind: 'meaning', text: 'EntryConflict' }, 'What does EntryConflict mean?'],
    [{ kind: 'meaning', text: 'It was not found' }, 'What does “It was not found” mean?'],
    [{ kind: 'topic', topic: 'how-often' }, 'How often provisioning runs'],
    [{ kind: 'watch', app: id }, 'Turn on notifications for Salesforce'],
    [{ kind: 'watch' }, 'Turn on notifications for all apps'],
    [{ kind: 'watch', app: id, about: 'everything' }, 'Notify me about every cycle of Salesforce'],
    [{ kind: 'watch', about: 'problems' }, 'Notify me only about problems'],
    [{ kind: 'watch', app: id, digestAt: '09:00' }, 'Send one daily summary for Salesforce at 09:00'],
    [{ kind: 'watch', digestAt: 'off' }, 'Turn off the daily summary'],
    [{ kind: 'watch', app: id, muteMinutes: 2880 }, 'Mute notifications for Salesforce for 2 days'],
    [{ kind: 'watch', muteMinutes: 90 }, 'Mute notifications for 90 minutes'],
    [{ kind: 'watch', muteMinutes: 0 }, 'Unmute notifications'],
    [{ kind: 'watch', muteUntil: { day: 'friday', time: '09:00' } }, 'Mute notifications until Friday at 09:00'],
    [{ kind: 'unwatch', app: id }, 'Turn off notifications for Salesforce'],
    [{ kind: 'unwatch', all: true }, 'Turn off all notifications here'],
    [{ kind: 'watching' }, 'Which notifications are on here?'],
    [{ kind: 'topic', topic: 'app-tutorial', app: id }, 'How do I set up Salesforce?'],
    [{ kind: 'topic', topic: 'app-tutorial' }, 'How do I set up an app?'],
    [{ kind: 'help' }, 'What can I ask?'],
    [{ kind: 'about', of: 'logged' }, 'Who can see what I ask?'],
    [{ kind: 'notMine', of: 'assign', user: id, app: id }, 'Assign Alice Smith to Salesforce'],
    [{ kind: 'notMine', of: 'restart', app: id }, 'Restart provisioning to Salesforce'],
    [{ kind: 'notMine', of: 'resetPassword' }, "Reset someone's password"],
  ];
  for (const [question, asked] of rows) {
    it(`is asked as people ask it: ${asked}`, () => {
      assert.equal(askedAs(question, names), asked);
    });
  }

  it('shows no id where a name is not known, and what was typed where it is a name', () => {
    assert.equal(askedAs({ kind: 'explain', user: id, app: id }, {}), "Why isn't this person in this app?");
    assert.equal(askedAs({ kind: 'explain', user: id, subject: 'group' }, {}), "Why wasn't this group provisioned?");
    assert.equal(askedAs({ kind: 'explain', user: 'bob', app: 'Slack' }, {}), "Why isn't bob in Slack?");
    assert.equal(askedAs({ kind: 'explain', app: 'Slack' }, {}), "Why isn't someone in Slack?");
  });
});

describe('a time window in words', () => {
  const rows: readonly (readonly [window: TimeWindow, said: string])[] = [
    [{ from: { ago: 7, unit: 'day' } }, 'in the last 7 days'],
    [{ from: { ago: 1, unit: 'hour' } }, 'in the last hour'],
    [{ from: { begin: 'week', back: 1 }, to: { begin: 'week' } }, 'last week'],
    [{ from: { begin: 'day', back: 3 }, to: { begin: 'day', back: 2 } }, '3 days ago'],
    [{ from: { begin: 'month', back: -1 } }, 'next month'],
    [{ from: { begin: 'week', back: 1 } }, 'since the start of last week'],
    [{ from: { day: 'today' } }, 'today'],
    [{ from: { day: 'yesterday' }, to: { day: 'yesterday' } }, 'yesterday'],
    [{ from: { day: 'saturday' }, to: { day: 'sunday' } }, 'from Saturday to Sunday'],
    [{ from: { day: '2026-11-16' }, to: { day: '2026-11-16' } }, 'on November 16, 2026'],
    [{ from: { day: '11' }, to: { day: '11' } }, 'in November'],
    [
      { from: { day: 'yesterday', time: '18:00' }, to: { day: 'today', time: '09:00' } },
      'from yesterday at 18:00 to today at 09:00',
    ],
  ];
  for (const [window, said] of rows) {
    it(`is said as people say it: ${said}`, () => {
      assert.equal(during(window), said);
    });
  }
});
