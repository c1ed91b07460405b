import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AuditRecord } from '../../src/answers/audit.ts';
import { createCore } from '../../src/core.ts';
import {
  type AboutMatter,
  aboutMatters,
  type NotMineQuestion,
  type OrderMatter,
  orderMatters,
} from '../../src/questions/question.ts';
import { renderCard } from '../../src/teams/cards/render.ts';
import { labelsFor } from '../../src/words/languages.ts';
import { word } from '../../src/words/word.ts';
import type { WordedAbout, WordedNotMine } from '../../src/words/worded.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';
import { answered } from '../support/sample-answers.ts';
import { anAbout } from '../support/sample-talk.ts';
import { assertSound } from '../teams/cards/house-rules.ts';

const reader = { locale: 'en-US', timeZone: 'UTC' };
const free = { graphRequests: 0, logRequests: 0, roundTrips: 0 };

let tenant: AskedTenant;

async function askAbout(of: AboutMatter): Promise<WordedAbout> {
  const told = word(await tenant.ask({ kind: 'about', of }), reader);
  assert.equal(told.kind, 'about', told.headline);
  return told;
}

async function order(of: OrderMatter, more: Pick<NotMineQuestion, 'user' | 'app'> = {}): Promise<WordedNotMine> {
  const told = word(await tenant.ask({ kind: 'notMine', of, ...more }), reader);
  assert.equal(told.kind, 'notMine', told.headline);
  return told;
}

