import { type AccuracyCase, about, type Expected, fault } from '../case.ts';
import type { Json } from '../tenant.ts';
import {
  ago,
  app,
  changed,
  dynamicGroup,
  filter,
  group,
  off,
  person,
  quarantined,
  runs,
  schema,
  tenant,
} from '../wire.ts';
import {
  attributeInvalid,
  created,
  disabled,
  entry,
  exportStep,
  failed,
  importStep,
  matchedStep,
  notEntitled,
  redundant,
  redundantSoftDelete,
  retried,
  scimReason,
  scopingStep,
  skipped,
  updated,
} from '../wire-log.ts';

/** Entries of other shapes than usual, and what stands around them: several jobs, sync-all, disabling by an update. */

const depot = app('Depot Rostering', { custom: true, roles: ['Planner'] });
const wagon = app('Wagon Ledger', { roles: ['Clerk'] });
const maren = person('Maren Oftedal', 'maren.oftedal@kestrelrail.example', { department: 'Signals' });
const tobias = person('Tobias Quandt', 't.quandt@kestrelrail.example', { department: 'Depot' });

const asked = (who: typeof maren, where: typeof depot) => `why is ${who.handle} not in ${where.name}?`;
const open = { active: true, assigned: true, role: true, passed: true };
const unassigned = { active: true, assigned: false, role: false, passed: true };

interface Odd {
  readonly id: string;
  readonly from: string;
  readonly who?: typeof maren;
  readonly assigned?: boolean;
  readonly log: readonly Json[];
  readonly ask?: string;
  readonly expect: Expected;
  readonly setup?: Partial<Parameters<typeof tenant>[0]>;
}

const odd = ({ id, from, who = maren, assigned = true, log, ask, expect, setup }: Odd): AccuracyCase => ({
  id,
  from,
  tenant: tenant({
    apps: [depot],
    people: [who],
    assigned: assigned ? [{ to: who, app: depot }] : [],
    log,
    ...setup,
  }),
  ask: ask ?? asked(who, depot),
  expect,
});

const at = (time: string) => ({ app: depot, who: maren, at: ago(time) });
const skip = notEntitled(at('3h'), {
  gates: { ...open, passed: false, result: { "Depot only.department EQUALS 'Depot'": false } },
});
const depotOnly = schema(depot, { filters: [filter('Depot only', ['department', 'EQUALS', 'Depot'])] });
const filtered = { setup: { apps: [{ app: depot, schema: depotOnly }] } } as const;
const leftOut = fault(maren, depot, { verdict: 'skipped', cause: 'scoping-filter', also: [], noise: [] });

const stepsOf = (line: Json): readonly Json[] => line.provisioningSteps as readonly Json[];

/** The same entry with enums as the diagnostic stream writes them. */
const numbered = (line: Json): Json => {
  const types = ['import', 'scoping', 'matching', 'processing', 'referenceResolution', 'export'];
  const statuses = ['success', 'failure', 'skipped', 'warning'];
  return {
    ...line,
    provisioningStatusInfo: { Status: 'Skipped', ErrorInformation: null },
    provisioningSteps: stepsOf(line).map((step) => ({
      ...step,
      provisioningStepType: types.indexOf(String(step.provisioningStepType)),
      status: statuses.indexOf(String(step.status)),
    })),
  };
};

