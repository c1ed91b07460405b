import assert from 'node:assert/strict';
import { defaultRoleId, type SandboxApp } from '../../src/sandbox/apps.ts';
import type { Entry, EntryStep } from '../../src/sandbox/entry.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** Pairs whose state has changed since their entries were written: then is not now, on purpose. */
const changedSince = new Set([
  'attribute-corrected',
  're-enabled',
  'filter-changed',
  'assigned-since',
  'deprovisioned',
  'deleted',
  'leaver-still-active',
]);
/** Somebody who left: in every app. */
const changedEverywhere = new Set(['leaver-still-active']);

const { tenant } = createSandbox({ now: () => new Date('2026-11-20T09:30:00Z'), logDelaySeconds: 0 });
const { directory } = tenant;
const log = [...tenant.log.read({}, tenant.builtAt)].map((one) => one.whole());
const ofUsers = log.filter((one) => one.sourceIdentity.identityType === 'User');

function step(entry: Entry, type: EntryStep['provisioningStepType']): EntryStep | undefined {
  return entry.provisioningSteps.find((one) => one.provisioningStepType === type);
}

function changed(entry: Entry): boolean {
  return tenant.scenarios.some(
    (truth) =>
      changedSince.has(truth.id) &&
      truth.type === 'user' &&
      directory.person(truth.user).id === entry.sourceIdentity.id &&
      (changedEverywhere.has(truth.id) || directory.app(truth.app).id === entry.servicePrincipal.id),
  );
}

interface Logged {
  readonly active: boolean;
  readonly assigned: boolean;
  readonly role: boolean;
  readonly filter: boolean;
  readonly clauses: Record<string, boolean>;
}

/** The scoping step, read without help of the code that wrote it. */
function logged(entry: Entry): Logged | undefined {
  const details = step(entry, 'scoping')?.details;
  if (details === undefined) return undefined;
  const read = (...keys: string[]): boolean =>
    keys.map((key) => details[key]).find((value) => value !== undefined) === 'True';
  return {
    active: read('Active in the source system', 'IsActive'),
    assigned: read('Assigned to the application', 'Assigned'),
    role: read('User has the required role', 'IsEffectivelyEntitledForProvisioning'),
    filter: read('Scoping filter evaluation passed', 'IsInProvisioningScopeDisplayName'),
    clauses: JSON.parse(details.ScopeEvaluationResult ?? '{}'),
  };
}

/** One clause as text, on the attributes that the import step shows. Written from the documentation, not from the sandbox. */
function clauseOn(text: string, imported: Readonly<Record<string, string>>): boolean {
  const match =
    /^(?<filter>.*)\.(?<attribute>\w+) (?<operator>NOT EQUALS|EQUALS|IS NOT NULL|IS TRUE|REGEX MATCH|Greater_Than)(?: '(?<value>.*)')?$/.exec(
      text,
    );
  const { attribute = '', operator = '', value = '' } = match?.groups ?? assert.fail(`cannot read ${text}`);
  const actual = imported[attribute];
  if (actual === undefined || actual === '') return false;
  const outcomes: Record<string, boolean> = {
    EQUALS: actual === value,
    'NOT EQUALS': actual !== value,
    'IS NOT NULL': true,
    'IS TRUE': actual === 'True',
    'REGEX MATCH': new RegExp(value).test(actual),
    Greater_Than: Number(actual) > Number(value),
  };
  return outcomes[operator] ?? assert.fail(operator);
}

