import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Subscription } from '../../src/answers/subscriptions.ts';
import { createCore } from '../../src/core.ts';
import { createSandbox, type Listening, type Sandbox } from '../../src/sandbox/sandbox.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('who is told of cycles', () => {
  let sandbox: Sandbox;
  let tenant: Listening;
  before(async () => {
    sandbox = createSandbox({ now: () => new Date(), throttle: false, logDelaySeconds: 0 });
    tenant = await sandbox.listen();
  });
  after(() => tenant.close());
  afterEach(() => sandbox.faults.clear());

  const may = (who: string, app: string | undefined, type: 'personal' | 'channel' = 'personal') => {
    const { directory } = sandbox.tenant;
    const core = createCore(
      {
        graphEndpoint: tenant.url,
        graphToken: 'sandbox',
        access: {
          helpdeskGroupId: directory.group('Sales Team').id,
          appOwnerGroups: { [directory.group('Fabrikam project').id]: [directory.app('Salesforce').appId] },
        },
      },
      {
        fetch,
        now: () => new Date(),
        elapsed: () => performance.now(),
        random: Math.random,
        newId: randomUUID,
        logger: silent,
        patience: { patienceMs: 0, attempts: 1 },
      },
    );
    const watched = app === undefined ? undefined : { id: directory.app(app).id, name: app };
    const subscription: Pick<Subscription, 'by' | 'place' | 'app'> = {
      by: { aadObjectId: who },
      place: { conversationId: 'c', type },
      app: watched,
    };
    return core.mayBeTold(subscription, { signal: new AbortController().signal, correlationId: 'c' });
  };
  const memberOf = (group: string) => sandbox.tenant.directory.group(group).memberIds[4] ?? assert.fail('nobody');

  it('is who may ask, about all apps', async () => {
    assert.equal(await may(memberOf('Sales Team'), undefined), true);
    assert.equal(await may(memberOf('Sales Team'), 'Slack'), true);
  });

  it('is nobody who left, but in a channel that an admin subscribed for all', async () => {
    assert.equal(await may(randomUUID(), 'Slack'), false);
    assert.equal(await may(randomUUID(), 'Slack', 'channel'), true);
  });

  it('is not known of an app owner while the apps cannot be read', async () => {
    sandbox.faults.next({ path: /^\/servicePrincipals/, status: 500, times: 100 });

    assert.equal(await may(memberOf('Fabrikam project'), 'Salesforce'), 'unknown');
  });

  it('is an app owner about the own apps only', async () => {
    assert.equal(await may(memberOf('Fabrikam project'), 'Salesforce'), true);
    assert.equal(await may(memberOf('Fabrikam project'), 'Slack'), false);
    assert.equal(await may(memberOf('Fabrikam project'), undefined), false);
  });

  it('is not known while memberships cannot be read', async () => {
    sandbox.faults.next({ path: /transitiveMemberOf/, times: 100, status: 500 });

    assert.equal(await may(memberOf('Sales Team'), 'Slack'), 'unknown');
  });
});
