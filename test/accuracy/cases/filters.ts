import { type AccuracyCase, about, fault } from '../case.ts';
import type { Json } from '../tenant.ts';
import {
  type App,
  ago,
  app,
  changed,
  type FilterGroup,
  filter,
  type Principal,
  person,
  schema,
  tenant,
} from '../wire.ts';
import { type About, entry, importStep, notEntitled, scopingStep, sentences, skipStep } from '../wire-log.ts';

/** Scoping filters, as the log had them and as they stand on today's attributes. */

const fleet = app('Fleetio', { roles: ['Driver'] });
const books = app('Finance ledger', { gallery: 'Xero Practice', roles: ['Bookkeeper'] });
const intranet = app('Hafenportal', { custom: true, roles: ['Leser'] });

const signe = person('Signe Halvorsen', 'signe.halvorsen@tamarship.example', {
  department: 'Crewing',
  jobTitle: 'Purser',
});
const dmitri = person('Dmitri Vasilakis', 'd.vasilakis@tamarship.example', { department: 'sales', country: 'GR' });
const amina = person('Amina Yusuf', 'amina.yusuf@tamarship.example', {
  department: 'Chartering',
  companyName: 'Tamar Shipping',
});
const lachlan = person('Lachlan O’Hara', 'lachlan.ohara@tamarship.example', {
  department: 'Bunkering',
  surname: "O'Hara",
});

interface Filtered {
  readonly id: string;
  readonly from: string;
  readonly where: App;
  readonly who: Principal;
  /** The filter as it stands today. */
  readonly today?: readonly FilterGroup[];
  /** The clauses as the log told them. */
  readonly told: Readonly<Record<string, boolean>>;
  readonly ask: string;
  readonly when?: string;
  readonly more?: Partial<About>;
  readonly types?: Readonly<Record<string, string>>;
  readonly assigned?: boolean;
}

const line = (of: Filtered): Json =>
  notEntitled(
    { app: of.where, who: of.who, at: ago(of.when ?? '6h'), ...of.more },
    { gates: { active: true, assigned: true, role: true, passed: false, result: of.told } },
  );

const filtered = (of: Filtered, label: Parameters<typeof fault>[2]): AccuracyCase => ({
  id: of.id,
  from: of.from,
  tenant: tenant({
    name: 'Tamar Shipping',
    apps: [{ app: of.where, schema: schema(of.where, { filters: of.today ?? [], types: of.types ?? {} }) }],
    people: [of.who],
    assigned: of.assigned === false ? [] : [{ to: of.who, app: of.where }],
    log: [line(of)],
  }),
  ask: of.ask,
  expect: fault(of.who, of.where, { verdict: 'skipped', ...label }),
});

const shut = { cause: 'scoping-filter', also: [], noise: [] } as const;
const salesOnly = filter('Sales only', ['department', 'EQUALS', 'Sales']);

