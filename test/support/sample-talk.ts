import { about } from '../../src/answers/about.ts';
import type { AboutAnswer, Answered } from '../../src/answers/answer.ts';
import { notMine } from '../../src/answers/not-mine.ts';
import type { Turn } from '../../src/answers/turn.ts';
import type { AboutMatter, NotMineQuestion } from '../../src/questions/question.ts';

type Make = (answer: Answered['answer']) => Answered;

/** A reply about Skipper, as a bot gives it that keeps its audit for a year. */
export function anAbout(
  of: AboutMatter,
  parts: Partial<Pick<Turn, 'audit'>> = { audit: { days: 365, keepsText: false } },
): AboutAnswer {
  const turn = { reads: { mayTestCredentials: false }, ...parts } as Turn;
  return about({ kind: 'about', of }, turn);
}

export function anOrder(parts: Omit<NotMineQuestion, 'kind'>): Answered['answer'] {
  return notMine({ kind: 'notMine', ...parts });
}

export function talkSamples(answered: Make): Record<string, Answered> {
  return {
    'about: greeting': answered(anAbout('greeting')),
    'about: thanks': answered(anAbout('thanks')),
    'about: logged': answered(anAbout('logged')),
    'about: logged with its text': answered(anAbout('logged', { audit: { days: 365, keepsText: true } })),
    'about: an AI or not': answered(anAbout('isAi')),
    'about: reads': answered({ ...anAbout('reads'), mayTestCredentials: true }),
    'not mine: restart': answered(anOrder({ of: 'restart', app: 'Salesforce' })),
    'not mine: assign': answered(anOrder({ of: 'assign', user: 'alice@contoso.com', app: 'Salesforce' })),
    'not mine: delete an account': answered(anOrder({ of: 'deleteAccount', user: 'bob', app: 'Slack' })),
    'not mine: reset a password': answered(anOrder({ of: 'resetPassword', user: 'bob' })),
    'not mine: another matter': answered(anOrder({ of: 'other' })),
  };
}
