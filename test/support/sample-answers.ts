/* biome-ignore-all lint/suspicious/noThenProperty: "then and now" is the word of the contract */
import type { Answered, Candidate, ExplanationAnswer } from '../../src/answers/answer.ts';
import type { ClauseFinding, Diagnosis, Gate, GateFinding, GateState } from '../../src/diagnosis/diagnosis.ts';
import { gates } from '../../src/diagnosis/diagnosis.ts';
import type { Question } from '../../src/questions/question.ts';
import { appSamples } from './sample-apps.ts';
import { newsSamples } from './sample-news.ts';
import { peopleSamples } from './sample-people.ts';
import { talkSamples } from './sample-talk.ts';
import { watchingSamples } from './sample-watching.ts';

/** Hand-made answers, one for each kind and for the causes that people meet most; all of them at the same moment. */
export const moment = '2026-11-17T12:50:00Z';

const logged = '2026-11-17T08:12:44Z';
const ids = {
  entry: '7c8f6a2e-41d0-4c55-9a5e-0b1f9d2c6a10',
  cycle: '4457c2aa-90b1-47a3-8d7c-5f1be0aa3f21',
  change: '8aa1f0c3-2b64-4f2e-b1d7-6f0a4f9be112',
  job: 'Salesforce.3f1a5c7e9b2d4f6081a3c5e7092b4d6f.5d2f9f0e-6f3a-4e55-8f0c-2c1e8a7b9d31',
  person: '9b1d0c52-3f5e-4d0a-9a56-7a1f4f0c2e88',
  app: '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40',
  appId: '61a3f0d2-8c4b-4e7d-b5a6-2d9f1c0e7b83',
  tenant: '3f1a5c7e-9b2d-4f60-81a3-c5e7092b4d6f',
} as const;

const telling = {
  id: ids.entry,
  at: logged,
  cycleId: ids.cycle,
  changeId: ids.change,
  jobId: ids.job,
  action: 'create',
};
const running: Diagnosis['job'] = {
  jobId: ids.job,
  state: 'running',
  lastCycleAt: '2026-11-17T12:38:00Z',
  lastCycleResult: 'Succeeded',
  nextCycleAt: '2026-11-17T13:18:00Z',
  intervalMinutes: 40,
};

/** A diagnosis of somebody who was skipped and is assigned by a group; the parts that matter are given. */
export function aDiagnosis(parts: Partial<Diagnosis> = {}): Diagnosis {
  return {
    verdict: 'skipped',
    cause: 'scoping-filter',
    code: 'NotEffectivelyEntitled',
    documented: 'NotEffectivelyEntitled',
    also: [],
    noise: [],
    expected: false,
    gates: gatesWith({}),
    telling,
    clauses: [],
    assignment: {
      how: 'group',
      groups: [{ id: 'g-1', name: 'Sales EMEA', dynamic: false }],
      roles: ['Standard User'],
      since: '2026-11-02T09:30:00Z',
    },
    job: running,
    proof: [
      {
        source: 'log',
        what: 'entry',
        action: 'create',
        status: 'skipped',
        code: 'NotEffectivelyEntitled',
        at: logged,
        ref: ids.entry,
        cycleId: ids.cycle,
        changeId: ids.change,
      },
      { source: 'directory', what: 'account', enabled: true, at: moment },
      {
        source: 'directory',
        what: 'assignment',
        assignment: {
          how: 'group',
          groups: [{ id: 'g-1', name: 'Sales EMEA', dynamic: false }],
          roles: ['Standard User'],
        },
        at: moment,
      },
      { source: 'job', what: 'job', job: running, at: moment },
    ],
    now: { differs: false, changes: [] },
    fix: [],
    notes: [],
    ...parts,
  };
}

/** Every gate open then and now, but for those given. */
export function gatesWith(
  states: Partial<Record<Gate, GateState | readonly [GateState, GateState]>>,
): readonly GateFinding[] {
  return gates.map((gate) => {
    const state = states[gate] ?? 'open';
    return typeof state === 'string' ? { gate, then: state, now: state } : { gate, then: state[0], now: state[1] };
  });
}

