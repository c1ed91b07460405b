import type { Answered } from '../../src/answers/answer.ts';
import type { CycleCounts, CycleProblem, CycleSubject, CycleSummary } from '../../src/diagnosis/cycle.ts';
import type { Change, EndedRun } from '../../src/watch/change.ts';
import { compose } from '../../src/watch/compose.ts';
import type { Message } from '../../src/watch/outbox.ts';
import type { Telling } from '../../src/watch/presenting.ts';
import { aSubscription } from './sample-watching.ts';

const none: CycleCounts = {
  created: 0,
  updated: 0,
  disabled: 0,
  deleted: 0,
  failed: 0,
  unexpectedSkips: 0,
  expectedSkips: 0,
  warnings: 0,
  heldDeletions: 0,
};

export const salesforce = { id: '0f6c2d7e-1b34-4a8e-9d21-5e7c3b9a6f40', name: 'Salesforce' };

/** A run of five minutes that ended at that moment. */
export function anEndedRun(endedAt = '2026-11-17T12:38:00Z', parts: Partial<EndedRun> = {}): EndedRun {
  return {
    activityIdentifier: `cycle ${endedAt}`,
    state: 'EntryLevelErrors',
    beganAt: new Date(Date.parse(endedAt) - 300_000).toISOString(),
    endedAt,
    counts: {
      entitled: 214,
      entitledForProvisioning: 214,
      escrowed: 3,
      escrowedRaw: 3,
      exported: 14,
      exports: 14,
      imported: 20,
      importedDeltas: 20,
      importedReferenceDeltas: 0,
    },
    ...parts,
  };
}

export function aCycle(cycle = anEndedRun(), parts: Partial<Extract<Change, { kind: 'cycleCompleted' }>> = {}): Change {
  return { kind: 'cycleCompleted', cycle, unseenFailures: 0, ...parts };
}

export function somebody(name: string, parts: Partial<CycleSubject> = {}): CycleSubject {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    type: 'user',
    entryId: `entry of ${name}`,
    at: '2026-11-17T12:37:10Z',
    isNew: true,
    ...parts,
  };
}

export function aProblem(subjects: readonly CycleSubject[], parts: Partial<CycleProblem> = {}): CycleProblem {
  return {
    trouble: 'failed',
    cause: 'license-limit',
    code: 'SalesforceLicenseLimitExceeded',
    documented: 'LicenseLimitExceeded',
    fix: [{ code: 'LicenseLimitExceeded', index: 0, owner: 'app-owner' }],
    subjects,
    ...parts,
  };
}

export function aSummary(parts: Partial<Omit<CycleSummary, 'all'>> = {}): CycleSummary {
  const users = { ...none, ...parts.users };
  const groups = { ...none, ...parts.groups };
  const all = Object.fromEntries(
    Object.entries(users).map(([count, of]) => [count, of + groups[count as keyof CycleCounts]]),
  ) as unknown as CycleCounts;
  return {
    from: '2026-11-17T12:33:20Z',
    to: '2026-11-17T12:37:50Z',
    problems: [],
    comparable: true,
    truncated: false,
    ...parts,
    all,
    users,
    groups,
  };
}

export function counts(parts: Partial<CycleCounts>): CycleCounts {
  return { ...none, ...parts };
}

export function aMessage(parts: Partial<Message> = {}): Message {
  return {
    id: 'message-1',
    app: salesforce,
    jobId: 'job-1',
    changes: [aCycle()],
    noticedAt: '2026-11-17T12:40:00Z',
    ...parts,
  };
}

const quarantine = {
  reason: 'EncounteredQuarantineException',
  beganAt: '2026-11-17T12:38:00Z',
  nextAttemptAt: '2026-11-17T18:38:00Z',
  error: { code: 'InvalidCredentials', message: 'The sign-in to Salesforce was rejected: invalid_grant.' },
};

const past = Array.from({ length: 7 }, (_, index) => ({
  endedAt: new Date(Date.parse('2026-11-17T11:58:00Z') - index * 40 * 60_000).toISOString(),
  summary: aSummary({
    users: counts({
      created: [2, 0, 5, 1, 0, 3, 8][index] ?? 0,
      updated: [4, 1, 9, 0, 2, 6, 3][index] ?? 0,
      failed: [1, 1, 0, 0, 2, 0, 0][index] ?? 0,
      unexpectedSkips: [0, 0, 1, 0, 0, 1, 0][index] ?? 0,
    }),
  }),
}));

