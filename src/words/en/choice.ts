import type { Candidate, CandidateFlag, ChoiceAnswer, NotFoundAnswer } from '../../answers/answer.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { Said } from '../language.ts';
import { quoted } from './say.ts';

/** Which of several is meant, or that none was found. */
export function choice(
  answer: ChoiceAnswer | NotFoundAnswer,
  clock: Clock,
): Said & { readonly examples: readonly string[] } {
  return answer.kind === 'choice' ? { ...several(answer, clock), examples: [] } : none(answer);
}

const nouns: Readonly<Record<Candidate['type'], string>> = {
  user: 'people',
  group: 'groups',
  worker: 'workers',
  app: 'apps',
  question: 'questions',
};

function several(answer: ChoiceAnswer, clock: Clock): Said {
  const { of, text, candidates, total, more } = answer;
  if (of === 'question') return whichQuestion(answer);
  if (answer.near)
    return {
      headline: `No one is called ${quoted(text.trim(), 60)}. Did you mean one of these?`,
      text: 'Choose one, and I’ll answer your question about them.',
    };
  const headline = whichOne(of, text.trim());
  const types = new Set(candidates.map(({ type }) => type));
  const one = types.size === 1 ? nouns[[...types][0] ?? 'user'] : 'people or groups';
  const what = of === 'app' ? 'apps' : one;
  if (more)
    return {
      headline,
      text: `So many names begin like this that not all of them were read; these are ${clock.number(candidates.length)} who fit. A full name or an address finds the right one surely.`,
    };
  if (total <= candidates.length)
    return {
      headline,
      text: `${clock.number(candidates.length)} ${what} fit. Choose one, and the question is answered.`,
    };
  const narrower = of === 'app' ? 'The full name narrows it down.' : 'A full name or an address narrows it down.';
  return {
    headline,
    text: `${clock.number(total)} ${what} fit; these are ${clock.number(candidates.length)} of them. ${narrower}`,
  };
}

function whichQuestion({ candidates }: ChoiceAnswer): Said {
  if (candidates.every(({ question }) => question.kind === 'unwatch'))
    return { headline: 'Which notifications should I stop?', text: 'Choose one. The others stay on.' };
  return { headline: 'Which of these do you mean?', text: 'Choose one, and I’ll answer it.' };
}

/** Nothing was said of the app where the log knows somebody in several. */
function whichOne(of: 'subject' | 'app', said: string): string {
  if (said === '') return of === 'app' ? 'Which app is it about?' : 'Who is it about?';
  const name = quoted(said, 60);
  return of === 'app' ? `Which app is ${name}?` : `Who is ${name}?`;
}

function none({ of, text, candidates, question }: NotFoundAnswer): Said & { readonly examples: readonly string[] } {
  const name = quoted(text.trim(), 60);
  const near = candidates.length > 0;
  const asked = question.kind === 'explain' ? question : undefined;
  if (of === 'app') {
    const person = cut((asked?.user ?? 'alice').trim(), 60);
    return {
      headline: `No app called ${name} was found`,
      text: near
        ? 'These come nearest. Entra knows an app by the name that the tenant gave it, or by its name in the gallery.'
        : 'No app of this tenant has a name like it. Entra knows an app by the name that the tenant gave it, by its name in the gallery, or by its object id; the portal lists them under Enterprise apps.',
      examples: near ? [] : [`why was ${person} skipped?`, `why was ${person} skipped in Salesforce?`],
    };
  }
  const kind = 'subject' in question && question.subject ? question.subject : 'person or group';
  const where = cut((asked?.app ?? 'Salesforce').trim(), 60);
  return {
    headline: `No ${kind} called ${name} was found`,
    text: near
      ? 'These come nearest. A full name, a sign-in name, an address or an object id finds it surely.'
      : 'Nobody in the directory, among the accounts deleted in the last 30 days, or in the log of the app has a name like it. A full name, a sign-in name, an address or an object id finds it surely.',
    examples: near
      ? []
      : [`why was alice@contoso.com skipped in ${where}?`, `why is the group Sales Team not in ${where}?`],
  };
}

/** What a person should know of a candidate before choosing. */
export const flags: Readonly<Record<CandidateFlag, string>> = {
  group: 'Group',
  guest: 'Guest',
  deleted: 'Deleted',
  disabled: 'Disabled',
};

/** What kind of thing a candidate is, where that has to be said. */
export function candidate(type: Candidate['type']): string {
  switch (type) {
    case 'user':
      return 'Person';
    case 'group':
      return 'Group';
    case 'worker':
      return 'Worker';
    case 'app':
      return 'App';
    case 'question':
      return 'Question';
  }
}