const still: AccuracyCase[] = [
  filtered(
    {
      id: 'filter-equals',
      from: 'scoping: EQUALS; design: an assigned person left out is not expected',
      where: fleet,
      who: signe,
      today: [filter('Drivers', ['department', 'EQUALS', 'Haulage'])],
      told: { "Drivers.department EQUALS 'Haulage'": false },
      ask: 'why was signe halvorsen skipped in Fleetio?',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-equals-case',
      from: 'scoping: EQUALS is case sensitive',
      where: books,
      who: dmitri,
      today: [salesOnly],
      told: { "Sales only.department EQUALS 'Sales'": false },
      ask: 'why was Dmitri Vasilakis skipped in Finance ledger?',
    },
    { ...shut, nowDiffers: false },
  ),
  filtered(
    {
      id: 'filter-not-equals-empty',
      from: 'scoping: null rule: only IS NULL is true on an empty attribute',
      where: intranet,
      who: changed(signe, { country: null }),
      today: [filter('Not Greece', ['country', 'NOT EQUALS', 'GR'])],
      told: { "Not Greece.country NOT EQUALS 'GR'": false },
      ask: 'signe halvorsen hafenportal skipped',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-is-true',
      from: 'log-shapes: unary operators have no value',
      where: fleet,
      who: amina,
      today: [filter('On-prem Owned Users', ['dirSyncEnabled', 'IS TRUE'])],
      told: { 'On-prem Owned Users.dirSyncEnabled IS TRUE': false },
      ask: 'why was amina yusuf skipped in fleetio',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-is-not-null',
      from: 'scoping: IS NOT NULL',
      where: books,
      who: changed(amina, { employeeId: null }),
      today: [filter('Has number', ['employeeId', 'IS NOT NULL'])],
      told: { 'Has number.employeeId IS NOT NULL': false },
      ask: 'amina yusuf isn’t in Finance ledger',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-is-null',
      from: 'scoping: IS NULL',
      where: books,
      who: changed(amina, { companyName: 'Tamar Shipping' }),
      today: [filter('No company', ['companyName', 'IS NULL'])],
      told: { 'No company.companyName IS NULL': false },
      ask: 'why isn’t amina yusuf in Finance ledger',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-and',
      from: 'scoping: clauses of a group are joined by AND',
      where: intranet,
      who: dmitri,
      today: [filter('Greek crew', ['country', 'EQUALS', 'GR'], ['department', 'EQUALS', 'Crewing'])],
      told: { "Greek crew.country EQUALS 'GR'": true, "Greek crew.department EQUALS 'Crewing'": false },
      ask: 'd.vasilakis@tamarship.example Hafenportal?',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-or-both-false',
      from: 'scoping: groups are joined by OR',
      where: fleet,
      who: lachlan,
      today: [
        filter('Drivers', ['department', 'EQUALS', 'Haulage']),
        filter('Bosses', ['jobTitle', 'EQUALS', 'Director']),
      ],
      told: { "Drivers.department EQUALS 'Haulage'": false, "Bosses.jobTitle EQUALS 'Director'": false },
      ask: 'why was lachlan.ohara@tamarship.example skipped in Fleetio?',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-name-with-dots',
      from: 'log-shapes: <filter name>.<attr> <OP> <value>; an admin names filters freely',
      where: books,
      who: signe,
      today: [filter('Level 1.5 staff (v2.0)', ['jobTitle', 'EQUALS', 'Level 1.5'])],
      told: { "Level 1.5 staff (v2.0).jobTitle EQUALS 'Level 1.5'": false },
      ask: 'why was Signe Halvorsen skipped in Finance ledger?',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-value-with-apostrophe',
      from: 'log-shapes: values stand in quotes, and hold quotes',
      where: intranet,
      who: changed(lachlan, { surname: "O'Hara" }),
      today: [filter('The Smiths', ['surname', 'EQUALS', "O'Hara-Smith"])],
      told: { "The Smiths.surname EQUALS 'O'Hara-Smith'": false },
      ask: 'why was lachlan.ohara@tamarship.example skipped in hafenportal',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-trailing-blank',
      from: 'scoping: EQUALS is an exact match',
      where: fleet,
      who: changed(dmitri, { department: 'Haulage ' }),
      today: [filter('Drivers', ['department', 'EQUALS', 'Haulage'])],
      told: { "Drivers.department EQUALS 'Haulage'": false },
      ask: 'dmitri vasilakis skipped fleetio',
    },
    { ...shut, nowDiffers: false },
  ),
  filtered(
    {
      id: 'filter-old-labels',
      from: 'log-shapes: IsInProvisioningScopeDisplayName',
      where: books,
      who: amina,
      today: [salesOnly],
      told: { "Sales only.department EQUALS 'Sales'": false },
      more: { form: 'old' },
      ask: 'why was amina yusuf skipped in finance ledger?',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-empty-result-schema-tells',
      from: 'log-shapes: ScopeEvaluationResult can be "{}"; the key decides',
      where: fleet,
      who: signe,
      today: [filter('Drivers', ['department', 'EQUALS', 'Haulage'])],
      told: {},
      ask: 'signe halvorsen fleetio?',
    },
    shut,
  ),
  filtered(
    {
      id: 'filter-changed-and-still-shut',
      from: 'design: the filter is re-read; if still shut, that is the cause',
      where: books,
      who: amina,
      today: [filter('Sales and pursers', ['jobTitle', 'EQUALS', 'Purser'])],
      told: { "Sales only.department EQUALS 'Sales'": false },
      ask: 'why was amina yusuf skipped in Finance ledger',
    },
    { cause: 'scoping-filter', also: [] },
  ),
];

