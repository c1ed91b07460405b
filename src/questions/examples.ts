import type { QuestionKind } from './question.ts';

/** Questions to try, by kind, those that most people ask first; names are made up. */
export const examples: readonly { readonly kind: QuestionKind; readonly examples: readonly string[] }[] = [
  {
    kind: 'explain',
    examples: ['why was alice skipped in Salesforce?', 'did carol make it into Slack?', 'bob@contoso.com Zoom'],
  },
  { kind: 'explainMany', examples: ['alice and bob in Zoom'] },
  { kind: 'overview', examples: ['which apps have problems?', 'what is in quarantine?', 'give me an overview'] },
  {
    kind: 'credentials',
    examples: ["can't save the credentials of ServiceNow", 'test the connection of Salesforce'],
  },
  { kind: 'appProblems', examples: ['who failed in Salesforce this week?', 'top errors in Slack since Monday'] },
  { kind: 'appChanges', examples: ['who was created in Slack today?'] },
  { kind: 'userOverview', examples: ['where is bob provisioned?', 'offboarding check for carol'] },
  { kind: 'appStatus', examples: ['how is Salesforce doing?', 'is provisioning running for Slack?'] },
  { kind: 'watch', examples: ['watch Salesforce', 'only problems', 'daily digest at 9', 'mute Slack for 2 days'] },
  { kind: 'unwatch', examples: ['stop watching Slack', 'stop'] },
  { kind: 'watching', examples: ['what are you watching?'] },
  { kind: 'meaning', examples: ['what does EntryConflict mean?'] },
  { kind: 'topic', examples: ['how often does provisioning run?', 'are nested groups provisioned?'] },
  { kind: 'help', examples: ['help'] },
];
