import { type AccuracyCase, about, fault } from '../case.ts';
import type { Json } from '../tenant.ts';
import {
  ago,
  app,
  changed,
  firstCycle,
  notConfigured,
  off,
  person,
  quarantined,
  runs,
  stalled,
  tenant,
} from '../wire.ts';
import { attributeInvalid, created, failed, notEntitled, redundant, stagedDelete } from '../wire-log.ts';

/** The job outranks the person; only who is provisioned and unchanged stays provisioned. */

const desk = app('Halo Servicedesk', { gallery: 'HaloITSM', roles: ['Agent'] });
const wiki = app('Nuclino', { roles: ['Writer'] });
const board = app('Conceptboard', { roles: ['Member'] });
const house = { name: 'Lumen Foods' };

const petra = person('Petra Novotná', 'petra.novotna@lumenfoods.example');
const idris = person('Idris Bakare', 'idris.bakare@lumenfoods.example');
const wen = person('Wen Jiahui', 'wen.jiahui@lumenfoods.example');

const unassigned = { active: true, assigned: false, role: false, passed: true };

const reasons: readonly (readonly [reason: string, error: Json | null])[] = [
  [
    'EncounteredQuarantineException',
    { code: 'HaloInvalidCredentials', message: 'The token is no longer accepted.', tenantActionable: true },
  ],
  ['EncounteredEscrowProportionThreshold', null],
  ['EncounteredBaseEscrowThreshold', null],
  ['EncounteredTotalEscrowThreshold', null],
  ['QuarantinedOnDemand', null],
  ['QuarantineOnDemand', null],
  ['IngestionInterrupted', null],
  ['Unknown', null],
  ['SomethingInventedNextYear', null],
  ['', null],
];

const quarantines: AccuracyCase[] = reasons.map(([reason, error], index) => ({
  id: `job-quarantine-${reason === '' ? 'without-reason' : reason}`,
  from: 'status: code Quarantine; design: any other quarantine is `quarantined`',
  tenant: tenant({
    ...house,
    apps: [{ app: desk, job: quarantined(desk, reason, error) }],
    assigned: [{ to: petra, app: desk }],
    log:
      index % 2 === 0
        ? []
        : [failed({ app: desk, who: petra, at: ago('3d') }, { code: 'InternalServerError', reason: 'HTTP 500' })],
  }),
  ask:
    index % 2 === 0
      ? 'why is Petra Novotná not in Halo Servicedesk?'
      : 'petra.novotna@lumenfoods.example halo servicedesk',
  expect: fault(petra, desk, { verdict: index % 2 === 0 ? 'notProvisioned' : 'failed', cause: 'quarantined' }),
}));

