import type { UnwatchQuestion, WatchingQuestion, WatchQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/** Changes and lists what a conversation is told about. Throws GraphError. */
export async function watching(
  _question: WatchQuestion | UnwatchQuestion | WatchingQuestion,
  _turn: Turn,
): Promise<Answer> {
  throw new Error('not built');
}