const cannotCheck = { cause: 'scoping-filter', gateNow: { filter: 'unknown' } } as const;

const unknowable: AccuracyCase[] = [
  filtered(
    {
      id: 'filter-regex',
      from: 'scoping: do not re-evaluate regex as fact',
      where: fleet,
      who: signe,
      today: [filter('Ship mails', ['userPrincipalName', 'REGEX MATCH', '.*@ships\\.tamarship\\.example'])],
      told: { "Ship mails.userPrincipalName REGEX MATCH '.*@ships\\.tamarship\\.example'": false },
      ask: 'why was signe halvorsen skipped in fleetio?',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-regex-value-changed-since',
      from: 'design: never call a gate open that cannot be evaluated here',
      where: fleet,
      who: changed(signe, { jobTitle: 'Master Mariner 42' }),
      today: [filter('Masters', ['jobTitle', 'REGEX MATCH', 'Master.*'])],
      told: { "Masters.jobTitle REGEX MATCH 'Master.*'": false },
      more: { imported: { jobTitle: 'Purser' } },
      ask: 'signe halvorsen skipped in fleetio',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-not-regex',
      from: 'scoping: NOT REGEX MATCH; design: cannot be checked from here',
      where: intranet,
      who: dmitri,
      today: [filter('No contractors', ['mail', 'NOT REGEX MATCH', '^d\\..*'])],
      told: { "No contractors.mail NOT REGEX MATCH '^d\\..*'": false },
      ask: 'why was Dmitri Vasilakis skipped in Hafenportal?',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-manager',
      from: 'scoping: manager is not usable as a scoping attribute',
      where: books,
      who: amina,
      today: [filter('Managed', ['manager', 'IS NOT NULL'])],
      told: { 'Managed.manager IS NOT NULL': false },
      ask: 'amina yusuf finance ledger skipped',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-user-type',
      from: 'scoping: userType is not usable as a scoping attribute',
      where: books,
      who: amina,
      today: [filter('Members', ['userType', 'EQUALS', 'Member'])],
      told: { "Members.userType EQUALS 'Member'": false },
      ask: 'why was amina yusuf skipped in Finance ledger?',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-date',
      from: 'scoping: date attributes are not usable',
      where: fleet,
      who: changed(signe, { employeeHireDate: '2026-03-01T00:00:00Z' }),
      today: [filter('Hired', ['employeeHireDate', 'IS NOT NULL'])],
      told: { 'Hired.employeeHireDate IS NOT NULL': false },
      ask: 'why was signe halvorsen skipped in Fleetio',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-multi-valued',
      from: 'scoping: filtering on multi-valued attributes is unsupported',
      where: intranet,
      who: changed(lachlan, { proxyAddresses: ['SMTP:lachlan.ohara@tamarship.example'] }),
      today: [filter('Mailbox', ['proxyAddresses', 'EQUALS', 'SMTP:lachlan.ohara@tamarship.example'])],
      told: { "Mailbox.proxyAddresses EQUALS 'SMTP:lachlan.ohara@tamarship.example'": false },
      ask: 'why was lachlan.ohara@tamarship.example skipped in Hafenportal?',
    },
    cannotCheck,
  ),
  filtered(
    {
      id: 'filter-regex-and-false-clause',
      from: 'scoping: AND: one false clause shuts the group whatever the other is',
      where: fleet,
      who: dmitri,
      today: [filter('Drivers', ['mail', 'REGEX MATCH', '.*'], ['department', 'EQUALS', 'Haulage'])],
      told: { "Drivers.mail REGEX MATCH '.*'": true, "Drivers.department EQUALS 'Haulage'": false },
      ask: 'dmitri vasilakis fleetio',
    },
    { cause: 'scoping-filter', also: [], gateNow: { filter: 'shut' } },
  ),
];

const open = (was: 'scoping-filter' | 'not-assigned' = 'scoping-filter') =>
  ({ cause: 'awaiting-next-cycle', was, nowDiffers: true }) as const;