const troubled = aSummary({
  users: counts({ created: 3, updated: 12, disabled: 1, failed: 4, unexpectedSkips: 2, expectedSkips: 31 }),
  groups: counts({ updated: 2, failed: 1 }),
  problems: [
    aProblem([
      somebody('Ada Byrne'),
      somebody('Kofi Mensah'),
      somebody('Lena Fischer', { isNew: false }),
      somebody('Tomás Ortega', { isNew: false }),
    ]),
    aProblem([somebody('Sales EMEA', { type: 'group' })], {
      cause: 'reference-not-provisioned',
      code: 'UnableToResolveReferenceAttributeValue',
      documented: 'UnableToResolveReferenceAttributeValue',
      fix: [{ step: 'provision-reference-first', owner: 'entra-admin' }],
    }),
    aProblem([somebody('Noor Haddad'), somebody('Piotr Nowak')], {
      trouble: 'skipped',
      cause: 'scoping-filter',
      code: 'NotEffectivelyEntitled',
      documented: 'NotEffectivelyEntitled',
      fix: [{ step: 'correct-attribute-for-filter', owner: 'helpdesk' }],
    }),
  ],
});

const now = new Date('2026-11-17T12:50:00Z');
const telling = (message: Partial<Message>, parts: Partial<Telling> = {}) =>
  compose({ messages: [aMessage(message)], subscription: aSubscription(), digest: false, past: [], ...parts }, now);
const app = (name: string) => ({ id: `${name.toLowerCase().replaceAll(' ', '-')}-id`, name });

export const newsSamples: Readonly<Record<string, Answered>> = {
  'news of a cycle': telling({ summary: troubled }, { past }),
  'news of a clean cycle': telling(
    { summary: aSummary({ users: counts({ created: 2, updated: 5, expectedSkips: 14 }) }) },
    { past, subscription: aSubscription({ about: 'everything' }) },
  ),
  'news of a quarantine': telling({ changes: [{ kind: 'quarantineEntered', quarantine }] }),
  'news of held deletions': telling({
    changes: [{ kind: 'deletionsHeld', quarantine: { reason: 'TooManyDeletes', beganAt: '2026-11-17T12:38:00Z' } }],
  }),
  'news of the end of a quarantine': telling({ changes: [{ kind: 'quarantineLeft', was: quarantine.reason }] }),
  'news of a first cycle': telling({
    changes: [
      {
        kind: 'firstCycleCompleted',
        at: '2026-11-17T12:38:00Z',
        cycle: anEndedRun(undefined, { beganAt: '2026-11-17T08:02:00Z' }),
      },
    ],
    summary: aSummary({
      users: counts({ created: 1204, failed: 3 }),
      groups: counts({ created: 18 }),
      problems: [aProblem([somebody('Ada Byrne', { isNew: undefined })])],
      comparable: false,
    }),
  }),
  'news of a stall': telling({ changes: [{ kind: 'stalled', since: '2026-11-16T02:10:00Z' }] }),
  'a digest': compose(
    {
      digest: true,
      past: [],
      subscription: aSubscription({ app: undefined, digest: { at: '09:00', timeZone: 'Europe/London' } }),
      messages: [
        aMessage({ summary: troubled }),
        aMessage({
          changes: [aCycle(anEndedRun('2026-11-17T13:18:00Z'))],
          summary: aSummary({ users: counts({ created: 2 }) }),
        }),
        aMessage({ app: app('Zoom'), changes: [{ kind: 'quarantineEntered', quarantine }] }),
        aMessage({
          app: app('Slack'),
          changes: [aCycle(), aCycle(anEndedRun('2026-11-17T13:18:00Z'))],
          summary: aSummary({ users: counts({ created: 9, updated: 41 }) }),
        }),
        aMessage({
          app: app('Atlassian Cloud'),
          changes: [{ kind: 'firstCycleCompleted', at: '2026-11-17T03:00:00Z' }],
        }),
      ],
    },
    new Date('2026-11-18T09:00:00Z'),
  ),
};