const shapes: AccuracyCase[] = [
  odd({
    id: 'odd-enums-as-numbers',
    from: 'log-shapes: Event Hub: integers for enums, Status in capitals',
    log: [numbered(skip)],
    ...filtered,
    expect: leftOut,
  }),
  odd({
    id: 'odd-future-enum-values',
    from: 'graph: all enums may return unknownFutureValue',
    log: [
      {
        ...skip,
        provisioningAction: 'unknownFutureValue',
        provisioningSteps: stepsOf(skip).map((step) => ({ ...step, provisioningStepType: 'unknownFutureValue' })),
      },
    ],
    ...filtered,
    expect: leftOut,
  }),
  odd({
    id: 'odd-caption-says-in-scope',
    from: 'log-shapes: the caption can say "in scope" beside passed = False; the keys count',
    log: [
      {
        ...skip,
        provisioningSteps: stepsOf(skip).map((step) =>
          step.provisioningStepType === 'scoping' ? { ...step, description: 'Object is in scope' } : step,
        ),
      },
    ],
    ...filtered,
    expect: leftOut,
  }),
  odd({
    id: 'odd-skipped-without-steps',
    from: 'log-shapes: the reason is in the step; without it nothing is known',
    log: [{ ...skip, provisioningSteps: [] }],
    expect: fault(maren, depot, {
      verdict: 'skipped',
      cause: ['unrecognised', 'no-record', 'awaiting-next-cycle'],
      notCause: ['not-assigned'],
    }),
  }),
  odd({
    id: 'odd-steps-are-null',
    from: 'log-shapes: skipped entries carry no reason at top level',
    log: [{ ...skip, provisioningSteps: null, modifiedProperties: null }],
    expect: fault(maren, depot, {
      verdict: 'skipped',
      cause: ['unrecognised', 'no-record'],
      notCause: ['not-assigned'],
    }),
  }),
  odd({
    id: 'odd-unknown-skip-reason-though-a-gate-is-shut',
    from: 'log-shapes: ScopeEvaluationResult is the best evidence; unknown codes are shown',
    log: [
      skipped(at('3h'), 'LanternNotLit', 'The lantern is not lit.', {
        gates: { ...open, passed: false, result: { "Depot only.department EQUALS 'Depot'": false } },
      }),
    ],
    ...filtered,
    expect: fault(maren, depot, { verdict: 'skipped', cause: 'scoping-filter', notes: ['unknown-code'] }),
  }),
  odd({
    id: 'odd-unknown-skip-reason-and-every-gate-open',
    from: 'design: unknown codes are shown as they are',
    log: [skipped(at('3h'), 'LanternNotLit', 'The lantern is not lit.', { gates: open })],
    expect: fault(maren, depot, { verdict: 'skipped', cause: 'unrecognised' }),
  }),
  odd({
    id: 'odd-not-entitled-without-any-detail-of-somebody-disabled',
    from: 'log-shapes: SkipReason is the same for disabled accounts; the directory tells which gate it is',
    who: changed(maren, { accountEnabled: false }),
    log: [skipped(at('3h'), 'NotEffectivelyEntitled', '')],
    expect: about(maren, depot, { verdict: 'skipped', cause: 'disabled-in-source', expected: true }),
  }),
  odd({
    id: 'odd-not-entitled-without-any-detail-of-somebody-unassigned',
    from: 'log-shapes: the directory tells which gate it is',
    assigned: false,
    log: [skipped(at('3h'), 'NotEffectivelyEntitled', '')],
    expect: about(maren, depot, { verdict: 'skipped', cause: 'not-assigned', expected: true }),
  }),
  odd({
    id: 'odd-same-entry-twice',
    from: 'graph: dedupe on id',
    log: [skip, skip],
    ...filtered,
    expect: leftOut,
  }),
  odd({
    id: 'odd-error-on-a-skip',
    from: 'codes: ImportSkipped stands as an error code in some entries',
    log: [
      {
        ...skipped(at('3h'), 'EntrySynchronizationSkipped', 'No further action was taken.', { gates: open }),
        provisioningStatusInfo: {
          status: 'skipped',
          errorInformation: { errorCode: 'ImportSkipped', reason: 'missing the matching property' },
        },
      },
    ],
    expect: fault(maren, depot, { verdict: 'skipped', cause: ['matching-attribute', 'skipped-without-reason'] }),
  }),
];

