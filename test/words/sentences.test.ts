import assert from 'node:assert/strict';
import { coreCauses, furtherCauses } from '../../src/diagnosis/causes.ts';
import { type Diagnosis, type Note, stepIds, type Verdict } from '../../src/diagnosis/diagnosis.ts';
import { topicIds } from '../../src/questions/topics/ids.ts';
import { word } from '../../src/words/word.ts';
import type { Worded, WordedExplanation } from '../../src/words/worded.ts';
import { aDiagnosis, anExplanation, answered, gatesWith, moment, samples } from '../support/sample-answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const verdicts: readonly Verdict[] = [
  'provisioned',
  'deprovisioned',
  'skipped',
  'failed',
  'pending',
  'notProvisioned',
  'unknown',
];
const causes = [...coreCauses, ...furtherCauses];

describe('the sentences', () => {
  it('are there for every cause under every verdict, and read as sentences', () => {
    for (const cause of causes) {
      for (const verdict of verdicts) {
        for (const type of ['user', 'group', 'worker'] as const) {
          const worded = explained(aDiagnosis({ cause, verdict, also: ['not-assigned'] }), type);

          assertReadable(worded, `${cause}, ${verdict}, ${type}`);
          assert.ok(
            worded.headline.includes('Salesforce') || furtherCauses.some((one) => one === cause),
            worded.headline,
          );
        }
      }
    }
  });

  it('tell every two causes apart by their reason', () => {
    const reasons = causes.map((cause) => {
      const verdict = cause === 'deprovisioned' ? cause : 'skipped';
      return explained(aDiagnosis({ cause, verdict })).reason;
    });

    assert.equal(new Set(reasons).size, causes.length);
  });

  it('are there for every step, and name a menu where there is something to click', () => {
    for (const step of stepIds) {
      const [fix] = explained(aDiagnosis({ fix: [{ step, owner: 'entra-admin' }] })).fix;

      assert.ok(fix && fix.text.length > 14, step);
      assert.equal(fix.ownerName, 'Entra admin');
      assert.match(fix.text, /[.!?]$/, step);
      if (fix.link) assert.match(fix.path ?? '', /^Entra ID > /, `${step} has a link, and so a menu path`);
    }
  });

  it('are there for every note', () => {
    const job = { state: 'quarantine', quarantine: { reason: 'TooManyDeletes' } } as const;
    const parts = ['jobs', 'schema', 'log', 'assignments', 'memberships', 'syncAll'] as const;
    const whys = ['forbidden', 'notFound', 'notRead', 'unavailable'] as const;
    const abstentions = [
      'regex',
      'multi-valued',
      'date',
      'unsupported-attribute',
      'unknown-attribute',
      'unknown-operator',
      'not-a-number',
      'not-read',
    ] as const;
    const notes: Note[] = [
      ...parts.flatMap((part) => whys.map((why) => ({ note: 'gap', part, why }) as const)),
      ...abstentions.map((abstained) => ({ note: 'gate-unknown', gate: 'filter', abstained }) as const),
      { note: 'gate-unknown', gate: 'role' },
      { note: 'job-trouble', job },
      { note: 'assigned-recently', at: moment },
      { note: 'dynamic-group', group: 'Sales EMEA' },
      { note: 'sync-all-unknown' },
      { note: 'log-truncated' },
      { note: 'duplicate-role', roles: ['', 'Admin'] },
      { note: 'unknown-code', code: 'Frob' },
    ];

    const worded = explained(aDiagnosis({ notes }));

    assert.equal(new Set(worded.notes).size, notes.length);
    for (const note of worded.notes) assertSentence(note, note);
  });

  it('are there for every topic', () => {
    assert.ok(topicIds.length >= 25);
    for (const topic of topicIds) {
      const worded = word(answered({ kind: 'topic', question: { kind: 'topic', topic }, topic }), reader);

      assert.equal(worded.kind, 'topic');
      assert.ok(worded.links.length > 0, topic);
      assertSentence(worded.text, topic);
    }
  });

  for (const [name, answer] of Object.entries(samples)) {
    it(`read well for "${name}"`, () => assertReadable(word(answer, reader), name));
  }

  it('name people instead of pronouns, and are free of emoji', () => {
    for (const answer of Object.values(samples)) {
      const text = textsOf(word(answer, reader)).join(' ');

      assert.doesNotMatch(text, /\b(?:she|he|her|hers|his|him)\b/i);
      assert.doesNotMatch(text, /\p{Extended_Pictographic}/u);
    }
  });

  it('say what is shut, open and not known in the text for the ticket', () => {
    const gates = gatesWith({ assigned: 'shut', role: 'unknown', matching: 'none', filter: ['shut', 'open'] });

    const { ticket } = explained(aDiagnosis({ cause: 'not-assigned', gates }));

    assert.match(ticket, /assigned to the app: not passed today, not passed in the log/);
    assert.match(ticket, /role that entitles: not known today, not known in the log/);
    assert.match(ticket, /scoping filter: passed today, not passed in the log/);
    assert.match(ticket, /matching attribute: does not apply/);
    assert.match(
      ticket,
      /Ruled out\n- These stand open today: account active, scoping filter, required attributes, write to the app/,
    );
  });
});

function explained(diagnosis: Diagnosis, type: 'user' | 'group' | 'worker' = 'user'): WordedExplanation {
  const worded = word(
    anExplanation(diagnosis, { subject: { type, id: 'id-1', name: 'Alice Smith', attributes: {} } }),
    reader,
  );
  assert.equal(worded.kind, 'explanation');
  return worded;
}

function assertReadable(worded: Worded, name: string): void {
  assert.ok(worded.headline.trim().length > 5, name);
  assert.doesNotMatch(worded.headline, /\.$/, `${name}: a headline is no sentence`);
  assert.match(worded.headline, /^[\p{Lu}\d“]/u, `${name}: ${worded.headline}`);
  for (const text of textsOf(worded)) {
    assert.doesNotMatch(
      text,
      /undefined|(?<!if )\bnull\b|NaN|\[object|\{(?:app|person|property)\}|Invalid Date/,
      `${name}: ${text}`,
    );
    assert.doesNotMatch(text, /,\.|\.\.(?!\.)|,,| ,| \.(?:\s|$)|\(\)|“”|\s{2,}|: *$/, `${name}: ${text}`);
  }
  if ('why' in worded && worded.why !== '') assertSentence(worded.why, name);
  if (worded.kind === 'explanation' && worded.now.text !== '') assertSentence(worded.now.text, name);
}

function assertSentence(text: string, name: string): void {
  assert.match(text, /^[\p{L}\d“'"][\s\S]{8,}[.!?…”]$/u, `${name}: ${text}`);
}

/** Whatever a person reads, but the ticket, which is lines. */
function textsOf(worded: Worded): string[] {
  const lists = [
    'evidence' in worded ? worded.evidence.map(({ text }) => text) : [],
    'fix' in worded ? worded.fix.flatMap(({ text, path }) => [text, path ?? 'none']) : [],
    'notes' in worded ? worded.notes : [],
    'links' in worded ? worded.links.map(({ title }) => title) : [],
    'examples' in worded ? worded.examples : [],
  ];
  const texts = ['why', 'text', 'reason'].flatMap((key) => {
    const text = (worded as unknown as Record<string, unknown>)[key];
    return typeof text === 'string' ? [text] : [];
  });
  const now = worded.kind === 'explanation' && worded.now.text !== '' ? [worded.now.text] : [];
  return [worded.headline, ...texts, ...now, ...lists.flat()];
}
