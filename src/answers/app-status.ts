import type { AppStatusQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/** How an app's provisioning is doing. Throws GraphError. */
export async function appStatus(_question: AppStatusQuestion, _turn: Turn): Promise<Answer> {
  throw new Error('not built');
}
