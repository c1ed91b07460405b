import assert from 'node:assert/strict';
import type { AppStatusAnswer } from '../../src/answers/app-answers.ts';
import { word } from '../../src/words/word.ts';
import type { WordedAppStatus } from '../../src/words/worded-apps.ts';
import { firstCycleJson, jobJson, never, offJson, quarantinedJson, runJson } from '../support/job-json.ts';
import { anAppStatus, cyclesWithTrouble } from '../support/sample-apps.ts';

/** From the job as Microsoft Graph gives it to what a person reads. */

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const credentials = {
  code: 'SalesforceInvalidCredentials',
  message: 'Your credentials are invalid.',
  tenantActionable: true,
};

function told(jobs: readonly object[], parts: Partial<AppStatusAnswer> = {}, assigned?: number): WordedAppStatus {
  const worded = word(anAppStatus(jobs, parts, assigned), reader);
  assert.equal(worded.kind, 'appStatus');
  return worded;
}

function fact(worded: WordedAppStatus, name: string): string | undefined {
  return worded.facts.find((one) => one.name === name)?.text;
}

interface StateCase {
  readonly name: string;
  readonly jobs: readonly object[];
  readonly state: WordedAppStatus['state'];
  readonly need: WordedAppStatus['need'];
  readonly headline: RegExp;
  readonly why?: RegExp;
  readonly facts?: Readonly<Record<string, RegExp>>;
  readonly noFacts?: readonly string[];
  readonly fix?: RegExp;
}

const stopped = runJson({ timeBegan: '2026-11-08T09:00:00Z', timeEnded: '2026-11-08T09:04:00Z' });

