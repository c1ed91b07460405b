import type { AccuracyCase, Expected } from '../case.ts';
import type { Json } from '../tenant.ts';
import {
  type App,
  ago,
  app,
  firstCycle,
  group,
  notConfigured,
  off,
  person,
  quarantined,
  run,
  runs,
  runsWithErrors,
  stalled,
  tenant,
} from '../wire.ts';
import {
  attributeInvalid,
  created,
  disabled,
  failed,
  notEntitled,
  redundant,
  retried,
  scimReason,
  updated,
} from '../wire-log.ts';

/** Whether provisioning to an app works, which apps need somebody, and whether the sign-in to an app is the trouble. */

const ledger = app('Ledgerline', { gallery: 'Ledgerline Cloud', roles: ['Bookkeeper'] });
const parcel = app('Parcelhub', { custom: true, roles: ['Clerk'] });
const roster = app('Rosterly', { roles: ['Planner'] });
const atlas = app('Atlas Maps', { roles: ['Viewer'] });
const house = { name: 'Fjordkraft Shipping' };

const ingrid = person('Ingrid Solheim', 'ingrid.solheim@fjordkraft.example');
const tunde = person('Tunde Adeyemi', 'tunde.adeyemi@fjordkraft.example');
const mei = person('Mei Watanabe', 'mei.watanabe@fjordkraft.example');
const luca = person('Luca Ferrante', 'luca.ferrante@fjordkraft.example');
const crew = group('Deck Crew');

const rejected: Json = {
  code: 'LedgerlineInvalidCredentials',
  message: 'The token has expired.',
  tenantActionable: true,
};

interface Situation {
  readonly id: string;
  readonly from: string;
  readonly job: Json | 'none';
  readonly ask: string;
  readonly expect: Omit<Expected, 'kind' | 'app'>;
}

const situations: readonly Situation[] = [
  {
    id: 'runs',
    from: 'status: code Active, last cycle Succeeded',
    job: runs(ledger),
    ask: 'how is Ledgerline doing?',
    expect: { state: 'running', need: 'fine' },
  },
  {
    id: 'runs-by-gallery-name',
    from: 'a tenant renames its apps: the gallery’s name is the template’s',
    job: runs(ledger),
    ask: 'is provisioning running for Ledgerline Cloud',
    expect: { state: 'running', need: 'fine' },
  },
  {
    id: 'entry-level-errors',
    from: 'status: EntryLevelErrors: some objects failed',
    job: runsWithErrors(ledger),
    ask: 'is provisioning working for ledgerline?',
    expect: { state: 'running', need: 'failing' },
  },
  {
    id: 'last-cycle-failed',
    from: 'taskExecution.state Failed with real times is no dummy',
    job: runs(ledger, {
      status: { lastExecution: run(ago('18m'), 'Failed', { error: { code: 'Timeout', message: 'x' } }) },
    }),
    ask: 'status of Ledgerline',
    expect: { state: 'running', need: 'broken' },
  },
  {
    id: 'off',
    from: 'status: schedule.state Disabled, code Paused',
    job: off(ledger),
    ask: 'provisioning does not start for Ledgerline',
    expect: { state: 'off', need: 'off', cause: 'provisioning-off' },
  },
  {
    id: 'off-empty-quarantine',
    from: 'published job: code Paused beside a quarantine of empty strings with an error',
    job: off(ledger, {
      quarantine: { currentBegan: '', nextAttempt: '', reason: '', seriesBegan: '', seriesCount: 2, error: rejected },
    }),
    ask: 'is ledgerline in quarantine?',
    expect: { state: 'off', need: 'off' },
  },
  {
    id: 'not-configured',
    from: 'status: code NotConfigured',
    job: notConfigured(ledger),
    ask: 'is provisioning set up for Ledgerline?',
    expect: { state: 'notConfigured', need: 'unset' },
  },
  {
    id: 'no-job',
    from: 'status: jobs list empty: no provisioning',
    job: 'none',
    ask: 'how is ledgerline doing',
    expect: { state: 'notConfigured', need: 'unset' },
  },
  {
    id: 'first-cycle',
    from: 'status: Active and NotRun, with a dummy run that reads Failed in the year 1',
    job: firstCycle(ledger),
    ask: 'provisioning does not appear to start for Ledgerline',
    expect: { state: 'initialCycle', need: 'starting', cause: 'initial-cycle-running' },
  },
  {
    id: 'first-cycle-progress',
    from: 'status: progress counts pages',
    job: firstCycle(ledger, [
      { completedUnits: 3, totalUnits: 40, units: 'pages', progressObservationDateTime: ago('5m') },
    ]),
    ask: 'is the sync of Ledgerline finished?',
    expect: { state: 'initialCycle', need: 'starting' },
  },
  {
    id: 'quarantine',
    from: 'status: code Quarantine with its reason and error',
    job: quarantined(ledger, 'EncounteredQuarantineException', rejected),
    ask: 'what is wrong with Ledgerline?',
    expect: { state: 'quarantine', need: 'broken', cause: 'quarantined' },
  },
  {
    id: 'quarantine-of-tomorrow',
    from: 'an enum may return what is not yet documented: shown, and not guessed at',
    job: quarantined(ledger, 'SomethingInventedNextYear'),
    ask: 'how is Ledgerline doing?',
    expect: { state: 'quarantine', need: 'broken', cause: 'quarantined' },
  },
  {
    id: 'deletions-held',
    from: 'design: quarantine by TooManyDeletes is deletions-held',
    job: quarantined(ledger, 'TooManyDeletes'),
    ask: 'how is provisioning of Ledgerline?',
    expect: { state: 'quarantine', need: 'broken', cause: 'deletions-held' },
  },
  {
    id: 'stalled',
    from: 'public reports: credentials expire and the logs just stop',
    job: stalled(ledger),
    ask: 'how is Ledgerline doing?',
    expect: { state: 'stalled', need: 'broken', cause: 'cycles-stalled' },
  },
  {
    id: 'slow-interval',
    from: 'status: read job.schedule.interval instead of hard-coding',
    job: runs(ledger, { interval: 'P1D', lastEnded: ago('20h') }),
    ask: 'is provisioning running for Ledgerline?',
    expect: { state: 'running', need: 'fine' },
  },
];

