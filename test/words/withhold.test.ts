import assert from 'node:assert/strict';
import type { Answered } from '../../src/answers/answer.ts';
import { renderCard } from '../../src/teams/cards/render.ts';
import { labelsFor } from '../../src/words/languages.ts';
import { type Audience, word } from '../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';
import { withTexts } from '../support/hostile.ts';
import { samples } from '../support/sample-answers.ts';

const reader = { locale: 'en-GB', timeZone: 'UTC' };

/** Where text may stand that others read too: names, ids and codes, and what the admins of the tenant wrote. */
const open = [
  /^(asOf|raw|code|text|topic|correlationId|permission|tenantId)$/,
  /^(subject|app)\.(id|appId|name|galleryName|templateId|type)$/,
  /^about\.(user|app)$/,
  /^taken\./,
  /^candidates\.\*\.(id|name)$/,
  /^(app|subscriptions\.\*.*)\.(id|name|at|timeZone|code|conversationId)$/,
  /^diagnosis\.(code|documented)$/,
  /^diagnosis\.telling\./,
  /(^|\.)(clauses\.\*|clause)\.(filter|attribute|operator)$/,
  /(^|\.)assignment\.(groups\.\*\.(id|name|via)|roles\.\*|uncounted\.\*)$/,
  /(^|\.)(property|matching)\.(target|expression|sources\.\*\.name)$/,
  /(^|\.)job\./,
  /^diagnosis\.appAnswer\.(code|scimType|value\.property)$/,
  /^diagnosis\.lastGood\.(action|ref|at|changed\.\*\.name)$/,
  /^diagnosis\.proof\.\*\.(step|status|action|code|ref|cycleId|changeId|at|from|to)$/,
  /^diagnosis\.now\.changes\.\*\.(name|group)$/,
  /^diagnosis\.notes\.\*\.(group|code|roles\.\*|part)$/,
  /^diagnosis\.fix\.\*\.code$/,
  /^trouble\.(error\.code|entryId)$/,
  /^(apps\.\*\.app|provisioned\.\*)\.(id|name)$/,
  /^cycles\.(last\.problems|standing)\.\*\.(code|subjects\.\*\.(id|name|entryId))$/,
  /^health\.(firstCycle\.units|lastCycle\.(id|error\.code)|quarantine\.(reason|error\.code))$/,
  /^apps\.\*\.(app\.(id|name)|diagnosis\.(telling\.id|proof\.\*\.(action|status|code|ref)))$/,
  /^changes\.\*\.(quarantine\.(reason|error\.code)|cycle\.(activityIdentifier|error\.code))$/,
  /^(summary|apps\.\*)\.problems\.\*\.(code|subjects\.\*\.(id|name))$/,
  /^subscription\.(app|by)\.(id|name)$/,
  /^named$/,
  /^people\.\*\.(text|id|name|ref)$/,
  /^people\.\*\.answer\.(text|(subject|app)\.(id|name)|candidates\.\*\.(id|name))$/,
  /^affected\.people\.\*\.(id|name|ref)$/,
  /^others\.groups\.\*\.(code|common\.code)$/,
  /^groups\.\*\.(code|common\.code|people\.\*\.(id|name|ref))$/,
];

/** Every place of the answer whose text can be read on the card. */
function shownPlaces(answered: Answered, audience: Audience): ReadonlySet<string> {
  const places: string[] = [];
  const planted = withTexts(answered, (path) => `zq${places.push(path) - 1}qz`);
  const worded = word(planted, reader, audience);
  const shown = JSON.stringify([renderCard(worded, labelsFor(reader)), worded]);
  const found = [...shown.matchAll(/zq(\d+)qz/gi)].map(([, index]) => places[Number(index)] ?? '');
  return new Set(found.filter((place) => !place.includes('question')));
}