describe('the log of the sandbox', () => {
  it('names the filter’s clauses and evaluates them on the attributes that it imported', () => {
    let seen = 0;
    for (const entry of ofUsers) {
      const scoping = logged(entry);
      if (scoping === undefined || entry.servicePrincipal.displayName === 'Fabrikam') continue;
      const imported = step(entry, 'import')?.details ?? {};
      for (const [clause, outcome] of Object.entries(scoping.clauses)) {
        assert.equal(clauseOn(clause, imported), outcome, `${entry.id} ${clause} on ${JSON.stringify(imported)}`);
        seen++;
      }
    }
    assert.ok(seen > 500);
  });

  it('passes a filter when all clauses of one of its groups hold', () => {
    for (const entry of ofUsers) {
      const scoping = logged(entry);
      if (scoping === undefined) continue;
      const groups = Map.groupBy(Object.entries(scoping.clauses), ([text]) => text.slice(0, text.indexOf('.')));
      const passed = groups.size === 0 || [...groups.values()].some((clauses) => clauses.every(([, holds]) => holds));
      assert.equal(scoping.filter, passed, entry.id);
    }
  });

  it('skips as not entitled exactly those for whom a gate is shut, but for the one broken assignment', () => {
    const broken: string[] = [];
    for (const entry of ofUsers) {
      const scoping = logged(entry);
      if (scoping === undefined) continue;
      const open = scoping.active && scoping.assigned && scoping.role && scoping.filter;
      const reason = entry.provisioningSteps.find((one) => one.name === 'EntrySynchronizationSkip')?.details.SkipReason;
      if (reason === 'NotEffectivelyEntitled') {
        if (open) broken.push(entry.sourceIdentity.displayName);
      } else if (['create', 'update'].includes(entry.provisioningAction) || reason === 'RedundantExport') {
        assert.ok(open, `${entry.id} ${entry.provisioningAction} ${reason}`);
      }
    }
    assert.deepEqual(broken, ['Grace Kim']);
  });

  it('agrees with the directory about accounts, assignments and roles, where nothing has changed since', () => {
    let seen = 0;
    for (const entry of ofUsers) {
      const scoping = logged(entry);
      if (scoping === undefined || changed(entry)) continue;
      const person = directory.person(entry.sourceIdentity.id);
      const app = directory.app(entry.servicePrincipal.id);
      const roles = rolesOf(app, person.id);
      assert.equal(
        scoping.active,
        person.accountEnabled && person.deletedDateTime === null,
        `${person.displayName} active`,
      );
      assert.equal(
        scoping.assigned,
        app.spec?.syncAll === true || roles.length > 0,
        `${person.displayName} assigned to ${app.displayName}`,
      );
      const entitles =
        app.spec?.syncAll === true ||
        roles.some((role) => role !== defaultRoleId || app.spec?.defaultRoleEntitles === true);
      assert.equal(scoping.role, entitles, `${person.displayName} role in ${app.displayName}`);
      seen++;
    }
    assert.ok(seen > 3000);
  });

  it('writes nothing while a job does not run', () => {
    for (const app of directory.apps) {
      const state = app.spec?.state;
      if (state === undefined || !('daysAgo' in state)) continue;
      // A cycle that had begun runs to its end.
      const stopped = tenant.builtAt - state.daysAgo * 86_400_000 + 45 * 60_000;
      const late = log.filter(
        (one) => one.servicePrincipal.id === app.id && Date.parse(one.activityDateTime) > stopped,
      );
      assert.deepEqual(
        late.map((one) => one.activityDateTime),
        [],
        app.displayName,
      );
    }
  });

  it('names in each entry the job, the app and the tenant that it belongs to', () => {
    for (const entry of log) {
      const app = directory.app(entry.servicePrincipal.id);
      assert.equal(entry.jobId, app.jobId);
      assert.equal(entry.tenantId, tenant.id);
      assert.equal(entry.targetSystem.details.ServicePrincipalId, app.id);
      assert.match(entry.jobId, new RegExp(`^\\w+\\.${tenant.id.replaceAll('-', '')}\\.[0-9a-f-]{36}$`));
    }
  });
});

function rolesOf(app: SandboxApp, personId: string): string[] {
  const own = directory
    .assignments(app.id)
    .filter(
      (one) =>
        one.principalId === personId || directory.findGroup(one.principalId)?.memberIds.includes(personId) === true,
    );
  return own.map((one) => one.appRoleId);
}
