import { worstFirst } from '../diagnosis/overview.ts';
import { readHealth } from '../diagnosis/read-health.ts';
import { GraphError } from '../entra/errors.ts';
import type { Answer } from './answer.ts';
import { type AppQuestion, chooseApp } from './choices.ts';
import type { Turn } from './turn.ts';

/** Apps that are looked at for a choice; a whole tenant is what the overview is for. */
const mostLooked = 100;

/** "Who failed this week?" names no app: the tenant's are the asker's to choose from, those with problems first. */
export async function inWhichApp(question: AppQuestion, turn: Turn): Promise<Answer> {
  const found = await turn.reads.provisionedApps({ most: mostLooked }).catch((error: unknown) => {
    if (error instanceof GraphError) return undefined;
    throw error;
  });
  const asOf = turn.now.toISOString();
  const apps = (found?.apps ?? []).map(({ app, jobs }) => ({ app, health: readHealth(jobs, asOf) }));
  if (apps.length === 0) return { kind: 'notUnderstood', question, text: '', reason: 'missing-app' };
  const worst = worstFirst(apps).map(({ app }) => app);
  return chooseApp(question, '', worst);
}
