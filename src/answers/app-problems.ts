import type { AppProblemsQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/** Who failed or was skipped in an app, by cause. Throws GraphError. */
export async function appProblems(_question: AppProblemsQuestion, _turn: Turn): Promise<Answer> {
  throw new Error('not built');
}
