import assert from 'node:assert/strict';
import fc from 'fast-check';
import { examples } from '../../src/questions/examples.ts';
import type { Question } from '../../src/questions/question.ts';
import { fold, wordsOf } from '../../src/questions/text/normalize.ts';
import { appsOf, asked, directoryOf, interpreted, reader } from '../support/reader.ts';

const apps = appsOf('Salesforce', 'Slack', 'Zoom', 'Box', 'Front', 'ServiceNow', 'Field Desk');
const people = [
  'Alice Smith',
  'Bob Jones',
  'Carol Danvers',
  'Noel Achterberg',
  'Priya Nair',
  'Sandra Box',
  'Ludwig van der Berg',
  'Tomás Ó Briain',
  'Anna Schmidt',
  'Peter Schmidt',
  'Jean-Luc Picot',
];
const directory = directoryOf(people, ['Sales Team']);

function meant(text: string): Question | undefined {
  return asked(text, apps, directory);
}

function explain(user: string, app: string): Question {
  return { kind: 'explain', user, app };
}

function shown(text: string): string {
  return text.replaceAll('\n', ' ⏎ ');
}

type Case = readonly [text: string, question: Question];

function each(cases: readonly Case[]): void {
  for (const [text, question] of cases)
    it(`of “${shown(text)}”`, () => {
      assert.deepEqual(meant(text), question);
    });
}

describe('the meaning of a ticket', () => {
  each([
    [
      'Affected user: Priya Nair\nCaller: Bob Jones\nApplication: Zoom\nDescription: she has no account there',
      explain('Priya Nair', 'Zoom'),
    ],
    [
      'Caller: Alice Smith\nAffected user: Carol Danvers\nShort description: user not created in Slack\nPriority: 3',
      explain('Carol Danvers', 'Slack'),
    ],
    [
      'INC0012345\nOpened by: Bob Jones\nUser: noel.achterberg@contoso.com\nApp: ServiceNow\nIssue: not provisioned',
      explain('noel.achterberg@contoso.com', 'ServiceNow'),
    ],
    [
      'Caller: Bob Jones Affected user: Priya Nair Application: Zoom Description: the user was not provisioned',
      explain('Priya Nair', 'Zoom'),
    ],
    [
      'Hi team,\n\nCarol Danvers cannot log in to Slack since this morning. Can you find out why?\n\nKind regards,\nAlice Smith\nService Desk',
      explain('Carol Danvers', 'Slack'),
    ],
    ['Hi,\nwhy is Priya not in Zoom?\nThanks,\nBob', explain('Priya', 'Zoom')],
    [
      'Alice Smith\nBob Jones\nCarol Danvers\nnot in Slack',
      { kind: 'explainMany', users: ['Alice Smith', 'Bob Jones', 'Carol Danvers'], app: 'Slack' },
    ],
    [
      'alice.smith@contoso.com, bob.jones@contoso.com in Zoom',
      { kind: 'explainMany', users: ['alice.smith@contoso.com', 'bob.jones@contoso.com'], app: 'Zoom' },
    ],
  ]);
});

