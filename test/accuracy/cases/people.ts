import type { AccuracyCase } from '../case.ts';
import { ago, app, changed, group, off, person, quarantined, tenant } from '../wire.ts';
import { attributeInvalid, created, disabled, failed, notEntitled, redundant, retried, updated } from '../wire-log.ts';

/**
 * Who has problems in an app, and in which apps a person has one. The newest entry that tells something decides; whoever
 * was never meant to be there is no problem; a leaver whose account nobody took away is one.
 */

const crm = app('Brightway CRM', { roles: ['User'] });
const wiki = app('Nuclino', { roles: ['Writer'] });
const desk = app('Halo Servicedesk', { roles: ['Agent'] });
const house = { name: 'Lumen Foods' };

const at = (name: string) => person(name, `${name.toLowerCase().replace(/\W+/g, '.')}@lumenfoods.example`);
const ines = at('Ines Carvalho');
const tomasz = at('Tomasz Wrona');
const leila = at('Leila Haddad');
const oskar = at('Oskar Lind');
const mina = at('Mina Sato');
const sales = group('Field Sales');
const emea = group('Field Sales EMEA');

const noLicence = {
  code: 'SalesforceLicenseLimitExceeded',
  reason: 'LICENSE_LIMIT_EXCEEDED: no licence is free',
} as const;
const conflict = { code: 'EntryConflict', reason: 'A user with this e-mail address exists already.' } as const;
const unknown = { code: 'BrightwayShardFrozen', reason: 'The shard is frozen.' } as const;
const unassigned = { active: true, assigned: false, role: false, passed: true };
const filtered = { active: true, assigned: true, role: true, passed: false };
const shutOut = { active: false, assigned: true, role: true, passed: true };