const states: readonly StateCase[] = [
  {
    name: 'no job at all',
    jobs: [],
    state: 'notConfigured',
    need: 'unset',
    headline: /^Salesforce: provisioning is not set up$/,
    why: /no provisioning job/,
    fix: /Set up provisioning to Salesforce/,
  },
  {
    name: 'a job that was never authorised',
    jobs: [jobJson({ code: 'NotConfigured', lastExecution: null, steadyStateFirstAchievedTime: never })],
    state: 'notConfigured',
    need: 'unset',
    headline: /not set up/,
    why: /never authorised/,
  },
  {
    name: 'on, and the first cycle not finished, with a dummy run of the year 1 that reads as failed',
    jobs: [firstCycleJson()],
    state: 'initialCycle',
    need: 'starting',
    headline: /^Salesforce: the first cycle is not complete$/,
    why: /from 20 minutes to several hours.*0\.01 to 0\.08 minutes/,
    noFacts: ['Last cycle', 'Progress', 'Next cycle', 'In scope'],
    fix: /Wait until the first cycle/,
  },
  {
    name: 'a first cycle that tells how far it is',
    jobs: [
      firstCycleJson({
        progress: [
          { completedUnits: 37, totalUnits: 120, units: 'pages', progressObservationDateTime: '2026-11-17T12:47:00Z' },
        ],
      }),
    ],
    state: 'initialCycle',
    need: 'starting',
    headline: /: 37 of 120 pages$/,
    why: /counts pages and not people/,
    facts: { Progress: /^37 of 120 pages \(30 %\), as of 12:47$/ },
  },
  {
    name: 'a first cycle that met the error limit, and pauses after it',
    jobs: [firstCycleJson({ escrowsPruned: true })],
    state: 'initialCycle',
    need: 'failing',
    headline: /first cycle/,
  },
  {
    name: 'runs as it should',
    jobs: [jobJson()],
    state: 'running',
    need: 'fine',
    headline: /^Salesforce: provisioning runs as it should$/,
    why: /ran Tue 17 Nov, 12:33, for 5 minutes, without errors\. The next is expected about 13:18, for there is one every 40 minutes\. It reads what has changed/,
    facts: {
      'In scope': /^248 entitled, 14 written/,
    },
  },
  {
    name: 'runs, and single entries fail',
    jobs: [jobJson({ lastExecution: runJson({ state: 'EntryLevelErrors', countEscrowed: 3 }) })],
    state: 'running',
    need: 'failing',
    headline: /runs, with errors of single people or groups$/,
    facts: { 'Waiting to be retried': /^3$/, 'Last without errors': /12:38$/ },
  },
  {
    name: 'runs, and the last cycle failed as a whole',
    jobs: [
      jobJson({
        countSuccessiveCompleteFailures: 3,
        lastExecution: runJson({ state: 'Failed', error: { code: 'Timeout', message: 'The app did not answer.' } }),
      }),
    ],
    state: 'running',
    need: 'broken',
    headline: /runs, but the last cycle failed$/,
    why: /Timeout: “The app did not answer\.”/,
    facts: { 'Failed in a row': /^3 cycles$/ },
  },
  {
    name: 'a day between cycles is not stalled',
    jobs: [
      jobJson(
        {
          lastExecution: runJson({ timeBegan: '2026-11-16T16:00:00Z', timeEnded: '2026-11-16T16:20:00Z' }),
          steadyStateLastAchievedTime: '2026-11-16T16:20:00Z',
          lastSuccessfulExecution: null,
          lastSuccessfulExecutionWithExports: null,
        },
        { schedule: { interval: 'P1D', state: 'Active' } },
      ),
    ],
    state: 'running',
    need: 'fine',
    headline: /as it should/,
  },
  {
    name: 'off by its code',
    jobs: [offJson()],
    state: 'off',
    need: 'off',
    headline: /^Salesforce: provisioning is switched off$/,
    why: /goes on where it stopped/,
    noFacts: ['Next cycle'],
    fix: /Start provisioning/,
  },
  {
    name: 'off by its schedule, paused',
    jobs: [jobJson({}, { schedule: { interval: 'PT40M', state: 'Paused' } })],
    state: 'off',
    need: 'off',
    headline: /switched off/,
  },
  {
    name: 'off, with the empty shell of an old quarantine',
    jobs: [
      offJson({
        lastExecution: null,
        lastSuccessfulExecution: null,
        lastSuccessfulExecutionWithExports: null,
        steadyStateFirstAchievedTime: never,
        quarantine: {
          currentBegan: '',
          nextAttempt: '',
          reason: '',
          seriesBegan: '',
          seriesCount: 2,
          error: credentials,
        },
      }),
    ],
    state: 'off',
    need: 'off',
    headline: /switched off/,
    noFacts: ['In quarantine since', 'Next attempt', 'Switched off', 'Last cycle'],
  },
  {
    name: 'in quarantine for its credentials',
    jobs: [quarantinedJson('EncounteredQuarantineException', credentials)],
    state: 'quarantine',
    need: 'broken',
    headline: /^Salesforce: provisioning is in quarantine: Salesforce rejects user, password or security token$/,
    why: /SalesforceInvalidCredentials: “Your credentials are invalid\.” Unless it is mended, Entra switches the job off about Thu 10 Dec, 06:40/,
    facts: {
      'In quarantine since': /^Thu 12 Nov, 06:40$/,
      'Next attempt': /^about Wed 18 Nov, 03:10$/,
      'Switched off': /22 days left/,
      'Last without errors': /^Thu 12 Nov, 06:00$/,
    },
    fix: /Salesforce/,
  },
  ...(
    [
      'EncounteredEscrowProportionThreshold',
      'EncounteredBaseEscrowThreshold',
      'EncounteredTotalEscrowThreshold',
      'QuarantinedOnDemand',
      'QuarantineOnDemand',
      'IngestionInterrupted',
      'Unknown',
    ] as const
  ).map(
    (reason): StateCase => ({
      name: `in quarantine: ${reason}`,
      jobs: [quarantinedJson(reason)],
      state: 'quarantine',
      need: 'broken',
      headline: /^Salesforce: provisioning is in quarantine: .{10,}/,
    }),
  ),
  {
    name: 'in quarantine for longer than the 28 days, and the next attempt is overdue',
    jobs: [
      jobJson({
        code: 'Quarantine',
        quarantine: {
          seriesBegan: '2026-10-10T06:40:00Z',
          nextAttempt: '2026-11-16T03:10:00Z',
          reason: 'Unknown',
          error: null,
        },
      }),
    ],
    state: 'quarantine',
    need: 'broken',
    headline: /in quarantine/,
    facts: { 'Next attempt': /^was due Mon 16 Nov, 03:10$/, 'Switched off': /\(any time now\)$/ },
  },
  {
    name: 'in quarantine for a reason that nobody knows: it is shown, and nothing is guessed',
    jobs: [quarantinedJson('SomethingInventedNextYear')],
    state: 'quarantine',
    need: 'broken',
    headline: /^Salesforce: provisioning is in quarantine$/,
    why: /“SomethingInventedNextYear”, which is not documented/,
  },
  {
    name: 'in quarantine without any reason',
    jobs: [quarantinedJson('')],
    state: 'quarantine',
    need: 'broken',
    headline: /in quarantine$/,
    fix: /Mend what the quarantine names/,
  },
  {
    name: 'too many deletions at once',
    jobs: [quarantinedJson('TooManyDeletes')],
    state: 'quarantine',
    need: 'broken',
    headline: /deletions are held back/,
    fix: /StagedDelete/,
  },
  {
    name: 'switched on, and nothing heard for nine days',
    jobs: [
      jobJson({
        lastExecution: stopped,
        lastSuccessfulExecution: stopped,
        lastSuccessfulExecutionWithExports: stopped,
        steadyStateLastAchievedTime: '2026-11-08T09:04:00Z',
      }),
    ],
    state: 'stalled',
    need: 'broken',
    headline: /^Salesforce: no cycle has run since Sun 8 Nov, 09:04$/,
    noFacts: ['Next cycle'],
    fix: /Restart provisioning/,
  },
  {
    name: 'a status that Graph does not give',
    jobs: [jobJson({ code: 'Hibernating' })],
    state: 'unknown',
    need: 'unread',
    headline: /^Salesforce: the state of provisioning cannot be read$/,
    why: /a status that is not documented.*The last cycle ran/,
  },
];