const softDelete = (time: string, gates: Parameters<typeof scopingStep>[1]): Json =>
  entry(
    {
      ...at(time),
      modified: [
        ['IsSoftDeleted', 'False', 'True'],
        ['active', 'True', 'False'],
      ],
    },
    {
      action: 'update',
      status: 'success',
      steps: [
        importStep(at(time), 'Update'),
        scopingStep(at(time), gates),
        matchedStep(at(time)),
        exportStep(at(time), 'Update', 'success', 'User was updated in customappsso'),
      ],
    },
  );

const undoing: AccuracyCase[] = [
  odd({
    id: 'odd-disabled-by-an-update',
    from: 'scoping: disabling is an update that sets IsSoftDeleted',
    assigned: false,
    log: [created(at('9d')), softDelete('2d', unassigned)],
    expect: about(maren, depot, { verdict: 'deprovisioned', cause: 'deprovisioned', expected: true }),
  }),
  odd({
    id: 'odd-redundant-soft-delete-after-an-update',
    from: 'log-shapes: RedundantSoftDelete: the disable already happened, look for an earlier one',
    assigned: false,
    log: [created(at('9d')), softDelete('2d', unassigned), redundantSoftDelete(at('1h'))],
    expect: about(maren, depot, {
      verdict: 'deprovisioned',
      cause: ['deprovisioned', 'already-deprovisioned'],
      expected: true,
    }),
  }),
  odd({
    id: 'odd-in-sync-after-an-update-that-disabled',
    from: 'design: a redundant export after a create means provisioned; after a disable it does not',
    who: changed(maren, { accountEnabled: false }),
    log: [created(at('9d')), softDelete('2d', { ...open, active: false }), redundant(at('1h'))],
    expect: about(maren, depot, {
      verdict: ['deprovisioned', 'skipped'],
      cause: ['deprovisioned', 'already-in-sync', 'disabled-in-source'],
      expected: true,
    }),
  }),
  odd({
    id: 'odd-failed-to-disable-a-leaver',
    from: 'scoping: disabling needs the Update flow; a failure to take away is a fault',
    who: changed(maren, { accountEnabled: false }),
    log: [
      created(at('9d')),
      failed(at('2h'), { code: 'InsufficientRights', reason: 'not permitted to deactivate', action: 'disable' }),
    ],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'insufficient-rights' }),
  }),
  odd({
    id: 'odd-failed-to-delete',
    from: 'codes: InvalidAnchor; a failure to take away is a fault',
    assigned: false,
    log: [created(at('9d')), failed(at('2h'), { code: 'InternalServerError', reason: 'boom', action: 'delete' })],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'app-unavailable' }),
  }),
];

const ledgerConflict = {
  code: 'WagonLedgerEntryConflict',
  reason: scimReason(409, { detail: 'in use', status: '409', scimType: 'uniqueness' }),
};

const everybody: AccuracyCase[] = [
  odd({
    id: 'odd-fails-though-unassigned',
    from: 'scoping: sync all: whoever fails on export without an assignment got through scoping',
    assigned: false,
    log: [
      {
        ...failed(at('2h'), { code: 'LicenseLimitExceeded', reason: 'none left' }),
        provisioningSteps: [
          importStep(at('2h')),
          scopingStep(at('2h'), unassigned),
          exportStep(at('2h'), 'Add', 'failure', 'Failed to create User'),
        ],
      },
    ],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'license-limit', also: [] }),
  }),
  odd({
    id: 'odd-retry-without-scoping-and-no-assignment',
    from: 'log-shapes: retries carry no scoping step; sync-all cannot be known from here',
    assigned: false,
    log: [retried(at('2h'), ledgerConflict, 4)],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'value-conflict' }),
  }),
  odd({
    id: 'odd-retry-goes-back-to-the-entry-with-scoping',
    from: 'log-shapes: a retry is still the old failure; its scoping step is the older entry’s',
    log: [failed(at('3d'), ledgerConflict), retried(at('1d'), ledgerConflict, 2), retried(at('3h'), ledgerConflict, 5)],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'value-conflict' }),
  }),
  odd({
    id: 'odd-skip-in-sync-all-for-the-filter-only',
    from: 'scoping: sync all: assigned False does not shut the gate where the log says so',
    assigned: false,
    log: [
      {
        ...notEntitled(at('2h'), { gates: { ...unassigned, passed: false }, says: ['filter'], noKeys: true }),
        provisioningSteps: [
          importStep(at('2h')),
          {
            ...scopingStep(at('2h'), {
              active: true,
              passed: false,
              result: { "Depot only.department EQUALS 'Depot'": false },
            }),
            details: {
              'Active in the source system': 'True',
              'Assigned to the application': 'False',
              'Scope sync all': 'True',
              'Scoping filter evaluation passed': 'False',
              ScopeEvaluationResult: '{"Depot only.department EQUALS \'Depot\'":false}',
            },
          },
          {
            name: 'EntrySynchronizationSkip',
            provisioningStepType: 'processing',
            status: 'skipped',
            description: '',
            details: { SkipReason: 'NotEffectivelyEntitled' },
          },
        ],
      },
    ],
    ...filtered,
    expect: about(maren, depot, { verdict: 'skipped', cause: 'scoping-filter', also: [] }),
  }),
];