describe('the name that is taken', () => {
  each([
    ['why was alice skipped in Salesforce?', explain('alice', 'Salesforce')],
    ['why was Schmidt, Anna skipped in Slack?', explain('Schmidt, Anna', 'Slack')],
    ['why is Smith, Alice not in Zoom', explain('Smith, Alice', 'Zoom')],
    ['is ludwig van der berg in slack', explain('ludwig van der berg', 'Slack')],
    ['why was Ludwig van der Berg skipped in Zoom', explain('Ludwig van der Berg', 'Zoom')],
    ["Alice Smith's account in Slack is missing, why?", explain('Alice Smith', 'Slack')],
    ["what's wrong with priya nair's zoom account", explain('priya nair', 'Zoom')],
    ['WHY WAS PRIYA NAIR SKIPPED IN ZOOM', explain('PRIYA NAIR', 'Zoom')],
    ['priya nair zoom', explain('priya nair', 'Zoom')],
    ['why is Tomás Ó Briain not in ServiceNow?', explain('Tomás Ó Briain', 'ServiceNow')],
    ['did Jean-Luc Picot make it into Field Desk?', explain('Jean-Luc Picot', 'Field Desk')],
    ['why was 41003 skipped in Zoom', explain('41003', 'Zoom')],
    ['why was the Sales Team group skipped in Slack?', explain('Sales Team', 'Slack')],
    ['why was I skipped in Zoom?', explain('me', 'Zoom')],
  ]);

  it('stays whole where only a part of it is somebody’s, so that nobody is mistaken for another', () => {
    for (const name of [
      'Alice Johnson',
      'Maria Schmidt',
      'bob achterberg',
      'Bob Smith',
      'jonas jones',
      'Maria de Schmidt',
      'Noel van der Berg',
    ]) {
      const { names } = interpreted(`why was ${name} skipped in Zoom?`, apps, directory) ?? assert.fail(name);

      assert.deepEqual(names, { user: name, app: 'Zoom' });
    }
  });

  it('stays whole across a comma, too, in either order', () => {
    for (const [first, last] of [
      ['Maria', 'Danvers'],
      ['Bob', 'Schmidt'],
    ]) {
      const { names } = interpreted(`why was ${last}, ${first} skipped in Zoom?`, apps, directory) ?? assert.fail(last);

      assert.deepEqual(new Set(wordsOf(names.user ?? '')), new Set([fold(`${first}`), fold(`${last}`)]));
    }
  });

  it('is the whole unknown one, for the nearest to be looked for', () => {
    for (const name of ['Quentin Vosswinkel', 'quentin vosswinkel', 'zorblax'])
      assert.deepEqual(meant(`why was ${name} skipped in Slack?`), explain(name, 'Slack'));
  });

  it('is nobody’s in orders and small talk, for which the directory is not asked', () => {
    for (const text of ['restart Salesforce', 'what is the weather in Lisbon?', 'tell me a joke', 'thanks!']) {
      const reading = reader.read(text, apps);

      assert.ok(typeof reading !== 'string' && reading.settled, text);
    }
  });
});

describe('the app that is meant', () => {
  each([
    ['why is alice not in box?', explain('alice', 'Box')],
    ['why was sandra box skipped in box?', explain('sandra box', 'Box')],
    ['why was alice skipped in Front?', explain('alice', 'Front')],
    ['why was alice skipped in servicenow', explain('alice', 'ServiceNow')],
    ['why was alice skipped in Service Now', explain('alice', 'ServiceNow')],
    ['why was alice skipped in salesfroce?', explain('alice', 'Salesforce')],
    ['alice field desk', explain('alice', 'Field Desk')],
    ['why was alice skipped in Evergreen Portal?', explain('alice', 'Evergreen Portal')],
    ['why was alice skipped in Slack and Zoom?', explain('alice', 'Slack and Zoom')],
    ['how is Salesforce doing?', { kind: 'appStatus', app: 'Salesforce' }],
    ['Slack?', { kind: 'appStatus', app: 'Slack' }],
    ['who is affected by the outage of Slack?', { kind: 'appStatus', app: 'Slack', focus: 'affected' }],
  ]);

  it('is found among ten thousand, some of them everyday words', () => {
    const many = appsOf('Users', 'Status', 'Access', ...Array.from({ length: 10_000 }, (_, at) => `Ledger ${at}`));

    assert.deepEqual(asked('how is ledger 77 doing?', many), { kind: 'appStatus', app: 'Ledger 77' });
    assert.deepEqual(asked('which users failed in Ledger 9?', many), {
      kind: 'appProblems',
      app: 'Ledger 9',
      outcome: 'failed',
    });
    assert.equal(asked('which apps have problems?', many)?.kind, 'overview');
  });
});