/** An answer about Alice Smith in Salesforce with this diagnosis. */
export function anExplanation(diagnosis: Diagnosis, parts: Partial<ExplanationAnswer> = {}): Answered {
  const answer: ExplanationAnswer = {
    kind: 'explanation',
    question: { kind: 'explain', user: 'alice', app: 'Salesforce' },
    subject: {
      type: 'user',
      id: ids.person,
      name: 'Alice Smith',
      userPrincipalName: 'alice@contoso.com',
      accountEnabled: true,
      attributes: {},
    },
    app: { id: ids.app, appId: ids.appId, name: 'Salesforce', galleryName: 'Salesforce', roles: [] },
    diagnosis,
    asOf: moment,
    tutorial: 'salesforce-provisioning-tutorial',
    tenantId: ids.tenant,
    ...parts,
  };
  return answered(answer);
}

export function answered(answer: Answered['answer']): Answered {
  return { answer, cost: { graphRequests: 5, logRequests: 1, roundTrips: 2, ms: 640 } };
}

const clause: ClauseFinding = {
  filter: 'Sales only',
  attribute: 'department',
  operator: 'EQUALS',
  wanted: ['Sales'],
  actual: 'sales',
  actualThen: 'sales',
  then: 'false',
  now: 'false',
  hint: 'case',
};

const scoping = (finding: ClauseFinding): Diagnosis['proof'] => [
  {
    source: 'log',
    what: 'entry',
    action: 'create',
    status: 'skipped',
    code: 'NotEffectivelyEntitled',
    at: logged,
    ref: ids.entry,
    cycleId: ids.cycle,
    changeId: ids.change,
  },
  { source: 'log', what: 'clause', clause: finding, at: logged, ref: ids.entry },
  {
    source: 'log',
    what: 'step',
    step: 'EntrySynchronizationScoping',
    status: 'success',
    text: 'Determine if User in scope by evaluating against each scoping filter',
    details: {
      'Active in the source system': 'True',
      'Assigned to the application': 'True',
      'User has the required role': 'True',
      'Scoping filter evaluation passed': 'False',
      ScopeEvaluationResult: '{"Sales only.department EQUALS \'Sales\'":false}',
    },
    at: logged,
    ref: ids.entry,
  },
  { source: 'directory', what: 'account', enabled: true, at: moment },
  { source: 'schema', what: 'clause', clause: finding, at: moment },
  { source: 'job', what: 'job', job: running, at: moment },
];

const failure = (code: string): Partial<Diagnosis> => ({
  verdict: 'failed',
  code,
  gates: gatesWith({ export: 'shut' }),
});

const quarantine: Diagnosis['job'] = {
  jobId: ids.job,
  state: 'quarantine',
  lastCycleAt: '2026-11-16T03:10:00Z',
  lastCycleResult: 'Failed',
  quarantine: {
    reason: 'EncounteredQuarantineException',
    since: '2026-11-12T06:40:00Z',
    nextAttemptAt: '2026-11-18T03:10:00Z',
    error: {
      code: 'SalesforceInvalidCredentials',
      message: 'The credentials are not valid: expired access/refresh token',
    },
  },
};