export const peopleCases: readonly AccuracyCase[] = [
  {
    id: 'people-failed-by-cause',
    from: 'issue: grouped by cause, with the people in it',
    tenant: tenant({
      ...house,
      apps: [crm],
      assigned: [ines, tomasz, leila, oskar].map((to) => ({ to, app: crm })),
      log: [
        failed({ app: crm, who: ines, at: ago('3h') }, noLicence),
        failed({ app: crm, who: tomasz, at: ago('1d') }, noLicence),
        failed({ app: crm, who: leila, at: ago('2d') }, conflict),
        created({ app: crm, who: oskar, at: ago('1h') }),
      ],
    }),
    ask: 'who failed in Brightway CRM in the last 7 days?',
    expect: {
      kind: 'appProblems',
      app: crm.id,
      groups: { 'license-limit': [ines.id, tomasz.id], 'value-conflict': [leila.id] },
    },
  },
  {
    id: 'people-came-through-since',
    from: 'brief: who failed on Monday and was provisioned on Tuesday is no problem any more',
    tenant: tenant({
      ...house,
      apps: [crm],
      assigned: [ines, tomasz].map((to) => ({ to, app: crm })),
      log: [
        created({ app: crm, who: ines, at: ago('4h') }),
        failed({ app: crm, who: ines, at: ago('2d') }, noLicence),
        retried({ app: crm, who: tomasz, at: ago('5h') }, conflict, 3),
        failed({ app: crm, who: tomasz, at: ago('3d') }, conflict),
      ],
    }),
    ask: 'who failed in Brightway CRM in the last 7 days?',
    expect: { kind: 'appProblems', app: crm.id, groups: { 'value-conflict': [tomasz.id] } },
  },
  {
    id: 'people-outside-the-window',
    from: 'issue: time windows as people say them; asked on a Wednesday',
    tenant: tenant({
      ...house,
      apps: [crm],
      assigned: [ines, tomasz].map((to) => ({ to, app: crm })),
      log: [
        failed({ app: crm, who: ines, at: ago('20h') }, noLicence),
        failed({ app: crm, who: tomasz, at: ago('3d') }, noLicence),
      ],
    }),
    ask: 'who failed in Brightway CRM since Monday?',
    expect: { kind: 'appProblems', app: crm.id, groups: { 'license-limit': [ines.id] } },
  },
  {
    id: 'people-skipped-who-should-not',
    from: 'design, expected: whoever is assigned by nobody was never meant to be there; a nested group is an intention',
    tenant: tenant({
      ...house,
      apps: [wiki],
      groups: [sales, emea],
      members: [
        [sales, emea],
        [emea, leila],
      ],
      people: [ines, tomasz, leila],
      assigned: [
        { to: sales, app: wiki },
        { to: tomasz, app: wiki },
      ],
      log: [
        notEntitled({ app: wiki, who: ines, at: ago('20h') }, { gates: unassigned }),
        notEntitled({ app: wiki, who: leila, at: ago('21h') }, { gates: unassigned }),
        notEntitled({ app: wiki, who: tomasz, at: ago('22h') }, { gates: filtered }),
        redundant({ app: wiki, who: oskar, at: ago('23h') }),
      ],
    }),
    ask: 'who was skipped in Nuclino yesterday and should not have been?',
    expect: {
      kind: 'appProblems',
      app: wiki.id,
      groups: { 'nested-group': [leila.id], 'scoping-filter': [tomasz.id] },
    },
  },
  {
    id: 'people-unknown-code',
    from: 'design 7: unknown codes are shown as they are',
    tenant: tenant({
      ...house,
      apps: [crm],
      assigned: [{ to: mina, app: crm }],
      log: [failed({ app: crm, who: mina, at: ago('2h') }, unknown)],
    }),
    ask: 'top errors in Brightway CRM in the last 24 hours',
    expect: { kind: 'appProblems', app: crm.id, groups: { unrecognised: [mina.id] } },
  },
  {
    id: 'people-nobody',
    from: 'issue: what bad input gets; an empty log is a finding',
    tenant: tenant({ ...house, apps: [crm], assigned: [{ to: mina, app: crm }], log: [] }),
    ask: 'who failed in Brightway CRM yesterday?',
    expect: { kind: 'appProblems', app: crm.id, groups: {} },
  },
  {
    id: 'people-missing-value-and-failure',
    from: 'codes: AttributeValidationFailed is a skip; a skip and a failure in one answer',
    tenant: tenant({
      ...house,
      apps: [crm],
      assigned: [ines, mina].map((to) => ({ to, app: crm })),
      log: [
        attributeInvalid({ app: crm, who: ines, at: ago('3h') }, 'surname'),
        failed({ app: crm, who: mina, at: ago('4h') }, conflict),
      ],
    }),
    ask: 'who has problems in Brightway CRM?',
    expect: {
      kind: 'appProblems',
      app: crm.id,
      groups: { 'required-attribute': [ines.id], 'value-conflict': [mina.id] },
    },
  },
  {
    id: 'person-over-all-apps',
    from: 'issue: one line per app with verdict and reason, problems first',
    tenant: tenant({
      ...house,
      apps: [crm, wiki, desk],
      assigned: [
        { to: ines, app: crm },
        { to: ines, app: wiki },
      ],
      log: [
        failed({ app: crm, who: ines, at: ago('3h') }, noLicence),
        created({ app: wiki, who: ines, at: ago('9d') }),
        notEntitled({ app: desk, who: ines, at: ago('2d') }, { gates: unassigned }),
      ],
    }),
    ask: 'what is wrong with Ines Carvalho?',
    expect: {
      kind: 'userOverview',
      subject: ines.id,
      apps: { [crm.id]: 'failed', [wiki.id]: 'provisioned', [desk.id]: 'skipped' },
    },
  },
  {
    id: 'person-where-provisioned',
    from: 'issue: where is bob provisioned?',
    tenant: tenant({
      ...house,
      apps: [wiki, desk],
      assigned: [
        { to: oskar, app: wiki },
        { to: oskar, app: desk },
      ],
      log: [
        updated({ app: wiki, who: oskar, at: ago('2d') }),
        created({ app: wiki, who: oskar, at: ago('9d') }),
        created({ app: desk, who: oskar, at: ago('6d') }),
      ],
    }),
    ask: 'where is Oskar Lind provisioned?',
    expect: {
      kind: 'userOverview',
      subject: oskar.id,
      apps: { [wiki.id]: 'provisioned', [desk.id]: 'provisioned' },
    },
  },
  {
    id: 'leaver-still-active-where-provisioning-is-off',
    from: 'issue: a leaver who is still active somewhere stands out',
    tenant: tenant({
      ...house,
      people: [changed(tomasz, { accountEnabled: false })],
      apps: [wiki, { app: desk, job: off(desk) }],
      assigned: [
        { to: changed(tomasz, { accountEnabled: false }), app: wiki },
        { to: changed(tomasz, { accountEnabled: false }), app: desk },
      ],
      log: [
        disabled({ app: wiki, who: tomasz, at: ago('3d') }, shutOut),
        created({ app: wiki, who: tomasz, at: ago('20d') }),
        created({ app: desk, who: tomasz, at: ago('20d') }),
      ],
    }),
    ask: 'offboarding check for Tomasz Wrona',
    expect: {
      kind: 'userOverview',
      subject: tomasz.id,
      apps: { [wiki.id]: 'deprovisioned', [desk.id]: 'stillActive' },
    },
  },
  {
    id: 'leaver-whose-disabling-failed',
    from: 'issue: a leaver who is still active somewhere; a failure changes nothing in the app',
    tenant: tenant({
      ...house,
      people: [changed(leila, { accountEnabled: false })],
      apps: [crm],
      assigned: [{ to: changed(leila, { accountEnabled: false }), app: crm }],
      log: [
        failed(
          { app: crm, who: leila, at: ago('2d') },
          { code: 'InsufficientRights', reason: 'HTTP 403', action: 'disable' },
        ),
        created({ app: crm, who: leila, at: ago('22d') }),
      ],
    }),
    ask: 'is leila.haddad@lumenfoods.example still active anywhere?',
    expect: { kind: 'userOverview', subject: leila.id, apps: { [crm.id]: 'stillActive' } },
  },
  {
    id: 'person-in-an-app-in-quarantine',
    from: 'design, verdict under a job-level cause: the job outranks, and the verdict is the log’s',
    tenant: tenant({
      ...house,
      apps: [{ app: desk, job: quarantined(desk, 'EncounteredEscrowProportionThreshold') }, wiki],
      assigned: [{ to: mina, app: desk }],
      log: [failed({ app: desk, who: mina, at: ago('2d') }, conflict)],
    }),
    ask: 'what is wrong with mina.sato@lumenfoods.example?',
    expect: { kind: 'userOverview', subject: mina.id, apps: { [desk.id]: 'failed' } },
  },
];