describe('the wish in an order about notifications', () => {
  each([
    ['watch Salesforce', { kind: 'watch', app: 'Salesforce' }],
    ['watch Slack, only problems', { kind: 'watch', app: 'Slack', about: 'problems' }],
    ['only problems', { kind: 'watch', about: 'problems' }],
    ['everything please, not only problems', { kind: 'watch', about: 'everything' }],
    ['notify me when Salesforce fails', { kind: 'watch', app: 'Salesforce', about: 'problems' }],
    ['notify me about every cycle of Slack', { kind: 'watch', app: 'Slack', about: 'everything' }],
    ['daily digest at 9', { kind: 'watch', digestAt: '09:00' }],
    ['digest at 16:30 for Slack', { kind: 'watch', app: 'Slack', digestAt: '16:30' }],
    ['send me a digest of Zoom every evening', { kind: 'watch', app: 'Zoom', digestAt: '18:00' }],
    ['mute Slack for 2 days', { kind: 'watch', app: 'Slack', muteMinutes: 2_880 }],
    ['mute everything for an hour', { kind: 'watch', muteMinutes: 60 }],
    ['mute Zoom until Monday', { kind: 'watch', app: 'Zoom', muteUntil: { day: 'monday' } }],
    ['mute Slack until tomorrow 9am', { kind: 'watch', app: 'Slack', muteUntil: { day: 'tomorrow', time: '09:00' } }],
    ['unmute', { kind: 'watch', muteMinutes: 0 }],
    ['stop watching Slack', { kind: 'unwatch', app: 'Slack' }],
    ['stop', { kind: 'unwatch' }],
    ['stop watching everything', { kind: 'unwatch', all: true }],
    ['what are you watching?', { kind: 'watching' }],
  ]);
});

describe('the time, the outcome and the code that are asked for', () => {
  const yesterday = { from: { day: 'yesterday' }, to: { day: 'yesterday' } };
  const thisWeek = { from: { begin: 'week' } } as const;
  each([
    [
      'who failed in Salesforce this week?',
      { kind: 'appProblems', app: 'Salesforce', outcome: 'failed', window: thisWeek },
    ],
    [
      'who was skipped in Slack since Monday?',
      { kind: 'appProblems', app: 'Slack', outcome: 'skipped', window: { from: { day: 'monday' } } },
    ],
    ['top errors in Zoom yesterday', { kind: 'appProblems', app: 'Zoom', outcome: 'failed', window: yesterday }],
    [
      'who failed in Zoom in the last 3 days?',
      { kind: 'appProblems', app: 'Zoom', outcome: 'failed', window: { from: { ago: 3, unit: 'day' } } },
    ],
    [
      'who failed in Zoom between Monday and Wednesday?',
      {
        kind: 'appProblems',
        app: 'Zoom',
        outcome: 'failed',
        window: { from: { day: 'monday' }, to: { day: 'wednesday' } },
      },
    ],
    ['skipped people in Box', { kind: 'appProblems', app: 'Box', outcome: 'skipped' }],
    ['who has EntryConflict in Slack?', { kind: 'appProblems', app: 'Slack', code: 'EntryConflict' }],
    [
      'who failed with EntryConflict in Zoom since Monday?',
      { kind: 'appProblems', app: 'Zoom', code: 'EntryConflict', window: { from: { day: 'monday' } } },
    ],
    ['who had error 409 in Zoom this week?', { kind: 'appProblems', app: 'Zoom', code: '409', window: thisWeek }],
    ['who got 409 in Zoom this week?', { kind: 'appProblems', app: 'Zoom', code: '409', window: thisWeek }],
    [
      'who was created in Slack today?',
      { kind: 'appChanges', app: 'Slack', change: 'created', window: { from: { day: 'today' } } },
    ],
    [
      'who was removed from Slack this week?',
      { kind: 'appChanges', app: 'Slack', change: 'disabled', window: thisWeek },
    ],
    [
      'who was deleted in Zoom last month?',
      {
        kind: 'appChanges',
        app: 'Zoom',
        change: 'deleted',
        window: { from: { begin: 'month', back: 1 }, to: { begin: 'month' } },
      },
    ],
    ['who was updated in Box yesterday', { kind: 'appChanges', app: 'Box', change: 'updated', window: yesterday }],
    ['test the connection of Salesforce', { kind: 'credentials', app: 'Salesforce', test: true }],
    ["can't save the credentials of ServiceNow", { kind: 'credentials', app: 'ServiceNow' }],
  ]);
});