const fixedSince: AccuracyCase[] = [
  filtered(
    {
      id: 'filter-attribute-fixed',
      from: 'design: "was skipped because department was sales; it is Sales now"',
      where: books,
      who: changed(dmitri, { department: 'Sales' }),
      today: [salesOnly],
      told: { "Sales only.department EQUALS 'Sales'": false },
      more: { imported: { department: 'sales' } },
      ask: 'why was dmitri vasilakis skipped in Finance ledger?',
    },
    open(),
  ),
  filtered(
    {
      id: 'filter-attribute-filled',
      from: 'design: then and now',
      where: books,
      who: changed(amina, { employeeId: 'T-0042' }),
      today: [filter('Has number', ['employeeId', 'IS NOT NULL'])],
      told: { 'Has number.employeeId IS NOT NULL': false },
      ask: 'why was amina yusuf skipped in finance ledger?',
    },
    open(),
  ),
  filtered(
    {
      id: 'filter-changed-to-let-in',
      from: 'design: re-read the filter',
      where: fleet,
      who: signe,
      today: [filter('Drivers and crew', ['department', 'EQUALS', 'Crewing'])],
      told: { "Drivers.department EQUALS 'Haulage'": false },
      ask: 'why was Signe Halvorsen skipped in Fleetio?',
    },
    open(),
  ),
  filtered(
    {
      id: 'filter-removed',
      from: 'scoping: no groups, no filter',
      where: intranet,
      who: lachlan,
      today: [],
      told: { "Crew.department EQUALS 'Crewing'": false },
      ask: 'why was lachlan.ohara@tamarship.example skipped in Hafenportal?',
    },
    open(),
  ),
  filtered(
    {
      id: 'filter-or-group-added',
      from: 'scoping: OR: one passing group suffices though the other cannot be checked',
      where: fleet,
      who: signe,
      today: [
        filter('Ship mails', ['mail', 'REGEX MATCH', '.*ships.*']),
        filter('Crew', ['department', 'EQUALS', 'Crewing']),
      ],
      told: { "Ship mails.mail REGEX MATCH '.*ships.*'": false, "Crew.department EQUALS 'Crewing'": false },
      more: { imported: { department: 'Catering' } },
      ask: 'signe halvorsen in fleetio?',
    },
    open(),
  ),
  filtered(
    {
      id: 'filter-not-equals-passes-today',
      from: 'scoping: NOT EQUALS on a filled attribute',
      where: intranet,
      who: changed(dmitri, { department: 'Chartering' }),
      today: [filter('No sales', ['department', 'NOT EQUALS', 'sales'])],
      told: { "No sales.department NOT EQUALS 'sales'": false },
      ask: 'dmitri vasilakis hafenportal',
    },
    open(),
  ),
  {
    id: 'filter-fixed-but-disabled-since',
    from: 'design: if one is still shut, that is the cause; gates in order',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: books, schema: schema(books, { filters: [salesOnly] }) }],
      assigned: [{ to: changed(dmitri, { department: 'Sales', accountEnabled: false }), app: books }],
      log: [
        notEntitled(
          { app: books, who: dmitri, at: ago('3d') },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Sales only.department EQUALS 'Sales'": false },
            },
          },
        ),
      ],
    }),
    ask: 'why was dmitri vasilakis skipped in Finance ledger',
    expect: about(dmitri, books, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: [],
      expected: true,
      nowDiffers: true,
    }),
  },
  {
    id: 'filter-shut-and-disabled-since',
    from: 'design: also holds the others that must be opened too',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: books, schema: schema(books, { filters: [salesOnly] }) }],
      assigned: [{ to: changed(amina, { accountEnabled: false }), app: books }],
      log: [
        notEntitled(
          { app: books, who: amina, at: ago('3d') },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Sales only.department EQUALS 'Sales'": false },
            },
          },
        ),
      ],
    }),
    ask: 'amina yusuf finance ledger',
    expect: about(amina, books, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: ['scoping-filter'],
      expected: true,
      nowDiffers: true,
    }),
  },
];