describe('a question about Skipper itself', () => {
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  for (const of of aboutMatters) {
    it(`gets a short reply of its own, without a request to Graph: ${of}`, async () => {
      const { headline, text, cost } = await askAbout(of);
      const { ms: _ms, ...requests } = cost;

      assert.deepEqual(requests, free);
      assert.ok(headline.length > 4 && headline.length < 60, headline);
      const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
      assert.ok(sentences.length <= 2, text);
      assert.doesNotMatch(`${headline} ${text}`, /\b(?:sorry|apologi[sz]e|please|happy to|delighted)\b/i);
    });

    it(`has a card that Teams can show: ${of}`, async () => {
      assertSound(renderCard(await askAbout(of), labelsFor(reader)), of);
    });
  }

  it('gets questions to try where someone says hello or is annoyed, and nowhere else', async () => {
    for (const of of aboutMatters) {
      const { length } = (await askAbout(of)).examples;
      const wanted = of === 'greeting' || of === 'insult';
      assert.ok(wanted ? length === 2 || length === 3 : length === 0, of);
    }
  });

  it('says which permissions it reads Graph with: those that the README asks for, and no others', async () => {
    const { text } = await askAbout('reads');

    assert.deepEqual((text.match(/\w+\.\w+\.All/g) ?? []).toSorted(), [
      'Application.Read.All',
      'GroupMember.Read.All',
      'ProvisioningLog.Read.All',
      'Synchronization.Read.All',
      'User.Read.All',
    ]);
  });

  it('owns up to the permission that could write, where the operator allows testing credentials', async () => {
    const testing = await askedTenant({ allowCredentialTest: true });
    try {
      const told = word(await testing.ask({ kind: 'about', of: 'reads' }), reader);

      assert.match('text' in told ? told.text : '', /Synchronization\.ReadWrite\.All, which could write/);
    } finally {
      await testing.close();
    }
  });

  it('says that a terminal keeps no record', async () => {
    assert.match((await askAbout('logged')).headline, /aren't recorded/);
  });

  it('says for how long the operator keeps the record', () => {
    const textOf = (days: number | undefined) => {
      const told = word(answered(anAbout('logged', { audit: { days, keepsText: false } })), reader);
      return 'text' in told ? told.text : '';
    };

    assert.match(textOf(3650), /deleted after 3,650 days\.$/);
    assert.match(textOf(1), /deleted after 1 day\.$/);
    assert.match(textOf(undefined), /can read the records\.$/);
  });

  it('says that what people type is recorded, where the operator has it so, and that it is not elsewhere', () => {
    const said = (keepsText: boolean) =>
      JSON.stringify(word(answered(anAbout('logged', { audit: { keepsText } })), reader));

    assert.match(said(true), /with its text.*what you type/);
    assert.match(said(false), /without its text.*not your message/);
  });
});

describe('an order that Skipper does not carry out', () => {
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());

  const names: readonly Pick<NotMineQuestion, 'user' | 'app'>[] = [
    {},
    { user: 'bob' },
    { app: 'Salesforce' },
    { user: 'bob', app: 'Salesforce' },
  ];
  for (const of of orderMatters) {
    it(`says who does it and where, without a request to Graph: ${of}`, async () => {
      for (const named of names) {
        const { headline, text, fix, links, cost } = await order(of, named);
        const { ms: _ms, ...requests } = cost;
        const about = `${of} ${JSON.stringify(named)}`;

        assert.deepEqual(requests, free);
        assert.match(text, /[.]$/, about);
        for (const { url } of links) assert.match(url, /^https:\/\/learn\.microsoft\.com\//, about);
        if (of === 'other') {
          assert.deepEqual(fix, []);
          continue;
        }
        assert.match(headline, /^I'm read-only, so I can't /, about);
        assert.ok(fix.length > 0, about);
        assert.ok(fix.every(({ ownerName, path }) => ownerName !== '' && path !== undefined && path !== ''));
        const words = JSON.stringify(fix);
        assert.doesNotMatch(words, /undefined|\{(?:app|person)\}/, about);
      }
    });

    it(`has a card that Teams can show: ${of}`, async () => {
      for (const named of names) assertSound(renderCard(await order(of, named), labelsFor(reader)), of);
    });
  }

  const owners: readonly (readonly [OrderMatter, string, RegExp])[] = [
    ['restart', 'entra-admin', /Provisioning > Restart provisioning/],
    ['provisionNow', 'entra-admin', /Provision on demand/],
    ['turnOff', 'entra-admin', /Stop provisioning/],
    ['turnOn', 'entra-admin', /Start provisioning/],
    ['assign', 'entra-admin', /Users and groups/],
    ['unassign', 'entra-admin', /Users and groups/],
    ['createAccount', 'entra-admin', /New user/],
    ['resetPassword', 'helpdesk', /Users > bob > Reset password/],
    ['unlock', 'helpdesk', /Users > bob > Sign-in logs/],
    ['openTicket', 'helpdesk', /Text for the ticket/],
  ];
  for (const [of, owner, where] of owners) {
    it(`is somebody's to do, at a place in the admin center: ${of}`, async () => {
      const [first] = (await order(of, { user: 'bob', app: 'Salesforce' })).fix;

      assert.equal(first?.owner, owner);
      assert.match(first.path ?? '', where);
    });
  }

  it('leads to the list in the admin center where nothing was looked up, and to the page where an id was given', async () => {
    const id = '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40';

    const [byName] = (await order('restart', { app: 'Salesforce' })).fix;
    const [byId] = (await order('restart', { app: id })).fix;
    const [person] = (await order('resetPassword', { user: 'bob' })).fix;

    assert.match(byName?.link ?? '', /StartboardApplicationsMenuBlade/);
    assert.match(byId?.link ?? '', new RegExp(`ProvisioningActivity/objectId/${id}$`));
    assert.match(byId?.text ?? '', /the app/, 'an id is no name');
    assert.match(person?.link ?? '', /UserManagementMenuBlade/);
  });

  it('says that the risk of deleting is all access, and where licenses are assigned', async () => {
    const [deletion] = (await order('deleteAccount', { user: 'bob' })).fix;
    const [license] = (await order('licence', { user: 'bob' })).fix;

    assert.match(deletion?.after ?? '', /^Risk: this ends access everywhere/);
    assert.match(license?.menu ?? '', /^Microsoft 365 admin center > Users > Active users > bob/);
  });

  it('leaves an account in an app to the owner of the app', async () => {
    const owning = async (of: OrderMatter) =>
      (await order(of, { user: 'bob', app: 'Salesforce' })).fix.map(({ owner }) => owner);

    assert.deepEqual(await owning('deleteAccount'), ['entra-admin', 'app-owner']);
    assert.deepEqual(await owning('licence'), ['app-owner', 'entra-admin']);
  });

  it('offers what it can answer about whom and what was named', async () => {
    const offered = async (named: Pick<NotMineQuestion, 'user' | 'app'>) => (await order('restart', named)).actions;

    assert.deepEqual(await offered({}), []);
    assert.deepEqual(await offered({ user: 'bob', app: 'Salesforce' }), [
      {
        title: "Find out why bob isn't in Salesforce",
        question: { kind: 'explain', user: 'bob', app: 'Salesforce' },
      },
      { title: 'Show the status of Salesforce', question: { kind: 'appStatus', app: 'Salesforce' } },
    ]);
    assert.deepEqual(await offered({ user: 'bob' }), [
      { title: 'See which apps bob is in', question: { kind: 'userOverview', user: 'bob' } },
    ]);
  });

  it('offers nothing that a button could not carry', async () => {
    const long = 'x'.repeat(400);

    assert.deepEqual((await order('restart', { user: long, app: long })).actions, []);
  });

  it('is answered by a tap on what it offers', async () => {
    const [explain] = (await order('assign', { user: 'bob', app: 'Salesforce' })).actions;
    assert.ok(explain);

    const { answer } = await tenant.ask(explain.question);

    assert.equal(answer.kind, 'explanation');
  });

  it('is told apart from another matter altogether, which gets questions to try', async () => {
    const { headline, examples, actions } = await order('other');

    assert.equal(headline, "That's not something I can help with");
    assert.ok(examples.length >= 2);
    assert.deepEqual(actions, []);
  });
});

describe('what is recorded of small talk and orders', () => {
  const records: AuditRecord[] = [];
  const core = createCore(
    { graphEndpoint: 'http://127.0.0.1:9', graphToken: 'none', auditRetentionDays: 90 },
    {
      fetch: () => assert.fail('Graph was asked'),
      now: () => new Date('2026-11-17T09:00:00Z'),
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      patience: { patienceMs: 1000, attempts: 1 },
      audit: { record: async (record) => void records.push(record) },
    },
  );
  const ask = (question: NotMineQuestion | { kind: 'about'; of: AboutMatter }) =>
    core.ask({ question, signal: new AbortController().signal, correlationId: 'c-1' });
  beforeEach(() => {
    records.length = 0;
  });

  it('is that the order was given, and about whom and which app, by the names that were written', async () => {
    await ask({ kind: 'notMine', of: 'restart', user: 'bob', app: 'Salesforce' });

    const [record] = records;
    assert.deepEqual(
      [record?.kind, record?.subjectName, record?.appName, record?.outcome],
      ['notMine', 'bob', 'Salesforce', 'notMine'],
    );
  });

  it('is said by the reply itself, with the days of the settings', async () => {
    const told = word(await ask({ kind: 'about', of: 'logged' }), reader);

    assert.match('text' in told ? told.text : '', /Only the people who run Skipper can read.*deleted after 90 days\./);
    assert.equal(records[0]?.outcome, 'about');
  });
});
