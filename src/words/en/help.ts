import type { Said } from '../language.ts';

/** Questions to try, those that most people ask first. */
export const examples: readonly string[] = [
  'why was alice skipped in Salesforce?',
  'why is the group Sales Team not in Slack?',
  'which apps have problems?',
  'who failed in Slack this week?',
  'watch Salesforce',
  'what does EntryConflict mean?',
  'how often does provisioning run?',
];

export function help(): Said & { readonly examples: readonly string[] } {
  return {
    headline: 'Ask why somebody was skipped',
    text:
      'Skipper reads the Microsoft Entra provisioning log and what stands in the directory today, and says why a person or group ' +
      'did not reach an app, with the proof and who has to do what. It also says how an app or the whole tenant is doing, and ' +
      'tells a chat or channel when something goes wrong. It reads only, and changes nothing. ' +
      'A pasted error message, code or log entry is explained too.',
    examples,
  };
}
