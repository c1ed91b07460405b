/* biome-ignore-all lint/suspicious/noThenProperty: "then and now" is the word of the contract */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answered } from '../../src/answers/answer.ts';
import type { ClauseFinding } from '../../src/diagnosis/diagnosis.ts';
import { word } from '../../src/words/word.ts';
import type { Reader, Worded, WordedExplanation } from '../../src/words/worded.ts';
import { hostile, traps, withTexts } from '../support/hostile.ts';
import { aDiagnosis, anExplanation, answered, gatesWith, samples } from '../support/sample-answers.ts';

const reader: Reader = { locale: 'en-GB', timeZone: 'Europe/London' };

describe('an explanation in words', () => {
  it('tells who was skipped where and why, with the wanted and the actual value', () => {
    const worded = explained('scoping filter');

    assert.equal(worded.headline, 'Alice Smith was skipped in Salesforce: the filter “Sales only” is not passed');
    assert.equal(worded.reason, 'the filter “Sales only” is not passed');
    assert.equal(worded.why, 'Department is “sales”, the filter wants “Sales”: EQUALS minds the case.');
    assert.equal(worded.verdictName, 'Skipped');
  });

  it('tells then and now, and when it should be settled', () => {
    const { now } = explained('mended since');

    assert.equal(
      now.text,
      'Alice Smith was skipped on Tue 17 Nov, 08:12, the reason then: the filter “Sales only” is not passed. ' +
        'Since then: department is “Sales” now (was “sales”). Expected to pass at the next cycle, about 13:18.',
    );
    assert.deepEqual([now.differs, now.expectedAt], [true, '2026-11-17T13:18:00Z']);
  });

  it('says plainly that nothing is to be fixed, and what to do if it is wanted after all', () => {
    const [nothing, wanted] = explained('not assigned, as expected').fix;

    assert.equal(nothing?.text, 'Nothing to fix: nothing shows that Alice Smith was meant to be in Salesforce.');
    assert.match(wanted?.text ?? '', /^If Alice Smith is meant to be in Salesforce: assign/);
  });

  it('quotes the app as the app, with the value it is about, and says when Entra tries again', () => {
    const { headline, why, now, evidence } = explained('value conflict');

    assert.equal(
      headline,
      'Provisioning Alice Smith to Salesforce failed: another account in Salesforce already holds “alice@contoso.com”',
    );
    assert.match(why, /Salesforce said: “unclaimed user already exists for that email address”\./);
    assert.match(why, /The value of userName is “alice@contoso\.com”/i);
    assert.match(now.text, /Entra tries again about Wed 18 Nov, 02:10/);
    assert.ok(
      evidence.some(
        ({ text, ref }) => text.startsWith('Salesforce said') && ref === '7c8f6a2e-41d0-4c55-9a5e-0b1f9d2c6a10',
      ),
    );
  });

  it('shows a code that nobody documents as it is, and guesses nothing', () => {
    const { headline, why } = explained('unknown code');

    assert.match(headline, /the reason “FrobnicationDenied” is not documented/);
    assert.match(why, /does not guess/);
    assert.match(why, /Frobnication of entry denied by upstream policy 17/);
  });

  it('says whom it took for the name, and how many others bear it', () => {
    assert.equal(
      explained('scoping filter').taken,
      'This is about Alice Smith (alice@contoso.com), the only match in the Salesforce log; 2 other people have that name.',
    );
  });

  it('names the gaps', () => {
    const notes = explained('no entry').notes.join(' ');

    assert.match(
      notes,
      /Cannot be checked from here: the attribute mappings and the scoping filter, because Microsoft Graph does not let/,
    );
    assert.match(
      notes,
      /Cannot be checked from here: scoping filter, because how Entra reads its pattern is not documented/,
    );
  });

  it('claims that only the assigned are provisioned where the log says so, and not otherwise', () => {
    const why = (then: 'shut' | 'unknown') =>
      explanationOf(
        anExplanation(aDiagnosis({ cause: 'not-assigned', gates: gatesWith({ assigned: [then, 'shut'] }) })),
      ).why;

    assert.match(why('shut'), /the log names that as the reason/);
    assert.match(why('unknown'), /an app that provisions assigned users and groups only leaves everybody else out/);
  });

  it('gives a page of documentation that is about the cause, the admin center and the app’s tutorial', () => {
    assert.deepEqual(
      explained('required attribute').links.map(({ url }) => url),
      [
        'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c2e88',
        'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/ProvisioningActivity/objectId/0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40',
        'https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes',
        'https://learn.microsoft.com/entra/identity/saas-apps/salesforce-provisioning-tutorial',
      ],
    );
  });

  it('holds in the ticket what Microsoft support asks for first', () => {
    const { ticket } = explained('scoping filter');

    for (const line of [
      'Verdict: Skipped',
      'Cause: scoping-filter, code NotEffectivelyEntitled',
      'Tenant: 3f1a5c7e-9b2d-4f60-81a3-c5e7092b4d6f',
      'Service principal: 0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40',
      'Job: Salesforce.3f1a5c7e9b2d4f6081a3c5e7092b4d6f.5d2f9f0e-6f3a-4e55-8f0c-2c1e8a7b9d31',
      'Cycle: 4457c2aa-90b1-47a3-8d7c-5f1be0aa3f21',
      'Change: 8aa1f0c3-2b64-4f2e-b1d7-6f0a4f9be112',
      'Log entry: 7c8f6a2e-41d0-4c55-9a5e-0b1f9d2c6a10',
      'Tue 17 Nov, 08:12 (2026-11-17T08:12:44Z): create in the log: skipped',
    ]) {
      assert.ok(ticket.includes(line), line);
    }
    assert.match(ticket, /^1\. Helpdesk: /m);
  });

  it('names a group and a worker as such', () => {
    const headline = (type: 'group' | 'worker', name: string) =>
      explanationOf(
        anExplanation(aDiagnosis({ cause: 'not-assigned' }), { subject: { type, id: '1', name, attributes: {} } }),
      ).headline;

    assert.equal(
      headline('group', 'Sales Team'),
      'The group Sales Team was skipped in Salesforce: not assigned to Salesforce',
    );
    assert.equal(
      headline('group', 'Group Finance'),
      'The group Finance was skipped in Salesforce: not assigned to Salesforce',
    );
    assert.equal(headline('worker', '21023'), 'The worker 21023 was skipped in Salesforce: not assigned to Salesforce');
  });

  it('falls back on an address or an id where the directory holds no name', () => {
    const subject = {
      type: 'user',
      id: 'id-1',
      name: ' ',
      userPrincipalName: 'x@contoso.com',
      attributes: {},
    } as const;
    const app = { id: 'app-1', name: '', roles: [] };

    const { headline } = explanationOf(anExplanation(aDiagnosis({ cause: 'no-record' }), { subject, app }));

    assert.match(headline, /^x@contoso\.com was skipped in app-1/i);
  });
});

