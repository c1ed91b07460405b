import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Answered } from '../../src/answers/answer.ts';
import type { AskRequest } from '../../src/answers/ask.ts';
import type { AuditRecord } from '../../src/answers/audit.ts';
import { createCore } from '../../src/core.ts';
import { createSandbox, type Listening, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { createFakeSubscriptions, type FakeSubscriptions } from '../support/subscriptions.ts';

const asker = { id: '29:x', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Alex Wilber' };
const place = { conversationId: 'a:1', type: 'personal', reference: {} } as const;

describe('the audit of a turn', () => {
  let sandbox: Sandbox;
  let tenant: Listening;
  let records: AuditRecord[];
  let broken: boolean;
  let logged: { readonly fields: object; readonly message: string }[];
  let subscriptions: FakeSubscriptions;
  before(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 });
    tenant = await sandbox.listen();
  });
  after(() => tenant.close());
  beforeEach(() => {
    records = [];
    logged = [];
    broken = false;
    subscriptions = createFakeSubscriptions();
  });

  const ask = (
    asked: Partial<AskRequest>,
    access?: { readonly helpdeskGroupId: string },
    auditsText?: boolean,
  ): Promise<Answered> => {
    const note = (fields: object, message: string) => void logged.push({ fields, message });
    const core = createCore(
      { graphEndpoint: tenant.url, graphToken: 'sandbox', access, auditsText },
      {
        fetch,
        now: () => new Date('2026-11-17T09:00:00Z'),
        elapsed: () => performance.now(),
        random: Math.random,
        newId: randomUUID,
        logger: { debug() {}, info() {}, warn() {}, error: note },
        patience: { patienceMs: 1000, attempts: 2 },
        subscriptions,
        audit: {
          async record(record) {
            if (broken) throw new Error('the database went away');
            records.push(record);
          },
        },
      },
    );
    return core.ask({ asker, place, signal: new AbortController().signal, correlationId: 'c-1', ...asked });
  };

  it('says who asked, when and where, about whom and which app, and what came of it', async () => {
    await ask({ text: 'why was alice skipped in Salesforce?' });

    const [record, ...more] = records;
    assert.equal(more.length, 0);
    const { graphRequestIds, subjectId, appId, confidence, ...rest } = record ?? assert.fail('nothing was written');
    assert.deepEqual(rest, {
      at: '2026-11-17T09:00:00.000Z',
      correlationId: 'c-1',
      askerId: asker.aadObjectId,
      askerName: 'Alex Wilber',
      placeType: 'personal',
      conversationId: 'a:1',
      how: 'typed',
      kind: 'explain',
      subjectType: 'user',
      subjectName: 'alice@contoso.com',
      appName: 'Salesforce',
      verdict: 'skipped',
      cause: 'scoping-filter',
      outcome: 'explanation',
    });
    assert.equal(subjectId, sandbox.tenant.directory.person('alice@contoso.com').id);
    assert.equal(appId, sandbox.tenant.directory.app('Salesforce').id);
    assert.ok(graphRequestIds.length > 0);
    assert.ok(confidence !== undefined && confidence > 0.5 && confidence <= 1);
  });

  it('holds what was asked for where nobody was found, and what came to nothing', async () => {
    await ask({ text: 'why was zorblax skipped in Salesforce?' });
    await ask({ text: '🤖🤖🤖' });
    await ask({});
    await ask({ question: { kind: 'help' } });
    await ask({ text: 'why was alice skipped in Salesforce?' }, { helpdeskGroupId: randomUUID() });

    assert.deepEqual(
      records.map(({ how, kind, subjectName, outcome }) => [how, kind, subjectName, outcome]),
      [
        ['typed', 'explain', 'zorblax', 'notFound'],
        ['typed', undefined, undefined, 'notUnderstood nonsense'],
        ['button', undefined, undefined, 'notUnderstood nonsense'],
        ['button', 'help', undefined, 'help'],
        ['typed', undefined, undefined, 'denied notLetIn'],
      ],
    );
  });

  it('holds no text of a message, nor an attribute value', async () => {
    await ask({ text: 'please tell me, why was alice skipped in Salesforce?' });

    assert.doesNotMatch(JSON.stringify(records), /please|sales"|"Sales"/);
  });

  it('holds what was typed where the operator keeps it, and no longer than a question is', async () => {
    await ask({ text: `why was alice skipped in Salesforce? ${'x'.repeat(5000)}` }, undefined, true);
    await ask({ question: { kind: 'help' } }, undefined, true);

    assert.match(records[0]?.text ?? '', /^why was alice skipped in Salesforce\? x+$/);
    assert.equal(records[0]?.text?.length, 1000);
    assert.equal(records[1]?.text, undefined);
  });

  it('says how sure the reading was, and which answer a tap corrects', async () => {
    await ask({ text: 'why was alice skipped in Salesforce?' });
    await ask({ question: { kind: 'appStatus', app: 'Salesforce' }, corrects: 'c-0' });

    const [typed, tapped] = records;
    assert.ok(typed?.confidence !== undefined && typed.confidence > 0.5 && typed.confidence <= 1);
    assert.deepEqual(
      [typed.how, typed.corrects, tapped?.how, tapped?.confidence, tapped?.corrects],
      ['typed', undefined, 'button', undefined, 'c-0'],
    );
  });

  it('goes before the answer: what cannot be written down is not given', async () => {
    broken = true;

    const { answer } = await ask({ text: 'why was alice skipped in Salesforce?' });

    assert.deepEqual(answer, {
      kind: 'unavailable',
      question: { kind: 'help' },
      because: 'notAudited',
      correlationId: 'c-1',
    });
    assert.match(logged[0]?.message ?? '', /could not be written into the audit/);
    assert.doesNotMatch(JSON.stringify(logged), /alice/i);
  });

  it('goes before what is shown on the way', async () => {
    broken = true;
    const shown: Answered[] = [];
    await ask({ text: 'what is wrong with alice?', onInterim: (interim) => void shown.push(interim) });
    await ask({ text: 'who failed in Salesforce this week?', onInterim: (interim) => void shown.push(interim) });

    assert.deepEqual(shown, []);
  });

  it('goes before anything is changed', async () => {
    broken = true;

    const { answer } = await ask({ question: { kind: 'watch', app: 'Salesforce' } });

    assert.equal(answer.kind, 'unavailable');
    assert.deepEqual(subscriptions.all, []);

    broken = false;
    await ask({ question: { kind: 'watch', app: 'Salesforce' } });

    assert.deepEqual(
      records.map(({ kind, outcome }) => [kind, outcome]),
      [
        ['watch', 'begun'],
        ['watch', 'watching'],
      ],
    );
    assert.equal(subscriptions.all.length, 1);
  });
});