export const jobCases: readonly AccuracyCase[] = [
  ...quarantines,
  {
    id: 'job-too-many-deletes',
    from: 'design: quarantine by TooManyDeletes is deletions-held',
    tenant: tenant({
      ...house,
      apps: [{ app: wiki, job: quarantined(wiki, 'TooManyDeletes') }],
      assigned: [{ to: idris, app: wiki }],
    }),
    ask: 'why is idris bakare not in nuclino',
    expect: fault(idris, wiki, { verdict: 'notProvisioned', cause: 'deletions-held' }),
  },
  ...(['stagedDelete', 'stageddelete', 'StagedDelete'] as const).map(
    (spelling): AccuracyCase => ({
      id: `job-deletion-held-${spelling}`,
      from: 'status: exceeded deletions are logged as staged delete; published spellings differ',
      tenant: tenant({
        ...house,
        apps: [{ app: wiki, job: quarantined(wiki, 'TooManyDeletes') }],
        people: [changed(wen, { accountEnabled: false })],
        assigned: [{ to: changed(wen, { accountEnabled: false }), app: wiki }],
        log: [
          created({ app: wiki, who: wen, at: ago('20d') }),
          stagedDelete({ app: wiki, who: wen, at: ago('2d') }, spelling),
        ],
      }),
      ask: 'why was wen jiahui not removed from nuclino?',
      expect: about(wen, wiki, { cause: 'deletions-held' }),
    }),
  ),
  {
    id: 'job-quarantined-but-unassigned',
    from: 'design: the job outranks anything about the person; the verdict is the log’s',
    tenant: tenant({
      ...house,
      apps: [{ app: desk, job: quarantined(desk, 'EncounteredQuarantineException') }],
      people: [idris],
      log: [notEntitled({ app: desk, who: idris, at: ago('5d') }, { gates: unassigned })],
    }),
    ask: 'why was idris bakare skipped in halo servicedesk?',
    expect: about(idris, desk, { verdict: 'skipped', cause: 'quarantined' }),
  },
  {
    id: 'job-quarantined-person-fine',
    from: 'design: somebody provisioned and unchanged stays provisioned; the job’s trouble is a note',
    tenant: tenant({
      ...house,
      apps: [{ app: desk, job: quarantined(desk, 'EncounteredEscrowProportionThreshold') }],
      assigned: [{ to: petra, app: desk }],
      log: [created({ app: desk, who: petra, at: ago('12d') })],
    }),
    ask: 'did Petra Novotná make it into Halo Servicedesk?',
    expect: about(petra, desk, { verdict: 'provisioned', cause: 'provisioned', notes: ['job-trouble'] }),
  },
  {
    id: 'job-quarantined-person-changed-since',
    from: 'design: only who is unchanged stays provisioned; then and now',
    tenant: tenant({
      ...house,
      apps: [{ app: desk, job: quarantined(desk, 'EncounteredQuarantineException') }],
      assigned: [{ to: changed(petra, { accountEnabled: false }), app: desk }],
      log: [created({ app: desk, who: petra, at: ago('12d') })],
    }),
    ask: 'why is petra novotná still in halo servicedesk',
    expect: about(petra, desk, { verdict: 'provisioned', cause: 'quarantined', nowDiffers: true }),
  },
  {
    id: 'job-off-no-entry',
    from: 'status: schedule.state Disabled, code Paused',
    tenant: tenant({ ...house, apps: [{ app: board, job: off(board) }], assigned: [{ to: wen, app: board }] }),
    ask: 'wen jiahui is missing in conceptboard',
    expect: fault(wen, board, { verdict: 'notProvisioned', cause: 'provisioning-off' }),
  },
  {
    id: 'job-off-with-empty-quarantine-object',
    from: 'graph-api: code Paused beside a quarantine of empty strings: trust the code',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: board,
          job: off(board, {
            quarantine: {
              currentBegan: '',
              nextAttempt: '',
              reason: '',
              seriesBegan: '',
              seriesCount: 2,
              error: {
                code: 'ConceptboardInvalidCredentials',
                message: 'Your credentials are invalid.',
                tenantActionable: true,
              },
            },
          }),
        },
      ],
      assigned: [{ to: idris, app: board }],
    }),
    ask: 'why is idris bakare not in Conceptboard?',
    expect: fault(idris, board, { verdict: 'notProvisioned', cause: 'provisioning-off' }),
  },
  {
    id: 'job-off-after-skip',
    from: 'design: verdict under a job-level cause: what the newest telling entry says',
    tenant: tenant({
      ...house,
      apps: [{ app: board, job: off(board) }],
      assigned: [{ to: petra, app: board }],
      log: [attributeInvalid({ app: board, who: petra, at: ago('10d') }, 'name.givenName')],
    }),
    ask: 'petra novotna conceptboard',
    expect: fault(petra, board, { verdict: 'skipped', cause: 'provisioning-off' }),
  },
  {
    id: 'job-off-person-fine',
    from: 'design: somebody provisioned and unchanged stays provisioned',
    tenant: tenant({
      ...house,
      apps: [{ app: board, job: off(board) }],
      assigned: [{ to: wen, app: board }],
      log: [created({ app: board, who: wen, at: ago('15d') }), redundant({ app: board, who: wen, at: ago('10d') })],
    }),
    ask: 'is wen.jiahui@lumenfoods.example in conceptboard?',
    expect: about(wen, board, { verdict: 'provisioned', cause: 'provisioned', notes: ['job-trouble'] }),
  },
  {
    id: 'job-off-schedule-paused',
    from: 'status: schedule.state Disabled or Paused',
    tenant: tenant({
      ...house,
      apps: [{ app: wiki, job: { ...runs(wiki), schedule: { expiration: null, interval: 'PT40M', state: 'Paused' } } }],
      assigned: [{ to: wen, app: wiki }],
    }),
    ask: 'why isn’t wen jiahui in Nuclino',
    expect: fault(wen, wiki, { verdict: 'notProvisioned', cause: 'provisioning-off' }),
  },
  {
    id: 'job-off-code-in-lower-case',
    from: 'published shapes: enums arrive capitalised and transposed; unknown casing must not hide a paused job',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: wiki,
          job: (() => {
            const job = off(wiki);
            return { ...job, schedule: { state: 'disabled' }, status: { ...(job.status as Json), code: 'paused' } };
          })(),
        },
      ],
      assigned: [{ to: idris, app: wiki }],
    }),
    ask: 'idris bakare nuclino?',
    expect: fault(idris, wiki, { verdict: 'notProvisioned', cause: 'provisioning-off' }),
  },
  {
    id: 'job-none',
    from: 'status: jobs list empty: no provisioning',
    tenant: tenant({ ...house, apps: [{ app: board, job: 'none' }], assigned: [{ to: petra, app: board }] }),
    ask: 'why is petra novotna not in conceptboard?',
    expect: fault(petra, board, { verdict: 'notProvisioned', cause: 'provisioning-not-configured' }),
  },
  {
    id: 'job-not-configured',
    from: 'design: status NotConfigured, or no job, is provisioning-not-configured',
    tenant: tenant({ ...house, apps: [{ app: wiki, job: notConfigured(wiki) }], assigned: [{ to: petra, app: wiki }] }),
    ask: 'why was petra novotná not provisioned to nuclino',
    expect: fault(petra, wiki, { verdict: 'notProvisioned', cause: 'provisioning-not-configured' }),
  },
  {
    id: 'job-first-cycle-no-entry',
    from: 'status: NotRun, Active, steady state never: initial cycle; design: pending',
    tenant: tenant({ ...house, apps: [{ app: desk, job: firstCycle(desk) }], assigned: [{ to: wen, app: desk }] }),
    ask: 'why is wen jiahui not yet in Halo Servicedesk?',
    expect: fault(wen, desk, { verdict: 'pending', cause: 'initial-cycle-running' }),
  },
  {
    id: 'job-first-cycle-with-progress',
    from: 'status: progress, if present, counts pages',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: desk,
          job: firstCycle(desk, [
            { completedUnits: 4, totalUnits: 31, units: 'pages', progressObservationDateTime: ago('3m') },
          ]),
        },
      ],
      assigned: [{ to: petra, app: desk }],
    }),
    ask: 'petra novotna halo servicedesk',
    expect: fault(petra, desk, { verdict: 'pending', cause: 'initial-cycle-running' }),
  },
  {
    id: 'job-first-cycle-skipped-in-it',
    from: 'design: job first; the verdict is what the newest telling entry says',
    tenant: tenant({
      ...house,
      apps: [{ app: desk, job: firstCycle(desk) }],
      assigned: [{ to: idris, app: desk, since: ago('10m') }],
      log: [notEntitled({ app: desk, who: idris, at: ago('40m') }, { gates: unassigned })],
    }),
    ask: 'why was idris bakare skipped in Halo Servicedesk',
    expect: fault(idris, desk, { verdict: 'skipped', cause: 'initial-cycle-running' }),
  },
  {
    id: 'job-first-cycle-person-done',
    from: 'design: somebody provisioned and unchanged stays provisioned',
    tenant: tenant({
      ...house,
      apps: [{ app: desk, job: firstCycle(desk) }],
      assigned: [{ to: petra, app: desk }],
      log: [created({ app: desk, who: petra, at: ago('15m') })],
    }),
    ask: 'did petra novotná make it into halo servicedesk',
    expect: about(petra, desk, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'job-stalled-no-entry',
    from: 'public reports: credentials expire and the logs just stop',
    tenant: tenant({
      ...house,
      apps: [{ app: wiki, job: stalled(wiki) }],
      assigned: [{ to: wen, app: wiki, since: ago('2d') }],
    }),
    ask: 'why is wen jiahui missing from nuclino?',
    expect: fault(wen, wiki, { verdict: 'notProvisioned', cause: 'cycles-stalled' }),
  },
  {
    id: 'job-stalled-after-skip',
    from: 'design: job first, stalled among them; verdict of the log',
    tenant: tenant({
      ...house,
      apps: [{ app: wiki, job: stalled(wiki, '6d') }],
      assigned: [{ to: idris, app: wiki, since: ago('3d') }],
      log: [notEntitled({ app: wiki, who: idris, at: ago('8d') }, { gates: unassigned })],
    }),
    ask: 'why was Idris Bakare skipped in Nuclino?',
    expect: fault(idris, wiki, { verdict: 'skipped', cause: 'cycles-stalled' }),
  },
  {
    id: 'job-stalled-person-fine',
    from: 'design: somebody provisioned and unchanged stays provisioned',
    tenant: tenant({
      ...house,
      apps: [{ app: wiki, job: stalled(wiki) }],
      assigned: [{ to: petra, app: wiki }],
      log: [created({ app: wiki, who: petra, at: ago('21d') })],
    }),
    ask: 'petra.novotna@lumenfoods.example in nuclino',
    expect: about(petra, wiki, { verdict: 'provisioned', cause: 'provisioned', notes: ['job-trouble'] }),
  },
  {
    id: 'job-slow-interval-is-not-stalled',
    from: 'status: read job.schedule.interval instead of hard-coding',
    tenant: tenant({
      ...house,
      apps: [{ app: wiki, job: runs(wiki, { interval: 'P1D', lastEnded: ago('20h') }) }],
      assigned: [{ to: wen, app: wiki, since: ago('5h') }],
    }),
    ask: 'wen jiahui isn’t in nuclino yet',
    expect: fault(wen, wiki, { verdict: 'pending', cause: 'awaiting-next-cycle' }),
  },
  {
    id: 'job-errors-of-others',
    from: 'status: EntryLevelErrors: some objects failed; this person did not',
    tenant: tenant({
      ...house,
      apps: [{ app: board, job: runs(board, { status: { escrowsPruned: true } }) }],
      assigned: [{ to: petra, app: board }],
      log: [
        created({ app: board, who: petra, at: ago('3d') }),
        failed({ app: board, who: idris, at: ago('3h') }, { code: 'EntryConflict', reason: 'exists' }),
      ],
      people: [idris],
    }),
    ask: 'how is petra novotná doing in conceptboard?',
    expect: about(petra, board, { verdict: 'provisioned', cause: 'provisioned' }),
  },
];