describe('a clause in words', () => {
  const cases: readonly (readonly [Partial<ClauseFinding>, string])[] = [
    [
      { actual: null, hint: 'empty' },
      'Department is empty, the filter wants “Sales”: an empty value does not pass it.',
    ],
    [
      { actual: 'Sales ', hint: 'whitespace' },
      'Department is “Sales ”, the filter wants “Sales”: a space at the beginning or end makes the difference.',
    ],
    [{ operator: 'NOT EQUALS', actual: 'Sales' }, 'Department is “Sales”, the filter wants any value but “Sales”.'],
    [
      { operator: 'IS NOT NULL', wanted: [], actual: null, hint: 'empty' },
      'Department is empty, the filter wants it filled.',
    ],
    [
      { attribute: 'dirSyncEnabled', operator: 'IS TRUE', wanted: [], actual: false },
      'dirSyncEnabled is false, the filter wants true.',
    ],
    [
      { operator: 'Greater_Than_OR_EQUALS', actual: 7, wanted: ['10'] },
      'Department is 7, the filter wants “10” or more.',
    ],
    [{ operator: 'FUTURE_OP', actual: 'x' }, 'Department is “x”, the filter wants FUTURE_OP “Sales”.'],
    [{ actualThen: 'Marketing' }, 'Department was “Marketing”, the filter wants “Sales”.'],
    [{ actual: ['a', 'b', 'c', 'd', 'e'] }, 'Department is “a”, “b”, “c” and 2 more, the filter wants “Sales”.'],
  ];
  for (const [parts, expected] of cases) {
    it(`reads: ${expected}`, () => {
      const clause: ClauseFinding = {
        filter: 'F',
        attribute: 'department',
        operator: 'EQUALS',
        wanted: ['Sales'],
        then: 'false',
        now: 'false',
        ...parts,
      };

      assert.equal(explanationOf(anExplanation(aDiagnosis({ clauses: [clause] }))).why, expected);
    });
  }

  it('is one of several, of which one filter passed in full is enough', () => {
    const clause = (filter: string, attribute: string): ClauseFinding => ({
      filter,
      attribute,
      operator: 'EQUALS',
      wanted: ['x'],
      actual: 'y',
      then: 'false',
      now: 'false',
    });

    const { reason, why } = explanationOf(
      anExplanation(aDiagnosis({ clauses: [clause('A', 'city'), clause('B', 'state'), clause('B', 'country')] })),
    );

    assert.equal(reason, 'no scoping filter is passed (“A”, “B”)');
    assert.match(why, /1 more clause fails\. One filter passed in full would be enough\.$/);
  });
});

