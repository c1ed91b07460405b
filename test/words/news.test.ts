import assert from 'node:assert/strict';
import type { Change } from '../../src/watch/change.ts';
import { compose } from '../../src/watch/compose.ts';
import type { Message } from '../../src/watch/outbox.ts';
import { word } from '../../src/words/word.ts';
import type { WordedDigest, WordedNews } from '../../src/words/worded-news.ts';
import {
  aCycle,
  aMessage,
  anEndedRun,
  aProblem,
  aSummary,
  counts,
  newsSamples,
  somebody,
} from '../support/sample-news.ts';
import { aSubscription } from '../support/sample-watching.ts';

const london = { locale: 'en-GB', timeZone: 'Europe/London' };
const now = new Date('2026-11-17T12:50:00Z');

function told(message: Partial<Message>, reader = london): WordedNews {
  const telling = { messages: [aMessage(message)], subscription: aSubscription(), digest: false, past: [] };
  const worded = word(compose(telling, now), reader);
  assert.equal(worded.kind, 'news');
  return worded as WordedNews;
}

describe('news in words', () => {
  const quarantine = { reason: 'EncounteredEscrowProportionThreshold', beganAt: '2026-11-17T12:38:00Z' };
  const headlines: readonly (readonly [string, Partial<Message>, string])[] = [
    [
      'new failures and skips',
      {
        summary: aSummary({
          problems: [aProblem([somebody('A'), somebody('B')]), aProblem([somebody('C')], { trouble: 'skipped' })],
        }),
      },
      'Salesforce: 2 newly failed and 1 newly left out',
    ],
    [
      'nothing new',
      {
        summary: aSummary({
          users: counts({ created: 3, failed: 1 }),
          problems: [aProblem([somebody('A', { isNew: false })])],
        }),
      },
      'Salesforce: 3 written, nothing new is wrong',
    ],
    [
      'nothing wrong',
      { summary: aSummary({ users: counts({ updated: 14 }) }) },
      'Salesforce: 14 written, nothing is wrong',
    ],
    ['nothing to do', { summary: aSummary() }, 'Salesforce: nothing had to change, nothing is wrong'],
    ['no log', {}, 'Salesforce: a cycle is complete, with errors of single entries'],
    [
      'a failed cycle',
      { changes: [aCycle(anEndedRun(undefined, { state: 'Failed' }))] },
      'Salesforce: the last cycle failed as a whole',
    ],
    [
      'a quarantine',
      { changes: [{ kind: 'quarantineEntered', quarantine }] },
      'Salesforce: provisioning went into quarantine: more than 40 % of the changes failed',
    ],
    [
      'a quarantine of an unknown reason',
      { changes: [{ kind: 'quarantineEntered', quarantine: { reason: 'Frobnicated' } }] },
      'Salesforce: provisioning went into quarantine',
    ],
    ['a stop', { changes: [{ kind: 'stopped', quarantined: false }] }, 'Salesforce: provisioning was switched off'],
    [
      'a stall',
      { changes: [{ kind: 'stalled', since: '2026-11-16T02:10:00Z' }] },
      'Salesforce: no cycle has run since Mon 16 Nov, 02:10',
    ],
  ];
  for (const [what, message, headline] of headlines) {
    it(`say first what is new: ${what}`, () => {
      assert.equal(told(message).headline, headline);
    });
  }

  it('lead with what stops everybody, and name what came with it', () => {
    const changes: Change[] = [{ kind: 'started' }, { kind: 'quarantineEntered', quarantine }];

    const news = told({ changes });

    assert.equal(news.word, 'Quarantine');
    assert.equal(news.tone, 'stopped');
    assert.deepEqual(news.notes, ['Noticed at the same time: switched on.']);
  });

  it('give the figures, users and groups apart', () => {
    const news = told({
      summary: aSummary({ users: counts({ created: 3, failed: 1 }), groups: counts({ updated: 2 }) }),
    });

    assert.deepEqual(
      news.figures.map(({ name, all }) => `${name} ${all}`),
      ['Created 3', 'Updated 2', 'Disabled 0', 'Deleted 0', 'Failed 1', 'Left out 0', 'Skipped as expected 0'],
    );
    assert.equal(news.apart, 'Users: 3 created, 1 failed. Groups: 2 updated.');
    assert.equal(
      told({ summary: aSummary({ users: counts({ created: 3 }) }) }).apart,
      '',
      'no groups, nothing to tell apart',
    );
  });

  it('say at least where the log was longer than what was read', () => {
    const news = told({ summary: aSummary({ users: counts({ created: 500 }), truncated: true }) });

    assert.equal(news.figures[0]?.all, 'at least 500');
    assert.match(news.notes.join(' '), /more log entries than were read/);
  });

  it('name the first people, the new ones first, each to be asked about', () => {
    const summary = aSummary({
      problems: [aProblem([somebody('Old Hand', { isNew: false }), somebody('Ada Byrne')])],
    });

    const [problem] = told({ summary }).problems;

    assert.equal(problem?.title, 'Failed: no licence is free in Salesforce');
    assert.equal(problem?.text, '2 people, 1 of them new');
    assert.deepEqual(
      problem?.subjects.map(({ name, isNew }) => [name, isNew]),
      [
        ['Ada Byrne', true],
        ['Old Hand', false],
      ],
    );
    assert.deepEqual(problem?.subjects[0]?.question, {
      kind: 'explain',
      user: 'ada-byrne',
      app: '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40',
      subject: 'user',
    });
    assert.equal(problem?.fix?.ownerName, 'App owner');
  });

  it('put times into the reader’s zone and form, and say how long it took', () => {
    assert.equal(told({ summary: aSummary() }).when, 'Tue 17 Nov, 12:33 · took 5 minutes');
    assert.match(
      told({ summary: aSummary() }, { locale: 'en-US', timeZone: 'America/New_York' }).when,
      /07:33 AM · took 5 minutes$/,
    );
    const noBegin = aCycle(anEndedRun(undefined, { beganAt: undefined }));
    assert.equal(told({ changes: [noBegin] }).when, 'Tue 17 Nov, 12:38');
  });

  it('say who subscribed and how to stop', () => {
    const news = told({ summary: aSummary() });

    assert.equal(
      news.subscribed,
      'Kim Lee subscribed this chat to Salesforce; Stop ends that. Times are those of Europe/London.',
    );
    assert.deepEqual(
      news.actions.map(({ question }) => question),
      [
        { kind: 'appStatus', app: news.app.id },
        { kind: 'watch', app: news.app.id, muteMinutes: 1440 },
        { kind: 'unwatch', app: news.app.id },
        { kind: 'watching' },
      ],
    );
  });

  it('offer to leave an app out where all are subscribed to', () => {
    const telling = {
      messages: [aMessage()],
      subscription: aSubscription({ app: undefined }),
      digest: false,
      past: [],
    };

    const worded = word(compose(telling, now), london) as WordedNews;

    assert.equal(worded.subscribed, 'Kim Lee subscribed this chat to all apps. Times are those of Europe/London.');
    assert.ok(worded.actions.some(({ title }) => title === 'Leave Salesforce out'));
  });

  it('own up to what is missing', () => {
    assert.match(told({}).notes.join(' '), /The log of this cycle could not be read/);
    const unseen = told({ changes: [aCycle(undefined, { unseenFailures: 2 })], summary: aSummary() });
    assert.match(unseen.notes.join(' '), /2 cycles failed unseen before it/);
  });

  it('show a trend of the cycles before, oldest first', () => {
    const worded = word(newsSamples['news of a cycle'] ?? assert.fail(), london) as WordedNews;

    const ends = worded.trend.map(({ at }) => at);
    assert.deepEqual(ends, ends.toSorted());
    assert.equal(ends.at(-1), '2026-11-17T12:38:00Z');
    assert.equal(worded.trend.at(-1)?.text, '5 failed, 2 left out, 18 written');
  });
});

