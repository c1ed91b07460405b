import type { CredentialsQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/** What is wrong with the credentials of an app. Throws GraphError. */
export async function credentials(_question: CredentialsQuestion, _turn: Turn): Promise<Answer> {
  throw new Error('not built');
}
