import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aboutMatters, orderMatters } from '../../src/questions/question.ts';
import { plainText } from '../../src/teams/mentions.ts';
import { readTap } from '../../src/teams/payload.ts';
import { readerOf } from '../../src/teams/reader.ts';

const bot = { id: '28:skipper', name: 'Skipper' };

function mention(text: string, mentioned: object): object {
  return { type: 'mention', text, mentioned };
}

const own = mention('<at>Skipper</at>', bot);

describe('the text of a message', () => {
  const texts: readonly (readonly [what: string, text: string, entities: readonly unknown[], plain: string])[] = [
    [
      'loses the mention of the bot',
      '<at>Skipper</at> why was bob skipped in Zoom?',
      [own],
      'why was bob skipped in Zoom?',
    ],
    ['loses it wherever it stands, and how often', 'why <at>Skipper</at> bob <at>Skipper</at>', [own], 'why   bob'],
    ['loses it without an entity, by the name', '<at>Skipper</at> help', [], 'help'],
    ['loses it with attributes', '<at id="0">Skipper</at> help', [own], 'help'],
    [
      'loses it when the bot is called otherwise here',
      '<at>Skip</at> help',
      [mention('<at>Skip</at>', { id: bot.id })],
      'help',
    ],
    [
      'names a colleague',
      'why <at>Bob Fox</at>?',
      [mention('<at>Bob Fox</at>', { id: '29:b', name: 'Bob Fox' })],
      'why "Bob Fox"?',
    ],
    ['names a colleague of whom no entity tells', 'why <at>Bob Fox</at>?', [], 'why "Bob Fox"?'],
    [
      'takes the object id of a colleague where Teams tells it',
      'why <at>Bob</at>?',
      [mention('<at>Bob</at>', { id: '29:b', name: 'Bob', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002' })],
      'why aaaaaaaa-0000-4000-8000-000000000002?',
    ],
    [
      'lets no name close its quotes',
      'why <at>x</at>?',
      [mention('<at>x</at>', { id: '29:b', name: 'Bob" in "Zoom' })],
      'why "Bob in Zoom"?',
    ],
    ['reads characters that are written in HTML', 'why&nbsp;R&amp;D&#39;s &lt;bob&gt;', [], "why R&D's <bob>"],
    ['does not read them twice', '&amp;lt;', [], '&lt;'],
    ['keeps the lines and blanks of what is pasted', '{ "a":\n  "b  c" }', [], '{ "a":\n  "b  c" }'],
    ['keeps a tag that is none', 'a <at> b', [], 'a <at> b'],
  ];
  for (const [what, text, entities, plain] of texts) {
    it(what, () => {
      assert.equal(plainText(text, entities, bot), plain);
    });
  }

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.jsonValue()), (text, entities) => {
        assert.equal(typeof plainText(text, entities, bot), 'string');
      }),
    );
  });

  it('is read however many tags are left open', () => {
    assert.equal(plainText('<at>'.repeat(100_000), [], bot).length, 400_000);
    assert.equal(plainText('<at x'.repeat(100_000), [], bot).length, 500_000);
  });
});

describe('the reader', () => {
  const info = (fields: object) => [{ type: 'clientInfo', ...fields }];

  it('is who the Teams client says', () => {
    const reader = readerOf({ locale: 'de-at', entities: info({ locale: 'en-US', timezone: 'Europe/Vienna' }) });

    assert.deepEqual(reader, { locale: 'de-AT', timeZone: 'Europe/Vienna' });
  });

  it('is taken from what is left when a part is missing or makes no sense', () => {
    assert.deepEqual(
      readerOf({ locale: 'not a locale', entities: info({ locale: 'fr-FR' }), localTimezone: 'Asia/Kolkata' }),
      {
        locale: 'fr-FR',
        timeZone: 'Asia/Calcutta',
      },
    );
    assert.deepEqual(readerOf({ entities: info({ timezone: 'Mars/Olympus', locale: 7 }) }), {
      locale: 'en',
      timeZone: 'UTC',
    });
    assert.deepEqual(readerOf({ entities: [null, 'clientInfo', []] }), { locale: 'en', timeZone: 'UTC' });
  });

  it('can always be written for', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (locale, localTimezone) => {
        const reader = readerOf({ locale, localTimezone, entities: [] });
        assert.ok(new Intl.DateTimeFormat(reader.locale, { timeZone: reader.timeZone }).format(0));
      }),
    );
  });
});

describe("a button's data", () => {
  it('gives back every kind of question', () => {
    const questions = [
      { kind: 'explain', user: 'alice', app: 'Salesforce', subject: 'user' },
      { kind: 'explain' },
      { kind: 'meaning', text: 'EntryConflict' },
      { kind: 'topic', topic: 'how-often' },
      { kind: 'topic', topic: 'app-tutorial', app: 'Slack' },
      ...aboutMatters.map((of) => ({ kind: 'about', of })),
      ...orderMatters.map((of) => ({ kind: 'notMine', of, user: 'bob', app: 'Slack' })),
      { kind: 'help' },
    ];

    for (const question of questions) {
      assert.deepEqual(readTap({ verb: 'ask', v: 1, question }), { asked: { question }, apart: false, toMe: false });
      const again = { asked: { question, fresh: true }, apart: false, toMe: false };
      assert.deepEqual(readTap({ verb: 'checkAgain', v: 1, question }), again);
      assert.deepEqual(readTap({ verb: 'open', v: 1, question }), { asked: { question }, apart: true, toMe: false });
    }
  });

  it('says which answer it corrects, where that is an id and nothing else', () => {
    const question = { kind: 'help' } as const;
    const of = (value: unknown) => readTap({ verb: 'choose', v: 1, question, of: value })?.asked.corrects;

    assert.equal(of('5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11'), '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11');
    for (const forged of ['', 'a b', 'x'.repeat(65), '"; drop table', 5, {}, null]) assert.equal(of(forged), undefined);
  });

  it('is a question, a text, or nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const tap = readTap(data);
        if (tap === undefined) return;
        assert.ok('question' in tap.asked || tap.asked.text.trim() !== '');
      }),
    );
  });
});