describe('a digest in words', () => {
  const digest = word(newsSamples['a digest'] ?? assert.fail(), london) as WordedDigest;

  it('is one card, the app that needs somebody most first', () => {
    assert.equal(digest.headline, 'Of 4 apps 2 need somebody');
    assert.deepEqual(
      digest.apps.map(({ name, tone }) => `${name} ${tone}`),
      ['Zoom stopped', 'Salesforce wrong', 'Atlassian Cloud fine', 'Slack fine'],
    );
  });

  it('adds the cycles of an app up, and counts a person once', () => {
    const salesforce = digest.apps.find(({ name }) => name === 'Salesforce');

    assert.equal(salesforce?.cycles, 2);
    assert.equal(salesforce?.counts.created, 5);
    assert.equal(salesforce?.counts.failed, 5);
    assert.match(salesforce?.text ?? '', /^2 cycles: 5 created, 14 updated, 1 disabled, 5 failed, 2 left out/);
  });

  it('counts somebody who fails in cycle after cycle once, with what was told last', () => {
    const message = (endedAt: string, isNew: boolean) =>
      aMessage({
        changes: [aCycle(anEndedRun(endedAt))],
        summary: aSummary({ users: counts({ failed: 1 }), problems: [aProblem([somebody('Ada Byrne', { isNew })])] }),
      });
    const messages = [message('2026-11-17T11:00:00Z', true), message('2026-11-17T11:40:00Z', false)];

    const worded = word(
      compose({ messages, subscription: aSubscription(), digest: true, past: [] }, now),
      london,
    ) as WordedDigest;

    const [app] = worded.apps;
    assert.equal(app?.counts.failed, 1);
    assert.equal(app?.reason, '1 newly in trouble');
    assert.equal(worded.headline, 'Salesforce: 1 newly in trouble');
  });

  it('says so when all is well', () => {
    const messages = [aMessage({ summary: aSummary({ users: counts({ created: 2 }) }) })];

    const worded = word(
      compose({ messages, subscription: aSubscription(), digest: true, past: [] }, now),
      london,
    ) as WordedDigest;

    assert.equal(worded.headline, 'Salesforce: all well');
  });
});
