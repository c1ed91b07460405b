import type { Said } from '../language.ts';

/** Questions to try: one of each kind. */
export const examples: readonly string[] = [
  'why was alice skipped in Salesforce?',
  'did bob@contoso.com make it into Zoom?',
  'why is the group Sales Team not in Slack?',
  'what does EntryConflict mean?',
  'how often does provisioning run?',
];

export function help(): Said & { readonly examples: readonly string[] } {
  return {
    headline: 'Ask why somebody was skipped',
    text:
      'Skipper reads the Microsoft Entra provisioning log and what stands in the directory today, and says why a person or group ' +
      'did not reach an app, with the proof and who has to do what. It reads only, and changes nothing. ' +
      'A pasted error message, code or log entry is explained too.',
    examples,
  };
}