const gone: AccuracyCase[] = [
  odd({
    id: 'odd-assigned-in-the-log-and-nobody-is-assigned-today',
    from: 'design: sync-all is inferred where others get in unassigned; the log named no gate of scoping',
    assigned: false,
    log: [failed(at('4h'), { code: 'LicenseLimitExceeded', reason: 'none left' })],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'license-limit', also: [] }),
  }),
  odd({
    id: 'odd-assigned-in-the-log-and-lost-it-since',
    from: 'design: then and now; the app has other assignments, so it provisions who is assigned',
    log: [attributeInvalid({ app: depot, who: tobias, at: ago('4h') }, 'name.familyName')],
    setup: { people: [tobias], assigned: [{ to: maren, app: depot }] },
    ask: asked(tobias, depot),
    expect: fault(tobias, depot, {
      verdict: 'skipped',
      cause: 'not-assigned',
      was: 'required-attribute',
      nowDiffers: true,
    }),
  }),
  odd({
    id: 'odd-required-attribute-and-nobody-is-assigned-today',
    from: 'design: sync-all is inferred where others get in unassigned',
    who: changed(maren, { surname: null }),
    assigned: false,
    log: [attributeInvalid(at('4h'), 'name.familyName')],
    expect: fault(maren, depot, { verdict: 'skipped', cause: 'required-attribute', also: [] }),
  }),
];

const jobTwo = { ...runs(depot), id: `${depot.jobId}-second` };
const several = (jobs: readonly Json[], log: readonly Json[]) => {
  const nameless = changed(maren, { surname: null });
  const made = tenant({ apps: [depot], assigned: [{ to: nameless, app: depot }], log });
  return { ...made, apps: made.apps.map((one) => ({ ...one, jobs })) };
};

const jobs: AccuracyCase[] = [
  {
    id: 'odd-two-jobs-the-telling-one-runs',
    from: 'graph: an app may have several jobs; the entry names its own',
    tenant: several([off(depot), jobTwo], [{ ...attributeInvalid(at('3h'), 'name.familyName'), jobId: jobTwo.id }]),
    ask: asked(maren, depot),
    expect: fault(maren, depot, { verdict: 'skipped', cause: 'required-attribute' }),
  },
  {
    id: 'odd-two-jobs-the-telling-one-is-off',
    from: 'graph: an app may have several jobs; the entry names its own',
    tenant: several([jobTwo, off(depot)], [attributeInvalid(at('3h'), 'name.familyName')]),
    ask: asked(maren, depot),
    expect: fault(maren, depot, { verdict: 'skipped', cause: 'provisioning-off', also: ['required-attribute'] }),
  },
  odd({
    id: 'odd-deletions-held-person-fine',
    from: 'design: somebody who is provisioned and unchanged stays provisioned',
    log: [updated(at('4d'))],
    setup: { apps: [{ app: depot, job: quarantined(depot, 'TooManyDeletes') }] },
    expect: about(maren, depot, { verdict: 'provisioned', cause: 'provisioned', notes: ['job-trouble'] }),
  }),
  odd({
    id: 'odd-job-off-and-nobody-assigned',
    from: 'design: the job first; what is shut for the person besides stands in also',
    assigned: false,
    log: [],
    setup: { apps: [{ app: depot, job: off(depot) }] },
    expect: fault(maren, depot, { verdict: 'notProvisioned', cause: 'provisioning-off', also: ['not-assigned'] }),
  }),
];