describe('the meaning of a question about all apps or about a person everywhere', () => {
  each([
    ['which apps have problems?', { kind: 'overview', only: 'problems' }],
    ["what's broken?", { kind: 'overview', only: 'problems' }],
    ['which apps are in quarantine?', { kind: 'overview', only: 'quarantine' }],
    ['how are all apps doing?', { kind: 'overview' }],
    ['give me an overview', { kind: 'overview' }],
    ['where is bob provisioned?', { kind: 'userOverview', user: 'bob' }],
    ['what is wrong with alice?', { kind: 'userOverview', user: 'alice' }],
    ['alice', { kind: 'userOverview', user: 'alice' }],
    ['offboarding check for carol', { kind: 'userOverview', user: 'carol', focus: 'leaver' }],
    ['carol left the company, is she still active anywhere?', { kind: 'userOverview', user: 'carol', focus: 'leaver' }],
  ]);
});

describe('the meaning of talk, orders, codes and pastes', () => {
  const entry = JSON.stringify({ id: '1', provisioningAction: 'create', statusInfo: { status: 'failure' } });
  each([
    ['help', { kind: 'help' }],
    ['thanks!', { kind: 'about', of: 'thanks' }],
    ['hello', { kind: 'about', of: 'greeting' }],
    ['restart Salesforce', { kind: 'notMine', of: 'restart', app: 'Salesforce' }],
    ["reset bob's password", { kind: 'notMine', of: 'resetPassword', user: 'bob' }],
    ['assign alice to Slack', { kind: 'notMine', of: 'assign', user: 'alice', app: 'Slack' }],
    ['order me a pizza', { kind: 'notMine', of: 'other' }],
    ['how do I set up Slack?', { kind: 'topic', topic: 'app-tutorial', app: 'Slack' }],
    ['what does EntryConflict mean?', { kind: 'meaning', text: 'EntryConflict' }],
    ['EntryConflict', { kind: 'meaning', text: 'EntryConflict' }],
    ['what does 409 mean?', { kind: 'meaning', text: '409' }],
    [entry, { kind: 'meaning', text: entry }],
  ]);
});

describe('the topic of a plain question', () => {
  const topics: readonly (readonly [text: string, topic: string])[] = [
    ['how often does provisioning run?', 'how-often'],
    ['HOW OFTEN DOES PROVISIONING RUN', 'how-often'],
    ['hi, how often does provisoning run please?', 'how-often'],
    ['how long does the first cycle take?', 'first-cycle'],
    ['what is quarantine?', 'quarantine'],
    ['how do I get an app out of quarantine?', 'quarantine-end'],
    ['are nested groups provisioned?', 'nested-groups'],
    ['does Zoom support nested groups?', 'nested-groups'],
    ['what happens when I unassign a user?', 'unassigned'],
    ['how does matching work?', 'matching'],
    ['are guests provisioned?', 'guests'],
    ['what happens when an account is disabled?', 'disabled-account'],
    ['what happens when a user is deleted?', 'deleted-account'],
    ['how do scoping filters work?', 'scoping-filters'],
    ['what is the difference between scoping filters and assignment?', 'scoping-or-assignment'],
    ['how do I get a notification email?', 'notification-email'],
    ['how long are the logs kept?', 'log-retention'],
    ['are passwords synchronised?', 'passwords'],
    ['which licence do I need for provisioning?', 'licence-needed'],
  ];
  for (const [text, topic] of topics) it(`of “${text}”`, () => assert.deepEqual(meant(text), { kind: 'topic', topic }));
});

describe('the examples', () => {
  for (const { kind, examples: some } of examples)
    for (const example of some)
      it(`are read as the kind that offers them: “${example}”`, () => assert.equal(meant(example)?.kind, kind));

  it('have one row for each kind, none of them empty', () => {
    assert.equal(new Set(examples.map(({ kind }) => kind)).size, examples.length);
    for (const { kind, examples: some } of examples) assert.ok(some.length > 0, kind);
  });
});