describe('the state of an app, from the job to the words', () => {
  for (const { name, jobs, state, need, headline, why, facts = {}, noFacts = [], fix } of states) {
    it(name, () => {
      const worded = told(jobs);

      assert.equal(worded.state, state);
      assert.equal(worded.need, need);
      assert.match(worded.headline, headline);
      if (why) assert.match(worded.why, why);
      for (const [fact_, text] of Object.entries(facts)) assert.match(fact(worded, fact_) ?? 'none', text, fact_);
      for (const one of noFacts) assert.equal(fact(worded, one), undefined, one);
      if (fix) assert.match(worded.fix[0]?.text ?? 'none', fix);
      assert.doesNotMatch(JSON.stringify(worded), /0001-01-01|1 Jan|Invalid Date|NaN/);
    });
  }

  it('reckons a first cycle by Microsoft’s rule of thumb where there are many', () => {
    const worded = told([firstCycleJson()], {}, 12_400);

    assert.match(worded.why, /12,400 assigned users and groups take about 2 hours to 17 hours/);
    assert.deepEqual([worded.progress?.fromMinutes, worded.progress?.toMinutes], [124, 992]);
  });

  it('of several jobs tells of the livest, and names the others', () => {
    const worded = told([{ ...offJson(), id: 'other' }, jobJson()]);

    assert.equal(worded.state, 'running');
    assert.match(worded.notes.join(' '), /Salesforce has 1 more job: switched off/);
  });

  it('says what the last cycle did, users and groups apart, and who is newly in trouble', () => {
    const worded = told([jobJson()], { cycles: cyclesWithTrouble() });

    assert.match(worded.headline, /runs, but 7 failed in the last cycle and 1 was left out that should not be$/);
    assert.deepEqual(worded.tally.slice(0, 3), [
      { name: 'Created', users: '9', groups: '0' },
      { name: 'Updated', users: '1', groups: '1' },
      { name: 'Disabled', users: '1', groups: '0' },
    ]);
    assert.equal(worded.counts?.groups.updated, 1);
    assert.equal(worded.counts?.expectedSkips, 31);
    assert.deepEqual([worded.counts?.entitled, worded.counts?.exported], [248, 14]);
    const [licence, attribute] = worded.problems;
    assert.deepEqual([licence?.cause, licence?.total, licence?.newOnes], ['license-limit', 7, 6]);
    assert.equal(licence?.text, '7 people, 6 of them new');
    assert.equal(licence?.more, 'and 4 more');
    assert.deepEqual(licence?.subjects[0]?.question, {
      kind: 'explain',
      user: 'id-of-Ines Duarte',
      app: worded.app.id,
      subject: 'user',
    });
    assert.equal(attribute?.title, 'Skipped: a required attribute is missing or invalid');
    assert.equal(worded.trend.at(-1)?.text, '7 failed, 1 left out, 12 written');
  });

  it('calls every figure the least where the log was cut short', () => {
    const { last, ...rest } = cyclesWithTrouble();
    const worded = told([jobJson()], { cycles: { ...rest, last: last && { ...last, truncated: true } } });

    assert.equal(worded.counts?.atLeast, true);
    assert.deepEqual(worded.tally[0], { name: 'Created', users: 'at least 9', groups: '0' });
    assert.match(worded.notes.join(' '), /the figures are the least/);
  });

  it('names what could not be read, and does not guess at it', () => {
    const gap = told([jobJson()], { gaps: [{ part: 'log', why: 'forbidden' }] });
    assert.match(
      gap.notes.join(' '),
      /What the cycles did to single people is missing here: Microsoft Graph does not let/,
    );
    assert.equal(gap.counts, undefined);

    const closed = anAppStatus([]);
    assert.equal(closed.answer.kind, 'appStatus');
    const health = {
      ...closed.answer.health,
      cause: undefined,
      need: 'unread',
      why: 'forbidden',
      job: { state: 'unknown' },
    } as const;
    const worded = told([], { health, gaps: [{ part: 'jobs', why: 'forbidden' }] });
    assert.equal(worded.state, 'unknown');
    assert.match(worded.headline, /cannot be read/);
    assert.deepEqual(worded.fix, []);
  });
});
