import assert from 'node:assert/strict';
import { calibrationError } from './calibration.ts';
import { missesOf } from './floors.ts';
import { figuresOf, type Measured, measureRound } from './measure.ts';
import { placeOf } from './place.ts';
import { missLines, roundLines, wrongLines } from './report.ts';
import { readRounds } from './sets.ts';
import { isRight, verdictOn, verdictOnName } from './verdict.ts';

describe('texts of people who know neither the training texts nor the code', function () {
  this.timeout(120_000);
  let latest: Measured;

  before(async () => {
    const round = readRounds().at(-1);
    assert.ok(round);
    latest = await measureRound(round, ['utterances', 'names', 'offtopic']);
  });

  it('are answered as well as agreed', () => {
    const misses = missesOf(figuresOf(latest));
    assert.deepEqual(misses, [], [...missLines(misses), '', ...wrongLines(latest)].join('\n'));
  });

  it('are asked whole: every text that the round holds', () => {
    const round = readRounds().at(-1);
    assert.equal(latest.utterances.length, round?.utterances.flatMap(({ texts }) => texts).length);
    assert.equal(latest.names.length, round?.names.length);
    assert.equal(latest.offtopic.length, round?.offtopic.length);
  });
});

describe('the rounds of texts', () => {
  const rounds = readRounds();

  it('each hold texts of every sort; other languages, most of them', () => {
    for (const { number, utterances, names, offtopic, dialogues } of rounds) {
      const texts = utterances.flatMap((one) => one.texts);
      for (const each of [texts, names, offtopic, dialogues]) assert.ok(each.length > 0, `round ${number}`);
    }
    assert.ok(rounds.filter(({ languages }) => languages.length > 0).length >= 6);
  });

  it('name only who and what their tenant has', () => {
    for (const { utterances, tenant, tenantOfDialogues, languages, dialogues, names } of rounds) {
      const turns = dialogues.flatMap((dialogue) => dialogue.turns);
      for (const one of [...utterances, { tenant: tenantOfDialogues, texts: [...languages, ...turns] }]) {
        const place = placeOf(one.tenant);
        for (const text of one.texts) {
          const { people, apps } = place.meantBy({ meant: text.meant });
          assert.equal(people.length + apps.length, text.meant?.split(' / ').filter(Boolean).length ?? 0, text.text);
        }
      }
      const place = placeOf(tenant);
      for (const { invented } of names) assert.deepEqual(place.meantBy({ meant: invented }).people, [], invented);
    }
  });
});

describe('the measure of understanding', () => {
  const place = placeOf({
    name: 'Kestrel Rail',
    domain: 'kestrel.example',
    apps: ['Slack', 'Zoom'],
    people: [
      { name: 'Alice Young', upn: 'alice@kestrel.example' },
      { name: 'Bob Day', upn: 'bob@kestrel.example' },
    ],
    groups: [],
  });
  const [slack, zoom] = place.apps.map(({ id }) => id);
  const [alice, bob] = place.subjects.map(({ id }) => id);
  assert.ok(slack && zoom && alice && bob);
  const text = { text: 'why is alice not in slack?', accept: ['explanation'], meant: 'Alice Young / Slack' };
  const meant = place.meantBy(text);

  it('finds right only the kind, the person and the app that were meant', () => {
    const told = { kind: 'explanation', people: [alice], apps: [slack] };
    assert.ok(isRight(told, text, meant));
    assert.ok(!isRight({ ...told, kind: 'userOverview' }, text, meant));
    assert.ok(!isRight({ ...told, people: [bob] }, text, meant));
    assert.ok(!isRight({ ...told, apps: [zoom] }, text, meant));
  });

  it('wants everybody of whom several were meant', () => {
    const several = { ...text, accept: ['explanations'], meant: 'Alice Young / Bob Day / Slack' };
    const told = { kind: 'explanations', people: [alice, bob], apps: [slack] };
    assert.ok(isRight(told, several, place.meantBy(several)));
    assert.ok(!isRight({ ...told, people: [alice] }, several, place.meantBy(several)));
  });

  it('counts what was offered to choose from apart from what was answered at once', () => {
    const question = { kind: 'explain', user: 'Alice Young', app: 'Slack' } as const;
    const offered = { type: 'question', id: '', name: '', detail: [], question } as const;
    const choice = { kind: 'choice', question, of: 'question', text: '', candidates: [offered], total: 1 } as const;
    const { right, close } = verdictOn(choice, text, place);
    assert.deepEqual([right, close], [false, true]);
  });

  it('takes an invented name for told where nobody was found', () => {
    const question = { kind: 'explain', user: 'Alice Day', app: 'Slack' } as const;
    const answer = { kind: 'notFound', question, of: 'subject', text: 'Alice Day', candidates: [] } as const;
    const invented = { text: 'why is alice day not in slack?', invented: 'Alice Day', near: 'Alice Young' };
    assert.deepEqual(verdictOnName(answer, invented, place), { somebodyElse: false, told: true });
  });

  it('calls a reader that is always as sure as it is right perfectly calibrated', () => {
    const bin = { from: 0.7, to: 0.8, right: { count: 3, of: 4 }, mean: 0.75 };
    assert.equal(calibrationError([bin]), 0);
    assert.equal(calibrationError([{ ...bin, mean: 0.5 }]), 0.25);
  });

  it('names a floor that is missed, and prints every figure', () => {
    const nothing = { count: 0, of: 0 };
    const figures = figuresOf({ round: 0, utterances: [], names: [], offtopic: [], turns: [], languages: [] });
    assert.deepEqual(missesOf(figures), []);
    const misses = missesOf({ ...figures, right: { count: 0, of: 1 }, changes: { count: 1, of: 1 } });
    assert.deepEqual(
      misses.map(({ figure }) => figure),
      ['right', 'changes'],
    );
    assert.deepEqual(figures.right, nothing);
    assert.match(roundLines([figures]).join('\n'), /right at once +–/);
  });
});