const planners = dynamicGroup('Planners (dynamic)', 'user.department -eq "Signals"');
const mail365 = group('Depot crew', { securityEnabled: false, mailEnabled: true, groupTypes: ['Unified'] });
const inner = group('Night planners');
const outer = group('All planners');

const groups: AccuracyCase[] = [
  odd({
    id: 'odd-dynamic-group-has-not-caught-up',
    from: 'scoping: dynamic groups: speed depends on membership evaluation',
    assigned: false,
    log: [notEntitled(at('3h'), { gates: unassigned })],
    setup: { groups: [planners], assigned: [{ to: planners, app: depot }] },
    expect: about(maren, depot, { verdict: 'skipped', cause: 'not-assigned' }),
  }),
  odd({
    id: 'odd-dynamic-group-membership-is-news-to-the-log',
    from: 'scoping: dynamic groups; design: then and now',
    assigned: false,
    log: [notEntitled(at('3h'), { gates: unassigned })],
    setup: { members: [[planners, maren]], assigned: [{ to: planners, app: depot }] },
    expect: fault(maren, depot, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'not-assigned',
      notes: ['dynamic-group'],
    }),
  }),
  odd({
    id: 'odd-microsoft-365-group-that-is-not-security-enabled',
    from: 'scoping: the group must be SecurityEnabled; design: somebody assigned a group of this person, so it is not expected',
    assigned: false,
    log: [notEntitled(at('3h'), { gates: unassigned })],
    setup: { members: [[mail365, maren]], assigned: [{ to: mail365, app: depot }] },
    expect: fault(maren, depot, { verdict: 'skipped', cause: 'not-assigned' }),
  }),
  odd({
    id: 'odd-nested-and-disabled',
    from: 'design: gates in order; both must be opened',
    who: changed(maren, { accountEnabled: false }),
    assigned: false,
    log: [notEntitled(at('3h'), { gates: { ...unassigned, active: false } })],
    setup: {
      members: [
        [outer, inner],
        [inner, maren],
      ],
      assigned: [{ to: outer, app: depot }],
    },
    expect: about(maren, depot, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: ['nested-group'],
      noise: ['no-entitled-role'],
    }),
  }),
  odd({
    id: 'odd-direct-with-default-access-and-group-with-role',
    from: 'scoping: one entitling role is enough',
    log: [created(at('3h'))],
    setup: {
      members: [[inner, maren]],
      assigned: [
        { to: maren, app: depot, role: 'default' },
        { to: inner, app: depot, role: 'Planner' },
      ],
    },
    expect: about(maren, depot, { verdict: 'provisioned', cause: 'provisioned' }),
  }),
];

