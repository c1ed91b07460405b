import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lookUp } from '../../src/diagnosis/catalogue/catalogue.ts';
import { coreCauses, furtherCauses } from '../../src/diagnosis/causes.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { type Diagnosis, gates, stepIds } from '../../src/diagnosis/diagnosis.ts';
import type { Evidence, Job, Known, LogEntry, ObjectMapping, Step, Subject } from '../../src/diagnosis/evidence.ts';
import { readClause, readScopeEvaluation } from '../../src/diagnosis/scope-clause.ts';
import { readSkipText } from '../../src/diagnosis/skip-text.ts';
import {
  aFailure,
  aFilter,
  aMapping,
  anApp,
  anAssignment,
  anEntry,
  anEvidence,
  aRun,
  aSchema,
  aUser,
  imported,
  known,
  logged,
  minutesAgo,
  notEntitled,
  now,
  roleIds,
  scoped,
  skip,
} from './builders.ts';

/** Every cause, also those of the catalogue. */
const causes: ReadonlySet<string> = new Set([...coreCauses, ...furtherCauses]);
const verdicts = new Set(['provisioned', 'deprovisioned', 'skipped', 'failed', 'pending', 'notProvisioned', 'unknown']);

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '{}',
    'True',
    'False',
    'NotEffectivelyEntitled',
    '__proto__',
    'constructor',
    "F.department EQUALS 'x'",
  ),
);
const date = fc.oneof(
  fc.integer({ min: -9000, max: 90_000 }).map(minutesAgo),
  fc.constantFrom('', 'never', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z'),
);
const key = fc.oneof(
  text,
  fc.constantFrom(
    'SkipReason',
    'IsActive',
    'Assigned',
    'User has the required role',
    'Assigned to the application',
    'ScopeEvaluationResult',
    'Scoping filter evaluation passed',
    'PropertyName',
    'Scope sync all',
  ),
);
const reason = fc.constantFrom(
  'NotEffectivelyEntitled',
  'RedundantExport',
  'RedundantSoftDelete',
  'AttributeValidationFailed',
  'ImportSkipped',
  'JoinNotFound',
  'EntryConflict',
  'InsufficientRights',
  'BoxLicenseLimitExceeded',
  'Nonsense',
);
const details = fc.dictionary(key, fc.oneof(text, reason), { maxKeys: 5 });
const status = fc.constantFrom('success', 'failure', 'skipped', 'warning', 'unknown');
const id = fc.constantFrom('user-1', 'USER-1', 'group-1', 'other', '', '4711');

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.oneof(
    text,
    fc.constantFrom(
      'EntryImportAdd',
      'EntrySynchronizationScoping',
      'EntrySynchronizationSkip',
      'EntryEscrowRetry',
      'EntryExportAdd',
      'EntryExportUpdateSoftDelete',
    ),
  ),
  type: fc.constantFrom('import', 'scoping', 'matching', 'processing', 'referenceResolution', 'export', 'unknown'),
  status,
  description: text,
  details,
});

const identity = fc.record({
  id,
  name: text,
  type: text,
  userPrincipalName: fc.option(text, { nil: undefined }),
  details,
});

const entry: fc.Arbitrary<LogEntry> = fc.record({
  id: fc.oneof(text, fc.uuid()),
  at: date,
  jobId: fc.option(text, { nil: undefined }),
  action: fc.oneof(text, fc.constantFrom('create', 'update', 'delete', 'disable', 'stagedDelete', 'other')),
  status,
  app: fc.record({ id: fc.constantFrom('app-1', 'app-2', undefined), name: fc.option(text, { nil: undefined }) }),
  source: identity,
  target: identity,
  sourceSystem: fc.oneof(text, fc.constantFrom('Microsoft Entra ID', 'Azure Active Directory', 'Workday')),
  targetSystem: text,
  error: fc.option(
    fc.record({ code: fc.oneof(text, reason), reason: text, additionalDetails: fc.option(text, { nil: undefined }) }),
    { nil: undefined },
  ),
  steps: fc.array(step, { maxLength: 5 }),
  modified: fc.array(fc.record({ name: text, to: fc.option(text, { nil: undefined }) }), { maxLength: 3 }),
});

