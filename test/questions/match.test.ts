import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appAliases, isAcronym } from '../../src/questions/entities/app-aliases.ts';
import { rank, rankApps, suggestionScore } from '../../src/questions/entities/match.ts';

const self = (name: string): readonly string[] => [name];

const people = [
  'Ingrid Solheim',
  'Ingrid Vestby',
  'Ingeborg Solheim',
  'Robert Achterberg',
  'Jürgen Müller',
  'Zoë O’Brien',
  'Łukasz Żak',
  'Anna-Maria Weiß',
  'Sofia Anna Meyer',
  'Li Na',
  'Van Der Berg, Luuk',
];
const apps = [
  'Salesforce',
  'Salesforce Sandbox',
  'SAP SuccessFactors to Microsoft Entra ID',
  'ServiceNow',
  'Google Cloud / G Suite Connector by Microsoft',
  'AWS IAM Identity Center',
  'GitHub Enterprise Managed User',
  'Atlassian Cloud',
  'Workday to Microsoft Entra ID',
  'Slack',
  'Box',
  'Zoom',
  'Monday.com',
  'Zscaler Private Access',
];

function tiersOf(text: string, names: readonly string[]): readonly string[] {
  return rank(text, names, self).map(({ item, tier }) => `${item}: ${tier}`);
}

function bestApp(text: string): string | undefined {
  const [best] = rankApps(text, apps, self);
  return best && `${best.item}: ${best.tier}`;
}

describe('ranking names', () => {
  it('puts a whole name before a part of one, and a part before a beginning', () => {
    assert.deepEqual(tiersOf('ingrid solheim', people).slice(0, 1), ['Ingrid Solheim: exact']);
    assert.deepEqual(tiersOf('solheim', people), ['Ingrid Solheim: words', 'Ingeborg Solheim: words']);
    assert.deepEqual(tiersOf('inge', people), ['Ingeborg Solheim: prefix']);
  });

  it('overlooks case, accents, punctuation, spaces and the order of words', () => {
    for (const text of ['JURGEN MULLER', 'jürgen müller', 'Müller, Jürgen', 'juergen mueller', 'jürgenmüller'])
      assert.deepEqual(tiersOf(text, people), ['Jürgen Müller: exact'], text);
    assert.deepEqual(tiersOf('zoe obrien', people), ['Zoë O’Brien: exact']);
    assert.deepEqual(tiersOf("o'brien", people), ['Zoë O’Brien: words']);
    assert.deepEqual(tiersOf('lukasz zak', people), ['Łukasz Żak: exact']);
    assert.deepEqual(tiersOf('weiss', people), ['Anna-Maria Weiß: words']);
    assert.deepEqual(tiersOf('luuk van der berg', people), ['Van Der Berg, Luuk: exact']);
  });

  it('knows an address or an id to the letter', () => {
    const names = ['r.odegard@fjord.example', 'FL-20731'];

    assert.equal(rank('R.ODEGARD@FJORD.EXAMPLE', names, self)[0]?.tier, 'identifier');
    assert.equal(rank('fl-20731', names, self)[0]?.tier, 'identifier');
  });

  it('takes an initial beside a whole word, and not by itself', () => {
    assert.deepEqual(tiersOf('i solheim', people), ['Ingrid Solheim: prefix', 'Ingeborg Solheim: prefix']);
    assert.deepEqual(tiersOf('z', people), []);
  });

  it('forgives slips of the finger in proportion to the length', () => {
    assert.deepEqual(tiersOf('ingird solheim', people), ['Ingrid Solheim: fuzzy']);
    assert.deepEqual(tiersOf('achterbreg', people), ['Robert Achterberg: fuzzy']);
    assert.deepEqual(tiersOf('ln', people), []);
    assert.deepEqual(tiersOf('lo na', people), []);
  });

  it('offers the owner of a short form, and never takes it for a match', () => {
    const [best] = rank('bob', people, self);

    assert.equal(best?.item, 'Robert Achterberg');
    assert.equal(best?.tier, 'fuzzy');
    assert.ok(best && best.score <= suggestionScore);
  });

  it('does not read first names as initials', () => {
    assert.deepEqual(tiersOf('sam', people), []);
  });

  it('finds nothing for nothing', () => {
    for (const text of ['', '  ', '–', '🦆']) assert.deepEqual(rank(text, people, self), []);
  });

  it('finds every name by itself, best of all', () => {
    const name = fc
      .array(fc.stringMatching(/^[a-zA-Zäéøł]{2,9}$/), { minLength: 1, maxLength: 3 })
      .map((words) => words.join(' '));

    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), (names) => {
        for (const one of names) {
          const [best] = rank(one, names, self);

          assert.equal(best?.tier, 'exact', one);
        }
      }),
    );
  });
});

describe('ranking apps', () => {
  const said: readonly (readonly [said: string, app: string])[] = [
    ['salesforce', 'Salesforce: exact'],
    ['SFDC', 'Salesforce: alias'],
    ['snow', 'ServiceNow: alias'],
    ['service now', 'ServiceNow: exact'],
    ['GWS', 'Google Cloud / G Suite Connector by Microsoft: alias'],
    ['google workspace', 'Google Cloud / G Suite Connector by Microsoft: alias'],
    ['AWS', 'AWS IAM Identity Center: alias'],
    ['GH', 'GitHub Enterprise Managed User: alias'],
    ['jira', 'Atlassian Cloud: alias'],
    ['confluence', 'Atlassian Cloud: alias'],
    ['WD', 'Workday to Microsoft Entra ID: alias'],
    ['monday', 'Monday.com: alias'],
    ['ZPA', 'Zscaler Private Access: alias'],
    ['GEMU', 'GitHub Enterprise Managed User: alias'],
    ['salseforce', 'Salesforce: fuzzy'],
    ['Salesfoce', 'Salesforce: fuzzy'],
    ['slcak', 'Slack: fuzzy'],
    ['sandbox', 'Salesforce Sandbox: words'],
  ];
  for (const [text, app] of said) it(`takes “${text}” for ${app}`, () => assert.equal(bestApp(text), app));

  it('keeps both apps that a short form may mean', () => {
    const both = rankApps('SF', apps, self).filter(({ tier }) => tier === 'alias');

    assert.deepEqual(both.map(({ item }) => item).sort(), ['SAP SuccessFactors to Microsoft Entra ID', 'Salesforce']);
  });

  it('does not take one short name for another', () => {
    assert.equal(bestApp('bux'), undefined);
    assert.equal(bestApp('zoo')?.endsWith('prefix'), true);
  });

  it('leaves a typo nearer to the whole name than to a longer one', () => {
    const [first, second] = rankApps('salesfoce', apps, self);

    assert.equal(first?.item, 'Salesforce');
    assert.ok(first && second && first.score - second.score >= 0.1);
  });
});

describe('short forms of apps', () => {
  it('stand for gallery names, in both directions', () => {
    assert.ok(appAliases('O365').includes('Office 365'));
    assert.ok(appAliases('Google Workspace').includes('G Suite'));
    assert.ok(appAliases('G Suite').includes('Google Workspace'));
    assert.deepEqual(appAliases('Frobnicate'), []);
    assert.deepEqual(appAliases(''), []);
  });

  it('are made by rule from names of several words', () => {
    assert.ok(isAcronym('kpm', 'Keeper Password Manager & Digital Vault') === false);
    assert.ok(isAcronym('iec', 'Identity Events Console'));
    assert.ok(isAcronym('WSS', 'Symantec Web Security Service (WSS)'));
    assert.ok(!isAcronym('ie', 'Identity Events'));
  });
});
