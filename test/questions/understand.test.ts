import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kinds } from '../../src/questions/kinds.ts';
import type { Question } from '../../src/questions/question.ts';
import { understand } from '../../src/questions/understand.ts';

function first(text: string): Question | undefined {
  const understanding = understand(text);
  return understanding.understood ? understanding.readings[0] : undefined;
}

function meant(text: string): string | undefined {
  const question = first(text);
  return question?.kind === 'meaning' ? question.text : undefined;
}

describe('understanding a text', () => {
  it('takes greetings, thanks and calls for help as a wish for help', () => {
    const texts = [
      'hi',
      'Hello!',
      'hey there',
      'good morning team',
      'help',
      'HELP ME',
      'help please',
      '?',
      'what can you do?',
      'who are you',
      'how do I use this bot',
      'hi, what can you do',
      'thanks',
      'Thank you!',
      'what can I ask',
      '/help',
      'commands',
    ];

    for (const text of texts) assert.deepEqual(first(text), { kind: 'help' }, text);
  });

  it('understands every example that it offers as the kind that offers it', () => {
    for (const { kind, examples } of kinds) {
      assert.ok(examples.length > 0, kind);
      for (const example of examples) assert.equal(first(example)?.kind, kind, example);
    }
  });

  it('has one row for each kind', () => {
    assert.equal(new Set(kinds.map(({ kind }) => kind)).size, kinds.length);
  });

  it('tells the app of a text that asks nothing plain about it', () => {
    for (const text of ['Slack', 'who still has access to Slack?', 'Slack!!'])
      assert.deepEqual(
        understand(text),
        { understood: false, reason: 'nonsense', app: text.match(/Slack/)?.[0] },
        text,
      );
  });

  it('takes no talk of other things for a question', () => {
    const texts = ['the weather is nice', 'order me a pizza', 'what time is lunch', 'happy birthday!'];

    for (const text of texts) assert.equal(first(text), undefined, text);
  });

  it('reads the same with the names of ten thousand apps, some of them everyday words', () => {
    const apps = ['Users', 'Status', 'Access', ...Array.from({ length: 10_000 }, (_, at) => `Ledger ${at}`)];
    const asked = (text: string) => {
      const understanding = understand(text, { apps });
      return understanding.understood ? understanding.readings[0] : undefined;
    };

    assert.deepEqual(asked('how is ledger 77 doing?'), { kind: 'appStatus', app: 'ledger 77' });
    assert.deepEqual(asked('which users failed in Ledger 9?'), {
      kind: 'appProblems',
      app: 'Ledger 9',
      outcome: 'failed',
    });
    assert.equal(asked('which apps have problems?')?.kind, 'overview');
  });

  describe('asked what something means', () => {
    const asked: readonly (readonly [text: string, code: string])[] = [
      ['what does EntryConflict mean?', 'EntryConflict'],
      ['What does the error EntryConflict mean', 'EntryConflict'],
      ['what is the meaning of DuplicateTargetEntries?', 'DuplicateTargetEntries'],
      ['meaning of InvalidAnchor', 'InvalidAnchor'],
      ['explain error SalesforceLicenseLimitExceeded', 'SalesforceLicenseLimitExceeded'],
      ['explain SalesforceLicenseLimitExceeded', 'SalesforceLicenseLimitExceeded'],
      [
        'what is HybridSynchronizationActiveDirectoryInternalServerError',
        'HybridSynchronizationActiveDirectoryInternalServerError',
      ],
      ['EntryConflict', 'EntryConflict'],
      ['`RedundantExport`', 'RedundantExport'],
      ['BoxEntryConflict?', 'BoxEntryConflict'],
      ['we get AttributeValidationFailed, what now?', 'AttributeValidationFailed'],
      ['what does “NotEffectivelyEntitled” mean', 'NotEffectivelyEntitled'],
      ['what does "not effectively entitled" mean', 'not effectively entitled'],
      ['what does duplicate target entries mean?', 'duplicate target entries'],
      ['duplicate target entries', 'duplicate target entries'],
      ['why do I get EntryConflict in Zoom?', 'EntryConflict'],
      ['what does frobnication mean', 'frobnication'],
      ['what does 409 mean', '409'],
    ];
    for (const [text, code] of asked) it(`finds “${code}” in “${text}”`, () => assert.equal(meant(text), code));

    const pasted: readonly (readonly [name: string, text: string])[] = [
      [
        'a skip reason of the audit log',
        'User details: Skip reason = NotEffectivelyEntitled, Active = True, Assigned = False, Passed scope filter: True;',
      ],
      [
        'a sentence of the portal',
        'This object is not assigned to the application. If you did not expect the object to be skipped, assign the object to the application or change your scoping filter to allow all users and groups to be in scope for provisioning.',
      ],
      ['a part of a sentence', 'did not pass a scoping filter. If you did not expect the object to be skipped'],
      [
        'a whole skip message',
        "The User 'jordan@fabrikam.example' will be skipped due to the following reasons: 1) This object is not active in the source system.",
      ],
      [
        'a message about values',
        "User 'jordan@fabrikam.example' will be skipped because the value of the property displayName is missing or invalid.",
      ],
      [
        'a message with typographic quotes',
        'The User ‘jordan@fabrikam.example’ will be skipped due to the following reasons: 1) “This object is not active in the source system.”',
      ],
      ['an entry as JSON', '{ "id": "75532307-ab6e-4e4e-9d4e-b1ee6e7b1d26", "provisioningAction": "create" }'],
      ['a list of entries', '[{"id": "1", "jobId": "x"}]'],
      ['an entry in a code block', '```json\n{"Id": "1", "statusInfo": {"Status": 2}}\n```'],
      ['JSON with typographic quotes', '{ “provisioningAction”: “create”, “statusInfo”: { “status”: “skipped” } }'],
      ['a part of an entry', '"errorInformation": { "errorCode": "EntryConflict", "reason": "…" }'],
      [
        'a row of the download',
        '2026-11-03T08:12:44Z,9c1f5b0e-2f6a-4f6c-9b1e-0a2d4c6e8f10,Jordan Rivers,Create,Microsoft Entra ID,Zoom,Failure,EntryConflict',
      ],
      [
        'a row with its head',
        'Date;Identity;Action;Source System;Target System;Status\n03.11.2026 08:12;Jordan;Create;Entra;Zoom;Failure',
      ],
      [
        'an error with a status code',
        'StatusCode: 409 Message: Processing of the HTTP request resulted in an exception.',
      ],
    ];
    for (const [name, text] of pasted) {
      it(`hands on ${name} whole`, () => assert.equal(meant(text), text));
    }

    it('stays a question about somebody when it names somebody and an app', () => {
      const question = first('why did bob fail in Zoom with EntryConflict');

      assert.deepEqual(question, { kind: 'explain', user: 'bob', app: 'Zoom' });
    });

    it('hands on a paste that is far longer than a question', () => {
      const entry = JSON.stringify({
        id: '1',
        provisioningSteps: Array.from({ length: 600 }, (_, at) => ({
          name: `step ${at}`,
          details: { note: 'x'.repeat(40) },
        })),
      });

      assert.equal(meant(entry), entry);
    });
  });

  it('says that there is nothing in an empty text', () => {
    for (const text of ['', '   ', '\n\t', '\u200b\u200b', '<p>&nbsp;</p>'])
      assert.deepEqual(understand(text), { understood: false, reason: 'empty' });
  });

  it('does not understand small talk, one word that is no question, or mere signs', () => {
    for (const text of [
      'tell me a joke',
      'what is the weather in Lisbon?',
      'asdf',
      'alice',
      '🦆🦆🦆',
      '!!!',
      '---',
      '<<>>',
    ]) {
      assert.deepEqual(understand(text), { understood: false, reason: 'nonsense' }, text);
    }
  });

  it('refuses a text that is longer than anybody types and was not pasted from a log', () => {
    for (const text of [
      'why was alice skipped '.repeat(5_000),
      'a'.repeat(100_000),
      '🦆'.repeat(60_000),
      'x'.repeat(1_000_000),
    ]) {
      assert.deepEqual(understand(text), { understood: false, reason: 'tooLong' });
    }
  });

  it('has an answer for every text', () => {
    const piece = fc.constantFrom(
      'why ',
      'was ',
      'in ',
      '"',
      "'",
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
      ':',
      '/',
      ',',
      '\n',
      '{',
      'alice ',
      'skipped ',
      'group ',
      'مرحبا ',
      '🦆',
      'not ',
      'for ',
      'the ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
    );

    fc.assert(
      fc.property(text, fc.array(fc.string(), { maxLength: 4 }), (asked, apps) => {
        const understanding = understand(asked, { apps });

        if (!understanding.understood) return;
        assert.ok(understanding.readings.length >= 1 && understanding.readings.length <= 12);
        assert.ok(new Set(understanding.readings.map(({ kind }) => kind)).size <= 2);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads a text of four thousand characters whatever it is made of', () => {
    for (const piece of [
      'in ',
      'was not ',
      'a, ',
      'why ',
      '"a ',
      "o'n ",
      '<a ',
      '[a](',
      '&amp;',
      'for the ',
      'x@y.z ',
      'can you ',
      '{"a":',
      '* ',
      '_a ',
      'Sales ',
      'skipped in ',
    ]) {
      const understanding = understand(piece.repeat(Math.floor(4_000 / piece.length)));

      assert.equal(typeof understanding.understood, 'boolean');
    }
  });

  it('takes no order and no app out of words that were pasted', () => {
    for (const text of [
      'Message: Salesforce error: DUPLICATE_USERNAME: Duplicate Username. The username already exists in this or another Salesforce organization. This operation was retried 2 times. It will be retried again after this date: 2026-11-24T09:12:44Z',
      'Alert: Zendesk. Processing of the HTTP request resulted in an exception. Please stop the messages.',
    ]) {
      const understanding = understand(text);

      assert.ok(understanding.understood);
      assert.deepEqual(understanding.readings[0], { kind: 'meaning', text });
    }
  });
});