describe('other answers in words', () => {
  it('tell a code with its own meaning and steps, each with who does it', () => {
    const worded = wordedAs('meaning', samples.meaning);

    assert.equal(worded.headline, 'BoxEntryConflict: Another account in the app holds the value');
    assert.deepEqual(
      worded.fix.map(({ ownerName }) => ownerName),
      ['App owner', 'Entra admin', 'Helpdesk'],
    );
    assert.ok(worded.links.length > 0);
  });

  it('tell the kind of a candidate only where kinds are mixed', () => {
    const question = { kind: 'explain', user: 'sales', app: 'Slack' } as const;
    const one = { id: '1', name: 'Sales', detail: ['a@contoso.com', '', 'Sales'], question };
    const choice = (types: readonly ('user' | 'group')[]) =>
      wordedAs(
        'choice',
        answered({
          kind: 'choice',
          question,
          of: 'subject',
          text: 'sales',
          total: 2,
          candidates: types.map((type) => ({ ...one, type })),
        }),
      );

    assert.deepEqual(
      choice(['user', 'group']).candidates.map(({ detail }) => detail),
      ['Person · a@contoso.com · Sales', 'Group · a@contoso.com · Sales'],
    );
    assert.deepEqual(
      choice(['user', 'user']).candidates.map(({ detail }) => detail),
      ['a@contoso.com · Sales', 'a@contoso.com · Sales'],
    );
  });

  it('ask which app it is about where none was named', () => {
    const question = { kind: 'explain', user: 'otto' } as const;
    const candidates = ['Slack', 'Zoom'].map(
      (name) => ({ type: 'app', id: name, name, detail: [], question }) as const,
    );

    const asked = wordedAs('choice', answered({ kind: 'choice', question, of: 'app', text: '', total: 2, candidates }));

    assert.equal(asked.headline, 'Which app is it about?');
  });

  it('tell what sets a candidate apart before it is chosen', () => {
    const question = { kind: 'explain', user: 'sales', app: 'Slack' } as const;
    const one = { id: '1', name: 'Sales', detail: ['a@contoso.com'], question, type: 'user' } as const;
    const candidates = [
      { ...one, flags: ['guest', 'disabled'] },
      { ...one, flags: ['deleted'] },
      { ...one, type: 'group', flags: ['group'] },
    ] as const;
    const choice = { kind: 'choice', question, of: 'subject', text: 'sales', total: 3, candidates } as const;

    assert.deepEqual(
      wordedAs('choice', answered(choice)).candidates.map(({ detail }) => detail),
      ['Person · Guest · Disabled · a@contoso.com', 'Person · Deleted · a@contoso.com', 'Group · a@contoso.com'],
    );
    assert.match(wordedAs('choice', answered({ ...choice, more: true })).text, /not all of them were read/);
  });

  it('give somebody who was not found a way on, with questions to try where nothing comes near', () => {
    const question = { kind: 'explain', user: 'zzyzx', app: 'Slack' } as const;
    const nobody = { kind: 'notFound', question, of: 'subject', text: 'zzyzx', candidates: [] } as const;
    const worded = wordedAs('notFound', answered(nobody));

    assert.match(worded.text, /^Nobody in the directory/);
    assert.deepEqual(worded.examples[0], 'why was alice@contoso.com skipped in Slack?');
    assert.match(wordedAs('notFound', answered({ ...nobody, of: 'app' })).examples[0] ?? '', /zzyzx/);
    assert.deepEqual(wordedAs('notFound', samples['not found']).examples, []);
  });

  it('tell the asker whom to tell when Graph refused, and name the permission', () => {
    const worded = wordedAs('denied', samples.denied);

    assert.match(worded.text, /Tell the operator of Skipper: the application permission ProvisioningLog\.Read\.All/);
  });

  it('tell when to ask again, and what is known all the same', () => {
    const worded = wordedAs(
      'unavailable',
      answered({
        kind: 'unavailable',
        question: { kind: 'help' },
        because: 'unreachable',
        retryAt: '2026-11-17T12:50:30Z',
        correlationId: 'c-1',
        subject: { type: 'user', id: '1', name: 'Alice Smith', attributes: {} },
      }),
    );

    assert.equal(
      worded.text,
      'No connection came about, so nothing was read. Found so far: “Alice Smith”; why is not known yet. Ask again about 12:51.',
    );
    assert.equal(worded.correlationId, 'c-1');
  });

  it('tell what is missing from a question, with the part that was understood', () => {
    const worded = wordedAs(
      'notUnderstood',
      answered({
        kind: 'notUnderstood',
        question: { kind: 'explain', user: 'alice' },
        text: 'alice',
        reason: 'missing-app',
      }),
    );

    assert.equal(worded.headline, 'In which app is “alice” missing?');
    assert.equal(worded.examples[0], 'why was alice skipped in Salesforce?');
  });
});

