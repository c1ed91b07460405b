import type { ChoiceAnswer, NotFoundAnswer } from '../../answers/answer.ts';
import type { SubjectType } from '../../questions/question.ts';
import type { Clock } from '../clock.ts';
import type { Said } from '../language.ts';
import { quoted } from './say.ts';

/** Which of several is meant, or that none was found. */
export function choice(answer: ChoiceAnswer | NotFoundAnswer, clock: Clock): Said {
  return answer.kind === 'choice' ? several(answer, clock) : none(answer);
}

function several({ of, text, candidates, total }: ChoiceAnswer, clock: Clock): Said {
  const name = quoted(text.trim(), 60);
  const headline = of === 'app' ? `Which app is ${name}?` : `Who is ${name}?`;
  const what = of === 'app' ? 'apps' : 'people or groups';
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

function none({ of, text, candidates, question }: NotFoundAnswer): Said {
  const name = quoted(text.trim(), 60);
  const near = candidates.length > 0 ? 'These come nearest.' : '';
  if (of === 'app') {
    return {
      headline: `No app called ${name} was found`,
      text: [near, 'Entra knows an app by the name that the tenant gave it, or by its name in the gallery.']
        .filter(Boolean)
        .join(' '),
    };
  }
  const kind = question.kind === 'explain' && question.subject ? question.subject : 'person or group';
  return {
    headline: `No ${kind} called ${name} was found`,
    text: [near, 'A full name, a sign-in name, an address or an object id finds it surely.'].filter(Boolean).join(' '),
  };
}

/** What kind of thing a candidate is, where that has to be said. */
export function candidate(type: SubjectType | 'app'): string {
  switch (type) {
    case 'user':
      return 'Person';
    case 'group':
      return 'Group';
    case 'worker':
      return 'Worker';
    case 'app':
      return 'App';
  }
}