function aboutApp(of: App, expect: Omit<Expected, 'kind' | 'app'>): Expected {
  return { kind: 'appStatus', app: of.id, ...expect };
}

const statusCases: readonly AccuracyCase[] = situations.map(({ id, from, job, ask, expect }) => ({
  id: `app-${id}`,
  from,
  tenant: tenant({
    ...house,
    apps: [
      { app: ledger, job },
      { app: atlas, job: runs(atlas) },
    ],
    people: [ingrid],
  }),
  ask,
  expect: aboutApp(ledger, expect),
}));

const twin = { ...ledger, id: '5b1c7a52-0f0d-4c9e-8d5e-2f6f0c4f7a11' };
const twins: readonly AccuracyCase[] = [
  {
    id: 'app-twins',
    from: 'a tenant may hold one app twice, for sign-in and for provisioning: only one has a job',
    tenant: tenant({
      ...house,
      apps: [
        { app: { ...twin, servicePrincipal: { ...ledger.servicePrincipal, id: twin.id } }, job: 'none' },
        { app: ledger, job: runs(ledger) },
      ],
      people: [ingrid],
    }),
    ask: 'how is Ledgerline doing?',
    expect: aboutApp(ledger, { state: 'running', need: 'fine' }),
  },
];

const inLast = ago('19m');
const before = ago('60m');
const licence = { code: 'LedgerlineLicenseLimitExceeded', reason: 'No seats left.' };
const open = { active: true, assigned: true, role: true, passed: true };

