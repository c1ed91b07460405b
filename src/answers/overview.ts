import type { OverviewQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/** Every provisioned app, worst first. Throws GraphError. */
export async function overview(_question: OverviewQuestion, _turn: Turn): Promise<Answer> {
  throw new Error('not built');
}