describe('what others read', () => {
  let tenant: AskedTenant;
  const answers: Answered[] = [];
  before(async function () {
    this.timeout(60_000);
    tenant = await askedTenant();
    for (const { question } of tenant.sandbox.tenant.scenarios) answers.push(await tenant.ask(question));
    answers.push(...Object.values(samples));
  });
  after(() => tenant.close());

  it('holds names and codes, and no value of anybody', () => {
    const leaks = new Set<string>();
    for (const answered of answers) {
      const { answer } = answered;
      // A pasted text is there for all to read already, and what an app is called is nobody's attribute.
      if (answer.kind === 'meaning' || ('of' in answer && answer.of === 'app')) continue;
      for (const place of shownPlaces(answered, 'everybody'))
        if (!open.some((one) => one.test(place))) leaks.add(place);
    }

    assert.deepEqual([...leaks].sort(), []);
  });

  it('is less than the asker reads', () => {
    const forAsker = new Set(answers.flatMap((answered) => [...shownPlaces(answered, 'asker')]));

    for (const place of [
      'diagnosis.clauses.*.actual',
      'diagnosis.clauses.*.wanted.*',
      'diagnosis.appAnswer.value.value',
      'diagnosis.now.changes.*.to',
      'subject.userPrincipalName',
    ])
      assert.ok(forAsker.has(place), `${place} was never shown, so nothing was proved of it`);
  });

  it('holds none of the attributes that the sample tenant has of somebody', () => {
    const { directory } = tenant.sandbox.tenant;
    const leaks: string[] = [];
    let shownToAsker = 0;
    for (const answered of answers) {
      const { answer } = answered;
      const person = answer.kind === 'explanation' ? directory.findPerson(answer.subject.id) : undefined;
      if (answer.kind !== 'explanation' || !person) continue;
      const ownWords = [answer.app.name, answer.app.galleryName ?? '', answer.subject.name].join(' ');
      const values = Object.entries(person).filter(
        ([name, value]) =>
          typeof value === 'string' &&
          value.length > 3 &&
          name !== 'id' &&
          !/Date/.test(name) &&
          !ownWords.includes(value),
      );
      const names = answer.diagnosis.clauses.map(({ filter }) => filter);
      const groups = answer.diagnosis.assignment.groups.flatMap(({ name, via }) => [name, via ?? '']);
      const shown = (audience: Audience) => {
        const { question: _question, ...worded } = word(answered, reader, audience);
        const text = JSON.stringify(worded);
        return [...names, ...groups].reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, '')), text);
      };
      const isIn = (text: string, value: unknown) =>
        new RegExp(`“${escaped(String(value))}”|: ${escaped(String(value))}`).test(text);
      for (const [name, value] of values) {
        if (isIn(shown('everybody'), value)) leaks.push(`${answer.subject.name}: ${name} ${value}`);
        if (isIn(shown('asker'), value)) shownToAsker += 1;
      }
    }

    assert.deepEqual(leaks, []);
    assert.ok(shownToAsker > 10, `only ${shownToAsker} values were there to leave out`);
  });

  it('says so, and has a button for who may see all of it', () => {
    const whole = samples['scoping filter'];
    assert.ok(whole);

    const worded = word(whole, reader, 'everybody');
    const card = JSON.stringify(renderCard(worded, labelsFor(reader)));

    assert.equal(worded.withheld, true);
    assert.match(card, /not shown here/);
    assert.match(card, /"verb":"showToMe"/);
    assert.doesNotMatch(JSON.stringify(renderCard(word(whole, reader), labelsFor(reader))), /showToMe|not shown here/);
  });

  it('fits under the six buttons that Teams shows', () => {
    for (const answered of answers) {
      const { actions = [] } = renderCard(word(answered, reader, 'everybody'), labelsFor(reader));
      assert.ok(actions.length <= 6);
    }
  });

  it('keeps what tells namesakes apart, and no more', () => {
    const choice = answers.find(({ answer }) => answer.kind === 'choice' && answer.of === 'subject');
    assert.ok(choice);

    const worded = word(choice, reader, 'everybody');

    assert.ok(worded.kind === 'choice');
    for (const { type, detail } of worded.candidates) if (type === 'user') assert.match(detail, /^\S+@\S+$/);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