const cycleCases: readonly AccuracyCase[] = [
  {
    id: 'app-cycle-counts',
    from: 'provisioningAction and status of the entries between the run’s times; ids of cycle and run need not agree',
    tenant: tenant({
      ...house,
      apps: [{ app: ledger, job: runsWithErrors(ledger) }],
      people: [ingrid, tunde, mei, luca],
      log: [
        created({ app: ledger, who: ingrid, at: inLast }),
        updated({ app: ledger, who: tunde, at: inLast }),
        created({ app: ledger, who: crew, at: inLast }),
        disabled({ app: ledger, who: mei, at: inLast }, { ...open, active: false }),
        failed({ app: ledger, who: luca, at: inLast }, licence),
        created({ app: ledger, who: mei, at: ago('6d') }),
      ],
    }),
    ask: 'how is Ledgerline doing?',
    expect: aboutApp(ledger, {
      counts: { created: 2, updated: 1, disabled: 1, deleted: 0, failed: 1, expectedSkips: 0, unexpectedSkips: 0 },
      newlyInTrouble: ['Luca Ferrante'],
    }),
  },
  {
    id: 'app-cycle-skips',
    from: 'expected: never assigned, disabled, in sync. Not expected: assigned and filtered, an attribute missing, no role',
    tenant: tenant({
      ...house,
      apps: [{ app: ledger, job: runs(ledger) }],
      people: [ingrid, tunde, mei, luca],
      log: [
        notEntitled({ app: ledger, who: ingrid, at: inLast }, { gates: { ...open, assigned: false, role: false } }),
        redundant({ app: ledger, who: tunde, at: inLast }),
        notEntitled({ app: ledger, who: mei, at: inLast }, { gates: { ...open, passed: false } }),
        attributeInvalid({ app: ledger, who: luca, at: inLast }, 'emails[type eq "work"].value'),
      ],
    }),
    ask: 'how is ledgerline doing',
    expect: aboutApp(ledger, { counts: { expectedSkips: 2, unexpectedSkips: 2, failed: 0 } }),
  },
  {
    id: 'app-cycle-retry-is-not-new',
    from: 'log shapes: EntryEscrowRetry is an old failure tried again',
    tenant: tenant({
      ...house,
      apps: [{ app: ledger, job: runsWithErrors(ledger) }],
      people: [luca, mei],
      log: [
        retried({ app: ledger, who: luca, at: inLast }, licence, 3),
        failed({ app: ledger, who: mei, at: inLast }, licence),
        failed({ app: ledger, who: luca, at: before }, licence),
      ],
    }),
    ask: 'is provisioning running for Ledgerline?',
    expect: aboutApp(ledger, { counts: { failed: 2 }, newlyInTrouble: ['Mei Watanabe'] }),
  },
  {
    id: 'app-cycle-nothing-to-do',
    from: 'a cycle without changes writes no entries: what earlier ones wrote is not its own',
    tenant: tenant({
      ...house,
      apps: [{ app: ledger, job: runs(ledger) }],
      people: [luca],
      log: [failed({ app: ledger, who: luca, at: ago('5h') }, licence)],
    }),
    ask: 'how is Ledgerline doing?',
    expect: aboutApp(ledger, { counts: { created: 0, updated: 0, failed: 0, unexpectedSkips: 0 } }),
  },
  {
    id: 'app-jobs-closed',
    from: 'no permission for one part: the rest is answered',
    tenant: tenant({
      ...house,
      apps: [{ app: ledger, job: runs(ledger) }],
      people: [luca],
      log: [failed({ app: ledger, who: luca, at: inLast }, licence)],
      refuse: { jobs: 403 },
    }),
    ask: 'how is Ledgerline doing?',
    expect: aboutApp(ledger, { state: 'unknown', need: 'unread' }),
  },
];

const fleet = [
  { app: roster, job: runs(roster) },
  { app: ledger, job: quarantined(ledger, 'EncounteredQuarantineException', rejected) },
  { app: atlas, job: off(atlas) },
  { app: parcel, job: runsWithErrors(parcel) },
];

