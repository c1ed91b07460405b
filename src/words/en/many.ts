import type { ChoiceAnswer, NotFoundAnswer, Unanswered } from '../../answers/answer.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { LineWords } from '../language-people.ts';
import type { WordedExplained, WordedPersonLine } from '../worded-people.ts';
import { quoted, sentence } from './say.ts';

/** How many of several people need somebody, as one sentence without a full stop. */
export function manyHeadline(people: readonly WordedPersonLine[], app: string, clock: Clock): string {
  const known = people.filter(isExplained);
  const open = known.filter((one) => one.open);
  const where = cut(app.trim(), 80);
  const all = clock.number(people.length);
  if (known.length === 0) return `None of these ${all} could be looked up in ${where}`;
  if (open.length > 0) {
    return `${clock.number(open.length)} of ${all} ${open.length === 1 ? 'needs' : 'need'} attention in ${where}`;
  }
  if (known.length === people.length) return `None of these ${all} needs attention in ${where}`;
  return `${clock.number(known.length)} of ${all} looked up in ${where}, and none of them needs attention`;
}

function isExplained(line: WordedPersonLine): line is WordedExplained {
  return line.kind === 'explanation';
}

/** How it ended for how many: "2 failed, 1 skipped, as expected; 1 not found." */
export function manyWhy(people: readonly WordedPersonLine[], clock: Clock): string {
  const counts = new Map<string, number>();
  for (const { verdictName } of people) counts.set(verdictName, (counts.get(verdictName) ?? 0) + 1);
  return sentence([...counts].map(([verdict, count]) => `${verdict}: ${clock.number(count)}`).join(' · '));
}

export function manyNotes(left: number, people: readonly WordedPersonLine[], clock: Clock): readonly string[] {
  return left === 0
    ? []
    : [
        `One answer covers ${clock.number(people.length)} people. Ask about the other ${clock.number(left)} in another question.`,
      ];
}

/** A name that is nobody's, or several people's. */
export function uncertain(answer: ChoiceAnswer | NotFoundAnswer, clock: Clock): LineWords {
  if (answer.kind === 'choice') {
    const many = answer.more ? 'several people or groups' : `${clock.number(answer.total)} people or groups`;
    return { verdictName: 'Which one?', reason: `${many} have this name` };
  }
  const near = answer.candidates.slice(0, 3).map(({ name, detail }) => cut((name || detail[0] || '').trim(), 60));
  return {
    verdictName: 'Not found',
    reason:
      near.length > 0
        ? `the closest matches are ${clock.all(near)}`
        : 'no one in the directory has this name or address',
  };
}

const reasons: Readonly<Record<Unanswered['because'], string>> = {
  refused: 'Microsoft Graph doesn’t allow this look-up',
  throttled: 'Microsoft Graph is busy, try again in a moment',
  unreachable: 'Microsoft Graph can’t be reached',
  timeout: 'Microsoft Graph took too long',
  'server-error': 'Microsoft Graph returned an error',
  garbled: 'Microsoft Graph sent an unreadable answer',
  cancelled: 'there was no time left for this look-up',
  internal: 'something went wrong on my side',
  tooManyTurns: 'too many questions in a minute',
  notAudited: 'the question couldn’t be recorded',
};

/** One of several who could not be looked up. */
export function unanswered(because: Unanswered['because'], text: string): LineWords & { readonly headline: string } {
  const reason = reasons[because];
  return { verdictName: 'No answer', reason, headline: `${quoted(text.trim(), 60)} couldn’t be looked up: ${reason}` };
}
