/* biome-ignore-all lint/suspicious/noThenProperty: "then and now" is the word of the contract */
import type { Answered, Candidate, ExplanationsAnswer, PersonLine } from '../../src/answers/answer.ts';
import type {
  AppChangesAnswer,
  AppProblemsAnswer,
  UserApp,
  UserOverviewAnswer,
} from '../../src/answers/people-answers.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { ProblemGroup, ProblemPerson } from '../../src/diagnosis/problems.ts';

type Make = (answer: Answered['answer']) => Answered;
type MakeDiagnosis = (parts: Partial<Diagnosis>) => Diagnosis;

const slack = '5a1e7c0d-2b64-4f83-9c1e-7d0a3f5b9e21';

function person(index: number, name: string, type: ProblemPerson['type'] = 'user'): ProblemPerson {
  const address = type === 'user' ? `${name.toLowerCase().replace(/\W+/g, '.')}@contoso.com` : undefined;
  const day = String(17 - Math.floor(index / 4)).padStart(2, '0');
  return {
    type,
    id: `9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c2${String(100 + index)}`,
    name,
    userPrincipalName: address,
    at: `2026-11-${day}T0${8 - (index % 4)}:12:44Z`,
    ref: `7c8f6a2e-41d0-4c55-9a5e-0b1f9d2c6${String(100 + index)}`,
  };
}

const names = [
  'Olivia Hart',
  'Rupert Stone',
  'Amara Okafor',
  'Jonas Keller',
  'Mei Watanabe',
  'Siobhán Walker',
  'Zsófia Zhang',
  'Kofi Ivanov',
  'Adriana Kaya',
  'Andrés Søndergaard',
];

