import type { Labelled } from './labelled.ts';

const yesterday = { from: { day: 'yesterday' }, to: { day: 'yesterday' } } as const;
const today = { from: { day: 'today' } } as const;

/** Written apart from the others, and never tuned for. */
export const heldOut: readonly Labelled[] = [
  ['Could you see if the Bonusly provisioning job is OK?', { kind: 'appStatus', app: 'Bonusly' }],
  ['Is there a reason Snowflake has not run since Tuesday?', { kind: 'appStatus', app: 'Snowflake' }],
  ['tailscale sync looks dead to me', { kind: 'appStatus', app: 'tailscale' }],
  ['how did the last Okta cycle go', { kind: 'appStatus', app: 'Okta' }],
  ['do we know when Zscaler gets its next run?', { kind: 'appStatus', app: 'Zscaler' }],
  ['Sentry: running or not?', { kind: 'appStatus', app: 'Sentry' }],
  ['progress of the first sync for KnowBe4', { kind: 'appStatus', app: 'KnowBe4' }],
  ['why on earth is Pingboard in quarantine again', { kind: 'appStatus', app: 'Pingboard' }],
  ['has provisioning for Leapsome been switched off?', { kind: 'appStatus', app: 'Leapsome' }],
  ['Good morning! Anything up with Rollbar?', { kind: 'appStatus', app: 'Rollbar' }],

  ['which of the apps are not doing well', { kind: 'overview', only: 'problems' }],
  ['are there quarantined jobs', { kind: 'overview', only: 'quarantine' }],
  ['what needs fixing today?', { kind: 'overview', only: 'problems' }],
  ['please give me a report on all our apps', { kind: 'overview' }],
  ['anything on fire?', { kind: 'overview', only: 'problems' }],
  ['apps in quarantine', { kind: 'overview', only: 'quarantine' }],

  [
    'which colleagues did Asana reject this month',
    { kind: 'appProblems', app: 'Asana', outcome: 'failed', window: { from: { begin: 'month' } } },
  ],
  [
    'Tell me who failed to sync to Notion in the last two weeks',
    { kind: 'appProblems', app: 'Notion', outcome: 'failed', window: { from: { ago: 2, unit: 'week' } } },
  ],
  [
    'any skipped users in GitHub since 3 Nov?',
    { kind: 'appProblems', app: 'GitHub', outcome: 'skipped', window: { from: { day: '11-03' } } },
  ],
  [
    'error list webex yesterday',
    {
      kind: 'appProblems',
      app: 'webex',
      outcome: 'failed',
      window: { from: { day: 'yesterday' }, to: { day: 'yesterday' } },
    },
  ],
  ['half of our people are missing in Tableau, why?', { kind: 'appProblems', app: 'Tableau' }],
  ['whom has Concur refused lately', { kind: 'appProblems', app: 'Concur', outcome: 'failed' }],
  [
    'how many errors were there in Miro on 2026-11-16',
    {
      kind: 'appProblems',
      app: 'Miro',
      outcome: 'failed',
      window: { from: { day: '2026-11-16' }, to: { day: '2026-11-16' } },
    },
  ],

  ['I need a list of the apps Yusuf Demir has', { kind: 'userOverview', user: 'Yusuf Demir' }],
  ['is yusuf demir set up everywhere he should be?', { kind: 'userOverview', user: 'yusuf demir' }],
  [
    'yusuf.demir@fabrikam.example - what is his status in all apps?',
    { kind: 'userOverview', user: 'yusuf.demir@fabrikam.example' },
  ],
  ['we let Yusuf Demir go last week, did he lose all access?', { kind: 'userOverview', focus: 'leaver' }],
  ['offboarding status yusuf', { kind: 'userOverview', user: 'yusuf', focus: 'leaver' }],

  ['Zendesk says unauthorized', { kind: 'credentials', app: 'Zendesk' }],
  ['did the secret of Dialpad run out?', { kind: 'credentials', app: 'Dialpad' }],
  ['can we still log in to Freshservice with the saved token', { kind: 'credentials', app: 'Freshservice' }],
  ['the test connection button for Harness does nothing but error', { kind: 'credentials', app: 'Harness' }],

  ['tell this channel as soon as Workday is in trouble', { kind: 'watch', app: 'Workday', about: 'problems' }],
  ['I would like to follow Expensify', { kind: 'watch', app: 'Expensify' }],
  ['put the daily digest at 6:15 please', { kind: 'watch', digestAt: '06:15' }],
  ['hush slack for 45 minutes', { kind: 'watch', app: 'slack', muteMinutes: 45 }],
  ["don't tell us about Trello any more", { kind: 'unwatch', app: 'Trello' }],
  ['which apps is this channel watching?', { kind: 'watching' }],

  ['why does Zoom not accept Yusuf Demir?', { kind: 'explain', user: 'Yusuf Demir', app: 'Zoom' }],
  ['has yusuf arrived in Zoom yet', { kind: 'explain', user: 'yusuf', app: 'Zoom' }],
  ['what does quarantine do to my users?', { kind: 'topic' }],

  ['is Cobalt Legal provisioning in good shape', { kind: 'appStatus', app: 'Cobalt Legal' }],
  ['Vireo not syncing since lunch', { kind: 'appStatus', app: 'Vireo' }],
  ['did vireo do its run last night', { kind: 'appStatus', app: 'vireo' }],
  ['hey can you find out why the Paper Lantern job keeps stopping', { kind: 'appStatus', app: 'Paper Lantern' }],
  ['next cycle Vireo?', { kind: 'appStatus', app: 'Vireo' }],
  ['does provisioning for Box look healthy', { kind: 'appStatus', app: 'Box' }],
  ['Slack seems frozen', { kind: 'appStatus', app: 'Slack' }],
  ['our Monday.com sync has not completed for hours', { kind: 'appStatus', app: 'Monday.com' }],
  ['what apps have failed syncs', { kind: 'overview', only: 'problems' }],
  ['give me a list of apps in quarantine', { kind: 'overview', only: 'quarantine' }],
  ['are there any provisioning problems at the moment', { kind: 'overview', only: 'problems' }],
  ['how are all the apps', { kind: 'overview' }],
  [
    'who failed to get into Vireo yesterday',
    { kind: 'appProblems', app: 'Vireo', outcome: 'failed', window: yesterday },
  ],
  ['Paper Lantern: list of skipped people', { kind: 'appProblems', app: 'Paper Lantern', outcome: 'skipped' }],
  [
    'how many users did cobalt legal reject today',
    { kind: 'appProblems', app: 'cobalt legal', outcome: 'failed', window: today },
  ],
  ['some users are not in Miro', { kind: 'appProblems', app: 'Miro' }],
  [
    'top 3 errors vireo this month',
    { kind: 'appProblems', app: 'vireo', outcome: 'failed', window: { from: { begin: 'month' } } },
  ],
  ['why are people being skipped in Paper Lantern', { kind: 'appProblems', app: 'Paper Lantern', outcome: 'skipped' }],
  ['what apps does Ewa Nowak have', { kind: 'userOverview', user: 'Ewa Nowak' }],
  ['is ewa.nowak@contoso.example active anywhere', { kind: 'userOverview', user: 'ewa.nowak@contoso.example' }],
  ['leaver Ewa Nowak, what is still open', { kind: 'userOverview', user: 'Ewa Nowak', focus: 'leaver' }],
  ['Nowak, Ewa - status in all apps', { kind: 'userOverview', user: 'Nowak, Ewa' }],
  ['where was Ewa provisioned', { kind: 'userOverview', user: 'Ewa' }],
  ['is the Vireo api key valid', { kind: 'credentials', app: 'Vireo', test: true }],
  ['cannot save the Paper Lantern token', { kind: 'credentials', app: 'Paper Lantern' }],
  ['Cobalt Legal returns 403', { kind: 'credentials', app: 'Cobalt Legal' }],
  ['keep an eye on Vireo please', { kind: 'watch', app: 'Vireo' }],
  ['notify us of failures in Paper Lantern', { kind: 'watch', app: 'Paper Lantern', about: 'problems' }],
  ['mute Cobalt Legal for an hour', { kind: 'watch', app: 'Cobalt Legal', muteMinutes: 60 }],
  ['no more Vireo alerts please', { kind: 'unwatch', app: 'Vireo' }],
  ['stop telling us about Paper Lantern', { kind: 'unwatch', app: 'Paper Lantern' }],
  ['what are we subscribed to', { kind: 'watching' }],
  ['Ewa Nowak is missing in Vireo', { kind: 'explain', user: 'Ewa Nowak', app: 'Vireo' }],
  ['why does ewa have no account in cobalt legal', { kind: 'explain', user: 'ewa', app: 'cobalt legal' }],
  ['did Nowak, Ewa make it into Paper Lantern', { kind: 'explain', user: 'Nowak, Ewa', app: 'Paper Lantern' }],
  ['how do scoping filters work', { kind: 'topic' }],
];