describe('a failure or a wait to take somebody away', () => {
  const telling = (action: string) => ({ id: 'e-1', at: '2026-11-17T08:12:00Z', action });
  const said = (over: Parameters<typeof aDiagnosis>[0]) => explanationOf(anExplanation(aDiagnosis(over)));

  it('does not read like one to let somebody in', () => {
    const failed = said({ verdict: 'failed', cause: 'app-unavailable', telling: telling('disable') });

    assert.match(failed.headline, /^Taking .+ away from Salesforce failed/);
    assert.match(failed.why, /may still be active/);
    const held = said({ verdict: 'pending', cause: 'deletions-held', telling: telling('stagedDelete') });
    assert.match(held.headline, /is still in Salesforce/);
    const update = said({ verdict: 'failed', cause: 'request-rejected', telling: telling('update') });
    assert.match(update.headline, /^Updating .+ in Salesforce failed/);
    const leaver = said({
      verdict: 'provisioned',
      cause: 'provisioned',
      expected: true,
      now: { differs: true, changes: [{ change: 'disabled' }] },
      fix: [{ step: 'nothing-to-do', owner: 'helpdesk' }],
    });
    assert.match(leaver.fix[0]?.text ?? '', /takes the account of .+ away/);
  });

  it('quotes what Entra logged without its labels and its retries', () => {
    const raw =
      'Message: The app answered 500. This operation was retried 8 times. It will be retried again after this date: x';
    const { why } = said({
      verdict: 'failed',
      cause: 'app-unavailable',
      appAnswer: { code: 'InternalServerError', raw },
    });

    assert.match(why, /The log says: “The app answered 500\.”/);
    assert.doesNotMatch(why, /retried/);
  });
});

describe('the steps for a scoping filter', () => {
  const clause = (filter: string, attribute: string, wanted: string, actual: string) =>
    ({
      filter,
      attribute,
      operator: 'EQUALS',
      wanted: [wanted],
      actual,
      // biome-ignore lint/suspicious/noThenProperty: the word for the past, never a function
      then: 'false',
      now: 'false',
    }) as const;
  const steps = (...clauses: readonly ReturnType<typeof clause>[]) =>
    explanationOf(
      anExplanation(
        aDiagnosis({
          verdict: 'skipped',
          cause: 'scoping-filter',
          clauses,
          fix: [{ step: 'correct-attribute-for-filter', owner: 'helpdesk' }],
        }),
      ),
    ).fix[0]?.text;

  it('name every value that the nearest filter wants', () => {
    const two = [clause('UK sales', 'department', 'Sales', 'HR'), clause('UK sales', 'country', 'GB', 'FR')];

    assert.match(steps(...two) ?? '', /set department to “Sales” and country to “GB”, exactly so/);
    assert.match(
      steps(...two, clause('Marketing', 'department', 'Marketing', 'HR')) ?? '',
      /^If the value is wrong, set department of .+ to “Marketing”, exactly so\.$/,
    );
  });
});

