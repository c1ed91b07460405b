import type { AboutAnswer } from '../../answers/answer.ts';
import type { AboutMatter } from '../../questions/question.ts';
import type { Clock } from '../clock.ts';
import type { Said } from '../language.ts';
import { sentences } from './say.ts';

const examples: readonly string[] = [
  'why was alice skipped in Salesforce?',
  'which apps have problems?',
  'what does EntryConflict mean?',
];

/** A small reply about Skipper itself; questions to try where someone has yet to ask one. */
export function about(answer: AboutAnswer, clock: Clock): Said & { readonly examples: readonly string[] } {
  const offers = answer.of === 'greeting' || answer.of === 'insult';
  return { ...replies[answer.of](answer, clock), examples: offers ? examples : [] };
}

const replies: Readonly<Record<AboutMatter, (answer: AboutAnswer, clock: Clock) => Said>> = {
  thanks: () => ({ headline: "You're welcome", text: "Ask me again whenever someone's missing from an app." }),
  greeting: () => ({
    headline: 'Hi there',
    text: "Ask me why someone isn't in an app, or how an app's provisioning is doing.",
  }),
  goodbye: () => ({ headline: 'Goodbye', text: "I'll be here when the next ticket comes in." }),
  praise: () => ({
    headline: 'Good to hear',
    text: 'If an answer is ever wrong, tell whoever runs Skipper: the evidence on the card shows what it rests on.',
  }),
  insult: () => ({
    headline: "That didn't help, it seems",
    text: "Give me a person and an app, and I'll look again. A full name or address works best.",
  }),
  isAi: () => ({
    headline: "I'm a program, not a language model",
    text: 'A small trained reader works out what you ask. The verdicts come from fixed rules over your provisioning log and directory settings.',
  }),
  logged,
  access: () => ({
    headline: 'Who can ask me',
    text: 'Members of the helpdesk and admin groups that the operator has set can ask me, and app owners can ask about their own apps. If you need access for someone, ask whoever runs Skipper or your Entra admin.',
  }),
  reads,
  maker: () => ({
    headline: 'Skipper is open source',
    text: "It's free software under the MIT license. Whoever runs it for your organization can tell you which version this is.",
  }),
  languages: () => ({
    headline: 'I answer in English',
    text: 'I also understand simple questions in German, French, Spanish, Portuguese, Italian, Dutch, Polish and Japanese.',
  }),
};

function logged({ audit }: AboutAnswer, clock: Clock): Said {
  if (!audit) {
    return {
      headline: "Your questions aren't recorded here",
      text: 'In Teams, I record who asked about whom. In a terminal, I keep nothing.',
    };
  }
  const ends = audit.days === undefined ? '' : `, and records are deleted after ${days(audit.days, clock)}`;
  return {
    headline: `Each question is recorded, ${audit.keepsText ? 'with' : 'without'} its text`,
    text: sentences(
      audit.keepsText
        ? 'I record who asked, when and where, about which person and app, the result, and what you type, so that questions I misread can be found'
        : "I record who asked, when and where, about which person and app, and the result, but not your message and no one's attribute values",
      `Only the people who run Skipper can read the records${ends}`,
    ),
  };
}

function days(count: number, clock: Clock): string {
  return count === 1 ? '1 day' : `${clock.number(count)} days`;
}

function reads({ permissions, mayTestCredentials }: AboutAnswer, clock: Clock): Said {
  return {
    headline: 'Read-only: I never change anything',
    text: sentences(
      `I use these Microsoft Graph permissions, and all of them only read: ${clock.all(permissions)}`,
      mayTestCredentials &&
        'To test saved credentials I also need Synchronization.ReadWrite.All, which could write, but I only have Entra try the sign-in',
    ),
  };
}