const overviewCases: readonly AccuracyCase[] = [
  {
    id: 'apps-worst-first',
    from: 'nothing gets through, then single errors, then switched off, then well',
    tenant: tenant({ ...house, apps: fleet, people: [ingrid] }),
    ask: 'give me an overview',
    expect: { kind: 'overview', order: [ledger.id, parcel.id, atlas.id, roster.id] },
  },
  {
    id: 'apps-with-problems',
    from: 'an app that is switched off may be meant to be',
    tenant: tenant({ ...house, apps: fleet, people: [ingrid] }),
    ask: 'which apps have problems?',
    expect: { kind: 'overview', order: [ledger.id, parcel.id] },
  },
  {
    id: 'apps-in-quarantine',
    from: 'status: code Quarantine',
    tenant: tenant({ ...house, apps: fleet, people: [ingrid] }),
    ask: 'what is in quarantine?',
    expect: { kind: 'overview', order: [ledger.id] },
  },
  {
    id: 'apps-without-provisioning-are-left-out',
    from: 'status: jobs list empty: no provisioning',
    tenant: tenant({
      ...house,
      apps: [
        { app: roster, job: runs(roster) },
        { app: atlas, job: 'none' },
      ],
      people: [ingrid],
    }),
    ask: 'overview of all apps',
    expect: { kind: 'overview', order: [roster.id] },
  },
  {
    id: 'apps-closed',
    from: 'the permission is named',
    tenant: tenant({ ...house, apps: fleet, people: [ingrid], refuse: { jobs: 403 } }),
    ask: 'which apps have problems?',
    expect: { kind: 'denied', permission: 'Synchronization.Read.All' },
  },
];

function aboutSignIn(of: App, expect: Omit<Expected, 'kind' | 'app'> = {}): Expected {
  return { kind: 'credentials', app: of.id, ...expect };
}

const refused = {
  code: 'SystemForCrossDomainIdentityManagementBadResponse',
  reason: scimReason(401, { detail: 'Token expired' }),
};

const credentialCases: readonly AccuracyCase[] = [
  {
    id: 'credentials-quarantine',
    from: 'quarantine reasons: any count of credential errors',
    tenant: tenant({
      ...house,
      apps: [{ app: ledger, job: quarantined(ledger, 'EncounteredQuarantineException', rejected) }],
      people: [ingrid],
    }),
    ask: 'can’t save the credentials of Ledgerline',
    expect: aboutSignIn(ledger, { cause: 'credentials-rejected' }),
  },
  {
    id: 'credentials-last-run',
    from: 'taskExecution.error',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: ledger,
          job: runs(ledger, { status: { lastExecution: run(ago('18m'), 'Failed', { error: rejected }) } }),
        },
      ],
      people: [ingrid],
    }),
    ask: 'test the connection of Ledgerline',
    expect: aboutSignIn(ledger, { cause: 'credentials-rejected' }),
  },
  {
    id: 'credentials-by-the-log',
    from: 'a 401 inside the app’s answer is credentials-rejected',
    tenant: tenant({
      ...house,
      apps: [{ app: parcel, job: runsWithErrors(parcel) }],
      people: [ingrid],
      log: [
        failed({ app: parcel, who: ingrid, at: inLast }, refused),
        created({ app: parcel, who: mei, at: ago('4d') }),
      ],
    }),
    ask: 'the credentials of Parcelhub do not work',
    expect: aboutSignIn(parcel, { cause: 'credentials-rejected' }),
  },
  {
    id: 'credentials-work-again',
    from: 'whoever writes has signed in: a success after the refusal ends it',
    tenant: tenant({
      ...house,
      apps: [{ app: parcel, job: runs(parcel) }],
      people: [ingrid, mei],
      log: [
        created({ app: parcel, who: mei, at: inLast }),
        failed({ app: parcel, who: ingrid, at: ago('4d') }, refused),
      ],
    }),
    ask: 'are the credentials of Parcelhub expired?',
    expect: aboutSignIn(parcel, { notCause: ['credentials-rejected'] }),
  },
  {
    id: 'credentials-not-blamed',
    from: 'a quarantine for its share of errors says nothing about the sign-in',
    tenant: tenant({
      ...house,
      apps: [{ app: roster, job: quarantined(roster, 'EncounteredEscrowProportionThreshold') }],
      people: [ingrid],
    }),
    ask: 'test the connection of Rosterly',
    expect: aboutSignIn(roster, { notCause: ['credentials-rejected'] }),
  },
];

export const appCases: readonly AccuracyCase[] = [
  ...statusCases,
  ...twins,
  ...cycleCases,
  ...overviewCases,
  ...credentialCases,
];
