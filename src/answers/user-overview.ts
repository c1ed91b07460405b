import type { UserOverviewQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/** What came of one person in every app. Throws GraphError. */
export async function userOverview(_question: UserOverviewQuestion, _turn: Turn): Promise<Answer> {
  throw new Error('not built');
}