const crew = filter('Crew', ['department', 'EQUALS', 'Crewing']);
const otherShapes: AccuracyCase[] = [
  {
    id: 'filter-caption-contradicts-key',
    from: 'log-shapes: the caption said "Object is in scope" beside a False; read the keys',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: fleet, schema: schema(fleet, { filters: [crew] }) }],
      assigned: [{ to: amina, app: fleet }],
      log: [
        ((about: About) =>
          entry(about, {
            action: 'other',
            status: 'skipped',
            steps: [
              importStep(about, 'Update'),
              {
                ...scopingStep(about, {
                  active: true,
                  assigned: true,
                  role: true,
                  passed: false,
                  result: { "Crew.department EQUALS 'Crewing'": false },
                }),
                description: 'Object is in scope',
              },
              skipStep(about, 'NotEffectivelyEntitled', 'The User will be skipped.'),
            ],
          }))({ app: fleet, who: amina, at: ago('2h') }),
      ],
    }),
    ask: 'why was amina yusuf skipped in fleetio?',
    expect: fault(amina, fleet, { verdict: 'skipped', ...shut }),
  },
  {
    id: 'filter-sentence-alone',
    from: 'log-shapes: "This object did not pass a scoping filter."',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: fleet, schema: schema(fleet, { filters: [crew] }) }],
      assigned: [{ to: dmitri, app: fleet }],
      log: [
        notEntitled(
          { app: fleet, who: dmitri, at: ago('90m') },
          { gates: { passed: false }, noKeys: true, noScopingStep: true },
        ),
      ],
    }),
    ask: 'why was d.vasilakis@tamarship.example skipped in Fleetio?',
    expect: fault(dmitri, fleet, { verdict: 'skipped', ...shut }),
  },
  {
    id: 'filter-sentence-drifted',
    from: 'log-shapes: match fragments',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: intranet, schema: schema(intranet, { filters: [crew] }) }],
      assigned: [{ to: dmitri, app: intranet }],
      log: [
        notEntitled(
          { app: intranet, who: dmitri, at: ago('90m') },
          {
            gates: { passed: false },
            noKeys: true,
            noScopingStep: true,
            says: [
              {
                verbatim: sentences.filter
                  .replace('This object did not pass a scoping filter.', 'This object did not pass a scoping filter')
                  .replace('please review your', 'review your'),
              },
            ],
          },
        ),
      ],
    }),
    ask: 'Dmitri Vasilakis in Hafenportal?',
    expect: fault(dmitri, intranet, { verdict: 'skipped', ...shut }),
  },
  {
    id: 'filter-capitalised-enums-and-extra-fields',
    from: 'published samples: capitals, initiatingType; log-shapes: unknown extra fields',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: books, schema: schema(books, { filters: [salesOnly] }) }],
      assigned: [{ to: signe, app: books }],
      log: [
        ((about: About) =>
          entry(about, {
            action: 'Other',
            status: 'Skipped',
            steps: [
              { ...importStep(about, 'Update'), provisioningStepType: 'Import', status: 'Success', details: null },
              {
                ...scopingStep(about, {
                  active: true,
                  assigned: true,
                  role: true,
                  passed: false,
                  result: { "Sales only.department EQUALS 'Sales'": false },
                }),
                provisioningStepType: 'Scoping',
                correlation: 7,
              },
              {
                ...skipStep(
                  about,
                  'NotEffectivelyEntitled',
                  `The User '${about.who.handle}' will be skipped due to the following reasons: 1) ${sentences.filter}`,
                ),
                provisioningStepType: 'Unheard',
                status: 'Skipped',
              },
            ],
          }))({
          app: books,
          who: signe,
          at: ago('2h'),
          raw: {
            initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatingType: 'system' },
            futureField: { nested: [1, 2] },
            modifiedProperties: null,
            durationInMilliseconds: undefined,
          },
        }),
      ],
    }),
    ask: 'why was signe halvorsen skipped in Finance ledger?',
    expect: fault(signe, books, { verdict: 'skipped', ...shut }),
  },
  {
    id: 'filter-no-entry-false-today',
    from: 'design: no entry: the filter says what it means',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: fleet, schema: schema(fleet, { filters: [crew] }) }],
      assigned: [{ to: amina, app: fleet }],
    }),
    ask: 'why is amina yusuf missing from fleetio',
    expect: fault(amina, fleet, { verdict: 'notProvisioned', cause: 'scoping-filter' }),
  },
  {
    id: 'filter-assigned-by-group',
    from: 'scoping: both gates; assigned by a group, left out by the filter',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: fleet, schema: schema(fleet, { filters: [crew] }) }],
      assigned: [{ to: lachlan, app: fleet }],
      log: [
        notEntitled(
          { app: fleet, who: lachlan, at: ago('14h'), matchFirst: true },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Crew.department EQUALS 'Crewing'": false },
            },
          },
        ),
      ],
    }),
    ask: 'why was lachlan o’hara skipped in fleetio?',
    expect: fault(lachlan, fleet, { verdict: 'skipped', ...shut }),
  },
  {
    id: 'filter-newest-of-three-entries',
    from: 'design: the newest telling entry',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: fleet, schema: schema(fleet, { filters: [crew] }) }],
      assigned: [{ to: amina, app: fleet }],
      log: [
        notEntitled(
          { app: fleet, who: amina, at: ago('20d') },
          { gates: { active: true, assigned: false, role: false, passed: true } },
        ),
        notEntitled(
          { app: fleet, who: amina, at: ago('10d') },
          { gates: { active: false, assigned: true, role: true, passed: true } },
        ),
        notEntitled(
          { app: fleet, who: amina, at: ago('1h') },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Crew.department EQUALS 'Crewing'": false },
            },
          },
        ),
      ],
    }),
    ask: 'amina.yusuf@tamarship.example fleetio',
    expect: fault(amina, fleet, { verdict: 'skipped', ...shut }),
  },
];