const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 2 }));

const subject: fc.Arbitrary<Subject> = fc.record({
  type: fc.constantFrom('user', 'group', 'worker'),
  id,
  name: text,
  userPrincipalName: fc.option(text, { nil: undefined }),
  accountEnabled: fc.constantFrom(true, false, undefined),
  deletedAt: fc.option(date, { nil: undefined }),
  attributes: fc.dictionary(fc.oneof(text, fc.constantFrom('department', 'surname')), value),
});

const run = fc
  .record({ beganAt: fc.option(date, { nil: undefined }), endedAt: fc.option(date, { nil: undefined }) })
  .map((over) => aRun(over));

const job: fc.Arbitrary<Job> = fc.record({
  id: text,
  templateId: fc.oneof(text, fc.constantFrom('scim', 'Azure2Azure', 'Workday2AAD')),
  schedule: fc.record({
    state: fc.constantFrom('Active', 'Disabled', 'Paused', 'unknown'),
    interval: fc.option(fc.oneof(text, fc.constantFrom('PT40M', 'P1D', 'P10675199DT2H48M5S')), { nil: undefined }),
  }),
  code: fc.constantFrom('NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine', 'unknown'),
  lastRun: fc.option(run, { nil: undefined }),
  lastSuccessfulRun: fc.option(run, { nil: undefined }),
  steadyStateFirstAt: fc.option(date, { nil: undefined }),
  escrowsPruned: fc.boolean(),
  successiveCompleteFailures: fc.nat(),
  progress: fc.array(
    fc.record({ completed: fc.nat(), total: fc.nat(), units: text, at: fc.option(date, { nil: undefined }) }),
    { maxLength: 2 },
  ),
  synchronizedCounts: fc.constant({}),
  quarantine: fc.option(fc.record({ reason: text, nextAttemptAt: fc.option(date, { nil: undefined }) }), {
    nil: undefined,
  }),
  settings: fc.constant({}),
});

