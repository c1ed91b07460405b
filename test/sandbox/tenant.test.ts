import assert from 'node:assert/strict';
import { coreCauses } from '../../src/diagnosis/causes.ts';
import type { Entry } from '../../src/sandbox/entry.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { Tenant } from '../../src/sandbox/tenant.ts';
import { at, start } from './support.ts';

const moment = new Date('2026-11-20T09:30:00Z');
const monthMs = 30 * 86_400_000;

function tenant(seed = 1, now = moment): Tenant {
  return createSandbox({ seed, now: () => now, logDelaySeconds: 0 }).tenant;
}

function entries(of: Tenant): Entry[] {
  return [...of.log.read({}, of.builtAt)].map((one) => one.whole());
}

function everything(of: Tenant): string {
  const { directory } = of;
  return JSON.stringify([
    [...directory.people],
    [...directory.groups],
    [...directory.apps],
    [...directory.apps].map((app) => directory.assignments(app.id)),
    entries(of),
  ]);
}

describe('the tenant Contoso', () => {
  it('is the same to the last byte for the same seed', () => {
    assert.equal(everything(tenant(7)), everything(tenant(7)));
  });

  it('is another for another seed', () => {
    const one = tenant(1);
    const other = tenant(2);

    assert.notEqual(one.id, other.id);
    assert.notDeepEqual(
      [...one.directory.people].map((person) => person.displayName),
      [...other.directory.people].map((person) => person.displayName),
    );
  });

  it('counts its dates back from now', () => {
    const later = new Date(moment.getTime() + 10 * monthMs);

    const times = entries(tenant(1, later)).map((one) => Date.parse(one.activityDateTime));

    assert.ok(times.every((time) => time <= later.getTime() && time >= later.getTime() - monthMs - 3_600_000));
    assert.ok(Math.min(...times) < later.getTime() - 25 * 86_400_000);
  });

  it('has 300 people, 60 apps, and at least 15 with provisioning', () => {
    const { directory } = tenant();

    assert.equal([...directory.people].length, 300);
    assert.equal([...directory.apps].length, 60);
    assert.ok([...directory.apps].filter((app) => app.spec !== undefined).length >= 15);
  });

  it('has people that are hard to tell apart, and people that are hard to write', () => {
    const people = [...tenant().directory.people];
    const named = (pattern: RegExp): number => people.filter((one) => pattern.test(one.displayName)).length;

    assert.equal(named(/^Alice /), 3);
    assert.equal(named(/^John Smith$/), 2);
    assert.ok(named(/'/) >= 3);
    assert.ok(named(/[^\p{ASCII}]/u) >= 20);
    assert.ok(named(/\p{Script=Han}|\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Hangul}|\p{Script=Greek}/u) >= 5);
    assert.ok(named(/-/) >= 3);
    assert.ok(people.some((one) => one.userType === 'Guest' && one.userPrincipalName.includes('#EXT#')));
    assert.ok(people.some((one) => !one.accountEnabled));
    assert.ok(people.some((one) => one.deletedDateTime !== null));
    assert.ok(
      people.some((one) => one.userType === 'Member' && !one.userPrincipalName.startsWith(`${one.mailNickname}@`)),
    );
    assert.equal(new Set(people.map((one) => one.userPrincipalName.toLowerCase())).size, people.length);
  });

  it('has groups of every kind, and one inside another', () => {
    const { directory } = tenant();
    const groups = [...directory.groups];
    const ids = new Set(groups.map((one) => one.id));

    assert.ok(groups.some((one) => one.groupTypes.includes('DynamicMembership') && one.membershipRule !== null));
    assert.ok(groups.some((one) => one.groupTypes.includes('Unified') && !one.securityEnabled));
    assert.ok(groups.some((one) => one.mailNickname === null && !one.mailEnabled));
    assert.ok(groups.some((one) => one.memberIds.some((id) => ids.has(id))));
  });

  it('holds a truth for every cause that all parts agree on', () => {
    const covered = new Set(
      tenant().scenarios.flatMap((one) => [one.cause, ...(one.also ?? []), ...(one.noise ?? [])]),
    );

    assert.deepEqual(
      coreCauses.filter((cause) => !covered.has(cause)),
      [],
    );
  });

  it('names a person, group or worker and an app that exist in every truth', () => {
    const { directory, scenarios, ...rest } = tenant();
    const workers = new Set(
      entries({ directory, scenarios, ...rest })
        .filter((one) => one.sourceIdentity.identityType === 'Worker')
        .map((one) => one.sourceIdentity.displayName),
    );

    for (const truth of scenarios) {
      assert.ok(directory.findApp(truth.app) !== undefined, truth.app);
      const exists =
        truth.type === 'user'
          ? directory.findPerson(truth.user)
          : truth.type === 'group'
            ? directory.findGroup(truth.user)
            : workers.has(truth.user);
      assert.ok(exists, truth.user);
    }
    assert.equal(new Set(scenarios.map((one) => one.id)).size, scenarios.length);
  });

  it('writes its log in the shapes of 2019 and of today', () => {
    const steps = entries(tenant()).flatMap((one) => one.provisioningSteps);
    const withKey = (key: string): number => steps.filter((step) => key in step.details).length;
    const described = (pattern: RegExp): number => steps.filter((step) => pattern.test(step.description)).length;

    assert.ok(
      withKey('IsEffectivelyEntitledForProvisioning') > 0 &&
        withKey('User has the required role') > 0 &&
        withKey('Group has the required role') > 0,
    );
    assert.ok(described(/state of the user in both/) > 0 && described(/state of the entry in both/) > 0);
    assert.ok(described(/from Azure Active Directory/) > 0 && described(/from Microsoft Entra ID/) > 0);
    assert.ok(described(/1\) .*2\) /s) > 0);
    assert.ok(withKey('PropertyName') > 0);
  });

  it('retries from the escrow without a scoping step, and says when it tries again', () => {
    const retries = entries(tenant()).filter((one) =>
      one.provisioningSteps.some((step) => step.name === 'EntryEscrowRetry'),
    );

    assert.ok(retries.length > 0);
    for (const one of retries) {
      assert.ok(one.provisioningSteps.every((step) => step.provisioningStepType !== 'scoping'));
      assert.match(
        one.provisioningStatusInfo.errorInformation?.reason ?? '',
        /\r\n.*retried \d+ times.*again after this date: .* UTC/s,
      );
    }
  });

  it('gives a reason at the top of failures only', () => {
    for (const one of entries(tenant())) {
      const { status, errorInformation } = one.provisioningStatusInfo;
      assert.equal(errorInformation !== null, status === 'failure', one.id);
    }
  });

  it('has a job in every state', async () => {
    await using running = await start();
    const found = new Set<string>();
    for (const app of running.sandbox.tenant.directory.apps) {
      if (app.spec === undefined) continue;
      const job = (await running.get(`/servicePrincipals/${app.id}/synchronization/jobs`)).body;
      const quarantine = at(job, 'value|0|status|quarantine');
      found.add(
        [
          at(job, 'value|0|schedule|state'),
          at(job, 'value|0|status|code'),
          at(job, 'value|0|status|lastExecution|state') ?? 'no run',
          quarantine === null ? 'none' : at(quarantine, 'reason') || 'empty shell',
        ].join(' '),
      );
    }

    assert.deepEqual([...found].sort(), [
      'Active Active EntryLevelErrors none',
      'Active Active Succeeded none',
      'Active NotRun Failed none',
      'Active Quarantine Failed EncounteredEscrowProportionThreshold',
      'Active Quarantine Failed EncounteredQuarantineException',
      'Active Quarantine Failed TooManyDeletes',
      'Disabled NotConfigured no run none',
      'Disabled Paused Succeeded none',
      'Paused Paused Succeeded empty shell',
      'Paused Paused Succeeded none',
    ]);
  });

  it('runs a cycle every forty minutes while it is watched', async () => {
    let now = moment;
    await using running = await start({ now: () => now });
    const zoom = running.sandbox.tenant.directory.app('Zoom').id;
    const ended = async (): Promise<number> =>
      Date.parse(
        String(
          at(
            (await running.get(`/servicePrincipals/${zoom}/synchronization/jobs`)).body,
            'value|0|status|lastExecution|timeEnded',
          ),
        ),
      );
    const first = await ended();

    now = new Date(moment.getTime() + 40 * 60_000);
    const second = await ended();

    assert.equal(second - first, 40 * 60_000);
    assert.ok(first <= moment.getTime() && first > moment.getTime() - 40 * 60_000);
  });

  it('changes for those who ask, and keeps its past', async () => {
    await using running = await start();
    const { directory } = running.sandbox.tenant;
    const before = entries(running.sandbox.tenant);
    const somebody = directory.person(
      before.find((one) => one.sourceIdentity.identityType === 'User' && one.servicePrincipal.displayName === 'Slack')
        ?.sourceIdentity.id ?? '',
    );

    directory.changePerson(somebody.id, { department: 'Astronomy', accountEnabled: false });
    directory.unassign('Slack', somebody.id);
    directory.changeProvisioning('Slack', { scope: [] });

    const user = await running.get(`/users/${somebody.id}?$select=department`);
    assert.equal(at(user.body, 'department'), 'Astronomy');
    assert.deepEqual(entries(running.sandbox.tenant), before);
  });
});
