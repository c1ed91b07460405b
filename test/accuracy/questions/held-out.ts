import type { Labelled } from './labelled.ts';

/** Written before the grammar was tuned, and not looked at while it was: how it does on what it has not seen. */
export const heldOut: readonly Labelled[] = [
  ['Is our Freshservice integration still alive?', { kind: 'appStatus', app: 'Freshservice' }],
  ['whats going on w/ workday provisioning', { kind: 'appStatus', app: 'workday' }],
  ['any news on the Greenhouse sync?', { kind: 'appStatus', app: 'Greenhouse' }],
  ['the new hires are not showing up, is the Workday job paused?', { kind: 'appStatus', app: 'Workday' }],
  ['AWS hasnt synced since friday', { kind: 'appStatus', app: 'AWS' }],
  ['how long until Grammarly is done with the initial cycle', { kind: 'appStatus', app: 'Grammarly' }],
  ['Quick one - Templafy up?', { kind: 'appStatus', app: 'Templafy' }],
  ['can i get a health check for Cisco Webex', { kind: 'appStatus', app: 'Cisco Webex' }],
  ['last run of Postman?', { kind: 'appStatus', app: 'Postman' }],
  ['Why does provisioning to Lattice keep stopping?', { kind: 'appStatus', app: 'Lattice' }],
  ['what did mural do in its last cycle', { kind: 'appStatus', app: 'mural' }],
  ['is it only me or is Gong not provisioning', { kind: 'appStatus', app: 'Gong' }],

  ['anything I should worry about?', { kind: 'overview', only: 'problems' }],
  ['show all apps with issues', { kind: 'overview', only: 'problems' }],
  ['which connectors are unhealthy?', { kind: 'overview', only: 'problems' }],
  ['are all our integrations green', { kind: 'overview', only: 'problems' }],
  ['is there something stuck in quarantine', { kind: 'overview', only: 'quarantine' }],
  ['list quarantined applications', { kind: 'overview', only: 'quarantine' }],
  ['Can I see the state of all enterprise apps', { kind: 'overview' }],
  ['summary please', { kind: 'overview' }],

  [
    'which people could not be created in Smartsheet last month?',
    { kind: 'appProblems', app: 'Smartsheet', window: { from: { begin: 'month', back: 1 }, to: { begin: 'month' } } },
  ],
  [
    'what errors did Atlassian Cloud report since the weekend',
    { kind: 'appProblems', app: 'Atlassian Cloud', outcome: 'failed', window: { from: { day: 'saturday' } } },
  ],
  [
    'Everyone who got rejected by Keeper today',
    { kind: 'appProblems', app: 'Keeper', window: { from: { day: 'today' } } },
  ],
  [
    'number of failures in LastPass in the past hour',
    { kind: 'appProblems', app: 'LastPass', outcome: 'failed', window: { from: { ago: 1, unit: 'hour' } } },
  ],
  ['give me the 10 most frequent errors for SAP Concur', { kind: 'appProblems', app: 'SAP Concur', outcome: 'failed' }],
  ['why is nobody being created in Zendesk?', { kind: 'appProblems', app: 'Zendesk' }],
  ['people skipped in Miro by mistake', { kind: 'appProblems', app: 'Miro', outcome: 'skipped' }],
  [
    'was anyone left out of Slack on Tuesday',
    {
      kind: 'appProblems',
      app: 'Slack',
      outcome: 'skipped',
      window: { from: { day: 'tuesday' }, to: { day: 'tuesday' } },
    },
  ],
  ['Users fail to provision to Dialpad', { kind: 'appProblems', app: 'Dialpad' }],
  ['servicenow failed users pls', { kind: 'appProblems', app: 'servicenow', outcome: 'failed' }],

  [
    'which systems does hana.sato@fabrikam.example have accounts in',
    { kind: 'userOverview', user: 'hana.sato@fabrikam.example' },
  ],
  ['Give me the whole picture for user Hana Sato', { kind: 'userOverview', user: 'Hana Sato' }],
  ['has Hana got all of her apps?', { kind: 'userOverview', user: 'Hana' }],
  ['Hana cannot get into any app', { kind: 'userOverview', user: 'Hana' }],
  ['hana sato was offboarded yesterday - is she out of everything?', { kind: 'userOverview', focus: 'leaver' }],
  [
    'termination check hana.sato@fabrikam.example',
    { kind: 'userOverview', user: 'hana.sato@fabrikam.example', focus: 'leaver' },
  ],
  ['which accounts does Hana still have?', { kind: 'userOverview', user: 'Hana', focus: 'leaver' }],
  ['provisioning overview for Hana Sato', { kind: 'userOverview', user: 'Hana Sato' }],

  ['Why are the Netskope creds refused?', { kind: 'credentials', app: 'Netskope' }],
  ['try the saved credentials of Figma', { kind: 'credentials', app: 'Figma', test: true }],
  ['saving the secret token for GitHub fails with an error', { kind: 'credentials', app: 'GitHub' }],
  ['entra can no longer authenticate to Egnyte', { kind: 'credentials', app: 'Egnyte' }],
  ['is the Zoom token still ok', { kind: 'credentials', app: 'Zoom' }],
  ['where do I update the API key for Bonusly', { kind: 'credentials', app: 'Bonusly' }],

  ['ping us whenever Salesforce breaks', { kind: 'watch', app: 'Salesforce', about: 'problems' }],
  ['pls follow the Rota Planner app', { kind: 'watch', app: 'Rota Planner' }],
  ['can you keep an eye on Coupa for me', { kind: 'watch', app: 'Coupa' }],
  ['post here after each cycle of Okta', { kind: 'watch', app: 'Okta', about: 'everything' }],
  ['just the errors please, not every cycle', { kind: 'watch', about: 'problems' }],
  ['a digest each day at 16:30 would be nice', { kind: 'watch', digestAt: '16:30' }],
  ['silence Jira for two hours', { kind: 'watch', app: 'Jira', muteMinutes: 120 }],
  ['be quiet until tomorrow morning', { kind: 'watch' }],
  ["we don't need the Okta notifications any more", { kind: 'unwatch', app: 'Okta' }],
  ['quit spamming this channel', { kind: 'unwatch' }],
  ['list what this channel is subscribed to', { kind: 'watching' }],
  ['which apps do you tell us about?', { kind: 'watching' }],

  ['Hana Sato is missing in Coupa since Monday', { kind: 'explain', user: 'Hana Sato', app: 'Coupa' }],
  ['can you check whether hana has been skipped by Coupa', { kind: 'explain', user: 'hana', app: 'Coupa' }],
  ['how is hana sato getting on in Coupa?', { kind: 'explain', user: 'hana sato', app: 'Coupa' }],
  ['how do I get an app out of quarantine?', { kind: 'topic' }],
];