describe('a text that is no question', () => {
  it('is empty, mere signs, or longer than anybody types', () => {
    for (const text of ['', '   ', '\n\t', '\u200b\u200b', '<p>&nbsp;</p>'])
      assert.equal(reader.read(text, apps), 'empty');
    for (const text of ['!!!', '---', '🦆🦆🦆', '<<>>', '…', '(((']) assert.equal(reader.read(text, apps), 'nonsense');
    for (const text of ['why was alice skipped '.repeat(5_000), 'a'.repeat(100_000), '🦆'.repeat(60_000)])
      assert.equal(reader.read(text, apps), 'tooLong');
  });

  it('is nothing that the answers go by', () => {
    for (const text of ['flurb', '???']) assert.equal(meant(text), undefined, text);
  });
});

describe('an unusual text', () => {
  it('of a hundred thousand characters is read where it was pasted from a log', () => {
    const entry = JSON.stringify({
      id: '1',
      provisioningSteps: Array(3_000).fill({ name: 'step', note: 'x'.repeat(20) }),
    });

    assert.ok(entry.length > 100_000);
    assert.deepEqual(meant(entry), { kind: 'meaning', text: entry });
  });

  it('is read through what surrounds its letters, whatever the script and the direction', () => {
    for (const text of [
      'why was alice skipped\u200b in\u00a0Salesforce? 🙏',
      '\u202bwhy was alice skipped in Salesforce?\u202c',
      'why was\u0000 alice\u0007 skipped in Salesforce?',
      '<at id="1">Skipper</at> why was alice skipped in Salesforce?',
      '@Skipper why was alice skipped in Salesforce?',
      '**why** was _alice_ skipped in `Salesforce`?',
      'why was &quot;alice&quot; skipped in Salesforce?',
    ])
      assert.deepEqual(meant(text), explain('alice', 'Salesforce'), text);
    assert.deepEqual(meant('warum wurde alice in Salesforce übersprungen?'), explain('alice', 'Salesforce'));
    const scripts = directoryOf(['Иван Петров', '田中 裕子', 'محمد علي']);
    for (const name of ['Иван Петров', '田中 裕子', 'محمد علي'])
      assert.deepEqual(asked(`why was ${name} skipped in Slack?`, apps, scripts), explain(name, 'Slack'));
  });

  const pieces = [
    'why ',
    'was ',
    'in ',
    '"',
    '“',
    "'s ",
    '’',
    '<at>',
    '</at>',
    '&amp;',
    '[',
    '](',
    '`',
    '**',
    '\u200f',
    '\u0000',
    '@',
    ': ',
    '/',
    ', ',
    '\n',
    '{',
    'alice ',
    'Bob Jones ',
    'skipped ',
    'group ',
    'مرحبا ',
    '田中',
    '🦆',
    'Slack ',
    'box ',
    'User: ',
    'From: ',
    'Regards,\n',
    'EntryConflict ',
    '409 ',
    '41003 ',
    'a.b ',
    'x@contoso.com ',
  ];
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join('')),
  );

  it('never makes the reader throw, with any apps, and its confidences are shares of one', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 4 }),
        (text, names) => {
          const result = interpreted(text, appsOf(...names, 'Slack', 'Box'), directory);

          for (const { confidence } of result?.interpretations ?? [])
            assert.ok(confidence >= 0 && confidence <= 1.000_001);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('yields no name that it does not hold', () => {
    const appNames = new Set(apps.map(({ name }) => name));
    fc.assert(
      fc.property(hostile, (text) => {
        const result = interpreted(text, apps, directory);
        if (!result) return;
        // Names of several words are told without quotation marks.
        const bare = (some: string) => some.replace(/["“”„«»]/g, '');
        const source = bare(result.reading.utterance.source);
        const holds = (name: string) =>
          bare(name)
            .split(/\s+/)
            .every((part) => source.includes(part.replace(/,$/, '')));
        for (const { question } of result.interpretations) {
          const users = question.kind === 'explainMany' ? question.users : 'user' in question ? [question.user] : [];
          for (const user of users)
            assert.ok(user === undefined || user === 'me' || holds(user), `${user} in ${source}`);
        }
        const { user = '', app = '' } = result.names;
        assert.ok(holds(user), `${user} in ${source}`);
        for (const one of app.split(' and ')) assert.ok(appNames.has(one) || holds(one), `${one} in ${source}`);
      }),
      { numRuns: 600 },
    );
  });

  it('gives back names of people and apps as they were typed', () => {
    const user = fc.constantFrom(...people.filter((name) => !name.endsWith('Box')));
    const app = fc.constantFrom('Salesforce', 'Slack', 'Zoom', 'ServiceNow', 'Field Desk');
    const sentence = fc.constantFrom(
      (who: string, where: string) => `why was ${who} skipped in ${where}?`,
      (who: string, where: string) => `why is ${who} not in ${where}`,
      (who: string, where: string) => `did ${who} make it into ${where}?`,
      (who: string, where: string) => `${who} cannot log in to ${where}`,
      (who: string, where: string) => `status of ${who} in ${where}`,
      (who: string, where: string) => `User: ${who}\nApp: ${where}`,
      (who: string, where: string) => `${where}: ${who} is missing`,
      (who: string, where: string) => `why was user "${who}" skipped in "${where}"?`,
    );
    fc.assert(
      fc.property(user, app, sentence, (who, where, say) => {
        assert.deepEqual(meant(say(who, where)), explain(who, where));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the time that a text takes', function () {
  this.timeout(120_000);

  const repeats = [
    'alice ',
    'Smith, ',
    'ALICE BOB ',
    'Aa ',
    'van der ',
    '41003 ',
    '4',
    ', ',
    ',,',
    '"a" ',
    '"',
    '“a ',
    "o'n ",
    'group group ',
    'and and ',
    'alice and ',
    'in Box ',
    'teh ',
    'User: Alice\n',
    '<a ',
    '[a](',
    '&amp;',
    '_a ',
    'x@y.zz ',
    'a.b ',
    '(',
    '\n',
    'Kind regards, Bob ',
    'until ',
    'what does ',
    'error: ',
    'ب ',
    '🦆a',
  ];
  /** Half of the longest text that is read, and all of it. */
  const half = 1_950;
  /** Twice the text may take so much longer: a quadratic one takes four times as long. */
  const mostTimes = 3;
  /** What a timer and another process on the machine may add. */
  const slackMs = 4;

  /** The directory is asked for no more than so many names of a text. */
  const mostVerified = 8;
  const read = (text: string) =>
    interpreted(text, apps, (candidates) =>
      candidates
        .slice(0, mostVerified)
        .map((candidate, index) => ({ candidate, tier: 'exact', ids: [`person ${index}`], isGroup: false })),
    );
  const timeOf = (text: string): number => {
    const begun = performance.now();
    read(text);
    return performance.now() - begun;
  };
  /** The fastest of each of two texts, by turns, so that whatever else the machine does slows both. */
  const fastest = (one: string, other: string): readonly [number, number] => {
    const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 8; round += 1) {
      best[0] = Math.min(best[0], timeOf(one));
      best[1] = Math.min(best[1], timeOf(other));
    }
    return best;
  };
  const of = (piece: string, length: number) => piece.repeat(Math.floor(length / piece.length));

  for (const piece of repeats)
    it(`grows no faster than the text, made of ${JSON.stringify(piece)}`, () => {
      read(of(piece, half));
      const [once, twice] = fastest(of(piece, half), of(piece, 2 * half));

      assert.ok(twice <= mostTimes * once + slackMs, `${once.toFixed(1)} ms, then ${twice.toFixed(1)} ms`);
    });

  it('grows no faster than a paste', () => {
    for (const piece of ['{"a":', '"name": "x", ', 'a,b,c,2026-11-03T08:12:44Z,', '((((', '"" ']) {
      const text = (length: number) => `{"id":"1",${of(piece, length)}`;
      read(text(60_000));
      const [once, twice] = fastest(text(60_000), text(120_000));

      assert.ok(twice <= mostTimes * once + slackMs, `${piece}: ${once.toFixed(1)} ms, then ${twice.toFixed(1)} ms`);
    }
  });
});
