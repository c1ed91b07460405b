import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ExplainQuestion } from '../../src/questions/question.ts';
import { understand } from '../../src/questions/understand.ts';
import { otherPhrasings, type Phrasing, whyPhrasings } from './explain-phrasings.ts';

function explained(text: string, apps: readonly string[] = []): readonly ExplainQuestion[] {
  const understanding = understand(text, { apps });
  assert.ok(understanding.understood, `not understood: ${text}`);
  return understanding.readings.map((reading) => {
    assert.equal(reading.kind, 'explain', text);
    return reading as ExplainQuestion;
  });
}

function check([text, user, app, subject]: Phrasing): void {
  const [first] = explained(text);
  assert.deepEqual({ user: first?.user ?? '', app: first?.app ?? '' }, { user, app });
  if (subject) assert.equal(first?.subject, subject);
}

/** People as directories have them: particles, hyphens, apostrophes, initials, scripts. */
const people = [
  'alice',
  'Priya Nair',
  'Tomás Ó Briain',
  'Siobhán O’Connell',
  'Ludwig van der Berg',
  'Jean-Luc Picot',
  'J. R. Hartley',
  'Nguyễn Thị Hồng',
  'Łukasz Żak',
  'Zoë',
  'Иван Петров',
  '田中 裕子',
  'محمد علي',
  'mcarter',
  'dana.r',
  'svc-backup01',
  'x.ng@fabrikam.example',
] as const;

const apps = [
  'Salesforce',
  'slack',
  'Box',
  'Monday.com',
  'Atlassian Cloud',
  'SAP Concur',
  'G Suite',
  'Workplace from Meta',
  'Sign in for Work',
  'Box for Business',
  'Frobnicate',
  'Quillstone Archive',
  'night rota',
  'MyCoolApp',
  '8x8',
  'Dropbox Business',
  'Miro',
] as const;

/** Sentences with one place for a person and one for an app; between them they use every part of the grammar. */
const templates: readonly ((user: string, app: string) => string)[] = [
  (user, app) => `why was ${user} skipped in ${app}?`,
  (user, app) => `Why wasn’t ${user} created in ${app}`,
  (user, app) => `why hasn't ${user} been provisioned to ${app} yet?`,
  (user, app) => `why is ${user} not in ${app}`,
  (user, app) => `why isn't ${user} showing up in ${app}?`,
  (user, app) => `why was ${user} removed from ${app}`,
  (user, app) => `can you tell me why ${user} was disabled in ${app}, please`,
  (user, app) => `what happened to ${user} in ${app}?`,
  (user, app) => `did ${user} make it into ${app}`,
  (user, app) => `has ${user} been provisioned to ${app}?`,
  (user, app) => `status of ${user} in ${app}`,
  (user, app) => `please check ${user} in ${app}`,
  (user, app) => `${user} was skipped in ${app}`,
  (user, app) => `${user} is missing in ${app}`,
  (user, app) => `${user} cannot log in to ${app}`,
  (user, app) => `why was user "${user}" skipped in "${app}"?`,
  (user, app) => `User: ${user}\nApp: ${app}`,
];

describe('a question about somebody in some app', () => {
  describe('that asks why', () => {
    for (const phrasing of whyPhrasings) it(`reads “${phrasing[0]}”`, () => check(phrasing));
  });

  describe('asked in other ways', () => {
    for (const phrasing of otherPhrasings) it(`reads “${phrasing[0].replaceAll('\n', ' ⏎ ')}”`, () => check(phrasing));
  });

  for (const [at, template] of templates.entries()) {
    it(`gives back every name put into “${template('…', '…').replaceAll('\n', ' ⏎ ')}”`, () => {
      for (const [offset, user] of people.entries()) {
        const app = apps[(offset + at) % apps.length] ?? 'Salesforce';

        const [first] = explained(template(user, app));

        assert.deepEqual({ user: first?.user, app: first?.app }, { user, app }, template(user, app));
      }
    });
  }

  it('gives back arbitrary names of letters', () => {
    const word = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z][aeiou][b-df-hj-np-tv-z]{1,3}[aeiou]x$/);
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const template = fc.constantFrom(...templates);

    fc.assert(
      fc.property(name, name, template, (user, app, sentence) => {
        const [first] = explained(sentence(user, app));

        assert.deepEqual({ user: first?.user, app: first?.app }, { user, app });
      }),
      { numRuns: 300 },
    );
  });

  it('lets the names of the tenant’s apps decide what is the app', () => {
    const plain = explained('jordan rivers field desk');
    const known = explained('jordan rivers field desk', ['Field Desk', 'Rota']);

    assert.ok(plain.length > 1, 'without a vocabulary several readings are left');
    assert.deepEqual({ user: known[0]?.user, app: known[0]?.app }, { user: 'jordan rivers', app: 'field desk' });
  });

  it('reads the app first when the tenant has an app of that name', () => {
    const [first] = explained('night rota jordan', ['Night Rota']);

    assert.deepEqual({ user: first?.user, app: first?.app }, { user: 'jordan', app: 'night rota' });
  });

  it('gives every way to part names that stand side by side, at most twelve, each once', () => {
    const readings = explained('maria del carmen lopez frobnicate');

    const seen = new Set(readings.map(({ user, app }) => `${user}|${app}`));
    assert.equal(seen.size, readings.length);
    assert.ok(readings.length <= 12);
    assert.ok(seen.has('maria del carmen lopez|frobnicate'));
  });

  it('keeps a code that was named out of the app’s name', () => {
    for (const tail of [
      'with EntryConflict',
      'because of EntryConflict',
      'with error EntryConflict',
      'EntryConflict',
    ]) {
      const [first] = explained(`why did Jordan fail in Frobnicate ${tail}`);

      assert.deepEqual({ user: first?.user, app: first?.app }, { user: 'Jordan', app: 'Frobnicate' });
    }
  });
});