/** Answers about the people of an app, and about the apps of a person. */
export function peopleSamples(answered: Make, aDiagnosis: MakeDiagnosis, moment: string): Record<string, Answered> {
  const common = (parts: Partial<Diagnosis>) =>
    aDiagnosis({ proof: [], telling: undefined, appAnswer: undefined, job: { state: 'unknown' }, ...parts });
  const groups: readonly ProblemGroup[] = [
    {
      outcome: 'failed',
      cause: 'value-conflict',
      code: 'SystemForCrossDomainIdentityManagementBadResponse',
      documented: 'SystemForCrossDomainIdentityManagementBadResponse',
      count: 224,
      people: names.map((name, index) => person(index, name)),
      common: common({
        verdict: 'failed',
        cause: 'value-conflict',
        fix: [
          { code: 'EntryConflict', index: 0, owner: 'app-owner' },
          { code: 'EntryConflict', index: 1, owner: 'entra-admin' },
        ],
      }),
    },
    {
      outcome: 'skipped',
      cause: 'scoping-filter',
      code: 'NotEffectivelyEntitled',
      documented: 'NotEffectivelyEntitled',
      count: 3,
      people: ['Alice Smith', 'Gordon Pike', 'Zoe Zimmermann'].map((name, index) => person(20 + index, name)),
      common: common({
        clauses: [
          {
            filter: 'Sales only',
            attribute: 'department',
            operator: 'EQUALS',
            wanted: ['Sales'],
            then: 'false',
            now: 'unknown',
          },
        ],
        fix: [
          { step: 'correct-attribute-for-filter', owner: 'helpdesk' },
          { step: 'change-filter', owner: 'entra-admin' },
        ],
      }),
    },
    {
      outcome: 'failed',
      cause: 'reference-not-provisioned',
      code: 'UnableToResolveReferenceAttributeValue',
      documented: 'UnableToResolveReferenceAttributeValue',
      count: 1,
      people: [person(30, 'Sales Team', 'group')],
      common: common({
        verdict: 'failed',
        cause: 'reference-not-provisioned',
        fix: [{ step: 'provision-reference-first', owner: 'entra-admin' }],
      }),
    },
    {
      outcome: 'failed',
      cause: 'unrecognised',
      code: 'SlackShardFrozen',
      count: 1,
      people: [person(31, 'Katya Orlova')],
      common: common({
        verdict: 'failed',
        cause: 'unrecognised',
        code: 'SlackShardFrozen',
        documented: undefined,
        fix: [{ step: 'show-raw-to-admin', owner: 'entra-admin' }],
      }),
    },
  ];
  const problems: AppProblemsAnswer = {
    kind: 'appProblems',
    question: { kind: 'appProblems', app: 'Slack' },
    app: { id: slack, name: 'Slack', galleryName: 'Slack', roles: [] },
    window: { from: '2026-11-10T12:50:00Z', to: moment },
    groups,
    total: 229,
    expected: 1204,
    recovered: 12,
    entries: 14_380,
    limits: [],
    unchecked: 0,
    job: { state: 'running' },
    asOf: moment,
    tutorial: 'slack-provisioning-tutorial',
  };
  const app = (id: string, name: string, diagnosis: Diagnosis, parts: Partial<UserApp> = {}): UserApp => ({
    app: { id: `0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6${id}`, name, roles: [] },
    diagnosis,
    standing: 'unknown',
    stillActive: false,
    onlyAssigned: false,
    ...parts,
  });
  const provisioned = aDiagnosis({ verdict: 'provisioned', cause: 'provisioned', expected: true });
  const notAssigned = aDiagnosis({ cause: 'not-assigned', expected: true });
  const overview: UserOverviewAnswer = {
    kind: 'userOverview',
    question: { kind: 'userOverview', user: 'alice' },
    subject: {
      type: 'user',
      id: '9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c2e88',
      name: 'Alice Smith',
      userPrincipalName: 'alice@contoso.com',
      accountEnabled: true,
      attributes: {},
    },
    apps: [
      app(
        'f41',
        'Zoom',
        aDiagnosis({
          verdict: 'failed',
          cause: 'license-limit',
          fix: [{ code: 'SalesforceLicenseLimitExceeded', index: 0, owner: 'app-owner' }],
        }),
      ),
      app(
        'f40',
        'Salesforce',
        aDiagnosis({
          cause: 'scoping-filter',
          clauses: groups[1]?.common.clauses ?? [],
          fix: [{ step: 'correct-attribute-for-filter', owner: 'helpdesk' }],
        }),
      ),
      app('f42', 'Slack', provisioned, { standing: 'active' }),
      app('f43', 'Contoso People Finder', notAssigned),
      app('f44', 'Expenses', notAssigned),
    ],
    left: false,
    from: '2026-10-18T12:50:00Z',
    truncated: false,
    unassigned: 'forbidden',
    asOf: moment,
  };
  const gone = aDiagnosis({ verdict: 'deprovisioned', cause: 'deprovisioned', expected: true });
  const candidate = (id: string, name: string, detail: readonly string[]): Candidate => ({
    type: 'user',
    id: `9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c3${id}`,
    name,
    detail,
    question: { kind: 'explain', user: `9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c3${id}`, subject: 'user', app: slack },
  });
  const line = (index: number, name: string, diagnosis: Diagnosis): PersonLine => {
    const { type, id, userPrincipalName } = person(index, name);
    const question = { kind: 'explain', user: id, subject: type, app: slack } as const;
    const subject = { type, id, name, userPrincipalName, accountEnabled: true, attributes: {} };
    return {
      text: userPrincipalName ?? name,
      answer: { kind: 'explanation', question, subject, app: problems.app, diagnosis, asOf: moment },
    };
  };
  const several: ExplanationsAnswer = {
    kind: 'explanations',
    question: {
      kind: 'explainMany',
      users: ['olivia.hart@contoso.com', 'Gordon Pike', 'Noah', 'Rupt Stone'],
      app: 'Slack',
    },
    app: problems.app,
    people: [
      line(0, 'Olivia Hart', aDiagnosis({ verdict: 'failed', cause: 'value-conflict', appAnswer: undefined })),
      line(21, 'Gordon Pike', aDiagnosis({ cause: 'scoping-filter', clauses: groups[1]?.common.clauses ?? [] })),
      line(40, 'Mei Watanabe', aDiagnosis({ verdict: 'provisioned', cause: 'provisioned', expected: true })),
      line(41, 'Jonas Keller', notAssigned),
      {
        text: 'Noah',
        answer: {
          kind: 'choice',
          question: { kind: 'explain', user: 'Noah', app: slack },
          of: 'subject',
          text: 'Noah',
          candidates: [
            candidate('101', 'Noah Berg', ['noah.berg@contoso.com', 'Sales']),
            candidate('102', 'Noah Lindt', ['noah.lindt@contoso.com', 'Legal']),
          ],
          total: 2,
        },
      },
      {
        text: 'Rupt Stone',
        answer: {
          kind: 'notFound',
          question: { kind: 'explain', user: 'Rupt Stone', app: slack },
          of: 'subject',
          text: 'Rupt Stone',
          candidates: [candidate('103', 'Rupert Stone', ['rupert.stone@contoso.com'])],
        },
      },
      {
        text: 'Katya Orlova',
        answer: {
          kind: 'unanswered',
          question: { kind: 'explain', user: 'Katya Orlova', app: slack },
          because: 'throttled',
        },
      },
    ],
    left: 0,
    asOf: moment,
  };
  const changes: AppChangesAnswer = {
    kind: 'appChanges',
    question: { kind: 'appChanges', app: 'Slack' },
    app: problems.app,
    window: problems.window,
    counts: { created: 12, updated: 431, disabled: 3, deleted: 0 },
    people: names.map((name, index) => ({
      ...person(index, name),
      change: index % 3 === 0 ? 'created' : index === 4 ? 'disabled' : 'updated',
    })),
    entries: 14_380,
    limits: [],
    job: { state: 'running' },
    asOf: moment,
  };
  return {
    'several people in an app': answered(several),
    'several people in an app, nothing to do': answered({
      ...several,
      people: several.people.slice(2, 4),
      left: 4,
    }),
    'changes of an app': answered(changes),
    'changes of an app, of one kind and in part': answered({
      ...changes,
      question: { kind: 'appChanges', app: 'Slack', change: 'disabled' },
      people: changes.people.slice(4, 5),
      limits: [{ why: 'throttled', from: '2026-11-16T03:12:00Z' }],
    }),
    'no changes of an app': answered({
      ...changes,
      counts: { created: 0, updated: 0, disabled: 0, deleted: 0 },
      people: [],
      entries: 68,
      jobGap: 'forbidden',
      job: { state: 'unknown' },
    }),
    'problems of an app with one code': answered({
      ...problems,
      question: { kind: 'appProblems', app: 'Slack', code: 'SlackShardFrozen' },
      groups: groups.slice(3, 4),
      total: 1,
      others: { total: 228, groups: groups.slice(0, 3) },
    }),
    'problems of an app, none with the code': answered({
      ...problems,
      question: { kind: 'appProblems', app: 'Slack', code: '429', outcome: 'failed' },
      groups: [],
      total: 0,
      others: { total: 229, groups },
      recovered: 0,
      expected: 0,
    }),
    'problems of an app': answered(problems),
    'problems of an app, still being read': {
      ...answered({ ...problems, groups: groups.slice(0, 1), total: 224, entries: 6500, job: { state: 'unknown' } }),
      pending: { of: 'log', done: 6500, share: 0.4 },
    },
    'problems of an app, in part': answered({
      ...problems,
      question: { kind: 'appProblems', app: 'Slack', outcome: 'skipped' },
      groups: groups.slice(1, 2),
      total: 3,
      recovered: 0,
      limits: [{ why: 'throttled', from: '2026-11-16T03:12:00Z' }],
      unchecked: 31,
      job: {
        state: 'quarantine',
        quarantine: { reason: 'EncounteredEscrowProportionThreshold', since: '2026-11-15T09:00:00Z' },
      },
    }),
    'no problems of an app': answered({ ...problems, groups: [], total: 0, recovered: 0, expected: 0, entries: 68 }),
    'a person in all apps': answered(overview),
    'a leaver who is still active': answered({
      ...overview,
      question: { kind: 'userOverview', user: 'carla', focus: 'leaver' },
      subject: {
        ...overview.subject,
        name: 'Carla Fontaine',
        userPrincipalName: 'carla@contoso.com',
        accountEnabled: false,
      },
      left: true,
      apps: [
        app('f45', 'Slack Enterprise Grid', aDiagnosis({ verdict: 'provisioned', cause: 'provisioning-off' }), {
          standing: 'active',
          stillActive: true,
        }),
        app('f46', 'Box', aDiagnosis({ cause: 'disabled-in-source', expected: true })),
        app('f42', 'Slack', gone, { standing: 'gone' }),
        app('f41', 'Zoom', gone, { standing: 'gone' }),
      ],
    }),
  };
}