const mapping: fc.Arbitrary<ObjectMapping> = fc.record({
  name: text,
  enabled: fc.boolean(),
  sourceDirectory: fc.oneof(text, fc.constantFrom('Azure Active Directory')),
  targetDirectory: text,
  sourceObject: fc.constantFrom('User', 'Group', 'Worker'),
  targetObject: text,
  flows: fc.constant({ add: true, update: true, delete: true }),
  scope: fc.array(
    fc.record({
      name: text,
      clauses: fc.array(
        fc.record({
          attribute: fc.oneof(text, fc.constant('department')),
          operator: fc.oneof(text, fc.constantFrom('EQUALS', 'IS NULL')),
          values: fc.array(text, { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  attributes: fc.array(
    fc.record({
      target: text,
      source: fc.record({
        type: fc.constantFrom('Attribute', 'Constant', 'Function', 'unknown'),
        name: fc.option(text, { nil: undefined }),
        inputs: fc.array(text, { maxLength: 2 }),
      }),
      matchingPriority: fc.nat({ max: 3 }),
      flowType: text,
    }),
    { maxLength: 3 },
  ),
  sourceAttributes: fc.dictionary(text, fc.record({ type: text, multivalued: fc.boolean() })),
  requiredTargets: fc.array(text, { maxLength: 2 }),
});

function maybe<T>(inner: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> {
  const gaps = fc
    .constantFrom('forbidden', 'notFound', 'notRead', 'unavailable')
    .map((why) => ({ known: false, why }) as const);
  return fc.oneof({ weight: 4, arbitrary: inner.map((one) => known(one)) }, { weight: 1, arbitrary: gaps });
}

const evidence: fc.Arbitrary<Evidence> = fc.record({
  now: fc.oneof({ weight: 9, arbitrary: fc.constant(now) }, { weight: 1, arbitrary: date }),
  subject,
  app: fc.constant(anApp()),
  jobs: maybe(fc.array(job, { maxLength: 2 })),
  schema: maybe(fc.record({ id: text, mappings: fc.array(mapping, { maxLength: 2 }) })),
  log: maybe(fc.record({ entries: fc.array(entry, { maxLength: 4 }), from: date, to: date, truncated: fc.boolean() })),
  assignments: maybe(
    fc.array(
      fc.record({
        id: text,
        principalId: id,
        principalType: fc.constantFrom('User', 'Group', 'ServicePrincipal', 'unknown'),
        principalName: text,
        roleId: fc.constantFrom(...Object.values(roleIds), 'x'),
        createdAt: fc.option(date, { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
  ),
  memberships: maybe(
    fc.array(
      fc.record({
        id,
        name: text,
        direct: fc.boolean(),
        dynamic: fc.boolean(),
        securityEnabled: fc.constantFrom(true, false, undefined),
      }),
      { maxLength: 3 },
    ),
  ),
  syncAll: maybe(fc.boolean()),
});

function isValid(found: Diagnosis): void {
  assert.ok(verdicts.has(found.verdict), found.verdict);
  for (const cause of [found.cause, ...found.also, ...found.noise]) assert.ok(causes.has(cause), cause);
  assert.deepEqual(
    found.gates.map((gate) => gate.gate),
    gates,
  );
  assert.equal(new Set([found.cause, ...found.also]).size, found.also.length + 1);
  assert.ok(!found.noise.includes(found.cause));
  for (const fix of found.fix) {
    if ('step' in fix) assert.ok(stepIds.includes(fix.step));
    else assert.equal(lookUp(fix.code)?.owners[fix.index], fix.owner);
  }
  if (found.expected && found.verdict === 'failed') assert.equal(found.cause, 'disabled-in-source');
  if (found.cause === 'unrecognised') assert.equal(found.documented, undefined);
}

describe('any evidence', () => {
  it('is diagnosed without a throw, and the finding holds together', () => {
    fc.assert(
      fc.property(evidence, (one) => isValid(diagnose(one))),
      { numRuns: 3000 },
    );
  });

  it('gives the same finding twice', () => {
    fc.assert(
      fc.property(evidence, (one) =>
        assert.equal(JSON.stringify(diagnose(one)), JSON.stringify(diagnose(structuredClone(one)))),
      ),
      { numRuns: 300 },
    );
  });

  it('gives the same verdict and cause in whatever order the entries come', () => {
    const entries = fc.uniqueArray(entry, { maxLength: 5, selector: (one) => Date.parse(one.at) || one.at });

    fc.assert(
      fc.property(entries, fc.boolean(), (some, flip) => {
        const distinct = some.map((one, index) => ({ ...one, id: `e${index}`, at: minutesAgo(10 + index) }));
        const one = diagnose(logged(distinct));
        const other = diagnose(
          logged(
            flip ? distinct.toReversed() : distinct.toSorted((left, right) => left.action.localeCompare(right.action)),
          ),
        );

        assert.deepEqual([one.verdict, one.cause, one.also], [other.verdict, other.cause, other.also]);
      }),
    );
  });

  it('is answered when its texts are long and made to be slow', () => {
    for (const part of ['\\', '\\"', '\r\n', 'missing required ', '{"', "a EQUALS '", 'retried 1 times. ']) {
      const long = part.repeat(100_000 / part.length);

      assert.equal(diagnose(logged([aFailure('Zqunknown', long)])).cause, 'unrecognised');
      assert.equal(
        diagnose(
          logged([anEntry({ status: 'skipped', steps: [skip('Zqunknown', { ScopeEvaluationResult: long }, long)] })]),
        ).cause,
        'unrecognised',
      );
    }
  });

  it('reads any text about a skip without a throw', () => {
    fc.assert(
      fc.property(text, (one) => {
        readSkipText(one);
        readScopeEvaluation(one);
        assert.ok(typeof readClause(one, false).attribute === 'string');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what must never be said', () => {
  const unknownCode = fc.stringMatching(/^Zq[a-z]{3,12}$/);
  const harmless = fc.stringMatching(/^[a-z ]{0,60}$/);

  it('is a cause for a code that nobody knows and that no other fact explains', () => {
    fc.assert(
      fc.property(unknownCode, harmless, fc.constantFrom('create', 'update', 'other'), (code, words, action) => {
        assert.equal(diagnose(logged([aFailure(code, words, { action })])).cause, 'unrecognised');
        const skipped = anEntry({ action, status: 'skipped', steps: [imported(), scoped(), skip(code, {}, words)] });
        assert.equal(diagnose(logged([skipped])).cause, 'unrecognised');
      }),
    );
  });

  it('is "nothing to fix" of an active, assigned person whom a filter leaves out', () => {
    const wanted = fc.constantFrom('Sales', 'HR', 'sales ');
    const actual = fc.constantFrom('Marketing', 'sales', null, 'hr');
    const group = fc.boolean();

    fc.assert(
      fc.property(wanted, actual, group, fc.constantFrom('skip', 'disable', 'none'), (want, has, byGroup, how) => {
        const person = {
          subject: aUser({ attributes: { department: has } }),
          schema: aSchema(aMapping({ scope: [aFilter('department', 'EQUALS', [want])] })),
        };
        const assignment = byGroup
          ? {
              assignments: known([anAssignment({ principalId: 'group-1', principalType: 'Group' as const })]),
              memberships: known([{ id: 'group-1', name: 'G', direct: true, dynamic: false, securityEnabled: true }]),
            }
          : {};
        const shut = { filter: false, result: { [`Sales only.department EQUALS '${want}'`]: false } };
        const entries =
          how === 'none'
            ? []
            : [how === 'skip' ? notEntitled(shut) : anEntry({ action: 'disable', steps: [scoped(shut)] })];
        const found = diagnose(logged(entries, { ...person, ...assignment }));

        assert.equal(found.expected, false);
        assert.ok([found.cause, ...found.also].includes('scoping-filter'));
      }),
    );
  });

  it('is that a gate stands open whose facts were not read', () => {
    fc.assert(
      fc.property(evidence, (one) => {
        const found = diagnose({
          ...one,
          subject: { ...one.subject, type: 'user', accountEnabled: undefined, deletedAt: undefined, attributes: {} },
          assignments: { known: false, why: 'forbidden' },
          schema: { known: false, why: 'forbidden' },
          syncAll: { known: false, why: 'forbidden' },
        });
        const now = new Map(found.gates.map((gate) => [gate.gate, gate.now]));

        for (const gate of ['active', 'matching', 'required', 'export'] as const)
          assert.notEqual(now.get(gate), 'open');
      }),
      { numRuns: 1000 },
    );
  });

  it('is that opening a gate makes more of them shut', () => {
    const scope = fc.record({ active: fc.boolean(), assigned: fc.boolean(), role: fc.boolean(), filter: fc.boolean() });

    fc.assert(
      fc.property(scope, fc.constantFrom('active', 'assigned', 'filter'), (shut, opened) => {
        const over = {
          subject: aUser({ accountEnabled: undefined }),
          assignments: { known: false, why: 'forbidden' } as const,
          schema: { known: false, why: 'forbidden' } as const,
        };
        const count = (one: typeof shut) => {
          const found = diagnose(logged([notEntitled(one)], over));
          return found.also.length + (found.cause === 'assignment-record' ? 0 : 1);
        };

        assert.ok(count({ ...shut, role: true, [opened]: true }) <= count({ ...shut, role: true }));
      }),
    );
  });

  it('is silence where the log was not read', () => {
    assert.notEqual(diagnose(anEvidence({ log: { known: false, why: 'unavailable' } })).verdict, 'notProvisioned');
  });
});