const region = 'extension_4f1c2ab96e1d4ab38f0c7d1e2b3a4c5d_region';
const northOnly = filter('North only', [region, 'EQUALS', 'North']);
const inRegion = (held: Readonly<Record<string, string>>) =>
  person('Ingrid Solbakken', 'ingrid.solbakken@tamarship.example', { department: 'Crewing', ...held });
const notNorth = { [`North only.${region} EQUALS 'North'`]: false };

const directoryExtensions: readonly (readonly [
  id: string,
  today: Readonly<Record<string, string>>,
  Filtered['when'],
])[] = [
  ['filter-directory-extension', { [region]: 'South' }, '6h'],
  ['filter-directory-extension-empty', {}, '6h'],
];

const extended: AccuracyCase[] = [
  ...directoryExtensions.map(([id, today, when]) =>
    filtered(
      {
        id,
        from: 'scoping: EQUALS; graph: a directory extension is only answered where it is selected',
        where: books,
        who: inRegion(today),
        today: [northOnly],
        told: notNorth,
        ask: 'why was ingrid.solbakken@tamarship.example skipped in Finance ledger?',
        when,
      },
      { ...shut, gateNow: { filter: 'shut' } },
    ),
  ),
  filtered(
    {
      id: 'filter-directory-extension-mended',
      from: 'design: then and now, on a directory extension',
      where: books,
      who: inRegion({ [region]: 'North' }),
      today: [northOnly],
      told: notNorth,
      ask: 'why was ingrid.solbakken@tamarship.example skipped in Finance ledger?',
    },
    { cause: 'awaiting-next-cycle', was: 'scoping-filter', nowDiffers: true, gateNow: { filter: 'open' } },
  ),
  {
    id: 'filter-at-read-time-leaves-no-record',
    from: 'scoping: inputFilterGroups drop an object at read time',
    tenant: tenant({
      name: 'Tamar Shipping',
      apps: [{ app: books, schema: schema(books, { inputFilters: [salesOnly] }) }],
      people: [signe],
      assigned: [{ to: signe, app: books }],
      log: [],
    }),
    ask: 'why is signe.halvorsen@tamarship.example not in Finance ledger?',
    expect: fault(signe, books, { verdict: 'notProvisioned', cause: 'scoping-filter', gateNow: { filter: 'shut' } }),
  },
];

export const filterCases: readonly AccuracyCase[] = [
  ...still,
  ...unknowable,
  ...fixedSince,
  ...otherShapes,
  ...extended,
];