describe('a reader', () => {
  const nowFor = (one: Reader) => explanationOf(samples['mended since'], one).now.text;

  it('gets times in the own time zone and in the forms of the own region', () => {
    assert.match(nowFor({ locale: 'en-GB', timeZone: 'Europe/London' }), /Tue 17 Nov, 08:12.*about 13:18/);
    assert.match(nowFor({ locale: 'en-US', timeZone: 'America/New_York' }), /Tue, Nov 17, 03:12\sAM.*about 08:18\sAM/);
    assert.match(nowFor({ locale: 'de-DE', timeZone: 'Europe/Berlin' }), /09:12.*about 14:18/);
  });

  it('gets the day too when it is another day there', () => {
    assert.match(
      explanationOf(samples['value conflict'], { locale: 'en-GB', timeZone: 'Europe/London' }).now.text,
      /about Wed 18 Nov, 02:10/,
    );
    assert.match(
      explanationOf(samples['value conflict'], { locale: 'en-GB', timeZone: 'Pacific/Honolulu' }).now.text,
      /about 16:10/,
    );
  });

  it('with a locale or zone that does not exist gets English and UTC', () => {
    for (const locale of ['', 'xx-invalid-locale-tag-much-too-long', 'not a locale', '\u0000', 'zz']) {
      for (const timeZone of ['', 'Mars/Olympus', '\u0000']) {
        assert.match(nowFor({ locale, timeZone }), /08:12/);
      }
    }
  });

  it('gets the year where it is another', () => {
    const diagnosis = aDiagnosis({
      cause: 'provisioned',
      verdict: 'provisioned',
      lastGood: { at: '2025-12-30T10:00:00Z', action: 'create', changed: [], ref: 'r' },
    });

    assert.match(explanationOf(anExplanation(diagnosis)).headline, /created on Tue,? 30 Dec 2025, 10:00/);
  });
});

describe('text from outside', () => {
  it('never makes the words throw, and comes out as one visible line of limited length', () => {
    const names = Object.keys(samples);
    fc.assert(
      fc.property(fc.constantFrom(...names), hostile(), (name, text) => {
        const sample = samples[name];
        assert.ok(sample);
        for (const shown of shownTexts(word(withTexts(sample, text), reader))) assertVisible(shown);
      }),
      { numRuns: 400 },
    );
  });

  it('is cut, and the links stay whole', () => {
    for (const trap of traps) {
      const worded = explanationOf(
        withTexts(anExplanation(aDiagnosis({ fix: [{ step: 'enable-account', owner: 'helpdesk' }] })), trap),
      );

      assert.ok(worded.headline.length < 500, worded.headline);
      for (const { url } of worded.links) {
        assert.ok(URL.canParse(url), url);
        assert.match(new URL(url).hostname, /^(?:entra|learn)\.microsoft\.com$/);
        assert.doesNotMatch(url, /[\s<>"*[\]()`{}]/, url);
      }
    }
  });

  it('leaves the question as it was asked', () => {
    const question = { kind: 'explain', user: 'a\u200Bb', app: '\u202Ex' } as const;

    assert.deepEqual(
      word(answered({ kind: 'choice', question, of: 'subject', text: 'a\u200Bb', candidates: [], total: 0 }), reader)
        .question,
      question,
    );
  });

  it('keeps spaces at the end of a value: they can be the reason', () => {
    const clause: ClauseFinding = {
      filter: '',
      attribute: 'department',
      operator: 'EQUALS',
      wanted: ['Sales'],
      actual: 'Sales ',
      then: 'false',
      now: 'false',
      hint: 'whitespace',
    };

    assert.match(explanationOf(anExplanation(aDiagnosis({ clauses: [clause] }))).why, /“Sales ”/);
  });
});

function explanationOf(answer: Answered | undefined, one: Reader = reader): WordedExplanation {
  return wordedAs('explanation', answer, one);
}

function explained(name: string): WordedExplanation {
  return explanationOf(samples[name]);
}

/** The shape of words that a kind of answer gets; several kinds can share one. */
type WordedAs<Kind extends Worded['kind'], Each = Worded> = Each extends { kind: infer Kinds }
  ? Kind extends Kinds
    ? Each
    : never
  : never;

function wordedAs<Kind extends Worded['kind']>(
  kind: Kind,
  answer: Answered | undefined,
  one: Reader = reader,
): WordedAs<Kind> {
  assert.ok(answer);
  const worded = word(answer, one);
  assert.equal(worded.kind, kind);
  return worded as WordedAs<Kind>;
}

function shownTexts(value: unknown, key = ''): string[] {
  if (key === 'question') return [];
  if (typeof value === 'string') return key === 'ticket' ? value.split('\n') : [value];
  if (Array.isArray(value)) return value.flatMap((one) => shownTexts(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => shownTexts(part, name));
}

function assertVisible(text: string): void {
  assert.doesNotMatch(text, /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u, JSON.stringify(text));
  assert.ok(text.isWellFormed());
  assert.ok(text.length <= 4000, `${text.length} characters`);
}