const words: AccuracyCase[] = [
  odd({
    id: 'odd-required-attribute-named-without-quotes',
    from: 'codes: MandatoryFieldsMissing; the reason names the attribute of the app',
    who: changed(maren, { surname: null }),
    log: [
      failed(at('4h'), {
        code: 'MandatoryFieldsMissing',
        reason: 'The following mandatory attributes have no value: name.familyName.',
      }),
    ],
    expect: fault(maren, depot, { verdict: 'failed', cause: 'required-attribute', gateNow: { required: 'shut' } }),
  }),
  odd({
    id: 'odd-soft-deleted-who-lost-the-assignment-with-it',
    from: 'scoping: soft-deleted; the assignment goes with the account, so it only follows',
    log: [created(at('9d')), disabled(at('4d'), { active: false, assigned: false, role: false, passed: true })],
    setup: { people: [], assigned: [], deleted: [maren] },
    ask: 'is maren.oftedal@kestrelrail.example still in Depot Rostering?',
    expect: about(maren, depot, {
      verdict: 'deprovisioned',
      cause: 'deprovisioned',
      also: ['disabled-in-source'],
      noise: ['not-assigned', 'no-entitled-role'],
      expected: true,
    }),
  }),
];

const guestHere = person('Nadia Ferreira', 'nadia_partner.example#EXT#@kestrelrail.example', {
  userType: 'Guest',
  mail: 'nadia@partner.example',
});
const maren2 = person('Maren Oftedal', 'maren.oftedal2@kestrelrail.example', { department: 'Catering' });

const who: AccuracyCase[] = [
  odd({
    id: 'odd-guest-by-mail',
    from: 'scoping: guests can be provisioned to SaaS',
    who: guestHere,
    log: [created({ app: depot, who: guestHere, at: ago('4h') })],
    ask: 'nadia@partner.example Depot Rostering',
    expect: about(guestHere, depot, { verdict: 'provisioned', cause: 'provisioned' }),
  }),
  odd({
    id: 'odd-guest-whose-sign-in-name-the-filter-reads',
    from: 'scoping: #EXT# and domain are stripped where userPrincipalName is a source attribute: nothing is claimed',
    who: guestHere,
    log: [
      notEntitled(
        { app: depot, who: guestHere, at: ago('4h') },
        {
          gates: {
            ...open,
            passed: false,
            result: { "Own.userPrincipalName ENDS_WITH '@kestrelrail.example'": false },
          },
        },
      ),
    ],
    setup: {
      apps: [
        {
          app: depot,
          schema: schema(depot, {
            filters: [filter('Own', ['userPrincipalName', 'ENDS_WITH', '@kestrelrail.example'])],
          }),
        },
      ],
    },
    ask: 'why was nadia@partner.example skipped in Depot Rostering?',
    expect: fault(guestHere, depot, { verdict: 'skipped', cause: 'scoping-filter', gateNow: { filter: 'unknown' } }),
  }),
  odd({
    id: 'odd-namesakes-both-in-the-log',
    from: 'design: two that fit are a choice',
    log: [created(at('4h')), created({ app: depot, who: maren2, at: ago('5h') })],
    setup: { people: [maren, maren2] },
    ask: 'why is Maren Oftedal not in Depot Rostering?',
    expect: { kind: 'choice', candidates: [maren.id, maren2.id] },
  }),
  odd({
    id: 'odd-soft-deleted-and-taken-away',
    from: 'scoping: soft-deleted: the account is disabled; that is as it should be',
    log: [created(at('9d')), disabled(at('4d'), { ...open, active: false })],
    setup: { people: [], assigned: [], deleted: [maren] },
    ask: 'is maren.oftedal@kestrelrail.example still in Depot Rostering?',
    expect: about(maren, depot, { verdict: 'deprovisioned', cause: 'deprovisioned', expected: true }),
  }),
  {
    id: 'odd-tobias-asked-of-the-other-app',
    from: 'design: entries of another app say nothing',
    tenant: tenant({
      apps: [depot, wagon],
      people: [tobias],
      assigned: [{ to: tobias, app: wagon }],
      log: [created({ app: wagon, who: tobias, at: ago('4h') })],
    }),
    ask: asked(tobias, depot),
    expect: about(tobias, depot, { verdict: 'notProvisioned', cause: 'not-assigned', expected: true }),
  },
];

export const oddCases: readonly AccuracyCase[] = [
  ...shapes,
  ...undoing,
  ...everybody,
  ...gone,
  ...jobs,
  ...groups,
  ...who,
  ...words,
];