/** By name, in the order of the gallery. */
export const samples: Readonly<Record<string, Answered>> = {
  'scoping filter': anExplanation(
    aDiagnosis({
      clauses: [clause],
      gates: gatesWith({ filter: 'shut' }),
      proof: scoping(clause),
      fix: [
        { step: 'correct-attribute-for-filter', owner: 'helpdesk' },
        { step: 'change-filter', owner: 'entra-admin' },
      ],
    }),
    { taken: { because: 'in-log', others: 2 } },
  ),
  'mended since': anExplanation(
    aDiagnosis({
      cause: 'awaiting-next-cycle',
      clauses: [{ ...clause, actual: 'Sales', now: 'true' }],
      gates: gatesWith({ filter: ['shut', 'open'] }),
      proof: scoping({ ...clause, actual: 'Sales', now: 'true' }),
      now: {
        differs: true,
        was: 'scoping-filter',
        wasAt: logged,
        changes: [{ change: 'attribute', name: 'department', from: 'sales', to: 'Sales' }],
        expectedAt: '2026-11-17T13:18:00Z',
      },
      fix: [
        { step: 'wait-next-cycle', owner: 'helpdesk' },
        { step: 'provision-on-demand', owner: 'entra-admin' },
      ],
    }),
  ),
  'not assigned, as expected': anExplanation(
    aDiagnosis({
      cause: 'not-assigned',
      expected: true,
      noise: ['no-entitled-role'],
      assignment: { how: 'none', groups: [], roles: [] },
      gates: gatesWith({ assigned: 'shut', role: 'unknown' }),
      fix: [
        { step: 'nothing-to-do', owner: 'helpdesk' },
        { step: 'if-wanted-assign', owner: 'helpdesk' },
      ],
      notes: [{ note: 'sync-all-unknown' }],
    }),
  ),
  'nested group': anExplanation(
    aDiagnosis({
      cause: 'nested-group',
      assignment: {
        how: 'nested',
        groups: [{ id: 'g-2', name: 'All Sales', dynamic: false, via: 'Sales EMEA' }],
        roles: ['Standard User'],
      },
      gates: gatesWith({ assigned: 'shut' }),
      fix: [{ step: 'assign-inner-group-or-add-member', owner: 'helpdesk' }],
    }),
  ),
  'required attribute': anExplanation(
    aDiagnosis({
      cause: 'required-attribute',
      code: 'AttributeValidationFailed',
      documented: 'AttributeValidationFailed',
      gates: gatesWith({ required: 'shut' }),
      property: {
        target: 'Email',
        mapping: 'attribute',
        sources: [{ name: 'mail', value: null, empty: true }],
      },
      fix: [
        { step: 'fill-required-attribute', owner: 'helpdesk' },
        { step: 'add-mapping-default', owner: 'entra-admin' },
      ],
    }),
  ),
  'value conflict': anExplanation(
    aDiagnosis({
      ...failure('SalesforceEntryConflict'),
      cause: 'value-conflict',
      documented: 'EntryConflict',
      appAnswer: {
        code: 'SalesforceEntryConflict',
        httpStatus: 409,
        scimType: 'uniqueness',
        sentence: 'unclaimed user already exists for that email address',
        raw: '{"detail":"unclaimed user already exists for that email address","status":"409"}',
        value: { property: 'userName', value: 'alice@contoso.com' },
        retries: 3,
        retryAt: '2026-11-18T02:10:00Z',
      },
      fix: [
        { code: 'EntryConflict', index: 0, owner: 'app-owner' },
        { code: 'EntryConflict', index: 1, owner: 'entra-admin' },
      ],
    }),
  ),
  'no licence': anExplanation(
    aDiagnosis({
      ...failure('SalesforceLicenseLimitExceeded'),
      cause: 'license-limit',
      documented: 'LicenseLimitExceeded',
      appAnswer: {
        code: 'SalesforceLicenseLimitExceeded',
        sentence: 'LICENSE_LIMIT_EXCEEDED: license limit exceeded',
        raw: 'LICENSE_LIMIT_EXCEEDED: license limit exceeded',
      },
      fix: [
        { code: 'LicenseLimitExceeded', index: 0, owner: 'app-owner' },
        { code: 'LicenseLimitExceeded', index: 1, owner: 'helpdesk' },
      ],
    }),
  ),
  quarantine: anExplanation(
    aDiagnosis({
      verdict: 'notProvisioned',
      cause: 'quarantined',
      code: undefined,
      documented: 'EncounteredQuarantineException',
      telling: undefined,
      job: quarantine,
      proof: [
        { source: 'log', what: 'none', from: '2026-10-18T12:50:00Z', to: moment, at: moment },
        { source: 'job', what: 'job', job: quarantine, at: moment },
      ],
      fix: [
        { step: 'renew-credentials', owner: 'entra-admin' },
        { step: 'resolve-quarantine', owner: 'entra-admin' },
      ],
    }),
  ),
  'disabled, as expected': anExplanation(
    aDiagnosis({
      cause: 'disabled-in-source',
      expected: true,
      gates: gatesWith({ active: 'shut' }),
      fix: [
        { step: 'nothing-to-do', owner: 'helpdesk' },
        { step: 'if-wanted-enable', owner: 'helpdesk' },
      ],
    }),
    {
      subject: {
        type: 'user',
        id: ids.person,
        name: 'Siân O’Neill',
        userPrincipalName: 'sian.oneill@contoso.com',
        attributes: {},
      },
    },
  ),
  'taken for one of several': anExplanation(
    aDiagnosis({
      cause: 'not-assigned',
      expected: true,
      assignment: { how: 'none', groups: [], roles: [] },
      gates: gatesWith({ assigned: 'shut', role: 'unknown' }),
      fix: [
        { step: 'nothing-to-do', owner: 'helpdesk' },
        { step: 'if-wanted-assign', owner: 'helpdesk' },
      ],
    }),
    { taken: { because: 'assigned', others: 1 } },
  ),
  provisioned: anExplanation(
    aDiagnosis({
      verdict: 'provisioned',
      cause: 'provisioned',
      code: undefined,
      documented: undefined,
      expected: true,
      lastGood: {
        at: logged,
        action: 'create',
        ref: ids.entry,
        changed: [
          { name: 'userName', to: 'alice@contoso.com' },
          { name: 'active', to: 'True' },
        ],
      },
      fix: [{ step: 'nothing-to-do', owner: 'helpdesk' }],
      notes: [{ note: 'job-trouble', job: quarantine }],
    }),
  ),
  'first cycle': anExplanation(
    aDiagnosis({
      verdict: 'pending',
      cause: 'initial-cycle-running',
      code: undefined,
      documented: undefined,
      telling: undefined,
      job: { jobId: ids.job, state: 'initialCycle', progress: { completed: 37, total: 120, units: 'pages' } },
      fix: [{ step: 'wait-initial-cycle', owner: 'helpdesk' }],
    }),
  ),
  'group with an empty matching attribute': anExplanation(
    aDiagnosis({
      verdict: 'failed',
      cause: 'matching-attribute',
      code: 'EntryJoiningPropertyValueIsMissing',
      documented: 'EntryJoiningPropertyValueIsMissing',
      gates: gatesWith({ matching: 'shut' }),
      matching: {
        target: 'displayName',
        mapping: 'attribute',
        sources: [{ name: 'mailNickname', value: '', empty: true }],
      },
      fix: [
        { step: 'fill-matching-attribute', owner: 'helpdesk' },
        { step: 'change-matching-attribute', owner: 'entra-admin' },
      ],
    }),
    { subject: { type: 'group', id: ids.person, name: 'Sales Team', attributes: {} } },
  ),
  'unknown code': anExplanation(
    aDiagnosis({
      ...failure('FrobnicationDenied'),
      cause: 'unrecognised',
      documented: undefined,
      appAnswer: {
        code: 'FrobnicationDenied',
        raw: 'Frobnication of entry denied by upstream policy 17. This operation was retried 2 times.',
      },
      fix: [{ step: 'show-raw-to-admin', owner: 'entra-admin' }],
    }),
  ),
  'no entry': anExplanation(
    aDiagnosis({
      verdict: 'unknown',
      cause: 'no-record',
      code: undefined,
      documented: undefined,
      telling: undefined,
      proof: [{ source: 'log', what: 'none', from: '2026-10-18T12:50:00Z', to: moment, at: moment }],
      fix: [
        { step: 'check-in-app', owner: 'app-owner' },
        { step: 'provision-on-demand', owner: 'entra-admin' },
      ],
      notes: [
        { note: 'gap', part: 'schema', why: 'forbidden' },
        { note: 'gate-unknown', gate: 'filter', abstained: 'regex' },
      ],
    }),
  ),
  choice: answered({
    kind: 'choice',
    question: { kind: 'explain', user: 'alice', app: 'Salesforce' },
    of: 'subject',
    text: 'alice',
    total: 3,
    candidates: [
      candidate('Alice Smith', ['alice@contoso.com', 'Sales', 'Account Manager']),
      candidate('Alice Brown', ['alice.brown@contoso.com', 'Finance', 'Controller']),
      candidate('Alice Ngọc Trần', ['alice.tran@contoso.com', 'Cardiology']),
    ],
  }),
  'choice of many': answered({
    kind: 'choice',
    question: { kind: 'explain', user: 'smith', app: 'Salesforce' },
    of: 'subject',
    text: 'smith',
    total: 31,
    candidates: ['Adam', 'Alice', 'Ben', 'Carla', 'Dan', 'Erin', 'Farid', 'Grace', 'Hugo', 'Ines'].map((name) =>
      candidate(`${name} Smith`, [`${name.toLowerCase()}.smith@contoso.com`, 'Sales']),
    ),
  }),
  'choice of questions': {
    ...answered({
      kind: 'choice',
      question: { kind: 'explain', user: ids.person, app: ids.app },
      of: 'question',
      text: 'alice salesforce status pls',
      total: 3,
      candidates: [
        aQuestion({ kind: 'explain', user: ids.person, subject: 'user', app: ids.app }),
        aQuestion({ kind: 'userOverview', user: ids.person, subject: 'user' }),
        aQuestion({ kind: 'appStatus', app: ids.app }),
      ],
    }),
    correlationId: '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11',
  },
  'choice of questions about an app': {
    ...answered({
      kind: 'choice',
      question: { kind: 'appStatus', app: ids.app },
      of: 'question',
      text: 'salesforce numbers',
      total: 3,
      candidates: [
        aQuestion({ kind: 'appStatus', app: ids.app }),
        aQuestion({ kind: 'appChanges', app: ids.app, window: { from: { begin: 'week' } } }),
        aQuestion({ kind: 'watch', app: ids.app, about: 'everything', digestAt: '09:00' }),
      ],
    }),
    correlationId: '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11',
  },
  'choice of those of nearly the name': answered({
    kind: 'choice',
    question: { kind: 'explain', user: 'Alise Smit', app: 'Salesforce' },
    of: 'subject',
    text: 'Alise Smit',
    total: 2,
    near: true,
    candidates: [
      candidate('Alice Smith', ['alice@contoso.com', 'Sales', 'Account Manager']),
      { ...candidate('Alice Smythe', ['alice.smythe@contoso.com', 'Legal']), flags: ['disabled'] },
    ],
  }),
  'choice of the app': answered({
    kind: 'choice',
    question: { kind: 'explain', user: 'alice' },
    of: 'app',
    text: '',
    total: 3,
    candidates: ['Salesforce', 'Slack', 'GitHub Enterprise Managed User (Engineering, North America)'].map(
      (name): Candidate => ({
        type: 'app',
        id: `id-of-${name}`,
        name,
        detail: [],
        question: { kind: 'explain', user: 'alice', app: `id-of-${name}` },
      }),
    ),
  }),
  'choice of what to stop': answered({
    kind: 'choice',
    question: { kind: 'unwatch' },
    of: 'question',
    text: '',
    total: 2,
    candidates: [aQuestion({ kind: 'unwatch', app: ids.app }), aQuestion({ kind: 'unwatch', all: true })],
  }),
  'not found': answered({
    kind: 'notFound',
    question: { kind: 'explain', user: 'alice', app: 'Salesfarce' },
    of: 'app',
    text: 'Salesfarce',
    candidates: [
      {
        type: 'app',
        id: ids.app,
        name: 'Salesforce',
        detail: ['provisioning is on'],
        question: { kind: 'explain', user: 'alice', app: ids.app },
      },
    ],
  }),
  help: answered({ kind: 'help', question: { kind: 'help' } }),
  meaning: answered({
    kind: 'meaning',
    question: { kind: 'meaning', text: 'EntryConflict' },
    documented: 'EntryConflict',
    code: 'BoxEntryConflict',
    cause: 'value-conflict',
    also: [],
    noise: [],
    raw: 'BoxEntryConflict',
  }),
  'meaning not known': answered({
    kind: 'meaning',
    question: { kind: 'meaning', text: 'FrobnicationDenied' },
    code: 'FrobnicationDenied',
    cause: 'unrecognised',
    also: [],
    noise: [],
    raw: 'FrobnicationDenied',
  }),
  topic: answered({ kind: 'topic', question: { kind: 'topic', topic: 'how-often' }, topic: 'how-often' }),
  'topic: setup of an app': answered({
    kind: 'topic',
    question: { kind: 'topic', topic: 'app-tutorial', app: 'Salesforce' },
    topic: 'app-tutorial',
    app: { id: ids.app, name: 'Salesforce' },
    tutorial: 'salesforce-provisioning-tutorial',
  }),
  'topic: setup of a custom app': answered({
    kind: 'topic',
    question: { kind: 'topic', topic: 'app-tutorial', app: 'Contoso People Finder' },
    topic: 'app-tutorial',
    app: { id: ids.app, name: 'Contoso People Finder' },
  }),
  ...talkSamples(answered),
  denied: answered({
    kind: 'denied',
    question: { kind: 'explain', user: 'alice', app: 'Salesforce' },
    who: 'graph',
    permission: 'ProvisioningLog.Read.All',
    status: 403,
  }),
  'denied: foreign': answered({ kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal: 'foreign' }),
  'denied: unidentified': answered({
    kind: 'denied',
    question: { kind: 'help' },
    who: 'asker',
    refusal: 'unidentified',
  }),
  'denied: nobodyLetIn': answered({ kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal: 'nobodyLetIn' }),
  'denied: notLetIn': answered({ kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal: 'notLetIn' }),
  'denied: notChecked': answered({ kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal: 'notChecked' }),
  'denied: notTheirApp': answered({ kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal: 'notTheirApp' }),
  'denied: adminsOnly': answered({ kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal: 'adminsOnly' }),
  'too many turns': answered({
    kind: 'unavailable',
    question: { kind: 'help' },
    because: 'tooManyTurns',
    retryAt: '2026-11-17T12:50:30Z',
    correlationId: '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11',
  }),
  'not audited': answered({
    kind: 'unavailable',
    question: { kind: 'help' },
    because: 'notAudited',
    correlationId: '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11',
  }),
  unavailable: answered({
    kind: 'unavailable',
    question: { kind: 'explain', user: 'alice', app: 'Salesforce' },
    because: 'throttled',
    retryAt: '2026-11-17T12:50:30Z',
    correlationId: '5b0b2c9e-8d5b-4d0e-9f1c-3e6a2b7d4c11',
  }),
  ...watchingSamples,
  ...newsSamples,
  ...appSamples,
  ...peopleSamples(answered, aDiagnosis, moment),
  'nobody named': answered({
    kind: 'notUnderstood',
    question: { kind: 'explain', app: 'Salesforce' },
    text: 'why skipped in Salesforce?',
    reason: 'missing-user',
  }),
  'no app named': answered({
    kind: 'notUnderstood',
    question: { kind: 'explain', user: 'Siobhán Walker' },
    text: 'where is Siobhán Walker missing?',
    reason: 'missing-app',
  }),
  'not understood, but for the app': answered({
    kind: 'notUnderstood',
    text: 'salesforce flurb',
    reason: 'nonsense',
    named: 'Salesforce',
  }),
  'not understood': answered({ kind: 'notUnderstood', text: 'flurb', reason: 'nonsense' }),
};

/** A question to choose, which names by ids, as it comes from the answer. */
function aQuestion(question: Question): Candidate {
  const names = {
    ...('user' in question ? { user: 'Alice Smith' } : {}),
    ...('app' in question ? { app: 'Salesforce' } : {}),
  };
  return { type: 'question', id: '', name: '', names, detail: [], question };
}

function candidate(name: string, detail: readonly string[]) {
  const id = detail[0] ?? name;
  return {
    type: 'user' as const,
    id,
    name,
    detail,
    question: { kind: 'explain' as const, user: id, app: 'Salesforce' },
  };
}
